"""Names: whatever a person can reach with the keyboard has one for screen readers, and one that tests can rely on."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QKeySequenceEdit, QLineEdit, QWidget
from tests.ui.test_main_window import Desk
from tests.ui.test_settings import CHOICES, SETTINGS

from headwater_ui.dialogs.crash_dialog import crash_dialog, diagnostics_dialog
from headwater_ui.dialogs.help_pages import ShortcutsDialog
from headwater_ui.dialogs.settings_dialog import SettingsDialog
from headwater_ui.theme import Theme
from headwater_ui.widgets.welcome import Welcome


@pytest.fixture
def desk(qt_loop: asyncio.AbstractEventLoop, theme: Theme) -> Iterator[Desk]:
    result = Desk(qt_loop, theme)
    result.control.settings = SETTINGS
    yield result
    result.close()


def nameless(root: QWidget) -> list[str]:
    """Widgets that take the focus and that a screen reader, or a test, has no name for."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.window() is not root.window() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if widget.focusProxy() is not None or widget.objectName().startswith("qt_"):
            continue  # a part of another widget, which has the name
        interface = QAccessible.queryAccessibleInterface(widget)
        heard = interface.text(QAccessible.Text.Name) if interface is not None else ""
        in_box = isinstance(widget.parent(), QDialogButtonBox)  # Qt's own buttons: their words are their names
        if not heard or not (widget.objectName() or in_box):
            found.append(f"{type(widget).__name__} {widget.objectName()!r} {heard!r}")
    return found


def test_settings(desk: Desk) -> None:
    dialog = SettingsDialog(desk.bridge, CHOICES, desk.window)
    dialog.show()
    for page in dialog._pages:
        dialog.show_page(page.name)
        QApplication.processEvents()
        assert nameless(page) == [], page.name
    assert nameless(dialog) == []
    dialog.close()


def test_reports_help_and_welcome(desk: Desk) -> None:
    dialogs: list[QWidget] = [
        crash_dialog("x", Path("x"), lambda: None, desk.window),
        diagnostics_dialog("x", desk.window),
        ShortcutsDialog(desk.window.keys(), desk.window),
        Welcome(),
    ]
    for dialog in dialogs:
        dialog.show()
        QApplication.processEvents()
        assert nameless(dialog) == []
        dialog.close()


def test_tab_leaves_every_field_of_the_settings(desk: Desk) -> None:
    dialog = SettingsDialog(desk.bridge, CHOICES, desk.window)
    dialog.show()
    dialog.activateWindow()
    dialog.show_page("Shortcuts")
    keys = dialog.findChild(QKeySequenceEdit, "shortcutKeys")
    assert isinstance(keys, QKeySequenceEdit)
    before = keys.keySequence().toString()
    keys.setFocus()
    QTest.keyClick(keys, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert not keys.isAncestorOf(focus)
    assert keys.keySequence().toString() == before, "Tab goes on, it is no new key"
    dialog.close()


def test_a_field_without_a_name_is_found(desk: Desk) -> None:
    box = QWidget()
    QLineEdit(box)
    box.show()
    assert len(nameless(box)) == 1
