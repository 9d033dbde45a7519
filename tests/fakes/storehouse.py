"""A job's storage on a real disk, for tests of content: journal, pool, dispatcher, and crashes that leave a copy."""

import asyncio
import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from headwater.content.checkpoints import StoragePace
from headwater.content.disk_pool import DiskPool
from headwater.content.facts import Fact
from headwater.content.io_dispatcher import IoDispatcher
from headwater.content.journal import Journal
from headwater.model.job import Checksum, JobId, PieceHashes
from headwater.model.source import SourceId

F = TypeVar("F")

#: Nothing happens by itself: tests flush, note and checkpoint when they mean it.
BY_HAND: Final = StoragePace(flush_after_s=None, note_after_s=None, checkpoint_after_s=None, checkpoint_bytes=2**62)

JOB: Final = JobId("00000000000000aa")


def sample_bytes(size: int, seed: int = 1) -> bytes:
    """Random bytes, the same for the same seed."""
    return random.Random(seed).randbytes(size)


class Storehouse:
    """A folder with a journal and a pool. `async with Storehouse(tmp_path) as house: ...` closes all it opened."""

    def __init__(self, folder: Path, *, threads: int = 2, queue_bytes: int = 32 * 1024**2) -> None:
        self.folder = folder
        self.part = folder / "sample.bin.part"
        self.target = folder / "sample.bin"
        self.facts: list[Fact] = []
        self.disk = DiskPool(threads, queue_bytes)
        self.journal: Journal
        self._dispatchers: list[IoDispatcher] = []

    async def __aenter__(self) -> Self:
        self.journal = await Journal.open(self.folder / "journal.db")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for dispatcher in self._dispatchers:
            await dispatcher.close()
        await self.journal.close()
        await self.disk.close()

    async def open(
        self,
        size_bytes: int | None,
        *,
        checksums: Sequence[Checksum] = (),
        pieces: PieceHashes | None = None,
        pace: StoragePace = BY_HAND,
        keep_tree: bool = False,
        tree_rate_bytes_per_s: float | None = None,
    ) -> IoDispatcher:
        dispatcher = await IoDispatcher.open(
            JOB,
            self.part,
            size_bytes,
            journal=self.journal,
            disk=self.disk,
            checksums=checksums,
            pieces=pieces,
            report=self.facts.append,
            pace=pace,
            keep_tree=keep_tree,
            tree_rate_bytes_per_s=tree_rate_bytes_per_s,
        )
        self._dispatchers.append(dispatcher)
        return dispatcher

    def crash_into(self, folder: Path) -> "Storehouse":
        """What a `kill -9` at this moment would leave, as a storehouse of its own."""
        folder.mkdir()
        for path in self.folder.iterdir():
            if path.is_file():
                shutil.copy2(path, folder / path.name)
        return Storehouse(folder)

    def told(self, kind: type[F]) -> list[F]:
        """The facts of one kind reported so far."""
        return [fact for fact in self.facts if isinstance(fact, kind)]


async def fill(dispatcher: IoDispatcher, data: bytes, start: int = 0, *, supplier: int = 1, step: int = 50_000) -> None:
    """Let one source bring `data` from `start`, `step` bytes at a time."""
    for at in range(0, len(data), step):
        await dispatcher.accept(SourceId(supplier), start + at, data[at : at + step])


async def turns(count: int = 5) -> None:
    """Let the loop go round, so that callbacks run."""
    for _ in range(count):
        await asyncio.sleep(0)
