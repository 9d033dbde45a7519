"""Power loss and `kill -9` at random moments: no byte that the journal calls durable or proven is wrong.

Power loss is modelled at the system's edge: what was written since the last completed sync of the part file survives by
chance, sector by sector, and in any order; commits that SQLite did not sync may be undone. `kill -9` is real.
"""

import asyncio
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.storehouse import JOB, Storehouse, fill, sample_bytes

from headwater.content import hash_tree
from headwater.content.checkpoints import StoragePace
from headwater.content.io_dispatcher import IoDispatcher
from headwater.content.journal import Journal
from headwater.model.job import Checksum, PieceHashes
from headwater.model.ports import Move
from headwater.model.source import SourceId
from headwater.model.spans import Span

SECTOR = 512
PIECE = 1 << 14
SIZE = 1_000_003
DATA = sample_bytes(SIZE)
LIES = bytes(byte ^ 0x5A for byte in DATA)

pieces = PieceHashes(
    "sha-256", PIECE, b"".join(hashlib.sha256(DATA[at : at + PIECE]).digest() for at in range(0, SIZE, PIECE))
)
checksum = Checksum("sha-256", hashlib.sha256(DATA).hexdigest())


class LossyDisk:
    """Knows what of the part file is on the platter, and what only in the system's memory."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, dice: random.Random) -> None:
        self._dice = dice
        self._lock = threading.Lock()
        self._stable = bytearray(SIZE)
        self._volatile: list[tuple[int, bytes]] = []
        self._pwritev, self._fdatasync, self._fsync = os.pwritev, os.fdatasync, os.fsync
        monkeypatch.setattr(os, "pwritev", self._write)
        monkeypatch.setattr(os, "fdatasync", lambda descriptor: self._sync(self._fdatasync, descriptor))

    def _write(self, descriptor: int, buffers: Sequence[bytes | memoryview], offset: int) -> int:
        with self._lock:
            self._volatile.append((offset, b"".join(buffers)))
        return self._pwritev(descriptor, buffers, offset)

    def _sync(self, sync: Callable[[int], None], descriptor: int) -> None:
        with self._lock:
            begun = len(self._volatile)
        sync(descriptor)
        with self._lock:
            for offset, data in self._volatile[:begun]:
                self._stable[offset : offset + len(data)] = data
            del self._volatile[:begun]

    def lose_power(self) -> bytes:
        """What the file holds after: of what was not synced, any sectors."""
        with self._lock:
            image, volatile = bytearray(self._stable), list(self._volatile)
        chance = self._dice.choice([0.0, 0.5, 0.9, 1.0])
        for offset, data in self._dice.sample(volatile, len(volatile)):
            at = offset
            while at < offset + len(data):
                end = min(offset + len(data), at - at % SECTOR + SECTOR)
                if self._dice.random() < chance:
                    image[at:end] = data[at - offset : end - offset]
                at = end
        return bytes(image)

    def restart(self, image: bytes) -> None:
        with self._lock:
            self._stable, self._volatile = bytearray(image), []


class LossyJournal:
    """Copies of the journal's files as they were after the last synced commit, and as they are now."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._folder = folder
        self.synced = self.files()
        for name in ("_begin", "_checkpoint", "_intend", "_keep_tree"):
            self._watch(monkeypatch, name)

    def _watch(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        real = getattr(Journal, name)

        def then_copy(journal: Journal, *args: Any) -> None:
            real(journal, *args)
            if name != "_keep_tree" or args[-1] is None:  # a tree that is lost was worth little; one taken back is not
                self.synced = self.files()

        monkeypatch.setattr(Journal, name, then_copy)

    def files(self) -> dict[str, bytes]:
        """Called on the journal's thread, so that no commit is half done."""
        return {path.name: path.read_bytes() for path in self._folder.glob("journal.db*")}


async def require_honest(house: Storehouse, dispatcher: IoDispatcher, image: bytes, *, has_liar: bool) -> None:
    """What the journal claims is what the disk has, and is right; and the tree in it accuses nobody."""
    assert not await dispatcher._assurance.judge_inherited()
    for span in dispatcher.proven:
        assert image[span.start : span.end] == DATA[span.start : span.end], f"proven and wrong: {span}"
    for span in dispatcher.received:
        held = image[span.start : span.end]
        if not has_liar:
            assert held == DATA[span.start : span.end], f"received and wrong: {span}"
            continue
        honest = all(
            held[part.start - span.start : part.end - span.start]
            == (LIES if supplier == 9 else DATA)[part.start : part.end]
            for supplier, spans in dispatcher.suppliers.items()
            for part in spans.within(span)
        )
        assert honest, f"received, and not what its supplier brought: {span}"


def _mover(data: bytes) -> Move:
    return lambda descriptor, offset, size: os.pwritev(descriptor, [data[:size]], offset)


async def one_life(
    house: Storehouse, disk: LossyDisk, journal: LossyJournal, dice: random.Random, *, with_pieces: bool, moments: int
) -> tuple[bytes, dict[str, bytes]]:
    """Download for some `moments`, then lose power; what is left of part file and journal."""
    trusted = {"pieces": pieces} if with_pieces else {}
    pace = StoragePace(
        flush_after_s=0.0, note_after_s=0.001, checkpoint_after_s=0.003, checkpoint_bytes=100_000, tree_after_s=0.0
    )
    dispatcher = await house.open(SIZE, pace=pace, keep_tree=True, **trusted)  # type: ignore[arg-type]  # a dict of one known key
    for _ in range(moments):
        gaps = list(dispatcher.received.gaps(Span(0, SIZE)))
        if gaps:
            gap = dice.choice(gaps)
            start = dice.randrange(gap.start, gap.end)
            supplier = dice.choice([1, 2, 9] if with_pieces else [1, 2])
            end = min(gap.end, start + dice.randrange(1, 60_000))
            data = (LIES if supplier == 9 else DATA)[start:end]
            pours = random.Random(start).random() < 0.5
            if not pours or await dispatcher.pour(SourceId(supplier), Span(start, end), _mover(data)) is None:
                await dispatcher.accept(SourceId(supplier), start, data)
        for _ in range(dice.randrange(5)):
            await asyncio.sleep(dice.choice([0, 0, 0.002]))
    # First the journal, then the disk: bytes synced in between may be unclaimed, never the other way round.
    left = await asyncio.wrap_future(house.journal._executor.submit(journal.files))
    return disk.lose_power(), journal.synced if dice.random() < 0.3 else left


async def lives(folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int, *, with_pieces: bool) -> None:
    dice = random.Random(seed)
    monkeypatch.setattr(hash_tree, "_MIN_PIECE_BYTES", 16 * 1024)  # so that some of so small a file's are whole
    disk = LossyDisk(monkeypatch, dice)
    trusted = {"pieces": pieces} if with_pieces else {}
    for life in range(4):
        here = folder / str(life)
        here.mkdir(exist_ok=True)
        journal = LossyJournal(monkeypatch, here)
        async with Storehouse(here) as house:
            image, files = await one_life(
                house, disk, journal, dice, with_pieces=with_pieces, moments=dice.randrange(1, 40)
            )
        disk.restart(image)
        following = folder / str(life + 1)
        following.mkdir()
        for name, content in files.items():
            (following / name).write_bytes(content)
        (following / "sample.bin.part").write_bytes(image)
        shutil.copytree(following, folder / f"look {life}")
        async with Storehouse(folder / f"look {life}") as look:
            # The entry names the part file of the life before; it moves with the profile in these tests.
            await asyncio.wrap_future(look.journal._executor.submit(rename_part, look))
            dispatcher = await look.open(SIZE, keep_tree=True)
            await require_honest(look, dispatcher, image, has_liar=with_pieces)
        async with Storehouse(following) as house:
            await asyncio.wrap_future(house.journal._executor.submit(rename_part, house))
    async with Storehouse(folder / "4") as house:
        dispatcher = await house.open(SIZE, checksums=[checksum], **trusted)  # type: ignore[arg-type]  # as above
        await dispatcher._ending.quiet()  # what the liar brought is judged and given up
        while not dispatcher.is_complete:
            await fill(dispatcher, DATA, supplier=3)
            await dispatcher._ending.quiet()
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA


def rename_part(house: Storehouse) -> None:
    with house.journal._database as database:
        database.execute("UPDATE job SET part_path = ? WHERE job_id = ?", (str(house.part), JOB))


@pytest.mark.parametrize("with_pieces", [False, True])
@pytest.mark.parametrize("seed", range(8))
async def test_power_loss_at_random_moments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, with_pieces: bool
) -> None:
    await lives(tmp_path, monkeypatch, seed, with_pieces=with_pieces)


