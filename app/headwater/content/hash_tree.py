"""The hash tree of one file while its bytes come: BitTorrent v2's (BEP 52), so roots and layers in the world fit.

Leaves may come in any order. As soon as all leaves of a piece are there they are folded into the piece's one node
and forgotten, so that a proven file costs 32 bytes a piece: 1.6 MiB for 100 GiB. What a folded piece's leaves were
is computed again from the file where somebody asks for a proof below the piece layer.

Nothing here reads a file or judges what is right; hashing data (`model.merkle.hash_leaves`) is for worker threads,
all else here takes microseconds and belongs to one thread.
"""

from dataclasses import dataclass
from typing import Final, Self

from headwater.content.tree_proof import Proof
from headwater.model.errors import IntegrityError
from headwater.model.hashing import TREE, TREE_LEAF_BYTES
from headwater.model.job import PieceHashes
from headwater.model.merkle import (
    NODE_BYTES,
    Packed,
    leaf_count,
    nodes_at,
    piece_level,
    raise_layer,
    root_of_layer,
    siblings,
    tree_height,
)
from headwater.model.spans import Span

_MIN_PIECE_BYTES: Final = 256 * 1024
_MAX_PIECES: Final = 64 * 1024


def piece_bytes_for(size_bytes: int | None) -> int:
    """A piece size that keeps a file's piece layer at or under 2 MiB; 1 MiB while the size is not known."""
    if size_bytes is None:
        return 1024 * 1024
    piece_bytes = _MIN_PIECE_BYTES
    while piece_bytes * _MAX_PIECES < size_bytes:
        piece_bytes *= 2
    return piece_bytes


@dataclass(frozen=True, slots=True)
class StoredTree:
    """A tree's folded pieces as the journal keeps them: one byte a piece (0 or 1), and the packed layer."""

    piece_bytes: int
    known: bytes
    layer: bytes


class _OpenPiece:
    """Leaves of a piece of which some are still missing."""

    __slots__ = ("leaves", "missing")

    def __init__(self, count: int) -> None:
        self.leaves = bytearray(count * NODE_BYTES)
        self.missing = (1 << count) - 1

    def put(self, first: int, digests: memoryview) -> None:
        count = len(digests) // NODE_BYTES
        self.leaves[first * NODE_BYTES : (first + count) * NODE_BYTES] = digests
        self.missing &= ~(((1 << count) - 1) << first)

    def shorten(self, count: int) -> None:
        """The file ends inside this piece, after `count` leaves of it."""
        del self.leaves[count * NODE_BYTES :]
        self.missing &= (1 << count) - 1


