"""A job's own tree: the tree that the file really has, in any order; damage between two runs shows against it."""

import hashlib
import random
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.storehouse import BY_HAND, Storehouse, fill, sample_bytes

from headwater.content import verification
from headwater.content.facts import SpoilerNamed
from headwater.content.hash_tree import HashTree, piece_bytes_for
from headwater.content.own_tree import pack_tree, unpack_tree
from headwater.content.verdict import Finding
from headwater.model.errors import IntegrityError
from headwater.model.events import BlockRejected
from headwater.model.hashing import TREE
from headwater.model.job import Checksum, PieceHashes
from headwater.model.merkle import hash_leaves
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

SIZE = 1_400_000
DATA = sample_bytes(SIZE)
PIECE = piece_bytes_for(SIZE)


def true_layer(piece_bytes: int = PIECE) -> bytes:
    tree = HashTree(SIZE, piece_bytes)
    tree.add_leaves(0, hash_leaves(DATA))
    return tree.layer(piece_bytes)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("knows_size", [True, False])
async def test_bytes_in_any_order_make_the_files_tree(tmp_path: Path, seed: int, knows_size: bool) -> None:
    dice = random.Random(seed)
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE if knows_size else None, keep_tree=True)
        while gaps := list(dispatcher.received.gaps(Span(0, SIZE))):
            gap = dice.choice(gaps)
            start = dice.randrange(gap.start, gap.end)
            await dispatcher.accept(SourceId(1), start, DATA[start : start + dice.randrange(1, 200_000)])
            if dice.random() < 0.3:
                await dispatcher._ending.quiet()
            if dice.random() < 0.1:
                lost = Span(start, start + dice.randrange(1, 100_000))
                dispatcher.repair.reject(BlockRejected(lost, ()))
                await dispatcher._ending.quiet()
        assert dispatcher.own_pieces is None or knows_size
        if not knows_size:
            dispatcher.learn_size(SIZE)
        await dispatcher._ending.quiet()
        pieces = dispatcher.own_pieces
        assert pieces is not None
        assert pieces.digests == true_layer(pieces.piece_bytes)
        assert pieces.origin == "this computer"
        assert not dispatcher.proven, "what only this computer vouches for proves nothing"


async def test_damage_between_two_runs_is_found_without_any_trusted_hash(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, keep_tree=True)
        await fill(dispatcher, DATA[: 4 * PIECE + 1000], supplier=1)
        await dispatcher.close()
        with house.part.open("r+b") as part:
            part.seek(2 * PIECE + 77)
            part.write(b"\0")
        dispatcher = await house.open(SIZE, keep_tree=True)
        verdict = await dispatcher.verify()
        assert verdict.finding is Finding.DAMAGED
        damaged = Span(2 * PIECE, 3 * PIECE)
        assert verdict.wrong == (damaged,)
        assert house.told(BlockRejected) == [BlockRejected(damaged, ())]
        assert house.told(SpoilerNamed) == []
        assert dispatcher.received == SpanSet.of((0, 2 * PIECE), (3 * PIECE, 4 * PIECE + 1000))
        await fill(dispatcher, DATA, supplier=2)
        assert (await dispatcher.verify()).finding is Finding.UNPROVEN
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA
        assert dispatcher.own_pieces is not None
        assert dispatcher.own_pieces.digests == true_layer()


async def test_what_an_earlier_run_left_is_looked_at_once_before_the_end(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, keep_tree=True)
        await fill(dispatcher, DATA[: 4 * PIECE], supplier=1)
        await dispatcher.close()
        with house.part.open("r+b") as part:
            part.seek(PIECE + 5)
            part.write(b"\0\1")
        dispatcher = await house.open(SIZE, keep_tree=True)
        await fill(dispatcher, DATA, supplier=2)
        with pytest.raises(IntegrityError, match="1 block was wrong and must be fetched again"):
            await dispatcher.finish(house.target)
        await dispatcher._ending.quiet()
        assert house.told(BlockRejected) == [BlockRejected(Span(PIECE, 2 * PIECE), ())]
        await fill(dispatcher, DATA, supplier=2)
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


async def test_a_crash_leaves_a_tree_that_is_not_old(tmp_path: Path) -> None:
    async with Storehouse(made(tmp_path / "before")) as house:
        dispatcher = await house.open(SIZE, keep_tree=True, pace=replace(BY_HAND, tree_after_s=0))
        for end in (2 * PIECE, 4 * PIECE):  # the first time there is hardly anything worth keeping
            await fill(dispatcher, DATA[end - 2 * PIECE : end], end - 2 * PIECE)
            await dispatcher._store.flush()
            await dispatcher._checkpoints.run()
        crashed = house.crash_into(tmp_path / "after")
    with crashed.part.open("r+b") as part:
        part.seek(PIECE + 5)
        part.write(b"\0\1")
    async with crashed as house:
        dispatcher = await house.open(SIZE, keep_tree=True)
        assert (await dispatcher.verify()).wrong == (Span(PIECE, 2 * PIECE),)


