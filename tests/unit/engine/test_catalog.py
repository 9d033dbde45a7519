"""The catalog: rows come back as they were, two processes share it, damage is kept aside."""

import sqlite3
from pathlib import Path

import pytest

from headwater.engine.catalog import SCHEMA_VERSION, Catalog
from headwater.engine.job import JobRecord, Owner, StoredRow
from headwater.model.errors import LocalError
from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.source import HostHistory, SourceSpec, Support


def row(letter: str, state: JobState = JobState.WAITING, position: int = -1) -> StoredRow:
    spec = JobSpec((SourceSpec(f"http://host/{letter}"),), Path("/out"))
    return StoredRow(JobId(letter), Owner.WINDOW, position, state, JobRecord(spec, 1.0, (f"http://host/{letter}",)))


async def test_rows_come_back_in_order(tmp_path: Path) -> None:
    catalog = await Catalog.open(tmp_path / "catalog.sqlite3")
    for letter in "abc":
        await catalog.save(row(letter))
    await catalog.save(row("a", JobState.PAUSED))
    await catalog.save_order([JobId(letter) for letter in "cab"])
    await catalog.remove([JobId("b")])
    await catalog.close()
    catalog = await Catalog.open(tmp_path / "catalog.sqlite3")
    rows = await catalog.rows()
    await catalog.close()
    assert [(each.job_id, each.state) for each in rows] == [("c", JobState.WAITING), ("a", JobState.PAUSED)]
    assert rows[0].record == row("c").record


async def test_two_processes_append_to_one_list(tmp_path: Path) -> None:
    first = await Catalog.open(tmp_path / "catalog.sqlite3")
    second = await Catalog.open(tmp_path / "catalog.sqlite3")
    await first.save(row("a"))
    await second.save(row("b"))
    await first.save(row("c"))
    assert [each.job_id for each in await second.rows()] == ["a", "b", "c"]
    await first.close()
    await second.close()


async def test_hosts(tmp_path: Path) -> None:
    catalog = await Catalog.open(tmp_path / "catalog.sqlite3")
    history = HostHistory(rate_bytes_per_s=1e6, latency_s=0.1, channels=3, multi_range=Support.NO)
    await catalog.save_hosts({"host:80": history})
    assert await catalog.hosts() == {"host:80": history}
    await catalog.close()


async def test_a_damaged_catalog_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite3"
    path.write_bytes(b"this is no database" * 100)
    catalog = await Catalog.open(path)
    assert await catalog.rows() == []
    assert catalog.complaint is not None
    assert "damaged" in catalog.complaint
    await catalog.close()
    assert (tmp_path / "catalog.sqlite3.unusable").exists()


async def test_one_row_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite3"
    catalog = await Catalog.open(path)
    await catalog.save(row("a"))
    await catalog.save(row("b"))
    await catalog.close()
    with sqlite3.connect(path) as base:
        base.execute("UPDATE jobs SET record = '{}' WHERE job_id = 'a'")
    base.close()
    catalog = await Catalog.open(path)
    assert [each.job_id for each in await catalog.rows()] == ["b"]
    assert catalog.complaint is not None
    assert "a" in catalog.complaint
    await catalog.close()


async def test_a_newer_catalog_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite3"
    await (await Catalog.open(path)).close()
    with sqlite3.connect(path) as base:
        base.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    base.close()
    before = path.read_bytes()
    with pytest.raises(LocalError, match="newer"):
        await Catalog.open(path)
    assert path.read_bytes() == before


async def test_what_fails_half_way_leaves_the_list_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite3"
    catalog = await Catalog.open(path)
    await catalog.save_all([row("a"), row("b")])
    base = sqlite3.connect(path)
    for deed in ("INSERT", "UPDATE"):
        refusal = "WHEN NEW.job_id = 'b' BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        base.execute(f"CREATE TRIGGER refused_{deed} BEFORE {deed} ON jobs {refusal}")
    base.commit()
    base.close()
    with pytest.raises(LocalError, match="the disk is full"):
        await catalog.save_all([row("c"), row("b", JobState.PAUSED)])
    with pytest.raises(LocalError, match="the disk is full"):
        await catalog.save_order([JobId("none"), JobId("a"), JobId("b")])
    assert [(each.job_id, each.position, each.state) for each in await catalog.rows()] == [
        ("a", 0, JobState.WAITING),
        ("b", 1, JobState.WAITING),
    ]
    await catalog.save(row("d"))  # nothing is left open that would keep others out
    assert [each.job_id for each in await catalog.rows()] == ["a", "b", "d"]
    await catalog.close()


async def test_a_closed_catalog_says_so(tmp_path: Path) -> None:
    catalog = await Catalog.open(tmp_path / "catalog.sqlite3")
    await catalog.close()
    assert "closed" in repr(catalog)
