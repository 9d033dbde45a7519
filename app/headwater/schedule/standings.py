"""How sources and channels stand, as values: what the engine builds the window's snapshots and the log from.

No behaviour lives here. The rule that keeps it honest: everything shown is taken from the state that decisions
are made from, never computed a second way.
"""

from dataclasses import dataclass

from headwater.model.channel import ChannelId, ChannelState
from headwater.model.snapshots import ScoreTerm, StepIn
from headwater.model.source import SourceId, SourceState, Support
from headwater.model.spans import Span


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """One source: rank 1 is best; `share` is its part of the rate of all, 0..1; rates in bytes per second.

    `reason` says why it rests or is set aside; `next_try_s` when it will be asked again, on the events' clock.
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
    latency_s: float | None
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


@dataclass(frozen=True, slots=True)
class Note:
    """A line for the activity log: the scheduler stepped in; `words` is one plain sentence."""

    at_s: float
    kind: StepIn
    source_id: SourceId | None
    words: str
