"""Counting hops over real sockets: to this computer, and through routers in network namespaces of the test's own."""

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from itertools import pairwise

import pytest
from tests.fakes.waiting import until

from headwater.engine import hop_prober
from headwater.engine.hop_prober import HopProber
from headwater.engine.hop_tracer import StopSign, trace_hops
from headwater.engine.host_facts import is_near, is_own

#: Namespaces from the near end to the far one; each is joined to the next, those between are routers.
CHAIN = tuple(f"hw{os.getpid()}n{number}" for number in range(4))

_TRACE = """
    import json, sys
    from headwater.engine.hop_tracer import StopSign, trace_hops
    print(json.dumps([trace_hops(address, 80, StopSign()) for address in sys.argv[1:]]))
"""
#: Takes all datagrams without a word, as a firewall does, and connections; says so when it is ready.
_QUIET_HOST = """
    import socket, sys
    quiet = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(60)]
    for number, one in enumerate(quiet):
        one.bind(("0.0.0.0", 33434 + number))
    server = socket.create_server(("0.0.0.0", 80))
    print("ready", flush=True)
    sys.stdin.read()
"""


def run(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def inside(name: str, code: str, *words: str) -> tuple[str, ...]:
    """The command that runs Python code in a namespace."""
    return ("ip", "netns", "exec", name, sys.executable, "-c", textwrap.dedent(code), *words)


@pytest.fixture(scope="module")
def routers() -> Iterator[None]:
    """Two routers between two hosts: 10.77.2.2 is three hops from the first namespace."""
    if shutil.which("ip") is None:
        pytest.skip("iproute2 is not installed")
    try:
        build_chain()
    except OSError as error:
        remove_chain()
        pytest.skip(f"network namespaces are not allowed here: {error}")
    yield
    remove_chain()


def build_chain() -> None:
    for name in CHAIN:
        run("ip", "netns", "add", name)
        run("ip", "-n", name, "link", "set", "lo", "up")
    for number, (near, far) in enumerate(pairwise(CHAIN)):
        ends = f"a{number}", f"b{number}"
        run("ip", "link", "add", ends[0], "netns", near, "type", "veth", "peer", "name", ends[1], "netns", far)
        for name, link, address in ((near, ends[0], 1), (far, ends[1], 2)):
            run("ip", "-n", name, "addr", "add", f"10.77.{number}.{address}/24", "dev", link)
            run("ip", "-n", name, "addr", "add", f"fd77:{number}::{address}/64", "dev", link, "nodad")
            run("ip", "-n", name, "link", "set", link, "up")
    for name in CHAIN[1:3]:
        forwarding = "open('/proc/sys/net/ipv4/ip_forward', 'w').write('1')"
        run(*inside(name, f"{forwarding}; open('/proc/sys/net/ipv6/conf/all/forwarding', 'w').write('1')"))
    ways = ((0, 0, 2), (1, 1, 2), (2, 1, 1), (3, 2, 1))
    for number, net, address in ways:
        run("ip", "-n", CHAIN[number], "route", "add", "default", "via", f"10.77.{net}.{address}")
        run("ip", "-n", CHAIN[number], "-6", "route", "add", "default", "via", f"fd77:{net}::{address}")


def remove_chain() -> None:
    for name in CHAIN:
        subprocess.run(("ip", "netns", "del", name), capture_output=True, check=False)


@pytest.mark.usefixtures("routers")
def test_routers_are_counted() -> None:
    addresses = "10.77.2.2", "fd77:2::2", "10.77.1.2", "10.77.0.2"
    assert json.loads(run(*inside(CHAIN[0], _TRACE, *addresses))) == [3, 3, 2, 1]


@pytest.mark.usefixtures("routers")
def test_a_host_that_answers_no_datagrams_is_counted_by_its_own_port() -> None:
    with subprocess.Popen(
        inside(CHAIN[3], _QUIET_HOST), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as host:
        assert host.stdout is not None
        assert host.stdout.readline() == "ready\n"
        assert json.loads(run(*inside(CHAIN[0], _TRACE, "10.77.2.2"))) == [3]
        host.communicate()
    assert host.returncode == 0


@pytest.mark.usefixtures("routers")
def test_a_host_that_is_not_there_has_no_number() -> None:
    quick = _TRACE.replace("StopSign())", "StopSign(), wait_s=0.05)")
    assert json.loads(run(*inside(CHAIN[0], quick, "10.77.9.9"))) == [None]


def test_this_computer_is_one_step_away() -> None:
    stop = StopSign()
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            assert trace_hops("127.0.0.1", server.getsockname()[1], stop) == 1
    finally:
        stop.close()


def test_nothing_is_tried_after_the_stop_sign() -> None:
    stop = StopSign()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))
        stop.stop()
        with pytest.raises(InterruptedError):
            stop.wait(silent, 1, 60.0)
    stop.close()


@pytest.mark.parametrize(
    ("address", "near", "own"),
    [
        ("127.0.0.3", True, True),
        ("::1", True, True),
        ("192.168.7.1", True, False),
        ("fe80::1%2", True, False),
        ("8.8.8.8", False, False),
        ("mirror", False, False),
    ],
)
def test_near_and_own(address: str, near: bool, own: bool) -> None:
    assert (is_near(address), is_own(address)) == (near, own)


async def test_a_trace_that_is_cancelled_ends_on_its_thread_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    ended: list[str] = []

    def trace(address: str, _port: int, stop: StopSign) -> int | None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
            silent.bind(("127.0.0.1", 0))
            begun.append(address)
            try:
                stop.wait(silent, 1, 60.0)
            finally:
                ended.append(address)
        return 5

    monkeypatch.setattr(hop_prober, "trace_hops", trace)
    prober = HopProber()
    task = asyncio.create_task(prober("192.0.2.1", 80))
    await until(lambda: begun)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended == ["192.0.2.1"]
    prober.close()


async def test_a_computer_that_lacks_the_means_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    def trace(*_: object) -> int | None:
        raise OSError("no such family")

    monkeypatch.setattr(hop_prober, "trace_hops", trace)
    prober = HopProber()
    assert await prober("2001:db8::1", 80) is None
    prober.close()
