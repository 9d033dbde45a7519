"""What is known of one connection: its state, its meters and what it is asked for.

When its first byte is due and what its growth lets through are worked out here. The rule that keeps it honest: a
growing connection is believed only a little beyond what it was seen to bring.
"""

from math import inf
from typing import TYPE_CHECKING, Final

from headwater.model.channel import ChannelId, ChannelState
from headwater.schedule.byte_book import Flight
from headwater.schedule.channel_meter import (
    LEAST_DOUBLING_S,
    SAMPLE_S,
    LatencyMeter,
    RateMeter,
    transfer_s,
    window_rate,
)

if TYPE_CHECKING:
    from headwater.schedule.source_record import SourceRecord

#: A connection in slow start is believed to reach so many times what it was seen to bring.
GROWTH_BORNE_OUT: Final = 3.0
#: And so many times on a far one, where a sample is newer than the last doubling.
LEAST_BORNE_OUT: Final = 1.4
#: Bytes may be on their way to us unreported for so long (the driver's reports, s).
REPORT_S: Final = 0.05
#: A body that brings nothing for so long stands still (s).
SILENT_S: Final = 0.25


class ChannelRecord:
    """One connection: its state, its meters and what it is asked for."""

    __slots__ = (
        "body_seen_s",
        "channel_id",
        "flight",
        "latency",
        "opened_s",
        "rate",
        "ready_s",
        "received_bytes",
        "seen_rate",
        "source",
        "state",
    )

    def __init__(self, channel_id: ChannelId, source: "SourceRecord", now: float) -> None:
        self.channel_id = channel_id
        self.source = source
        self.state = ChannelState.OPENING
        self.opened_s = now
        #: When the connection was made.
        self.ready_s = -inf
        self.flight: Flight | None = None
        self.rate = RateMeter()
        self.latency = LatencyMeter(source.latency.mean_s)
        self.received_bytes = 0
        self.body_seen_s = 0.0
        #: Highest mean rate of a request or a sample so far.
        self.seen_rate = 0.0

    def due_s(self, flight: Flight) -> float:
        """When the first byte of a request should come: it is sent when the connection is made."""
        if self.state is ChannelState.OPENING:
            return flight.asked_s + 2 * self.source.latency_s
        return max(flight.asked_s, self.ready_s) + self.source.latency_s

    def told_s(self, now: float) -> float:
        """Seconds in bodies up to the newest byte that was told: what comes is told a little later, or in one piece."""
        body_s, last_byte_s = self.rate.body_s(now), None if self.flight is None else self.flight.last_byte_s
        return body_s if last_byte_s is None else body_s - (now - last_byte_s)

    def rest_s(self, flight: Flight, now: float, latency_s: float, rate: float) -> float:
        """Seconds until its request is done, at its source's latency and at `rate` once it has grown."""
        start = self.window_rate(now)
        rest = float(flight.remaining_bytes)
        if flight.last_byte_s is None:
            due_s = self.due_s(flight)
            wait_s = due_s - now if due_s > now else (now - flight.asked_s) / 2
            return wait_s + transfer_s(rest, start, latency_s, rate)
        silence_s = now - flight.last_byte_s
        if silence_s > SILENT_S + latency_s:
            return 3 * silence_s + rest / rate
        rest = max(0.0, rest - min(start, rate) * min(silence_s, REPORT_S))
        return transfer_s(rest, start, latency_s, rate)

    def window_rate(self, now: float) -> float:
        """What slow start lets this connection bring at most; the model counts only as far as it was borne out.

        It is refuted by a connection of which a sample was above it: there the server thinks for long, and the way to
        it is short. A few bytes that come at once are no sample.
        """
        latency_s, sampled = self.source.latency_s, self.rate.peak
        model = window_rate(self.rate.body_s(now), latency_s)
        is_refuted = sampled > model
        seen = sampled if is_refuted else self.seen_rate
        if not seen or (self.source.is_ramped and not is_refuted):
            return model
        doublings = SAMPLE_S / max(latency_s, LEAST_DOUBLING_S)
        growth: float = 2.0 ** min(doublings, 8.0)
        believed = min(max(LEAST_BORNE_OUT, growth), GROWTH_BORNE_OUT) * seen
        return believed if is_refuted else min(model, believed)

    def __repr__(self) -> str:
        return f"<ChannelRecord {self.channel_id} to {self.source.source_id}: {self.state.value}, {self.flight}>"
