"""One block of a file, proven by the root of the file's hash tree alone: made where the file is, checked anywhere.

Blocking, for worker threads and terminals. A block is a leaf of the tree (16 KiB). Making a proof reads the block's
piece, where the tree is kept, and the whole file, where it is not; checking one reads the block. The rule: inner nodes
of such a tree are hashed as leaves are (BEP 52), so a proof counts only with as many steps as a file of the size has.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from headwater.content.hash_tree import HashTree, StoredTree
from headwater.content.storage_errors import local_error
from headwater.content.tree_proof import Proof
from headwater.model.errors import IntegrityError, UserError
from headwater.model.hashing import TREE_LEAF_BYTES
from headwater.model.job import PieceHashes
from headwater.model.merkle import (
    NODE_BYTES,
    hash_leaves,
    leaf_count,
    nodes_at,
    piece_level,
    root_of_layer,
    tree_height,
)
from headwater.model.spans import UNKNOWN_END, Span

#: Read at once: whole leaves.
_READ_BYTES: Final = 64 * TREE_LEAF_BYTES
#: More than the largest file's proof has in its text.
MAX_TEXT_BYTES: Final = 16 * 1024


@dataclass(frozen=True, slots=True)
class BlockProof:
    """That block number `proof.index` belongs to the file of `size_bytes` whose tree has this `root`."""

    root: bytes
    size_bytes: int
    proof: Proof

    @property
    def span(self) -> Span:
        """The bytes that it speaks of."""
        start = self.proof.index * TREE_LEAF_BYTES
        return Span(start, min(start + TREE_LEAF_BYTES, self.size_bytes))

    def to_text(self) -> str:
        """JSON to send."""
        told = {"root": self.root.hex(), "size_bytes": self.size_bytes, "proof": self.proof.to_bytes().hex()}
        return json.dumps(told)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """What `to_text` made. Raises `IntegrityError` for anything else, also for a proof that fits no such file."""
        try:
            told = json.loads(text)
            root, size_bytes = bytes.fromhex(told["root"]), int(told["size_bytes"])
            proof = Proof.from_bytes(bytes.fromhex(told["proof"]))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise IntegrityError("this is no proof of a block") from error
        if not 0 < size_bytes < UNKNOWN_END or len(root) != NODE_BYTES:
            raise IntegrityError("this is no proof of a block")
        if proof.level or proof.index >= leaf_count(size_bytes) or len(proof.siblings) != tree_height(size_bytes):
            raise IntegrityError(f"the proof does not fit a file of {size_bytes:,} bytes")
        return cls(root, size_bytes, proof)


def hash_file(path: Path) -> HashTree:
    """The tree of all of a file. Raises `LocalError`, `UserError` for a file without bytes."""
    try:
        size_bytes = path.stat().st_size
    except OSError as error:
        raise local_error(error, path) from error
    if not size_bytes:
        raise UserError(f"{path} has no bytes that could be proven")
    tree = HashTree(size_bytes)
    for at in range(0, size_bytes, _READ_BYTES):
        tree.add_leaves(at // TREE_LEAF_BYTES, hash_leaves(_read(path, at, min(_READ_BYTES, size_bytes - at))))
    return tree


def tree_of_pieces(pieces: PieceHashes, size_bytes: int) -> HashTree:
    """A tree of which the piece layer is known, be it that of a torrent or one that was kept.

    Raises `IntegrityError` where the layer is not one of a file of that size.
    """
    if len(pieces.digests) != nodes_at(size_bytes, piece_level(pieces.piece_bytes)) * NODE_BYTES:
        raise IntegrityError(f"the piece hashes do not belong to a file of {size_bytes:,} bytes")
    return HashTree.restore(size_bytes, StoredTree(pieces.piece_bytes, b"\1" * pieces.count, pieces.digests))


def root_of_pieces(pieces: PieceHashes, size_bytes: int) -> bytes:
    """The root above a piece layer. Raises `IntegrityError` as `tree_of_pieces` does."""
    try:
        return root_of_layer(pieces.digests, piece_level(pieces.piece_bytes), size_bytes)
    except ValueError as error:
        raise IntegrityError(str(error)) from error


def prove_block(path: Path, tree: HashTree, offset: int) -> BlockProof:
    """The proof of the block that holds the byte at `offset` of a file with this tree.

    Raises `UserError` for a byte behind the end, `IntegrityError` where the file is not what the tree says,
    `LocalError`.
    """
    size_bytes = tree.size_bytes or 0
    if not 0 <= offset < size_bytes:
        raise UserError(f"the file has {size_bytes:,} bytes, so there is none at {offset:,}")
    start = offset // tree.piece_bytes * tree.piece_bytes
    leaves = hash_leaves(_read(path, start, min(tree.piece_bytes, size_bytes - start)))
    return BlockProof(tree.root(), size_bytes, tree.prove_leaf(offset // TREE_LEAF_BYTES, leaves))


def check_block(path: Path, sent: BlockProof, root: bytes) -> bool:
    """Whether the file at `path`, which may be there in part only, has the block that belongs to this root.

    Raises `LocalError`.
    """
    data = _read(path, sent.span.start, sent.span.size)
    return len(data) == sent.span.size and sent.root == root and sent.proof.leads_to(root, hash_leaves(data))


def _read(path: Path, offset: int, size: int) -> bytes:
    """So many bytes, fewer where the file ends. Raises `LocalError`."""
    try:
        with path.open("rb") as file:
            file.seek(offset)
            return file.read(size)
    except OSError as error:
        raise local_error(error, path) from error
