"""Room for words: in no language is anything cut off, neither in the window nor in any of its dialogs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.ui.desk import Desk
from tests.ui.every_dialog import every_dialog
from tests.ui.test_settings import SETTINGS
from tests.ui.values import job

from headwater.model.job import JobState
from headwater.model.snapshots import JobAdded
from headwater_ui.language import Language
from headwater_ui.widgets.welcome import Welcome

#: What rounding may take.
_NOTHING_PX = 1
_WORDED = (QPushButton, QCheckBox, QRadioButton, QToolButton)


@pytest.fixture
def desk(each_language: Language, desk: Desk) -> Desk:  # the window is made in it
    """A window in each language, with settings that fill their pages."""
    desk.control.settings = SETTINGS
    return desk


def cramped(root: QWidget) -> list[str]:
    """Widgets that show less than the whole of what they say."""
    return [
        f"{type(widget).__name__} {widget.objectName()}: {lack}"
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.window() is root.window() and (lack := _lack(widget))
    ]


def _lack(widget: QWidget) -> str:
    needed, has = widget.sizeHint().width(), widget.width() + _NOTHING_PX
    if isinstance(widget, QScrollArea) and (page := widget.widget()) is not None:
        inside, seen = page.width(), widget.viewport().width()
        is_cut = widget.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff and inside > seen
        return f"what it shows needs {inside} px of {seen}" if is_cut else ""
    if isinstance(widget, _WORDED) and widget.text() and needed > has:
        return f"{widget.text()} needs {needed} px of {has}"
    if isinstance(widget, QComboBox) and needed > has:
        return f"{widget.currentText()} needs {needed} px of {has}"
    if isinstance(widget, QLabel) and widget.text():
        high = widget.heightForWidth(widget.width())
        if widget.wordWrap() and high > widget.height() + _NOTHING_PX:
            return f"{widget.text()} needs {high} px of height, of {widget.height()}"
        if not widget.wordWrap() and needed > has:
            return f"{widget.text()} needs {needed} px of {has}"
    if isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        return _lack_of_columns(widget)
    return ""


def _lack_of_columns(header: QHeaderView) -> str:
    table = header.parent()
    for column in range(header.count()):
        needed = header.sectionSizeHint(column)
        if isinstance(table, QTableWidget) and column > 0:
            needed = max(needed, min(table.sizeHintForColumn(column), 260))
        if not header.isSectionHidden(column) and needed > header.sectionSize(column) + _NOTHING_PX:
            title = header.model().headerData(column, Qt.Orientation.Horizontal)
            return f"column {title} needs {needed} px of {header.sectionSize(column)}"
    return ""


def test_every_dialog_has_room_for_its_words(desk: Desk) -> None:
    found = {name: cramped(dialog) for name, dialog in every_dialog(desk)}
    assert {name: widgets for name, widgets in found.items() if widgets} == {}


@pytest.mark.parametrize("width", [1280, 1360])
def test_the_window_has_room_for_its_words(desk: Desk, width: int) -> None:
    """1280 is what is left of a screen of 1920 points that shows all half as large again."""
    window = desk.window
    window.resize(width, 860)
    desk.control.feed.tell(JobAdded(job(9, state=JobState.FAILED, error="All sources failed: 404 Not Found")))
    window.table.select_job(job(9).job_id)
    for dock in window.panes.docks.values():
        dock.raise_()
        desk.settle()
        assert cramped(window) == [], dock.objectName()
        assert window.panes.details.width() >= 300 or not window.panes.details.isVisible()


def test_a_word_that_is_cut_off_is_found(desk: Desk) -> None:
    box = QWidget()
    button = QPushButton("So many words do not fit", box)
    button.setFixedWidth(30)
    box.show()
    assert len(cramped(box)) == 1


@pytest.mark.parametrize("kind", [QLabel, QCheckBox])
def test_words_with_a_key_are_not_cut_off_at_their_end(qtbot: QtBot, kind: type[QLabel] | type[QCheckBox]) -> None:
    """They are drawn in pieces, beside and at the key: letters that Qt measures close together are not so then."""
    for words in ("&Teildatei", "&Tempolimit", "&Try before it acts"):
        widget = kind(words)
        qtbot.addWidget(widget)
        if isinstance(widget, QLabel):
            widget.setBuddy(QWidget(widget))
        widget.ensurePolished()
        needed = widget.sizeHint()
        widget.resize(needed.width() + 20, needed.height())
        image = widget.grab().toImage()
        ground = image.pixel(image.width() - 1, 0)
        beyond = range(needed.width(), image.width())
        assert all(image.pixel(x, y) == ground for x in beyond for y in range(image.height())), words


def test_no_key_of_the_windows_parts_is_anothers(desk: Desk) -> None:
    """Alt with a letter does something at once: where two share it, it only goes from one to the other."""
    bar = [action.text() for action in desk.window.menuBar().actions()]
    for part in (Welcome(), desk.window.panes.tuning):
        inside = [widget.text() for kind in (QPushButton, QCheckBox) for widget in part.findChildren(kind)]
        keys = [QKeySequence.mnemonic(words).toString() for words in (*bar, *inside)]
        keys = [key for key in keys if key]
        assert len(set(keys)) == len(keys), (keys, bar, inside)
