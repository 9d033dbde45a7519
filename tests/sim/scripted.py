"""A scheduler that does what a test tells it, behind the real door, and notes every fact it hears."""

from collections.abc import Callable, Sequence

from headwater.model.channel import ChannelId
from headwater.model.decisions import Decision, OpenChannel, Purpose, Request
from headwater.model.events import Event, SourcesChanged
from headwater.model.source import SourceId
from headwater.model.spans import Span

React = Callable[[Event, float], Sequence[Decision]]


def opened(channel: int, source: int) -> OpenChannel:
    return OpenChannel(ChannelId(channel), SourceId(source))


def asked(channel: int, *spans: tuple[int, int]) -> Request:
    return Request(ChannelId(channel), tuple(Span(start, end) for start, end in spans), Purpose.BULK)


class Scripted:
    """Answers `SourcesChanged` with `at_first`, other events with what `react` returns; wakes at `wakes`, in order."""

    is_complete = False

    def __init__(
        self, at_first: Sequence[Decision], react: React = lambda _event, _now: (), wakes: Sequence[float] = ()
    ) -> None:
        self.heard: list[tuple[float, Event]] = []
        self._at_first = tuple(at_first)
        self._react = react
        self._wakes = list(wakes)

    @property
    def next_wake_s(self) -> float | None:
        return self._wakes[0] if self._wakes else None

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
        self.heard.append((now, event))
        while self._wakes and self._wakes[0] <= now:
            self._wakes.pop(0)
        if isinstance(event, SourcesChanged):
            return self._at_first
        return tuple(self._react(event, now))

    def times_of(self, kind: type[Event]) -> list[float]:
        """When facts of that kind were heard."""
        return [now for now, event in self.heard if isinstance(event, kind)]
