"""Which readers have jumped and wait: for a while after a jump what they wait for goes before everything else.

A reader that reads on where it was is served well by order alone. One that jumps (a player that seeks, a viewer that
looks an index up) waits for its first bytes, and most often for the next jump's after that: latency is all it feels.
The rule that keeps it honest: a long read in order never counts as a jump, however often it waits.
"""

from collections.abc import Iterable
from math import inf
from typing import Final

from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.spans import Span, SpanSet

#: A reader that goes on within so many bytes of where it was has not jumped.
SLACK_BYTES: Final = 256 * 1024
#: One that got so far since it jumped will most likely read on: requests may follow each other without a pause.
READS_ON_BYTES: Final = 256 * 1024
#: After a jump, so many bytes in order are wanted as soon as can be; from then on it plays.
FRESH_BYTES: Final = 4 * 1024**2
#: The next jump often follows: the road is kept clear so long after the last wait (s).
CALM_S: Final = 1.0


class ReaderRuns:
    """Where each reader began to read in order, what those that jumped wait for, and whether haste is called for."""

    __slots__ = ("_calm_s", "_fresh", "_runs", "is_hasty", "jumps", "reads_on", "wanted")

    def __init__(self) -> None:
        #: Where each reader's present run began, and how far it came.
        self._runs: dict[ReaderId, tuple[int, int]] = {}
        self._fresh: tuple[Span, ...] = ()
        self._calm_s = -inf
        #: How often a reader jumped to where it has to wait.
        self.jumps = 0
        #: What readers that jumped wait for, and what is not here of it.
        self.wanted = SpanSet()
        #: Whether all of them have read on for a while since they jumped.
        self.reads_on = False
        #: Whether one waits, or did so a moment ago.
        self.is_hasty = False

    def note(self, wishes: Iterable[Wish], received: SpanSet) -> None:
        """All wishes as they are now; a reader may have gone through all that was received where it stood."""
        runs: dict[ReaderId, tuple[int, int]] = {}
        fresh: list[Span] = []
        read_on: list[bool] = []
        for wish in wishes:
            known = runs.get(wish.reader_id) or self._runs.get(wish.reader_id)
            start, end = known or (wish.position, wish.position)
            goes_on = start <= wish.position <= max(end, received.run_from(end)) + SLACK_BYTES
            if wish.urgency is Urgency.BLOCKED:
                if not goes_on or known is None:
                    start = end = wish.position
                    self.jumps += 1
                wanted_end = min(wish.position + wish.window_bytes, start + FRESH_BYTES)
                if wish.position < wanted_end:
                    fresh.append(Span(wish.position, wanted_end))
                    read_on.append(wish.position - start >= READS_ON_BYTES)
            if goes_on:
                end = max(end, wish.position)
            runs[wish.reader_id] = start, end
        self._runs, self._fresh = runs, tuple(fresh)
        if read_on:
            self.reads_on = all(read_on)

    def look(self, received: SpanSet, end: int, now: float) -> None:
        """Bytes came, or time passed; the file ends at `end`."""
        was_waiting = self.is_waiting
        if not self._fresh and not was_waiting:  # as nearly always
            self.is_hasty = now < self._calm_s
            return
        self.wanted = SpanSet()
        for span in self._fresh:
            if span.start < end:
                self.wanted.update(received.gaps(Span(span.start, min(span.end, end))))
        if was_waiting or self.is_waiting:
            self._calm_s = now + CALM_S
        self.is_hasty = now < self._calm_s

    @property
    def is_waiting(self) -> bool:
        """Whether a reader that has jumped stands still."""
        return bool(self.wanted)

    def __repr__(self) -> str:
        return f"<ReaderRuns {self._runs}, waiting for {', '.join(map(str, self._fresh)) or 'nothing'}>"
