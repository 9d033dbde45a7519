"""The stream server with real clients: curl, ffprobe and mpv play a file that is still coming."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from tests.conftest import LabMaker
from tests.fakes.media import make_sample, needs_ffmpeg
from tests.fakes.waiting import PATIENCE_S, until

from headwater.control.api import Api
from headwater.lab.sample import FileSample, SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob, PauseJobs
from headwater.model.job import JobId, JobSpec
from headwater.model.source import SourceSpec

needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
needs_mpv = pytest.mark.skipif(shutil.which("mpv") is None, reason="mpv is not installed")


class Stage:
    """An engine and jobs on it."""

    def __init__(self, api: Api, folder: Path) -> None:
        self.api, self._folder = api, folder

    async def add(self, urls: tuple[str, ...], name: str) -> JobId:
        spec = JobSpec(tuple(SourceSpec(url) for url in urls), self._folder, name)
        job_id = await self.api.execute(AddJob(spec))
        assert job_id is not None
        return job_id


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    api = await Api.open(tmp_path / "profile")
    yield Stage(api, tmp_path)
    await api.close()


async def run(*command: str) -> tuple[int, bytes, bytes]:
    """Exit status, output and complaints of a real client, which is ended with the test at the latest."""
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(2 * PATIENCE_S):
            out, complaints = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return process.returncode or 0, out, complaints


@needs_curl
async def test_curl_reads_ranges_of_a_file_that_is_still_coming(stage: Stage, mirror_lab: LabMaker) -> None:
    sample = SeededSample(6_000_000)
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=2e6)] * 2, sample)
    url = await stage.api.stream_url(await stage.add(lab.urls, "film.mp4"))
    status, out, _ = await run("curl", "-sS", "-r", "5900000-", url)
    assert (status, out) == (0, sample.read(5_900_000, 100_000))
    status, head, _ = await run("curl", "-sS", "-I", url)
    text = head.decode().lower()
    assert "http/1.1 200" in text
    assert "content-length: 6000000" in text
    assert "content-type: video/mp4" in text
    assert "accept-ranges: bytes" in text
    wholes = await asyncio.gather(*(run("curl", "-sS", url) for _ in range(3)))
    assert all(out == sample.read(0, 6_000_000) for _, out, _ in wholes)


@pytest.mark.parametrize(
    ("header", "status", "content_range"),
    [
        ("bytes=0-0", 206, "bytes 0-0/100000"),
        ("bytes=-5", 206, "bytes 99995-99999/100000"),
        ("bytes=99999-200000", 206, "bytes 99999-99999/100000"),
        ("bytes=100000-", 416, "bytes */100000"),
        ("bytes=-0", 416, "bytes */100000"),
        ("bytes=5-2", 200, None),
        ("bytes=0-1,4-5", 200, None),
        ("lines=0-1", 200, None),
        ("bytes=x-y", 200, None),
    ],
)
async def test_ranges_as_the_standard_has_them(
    stage: Stage, mirror_lab: LabMaker, header: str, status: int, content_range: str | None
) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(100_000))
    url = await stage.api.stream_url(await stage.add(lab.urls, "f.bin"))
    async with aiohttp.ClientSession() as session, session.get(url, headers={"Range": header}) as response:
        assert (response.status, response.headers.get("Content-Range")) == (status, content_range)
        await response.read()


async def test_who_does_not_know_the_token_gets_nothing(stage: Stage, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(1000))
    url = await stage.api.stream_url(await stage.add(lab.urls, "f.bin"))
    assert url == await stage.api.stream_url(stage.api.jobs()[0].job_id)
    strange = url.replace("/stream/", "/stream/x")
    async with aiohttp.ClientSession() as session:
        for given, headers, status in (
            (strange, {}, 404),
            (url, {"Origin": "https://evil.example"}, 403),
            (url, {"Host": "evil.example"}, 403),
        ):
            async with session.get(given, headers=headers) as response:
                assert response.status == status


async def test_a_client_that_leaves_leaves_no_reader_behind(stage: Stage, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=500_000.0)], SeededSample(4_000_000))
    job_id = await stage.add(lab.urls, "f.bin")
    url = await stage.api.stream_url(job_id)
    async with aiohttp.ClientSession() as session:
        for _ in range(10):
            async with session.get(url, headers={"Range": "bytes=3900000-"}) as response:
                assert response.status == 206
    streams = stage.api._engine._roster.job(job_id).streams
    await until(lambda: not streams, "no reader is left")  # the scout's own goes when it has what it wants
    await stage.api.execute(PauseJobs((job_id,)))


@needs_ffmpeg
@needs_mpv
async def test_players_play_and_seek_while_it_comes(stage: Stage, mirror_lab: LabMaker, tmp_path: Path) -> None:
    film = await asyncio.to_thread(make_sample, tmp_path / "made.mp4", "-c:v", "libx264", "-b:v", "2M", seconds=30)
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=1.5e6, latency_s=0.02)] * 2, FileSample(film))
    url = await stage.api.stream_url(await stage.add(lab.urls, "film.mp4"))
    status, out, complaints = await run("ffprobe", "-v", "error", "-show_format", "-of", "json", url)
    assert status == 0, complaints
    assert abs(float(json.loads(out)["format"]["duration"]) - 30) < 0.5
    status, _, complaints = await run(
        "mpv",
        "--no-config",
        "--vo=null",
        "--ao=null",
        "--untimed",
        "--start=24",
        "--length=2",
        "--msg-level=all=error",
        url,
    )
    assert status == 0, complaints
