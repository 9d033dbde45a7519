"""From rows of the catalog to jobs: what an engine takes up when it starts, and what a terminal finds again.

A job that ran when its process ended waits for its turn; one that a terminal left unfinished is shown as paused in the
window. The rule: nothing here changes the catalog.
"""

from collections.abc import Iterable
from dataclasses import replace

from headwater.content.journal import Journal
from headwater.engine.job import Job, Owner, StoredRow, numbered_urls
from headwater.model.access import without_link_password
from headwater.model.job import JobSpec, JobState
from headwater.model.spans import SpanSet

#: States that a process leaves behind when it ends in the middle.
_UNDER_WAY = frozenset({JobState.RUNNING, JobState.FINISHING, JobState.WAITING})


def job_for_window(row: StoredRow) -> Job | None:
    """The job as the window takes it up; None for what a terminal finished and had no time to take off."""
    if row.owner is Owner.TERMINAL and row.state is JobState.DONE:
        return None
    state = row.state
    if state in _UNDER_WAY:
        state = JobState.WAITING if row.owner is Owner.WINDOW else JobState.PAUSED
    return Job(row.job_id, row.owner, state, row.record)


def find_unfinished(rows: Iterable[StoredRow], spec: JobSpec) -> StoredRow | None:
    """The row that asks for the same file: same folder, same wanted name, and at least one source in common."""
    urls = {without_link_password(source.url) for source in spec.sources}
    for row in rows:
        known = row.record.spec
        same_place = known.folder == spec.folder and known.name == spec.name
        if (
            row.state is not JobState.DONE
            and same_place
            and not urls.isdisjoint(without_link_password(source.url) for source in known.sources)
        ):
            return row
    return None


def job_for_terminal(row: StoredRow, spec: JobSpec) -> Job:
    """The job of an earlier run, with what is asked for now."""
    record = replace(row.record, spec=spec, urls=numbered_urls(row.record.urls, spec.sources), error=None)
    return Job(row.job_id, Owner.TERMINAL, JobState.WAITING, record)


async def recall_bytes(job: Job, journal: Journal) -> None:
    """Fill in what the journal knows of a job that does not run. Raises `LocalError`."""
    entry = await journal.load(job.job_id)
    if entry is None:
        job.update(received_bytes=0)
        return
    received = SpanSet(entry.stored.durable)
    received.update(extent.span for extent in entry.recent)
    job.suppliers = {source_id: SpanSet(spans) for source_id, spans in entry.stored.suppliers.items()}
    for extent in entry.recent:
        if extent.supplier is not None:
            job.suppliers.setdefault(extent.supplier, SpanSet()).add(extent.span)
    job.received = received
    job.durable_bytes = SpanSet(entry.stored.durable).total_bytes
    job.in_order_bytes = received.run_from(0)
    job.update(received_bytes=received.total_bytes)
