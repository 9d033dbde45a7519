"""The last steps of a job: what can be said of the file, and its name.

`reach_verdict` is pure. `place` tells the journal before each attempt to rename, so that a crash right after the rename
is understood as what it is.
"""

from pathlib import Path
from typing import Protocol

from headwater.content import file_placing
from headwater.content.block_hasher import can_compute
from headwater.content.disk_pool import DiskPool
from headwater.content.integrity import WholeFileDigests
from headwater.content.journal import Journal
from headwater.content.sparse_file import SparseFile
from headwater.content.verdict import Finding, Verdict
from headwater.model.hashing import Strength, find_algorithm
from headwater.model.job import Checksum, JobId, PieceHashes
from headwater.model.spans import Span, SpanSet
from headwater.model.wording import say


class Judged(Protocol):
    """What is known of a job's file beside its digest."""

    @property
    def size_bytes(self) -> int | None: ...

    @property
    def proven(self) -> SpanSet: ...

    @property
    def odds(self) -> str: ...

    checksums: tuple[Checksum, ...]
    pieces: PieceHashes | None
    uncomputable: set[str]


def reach_verdict(whole: WholeFileDigests, file: Judged, wrong: tuple[Span, ...] = ()) -> Verdict:
    """What can be said of the file now. `wrong` are blocks that were just found bad."""
    if wrong:
        words = say(
            "{count:,} blocks were wrong and must be fetched again.",
            one="{count:,} block was wrong and must be fetched again.",
            count=len(wrong),
        )
        return Verdict(Finding.DAMAGED, words, wrong)
    size, pieces = file.size_bytes, file.pieces
    is_digested = size is not None and whole.position == size
    trusted = [checksum for checksum in whole.checksums if not checksum.is_hint] if is_digested else []
    everything = (Span(0, size),) if size else ()
    is_proven = pieces is not None and size is not None and file.proven.total_bytes == size
    for checksum in trusted:
        if not whole.matches(checksum):
            words = say("{hash} is wrong.", hash=_named(checksum))
            if is_proven:
                words = say(
                    "{hash} is wrong, although all its piece hashes are right: the two belong to different files.",
                    hash=_named(checksum),
                )
            return Verdict(Finding.DAMAGED, words, everything)
    strongest = max(trusted, key=_strength, default=None)
    if strongest is not None and _strength(strongest) > Strength.DAMAGE_ONLY:
        return Verdict(Finding.PROVEN, say("{hashes}: right.", hashes=_named(strongest)))
    if pieces is not None and is_proven:
        words = say(
            "All {count:,} piece hashes ({algorithm}, {origin}): right.",
            count=pieces.count,
            algorithm=pieces.algorithm.upper(),
            origin=_origin(pieces.origin),
        )
        return Verdict(Finding.PROVEN, words)
    return Verdict(Finding.UNPROVEN, _unproven(whole, file, is_digested=is_digested))


def _unproven(whole: WholeFileDigests, file: Judged, *, is_digested: bool) -> str:
    """Weak hashes that agree, hashes nobody here can compute, else the odds. Those that disagree were met before."""
    agreeing = [checksum for checksum in whole.checksums if is_digested and whole.matches(checksum)]
    if agreeing:
        return say("No trusted hash was known; {hash} agrees, which is a hint and no proof.", hash=_named(agreeing[0]))
    unknown = file.uncomputable | {c.algorithm for c in file.checksums if not can_compute(c.algorithm)}
    if unknown:
        names = ", ".join(sorted(unknown))
        return say("The only hash known ({names}) cannot be computed here; nothing was proven.", names=names)
    return file.odds


def _origin(origin: str) -> str:
    return say("as you gave it") if origin == "you" else say("from {origin}", origin=origin)


def _strength(checksum: Checksum) -> Strength:
    algorithm = find_algorithm(checksum.algorithm)
    return Strength.DAMAGE_ONLY if algorithm is None else algorithm.strength


def _named(checksum: Checksum) -> str:
    return say("{algorithm} {origin}", algorithm=checksum.algorithm.upper(), origin=_origin(checksum.origin))


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
