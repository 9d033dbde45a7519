"""Slow lines: tens of kilobytes a second, where every request is seconds long and order is what people see."""

import pytest

from headwater.model.tuning import Tuning
from headwater.simulation.scenario import parse_scenario
from headwater.simulation.simulation import product, simulate

MIB = 1024 * 1024
PICTURE = """
size_bytes = 4670000
seed = 1
[[source]]
rate_bytes_per_s = 85000
latency_s = 0.15
[[source]]
rate_bytes_per_s = 46000
latency_s = 0.06
[[source]]
rate_bytes_per_s = 34000
latency_s = 0.43
[[source]]
rate_bytes_per_s = 80000
latency_s = 0.07
[[source.event]]
at_s = 8.0
dead = true
"""
#: As the demo's mirrors: less than a minute of small requests, and every byte that comes twice is felt.
SMALL = """
size_bytes = 784474
seed = 1
[[source]]
rate_bytes_per_s = 26000
latency_s = 0.12
jitter_s = 0.02
[[source]]
rate_bytes_per_s = 16000
latency_s = 0.03
jitter_s = 0.01
[[source]]
rate_bytes_per_s = 14000
latency_s = 0.35
jitter_s = 0.1
[[source]]
rate_bytes_per_s = 16000
latency_s = 0.06
[[source.event]]
at_s = 7.8
dead = true
"""
FILM = """
size_bytes = 23000000
seed = 1
[[source]]
rate_bytes_per_s = 400000
latency_s = 0.03
[[source]]
rate_bytes_per_s = 300000
latency_s = 0.08
[[source]]
rate_bytes_per_s = 200000
latency_s = 0.05
"""


@pytest.mark.parametrize(
    ("text", "ratio", "lag_s", "first_mib_s"),
    [(PICTURE, 1.15, 4.0, 9.0), (FILM, 1.05, 1.2, 3.5)],
    ids=["picture", "film"],
)
def test_the_beginning_comes_first_on_slow_lines(text: str, ratio: float, lag_s: float, first_mib_s: float) -> None:
    figures = simulate(parse_scenario(text), product(), 1).figures
    assert figures.ratio is not None
    assert figures.mean_lag_s is not None
    assert figures.first_1mib_s is not None
    assert figures.ratio < ratio
    assert figures.mean_lag_s < lag_s
    assert figures.first_1mib_s < first_mib_s
    assert figures.stall_80_s == 0


def test_what_was_asked_too_boldly_is_taken_back_only_where_recovery_is_on() -> None:
    bold = simulate(parse_scenario(PICTURE), product(Tuning(recovery=0.0)), 1).figures
    taken_back = simulate(parse_scenario(PICTURE), product(), 1).figures
    assert bold.first_1mib_s is not None
    assert taken_back.first_1mib_s is not None
    assert taken_back.first_1mib_s < bold.first_1mib_s


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_small_file_on_slow_lines_is_not_fetched_twice(seed: int) -> None:
    """A hedge is bounded by the time that it costs; a bound in bytes made the demo half as long again."""
    figures = simulate(parse_scenario(SMALL), product(), seed).figures
    assert figures.ratio is not None
    assert figures.mean_lag_s is not None
    assert figures.ratio < 1.2
    assert figures.mean_lag_s < 4.0
    assert figures.wasted_bytes < 0.03 * 784_474
