"""A job's part file, opened with what the journal knows of it; a new one is told to the journal.

Loop side; the blocking work is `resume`'s. The rule: whoever could not open it leaves it closed.
"""

from pathlib import Path
from typing import NamedTuple

from headwater.content.assurance import require_fit
from headwater.content.disk_pool import DiskPool
from headwater.content.journal import Journal
from headwater.content.resume import Restored, restore
from headwater.model.errors import IntegrityError
from headwater.model.job import JobId, PieceHashes
from headwater.model.wording import say


class Opened(NamedTuple):
    """The file and what is good of it, its size as far as anybody knows, and the own tree that an earlier run left."""

    restored: Restored
    size_bytes: int | None
    tree: bytes | None


async def open_part(
    job_id: JobId,
    part_path: Path,
    size_bytes: int | None,
    *,
    journal: Journal,
    disk: DiskPool,
    pieces: PieceHashes | None,
) -> Opened:
    """Raises `LocalError` where the file cannot be used, `IntegrityError` where what is there belongs to a file of
    another size than `size_bytes`, or than `pieces` are for.
    """
    entry = await journal.load(job_id)
    known = entry.stored.size_bytes if entry is not None else None
    if known is not None and size_bytes is not None and known != size_bytes:
        raise IntegrityError(
            say(
                "the part file belongs to a file of {known} bytes, but the file has {size_bytes} now",
                known=known,
                size_bytes=size_bytes,
            )
        )
    size_bytes = size_bytes if size_bytes is not None else known
    require_fit(pieces, size_bytes)
    restored = await disk.submit_sync(restore, part_path, entry, adopt=pieces is not None, size_bytes=size_bytes)
    try:
        if size_bytes is not None:
            await disk.submit(restored.file.require_space, size_bytes)
        if entry is None:
            await journal.begin(job_id, part_path, size_bytes)
    except BaseException:  # also when cancelled: nobody else would close and unlock the file
        restored.file.close()
        raise
    return Opened(restored, size_bytes, None if entry is None else entry.tree)
