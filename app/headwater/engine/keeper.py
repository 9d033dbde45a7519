"""Keeps the catalog in step with the jobs and the host memory.

What must not be lost is awaited (`save`); what may lag behind is saved soon, many changes at once (`save_soon`). The
rule: a row is made from the job at the moment it is written, so that later writes never bring back older facts.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from headwater.engine.catalog import Catalog
from headwater.engine.host_memory import HostMemory
from headwater.engine.job import Job, StoredRow
from headwater.engine.late_writer import LateWriter
from headwater.model.job import JobId

#: How long a change that may lag behind waits for others.
LAG_S: Final = 0.5


class Keeper:
    """Writes jobs to a catalog. A new job goes to the end of the list; `save_order` renumbers it."""

    def __init__(self, catalog: Catalog, memory: HostMemory) -> None:
        self._catalog = catalog
        self._memory = memory
        self._dirty: dict[str, Job] = {}
        self._writer = LateWriter("list of jobs", self._write_dirty, LAG_S)

    async def save(self, job: Job) -> None:
        """Return when the job as it is now is on the disk. Raises `LocalError`."""
        await self.save_all((job,))

    async def save_all(self, jobs: Iterable[Job]) -> None:
        """The same for many jobs, in one go. Raises `LocalError`."""
        rows = [StoredRow(job.job_id, job.owner, -1, job.kept_state, job.record) for job in jobs]
        for row in rows:
            self._dirty.pop(row.job_id, None)
        await self._catalog.save_all(rows)

    def save_soon(self, job: Job) -> None:
        """Save the job within `LAG_S`."""
        self._dirty[job.job_id] = job
        self._writer.wake()

    async def remove(self, job: Job) -> None:
        """The job was removed from the list. Raises `LocalError`."""
        self._dirty.pop(job.job_id, None)
        await self._catalog.remove((job.job_id,))

    async def has(self, job_id: JobId) -> bool:
        """Whether the list on the disk still has the job. Raises `LocalError`."""
        return any(row.job_id == job_id for row in await self._catalog.rows())

    async def save_order(self, order: Sequence[JobId]) -> None:
        """Raises `LocalError`."""
        await self._catalog.save_order(order)

    async def close(self) -> None:
        """Write what is pending. Raises `LocalError`."""
        await self._writer.close()

    async def _write_dirty(self) -> None:
        while self._dirty:
            await self.save_all(tuple(self._dirty.values()))
        if hosts := self._memory.take_changed():
            await self._catalog.save_hosts(hosts)

    def __repr__(self) -> str:
        return f"<Keeper with {len(self._dirty)} jobs to save>"
