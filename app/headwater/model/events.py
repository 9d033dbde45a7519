"""Facts that the job driver tells the scheduler, in the past tense.

The scheduler's door is `handle(event, now) -> decisions` (`schedule.prioritization_scheduler`); these are
the events, `model.decisions` holds the answers. `now` is in seconds on any monotonic clock.
"""

from dataclasses import dataclass
from typing import TypeAlias

from headwater.model.channel import ChannelId
from headwater.model.errors import Retry
from headwater.model.priority import PriorityOrder, Wish
from headwater.model.source import SourceId, SourceProfile, Support
from headwater.model.spans import Span
from headwater.model.tuning import Tuning


@dataclass(frozen=True, slots=True)
class SourcesChanged:
    """The whole list of sources as it is now: added, removed, re-ranked, enabled, disabled.

    `max_channels` is how many connections the job may have at most, beside what its tuning says; None leaves it open.
    """

    sources: tuple[SourceProfile, ...]
    max_channels: int | None = None


@dataclass(frozen=True, slots=True)
class SizeLearned:
    """The file's size is known now."""

    size_bytes: int


@dataclass(frozen=True, slots=True)
class Connected:
    """A channel's connection stands; `connect_s` is what DNS, TCP and TLS took (0 when reused)."""

    channel_id: ChannelId
    connect_s: float


@dataclass(frozen=True, slots=True)
class SourceAnswered:
    """Response headers showed what the source can do. `holds` is None where nothing was learned of it."""

    channel_id: ChannelId
    ranges: Support
    multi_range: Support
    holds: tuple[Span, ...] | None = None


@dataclass(frozen=True, slots=True)
class FirstByte:
    """The first byte of a request's body came, `latency_s` after the request was sent."""

    channel_id: ChannelId
    latency_s: float


@dataclass(frozen=True, slots=True)
class BytesReceived:
    """A channel brought the bytes of `span` (in the file's coordinates) since its last such event.

    `limited` marks bytes that a rate limit or back-pressure held back: they never enter the meter.
    """

    channel_id: ChannelId
    span: Span
    limited: bool = False


@dataclass(frozen=True, slots=True)
class RangeDone:
    """A request ended as it should; `reusable` says whether the channel takes another."""

    channel_id: ChannelId
    reusable: bool = True


@dataclass(frozen=True, slots=True)
class ChannelFailed:
    """A channel broke off and is gone; what it did not bring is free again."""

    channel_id: ChannelId
    retry: Retry
    reason: str
    status: int | None = None
    retry_after_s: float | None = None


@dataclass(frozen=True, slots=True)
class ChannelClosed:
    """A channel was closed as decided, or by the server between requests, and is gone."""

    channel_id: ChannelId


@dataclass(frozen=True, slots=True)
class BlockProven:
    """The hashes of the blocks in `span` were right."""

    span: Span


@dataclass(frozen=True, slots=True)
class BlockRejected:
    """A block's hash was wrong: its bytes count as not received. `blamed` spoiled it, where that is known."""

    span: Span
    suppliers: tuple[SourceId, ...]
    blamed: SourceId | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """Received bytes that some other source than those in `known` should bring too, to be compared with them.

    `is_disputed`: sources differ about them already; the file is not complete while another could settle that.
    `is_first`: nothing that those in `known` brought was compared with the others' yet; a moment is given to that.
    """

    span: Span
    known: tuple[SourceId, ...]
    is_disputed: bool = False
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class OpinionsWanted:
    """Where no hash is trusted: all opinions that are wanted now, the most wanted first."""

    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class SourceRejected:
    """The driver found that a source's bytes belong to another file; none of its bytes may be asked for."""

    source_id: SourceId
    reason: str


@dataclass(frozen=True, slots=True)
class SourceForgiven:
    """A person wants a source asked again: what it did wrong so far does not count any more."""

    source_id: SourceId


@dataclass(frozen=True, slots=True)
class WishesChanged:
    """What the readers of the output streams want now, all of them."""

    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class OrderChanged:
    """The user's order of the bytes."""

    order: PriorityOrder


@dataclass(frozen=True, slots=True)
class TuningChanged:
    tuning: Tuning


@dataclass(frozen=True, slots=True)
class LimitsChanged:
    """Limits in force on this job; None is none.

    Rates in bytes per second; `request_timeout_s` is what one request may take, from asking to its last byte.
    """

    rate_bytes_per_s: float | None
    per_source: tuple[tuple[SourceId, float], ...] = ()
    request_timeout_s: float | None = None


@dataclass(frozen=True, slots=True)
class NetworkChanged:
    """The computer lost its network (`online` false) or has one again, maybe another.

    `is_withheld`: there is one, and it may not be used; what is under way is given up as well.
    """

    online: bool
    is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class Woken:
    """`next_wake_s` has come."""


Event: TypeAlias = (
    SourcesChanged
    | SizeLearned
    | Connected
    | SourceAnswered
    | FirstByte
    | BytesReceived
    | RangeDone
    | ChannelFailed
    | ChannelClosed
    | BlockProven
    | BlockRejected
    | OpinionsWanted
    | SourceRejected
    | SourceForgiven
    | WishesChanged
    | OrderChanged
    | TuningChanged
    | LimitsChanged
    | NetworkChanged
    | Woken
)