class HashTree:
    """The tree of one file; see the module's text. `piece_bytes` is the layer that it is folded to.

    A file smaller than a piece is folded to its root. Raises `ValueError` unless `piece_bytes` is 16 KiB times a
    power of two.
    """

    def __init__(self, size_bytes: int | None, piece_bytes: int | None = None) -> None:
        self._level = piece_level(piece_bytes or piece_bytes_for(size_bytes))
        self._size_bytes: int | None = None
        self._layer = bytearray()
        self._known = bytearray()  # a byte a piece, so that both grow alike
        self._folded = 0
        self._open: dict[int, _OpenPiece] = {}
        if size_bytes is not None:
            self.learn_size(size_bytes)

    @classmethod
    def restore(cls, size_bytes: int | None, stored: StoredTree) -> Self:
        """The tree that `store` kept; raises `IntegrityError` when it does not belong to a file of that size."""
        tree = cls(None, stored.piece_bytes)
        if len(stored.layer) != len(stored.known) * NODE_BYTES:
            raise IntegrityError("the stored hash tree is damaged")
        tree._layer, tree._known = bytearray(stored.layer), bytearray(stored.known)
        tree._folded = sum(1 for flag in stored.known if flag)
        if size_bytes is not None:
            tree.learn_size(size_bytes)
        return tree

    def __repr__(self) -> str:
        return (
            f"<HashTree of {self._size_bytes} bytes: {self._folded} pieces of {self.piece_bytes} folded, "
            f"{len(self._open)} open>"
        )

    @property
    def size_bytes(self) -> int | None:
        return self._size_bytes

    @property
    def piece_bytes(self) -> int:
        """Bytes under one folded node."""
        return TREE_LEAF_BYTES << self._level

    @property
    def is_complete(self) -> bool:
        """Whether every leaf is in."""
        return self._size_bytes is not None and self._folded == nodes_at(self._size_bytes, self._level)

    @property
    def memory_bytes(self) -> int:
        """What the packed arrays take."""
        return len(self._layer) + len(self._known) + sum(len(piece.leaves) for piece in self._open.values())

    def learn_size(self, size_bytes: int) -> None:
        """The file's size is known now; raises `IntegrityError` where it contradicts what was known or put in."""
        if self._size_bytes is not None:
            if self._size_bytes != size_bytes:
                raise IntegrityError(f"the file's size was {self._size_bytes} bytes and is said to be {size_bytes} now")
            return
        pieces = nodes_at(size_bytes, self._level)
        if any(self._known[pieces:]) or any(index >= pieces for index in self._open):
            raise IntegrityError(f"hashes were computed beyond the {size_bytes} bytes that the file is said to have")
        self._size_bytes = size_bytes
        self._level = min(self._level, tree_height(size_bytes))
        self._grow(pieces)
        del self._layer[pieces * NODE_BYTES :], self._known[pieces:]
        last = self._open.get(pieces - 1)
        if last is not None:
            last.shorten(self._leaves_in(pieces - 1))
            self._fold_if_whole(pieces - 1)

    def add_leaves(self, first_leaf: int, digests: Packed) -> None:
        """Put in the packed digests of consecutive leaves; those of folded pieces are left as they are.

        Raises `IntegrityError` for leaves beyond the file's end.
        """
        view = memoryview(digests)
        end = first_leaf + len(view) // NODE_BYTES
        if self._size_bytes is not None and end > leaf_count(self._size_bytes):
            raise IntegrityError(f"leaf {end - 1} lies beyond a file of {self._size_bytes} bytes")
        at = first_leaf
        while at < end:
            index, offset = divmod(at, 1 << self._level)
            whole = self._fresh_pieces(index, (end - at) >> self._level) if offset == 0 else 0
            count = whole << self._level or min(end - at, (1 << self._level) - offset)
            low = (at - first_leaf) * NODE_BYTES
            part = view[low : low + count * NODE_BYTES]
            if whole:
                self._keep(index, raise_layer(part, 0, self._level))
            elif not self.has_piece(index):
                self._collect(index, offset, part)
            at += count

    def has_piece(self, index: int) -> bool:
        """Whether all leaves of piece `index` are in."""
        return index < len(self._known) and bool(self._known[index])

    def has_leaf(self, leaf: int) -> bool:
        """Whether the digest of `leaf` is in, be it folded or not."""
        index, offset = divmod(leaf, 1 << self._level)
        if self.has_piece(index):
            return True
        piece = self._open.get(index)
        return piece is not None and not piece.missing >> offset & 1

    def piece_node(self, index: int) -> bytes:
        """The node of a folded piece; raises `IntegrityError` while leaves of it are missing."""
        if not self.has_piece(index):
            raise IntegrityError(f"piece {index} is not hashed yet")
        return bytes(self._layer[index * NODE_BYTES : (index + 1) * NODE_BYTES])

    def forget(self, span: Span) -> list[int]:
        """Take out every piece that touches `span`; returns those that were folded, as all of them is to be hashed
        again."""
        end = min((span.end - 1) // self.piece_bytes + 1, max(len(self._known), *self._open, 0) + 1)
        lost: list[int] = []
        for index in range(span.start // self.piece_bytes, end):
            self._open.pop(index, None)
            if self.has_piece(index):
                self._known[index] = 0
                self._folded -= 1
                lost.append(index)
        return lost

    def root(self) -> bytes:
        """The tree's root, 32 bytes; zeros for a file without bytes. Raises `IntegrityError` while incomplete."""
        return root_of_layer(self._layer, self._level, self._need_whole())

    def layer(self, piece_bytes: int) -> bytes:
        """The packed layer whose nodes cover `piece_bytes` each, for any size not below `self.piece_bytes`.

        Raises `IntegrityError` while the tree is incomplete, `ValueError` for a layer that was folded away.
        """
        self._need_whole()
        level = piece_level(piece_bytes)
        if level < self._level:
            raise ValueError(f"the tree was folded to {self.piece_bytes} bytes a node")
        return raise_layer(self._layer, self._level, level)

    def pieces(self, origin: str, piece_bytes: int | None = None) -> PieceHashes:
        """The layer as trusted piece hashes, for the journal or for another who trusts us."""
        piece_bytes = piece_bytes or self.piece_bytes
        return PieceHashes(TREE, piece_bytes, self.layer(piece_bytes), origin)

    def prove_piece(self, index: int) -> Proof:
        """That folded piece `index` belongs to the tree. Raises `IntegrityError` while incomplete, `IndexError`."""
        height = tree_height(self._need_whole())
        if not 0 <= index < len(self._known):
            raise IndexError(f"there is no piece {index}")
        return Proof(self._level, index, siblings(self._layer, self._level, index, height))

    def prove_leaf(self, leaf: int, piece_leaves: Packed) -> Proof:
        """That `leaf` belongs to the tree; `piece_leaves` are the packed leaves of its piece, hashed again.

        Raises `IntegrityError` while incomplete or when the leaves are not those of the piece, `IndexError`.
        """
        index, offset = divmod(leaf, 1 << self._level)
        above = self.prove_piece(index)
        if len(piece_leaves) != self._leaves_in(index) * NODE_BYTES:
            raise IntegrityError(f"piece {index} has {self._leaves_in(index)} leaves")
        if raise_layer(piece_leaves, 0, self._level) != self.piece_node(index):
            raise IntegrityError(f"piece {index} is not what it was when it was hashed")
        if (offset + 1) * NODE_BYTES > len(piece_leaves):
            raise IndexError(f"there is no leaf {leaf}")
        return Proof(0, leaf, siblings(piece_leaves, 0, offset, self._level) + above.siblings)

    def store(self) -> StoredTree:
        """The folded pieces, to be kept; leaves of open pieces are not (their bytes are hashed again)."""
        return StoredTree(self.piece_bytes, bytes(self._known), bytes(self._layer))

    def _need_whole(self) -> int:
        if self._size_bytes is None or not self.is_complete:
            raise IntegrityError(f"the hash tree is not complete yet: {self!r}")
        return self._size_bytes

    def _leaves_in(self, index: int) -> int:
        whole = 1 << self._level
        if self._size_bytes is None:
            return whole
        return min(whole, leaf_count(self._size_bytes) - index * whole)

    def _grow(self, pieces: int) -> None:
        missing = pieces - len(self._known)
        if missing > 0:
            self._known.extend(bytes(missing))
            self._layer.extend(bytes(missing * NODE_BYTES))

    def _fresh_pieces(self, index: int, limit: int) -> int:
        """How many pieces from `index` on, at most `limit`, have no leaf in yet."""
        count = 0
        while count < limit and not self.has_piece(index + count) and index + count not in self._open:
            count += 1
        return count

    def _collect(self, index: int, offset: int, digests: memoryview) -> None:
        """Put leaves into a piece that is not folded yet."""
        if index not in self._open:
            self._open[index] = _OpenPiece(self._leaves_in(index))
        self._open[index].put(offset, digests)
        self._fold_if_whole(index)

    def _fold_if_whole(self, index: int) -> None:
        piece = self._open[index]
        if not piece.missing:
            del self._open[index]
            self._keep(index, raise_layer(piece.leaves, 0, self._level))

    def _keep(self, index: int, nodes: bytes) -> None:
        """Keep the nodes of consecutive folded pieces."""
        count = len(nodes) // NODE_BYTES
        self._grow(index + count)
        self._layer[index * NODE_BYTES : (index + count) * NODE_BYTES] = nodes
        self._known[index : index + count] = b"\1" * count
        self._folded += count
