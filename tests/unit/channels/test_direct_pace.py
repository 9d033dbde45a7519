"""How a large body is read in virtual time: what comes fast without pauses, what comes slowly in few readings.

And how it is poured: nearly all of it, and after a moment's patience with a server that is busy elsewhere.
"""

import asyncio
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import pytest
from tests.unit.channels.virtual_time import run_in_virtual_time

from headwater.channels.direct_body import DirectBody
from headwater.channels.pouring import can_pour
from headwater.channels.read_buffers import ReadBuffers
from headwater.channels.read_pace import ReadPace
from headwater.model.ports import Move

SIZE = 8 * 1024**2
#: Less than the body's last bytes, which are taken as they come.
END = 128 * 1024
PACKET = 1448


class Wire(asyncio.Transport):
    """A connection whose other end sends `packet` bytes every `every_s`, as long as fewer than `window` wait here."""

    def __init__(self, packet: int, every_s: float, window: int) -> None:
        super().__init__()
        self.packet, self.every_s, self.window = packet, every_s, window
        self.left, self.waiting, self.readings, self.listens = SIZE, 0, 0, True
        self.protocol: asyncio.BaseProtocol | None = None
        self._is_sending = False

    def send(self) -> None:
        self._is_sending = False
        size = min(self.packet, self.window - self.waiting, self.left)
        self.waiting += size
        self.left -= size
        self._go_on()

    def _go_on(self) -> None:
        loop = asyncio.get_running_loop()
        if not self._is_sending and self.left and self.waiting < self.window:
            self._is_sending = True
            loop.call_later(self.every_s, self.send)
        if self.listens and self.waiting:
            loop.call_soon(self._read)

    def _read(self) -> None:
        if self.listens and self.waiting and isinstance(self.protocol, asyncio.BufferedProtocol):
            taken = min(memoryview(self.protocol.get_buffer(-1)).nbytes, self.waiting)
            self.waiting -= taken
            self.readings += 1
            self.protocol.buffer_updated(taken)
            self._go_on()

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self.protocol = protocol
        self._go_on()

    def get_extra_info(self, name: str, default: Any = None) -> Any:  # noqa: ARG002  # asyncio's names
        return default

    def is_closing(self) -> bool:
        return False

    def pause_reading(self) -> None:
        self.listens = False

    def resume_reading(self) -> None:
        self.listens = True
        self._go_on()


def take_over(wire: Wire, size: int, *, is_fast: bool, pace: ReadPace | None = None) -> DirectBody:
    """What is left of an answer whose headers were read; `pace` where it is shared."""
    keeper = SimpleNamespace(force_close=None, set_response_params=lambda: None)
    content = SimpleNamespace(total_bytes=0, feed_eof=lambda: None)
    connection = SimpleNamespace(transport=wire, protocol=keeper)
    answer = SimpleNamespace(connection=connection, content=content, headers={}, content_length=size)
    return DirectBody(cast("aiohttp.ClientResponse", answer), ReadBuffers(), pace or ReadPace(), 0, is_fast=is_fast)


def read_all(make_wire: Callable[[], Wire]) -> tuple[float, int]:
    """Read a whole body; returns how many virtual seconds and how many readings it took."""
    readings = 0

    async def read() -> None:
        nonlocal readings
        wire = make_wire()
        body = take_over(wire, SIZE, is_fast=False)
        came = 0
        while data := await body.read():
            came += len(data)
        assert came == SIZE
        readings = wire.readings

    return run_in_virtual_time(read()), readings


@pytest.mark.parametrize("window", [48_000, 64_240, 131_072])
def test_a_sender_that_was_held_up_while_bytes_gathered_is_found_to_be_fast(window: int) -> None:
    """A near one fills what the system has room for at once; how much that is says nothing of what it could bring."""
    took_s, _ = read_all(lambda: Wire(packet=window, every_s=0.000_2, window=window))
    unheld_s = SIZE / window * 0.000_2
    assert took_s < unheld_s + 0.1


