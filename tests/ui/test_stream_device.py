"""The device that a player's threads read from: what it asks of the stream, and when."""

from typing import cast

from headwater.control.api import BlockingStream
from headwater.model.errors import HeadwaterError
from headwater_ui.preview.stream_device import StreamDevice

SIZE = 1024 * 1024
STEP = 32 * 1024


class Tape:
    """A blocking stream on bytes that tell their own place; notes what is asked for."""

    def __init__(self) -> None:
        self.data = b"".join(number.to_bytes(4, "big") for number in range(SIZE // 4))
        self.asked: list[tuple[int, int]] = []
        self.at = 0
        #: Where the next bytes do not come from, ever.
        self.broken_at = SIZE

    def seek(self, offset: int) -> int:
        self.at = offset
        return offset

    def read_some(self, size: int) -> bytes:
        self.asked.append((self.at, size))
        if self.at >= self.broken_at:
            raise HeadwaterError("The server is gone.")
        return self.data[self.at : min(self.at + size, self.broken_at)]

    def abort(self) -> None:
        """Nothing waits."""


def device_on(tape: Tape) -> StreamDevice:
    return StreamDevice(cast("BlockingStream", tape), SIZE)


def test_reading_on_asks_for_more_at_a_time_and_brings_the_same_bytes() -> None:
    tape = Tape()
    device = device_on(tape)
    read = b"".join(device.read(STEP).data() for _ in range(SIZE // STEP))
    assert read == tape.data
    assert len(tape.asked) < SIZE // STEP // 3
    assert max(size for _, size in tape.asked) == 8 * STEP
    assert device.atEnd()


def test_a_jump_waits_for_no_more_than_was_asked_for() -> None:
    tape = Tape()
    device = device_on(tape)
    for _ in range(8):
        device.read(STEP)
    device.seek(SIZE - STEP)
    assert device.read(100).data() == tape.data[SIZE - STEP : SIZE - STEP + 100]
    assert tape.asked[-1] == (SIZE - STEP, 100)
    assert device.read_end == SIZE - STEP + 100


def test_bytes_that_came_are_not_fetched_again() -> None:
    tape = Tape()
    device = device_on(tape)
    device.read(STEP)
    device.seek(1000)
    assert device.read(500).data() == tape.data[1000:1500]
    assert len(tape.asked) == 1


def test_a_stream_that_fails_is_the_end_and_says_why() -> None:
    tape = Tape()
    tape.broken_at = STEP
    device = device_on(tape)
    assert device.read(STEP).data() == tape.data[:STEP]
    assert device.read(STEP).data() == b""
    assert device.atEnd()
    assert device.failure == "The server is gone."


def test_an_aborted_device_is_at_its_end() -> None:
    device = device_on(Tape())
    device.read(100)
    device.abort()
    assert device.atEnd()
    assert device.read(100).data() == b""
    assert device.failure is None
