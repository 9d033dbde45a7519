"""One simulated connection: its request, its place in the body, its slow start. It moves bytes, and tells nobody.

Between two changes of rate bytes flow evenly; `position` is brought up to date by `advance`.
"""

import math
from collections import deque
from collections.abc import Sequence
from typing import Final

from headwater.model.channel import ChannelId, ChannelState
from headwater.model.spans import Span

#: What a fresh TCP connection may send in its first round trip (RFC 6928: 10 segments of 1460 bytes).
INITIAL_WINDOW_BYTES: Final = 10 * 1460


class Connection:
    """State of one connection to source number `source`; times in seconds, rates in bytes per second."""

    __slots__ = (
        "asked_s",
        "at_s",
        "channel_id",
        "closes_at_end",
        "doubling_left_s",
        "end",
        "position",
        "rate",
        "reported",
        "source",
        "spans",
        "start",
        "state",
        "wants",
        "window_bytes",
    )

    def __init__(self, channel_id: ChannelId, source: int) -> None:
        self.channel_id = channel_id
        self.source = source
        self.state = ChannelState.OPENING
        self.spans: deque[Span] = deque()
        self.start = 0
        self.position = 0.0
        self.end = 0
        self.reported = 0
        self.at_s = 0.0
        self.rate = 0.0
        self.wants = 0.0
        self.asked_s = 0.0
        self.window_bytes: float | None = INITIAL_WINDOW_BYTES
        self.doubling_left_s = 0.0
        self.closes_at_end = False

    def ask(self, spans: Sequence[Span]) -> None:
        """Take a request: its spans come in this order."""
        self.spans = deque(spans)

    def begin_span(self, now: float) -> None:
        """Go to the next span of the request."""
        span = self.spans.popleft()
        self.start, self.end = span.start, span.end
        self.position, self.reported = float(span.start), span.start
        self.at_s = now

    def advance(self, now: float) -> None:
        """Let the bytes flow up to `now`, at the rate in force since the last call."""
        passed_s = now - self.at_s
        if passed_s > 0:
            self.position += self.rate * passed_s
            if self.is_span_done:
                self.position = float(self.end)
            if self.window_bytes is not None:
                self.doubling_left_s -= passed_s
        self.at_s = now

    @property
    def is_span_done(self) -> bool:
        """Whether the last byte of the span is there, give or take the arithmetic of floats (a nanosecond's worth)."""
        return self.end - self.position < max(0.01, self.rate * 1e-9)

    def window_rate(self, latency_s: float) -> float:
        """What slow start allows: one window a round trip; `inf` when it is over."""
        if self.window_bytes is None or latency_s <= 0:
            return math.inf
        return self.window_bytes / latency_s

    def due_s(self) -> float:
        """When, at the rate in force, the span ends or the window doubles."""
        due_s = self.at_s + (self.end - self.position) / self.rate if self.rate > 0 else math.inf
        if self.window_bytes is not None and self.rate > 0:
            due_s = min(due_s, self.at_s + max(0.0, self.doubling_left_s))
        return due_s

    def truncate(self, end: int) -> None:
        """Stop at `end`, in the span under way or one to come, and drop what follows; at once where it is past."""
        self.closes_at_end = True
        kept: deque[Span] = deque()
        is_found = False
        if self.state is ChannelState.RECEIVING and self.start < end <= self.end:
            self.end = max(end, math.ceil(self.position))
            is_found = True
        while self.spans and not is_found:
            span = self.spans.popleft()
            is_found = span.start <= end <= span.end
            if not is_found or span.start < end:
                kept.append(Span(span.start, end if is_found else span.end))
        if not is_found:
            kept.clear()
            self.end = min(self.end, math.ceil(self.position))
        self.spans = kept

    def __repr__(self) -> str:
        return (
            f"<Connection {self.channel_id} to source {self.source}: {self.state.value}, at {self.position:.0f} "
            f"of {self.end}, {self.rate:.0f} bytes/s, {len(self.spans)} spans to come>"
        )
