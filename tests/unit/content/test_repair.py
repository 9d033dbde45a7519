"""Bad blocks are found, given up, fetched again and blamed on who brought them; trusted hashes always win."""

import dataclasses
import hashlib
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fakes.storehouse import Storehouse, fill, sample_bytes

from headwater.content import hash_tree, integrity, own_tree
from headwater.content.bad_copies import BadCopies
from headwater.content.byte_ledger import ByteLedger
from headwater.content.facts import BytesCompared, SpoilerNamed
from headwater.content.hash_tree import HashTree
from headwater.content.integrity import IntegrityEngine
from headwater.content.io_dispatcher import IoDispatcher
from headwater.content.verdict import Finding
from headwater.content.write_buffer import WriteRun
from headwater.model.errors import IntegrityError
from headwater.model.events import BlockProven, BlockRejected
from headwater.model.hashing import ALGORITHMS
from headwater.model.job import Checksum, PieceHashes
from headwater.model.merkle import hash_leaves
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

PIECE = 64 * 1024
LEAF = 16 * 1024
#: What the engine reads back into: no state, and the same for every file.
READ_BUFFER_BYTES = 2**20
DATA = sample_bytes(10 * PIECE + 5000)
SIZE = len(DATA)


def sha256_pieces(data: bytes = DATA, piece_bytes: int = PIECE) -> PieceHashes:
    digests = (hashlib.sha256(data[at : at + piece_bytes]).digest() for at in range(0, len(data), piece_bytes))
    return PieceHashes("sha-256", piece_bytes, b"".join(digests), "Metalink")


def tree_pieces() -> PieceHashes:
    tree = HashTree(SIZE, PIECE)
    tree.add_leaves(0, hash_leaves(DATA))
    return tree.pieces("torrent")


def sha256() -> Checksum:
    return Checksum("sha-256", hashlib.sha256(DATA).hexdigest())


def flipped(data: bytes, *positions: int) -> bytes:
    spoiled = bytearray(data)
    for position in positions:
        spoiled[position] ^= 1
    return bytes(spoiled)


def block(index: int) -> Span:
    return Span(index * PIECE, min(SIZE, (index + 1) * PIECE))


async def refetch(dispatcher: IoDispatcher, supplier: int, data: bytes = DATA) -> int:
    """Let `supplier` bring all that is missing; how many bytes that was."""
    await dispatcher._ending.quiet()
    missing = list(dispatcher.received.gaps(Span(0, SIZE)))
    for gap in missing:
        await fill(dispatcher, data[gap.start : gap.end], gap.start, supplier=supplier)
    await dispatcher._ending.quiet()
    return sum(gap.size for gap in missing)


@pytest.mark.parametrize("make", [sha256_pieces, tree_pieces])
@pytest.mark.parametrize("step", [SIZE, 50_000, 16_384, 999])
async def test_blocks_are_proven_as_they_become_complete(
    tmp_path: Path, make: Callable[[], PieceHashes], step: int
) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=make())
        await fill(dispatcher, DATA[:100_000], step=step)
        await dispatcher._ending.quiet()
        assert dispatcher.proven == SpanSet.of((0, PIECE))
        await fill(dispatcher, DATA[200_000:], 200_000, step=step, supplier=2)
        await fill(dispatcher, DATA[100_000:200_000], 100_000, step=step)
        await dispatcher._ending.quiet()
        assert dispatcher.proven == SpanSet.of((0, SIZE))
        told = [fact.span for fact in house.told(BlockProven)]
        assert sum(span.size for span in told) == SIZE, "each block is told once"
        assert SpanSet(told) == dispatcher.proven
        await dispatcher.finish(house.target)
        assert dispatcher.verdict is not None
        assert dispatcher.verdict.finding is Finding.PROVEN
        origin = "Metalink" if make is sha256_pieces else "torrent"
        assert f"All 11 piece hashes ({make().algorithm.upper()}, from {origin}): right." == str(dispatcher.verdict)


@pytest.mark.parametrize("make", [sha256_pieces, tree_pieces])
async def test_one_bad_block_of_one_supplier_costs_that_block(tmp_path: Path, make: Callable[[], PieceHashes]) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=make(), checksums=[sha256()])
        await fill(dispatcher, flipped(DATA, 3 * PIECE + 7), supplier=1)
        assert await refetch(dispatcher, 2) == PIECE
        assert house.told(BlockRejected) == [BlockRejected(block(3), (SourceId(1),), SourceId(1))]
        assert dispatcher.repair.blamed == {1: 1}
        path = await dispatcher.finish(house.target)
        assert path.read_bytes() == DATA
        assert dispatcher.suppliers[SourceId(2)] == SpanSet.of((block(3).start, block(3).end))


