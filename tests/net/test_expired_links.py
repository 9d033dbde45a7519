"""Links that expire in the middle of a download, and the fresh ones that let it go on."""

from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.fakes.downloads import add, assert_done, open_api, reached, settled, source_of

from headwater.control.api import Api
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import SetSources
from headwater.model.job import Checksum, JobId, JobOptions, JobState
from headwater.model.snapshots import JobSnapshot
from headwater.model.source import SourceSpec
from headwater.model.spans import Span
from headwater.model.tuning import Tuning

SAMPLE = SeededSample(2 * 1024**2 + 11, seed=3)
OTHER = SeededSample(SAMPLE.size_bytes, seed=4)
DIGEST = sha256_of(SAMPLE)
#: What lies behind its first third is kept back until the link has expired.
HELD = MirrorBehaviour(withholds=(Span(700_000, SAMPLE.size_bytes),))
TUNING = Tuning(min_span_bytes=64 * 1024, max_span_bytes=128 * 1024, max_channels_per_source=1, samples=8)


async def expired(api: Api, lab: MirrorLab, folder: Path, status: int, options: JobOptions) -> JobSnapshot:
    """A job whose only link expired when about a third of the file was there."""
    job_id = await add(api, [f"{lab.urls[0]}?signed=1"], folder, options=options)
    await reached(api, job_id, 600_000)
    lab.mirrors[0].change(status=status, withholds=())
    job = await settled(api, job_id)
    assert job.state is JobState.FAILED, job
    return job


async def renew(api: Api, job_id: JobId, url: str) -> JobSnapshot:
    await api.execute(SetSources(job_id, (SourceSpec(url),)))
    return await settled(api, job_id)


@pytest.mark.parametrize("status", [401, 403, 410])
async def test_a_job_goes_on_under_a_fresh_link(status: int, mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        job = await expired(api, lab, tmp_path, status, JobOptions(tuning=TUNING))
        assert job.wants_fresh_url
        assert job.error is not None
        assert f"({status})." in job.error
        assert job.error.endswith("A fresh link lets the download go on with what it has.")
    async with open_api(tmp_path) as api:  # it is still known after a restart
        assert api.job(job.job_id).wants_fresh_url
        lab.mirrors[0].change(status=None)
        sent = lab.sent_bytes
        done = await renew(api, job.job_id, f"{lab.urls[0]}?signed=2")
        assert_done(done, DIGEST)
        assert not done.wants_fresh_url
        # Nothing comes twice but what was under way when the link expired, and samples to compare.
        assert lab.sent_bytes - sent <= SAMPLE.size_bytes - job.received_bytes + 400_000


async def test_other_failures_want_no_fresh_link(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        job = await expired(api, lab, tmp_path, 404, JobOptions(tuning=TUNING))
        assert not job.wants_fresh_url
        assert job.error is not None
        assert "fresh link" not in job.error


async def test_a_fresh_link_to_another_version_is_never_mixed_in(mirror_lab: LabMaker, tmp_path: Path) -> None:
    """The same place with another validator: the file has changed there, and is fetched from its beginning."""
    lab = await mirror_lab([HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        job = await expired(api, lab, tmp_path, 403, JobOptions(tuning=TUNING))
        lab.mirrors[0].change(status=None, sample=OTHER, etag='"headwater-2"')
        assert_done(await renew(api, job.job_id, f"{lab.urls[0]}?signed=2"), sha256_of(OTHER))


@pytest.mark.parametrize("place", ["the same", "another"])
async def test_a_link_to_a_file_of_another_size_is_refused_and_what_came_is_kept(
    place: str, mirror_lab: LabMaker, tmp_path: Path
) -> None:
    lab = await mirror_lab([HELD], SAMPLE)
    longer = SeededSample(SAMPLE.size_bytes + 1000, seed=5)
    other = await mirror_lab([MirrorBehaviour()], longer)
    async with open_api(tmp_path) as api:
        job = await expired(api, lab, tmp_path, 403, JobOptions(tuning=TUNING))
        if place == "the same":
            lab.mirrors[0].change(status=None, sample=longer, etag='"headwater-2"')
        wrong = lab.urls[0] if place == "the same" else other.urls[0]
        refused = await renew(api, job.job_id, f"{wrong}?signed=2")
        assert refused.state is JobState.FAILED
        assert refused.error is not None
        assert f"its file has {longer.size_bytes:,} bytes, the one begun here {SAMPLE.size_bytes:,}" in refused.error
        assert refused.received_bytes >= job.received_bytes
        lab.mirrors[0].change(status=None, sample=SAMPLE, etag='"headwater-1"')
        sent = lab.sent_bytes
        assert_done(await renew(api, job.job_id, f"{lab.urls[0]}?signed=3"), DIGEST)
        assert lab.sent_bytes - sent <= SAMPLE.size_bytes - job.received_bytes + 400_000


async def test_a_fresh_link_to_another_place_is_judged_by_its_blocks(mirror_lab: LabMaker, tmp_path: Path) -> None:
    """Another host with a file of the same size and other bytes: what was promised decides, and nothing else."""
    lab = await mirror_lab([HELD], SAMPLE)
    wrong, right = await mirror_lab([MirrorBehaviour()], OTHER), await mirror_lab([MirrorBehaviour()], SAMPLE)
    options = JobOptions(tuning=TUNING, checksums=(Checksum("sha-256", DIGEST),))
    async with open_api(tmp_path) as api:
        job = await expired(api, lab, tmp_path, 410, options)
        failed = await renew(api, job.job_id, wrong.urls[0])
        assert failed.state is JobState.FAILED
        assert failed.error
        assert not (tmp_path / "out" / "sample.bin").exists()
        assert_done(await renew(api, job.job_id, right.urls[0]), DIGEST)


async def test_without_any_hash_blocks_are_compared_before_two_versions_are_joined(
    mirror_lab: LabMaker, tmp_path: Path
) -> None:
    lab = await mirror_lab([HELD], SAMPLE)
    wrong = await mirror_lab([MirrorBehaviour(etag=None, last_modified=None)], OTHER)
    async with open_api(tmp_path) as api:
        job = await expired(api, lab, tmp_path, 403, JobOptions(tuning=TUNING))
        ended = await renew(api, job.job_id, wrong.urls[0])
        content = ended.path.read_bytes() if ended.path is not None else b""
        assert ended.state is JobState.FAILED or content == OTHER.read(0, OTHER.size_bytes), ended


async def test_a_fresh_link_beside_sources_that_still_work(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([HELD, HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, [f"{lab.urls[0]}?signed=1", lab.urls[1]], tmp_path, options=JobOptions(tuning=TUNING))
        await reached(api, job_id, 400_000)
        lab.mirrors[0].change(status=403, withholds=())
        lab.mirrors[1].change(withholds=(Span(1_500_000, SAMPLE.size_bytes),))
        await reached(api, job_id, 1_200_000)
        assert not api.job(job_id).wants_fresh_url  # it gets on without
        await api.execute(SetSources(job_id, (SourceSpec(f"{lab.urls[0]}?signed=2"), SourceSpec(lab.urls[1]))))
        lab.change(status=None, withholds=())
        assert_done(await settled(api, job_id), DIGEST)
        assert source_of(api, job_id, lab, 1).received_bytes
