"""Hashers for one block each, fed piece by piece: plain digests, and roots of BitTorrent v2 trees.

Worker side; no file, no verdict.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from headwater.model.hashing import TREE, TREE_LEAF_BYTES, Hasher, find_algorithm, make_hasher
from headwater.model.job import PieceHashes
from headwater.model.merkle import hash_leaves, piece_level, raise_layer


class TreeHasher:
    """The root over a block's 16 KiB leaves, padded to `block_bytes` (BEP 52), with the face of a hashlib object."""

    def __init__(self, block_bytes: int) -> None:
        self._level = piece_level(block_bytes)
        self._layer = bytearray()
        self._rest = bytearray()

    def update(self, data: bytes | bytearray | memoryview, /) -> None:
        view = memoryview(data)
        if self._rest:
            taken = view[: TREE_LEAF_BYTES - len(self._rest)]
            self._rest += taken
            view = view[len(taken) :]
            if len(self._rest) == TREE_LEAF_BYTES:
                self._layer += hash_leaves(self._rest)
                self._rest.clear()
        whole = len(view) - len(view) % TREE_LEAF_BYTES
        if whole:
            self._layer += hash_leaves(view[:whole])
        self._rest += view[whole:]

    @property
    def leaves(self) -> bytes:
        """Packed digests of the leaves so far, the last one as it is now."""
        return bytes(self._layer) + (hash_leaves(self._rest) if self._rest else b"")

    def digest(self) -> bytes:
        return raise_layer(self.leaves, 0, self._level)

    def hexdigest(self) -> str:
        return self.digest().hex()


def make_block_hasher(pieces: PieceHashes) -> Hasher:
    """A fresh hasher for one of these pieces. Raises `UserError` for a hash this computer cannot compute."""
    return TreeHasher(pieces.piece_bytes) if pieces.algorithm == TREE else make_hasher(pieces.algorithm)


@dataclass(slots=True)
class OpenBlock:
    """A block that is being hashed while it grows: all that came from its start to `position` went into `digest`."""

    digest: Hasher
    position: int


class HashedBlocks(NamedTuple):
    """Digests of the blocks that ended in a stretch of bytes, by number, and the one that goes on behind it."""

    digests: dict[int, bytes]
    rest: OpenBlock | None


@dataclass(frozen=True, slots=True)
class RunHashes:
    """What was hashed of a run on its way: `digests` of blocks of these `pieces`, by number, and its whole leaves'."""

    pieces: PieceHashes | None
    digests: Mapping[int, bytes]
    leaves: bytes


def hash_blocks(
    pieces: PieceHashes, size_bytes: int | None, start: int, views: Iterable[memoryview], head: OpenBlock | None
) -> HashedBlocks:
    """Hash the blocks that begin in the bytes from `start` on, which `views` have, and the one that `head` began.

    Where `start` lies within a block that `head` has not got so far with, there is nothing to say of that block.
    """
    digests: dict[int, bytes] = {}
    position = start
    index = start // pieces.piece_bytes
    if index >= pieces.count:
        return HashedBlocks({}, None)
    block = head if head is not None and head.position == start else None
    end = pieces.span(index, size_bytes).end
    for data in views:
        view = data
        while view:
            if block is None and position == index * pieces.piece_bytes:
                block = OpenBlock(make_block_hasher(pieces), position)
            taken = view[: end - position]
            position += len(taken)
            view = view[len(taken) :]
            if block is not None:
                block.digest.update(taken)
                block.position = position
            if position == end:
                if block is not None:
                    digests[index] = block.digest.digest()
                index += 1
                block = None
                if index == pieces.count:
                    return HashedBlocks(digests, None)  # bytes behind the last block belong to none
                end = pieces.span(index, size_bytes).end
    return HashedBlocks(digests, block)


def can_compute(name: str) -> bool:
    """Whether this computer can compute the hash function `name`."""
    algorithm = find_algorithm(name)
    return name == TREE or (algorithm is not None and algorithm.is_available)