async def test_what_comes_too_fast_is_left_out_and_accuses_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "TREE_BURST_BYTES", 2 * PIECE)
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, keep_tree=True, tree_rate_bytes_per_s=1e-9)
        for at in range(0, 6 * PIECE, PIECE):
            await fill(dispatcher, DATA[at : at + PIECE], at)
            await dispatcher._store.flush()
        await dispatcher.close()
        entry = await house.journal.load(dispatcher.job_id)
        assert entry is not None
        assert entry.tree is not None
        assert unpack_tree(entry.tree).known[:6] == b"\1\1\0\0\0\0"
        with house.part.open("r+b") as part:
            part.seek(5)
            part.write(b"\0\1")
        dispatcher = await house.open(SIZE, keep_tree=True, tree_rate_bytes_per_s=1e-9)
        await fill(dispatcher, DATA)
        with pytest.raises(IntegrityError, match="1 block was wrong"):
            await dispatcher.finish(house.target)
        await dispatcher._ending.quiet()
        assert house.told(BlockRejected) == [BlockRejected(Span(0, PIECE), ())]
        await fill(dispatcher, DATA)
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA


async def test_what_is_hashed_for_a_trusted_digest_may_be_left_out_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "TREE_BURST_BYTES", 2 * PIECE)
    async with Storehouse(tmp_path) as house:
        trusted = [Checksum("sha-256", hashlib.sha256(DATA).hexdigest(), "you")]
        dispatcher = await house.open(SIZE, checksums=trusted, keep_tree=True, tree_rate_bytes_per_s=1e-9)
        for at in range(0, 6 * PIECE, PIECE):
            await fill(dispatcher, DATA[at : at + PIECE], at)
            await dispatcher._store.flush()
        await dispatcher.checkpoint()
        entry = await house.journal.load(dispatcher.job_id)
        assert entry is not None
        assert entry.tree is not None
        assert unpack_tree(entry.tree).known[:6] == b"\1\1\0\0\0\0"
        await fill(dispatcher, DATA)
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA
        assert dispatcher.proven == SpanSet.of((0, SIZE))


async def test_a_hash_that_comes_late_judges_also_what_was_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "TREE_BURST_BYTES", 1)
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, keep_tree=True, tree_rate_bytes_per_s=1e-9)
        await fill(dispatcher, DATA[: 3 * PIECE])
        await dispatcher._ending.quiet()
        dispatcher.trust((), PieceHashes(TREE, PIECE, true_layer(), "torrent"))
        await dispatcher._ending.quiet()
        assert dispatcher.proven == SpanSet.of((0, 3 * PIECE))


async def test_the_tree_of_bytes_that_were_given_up_is_forgotten(tmp_path: Path) -> None:
    """A digest of rejected bytes must not accuse the bytes that came in their place."""
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, keep_tree=True)
        await fill(dispatcher, bytes(PIECE), supplier=1)
        await dispatcher.checkpoint()
        dispatcher.repair.reject(BlockRejected(Span(0, PIECE), (SourceId(1),)))
        await dispatcher._ending.quiet()
        entry = await house.journal.load(dispatcher.job_id)
        assert entry is not None
        assert entry.tree is None
        await fill(dispatcher, DATA, supplier=2)
        await dispatcher.close()
        dispatcher = await house.open(SIZE, keep_tree=True)
        assert not (await dispatcher.verify()).wrong


async def test_nothing_is_hashed_twice_where_pieces_have_trusted_hashes(tmp_path: Path) -> None:
    pieces = PieceHashes(TREE, PIECE, true_layer(), "torrent")
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, keep_tree=True, pieces=pieces)
        await fill(dispatcher, DATA[: 2 * PIECE])
        await dispatcher.checkpoint()
        entry = await house.journal.load(dispatcher.job_id)
        assert entry is not None
        assert entry.tree is None
        with house.part.open("r+b") as part:
            part.seek(PIECE + 77)
            part.write(b"\0")
        verdict = await dispatcher.verify()
        assert verdict.wrong == (Span(PIECE, 2 * PIECE),), "later damage shows against the trusted hashes"


async def test_trusted_pieces_that_come_late_take_the_place_of_the_own_tree(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, keep_tree=True)
        await fill(dispatcher, DATA[: 2 * PIECE])
        dispatcher.trust((), PieceHashes(TREE, PIECE, true_layer(), "torrent"))
        await fill(dispatcher, DATA)
        await dispatcher.finish(house.target)
        assert dispatcher.proven == SpanSet.of((0, SIZE))
        assert dispatcher.own_pieces is None


async def test_a_damaged_record_is_ignored(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, keep_tree=True)
        await fill(dispatcher, DATA)
        await dispatcher.close()
        entry = await house.journal.load(dispatcher.job_id)
        assert entry is not None
        assert entry.tree is not None
        stored = unpack_tree(entry.tree)
        assert unpack_tree(pack_tree(stored)) == stored
        flipped = bytes([entry.tree[0] ^ 1]) + entry.tree[1:]
        with pytest.raises(ValueError, match="damaged"):
            unpack_tree(flipped)
        await house.journal.keep_tree(dispatcher.job_id, flipped)
        dispatcher = await house.open(SIZE, keep_tree=True)
        await dispatcher._ending.quiet()
        unasked = dispatcher.own_pieces
        assert unasked is None, "nothing is hashed again unasked"
        assert not (await dispatcher.verify()).wrong
        asked = dispatcher.own_pieces
        assert asked is not None, "asked to hash all, it hashed what was not taken over, too"
        assert asked.digests == true_layer()
