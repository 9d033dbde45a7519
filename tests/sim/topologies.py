"""Random networks, each made by one seed, and what connecting and slow start cost at least in each."""

import math
import random
from typing import Any, Final

from headwater.simulation.bounds import Bound, find_bound
from headwater.simulation.connection import INITIAL_WINDOW_BYTES
from headwater.simulation.figures import PLAYER_BUFFER_S, PLAYER_PART
from headwater.simulation.realised_rates import realise
from headwater.simulation.scenario import Scenario, read_scenario

SIZE_BYTES: Final = 512 * 1024 * 1024
KINDS: Final = ("steady", "jittery", "dying", "flapping", "changing", "capped", "partial", "crowd", "thin access")


def random_topology(kind: str, seed: int, *, size_bytes: int = SIZE_BYTES) -> Scenario:
    """A network of one kind: rates are log-normal around 5 MB/s, latencies around 60 ms."""
    dice = random.Random(f"{kind}/{seed}")
    count = dice.randint(20, 60) if kind == "crowd" else dice.randint(2, 9)
    sources = [_source(dice, 1e6 if kind == "crowd" else 5e6) for _ in range(count)]
    total = sum(source["rate_bytes_per_s"] for source in sources)
    span_s = size_bytes / total
    top: dict[str, Any] = {}
    for number, source in enumerate(sources):
        if kind == "jittery":
            source |= {"rate_sigma": dice.uniform(0.2, 0.8), "jitter_s": source["latency_s"] * dice.random()}
        elif kind == "dying" and number and dice.random() < 0.4:
            source["event"] = [{"at_s": dice.uniform(0.05, 0.9) * span_s, "dead": True}]
        elif kind == "flapping" and number and dice.random() < 0.5:
            source["event"] = _flapping(dice, 3 * span_s)
        elif kind == "changing" and dice.random() < 0.6:
            factor = math.exp(dice.gauss(0, 1.5))
            rate = min(2e8, source["rate_bytes_per_s"] * factor)
            source["event"] = [{"at_s": dice.uniform(0.1, 0.8) * span_s, "rate_bytes_per_s": rate}]
        elif kind == "capped":
            connections = dice.randint(2, 8)
            source["per_connection_rate_bytes_per_s"] = source["rate_bytes_per_s"] / dice.uniform(1, connections)
            source["max_connections"] = connections
        elif kind == "partial" and number:
            start = dice.uniform(0, 0.7)
            end = dice.uniform(start + 0.2, 1)
            source["holds"] = [[int(start * size_bytes), max(int(start * size_bytes) + 1, int(end * size_bytes))]]
    if kind == "thin access":
        top["access_rate_bytes_per_s"] = total * dice.uniform(0.3, 0.9)
    return read_scenario({"size_bytes": size_bytes, "seed": seed, "source": sources, **top})


def _source(dice: random.Random, median_rate: float) -> dict[str, Any]:
    rate = min(1e8, max(2e5, median_rate * math.exp(dice.gauss(0, 1))))
    latency_s = min(0.6, max(0.003, 0.06 * math.exp(dice.gauss(0, 0.8))))
    return {"rate_bytes_per_s": rate, "latency_s": latency_s}


def _flapping(dice: random.Random, until_s: float) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    at_s, is_dead = dice.uniform(1, 4), True
    while at_s < until_s and len(events) < 200:
        events.append({"at_s": at_s, "dead": is_dead})
        at_s += dice.uniform(1.0, 3.0) if is_dead else dice.uniform(2.0, 6.0)
        is_dead = not is_dead
    return events


def start_up_s(scenario: Scenario, seed: int, channels: int) -> float:
    """Seconds by which connecting and slow start put the end off, when nothing else is ever lost.

    Every source is opened `channels` times at once and flows to the end; what it loses until it is at its rate is
    made good by all together. Holdings are left out.
    """
    step_s = 0.005
    loss = rate_sum = 0.0
    ideal_s = find_bound(scenario, seed).ideal_s
    access = scenario.access_rate_bytes_per_s or math.inf
    sources = [source for source in realise(scenario, seed) if source.script.shape.latency_s < ideal_s]
    at_s = 0.0
    while at_s < min(ideal_s, 12.0):
        could = could_ideal = 0.0
        for source in sources:
            shape, rate = source.shape_at(at_s), source.rate_at(at_s)
            if at_s >= shape.latency_s:
                could_ideal += rate
            since_s = at_s - 2 * shape.latency_s
            if since_s >= 0:
                window = channels * INITIAL_WINDOW_BYTES * 2.0 ** min(40, int(since_s / shape.latency_s))
                could += min(rate, window / shape.latency_s)
        loss += (min(access, could_ideal) - min(access, could)) * step_s
        at_s += step_s
    rate_sum = min(access, sum(source.rate_at(ideal_s) for source in sources))
    return loss / rate_sum


def ideal_stall_s(bound: Bound) -> float:
    """How long the player of `stall_80_s` would stand still if every byte came when F* reaches it."""
    size = bound.size_bytes
    rate = PLAYER_PART * size / bound.ideal_s
    start_s = bound.time_of(min(float(size), PLAYER_BUFFER_S * rate))
    points = ((i + 1) * size / 1024 for i in range(1024))
    return max(0.0, max(bound.time_of(x) - x / rate for x in points) - start_s)
