"""The list of jobs on the disk, what was measured of hosts, and what came from them: SQLite on a thread of its own.

Rows are values (`engine.job.StoredRow`); which bytes of a job are had stands in the journal, not here. The rule: when
a method returns, what it wrote outlives the process and the power. Window and terminal may use one catalog at once:
each writes only the rows of the jobs it runs.
"""

import asyncio
import json
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from headwater.engine.codec import decode, encode
from headwater.engine.job import JobRecord, Owner, StoredRow
from headwater.model.errors import LocalError
from headwater.model.job import JobId, JobState
from headwater.model.snapshots import DayTraffic
from headwater.model.source import HostHistory
from headwater.model.wording import say

SCHEMA_VERSION: Final = 1
T = TypeVar("T")

#: Not part of a version: an older program lets it lie.
_TRAFFIC: Final = """
CREATE TABLE IF NOT EXISTS traffic (
    day TEXT NOT NULL,
    host TEXT NOT NULL,
    received_bytes INTEGER NOT NULL,
    PRIMARY KEY (day, host)
) WITHOUT ROWID
"""
_SCHEMA: Final = """
CREATE TABLE jobs (
    job_id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE hosts (host TEXT PRIMARY KEY, history TEXT NOT NULL) WITHOUT ROWID;
"""


