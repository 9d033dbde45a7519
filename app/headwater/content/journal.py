"""The journal: what is known of each job's bytes, kept so that a crash or power loss costs next to nothing.

SQLite in WAL mode on a thread of its own. It never claims a byte durable that is not: the caller syncs the part
file first and tells `checkpoint` after. A commit that power loss undoes therefore loses a claim and never
invents one. Checkpoints and what precedes a rename (`intend`) are committed
with a sync of the log, lest minutes of claims hang on SQLite's own laziness, and lest claims taken back come
back. Extents noted between checkpoints are not: after a killed process they are there, after power loss they may
not be, and they are checked against their CRC before anybody believes them.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

from headwater.content.packed_spans import Extent, pack_extents, pack_spans, unpack_extents, unpack_spans
from headwater.model.errors import LocalError
from headwater.model.job import JobId
from headwater.model.ports import StoredJob
from headwater.model.source import SourceId
from headwater.model.spans import SpanSet
from headwater.model.wording import say

P = ParamSpec("P")
R = TypeVar("R")

#: Every step takes the schema from its index to the next version; steps are appended, never changed.
_MIGRATIONS: Final = (
    """
    CREATE TABLE job (
        job_id TEXT PRIMARY KEY,
        size_bytes INTEGER,
        part_path TEXT NOT NULL,
        durable BLOB NOT NULL,
        proven BLOB NOT NULL,
        target_path TEXT,
        target_inode INTEGER
    ) WITHOUT ROWID;
    CREATE TABLE supplied (
        job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
        source_id INTEGER NOT NULL,
        spans BLOB NOT NULL,
        PRIMARY KEY (job_id, source_id)
    ) WITHOUT ROWID;
    CREATE TABLE recent (
        job_id TEXT NOT NULL REFERENCES job ON DELETE CASCADE,
        epoch INTEGER NOT NULL,
        extents BLOB NOT NULL
    );
    CREATE INDEX recent_by_job ON recent (job_id, epoch);
    """,
    """
    ALTER TABLE job ADD COLUMN tree BLOB;
    """,
)

_BUSY_TIMEOUT_S: Final = 10.0


@dataclass(frozen=True, slots=True)
class Claim:
    """What a checkpoint claims: everything in it lies on the disk, synced, before it is handed over.

    What is `proven` counts as far as it is durable. Extents noted up to `epoch` are covered by the claim.
    """

    size_bytes: int | None
    durable: SpanSet
    proven: SpanSet
    epoch: int


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """What the journal knew of a job when it was opened.

    `recent` were written after the last checkpoint: believe none before its CRC is right; notes made from now on
    have `next_epoch` or later. `tree` is what `keep_tree` was given. `target_path` and `target_inode` are set when a
    rename of the finished file may have happened.
    """

    stored: StoredJob
    recent: tuple[Extent, ...]
    next_epoch: int
    target_path: Path | None
    target_inode: int | None
    tree: bytes | None


class Journal:
    """One journal file; any number of jobs. Methods may be called from one event loop at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        #: One sentence where a damaged journal, or one job's damaged entry, had to be set aside.
        self.notices: list[str] = []
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._connection: sqlite3.Connection | None = None

    @classmethod
    async def open(cls, path: Path) -> "Journal":
        """Open or create the journal. A damaged one is set aside under another name (see `notices`).

        Raises `LocalError` when the folder cannot be written or a newer Headwater wrote the journal.
        """
        journal = cls(path)
        try:
            await journal._run(journal._open)
        except BaseException:  # also when cancelled: nobody else would end its thread
            journal._executor.shutdown(wait=False)
            raise
        return journal

    async def load(self, job_id: JobId) -> JournalEntry | None:
        """What is known of a job's bytes, or None. A damaged entry is dropped, with a notice."""
        return await self._run(self._load, job_id)

    async def begin(self, job_id: JobId, part_path: Path, size_bytes: int | None) -> None:
        """Start a job's entry anew, with no claims."""
        await self._run(self._begin, job_id, part_path, size_bytes)

    async def note(self, job_id: JobId, epoch: int, extents: Sequence[Extent]) -> None:
        """Remember extents that were written and are not synced yet."""
        await self._run(self._note, job_id, epoch, pack_extents(extents))

    async def checkpoint(self, job_id: JobId, claim: Claim, suppliers: dict[SourceId, SpanSet]) -> None:
        """Claim bytes that were synced before, and no others: what was claimed and is not in `claim` is revoked.

        `suppliers` are those whose spans changed since the last checkpoint, with all they brought, durable or not.
        On return no crash brings revoked claims back.
        """
        await self._run(self._checkpoint, job_id, claim, suppliers)

    async def keep_tree(self, job_id: JobId, tree: bytes | None) -> None:
        """Remember the job's own hash tree, or forget it (None)."""
        await self._run(self._keep_tree, job_id, tree)

    async def intend(self, job_id: JobId, target: Path, inode: int) -> None:
        """Remember that the part file (its `inode`) is about to be named `target`."""
        await self._run(self._intend, job_id, target, inode)

    async def relocate(self, job_id: JobId, part_path: Path) -> None:
        """Remember that the part file lies elsewhere now."""
        await self._run(self._relocate, job_id, part_path)

    async def forget(self, job_id: JobId) -> None:
        """Drop all that is known of a job's bytes."""
        await self._run(self._forget, job_id)

    async def job_ids(self) -> tuple[JobId, ...]:
        """The jobs that have an entry."""
        return await self._run(self._job_ids)

    async def close(self) -> None:
        if self._connection is None:
            return
        connection, self._connection = self._connection, None
        await asyncio.wrap_future(self._executor.submit(connection.close))
        await asyncio.to_thread(self._executor.shutdown, wait=True)

    async def _run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run on the journal's thread; a cancelled caller does not undo what was begun."""
        future = asyncio.wrap_future(self._executor.submit(function, *args, **kwargs))
        try:
            return await asyncio.shield(future)
        except sqlite3.Error as error:
            raise LocalError(
                say("the journal {path} cannot be used: {reason}", path=self.path, reason=error)
            ) from error

    # --- below: on the journal's thread ---------------------------------------------------------------------

    @property
    def _database(self) -> sqlite3.Connection:
        if self._connection is None:
            raise LocalError(say("the journal {path} is closed", path=self.path))
        return self._connection

    def _open(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _connect(self.path)
        except OSError as error:
            raise LocalError(
                say("the folder {folder} cannot be used: {reason}", folder=self.path.parent, reason=error.strerror)
            ) from error
        except sqlite3.OperationalError:
            raise  # locked, read-only or full: the journal itself may be sound
        except sqlite3.DatabaseError as error:
            aside = _set_aside(self.path)
            self.notices.append(
                say(
                    "The journal {path} was damaged ({reason}) and was set aside as {name}; "
                    "unfinished downloads begin again.",
                    path=self.path,
                    reason=error,
                    name=aside.name,
                )
            )
            self._connection = _connect(self.path)

    def _load(self, job_id: JobId) -> JournalEntry | None:
        row = self._database.execute(
            "SELECT size_bytes, part_path, durable, proven, target_path, target_inode, tree FROM job WHERE job_id = ?",
            (job_id,),
        ).fetchone()
        if row is None:
            return None
        size_bytes, part_path, durable, proven, target_path, target_inode, tree = row
        supplied = self._database.execute("SELECT source_id, spans FROM supplied WHERE job_id = ?", (job_id,))
        noted = self._database.execute(
            "SELECT epoch, extents FROM recent WHERE job_id = ? ORDER BY rowid", (job_id,)
        ).fetchall()
        try:
            stored = StoredJob(
                size_bytes=size_bytes,
                part_path=Path(part_path),
                received=tuple(unpack_spans(durable)),
                proven=tuple(unpack_spans(proven)),
                durable=tuple(unpack_spans(durable)),
                suppliers={SourceId(source_id): tuple(unpack_spans(spans)) for source_id, spans in supplied},
            )
            recent = tuple(extent for _, extents in noted for extent in unpack_extents(extents))
        except ValueError:
            self.notices.append(
                say("What the journal knew of {path} was damaged; it is downloaded again.", path=part_path)
            )
            self._forget(job_id)
            return None
        next_epoch = max((epoch for epoch, _ in noted), default=-1) + 1
        return JournalEntry(stored, recent, next_epoch, Path(target_path) if target_path else None, target_inode, tree)

    def _begin(self, job_id: JobId, part_path: Path, size_bytes: int | None) -> None:
        nothing = pack_spans(())
        with self._database as database:
            _sync_commits(database, True)
            database.execute("DELETE FROM job WHERE job_id = ?", (job_id,))
            database.execute(
                "INSERT INTO job (job_id, size_bytes, part_path, durable, proven) VALUES (?, ?, ?, ?, ?)",
                (job_id, size_bytes, str(part_path), nothing, nothing),
            )

    def _note(self, job_id: JobId, epoch: int, packed: bytes) -> None:
        with self._database as database:
            _sync_commits(database, False)
            database.execute("INSERT INTO recent (job_id, epoch, extents) VALUES (?, ?, ?)", (job_id, epoch, packed))

    def _checkpoint(self, job_id: JobId, claim: Claim, suppliers: dict[SourceId, SpanSet]) -> None:
        proven = (part for span in claim.proven for part in claim.durable.within(span))
        with self._database as database:
            _sync_commits(database, True)
            database.execute(
                "UPDATE job SET size_bytes = ?, durable = ?, proven = ? WHERE job_id = ?",
                (claim.size_bytes, pack_spans(claim.durable), pack_spans(proven), job_id),
            )
            database.executemany(
                "INSERT OR REPLACE INTO supplied (job_id, source_id, spans) VALUES (?, ?, ?)",
                [(job_id, source_id, pack_spans(spans)) for source_id, spans in suppliers.items()],
            )
            database.execute("DELETE FROM recent WHERE job_id = ? AND epoch <= ?", (job_id, claim.epoch))

    def _keep_tree(self, job_id: JobId, tree: bytes | None) -> None:
        with self._database as database:
            _sync_commits(database, tree is None)
            database.execute("UPDATE job SET tree = ? WHERE job_id = ?", (tree, job_id))

    def _intend(self, job_id: JobId, target: Path, inode: int) -> None:
        with self._database as database:
            _sync_commits(database, True)
            database.execute(
                "UPDATE job SET target_path = ?, target_inode = ? WHERE job_id = ?", (str(target), inode, job_id)
            )

    def _relocate(self, job_id: JobId, part_path: Path) -> None:
        with self._database as database:
            _sync_commits(database, True)
            database.execute("UPDATE job SET part_path = ? WHERE job_id = ?", (str(part_path), job_id))

    def _forget(self, job_id: JobId) -> None:
        with self._database as database:
            _sync_commits(database, True)
            database.execute("DELETE FROM job WHERE job_id = ?", (job_id,))

    def _job_ids(self) -> tuple[JobId, ...]:
        return tuple(JobId(job_id) for (job_id,) in self._database.execute("SELECT job_id FROM job ORDER BY job_id"))

    def __repr__(self) -> str:
        return f"<Journal {self.path}{' closed' if self._connection is None else ''}>"


def _sync_commits(database: sqlite3.Connection, wanted: bool) -> None:
    """Choose whether the next commit syncs the log (FULL) or leaves that to SQLite's checkpoints (NORMAL)."""
    database.execute(f"PRAGMA synchronous = {'FULL' if wanted else 'NORMAL'}")


def _connect(path: Path) -> sqlite3.Connection:
    """Open, check and migrate. Raises `LocalError` for a newer schema, `sqlite3.Error` for the rest."""
    connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT_S, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        with closing(connection.execute("PRAGMA quick_check(1)")) as cursor:
            (verdict,) = cursor.fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        _migrate(connection, path)
    except BaseException:  # whatever is wrong, the file must be closed before it is set aside or tried again
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(_MIGRATIONS):
        raise LocalError(
            say("the journal {path} was written by a newer Headwater; use that one, or another profile", path=path)
        )
    for number, step in enumerate(_MIGRATIONS[version:], version + 1):
        connection.executescript(f"BEGIN IMMEDIATE; {step} PRAGMA user_version = {number}; COMMIT;")


def _set_aside(path: Path) -> Path:
    """Rename a damaged journal and its companions; return the new name. Never over an existing file."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    for suffix in ("-wal", "-shm"):
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.rename(aside.with_name(aside.name + suffix))
    path.rename(aside)
    return aside
