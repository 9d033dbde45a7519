"""Sub-interval smoothing: an interval's bytes in small pieces, back to back, so that the frontier moves evenly.

How large one request is and when it is sent live here. HTTP/1.1 leaves a channel idle for one latency between
requests; the next request therefore goes out on a second channel one latency before the first is done (its lead), so
that one is always flowing and both are out of phase. Where a source supports it, one multi-range request carries the
interleaved spans of a whole interval. The rule that keeps it honest: nothing here looks at which bytes they are.
"""

from math import ceil
from typing import Final

from headwater.model.spans import Span
from headwater.schedule.channel_meter import INITIAL_WINDOW_BYTES, LN2

#: Safety added to the lead (s): a request that comes too early overlaps a little, one too late leaves a gap.
LEAD_MARGIN_S: Final = 0.01
#: A request made during slow start is as long as so many doublings of its window.
RAMP_DOUBLINGS: Final = 2
#: Factors that keep requests of one source out of phase; never below 1, so that none is smaller than wished.
STAGGER: Final = (1.0, 1.5, 2.0, 1.25, 1.75)
#: The first request for bytes a reader waits for; later ones grow with their distance from the reader.
URGENT_GRAIN_BYTES: Final = 64 * 1024


def lead_s(latency_s: float, deviation_s: float) -> float:
    """How long before the end of a request the next one is sent."""
    return latency_s + deviation_s + LEAD_MARGIN_S


def spare_channels(lanes: int, latency_s: float, piece_s: float) -> int:
    """Channels beside those that flow that wait for a first byte at any time: one a lane and latency."""
    return max(1, ceil(lanes * latency_s / max(piece_s, latency_s, 0.001)))


def ramp_bytes(window_rate: float, latency_s: float) -> int:
    """What a connection in slow start brings in `RAMP_DOUBLINGS` latencies: r L / ln 2 (2^n - 1)."""
    window = max(window_rate * latency_s, INITIAL_WINDOW_BYTES)
    return int(window / LN2 * (2**RAMP_DOUBLINGS - 1))


def staggered_bytes(size_bytes: int, same_phase: int) -> int:
    """Another size where `same_phase` requests of the same source end at about the same time.

    Equal requests that end together begin together again, for ever, and the source idles one latency each time.
    """
    return int(size_bytes * STAGGER[same_phase % len(STAGGER)])


def urgent_bytes(span_start: int, reader_position: int) -> int:
    """Size of a request for bytes a reader waits for: small at the reader, doubling on the way."""
    return max(URGENT_GRAIN_BYTES, span_start - reader_position)


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in file order, touching ones joined: what a multi-range request may carry."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
