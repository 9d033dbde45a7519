"""What is kept of a partial file, by its samples; and aria2's account of what it had."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.discovery.aria2_control import read_control
from headwater.engine.sample_check import SAMPLE_BYTES, choose_samples, judge_samples
from headwater.model.errors import UserError
from headwater.model.spans import Span

A, B, C = Span(0, 10), Span(40, 50), Span(90, 100)


@pytest.mark.parametrize(
    ("right", "kept"),
    [
        ((True, True, True), (Span(0, 100),)),
        ((True, True, False), (Span(0, 50),)),
        ((True, False, True), (Span(0, 10), Span(90, 100))),
        ((False, True, True), (Span(40, 100),)),
        ((True, False, False), (Span(0, 10),)),
        ((False, False, False), ()),
    ],
)
def test_nothing_is_believed_beside_a_wrong_sample(right: tuple[bool, ...], kept: tuple[Span, ...]) -> None:
    result = judge_samples([Span(0, 100)], list(zip((A, B, C), right, strict=True)))
    assert (result.kept, result.right, result.wrong) == (kept, sum(right), 3 - sum(right))


@given(st.lists(st.tuples(st.integers(1, 400_000), st.integers(1, 400_000)), min_size=1, max_size=20))
def test_samples_lie_in_what_is_claimed_and_reach_its_ends(parts: list[tuple[int, int]]) -> None:
    at, claimed = 0, []
    for gap, size in parts:
        claimed.append(Span(at + gap, at + gap + size))
        at += gap + size
    samples = choose_samples(claimed)
    assert samples[0].start == claimed[0].start
    assert all(any(span.start <= s.start and s.end <= span.end for span in claimed) for s in samples)
    assert any(sample.end == max(claimed, key=lambda span: span.size).end for sample in samples)
    assert sum(sample.size for sample in samples) <= 40 * SAMPLE_BYTES


def control(order: str, bits: bytes, flights: bytes = b"", size: int = 10 * 65536 - 5) -> bytes:
    mark = b"\0\1" if order == ">" else b"\0\0"
    head = struct.pack(f"{order}IIQQI", 0, 65536, size, 0, len(bits))
    return mark + bytes(4) + head + bits + struct.pack(f"{order}I", bool(flights)) + flights


@pytest.mark.parametrize("order", ["<", ">"])
def test_aria2_tells_of_pieces_and_of_those_in_flight(order: str) -> None:
    flights = struct.pack(f"{order}III", 2, 65536, 1) + b"\xa0"
    known = read_control(control(order, b"\x80\x40", flights))
    assert known.size_bytes == 10 * 65536 - 5
    assert known.spans == (
        Span(0, 65536),
        Span(2 * 65536, 2 * 65536 + 16384),
        Span(2 * 65536 + 32768, 2 * 65536 + 49152),
        Span(9 * 65536, 10 * 65536 - 5),
    )


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for whole in (data, control(">", b"\xff\xc0") + data, b"\0\1" + data):
        try:
            known = read_control(whole)
        except UserError:
            continue
        assert all(span.end <= known.size_bytes for span in known.spans)
