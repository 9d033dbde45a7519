"""Servers that fail in every way servers do: each fault is met with a right file, or with a sentence that says why not.

One test a fault, through real servers on loopback and the whole engine. Beside a faulty mirror stands a good one,
which keeps half of the file to itself until the fault has shown.
"""

import errno
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.fakes.downloads import add, assert_done, fetch, open_api, reached, settled, source_of, stands
from tests.fakes.waiting import until

from headwater.content.sparse_file import SparseFile
from headwater.content.storage_errors import local_error
from headwater.control.api import Api
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import BytesSample, SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import PauseJobs, ResumeJobs, SetSources
from headwater.model.job import Checksum, JobId, JobOptions, JobState
from headwater.model.source import SourceSpec, SourceState
from headwater.model.spans import Span
from headwater.model.tuning import Tuning

SAMPLE = SeededSample(2 * 1024**2 + 11, seed=3)
DIGEST = sha256_of(SAMPLE)
GOOD = MirrorBehaviour(rate_bytes_per_s=4e6)
HELD = MirrorBehaviour(withholds=(Span(SAMPLE.size_bytes // 2, 2**40),))
#: Many requests, so that a mirror is asked again after it changed or died.
MANY_REQUESTS = JobOptions(
    tuning=Tuning(min_span_bytes=64 * 1024, max_span_bytes=128 * 1024, max_channels_per_source=1)
)
OTHER_SIZE = SeededSample(SAMPLE.size_bytes + 5000, seed=4)
ANOTHER_SIZE = SeededSample(SAMPLE.size_bytes - 5000, seed=5)


# ---- a faulty mirror beside a good one -----------------------------------------------------------------------


async def in_trouble(api: Api, job_id: JobId, lab: MirrorLab, index: int) -> None:
    """Wait until something is said against the source that a mirror serves."""
    await until(lambda: source_of(api, job_id, lab, index).reason, "the fault has shown")


@pytest.mark.parametrize(
    ("faulty", "words"),
    [
        pytest.param(MirrorBehaviour(refuses=True), "refuse", id="refuses connections"),
        pytest.param(MirrorBehaviour(status=404), "404", id="404"),
        pytest.param(MirrorBehaviour(status=403), "403", id="403"),
        pytest.param(MirrorBehaviour(status=416), "416", id="416"),
        pytest.param(MirrorBehaviour(status=429, retry_after_s=30), "429", id="429 with Retry-After"),
        pytest.param(MirrorBehaviour(status=503, retry_after_s=30), "503", id="503 with Retry-After"),
        pytest.param(MirrorBehaviour(rate_bytes_per_s=4e6, dies_after_bytes=300_000), "", id="dies mid-way"),
        pytest.param(MirrorBehaviour(surplus_bytes=-20_000), "", id="sends fewer bytes than promised"),
        pytest.param(MirrorBehaviour(surplus_bytes=20_000), "", id="sends more bytes than promised"),
        pytest.param(MirrorBehaviour(content_range_shift=4096), "", id="wrong Content-Range"),
        pytest.param(MirrorBehaviour(error_page=True, latency_s=0.05), "page", id="error page with status 200"),
        pytest.param(MirrorBehaviour(redirect_to=1), "redirect", id="redirects in a loop"),
    ],
)
async def test_a_faulty_mirror_spoils_nothing(
    faulty: MirrorBehaviour, words: str, mirror_lab: LabMaker, tmp_path: Path
) -> None:
    lab = await mirror_lab([HELD, faulty], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=MANY_REQUESTS)
        await in_trouble(api, job_id, lab, 1)
        lab.change(withholds=())
        assert_done(await settled(api, job_id), DIGEST)
        source = source_of(api, job_id, lab, 1)
        assert source.errors >= 1 or source.state is SourceState.SET_ASIDE
        assert source.reason
        assert words in source.reason.lower()


@pytest.mark.parametrize("latency_s", [0.0, 0.2])
async def test_an_error_page_as_the_first_url_outvotes_nobody(
    latency_s: float, mirror_lab: LabMaker, tmp_path: Path
) -> None:
    good = replace(HELD, latency_s=0.2 - latency_s)
    lab = await mirror_lab([MirrorBehaviour(error_page=True, latency_s=latency_s), good], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await in_trouble(api, job_id, lab, 0)
        lab.change(withholds=())
        assert_done(await settled(api, job_id), DIGEST)
        assert "page" in (source_of(api, job_id, lab, 0).reason or "")


async def test_an_error_page_alone_fails_the_job(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(error_page=True)], SAMPLE)
    async with open_api(tmp_path) as api:
        job = await fetch(api, lab.urls, tmp_path)
        assert job.state is JobState.FAILED
        assert "page" in (job.error or "")


async def test_a_server_that_ignores_range_is_read_from_its_beginning(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(ignores_range=True)], SAMPLE)
    async with open_api(tmp_path) as api:
        assert_done(await fetch(api, lab.urls, tmp_path), DIGEST)


async def test_a_server_that_ignores_range_beside_a_good_one(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([GOOD, MirrorBehaviour(ignores_range=True, rate_bytes_per_s=4e6)], SAMPLE)
    async with open_api(tmp_path) as api:
        assert_done(await fetch(api, lab.urls, tmp_path), DIGEST)


async def test_a_redirect_to_another_host_is_followed(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(redirect_to=1), MirrorBehaviour()], SAMPLE)
    async with open_api(tmp_path) as api:
        assert_done(await fetch(api, lab.urls[:1], tmp_path), DIGEST)


async def test_patience_that_a_server_asks_for_is_kept(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(status=503, status_for_requests=1, retry_after_s=1)], SAMPLE)
    async with open_api(tmp_path) as api:
        job = await fetch(api, lab.urls, tmp_path)
        assert_done(job, DIGEST)
        assert job.elapsed_s > 0.9


# ---- no size, no bytes ---------------------------------------------------------------------------------------


async def test_a_body_without_length_is_taken_to_its_end(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(chunked=True)], SAMPLE)
    async with open_api(tmp_path) as api:
        job = await fetch(api, lab.urls, tmp_path)
        assert_done(job, DIGEST)
        assert job.size_bytes == SAMPLE.size_bytes


