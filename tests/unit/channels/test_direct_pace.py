"""How a large body is read in virtual time: what comes fast without pauses, what comes slowly in few readings."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import pytest
from tests.unit.channels.virtual_time import run_in_virtual_time

from headwater.channels.direct_body import DirectBody
from headwater.channels.read_buffers import ReadBuffers
from headwater.channels.read_pace import ReadPace

SIZE = 16 * 1024**2
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


def read_all(make_wire: Callable[[], Wire]) -> tuple[float, int]:
    """Read a whole body; returns how many virtual seconds and how many readings it took."""
    readings = 0

    async def read() -> None:
        nonlocal readings
        wire = make_wire()
        keeper = SimpleNamespace(force_close=None, set_response_params=lambda: None)
        content = SimpleNamespace(total_bytes=0, feed_eof=lambda: None)
        connection = SimpleNamespace(transport=wire, protocol=keeper)
        answer = SimpleNamespace(connection=connection, content=content, headers={}, content_length=SIZE)
        body = DirectBody(cast("aiohttp.ClientResponse", answer), ReadBuffers(), ReadPace(), 0, is_fast=False)
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
