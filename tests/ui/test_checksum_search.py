"""Checksum files that lie beside a download: looked for in the window, offered, and put in only when told to."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import until
from tests.ui.desk import Desk
from tests.ui.values import NotedControl

from headwater.control.checksum_search import FoundChecksum
from headwater.discovery.signatures import SignatureState, SignatureVerdict
from headwater.model.commands import SetOptions
from headwater.model.errors import IntegrityError
from headwater.model.job import Checksum
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.add_dialog import AddDialog, AddStart
from headwater_ui.dialogs.checksum_dialog import ChecksumDialog
from headwater_ui.dialogs.checkup_dialog import CheckupDialog

A, B = "https://a.example/x.iso", "https://b.example/y.iso"
PLAIN = FoundChecksum(
    Checksum("blake2b-512", "ab" * 64, "checksum file B2SUMS of a.example"), "https://a.example/B2SUMS"
)
SIGNED = FoundChecksum(
    Checksum("sha-256", "cd" * 32, "signed checksum file SHA256SUMS of a.example"),
    "https://a.example/SHA256SUMS",
    SignatureVerdict(SignatureState.GOOD, "Signed by Tess Ter.", "Tess Ter"),
)


@pytest.fixture
def control() -> NotedControl:
    return NotedControl()


@pytest.fixture
def wait(qt_loop: asyncio.AbstractEventLoop) -> Callable[[Callable[[], object]], None]:
    return lambda holds: qt_loop.run_until_complete(until(holds))


@pytest.fixture
def bridge(qtbot: QtBot, control: NotedControl) -> Bridge:
    bridge = Bridge()
    bridge.attach(control)
    return bridge


@pytest.mark.parametrize("found", [PLAIN, SIGNED])
def test_what_is_found_is_shown_and_put_in_when_one_says_so(
    wait: Callable[[Callable[[], object]], None],
    control: NotedControl,
    bridge: Bridge,
    tmp_path: Path,
    found: FoundChecksum,
) -> None:
    control.checksums[A] = found
    dialog = AddDialog(AddStart(str(tmp_path), [A]), bridge)
    dialog.show()
    search = dialog._search
    search.look.click()
    assert not search.look.isEnabled()
    wait(search.take.isVisible)
    shown = search.words.text()
    assert found.checksum.hex_digest in shown
    assert found.checksum.origin in shown
    assert ("Signed by Tess Ter." in shown) is (found is SIGNED)
    assert ("It is not signed" in shown) is (found is PLAIN)
    assert dialog.additions().specs[0].options.checksums == (), "nobody said so yet"
    search.take.click()
    assert not search.isVisible()
    assert dialog.additions().specs[0].options.checksums == (found.checksum,)
    dialog._checksum.setText("ef" * 32)
    assert dialog.additions().specs[0].options.checksums == (Checksum("sha-256", "ef" * 32),)
    dialog.done(0)


def test_another_link_is_another_file(
    wait: Callable[[Callable[[], object]], None], control: NotedControl, bridge: Bridge, tmp_path: Path
) -> None:
    control.checksums[A] = PLAIN
    dialog = AddDialog(AddStart(str(tmp_path), [A]), bridge)
    dialog.show()
    dialog._search.look.click()
    wait(dialog._search.take.isVisible)
    dialog.board.text.setPlainText(f"{A}\n{B}")
    assert not dialog._search.isVisible()
    wait(lambda: len(dialog.board.groups.groups) == 2)
    assert not dialog._search.look.isEnabled(), "a checksum fits one file"
    dialog.board.text.setPlainText(B)
    dialog._search.look.click()
    wait(dialog._search.look.isEnabled)
    assert "no checksum file" in dialog._search.words.text()
    assert not dialog._search.take.isVisible()
    dialog.done(0)


def test_a_list_whose_signature_is_bad_is_told_and_not_offered(
    wait: Callable[[Callable[[], object]], None], control: NotedControl, bridge: Bridge, tmp_path: Path
) -> None:
    control.checksums[A] = IntegrityError("SHA256SUMS: The signature of Tess Ter is bad.")
    dialog = AddDialog(AddStart(str(tmp_path), [A]), bridge)
    dialog.show()
    dialog._search.look.click()
    wait(dialog._search.look.isEnabled)
    assert "is bad" in dialog._search.words.text()
    assert not dialog._search.take.isVisible()
    dialog.done(0)


def _look(desk: Desk, row: int) -> ChecksumDialog:
    job = desk.window.jobs.job_at(row)
    desk.control.checksums[job.urls[0]] = SIGNED
    desk.window.table.select_job(job.job_id)
    desk.settle()
    desk.window.actions_by_name["find_checksum"].trigger()
    desk.settle()
    dialog = desk.window.findChild(ChecksumDialog, "checksumDialog")
    assert isinstance(dialog, ChecksumDialog)
    assert dialog.search.take.isVisible()
    return dialog


@pytest.mark.parametrize("row", [0, 2])
def test_an_unfinished_job_must_match_what_was_found(desk: Desk, row: int) -> None:
    dialog = _look(desk, row)
    assert desk.control.told == [], "only shown"
    dialog.search.take.click()
    desk.settle()
    (told,) = desk.control.told
    assert isinstance(told, SetOptions)
    assert told.job_id == desk.window.jobs.job_at(row).job_id
    assert told.options.checksums == (SIGNED.checksum,)


def test_a_finished_job_is_checked_against_what_was_found(desk: Desk) -> None:
    _look(desk, 3).search.take.click()
    dialog = desk.window.findChild(CheckupDialog, "checkupDialog")
    assert isinstance(dialog, CheckupDialog)
    assert dialog.known.toPlainText() == f"sha-256={SIGNED.checksum.hex_digest}"
    assert desk.control.told == []
    dialog.done(0)
