"""A part file follows its job to another disk, when another folder was chosen for it: mostly because the first is full.

On the same disk it stays where it is, since giving the file its name moves it for nothing. The rule: the old part file
goes when journal and catalog know where the copy is, and until then a crash costs nothing but the copy.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from headwater.content.foreign_file import copy_spans
from headwater.content.journal import JournalEntry
from headwater.content.relocation import is_elsewhere
from headwater.engine.destination import reserve_part_path
from headwater.engine.job import Job
from headwater.engine.services import Services
from headwater.model.spans import Span, SpanSet


async def follow_folder(job: Job, services: Services) -> None:
    """Take the part file of a job that nobody has open to its folder, where that is on another disk.

    Raises `LocalError`; everything is as before then.
    """
    old, name, folder = job.record.part_path, job.record.name, job.record.spec.folder
    if old is None or name is None or old.parent == folder or services.settings.incomplete_folder is not None:
        return
    entry = await services.journal.load(job.job_id)
    if entry is not None and entry.target_path is not None:
        return  # it may have its name already
    if not await services.disk.run(0, _lies_elsewhere, old, folder):
        return
    async with services.naming:
        new = await services.disk.run(0, reserve_part_path, folder, name, services.parts_in_use)
        services.parts_in_use.add(new)
    try:
        await asyncio.to_thread(copy_spans, old, new, _what_is_there(old, entry), _nobody_asks)
        await services.journal.relocate(job.job_id, new)
    except BaseException:  # also when cancelled: half a copy is nobody's, and its name is free again
        services.parts_in_use.discard(new)
        await asyncio.shield(asyncio.to_thread(new.unlink, missing_ok=True))
        raise
    job.update(part_path=new)
    await services.keeper.save(job)
    services.parts_in_use.discard(old)
    await services.disk.run(0, old.unlink, missing_ok=True)


def _lies_elsewhere(part: Path, folder: Path) -> bool:
    return part.exists() and is_elsewhere(part, folder)


def _what_is_there(part: Path, entry: JournalEntry | None) -> Sequence[Span]:
    """What the journal claims, as far as the file reaches; all of a file that hashes alone will judge."""
    length = part.stat().st_size
    if entry is None:
        return (Span(0, length),) if length else ()
    claimed = SpanSet(entry.stored.durable)
    claimed.update(extent.span for extent in entry.recent)
    return tuple(claimed.within(Span(0, length))) if length else ()


def _nobody_asks(_done: int, _total: int) -> None:
    """How far the copy is: the job's row has no place for it."""
