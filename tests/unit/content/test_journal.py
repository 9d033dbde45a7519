"""The journal: what it is told it knows again, what it did not finish it does not claim, damage is met with words."""

import sqlite3
import threading
from pathlib import Path

import pytest

from headwater.content.journal import Claim, Journal, JournalEntry
from headwater.content.packed_spans import Extent, pack_extents, pack_spans, unpack_extents, unpack_spans
from headwater.model.errors import LocalError
from headwater.model.job import JobId
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

JOB = JobId("00000000000000aa")
OTHER = JobId("00000000000000bb")


def claim(*durable: tuple[int, int], proven: tuple[tuple[int, int], ...] = (), epoch: int = 0) -> Claim:
    return Claim(1000, SpanSet.of(*durable), SpanSet.of(*proven), epoch)


def extent(start: int, end: int) -> Extent:
    return Extent(start, end, SourceId(3), 0xFFFFFFFF)


async def known(journal: Journal) -> JournalEntry:
    entry = await journal.load(JOB)
    assert entry is not None
    return entry


async def test_what_was_told_is_known_after_opening_again(tmp_path: Path) -> None:
    path, part = tmp_path / "profile" / "journal.db", tmp_path / "x.part"
    journal = await Journal.open(path)
    assert await journal.load(JOB) is None
    await journal.begin(JOB, part, None)
    suppliers = {SourceId(1): SpanSet.of((0, 60)), SourceId(2): SpanSet.of((60, 100))}
    await journal.note(JOB, 0, [extent(0, 100)])
    await journal.checkpoint(JOB, claim((0, 100), proven=((0, 50),)), suppliers)
    await journal.note(JOB, 1, [extent(100, 120), extent(200, 300)])
    await journal.checkpoint(JOB, claim((0, 100), (100, 120), proven=((0, 50),)), {SourceId(1): SpanSet.of((0, 50))})
    await journal.close()

    journal = await Journal.open(path)
    entry = await known(journal)
    assert entry.stored.size_bytes == 1000
    assert entry.stored.part_path == part
    assert entry.stored.durable == entry.stored.received == (Span(0, 120),)
    assert entry.stored.proven == (Span(0, 50),)
    assert entry.stored.suppliers == {1: (Span(0, 50),), 2: (Span(60, 100),)}
    assert entry.recent == (extent(100, 120), extent(200, 300)), "those of a later epoch than the claim's stay"
    assert await journal.load(OTHER) is None
    await journal.intend(JOB, tmp_path / "x", 42)
    entry = await known(journal)
    assert (entry.target_path, entry.target_inode) == (tmp_path / "x", 42)
    await journal.begin(OTHER, tmp_path / "y.part", 5)
    assert await journal.job_ids() == (JOB, OTHER)
    await journal.forget(JOB)
    assert await journal.load(JOB) is None
    assert await journal.job_ids() == (OTHER,)
    await journal.close()
    await journal.close()
    with pytest.raises(RuntimeError):
        await journal.load(JOB)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, threading.Thread]]:
    """Every statement that SQLite was given, and by which thread."""
    heard: list[tuple[str, threading.Thread]] = []
    real = sqlite3.connect

    def connect(path: Path, *, timeout: float, check_same_thread: bool) -> sqlite3.Connection:
        connection = real(path, timeout=timeout, check_same_thread=check_same_thread)
        connection.set_trace_callback(lambda statement: heard.append((statement, threading.current_thread())))
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect)
    return heard


async def test_claims_are_synced_notes_are_not_and_nothing_runs_on_the_loops_thread(
    tmp_path: Path, said: list[tuple[str, threading.Thread]]
) -> None:
    journal = await Journal.open(tmp_path / "journal.db")
    await journal.begin(JOB, tmp_path / "x.part", 1)
    begun = len(said)
    await journal.checkpoint(JOB, claim((0, 1)), {})
    await journal.note(JOB, 1, [extent(0, 1)])
    await journal.close()
    modes = [line for line, _ in said[begun:] if "synchronous" in line or line == "COMMIT"]
    assert modes == ["PRAGMA synchronous = FULL", "COMMIT", "PRAGMA synchronous = NORMAL", "COMMIT"]
    threads = {thread for _, thread in said}
    assert len(threads) == 1
    assert threading.main_thread() not in threads


@pytest.mark.parametrize("damage", ["not a database at all" * 300, None])
async def test_a_damaged_journal_is_set_aside_with_words(tmp_path: Path, damage: str | None) -> None:
    path = tmp_path / "journal.db"
    (tmp_path / "journal.db.damaged-1").write_bytes(b"an earlier one")
    if damage is not None:
        path.write_text(damage)
    else:
        journal = await Journal.open(path)
        for i in range(200):
            await journal.begin(JobId(f"{i:016x}"), tmp_path / ("x" * 200), 1)
        await journal.close()
        raw = bytearray(path.read_bytes())
        raw[4096 : len(raw) // 2] = b"\xa5" * (len(raw) // 2 - 4096)
        path.write_bytes(raw)
    journal = await Journal.open(path)
    assert len(journal.notices) == 1
    assert "was damaged" in journal.notices[0]
    assert "journal.db.damaged-2" in journal.notices[0]
    assert (tmp_path / "journal.db.damaged-2").exists()
    assert (tmp_path / "journal.db.damaged-1").read_bytes() == b"an earlier one"
    await journal.begin(JOB, tmp_path / "x.part", 1)
    assert await journal.load(JOB) is not None
    await journal.close()


async def test_one_damaged_entry_costs_one_job(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    journal = await Journal.open(path)
    await journal.begin(JOB, tmp_path / "x.part", 1)
    await journal.begin(OTHER, tmp_path / "y.part", 1)
    await journal.checkpoint(JOB, claim((0, 100)), {})
    await journal.close()
    with sqlite3.connect(path) as database:
        flipped = bytearray(pack_spans([Span(0, 100)]))
        flipped[9] ^= 1
        database.execute("UPDATE job SET durable = ? WHERE job_id = ?", (bytes(flipped), JOB))
    database.close()
    journal = await Journal.open(path)
    assert await journal.load(JOB) is None
    assert "x.part was damaged" in journal.notices[0]
    assert await journal.load(OTHER) is not None
    await journal.close()


async def test_a_newer_journal_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    await (await Journal.open(path)).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(LocalError, match="newer Headwater"):
        await Journal.open(path)
    assert path.exists()


async def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(LocalError, match="cannot be used"):
        await Journal.open(tmp_path / "file" / "journal.db")


def test_packed_records_find_a_flipped_bit() -> None:
    extents = [extent(0, 5), Extent(2**40, 2**41, SourceId(0), 7)]
    assert unpack_extents(pack_extents(extents)) == extents
    spans = SpanSet.of((0, 10), (20, 2**50))
    assert unpack_spans(pack_spans(spans)) == spans
    assert unpack_spans(pack_spans(())) == SpanSet()
    packed = bytearray(pack_spans(spans))
    for bit in range(len(packed) * 8):
        packed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(ValueError, match="damaged"):
            unpack_spans(bytes(packed))
        packed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(ValueError, match="damaged"):
        unpack_extents(b"")
