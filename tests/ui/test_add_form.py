"""The add dialog's fields become jobs, or one sentence that says what to change."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from headwater.model.errors import UserError
from headwater.model.job import JobSpec
from headwater_ui.dialogs.add_dialog import AddDialog
from headwater_ui.dialogs.add_form import AddForm, Grouping, read_checksum, read_form
from headwater_ui.dialogs.sources_dialog import SourcesDialog

A, B = "https://a.example/x.iso", "https://b.example/x.iso"
SHA = "ab" * 32


def form(tmp_path: Path, **changes: object) -> AddForm:
    return replace(AddForm(A, Grouping.MIRRORS, str(tmp_path)), **changes)  # type: ignore[arg-type]  # test values


def test_mirrors_are_one_job_and_separate_links_several(tmp_path: Path) -> None:
    (one,) = read_form(form(tmp_path, links=f"{A}\n{B}", name="y.iso", checksum=SHA, start_now=False))
    assert [source.url for source in one.sources] == [A, B]
    assert (one.name, one.folder) == ("y.iso", tmp_path)
    assert one.options.start_paused
    assert [(c.algorithm, c.hex_digest) for c in one.options.checksums] == [("sha-256", SHA)]
    several = read_form(form(tmp_path, links=f"{A}\n{B}", grouping=Grouping.SEPARATE))
    assert [[source.url for source in spec.sources] for spec in several] == [[A], [B]]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"links": "  \n"}, "Enter at least one link"),
        ({"links": f"{A}\nnot a link"}, "“not a link” is not a link"),
        ({"folder": ""}, "Choose the folder"),
        ({"folder": "relative/path"}, "whole path"),
        ({"name": "../evil"}, "must not contain"),
        ({"name": "x" * 256}, "too long"),
        ({"checksum": "xyz"}, "hexadecimal"),
        ({"checksum": "abcd"}, "No checksum has 4 digits"),
        ({"checksum": f"md5={SHA}"}, "has 32 digits, this one has 64"),
        ({"checksum": "crc32=abcdef12"}, "not known"),
        ({"links": f"{A}\n{B}", "grouping": Grouping.SEPARATE, "name": "y"}, "fits one file"),
        ({"links": f"{A}\n{B}", "grouping": Grouping.SEPARATE, "checksum": SHA}, "fits one file"),
    ],
)
def test_every_mistake_has_its_sentence(tmp_path: Path, changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        read_form(form(tmp_path, **changes))


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="is a file"):
        read_form(form(tmp_path / "file"))


@pytest.mark.parametrize("text", [SHA, SHA.upper(), f"sha-256={SHA}", f"SHA256:{SHA}", f" sha_256 = {SHA} "])
def test_checksums_are_read_as_people_write_them(text: str) -> None:
    checksum = read_checksum(text)
    assert checksum is not None
    assert (checksum.algorithm, checksum.hex_digest) == ("sha-256", SHA)


def test_dialog_guesses_mirrors_until_the_person_says_otherwise(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = AddDialog(str(tmp_path), (A, B))
    qtbot.addWidget(dialog)
    links = dialog.findChild(QPlainTextEdit, "addLinks")
    separate = dialog.findChild(QRadioButton, "addSeparate")
    assert isinstance(links, QPlainTextEdit)
    assert isinstance(separate, QRadioButton)
    assert dialog.form().grouping is Grouping.MIRRORS
    links.setPlainText(f"{A}\nhttps://b.example/other.iso")
    assert dialog.form().grouping is Grouping.SEPARATE
    links.setPlainText(f"{A}\n{B}")
    assert dialog.form().grouping is Grouping.MIRRORS
    separate.click()
    links.setPlainText(f"{A}\n{B}\n")
    assert dialog.form().grouping is Grouping.SEPARATE


def test_dialog_keeps_open_with_a_sentence_until_all_is_right(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = AddDialog(str(tmp_path), ())
    qtbot.addWidget(dialog)
    chosen: list[tuple[JobSpec, ...]] = []
    dialog.chosen.connect(chosen.append)
    dialog.show()
    dialog.accept()
    assert dialog.isVisible()
    assert "at least one link" in dialog._problem.text()
    dialog._links.setPlainText(A)
    assert dialog._problem.text() == "One file from 1 source"
    dialog.accept()
    assert [[source.url for source in spec.sources] for spec in chosen[0]] == [[A]]


def test_enter_adds_from_every_field(qtbot: QtBot, tmp_path: Path) -> None:
    for field in ("_folder", "_name", "_checksum"):
        dialog = AddDialog(str(tmp_path), (A,))
        qtbot.addWidget(dialog)
        chosen: list[tuple[JobSpec, ...]] = []
        dialog.chosen.connect(chosen.append)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog._add.hasFocus)
        getattr(dialog, field).setFocus()
        QTest.keyClick(getattr(dialog, field), Qt.Key.Key_Return)
        assert len(chosen) == 1


def test_sources_dialog_gives_the_new_list(qtbot: QtBot) -> None:
    dialog = SourcesDialog("x.iso", (A,))
    chosen: list[tuple[str, ...]] = []
    dialog.chosen.connect(chosen.append)
    dialog.show()
    dialog._links.setPlainText("nonsense")
    dialog.accept()
    assert "is not a link" in dialog._problem.text()
    dialog._links.setPlainText(f"{A}\n{B}")
    dialog.accept()
    assert chosen == [(A, B)]
