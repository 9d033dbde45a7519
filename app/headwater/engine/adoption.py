"""A partial file of another program becomes a job that goes on with it.

What is in the file is compared with what the sources have (or will be judged by piece hashes), copied into a part file
of our own, and claimed in the journal before the job begins; the foreign file is only read. Without a trusted hash the
claimed bytes count as those of a former source, so that the job goes on comparing them. The rule: whatever goes wrong,
nothing of ours is left behind, and nothing of the person's is lost.
"""

import asyncio
import secrets
import threading
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

from headwater.content.foreign_file import ForeignFile, copy_spans, look_at_foreign, move_file, read_span
from headwater.content.journal import Claim
from headwater.discovery.filename import sanitize
from headwater.engine.channel_settings import settings_for
from headwater.engine.destination import chosen_name, reserve_part_path
from headwater.engine.job import Job, JobRecord, Owner
from headwater.engine.prober import Prober
from headwater.engine.restoring import recall_bytes
from headwater.engine.roster import Roster
from headwater.engine.sample_check import choose_samples, compare_samples, judge_samples
from headwater.engine.services import Services
from headwater.model.errors import HeadwaterError, SourceError, UserError
from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.probe import Adopted, SourceProbe
from headwater.model.source import SourceId, SourceSpec, Support, Validator
from headwater.model.spans import Span, SpanSet
from headwater.model.wording import joined, say

P = ParamSpec("P")
R = TypeVar("R")

#: Hears the part that is done, 0..1, on the loop's thread.
Progress = Callable[[float], None]
#: Looking, comparing, copying: where each ends.
_LOOKED: Final = 0.4
_COMPARED: Final = 0.5
_STEPS: Final = 200


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What may be kept of the file, the whole file's size and name, and what the sources answered."""

    kept: tuple[Span, ...]
    size_bytes: int | None
    name: str
    validators: tuple[tuple[SourceId, Validator], ...]
    words: str


class _AbandonedError(Exception):
    """Nobody waits for the result any more."""


