"""What each running job's channels did lately: the curves of the channels graph, kept while nobody looks.

Channel numbers are never used twice, so a job that reconnects often would grow a curve a connection. Here a curve
belongs to a *line*: the n-th connection to a source that is open at the same time. Two resolutions are kept: every
sample of the last `FINE_S`, and means over `COARSE_STEP_S` of the last `COARSE_S`.

The rule that keeps it honest: a curve shows what came. The scheduler's rate of a channel is what that channel can do
while it has its source to itself; two that take turns would add up to twice what their source gives.
"""

from collections import Counter, deque
from dataclasses import dataclass, field
from math import exp
from typing import Final, NamedTuple

from headwater.model.channel import ChannelId, ChannelState
from headwater.model.snapshots import ChannelSnapshot, JobSampled, SchedulerActed, SourceSnapshot
from headwater.model.source import SourceId
from headwater_ui.widgets.curve import Curve

FINE_S: Final = 75.0
COARSE_S: Final = 1800.0
COARSE_STEP_S: Final = 2.0
#: Over about so long what came is evened out: bytes are told of in bursts.
_EVEN_S: Final = 0.5
#: A curve that was silent for longer begins anew (s).
_GAP_S: Final = 1.5
_COARSE_GAP_S: Final = 2.5 * COARSE_STEP_S
#: Less than this of what was (bytes/s) is nothing.
_LEAST_RATE: Final = 1.0


class Line(NamedTuple):
    """One curve's identity: the `number`-th open connection (from 0) to a source."""

    source_id: SourceId
    number: int


class _Flow(NamedTuple):
    """What a channel had brought when it was last seen, and the bytes per second that came of late."""

    received_bytes: int
    rate_bytes_per_s: float


@dataclass(slots=True)
class Curves:
    """The curves of one resolution, by line; one that was silent for more than `gap_s` begins anew."""

    gap_s: float = _GAP_S
    rate: dict[Line, Curve] = field(default_factory=dict)
    latency: dict[Line, Curve] = field(default_factory=dict)
    total: Curve = field(default_factory=Curve)

    def add(self, line: Line, at_s: float, rate_bytes_per_s: float, latency_s: float | None) -> None:
        """One sample."""
        self.rate.setdefault(line, Curve()).append(at_s, rate_bytes_per_s, self.gap_s)
        if latency_s is not None:
            self.latency.setdefault(line, Curve()).append(at_s, latency_s, self.gap_s)

    def copy(self) -> "Curves":
        """Curves of their own with the points so far."""
        rate, latency = ({line: one.copy() for line, one in kept.items()} for kept in (self.rate, self.latency))
        return Curves(self.gap_s, rate, latency, self.total.copy())

    def forget_before(self, at_s: float) -> None:
        for curves in (self.rate, self.latency):
            for line in [line for line, curve in curves.items() if curve.last_s < at_s]:
                del curves[line]
            for curve in curves.values():
                curve.forget_before(at_s)
        self.total.forget_before(at_s)


class ChannelHistory:
    """The curves and marks of one job. Times are the feed's, monotonic seconds."""

    def __init__(self) -> None:
        self.fine = Curves()
        self.coarse = Curves(_COARSE_GAP_S)
        self.marks: deque[SchedulerActed] = deque(maxlen=500)
        self._hosts: dict[SourceId, str] = {}
        self._names: dict[SourceId, str] = {}
        self.last_s = 0.0
        self._lines: dict[ChannelId, Line] = {}
        self._flows: dict[ChannelId, _Flow] = {}
        self._sums: dict[Line, tuple[float, int, float | None]] = {}
        self._coarse_due_s = 0.0
        self._trim_due_s = 0.0

    def sample(self, event: JobSampled) -> None:
        """Take one sample of the job's channels."""
        now = event.at_s
        for source in event.sources:
            self._name(source)
        opened = self._seat(event.channels)
        self._follow(opened, now)
        self.last_s = now
        self.fine.total.append(now, sum(flow.rate_bytes_per_s for flow in self._flows.values()))
        for channel in opened:
            line, rate = self._lines[channel.channel_id], self._flows[channel.channel_id].rate_bytes_per_s
            self.fine.add(line, now, rate, channel.latency_s)
            total, count, _ = self._sums.get(line, (0.0, 0, None))
            self._sums[line] = (total + rate, count + 1, channel.latency_s)
        if now >= self._coarse_due_s:
            together = 0.0
            for line, (total, count, latency_s) in self._sums.items():
                self.coarse.add(line, now, total / count, latency_s)
                together += total / count
            self.coarse.total.append(now, together)
            self._sums.clear()
            self._coarse_due_s = now + COARSE_STEP_S
        if now >= self._trim_due_s:
            self.fine.forget_before(now - FINE_S)
            self.coarse.forget_before(now - COARSE_S)
            self._trim_due_s = now + 5.0

    def mark(self, act: SchedulerActed) -> None:
        """The scheduler stepped in."""
        self.marks.append(act)

    def held(self) -> "ChannelHistory":
        """This moment's curves and marks, which later samples and forgetting leave alone."""
        made = ChannelHistory()
        made.fine, made.coarse = self.fine.copy(), self.coarse.copy()
        made.marks.extend(self.marks)
        made._names, made.last_s = dict(self._names), self.last_s
        return made

    def name_of(self, source_id: SourceId) -> str:
        """A source's host; where several have the same, with which of them it is."""
        return self._names.get(source_id, f"source {source_id}")

    def line_of(self, channel_id: ChannelId) -> Line | None:
        return self._lines.get(channel_id)

    def __repr__(self) -> str:
        return f"<ChannelHistory {len(self.fine.rate)} lines, {len(self.marks)} marks, last {self.last_s:.1f} s>"

    def _name(self, source: SourceSnapshot) -> None:
        if self._hosts.get(source.source_id) != source.host:
            self._hosts[source.source_id] = source.host
            seen = Counter(self._hosts.values())
            alike: Counter[str] = Counter()
            for source_id, host in sorted(self._hosts.items()):
                alike[host] += 1
                self._names[source_id] = host if seen[host] == 1 else f"{host} ({alike[host]})"

    def _follow(self, opened: list[ChannelSnapshot], now: float) -> None:
        """Take note of what each open channel brought since the last sample."""
        passed_s = now - self.last_s
        flows: dict[ChannelId, _Flow] = {}
        for channel in opened:
            brought, rate = self._flows.get(channel.channel_id, _Flow(0, 0.0))
            if self.last_s == 0.0 or channel.received_bytes < brought:
                rate = channel.rate_bytes_per_s  # when it brought that, nobody saw
            elif passed_s > 0:
                came = (channel.received_bytes - brought) / passed_s
                rate += (came - rate) * (1 - exp(-passed_s / _EVEN_S))
                rate = rate if rate >= _LEAST_RATE else 0.0
            flows[channel.channel_id] = _Flow(channel.received_bytes, rate)
        self._flows = flows

    def _seat(self, channels: tuple[ChannelSnapshot, ...]) -> list[ChannelSnapshot]:
        """The open channels, each given a line: the one it has, or the lowest free one of its source."""
        opened = [channel for channel in channels if channel.state is not ChannelState.CLOSED]
        ids = {channel.channel_id for channel in opened}
        self._lines = {channel_id: line for channel_id, line in self._lines.items() if channel_id in ids}
        taken = set(self._lines.values())
        for channel in opened:
            if channel.channel_id not in self._lines:
                number = 0
                while Line(channel.source_id, number) in taken:
                    number += 1
                line = Line(channel.source_id, number)
                self._lines[channel.channel_id] = line
                taken.add(line)
        return opened
