"""Damage that comes after the bytes: found against the job's own tree where no hash is trusted, and mended."""

import signal
from pathlib import Path

import pytest
from tests.fakes.downloads import add, assert_done, open_api, reached, settled, sha256_of_file
from tests.fakes.terminal import cli, started
from tests.fakes.waiting import until

from headwater.content.hash_tree import piece_bytes_for
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import PauseJobs, ResumeJobs, VerifyJob
from headwater.model.job import Checksum, JobOptions, JobState
from headwater.model.spans import Span, SpanSet

FILE = SeededSample(8 * 1024**2, seed=61)
DIGEST = sha256_of(FILE)
PIECE = piece_bytes_for(FILE.size_bytes)


def damage(path: Path, offset: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        old = file.read(1)
        file.seek(offset)
        file.write(bytes([old[0] ^ 1]))


async def test_a_finished_file_that_changed_is_found_without_any_trusted_hash(tmp_path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()] * 2, FILE) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        job = await settled(api, job_id)
        assert_done(job, DIGEST)
        for _ in range(2):
            await api.execute(VerifyJob(job_id))
            assert api.job(job_id).verdict == f"Every byte is as it came. {job.verdict}"
            assert api.job(job_id).error is None
        assert job.path is not None
        damage(job.path, 5_000_000)
    async with open_api(tmp_path) as api:  # the tree is kept over a restart
        await api.execute(VerifyJob(job_id))
        error = api.job(job_id).error
        assert error is not None
        assert "1 block was wrong" in error


async def test_a_finished_file_that_changed_is_mended_block_by_block_from_a_terminal(tmp_path: Path) -> None:
    home = {"HEADWATER_HOME": str(tmp_path / "profile")}
    async with MirrorLab([MirrorBehaviour()] * 2, FILE) as lab:
        async with open_api(tmp_path) as api:
            job = await settled(api, await add(api, lab.urls, tmp_path))
            assert job.path is not None
        equal = await cli(job.path.parent, "verify", job.path.name, environment=home)
        assert equal.status == 0, equal.err
        assert "from this computer: computed here as the bytes came" in equal.out
        assert "proves nothing else" in equal.out
        damage(job.path, PIECE + 77)
        bad = await cli(job.path.parent, "verify", job.path.name, "--json", environment=home)
        assert (bad.status, bad.told["bad_spans"]) == (1, [[PIECE, 2 * PIECE]])
        asked = ("prove", job.path.name, str(PIECE))
        proof = await cli(job.path.parent, *asked, environment=home)
        assert (proof.status, "is not what it was" in proof.err) == (1, True), "the tree of what came is asked"
        before = lab.sent_bytes
        mended = await cli(job.path.parent, "verify", job.path.name, "--repair", environment=home)
        assert mended.status == 0, mended.err
        assert lab.sent_bytes - before <= 4 * PIECE, "only what changed is fetched"
    assert sha256_of_file(job.path) == DIGEST
    assert (await cli(job.path.parent, *asked, environment=home)).status == 0
    named = await cli(job.path.parent, "verify", job.path.name, "--against", "ab" * 32, "--json", environment=home)
    assert (named.status, named.told["blocks"]) == (1, None), "what was named goes before what was computed here"


async def test_a_finished_file_that_changed_is_mended_block_by_block_in_the_window(tmp_path: Path) -> None:
    options = JobOptions(checksums=(Checksum("sha-256", DIGEST),))
    async with MirrorLab([MirrorBehaviour()] * 2, FILE) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=options)
        job = await settled(api, job_id)
        assert job.path is not None
        assert (await api.examine(job_id)).is_proven
        damage(job.path, PIECE + 77)
        found = await api.examine(job_id)
        assert found.report.bad_spans == (Span(PIECE, 2 * PIECE),)
        assert found.to_fetch_bytes == PIECE, "not all of the file, though its one hash speaks of all of it"
        before = lab.sent_bytes
        assert (await api.mend(found)).is_proven
        assert lab.sent_bytes - before <= 4 * PIECE
    assert sha256_of_file(job.path) == DIGEST


@pytest.mark.parametrize("asked", [True, False], ids=["when asked to verify", "by itself, at the end"])
async def test_a_partial_file_that_changed_between_two_runs_is_mended(asked: bool, tmp_path: Path) -> None:
    held = MirrorBehaviour(withholds=(Span(5_000_000, FILE.size_bytes),))
    async with MirrorLab([held] * 2, FILE) as lab:
        async with open_api(tmp_path) as api:
            job_id = await add(api, lab.urls, tmp_path)
            await reached(api, job_id, 3_000_000)
            await api.execute(PauseJobs((job_id,)))
            paused = api.job(job_id)
            assert paused.path is not None
            pieces = (Span(at, at + PIECE) for at in range(0, FILE.size_bytes, PIECE))
            whole = next(piece for piece in pieces if SpanSet(api.received(job_id)).covers(piece))
            damage(paused.path, whole.start + 77)  # the ends of what came are not kept in the tree
        lab.change(withholds=())
        async with open_api(tmp_path) as api:
            if asked:
                await api.execute(VerifyJob(job_id))
                checked = api.job(job_id)
                assert checked.received_bytes < paused.received_bytes, "what changed was given up"
            await api.execute(ResumeJobs((job_id,)))
            job = await settled(api, job_id)
            assert job.state is JobState.DONE
            assert_done(job, DIGEST)


async def test_a_download_of_the_terminal_that_was_interrupted_finds_it_too(tmp_path: Path) -> None:
    held = MirrorBehaviour(withholds=(Span(5_000_000, FILE.size_bytes),))
    part = tmp_path / "sample.bin.part"
    async with MirrorLab([held] * 2, FILE) as lab:
        async with started(tmp_path, "get", *lab.urls, "--quiet") as getting:
            await until(lambda: lab.sent_bytes >= 5_000_000 and part.exists() and has_come(part, 2_000_000))
            getting.send_signal(signal.SIGINT)
            _, complaints = await getting.communicate()
        assert getting.returncode == 130, complaints
        damage(part, PIECE + 77)
        lab.change(withholds=())
        got = await cli(tmp_path, "get", *lab.urls, "--quiet")
    assert got.status == 0, got.err
    assert (tmp_path / "sample.bin").read_bytes() == FILE.read(0, FILE.size_bytes)


def has_come(part: Path, size_bytes: int) -> bool:
    """Whether the file's beginning is on the disk."""
    with part.open("rb") as file:
        return file.read(size_bytes) == FILE.read(0, size_bytes)