async def test_a_zero_byte_file_is_a_file(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(), MirrorBehaviour()], BytesSample(b""))
    async with open_api(tmp_path) as api:
        job = await fetch(api, lab.urls, tmp_path)
        assert job.state is JobState.DONE
        assert job.size_bytes == 0
        assert job.path is not None
        assert job.path.read_bytes() == b""


async def test_a_zero_byte_file_without_length(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(chunked=True)], BytesSample(b""))
    async with open_api(tmp_path) as api:
        job = await fetch(api, lab.urls, tmp_path)
        assert job.state is JobState.DONE
        assert job.size_bytes == 0


# ---- sources that do not agree -------------------------------------------------------------------------------


async def test_a_mirror_of_another_size_is_set_aside_with_a_reason(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([HELD, MirrorBehaviour(sample=OTHER_SIZE), HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await in_trouble(api, job_id, lab, 1)
        lab.change(withholds=())
        assert_done(await settled(api, job_id), DIGEST)
        source = source_of(api, job_id, lab, 1)
        assert source.state is SourceState.SET_ASIDE
        assert f"{OTHER_SIZE.size_bytes:,}" in (source.reason or "")
        assert f"{SAMPLE.size_bytes:,}" in (source.reason or "")


async def test_the_majority_wins_over_a_quick_first_mirror(mirror_lab: LabMaker, tmp_path: Path) -> None:
    late = MirrorBehaviour(rate_bytes_per_s=4e6, latency_s=0.3)
    odd = replace(HELD, sample=OTHER_SIZE)
    lab = await mirror_lab([odd, late, late], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        assert_done(await settled(api, job_id), DIGEST)
        assert source_of(api, job_id, lab, 0).state is SourceState.SET_ASIDE


async def test_among_two_that_disagree_the_first_given_wins(mirror_lab: LabMaker, tmp_path: Path) -> None:
    late = MirrorBehaviour(rate_bytes_per_s=4e6, latency_s=0.3)
    odd = replace(HELD, sample=ANOTHER_SIZE)
    lab = await mirror_lab([late, odd], SAMPLE)
    async with open_api(tmp_path) as api:
        assert_done(await fetch(api, lab.urls, tmp_path), DIGEST)


async def test_a_mirror_whose_file_changes_half_way_is_set_aside(mirror_lab: LabMaker, tmp_path: Path) -> None:
    new = SeededSample(SAMPLE.size_bytes, seed=99)
    changing = MirrorBehaviour(rate_bytes_per_s=6e6, changes_after_bytes=200_000, changed_sample=new)
    lab = await mirror_lab([HELD, changing], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=MANY_REQUESTS)
        await in_trouble(api, job_id, lab, 1)
        lab.change(withholds=())
        assert_done(await settled(api, job_id), DIGEST)
        source = source_of(api, job_id, lab, 1)
        assert source.state is SourceState.SET_ASIDE
        assert "changed" in (source.reason or "")


async def test_a_changed_file_alone_fails_the_job_with_the_reason(mirror_lab: LabMaker, tmp_path: Path) -> None:
    new = SeededSample(SAMPLE.size_bytes, seed=99)
    changing = MirrorBehaviour(rate_bytes_per_s=6e6, changes_after_bytes=200_000, changed_sample=new)
    lab = await mirror_lab([changing], SAMPLE)
    async with open_api(tmp_path) as api:
        job = await fetch(api, lab.urls, tmp_path, options=MANY_REQUESTS)
        assert job.state is JobState.FAILED
        assert "changed" in (job.error or "")
        assert job.path is not None
        assert job.path.suffix == ".part"


async def test_a_file_that_changed_between_two_runs_is_fetched_anew(mirror_lab: LabMaker, tmp_path: Path) -> None:
    new = SeededSample(SAMPLE.size_bytes + 100, seed=99)
    changing = MirrorBehaviour(rate_bytes_per_s=4e6, changes_after_bytes=600_000, changed_sample=new)
    lab = await mirror_lab([changing], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=MANY_REQUESTS)
        await reached(api, job_id, 300_000)
        await settled(api, job_id)
        await api.execute(ResumeJobs((job_id,)))
        assert_done(await settled(api, job_id), sha256_of(new))


async def test_a_wrong_checksum_fails_the_job_and_gives_the_file_no_name(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    wrong = Checksum("sha-256", "0" * 64)
    async with open_api(tmp_path) as api:
        job = await fetch(api, lab.urls, tmp_path, options=JobOptions(checksums=(wrong,)))
        assert job.state is JobState.FAILED
        assert "SHA-256" in (job.error or "")
        assert not (tmp_path / "out" / "sample.bin").exists()


# ---- nothing left to ask -------------------------------------------------------------------------------------


async def test_when_all_sources_die_the_job_fails_and_goes_on_later(mirror_lab: LabMaker, tmp_path: Path) -> None:
    dying = MirrorBehaviour(rate_bytes_per_s=4e6, dies_after_bytes=600_000)
    lab = await mirror_lab([dying, MirrorBehaviour(status=404)], SAMPLE)
    spare = await mirror_lab([MirrorBehaviour()], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=JobOptions(tuning=Tuning(samples=0)))
        job = await settled(api, job_id)
        assert job.state is JobState.FAILED
        assert job.error
        assert job.received_bytes > 300_000
        assert job.path is not None
        assert job.path.exists()
        urls = (*lab.urls, spare.urls[0])
        await api.execute(SetSources(job_id, tuple(SourceSpec(url) for url in urls)))
        await api.execute(ResumeJobs((job_id,)))
        assert_done(await settled(api, job_id), DIGEST)
        assert spare.sent_bytes <= SAMPLE.size_bytes - job.received_bytes


async def test_a_url_that_nothing_can_open_fails_with_a_sentence(tmp_path: Path) -> None:
    async with open_api(tmp_path) as api:
        job = await fetch(api, ["gopher://example.test/file"], tmp_path)
        assert job.state is JobState.FAILED
        assert "gopher" in (job.error or "")


# ---- the disk ------------------------------------------------------------------------------------------------


async def test_a_full_disk_pauses_the_job_and_nothing_is_lost(
    mirror_lab: LabMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_at = SparseFile.write_at
    is_full = True

    def full(self: SparseFile, offset: int, buffers: list[bytes]) -> None:
        if is_full and offset >= 1024**2:
            error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            raise local_error(error, self.path) from error
        write_at(self, offset, buffers)

    monkeypatch.setattr(SparseFile, "write_at", full)
    lab = await mirror_lab([GOOD, GOOD], SAMPLE)
    async with open_api(tmp_path) as api:
        # Nothing is asked for twice on purpose, so that whatever comes again was lost.
        job_id = await add(api, lab.urls, tmp_path, options=JobOptions(tuning=Tuning(samples=0, hedging=0.0)))
        job = await settled(api, job_id)
        assert job.state is JobState.PAUSED
        assert "full" in (job.error or "")
        assert 0 < job.durable_bytes == job.received_bytes
        is_full = False
        sent = lab.sent_bytes
        await api.execute(ResumeJobs((job_id,)))
        assert_done(await settled(api, job_id), DIGEST)
        assert lab.sent_bytes - sent <= SAMPLE.size_bytes - job.durable_bytes + 64 * 1024


@contextmanager
def _file_size_limit(size_bytes: int) -> Iterator[None]:
    """Let the system itself refuse files over `size_bytes`."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_sources_of_a_job_that_was_stopped_have_no_channels(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([HELD, HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await until(
            lambda: all(source.state is SourceState.ACTIVE and source.channels for source in api.sources(job_id)),
            "both are asked",
        )
        await api.execute(PauseJobs((job_id,)))
        await settled(api, job_id)
        assert [(source.state, source.channels) for source in api.sources(job_id)] == [(SourceState.STANDBY, 0)] * 2


async def test_a_write_that_the_system_refuses_pauses_the_job(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([HELD, HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, 300_000)
        with _file_size_limit(1024**2):
            lab.change(withholds=())
            job = await settled(api, job_id)
        assert job.state is JobState.PAUSED
        assert job.error
        await api.execute(ResumeJobs((job_id,)))
        assert_done(await settled(api, job_id), DIGEST)


async def test_a_folder_that_cannot_be_made_pauses_the_job(mirror_lab: LabMaker, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where the folder should be")
    lab = await mirror_lab([GOOD], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        job = await settled(api, job_id)
        assert job.state is JobState.PAUSED
        assert str(tmp_path / "out") in (job.error or "")
        (tmp_path / "out").unlink()
        await api.execute(ResumeJobs((job_id,)))
        assert_done(await settled(api, job_id), DIGEST)


@pytest.mark.skipif(sys.platform == "win32", reason="nobody can take an open file's name there")
@pytest.mark.parametrize("is_put_back", [False, True], ids=["removed", "moved, and put back"])
async def test_a_folder_that_goes_away_stops_the_job_and_tells_what_is_lost(
    is_put_back: bool, mirror_lab: LabMaker, tmp_path: Path
) -> None:
    lab = await mirror_lab([HELD], SAMPLE)
    half = SAMPLE.size_bytes // 2
    folder, away = tmp_path / "out", tmp_path / "away"
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await stands(api, lambda: api.job(job_id).durable_bytes == half)
        folder.rename(away)
        lab.change(withholds=(Span(SAMPLE.size_bytes - 100_000, 2**40),))
        job = await settled(api, job_id)
        assert job.state is JobState.PAUSED
        assert "was moved or removed; put it back, or resuming begins anew" in str(job.error)
        assert (job.received_bytes, job.durable_bytes) == (0, 0), "what nobody finds again is not claimed"
        if is_put_back:
            away.rename(folder)
        lab.change(withholds=())
        sent = lab.sent_bytes
        await api.execute(ResumeJobs((job_id,)))
        assert_done(await settled(api, job_id), DIGEST)
        assert (lab.sent_bytes - sent < SAMPLE.size_bytes) == is_put_back


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write into read-only folders")
async def test_a_read_only_folder_pauses_the_job(mirror_lab: LabMaker, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out").chmod(0o500)
    lab = await mirror_lab([GOOD], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        job = await settled(api, job_id)
        assert job.state is JobState.PAUSED
        assert "permission" in (job.error or "")
        (tmp_path / "out").chmod(0o700)
        await api.execute(ResumeJobs((job_id,)))
        assert_done(await settled(api, job_id), DIGEST)
