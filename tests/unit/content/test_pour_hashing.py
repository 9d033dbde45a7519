"""Hashes that are taken while bytes are poured: used where they are right, worth nothing once bytes were given up."""

import asyncio
import hashlib
import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.fakes.storehouse import Storehouse, fill, sample_bytes
from tests.fakes.waiting import PATIENCE_S

from headwater.content import intake, pour_hashing
from headwater.content.block_hasher import OpenBlock, RunHashes, hash_blocks, make_block_hasher
from headwater.content.hash_tree import HashTree
from headwater.content.integrity import Findings, IntegrityEngine
from headwater.content.io_dispatcher import IoDispatcher
from headwater.content.pour_hashing import PouredHashes, PourHashing, PourOrder, hash_poured
from headwater.content.sparse_file import SparseFile
from headwater.content.write_buffer import WriteRun
from headwater.model.events import BlockProven, BlockRejected
from headwater.model.hashing import TREE
from headwater.model.job import Checksum, PieceHashes
from headwater.model.merkle import hash_leaves
from headwater.model.ports import Move
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

PIECE = 64 * 1024
SIZE = 8 * PIECE + 777
DATA = sample_bytes(SIZE)
ONE, TWO = SourceId(1), SourceId(2)


def pieces_of(algorithm: str, data: bytes = DATA) -> PieceHashes:
    digests = bytearray()
    empty = PieceHashes(algorithm, PIECE, b"")
    for at in range(0, len(data), PIECE):
        hasher = make_block_hasher(empty)
        hasher.update(data[at : at + PIECE])
        digests += hasher.digest()
    return PieceHashes(algorithm, PIECE, bytes(digests))


def brings(data: bytes, gate: threading.Event | None = None) -> Move:
    """A move of what `data` has at the offset it is asked for, once the gate is open."""

    def move(descriptor: int, offset: int, size: int) -> int:
        if gate is not None:
            gate.wait(PATIENCE_S)
        return os.pwrite(descriptor, data[offset : offset + size], offset)

    return move


def refuse_reading(_offset: int, _buffer: memoryview) -> int:
    raise AssertionError("the file was read again")


@pytest.mark.parametrize("algorithm", ["sha-256", TREE])
async def test_what_was_hashed_on_its_way_is_not_read_again(tmp_path: Path, algorithm: str) -> None:
    """Two channels in turn; blocks begin, go on and end in pours of odd sizes."""
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=pieces_of(algorithm))
        dispatcher._assurance._engine._read_into = refuse_reading
        middle = 4 * PIECE
        first, second = [0, 30_000, 30_001, 200_000, middle], [middle, middle + 10, middle + PIECE + 5, SIZE]
        for turn in range(4):
            for supplier, cuts in ((ONE, first), (TWO, second)):
                if turn + 1 < len(cuts):
                    span = Span(cuts[turn], cuts[turn + 1])
                    assert await dispatcher.pour(supplier, span, brings(DATA)) == span.size
        await dispatcher._ending.quiet()
        assert dispatcher.proven == SpanSet.of((0, SIZE))


async def test_a_block_whose_beginning_came_otherwise_is_read_for_the_rest(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=pieces_of("sha-256"))
        await dispatcher.accept(ONE, 0, DATA[:1000])
        assert await dispatcher.pour(ONE, Span(1000, PIECE + 5), brings(DATA)) == PIECE - 995
        await dispatcher.accept(ONE, PIECE + 5, DATA[PIECE + 5 : 2 * PIECE])
        await dispatcher._ending.quiet()
        assert dispatcher.proven == SpanSet.of((0, 2 * PIECE))


