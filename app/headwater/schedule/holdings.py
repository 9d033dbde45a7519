"""Which bytes of the file a source gives: as announced, as its answers show, and as presumed in between.

A refusal says only that *some* byte of what was asked for is lacking, and nothing of the bytes beside it. Mirrors lack
long runs of bytes (what has not been copied yet, what was dropped), so that the nearest answer tells most: a byte is
doubted where a refusal is nearer than a byte that was given, as far from the refusal as the run of refusals is long. So
what is lacking is found in a few requests, each as far away as all before, and its edges by halving. As soon as one
source of a job refused, each is asked for a little amid all that it has said nothing of (`unexplored`): what it does
not hold counts long before it would be asked for it. The rule that keeps it honest: nothing is doubted without a
refusal, and what no other source can be asked for is asked for in spite of a presumption (`lift`), often enough to find
every edge.
"""

from bisect import insort
from collections.abc import Iterable, Iterator
from typing import Final

from headwater.model.spans import UNKNOWN_END, Span, SpanSet

#: Edges of what a source lacks are found to so many bytes; more finely only where no other source has them.
GRAIN_BYTES: Final = 16 * 1024
#: How often presumptions are lifted for one source, before what it lacks is taken for known.
MOST_LIFTS: Final = 32
#: So many refusals are halved each time.
MOST_HALVED: Final = 4
#: Where mirrors lack parts, rooms without an answer are looked into that are longer than such a part of the file, and
#: than so many bytes.
EXPLORED_PARTS: Final = 8
LEAST_ROOM_BYTES: Final = 1024 * 1024
#: An idle source is asked so often for bytes that it is presumed to lack.
MOST_FEELERS: Final = 16


