"""What is written late: once for many changes, one write at a time, again after a failure, the rest at the end."""

import asyncio
import logging

import pytest
from tests.fakes.waiting import until

from headwater.engine.late_writer import LateWriter
from headwater.model.errors import LocalError


class Notes:
    """What is pending and what was written of it; `gate` holds a write up, `trouble` lets it fail."""

    def __init__(self, lag_s: float = 0.0) -> None:
        self.pending: list[int] = []
        self.written: list[tuple[int, ...]] = []
        self.at_once = self.most_at_once = 0
        self.trouble = False
        self.gate = asyncio.Event()
        self.gate.set()
        self.writer = LateWriter("notes", self.write, lag_s)

    def add(self, number: int) -> None:
        self.pending.append(number)
        self.writer.wake()

    async def write(self) -> None:
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        try:
            await self.gate.wait()
            if self.trouble:
                raise LocalError("The disk is full.")
            if self.pending:
                self.written.append(tuple(self.pending))
                self.pending.clear()
        finally:
            self.at_once -= 1


async def test_many_changes_are_one_write() -> None:
    notes = Notes()
    for number in range(3):
        notes.add(number)
    assert "pending" in repr(notes.writer)
    await until(lambda: notes.written, "it is written")
    assert notes.written == [(0, 1, 2)]
    notes.add(3)
    await until(lambda: len(notes.written) == 2, "and again")
    await notes.writer.close()
    assert notes.written == [(0, 1, 2), (3,)]
    assert "pending" not in repr(notes.writer)


async def test_closing_waits_for_the_write_that_goes_on_and_writes_the_rest() -> None:
    notes = Notes()
    notes.gate.clear()
    notes.add(0)
    await until(lambda: notes.at_once, "a write goes on")
    closing = asyncio.create_task(notes.writer.close())
    notes.add(1)
    await asyncio.sleep(0)
    assert not closing.done()
    notes.gate.set()
    await closing
    assert [number for numbers in notes.written for number in numbers] == [0, 1]
    assert notes.most_at_once == 1


async def test_closing_waits_for_no_clock() -> None:
    notes = Notes(lag_s=3600.0)
    notes.add(0)
    await notes.writer.close()
    assert notes.written == [(0,)]


async def test_what_failed_is_logged_and_tried_again_and_raised_at_the_end(caplog: pytest.LogCaptureFixture) -> None:
    notes = Notes()
    notes.trouble = True
    with caplog.at_level(logging.ERROR):
        notes.add(0)
        await until(lambda: caplog.messages, "it is logged")
    assert caplog.messages == ["The notes could not be saved: The disk is full."]
    with pytest.raises(LocalError, match="full"):
        await notes.writer.close()
    notes.trouble = False
    notes.add(1)
    await until(lambda: notes.written, "it is written after all")
    assert notes.written == [(0, 1)]
