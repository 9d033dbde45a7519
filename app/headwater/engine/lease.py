"""Which process runs a job: an advisory lock a job, so that window and terminal never run the same one at once.

The lock is a file in the profile that the system lets go of when its process ends, however it ends. Nothing is written
into it.
"""

from pathlib import Path

from headwater.content.disk_pool import DiskPool
from headwater.content.sparse_file import SparseFile
from headwater.model.errors import LocalError
from headwater.model.job import JobId


class Lease:
    """The right to run one job; held until `release`."""

    def __init__(self, file: SparseFile, disk: DiskPool) -> None:
        """Use `take`."""
        self._file = file
        self._disk = disk

    @classmethod
    async def take(cls, folder: Path, job_id: JobId, disk: DiskPool) -> "Lease":
        """Raises `LocalError` while another process (or another driver of this one) has it."""
        return cls(await disk.run(0, SparseFile.open, folder / job_id), disk)

    @classmethod
    async def is_free(cls, folder: Path, job_id: JobId, disk: DiskPool) -> bool:
        """Whether nobody runs the job at this moment."""
        try:
            lease = await cls.take(folder, job_id, disk)
        except LocalError:
            return False
        await lease.release()
        return True

    async def release(self) -> None:
        await self._disk.run(0, self._let_go)

    def _let_go(self) -> None:
        # Removed while still locked: who opened it meanwhile notices that its name means another file.
        self._file.path.unlink(missing_ok=True)
        self._file.close()

    def __repr__(self) -> str:
        return f"<Lease {self._file.path.name}>"
