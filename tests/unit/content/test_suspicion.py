"""Whom to doubt first when a hash of all of a file is wrong: camps of sources that agree, and who stands apart."""

from collections.abc import Mapping

from headwater.content.suspicion import Suspicion
from headwater.model.source import SourceId
from headwater.model.spans import SpanSet

SHARE = 1_000_000
FOUR = {SourceId(n): SpanSet.of((n * SHARE, (n + 1) * SHARE)) for n in range(4)}
ALL = SpanSet.of((0, 4 * SHARE))


def sampled(versions: Mapping[int, str], asked: Mapping[int, tuple[int, ...]]) -> Suspicion:
    """After the first round: `asked` says whom each one's samples came from again, `versions` who has which file."""
    suspicion = Suspicion()
    for number, rejected in enumerate(suspicion.next_round(FOUR, ALL, {})):
        (supplier,) = rejected.suppliers
        rival = asked[supplier][number % len(asked[supplier])]
        differs = versions[supplier] != versions[rival]
        suspicion.compared(SourceId(rival), rejected.span, (rejected.span,) if differs else ())
    return suspicion


def test_samples_of_every_supplier_come_first() -> None:
    rejected = Suspicion().next_round(FOUR, ALL, {})
    assert {one.suppliers for one in rejected} == {(SourceId(n),) for n in range(4)}
    assert sum(one.span.size for one in rejected) < ALL.total_bytes * 0.6


def test_those_outside_the_largest_camp_come_next_and_do_not_mend_each_other() -> None:
    """Two of five collude; the fifth brought nothing at first, but second copies."""
    versions = {0: "right", 1: "other", 2: "right", 3: "other", 4: "right"}
    asked = {0: (1, 2), 1: (4, 3), 2: (3, 4), 3: (0, 1)}
    suspicion = sampled(versions, asked)
    doubted = []
    for _ in range(2):
        rejected = suspicion.next_round(FOUR, ALL, {})
        assert {one.suppliers for one in rejected} == {(SourceId(1), SourceId(3))}, "neither may bring it again"
        doubted.append({owner for owner in FOUR for one in rejected if FOUR[owner].overlaps(one.span)})
    assert sorted(doubted, key=min) == [{1}, {3}], "before a byte of the others"


def test_where_no_camp_is_larger_the_other_one_mends() -> None:
    versions = {0: "one", 1: "one", 2: "other", 3: "other"}
    suspicion = sampled(versions, {0: (1, 2), 1: (0, 3), 2: (3, 0), 3: (2, 1)})
    assert {one.suppliers for one in suspicion.next_round(FOUR, ALL, {})} == {(SourceId(0), SourceId(1))}


def test_one_that_flips_few_bits_is_found_by_what_differed() -> None:
    """It agrees with somebody everywhere, and so belongs to the camp of all; its own samples speak against it."""
    suspicion = Suspicion()
    first = suspicion.next_round(FOUR, ALL, {})
    bad = next(one for one in first if one.suppliers == (SourceId(2),))
    for one in first:
        suspicion.compared(SourceId((one.suppliers[0] + 1) % 4), one.span, (one.span,) if one is bad else ())
    assert {one.suppliers for one in suspicion.next_round(FOUR, ALL, {})} == {(SourceId(2),)}
    assert [named.source_id for named in suspicion.name_spoilers()] == [2]


def test_of_what_the_most_suspect_brought_again_only_what_differs_is_taken_back() -> None:
    suspicion = Suspicion()
    first = suspicion.next_round(FOUR, ALL, {})
    spoiled = next(one.span for one in first if one.suppliers == (SourceId(0),))
    now = {source: spans.copy() for source, spans in FOUR.items()}
    for one in first:  # source 3 mends all samples of source 0, one of them with other bytes, and spoiled its own
        (supplier,) = one.suppliers
        rival = SourceId((supplier - 1) % 4)
        suspicion.compared(rival, one.span, (one.span,) if one.span == spoiled or supplier == 3 else ())
        now[supplier].discard(one.span)
        now[rival].add(one.span)
    again = suspicion.next_round(now, ALL, {})
    of_the_first = SpanSet(span for one in again for span in FOUR[SourceId(0)].within(one.span))
    assert tuple(of_the_first) == (spoiled,)
    assert spoiled.size < sum(one.span.size for one in first if one.suppliers == (SourceId(0),))