class Adoption:
    """One engine's; `owner` is whose list the jobs go to."""

    def __init__(self, roster: Roster, services: Services, prober: Prober, owner: Owner) -> None:
        self._roster, self._services, self._prober, self._owner = roster, services, prober, owner

    async def take_over(
        self,
        spec: JobSpec,
        path: Path,
        progress: Progress | None = None,
        *,
        in_place: bool = False,
        job_id: JobId | None = None,
    ) -> Adopted:
        """Make a job of `spec` that has what is right of the file at `path`. Cancelling leaves everything as it was.

        `in_place`: the file itself becomes the part file, as the last step, instead of a copy; what is wrong in it will
        be overwritten. One that is longer than the whole file is copied all the same. `job_id` is as in `AddJob`.
        Raises `UserError` where the file is none of the sources', `SourceError` where none of them can be asked,
        `LocalError`.
        """
        if not spec.sources:
            raise UserError("A job needs at least one source")
        if job_id is not None and self._roster.find(job_id) is not None:
            raise UserError(say("The number {number} is taken by another job", number=job_id))
        if self._is_ours(path):
            raise UserError(say("{name} belongs to a download of the list; resume that one", name=path.name))
        steps = _Steps(progress)
        foreign = await steps.run(look_at_foreign, path, steps.within(0.0, _LOOKED))
        verdict = await self._verify(spec, foreign)
        steps.tell(_COMPARED)
        folder = spec.folder.expanduser().absolute()
        part, is_cancelled = await _to_its_end(self._reserve(folder, chosen_name(spec) or verdict.name))
        moves = in_place and (verdict.size_bytes is None or foreign.length <= verdict.size_bytes)
        try:
            if is_cancelled:
                raise asyncio.CancelledError
            if not moves:
                await steps.run(copy_spans, foreign.path, part, verdict.kept, steps.within(_COMPARED, 1.0))
            job, is_cancelled = await _to_its_end(self._claim(spec, foreign, part, verdict, job_id))
            try:
                if is_cancelled:
                    raise asyncio.CancelledError
                if moves:  # nothing is undone after that: the part file is the person's own
                    _, is_cancelled = await _to_its_end(self._services.disk.run(0, move_file, foreign.path, part))
            except BaseException:  # also when cancelled: a job that nobody was told of must not stay in the list
                await self._services.keeper.remove(job)
                await self._services.journal.forget(job.job_id)
                raise
        except BaseException:  # also when cancelled: the copy is nobody's, and its name is free again
            self._services.parts_in_use.discard(part)
            await asyncio.shield(asyncio.to_thread(part.unlink, missing_ok=True))
            raise
        self._roster.take(job)
        self._roster.pump()
        if is_cancelled:
            raise asyncio.CancelledError
        kept = sum(span.size for span in verdict.kept)
        return Adopted(job.job_id, kept, verdict.size_bytes, verdict.words)

    def _is_ours(self, path: Path) -> bool:
        return path.absolute() in self._services.parts_in_use

    async def _verify(self, spec: JobSpec, foreign: ForeignFile) -> _Verdict:
        """What of the file to believe."""
        options = spec.options
        size = options.size_bytes
        if options.pieces is not None:
            words = say("{count:,} block hashes will judge what is there", count=options.pieces.count)
            return _Verdict(foreign.spans, size, _name(spec, foreign.name), (), words)
        probes = await asyncio.gather(*(self._prober.probe(source, options) for source in spec.sources))
        usable = [
            (source, probe)
            for source, probe in zip(spec.sources, probes, strict=True)
            if probe.error is None and probe.size_bytes is not None and probe.ranges is Support.YES
        ]
        if not usable:
            raise _nobody(probes)
        size = size or foreign.full_bytes or usable[0][1].size_bytes or 0
        usable = [(source, probe) for source, probe in usable if probe.size_bytes == size]
        end = max(span.end for span in foreign.spans)
        if not usable or end > size:
            told = next(probe.size_bytes for probe in probes if probe.size_bytes is not None)
            has = foreign.full_bytes or end
            raise UserError(
                say(
                    "{name} belongs to another file: the source's has {told:,} bytes, and this one {has:,}",
                    name=foreign.path.name,
                    told=told,
                    has=has,
                )
            )
        ours = [
            (span, await asyncio.to_thread(read_span, foreign.path, span)) for span in choose_samples(foreign.spans)
        ]
        found = await self._compare(spec, [source for source, _ in usable], ours, size)
        result = judge_samples(foreign.spans, found)
        if result.right <= result.wrong:
            raise UserError(
                say(
                    "{name} belongs to another file: {count} of {total} samples differ from the source's; nothing was "
                    "changed",
                    name=foreign.path.name,
                    count=result.wrong,
                    total=len(found),
                )
            )
        numbers = {source.url: SourceId(number) for number, source in enumerate(spec.sources)}
        validators = tuple((numbers[source.url], probe.validator) for source, probe in usable)
        words = say("all of {count} samples are right", count=len(found))
        if result.wrong:
            words = say(
                "{count} of {total} samples differed; what lies around them is fetched anew",
                count=result.wrong,
                total=len(found),
            )
        return _Verdict(result.kept, size, usable[0][1].name or _name(spec, foreign.name), validators, words)

    async def _compare(
        self, spec: JobSpec, sources: Sequence[SourceSpec], ours: Sequence[tuple[Span, bytes]], size_bytes: int
    ) -> list[tuple[Span, bool]]:
        """Compare with the first source that brings all samples. Raises the last one's error."""
        settings = settings_for(spec.options, self._services.settings)
        failure: HeadwaterError = UserError("no source can be asked")
        for source in sources:
            try:
                return await compare_samples(self._services.connectors, source, settings, ours, size_bytes)
            except (SourceError, UserError) as error:
                failure = error
        raise failure

    async def _reserve(self, folder: Path, name: str) -> Path:
        services = self._services
        async with services.naming:
            part = await services.disk.run(0, reserve_part_path, folder, name, services.parts_in_use)
            services.parts_in_use.add(part)
        return part

    async def _claim(
        self, spec: JobSpec, foreign: ForeignFile, part: Path, verdict: _Verdict, job_id: JobId | None
    ) -> Job:
        """The job, at rest, with what it has."""
        urls = tuple(source.url for source in spec.sources)
        spec = replace(spec, folder=part.parent, name=chosen_name(spec))
        kept = SpanSet(verdict.kept)
        record = JobRecord(
            spec,
            added_at=self._services.clock.unix_s(),
            # The file itself is a former source: what it brought is told apart from what comes.
            urls=(*urls, foreign.path.absolute().as_uri()),
            name=spec.name or verdict.name,
            part_path=part,
            size_bytes=verdict.size_bytes,
            received_bytes=kept.total_bytes,
            validators=verdict.validators,
        )
        state = JobState.PAUSED if spec.options.start_paused else JobState.WAITING
        job = Job(job_id or JobId(secrets.token_hex(8)), self._owner, state, record)
        journal = self._services.journal
        if spec.options.pieces is None:
            claim = Claim(verdict.size_bytes, kept, SpanSet(), 0)
            await journal.begin(job.job_id, part, verdict.size_bytes)
            await journal.checkpoint(job.job_id, claim, {SourceId(len(urls)): kept})
            await recall_bytes(job, journal)
        await self._services.keeper.save(job)
        return job


async def _to_its_end(work: Coroutine[Any, Any, R]) -> tuple[R, bool]:
    """Carry out what must not be left half done; also whether somebody cancelled meanwhile."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task), False
    except asyncio.CancelledError:
        await asyncio.wait({task})
        return task.result(), True


class _Steps:
    """Runs the steps on worker threads, tells progress in a few hundred parts, and stops a step that is cancelled."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._loop = asyncio.get_running_loop()
        self._abandoned = threading.Event()
        self._last = 0.0

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Cancelling returns when the thread has let go of its files."""
        work = asyncio.ensure_future(asyncio.to_thread(function, *args, **kwargs))
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            self._abandoned.set()
            await asyncio.wait({work})
            work.exception()  # that it was stopped is no news
            raise

    def tell(self, part: float) -> None:
        if self._progress is not None:
            self._progress(part)

    def within(self, start: float, end: float) -> Callable[[int, int], None]:
        """What a worker calls with the bytes done and all that there are."""

        def told(done: int, total: int) -> None:
            if self._abandoned.is_set():
                raise _AbandonedError
            part = start + (end - start) * min(1.0, done / max(1, total))
            if self._progress is not None and part - self._last >= 1 / _STEPS:
                self._last = part
                self._loop.call_soon_threadsafe(self._progress, part)

        return told


def _name(spec: JobSpec, name: str) -> str:
    """A name that a folder can hold."""
    return sanitize(name, allow_leading_dot=spec.options.allow_leading_dot) or "download"


def _nobody(probes: Sequence[SourceProbe]) -> HeadwaterError:
    """Why no source can be compared with."""
    error = next((probe.error for probe in probes if probe.error is not None), None)
    if error is not None:
        return UserError(joined((error,), ""))
    return UserError("The source cannot send parts of the file, so a partial one cannot go on")
