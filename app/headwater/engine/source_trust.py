"""Whom a job believes: whose bytes are compared with others', who was found out, and what that costs.

What is worth comparing is `second_opinions`' and content's, who is asked the scheduler's. Here lies what follows for a
source: when it is asked no more, and that all it brought is fetched anew. The rule: a source loses nothing but for
bytes that content judged, and all that it brought only where no hash would find the rest of what is wrong.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Collection
from typing import Final

from headwater.content.facts import BytesCompared, SpoilerNamed
from headwater.content.io_dispatcher import IoDispatcher
from headwater.engine.attempt import tuning_of
from headwater.engine.job import Job
from headwater.engine.job_storage import JobStorage
from headwater.engine.second_opinions import SecondOpinions
from headwater.engine.services import Services
from headwater.model.events import BlockRejected, Event, SourceRejected
from headwater.model.snapshots import StepIn
from headwater.model.source import SourceId, SourceState
from headwater.model.wording import marked, say
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler

#: From a source's first answer until there should be something of it to compare.
_SOON_S: Final = 0.02
_UNMARKED: Final = marked(
    "{host} gives the file another mark (ETag) from answer to answer, though nothing else of it changes: the mark is"
    " passed over. Where no hash is trusted, samples of what came are asked for again and compared."
)
_TWO_VERSIONS: Final = say("it sends different bytes for the same part of the file, and no mark tells them apart")


class SourceTrust:
    """For one run. `scheduler` gives the one that works now, `tell` hands it an event, `note` takes a line for the
    activity log. `unmarked` gives the sources whose marks say nothing of their versions."""

    def __init__(
        self,
        job: Job,
        services: Services,
        storage: JobStorage,
        *,
        scheduler: Callable[[], PrioritizationScheduler | None],
        tell: Callable[[Event], None],
        note: Callable[[StepIn, SourceId | None, str], None],
        unmarked: Callable[[], Collection[SourceId]],
    ) -> None:
        self._job = job
        self._services = services
        self._storage = storage
        self._scheduler = scheduler
        self._tell = tell
        self._note = note
        self._find_unmarked = unmarked
        self._noted: set[SourceId] = set()
        self._opinions = SecondOpinions(job, tell, note, self._disown)
        #: How often each source was found out.
        self._spoiled: Counter[SourceId] = Counter()
        self._answered: set[SourceId] = set()

    def begin(self) -> None:
        """There is a new scheduler, which was told nothing yet."""
        self._opinions.begin()
        self.look()

    def look(self) -> None:
        """Settle what no source is left to settle, and have what is worth it compared."""
        self.settle(may_wait=True)
        unmarked = self._find_unmarked()
        for source_id in set(unmarked) - self._noted:
            self._noted.add(source_id)
            self._note(StepIn.LEARNED, source_id, say(_UNMARKED, host=self._job.host_of(source_id)))
        self._opinions.want(self._storage.dispatcher, tuning_of(self._job, self._services).samples, unmarked)

    def answered(self, source_id: SourceId) -> None:
        """A source answers. With the second one bytes can be compared: a short job has no time to wait for a tick."""
        if source_id not in self._answered:
            self._answered.add(source_id)
            if len(self._answered) > 1:
                asyncio.get_running_loop().call_later(_SOON_S, self.look)

    def asks_on(self, dispatcher: IoDispatcher) -> bool:
        """Whether sources are being asked, now that all is here, about what differs or was never compared."""
        scheduler = self._scheduler()
        if scheduler is None or dispatcher.is_trusting:
            return False
        self.look()
        return not scheduler.is_complete

    def settle(self, *, may_wait: bool) -> None:
        """Let the ranking settle disputes; with `may_wait` only those that no source is left to settle."""
        scheduler, dispatcher = self._scheduler(), self._storage.dispatcher
        if scheduler is not None and dispatcher is not None and (dispatcher.has_disputes or not may_wait):
            standings = sorted(scheduler.sources(self._services.clock.monotonic_s()), key=lambda one: one.rank)
            unusable = (SourceState.SET_ASIDE, SourceState.DISABLED)
            ranked = [one.source_id for one in standings if one.state not in unusable]
            self._opinions.settle(dispatcher, ranked, may_wait=may_wait)

    def rejected(self, fact: BlockRejected) -> None:
        """A block proved wrong. Where votes have found it, `SpoilerNamed` was told before and counted already."""
        if fact.blamed is not None and self._is_trusting:
            self._blame(fact.blamed, by_rank=False)

    def compared(self, fact: BytesCompared) -> None:
        """Two sources brought the same bytes."""
        self._opinions.compared(fact)

    def named(self, fact: SpoilerNamed) -> None:
        """It is known who brought the bad bytes. One that contradicts itself has two versions at least."""
        self._opinions.outvoted(fact)
        if fact.by_itself:
            self._tell(SourceRejected(fact.source_id, _TWO_VERSIONS))
            self._disown(fact.source_id)
        else:
            self._blame(fact.source_id, by_rank=fact.by_rank)

    def forgive(self, source_id: SourceId) -> None:
        """Count nothing of what a source did so far."""
        self._spoiled.pop(source_id, None)

    def _blame(self, source_id: SourceId, *, by_rank: bool) -> None:
        """A source was found out, at once or after its block had come anew; one that spoils many is not asked again.

        Where no hash will find the rest of what it spoiled, all that it brought is fetched anew.
        """
        self._spoiled[source_id] += 1
        count = self._spoiled[source_id]
        if count < tuning_of(self._job, self._services).bad_blocks:
            return
        words = say("it delivered {count} bad blocks", one="it delivered {count} bad block", count=count)
        if by_rank:
            words = say(
                "it differs from sources that rank better in {count} blocks",
                one="it differs from sources that rank better in {count} block",
                count=count,
            )
        self._tell(SourceRejected(source_id, words))
        self._disown(source_id)

    def _disown(self, source_id: SourceId) -> None:
        """Fetch anew all that a source brought, unless a hash will tell what of it is wrong."""
        dispatcher = self._storage.dispatcher
        if dispatcher is not None and not dispatcher.is_trusting:
            dispatcher.disown(source_id)

    @property
    def _is_trusting(self) -> bool:
        """Whether blocks are judged by hashes, not by votes."""
        dispatcher = self._storage.dispatcher
        return dispatcher is not None and dispatcher.is_trusting

    def __repr__(self) -> str:
        return f"<SourceTrust of {self._job.job_id}: found out {dict(self._spoiled)}, {self._opinions!r}>"
