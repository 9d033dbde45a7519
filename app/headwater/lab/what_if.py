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
from typing import Any, Final

from headwater.model.errors import HeadwaterError, LocalError, UserError
from headwater.model.snapshots import SourceSnapshot
from headwater.model.source import SourceState, Support
from headwater.model.tuning import Tuning
from headwater.simulation.scenario import read_scenario
from headwater.simulation.simulation import product, simulate

#: A source that has not shown its latency yet is taken to have this one, in seconds.
ASSUMED_LATENCY_S: Final = 0.1
DEFAULT_TIMEOUT_S: Final = 60.0
#: Points of a progress curve.
CURVE_POINTS: Final = 200
MAX_POINTS: Final = 5000
MAX_TUNINGS: Final = 8
#: The child's exit status when its question made no sense; the reason is its last line on stderr.
EXIT_REFUSED: Final = 2


@dataclass(frozen=True, slots=True)
class WhatIfCurve:
    """In-order progress under one tuning: `points` are `(seconds, bytes)` from the start of the job.

    `completion_s` and `mean_lag_s` are None when the file was never whole.
    """

    tuning: Tuning
    completion_s: float | None
    ideal_s: float
    mean_lag_s: float | None
    points: tuple[tuple[float, float], ...]


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
    shape: dict[str, Any] = {
        "rate_bytes_per_s": source.rate_bytes_per_s,
        "latency_s": ASSUMED_LATENCY_S if source.latency_s is None else source.latency_s,
        "multi_range": source.multi_range is Support.YES,
        "ranges": source.ranges is not Support.NO,
    }
    if source.holds is not None:
        shape["holds"] = [[span.start, min(span.end, size_bytes)] for span in source.holds if span.start < size_bytes]
    return shape


async def compare_tunings(
    scenario: Mapping[str, Any],
    tunings: Sequence[Tuning],
    *,
    seed: int = 1,
    points: int = CURVE_POINTS,
    timeout_s: float = DEFAULT_TIMEOUT_S,
) -> tuple[WhatIfCurve, ...]:
    """Simulate `scenario` (a document as `simulation.scenario` reads it) once per tuning, in a child process.

    Raises `UserError` for a scenario that cannot be simulated or that takes longer than `timeout_s`, `LocalError` when
    the child itself fails. Cancelling ends the child.
    """
    question = {"scenario": scenario, "tunings": [asdict(tuning) for tuning in tunings], "seed": seed, "points": points}
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
        raise UserError(f"the simulation took longer than {timeout_s:g} s and was ended") from error
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    words = complaint.decode(errors="replace").strip().rpartition("\n")[2]
    if child.returncode == EXIT_REFUSED:
        raise UserError(words)
    if child.returncode != 0:
        raise LocalError(f"the simulation ended with status {child.returncode}: {words}")
    return tuple(
        WhatIfCurve(
            tuning,
            curve["completion_s"],
            curve["ideal_s"],
            curve["mean_lag_s"],
            tuple((time_s, in_order) for time_s, in_order in curve["points"]),
        )
        for tuning, curve in zip(tunings, json.loads(output), strict=True)
    )


def answer(question: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The child's work: one curve a tuning. Raises `UserError` for a question that makes no sense."""
    tunings, points = question.get("tunings"), question.get("points", CURVE_POINTS)
    if not isinstance(tunings, list) or not 1 <= len(tunings) <= MAX_TUNINGS:
        raise UserError(f"between 1 and {MAX_TUNINGS} tunings are needed")
    if type(points) is not int or not 1 <= points <= MAX_POINTS:
        raise UserError(f"points must be a whole number between 1 and {MAX_POINTS}")
    scenario = read_scenario(question["scenario"])
    curves = []
    for values in tunings:
        tuning = Tuning()
        for name, value in values.items():
            tuning = tuning.changed(name, value)
        outcome = simulate(scenario, product(tuning), question.get("seed"))
        figures = outcome.figures
        curves.append(
            {
                "completion_s": figures.completion_s,
                "ideal_s": figures.ideal_s,
                "mean_lag_s": figures.mean_lag_s,
                "points": outcome.arrivals.curve(points),
            }
        )
    return curves


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
