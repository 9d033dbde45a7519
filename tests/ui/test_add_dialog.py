"""The add dialog: what it asks while one types, how it sorts links, and what it does about what is there already."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS, until
from tests.ui.values import NotedControl

from headwater.control.window_api import WindowApi
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobId, JobState
from headwater.model.probe import FolderView, SourceProbe, Twin, TwinKind
from headwater.model.source import Support, Validator
from headwater_ui.bridge import Bridge
from headwater_ui.control_face import Control
from headwater_ui.dialogs.add_dialog import AddDialog, AddStart
from headwater_ui.dialogs.additions import Additions
from headwater_ui.dialogs.link_groups import LinkGroups
from headwater_ui.dialogs.sources_dialog import EditedJob, SourcesDialog

A, B, C = "https://a.example/x.iso", "https://b.example/x.iso", "https://a.example/y.iso"


class Desk:
    """A dialog over a bridge on a control interface that answers as told."""

    def __init__(self, loop: asyncio.AbstractEventLoop, folder: Path, control: Control) -> None:
        self.loop = loop
        QGuiApplication.setQuitOnLastWindowClosed(False)  # a dialog that closes here is the last window
        self.bridge = Bridge()
        self.bridge.attach(control)
        self.folder = folder
        self.chosen: list[Additions] = []

    def open(self, *links: str, as_mirrors: bool = False) -> AddDialog:
        dialog = AddDialog(AddStart(str(self.folder), links, as_mirrors), self.bridge)
        dialog.chosen.connect(self.chosen.append)
        dialog.show()
        return dialog

    def until(self, holds: Callable[[], object]) -> None:
        """Let the loop run until something holds."""
        self.loop.run_until_complete(until(holds))

    def added(self) -> list[list[str]]:
        return [[source.url for source in spec.sources] for spec in self.chosen[-1].specs]


@pytest.fixture
def control() -> NotedControl:
    control = NotedControl()
    control.answers = {
        url: SourceProbe(url, name="x.iso", size_bytes=4000, ranges=Support.YES, content_type="application/x-iso")
        for url in (A, B)
    }
    control.view = FolderView(free_bytes=10_000)
    return control


@pytest.fixture
def desk(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path, control: NotedControl) -> Desk:
    return Desk(qt_loop, tmp_path, control)


def rows(dialog: AddDialog) -> list[list[str]]:
    """Every row of the tree: its texts."""
    found: list[list[str]] = []

    def walk(item: QTreeWidgetItem) -> None:
        for number in range(item.childCount()):
            child = item.child(number)
            if child is not None:
                found.append([child.text(column) for column in range(dialog.board.tree.columnCount())])
                walk(child)

    walk(dialog.board.tree.invisibleRootItem())
    return found


def test_answers_fill_the_rows_and_the_sum(desk: Desk, control: NotedControl) -> None:
    control.answers[C] = SourceProbe(C, error="The server does not have the file (404).")
    dialog = desk.open(A, B, C)
    desk.until(lambda: len(dialog.board.groups.probes) == 3 and "free" in dialog._problem.text())
    assert rows(dialog) == [
        ["x.iso", "4.00 kB", "", "", "", rows(dialog)[0][5]],
        ["a.example  x.iso", "4.00 kB", "yes", "application/x-iso", "–", "Ready"],
        ["b.example  x.iso", "4.00 kB", "yes", "application/x-iso", "–", "Ready"],
        ["y.iso", "–", "", "", "", rows(dialog)[3][5]],
        ["a.example", "–", "–", "–", "–", "The server does not have the file (404)."],
    ]
    assert "at least 4.00 kB" in dialog._problem.text()
    assert "10.0 kB free" in dialog._problem.text()
    assert dialog._name.isEnabled() is False
    dialog.accept()
    assert desk.added() == [[A, B], [C]]


def test_too_little_room_is_said(desk: Desk, control: NotedControl) -> None:
    control.view = FolderView(free_bytes=3999)
    dialog = desk.open(A)
    desk.until(lambda: "only 4.00 kB free" in dialog._problem.text())
    assert dialog._problem.property("tone") == "bad"
    control.view = FolderView(problem="There is no permission to write into /x.")
    dialog._folder.setText("/x")
    desk.until(lambda: dialog._problem.text().startswith("There is no permission"))
    dialog.accept()
    assert dialog.isVisible()
    assert desk.chosen == [], "it would only fail when it starts"
    dialog._folder.setText("/y")
    dialog.accept()
    assert [spec.folder for spec in desk.chosen[-1].specs] == [Path("/y")], (
        "what is known of another folder is no reason"
    )


def test_typing_asks_after_a_pause_and_only_what_is_new(desk: Desk, control: NotedControl) -> None:
    dialog = desk.open()
    assert "at least one link" in dialog._problem.text()
    for end in range(len("https://a"), len(A) + 1, 5):
        dialog.board.text.setPlainText(A[:end])
    dialog.board.text.setPlainText(A)
    desk.until(lambda: A in dialog.board.groups.probes)
    assert [url for url, _ in control.asked] == [A], "half a link is not asked for"
    dialog.board.text.setPlainText(f"{A}\n{B}")
    desk.until(lambda: B in dialog.board.groups.probes)
    assert [url for url, _ in control.asked] == [A, B]
    referer = dialog.findChild(QLineEdit, "addReferer")
    assert referer is not None
    referer.setText("https://page.example/")
    desk.until(lambda: len(control.asked) == 4)
    assert control.asked[-1][1].headers == (("Referer", "https://page.example/"),)
    dialog.reject()


def test_links_that_went_are_not_asked_any_longer(
    desk: Desk, control: NotedControl, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled: list[str] = []

    async def never(source: object, _options: object) -> SourceProbe:
        try:
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            cancelled.append(source.url)  # type: ignore[attr-defined]  # a SourceSpec
            raise
        raise AssertionError

    monkeypatch.setattr(control, "probe", never)
    dialog = desk.open(A, B)
    desk.until(lambda: rows(dialog)[1][5] == "Asking…")
    dialog.board.text.setPlainText(B)
    desk.until(lambda: cancelled == [A])
    assert [row[0] for row in rows(dialog)[1:]] == ["b.example"]
    assert rows(dialog)[1][5] == "Asking…", "the other one is asked on"
    dialog.reject()
    desk.until(lambda: len(cancelled) > 1)
    assert cancelled == [A, B]
    assert dialog.board.groups.probes == {}
    assert desk.chosen == []


def test_links_are_regrouped_by_hand_and_stay_so(desk: Desk) -> None:
    dialog = desk.open(A, B, C)
    assert dialog.form().groups == ((A, B), (C,))
    dialog.board.tree.select_urls((B,))
    dialog.board.split.click()
    assert dialog.form().groups == ((A,), (B,), (C,))
    desk.until(lambda: len(dialog.board.groups.probes) == 3)
    assert dialog.form().groups == ((A,), (B,), (C,)), "answers do not undo what a person did"
    dialog.board.tree.select_urls((A, C))
    dialog.board.join.click()
    assert dialog.form().groups == ((A, C), (B,))
    dialog.board.sort.click()
    assert dialog.form().groups == ((A, B), (C,))
    dialog.board.tree.clearSelection()
    dialog.board.join.click()
    assert dialog.form().groups == ((A, B, C),)
    assert dialog._name.isEnabled()
    dialog.reject()


def test_a_link_is_dragged_to_another_file(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = desk.open(A, B, C)
    tree = dialog.board.tree

    def drop_at(item: QTreeWidgetItem | None) -> None:
        spot = tree.visualItemRect(item).center() if item is not None else tree.viewport().rect().bottomLeft()
        event = QDropEvent(
            QPointF(spot),
            Qt.DropAction.MoveAction,
            QMimeData(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        monkeypatch.setattr(event, "source", lambda: tree)
        tree.dropEvent(event)

    tree.select_urls([B])
    drop_at(tree.topLevelItem(1))
    assert dialog.form().groups == ((A,), (B, C))
    tree.select_urls([C])
    drop_at(None)
    assert dialog.form().groups == ((A,), (B,), (C,))
    dialog.reject()


def test_as_mirrors_begins_with_one_file(desk: Desk) -> None:
    dialog = desk.open(A, C, as_mirrors=True)
    assert dialog.form().groups == ((A, C),)
    dialog.reject()


def offered(desk: Desk, dialog: AddDialog) -> list[str]:
    """What can be done about what is there already, once that is known."""
    box = dialog.findChild(QComboBox, "addDeed")
    assert box is not None
    desk.until(box.isVisible)
    return [box.itemText(number) for number in range(box.count())]


def twin(kind: TwinKind, *has: str, state: JobState = JobState.PAUSED) -> Twin:
    return Twin(kind, JobId("1" * 16), "x.iso", state, frozenset(has))


GIVE, BESIDE, OUT = "Give that one the new links", "Download it beside that one", "Leave it out"


@pytest.mark.parametrize(
    ("found", "mirrors"),
    [
        (twin(TwinKind.SAME_LINK, A), (B,)),
        (twin(TwinKind.SAME_FILE), (A, B)),
        (twin(TwinKind.FRESH_LINK), (A, B)),
    ],
)
def test_new_links_go_to_the_download_that_has_the_file(
    desk: Desk, control: NotedControl, found: Twin, mirrors: tuple[str, ...]
) -> None:
    control.twins[A] = found
    dialog = desk.open(A, B)
    assert offered(desk, dialog) == [GIVE, BESIDE, OUT]
    assert "“x.iso” in the list" in rows(dialog)[0][5]
    dialog.accept()
    assert desk.added() == []
    assert desk.chosen[-1].mirrors == ((found.job_id, mirrors),)


@pytest.mark.parametrize("found", [twin(TwinKind.SAME_LINK, A, B), twin(TwinKind.SAME_FILE, state=JobState.DONE)])
def test_what_needs_no_links_is_left_out_unless_one_says_so(desk: Desk, control: NotedControl, found: Twin) -> None:
    control.twins[A] = found
    dialog = desk.open(A, B)
    assert offered(desk, dialog) == [OUT, BESIDE]
    dialog.accept()
    assert dialog.isVisible()
    choose = "Nothing is left to add; choose above what becomes of a file that is there already."
    assert dialog._problem.text() == choose
    dialog.neighbours.bar._deeds.activated.emit(1)
    dialog.accept()
    assert desk.added() == [[A, B]]


def test_a_name_that_is_taken_on_the_disk_is_a_choice(desk: Desk, control: NotedControl) -> None:
    control.view = FolderView(10_000, existing={"x.iso": 1})
    dialog = desk.open(A)
    assert offered(desk, dialog) == [BESIDE, "Replace the file", OUT]
    dialog.neighbours.bar._deeds.activated.emit(1)
    dialog.accept()
    assert desk.chosen[-1].specs[0].options.overwrite


def test_a_page_offers_its_links(desk: Desk, control: NotedControl) -> None:
    page = "https://a.example/downloads"
    control.answers[page] = SourceProbe(page, content_type="text/html", is_page=True)
    dialog = desk.open(page)
    wanted: list[str] = []
    dialog.grab_wanted.connect(wanted.append)
    button = dialog.findChild(QPushButton, "addGrab")
    assert button is not None
    desk.until(button.isVisible)
    button.click()
    assert wanted == [page]
    dialog.reject()


def test_enter_adds_from_every_field(desk: Desk, qtbot: QtBot) -> None:
    for field in ("_folder", "_name", "_checksum"):
        dialog = desk.open(A)
        dialog.activateWindow()
        qtbot.waitUntil(dialog._add.hasFocus, timeout=PATIENCE_MS)
        widget = getattr(dialog, field)
        widget.setFocus()
        QTest.keyClick(getattr(widget, "line", widget), Qt.Key.Key_Return)
        assert desk.added() == [[A]]
        desk.chosen.clear()


def test_the_dialog_stays_open_with_a_sentence_until_all_is_right(desk: Desk) -> None:
    dialog = desk.open()
    dialog.accept()
    assert dialog.isVisible()
    assert "at least one link" in dialog._problem.text()
    dialog.board.text.setPlainText(A)
    dialog.accept()
    assert desk.added() == [[A]]


def test_more_options_leave_the_buttons_on_the_screen(desk: Desk) -> None:
    dialog = desk.open(A, B, C)
    room = dialog.screen().availableGeometry()
    dialog.move(room.left() + 5, room.bottom() - dialog.height() - 5)
    dialog._more._toggle.click()
    QApplication.processEvents()
    page = dialog._more._page
    assert page.isVisible()
    assert page.width() <= dialog._more._room.viewport().width(), "nothing is out of sight to the right"
    assert room.contains(dialog.geometry())
    assert dialog.rect().contains(dialog._add.geometry().translated(dialog._buttons.pos()))
    dialog.reject()


def test_everything_one_can_reach_has_a_name(desk: Desk) -> None:
    dialog = desk.open(A)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QLineEdit | QComboBox)
        and not isinstance(widget.parent(), QAbstractSpinBox)
        and not (widget.objectName() and (widget.accessibleName() or getattr(widget, "text", str)()))
    ]
    assert nameless == ["QPushButton ''"], "the button box's own Cancel"
    dialog.reject()


def test_hand_and_guess_live_together() -> None:
    groups = LinkGroups()
    groups.set_links([A, B, C])
    groups.move([C], A)
    assert len(groups.groups) == 1
    groups.set_links([A, C, "https://c.example/x.iso"])
    assert [len(group) for group in groups.groups] == [2, 1], "what is by hand takes nobody up by itself"
    groups.answered(SourceProbe(A, size_bytes=5, validator=Validator('"e"')))
    groups.answered(SourceProbe(C, size_bytes=6))
    groups.answered(SourceProbe("https://gone.example/", size_bytes=6))
    assert groups.odd_ones((A, C)) == {C}
    assert groups.file((A, C)).size_bytes == 5
    assert set(groups.probes) == {A, C}


def test_edited_sources_are_held_against_the_size_that_the_job_knows(desk: Desk, control: NotedControl) -> None:
    control.answers[B] = SourceProbe(B, name="x.iso", size_bytes=4001)
    dialog = SourcesDialog(EditedJob("x.iso", (A,), 4000), desk.bridge)
    chosen: list[tuple[str, ...]] = []
    dialog.chosen.connect(chosen.append)
    dialog.show()
    dialog._links.setPlainText("nonsense")
    dialog.accept()
    assert "is not a link" in dialog._problem.text()
    dialog._links.setPlainText(f"{B}\n{A}")
    desk.until(lambda: len(dialog._groups.probes) == 2)
    item = dialog._tree.topLevelItem(0)
    assert item is not None
    states = [child.text(5) for row in range(item.childCount()) if (child := item.child(row))]
    assert states == ["Another size: it is not the same file", "Ready"]
    dialog._links.setPlainText(f"{B}\n{A}\nhtt")
    assert dialog._tree.topLevelItemCount() == 1, "what was answered stays while one types the next"
    dialog._links.setPlainText("")
    assert dialog._tree.topLevelItemCount() == 0
    dialog._links.setPlainText(f"{B}\n{A}")
    dialog.accept()
    assert chosen == [(B, A)]


def test_against_real_mirrors(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    """The whole way, from typing to a job of two mirrors whose names differ."""
    sample = SeededSample(300_000, seed=3)

    async def begin() -> tuple[WindowApi, MirrorLab, MirrorLab]:
        mirrors = [MirrorBehaviour(), MirrorBehaviour()]
        lab = await MirrorLab(mirrors, sample, path="/real.bin").__aenter__()
        lame = await MirrorLab([MirrorBehaviour(status=404)], sample, path="/real.bin").__aenter__()
        return await WindowApi.open(tmp_path / "profile"), lab, lame

    api, lab, lame = qt_loop.run_until_complete(begin())
    desk = Desk(qt_loop, tmp_path, api)
    dialog = desk.open()
    alias = lab.urls[1].replace("real.bin", "get?id=7")
    dialog.board.text.setPlainText("\n".join((lab.urls[0], alias, lame.urls[0])))
    desk.until(lambda: len(dialog.board.groups.probes) == 3)
    assert dialog.form().groups == ((lab.urls[0], alias), (lame.urls[0],)), "size and version mark say so"
    assert "404" in rows(dialog)[-1][5]
    dialog.board.tree.select_urls([lame.urls[0]])
    dialog.accept()
    assert desk.added() == [[lab.urls[0], alias], [lame.urls[0]]]

    async def end() -> None:
        desk.bridge.detach()
        await api.close()
        for one in (lab, lame):
            await one.__aexit__(None, None, None)

    qt_loop.run_until_complete(end())
