"""What Headwater itself knows of a file that it fetched: its list's entry, and the hash tree kept in its journal.

For a terminal, beside a window that may be running; nothing is changed. The rule: what is found here is used where
nobody has named anything, and nothing lies beside the file.
"""

import asyncio
from pathlib import Path

from headwater.content.journal import Journal
from headwater.content.own_tree import kept_pieces
from headwater.control.trust_search import Knowledge
from headwater.engine.catalog import Catalog
from headwater.engine.job import StoredRow
from headwater.engine.profile import Profile
from headwater.model.job import JobState


async def recall(path: Path, profile: Profile) -> Knowledge | None:
    """What the list of a profile knows of the file at `path`; None where it is not among its finished ones.

    Raises `LocalError` where list or journal cannot be read.
    """
    row = await _find(await asyncio.to_thread(path.absolute), profile)
    if row is None:
        return None
    options = row.record.spec.options
    pieces = options.pieces
    if pieces is None and profile.journal_path.is_file():
        journal = await Journal.open(profile.journal_path)
        try:
            entry = await journal.load(row.job_id)
        finally:
            await journal.close()
        pieces = None if entry is None else kept_pieces(entry.tree, entry.stored.size_bytes)
    return Knowledge(
        checksums=list(options.checksums),
        pieces=pieces,
        size_bytes=row.record.size_bytes,
        sources=[source for source in row.record.spec.sources if source.enabled],
    )


async def _find(path: Path, profile: Profile) -> StoredRow | None:
    if not profile.catalog_path.is_file():
        return None
    catalog = await Catalog.open(profile.catalog_path)
    try:
        rows = await catalog.rows()
    finally:
        await catalog.close()
    return next((row for row in reversed(rows) if row.state is JobState.DONE and row.record.path == path), None)
