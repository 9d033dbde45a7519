"""Counting what came: by day and host, bounded, written now and then, known at once for the month."""

import asyncio
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from headwater.engine import traffic as module
from headwater.engine.catalog import Catalog
from headwater.engine.traffic import MOST_DAYS, OTHER_HOSTS, Traffic
from headwater.model.errors import LocalError
from headwater.model.snapshots import DayTraffic


class Calendar:
    """A clock whose day a test turns."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 30, 12, tzinfo=UTC)

    def monotonic_s(self) -> float:
        return time.monotonic()

    def unix_s(self) -> float:
        return self.now.timestamp()


async def test_days_and_hosts_are_counted_and_kept(tmp_path: Path) -> None:
    catalog, clock = await Catalog.open(tmp_path / "catalog.sqlite3"), Calendar()
    counts = Traffic(catalog, clock)
    counts.count("a.example", 100)
    counts.count("b.example:8080", 5)
    counts.count("a.example", 20)
    assert [(one.host, one.received_bytes) for one in await counts.days()] == [
        ("a.example", 120),
        ("b.example:8080", 5),
    ]
    clock.now += timedelta(days=1)
    counts.count("a.example", 7)
    await counts.close()
    again = Traffic(catalog, clock)
    await again.recall()
    assert [(one.day.day, one.received_bytes) for one in await again.days()] == [(30, 120), (30, 5), (1, 7)]
    assert again.used_this_month("*.example") == 7, "a month has begun"
    await again.close()
    await catalog.close()


async def test_the_month_is_known_at_once_also_what_came_before_the_start(tmp_path: Path) -> None:
    catalog, clock = await Catalog.open(tmp_path / "catalog.sqlite3"), Calendar()
    await catalog.add_traffic(
        [DayTraffic(date(2026, 11, 2), "a.example:80", 50), DayTraffic(date(2026, 10, 31), "a.example:80", 900)]
    )
    counts = Traffic(catalog, clock)
    await counts.recall()
    counts.count("a.example:80", 1)
    counts.count("c.test", 1000)
    assert counts.used_this_month("A.example") == 51
    assert counts.used_this_month("*") == 1051
    await counts.forget()
    assert counts.used_this_month("*") == 0
    assert await counts.days() == ()
    await counts.close()
    await catalog.close()


async def test_hosts_and_days_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_HOSTS_A_DAY", 3)
    catalog, clock = await Catalog.open(tmp_path / "catalog.sqlite3"), Calendar()
    old = clock.now.date() - timedelta(days=MOST_DAYS + 1)
    await catalog.add_traffic([DayTraffic(old, "a.example", 1)])
    counts = Traffic(catalog, clock)
    for number in range(5):
        counts.count(f"{number}.example", 10)
    assert {one.host: one.received_bytes for one in await counts.days()} == {
        "0.example": 10, "1.example": 10, "2.example": 10, OTHER_HOSTS: 20,
    }  # fmt: skip
    await counts.close()
    await catalog.close()


async def test_counts_are_written_by_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LAG_S", 0.0)
    catalog = await Catalog.open(tmp_path / "catalog.sqlite3")
    written = asyncio.Event()
    add = catalog.add_traffic

    async def noted(counts: list[DayTraffic]) -> None:
        await add(counts)
        written.set()

    monkeypatch.setattr(catalog, "add_traffic", noted)
    counts = Traffic(catalog, Calendar())
    counts.count("a.example", 3)
    await written.wait()
    assert [one.received_bytes for one in await catalog.traffic()] == [3]
    await counts.close()
    await catalog.close()


async def test_what_could_not_be_written_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = await Catalog.open(tmp_path / "catalog.sqlite3")
    counts, add = Traffic(catalog, Calendar()), catalog.add_traffic

    async def refused(_counts: object) -> None:
        raise LocalError("the disk is full")

    monkeypatch.setattr(catalog, "add_traffic", refused)
    counts.count("a.example", 3)
    with pytest.raises(LocalError, match="full"):
        await counts.days()
    counts.count("a.example", 4)
    monkeypatch.setattr(catalog, "add_traffic", add)
    assert [one.received_bytes for one in await counts.days()] == [7]
    await counts.close()
    await catalog.close()
