"""Counting hops with few probes: what is tried next, and what the kernel's errors say."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.engine.hop_search import MOST_HOPS, HopSearch, ProbeEnd, read_extended_error


def searched(hops: int, *, silent_before: bool) -> tuple[int | None, int, bool]:
    """A host that many hops away: what is found, with how many probes, and how sure that is."""
    search, probes = HopSearch(), 0
    while (ttl := search.ttl) is not None:
        probes += 1
        search.tell(ProbeEnd.ARRIVED if ttl >= hops else ProbeEnd.SILENT if silent_before else ProbeEnd.EXPIRED)
    return search.hops, probes, search.is_sure


@given(hops=st.integers(1, MOST_HOPS), silent_before=st.booleans())
def test_every_distance_is_found_with_few_probes(hops: int, silent_before: bool) -> None:
    found, probes, is_sure = searched(hops, silent_before=silent_before)
    assert found == hops
    assert probes <= (12 if silent_before else 6)
    assert is_sure or silent_before


def test_a_host_that_is_never_reached_has_no_number() -> None:
    assert searched(MOST_HOPS + 1, silent_before=True)[0] is None


def test_a_lost_packet_is_sent_again() -> None:
    search = HopSearch()
    first = search.ttl
    search.tell(ProbeEnd.SILENT)
    assert search.ttl == first
    search.tell(ProbeEnd.ARRIVED)
    assert search.ttl is not None
    assert search.ttl < (first or 0)
    assert not search.is_sure


def test_a_way_that_is_barred_says_nothing() -> None:
    search = HopSearch()
    search.tell(ProbeEnd.ARRIVED)
    search.tell(ProbeEnd.REFUSED)
    assert (search.ttl, search.hops) == (None, None)
    with pytest.raises(RuntimeError, match="nothing was to be tried"):
        search.tell(ProbeEnd.ARRIVED)


def error_entry(origin: int, kind: int, code: int) -> bytes:
    return struct.pack("=IBBBBII", 113, origin, kind, code, 0, 0, 0) + bytes(16)


@pytest.mark.parametrize(
    ("data", "end"),
    [
        (error_entry(2, 3, 3), ProbeEnd.ARRIVED),
        (error_entry(2, 11, 0), ProbeEnd.EXPIRED),
        (error_entry(2, 3, 13), ProbeEnd.REFUSED),
        (error_entry(3, 1, 4), ProbeEnd.ARRIVED),
        (error_entry(3, 3, 0), ProbeEnd.EXPIRED),
        (error_entry(3, 1, 1), ProbeEnd.REFUSED),
        (error_entry(1, 0, 0), ProbeEnd.REFUSED),
        (b"short", ProbeEnd.SILENT),
    ],
)
def test_what_the_kernel_says(data: bytes, end: ProbeEnd) -> None:
    assert read_extended_error(data) is end