@pytest.mark.stress
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("with_pieces", [False, True])
@pytest.mark.parametrize("seed", range(100, 300))
async def test_power_loss_at_many_more_moments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, with_pieces: bool
) -> None:
    await lives(tmp_path, monkeypatch, seed, with_pieces=with_pieces)


CHILD = """
import asyncio, random, sys
from pathlib import Path
from headwater.content.checkpoints import StoragePace
from headwater.model.source import SourceId
from headwater.model.spans import Span
from tests.e2e.test_torn_writes import DATA, SIZE, LIES, pieces
from tests.fakes.storehouse import Storehouse

async def main(folder, seed):
    dice = random.Random(seed)
    async with Storehouse(folder) as house:
        pace = StoragePace(0.001, 0.002, 0.005, 100_000)
        dispatcher = await house.open(SIZE, pace=pace, pieces=pieces)
        print("open", dispatcher.received.total_bytes, flush=True)
        while True:
            gaps = list(dispatcher.received.gaps(Span(0, SIZE)))
            if gaps:
                gap = dice.choice(gaps)
                start = dice.randrange(gap.start, gap.end)
                supplier = dice.choice([1, 2, 9])
                end = min(gap.end, start + dice.randrange(1, 20_000))
                await dispatcher.accept(SourceId(supplier), start, (LIES if supplier == 9 else DATA)[start:end])
            await asyncio.sleep(0.001)
            print("at", dispatcher.durable.total_bytes, flush=True)

asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
"""