class Holdings:
    """What one source holds. `announced` None: all of the file, as far as is known."""

    __slots__ = (
        "_announced",
        "_doubted",
        "_explores",
        "_feelers",
        "_given",
        "_grain_bytes",
        "_is_explored",
        "_lifted",
        "_lifts",
        "_refused",
        "_withheld",
    )

    def __init__(self, announced: Iterable[Span] | None = None) -> None:
        self._announced = None if announced is None else SpanSet(announced)
        self._given = SpanSet()
        self._refused: list[Span] = []  # disjoint and in order; touching ones stay apart, each lacks a byte
        self._doubted = SpanSet()
        self._lifted = SpanSet()
        self._withheld = SpanSet()
        self._lifts = self._feelers = 0
        self._grain_bytes = GRAIN_BYTES
        #: Whether all bytes are taken for like the nearest answer, and whether there are enough answers for that.
        self._explores = self._is_explored = False

    def announce(self, spans: Iterable[Span]) -> None:
        """The source says what it holds; what it was seen to refuse stays doubted."""
        self._announced = SpanSet(spans)

    def note_given(self, spans: Iterable[Span]) -> None:
        """The source began to give these bytes."""
        for span in spans:
            self._given.add(span)
            self._withheld.discard(span)
            if self._refused:
                self._cut(span)
        if self._refused or self._doubted:
            self._weigh()

    def note_refused(self, spans: Iterable[Span]) -> None:
        """The source answered that it does not hold these bytes, each span by itself."""
        for span in spans:
            rivals = [each for each in self._refused if each.overlaps(span)]
            if any(each.size <= span.size for each in rivals):
                continue  # a finer answer tells where the fault lies
            self._given.discard(span)
            self._refused = [each for each in self._refused if each not in rivals]
            insort(self._refused, span)
        self._lifted = SpanSet()
        self._weigh()

    def lift(self, spans: Iterable[Span]) -> None:
        """Nobody else can be asked for these bytes: presume nothing of them, and look for edges as finely as can be."""
        if self._lifts < MOST_LIFTS and self._doubted:
            self._lifts += 1
            self._grain_bytes = 1
            self._lifted.update(spans)
            self._withheld = SpanSet()
            doubtful = [each for each in self._refused if each.size > 1 and self._lifted.overlaps(each)]
            for each in doubtful[:MOST_HALVED]:
                self._refused.remove(each)
                self._withheld.add(Span(each.start + each.size // 2, each.end))
            self._weigh()

    def feel(self, wanted: SpanSet) -> None:
        """The source has nothing else to give: have it asked for a few of the `wanted` bytes, farthest from answers."""
        rooms = SpanSet(part for span in wanted for part in self._doubted.within(span))
        rooms.difference_update(self._refused)
        if self._feelers < MOST_FEELERS and rooms:
            self._feelers += 1
            room = max(rooms, key=lambda span: span.size)
            middle = (room.start + room.end) // 2
            self._lifted.add(Span(middle, min(middle + GRAIN_BYTES, room.end)))
            self._weigh()

    def unexplored(self, end: int) -> Span | None:
        """Others lack parts of the file, which ends at `end`, and this one may, too: what lies amid the longest room
        without an answer, None once none is long. From then on all bytes are taken for like the nearest answer."""
        if self._announced is not None or self._is_explored:
            return None
        if not self._explores:
            self._explores = True
            self._weigh()
        answered = self._given.copy()
        answered.update(self._refused)
        room = max(answered.gaps(Span(0, end)), key=lambda span: span.size, default=None)
        if room is None or room.size < max(end // EXPLORED_PARTS, LEAST_ROOM_BYTES):
            self._is_explored = True
            return None
        return Span(room.start + room.size // 4, room.end - room.size // 4)

    def look_into(self, span: Span) -> None:
        """Have it asked for these bytes, whatever is presumed of them."""
        if self._doubted.overlaps(span):
            self._lifted.add(span)
            self._weigh()

    def forget(self) -> None:
        """Doubt nothing any more: the user wants it tried again."""
        self._refused, self._doubted, self._lifted = [], SpanSet(), SpanSet()
        self._lifts = self._feelers = 0
        self._explores = self._is_explored = False
        self._grain_bytes = GRAIN_BYTES

    @property
    def is_whole(self) -> bool:
        """Whether nothing speaks against its holding all of the file."""
        return self._announced is None and not self._doubted

    @property
    def is_doubted(self) -> bool:
        """Whether it is not asked for bytes that it may hold after all."""
        return bool(self._doubted)

    @property
    def known(self) -> SpanSet | None:
        """The bytes that may be asked for, None for all of the file."""
        if self._announced is not None:
            held = self._announced.copy()
            held.difference_update(self._doubted)
            return held
        return SpanSet(self._doubted.gaps(Span(0, UNKNOWN_END))) if self._doubted else None

    def covers(self, span: Span) -> bool:
        """Whether every byte of `span` may be asked for."""
        if self._announced is not None and not self._announced.covers(span):
            return False
        return not self._doubted.overlaps(span)

    def lacks(self, span: Span) -> bool:
        """Whether some byte of `span` is known, not only presumed, to be lacking."""
        if self._announced is not None and not self._announced.covers(span):
            return True
        return any(span.covers(refused) for refused in self._refused)

    def parts(self, span: Span) -> Iterator[Span]:
        """The parts of `span` that may be asked for, in order."""
        if self._announced is None:
            yield from self._doubted.gaps(span)
            return
        for held in self._announced.within(span):
            yield from self._doubted.gaps(held)

    def __repr__(self) -> str:
        return f"<Holdings announced {self._announced}, doubted {self._doubted}>"

    # ---- doubt -------------------------------------------------------------------------------------------

    def _cut(self, span: Span) -> None:
        """These bytes were given: what is lacking lies in the rest of what was refused."""
        left: list[Span] = []
        for refused in self._refused:
            if not refused.overlaps(span):
                left.append(refused)
                continue
            rests = list(SpanSet([span]).gaps(refused))
            if len(rests) == 1:  # of two it may be either
                left += rests
        self._refused = left

    def _weigh(self) -> None:
        """Find anew what is doubted, between each two runs of bytes that were given."""
        presumed, doubted = SpanSet(), SpanSet()
        for room in self._given.gaps(Span(0, UNKNOWN_END)):
            refused = [span for span in self._refused if room.covers(span)]
            for run in _runs(refused):
                reach = 0 if run.is_open else UNKNOWN_END if self._explores else run.size
                low, high = run.start - reach, run.end + reach
                if room.start:
                    low = max(low, (room.start + run.start + 1) // 2)
                if not room.is_open:
                    high = min(high, (run.end + room.end) // 2)
                presumed.add(Span(max(low, room.start), min(high, room.end)))
            doubted.update(self._narrowed(room, refused))
        presumed.difference_update(self._refused)
        presumed.difference_update(self._lifted)
        doubted.update(presumed)
        doubted.update(self._withheld)
        self._doubted = doubted

    def _narrowed(self, room: Span, refused: list[Span]) -> list[Span]:
        """Refusals without the half that touches bytes which were given: an edge lies in one that touches them."""
        if not refused:
            return refused
        first, *rest = refused
        if first.start == room.start > 0 and first.size > self._grain_bytes:
            return [Span(first.start + first.size // 2, first.end), *rest]
        *rest, last = refused
        if last.end == room.end < UNKNOWN_END and last.size > self._grain_bytes:
            return [*rest, Span(last.start, last.end - last.size // 2)]
        return refused


def _runs(refused: Iterable[Span]) -> Iterator[Span]:
    """Refusals that lie no farther from each other than they are long, joined."""
    joined: list[Span] = []
    for span in refused:
        joined.append(span)
        while len(joined) > 1 and joined[-1].start - joined[-2].end <= joined[-1].size + joined[-2].size:
            last = joined.pop()
            joined[-1] = Span(joined[-1].start, last.end)
    return iter(joined)
