"""A file that is here, against what is known of it: examined with progress to show, and mended on demand.

For the window and the terminal alike. What is known comes from the job that fetched the file, from what a person
names, or from what lies beside it. The rule: examining changes nothing, and only a damaged file is mended.
"""

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from headwater.content.file_check import FileReport, check_file
from headwater.content.storage_errors import local_error
from headwater.content.trust import Trust, weigh
from headwater.content.verdict import Finding
from headwater.control.document_fetch import Asker
from headwater.control.trust_search import Knowledge, gather, require_file
from headwater.model.errors import UserError
from headwater.model.job import JobId, JobState
from headwater.model.wording import say

if TYPE_CHECKING:  # the engine is not needed to look at a file
    from headwater.engine.engine import Engine

#: Hears the part that is done, 0..1, on the loop's thread.
Progress = Callable[[float], None]

_STEPS: Final = 200


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was known of the file at `path`, what counted of it, and what was found."""

    path: Path
    knowledge: Knowledge
    trust: Trust
    report: FileReport
    asker: Asker = field(default_factory=Asker)

    @property
    def is_proven(self) -> bool:
        return self.report.verdict.finding is Finding.PROVEN

    @property
    def is_damaged(self) -> bool:
        return self.report.verdict.finding is Finding.DAMAGED

    @property
    def can_be_mended(self) -> bool:
        """Whether it is damaged, and a source is known that has the right bytes."""
        return self.is_damaged and bool(self.knowledge.sources)

    @property
    def sentence(self) -> str:
        """What was found, for people."""
        return self.report.verdict.sentence

    @property
    def to_fetch_bytes(self) -> int:
        """What mending has to fetch: the bad blocks, or all of the file where nobody can say which bytes are bad."""
        bad = sum(span.size for span in self.report.bad_spans)
        return bad or self.report.expected_bytes or self.report.size_bytes

    @property
    def trust_words(self) -> tuple[str, ...]:
        """Where each hash that counted came from, and what signatures say."""
        return (*(source.words for source in self.trust.sources if source.counts), *self.knowledge.remarks)


async def examine(
    path: Path, knowledge: Knowledge, progress: Progress | None = None, asker: Asker | None = None
) -> Checkup:
    """Hash all of `path` on a worker thread; cancelling stops it. Where no hash is known, copies are fetched first.

    `asker` has the settings, and the options of the job that fetched it. Raises `UserError` where nothing is known to
    check against.
    """
    await require_file(path)
    asker = asker or Asker()
    if knowledge.copies and not knowledge.checksums and knowledge.pieces is None:
        from headwater.control.copies import learn_from_copies  # loads the whole engine

        await learn_from_copies(path, knowledge, asker, progress)
    trust = weigh(knowledge.checksums, knowledge.pieces)
    if not trust.checksums and knowledge.pieces is None:
        raise UserError(
            say(
                "nothing is known to check {name} against; name a checksum, a Metalink, a torrent, a checksum file "
                "or a mirror",
                name=path.name,
            )
        )
    abandoned = threading.Event()
    try:
        hear = None if progress is None else await _listener(path, progress, abandoned)
        report = await asyncio.to_thread(
            check_file, path, trust.checksums, knowledge.pieces, knowledge.size_bytes, progress=hear
        )
    finally:
        abandoned.set()
    return Checkup(path, knowledge, trust, report, asker)


async def examine_job(
    engine: "Engine", job_id: JobId, places: Sequence[str], asker: Asker, progress: Progress | None = None
) -> Checkup:
    """A finished job's file, against what the job knew and what `places` say. Raises as `examine` and `gather` do."""
    job, spec = engine.snapshot(job_id), engine.spec(job_id)
    if job.state is not JobState.DONE or job.path is None:
        raise UserError(say("{name} is not finished; its blocks are checked as they come", name=job.name))
    options, asker = spec.options, replace(asker, options=spec.options)
    told = Knowledge(
        checksums=list(options.checksums),
        pieces=options.pieces,
        size_bytes=options.size_bytes,
        sources=[source for source in spec.sources if source.enabled],
    )
    if places or not (told.checksums or told.pieces):
        more = await gather(job.path, places, asker)
        told.checksums += more.checksums
        told.sources += more.sources
        told.copies += more.copies
        told.remarks += more.remarks
        told.pieces = more.pieces or told.pieces
        told.agree_size(more.size_bytes, say("what was named"))
    if told.pieces is None and not places and (options.checksums or not told.checksums):
        told.pieces = await engine.kept_pieces(job_id)  # what has changed since it came shows block by block
    return await examine(job.path, told, progress, asker)


async def mend_found(checkup: Checkup, progress: Progress | None = None) -> Checkup:
    """Fetch what is bad anew, and examine the file again. Raises as `mending.mend` does."""
    from headwater.control.mending import mend  # loads the whole engine

    knowledge = checkup.knowledge
    await mend(
        checkup.path,
        knowledge.sources,
        checkup.trust.checksums,
        knowledge.pieces,
        knowledge.size_bytes,
        asker=checkup.asker,
        progress=progress,
    )
    return await examine(checkup.path, knowledge, asker=checkup.asker)


class _AbandonedError(Exception):
    """Nobody waits for the result any more."""


async def _listener(path: Path, progress: Progress, abandoned: threading.Event) -> Callable[[int], None]:
    """What the worker thread tells of bytes read: handed to the loop in some two hundred steps."""
    try:
        size_bytes = (await asyncio.to_thread(path.stat)).st_size
    except OSError as error:
        raise local_error(error, path) from error
    loop = asyncio.get_running_loop()
    told = 0

    def hear(read_bytes: int) -> None:
        nonlocal told
        if abandoned.is_set():
            raise _AbandonedError
        if size_bytes and (read_bytes - told) * _STEPS >= size_bytes:
            told = read_bytes
            loop.call_soon_threadsafe(progress, min(1.0, read_bytes / size_bytes))

    return hear
