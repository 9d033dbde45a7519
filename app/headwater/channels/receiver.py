"""The receiver: reads one answer's body into the sink, within the limits, and tells what came as it comes.

It decides nothing: errors go to the caller, limits are given to it. The rule: the response is closed however this
ends, and no byte is reported before the sink has taken it.
"""

import time
from collections.abc import AsyncGenerator, Callable, Iterator
from typing import Final, Protocol

from headwater.channels.body_response import BodyResponse
from headwater.channels.throttle import Throttle
from headwater.model.ports import Piece, PouringSink, Response, Sink
from headwater.model.source import SourceId
from headwater.model.spans import Span

#: A sink that took longer than this held the channel back.
_SLOW_SINK_S: Final = 0.005
#: How long after it was held back a channel still brings bytes that waited in buffers meanwhile.
_ECHO_S: Final = 0.25


class ReceiverObserver(Protocol):
    """Told synchronously what a receiver sees; must not block."""

    def first_byte(self, latency_s: float) -> None:
        """The body's first bytes came, `latency_s` after the request was sent."""
        ...

    def received(self, span: Span, limited: bool) -> None:
        """The sink has taken the bytes of `span`; `limited` marks those that a limit or the sink held back."""
        ...


async def receive(
    response: Response,
    sink: Sink,
    source_id: SourceId,
    throttle: Throttle | None,
    observer: ReceiverObserver,
    *,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Read `response` to its end (or to where `stop_at` says) and close it.

    Raises `SourceError` from the source, `LocalError` from the sink; may be cancelled at any moment.
    """
    began_at = clock()
    held_until = 0.0
    is_first = True
    pieces = response.pieces()
    try:
        async for piece in pieces:
            if is_first:
                is_first = False
                observer.first_byte(response.facts.latency_s + clock() - began_at)
            for part in _grains(piece, throttle):
                before = clock()
                paused = await throttle.pay(len(part.data)) if throttle is not None else False
                await sink.accept(source_id, part.offset, part.data)
                after = clock()
                if paused or after - before > _SLOW_SINK_S:
                    held_until = after + _ECHO_S
                observer.received(Span(part.offset, part.offset + len(part.data)), after < held_until)
            while (poured := await _pour(response, sink, source_id, throttle)) is not None:
                observer.received(poured, False)
    finally:
        if isinstance(pieces, AsyncGenerator):
            await pieces.aclose()
        await response.close()


async def _pour(response: Response, sink: Sink, source_id: SourceId, throttle: Throttle | None) -> Span | None:
    """Let what comes next go its way without us, where nobody has to look at it; returns what came, None for none."""
    if not isinstance(response, BodyResponse) or (span := response.pour_span) is None:
        return None
    if not isinstance(sink, PouringSink) or (throttle is not None and throttle.grain_bytes() is not None):
        return None
    moved = await response.pour(lambda move: sink.pour(source_id, span, move))
    return Span(span.start, span.start + moved) if moved else None


def _grains(piece: Piece, throttle: Throttle | None) -> Iterator[Piece]:
    """`piece` cut into what the limits let pass at once; asked for anew each time, because they change."""
    at, size = 0, len(piece.data)
    while at < size:
        grain = throttle.grain_bytes() if throttle is not None else None
        if at == 0 and (grain is None or grain >= size):
            yield piece
            return
        end = size if grain is None else min(size, at + grain)
        yield Piece(piece.offset + at, piece.data[at:end])
        at = end
