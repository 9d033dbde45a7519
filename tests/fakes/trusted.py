"""Trusted hashes of the lab's samples: plain pieces, trees and whole-file digests."""

import hashlib
import random

from headwater.content.hash_tree import HashTree
from headwater.lab.sample import Sample
from headwater.model.job import PieceHashes
from headwater.model.merkle import hash_leaves
from headwater.model.spans import Span


def pieces_of(sample: Sample, piece_bytes: int) -> PieceHashes:
    """SHA-256 of each piece, as a Metalink gives them."""
    starts = range(0, sample.size_bytes, piece_bytes)
    digests = b"".join(hashlib.sha256(sample.read(start, piece_bytes)).digest() for start in starts)
    return PieceHashes("sha-256", piece_bytes, digests, "Metalink")


def tree_pieces_of(sample: Sample, piece_bytes: int) -> PieceHashes:
    """A layer of the hash tree, as a torrent gives it."""
    tree = HashTree(sample.size_bytes, piece_bytes)
    tree.add_leaves(0, hash_leaves(sample.read(0, sample.size_bytes)))
    return tree.pieces("torrent", piece_bytes)


def bad_bytes(size_bytes: int, block_bytes: int, part: float, seed: int) -> tuple[Span, ...]:
    """One byte in each of `part` of all blocks (one block at least), for a mirror to send wrongly."""
    chance = random.Random(seed)
    blocks = range(-(-size_bytes // block_bytes))
    chosen = sorted(chance.sample(blocks, max(1, round(part * len(blocks)))))
    ends = ((index * block_bytes, min((index + 1) * block_bytes, size_bytes)) for index in chosen)
    return tuple(Span(at, at + 1) for at in (chance.randrange(start, end) for start, end in ends))
