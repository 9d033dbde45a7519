"""Many ranges in one request, from a whole download's view.

Real nginx and Apache show that they can, which is kept for the host; servers that cannot are asked once and not blamed.
One connection, a file with holes, a server far away.
"""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.fakes.downloads import add, assert_done, open_api, settled
from tests.fakes.far_away import far_away
from tests.fakes.nginx import NginxMirrors, find_nginx
from tests.fakes.waiting import PATIENCE_S
from tests.net.channels.apache import apache, find_apache
from tests.net.hostile.server import Answer, Asked, HostileServer

from headwater.channels.http_channel import HttpChannel
from headwater.channels.http_response import HttpResponse
from headwater.control.api import Api
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of, write_sample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob, SetSources
from headwater.model.decisions import Decision
from headwater.model.events import Event, SourcesChanged
from headwater.model.job import Checksum, JobOptions, JobSpec, JobState
from headwater.model.ports import ChannelRequest
from headwater.model.snapshots import JobSnapshot
from headwater.model.source import SourceSpec, Support
from headwater.model.spans import Span
from headwater.model.tuning import Tuning
from headwater.schedule import planning
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler

KIB = 1024
SAMPLE = SeededSample(12 * KIB * KIB, seed=5)
DIGEST = sha256_of(SAMPLE)
#: What is here before the server is asked: every other 256 KiB.
HAD = tuple(Span(at, at + 256 * KIB) for at in range(0, SAMPLE.size_bytes, 512 * KIB))
ONE_CONNECTION = JobOptions(tuning=Tuning(max_channels_per_source=1), checksums=(Checksum("sha-256", DIGEST),))


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for a small file: else only jobs that last longer than a test may find out what a server can."""
    monkeypatch.setattr(planning, "MULTI_RANGE_REST_S", 0.0)
    monkeypatch.setattr(planning, "END_GAME_S", 0.0)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int, Support]]:
    """Of every answer: how many spans were asked for in one request, its status, and what it showed."""
    seen: list[tuple[int, int, Support]] = []
    real = HttpChannel.request

    async def request(self: HttpChannel, request: ChannelRequest) -> HttpResponse:
        response = await real(self, request)
        seen.append((len(request.spans), response.facts.status, response.facts.multi_range))
        return response

    monkeypatch.setattr(HttpChannel, "request", request)
    return seen


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> asyncio.Queue[tuple[str, Support]]:
    """What schedulers are told of hosts before they ask them anything."""
    told: asyncio.Queue[tuple[str, Support]] = asyncio.Queue()
    handle = PrioritizationScheduler.handle

    def listen(self: PrioritizationScheduler, event: Event, now: float) -> tuple[Decision, ...]:
        if isinstance(event, SourcesChanged):
            for profile in event.sources:
                told.put_nowait((profile.host, profile.history.multi_range))
        return handle(self, event, now)

    monkeypatch.setattr(PrioritizationScheduler, "handle", listen)
    return told


async def memory_of(base: str, folder: Path, remembered: asyncio.Queue[tuple[str, Support]]) -> Support:
    """What another run of the program knows of a host from the first."""
    while not remembered.empty():
        remembered.get_nowait()
    async with open_api(folder) as api:
        await add(api, [f"{base}/two.bin"], folder)
        async with asyncio.timeout(PATIENCE_S):
            host, support = await remembered.get()
    assert base.endswith(host)
    return support


@pytest.fixture(params=["nginx", "apache"])
def server_port(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[int]:
    """A real server that holds the sample under two names."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _serve(request.param, Path(folder), tmp_path)


def _serve(program: str, root: Path, scratch: Path) -> Iterator[int]:
    """Not from pytest's own folder, which is private: run by root, Apache's children are somebody else."""
    root.chmod(0o755)
    for name in ("one.bin", "two.bin"):
        write_sample(SAMPLE, root / name)
        os.utime(root / name, (1e9, 1e9))
    if program == "nginx":
        if find_nginx() is None:
            pytest.skip("nginx is not installed")
        with NginxMirrors(root, 1, scratch) as mirrors:
            yield mirrors.ports[0]
    elif find_apache() is None:
        pytest.skip("Apache is not installed")
    else:
        with apache(root, scratch / "apache") as port:
            yield port


