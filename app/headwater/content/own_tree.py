"""A job's own hash tree, computed while its bytes come: no proof of anything, but later damage shows against it.

Worker side, called by the integrity engine only. It hashes leaves as they become whole: from memory where a run holds
them whole, reading back from the system's cache where several do. What is folded is kept by the journal, so that a
partial file that was damaged between two runs is found without any trusted hash.
"""

import struct
import zlib
from collections.abc import Callable, Iterable
from typing import Final

from headwater.content.block_hasher import TreeHasher
from headwater.content.hash_tree import HashTree, StoredTree
from headwater.content.trust import OWN_ORIGIN
from headwater.content.write_buffer import WriteRun
from headwater.model.errors import IntegrityError
from headwater.model.hashing import TREE_LEAF_BYTES
from headwater.model.job import PieceHashes
from headwater.model.merkle import NODE_BYTES, hash_leaves, leaf_count
from headwater.model.spans import Span, SpanSet

_HEAD: Final = struct.Struct("<QQ")
_CRC: Final = struct.Struct("<I")


def pack_tree(stored: StoredTree) -> bytes:
    """A tree's folded pieces as one record, closed by its CRC-32."""
    body = _HEAD.pack(stored.piece_bytes, len(stored.known)) + stored.known + stored.layer
    return body + _CRC.pack(zlib.crc32(body))


def unpack_tree(packed: bytes) -> StoredTree:
    """Raises `ValueError` when the bytes are not what `pack_tree` made."""
    body, crc = packed[: -_CRC.size], packed[-_CRC.size :]
    if len(body) < _HEAD.size or _CRC.pack(zlib.crc32(body)) != crc:
        raise ValueError("the stored tree is damaged")
    piece_bytes, count = _HEAD.unpack_from(body)
    return StoredTree(piece_bytes, body[_HEAD.size : _HEAD.size + count], body[_HEAD.size + count :])


def kept_pieces(packed: bytes | None, size_bytes: int | None) -> PieceHashes | None:
    """The whole file's piece hashes from a record that was kept; None where there is none, or not of every byte."""
    if packed is None or not size_bytes:
        return None
    try:
        tree = HashTree.restore(size_bytes, unpack_tree(packed))
    except (ValueError, IntegrityError):
        return None  # a damaged record: as good as none
    return tree.pieces(OWN_ORIGIN) if tree.is_complete else None


