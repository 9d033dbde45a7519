"""Hashes of bytes that were poured into the file, taken by the worker that poured them, while its cache has them.

So several workers hash for one job, and none of them has to wait for another's turn. `PourHashing` belongs to the
loop's thread and says what is wanted of a pour, `hash_poured` is the worker's part. Nothing is judged here: what was
found goes with the run to the integrity engine, which knows what is there, and reads the file where it cannot use it.
The rule: a hash that was begun before bytes were given up is worth nothing after.
"""

from dataclasses import dataclass
from typing import Final

from headwater.content.block_hasher import OpenBlock, RunHashes, hash_blocks
from headwater.content.integrity import IntegrityEngine
from headwater.content.own_tree import whole_leaves_of
from headwater.content.sparse_file import SparseFile
from headwater.content.write_buffer import WriteRun
from headwater.model.job import PieceHashes
from headwater.model.merkle import hash_leaves
from headwater.model.spans import Span

#: So many blocks are kept between two pours; there is one a channel, and those of channels that have ended.
MOST_HEADS: Final = 64


@dataclass(frozen=True, slots=True)
class PourOrder:
    """What is to be hashed of a pour: blocks of `pieces`, else leaves. `head` is a block that goes on in it.

    `losses` is how often bytes had been given up by then.
    """

    pieces: PieceHashes | None
    size_bytes: int
    head: OpenBlock | None
    losses: int


@dataclass(frozen=True, slots=True)
class PouredHashes:
    """What a worker found, and a block that goes on behind its bytes."""

    hashes: RunHashes
    rest: OpenBlock | None


def hash_poured(file: SparseFile, order: PourOrder, span: Span) -> PouredHashes:
    """Hash what was just poured into `span` (on a worker). Raises `LocalError` where it cannot be read."""
    pieces = order.pieces
    if pieces is None:
        whole = whole_leaves_of(span, order.size_bytes)
        views = () if whole is None else file.views(whole.start, whole.end)
        return PouredHashes(RunHashes(None, {}, b"".join(hash_leaves(data) for data in views)), None)
    first = span.start if order.head is not None else -(-span.start // pieces.piece_bytes) * pieces.piece_bytes
    views = file.views(first, span.end)
    digests, rest = hash_blocks(pieces, order.size_bytes, first, views, order.head)
    return PouredHashes(RunHashes(pieces, digests, b""), rest)


class PourHashing:
    """What one job's pours are hashed for."""

    def __init__(self, engine: IntegrityEngine) -> None:
        self._engine = engine
        #: Blocks that ended with a pour's bytes and go on with another's, by where they do.
        self._heads: dict[int, OpenBlock] = {}
        self._heads_of: PieceHashes | None = None
        self._losses = 0

    def order(self, start: int, size_bytes: int, *, for_tree: bool) -> PourOrder | None:
        """What to hash of a pour that begins at `start`; None where nothing is."""
        pieces = self._engine.pieces
        if pieces is not self._heads_of:
            self._heads.clear()
            self._heads_of = pieces
        if pieces is None and not (for_tree and self._engine.own_tree is not None):
            return None
        return PourOrder(pieces, size_bytes, self._heads.pop(start, None), self._losses)

    def poured(self, order: PourOrder, run: WriteRun, found: PouredHashes) -> None:
        """Give the run what was found of its bytes, unless any were given up meanwhile."""
        if order.losses != self._losses:
            return
        run.hashes = found.hashes
        if found.rest is not None and order.pieces is self._heads_of:
            self._heads[found.rest.position] = found.rest
            if len(self._heads) > MOST_HEADS:
                del self._heads[next(iter(self._heads))]

    def lose(self) -> None:
        """Bytes were given up: others will come in their place."""
        self._losses += 1
        self._heads.clear()

    def __repr__(self) -> str:
        return f"<PourHashing, {len(self._heads)} blocks go on, {self._losses} losses>"
