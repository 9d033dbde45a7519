"""Second opinions for one job whose file nothing proves: what to have compared, and what came of it, in words.

Content knows which bytes are worth comparing and compares them; the scheduler decides who is asked. Here the two are
joined, and disagreements become lines of the activity log. A dispute that no third source can settle goes to the one
that ranks better, before two versions are joined. The rule: with a trusted hash nothing is asked for, and
bytes of a source that nobody can ask any more are kept only as long as no present one contradicts them.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Final

from headwater.content.facts import BytesCompared, SpoilerNamed
from headwater.content.io_dispatcher import IoDispatcher
from headwater.engine.job import Job
from headwater.model.events import Event, Opinion, OpinionsWanted, SourceRejected
from headwater.model.hashing import TREE_LEAF_BYTES
from headwater.model.snapshots import StepIn
from headwater.model.source import SourceId
from headwater.model.wording import say

#: Blocks of former sources that a present one has to bring too before the file counts as complete, and of present ones
#: that have no mark of their version.
_URGENT_SAMPLES: Final = 4
#: Of a small file fewer blocks than wished for are compared, so that samples cost 2 % of it by default; this many at
#: least, and all of it for those who wish for more than `_ALL_SAMPLES`.
_LEAST_SAMPLES: Final = 4
_ALL_SAMPLES: Final = 3200
_DOUBTED: Final = say("it differs from other sources, and what else it brought could not be compared")


class SecondOpinions:
    """`tell` hands an event to the scheduler, `note` takes a line for the activity log, `disown` gives up all that a
    source brought."""

    def __init__(
        self,
        job: Job,
        tell: Callable[[Event], None],
        note: Callable[[StepIn, SourceId | None, str], None],
        disown: Callable[[SourceId], None],
    ) -> None:
        self._job = job
        self._tell = tell
        self._note = note
        self._disown = disown
        self._told: tuple[Opinion, ...] = ()
        self._disowned: set[SourceId] = set()

    def begin(self) -> None:
        """There is a new scheduler, which was told nothing yet."""
        self._told = ()

    def want(self, dispatcher: IoDispatcher | None, samples: int, unmarked: Collection[SourceId] = ()) -> None:
        """Tell the scheduler what is wanted now, where that has changed.

        What `unmarked` sources brought they are asked for again themselves: no mark says that it is of one version.
        """
        opinions: tuple[Opinion, ...] = ()
        if dispatcher is not None and not dispatcher.is_trusting and samples:
            for source_id in unmarked:
                dispatcher.compare_repeats(source_id)
            present = self._job.sources.keys()
            if unmarked or len(present | dispatcher.suppliers.keys()) > 1:
                leaves = -(-(dispatcher.size_bytes or 0) // TREE_LEAF_BYTES)
                share = max(_LEAST_SAMPLES, leaves * samples // _ALL_SAMPLES)
                opinions = self._opinions(dispatcher, min(samples, share), frozenset(unmarked))
        if opinions != self._told:
            self._told = opinions
            self._tell(OpinionsWanted(opinions))

    def settle(self, dispatcher: IoDispatcher, ranked: Sequence[SourceId], *, may_wait: bool) -> None:
        """Settle what nobody is left to settle; `ranked` are the sources that may be asked, best first.

        Those that lost before come last, so that a ranking that changes does not join two versions. With `may_wait` a
        dispute is left as it is while one of them has not brought its opinion; without, whoever lost one and could not
        be looked into since is believed in nothing.
        """
        if dispatcher.is_trusting:
            return
        if dispatcher.has_disputes:
            order = sorted(ranked, key=lambda source_id: dispatcher.repair.blamed.get(source_id, 0))
            dispatcher.settle_disputes(order, ranked if may_wait else ())
        if not may_wait:
            for source_id in dispatcher.doubted:
                self._tell(SourceRejected(source_id, _DOUBTED))
                self._disown(source_id)

    def _opinions(self, dispatcher: IoDispatcher, samples: int, unmarked: frozenset[SourceId]) -> tuple[Opinion, ...]:
        """What content wants. As urgent as disputes are a few opinions on the bytes of sources that are gone, or whose
        next answer may be of another version."""
        present, suppliers = self._job.sources.keys(), dispatcher.suppliers.keys()
        urgent = _URGENT_SAMPLES
        opinions = []
        for wish in dispatcher.wanted_opinions(samples):
            is_urgent = urgent > 0 and (present.isdisjoint(wish.known) or not unmarked.isdisjoint(wish.known))
            urgent -= is_urgent
            known = set(wish.known)
            if wish.is_first:
                known |= present - suppliers  # who brought nothing vouches for nobody
            elif not wish.is_disputed:
                known -= unmarked
            opinions.append(Opinion(wish.span, tuple(sorted(known)), wish.is_disputed or is_urgent, wish.is_first))
        return tuple(opinions)

    def compared(self, fact: BytesCompared) -> None:
        """Two sources brought the same bytes."""
        if not fact.agree:
            words = say(
                "{first} and {second} differ in the bytes {span}.",
                first=self._host(fact.kept),
                second=self._host(fact.rival),
                span=fact.span,
            )
            self._note(StepIn.DISAGREED, fact.rival, words)
            kept = fact.kept
            if kept is not None and kept not in self._job.sources and kept not in self._disowned:
                self._disowned.add(kept)
                self._note(StepIn.REPAIRED, fact.rival, say("All that the former source brought is fetched anew."))
                self._disown(kept)

    def outvoted(self, fact: SpoilerNamed) -> None:
        """It is known who brought the bad bytes."""
        spans = ", ".join(str(span) for span in fact.spans[:8]) + (", …" if len(fact.spans) > 8 else "")
        host = self._host(fact.source_id)
        if fact.by_itself:
            words = say("{host} sent other bytes for {spans} when it was asked again.", host=host, spans=spans)
            self._note(StepIn.DISAGREED, fact.source_id, words)
            return
        words = say(
            "A source that ranks better differs from {host}, whose bytes are not taken: {spans}.",
            host=host,
            spans=spans,
        )
        self._note(
            StepIn.DISAGREED,
            fact.source_id,
            words if fact.by_rank else say("{host} brought bad bytes: {spans}.", host=host, spans=spans),
        )

    def _host(self, source_id: SourceId | None) -> str:
        source = self._job.sources.get(source_id) if source_id is not None else None
        return source.host if source is not None else say("a former source")

    def __repr__(self) -> str:
        return f"<SecondOpinions of {self._job.job_id}: {len(self._told)} wanted>"
