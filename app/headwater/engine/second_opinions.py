"""Second opinions for one job whose file nothing proves: what to have compared, and what came of it, in words.

Content knows which bytes are worth comparing and compares them; the scheduler decides who is asked. Here the two are
joined, and disagreements become lines of the activity log. The rule: with a trusted hash nothing is asked for.
"""

from collections.abc import Callable

from headwater.content.facts import BytesCompared, SpoilerNamed
from headwater.content.io_dispatcher import IoDispatcher
from headwater.engine.job import Job
from headwater.model.events import Event, Opinion, OpinionsWanted
from headwater.model.snapshots import StepIn
from headwater.model.source import SourceId


class SecondOpinions:
    """`tell` hands an event to the scheduler, `note` takes a line for the activity log."""

    def __init__(
        self, job: Job, tell: Callable[[Event], None], note: Callable[[StepIn, SourceId | None, str], None]
    ) -> None:
        self._job = job
        self._tell = tell
        self._note = note
        self._told: tuple[Opinion, ...] = ()

    def want(self, dispatcher: IoDispatcher | None, samples: int) -> None:
        """Tell the scheduler what is wanted now, where that has changed."""
        is_possible = dispatcher is not None and not dispatcher.is_trusting and len(self._job.sources) > 1
        opinions: tuple[Opinion, ...] = ()
        if dispatcher is not None and is_possible and samples:
            opinions = tuple(
                Opinion(wish.span, wish.known, wish.is_disputed) for wish in dispatcher.wanted_opinions(samples)
            )
        if opinions != self._told:
            self._told = opinions
            self._tell(OpinionsWanted(opinions))

    def compared(self, fact: BytesCompared) -> None:
        """Two sources brought the same bytes."""
        if not fact.agree:
            words = f"{self._host(fact.kept)} and {self._host(fact.rival)} differ in the bytes {fact.span}."
            self._note(StepIn.DISAGREED, fact.rival, words)

    def outvoted(self, fact: SpoilerNamed) -> None:
        """It is known who brought the bad bytes."""
        spans = ", ".join(str(span) for span in fact.spans[:8]) + (", …" if len(fact.spans) > 8 else "")
        self._note(StepIn.DISAGREED, fact.source_id, f"{self._host(fact.source_id)} brought bad bytes: {spans}.")

    def _host(self, source_id: SourceId | None) -> str:
        source = self._job.sources.get(source_id) if source_id is not None else None
        return source.host if source is not None else "a former source"

    def __repr__(self) -> str:
        return f"<SecondOpinions of {self._job.job_id}: {len(self._told)} wanted>"
