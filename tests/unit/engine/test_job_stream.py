"""A job's reader before there is anything to read from: what it waits for is known all the same."""

import asyncio
import contextlib

import pytest

from headwater.engine.job_stream import JobStream
from headwater.model.errors import UserError
from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.spans import Span

NUMBER = ReaderId(7)


class Ears:
    """Notes the early wishes each time they are said to have changed."""

    def __init__(self) -> None:
        self.heard: list[tuple[Wish, ...]] = []
        self.stream = JobStream(
            NUMBER, False, lambda _stream: None, lambda: self.heard.append(self.stream.early_wishes)
        )


class Ready:
    """A stream of which everything can be read."""

    reader_id = NUMBER
    size_bytes = 100

    def __init__(self) -> None:
        self.wished: list[tuple[int, int]] = []

    async def read_at(self, offset: int, size: int) -> bytes:
        return bytes(min(size, self.size_bytes - offset))

    def wish(self, position: int, window_bytes: int) -> None:
        self.wished.append((position, window_bytes))

    def take_revoked(self) -> tuple[Span, ...]:
        return ()

    async def until_revoked(self) -> None:
        """Never asked: a job's stream has a book of its own."""

    def abort(self) -> None:
        """Nothing waits."""


async def test_a_read_and_a_wish_before_the_run_are_told_and_taken_back_when_it_begins() -> None:
    ears = Ears()
    ears.stream.wish(0, 1000)
    playing = Wish(NUMBER, 0, 1000, Urgency.PLAYING)
    assert ears.heard == [(playing,)]
    reading = asyncio.create_task(ears.stream.read_at(40, 10))
    await asyncio.sleep(0)
    blocked = ears.heard[-1][0]
    assert (blocked.position, blocked.urgency) == (40, Urgency.BLOCKED)
    assert ears.heard[-1][1:] == (playing,)
    inner = Ready()
    ears.stream.attach(inner)
    assert await reading == bytes(10)
    assert inner.wished == [(0, 1000)]
    assert ears.heard[-1] == ears.stream.early_wishes == ()  # from now on `inner` speaks for it


async def test_a_read_that_is_given_up_is_waited_for_no_more() -> None:
    ears = Ears()
    reading = asyncio.create_task(ears.stream.read_at(0, 10))
    await asyncio.sleep(0)
    assert ears.heard[-1]
    reading.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await reading
    assert ears.heard[-1] == ()


async def test_an_aborted_reader_wants_nothing() -> None:
    ears = Ears()
    ears.stream.wish(5, 50)
    ears.stream.abort()
    assert ears.heard[-1] == ()
    with pytest.raises(UserError):
        await ears.stream.read_at(0, 1)
