"""Agreement between sources: what two of them brought alike, and where they differ.

`compare_leaves` is for worker threads; the rest is pure state. Where no hash is trusted this is all that can be known,
and it is told as odds, never as proof: how many blocks were compared, how many differed. Only whole 16 KiB leaves
of the file are compared, so that any number of copies can be counted against each other.
"""

import hashlib
import heapq
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeAlias

from headwater.content.acquaintance import Acquaintance
from headwater.content.odds import Odds
from headwater.model.hashing import TREE_LEAF_BYTES
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

#: A digest that stands for a leaf's bytes in a vote, cut to 16 bytes.
Vote: TypeAlias = bytes
_VOTE_BYTES: Final = 16
#: Blocks of a source that lost a dispute which another one has to bring too, before the rest of it is believed.
_SUSPECT_LEAVES: Final = 4


@dataclass(frozen=True, slots=True)
class LeafComparison:
    """Two copies of leaf `index` (from 0): votes for what the file has and for what came."""

    index: int
    kept: Vote
    came: Vote

    @property
    def agree(self) -> bool:
        return self.kept == self.came


@dataclass(frozen=True, slots=True)
class Outvoted:
    """Most sources brought other bytes for `span` than `suppliers`. `is_kept`: the file has the outvoted bytes.

    `by_rank`: there was no majority, and a source that ranks better brought other bytes. `by_itself`: the one supplier
    brought other bytes the second time.
    """

    span: Span
    suppliers: tuple[SourceId, ...]
    is_kept: bool
    by_rank: bool = False
    by_itself: bool = False


@dataclass(frozen=True, slots=True)
class OpinionWanted:
    """Some other source than `known` should bring `span`, to be compared with what is there.

    `is_first`: nothing that those in `known` brought was compared yet with what the others did.
    """

    span: Span
    known: tuple[SourceId, ...]
    is_disputed: bool
    is_first: bool = False


