"""64 MiB from 1, 2 and 8 real servers on loopback, on both event loops; and what a job shows meanwhile and after."""

import asyncio
from collections.abc import Callable, Coroutine
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.downloads import add, assert_done, fetch, open_api, reached, settled, sha256_of_file, told
from tests.fakes.loop_hosts import HOSTS
from tests.fakes.waiting import until

from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import PauseJobs, RemoveJobs, ResumeJobs
from headwater.model.job import Checksum, JobOptions, JobState
from headwater.model.snapshots import FeedEvent, JobAdded, JobChanged, JobRemoved, JobSampled
from headwater.model.spans import Span
from headwater.model.tuning import Tuning

BIG = SeededSample(64 * 1024**2, seed=7)
SMALL = SeededSample(3 * 1024**2 + 17, seed=8)
THIRD = SMALL.size_bytes // 3
#: A mirror that keeps the second half until it is told otherwise: what is done in the middle is done in the middle.
HALF = MirrorBehaviour(withholds=(Span(SMALL.size_bytes // 2, SMALL.size_bytes),))


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS.keys())
@pytest.mark.parametrize("mirrors", [1, 2, 8])
def test_brings_64_mib_right(
    host: Callable[[Callable[[], Coroutine[Any, Any, None]]], None], mirrors: int, tmp_path: Path
) -> None:
    digest = sha256_of(BIG)

    async def main() -> None:
        half = MirrorBehaviour(withholds=(Span(BIG.size_bytes // 2, BIG.size_bytes),))
        async with MirrorLab([half] * mirrors, BIG) as lab, open_api(tmp_path) as api:
            # While mirrors hold bytes back, nobody asks for them twice on purpose: what came twice was a mistake.
            tuning = Tuning(hedging=0.0, recovery=0.0)
            options = JobOptions(checksums=(Checksum("sha-256", digest),), tuning=tuning)
            job_id = await add(api, lab.urls, tmp_path, options=options)
            # However slowly this computer makes connections: nothing is over before every mirror is asked.
            await until(lambda: all(mirror.requests for mirror in lab.mirrors), "all are asked")
            lab.change(withholds=())
            job = await settled(api, job_id)
            assert_done(job, digest)
            assert job.verdict is not None
            assert "right" in job.verdict
            assert job.path == tmp_path / "out" / "sample.bin"
            assert job.size_bytes == job.received_bytes == job.durable_bytes == job.in_order_bytes == BIG.size_bytes
            brought = [source.received_bytes for source in api.sources(job_id)]
            assert all(brought), "every mirror took part"
            assert sum(brought) < 1.1 * BIG.size_bytes

    host(main)


async def test_the_feed_tells_of_a_job_from_the_first_to_the_last(tmp_path: Path) -> None:
    heard: list[FeedEvent] = []
    batches: list[float] = []

    def listen(events: tuple[FeedEvent, ...]) -> None:
        heard.extend(events)
        batches.append(asyncio.get_running_loop().time())

    async with MirrorLab([HALF] * 2, SMALL) as lab, open_api(tmp_path) as api:
        api.feed.subscribe(listen)
        job_id = await add(api, lab.urls, tmp_path)
        await told(api, lambda event: isinstance(event, JobSampled) and event.channels and event.sources)
        await reached(api, job_id, THIRD)
        lab.change(withholds=())
        await settled(api, job_id)
        await told(api, lambda event: isinstance(event, JobChanged) and event.job.state is JobState.DONE)
        await api.execute(RemoveJobs((job_id,)))
    assert isinstance(heard[0], JobAdded)
    assert isinstance(heard[-1], JobRemoved)
    changes = [event.job for event in heard if isinstance(event, JobChanged)]
    assert [job.state for job in changes][-1] is JobState.DONE
    progress = [job.received_bytes for job in changes]
    assert progress == sorted(progress)
    assert any(0 < received < SMALL.size_bytes for received in progress)
    samples = [event for event in heard if isinstance(event, JobSampled)]
    assert any(sample.channels and sample.sources for sample in samples)
    # At most 20 a second; the last one, at the end, may follow at once.
    gaps = [later - earlier for earlier, later in pairwise(batches[:-1])]
    assert min(gaps) > 0.045


async def test_pause_keeps_what_came_and_resume_fetches_only_the_rest(tmp_path: Path) -> None:
    async with MirrorLab([HALF] * 2, SMALL) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, THIRD)
        await api.execute(PauseJobs((job_id,)))
        paused = api.job(job_id)
        assert paused.state is JobState.PAUSED
        assert paused.error is None
        assert paused.channels_active == 0
        assert paused.durable_bytes == paused.received_bytes >= THIRD
        filled = api.progress_map(job_id, 64)
        assert any(filled.fill)
        assert not all(filled.fill)
        sent = lab.sent_bytes
        lab.change(withholds=())
        await api.execute(ResumeJobs((job_id,)))
        assert_done(await settled(api, job_id), sha256_of(SMALL))
        assert lab.sent_bytes - sent <= SMALL.size_bytes - paused.received_bytes + 256 * 1024


async def test_a_closed_engine_goes_on_at_the_next_start(tmp_path: Path) -> None:
    async with MirrorLab([HALF] * 2, SMALL) as lab:
        async with open_api(tmp_path) as api:
            job_id = await add(api, lab.urls, tmp_path)
            await reached(api, job_id, THIRD)
        lab.change(withholds=())
        sent = lab.sent_bytes
        async with open_api(tmp_path) as api:
            assert [job.job_id for job in api.jobs()] == [job_id]
            assert api.job(job_id).received_bytes >= THIRD
            assert_done(await settled(api, job_id), sha256_of(SMALL))
        assert lab.sent_bytes - sent < SMALL.size_bytes * 3 // 4
        async with open_api(tmp_path) as api:
            assert api.job(job_id).state is JobState.DONE
            past = api.progress_map(job_id, 8)
            assert set(past.fill) == {255}
            assert set(past.suppliers) == {0}, "nobody is made up"


async def test_a_stream_reads_the_file_while_it_comes_through_a_pause_and_after_the_end(tmp_path: Path) -> None:
    async with MirrorLab([HALF] * 2, SMALL) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        stream = api.open_stream(job_id)
        read = bytearray()
        while len(read) < SMALL.size_bytes // 4:
            read += await stream.read_at(len(read), 64 * 1024)
        await api.execute(PauseJobs((job_id,)))
        rest = asyncio.create_task(_read_rest(stream.read_at, len(read)))
        lab.change(withholds=())
        await api.execute(ResumeJobs((job_id,)))
        read += await rest
        assert bytes(read) == SMALL.read(0, SMALL.size_bytes)
        await settled(api, job_id)
        late = api.open_stream(job_id)
        assert late.size_bytes == SMALL.size_bytes
        assert await late.read_at(SMALL.size_bytes - 5, 100) == SMALL.read(SMALL.size_bytes - 5, 5)
        assert await late.read_at(SMALL.size_bytes, 1) == b""
        assert await asyncio.to_thread(late.blocking().read, 10) == SMALL.read(0, 10)


async def _read_rest(read_at: Callable[[int, int], Coroutine[Any, Any, bytes]], offset: int) -> bytes:
    parts: list[bytes] = []
    while data := await read_at(offset, 256 * 1024):
        parts.append(data)
        offset += len(data)
    return b"".join(parts)


async def test_a_rate_limit_bounds_all_channels_together(tmp_path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()] * 2, SMALL) as lab, open_api(tmp_path) as api:
        # With a hash nothing is fetched twice for comparison.
        trusted = (Checksum("sha-256", sha256_of(SMALL)),)
        options = JobOptions(rate_limit_bytes_per_s=2e6, checksums=trusted)
        job = await fetch(api, lab.urls, tmp_path, options=options)
        assert_done(job, sha256_of(SMALL))
        assert SMALL.size_bytes / job.elapsed_s < 1.1 * 2e6


async def test_a_file_of_that_name_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "sample.bin").write_bytes(b"mine")
    (tmp_path / "out" / "sample (1).bin.part").write_bytes(b"also mine")
    async with MirrorLab([MirrorBehaviour()], SMALL) as lab, open_api(tmp_path) as api:
        first = await fetch(api, lab.urls, tmp_path)
        second = await fetch(api, [lab.urls[0] + "?again"], tmp_path)
    assert_done(first, sha256_of(SMALL))
    assert_done(second, sha256_of(SMALL))
    assert (tmp_path / "out" / "sample.bin").read_bytes() == b"mine"
    assert (tmp_path / "out" / "sample (1).bin.part").read_bytes() == b"also mine"
    assert {first.path, second.path} == {tmp_path / "out" / f"sample ({number}).bin" for number in (1, 2)}


async def test_removing_a_job_with_its_data_leaves_nothing(tmp_path: Path) -> None:
    async with MirrorLab([HALF], SMALL) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, 300_000)
        await api.execute(RemoveJobs((job_id,), delete_data=True))
        assert api.jobs() == ()
        assert list((tmp_path / "out").iterdir()) == []
    async with open_api(tmp_path) as api:
        assert api.jobs() == ()


async def test_two_jobs_of_one_name_side_by_side(tmp_path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()], SMALL) as lab, open_api(tmp_path) as api:
        ids = [await add(api, [f"{lab.urls[0]}?{number}"], tmp_path) for number in range(3)]
        paths = [(await settled(api, job_id)).path for job_id in ids]
        assert len(set(paths)) == 3
        assert {sha256_of_file(path) for path in paths if path is not None} == {sha256_of(SMALL)}
