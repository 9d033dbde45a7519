"""One channel at work: a task that opens it, asks as told, and passes the bytes on.

Here lives the order of steps of one connection, and the merging of its bytes into few events; what to ask for is the
scheduler's, what an answer means is the driver's (`ChannelHost`). The rule: a runner ends with exactly one event,
`ChannelFailed` or `ChannelClosed`, and every byte that was accepted is told before it.
"""

import asyncio
from typing import Protocol

from headwater.channels.receiver import receive
from headwater.channels.throttle import Throttle
from headwater.engine.speed_floor import SpeedFloor
from headwater.model.channel import ChannelId
from headwater.model.errors import HeadwaterError, LocalError, Retry, SourceError
from headwater.model.events import (
    BytesReceived,
    ChannelClosed,
    ChannelFailed,
    Connected,
    Event,
    FirstByte,
    RangeDone,
)
from headwater.model.ports import Channel, ChannelRequest, Response, ResponseFacts, Sink
from headwater.model.source import SourceId
from headwater.model.spans import Span


class ChannelHost(Protocol):
    """What a runner needs of the driver."""

    def tell(self, event: Event) -> None:
        """Hand a fact to the scheduler."""
        ...

    def bytes_pending(self) -> None:
        """A runner has bytes to tell: ask for them soon with `take_pending`."""
        ...

    async def open_channel(self, source_id: SourceId) -> Channel: ...

    def request_for(self, source_id: SourceId, spans: tuple[Span, ...]) -> ChannelRequest: ...

    def judge(self, channel_id: ChannelId, source_id: SourceId, request: ChannelRequest, facts: ResponseFacts) -> bool:
        """Whether the answer to `request` is of the job's file. Either way the scheduler knows already."""
        ...

    def judge_refusal(self, source_id: SourceId, error: SourceError) -> None:
        """A source refused; its refusal may tell the file's size."""
        ...

    def body_ended(self, source_id: SourceId, end: int) -> None:
        """A body of unknown length came to its end: the file ends there. Raises `SourceError` where it may not."""
        ...

    async def sink(self) -> Sink:
        """Where bytes go; the first caller waits until the part file is open."""
        ...

    @property
    def lowest_rate_bytes_per_s(self) -> float | None:
        """What a channel has to bring more than, if it is not to be given up."""
        ...

    def throttle(self, source_id: SourceId) -> Throttle:
        """The rate limits that this channel's bytes have to keep."""
        ...


class ChannelRunner:
    """One channel of a job, from `OpenChannel` to its end. `task` results in the channel's last event."""

    def __init__(self, channel_id: ChannelId, source_id: SourceId, host: ChannelHost) -> None:
        self.channel_id = channel_id
        self.source_id = source_id
        self._host = host
        self._orders: asyncio.Queue[tuple[Span, ...]] = asyncio.Queue()
        self._response: Response | None = None
        self._stop_at: int | None = None
        self._pending_start = 0
        self._pending_end = 0
        self._told_end = 0
        self._pending_is_limited = False
        self._throttle = host.throttle(source_id)
        self._floor = SpeedFloor(None)
        self.task: asyncio.Task[ChannelFailed | ChannelClosed] = asyncio.create_task(
            self._run(), name=f"channel {channel_id}"
        )

    # ---- decisions carried out ---------------------------------------------------------------------------

    def ask(self, spans: tuple[Span, ...]) -> None:
        """Request `spans` as soon as the channel is free."""
        self._orders.put_nowait(spans)

    def truncate(self, end: int) -> None:
        """Read up to `end`, then close."""
        self._stop_at = end if self._stop_at is None else min(end, self._stop_at)
        if self._response is not None:
            self._response.stop_at(self._stop_at)

    def close(self) -> None:
        """Drop what is in flight and close."""
        self.task.cancel()

    # ---- bytes, merged -----------------------------------------------------------------------------------

    def take_pending(self) -> BytesReceived | None:
        """The bytes that came since the last call, as one event."""
        if self._pending_start == self._pending_end:
            return None
        event = BytesReceived(
            self.channel_id, Span(self._pending_start, self._pending_end), limited=self._pending_is_limited
        )
        self._told_end = self._pending_end
        self._pending_start = self._pending_end = 0
        self._pending_is_limited = False
        return event

    def has_pending_before(self, end: int) -> bool:
        """Whether bytes came since the last call that lie before `end`."""
        return self._pending_start < min(end, self._pending_end)

    # ---- channels.receiver.ReceiverObserver --------------------------------------------------------------

    def first_byte(self, latency_s: float) -> None:
        self._host.tell(FirstByte(self.channel_id, latency_s))

    def received(self, span: Span, limited: bool) -> None:
        if span.start != self._pending_end or self._pending_start == self._pending_end:
            if (event := self.take_pending()) is not None:
                self._host.tell(event)
            self._pending_start = span.start
            self._host.bytes_pending()
        self._pending_end = span.end
        self._floor.brought(span.size, limited=limited)
        self._pending_is_limited = self._pending_is_limited or limited

    # ---- the task ----------------------------------------------------------------------------------------

    async def _run(self) -> ChannelFailed | ChannelClosed:
        try:
            channel = await self._host.open_channel(self.source_id)
            try:
                await self._serve(channel)
            finally:
                await channel.close()
        except SourceError as error:
            self._host.judge_refusal(self.source_id, error)
            return ChannelFailed(
                self.channel_id, error.retry, str(error), status=error.status, retry_after_s=error.retry_after_s
            )
        except LocalError:
            raise
        except HeadwaterError as error:  # a URL that no connector takes: this source will never serve
            return ChannelFailed(self.channel_id, Retry.NEVER, str(error))
        return ChannelClosed(self.channel_id)

    async def _serve(self, channel: Channel) -> None:
        """Carry out requests one after another until the connection is spent."""
        while True:
            spans = await self._orders.get()
            request = self._host.request_for(self.source_id, spans)
            response = await channel.request(request)
            try:
                if not await self._take_answer(request, response):
                    return
            finally:
                self._response = None
                await response.close()
            reusable = response.reusable and self._stop_at is None
            self._host.tell(RangeDone(self.channel_id, reusable=reusable))
            if not reusable:
                return

    async def _take_answer(self, request: ChannelRequest, response: Response) -> bool:
        """Judge an answer and pass its body on; false when it is not of this file."""
        facts = response.facts
        if facts.connect_s is not None:
            self._host.tell(Connected(self.channel_id, facts.connect_s))
        if not self._host.judge(self.channel_id, self.source_id, request, facts):
            return False
        sink = await self._host.sink()
        self._response = response
        if self._stop_at is not None:
            response.stop_at(self._stop_at)
        async with SpeedFloor(self._host.lowest_rate_bytes_per_s) as self._floor:
            await receive(response, sink, self.source_id, self._throttle, self)
        is_last = facts.size_bytes is None and len(facts.spans) == 1 and facts.spans[0].is_open
        if is_last and self._stop_at is None:
            self._host.body_ended(self.source_id, max(self._pending_end, self._told_end, facts.spans[0].start))
        return True

    def __repr__(self) -> str:
        state = "ended" if self.task.done() else "receiving" if self._response is not None else "waiting"
        return f"<ChannelRunner {self.channel_id} of source {self.source_id}, {state}>"
