"""What if the tuning were another: a job's measured sources simulated under several tunings, in a child process.

A simulation holds the interpreter's lock, so it runs in a process of its own (`python -m headwater.lab.what_if`, JSON
in on stdin, JSON out on stdout), which is bounded in time and ended when the caller is cancelled. `compare_tunings` is
the only entrance; `scenario_of` builds the document from what a running job has measured.
"""

import asyncio
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean
from typing import Any, Final

from headwater.model.errors import HeadwaterError, LocalError, UserError
from headwater.model.snapshots import SourceSnapshot
from headwater.model.source import SourceState, Support
from headwater.model.tuning import Tuning
from headwater.model.wording import say
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.simulation.scenario import read_scenario
from headwater.simulation.simulation import Outcome, product, simulate

#: A source that has not shown its latency yet is taken to have this one, in seconds.
ASSUMED_LATENCY_S: Final = 0.1
#: No source is simulated as more varied than this, whatever a short and unlucky look at it said.
MOST_SIGMA: Final = 1.0
DEFAULT_TIMEOUT_S: Final = 60.0
#: Points of a progress curve.
CURVE_POINTS: Final = 200
MAX_POINTS: Final = 5000
MAX_TUNINGS: Final = 8
MAX_RUNS: Final = 16
#: The child's exit status when its question made no sense; the reason is its last line on stderr.
EXIT_REFUSED: Final = 2


@dataclass(frozen=True, slots=True)
class WhatIfCurve:
    """In-order progress under one tuning: `points` are `(seconds, bytes)` from the start of the job.

    `completion_s` and `mean_lag_s` are None when the file was never whole. All are means over the runs, `each_run`
    holds both of every run; where tunings are compared, the same place in it is the same chance.
    """

    tuning: Tuning
    completion_s: float | None
    ideal_s: float
    mean_lag_s: float | None
    points: tuple[tuple[float, float], ...]
    each_run: tuple[tuple[float, float], ...] = ()

    def drawn_out_s(self, size_bytes: float) -> float | None:
        """Seconds that `size_bytes` would take if, after its beginning and before its end, it went on as evenly as what
        was simulated did between a third and two thirds of its bytes; None where that says nothing."""
        if self.completion_s is None or not self.points or size_bytes < self.points[-1][1]:
            return None
        simulated = self.points[-1][1]
        (from_s, first), (to_s, last) = (
            min(self.points, key=lambda point: abs(point[1] - part * simulated)) for part in (1 / 3, 2 / 3)
        )
        if last <= first or to_s <= from_s:
            return None
        return self.completion_s + (size_bytes - simulated) * (to_s - from_s) / (last - first)


def scenario_of(size_bytes: int, sources: Sequence[SourceSnapshot]) -> dict[str, Any]:
    """A scenario document of a job's sources as measured; those that give nothing at present are left out.

    Raises `UserError` when no source has been measured yet.
    """
    measured = [
        source
        for source in sources
        if source.rate_bytes_per_s > 0 and source.state not in {SourceState.DISABLED, SourceState.SET_ASIDE}
    ]
    if not measured:
        raise UserError("no source of this job has been measured yet, so there is nothing to simulate")
    return {"size_bytes": size_bytes, "source": [_source_of(source, size_bytes) for source in measured]}


def _source_of(source: SourceSnapshot, size_bytes: int) -> dict[str, Any]:
    mean_s = ASSUMED_LATENCY_S if source.latency_s is None else source.latency_s
    jitter_s = min(source.latency_jitter_s, 2 * mean_s)
    shape: dict[str, Any] = {
        "rate_bytes_per_s": source.rate_bytes_per_s,
        "rate_sigma": min(source.rate_sigma or 0.0, MOST_SIGMA),
        "latency_s": mean_s - jitter_s / 2,
        "jitter_s": jitter_s,
        "multi_range": source.multi_range is Support.YES,
        "ranges": source.ranges is not Support.NO,
    }
    if source.lanes > 1:
        # Several were found to bring more than one: each brings its part.
        shape["per_connection_rate_bytes_per_s"] = max(1.0, source.rate_bytes_per_s / source.lanes)
    if source.holds is not None:
        shape["holds"] = [[span.start, min(span.end, size_bytes)] for span in source.holds if span.start < size_bytes]
    return shape


