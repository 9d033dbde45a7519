"""Facts that content tells the engine, beside `BlockProven` and `BlockRejected` of `model.events`. Values only."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from headwater.model.errors import LocalError
from headwater.model.events import BlockProven, BlockRejected
from headwater.model.priority import Wish
from headwater.model.source import SourceId
from headwater.model.spans import Span


@dataclass(frozen=True, slots=True)
class WishesMoved:
    """What all readers of this file's output streams want now, in the order in which they were opened."""

    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class StorageFailed:
    """The disk refused. Bytes that did not reach it are no longer among the received; the rest is kept.

    No more bytes are accepted until `IoDispatcher.recover` succeeds.
    """

    error: LocalError


@dataclass(frozen=True, slots=True)
class SpoilerNamed:
    """A bad block of several suppliers came anew and was compared: `source_id` brought the bad bytes in `spans`.

    `by_rank`: nobody knows that they are bad; one that ranks better brought others, and no third could be asked.
    `by_itself`: it brought others itself when it was asked again, so that nothing it brings belongs together.
    """

    source_id: SourceId
    block: Span
    spans: tuple[Span, ...]
    by_rank: bool = False
    by_itself: bool = False


@dataclass(frozen=True, slots=True)
class BytesCompared:
    """Two sources brought the same bytes: whether they agree. `kept` is whose bytes the file has."""

    span: Span
    kept: SourceId | None
    rival: SourceId
    agree: bool


Fact: TypeAlias = BlockProven | BlockRejected | WishesMoved | StorageFailed | SpoilerNamed | BytesCompared
Report: TypeAlias = Callable[[Fact], None]