async def test_who_spoiled_a_block_of_several_suppliers_is_named_after_it_came_again(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=sha256_pieces())
        bad = flipped(DATA, PIECE + LEAF + 5, PIECE + 3 * LEAF)
        await fill(dispatcher, DATA[: PIECE + LEAF], supplier=1)
        await fill(dispatcher, bad[PIECE + LEAF : PIECE + 2 * LEAF], PIECE + LEAF, supplier=2)
        await fill(dispatcher, DATA[PIECE + 2 * LEAF : PIECE + 3 * LEAF], PIECE + 2 * LEAF, supplier=3)
        await fill(dispatcher, bad[PIECE + 3 * LEAF : 2 * PIECE], PIECE + 3 * LEAF, supplier=4)
        await dispatcher._ending.quiet()
        names = tuple(SourceId(i) for i in (1, 2, 3, 4))
        assert house.told(BlockRejected) == [BlockRejected(block(1), names, None)]
        assert dispatcher.repair.blamed == {}
        await fill(dispatcher, DATA[PIECE : 2 * PIECE], PIECE, supplier=5)
        await dispatcher._ending.quiet()
        at = PIECE + LEAF
        assert house.told(SpoilerNamed) == [
            SpoilerNamed(SourceId(2), block(1), (Span(at, at + LEAF),)),
            SpoilerNamed(SourceId(4), block(1), (Span(at + 2 * LEAF, at + 3 * LEAF),)),
        ]
        assert dispatcher.repair.blamed == {2: 1, 4: 1}


async def test_every_bad_copy_of_a_block_is_compared_with_the_right_one(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=sha256_pieces())
        for first, second, place in ((1, 2, LEAF), (3, 4, 3 * LEAF)):  # the second of each brings a bad leaf
            bad = flipped(DATA, place)
            await fill(dispatcher, bad[:LEAF], supplier=first)
            await fill(dispatcher, bad[LEAF:PIECE], LEAF, supplier=second)
            await dispatcher._ending.quiet()
        await fill(dispatcher, flipped(DATA, 7)[:PIECE], supplier=5)  # all of it from one: no leaves are needed
        await dispatcher._ending.quiet()
        assert dispatcher.repair.blamed == {5: 1}
        await fill(dispatcher, DATA[:PIECE], supplier=6)
        await dispatcher._ending.quiet()
        assert house.told(SpoilerNamed) == [
            SpoilerNamed(SourceId(2), block(0), (Span(LEAF, 2 * LEAF),)),
            SpoilerNamed(SourceId(4), block(0), (Span(3 * LEAF, 4 * LEAF),)),
        ]
        assert dispatcher.repair.blamed == {2: 1, 4: 1, 5: 1}


async def test_a_leaf_of_two_suppliers_blames_neither(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=sha256_pieces())
        await fill(dispatcher, DATA[:100], supplier=1)
        await fill(dispatcher, flipped(DATA, 200)[100:PIECE], 100, supplier=2)
        await dispatcher._ending.quiet()
        await fill(dispatcher, DATA[:PIECE], supplier=3)
        await dispatcher._ending.quiet()
        assert dispatcher.proven.covers(block(0))
        assert house.told(SpoilerNamed) == []


@pytest.mark.parametrize("every", [1, 3, 10])
async def test_a_liar_costs_its_bad_blocks_and_no_more(tmp_path: Path, every: int) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=sha256_pieces(), checksums=[sha256()])
        lies = flipped(DATA, *(i * PIECE + i for i in range(0, 11, every)))
        for i in range(11):
            await fill(dispatcher, lies[block(i).start : block(i).end], block(i).start, supplier=i % 5)
        bad = sum(block(i).size for i in range(0, 11, every))
        assert await refetch(dispatcher, 9) == bad
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA
        assert sum(dispatcher.repair.blamed.values()) == len(range(0, 11, every))


async def test_a_block_that_is_bad_again_is_rejected_again(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=sha256_pieces())
        for supplier in (1, 2):
            await fill(dispatcher, flipped(DATA, 5)[:PIECE], supplier=supplier)
            await dispatcher._ending.quiet()
            assert not dispatcher.received
        assert [rejected.blamed for rejected in house.told(BlockRejected)] == [1, 2]
        await refetch(dispatcher, 3)
        assert dispatcher.proven == SpanSet.of((0, SIZE))