async def compare_tunings(
    scenario: Mapping[str, Any],
    tunings: Sequence[Tuning],
    *,
    seed: int = 1,
    runs: int = 1,
    points: int = CURVE_POINTS,
    timeout_s: float = DEFAULT_TIMEOUT_S,
) -> tuple[WhatIfCurve, ...]:
    """Simulate `scenario` (a document as `simulation.scenario` reads it) under each tuning, in a child process.

    Each is run `runs` times with as many chances, the same ones for all: one alone says little where rates vary.

    Raises `UserError` for a scenario that cannot be simulated or that takes longer than `timeout_s`, `LocalError` when
    the child itself fails. Cancelling ends the child.
    """
    question = {
        "scenario": scenario,
        "tunings": [asdict(tuning) for tuning in tunings],
        "seed": seed,
        "runs": runs,
        "points": points,
    }
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "headwater.lab.what_if",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(timeout_s):
            output, complaint = await child.communicate(json.dumps(question).encode())
    except TimeoutError as error:
        raise UserError(
            say("the simulation took longer than {limit} s and was ended", limit=f"{timeout_s:g}")
        ) from error
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    words = complaint.decode(errors="replace").strip().rpartition("\n")[2]
    if child.returncode == EXIT_REFUSED:
        raise UserError(words)
    if child.returncode != 0:
        raise LocalError(
            say("the simulation ended with status {status}: {words}", status=child.returncode, words=words)
        )
    return tuple(_read_curve(tuning, told) for tuning, told in zip(tunings, json.loads(output), strict=True))


def _read_curve(tuning: Tuning, told: Mapping[str, Any]) -> WhatIfCurve:
    return WhatIfCurve(
        tuning,
        told["completion_s"],
        told["ideal_s"],
        told["mean_lag_s"],
        tuple((time_s, in_order) for time_s, in_order in told["points"]),
        tuple((completion_s, lag_s) for completion_s, lag_s in told["each_run"]),
    )


def answer(question: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The child's work: one curve a tuning. Raises `UserError` for a question that makes no sense."""
    tunings, points = question.get("tunings"), question.get("points", CURVE_POINTS)
    runs, seed = question.get("runs", 1), question.get("seed", 1)
    if not isinstance(tunings, list) or not 1 <= len(tunings) <= MAX_TUNINGS:
        raise UserError(f"between 1 and {MAX_TUNINGS} tunings are needed")
    if type(points) is not int or not 1 <= points <= MAX_POINTS:
        raise UserError(f"points must be a whole number between 1 and {MAX_POINTS}")
    if type(runs) is not int or not 1 <= runs <= MAX_RUNS:
        raise UserError(f"runs must be a whole number between 1 and {MAX_RUNS}")
    scenario = read_scenario(question["scenario"])
    curves = []
    for values in tunings:
        tuning = Tuning()
        for name, value in values.items():
            tuning = tuning.changed(name, value)
        outcomes = [simulate(scenario, product(tuning), seed + run) for run in range(runs)]
        curves.append(_curve_of(outcomes, points))
    return curves


def _curve_of(outcomes: Sequence[Outcome[PrioritizationScheduler]], points: int) -> dict[str, Any]:
    """The mean of all runs; the one that never was complete, if there is one."""
    complete = [(run.completion_s, run.mean_lag_s) for run in (outcome.figures for outcome in outcomes)]
    broken = next((outcome for outcome, (done_s, _) in zip(outcomes, complete, strict=True) if done_s is None), None)
    if broken is not None:
        outcomes, complete = [broken], []
    # All curves have their points at the same bytes, since all files are whole.
    ways = zip(*(outcome.arrivals.curve(points) for outcome in outcomes), strict=True)
    return {
        "completion_s": fmean(done_s for done_s, _ in complete if done_s is not None) if complete else None,
        "ideal_s": fmean(outcome.figures.ideal_s for outcome in outcomes),
        "mean_lag_s": fmean(lag_s for _, lag_s in complete if lag_s is not None) if complete else None,
        "points": [(fmean(time_s for time_s, _ in way), way[0][1]) for way in ways],
        "each_run": complete,
    }


def main() -> int:
    """Read a question from stdin, write the answer to stdout, or a sentence to stderr when it makes no sense."""
    try:
        curves = answer(json.load(sys.stdin))
    except HeadwaterError as error:
        print(error, file=sys.stderr)  # noqa: T201  # the parent reads the last line
        return EXIT_REFUSED
    json.dump(curves, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
