"""What was chosen for a job is chosen anew: while it waits, and while it runs."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.fakes.downloads import add, assert_done, fetch, open_api, reached, settled, stands
from tests.fakes.proxies import socks_proxy
from tests.fakes.waiting import until

from headwater.engine import part_moving
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import PauseJobs, ResumeJobs, SetOptions
from headwater.model.errors import Cause, LocalError, UserError
from headwater.model.job import Checksum, JobOptions, JobState
from headwater.model.spans import Span
from headwater.model.tuning import Tuning

SAMPLE = SeededSample(1024**2, seed=9)
DIGEST = sha256_of(SAMPLE)
#: The second half is kept back until the mirror is told to give it.
WITHHOLDING = MirrorBehaviour(withholds=(Span(SAMPLE.size_bytes // 2, SAMPLE.size_bytes),))


async def test_a_running_job_asks_anew_with_new_headers(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([WITHHOLDING], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, 1)
        asked = len(lab.mirrors[0].requests)
        options = replace(api.spec(job_id).options, headers=(("X-Key", "new"),))
        await api.execute(SetOptions(job_id, options, folder=tmp_path / "other", name="named.bin"))
        lab.change(withholds=())
        job = await settled(api, job_id)
        assert_done(job, DIGEST)
        assert job.path == tmp_path / "other" / "named.bin"
        later = lab.mirrors[0].requests[asked:]
        assert later
        assert all(request.headers.get("X-Key") == "new" for request in later)


async def test_a_running_job_takes_the_way_that_the_settings_name_now(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([WITHHOLDING], SAMPLE)
    async with socks_proxy() as proxy, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, 1)
        assert proxy.asked == []
        await api.change_settings(replace(api.settings, idle_timeout_s=20.0))
        assert api.job(job_id).state is JobState.RUNNING, "what does not change the way interrupts nothing"
        asked = len(lab.mirrors[0].requests)
        await api.change_settings(replace(api.settings, proxy=f"socks5://127.0.0.1:{proxy.port}"))
        await until(lambda: len(lab.mirrors[0].requests) > asked, "it asks again")
        assert proxy.asked != []
        lab.change(withholds=())
        assert_done(await settled(api, job_id), DIGEST)


async def test_knobs_and_limits_interrupt_nothing(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([WITHHOLDING], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, 1)
        options = replace(api.spec(job_id).options, tuning=Tuning(bad_blocks=7), rate_limit_bytes_per_s=5e8)
        await api.execute(SetOptions(job_id, options))
        assert (api.job(job_id).state, api.tuning(job_id).bad_blocks) == (JobState.RUNNING, 7)
        lab.change(withholds=())
        assert_done(await settled(api, job_id), DIGEST)
        with pytest.raises(UserError, match="complete"):
            await api.execute(SetOptions(job_id, JobOptions()))


async def test_a_waiting_job_is_judged_by_its_new_checksum(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=JobOptions(start_paused=True))
        await api.execute(SetOptions(job_id, JobOptions(checksums=(Checksum("sha-256", "ab" * 32),))))
        await api.execute(ResumeJobs((job_id,)))
        job = await settled(api, job_id)
        assert (job.state, job.cause) == (JobState.FAILED, Cause.CHECKSUM)


@pytest.mark.parametrize("reaches_half", [False, True], ids=["nothing came", "half came"])
async def test_a_job_goes_on_in_a_folder_on_another_disk(
    mirror_lab: LabMaker, tmp_path: Path, other_disk: Path, reaches_half: bool
) -> None:
    """Whoever ran out of room chooses one that has some: nothing more is written to the first."""
    half = SAMPLE.size_bytes // 2
    lab = await mirror_lab([WITHHOLDING if reaches_half else MirrorBehaviour(withholds=(Span(0, 2**40),))], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, name="film.mkv")
        if reaches_half:
            await stands(api, lambda: api.job(job_id).durable_bytes == half)
        await until(lambda: lab.mirrors[0].requests, "the mirror is asked")
        await api.execute(PauseJobs((job_id,)))
        await api.execute(SetOptions(job_id, api.spec(job_id).options, folder=other_disk / "films"))
        sent = lab.sent_bytes
        lab.change(withholds=(Span(SAMPLE.size_bytes - 10, 2**40),))
        await api.execute(ResumeJobs((job_id,)))
        await reached(api, job_id, SAMPLE.size_bytes - 10)
        path = api.job(job_id).path
        assert path == other_disk / "films" / "film.mkv.part"
        lab.change(withholds=())
        job = await settled(api, job_id)
        assert_done(job, DIGEST)
        assert (lab.sent_bytes - sent < SAMPLE.size_bytes) == reaches_half, "what had come was taken along"
        assert job.path == other_disk / "films" / "film.mkv"
        assert list((tmp_path / "out").glob("*")) == []


async def test_a_copy_that_fails_leaves_the_part_file_where_it_was(
    mirror_lab: LabMaker, tmp_path: Path, other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = await mirror_lab([WITHHOLDING], SAMPLE)
    begun: list[Path] = []

    def copy_a_little(_source: Path, target: Path, *_: object) -> None:
        target.write_bytes(b"a little")
        begun.append(target)
        raise LocalError("The disk is full.", cause=Cause.DISK_FULL)

    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, name="film.mkv")
        await stands(api, lambda: api.job(job_id).durable_bytes == SAMPLE.size_bytes // 2)
        await api.execute(PauseJobs((job_id,)))
        await api.execute(SetOptions(job_id, api.spec(job_id).options, folder=other_disk / "films"))
        with monkeypatch.context() as patched:
            patched.setattr(part_moving, "copy_spans", copy_a_little)
            await api.execute(ResumeJobs((job_id,)))
            job = await settled(api, job_id)
        assert (job.state, job.error, job.cause) == (JobState.PAUSED, "The disk is full.", Cause.DISK_FULL)
        assert begun == [other_disk / "films" / "film.mkv.part"]
        assert not begun[0].exists()
        assert job.path == tmp_path / "out" / "film.mkv.part"
        sent = lab.sent_bytes
        lab.change(withholds=())
        await api.execute(ResumeJobs((job_id,)))
        job = await settled(api, job_id)
        assert_done(job, DIGEST)
        assert job.path == other_disk / "films" / "film.mkv"
        assert lab.sent_bytes - sent < SAMPLE.size_bytes, "what had come was still there"


@pytest.mark.parametrize("checksums", [(), (Checksum("sha-256", DIGEST),)], ids=["none", "the right one"])
async def test_a_wrong_checksum_is_put_right_without_fetching_again(
    mirror_lab: LabMaker, tmp_path: Path, checksums: tuple[Checksum, ...]
) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    async with open_api(tmp_path) as api:
        wrong = JobOptions(checksums=(Checksum("sha-256", "ab" * 32),))
        job_id = await add(api, lab.urls, tmp_path, options=wrong)
        job = await settled(api, job_id)
        assert (job.state, job.cause) == (JobState.FAILED, Cause.CHECKSUM)
        sent = lab.sent_bytes
        await api.execute(SetOptions(job_id, replace(wrong, checksums=checksums)))
        await api.execute(ResumeJobs((job_id,)))
        assert_done(await settled(api, job_id), DIGEST)
        assert lab.sent_bytes == sent


async def test_a_taken_name_stops_a_job_that_may_not_take_another(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    async with open_api(tmp_path) as api:
        first = await fetch(api, lab.urls, tmp_path)
        assert first.path is not None
        second = await fetch(api, lab.urls, tmp_path, options=JobOptions(may_number=False))
        assert (second.state, second.cause) == (JobState.FAILED, Cause.EXISTS)
        assert [path.name for path in first.path.parent.iterdir()] == [first.path.name]
        assert_done(await fetch(api, lab.urls, tmp_path, options=JobOptions(may_number=False, overwrite=True)), DIGEST)