async def test_a_rejected_block_is_forgotten_by_the_journal_before_it_is_reported(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, flipped(DATA, 5)[: 2 * PIECE])
        await dispatcher.checkpoint()
        dispatcher.trust((), sha256_pieces())
        await dispatcher._ending.quiet()
        assert house.told(BlockRejected) == [BlockRejected(block(0), (SourceId(1),), SourceId(1))]
        entry = await house.journal.load(dispatcher.job_id)
        assert entry is not None
        assert entry.stored.durable == (block(1),)
        assert dispatcher.proven == SpanSet.of((PIECE, 2 * PIECE))


async def test_proofs_survive_a_restart_and_unproven_blocks_are_judged_then(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=sha256_pieces())
        await fill(dispatcher, DATA[: 4 * PIECE])
        await dispatcher._ending.quiet()
        await dispatcher.close()
        with house.part.open("r+b") as part:  # damage that a proof once given does not look for
            part.seek(10)
            part.write(b"damage")
        dispatcher = await house.open(SIZE, pieces=sha256_pieces())
        await dispatcher._ending.quiet()
        assert dispatcher.proven == SpanSet.of((0, 4 * PIECE))
        verdict = await dispatcher.verify()
        assert verdict.finding is Finding.DAMAGED
        assert verdict.wrong == (block(0),)
        assert str(verdict) == "1 block was wrong and must be fetched again."
        assert dispatcher.proven == dispatcher.received == SpanSet.of((PIECE, 4 * PIECE))
        await refetch(dispatcher, 2)
        assert (await dispatcher.verify()).finding is Finding.PROVEN
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA


