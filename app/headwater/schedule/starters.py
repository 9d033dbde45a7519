"""Starters: what was asked of a source before anyone knew it is taken back where it turns out to be slow.

First requests are as long as a fast line would want them, so that its connections grow without a pause. On a slow
one they would hold the bytes wanted first for many seconds, on every connection at once. As soon as a source's own
rate is known, its first requests are cut to what they will bring soon, and of a source that brings little beside the
others only the foremost are left; the rest is free again, and is asked for in pieces that fit. The rule that keeps it
honest: nothing is cut of a source that will be done in time anyway.
"""

from typing import Final

from headwater.model.decisions import Purpose
from headwater.schedule.byte_book import Flight
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.job_books import JobBooks
from headwater.schedule.planning import LEAST_BYTES
from headwater.schedule.source_record import SourceRecord, Starters

#: First requests that take longer than this (s), or than so many latencies, were too long.
PATIENCE_S: Final = 4.5
PATIENCE_LATENCIES: Final = 20.0
#: A slow line is filled by so many connections; where each of them is capped, learning finds that out.
SLOW_LANES: Final = 2
#: What is left to them: so much at their own rate (s).
KEPT_S: Final = 1.0
#: A source that brings less than this part of what all bring, and has to do for longer than this (s) or so many
#: latencies, stands in the way of others, who could bring all of it by the way.
SMALL_PART: Final = 0.2
IN_THE_WAY_S: Final = 0.5
IN_THE_WAY_LATENCIES: Final = 5.0

_WHY: Final = "its source is slow, and these bytes are wanted soon"


def cut_starters(books: JobBooks, now: float) -> None:
    """Look once at each source whose growth has come to an end, and shorten what was asked of it too boldly; then go
    on looking until its first requests no longer stand in anybody's way, since others are still growing."""
    if books.tuning.recovery <= 0:
        return
    together: float | None = None
    for record in books.sources.records.values():
        if not record.is_ramped or record.starters is Starters.THROUGH:
            continue
        if together is None:
            together = sum(other.known_rate for other in books.sources.records.values())
        is_first_look = record.starters is Starters.UNSEEN
        is_through = _leave_foremost(books, record, together, now)
        record.starters = Starters.THROUGH if is_through else Starters.SEEN
        if is_first_look:
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
            books.truncate(flight, end, 0, _WHY)


def _leave_foremost(books: JobBooks, record: SourceRecord, together: float, now: float) -> bool:
    """Close the connections of a small source but for the foremost requests, which then have its whole rate.

    Whether what is left is in nobody's way. Whoever was known from earlier jobs was asked for what fits it.
    """
    first = _first_requests(books, record)
    rest = sum(flight.remaining_bytes for _, flight in first)
    in_the_way_s = max(IN_THE_WAY_S, IN_THE_WAY_LATENCIES * record.latency_s)
    is_known = record.profile.history.rate_bytes_per_s is not None
    if is_known or len(first) <= SLOW_LANES or rest <= record.known_rate * in_the_way_s:
        return True
    if record.known_rate > SMALL_PART * together:
        return False
    for channel, _ in first[SLOW_LANES:]:
        books.close(channel, _WHY, now)
    record.learner.lanes = min(record.learner.lanes, SLOW_LANES)
    record.learner.restart()
    return True


def _first_requests(books: JobBooks, record: SourceRecord) -> list[tuple[ChannelRecord, Flight]]:
    """What is left of a source's first requests, in the order in which it is wanted."""
    place_of = books.prioritizer.place_of
    first = [
        (channel, flight)
        for channel in record.channels.values()
        if (flight := channel.flight) is not None and flight.purpose is Purpose.FIRST and not flight.soft
    ]
    return sorted(first, key=lambda each: (place_of(each[1].at), each[1].at, each[0].channel_id))
