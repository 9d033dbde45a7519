"""Completion on shaped mirrors: the simulation's scenarios as real servers, each program's time over the bound T*.

T* (`headwater.simulation.bounds`) is what no schedule can beat. Time counts from the first request that a mirror saw
to the end of the process: what a program needs to start up is no matter of its schedule and is told apart.
"""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from tests.bench.downloaders import Downloader, DownloadFailedError, measure, stream

from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.scenario_mirrors import behaviours_of
from headwater.simulation.bounds import Bound, find_bound
from headwater.simulation.scenario import Scenario
from headwater.simulation.shipped import scenario_names, shipped_scenario


@dataclass(frozen=True, slots=True)
class ShapedFigure:
    """Median of one program in one scenario. `ratio` is time / T*, None when it failed (`failure` says how).

    `mean_lag_s`: how long after F* a byte came out in order, on average, when streamed once more; None where the
    program has no such output.
    """

    scenario: str
    downloader: str
    ideal_s: float
    ratio: float | None
    wasted_share: float
    runs: int
    failure: str = ""
    mean_lag_s: float | None = None


@dataclass(frozen=True, slots=True)
class _Call:
    elapsed_s: float
    sent_bytes: int


def names() -> tuple[str, ...]:
    """Scenarios that real mirrors can play (a common access link they have not)."""
    return tuple(name for name in scenario_names() if shipped_scenario(name).access_rate_bytes_per_s is None)


def run(
    downloaders: Sequence[Downloader], folder: Path, *, scenarios: Sequence[str], size_bytes: int | None, runs: int
) -> list[ShapedFigure]:
    """Measure all programs that take many sources. `size_bytes` None leaves the scenario's size."""
    able = [one for one in downloaders if one.max_sources is None]
    figures = []
    for name in scenarios:
        scenario = shipped_scenario(name)
        if size_bytes is not None:
            scenario = replace(scenario, size_bytes=size_bytes)
        bound = find_bound(scenario, scenario.seed)
        ideal_s = bound.ideal_s
        digest = sha256_of(SeededSample(scenario.size_bytes))
        calls: dict[str, list[_Call]] = {one.name: [] for one in able}
        failures: dict[str, str] = {}
        for number in range(runs):
            for one in able:
                try:
                    call = asyncio.run(_call(one, scenario, folder / "sample.bin", digest))
                except DownloadFailedError as error:
                    failures[one.name] = str(error)
                    sys.stderr.write(f"{name}, run {number + 1}: {error}\n")
                    continue
                calls[one.name].append(call)
                ratio = call.elapsed_s / ideal_s
                sys.stderr.write(f"{name}, run {number + 1}, {one.name}: {call.elapsed_s:.2f} s, {ratio:.3f} T*\n")
        for one in able:
            done, failure, lag_s = calls[one.name], failures.get(one.name, ""), None
            if one.streams and not failure:
                lag_s = asyncio.run(_mean_lag_s(one, scenario, bound, folder, digest))
                sys.stderr.write(f"{name}, streamed, {one.name}: mean lag {lag_s:.2f} s\n")
            ratio_now = median(call.elapsed_s for call in done) / ideal_s if done and not failure else None
            wasted = median(call.sent_bytes for call in done) / scenario.size_bytes - 1 if done else 0.0
            figures.append(ShapedFigure(name, one.name, ideal_s, ratio_now, wasted, len(done), failure, lag_s))
    return figures


async def _mean_lag_s(downloader: Downloader, scenario: Scenario, bound: Bound, folder: Path, digest: str) -> float:
    """Mean over the file's bytes of (when it came out in order - when F* could have had it), from the first request."""
    async with MirrorLab(behaviours_of(scenario), SeededSample(scenario.size_bytes)) as lab:
        arrived = await asyncio.to_thread(stream, downloader, folder, lab.urls, sha256=digest)
        first_request_s = asyncio.get_running_loop().time() - lab.elapsed_s
    lag_s, before = 0.0, 0
    for at_s, total in arrived:
        lag_s += (at_s - first_request_s - bound.time_of(total)) * (total - before)
        before = total
    return lag_s / scenario.size_bytes


async def _call(downloader: Downloader, scenario: Scenario, target: Path, digest: str) -> _Call:
    """One call: the mirrors live on this loop while the program runs as a child."""
    async with MirrorLab(behaviours_of(scenario), SeededSample(scenario.size_bytes)) as lab:
        loop = asyncio.get_running_loop()
        began = loop.time()
        measured = await asyncio.to_thread(measure, downloader, target, lab.urls, sha256=digest)
        first_request_s = loop.time() - lab.elapsed_s - began
        return _Call(measured.elapsed_s - first_request_s, lab.sent_bytes)
