"""Links, patterns and documents on their way into the list."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QComboBox, QTableWidget
from tests.ui.desk import Desk

from headwater.control.document_fetch import DescribedFile, load_any
from headwater.control.metalink_command import make_metalink
from headwater.control.profile import Profile
from headwater.engine.queue_plan import QueueSpec
from headwater.model.arrangement import Category, Priority
from headwater.model.commands import AddJob, SetSources
from headwater.model.errors import UserError
from headwater.model.job import Checksum, JobId, JobSpec, JobState
from headwater.model.probe import FolderView, Twin, TwinKind
from headwater.model.source import SourceSpec
from headwater_ui import main as root
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.add_dialog import AddDialog
from headwater_ui.dialogs.add_form import read_links
from headwater_ui.dialogs.adopt_dialog import AdoptDialog
from headwater_ui.dialogs.document_dialog import DocumentDialog
from headwater_ui.dialogs.grab_dialog import GrabDialog
from headwater_ui.links import places_in_mime
from headwater_ui.main import read_arguments

A, B = "https://a.example/x.iso", "https://b.example/x.iso"
FILES = (
    DescribedFile("one.iso", 1000, (SourceSpec(A), SourceSpec(B)), (Checksum("sha-256", "ab" * 32, "Metalink"),)),
    DescribedFile("two.iso", 2000, (SourceSpec("https://a.example/two.iso"),)),
    DescribedFile("lost.iso", 3000, ()),
)


def dialog_of(desk: Desk) -> DocumentDialog:
    dialog = desk.window.findChild(DocumentDialog, "documentDialog")
    assert isinstance(dialog, DocumentDialog)
    return dialog


def added(desk: Desk) -> list[JobSpec]:
    return [told.spec for told in desk.control.told if isinstance(told, AddJob)]


def test_what_another_start_hands_over_before_the_engine_is_there_waits_for_it(desk: Desk, tmp_path: Path) -> None:
    asked = read_arguments(["--profile", str(tmp_path), A])
    bridge = Bridge()
    session = root._Session(desk.window, bridge, Profile.find(tmp_path), asked)
    session.take([B])
    assert asked.places == [A, B]
    bridge.attach(desk.control)
    session.take(["https://c.example/y.iso"])
    desk.settle()
    assert [source.url for spec in added(desk) for source in spec.sources] == ["https://c.example/y.iso"]
    bridge.detach()


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("https://a.example/d[01-03].iso", [f"https://a.example/d0{i}.iso" for i in (1, 2, 3)]),
        ("https://a.example/x.{iso,sig}", ["https://a.example/x.iso", "https://a.example/x.sig"]),
        ("https://{a,b}.example/x.iso", [A, B]),
        ("http://[::1]:8000/x", ["http://[::1]:8000/x"]),
        ("https://a.example/[Group-Name]x.mkv", ["https://a.example/[Group-Name]x.mkv"]),
        ("see https://a.example/x.iso (good)", [A]),
    ],
)
def test_a_pattern_stands_for_several_links(line: str, links: list[str]) -> None:
    assert list(read_links(line)) == links


def test_a_pattern_that_counts_to_nowhere_has_its_sentence() -> None:
    with pytest.raises(UserError, match=r"^\[9-1\] counts to nowhere"):
        read_links("https://a.example/[9-1]")
    with pytest.raises(UserError, match=r"^The pattern stands for 100,000,000 URLs"):
        read_links("https://a.example/[1-10000]/[1-10000]")


def test_a_drop_of_files_gives_their_paths(tmp_path: Path) -> None:
    mime = QMimeData()
    paths = [str(tmp_path / name) for name in ("x.meta4", "links.TXT", "film.mkv")]
    mime.setUrls([*map(QUrl.fromLocalFile, paths), QUrl(A)])
    assert places_in_mime(mime) == (paths[0], paths[1], A)


@pytest.mark.parametrize("name", ["film.mkv.part", "Unconfirmed 7.crdownload", "film.mkv.ARIA2"])
def test_a_partial_file_that_is_dropped_is_gone_on_with(desk: Desk, name: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/x/{name}")])
    deed = desk.window.adding.deed_for(mime)
    assert deed is not None
    deed()
    desk.settle()
    dialog = desk.window.findChild(AdoptDialog, "adoptDialog")
    assert isinstance(dialog, AdoptDialog)
    assert dialog.file.text() == f"/x/{name}"
    dialog.reject()


def test_a_document_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    desk.control.documents["/x/two.meta4"] = FILES
    desk.window.adding.add_places(["/x/two.meta4"])
    desk.settle()
    dialog = dialog_of(desk)
    table = dialog.findChild(QTableWidget, "documentFiles")
    assert isinstance(table, QTableWidget)
    rows = [[item.text() for column in range(4) if (item := table.item(row, column))] for row in range(3)]
    assert rows[0] == ["one.iso", "1.00 kB", "2", "SHA-256"]
    assert rows[2] == ["lost.iso", "3.00 kB", "0", "none"]
    assert "3.00 kB" in dialog._problem.text()
    second = table.item(1, 0)
    assert second is not None
    second.setCheckState(Qt.CheckState.Unchecked)
    dialog._folder.setText(str(tmp_path))
    dialog.accept()
    desk.settle()
    (spec,) = added(desk)
    assert (spec.name, spec.folder, [source.url for source in spec.sources]) == ("one.iso", tmp_path, [A, B])
    assert spec.options.checksums == FILES[0].checksums


def test_files_of_a_document_go_into_no_folder_that_takes_none(desk: Desk) -> None:
    desk.control.documents["/x/two.meta4"] = FILES
    desk.control.view = FolderView(problem="Nothing can be stored in /proc.")
    desk.window.adding.add_places(["/x/two.meta4"])
    desk.settle()
    dialog = dialog_of(desk)
    assert dialog._problem.text() == "Nothing can be stored in /proc."
    dialog.accept()
    assert dialog.isVisible()
    desk.control.view = FolderView(10**9)
    dialog._folder.setText("/y")
    desk.settle()
    dialog.accept()
    desk.settle()
    assert [spec.folder for spec in added(desk)] == [Path("/y")] * 2


def test_what_a_document_describes_and_is_there_already_is_a_choice(desk: Desk) -> None:
    desk.control.documents["/x/two.meta4"] = FILES
    desk.control.twins[A] = Twin(TwinKind.SAME_LINK, JobId("7"), "one.iso", JobState.PAUSED, frozenset({A}))
    desk.control.view = FolderView(free_bytes=10, existing={"two.iso": 1})
    desk.window.adding.add_places(["/x/two.meta4"])
    desk.settle()
    dialog = dialog_of(desk)
    state = [item.text() for row in range(3) if (item := dialog._table.item(row, 4))]
    assert state[0] == "“one.iso” in the list has this link: Give that one the new links"
    assert state[1:] == ["A file of that name is there already: Download it beside that one", ""]
    assert "only 10 B free" in dialog._problem.text()
    dialog._table.selectRow(1)
    dialog._clash_bar._deeds.activated.emit(1)
    additions = dialog.additions()
    assert additions.mirrors == ((JobId("7"), (B,)),)
    assert [(spec.name, spec.options.overwrite) for spec in additions.specs] == [("two.iso", True)]
    dialog.reject()


def test_queues_and_categories_are_offered(desk: Desk, tmp_path: Path) -> None:
    night, discs = QueueSpec("Night"), Category("Discs", suffixes=(".iso",))
    desk.control.settings = replace(desk.control.settings, queues=(night,), categories=(discs,))
    desk.window.adding.open_places([A])
    dialog = desk.window.findChild(AddDialog, "addDialog")
    assert isinstance(dialog, AddDialog)
    for name, words in (("addQueue", "Night"), ("addCategory", "Discs"), ("addPriority", "High")):
        box = dialog.findChild(QComboBox, name)
        assert box is not None
        box.setCurrentText(words)
    dialog._folder.setText(str(tmp_path))
    dialog.accept()
    desk.settle()
    (spec,) = added(desk)
    assert (spec.options.queue, spec.options.category, spec.options.priority) == ("Night", "Discs", Priority.HIGH)
    assert desk.window.adding.default_folder() == Path("/home/ada/Downloads"), "categories begin at the one for all"


def test_new_links_reach_the_job_that_has_the_file(desk: Desk) -> None:
    there = desk.control.jobs()[1]
    desk.control.twins[A] = Twin(TwinKind.SAME_FILE, there.job_id, there.name, there.state, frozenset())
    desk.window.adding.open_places([A])
    desk.settle()
    dialog = desk.window.findChild(AddDialog, "addDialog")
    assert isinstance(dialog, AddDialog)
    dialog._look()
    desk.settle()
    dialog.accept()
    desk.settle()
    (told,) = desk.control.told
    assert isinstance(told, SetSources)
    assert [source.url for source in told.sources] == [*there.urls, A]


def test_a_page_with_many_links_goes_to_the_grabber(desk: Desk) -> None:
    desk.control.documents["/x/page.html"] = "".join(f'<a href="https://a.example/{i}.iso">{i}</a>' for i in range(20))
    desk.window.adding.open_places(["/x/page.html"])
    desk.settle()
    dialog = desk.window.findChild(GrabDialog, "grabDialog")
    assert isinstance(dialog, GrabDialog)
    assert dialog._model.rowCount() == 20
    dialog._all.click()
    dialog._mirrors.click()
    add = desk.window.findChild(AddDialog, "addDialog")
    assert isinstance(add, AddDialog)
    assert [len(group) for group in add.form().groups] == [20]
    add.reject()


def test_a_piece_of_a_page_with_many_links_is_chosen_from(desk: Desk) -> None:
    html = "".join(f'<a href="https://a.example/{number}.iso">{number}</a>' for number in range(20))
    for text, is_page in ((html, True), (html[:300], False)):
        mime = QMimeData()
        mime.setHtml(text)
        deed = desk.window.adding.deed_for(mime)
        assert deed is not None
        deed()
        kind = GrabDialog if is_page else AddDialog
        dialog = desk.window.findChild(kind)
        assert dialog is not None
        dialog.reject()
        desk.settle()
    assert desk.window.adding.deed_for(QMimeData()) is None


def test_a_link_to_a_document_stands_for_what_it_describes(desk: Desk, tmp_path: Path) -> None:
    link = "https://a.example/two.torrent"
    desk.control.documents[link] = FILES[:1]
    desk.window.adding.open_places([link, A])
    desk.settle()
    assert dialog_of(desk).additions().specs[0].name == "one.iso"
    dialog = desk.window.findChild(AddDialog, "addDialog")
    assert isinstance(dialog, AddDialog)
    dialog._folder.setText(str(tmp_path))
    dialog.board.text.setPlainText(f"{A}\n{link}")
    dialog.accept()
    desk.settle()
    assert [[source.url for source in spec.sources] for spec in added(desk)] == [[A]]


def test_a_text_gives_its_links_and_one_without_says_so(desk: Desk) -> None:
    desk.control.documents |= {
        "/x/list.txt": f"{A}\nand {B}\n",
        "/x/page.html": f'<a href="{B}">b</a>',
        "/x/no.txt": "-",
    }
    for place, links in (("/x/list.txt", [A, B]), ("/x/page.html", [B])):
        desk.window.adding.open_places([place])
        desk.settle()
        dialog = desk.window.findChildren(AddDialog, "addDialog")[-1]
        assert dialog.board.text.toPlainText().splitlines() == links
    desk.window.adding.open_places(["/x/no.txt"])
    desk.settle()
    assert desk.window.status.notice == "There is no link in no.txt."


def test_what_a_web_page_offers_is_asked_about_and_never_added(desk: Desk) -> None:
    offer = f"headwater:add?url={A}&mirror={B}&name=named.iso&checksum=md5=00"
    for hand_over in (desk.window.adding.add_places, desk.window.adding.open_places):
        hand_over([offer])
        desk.settle()
        (dialog,) = desk.window.findChildren(AddDialog)
        assert dialog.board.text.toPlainText().split() == [A, B]
        assert (dialog._name.text(), dialog._checksum.text()) == ("named.iso", "md5=00")
        assert added(desk) == []
        dialog.reject()
        desk.settle()
    desk.window.adding.add_places(["headwater:add?url=file:///etc/passwd"])
    assert desk.window.findChildren(AddDialog) == []
    assert desk.window.status.notice == "There is no link in what the web page offers."


def test_a_dropped_offer_is_one_place() -> None:
    mime = QMimeData()
    mime.setText(f"headwater:add?url={A}")
    assert places_in_mime(mime) == (f"headwater:add?url={A}",)
    mime.setText(f"{A} headwater:add")
    assert places_in_mime(mime) == (A,)


def test_links_of_the_command_line_become_groups_and_none_comes_twice(desk: Desk) -> None:
    there = desk.control.jobs()[0]
    desk.window.adding.add_places([A, B, there.urls[0]])
    desk.settle()
    assert [[source.url for source in spec.sources] for spec in added(desk)] == [[A, B]]
    assert desk.window.status.notice == f"“{there.name}” is in the list already."


async def test_documents_and_texts_are_told_apart_by_what_is_in_them(tmp_path: Path) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(b"abc")
    document = tmp_path / "list.txt"
    document.write_bytes(await asyncio.to_thread(make_metalink, path, [A]))
    described = await load_any(str(document))
    assert not isinstance(described, str)
    assert described[0].name == "file.bin"
    document.write_text(A)
    assert await load_any(str(document)) == A
    document.write_bytes(b"\0\1")
    with pytest.raises(UserError, match="is no Metalink, no torrent and no text"):
        await load_any(str(document))
