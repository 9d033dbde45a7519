"""A simulated reader that jumps: reads here and there, each as soon as the one before is done, as a viewer does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from headwater.model.events import WishesChanged
from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.spans import Span, SpanSet
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.simulation.scenario import Scenario
from headwater.simulation.world import World

#: How often the reader looks whether its bytes are there (s).
LOOK_S: Final = 0.01
#: What an output stream asks for at least, and wishes for behind its reader.
GRAIN_BYTES: Final = 64 * 1024
WINDOW_BYTES: Final = 1024**2


@dataclass(frozen=True, slots=True)
class Wait:
    """A read and when it began and was done (s)."""

    span: Span
    began_s: float
    done_s: float

    @property
    def took_s(self) -> float:
        return self.done_s - self.began_s


class JumpingReader:
    """Reads `spans` in turn from `starts_s` on; `waits` are those done."""

    def __init__(self, spans: Sequence[Span], starts_s: float) -> None:
        self.waits: list[Wait] = []
        self._left = list(spans)
        self._began_s = starts_s
        self._told: tuple[Wish, ...] = ()

    def play(self, now: float, received: SpanSet) -> WishesChanged | None:
        """The wishes as they are now, when they changed."""
        if now < self._began_s:
            return None
        while self._left and received.covers(self._left[0]):
            self.waits.append(Wait(self._left.pop(0), self._began_s, now))
            self._began_s = now
        wishes: tuple[Wish, ...] = ()
        if self._left:
            span = self._left[0]
            at = min(received.run_from(span.start), span.end - 1)
            least = max(span.end - at, GRAIN_BYTES)
            wishes = (
                Wish(ReaderId(0), at, least, Urgency.BLOCKED),
                Wish(ReaderId(0), at, WINDOW_BYTES, Urgency.PLAYING),
            )
        if wishes == self._told:
            return None
        self._told = wishes
        return WishesChanged(wishes)


def read_while_it_comes(scenario: Scenario, spans: Sequence[Span], starts_s: float) -> tuple[list[Wait], float]:
    """Run the product's scheduler until the file is complete; what each read waited, and when all was there (s)."""
    reader = JumpingReader(spans, starts_s)
    scheduler = PrioritizationScheduler(size_bytes=scenario.size_bytes)
    trace = World(scenario, scheduler, 1, reader, report_every_s=LOOK_S).run(1000.0)
    assert trace.completed_s is not None
    return reader.waits, trace.completed_s
