"""Hashing a job's data again on demand (`VerifyJob`), whether it runs, rests or is done.

The hashing is content's; here stands only how to reach a dispatcher, and where the verdict goes. Bad blocks of a job
that is not done are given up, so that its next run fetches them. Where nothing is trusted, the tree that was computed
as the bytes came shows what has changed since.
"""

from pathlib import Path
from typing import Final

from headwater.content.facts import Fact
from headwater.content.io_dispatcher import IoDispatcher
from headwater.content.verdict import Finding, Verdict
from headwater.engine.job import Job
from headwater.engine.job_driver import JobDriver
from headwater.engine.services import Services
from headwater.model.errors import UserError
from headwater.model.events import BlockRejected
from headwater.model.job import JobState
from headwater.model.wording import in_turn, say

_UNCHANGED: Final = say("Every byte is as it came.")


async def check_again(job: Job, driver: JobDriver | None, services: Services) -> Verdict:
    """Hash all that is here of a job; its record keeps the verdict. Raises `UserError`, `LocalError`."""
    running = driver.storage.dispatcher if driver is not None else None
    if running is not None:
        verdict = await _verify(job, running)
    else:
        verdict = await _check_at_rest(job, services)
    is_bad = verdict.finding is Finding.DAMAGED
    job.update(verdict=verdict.sentence)
    if job.state is JobState.DONE:
        job.update(error=verdict.sentence if is_bad else None)
    services.observer.job_touched(job.job_id)
    await services.keeper.save(job)
    return verdict


async def _verify(job: Job, dispatcher: IoDispatcher) -> Verdict:
    """Hash all that is here; who looks at the job sees how far it is."""
    job.hashed = dispatcher
    try:
        return await dispatcher.verify()
    finally:
        job.hashed = None


async def _check_at_rest(job: Job, services: Services) -> Verdict:
    path: Path | None = job.record.path if job.state is JobState.DONE else job.record.part_path
    if path is None or not await services.disk.run(0, path.exists):
        raise UserError(say("There is nothing of {name} to verify", name=job.display_name))
    options = job.record.spec.options

    def tell_readers(fact: Fact) -> None:
        # Nobody fetches now: what is bad is given up, and the next run finds it missing.
        if isinstance(fact, BlockRejected):
            for stream in job.streams:
                stream.deliveries.revoke((fact.span,))

    entry = await services.journal.load(job.job_id)
    has_whole_tree = job.state is JobState.DONE and entry is not None and entry.tree is not None
    dispatcher = await IoDispatcher.open(
        job.job_id,
        job.record.part_path or path,
        job.record.size_bytes,
        journal=services.journal,
        disk=services.disk,
        checksums=options.checksums,
        pieces=options.pieces,
        report=tell_readers,
        keep_tree=entry is not None and entry.tree is not None,
    )
    try:
        verdict = await _verify(job, dispatcher)
    finally:
        await dispatcher.close()
    job.received = dispatcher.received.copy()
    job.suppliers = {source_id: spans.copy() for source_id, spans in dispatcher.suppliers.items()}
    if job.state is not JobState.DONE:
        job.update(received_bytes=dispatcher.received.total_bytes)
    if has_whole_tree and verdict.finding is Finding.UNPROVEN:
        known = job.record.verdict or verdict.sentence
        if not known.startswith(_UNCHANGED):
            verdict = Verdict(Finding.UNPROVEN, in_turn(_UNCHANGED, known))
        else:
            verdict = Verdict(Finding.UNPROVEN, known)
    return verdict
