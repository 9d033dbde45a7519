"""The link grabber: what is shown of a page, what is asked of its links, and what is handed on."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from tests.ui.test_add_dialog import Desk as AddDesk
from tests.ui.values import NotedControl

from headwater.control.page_fetch import PageLink, PageLinks
from headwater.model.probe import SourceProbe
from headwater_ui.dialogs.grab_dialog import GrabDialog
from headwater_ui.models.link_model import LinkColumn

PAGE = "https://a.example/files/"
DISK, NOTES, OTHER, HOME = (
    f"{PAGE}disk.iso",
    f"{PAGE}notes.pdf",
    "https://b.example/disk.iso",
    "https://b.example/about",
)
LINKS = (PageLink(DISK, "The disk"), PageLink(NOTES, "Read me"), PageLink(OTHER, "Mirror"), PageLink(HOME, "About"))


class Desk(AddDesk):
    """The loop and a bridge on a control interface that knows one page."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.control = NotedControl()
        super().__init__(loop, Path("/home/ada"), self.control)
        self.control.pages[PAGE] = PageLinks(PAGE, "Files of Ada", LINKS)
        self.control.answers = {url: SourceProbe(url, size_bytes=1000) for url in (DISK, NOTES, OTHER)}
        self.taken: list[tuple[tuple[str, ...], bool]] = []

    def grab(self, place: str = "") -> GrabDialog:
        dialog = GrabDialog(self.bridge, place)
        dialog.chosen.connect(lambda urls, as_mirrors: self.taken.append((tuple(urls), as_mirrors)))
        dialog.show()
        return dialog


@pytest.fixture
def desk(qt_loop: asyncio.AbstractEventLoop) -> Desk:
    return Desk(qt_loop)


def shown(dialog: GrabDialog) -> list[str]:
    return [dialog._model.link(row).url for row in dialog._filter.shown_rows()]


def test_a_page_is_read_narrowed_and_handed_on(desk: Desk) -> None:
    dialog = desk.grab(PAGE)
    desk.until(lambda: shown(dialog))
    assert dialog.windowTitle() == "Links of “Files of Ada”"
    assert not dialog._add.isEnabled()
    dialog._kind.setCurrentText("Disc images")
    assert shown(dialog) == [DISK, OTHER]
    dialog._all.click()
    dialog._kind.setCurrentText("Every kind")
    dialog._search.setText("READ")
    assert shown(dialog) == [NOTES], "words count as links do"
    dialog._search.setText("^https://b")
    assert shown(dialog) == []
    dialog._regex.click()
    assert shown(dialog) == [OTHER, HOME]
    dialog._search.setText("(")
    assert "no regular expression" in dialog._about.text()
    dialog._search.clear()
    dialog._host.setCurrentIndex(dialog._host.findData("a.example"))
    dialog._host.activated.emit(dialog._host.currentIndex())
    assert shown(dialog) == [DISK, NOTES]
    assert dialog._about.text().startswith("2 of 4 ")
    dialog._mirrors.click()
    assert desk.taken == [((DISK, OTHER), True)]


def test_sizes_are_asked_for_files_in_view_only(desk: Desk) -> None:
    many = tuple(PageLink(f"{PAGE}{number}.iso", "") for number in range(500))
    desk.control.pages[PAGE] = PageLinks(PAGE, "", (*many, LINKS[3]))
    dialog = desk.grab(PAGE)
    desk.until(lambda: dialog._model.probes)
    desk.until(lambda: not dialog._table._prober._tasks)
    asked = [url for url, _ in desk.control.asked]
    assert 5 < len(asked) < 64
    assert asked == [link.url for link in many[: len(asked)]]
    dialog._table.scrollToBottom()
    desk.until(lambda: many[-1].url in dialog._model.probes)
    assert HOME not in dialog._model.probes, "pages have no size worth asking for"
    dialog.reject()


def test_ticks_by_keyboard_and_enter_adds_nothing_from_the_table(desk: Desk) -> None:
    dialog = desk.grab(PAGE)
    desk.until(lambda: shown(dialog))
    dialog.activateWindow()
    dialog._table.setFocus()
    dialog._table.setCurrentIndex(dialog._filter.index(1, LinkColumn.NAME))
    QTest.keyClick(dialog._table, Qt.Key.Key_Space)
    assert dialog._model.checked == (NOTES,)
    QTest.keyClick(dialog._table, Qt.Key.Key_Return)
    assert desk.taken == []
    assert dialog.isVisible()
    desk.until(lambda: NOTES in dialog._model.probes)
    assert "1.00 kB" in dialog._about.text()
    dialog._add.click()
    assert desk.taken == [((NOTES,), False)]


def test_what_is_no_page_has_its_sentence_and_enter_reads_again(desk: Desk) -> None:
    dialog = desk.grab("https://a.example/x.iso")
    desk.until(lambda: "is no web page" in dialog._about.text())
    dialog.activateWindow()
    dialog._place.setFocus()
    dialog._place.setText(PAGE)
    QTest.keyClick(dialog._place, Qt.Key.Key_Return)
    desk.until(lambda: len(shown(dialog)) == 4)
    dialog.reject()


@pytest.mark.parametrize("kind", ["html", "text", "address"])
def test_what_is_dropped_is_read(desk: Desk, kind: str) -> None:
    dialog = desk.grab()
    mime = QMimeData()
    if kind == "html":
        mime.setHtml("".join(f'<p><a href="{link.url}">{link.text}</a>' for link in LINKS))
    elif kind == "text":
        mime.setText("\n".join(link.url for link in LINKS))
    else:
        mime.setText(PAGE)
    no = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, no)
    dialog.dropEvent(event)
    desk.until(lambda: shown(dialog) == [link.url for link in LINKS])
    dialog.reject()
