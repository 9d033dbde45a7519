"""The file cut into cells: whose bytes, and how much of each."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.engine.snapshots import progress_map
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

A, B = SourceId(0), SourceId(1)


def test_cells_show_who_brought_most() -> None:
    made = progress_map({A: SpanSet.of((0, 15)), B: SpanSet.of((15, 30))}, 40, 4)
    assert list(made.suppliers) == [1, 1, 2, 0]
    assert list(made.fill) == [255, 255, 255, 0]


def test_a_cell_is_full_only_when_nothing_is_missing() -> None:
    made = progress_map({A: SpanSet.of((0, 999), (1000, 1001))}, 2000, 2)
    assert list(made.fill) == [253, 1]


def test_more_cells_than_bytes() -> None:
    made = progress_map({A: SpanSet.of((0, 3))}, 3, 10)
    assert len(made.fill) == len(made.suppliers) == 10
    assert made.fill[-1] == 255


def test_no_size_and_no_bytes() -> None:
    assert progress_map({}, None, 3).fill == b"\0\0\0"
    assert progress_map({}, 0, 3).fill == b"\xff\xff\xff"


@given(
    st.integers(1, 500),
    st.integers(1, 64),
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 100), st.integers(0, 300)), max_size=12),
)
def test_fill_says_the_truth_for_any_spans(size_bytes: int, cells: int, pieces: list[tuple[int, int, int]]) -> None:
    suppliers: dict[SourceId, SpanSet] = {}
    taken = SpanSet()
    for start, length, source in pieces:
        if start < size_bytes:
            span = Span(start, min(start + length, size_bytes))
            suppliers.setdefault(SourceId(source), SpanSet()).update(list(taken.gaps(span)))
            taken.add(span)
    made = progress_map(suppliers, size_bytes, cells)
    for cell in range(cells):
        low, high = size_bytes * cell // cells, size_bytes * (cell + 1) // cells
        if low == high:
            continue
        had = taken.bytes_within(Span(low, high))
        assert (made.fill[cell] == 255) == (had == high - low)
        assert (made.fill[cell] == 0) == (had == 0) == (made.suppliers[cell] == 0)
