"""The memory of the corruption repair engine: which blocks were bad, what their copies looked like, who supplied them.

Pure state, no I/O; fetching anew is the scheduler's part. Where one supplier brought all of a bad block it is named at
once. Where several did, the digests of the bad copy's 16 KiB leaves are kept until the block comes anew and is
right, however many bad copies come in between: the leaves that differ were spoiled, by who brought them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.content.facts import SpoilerNamed
from headwater.content.integrity import BlockFinding
from headwater.model.events import BlockRejected
from headwater.model.hashing import TREE_LEAF_BYTES
from headwater.model.merkle import NODE_BYTES
from headwater.model.source import SourceId
from headwater.model.spans import Span

#: Copies of one block that are kept: who would go on spoiling it was set aside long before.
_MOST_COPIES: Final = 8


@dataclass(frozen=True, slots=True)
class _BadCopy:
    """A copy of a block that was wrong: its packed leaf digests, and who brought which part."""

    leaves: bytes
    suppliers: tuple[tuple[Span, SourceId], ...]


class BadCopies:
    """One job's bad blocks. Cost: 32 bytes a leaf of every bad copy of a block that is not right yet."""

    def __init__(self) -> None:
        self._bad: dict[int, list[_BadCopy]] = {}
        #: Bad blocks that each supplier was named for.
        self.blamed: dict[SourceId, int] = {}
        self.rejections = 0

    def reject(self, finding: BlockFinding, suppliers: Iterable[tuple[Span, SourceId]]) -> BlockRejected:
        """A block was wrong: remember its copy, name its supplier where there was one only."""
        parts = tuple(suppliers)
        names = tuple(sorted({supplier for _, supplier in parts}))
        blamed = names[0] if len(names) == 1 else None
        self.rejections += 1
        if blamed is not None:
            self.charge(blamed)
        else:
            copies = self._bad.setdefault(finding.index, [])
            copies.append(_BadCopy(finding.leaves, parts))
            del copies[:-_MOST_COPIES]
        return BlockRejected(finding.span, names, blamed)

    def settle(self, finding: BlockFinding) -> tuple[SpoilerNamed, ...]:
        """A block is right: name those who spoiled its earlier copies, where their leaves can tell."""
        return tuple(
            named
            for bad in self._bad.pop(finding.index, ())
            if len(bad.leaves) == len(finding.leaves)
            for named in self._compare(bad, finding)
        )

    def _compare(self, bad: _BadCopy, finding: BlockFinding) -> tuple[SpoilerNamed, ...]:
        spoiled: dict[SourceId, list[Span]] = {}
        for leaf in _differing(bad.leaves, finding.leaves):
            start = finding.span.start + leaf * TREE_LEAF_BYTES
            span = Span(start, min(start + TREE_LEAF_BYTES, finding.span.end))
            owners = {supplier for part, supplier in bad.suppliers if part.overlaps(span)}
            if len(owners) == 1:  # a leaf of two suppliers cannot tell which of them lied
                spoiled.setdefault(owners.pop(), []).append(span)
        for supplier in spoiled:
            self.charge(supplier)
        return tuple(SpoilerNamed(supplier, finding.span, tuple(spans)) for supplier, spans in sorted(spoiled.items()))

    def charge(self, supplier: SourceId) -> None:
        """Count a bad block against a supplier."""
        self.blamed[supplier] = self.blamed.get(supplier, 0) + 1

    def __repr__(self) -> str:
        kept = sum(len(copies) for copies in self._bad.values())
        return f"<BadCopies: {self.rejections} rejections, {kept} copies kept, blamed {self.blamed}>"


def _differing(left: bytes, right: bytes) -> Sequence[int]:
    return [
        at // NODE_BYTES
        for at in range(0, len(left), NODE_BYTES)
        if left[at : at + NODE_BYTES] != right[at : at + NODE_BYTES]
    ]
