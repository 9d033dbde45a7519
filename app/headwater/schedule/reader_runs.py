"""Which readers have jumped and wait: for a while after a jump what they wait for goes before everything else.

A reader that reads on where it was is served well by order alone. One that jumps (a player that seeks, a viewer that
looks an index up) waits for its first bytes, and most often for the next jump's after that: latency is all it feels.
Whoever copies the file from its beginning, much at a time, has not jumped there: haste would keep connections from
growing just as the job begins. The rule that keeps it honest: a long read in order never counts as a jump, however
often it waits.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.spans import UNKNOWN_END, Span, SpanSet

#: A reader that goes on within so many bytes of where it was has not jumped.
SLACK_BYTES: Final = 256 * 1024
#: One that got so far since it jumped will most likely read on: requests may follow each other without a pause.
READS_ON_BYTES: Final = 256 * 1024
#: After a jump, so many bytes in order are wanted as soon as can be; from then on it plays.
FRESH_BYTES: Final = 4 * 1024**2
#: Whoever began at the file's beginning and asks for so much at once copies the file.
COPY_BYTES: Final = 512 * 1024
#: The next jump often follows: the road is kept clear so long after the last wait (s).
CALM_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class _Run:
    """Where a reader began to read in order, how far it came, and whether it copies the file."""

    start: int
    end: int
    copies: bool = False

    @property
    def plays(self) -> bool:
        """Whether it read on from the file's beginning through all that was wanted soon: no jump follows any more."""
        return self.start <= SLACK_BYTES and self.end - self.start >= FRESH_BYTES


class ReaderRuns:
    """Where each reader began to read in order, what those that jumped wait for, and whether haste is called for."""

    __slots__ = ("_calm_s", "_fresh", "_runs", "is_hasty", "jumps", "reads_on", "wanted")

    def __init__(self) -> None:
        self._runs: dict[ReaderId, _Run] = {}
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

    def note(self, wishes: Iterable[Wish], received: SpanSet) -> tuple[Wish, ...]:
        """Take all wishes as they are now; a reader may have gone through all that was received where it stood.

        Returns them as they are to be served: whoever copies the file wants all that follows, and stands still nearly
        always; what gave way to it now would be what it wants next.
        """
        runs: dict[ReaderId, _Run] = {}
        served: list[Wish] = []
        fresh: list[Span] = []
        read_on: list[bool] = []
        for wish in wishes:
            known = runs.get(wish.reader_id) or self._runs.get(wish.reader_id)
            run = known or _Run(wish.position, wish.position)
            goes_on = run.start <= wish.position <= max(run.end, received.run_from(run.end)) + SLACK_BYTES
            if goes_on:
                run = replace(run, end=max(run.end, wish.position))
            is_blocked = wish.urgency is Urgency.BLOCKED
            has_jumped = is_blocked and (known is None or not goes_on)
            if has_jumped:
                run = _Run(wish.position, wish.position)
            if is_blocked and run.start <= SLACK_BYTES and wish.window_bytes >= COPY_BYTES:
                run = replace(run, copies=True)
            runs[wish.reader_id] = run
            if run.copies and (goes_on or has_jumped):
                served.append(Wish(wish.reader_id, wish.position, UNKNOWN_END - wish.position, Urgency.PLAYING))
                continue
            served.append(wish)
            self.jumps += has_jumped
            wanted_end = min(wish.position + wish.window_bytes, run.start + FRESH_BYTES)
            if is_blocked and wish.position < wanted_end:
                fresh.append(Span(wish.position, wanted_end))
                read_on.append(wish.position - run.start >= READS_ON_BYTES)
        self._runs, self._fresh = runs, tuple(fresh)
        if read_on:
            self.reads_on = all(read_on)
        if runs and all(run.plays for run in runs.values()):
            self.wanted, self._calm_s = SpanSet(), -inf
        return tuple(served)

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
