"""The allocator, advanced placement and smoothing as drawings: a change in what they do is a change to be seen here.

Time or the file runs to the right; a letter is a source (or a piece), a digit the second in which a kilobyte lands.
"""

from math import inf

import pytest
from tests.unit.schedule.desk import MIB, Desk, profile

from headwater.model.source import SourceId, SourceProfile, Support
from headwater.model.spans import Span, SpanSet
from headwater.schedule.advanced_scheduler import Supply, skip_bytes
from headwater.schedule.bulk_scheduler import place
from headwater.schedule.constraint_scheduler import Constraints
from headwater.schedule.data_prioritizer import Band, Level
from headwater.schedule.proportional_allocator import Budget
from headwater.schedule.subinterval_smoothing import lead_s

KIB = 1024


def drawn(rows: dict[str, list[tuple[float, float, str]]], cell_s: float, columns: int) -> str:
    """A timeline: one row a source, one column a cell, each piece drawn with its letter."""
    lines = []
    for name, pieces in rows.items():
        cells = ["."] * columns
        for start, end, letter in pieces:
            for column in range(round(start / cell_s), min(columns, round(end / cell_s))):
                cells[column] = letter
        lines.append(f"{name} {''.join(cells)}")
    return "\n".join(lines)


# Proportional allocator ------------------------------------------------------------------------------------------


def test_an_intervals_budget_drawn() -> None:
    """Two seconds in four pieces, one letter each; the source that waits half a second gets less of the first."""
    rows: dict[str, list[tuple[float, float, str]]] = {}
    for name, rate, wait_s in (("a", 4000.0, 0.0), ("b", 2000.0, 0.5)):
        budget, at, rows[name] = Budget(), wait_s, []
        for letter in "0123456":
            size = budget.draw(at, rate, wait_s if letter == "0" else 0.0, 2.0, 4)
            rows[name].append((at, at + size / rate, letter))
            at += size / rate
    assert drawn(rows, 0.125, 32) == ("a 0000111122223333444455556666....\nb ....0000111122223333444455556666")


# Advanced placement ----------------------------------------------------------------------------------------------


def landed(until_s: float, **sources: tuple[float, float, float]) -> list[str]:
    """Let sources of (rate, latency, length of a piece in s) take pieces as the advanced scheduler places them.

    Two lines, one column a kilobyte of the file: who brought it, and in which second it was there.
    """
    free, bands = SpanSet([Span(0, 64_000)]), (Band(Span(0, 64_000), Level.ORDER),)
    constraints = Constraints(SourceProfile(SourceId(0), "h"))
    free_s = {name: latency_s for name, (_, latency_s, _) in sources.items()}
    who, when = ["."] * 64, ["."] * 64
    while min(free_s.values()) < until_s:
        name = min(free_s, key=lambda each: (free_s[each], each))
        rate, _, piece_s = sources[name]
        lands_s = free_s[name] + piece_s
        others = [Supply(free_s[each], int(r * s), s) for each, (r, _, s) in sources.items() if each != name]
        placed = place(free, bands, constraints, int(rate * piece_s), skip_bytes(lands_s, others))
        assert placed is not None
        free.discard(placed[0])
        for cell in range(placed[0].start // 1000, placed[0].end // 1000):
            who[cell], when[cell] = name, str(int(lands_s))
        free_s[name] = lands_s
    return ["".join(line).rstrip(".") for line in (who, when)]


def test_equal_sources_take_turns_from_when_the_farther_one_is_there_drawn() -> None:
    assert landed(7.0, n=(3000, 0.0, 1.0), d=(3000, 2.0, 1.0)) == [
        "nnnnnnnnndddnnndddnnndddnnndddnnnddd",
        "111222333333444444555555666666777777",
    ]


def test_a_slow_source_is_sent_where_the_frontier_will_be_drawn() -> None:
    """Its four kilobytes take as long as sixteen of the fast one: were they the first, all would wait for them."""
    assert landed(8.0, f=(4000, 0.0, 1.0), s=(1000, 0.0, 4.0)) == [
        "ffffffffffffffffssssffffffffffffffffssss",
        "1111222233334444444455556666777788888888",
    ]


def test_a_piece_that_another_will_have_brought_in_part_is_not_passed_over_drawn() -> None:
    """The fast one has brought three pieces and a fifth of the next when the slow one's bytes land."""
    assert landed(5.0, f=(4000, 0.0, 0.75), s=(1250, 0.0, 2.4)) == [
        "fffffffffsssfffffffffsssfff......sss",
        "000111222222333333444444555......777",
    ]


def test_three_speeds_land_in_order_drawn() -> None:
    """Whatever their pieces last, no second comes before the one before it."""
    drawing = landed(6.0, a=(4000, 0.0, 0.5), b=(2000, 0.0, 1.0), c=(1000, 0.0, 3.0))
    assert drawing == [
        "aaaabbaaaabbaaaabbcccaaaabbaaaabbaaaabbccc",
        "001111112222223333333334444445555556666666",
    ]
    seconds = drawing[1]
    assert seconds == "".join(sorted(seconds))


# Sub-interval smoothing ------------------------------------------------------------------------------------------


def test_the_lead_hides_one_latency_drawn() -> None:
    """Two connections of one source hand over to each other: somebody always flows, and never both for long."""
    latency_s, piece_s, at = 0.2, 0.5, 0.0
    rows: dict[str, list[tuple[float, float, str]]] = {"1": [], "2": []}
    for number in range(4):
        name = "12"[number % 2]
        begins_s = at
        rows[name].append((begins_s, begins_s + piece_s, "#"))
        asks_next_s = begins_s + piece_s - lead_s(latency_s, 0.0)
        at = asks_next_s + latency_s
    assert drawn(rows, 0.1, 20) == "1 #####.....#####.....\n2 .....#####.....#####"


@pytest.mark.parametrize(
    ("piece_kib", "piece_s", "drawing"),
    [
        (256, 0.25, "....####....####....####....####"),
        (128, 0.25, "..####..####..####..####"),
        (1024, 1.0, "############................####"),
        (0, inf, "################"),
    ],
    ids=["as fast", "half as fast", "as fast in long pieces", "nobody else"],
)
def test_one_request_for_several_ranges_leaves_out_what_another_will_bring_drawn(
    piece_kib: int, piece_s: float, drawing: str
) -> None:
    """Four pieces of one interval, 64 KiB a column from the first free byte on, where another source lands `piece_kib`
    every `piece_s` seconds."""
    desk = Desk(profile(0, multi_range=Support.YES), profile(1))
    desk.flow(1.0, {0: 1e6, 1: 1e6})
    books, planner = desk.scheduler._books, desk.scheduler._dispatcher.planner
    record, other = (books.sources.records[SourceId(number)] for number in (0, 1))
    other.supply = Supply(desk.now if piece_kib else inf, piece_kib * KIB, piece_s)
    first = next(iter(books.bytes.free)).start
    planner._front_since_s = desk.now  # it has just become the first
    spans = planner._interleave(record, Span(first, first + MIB // 2), desk.now, 1e6, desk.now)
    cells = ["."] * ((spans[-1].end - first) // (64 * KIB))
    for span in spans:
        for cell in range((span.start - first) // (64 * KIB), (span.end - first) // (64 * KIB)):
            cells[cell] = "#"
    assert "".join(cells) == drawing
