"""One job's place on the disk: its name, its `.part` file, the dispatcher and the readers' streams upon it.

The dispatcher can only be opened when the file has a name, and that may first be told by an answer; until then bytes
wait in the network. The rule: before the first byte is written, the catalog knows where.
"""

import asyncio
from collections.abc import Callable
from typing import Final

from headwater.content.deliveries import Deliveries
from headwater.content.facts import Fact, WishesMoved
from headwater.content.io_dispatcher import IoDispatcher
from headwater.content.relocation import is_elsewhere
from headwater.content.trust import weigh
from headwater.engine.categories import categorized
from headwater.engine.destination import (
    PART_SUFFIX,
    chosen_name,
    cut_name,
    name_from_answer,
    refuse_taken,
    reserve_part_path,
)
from headwater.engine.job import Job, Owner
from headwater.engine.job_stream import FinishedFile, JobStream
from headwater.engine.part_moving import follow_folder
from headwater.engine.services import Services
from headwater.model.job import Checksum
from headwater.model.ports import ResponseFacts
from headwater.model.priority import Wish
from headwater.model.source import SourceId
from headwater.model.spans import UNKNOWN_END, Span, SpanSet

#: A download of the terminal is over when it ends, and then its tree goes: it is there for those that are interrupted,
#: and one that is faster than this seldom is. It is what 1 Gbit/s brings, and a tenth of what a processor hashes.
_TERMINAL_TREE_BYTES_PER_S: Final = 128 * 1024**2


