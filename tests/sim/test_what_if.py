"""What-if runs in a child process: an answer, a sentence, an end in time, and nothing left behind."""

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest

from headwater.lab.what_if import answer, compare_tunings, scenario_of
from headwater.model.errors import UserError
from headwater.model.snapshots import SourceSnapshot
from headwater.model.source import SourceId, SourceState, Support
from headwater.model.spans import UNKNOWN_END, Span
from headwater.model.tuning import PRESETS, Tuning

SCENARIO = {
    "size_bytes": 20_000_000,
    "source": [{"rate_bytes_per_s": 5e6, "latency_s": 0.05}, {"rate_bytes_per_s": 2e6, "latency_s": 0.1}],
}
#: Simulates for minutes: the child must be ended from outside.
ENDLESS = {
    "size_bytes": 2**36,
    "source": [{"rate_bytes_per_s": 1e6, "latency_s": 0.1, "rate_sigma": 0.5} for _ in range(50)],
}


def snapshot(number: int, **changes: object) -> SourceSnapshot:
    values: dict[str, object] = {
        "source_id": SourceId(number),
        "url": f"https://host{number}.example/f",
        "host": f"host{number}.example",
        "rank": number,
        "score": 0.5,
        "terms": (),
        "state": SourceState.ACTIVE,
        "reason": None,
        "share": 0.5,
        "received_bytes": 1000,
        "wasted_bytes": 0,
        "rate_bytes_per_s": 5e6,
        "latency_s": 0.05,
        "hops": None,
        "country": None,
        "cost_per_gb": None,
        "channels": 2,
        "requests": 3,
        "errors": 0,
        "ranges": Support.YES,
        "multi_range": Support.UNKNOWN,
        "holds": None,
    }
    return SourceSnapshot(**{**values, **changes})  # type: ignore[arg-type]  # a test's table of values


def children() -> set[str]:
    """Processes whose parent is this one."""
    own = str(os.getpid())
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended while being read
        if fields[1] == own:
            found.add(stat.parent.name)
    return found


async def test_two_tunings_are_answered_with_two_curves() -> None:
    balanced, bulk = await compare_tunings(SCENARIO, [Tuning(), PRESETS["Bulk"]], points=20)
    assert balanced.tuning == Tuning()
    assert bulk.tuning == PRESETS["Bulk"]
    assert balanced.ideal_s == bulk.ideal_s == pytest.approx((20e6 + 5e6 * 0.05 + 2e6 * 0.1) / 7e6)
    for curve in (balanced, bulk):
        assert curve.completion_s is not None
        assert curve.completion_s >= curve.ideal_s
        assert len(curve.points) == 20
        assert curve.points[-1][0] == pytest.approx(curve.completion_s)
        assert curve.points[-1][1] == 20e6
        assert [time_s for time_s, _ in curve.points] == sorted(time_s for time_s, _ in curve.points)


async def test_what_cannot_be_simulated_is_told_in_a_sentence() -> None:
    with pytest.raises(UserError, match="unknown key 'rate'"):
        await compare_tunings({"size_bytes": 10, "source": [{"rate": 1}]}, [Tuning()])


async def test_a_long_simulation_is_ended_in_time() -> None:
    before = children()
    with pytest.raises(UserError, match=r"longer than 0\.5 s"):
        await compare_tunings(ENDLESS, [Tuning()], timeout_s=0.5)
    assert children() == before


async def test_cancelling_ends_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    before = children()
    started = asyncio.Event()
    real = asyncio.create_subprocess_exec

    async def start(*command: str, **options: Any) -> asyncio.subprocess.Process:
        child = await real(*command, **options)
        started.set()
        return child

    monkeypatch.setattr(asyncio, "create_subprocess_exec", start)
    task = asyncio.create_task(compare_tunings(ENDLESS, [Tuning()]))
    await started.wait()
    assert children() != before
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert children() == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"tunings": []}, "tunings are needed"),
        ({"points": 0}, "points must be"),
        ({"runs": 0}, "runs must be"),
        ({"tunings": [{"pace": 1}]}, "no tuning value called pace"),
    ],
)
def test_the_child_refuses_a_question_that_makes_no_sense(change: dict[str, object], words: str) -> None:
    with pytest.raises(UserError, match=words):
        answer({"scenario": SCENARIO, "tunings": [{}], **change})


def test_a_job_becomes_the_scenario_that_was_measured() -> None:
    document = scenario_of(
        1000,
        [
            snapshot(1),
            snapshot(2, latency_s=None, multi_range=Support.YES, holds=(Span(0, 10), Span(500, UNKNOWN_END))),
            snapshot(3, rate_bytes_per_s=0.0),
            snapshot(4, state=SourceState.SET_ASIDE),
            snapshot(5, ranges=Support.NO),
        ],
    )
    steady = {"rate_bytes_per_s": 5e6, "rate_sigma": 0.0, "latency_s": 0.05, "jitter_s": 0.0}
    assert document == {
        "size_bytes": 1000,
        "source": [
            {**steady, "multi_range": False, "ranges": True},
            {**steady, "latency_s": 0.1, "multi_range": True, "ranges": True, "holds": [[0, 10], [500, 1000]]},
            {**steady, "multi_range": False, "ranges": False},
        ],
    }
    with pytest.raises(UserError, match="no source of this job has been measured"):
        scenario_of(1000, [snapshot(1, rate_bytes_per_s=0.0)])


def test_sources_are_simulated_as_varied_as_they_were_measured() -> None:
    (source,) = scenario_of(1000, [snapshot(1, rate_sigma=0.4, latency_s=0.2, latency_jitter_s=0.3, lanes=4)])["source"]
    assert source["rate_sigma"] == 0.4
    assert (source["latency_s"], source["jitter_s"]) == (pytest.approx(0.05), 0.3)
    assert source["per_connection_rate_bytes_per_s"] == 5e6 / 4
    (wild,) = scenario_of(1000, [snapshot(1, rate_sigma=3.0, latency_s=0.1, latency_jitter_s=9.0)])["source"]
    assert wild["rate_sigma"] == 1.0
    assert (wild["latency_s"], wild["jitter_s"]) == (0.0, 0.2)


async def test_where_rates_vary_the_answer_is_the_mean_of_several_runs() -> None:
    varied = {**SCENARIO, "source": [{**source, "rate_sigma": 0.5} for source in SCENARIO["source"]]}  # type: ignore[attr-defined]  # the list of the table above
    now, cautious = await compare_tunings(varied, [Tuning(), Tuning(recovery=0.0)], runs=3, points=10)
    for curve in (now, cautious):
        assert len(curve.each_run) == 3
        assert len({done_s for done_s, _ in curve.each_run}) == 3, "each run has chances of its own"
        assert curve.completion_s == pytest.approx(sum(done_s for done_s, _ in curve.each_run) / 3)
        at_s, in_order = curve.points[-1]
        assert at_s == pytest.approx(curve.completion_s)
        assert in_order == 20e6
    assert now.points != cautious.points, "a knob that steady sources leave without a difference shows one"
