"""Arithmetic of BitTorrent v2's hash trees (BEP 52): leaves, padding, layers, roots.

A file is cut into leaves of 16 KiB, the last one shorter; each is hashed with SHA-256. The tree above them is
binary and complete: leaves that the file does not reach are 32 zero bytes. A layer is packed, 32 bytes a node, and
leaves out the nodes that stand for padding alone. Level 0 is the leaves.

Both those who read trees (`discovery`) and those who compute them (`content`) need this, so it stands below both.
Functions only; no state, no file.
"""

import hashlib
from functools import cache
from typing import Final, TypeAlias

from headwater.model.hashing import TREE_LEAF_BYTES

NODE_BYTES: Final = 32
#: Root of a file without bytes: it has no leaf, and libtorrent shows it as zeros.
EMPTY_ROOT: Final = bytes(NODE_BYTES)

Packed: TypeAlias = bytes | bytearray | memoryview


def leaf_count(size_bytes: int) -> int:
    """Leaves of a file of that size."""
    return -(-size_bytes // TREE_LEAF_BYTES)


def tree_height(size_bytes: int) -> int:
    """Level of the root; 0 for a file of one leaf or none."""
    return max(0, leaf_count(size_bytes) - 1).bit_length()


def piece_level(piece_bytes: int) -> int:
    """Level whose nodes cover `piece_bytes`; raises `ValueError` unless that is 16 KiB times a power of two."""
    level = (piece_bytes // TREE_LEAF_BYTES).bit_length() - 1
    if level < 0 or piece_bytes != TREE_LEAF_BYTES << level:
        raise ValueError(f"a tree has no layer of {piece_bytes} bytes a node")
    return level


def nodes_at(size_bytes: int, level: int) -> int:
    """Nodes at `level` that cover at least one byte of the file."""
    return -(-leaf_count(size_bytes) >> level)


@cache
def pad_node(level: int) -> bytes:
    """The node at `level` under which there is nothing but padding."""
    if level == 0:
        return bytes(NODE_BYTES)
    below = pad_node(level - 1)
    return hashlib.sha256(below + below).digest()


def hash_leaves(data: Packed) -> bytes:
    """Digests of the leaves of `data`, packed; `data` begins at a leaf's start, its last leaf may be short.

    Meant for worker threads: hashlib lets go of the interpreter's lock for each leaf, and nothing is copied.
    """
    sha256, view, step = hashlib.sha256, memoryview(data), TREE_LEAF_BYTES
    return b"".join([sha256(view[at : at + step]).digest() for at in range(0, len(view), step)])


def raise_layer(nodes: Packed, level: int, to_level: int) -> bytes:
    """The layer at `to_level` above the packed `nodes` at `level`; the last node is completed with padding."""
    sha256 = hashlib.sha256
    for below in range(level, to_level):
        if len(nodes) % (2 * NODE_BYTES):
            nodes = bytes(nodes) + pad_node(below)
        view = memoryview(nodes)
        nodes = b"".join([sha256(view[at : at + 64]).digest() for at in range(0, len(view), 64)])
    return bytes(nodes)


def siblings(nodes: Packed, level: int, index: int, to_level: int) -> tuple[bytes, ...]:
    """The nodes beside node `index` and its ancestors, from `level` up to below `to_level`."""
    found: list[bytes] = []
    for at_level in range(level, to_level):
        beside = (index ^ 1) * NODE_BYTES
        found.append(bytes(nodes[beside : beside + NODE_BYTES]) or pad_node(at_level))
        nodes = raise_layer(nodes, at_level, at_level + 1)
        index >>= 1
    return tuple(found)


def root_of_layer(nodes: Packed, level: int, size_bytes: int) -> bytes:
    """Root of the tree of a file of `size_bytes` from its whole layer at `level`.

    Raises `ValueError` when the layer has not as many nodes as the file needs, or lies above the root.
    """
    if size_bytes == 0:
        return EMPTY_ROOT
    if len(nodes) != nodes_at(size_bytes, level) * NODE_BYTES:
        raise ValueError(f"{len(nodes)} bytes are not a layer at level {level} of a file of {size_bytes} bytes")
    if level > tree_height(size_bytes):
        raise ValueError(f"level {level} lies above the root of a file of {size_bytes} bytes")
    return raise_layer(nodes, level, tree_height(size_bytes))