@pytest.mark.parametrize("rate_bytes_per_s", [1e6, 4e6, 10e6])
def test_an_even_stream_is_read_seldom(rate_bytes_per_s: float) -> None:
    took_s, readings = read_all(lambda: Wire(PACKET, PACKET / rate_bytes_per_s, window=4 * 1024**2))
    assert took_s == pytest.approx(SIZE / rate_bytes_per_s, rel=0.02)
    assert readings < SIZE / PACKET / 5 + END / PACKET


def test_an_end_that_is_here_does_not_wait_for_its_turn() -> None:
    """So many connections take turns that each waits for longer than its last bytes need: their servers stand idle."""
    packet, rate, count = 16_000, 8e6, 96
    late_s: list[float] = []

    async def read(pace: ReadPace, begins_s: float) -> None:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(begins_s)
        body = take_over(Wire(packet, packet / rate, window=4 * 1024**2), SIZE, is_fast=False, pace=pace)
        while await body.read():
            pass
        late_s.append(loop.time() - begins_s - SIZE / rate)

    async def read_together() -> None:
        pace = ReadPace()
        await asyncio.gather(*(read(pace, number / count * 0.05) for number in range(count)))

    run_in_virtual_time(read_together())
    assert len(late_s) == count
    assert sum(late_s) / count < 0.004, f"{sum(late_s) / count:.4f} s"


def test_first_bytes_of_a_fast_connection_are_not_held_up() -> None:
    async def read() -> None:
        body = take_over(Wire(PACKET, 0.5, window=4 * 1024**2), SIZE, is_fast=True)
        assert len(await body.read()) == PACKET

    assert run_in_virtual_time(read()) == pytest.approx(0.5, abs=0.001)


class Silent(Wire):
    """A connection over which nothing more comes; its socket is any file."""

    def __init__(self, descriptor: int) -> None:
        super().__init__(packet=0, every_s=0.0, window=0)
        self._descriptor = descriptor

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return SimpleNamespace(fileno=lambda: self._descriptor) if name == "socket" else default


@pytest.fixture
def silent() -> Iterator[Silent]:
    descriptor = os.open(os.devnull, os.O_RDONLY)
    yield Silent(descriptor)
    os.close(descriptor)


def pour_all(wire: Silent, size: int, brings: Sequence[int]) -> tuple[list[int], list[float], bool]:
    """Pour a body as long as it may be poured, while the pours bring `brings`, the last of them again and again; how
    much each might have brought, when it began, and whether the connection is a fast one in the end."""
    rooms: list[int] = []
    began_s: list[float] = []
    is_fast = True

    async def pour() -> None:
        nonlocal is_fast
        body = take_over(wire, size, is_fast=True)
        room = 0

        async def move(_: Move) -> int:
            rooms.append(room)
            began_s.append(asyncio.get_running_loop().time())
            return min(brings[min(len(rooms), len(brings)) - 1], room)

        while room := body.pour_bytes:
            await body.pour(move)
        is_fast = body.is_fast

    run_in_virtual_time(pour())
    return rooms, began_s, is_fast


needs_splice = pytest.mark.skipif(not can_pour(), reason="this system has no splice")


@needs_splice
def test_all_but_the_last_byte_is_poured_in_few_turns(silent: Silent) -> None:
    most = 8 * 1024**2
    rooms, _, _ = pour_all(silent, 3 * most + END, [most + END])
    assert rooms == [most, most, most + END - 1], (
        "what is left of a turn is no turn of its own, and a byte has to end it"
    )


@needs_splice
def test_a_pour_that_brings_little_waits_for_more_before_the_next(silent: Silent) -> None:
    rooms, began_s, is_fast = pour_all(silent, SIZE, [1024**2, 0, 1024**2, 50_000, SIZE])
    assert rooms[0] == SIZE - 1
    pauses_s = [later - sooner for sooner, later in pairwise(began_s)]
    assert [pause_s > 0 for pause_s in pauses_s] == [False, True, False, True]
    assert max(pauses_s) <= 0.02
    assert is_fast


@needs_splice
@pytest.mark.parametrize("last", [0, 50_000])
def test_two_pours_that_bring_little_show_a_slow_connection(silent: Silent, last: int) -> None:
    rooms, _, is_fast = pour_all(silent, SIZE, [1024**2, last])
    assert len(rooms) == 3
    assert not is_fast
