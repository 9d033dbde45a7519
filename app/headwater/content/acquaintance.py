"""Which sources' bytes were compared with whose: what holds one source's bytes against the others'.

Pure state. Sources are of one group when a chain of comparisons joins them, whatever came of these (a dispute is
`agreement`'s). The rule: bytes of two groups were joined unseen.
"""

from collections.abc import Iterable

from headwater.model.source import SourceId


class Acquaintance:
    """One job's sources, by groups that are joined by comparisons."""

    def __init__(self) -> None:
        self._leads_to: dict[SourceId, SourceId] = {}

    def introduce(self, one: SourceId, other: SourceId) -> None:
        """Bytes of these two were compared."""
        first = self._first_of(other)
        self._leads_to[first] = first
        self._leads_to[self._first_of(one)] = first

    def has_met(self, source_id: SourceId) -> bool:
        """Whether it was compared with any other."""
        return source_id in self._leads_to

    def groups(self, sources: Iterable[SourceId]) -> list[tuple[SourceId, ...]]:
        """`sources` by groups: the largest first, among equals the one with the lowest number."""
        found: dict[SourceId, list[SourceId]] = {}
        for source_id in sorted(sources):
            found.setdefault(self._first_of(source_id), []).append(source_id)
        return sorted(map(tuple, found.values()), key=lambda group: (-len(group), group))

    def _first_of(self, source_id: SourceId) -> SourceId:
        while (further := self._leads_to.get(source_id, source_id)) != source_id:
            source_id = further
        return source_id

    def __repr__(self) -> str:
        return f"<Acquaintance of {len(self._leads_to)} sources>"
