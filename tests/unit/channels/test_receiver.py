"""The receiver: order of report and sink, closing whatever happens."""

import asyncio

import pytest
from tests.unit.channels.endless import Counter, EndlessResponse
from tests.unit.channels.virtual_time import run_in_virtual_time

from headwater.channels.receiver import receive
from headwater.model.errors import LocalError
from headwater.model.ports import Piece
from headwater.model.source import SourceId
from headwater.model.spans import Span


class _Log(Counter):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def received(self, span: Span, limited: bool) -> None:
        super().received(span, limited)
        self.lines.append(f"told {span}")

    async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:
        self.lines.append(f"{supplier} took [{offset}, {offset + len(data)})")


def test_bytes_are_told_after_the_sink_took_them_and_latency_counts_from_the_request() -> None:
    log = _Log()
    response = EndlessResponse(pieces=[Piece(0, b"abc"), Piece(3, b"de")], pause_s=0.25)

    async def work() -> None:
        await receive(response, log, SourceId(7), None, log, clock=asyncio.get_running_loop().time)

    run_in_virtual_time(work())
    assert log.lines == ["7 took [0, 3)", "told [0, 3)", "7 took [3, 5)", "told [3, 5)"]
    assert log.latencies == [0.75]
    assert response.is_closed


async def test_a_full_disk_closes_the_response() -> None:
    class FullDisk:
        async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:  # noqa: ARG002  # a Sink
            raise LocalError("The disk is full.")

    response, counter = EndlessResponse(), Counter()
    with pytest.raises(LocalError):
        await receive(response, FullDisk(), SourceId(0), None, counter)
    assert response.is_closed
    assert counter.total == 0


async def test_cancelling_closes_the_response() -> None:
    reached = asyncio.Event()

    class Stuck:
        async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:  # noqa: ARG002  # a Sink
            reached.set()
            await asyncio.Event().wait()

    response = EndlessResponse()
    task = asyncio.create_task(receive(response, Stuck(), SourceId(0), None, Counter()))
    await reached.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert response.is_closed
