"""Names: whatever a person can reach with the keyboard has one for screen readers, and one that tests can rely on."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS
from tests.ui.desk import Desk
from tests.ui.every_dialog import every_dialog, makers
from tests.ui.test_settings import CHOICES, SETTINGS
from tests.ui.values import job

from headwater_ui.dialogs.settings_dialog import SettingsDialog
from headwater_ui.theme import Appearance, Theme, colours

DIALOGS = Path(__file__).parents[2] / "ui" / "headwater_ui" / "dialogs"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.control.settings = SETTINGS
    return desk


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


def unheard(root: QWidget) -> list[str]:
    """Labels of whose text a screen reader says something else, and boxes of which it says the choice alone."""
    found = []
    for label in root.findChildren(QLabel):
        said = QTextDocumentFragment.fromHtml(label.text()).toPlainText()
        if label.accessibleName() and re.findall(r"\w+", label.accessibleName()) != re.findall(r"\w+", said):
            found.append(f"{label.objectName()}: {label.accessibleName()!r} for {said!r}")
    for box in root.findChildren(QComboBox):
        if box.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        heard = QAccessible.queryAccessibleInterface(box)
        labels = heard.relations(QAccessible.RelationFlag.Label)
        if not labels and not heard.text(QAccessible.Text.Description):
            found.append(f"{box.objectName()}: what {heard.text(QAccessible.Text.Name)!r} is chosen for")
    return found


def test_labels_and_choices_are_heard(desk: Desk) -> None:
    found = {name: unheard(dialog) for name, dialog in every_dialog(desk)}
    found["MainWindow"] = unheard(desk.window)
    assert {name: widgets for name, widgets in found.items() if widgets} == {}


def test_every_dialog(desk: Desk) -> None:
    found = {name: nameless(dialog) for name, dialog in every_dialog(desk)}
    assert {name: widgets for name, widgets in found.items() if widgets} == {}


def test_the_list_of_dialogs_is_complete(desk: Desk) -> None:
    """Each class of a dialog is on it, but for the frames that others inherit."""
    classes: dict[str, list[str]] = {}
    for path in DIALOGS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                classes[node.name] = [base.id for base in node.bases if isinstance(base, ast.Name)]
    frames = {base for bases in classes.values() for base in bases if base in classes}
    dialogs = {name for name in classes if name.endswith("Dialog")} - frames
    assert dialogs - set(makers(desk)) == {"ReportDialog"}, "two functions make it, which are on the list"


def test_tab_leaves_every_field_of_the_settings(desk: Desk) -> None:
    dialog = SettingsDialog(desk.bridge, CHOICES, desk.window)
    dialog.show()
    dialog.activateWindow()
    dialog.show_page("Shortcuts")
    keys = dialog.findChild(QKeySequenceEdit, "shortcutKeys")
    assert isinstance(keys, QKeySequenceEdit)
    before = keys.keySequence().toString()
    keys.setFocus()
    line = keys.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == keys.accessibleName(), "the part that has the keyboard is called as the whole"
    QTest.keyClick(keys, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert not keys.isAncestorOf(focus)
    assert keys.keySequence().toString() == before, "Tab goes on, it is no new key"
    dialog.close()


def is_in_sight(widget: QWidget) -> bool:
    """Whether no other pane's tab is before it; that a page must be scrolled to it does not matter."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, QDockWidget):
        at = at.parentWidget()
    return at is None or not at.visibleRegion().isEmpty()


def unreached(root: QWidget) -> list[str]:
    """Widgets that Tab does not lead to, going round once; all of them where it does not come round, and those that it
    leads to unseen."""
    wanted = {
        widget
        for widget in root.findChildren(QWidget)
        if widget.window() is root.window()
        and widget.isVisible()
        and is_in_sight(widget)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
        # Of choices that exclude each other Tab leads to the one that holds; arrows lead to the rest.
        and not (isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked())
    }
    root.activateWindow()
    root.setFocus()
    QTest.keyClick(root, Qt.Key.Key_Tab)
    first = root.focusWidget()
    seen: list[QWidget] = []
    while (focus := root.focusWidget()) is not None and len(seen) <= 2 * len(wanted) + 4:
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if root.focusWidget() is first:
            unseen = [f"unseen: {widget.objectName()}" for widget in seen if not is_in_sight(widget)]
            return sorted(widget.objectName() for widget in wanted - set(seen)) + unseen
    return ["Tab does not come round", *(widget.objectName() for widget in seen[-3:])]


def test_tab_goes_round_in_every_dialog(desk: Desk) -> None:
    found = {name: unreached(dialog) for name, dialog in every_dialog(desk)}
    assert {name: widgets for name, widgets in found.items() if widgets} == {}


def test_tab_goes_round_in_the_window(desk: Desk) -> None:
    desk.window.table.select_job(job(1).job_id)
    for name in ("Preview", "Details", "Tuning", "Sources", "Activity"):
        desk.window.panes.docks[name].raise_()
        desk.settle()
        assert unreached(desk.window) == [], name


def test_tab_leads_through_the_window_as_one_reads_it(desk: Desk) -> None:
    """From the groups to the search, the list, the graph below it and the sources, then to what stands beside."""
    window = desk.window
    window.activateWindow()
    window.table.select_job(job(1).job_id)
    window.page.groups.search.setFocus()
    names = []
    for _ in range(8):
        focus = window.focusWidget()
        assert focus is not None
        names.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    graph = ["channelChart", "graphMode", "graphWindow", "graphLatency", "graphPause", "graphExport"]
    assert [name for name in names if name not in graph] == ["search", "jobTable"]
    assert sorted(names[2:]) == sorted(graph)
    focus = window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "sourceTable"
    for _ in range(8):
        QTest.keyClick(focus, Qt.Key.Key_Backtab)
        focus = window.focusWidget()
        assert focus is not None
    assert focus.objectName() == "search"


def test_a_field_without_a_name_is_found(desk: Desk) -> None:
    box = QWidget()
    QLineEdit(box)
    box.show()
    assert len(nameless(box)) == 1


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST])
def test_a_button_shows_that_it_has_the_keyboard(theme: Theme, qtbot: QtBot, appearance: Appearance) -> None:
    theme.choose(appearance)
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    one, other = QPushButton("One"), QPushButton("Other")
    rows.addWidget(one)
    rows.addWidget(other)
    page.show()
    page.activateWindow()
    ink = "#ffd400" if appearance is Appearance.CONTRAST else colours().accent.lower()

    def edge(button: QPushButton) -> str:
        return button.grab().toImage().pixelColor(button.width() // 2, 0).name()

    one.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(one.hasFocus, timeout=PATIENCE_MS)
    assert edge(one) == ink
    assert edge(other) != ink
