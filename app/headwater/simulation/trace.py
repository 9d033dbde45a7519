"""What happened in one simulated run: which bytes came when, from whom.

Deliveries are pieces of constant rate, exact between their ends; `figures` turns them into lags and stalls.
Nothing here judges. The rule: a byte is delivered once; whatever comes again is counted as waste.
"""

from dataclasses import dataclass, field

from headwater.model.decisions import SetAside
from headwater.model.spans import Span, SpanSet


@dataclass(slots=True)
class Delivery:
    """The new bytes `[start, end)` came evenly from `began_s` to `ended_s`, from source number `source`."""

    start: int
    end: int
    began_s: float
    ended_s: float
    source: int


@dataclass(slots=True)
class Trace:
    """The record of one run; `completed_s` is None when the file was not whole at the end of it."""

    size_bytes: int
    deliveries: list[Delivery] = field(default_factory=list)
    received: SpanSet = field(default_factory=SpanSet)
    completed_s: float | None = None
    ended_s: float = 0.0
    wasted_bytes: int = 0
    requests: int = 0
    connections: int = 0
    refused_spans: int = 0
    decisions: int = 0
    events: int = 0
    wakes: int = 0
    peak_out_of_order_bytes: int = 0
    set_aside: list[tuple[float, SetAside]] = field(default_factory=list)
    source_bytes: dict[int, int] = field(default_factory=dict)

    def take(self, span: Span, source: int, began_s: float, ended_s: float) -> None:
        """Bytes came evenly from `began_s` to `ended_s` from source number `source`; those that were here are waste."""
        if self.received.overlaps(span):
            per_byte_s = (ended_s - began_s) / span.size
            for gap in list(self.received.gaps(span)):
                from_s, to_s = ((at - span.start) * per_byte_s for at in (gap.start, gap.end))
                self._deliver(Delivery(gap.start, gap.end, began_s + from_s, began_s + to_s, source))
            self.wasted_bytes += span.size - self.received.add(span)
        else:
            self.received.add(span)
            self._deliver(Delivery(span.start, span.end, began_s, ended_s, source))
        if self.received.total_bytes == self.size_bytes and self.completed_s is None:
            self.completed_s = ended_s

    def _deliver(self, delivery: Delivery) -> None:
        self.deliveries.append(delivery)
        new_bytes = delivery.end - delivery.start
        self.source_bytes[delivery.source] = self.source_bytes.get(delivery.source, 0) + new_bytes

    def note_order(self, playhead: int) -> None:
        """Note how many bytes wait now for others that are wanted before them: from the play-head on, then from 0."""
        end = self.received.run_from(playhead)
        in_order_bytes = end - playhead
        if end == self.size_bytes and playhead:
            in_order_bytes += min(playhead, self.received.run_from(0))
        waiting_bytes = self.received.total_bytes - in_order_bytes
        self.peak_out_of_order_bytes = max(self.peak_out_of_order_bytes, waiting_bytes)
