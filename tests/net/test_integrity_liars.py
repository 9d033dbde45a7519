"""Mirrors that lie, against trusted hashes: the file is right, what is fetched again is bounded, the liar is found."""

from pathlib import Path

import pytest
from tests.fakes.downloads import add, assert_done, open_api, settled, source_of
from tests.fakes.trusted import bad_bytes, pieces_of, tree_pieces_of

from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobOptions, PieceHashes
from headwater.model.source import SourceState
from headwater.model.spans import Span

BLOCK = 64 * 1024
FILE = SeededSample(24 * 1024**2 + 12_345, seed=11)
OTHER = SeededSample(FILE.size_bytes, seed=12)
PIECES = pieces_of(FILE, BLOCK)
TREE = tree_pieces_of(FILE, BLOCK)
DIGEST = sha256_of(FILE)
HONEST = MirrorBehaviour(rate_bytes_per_s=6e6)


async def fetch_proven(
    folder: Path, behaviours: list[MirrorBehaviour], pieces: PieceHashes = PIECES
) -> tuple[int, list[SourceState]]:
    """Bytes that were fetched beyond the file's own, and how the sources stood at the end. The file must be right."""
    async with MirrorLab(behaviours, FILE) as lab, open_api(folder) as api:
        job_id = await add(api, lab.urls, folder, options=JobOptions(pieces=pieces))
        job = await settled(api, job_id)
        assert_done(job, DIGEST)
        assert job.verdict is not None
        assert "right" in job.verdict
        sources = [source_of(api, job_id, lab, index) for index in range(len(behaviours))]
        received = sum(source.received_bytes for source in sources)
        return received - FILE.size_bytes, [source.state for source in sources]


def corrupt(part: float, seed: int = 1) -> MirrorBehaviour:
    return MirrorBehaviour(rate_bytes_per_s=6e6, corrupt=bad_bytes(FILE.size_bytes, BLOCK, part, seed))


@pytest.mark.parametrize("pieces", [PIECES, TREE], ids=["pieces", "tree"])
@pytest.mark.parametrize("part", [0.01, 0.1, 1.0])
async def test_one_of_five_flips_bits(tmp_path: Path, part: float, pieces: PieceHashes) -> None:
    again, states = await fetch_proven(tmp_path, [HONEST, HONEST, corrupt(part), HONEST, HONEST], pieces)
    bad_blocks = max(1, round(part * PIECES.count))
    assert again <= (bad_blocks + 5) * BLOCK
    if part == 1.0:
        assert states[2] is SourceState.SET_ASIDE
    assert [states[index] for index in (0, 1, 3, 4)].count(SourceState.SET_ASIDE) == 0


async def test_one_serves_another_version_of_the_same_size(tmp_path: Path) -> None:
    other = MirrorBehaviour(rate_bytes_per_s=6e6, sample=OTHER)
    _, states = await fetch_proven(tmp_path, [HONEST, HONEST, other, HONEST, HONEST])
    assert states[2] is SourceState.SET_ASIDE


async def test_one_truncates(tmp_path: Path) -> None:
    short = SeededSample(FILE.size_bytes // 2, seed=11)
    await fetch_proven(tmp_path, [HONEST, HONEST, MirrorBehaviour(sample=short), HONEST, HONEST])


async def test_one_breaks_its_bodies_off(tmp_path: Path) -> None:
    cut = MirrorBehaviour(rate_bytes_per_s=6e6, surplus_bytes=-1000)
    await fetch_proven(tmp_path, [HONEST, HONEST, cut, HONEST, HONEST])


async def test_two_collude(tmp_path: Path) -> None:
    other = MirrorBehaviour(rate_bytes_per_s=6e6, sample=OTHER)
    _, states = await fetch_proven(tmp_path, [HONEST, other, HONEST, other, HONEST])
    assert states[1] is states[3] is SourceState.SET_ASIDE


async def test_the_majority_lies(tmp_path: Path) -> None:
    liars = [MirrorBehaviour(rate_bytes_per_s=6e6, sample=OTHER) for _ in range(4)]
    _, states = await fetch_proven(tmp_path, [*liars, HONEST])
    assert states[:4] == [SourceState.SET_ASIDE] * 4


async def test_the_only_source_that_lies_is_said_to(tmp_path: Path) -> None:
    liar = MirrorBehaviour(corrupt=(Span(5, 6),))
    async with MirrorLab([liar], FILE) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=JobOptions(pieces=PIECES))
        job = await settled(api, job_id)
        assert job.error is not None
        assert "bad block" in job.error or "wrong" in job.error
