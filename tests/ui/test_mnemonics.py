"""Alt with a letter: no two things of one dialog, page or menu answer to the same, in any language.

Where two share a letter it does nothing but go from one to the other, and what one meant to press is not pressed.
"""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QGroupBox,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from tests.ui.desk import Desk
from tests.ui.every_dialog import every_dialog
from tests.ui.test_settings import SETTINGS
from tests.ui.values import job, source

from headwater_ui.dialogs.add_dialog import AddDialog, AddStart
from headwater_ui.language import Language
from headwater_ui.widgets.source_menu import build_source_menu


@pytest.fixture
def desk(each_language: Language, desk: Desk) -> Desk:  # the window is made in it
    """A window in each language, with settings that fill their pages."""
    desk.control.settings = SETTINGS
    return desk


def shared(texts: list[str]) -> dict[str, list[str]]:
    """The letters that more than one of these texts answers to."""
    found = defaultdict(list)
    for text in texts:
        letter = QKeySequence.mnemonic(text).toString()
        if letter:
            found[letter].append(text)
    return {letter: texts for letter, texts in found.items() if len(texts) > 1}


def texts_in(root: QWidget) -> list[str]:
    """What the parts of a window say that Alt with a letter reaches; those that are hidden now may be shown later."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.window() is not root.window() or is_on_another_page(widget):
            continue
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            found.append(widget.text())
        elif isinstance(widget, QGroupBox):
            found.append(widget.title())
        elif isinstance(widget, QTabBar):
            found += [widget.tabText(tab) for tab in range(widget.count())]
    return found


def is_on_another_page(widget: QWidget | None) -> bool:
    """Whether it is on a page of a stack that is not the one in front."""
    while widget is not None:
        above = widget.parentWidget()
        if isinstance(above, QStackedWidget) and above.currentWidget() is not widget:
            return True
        widget = above
    return False


def menus_below(menu: QMenu) -> Iterator[tuple[str, list[str]]]:
    """A menu and those below it, each filled as it is when it opens: its name, and its entries."""
    menu.aboutToShow.emit()
    yield menu.objectName() or menu.title(), [action.text() for action in menu.actions() if action.isVisible()]
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from menus_below(below)


def test_every_dialog_and_page(desk: Desk) -> None:
    found = {name: shared(texts_in(dialog)) for name, dialog in every_dialog(desk)}
    assert {name: letters for name, letters in found.items() if letters} == {}


def test_the_add_dialog_with_all_that_it_can_ask(desk: Desk) -> None:
    start = AddStart("/home/ada", ("https://one.example/film.mkv",), queues=("Night",), categories=("Films",))
    dialog = AddDialog(start, desk.bridge, desk.window)
    dialog.show()
    assert shared(texts_in(dialog)) == {}
    dialog.close()


def test_every_menu(desk: Desk) -> None:
    window = desk.window
    window.table.select_job(job(1).job_id)
    desk.settle()
    bar = [action.menu() for action in window.menuBar().actions()]
    tray = window.findChild(QMenu, "trayMenu")
    of_source = build_source_menu(source(0), window.panes.sources.wishes, window, is_ranked=True)
    window.table.customContextMenuRequested.emit(window.table.visualRect(window.table.currentIndex()).center())
    of_row = window.findChild(QMenu, "rowMenu")
    found = {}
    for menu in (*bar, tray, of_source, of_row):
        assert isinstance(menu, QMenu)
        found.update({name: shared(texts) for name, texts in menus_below(menu)})
        menu.close()
    assert len(found) > 12
    assert {name: letters for name, letters in found.items() if letters} == {}


def test_the_window_itself(desk: Desk) -> None:
    window = desk.window
    bar = [action.text() for action in window.menuBar().actions()]
    for dock in window.panes.docks.values():
        dock.show()
        dock.raise_()
        desk.settle()
        assert shared([*bar, *texts_in(window)]) == {}, dock.objectName()


def test_a_letter_that_two_share_is_found(desk: Desk) -> None:
    box = QWidget()
    rows = QVBoxLayout(box)
    for words in ("&Save", "保存(&S)", "Fish && &chips"):
        rows.addWidget(QPushButton(words))
    box.show()
    assert shared(texts_in(box)) == {"Alt+S": ["&Save", "保存(&S)"]}
