"""Second opinions: where no hash is trusted, a few received bytes are asked for again, from another source.

Which bytes are worth comparing is told from outside (`OpinionsWanted`); here it is decided who is asked for them, and
when. The rule that keeps it honest: a sample never takes the place of bytes that are still missing. It goes over one
more request than the source has for ordinary work, one at a time a source, and is asked of nobody twice.
"""

from collections.abc import Sequence

from headwater.model.decisions import Purpose
from headwater.model.events import Opinion
from headwater.model.source import SourceId
from headwater.model.spans import Span
from headwater.schedule.dispatch import Dispatcher
from headwater.schedule.job_books import JobBooks
from headwater.schedule.source_scheduler import ChannelRecord, SourceRecord


class Sampler:
    """Asks for second opinions of one job."""

    def __init__(self, books: JobBooks, dispatcher: Dispatcher) -> None:
        self._books = books
        self._dispatcher = dispatcher
        self._wanted: tuple[Opinion, ...] = ()
        self._asked: set[tuple[Span, SourceId]] = set()

    def want(self, opinions: Sequence[Opinion]) -> None:
        """These are wanted now; earlier ones that are not among them are not wanted any more."""
        self._wanted = tuple(opinions)

    def run(self, now: float) -> None:
        """Ask every source that can bear it for one opinion."""
        if not self._wanted:
            return
        in_flight = [flight.spans[0] for flight in self._books.flights() if flight.purpose is Purpose.SAMPLE]
        for record in self._books.ranked:
            if not self._may_sample(record, now):
                continue
            opinion = self._choose(record, in_flight)
            if opinion is None:
                continue
            channel = self._dispatcher.channel_for_rescue(record, now)
            if channel is False:
                continue
            used = channel if isinstance(channel, ChannelRecord) else self._books.open(record, now)
            self._asked.add((opinion.span, record.source_id))
            in_flight.append(opinion.span)
            self._books.ask(used, (opinion.span,), Purpose.SAMPLE, now, soft=True)

    def _may_sample(self, record: SourceRecord, now: float) -> bool:
        is_able = record.is_proven and record.constraints.can_range and record.may_be_asked(now)
        return is_able and all(flight.purpose is not Purpose.SAMPLE for flight in record.flights)

    def _choose(self, record: SourceRecord, in_flight: Sequence[Span]) -> Opinion | None:
        """The most wanted opinion that this source could give and was not asked for."""
        return next(
            (
                opinion
                for opinion in self._wanted
                if record.source_id not in opinion.known
                and (opinion.span, record.source_id) not in self._asked
                and record.constraints.gives(opinion.span)
                and not any(span.overlaps(opinion.span) for span in in_flight)
            ),
            None,
        )

    def __repr__(self) -> str:
        return f"<Sampler: {len(self._wanted)} opinions wanted, {len(self._asked)} asked for>"
