"""The simulated network: discrete events in virtual time, bytes as a fluid between them.

`World` drives a scheduler through the very door the product's job driver uses, and reports facts as the driver does:
`BytesReceived` of a channel are put together for `REPORT_EVERY_S` and flushed before any other event of the channel.
Rates are max-min fair within a source and behind the access link, and are recomputed when something changes.

A connection costs one latency to open and each request one more until its first byte; TCP slow start doubles from ten
segments each latency until the fair share is reached. A source that dies breaks its connections, and refuses new ones
until it is back; a connection over `max_connections` is refused.

No policy lives here: what is asked of whom is the scheduler's. A scheduler that breaks the door's contract (asks a busy
channel, a channel it never opened, bytes outside the file) is stopped with `ContractBrokenError`.
"""

import heapq
import itertools
import math
from collections import deque
from collections.abc import Callable
from typing import Any, Final, Protocol

from headwater.model.channel import ChannelId, ChannelState
from headwater.model.decisions import CloseChannel, Decision, Hedge, OpenChannel, Probe, Request, SetAside, Truncate
from headwater.model.errors import HeadwaterError, Retry
from headwater.model.events import (
    BytesReceived,
    ChannelClosed,
    ChannelFailed,
    Connected,
    Event,
    FirstByte,
    RangeDone,
    SourceAnswered,
    SourcesChanged,
    WishesChanged,
    Woken,
)
from headwater.model.source import SourceId, Support
from headwater.model.spans import Span, SpanSet
from headwater.simulation.connection import Connection
from headwater.simulation.realised_rates import realise
from headwater.simulation.scenario import Scenario
from headwater.simulation.server import Server
from headwater.simulation.sharing import fair_level
from headwater.simulation.trace import Trace

#: How long received bytes of a channel are put together before the scheduler is told.
REPORT_EVERY_S: Final = 0.05
#: A scheduler that wants to be woken again at once gets this pause, so that virtual time moves on.
MIN_PAUSE_S: Final = 0.001


class Scheduler(Protocol):
    """The door of `schedule.prioritization_scheduler`, as far as a world needs it."""

    @property
    def next_wake_s(self) -> float | None: ...

    @property
    def is_complete(self) -> bool: ...

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]: ...


class Reader(Protocol):
    """Whoever reads the file while it comes, such as `player.Player`."""

    def play(self, now: float, received: SpanSet) -> WishesChanged | None:
        """Read on with what is there; the wishes, when they changed."""
        ...


class ContractBrokenError(HeadwaterError):
    """The scheduler decided something that its door does not allow."""