async def test_an_unknown_part_file_is_adopted_where_hashes_can_judge_it(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        house.part.write_bytes(flipped(DATA, 2 * PIECE)[: 5 * PIECE + 10])
        dispatcher = await house.open(SIZE, pieces=sha256_pieces())
        await dispatcher._ending.quiet()
        expected = SpanSet.of((0, 2 * PIECE), (3 * PIECE, 5 * PIECE))
        assert dispatcher.proven == expected
        assert house.told(BlockRejected) == [BlockRejected(block(2), (), None)]
        await refetch(dispatcher, 1)
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA


async def test_hashes_may_come_late(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA)
        dispatcher.trust([sha256(), sha256()])
        dispatcher.trust((), sha256_pieces())
        await dispatcher.finish(house.target)
        assert str(dispatcher.verdict) == "SHA-256 as you gave it: right."
        assert SpanSet(fact.span for fact in house.told(BlockProven)) == SpanSet.of((0, SIZE))


async def test_piece_hashes_of_another_file_are_refused(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        with pytest.raises(IntegrityError, match="11 piece hashes of 65536 bytes each"):
            await house.open(SIZE + PIECE, pieces=sha256_pieces())
        dispatcher = await house.open(None, pieces=sha256_pieces())
        with pytest.raises(IntegrityError, match="do not belong"):
            dispatcher.learn_size(1)
        await fill(dispatcher, DATA)
        await dispatcher._ending.quiet()
        assert dispatcher.proven == SpanSet.of((0, 10 * PIECE)), "the end of the last block is not known yet"
        dispatcher.learn_size(SIZE)
        await dispatcher._ending.quiet()
        assert dispatcher.proven == SpanSet.of((0, SIZE))
    (tmp_path / "late").mkdir()
    async with Storehouse(tmp_path / "late") as house:
        dispatcher = await house.open(17)
        with pytest.raises(IntegrityError, match="do not belong to a file of 17 bytes"):
            dispatcher.trust((), sha256_pieces())


async def test_a_whole_file_hash_that_contradicts_right_pieces_says_so(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        other = Checksum("md5", "0" * 32, "Content-MD5 of example.org")
        dispatcher = await house.open(SIZE, pieces=sha256_pieces(), checksums=[other])
        await fill(dispatcher, DATA)
        with pytest.raises(IntegrityError, match="although all its piece hashes are right"):
            await dispatcher.finish(house.target)
        assert dispatcher.is_complete


async def test_of_one_document_only_the_best_digest_is_computed(tmp_path: Path) -> None:
    """The others are not: here they would be wrong."""
    async with Storehouse(tmp_path) as house:
        right = Checksum("sha-256", hashlib.sha256(DATA).hexdigest(), "Metalink")
        others = [Checksum(name, "00" * length, "Metalink") for name, length in (("md5", 16), ("sha-512", 64))]
        dispatcher = await house.open(SIZE, checksums=[*others, right])
        await fill(dispatcher, DATA[:PIECE])
        assert "cannot be computed" not in str(await dispatcher.verify())
        await fill(dispatcher, DATA)
        await dispatcher.finish(house.target)
        assert str(dispatcher.verdict) == "SHA-256 from Metalink: right."


async def test_a_hint_never_fails_a_file(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        hints = [
            Checksum("md5", "0" * 32, "ETag of a", is_hint=True),
            Checksum("md5", hashlib.md5(DATA, usedforsecurity=False).hexdigest(), "ETag of b", is_hint=True),
        ]
        dispatcher = await house.open(SIZE, checksums=hints)
        await fill(dispatcher, DATA)
        await dispatcher.finish(house.target)
        assert str(dispatcher.verdict) == (
            "No trusted hash was known; MD5 from ETag of b agrees, which is a hint and no proof."
        )


async def test_an_unknown_hash_function_is_said_and_not_believed(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, checksums=[Checksum("tiger", "00")])
        await fill(dispatcher, DATA)
        await dispatcher.finish(house.target)
        assert "(tiger) cannot be computed here" in str(dispatcher.verdict)
        assert not dispatcher.proven


async def test_piece_hashes_that_cannot_be_computed_here_stop_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The optional package is missing: the file comes all the same, and the result says what was not checked."""
    absent = dataclasses.replace(ALGORITHMS["blake3"], module="no_such_package_for_sure")
    monkeypatch.setitem(ALGORITHMS, "blake3", absent)
    foreign = PieceHashes("blake3", PIECE, bytes(32 * 11), "Metalink")
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=foreign)
        await fill(dispatcher, DATA)
        await dispatcher.finish(house.target)
        assert str(dispatcher.verdict) == ("The only hash known (blake3) cannot be computed here; nothing was proven.")


async def test_a_check_against_accidents_is_no_proof_but_can_refute(tmp_path: Path) -> None:
    crc32 = f"{zlib.crc32(DATA):08x}"
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, checksums=[Checksum("crc32", crc32, "x-amz-checksum-crc32")])
        await fill(dispatcher, DATA)
        await dispatcher.finish(house.target)
        assert dispatcher.verdict is not None
        assert dispatcher.verdict.finding is Finding.UNPROVEN
        assert "CRC32 from x-amz-checksum-crc32 agrees" in str(dispatcher.verdict)
    (tmp_path / "wrong").mkdir()
    async with Storehouse(tmp_path / "wrong") as house:
        dispatcher = await house.open(SIZE, checksums=[Checksum("crc32", crc32, "a header")])
        await fill(dispatcher, flipped(DATA, 9))
        with pytest.raises(IntegrityError, match="CRC32 from a header is wrong"):
            await dispatcher.finish(house.target)


async def test_the_strongest_of_several_right_hashes_is_named(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        md5 = Checksum("md5", hashlib.md5(DATA, usedforsecurity=False).hexdigest(), "Content-MD5")
        dispatcher = await house.open(SIZE, checksums=[md5, sha256()])
        await fill(dispatcher, DATA)
        await dispatcher.finish(house.target)
        assert str(dispatcher.verdict) == "SHA-256 as you gave it: right."


async def finish_doubting(dispatcher: IoDispatcher, target: Path, supplier: int, data: bytes = DATA) -> int:
    """Finish as the driver does: fetch again what is given up, until the hash is right; bytes fetched again."""
    again = 0
    while True:
        try:
            await dispatcher.finish(target)
        except IntegrityError:
            if dispatcher.is_complete:
                raise
            again += await refetch(dispatcher, supplier, data)
        else:
            return again


async def test_with_a_hash_of_the_whole_file_the_most_suspect_bytes_are_fetched_again_first(tmp_path: Path) -> None:
    """Source 2 of three serves another version of its third: samples show it, then only its bytes come again."""
    async with Storehouse(tmp_path) as house:
        data = sample_bytes(3 * 2**20, seed=5)
        other = bytes(byte ^ 0x55 for byte in data)
        checksum = Checksum("sha-256", hashlib.sha256(data).hexdigest())
        dispatcher = await house.open(len(data), checksums=[checksum])
        await fill(dispatcher, data[: 2**20], supplier=1)
        await fill(dispatcher, other[2**20 : 2 * 2**20], 2**20, supplier=2)
        await fill(dispatcher, data[2 * 2**20 :], 2 * 2**20, supplier=3)
        again = 0
        rounds = 0
        while True:
            try:
                await dispatcher.finish(house.target)
            except IntegrityError:
                rounds += 1
                for gap in list(dispatcher.received.gaps(Span(0, len(data)))):
                    again += gap.size
                    await fill(dispatcher, data[gap.start : gap.end], gap.start, supplier=4)
            else:
                break
        assert rounds == 2
        assert again == 2**20 + 2 * 8 * 64 * 1024, "the liar's third, and the samples of the two honest ones"
        assert house.target.read_bytes() == data
        (named,) = house.told(SpoilerNamed)
        assert named.source_id == 2
        assert SpanSet(named.spans) == SpanSet.of((2**20, 2 * 2**20))
        disagreeing = {fact.kept for fact in house.told(BytesCompared) if not fact.agree}
        assert disagreeing == {2}


async def test_a_single_flipped_bit_is_found_by_one_second_copy_at_most(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, checksums=[sha256()])
        await fill(dispatcher, flipped(DATA, 300_001), supplier=1)
        again = await finish_doubting(dispatcher, house.target, 2)
        assert again <= SIZE
        assert house.target.read_bytes() == DATA
        (named,) = house.told(SpoilerNamed)
        assert named.source_id == 1
        assert SpanSet(named.spans).bytes_within(Span(300_000, 300_002)) == 2
        assert sum(span.size for span in named.spans) <= LEAF


async def test_a_hash_that_no_source_can_meet_ends_after_one_second_copy(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, checksums=[Checksum("sha-256", "0" * 64)])
        await fill(dispatcher, DATA[:300_000], supplier=1)
        await fill(dispatcher, DATA[300_000:], 300_000, supplier=2)
        with pytest.raises(IntegrityError, match="most suspect bytes are fetched again from other sources"):
            await dispatcher.finish(house.target)
        await refetch(dispatcher, 3)
        with pytest.raises(IntegrityError, match="Every byte was fetched twice"):
            await finish_doubting(dispatcher, house.target, 3)
        fetched_again = sum(rejected.span.size for rejected in house.told(BlockRejected))
        assert fetched_again == SIZE
        assert house.told(SpoilerNamed) == []
        assert not house.target.exists()


class Quick:
    """A hash function that costs nothing, so that a large file can be judged in a test; its digest is zeros."""

    def update(self, _data: object, /) -> None:
        """Nothing is computed."""

    def digest(self) -> bytes:
        return bytes(32)

    def hexdigest(self) -> str:
        return self.digest().hex()


def test_all_that_is_kept_of_a_proven_file_of_100_gib_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Digests, states and facts of 102,400 blocks, judged by the real engine as four sources bring a quarter each."""
    monkeypatch.setattr(integrity, "make_block_hasher", lambda _pieces: Quick())
    piece_bytes, count = 2**20, 100 * 2**10
    tracemalloc.start()
    try:
        pieces = PieceHashes("sha-256", piece_bytes, bytes(32 * count))
        engine = IntegrityEngine((), pieces, lambda _offset, buffer: len(buffer), keep_tree=True)
        engine.learn_size(piece_bytes * count)
        ledger, copies = ByteLedger(), BadCopies()
        at_once = 32 * piece_bytes
        for turn in range(count // 32):
            start = (turn // 4 + turn % 4 * (count // 128)) * at_once
            run = WriteRun(SourceId(turn % 4), start)
            run.end = start + at_once
            ledger.take(run.supplier, run.span)
            ledger.write(run.span)
            for finding in engine.take((run,)).blocks:
                assert finding.is_right
                ledger.prove(finding.span)
                copies.settle(finding)
        ledger.settle(ledger.written.copy())
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert pieces.fits(ledger.proven.total_bytes)
    assert held - READ_BUFFER_BYTES < 4 * 2**20


def test_all_that_is_kept_of_an_unproven_file_of_100_gib_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same without trusted hashes: the own tree, in which every leaf comes once and every piece is folded."""
    monkeypatch.setattr(own_tree, "hash_leaves", lambda data: bytes(32 * -(-len(data) // LEAF)))
    monkeypatch.setattr(hash_tree, "raise_layer", lambda nodes, low, high: bytes(len(nodes) >> (high - low)))
    size, at_once = 100 * 2**30, 64 * 2**20
    tracemalloc.start()
    try:
        engine = IntegrityEngine((), None, lambda _offset, buffer: len(buffer), own_tree_of=size, keep_tree=True)
        engine.learn_size(size)
        for start in range(0, size, at_once):
            run = WriteRun(SourceId(0), start)
            run.end = start + at_once
            engine.take((run,))
        held, _ = tracemalloc.get_traced_memory()
        assert engine.own_tree is not None
        assert engine.own_tree.pieces is not None
    finally:
        tracemalloc.stop()
    assert held - READ_BUFFER_BYTES < 4 * 2**20
