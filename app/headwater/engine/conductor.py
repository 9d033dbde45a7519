"""Joins one scheduler to its channels: events in, decisions carried out, timers kept.

Decides nothing: what the scheduler says is done in the order given, and what follows from it is told. It knows neither
storage nor names nor the job's state; the driver judges answers and is told when it is over. The rule: bytes are merged
to one event a channel every 50 ms, and a channel's bytes are told before any other event of it, and before a reader
who had them wishes for what follows.
"""

import asyncio
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Final, Protocol

from headwater.engine.channel_runner import ChannelRunner
from headwater.model.channel import ChannelId
from headwater.model.decisions import CloseChannel, Decision, Hedge, OpenChannel, Probe, Request, SetAside, Truncate
from headwater.model.events import (
    BlockRejected,
    BytesReceived,
    ChannelClosed,
    ChannelFailed,
    Connected,
    Event,
    FirstByte,
    RangeDone,
    SourceAnswered,
    SourceRejected,
    SourcesChanged,
    WishesChanged,
    Woken,
)
from headwater.model.snapshots import StepIn
from headwater.model.source import SourceId

#: Longest time for which received bytes wait to be told.
MERGE_S: Final = 0.05
#: A wake-up is never sooner than this, whatever is asked for: the loop must breathe.
_SHORTEST_WAKE_S: Final = 0.001

_OF_A_CHANNEL = (Connected, FirstByte, SourceAnswered, RangeDone, ChannelFailed, ChannelClosed)
_MAY_END_HOPE = (BlockRejected, ChannelFailed, ChannelClosed, SourceRejected, SourcesChanged, Woken, RangeDone)


class Note(Protocol):
    """A moment at which the scheduler stepped in, for the activity log."""

    @property
    def at_s(self) -> float: ...

    @property
    def kind(self) -> StepIn: ...

    @property
    def source_id(self) -> SourceId | None: ...

    @property
    def words(self) -> str: ...


class Scheduler(Protocol):
    """The scheduler's door, as far as it is used here (`schedule.prioritization_scheduler`)."""

    @property
    def next_wake_s(self) -> float | None: ...

    @property
    def is_complete(self) -> bool: ...

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]: ...

    def verdict(self, now: float) -> str | None: ...

    def take_notes(self) -> Sequence[Note]: ...


class Ending(Enum):
    """How a scheduler's life with its channels ended."""

    COMPLETE = "every byte is here"
    HOPELESS = "no source can bring what is missing"


