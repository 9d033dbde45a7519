"""Mirrors that lie, against trusted hashes: the file is right, what is fetched again is bounded, the liar is found."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.fakes.downloads import add, assert_done, open_api, reached, settled, source_of
from tests.fakes.trusted import bad_bytes, pieces_of, tree_pieces_of

from headwater.content.bad_copies import BadCopies
from headwater.content.facts import SpoilerNamed
from headwater.content.integrity import BlockFinding
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.events import BlockRejected
from headwater.model.job import JobOptions, PieceHashes
from headwater.model.source import SourceId, SourceState
from headwater.model.spans import Span
from headwater.model.tuning import Tuning

BLOCK = 64 * 1024
FILE = SeededSample(24 * 1024**2 + 12_345, seed=11)
OTHER = SeededSample(FILE.size_bytes, seed=12)
PIECES = pieces_of(FILE, BLOCK)
TREE = tree_pieces_of(FILE, BLOCK)
DIGEST = sha256_of(FILE)
#: What is fetched twice in order to be in time is another matter, and a slow computer does more of it.
UNHURRIED = Tuning(recovery=0.0, hedging=0.0)
HONEST = MirrorBehaviour(rate_bytes_per_s=6e6)


@dataclass(frozen=True)
class Fetched:
    """What the mirrors sent of the file's bytes, how many copies of blocks were bad, and how the mirrors stood at the
    end."""

    received_bytes: int
    bad_blocks: int
    states: list[SourceState]

    def assert_little_came_again(self) -> None:
        """The promise: no more is fetched again than the bad blocks, and one block a source."""
        assert self.received_bytes - FILE.size_bytes <= (self.bad_blocks + len(self.states)) * BLOCK


async def fetch_proven(folder: Path, behaviours: list[MirrorBehaviour], pieces: PieceHashes = PIECES) -> Fetched:
    """Fetch the file with trusted hashes of its blocks: it must be right, and little may have come again."""
    bad: list[BlockRejected] = []
    real = BadCopies.reject

    def count(copies: BadCopies, finding: BlockFinding, suppliers: Iterable[tuple[Span, SourceId]]) -> BlockRejected:
        bad.append(real(copies, finding, suppliers))
        return bad[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BadCopies, "reject", count)
        async with MirrorLab(behaviours, FILE) as lab, open_api(folder) as api:
            job_id = await add(api, lab.urls, folder, options=JobOptions(pieces=pieces, tuning=UNHURRIED))
            job = await settled(api, job_id)
            assert_done(job, DIGEST)
            assert job.verdict is not None
            assert "right" in job.verdict
            sources = [source_of(api, job_id, lab, index) for index in range(len(behaviours))]
    fetched = Fetched(sum(one.received_bytes for one in sources), len(bad), [one.state for one in sources])
    fetched.assert_little_came_again()
    return fetched


def corrupt(part: float, seed: int = 1) -> MirrorBehaviour:
    return MirrorBehaviour(rate_bytes_per_s=6e6, corrupt=bad_bytes(FILE.size_bytes, BLOCK, part, seed))


@pytest.mark.parametrize("pieces", [PIECES, TREE], ids=["pieces", "tree"])
@pytest.mark.parametrize("part", [0.01, 0.1, 1.0])
async def test_one_of_five_flips_bits(tmp_path: Path, part: float, pieces: PieceHashes) -> None:
    fetched = await fetch_proven(tmp_path, [HONEST, HONEST, corrupt(part), HONEST, HONEST], pieces)
    assert fetched.bad_blocks <= max(1, round(part * PIECES.count)), "each bad block came once"
    if part == 1.0:
        assert fetched.states[2] is SourceState.SET_ASIDE
    assert [fetched.states[index] for index in (0, 1, 3, 4)].count(SourceState.SET_ASIDE) == 0


async def test_one_serves_another_version_of_the_same_size(tmp_path: Path) -> None:
    other = MirrorBehaviour(rate_bytes_per_s=6e6, sample=OTHER)
    fetched = await fetch_proven(tmp_path, [HONEST, HONEST, other, HONEST, HONEST])
    assert fetched.states[2] is SourceState.SET_ASIDE


async def test_one_truncates(tmp_path: Path) -> None:
    short = SeededSample(FILE.size_bytes // 2, seed=11)
    fetched = await fetch_proven(tmp_path, [HONEST, HONEST, MirrorBehaviour(sample=short), HONEST, HONEST])
    assert fetched.bad_blocks == 0, "it is known by its size, before a byte of it is taken"
    assert fetched.states[2] is SourceState.SET_ASIDE


async def test_one_breaks_its_bodies_off(tmp_path: Path) -> None:
    cut = MirrorBehaviour(rate_bytes_per_s=6e6, surplus_bytes=-1000)
    fetched = await fetch_proven(tmp_path, [HONEST, HONEST, cut, HONEST, HONEST])
    assert fetched.bad_blocks == 0


async def test_two_collude(tmp_path: Path) -> None:
    other = MirrorBehaviour(rate_bytes_per_s=6e6, sample=OTHER)
    fetched = await fetch_proven(tmp_path, [HONEST, other, HONEST, other, HONEST])
    assert fetched.states[1] is fetched.states[3] is SourceState.SET_ASIDE


async def test_the_majority_lies(tmp_path: Path) -> None:
    liars = [MirrorBehaviour(rate_bytes_per_s=6e6, sample=OTHER) for _ in range(4)]
    fetched = await fetch_proven(tmp_path, [*liars, HONEST])
    assert fetched.states[:4] == [SourceState.SET_ASIDE] * 4


async def test_the_only_source_that_lies_is_said_to(tmp_path: Path) -> None:
    liar = MirrorBehaviour(corrupt=(Span(5, 6),))
    async with MirrorLab([liar], FILE) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=JobOptions(pieces=PIECES))
        job = await settled(api, job_id)
        assert job.error is not None
        assert "bad block" in job.error or "wrong" in job.error


async def test_bad_blocks_count_together_however_they_were_found(tmp_path: Path) -> None:
    """One was all the liar's; of another, which came from several, its leaves told later."""
    held = MirrorBehaviour(withholds=(Span(2 * BLOCK, FILE.size_bytes),))
    async with MirrorLab([held] * 2, FILE) as lab, open_api(tmp_path) as api:
        options = JobOptions(pieces=PIECES, tuning=replace(UNHURRIED, bad_blocks=2))
        job_id = await add(api, lab.urls, tmp_path, options=options)
        await reached(api, job_id, BLOCK)
        driver = api._engine._roster.driver(job_id)
        assert driver is not None
        liar = SourceId(0)
        driver._on_fact(BlockRejected(Span(0, BLOCK), (liar,), liar))
        assert source_of(api, job_id, lab, 0).state is not SourceState.SET_ASIDE
        driver._on_fact(SpoilerNamed(liar, Span(BLOCK, 2 * BLOCK), (Span(BLOCK, BLOCK + 16384),)))
        assert source_of(api, job_id, lab, 0).state is SourceState.SET_ASIDE
        assert source_of(api, job_id, lab, 0).reason == "it delivered 2 bad blocks"
        assert source_of(api, job_id, lab, 1).state is not SourceState.SET_ASIDE
