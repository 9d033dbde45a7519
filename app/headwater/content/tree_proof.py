"""Proofs that a node belongs to a BitTorrent v2 hash tree (BEP 52): made by `hash_tree`, sent, and checked by anybody.

Values only. What arrives from elsewhere is checked for its form when it is read, and for its truth by `leads_to`.
"""

import struct
from dataclasses import dataclass
from typing import Final, Self

from headwater.model.errors import IntegrityError
from headwater.model.merkle import NODE_BYTES, raise_layer

_PROOF_HEAD: Final = struct.Struct(">BQ")


@dataclass(frozen=True, slots=True)
class Proof:
    """That a node belongs to a tree: the siblings on its way up, the lowest first.

    The node is number `index` (from 0) at `level`; level 0 is a leaf.
    """

    level: int
    index: int
    siblings: tuple[bytes, ...]

    def leads_to(self, root: bytes, node: bytes) -> bool:
        """Whether `node` at this place makes the tree's `root`."""
        at = self.index
        for sibling in self.siblings:
            pair = sibling + node if at & 1 else node + sibling
            node = raise_layer(pair, 0, 1)
            at >>= 1
        return at == 0 and node == root

    def to_bytes(self) -> bytes:
        """A form to send: level (1 byte), index (8, big-endian), siblings (32 each)."""
        return _PROOF_HEAD.pack(self.level, self.index) + b"".join(self.siblings)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """What `to_bytes` made; raises `IntegrityError` for anything else."""
        body = data[_PROOF_HEAD.size :]
        if len(data) < _PROOF_HEAD.size or len(body) % NODE_BYTES or len(body) > 64 * NODE_BYTES:
            raise IntegrityError(f"{len(data)} bytes are not a proof")
        level, index = _PROOF_HEAD.unpack_from(data)
        siblings = tuple(body[at : at + NODE_BYTES] for at in range(0, len(body), NODE_BYTES))
        return cls(level, index, siblings)
