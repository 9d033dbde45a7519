"""Bytes that go into the file past the memory: claimed when they are there, never beside anybody else's."""

import asyncio
import errno
import hashlib
import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.fakes.storehouse import Storehouse, sample_bytes, turns
from tests.fakes.waiting import PATIENCE_S

from headwater.content.facts import StorageFailed
from headwater.content.integrity import Findings
from headwater.content.verdict import Finding
from headwater.content.write_buffer import WriteRun
from headwater.model.errors import LocalError
from headwater.model.events import BlockRejected
from headwater.model.hashing import TREE, TREE_LEAF_BYTES
from headwater.model.job import Checksum, PieceHashes
from headwater.model.ports import Move, PouringSink
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

DATA = sample_bytes(300_000)
SIZE = len(DATA)
ONE, TWO = SourceId(1), SourceId(2)


def writes(data: bytes, gate: threading.Event | None = None) -> Move:
    """A move that has `data` to give, once the gate is open."""

    def move(descriptor: int, offset: int, size: int) -> int:
        if gate is not None:
            gate.wait(PATIENCE_S)
        return os.pwrite(descriptor, data[:size], offset)

    return move


async def test_what_was_poured_is_received_written_and_made_durable(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        assert isinstance(dispatcher, PouringSink)
        assert await dispatcher.pour(ONE, Span(0, 200_000), writes(DATA)) == 200_000
        assert await dispatcher.pour(TWO, Span(200_000, SIZE), writes(DATA[200_000:250_000])) == 50_000
        assert await dispatcher.pour(TWO, Span(250_000, SIZE), writes(b"")) == 0
        assert dispatcher.suppliers == {ONE: SpanSet.of((0, 200_000)), TWO: SpanSet.of((200_000, 250_000))}
        assert dispatcher.received == SpanSet.of((0, 250_000))
        await dispatcher.checkpoint()
        assert dispatcher.durable == SpanSet.of((0, 250_000))
        assert await dispatcher.open_stream().read_at(199_990, 20) == DATA[199_990:200_010]
        await dispatcher.accept(TWO, 250_000, DATA[250_000:])
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA
        assert house.disk.budget.held_bytes == 0


async def test_a_reader_who_waits_is_given_what_was_poured(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        reading = asyncio.create_task(dispatcher.open_stream().read_at(10, 100))
        await asyncio.sleep(0)
        await dispatcher.pour(ONE, Span(0, SIZE), writes(DATA))
        assert await reading == DATA[10:110]


async def test_others_wait_while_bytes_are_poured_where_theirs_belong(tmp_path: Path) -> None:
    gate = threading.Event()
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        pouring = asyncio.create_task(dispatcher.pour(ONE, Span(0, 1000), writes(DATA, gate)))
        await asyncio.sleep(0)
        assert await dispatcher.pour(TWO, Span(999, 2000), writes(b"x" * 1001)) is None
        late = asyncio.create_task(dispatcher.accept(TWO, 500, b"y" * 1000))
        await dispatcher.accept(TWO, 5000, DATA[5000:6000])
        assert not late.done()
        gate.set()
        assert await pouring == 1000
        await late
        assert dispatcher.duplicate_bytes == 500
        assert await dispatcher.open_stream().read_at(0, 1000) == DATA[:1000]
        assert await dispatcher.open_stream().read_at(1000, 500) == b"y" * 500


async def test_nothing_is_poured_that_is_there_or_lies_beyond_the_end(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(None)
        assert await dispatcher.pour(ONE, Span(0, 10), writes(DATA)) is None  # where the file ends is not known
        dispatcher.learn_size(SIZE)
        assert await dispatcher.pour(ONE, Span(SIZE - 1, SIZE + 1), writes(DATA)) is None
        await dispatcher.accept(ONE, 100, DATA[100:200])
        assert await dispatcher.pour(TWO, Span(199, 300), writes(DATA)) is None
        assert dispatcher.received == SpanSet.of((100, 200))


@pytest.mark.parametrize("algorithm", ["sha-256", TREE])
async def test_what_was_poured_is_hashed_from_the_file(tmp_path: Path, algorithm: str) -> None:
    """Blocks of bytes that came past the memory, beside some that did not, are proven or given up like any others."""
    leaves = [DATA[at : at + TREE_LEAF_BYTES] for at in range(0, SIZE, TREE_LEAF_BYTES)]
    digests = b"".join(hashlib.sha256(leaf).digest() for leaf in leaves)
    middle = len(leaves) // 2 * TREE_LEAF_BYTES
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=PieceHashes(algorithm, TREE_LEAF_BYTES, digests))
        await dispatcher.accept(ONE, 0, DATA[: middle + 100])
        wrong = bytearray(DATA[middle + 100 :])
        wrong[-1] ^= 1
        assert await dispatcher.pour(TWO, Span(middle + 100, SIZE), writes(bytes(wrong))) == len(wrong)
        await dispatcher._ending.quiet()
        bad = Span((SIZE - 1) // TREE_LEAF_BYTES * TREE_LEAF_BYTES, SIZE)
        assert dispatcher.proven == SpanSet.of((0, bad.start))
        assert house.told(BlockRejected) == [BlockRejected(bad, (TWO,), TWO)]
        assert await dispatcher.pour(ONE, bad, writes(DATA[bad.start :])) == bad.size
        await dispatcher._ending.quiet()
        assert dispatcher.proven == SpanSet.of((0, SIZE))
        assert house.disk.poured.held_bytes == house.disk.budget.held_bytes == 0


async def test_pouring_waits_for_a_slow_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with Storehouse(tmp_path, queue_bytes=1000) as house:
        dispatcher = await house.open(SIZE, checksums=[Checksum("sha-256", hashlib.sha256(DATA).hexdigest(), "you")])
        engine, gate = dispatcher._assurance._engine, threading.Event()
        real = engine.take

        def gated(runs: Sequence[WriteRun]) -> Findings:
            gate.wait(PATIENCE_S)
            return real(runs)

        monkeypatch.setattr(engine, "take", gated)
        assert await dispatcher.pour(ONE, Span(0, 5000), writes(DATA)) == 5000
        second = asyncio.create_task(dispatcher.pour(ONE, Span(5000, 6000), writes(DATA[5000:])))
        await turns(200)
        assert not second.done()
        assert house.disk.poured.held_bytes == 5000
        gate.set()
        assert await second == 1000


@pytest.mark.parametrize("wrong", [False, True])
async def test_a_hash_that_becomes_known_meanwhile_judges_what_was_poured(tmp_path: Path, wrong: bool) -> None:
    gate = threading.Event()
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        poured = bytes(SIZE) if wrong else DATA
        pouring = asyncio.create_task(dispatcher.pour(ONE, Span(0, SIZE), writes(poured, gate)))
        await asyncio.sleep(0)
        dispatcher.trust([Checksum("sha-256", hashlib.sha256(DATA).hexdigest(), "you")])
        gate.set()
        assert await pouring == SIZE
        verdict = await dispatcher.verify()
        assert verdict.finding is (Finding.DAMAGED if wrong else Finding.PROVEN)


async def test_a_disk_that_refuses_is_told_and_claims_nothing(tmp_path: Path) -> None:
    def refuse(_descriptor: int, _offset: int, _size: int) -> int:
        raise OSError(errno.ENOSPC, "full")

    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        with pytest.raises(LocalError, match=r"."):
            await dispatcher.pour(ONE, Span(0, 1000), refuse)
        assert any(isinstance(fact, StorageFailed) for fact in house.facts)
        assert not dispatcher.received
        assert await dispatcher.pour(ONE, Span(0, 1000), writes(DATA)) is None
        await dispatcher.recover()
        assert await dispatcher.pour(ONE, Span(0, 1000), writes(DATA)) == 1000


async def test_what_began_goes_to_its_end_without_its_caller(tmp_path: Path) -> None:
    gate = threading.Event()
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        pouring = asyncio.create_task(dispatcher.pour(ONE, Span(0, 1000), writes(DATA, gate)))
        await asyncio.sleep(0)
        pouring.cancel()
        with pytest.raises(asyncio.CancelledError):
            await pouring
        closing = asyncio.create_task(dispatcher.close())
        await asyncio.sleep(0)
        assert not closing.done()
        gate.set()
        await closing
        again = await house.open(SIZE)
        assert again.durable == SpanSet.of((0, 1000))
        assert again.suppliers == {ONE: SpanSet.of((0, 1000))}
