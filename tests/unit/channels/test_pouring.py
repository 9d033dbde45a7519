"""From a socket into a file past the memory: exact, within its bounds, and gentle with what goes wrong."""

import errno
import gc
import os
import select
import socket
import struct
import sys
import tempfile
import threading
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from headwater.channels import pouring
from headwater.channels.pouring import Tap, can_pour

pytestmark = pytest.mark.skipif(not can_pour(), reason="this system has no splice")

DATA = os.urandom(3_000_000)


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """A server's and a client's end of a connection; the client's does not block, as the loop has it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        client = socket.create_connection(listening.getsockname())
        server, _ = listening.accept()
    client.setblocking(False)
    with server, client:
        yield server, client


@pytest.fixture
def target() -> Iterator[int]:
    with tempfile.TemporaryFile() as file:
        yield file.fileno()


def poured(tap: Tap, target: int, offset: int, size: int) -> int:
    """All that comes, call by call, as the loop would ask for it."""
    moved = 0
    while moved < size and (step := tap(target, offset + moved, size - moved)):
        moved += step
    return moved


def test_exactly_what_was_asked_for(pair: tuple[socket.socket, socket.socket], target: int) -> None:
    server, client = pair
    sending = threading.Thread(target=server.sendall, args=(DATA,))
    sending.start()
    tap = Tap(client.fileno())
    assert poured(tap, target, 777, 2_500_000) == 2_500_000
    assert os.pread(target, 3_000_000, 0) == bytes(777) + DATA[:2_500_000]
    client.setblocking(True)
    rest = b""
    while len(rest) < 500_000:
        rest += client.recv(500_000)
    sending.join()
    assert rest == DATA[2_500_000:]


def test_nothing_there_is_no_fault_and_no_long_wait(pair: tuple[socket.socket, socket.socket], target: int) -> None:
    server, client = pair
    tap = Tap(client.fileno())
    assert tap(target, 0, 1000) == 0
    server.sendall(b"abc")
    assert tap(target, 0, 1000) == 3
    server.close()
    assert tap(target, 3, 1000) == 0
    assert os.pread(target, 10, 0) == b"abc"


@pytest.mark.parametrize(("every_s", "ends_s"), [(0.002, 0.008), (0.0002, 0.02)])
def test_who_brings_little_while_it_is_waited_for_gives_its_turn_away(
    pair: tuple[socket.socket, socket.socket],
    target: int,
    monkeypatch: pytest.MonkeyPatch,
    every_s: float,
    ends_s: float,
) -> None:
    """A packet every two milliseconds is worth no turn of the file's; ten times as many are, to its end."""
    server, client = pair
    packet = bytes(30_000)
    now_s = 0.0

    def wait(_: int) -> bool:
        nonlocal now_s
        now_s += every_s
        server.sendall(packet)
        return select.select([client], [], [], 60.0)[0] != []

    monkeypatch.setattr(pouring, "_wait_for_more", wait)
    monkeypatch.setattr(pouring, "time", SimpleNamespace(monotonic=lambda: now_s))
    server.sendall(packet)
    assert select.select([client], [], [], 60.0)[0]
    moved = Tap(client.fileno())(target, 0, 100_000_000)
    assert now_s == pytest.approx(ends_s, abs=1.5 * every_s)
    assert moved == pytest.approx(len(packet) * (1 + now_s / every_s), abs=2 * len(packet))


def test_a_reset_is_left_for_the_next_reader(pair: tuple[socket.socket, socket.socket], target: int) -> None:
    server, client = pair
    server.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    server.close()
    assert Tap(client.fileno())(target, 0, 1000) == 0


def test_a_tap_outlives_its_connection(pair: tuple[socket.socket, socket.socket], target: int) -> None:
    server, client = pair
    tap = Tap(client.fileno())
    client.close()
    server.sendall(b"abc")
    assert tap(target, 0, 1000) == 3
    del tap
    gc.collect()
    assert server.recv(1) == b""  # now it is closed


def test_a_file_system_without_splice(
    pair: tuple[socket.socket, socket.socket], target: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sys.platform == "linux"
    splice = os.splice

    def only_from_sockets(source: int, into: int, size: int, **how: int) -> int:
        if "offset_dst" in how:
            raise OSError(errno.EINVAL, "no")
        return splice(source, into, size, **how)

    monkeypatch.setattr(os, "splice", only_from_sockets)
    server, client = pair
    threading.Thread(target=server.sendall, args=(DATA,)).start()
    assert poured(Tap(client.fileno()), target, 0, len(DATA)) == len(DATA)
    assert os.pread(target, len(DATA), 0) == DATA


def test_a_file_that_refuses_says_so(pair: tuple[socket.socket, socket.socket]) -> None:
    server, client = pair
    server.sendall(b"abc")
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        with pytest.raises(OSError, match="No space"):
            Tap(client.fileno())(full, 0, 1000)
    finally:
        os.close(full)