def whole_leaves_of(span: Span, size_bytes: int | None) -> Span | None:
    """The leaves that lie in `span` with all their bytes, the file's last one counting as it is; None for none."""
    start = -(-span.start // TREE_LEAF_BYTES) * TREE_LEAF_BYTES
    end = span.end if span.end == size_bytes else span.end // TREE_LEAF_BYTES * TREE_LEAF_BYTES
    return Span(start, end) if start < end else None


def _leaves_in_memory(run: WriteRun, span: Span) -> bytes:
    """Packed digests of a run's whole leaves, which lie in `span`; none where the file alone has its bytes."""
    hasher, position = TreeHasher(TREE_LEAF_BYTES), run.start
    for buffer in run.buffers:
        low, high = max(0, span.start - position), max(0, min(len(buffer), span.end - position))
        hasher.update(memoryview(buffer)[low:high])
        position += len(buffer)
    return hasher.leaves


class OwnTree:
    """The tree of what the file holds. `read_back(start, end)` yields the file's bytes in whole leaves."""

    def __init__(self, size_bytes: int | None, read_back: Callable[[int, int], Iterable[memoryview]]) -> None:
        self._tree = HashTree(size_bytes)
        self._read_back = read_back
        self._hashed = SpanSet()
        #: Pieces of an earlier run, not looked at in this one.
        self._inherited = SpanSet()

    def restore(self, packed: bytes, written: SpanSet) -> None:
        """Take over the pieces an earlier run folded, as far as their bytes are there; ignore a damaged record."""
        try:
            tree = HashTree.restore(self._tree.size_bytes, unpack_tree(packed))
        except (ValueError, IntegrityError):
            return
        self._tree = tree
        for index in range(len(unpack_tree(packed).known)):
            span = self._piece(index)
            if tree.has_piece(index) and written.covers(span):
                self._hashed.add(span)
                self._inherited.add(span)
            elif tree.has_piece(index):
                tree.forget(span)

    def learn_size(self, size_bytes: int, written: SpanSet) -> None:
        self._tree.learn_size(size_bytes)
        if size_bytes:
            self._hash_whole_leaves(Span(size_bytes - 1, size_bytes), written)

    def take(self, run: WriteRun, written: SpanSet) -> None:
        """Take the leaves of a run that was just written, and hash those that became whole with it."""
        span = whole_leaves_of(run.span, self._tree.size_bytes)
        if span is not None and not self._hashed.overlaps(span):
            leaves = run.hashes.leaves if run.hashes is not None else _leaves_in_memory(run, span)
            if len(leaves) == leaf_count(span.size) * NODE_BYTES:
                self._tree.add_leaves(span.start // TREE_LEAF_BYTES, leaves)
                self._hashed.add(span)
        self._hash_whole_leaves(run.span, written)

    def _hash_whole_leaves(self, span: Span, written: SpanSet) -> None:
        """Hash what is whole and was not hashed of the pieces that `span` touches."""
        width = self._tree.piece_bytes
        region = Span(span.start // width * width, -(-span.end // width) * width)
        for part in list(written.within(region)):
            whole = whole_leaves_of(part, self._tree.size_bytes)
            for gap in () if whole is None else list(self._hashed.gaps(whole)):
                self._hash(gap)

    def lose(self, span: Span) -> None:
        """The bytes of `span` will come again."""
        width = self._tree.piece_bytes
        self._tree.forget(span)
        for known in (self._hashed, self._inherited):
            known.discard(Span(span.start // width * width, -(-span.end // width) * width))

    @property
    def inherited(self) -> tuple[range, ...]:
        """Numbers of the pieces that an earlier run brought and nobody has looked at since."""
        width = self._tree.piece_bytes
        return tuple(range(span.start // width, -(-span.end // width)) for span in self._inherited)

    def pieces_in(self, first: int, last: int, written: SpanSet) -> Iterable[tuple[Span, bool]]:
        """Hash the folded pieces `[first, last)` again: their spans, and whether they are what they were.

        Pieces that are not folded, because an earlier run's hashes were lost, are hashed as they are now.
        """
        for index in range(first, last):
            span = self._piece(index)
            if not self._tree.has_piece(index):
                self._hash_whole_leaves(span, written)
            else:
                self._inherited.discard(span)
                again = HashTree(self._tree.size_bytes, self._tree.piece_bytes)
                self._hash(span, again)
                yield span, again.piece_node(index) == self._tree.piece_node(index)

    @property
    def piece_bytes(self) -> int:
        return self._tree.piece_bytes

    @property
    def packed(self) -> bytes:
        return pack_tree(self._tree.store())

    @property
    def pieces(self) -> PieceHashes | None:
        """The whole tree's piece layer, once it is complete."""
        return self._tree.pieces(OWN_ORIGIN) if self._tree.is_complete and self._tree.size_bytes else None

    def _piece(self, index: int) -> Span:
        width, size = self._tree.piece_bytes, self._tree.size_bytes
        end = (index + 1) * width
        return Span(index * width, end if size is None else min(size, end))

    def _hash(self, span: Span, tree: HashTree | None = None) -> None:
        at = span.start
        for data in self._read_back(span.start, span.end):
            (tree or self._tree).add_leaves(at // TREE_LEAF_BYTES, hash_leaves(data))
            at += len(data)
        self._hashed.add(span)

    def __repr__(self) -> str:
        return f"<OwnTree {self._hashed.total_bytes} bytes hashed, {self._tree!r}>"
