"""The last steps of a job: what can be said of the file, and its name.

`reach_verdict` is pure. `place` tells the journal before each attempt to rename, so that a crash right after the rename
is understood as what it is.
"""

from collections.abc import Sequence
from pathlib import Path

from headwater.content import file_placing
from headwater.content.byte_ledger import ByteLedger
from headwater.content.disk_pool import DiskPool
from headwater.content.integrity import WholeFileDigests
from headwater.content.journal import Journal
from headwater.content.sparse_file import SparseFile
from headwater.content.verdict import Finding, Verdict
from headwater.model.job import Checksum, JobId, PieceHashes
from headwater.model.spans import Span


def reach_verdict(
    whole: WholeFileDigests,
    checksums: Sequence[Checksum],
    pieces: PieceHashes | None,
    ledger: ByteLedger,
    *,
    size_bytes: int | None,
    wrong: tuple[Span, ...] = (),
) -> Verdict:
    """What can be said of the file now. `wrong` are blocks that were just found bad."""
    if wrong:
        count = "1 block was" if len(wrong) == 1 else f"{len(wrong):,} blocks were"
        return Verdict(Finding.DAMAGED, f"{count} wrong and must be fetched again.", wrong)
    is_digested = size_bytes is not None and whole.position == size_bytes
    trusted = [checksum for checksum in whole.checksums if not checksum.is_hint] if is_digested else []
    for checksum in trusted:
        if not whole.matches(checksum):
            return Verdict(
                Finding.DAMAGED,
                f"{_named(checksum)} is wrong: the file is not the one that was meant.",
                (Span(0, size_bytes),) if size_bytes else (),
            )
    if trusted:
        return Verdict(Finding.PROVEN, f"{_named(trusted[0])}: right.")
    if pieces is not None and size_bytes is not None and ledger.proven.total_bytes == size_bytes:
        return Verdict(
            Finding.PROVEN, f"All {pieces.count:,} piece hashes ({pieces.algorithm.upper()}, {pieces.origin}): right."
        )
    return Verdict(Finding.UNPROVEN, _unproven(whole, checksums, is_digested=is_digested))


def _unproven(whole: WholeFileDigests, checksums: Sequence[Checksum], *, is_digested: bool) -> str:
    hints = [checksum for checksum in whole.checksums if is_digested and checksum.is_hint and whole.matches(checksum)]
    if hints:
        return f"No trusted hash was known; {_named(hints[0])} agrees, which is a hint and no proof."
    unknown = [checksum.algorithm for checksum in checksums if checksum not in whole.checksums]
    if unknown:
        return f"The only hash known ({', '.join(unknown)}) cannot be computed here; nothing was proven."
    return "No trusted hash was known; nothing was proven."


def _named(checksum: Checksum) -> str:
    origin = "as you gave it" if checksum.origin == "you" else f"from {checksum.origin}"
    return f"{checksum.algorithm.upper()} {origin}"


async def place(
    job_id: JobId, file: SparseFile, target: Path, *, overwrite: bool, journal: Journal, disk: DiskPool
) -> Path:
    """Give the sealed part file its name, the first free one from `target` on. Raises `LocalError`."""
    inode = file.status().st_ino
    while True:
        candidate = target if overwrite else await disk.submit(file_placing.free_name, target)
        await journal.intend(job_id, candidate, inode)
        try:
            rename = file_placing.replace if overwrite else file_placing.rename_exclusive
            await disk.submit_sync(file.rename, rename, candidate)
        except FileExistsError:
            continue  # somebody took the name in this moment: the next number
        await disk.submit_sync(file_placing.sync_folder, candidate.parent)
        return candidate