@asynccontextmanager
async def distant(port: int) -> AsyncIterator[str]:
    """The base URL of a server as it looks from far away."""
    async with far_away(port, latency_s=0.06, rate_bytes_per_s=2e6) as far_port:
        yield f"http://127.0.0.1:{far_port}"


async def fetch_holes(api: Api, folder: Path, url: str) -> JobSnapshot:
    """Get half of the file elsewhere, in pieces, and the rest from `url`."""
    async with MirrorLab([MirrorBehaviour()], SAMPLE) as lab:
        spec = JobSpec((SourceSpec(lab.urls[0], holds=HAD),), folder, url.rpartition("/")[2], ONE_CONNECTION)
        job_id = await api.execute(AddJob(spec))
        assert job_id is not None
        assert (await settled(api, job_id)).state is JobState.FAILED
        assert api.received(job_id) == HAD
        await api.execute(SetSources(job_id, (SourceSpec(url),)))
        return await settled(api, job_id)


async def test_real_servers_show_it_and_are_asked_so_from_then_on(
    server_port: int,
    tmp_path: Path,
    asked: list[tuple[int, int, Support]],
    remembered: asyncio.Queue[tuple[str, Support]],
) -> None:
    async with distant(server_port) as base:
        async with open_api(tmp_path) as api:
            job = await fetch_holes(api, tmp_path / "out", f"{base}/one.bin")
            assert_done(job, DIGEST)

        several = [answer for answer in asked if answer[0] > 1]
        assert several
        assert {answer[1:] for answer in several} == {(206, Support.YES)}
        assert await memory_of(base, tmp_path, remembered) is Support.YES


def ranges_of(asked: Asked) -> list[Span]:
    """The spans of a request."""
    _, _, text = asked.fields["range"].partition("=")
    ends = [part.strip().split("-") for part in text.split(",")]
    return [Span(int(start), int(end) + 1 if end else SAMPLE.size_bytes) for start, end in ends]


def single(span: Span) -> Answer:
    head = f"Content-Range: bytes {span.start}-{span.end - 1}/{SAMPLE.size_bytes}\r\nContent-Length: {span.size}\r\n"
    return Answer(f"HTTP/1.1 206 Partial Content\r\n{head}\r\n".encode() + SAMPLE.read(span.start, span.size))


def whole(_: list[Span]) -> Answer:
    head = f"HTTP/1.1 200 OK\r\nAccept-Ranges: bytes\r\nContent-Length: {SAMPLE.size_bytes}\r\n\r\n"
    return Answer(head.encode() + SAMPLE.read(0, SAMPLE.size_bytes))


def only_the_first(spans: list[Span]) -> Answer:
    return single(spans[0])


def all_in_one(spans: list[Span]) -> Answer:
    return single(Span(min(span.start for span in spans), max(span.end for span in spans)))


@pytest.mark.parametrize("answer_several", [whole, only_the_first, all_in_one])
async def test_a_server_that_cannot_is_asked_once_and_not_blamed(
    answer_several: Callable[[list[Span]], Answer],
    tmp_path: Path,
    asked: list[tuple[int, int, Support]],
    remembered: asyncio.Queue[tuple[str, Support]],
) -> None:
    wanted: list[Span] = []

    def behave(request: Asked, _: int) -> Answer:
        spans = ranges_of(request)
        wanted.extend(spans)
        return single(spans[0]) if len(spans) == 1 else answer_several(spans)

    async with HostileServer(behave) as server, distant(server.port) as base:
        async with open_api(tmp_path) as api:
            job = await fetch_holes(api, tmp_path / "out", f"{base}/one.bin")
            assert_done(job, DIGEST)
            assert api.sources(job.job_id)[0].errors == 0
        assert sum(spans > 1 for spans, _, _ in asked) == 1
        assert Span(0, SAMPLE.size_bytes) not in wanted, "it was taken for a server without ranges"
        assert await memory_of(base, tmp_path, remembered) is Support.NO