class Catalog:
    """Open with `Catalog.open`; every method may raise `LocalError`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="catalog")
        self._base: sqlite3.Connection | None = None
        self.complaint: str | None = None

    @classmethod
    async def open(cls, path: Path) -> "Catalog":
        """Open or make the catalog. One that is damaged is kept beside and `complaint` says so."""
        catalog = cls(path)
        try:
            await catalog._run(catalog._connect)
        except BaseException:  # also when cancelled: nobody else would end its thread
            catalog._thread.shutdown(wait=False)
            raise
        return catalog

    async def rows(self) -> list[StoredRow]:
        """All jobs in their order. A row that cannot be read is left out, and `complaint` says so."""
        return await self._run(self._read_rows)

    async def save(self, row: StoredRow) -> None:
        """Write one job. A new one goes to the end when its position is negative."""
        await self.save_all((row,))

    async def save_all(self, rows: Sequence[StoredRow]) -> None:
        """Write jobs, all or none of them."""
        await self._run(self._write_rows, rows)

    async def remove(self, job_ids: Sequence[JobId]) -> None:
        await self._run(self._delete_rows, job_ids)

    async def save_order(self, order: Sequence[JobId]) -> None:
        """Number the jobs named by their place in `order`; others keep theirs."""
        await self._run(self._write_order, order)

    async def hosts(self) -> dict[str, HostHistory]:
        return await self._run(self._read_hosts)

    async def save_hosts(self, hosts: dict[str, HostHistory]) -> None:
        await self._run(self._write_hosts, hosts)

    async def add_traffic(self, counts: Sequence[DayTraffic]) -> None:
        """Add bytes to what is counted of their days and hosts."""
        await self._run(self._add_traffic, counts)

    async def traffic(self, since: date = date.min) -> tuple[DayTraffic, ...]:
        """All counts from a day on, the oldest day first."""
        return await self._run(self._read_traffic, since)

    async def forget_traffic(self, before: date | None) -> None:
        """Forget what was counted before a day; all of it for None."""
        await self._run(self._delete_traffic, before)

    async def close(self) -> None:
        await self._run(self._disconnect)
        self._thread.shutdown(wait=False)

    # ---- on the catalog's thread -------------------------------------------------------------------------

    async def _run(self, function: Callable[..., T], *args: object) -> T:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._thread, function, *args)
        except sqlite3.Error as error:
            raise LocalError(
                say("The list of jobs in {path} cannot be used: {reason}", path=self._path, reason=error)
            ) from error

    def _connect(self) -> None:
        try:
            self._base = self._opened()
        except sqlite3.OperationalError:  # no room, no permission, locked: not the file's fault
            raise
        except sqlite3.DatabaseError as error:
            aside = self._path.with_name(self._path.name + ".unusable")
            self._path.replace(aside)
            self.complaint = say(
                "The list of jobs was damaged ({reason}); a new one was begun, the old one is {aside}.",
                reason=error,
                aside=aside,
            )
            self._base = self._opened()

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path, timeout=10.0, isolation_level=None)
        try:
            base.execute("PRAGMA journal_mode=WAL")
            base.execute("PRAGMA synchronous=FULL")
            base.execute("BEGIN IMMEDIATE")
            version = base.execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                for statement in _SCHEMA.split(";"):
                    base.execute(statement)
                base.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
            if version <= SCHEMA_VERSION:
                base.execute(_TRAFFIC)
            base.execute("COMMIT")
        except BaseException:  # whatever is wrong, the file must be closed before it is set aside
            base.close()
            raise
        if version > SCHEMA_VERSION:
            base.close()
            raise LocalError(
                say("The list of jobs in {path} was made by a newer version of Headwater", path=self._path)
            )
        return base

    @property
    def _open_base(self) -> sqlite3.Connection:
        if self._base is None:
            raise LocalError(say("The list of jobs in {path} is closed", path=self._path))
        return self._base

    def _read_rows(self) -> list[StoredRow]:
        rows: list[StoredRow] = []
        cursor = self._open_base.execute("SELECT job_id, owner, position, state, record FROM jobs ORDER BY position")
        for job_id, owner, position, state, text in cursor:
            try:
                record = decode(JobRecord, json.loads(text))
                rows.append(StoredRow(JobId(job_id), Owner(owner), position, JobState(state), record))
            except Exception as error:  # noqa: BLE001  # whatever is wrong with one row, the others must load
                self.complaint = say(
                    "The job {job_id} in the list could not be read: {reason}", job_id=job_id, reason=error
                )
        return rows

    def _write_rows(self, rows: Sequence[StoredRow]) -> None:
        base = self._open_base
        texts = [json.dumps(encode(row.record), ensure_ascii=False, separators=(",", ":")) for row in rows]
        with base:  # all are written, or none
            base.execute("BEGIN IMMEDIATE")
            end: int = base.execute("SELECT coalesce(max(position) + 1, 0) FROM jobs").fetchone()[0]
            for number, (row, text) in enumerate(zip(rows, texts, strict=True)):
                base.execute(
                    "INSERT INTO jobs VALUES (?, ?, ?, ?, ?) ON CONFLICT (job_id) DO UPDATE"
                    " SET owner = excluded.owner, state = excluded.state, record = excluded.record",
                    (row.job_id, row.owner.value, _place(row, end + number), row.state.value, text),
                )

    def _delete_rows(self, job_ids: Sequence[JobId]) -> None:
        self._in_one_go("DELETE FROM jobs WHERE job_id = ?", [(job_id,) for job_id in job_ids])

    def _write_order(self, order: Sequence[JobId]) -> None:
        self._in_one_go("UPDATE jobs SET position = ? WHERE job_id = ?", list(enumerate(order)))

    def _read_hosts(self) -> dict[str, HostHistory]:
        hosts: dict[str, HostHistory] = {}
        for host, text in self._open_base.execute("SELECT host, history FROM hosts"):
            hosts[host] = decode(HostHistory, json.loads(text))
        return hosts

    def _write_hosts(self, hosts: dict[str, HostHistory]) -> None:
        rows = [(host, json.dumps(encode(history))) for host, history in hosts.items()]
        self._in_one_go("INSERT OR REPLACE INTO hosts VALUES (?, ?)", rows)

    def _add_traffic(self, counts: Sequence[DayTraffic]) -> None:
        self._in_one_go(
            "INSERT INTO traffic VALUES (?, ?, ?) ON CONFLICT (day, host) DO UPDATE"
            " SET received_bytes = received_bytes + excluded.received_bytes",
            [(count.day.isoformat(), count.host, count.received_bytes) for count in counts],
        )

    def _read_traffic(self, since: date) -> tuple[DayTraffic, ...]:
        rows = self._open_base.execute(
            "SELECT day, host, received_bytes FROM traffic WHERE day >= ? ORDER BY day, host", (since.isoformat(),)
        )
        return tuple(DayTraffic(date.fromisoformat(day), host, count) for day, host, count in rows)

    def _delete_traffic(self, before: date | None) -> None:
        self._in_one_go("DELETE FROM traffic WHERE day < ?", [("9999" if before is None else before.isoformat(),)])

    def _in_one_go(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        with self._open_base as base:  # for all rows, or for none
            base.execute("BEGIN IMMEDIATE")
            base.executemany(statement, rows)

    def _disconnect(self) -> None:
        if self._base is not None:
            self._base.close()
            self._base = None

    def __repr__(self) -> str:
        return f"<Catalog {self._path} {'open' if self._base is not None else 'closed'}>"


def _place(row: StoredRow, end: int) -> int:
    """Where a new row stands: its own position, or `end`."""
    return row.position if row.position >= 0 else end