def live_and_be_killed(folder: Path, seed: int, lines: int) -> int:
    """Run the child until it has printed some `lines`, and kill it; the last number of durable bytes it told."""
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, folder, str(seed)], stdout=subprocess.PIPE, text=True, cwd=root
    ) as child:
        assert child.stdout is not None
        durable = 0
        for count, line in enumerate(child.stdout):
            if line.startswith("at"):
                durable = int(line.split()[1])
            if count >= lines:
                break
        child.send_signal(signal.SIGKILL)
        for line in child.stdout:  # what it told before it died
            if line.startswith("at") and line.endswith("\n"):
                durable = int(line.split()[1])
    return durable


async def killed_lives(folder: Path, count: int, seed: int) -> None:
    dice = random.Random(seed)
    part = folder / "sample.bin.part"
    for life in range(count):
        told = live_and_be_killed(folder, seed * 1000 + life, dice.randrange(1, 60))
        copy = folder.with_name(f"{folder.name} copy {life}")
        shutil.copytree(folder, copy)
        async with Storehouse(copy) as look:
            await asyncio.wrap_future(look.journal._executor.submit(rename_part, look))
            dispatcher = await look.open(SIZE)
            # Rejected blocks leave again, so what was told as durable at the last line bounds it only loosely.
            assert dispatcher.durable.total_bytes >= told - 20 * PIECE
            await require_honest(look, dispatcher, part.read_bytes().ljust(SIZE, b"\0"), has_liar=True)
        shutil.rmtree(copy)
    async with Storehouse(folder) as house:
        dispatcher = await house.open(SIZE, pieces=pieces, checksums=[checksum])
        await dispatcher._ending.quiet()
        while not dispatcher.is_complete:
            await fill(dispatcher, DATA, supplier=3)
            await dispatcher._ending.quiet()
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA


async def test_a_killed_process_loses_nothing_durable(tmp_path: Path) -> None:
    folder = tmp_path / "life"
    folder.mkdir()
    await killed_lives(folder, 6, seed=1)


@pytest.mark.stress
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", range(2, 12))
async def test_processes_killed_many_times_lose_nothing_durable(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "life"
    folder.mkdir()
    await killed_lives(folder, 20, seed)