class World:
    """One run of a scenario against a scheduler. Not reusable. `run` returns the record."""

    def __init__(
        self,
        scenario: Scenario,
        scheduler: Scheduler,
        seed: int | None = None,
        player: Reader | None = None,
        report_every_s: float = REPORT_EVERY_S,
    ) -> None:
        self.scenario = scenario
        self.scheduler = scheduler
        self.seed = scenario.seed if seed is None else seed
        self.now = 0.0
        self.trace = Trace(scenario.size_bytes)
        self._servers = [
            Server(realised, self.seed, number) for number, realised in enumerate(realise(scenario, self.seed))
        ]
        self._connections: dict[ChannelId, Connection] = {}
        self._used_ids: set[ChannelId] = set()
        self._agenda: list[tuple[float, int, Callable[..., None], tuple[Any, ...]]] = []
        self._ticket = itertools.count()
        self._facts: deque[Event] = deque()
        self._woken_s = -math.inf
        self._player = player
        self._report_every_s = report_every_s

    def at(self, when_s: float, action: Callable[..., None], *arguments: Any) -> None:
        """Put `action(*arguments)` on the agenda at `when_s`."""
        heapq.heappush(self._agenda, (when_s, next(self._ticket), action, arguments))

    def tell(self, event: Event) -> None:
        """Tell the scheduler a fact when the present action is over; facts keep their order."""
        self._facts.append(event)

    def run(self, until_s: float) -> Trace:
        """Run until the file is whole, or `until_s` has come."""
        for server in self._servers:
            self._expect_change(server)
        self.at(self._report_every_s, self._tick)
        self._play()
        self.tell(SourcesChanged(tuple(server.profile() for server in self._servers)))
        self._settle_decisions()
        while self.trace.completed_s is None:
            due_s = self._agenda[0][0]
            wake_s = self._next_wake_s()
            if min(due_s, wake_s) > until_s:
                self.now = until_s
                break
            if wake_s < due_s:
                self.now = self._woken_s = max(self.now, wake_s)
                self.trace.wakes += 1
                self.tell(Woken())
            else:
                due_s, _, action, arguments = heapq.heappop(self._agenda)
                self.now = due_s
                action(*arguments)
            self._settle_decisions()
        self.trace.ended_s = self.now
        return self.trace

    def _next_wake_s(self) -> float:
        wake_s = self.scheduler.next_wake_s
        return math.inf if wake_s is None else max(wake_s, self._woken_s + MIN_PAUSE_S)

    def _settle_decisions(self) -> None:
        while self._facts:
            event = self._facts.popleft()
            self.trace.events += 1
            for decision in self.scheduler.handle(event, self.now):
                self.trace.decisions += 1
                self._carry_out(decision)

    # Decisions -----------------------------------------------------------------------------------------------

    def _carry_out(self, decision: Decision) -> None:
        match decision:
            case OpenChannel(channel_id, source_id):
                self._open(channel_id, source_id)
            case Request(channel_id, spans) | Hedge(channel_id, spans) | Probe(channel_id, spans):
                self._ask(channel_id, spans)
            case Truncate(channel_id, end):
                self._truncate(channel_id, end)
            case CloseChannel(channel_id):
                self._close(channel_id)
            case SetAside():
                self.trace.set_aside.append((self.now, decision))

    def _open(self, channel_id: ChannelId, source_id: SourceId) -> None:
        if channel_id in self._used_ids or not 0 <= source_id < len(self._servers):
            raise ContractBrokenError(f"channel {channel_id} to source {source_id} cannot be opened")
        self._used_ids.add(channel_id)
        self.trace.connections += 1
        server = self._servers[source_id]
        connection = self._connections[channel_id] = Connection(channel_id, server.number)
        refused = server.is_full
        if not refused:
            server.connections[channel_id] = connection
        connect_s = server.latency_s()
        self.at(self.now + connect_s, self._connected, connection, connect_s, refused)

    def _connected(self, connection: Connection, connect_s: float, refused: bool) -> None:
        if connection.state is ChannelState.CLOSED:
            return
        server = self._servers[connection.source]
        if server.shape.dead:
            self._fail(connection, Retry.LATER, "connection refused")
        elif refused:
            self._fail(connection, Retry.LATER, "too many connections", status=503)
        else:
            connection.state = ChannelState.IDLE
            connection.doubling_left_s = server.shape.latency_s
            self.tell(Connected(connection.channel_id, connect_s))
            if connection.spans:
                self._send(connection)

    def _ask(self, channel_id: ChannelId, spans: tuple[Span, ...]) -> None:
        connection = self._connections.get(channel_id)
        if connection is None:
            if channel_id in self._used_ids:
                return  # it is gone, and the scheduler will hear of it next
            raise ContractBrokenError(f"channel {channel_id} was never opened")
        if not spans:
            raise ContractBrokenError(f"channel {channel_id} was asked for nothing")
        size = self.scenario.size_bytes
        closed = tuple(Span(span.start, size) if span.is_open and span.start < size else span for span in spans)
        if any(span.end > size for span in closed):
            raise ContractBrokenError(f"channel {channel_id} was asked for bytes outside the file: {spans}")
        if connection.spans or connection.state not in {ChannelState.OPENING, ChannelState.IDLE}:
            raise ContractBrokenError(f"{connection!r} was asked while busy")
        connection.ask(closed)
        self.trace.requests += 1
        if connection.state is ChannelState.IDLE:
            self._send(connection)

    def _send(self, connection: Connection) -> None:
        connection.state = ChannelState.WAITING
        connection.asked_s = self.now
        self.at(self.now + self._servers[connection.source].latency_s(), self._answered, connection)

    def _truncate(self, channel_id: ChannelId, end: int) -> None:
        connection = self._connections.get(channel_id)
        if connection is None or connection.state is ChannelState.IDLE:
            return  # it ended of itself, and the scheduler will hear of it next
        self._move(connection)
        connection.truncate(end)
        is_receiving = connection.state is ChannelState.RECEIVING
        if not connection.spans and (connection.is_span_done or not is_receiving):
            self._end(connection)
        elif is_receiving:
            self._rebalance(self._servers[connection.source])

    def _close(self, channel_id: ChannelId) -> None:
        connection = self._connections.get(channel_id)
        if connection is not None:
            self._drop(connection)
            self.tell(ChannelClosed(channel_id))

    # What happens to connections -------------------------------------------------------------------------------

    def _answered(self, connection: Connection) -> None:
        if connection.state is not ChannelState.WAITING:
            return
        server = self._servers[connection.source]
        shape = server.shape
        several = len(connection.spans) > 1
        multi_range = Support.UNKNOWN
        if several:
            multi_range = Support.YES if shape.multi_range else Support.NO
        self.tell(SourceAnswered(connection.channel_id, Support.YES if shape.ranges else Support.NO, multi_range))
        if several and not shape.multi_range:
            self._fail(connection, Retry.NOW, "the server ignores multi-range requests")
        elif not shape.ranges and connection.spans[0].start > 0:
            self._fail(connection, Retry.OTHER_SPAN, "the server gives the file from its beginning only")
        elif not server.holds(connection.spans):
            self.trace.refused_spans += 1
            self._fail(connection, Retry.OTHER_SPAN, "range not satisfiable", status=416)
        else:
            self.tell(FirstByte(connection.channel_id, self.now - connection.asked_s))
            connection.state = ChannelState.RECEIVING
            connection.begin_span(self.now)
            server.flowing.append(connection)
            self._rebalance(server)

    def _end(self, connection: Connection) -> None:
        """The request's last byte is there (or it was cut short before its first)."""
        self._move(connection)
        self._report(connection)
        if connection.closes_at_end:
            self._drop(connection)
            self.tell(RangeDone(connection.channel_id, reusable=False))
        else:
            connection.state = ChannelState.IDLE
            self._servers[connection.source].flowing.remove(connection)
            self.tell(RangeDone(connection.channel_id))
            self._rebalance(self._servers[connection.source])

    def _fail(self, connection: Connection, retry: Retry, reason: str, *, status: int | None = None) -> None:
        self._drop(connection)
        self.tell(ChannelFailed(connection.channel_id, retry, reason, status))

    def _drop(self, connection: Connection) -> None:
        """Take a connection off the network, after its bytes were told."""
        server = self._servers[connection.source]
        if connection.state is ChannelState.RECEIVING:
            self._move(connection)
            self._report(connection)
            server.flowing.remove(connection)
        connection.state = ChannelState.CLOSED
        server.connections.pop(connection.channel_id, None)
        del self._connections[connection.channel_id]
        self._rebalance(server)

    def _expect_change(self, server: Server) -> None:
        change_s = server.realised.next_change_s(self.now)
        if change_s is not None:
            self.at(change_s, self._change, server)

    def _change(self, server: Server) -> None:
        """An event of the scenario, or a new second with its own chance."""
        server.change(self.now)
        if server.shape.dead:
            for connection in list(server.connections.values()):
                if connection.state is not ChannelState.OPENING:
                    self._fail(connection, Retry.NOW, "connection reset")
        self._rebalance(server)
        self._expect_change(server)

    # Bytes -----------------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        for server in self._servers:
            for connection in server.flowing:
                self._move(connection)
                self._report(connection)
        self.trace.note_order(self.scenario.playhead.position if self.scenario.playhead else 0)
        self._play()
        self.at(self.now + self._report_every_s, self._tick)

    def _play(self) -> None:
        wishes = self._player.play(self.now, self.trace.received) if self._player else None
        if wishes is not None:
            self.tell(wishes)

    def _move(self, connection: Connection) -> None:
        """Let a connection's bytes flow up to now, and write them down."""
        if connection.state is not ChannelState.RECEIVING:
            return
        began_s, start = connection.at_s, int(connection.position)
        connection.advance(self.now)
        end = connection.end if connection.is_span_done else int(connection.position)
        if end > start:
            self.trace.take(Span(start, end), connection.source, began_s, self.now)

    def _report(self, connection: Connection) -> None:
        """Tell the scheduler what came on a channel since the last time."""
        position = connection.end if connection.is_span_done else int(connection.position)
        if position > connection.reported:
            self.tell(BytesReceived(connection.channel_id, Span(connection.reported, position)))
            connection.reported = position

    def _due(self, server: Server, version: int) -> None:
        """A span of this source ends, or a slow start's window doubles."""
        if version != server.version:
            return
        for connection in list(server.flowing):
            self._move(connection)
            if connection.is_span_done:
                if connection.spans:
                    self._report(connection)
                    connection.begin_span(self.now)
                else:
                    self._end(connection)
            elif connection.window_bytes is not None and connection.doubling_left_s <= 1e-9:
                connection.window_bytes *= 2
                connection.doubling_left_s = server.shape.latency_s
        self._rebalance(server)

    # Rates -----------------------------------------------------------------------------------------------------

    def _rebalance(self, server: Server) -> None:
        """Share this source's rate anew; with an access link in the way, everybody's."""
        server.share()
        access = self.scenario.access_rate_bytes_per_s
        if access is None:
            self._set_rates(server, math.inf)
            return
        level = fair_level([c.wants for each in self._servers for c in each.flowing], access)
        for each in self._servers:
            if each is server or any(min(c.wants, level) != c.rate for c in each.flowing):
                self._set_rates(each, level)

    def _set_rates(self, server: Server, level: float) -> None:
        due_s = math.inf
        latency_s = server.shape.latency_s
        for connection in server.flowing:
            rate = min(connection.wants, level)
            if rate != connection.rate or connection.at_s == self.now:
                self._move(connection)
                connection.rate = rate
            if connection.window_bytes is not None and 0 < rate < connection.window_rate(latency_s) * (1 - 1e-9):
                connection.window_bytes = None
            due_s = min(due_s, connection.due_s())
        server.version += 1
        if due_s < math.inf:
            self.at(max(due_s, self.now), self._due, server, server.version)
