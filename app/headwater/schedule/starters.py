"""Starters: what was asked of a source before anyone knew it is taken back where it turns out to be slow.

First requests are as long as a fast line would want them, so that its connections grow without a pause. On a slow
one they would hold the bytes wanted first for many seconds, on every connection at once. As soon as a source's own
rate is known, its first requests are cut to what they will bring soon; the rest is free again, and is asked for in
pieces that fit. The rule that keeps it honest: nothing is cut of a source that will be done in time anyway.
"""

from typing import Final

from headwater.schedule.job_books import JobBooks
from headwater.schedule.planning import LEAST_BYTES
from headwater.schedule.source_record import SourceRecord

#: First requests that take longer than this (s), or than so many latencies, were too long.
PATIENCE_S: Final = 4.5
PATIENCE_LATENCIES: Final = 20.0
#: A slow line is filled by so many connections; where each of them is capped, learning finds that out.
SLOW_LANES: Final = 2
#: What is left to them: so much at their own rate (s).
KEPT_S: Final = 1.0


def cut_starters(books: JobBooks) -> None:
    """Look once at each source whose growth has come to an end, and shorten what was asked of it too boldly."""
    if books.tuning.recovery <= 0:
        return
    for record in books.sources.records.values():
        if record.is_ramped and not record.are_starters_settled:
            record.are_starters_settled = True
            _cut(books, record)


def _cut(books: JobBooks, record: SourceRecord) -> None:
    flights = [flight for flight in record.flights if not flight.soft and flight.remaining_bytes]
    rest = sum(flight.remaining_bytes for flight in flights)
    if rest <= record.known_rate * max(PATIENCE_S, PATIENCE_LATENCIES * record.latency_s):
        return
    record.learner.lanes = min(record.learner.lanes, SLOW_LANES)
    record.learner.restart()
    kept = max(LEAST_BYTES, int(record.known_rate / len(flights) * KEPT_S))
    for flight in flights:
        end = flight.at + kept
        if flight.spans[-1].end > end + LEAST_BYTES and len(flight.spans) == 1:
            books.truncate(flight, end, 0, "its source is slow, and these bytes are wanted soon")
