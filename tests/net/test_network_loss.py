"""The network goes and comes: jobs wait, and go on by themselves. Also what is read from the system to know it."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.fakes.downloads import add, assert_done, reached, settled, stands, told
from tests.fakes.networks import FakeNetwork
from tests.fakes.waiting import until

from headwater.control.api import Api
from headwater.engine import network_watch
from headwater.engine.network_watch import NetworkWatch, look_at_linux, needs_network
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobOptions, JobState
from headwater.model.snapshots import FeedEvent, JobChanged
from headwater.model.spans import Span
from headwater.model.tuning import Tuning

SAMPLE = SeededSample(2 * 1024**2, seed=3)
DIGEST = sha256_of(SAMPLE)
OPTIONS = JobOptions(tuning=Tuning(attempts=1, backoff_s=30.0, min_span_bytes=64 * 1024, max_span_bytes=128 * 1024))


@asynccontextmanager
async def open_on(network: FakeNetwork, folder: Path) -> AsyncIterator[Api]:
    api = await Api.open(folder / "profile", network=network.watch)
    try:
        yield api
    finally:
        await api.close()
        assert network.is_closed


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mirrors of the lab pass for servers elsewhere."""
    monkeypatch.setattr("headwater.engine.job_driver.needs_network", lambda _url: True)


def waits(event: FeedEvent) -> bool:
    return isinstance(event, JobChanged) and "no network" in (event.job.error or "")


@pytest.mark.usefixtures("far")
async def test_a_job_waits_for_the_network_and_goes_on_by_itself(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(withholds=(Span(1_000_000, SAMPLE.size_bytes),))], SAMPLE)
    network = FakeNetwork("wlan0")
    async with open_on(network, tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=OPTIONS)
        await reached(api, job_id, 400_000)
        network.become()
        await told(api, waits)
        # Everything fails now, with so little patience that a single failure would end the job.
        lab.mirrors[0].die()
        assert api.job(job_id).state is JobState.RUNNING
        lab.change(withholds=())
        await lab.mirrors[0].revive()
        network.become("wlan0")
        job = await settled(api, job_id)
        assert_done(job, DIGEST)
        assert job.error is None


@pytest.mark.usefixtures("far")
async def test_a_job_that_begins_without_network_asks_nobody(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    network = FakeNetwork()
    async with open_on(network, tmp_path) as api:
        await until(lambda: not network.watch.is_online, "the first look", every_s=0.0)
        job_id = await add(api, lab.urls, tmp_path)
        await told(api, waits)
        assert not lab.mirrors[0].requests
        network.become("eth0")
        assert_done(await settled(api, job_id), DIGEST)


@pytest.mark.usefixtures("far")
async def test_another_network_ends_all_patience(mirror_lab: LabMaker, tmp_path: Path) -> None:
    """A source that rests for longer than any test waits is asked at once when the computer is somewhere else."""
    lab = await mirror_lab([MirrorBehaviour(status=503, status_for_requests=1, retry_after_s=3600)], SAMPLE)
    network = FakeNetwork("wlan0")
    async with open_on(network, tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await stands(api, lambda: any(source.errors for source in api.sources(job_id)))
        network.become("wlan1")
        assert_done(await settled(api, job_id), DIGEST)


async def test_sources_on_this_computer_need_no_network(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    async with open_on(FakeNetwork(), tmp_path) as api:
        assert_done(await settled(api, await add(api, lab.urls, tmp_path)), DIGEST)


@pytest.mark.parametrize(
    ("url", "needs"),
    [
        ("http://127.3.2.1:80/x", False),
        ("http://[::1]/x", False),
        ("ftp://localhost/x", False),
        ("http://a.localhost./x", False),
        ("file:///x", False),
        ("data:,x", False),
        ("http://192.168.1.1/x", True),
        ("https://example.org/x", True),
        ("http://[broken/x", True),
    ],
)
def test_which_sources_need_a_network(url: str, needs: bool) -> None:
    assert needs_network(url) is needs


def system(
    root: Path, *, route: str | None = "", route6: str | None = None, links: tuple[tuple[str, str, bool], ...] = ()
) -> Path:
    """A made-up `/proc` and `/sys`; links are (name, state, whether there is hardware behind it)."""
    (root / "proc/net").mkdir(parents=True)
    (root / "sys/class/net").mkdir(parents=True)
    if route is not None:
        head = "Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT\n"
        (root / "proc/net/route").write_text(head + route)
    if route6 is not None:
        (root / "proc/net/ipv6_route").write_text(route6)
    for name, state, is_real in links:
        (root / "sys/class/net" / name).mkdir()
        (root / "sys/class/net" / name / "operstate").write_text(state + "\n")
        if is_real:
            (root / "sys/class/net" / name / "device").mkdir()
    return root


DEFAULT = "eth0 00000000 010200C0 0003 0 0 0 00000000 0 0 0\n"
LOCAL = "docker0 000011AC 00000000 0001 0 0 0 0000FFFF 0 0 0\n"
ZERO = "0" * 32
DEFAULT6 = f"{ZERO} 00 {ZERO} 00 fe800000000000000000000000000001 00000400 1 0 3 eth0\n"
UNREACHABLE6 = f"{ZERO} 00 {ZERO} 00 {ZERO} ffffffff 1 0 00200200 lo\n"
LOOPBACK = ("lo", "unknown", False)
BRIDGE = ("docker0", "up", False)


@pytest.mark.parametrize(
    ("root", "is_online"),
    [
        pytest.param({"links": (LOOPBACK,)}, False, id="loopback only"),
        pytest.param({"route": LOCAL, "links": (LOOPBACK, BRIDGE, ("wlan0", "down", True))}, False, id="only a bridge"),
        pytest.param({"route": DEFAULT, "links": (LOOPBACK, ("eth0", "up", False))}, True, id="in a container"),
        pytest.param({"links": (("eth0", "up", True),)}, True, id="a cable and no gateway"),
        pytest.param({"route6": UNREACHABLE6}, False, id="IPv6 leads nowhere"),
        pytest.param({"route6": UNREACHABLE6 + DEFAULT6}, True, id="IPv6 only"),
        pytest.param({"route": None}, True, id="nothing is shown"),
    ],
)
def test_what_linux_shows(root: dict[str, object], is_online: bool, tmp_path: Path) -> None:
    assert look_at_linux(system(tmp_path, **root)).is_online is is_online  # type: ignore[arg-type]  # from the table


def test_another_gateway_is_another_network(tmp_path: Path) -> None:
    home = look_at_linux(system(tmp_path / "home", route=DEFAULT))
    away = look_at_linux(system(tmp_path / "away", route=DEFAULT.replace("010200C0", "0100A8C0")))
    assert home.is_online
    assert home != away


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's announcements are Linux's")
async def test_this_computer_can_be_watched() -> None:
    """Its own state is readable, and the news it is watched by opens and closes without leaving anything behind."""
    news = network_watch._open_news()
    news.close()
    watch = NetworkWatch()
    watch.start(lambda: None)
    await until(lambda: watch._state is not None, "the first look", every_s=0.0)
    await watch.close()
    assert watch.is_online == look_at_linux().is_online
