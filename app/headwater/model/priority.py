"""What readers and people want first: wishes, and the order of the bytes."""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from headwater.model.spans import Span

#: Number of a reader of output streams within its job.
ReaderId = NewType("ReaderId", int)


class Urgency(Enum):
    """How badly a reader wants its window."""

    BACKGROUND = 0  # would be nice before the rest
    PLAYING = 1  # consumes at some pace; the window must stay ahead of it
    BLOCKED = 2  # stands still until these bytes are there


@dataclass(frozen=True, slots=True)
class Wish:
    """What one reader of an output stream wants next: `window_bytes` from `position`."""

    reader_id: ReaderId
    position: int
    window_bytes: int
    urgency: Urgency


class OrderKind(Enum):
    """The user's order for the bytes nobody wishes for right now."""

    SEQUENTIAL = "sequential"
    FIRST_AND_LAST = "first and last"


@dataclass(frozen=True, slots=True)
class PriorityOrder:
    """The order of a job's bytes below the readers' wishes.

    `spans` come first, in the order given; the rest follows as `kind` says.
    """

    kind: OrderKind = OrderKind.SEQUENTIAL
    spans: tuple[Span, ...] = ()