def whole_leaves(span: Span, size_bytes: int | None) -> range:
    """Numbers of the leaves that lie in `span` whole (the file's last one may be short)."""
    first = -(-span.start // TREE_LEAF_BYTES)
    if size_bytes is not None and span.end >= size_bytes:
        return range(first, -(-size_bytes // TREE_LEAF_BYTES))
    return range(first, max(first, span.end // TREE_LEAF_BYTES))


def compare_leaves(
    kept: bytes | memoryview, came: bytes | memoryview, start: int, leaves: range, disputed: frozenset[int]
) -> list[LeafComparison]:
    """Compare two copies of the file's bytes from `start` on, leaf by leaf.

    Leaves that agree and are not `disputed` are left out.
    """
    kept, came = bytes(kept), bytes(came)  # Python compares views item by item, some fifty times slower
    found = []
    for index in leaves:
        low = index * TREE_LEAF_BYTES - start
        ours, theirs = kept[low : low + TREE_LEAF_BYTES], came[low : low + TREE_LEAF_BYTES]
        if index in disputed or ours != theirs:
            found.append(LeafComparison(index, _vote(ours), _vote(theirs)))
    return found


def _vote(leaf: bytes) -> Vote:
    return hashlib.blake2b(leaf, digest_size=_VOTE_BYTES).digest()


class Agreement:
    """One job's comparisons."""

    def __init__(self) -> None:
        self.size_bytes: int | None = None
        #: Leaves that two sources brought, whatever came of it.
        self.compared = SpanSet()
        #: Leaves about which sources differed.
        self.differed = SpanSet()
        self._votes: dict[int, dict[Vote, set[SourceId]]] = {}
        self._kept: dict[int, Vote] = {}
        #: Who lost the dispute about a leaf; it does not begin again when they repeat themselves.
        self._losers: dict[int, set[SourceId]] = {}
        #: Sources whose own second copies are compared, too: nothing else says that they have but one version.
        self.repeats: set[SourceId] = set()
        self._acquaintance = Acquaintance()
        #: From whom each source differed anywhere: one that differs from many is wrong, and not the many.
        self._opponents: dict[SourceId, set[SourceId]] = {}
        self._by_majority = self._by_rank = 0

    @property
    def disputed(self) -> frozenset[int]:
        """Leaves about which no majority is known."""
        return frozenset(self._votes)

    def record(
        self, leaves: range, found: Iterable[LeafComparison], kept_by: Sequence[tuple[Span, SourceId]], by: SourceId
    ) -> list[Outvoted]:
        """Source `by` brought `leaves` too; `found` as `compare_leaves` gave it. Whom the votes outvote now.

        `kept_by` says who brought what the file has. A source that repeats itself is no second opinion, but one of
        `repeats` that does not is its own witness.
        """
        for index in leaves:
            owners = self._owners(index, kept_by)
            if owners - {by} or (owners and by in self.repeats):
                self.compared.add(self.span_of(index))
            for other in owners - {by}:
                self._acquaintance.introduce(other, by)
        outvoted = []
        for comparison in found:
            owners = self._owners(comparison.index, kept_by)
            if owners == {by} and by in self.repeats and not comparison.agree:
                self.differed.add(self.span_of(comparison.index))
                outvoted.append(Outvoted(self.span_of(comparison.index), (by,), is_kept=True, by_itself=True))
            if not owners or owners == {by} or by in self._losers.get(comparison.index, ()):
                continue
            votes = self._votes.setdefault(comparison.index, {})
            # A leaf of several suppliers is nobody's copy: it can be outvoted, but has no vote.
            votes.setdefault(comparison.kept, set()).update(owners if len(owners) == 1 else ())
            votes.setdefault(comparison.came, set()).add(by)
            if not comparison.agree:
                self.differed.add(self.span_of(comparison.index))
                for owner in owners - {by}:
                    self._opponents.setdefault(owner, set()).add(by)
                    self._opponents.setdefault(by, set()).add(owner)
            self._kept[comparison.index] = comparison.kept
            outvoted += self._count(comparison.index)
        return outvoted

    def settle(self, ranked: Sequence[SourceId], could_vote: Collection[SourceId] = ()) -> list[Outvoted]:
        """Settle the disputes in which none of `could_vote` is left to be asked: by votes, then against the source that
        differs from most others anywhere, then by rank.

        `ranked` are the sources, best first; one that is not among them (any more) comes last.
        """
        rank = {source_id: place for place, source_id in enumerate(ranked)}

        def standing(voters: set[SourceId]) -> tuple[int, int]:
            """The more the better: voters, and fewer sources that differ from the best of them."""
            return len(voters), -min((len(self._opponents.get(s, ())) for s in voters), default=len(rank))

        outvoted = []
        for index, votes in sorted(self._votes.items()):
            if not set().union(*votes.values()).issuperset(could_vote):
                continue
            best_standing = max(standing(voters) for voters in votes.values())
            best = [vote for vote in votes if standing(votes[vote]) == best_standing]
            by_rank = len(best) > 1
            self._by_rank += by_rank
            self._by_majority += not by_rank
            chosen = min(best, key=lambda vote: min((rank.get(s, len(rank)) for s in votes[vote]), default=len(rank)))
            outvoted += self._decide(index, chosen, by_rank=by_rank)
        return outvoted

    def forget(self, spans: Iterable[Span]) -> None:
        """Those bytes were given up with all that their source brought, so that nothing is left to dispute."""
        given_up = SpanSet(spans)
        for index in [index for index in self._votes if given_up.overlaps(self.span_of(index))]:
            del self._votes[index], self._kept[index]

    def wanted(
        self,
        received: SpanSet,
        suppliers: Mapping[SourceId, SpanSet],
        suppliers_of: Callable[[Span], Iterable[tuple[Span, SourceId]]],
        samples: int,
    ) -> list[OpinionWanted]:
        """Disputed leaves, and as urgently some of each supplier that lost a dispute: who has another version has it
        everywhere. Then one of every supplier that was not compared with the others yet, so that such a one is known
        before its bytes are joined with theirs; then evenly spread ones until `samples` leaves are compared. None that
        is not received.

        `suppliers_of(span)` says who brought which part of a span.
        """
        wanted = []
        for index, votes in sorted(self._votes.items()):
            known = sorted(set().union(*votes.values()))
            wanted.append(OpinionWanted(self.span_of(index), tuple(known), is_disputed=True))
        for loser in self._losers_among(suppliers):
            doubted = islice(self._doubted_leaves(suppliers[loser]), max(0, self._lacks(suppliers[loser])))
            wanted += [OpinionWanted(self.span_of(index), (loser,), is_disputed=True) for index in doubted]
        count = len(whole_leaves(Span(0, self.size_bytes), self.size_bytes)) if self.size_bytes else 0
        firsts = self._introductions(suppliers) if samples else []
        wanted += firsts
        missing = min(samples, count) - self.compared_leaves - len(firsts)
        early = {opinion.span for opinion in wanted}
        step = max(1, count // samples) if samples else 1
        for index in range(step // 2, count, step):
            span = self.span_of(index)
            if missing <= 0:
                break
            if span not in early and received.covers(span) and not self.compared.covers(span):
                known = sorted({supplier for _, supplier in suppliers_of(span)})
                wanted.append(OpinionWanted(span, tuple(known), is_disputed=False))
                missing -= 1
        return wanted

    @property
    def compared_leaves(self) -> int:
        return _leaf_count(self.compared)

    def odds(self, suppliers: Mapping[SourceId, SpanSet]) -> Odds:
        """What is known of a file of which nothing is proven; `suppliers` say who brought what it has."""
        return Odds(
            total=-(-(self.size_bytes or 0) // TREE_LEAF_BYTES),
            compared=self.compared_leaves,
            differed=_leaf_count(self.differed),
            unsettled=len(self._votes),
            by_majority=self._by_majority,
            by_rank=self._by_rank,
            strangers=sum(map(len, self._groups(suppliers)[1:])),
        )

    def span_of(self, index: int) -> Span:
        """The bytes of a leaf."""
        start = index * TREE_LEAF_BYTES
        end = start + TREE_LEAF_BYTES
        return Span(start, end if self.size_bytes is None else min(end, self.size_bytes))

    def _introductions(self, suppliers: Mapping[SourceId, SpanSet]) -> list[OpinionWanted]:
        """A leaf of each group of suppliers that another one should bring, too; the first is met by the others'."""
        groups = self._groups(suppliers)
        wanted = []
        for place, group in enumerate(groups):
            firsts = (self._first_whole_leaf(suppliers[one]) for one in group)
            first = next((first for first in firsts if first is not None and first not in self._votes), None)
            if first is not None and (place > 0 or not self._acquaintance.has_met(group[0])):
                wanted.append(OpinionWanted(self.span_of(first), group, is_disputed=False, is_first=place > 0))
        return wanted

    def _groups(self, suppliers: Mapping[SourceId, SpanSet]) -> list[tuple[SourceId, ...]]:
        """Those who brought anything, by groups that comparisons join; what two groups brought was joined unseen."""
        return self._acquaintance.groups(supplier for supplier, spans in suppliers.items() if spans)

    def _owners(self, index: int, kept_by: Sequence[tuple[Span, SourceId]]) -> set[SourceId]:
        span = self.span_of(index)
        return {supplier for part, supplier in kept_by if part.overlaps(span)}

    def _first_whole_leaf(self, spans: SpanSet) -> int | None:
        return next((leaves[0] for span in spans if (leaves := whole_leaves(span, self.size_bytes))), None)

    def doubted(self, suppliers: Mapping[SourceId, SpanSet]) -> list[SourceId]:
        """Who lost a dispute and was not found right often enough since then to be believed in the rest of it."""
        return [loser for loser in self._losers_among(suppliers) if self._lacks(suppliers[loser]) > 0]

    def _losers_among(self, suppliers: Mapping[SourceId, SpanSet]) -> list[SourceId]:
        losers: set[SourceId] = set().union(*self._losers.values())
        return sorted(loser for loser in losers & suppliers.keys() if suppliers[loser])

    def _lacks(self, spans: SpanSet) -> int:
        """How many leaves of these bytes have to be found right yet, as far as there are so many."""
        there = sum(len(whole_leaves(span, self.size_bytes)) for span in spans)
        right = sum(
            index not in self._votes and self.compared.covers(self.span_of(index))
            for span in self.compared
            for part in spans.within(span)
            for index in whole_leaves(part, self.size_bytes)
        )
        return max(1, min(_SUSPECT_LEAVES, there)) - right

    def _doubted_leaves(self, spans: SpanSet) -> Iterator[int]:
        """Leaves that another source should bring too, spread over the longest of a doubted source's spans."""
        for span in heapq.nlargest(_SUSPECT_LEAVES, spans, key=lambda one: one.size):
            leaves = whole_leaves(span, self.size_bytes)
            for index in leaves[:: max(1, len(leaves) // _SUSPECT_LEAVES)]:
                if index not in self._votes and not self.compared.covers(self.span_of(index)):
                    yield index

    def _count(self, index: int) -> list[Outvoted]:
        """Two votes against one settle a dispute; one against one does not."""
        votes = self._votes[index]
        best = max(votes, key=lambda vote: len(votes[vote]))
        if len(votes[best]) < 2 or any(len(votes[vote]) == len(votes[best]) for vote in votes if vote != best):
            return []
        self._by_majority += 1
        return self._decide(index, best, by_rank=False)

    def _decide(self, index: int, best: Vote, *, by_rank: bool) -> list[Outvoted]:
        """A dispute is over, and `best` has won it."""
        votes, kept, span = self._votes.pop(index), self._kept.pop(index), self.span_of(index)
        self._losers[index] = set().union(*votes.values()) - votes[best]
        return [
            Outvoted(span, tuple(sorted(votes[vote] - votes[best])), is_kept=vote == kept, by_rank=by_rank)
            for vote in votes
            if vote != best
        ]

    def __repr__(self) -> str:
        return f"<Agreement {self.compared_leaves} leaves compared, {len(self._votes)} disputed>"


def _leaf_count(spans: SpanSet) -> int:
    return sum(-(-span.end // TREE_LEAF_BYTES) - span.start // TREE_LEAF_BYTES for span in spans)
