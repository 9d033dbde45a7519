"""The arithmetic of spans: each operation against a plain set of offsets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model.spans import UNKNOWN_END, Span, SpanSet

PAIRS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=12
)
ONE = st.tuples(st.integers(0, 70), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def offsets(spans: SpanSet) -> set[int]:
    return {offset for span in spans for offset in range(span.start, span.end)}


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3)])
def test_a_span_is_never_empty_nor_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_know_their_neighbours() -> None:
    span = Span(10, 20)
    assert span.size == 10
    assert 10 in span
    assert 20 not in span
    assert span.covers(Span(12, 20))
    assert not span.covers(Span(12, 21))
    assert span.overlaps(Span(19, 30))
    assert not span.overlaps(Span(20, 30))
    assert span.intersect(Span(15, 30)) == Span(15, 20)
    assert span.intersect(Span(20, 30)) is None
    assert not span.is_open
    assert Span(5, UNKNOWN_END).is_open
    assert (str(span), str(Span(5, UNKNOWN_END))) == ("[10, 20)", "[5, ?)")


@given(PAIRS, ONE)
def test_adding_and_discarding_agree_with_plain_sets(pairs: list[tuple[int, int]], span: Span) -> None:
    spans, plain = SpanSet.of(*pairs), {o for start, end in pairs for o in range(start, end)}
    asked = set(range(span.start, span.end))
    grown, shrunk = spans.copy(), spans.copy()
    assert grown.add(span) == len(asked - plain)
    assert shrunk.discard(span) == len(asked & plain)
    assert offsets(grown) == plain | asked
    assert offsets(shrunk) == plain - asked
    for result in (spans, grown, shrunk):
        assert result.total_bytes == len(offsets(result))
        parts = list(result)
        assert all(left.end < right.start for left, right in pairwise(parts))


@given(PAIRS, ONE)
def test_questions_agree_with_plain_sets(pairs: list[tuple[int, int]], span: Span) -> None:
    spans, plain = SpanSet.of(*pairs), {o for start, end in pairs for o in range(start, end)}
    asked = set(range(span.start, span.end))
    assert spans.covers(span) == (asked <= plain)
    assert spans.overlaps(span) == bool(asked & plain)
    assert {o for part in spans.within(span) for o in range(part.start, part.end)} == asked & plain
    assert {o for part in spans.gaps(span) for o in range(part.start, part.end)} == asked - plain
    assert spans.bytes_within(span) == len(asked & plain)
    assert (span.start in spans) == (span.start in plain)
    end = spans.run_from(span.start)
    assert set(range(span.start, end)) <= plain
    assert end not in plain
    after = {o for part in spans.spans_from(span.start) for o in range(part.start, part.end)}
    assert after == {o for o in plain if o >= span.start}


def test_sets_tell_what_they_are() -> None:
    spans = SpanSet.of((0, 4), (6, 8))
    assert spans.end == 8
    assert SpanSet().end == 0
    assert len(spans) == 2
    assert spans
    assert not SpanSet()
    assert spans == SpanSet.of((6, 8), (0, 4))
    assert spans != SpanSet.of((0, 4))
    assert spans != "[0, 4)"
    assert repr(spans) == "<SpanSet 6 bytes: [0, 4) [6, 8)>"
    assert "2 more" in repr(SpanSet.of(*((i * 10, i * 10 + 1) for i in range(10))))
    spans.difference_update([Span(0, 2), Span(7, 9)])
    assert list(spans) == [Span(2, 4), Span(6, 7)]
    spans.update([Span(4, 6)])
    assert list(spans) == [Span(2, 7)]
