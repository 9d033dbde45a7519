"""Second opinions: where no hash is trusted, a few received bytes are asked for again, from another source.

Which bytes are worth comparing is told from outside (`OpinionsWanted`); here it is decided who is asked for them, and
when. The rule that keeps it honest: a source gives up one turn for a sample at most ten times a second, one at a time,
and is asked for none twice; how many there are in all is bounded from outside. Once every byte is here a turn costs
nothing, and disputes are asked about one right after the other; for bytes that nobody was compared with yet one source
is asked, and not waited for long.
"""

from collections.abc import Sequence
from typing import Final

from headwater.model.decisions import Purpose
from headwater.model.events import Opinion
from headwater.model.source import SourceId
from headwater.model.spans import Span
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.dispatch import Dispatcher
from headwater.schedule.job_books import JobBooks
from headwater.schedule.source_record import SourceRecord

#: Least time between two samples of one source (s).
SPACING_S: Final = 0.1
#: How long a job whose bytes are all here waits for those to be compared that never were (s).
FIRST_PATIENCE_S: Final = 2.0


class Sampler:
    """Asks for second opinions of one job."""

    def __init__(self, books: JobBooks, dispatcher: Dispatcher) -> None:
        self._books = books
        self._dispatcher = dispatcher
        self._wanted: tuple[Opinion, ...] = ()
        self._asked: set[tuple[Span, SourceId]] = set()
        self._not_before_s: dict[SourceId, float] = {}
        #: Every byte is here, and disputes are being settled.
        self.is_settling = False
        self._settles_since_s: float | None = None

    def want(self, opinions: Sequence[Opinion]) -> None:
        """These are wanted now; earlier ones that are not among them are not wanted any more."""
        self._wanted = tuple(opinions)

    def run(self, now: float) -> None:
        """Ask every source that can bear it for one opinion."""
        if self._wanted:
            for record in self._books.ranked:
                self.offer(record, now)

    def settle(self, now: float) -> None:
        """Every byte is here: only disputes are asked about, as long as a source could settle one, and for a moment
        what was never compared."""
        if self._settles_since_s is None:
            self._settles_since_s = now
        is_early = now < self._settles_since_s + FIRST_PATIENCE_S
        self._wanted = tuple(one for one in self._wanted if one.is_disputed or (one.is_first and is_early))
        self.run(now)
        # Without a channel nothing would ever wake the scheduler again, so nothing is waited for.
        spans = {opinion.span for opinion in self._wanted}
        self.is_settling = bool(self._wanted and self._books.channels) and any(
            any(flight.purpose is Purpose.SAMPLE and flight.spans[0] in spans for flight in record.flights)
            or (self._may_sample(record, now) and self._choose(record) is not None)
            for record in self._books.ranked
        )
        if not self.is_settling:
            self._wanted = ()  # the job is over: a connection that is free now is no reason to ask on

    def go_on(self) -> None:
        """Bytes are missing (again)."""
        self._settles_since_s = None

    def offer(self, record: SourceRecord, now: float) -> None:
        """Ask one source, if it is its turn: over an idle channel, or, unless it is near, one more than work has."""
        if not self._wanted or not self._may_sample(record, now):
            return
        is_over = self._books.bytes.is_complete
        if now < self._not_before_s.get(record.source_id, 0.0) and not is_over:
            return
        if self._books.readers.is_hasty and not is_over:
            return  # a second copy can wait, a reader cannot
        opinion = self._choose(record)
        channel = False if opinion is None else self._dispatcher.spare_channel(record, now, for_sample=True)
        if opinion is None or channel is False:
            return
        used = channel if isinstance(channel, ChannelRecord) else self._books.open(record, now)
        self._asked.add((opinion.span, record.source_id))
        self._not_before_s[record.source_id] = now + SPACING_S
        self._books.ask(used, (opinion.span,), Purpose.SAMPLE, now, soft=True)

    def _may_sample(self, record: SourceRecord, now: float) -> bool:
        is_able = record.is_proven and record.constraints.can_range and record.may_be_asked(now)
        return is_able and all(flight.purpose is not Purpose.SAMPLE for flight in record.flights)

    def _choose(self, record: SourceRecord) -> Opinion | None:
        """The most wanted opinion that this source could give and nobody is being asked for."""
        in_flight = [flight.spans[0] for flight in self._books.flights() if flight.purpose is Purpose.SAMPLE]
        asked = {span for span, _ in self._asked} if self._books.bytes.is_complete else set()
        return next(
            (
                opinion
                for opinion in self._wanted
                if record.source_id not in opinion.known
                and (opinion.span, record.source_id) not in self._asked
                and (opinion.is_disputed or opinion.span not in asked)
                and record.constraints.gives(opinion.span)
                and not any(span.overlaps(opinion.span) for span in in_flight)
            ),
            None,
        )

    def __repr__(self) -> str:
        return f"<Sampler: {len(self._wanted)} opinions wanted, {len(self._asked)} asked for>"