async def test_what_a_block_began_with_was_given_up_while_it_went_on(tmp_path: Path) -> None:
    """The hash of bytes that were right must not prove the wrong ones that came in their place."""
    gate, bad = threading.Event(), bytes(PIECE // 2)
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=pieces_of("sha-256"))
        assert await dispatcher.pour(ONE, Span(0, PIECE // 2), brings(DATA)) == PIECE // 2
        going_on = asyncio.create_task(dispatcher.pour(ONE, Span(PIECE // 2, PIECE), brings(DATA, gate)))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await give_up(dispatcher, Span(0, PIECE // 2))
        await fill(dispatcher, bad, supplier=TWO)
        await dispatcher._store.flush()
        gate.set()
        assert await going_on == PIECE // 2
        await dispatcher._ending.quiet()
        assert not dispatcher.proven
        assert house.told(BlockRejected)[-1].span == Span(0, PIECE)


async def give_up(dispatcher: IoDispatcher, span: Span) -> None:
    dispatcher.repair.reject(BlockRejected(span, (ONE,)))
    await dispatcher.repair.background.idle()


@pytest.mark.parametrize("from_memory", [False, True])
async def test_a_run_that_waits_says_nothing_of_what_was_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, from_memory: bool
) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=pieces_of("sha-256"))
        gate = hold(monkeypatch, dispatcher._assurance._engine, before=True)
        assert await dispatcher.pour(ONE, Span(PIECE, 2 * PIECE), brings(DATA)) == PIECE
        if from_memory:
            await fill(dispatcher, DATA[:PIECE], supplier=ONE)
            await dispatcher._store.flush()
        else:
            assert await dispatcher.pour(ONE, Span(0, PIECE), brings(DATA)) == PIECE
        await replace_first_piece(house, dispatcher, gate)


async def test_what_is_found_of_bytes_that_are_given_up_meanwhile_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=pieces_of("sha-256"))
        gate = hold(monkeypatch, dispatcher._assurance._engine, before=False)
        assert await dispatcher.pour(ONE, Span(0, 2 * PIECE), brings(DATA)) == 2 * PIECE
        await replace_first_piece(house, dispatcher, gate)
        assert not any(fact.span.start < PIECE for fact in house.told(BlockProven))


async def replace_first_piece(house: Storehouse, dispatcher: IoDispatcher, gate: threading.Event) -> None:
    """Give it up while its hash is on the way, and bring a wrong one in its place: that one is judged by its own."""
    await give_up(dispatcher, Span(0, PIECE))
    await fill(dispatcher, bytes(PIECE), supplier=TWO)
    await dispatcher._store.flush()
    gate.set()
    await dispatcher._ending.quiet()
    assert dispatcher.proven == SpanSet.of((PIECE, 2 * PIECE))
    assert house.told(BlockRejected)[1:] == [BlockRejected(Span(0, PIECE), (TWO,), TWO)]


def hold(monkeypatch: pytest.MonkeyPatch, engine: IntegrityEngine, *, before: bool) -> threading.Event:
    """Let the engine take runs only when the gate is open, or tell only then what it found of them."""
    real: Callable[[Sequence[WriteRun]], Findings] = engine.take
    gate = threading.Event()

    def gated(runs: Sequence[WriteRun]) -> Findings:
        if before:
            gate.wait(PATIENCE_S)
        findings = real(runs)
        gate.wait(PATIENCE_S)
        return findings

    monkeypatch.setattr(engine, "take", gated)
    return gate


async def test_one_pours_while_another_hashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And never two at once: writing into one file, they would only wait for each other."""
    second_poured, pouring, most = threading.Event(), 0, 0
    real = hash_poured

    def hash_late(file: SparseFile, order: PourOrder, span: Span) -> PouredHashes:
        if span.start == 0:
            assert second_poured.wait(PATIENCE_S), "nobody pours while somebody hashes"
        return real(file, order, span)

    def move(descriptor: int, offset: int, size: int) -> int:
        nonlocal pouring, most
        pouring += 1
        most = max(most, pouring)
        time.sleep(0)  # a chance for the other
        moved = os.pwrite(descriptor, DATA[offset : offset + size], offset)
        pouring -= 1
        if offset:
            second_poured.set()
        return moved

    monkeypatch.setattr(intake, "hash_poured", hash_late)
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=pieces_of("sha-256"))
        spans = [Span(at, min(SIZE, at + 2 * PIECE)) for at in range(0, SIZE, 2 * PIECE)]
        assert await asyncio.gather(*(dispatcher.pour(ONE, span, move) for span in spans)) == [s.size for s in spans]
        await dispatcher._ending.quiet()
        assert dispatcher.proven == SpanSet.of((0, SIZE))
    assert most == 1


async def test_leaves_of_the_own_tree_are_hashed_on_their_way(tmp_path: Path) -> None:
    tree = HashTree(SIZE)
    tree.add_leaves(0, hash_leaves(DATA))
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, keep_tree=True)
        dispatcher._assurance._engine._read_into = refuse_reading
        for span in (Span(3 * PIECE, SIZE), Span(0, 3 * PIECE)):
            assert await dispatcher.pour(ONE, span, brings(DATA)) == span.size
        await dispatcher._ending.quiet()
        own = dispatcher.own_pieces
        assert own is not None
        assert own.digests == tree.layer(tree.piece_bytes)


async def test_trusted_pieces_that_come_meanwhile_judge_what_was_hashed_for_the_tree(tmp_path: Path) -> None:
    gate = threading.Event()
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, keep_tree=True)
        pouring = asyncio.create_task(dispatcher.pour(ONE, Span(0, SIZE), brings(DATA, gate)))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        dispatcher.trust((), pieces_of("sha-256"))
        gate.set()
        assert await pouring == SIZE
        await dispatcher._ending.quiet()
        assert dispatcher.proven == SpanSet.of((0, SIZE))


@pytest.mark.parametrize("keeps", ["a digest", "pieces", "a tree"])
async def test_a_file_that_somebody_cut_short_meanwhile_is_told_of(tmp_path: Path, keeps: str) -> None:
    """The worker finds less than was poured, and says nothing of it; the judge does."""

    def cut(descriptor: int, offset: int, size: int) -> int:
        os.pwrite(descriptor, DATA[offset : offset + size], offset)
        os.ftruncate(descriptor, PIECE + 10)
        return size

    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(
            SIZE,
            checksums=[Checksum("sha-256", hashlib.sha256(DATA).hexdigest(), "you")] if keeps == "a digest" else (),
            pieces=pieces_of("sha-256") if keeps == "pieces" else None,
            keep_tree=keeps == "a tree",
        )
        assert await dispatcher.pour(ONE, Span(0, 4 * PIECE), cut) == 4 * PIECE
        await dispatcher._ending.quiet()
        assert "was changed by another program" in str(dispatcher._standing.failure)


def test_hashes_of_other_pieces_judge_nothing() -> None:
    pieces, told = pieces_of("sha-256"), []

    def read(offset: int, buffer: memoryview) -> int:
        told.append(offset)
        buffer[:] = DATA[offset : offset + len(buffer)]
        return len(buffer)

    engine = IntegrityEngine((), pieces, read)
    run = WriteRun(ONE, 0)
    run.end, run.hashes = PIECE, RunHashes(pieces_of("sha-256", bytes(SIZE)), {0: bytes(32)}, b"")
    (finding,) = engine.take([run]).blocks
    assert finding.is_right
    assert told == [0]


def test_blocks_that_nobody_goes_on_with_are_not_kept_for_ever() -> None:
    pieces = pieces_of("sha-256")
    hashing = PourHashing(IntegrityEngine((), pieces, refuse_reading))
    for number in range(200):
        order = hashing.order(number, SIZE, for_tree=False)
        assert order is not None
        rest = OpenBlock(make_block_hasher(pieces), 1000 + number)
        hashing.poured(order, WriteRun(ONE, number), PouredHashes(RunHashes(pieces, {}, b""), rest))
    kept = [
        number for number in range(200) if (order := hashing.order(1000 + number, SIZE, for_tree=False)) and order.head
    ]
    assert kept == list(range(200 - pour_hashing.MOST_HEADS, 200))


@pytest.mark.parametrize("start", [0, 1, PIECE, 3 * PIECE + 7])
@pytest.mark.parametrize("width", [1, 777, 16 * 1024, PIECE, SIZE])
def test_blocks_are_hashed_alike_however_they_are_cut(start: int, width: int) -> None:
    pieces = pieces_of("sha-256")
    if width == 1:
        start = SIZE - 900
    views = (memoryview(DATA)[at : at + width] for at in range(start, SIZE, width))
    digests, rest = hash_blocks(pieces, SIZE, start, views, None)
    whole = range(-(-start // PIECE), pieces.count)
    assert digests == {index: pieces.digest_of(index) for index in whole}
    assert rest is None


def test_bytes_behind_the_last_block_belong_to_none() -> None:
    pieces = PieceHashes("sha-256", PIECE, hashlib.sha256(DATA[:PIECE]).digest())
    digests, rest = hash_blocks(pieces, PIECE, 0, [memoryview(DATA)], None)
    assert digests == {0: pieces.digests}
    assert rest is None
    assert hash_blocks(pieces, PIECE, 5 * PIECE, [memoryview(DATA)], None) == ({}, None)
