"""`lab sim` from the outside: what it prints, what it refuses, and with what status."""

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from headwater.lab.sim_command import add_arguments, load_scenario, main, parse_tuning
from headwater.model.errors import UserError
from headwater.model.tuning import Tuning
from headwater.simulation.rivals import RIVALS

KEYS = [
    "completion_s",
    "ideal_s",
    "ratio",
    "mean_lag_s",
    "p95_lag_s",
    "first_1mib_s",
    "first_4mib_s",
    "peak_out_of_order_bytes",
    "wasted_bytes",
    "requests",
    "stall_80_s",
]
SMALL = """
size_bytes = 20_000_000
[[source]]
rate_bytes_per_s = 5e6
latency_s = 0.05
[[source]]
rate_bytes_per_s = 2e6
latency_s = 0.1
jitter_s = 0.05
rate_sigma = 0.5
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_json_holds_the_figures_and_nothing_else(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    figures = told(capsys, small)
    assert list(figures) == KEYS
    assert figures["ratio"] == pytest.approx(figures["completion_s"] / figures["ideal_s"])


def test_the_seed_decides_all_chance(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, small, "--seed", "3") == told(capsys, small, "--seed", "3")
    assert told(capsys, small, "--seed", "3")["ideal_s"] != told(capsys, small, "--seed", "4")["ideal_s"]


def test_tuning_reaches_the_scheduler(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    plain = told(capsys, small)
    tuned = told(capsys, small, "--tuning", "max_span_bytes=262144", "min_span_bytes=65536", "--tuning", "interval_s=1")
    assert tuned["requests"] > plain["requests"]


def test_warm_and_multi_range_runs_are_runs_of_the_same_network(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    plain = told(capsys, small)
    assert told(capsys, small, "--warm")["ideal_s"] == plain["ideal_s"]
    assert told(capsys, small, "--multi-range")["ideal_s"] == plain["ideal_s"]


def test_a_comparison_stands_beside_every_rival(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    results = told(capsys, small, "--compare")
    assert list(results[small]) == ["headwater", *RIVALS]
    assert main([small, "--compare"]) == 0
    table = capsys.readouterr().out
    assert "static" in table
    assert "rounds" in table


def test_people_get_a_table(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([small]) == 0
    table = capsys.readouterr().out
    assert all(key in table for key in KEYS)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "name one scenario, or say --all"),
        (["two_sources", "--all"], "name one scenario, or say --all"),
        (["no-such-file.toml"], "there is no file no-such-file.toml"),
        (["two_sources", "--tuning", "interval"], "'interval' is not KEY=VALUE"),
        (["two_sources", "--tuning", "interval_s=fast"], "'fast' is not a number"),
        (["two_sources", "--tuning", "pace=3"], "no tuning value called pace"),
        (["two_sources", "--tuning", "interval_s=-1"], "interval_s must lie between"),
        (["two_sources", "--tuning", "interval_s=nan"], "interval_s must lie between"),
        (["two_sources", "--seed", "-3"], "seed must not be negative"),
    ],
)
def test_bad_input_is_refused_with_a_sentence_and_status_2(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert words in captured.err
    assert not captured.out


def test_a_file_that_is_no_scenario_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for content, words in ((b"size_bytes = 1", "at least one"), (b"\xff\xfe", "cannot be read"), (b"=", "not TOML")):
        path = tmp_path / "bad.toml"
        path.write_bytes(content)
        assert main([str(path)]) == 2
        assert words in capsys.readouterr().err
    assert main([str(tmp_path)]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_file_that_can_never_be_had_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "dead.toml"
    path.write_text("size_bytes = 10\n[[source]]\nrate_bytes_per_s = 0\nlatency_s = 0\n", encoding="utf-8")
    assert main([str(path)]) == 2
    assert "do not give the whole file" in capsys.readouterr().err


def test_shipped_scenarios_go_by_name() -> None:
    assert len(load_scenario("two_sources").sources) == 2
    with pytest.raises(UserError, match="shipped: "):
        load_scenario("twelve_sources")


def test_arguments_can_be_joined_to_another_parser() -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser.add_subparsers().add_parser("sim"))
    args = parser.parse_args(["sim", "x.toml", "--tuning", "a=1", "b=2", "--seed", "4"])
    assert args.tuning == ["a=1", "b=2"]
    assert args.seed == 4
    assert parse_tuning([]) == Tuning()