class JobStorage:
    """Opens on demand. `report` hears the dispatcher's facts on the loop's thread."""

    def __init__(self, job: Job, services: Services, report: Callable[[Fact], None]) -> None:
        self._job = job
        self._services = services
        self._report = report
        self._dispatcher: IoDispatcher | None = None
        self._opening: asyncio.Task[IoDispatcher] | None = None
        self._first_answer: tuple[str, ResponseFacts] | None = None
        self._wishes: tuple[Wish, ...] = ()

    @property
    def dispatcher(self) -> IoDispatcher | None:
        """The open dispatcher, None as long as nothing had to be stored."""
        return self._dispatcher

    @property
    def received(self) -> SpanSet:
        """A copy of what is there."""
        return self._dispatcher.received.copy() if self._dispatcher is not None else SpanSet()

    def has_bytes_of(self, source_id: SourceId) -> bool:
        """Whether any byte that is here came from this source."""
        return self._dispatcher is not None and bool(self._dispatcher.suppliers.get(source_id))

    def heard(self, asked_url: str, facts: ResponseFacts) -> None:
        """An answer was accepted: the first one names the file where the person did not."""
        if self._first_answer is None:
            self._first_answer = (asked_url, facts)

    async def resume(self) -> None:
        """Open what an earlier run left, where there is a `.part` file. Raises `LocalError`."""
        if self._job.record.part_path is not None:
            await self.open()

    async def open(self) -> IoDispatcher:
        """The dispatcher, opened at the first call. Raises `LocalError`; a later call then tries again."""
        if self._dispatcher is not None:
            return self._dispatcher
        if self._opening is None:
            self._opening = asyncio.create_task(self._open(), name=f"open storage of {self._job.job_id}")
            self._opening.add_done_callback(self._opened)
        return await asyncio.shield(self._opening)

    def wishes_moved(self) -> None:
        """Report what readers wait for while nothing is open; an open dispatcher reports its readers' wishes itself."""
        told, self._wishes = self._wishes, self._current_wishes()
        if self._wishes != told:
            self._report(WishesMoved(self._wishes))

    def tell_wishes(self) -> None:
        """Report what readers want as things stand: somebody new listens."""
        self._wishes = self._current_wishes()
        if self._wishes:
            self._report(WishesMoved(self._wishes))

    def learn_size(self, size_bytes: int) -> None:
        if self._dispatcher is not None:
            self._dispatcher.learn_size(size_bytes)
            for stream in self._job.streams:
                stream.size_learned()

    async def start_over(self) -> None:
        """Forget all bytes: they belong to another file. Raises `LocalError`."""
        await self.close()
        await self._services.journal.forget(self._job.job_id)
        part = self._job.record.part_path
        if part is not None:
            await self._services.disk.run(0, part.unlink, missing_ok=True)
        self._first_answer = None
        for stream in self._job.streams:
            stream.deliveries.revoke((Span(0, UNKNOWN_END),))

    async def bring_home(self) -> None:
        """Take a complete part file to the disk of its folder, where it does not lie there. Raises `LocalError`."""
        record, disk = self._job.record, self._services.disk
        part, folder = record.part_path, record.spec.folder
        if part is None or record.name is None or part.parent == folder:
            return
        dispatcher = await self.open()
        if not await disk.run(0, is_elsewhere, part, folder):
            return
        # Named after the job: what a crash leaves of it is overwritten by the next attempt.
        tail = f".{self._job.job_id}{PART_SUFFIX}"
        home = folder / (cut_name(record.name, 255 - len(tail)) + tail)

        async def remember() -> None:
            self._job.update(part_path=home)
            self._services.parts_in_use.add(home)
            await self._services.keeper.save(self._job)

        await dispatcher.relocate(home, remember)
        self._services.parts_in_use.discard(part)

    async def close(self) -> None:
        """Make durable what came, and let readers wait for the next run. Raises `LocalError`."""
        if self._opening is not None:
            await asyncio.wait({self._opening})
        for stream in self._job.streams:
            stream.detach()
        dispatcher, self._dispatcher = self._dispatcher, None
        if dispatcher is not None:
            await dispatcher.close()

    def attach(self, stream: JobStream) -> None:
        """Let a reader see what is there and what comes."""
        if self._dispatcher is not None:
            stream.attach(self._dispatcher.open_stream(strict=stream.strict, deliveries=stream.deliveries))

    # ---- the inside --------------------------------------------------------------------------------------

    def _opened(self, task: "asyncio.Task[IoDispatcher]") -> None:
        self._opening = None
        if not task.cancelled():
            task.exception()  # whoever asked hears it; when all of them were cancelled meanwhile, nobody needs to

    async def _open(self) -> IoDispatcher:
        job, services = self._job, self._services
        spec = job.record.spec
        if job.record.part_path is None:
            name = job.record.name or chosen_name(spec)
            if name is None:
                if self._first_answer is None:
                    raise RuntimeError("storage asked for before any answer named the file")
                name = name_from_answer(spec, *self._first_answer)
            spec = categorized(spec, name, services.settings)
            job.update(spec=spec)
            if not spec.options.overwrite and not spec.options.may_number:
                await services.disk.run(0, refuse_taken, spec.folder / name)
            folder = services.settings.incomplete_folder or spec.folder
            async with services.naming:
                part = await services.disk.run(0, reserve_part_path, folder, name, services.parts_in_use)
                services.parts_in_use.add(part)
            job.update(name=name, part_path=part)
        else:
            await follow_folder(job, services)
        await services.keeper.save(job)
        part_path = job.record.part_path
        if part_path is None:
            raise RuntimeError("no part path after choosing one")
        dispatcher = await IoDispatcher.open(
            job.job_id,
            part_path,
            job.record.size_bytes,
            journal=services.journal,
            disk=services.disk,
            checksums=self._checksums(),
            pieces=spec.options.pieces,
            report=self._hear,
            keep_tree=True,
            # A list is kept, and its files may be verified years later: they are hashed whole, however fast they come.
            tree_rate_bytes_per_s=None if job.owner is Owner.WINDOW else _TERMINAL_TREE_BYTES_PER_S,
        )
        self._dispatcher = dispatcher
        if job.record.spec.options is not spec.options:  # hashes became known while it was being opened
            dispatcher.trust(self._checksums(), job.record.spec.options.pieces)
        for stream in job.streams:
            self.attach(stream)
        services.observer.job_touched(job.job_id)
        return dispatcher

    def _current_wishes(self) -> tuple[Wish, ...]:
        """As the dispatcher told them last, or as the readers that wait for it tell them."""
        if self._dispatcher is not None:
            return self._wishes
        return tuple(wish for stream in self._job.streams for wish in stream.early_wishes)

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, WishesMoved):
            self._wishes = fact.wishes
        self._report(fact)

    def _checksums(self) -> tuple[Checksum, ...]:
        """What the file will be judged by. Raises `IntegrityError` where what is known contradicts itself."""
        options = self._job.record.spec.options
        told = self._first_answer[1].checksums if self._first_answer is not None else ()
        return weigh((*options.checksums, *told), options.pieces).checksums

    def __repr__(self) -> str:
        return f"<JobStorage of {self._job.job_id}: {self._dispatcher!r}>"


def finished_stream(job: Job, services: Services, deliveries: Deliveries) -> FinishedFile | None:
    """A stream on a job's finished file, None while it is not done. `deliveries` is its reader's book."""
    path, size = job.record.path, job.record.size_bytes
    return None if path is None or size is None else FinishedFile(path, size, services.disk, deliveries)
