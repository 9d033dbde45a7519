"""How sources and channels stand, as values: what the engine builds the window's snapshots and the log from.

The values, and how they are drawn from the books. The rule that keeps it honest: everything shown is taken from the
state that decisions are made from, never computed a second way, and looking at it changes nothing of it.
"""

from dataclasses import dataclass
from typing import Final

from headwater.model.channel import ChannelId, ChannelState
from headwater.model.snapshots import ScoreTerm
from headwater.model.source import SourceId, SourceState, Support
from headwater.model.spans import Span, SpanSet
from headwater.model.wording import joined, say
from headwater.schedule.channel_meter import SAMPLE_S
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.job_books import JobBooks
from headwater.schedule.proportional_allocator import shares
from headwater.schedule.source_ranking import Ranking
from headwater.schedule.source_record import SourceRecord
from headwater.schedule.source_scheduler import wished_place

#: A channel that brought nothing for so long is shown with no rate (s).
STILL_S: Final = 0.5


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """One source: `share` is its part of the present interval, 0..1; rates in bytes per second.

    Rank 1 is best; whoever cannot be used stands behind those that can. `reason` says why it rests or is set aside;
    `next_try_s` when it will be asked again, on the events' clock.
    """

    source_id: SourceId
    rank: int
    score: float
    terms: tuple[ScoreTerm, ...]
    state: SourceState
    reason: str | None
    next_try_s: float | None
    share: float
    received_bytes: int
    wasted_bytes: int
    rate_bytes_per_s: float
    rate_sigma: float | None
    latency_s: float | None
    latency_jitter_s: float
    channels: int
    lanes: int
    requests: int
    errors: int
    bad_blocks: int
    ranges: Support
    multi_range: Support
    holds: tuple[Span, ...] | None


@dataclass(frozen=True, slots=True)
class ChannelStanding:
    """One channel; `remaining` are the spans asked for and not received yet."""

    channel_id: ChannelId
    source_id: SourceId
    state: ChannelState
    rate_bytes_per_s: float
    latency_s: float | None
    received_bytes: int
    remaining: tuple[Span, ...]


def source_standings(books: JobBooks, now: float) -> tuple[SourceStanding, ...]:
    """All sources as they stand, in the order of their numbers."""
    scored = books.sources.scored()
    rates = {record.source_id: (_source_rate(record, now), 0.0) for record, _ in scored}
    parts = shares(rates, books.tuning.interval_s)
    scored.sort(key=lambda pair: _standing_back(pair[0]))
    standings = (
        _source_standing(record, ranking, place, parts[record.source_id], now)
        for place, (record, ranking) in enumerate(scored, start=1)
    )
    return tuple(sorted(standings, key=lambda standing: standing.source_id))


def _standing_back(record: SourceRecord) -> tuple[bool, float, int]:
    """Sorts those of equal wishes: who is set aside last, before them who never delivered and failed or is not used.

    Little or nothing was measured of them: what their scores are made of may look like the best.
    """
    if record.set_aside is not None:
        back = 2
    else:
        back = int(not record.is_proven and (record.errors > 0 or not record.profile.enabled))
    return *wished_place(record.profile), back


def _source_rate(record: SourceRecord, now: float) -> float:
    """Bytes per second as measured, 0 for a source that stands still."""
    if now - record.last_byte_s > STILL_S + record.latency_s:
        return 0.0
    return min(record.known_rate, record.limit_bytes_per_s)  # what a limit holds back is never measured


def _source_standing(record: SourceRecord, ranking: Ranking, place: int, share: float, now: float) -> SourceStanding:
    holds = record.constraints.holds
    return SourceStanding(
        source_id=record.source_id,
        rank=place,
        score=ranking.score,
        terms=ranking.terms,
        state=record.state(now),
        reason=record.set_aside or record.trouble or record.reserve,
        next_try_s=record.not_before_s if record.not_before_s > now else None,
        share=share,
        received_bytes=record.received_bytes,
        wasted_bytes=record.wasted_bytes,
        rate_bytes_per_s=_source_rate(record, now),
        rate_sigma=record.spread.sigma,
        latency_s=record.latency.mean_s,
        latency_jitter_s=record.latency.jitter_s,
        channels=len(record.channels),
        lanes=record.learner.lanes,
        requests=record.requests,
        errors=record.errors,
        bad_blocks=record.bad_blocks,
        ranges=record.constraints.ranges,
        multi_range=record.constraints.multi_range,
        holds=None if holds is None else tuple(holds),
    )


def channel_standings(books: JobBooks, now: float) -> tuple[ChannelStanding, ...]:
    """All channels as they stand, in the order of their numbers; one that stands still has no rate."""
    return tuple(
        ChannelStanding(
            channel_id=channel.channel_id,
            source_id=channel.source.source_id,
            state=channel.state,
            rate_bytes_per_s=_current_rate(channel, now),
            latency_s=channel.latency.mean_s,
            received_bytes=channel.received_bytes,
            remaining=tuple(channel.flight.remaining()) if channel.flight else (),
        )
        for channel in books.channels.values()
    )


def _current_rate(channel: ChannelRecord, now: float) -> float:
    flight = channel.flight
    if flight is None or flight.last_byte_s is None or now - flight.last_byte_s > STILL_S:
        return 0.0
    return channel.rate.rate or channel.received_bytes / max(channel.rate.body_s(now), SAMPLE_S)


def find_verdict(books: JobBooks) -> str | None:
    """None while there is hope, else one sentence that says why nothing can get further."""
    if books.bytes.is_complete or not books.is_online:
        return None
    records = list(books.sources.records.values())
    if not records:
        return say("There is no source to ask.")
    hopeful = [record for record in records if not record.is_hopeless(books.tuning)]
    if not hopeful:
        reasons = sorted({record.set_aside or record.trouble or say("disabled") for record in records})
        return say("No source works any more: {reasons}.", reasons=joined(reasons, "; "))
    if any(True for _ in books.flights()):
        return None
    for span in books.bytes.received.gaps(Span(0, books.bytes.end)):
        held = SpanSet()
        for record in hopeful:
            held.update(record.constraints.mask(span))
        lacking = next(held.gaps(span), None)
        if lacking is not None:
            return say("No source that works holds the bytes {span}.", span=lacking)
    return None
