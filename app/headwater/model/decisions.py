"""What the scheduler wants done. The job driver carries decisions out in the order given, and decides nothing.

A range in flight cannot be shortened on HTTP/1.1: `Truncate` closes the connection once `end` is reached,
and what that costs stands in the decision. `why` is a plain sentence for the activity log.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from headwater.model.channel import ChannelId
from headwater.model.source import SourceId
from headwater.model.spans import Span


class Purpose(Enum):
    """Why a span is asked for now, in the words of the scheduler's parts."""

    FIRST = "first bytes of a source not measured yet"
    BULK = "next bytes in priority order"
    URGENT = "a reader waits for these bytes"
    ADVANCED = "bytes due in a later interval"
    TAKE_OVER = "rest of a late or dead channel"
    REPAIR = "a bad block, fetched anew"
    SAMPLE = "compared with what another source brought"
    END_GAME = "end game"


@dataclass(frozen=True, slots=True)
class OpenChannel:
    """Make a channel to a source. The number is new; a `Request` for it may follow at once."""

    channel_id: ChannelId
    source_id: SourceId
    why: str = ""


@dataclass(frozen=True, slots=True)
class CloseChannel:
    """Close a channel; what it has in flight is abandoned and already counted as free."""

    channel_id: ChannelId
    why: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """Ask an idle (or just opened) channel for `spans`, in this order; several need multi-range support.

    A span with `is_open` means: from its start to the end of the file, wherever that is.
    """

    channel_id: ChannelId
    spans: tuple[Span, ...]
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Truncate:
    """Let a channel read up to `end`, then close it. `cost_bytes`: what the closing is worth in lost time."""

    channel_id: ChannelId
    end: int
    cost_bytes: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Hedge:
    """Ask `channel_id` for bytes that `rival_id` is already asked for; the first to bring a byte wins."""

    channel_id: ChannelId
    spans: tuple[Span, ...]
    rival_id: ChannelId
    why: str = ""


@dataclass(frozen=True, slots=True)
class Probe:
    """Ask an idle (or just opened) channel for a few bytes, to learn what its source is worth now."""

    channel_id: ChannelId
    spans: tuple[Span, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Do not use a source: until `until_s` on the events' clock, or for good when that is None."""

    source_id: SourceId
    reason: str
    until_s: float | None = None


Decision: TypeAlias = OpenChannel | CloseChannel | Request | Truncate | Hedge | Probe | SetAside