class Conductor:
    """One scheduler and its channels.

    `monotonic_s` is the clock of all events, `make_runner` starts a channel's task, `noted` hears what goes into the
    activity log. `over` hears each `Ending` with a sentence, possibly again until `close`; `broke` hears what a channel
    met that is no source's fault (`LocalError`, or a fault of the program), `brought` the bytes as they are told.
    """

    def __init__(
        self,
        scheduler: Scheduler,
        monotonic_s: Callable[[], float],
        *,
        make_runner: Callable[[ChannelId, SourceId], ChannelRunner],
        noted: Callable[[Note], None],
        over: Callable[[Ending, str], None],
        broke: Callable[[BaseException], None],
        brought: Callable[[SourceId, int], None] = lambda _source_id, _count: None,
    ) -> None:
        self._scheduler = scheduler
        self._monotonic_s = monotonic_s
        self._make_runner = make_runner
        self._noted = noted
        self._over = over
        self._broke = broke
        self._brought = brought
        self._loop = asyncio.get_running_loop()
        self._runners: dict[ChannelId, ChannelRunner] = {}
        self._wake: asyncio.TimerHandle | None = None
        self._wake_at_s: float | None = None
        self._merge: asyncio.TimerHandle | None = None
        self._is_closed = False

    def tell(self, event: Event) -> None:
        """Hand a fact to the scheduler and carry out what it decides. Does nothing once closed."""
        if self._is_closed:
            return
        if isinstance(event, _OF_A_CHANNEL):
            runner = self._runners.get(event.channel_id)
            if runner is not None and (pending := runner.take_pending()) is not None:
                self._handle(pending)
        elif isinstance(event, BlockRejected):
            # Bytes of the block may not be told yet; told afterwards, they would pass for a new copy.
            for runner in tuple(self._runners.values()):
                if (pending := runner.take_pending()) is not None:
                    self._handle(pending)
        elif isinstance(event, WishesChanged):
            # Told afterwards, bytes that were read already would look skipped, and their reader as if it had jumped.
            end = max((wish.position for wish in event.wishes), default=0)
            for runner in tuple(self._runners.values()):
                if runner.has_pending_before(end) and (pending := runner.take_pending()) is not None:
                    self._handle(pending)
        self._handle(event)
        self._look_around(event)

    @property
    def in_use(self) -> tuple[int, int]:
        """How many sources and how many channels are in use."""
        return len({runner.source_id for runner in self._runners.values()}), len(self._runners)

    def bytes_pending(self) -> None:
        """See that merged bytes are told within `MERGE_S`."""
        if self._merge is None and not self._is_closed:
            self._merge = self._loop.call_later(MERGE_S, self._tell_pending)

    async def close(self) -> None:
        """Close all channels and stop all timers; returns when the last connection is released."""
        self._is_closed = True
        for timer in (self._wake, self._merge):
            if timer is not None:
                timer.cancel()
        tasks = [runner.task for runner in self._runners.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # ---- the inside --------------------------------------------------------------------------------------

    def _tell_pending(self) -> None:
        self._merge = None
        told: BytesReceived | None = None
        for runner in tuple(self._runners.values()):
            if (pending := runner.take_pending()) is not None:
                self._handle(pending)
                told = pending
        if told is not None:
            self._look_around(told)

    def _handle(self, event: Event) -> None:
        if isinstance(event, BytesReceived) and (bringer := self._runners.get(event.channel_id)) is not None:
            self._brought(bringer.source_id, event.span.size)
        for decision in self._scheduler.handle(event, self._monotonic_s()):
            self._carry_out(decision)

    def _carry_out(self, decision: Decision) -> None:
        if isinstance(decision, SetAside):
            return  # for people: the scheduler itself keeps to it
        channel_id = decision.channel_id
        if isinstance(decision, OpenChannel):
            runner = self._make_runner(channel_id, decision.source_id)
            self._runners[channel_id] = runner
            runner.task.add_done_callback(lambda task: self._channel_ended(channel_id, task))
        elif (found := self._runners.get(channel_id)) is not None:
            if isinstance(decision, Request | Hedge | Probe):
                found.ask(decision.spans)
            elif isinstance(decision, Truncate):
                found.truncate(decision.end)
            elif isinstance(decision, CloseChannel):
                found.close()

    def _channel_ended(self, channel_id: ChannelId, task: "asyncio.Task[ChannelFailed | ChannelClosed]") -> None:
        error = None if task.cancelled() else task.exception()
        if self._is_closed:
            return
        if error is not None:
            self._broke(error)
        self.tell(ChannelClosed(channel_id) if task.cancelled() or error is not None else task.result())
        del self._runners[channel_id]

    def _look_around(self, event: Event) -> None:
        """After an event: is it over, and when must the scheduler be woken?"""
        for note in self._scheduler.take_notes():
            self._noted(note)
        if self._scheduler.is_complete:
            self._over(Ending.COMPLETE, "")
        elif isinstance(event, _MAY_END_HOPE):
            verdict = self._scheduler.verdict(self._monotonic_s())
            if verdict is not None:
                self._over(Ending.HOPELESS, verdict)
        self._arm()

    def _arm(self) -> None:
        at_s = self._scheduler.next_wake_s
        if at_s == self._wake_at_s and (self._wake is not None or at_s is None):
            return
        if self._wake is not None:
            self._wake.cancel()
            self._wake = None
        self._wake_at_s = at_s
        if at_s is not None:
            delay_s = max(_SHORTEST_WAKE_S, at_s - self._monotonic_s())
            self._wake = self._loop.call_later(delay_s, self._wake_up)

    def _wake_up(self) -> None:
        self._wake = self._wake_at_s = None
        self.tell(Woken())

    def __repr__(self) -> str:
        return f"<Conductor of {len(self._runners)} channels, {'closed' if self._is_closed else 'open'}>"
