"""The benchmark's report: what `make bench` prints and writes."""

import json
from pathlib import Path

import pytest
from tests.bench.raw_speed import RawFigure
from tests.bench.report import machine_line, markdown, plain, put_into, raw_table, shaped_table
from tests.bench.shaped_mirrors import ShapedFigure

RAW = [
    RawFigure("headwater", "http", 4, 600e6, 1.5, 80 * 2**20, 5),
    RawFigure("aria2c", "http", 4, 500e6, 1.0, 20 * 2**20, 5),
    RawFigure("curl", "http", 1, 900e6, 0.7, 10 * 2**20, 5),
]
SHAPED = [
    ShapedFigure("on_off", "headwater", 15.9, 1.0391, 0.036, 3),
    ShapedFigure("on_off", "aria2c", 15.9, None, 0.0, 0, "ended with status 3"),
]


def test_ratios_are_to_the_peer_with_as_many_mirrors() -> None:
    assert raw_table(RAW)[1:] == [
        ("http", "4", "headwater", "600", "1.20", "1.50", "1.50", "80", "5"),
        ("http", "4", "aria2c", "500", "1.00", "1.00", "1.00", "20", "5"),
        ("http", "1", "curl", "900", "1.00", "0.70", "1.00", "10", "5"),
    ]


def test_a_failure_is_told_as_one() -> None:
    assert [row[3] for row in shaped_table(SHAPED)] == ["time / T*", "1.039", "failed"]


def test_tables_are_aligned_and_the_machine_line_is_json() -> None:
    head, first, *_ = plain(raw_table(RAW)).splitlines()
    assert head.index("program") == first.index("headwater")
    assert markdown(raw_table(RAW)).splitlines()[1] == "|" + " --- |" * 9
    told = json.loads(machine_line(RAW, SHAPED).removeprefix("BENCH "))
    assert told["shaped"][1]["failure"] == "ended with status 3"


def test_figures_replace_what_stood_between_the_markers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- x: written by make bench -->\nold\n<!-- end of x -->\nafter\n")
    put_into(page, "x", "new")
    put_into(page, "x", "newer")
    text = page.read_text()
    assert text == "before\n<!-- x: written by make bench -->\n\nnewer\n<!-- end of x -->\nafter\n"
    with pytest.raises(ValueError, match="no markers"):
        put_into(page, "y", "new")
