"""Hashers for one block each, fed piece by piece: plain digests, and roots of BitTorrent v2 trees.

Worker side; no file, no verdict.
"""

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


def can_compute(name: str) -> bool:
    """Whether this computer can compute the hash function `name`."""
    algorithm = find_algorithm(name)
    return name == TREE or (algorithm is not None and algorithm.is_available)
