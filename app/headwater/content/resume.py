"""Taking up where an earlier run stopped: which of the journal's claims to believe.

Blocking, for a worker thread. Durable claims are believed as far as the part file reaches; extents noted after the last
checkpoint are believed when the CRC of what the file holds is right; nothing else is.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from headwater.content.byte_ledger import ByteLedger
from headwater.content.file_placing import free_name
from headwater.content.journal import JournalEntry
from headwater.content.packed_spans import Extent
from headwater.content.sparse_file import SparseFile
from headwater.content.storage_errors import local_error
from headwater.model.spans import Span, SpanSet


@dataclass(frozen=True, slots=True)
class Restored:
    """An opened part file and what of it is good. `checked` were kept because their CRC is right.

    `must_amend`: the journal claims more than is there, and must forget it before anything is written.
    `finished_path` is set when the file had already been given its name.
    """

    file: SparseFile
    ledger: ByteLedger
    checked: tuple[Extent, ...] = ()
    next_epoch: int = 0
    must_amend: bool = False
    finished_path: Path | None = None


def restore(part_path: Path, entry: JournalEntry | None, *, adopt: bool, size_bytes: int | None) -> Restored:
    """Open the part file of a job. Raises `LocalError`.

    A file of that name that the journal knows nothing of is somebody's: `adopt` takes its bytes, up to the file's
    size, as received from nobody (hashes will judge them), else it is renamed and kept.
    """
    if entry is not None:
        finished = _finished(entry)
        if finished is not None:
            return _whole(finished, entry)
        if entry.stored.part_path is not None and entry.stored.part_path != part_path:
            _move(entry.stored.part_path, part_path)
        file = SparseFile.open(part_path)
        ledger, checked = _believed(file, entry)
        must_amend = tuple(ledger.durable) != entry.stored.durable
        return Restored(file, ledger, checked, entry.next_epoch, must_amend)
    if not adopt and part_path.exists() and part_path.stat().st_size:
        _move(part_path, free_name(part_path))
    file = SparseFile.open(part_path)
    ledger = ByteLedger()
    length = file.size_bytes if size_bytes is None else min(file.size_bytes, size_bytes)
    if length:
        ledger.restore(None, Span(0, length), durable=False)
    return Restored(file, ledger)


def _finished(entry: JournalEntry) -> Path | None:
    """Where the file went, when the rename that was about to happen has happened."""
    target, part, size = entry.target_path, entry.stored.part_path, entry.stored.size_bytes
    if target is None or part is None:
        return None
    try:
        found = target.stat()
    except OSError:
        return None
    if found.st_ino != entry.target_inode or found.st_size != size:
        return None
    try:
        if part.exists() and part.samefile(target):
            part.unlink()  # the crash came between giving the new name and taking the old one
    except OSError as error:
        raise local_error(error, part) from error
    return target


def _whole(path: Path, entry: JournalEntry) -> Restored:
    ledger = ByteLedger()
    if entry.stored.size_bytes:
        span = Span(0, entry.stored.size_bytes)
        for supplier, spans in entry.stored.suppliers.items():
            for part in spans:
                ledger.restore(supplier, part, durable=True)
        ledger.restore(None, span, durable=True)
        for proven in entry.stored.proven:
            ledger.prove(proven)
    return Restored(SparseFile.open(path), ledger, finished_path=path)


def _move(old: Path, new: Path) -> None:
    """Rename a part file to a name that nothing has."""
    if not old.exists() or os.path.lexists(new):
        return
    try:
        old.rename(new)
    except OSError as error:
        raise local_error(error, old) from error


def _believed(file: SparseFile, entry: JournalEntry) -> tuple[ByteLedger, tuple[Extent, ...]]:
    length = file.size_bytes
    ledger = ByteLedger()
    durable = SpanSet(entry.stored.durable)
    if durable.end > length:
        durable.discard(Span(length, durable.end))
    for span in durable:
        ledger.restore(None, span, durable=True)
    checked = []
    for extent in entry.recent:
        is_new = not ledger.received.overlaps(extent.span)
        if is_new and extent.end <= length and file.crc32(extent.start, extent.end) == extent.crc32:
            ledger.restore(extent.supplier, extent.span, durable=False)
            checked.append(extent)
    for supplier, spans in entry.stored.suppliers.items():
        owned = ledger.suppliers.setdefault(supplier, SpanSet())
        ledger.changed_suppliers.add(supplier)  # what the journal says beyond the durable is no longer so
        for span in spans:
            owned.update(list(durable.within(span)))
    for span in entry.stored.proven:
        for part in list(durable.within(span)):
            ledger.prove(part)
    return ledger, tuple(checked)
