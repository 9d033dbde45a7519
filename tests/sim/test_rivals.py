"""The rivals: each does what its kind does, and brings every scenario to its end."""

import pytest

from headwater.simulation.rivals import RIVALS
from headwater.simulation.scenario import Scenario, read_scenario
from headwater.simulation.shipped import scenario_names, shipped_scenario
from headwater.simulation.simulation import rival, simulate

MB = 1_000_000
#: The hundred sources take seconds each, and show nothing here that the thirty-two do not.
QUICK = [name for name in scenario_names() if name != "access_link_100"]


@pytest.mark.parametrize("name", RIVALS)
@pytest.mark.parametrize("shipped", QUICK)
def test_every_rival_completes_every_scenario(name: str, shipped: str) -> None:
    figures = simulate(shipped_scenario(shipped), rival(name)).figures
    assert figures.completion_s is not None
    assert figures.ratio is not None
    assert figures.ratio >= 1.0
    assert figures.wasted_bytes < 0.02 * shipped_scenario(shipped).size_bytes


def two(rate: float, other_rate: float) -> Scenario:
    sources = [{"rate_bytes_per_s": rate, "latency_s": 0.05}, {"rate_bytes_per_s": other_rate, "latency_s": 0.05}]
    return read_scenario({"size_bytes": 100 * MB, "source": sources})


def test_a_static_split_waits_for_the_slower_half() -> None:
    outcome = simulate(two(10e6, 1e6), rival("static equal split"))
    assert outcome.figures.requests == 2
    assert outcome.figures.completion_s == pytest.approx(50.0, rel=0.02)
    assert outcome.trace.source_bytes == {0: 50 * MB, 1: 50 * MB}


def test_greedy_pieces_let_each_source_take_what_it_can() -> None:
    outcome = simulate(two(10e6, 1e6), rival("greedy fixed pieces"))
    assert outcome.trace.source_bytes[0] > 5 * outcome.trace.source_bytes[1]
    assert outcome.figures.completion_s is not None
    assert outcome.figures.completion_s < 20.0


def test_rounds_give_pieces_by_measured_throughput() -> None:
    outcome = simulate(two(10e6, 2e6), rival("rounds"))
    share = outcome.trace.source_bytes[0] / outcome.trace.source_bytes[1]
    assert 3.0 < share < 8.0


@pytest.mark.parametrize("name", RIVALS)
def test_a_rival_uses_a_source_without_ranges_only_from_the_beginning(name: str) -> None:
    case = read_scenario(
        {
            "size_bytes": 20 * MB,
            "source": [
                {"rate_bytes_per_s": 5e6, "latency_s": 0.02, "ranges": False},
                {"rate_bytes_per_s": 5e6, "latency_s": 0.05},
            ],
        }
    )
    assert simulate(case, rival(name)).figures.completion_s is not None


def test_refusals_are_of_spans_not_of_the_source() -> None:
    half = 10 * MB
    holds_later = {"at_s": 0.5, "holds": [[0, half]]}
    case = read_scenario(
        {
            "size_bytes": 2 * half,
            "source": [
                {"rate_bytes_per_s": 5e6, "latency_s": 0.02, "event": [holds_later]},
                {"rate_bytes_per_s": 5e6, "latency_s": 0.05},
            ],
        }
    )
    outcome = simulate(case, rival("greedy fixed pieces"))
    assert outcome.trace.refused_spans > 0
    assert outcome.figures.completion_s is not None
