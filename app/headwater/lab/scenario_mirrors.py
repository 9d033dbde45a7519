"""A simulation's scenario as real mirrors: what was judged in simulated time can be tried with real programs.

The rates are the realisation that the simulation's bounds are computed from, so that T* is the same. What the lab
has no counterpart for is refused, never left out in silence.
"""

from dataclasses import replace
from math import isinf

from headwater.lab.shaping import MirrorBehaviour
from headwater.model.errors import UserError
from headwater.simulation.realised_rates import RealisedSource, realise
from headwater.simulation.scenario import Scenario, SourceShape

#: Rates that vary by chance are realised up to this time, in seconds; they stay as they are from then on.
HORIZON_S = 600.0


def behaviours_of(scenario: Scenario) -> tuple[MirrorBehaviour, ...]:
    """One mirror a source. Raises `UserError` for an access link or for events that change more than a rate."""
    if scenario.access_rate_bytes_per_s is not None:
        raise UserError("the mirror lab has no common access link")
    return tuple(_behaviour_of(source) for source in realise(scenario, scenario.seed))


def _behaviour_of(source: RealisedSource) -> MirrorBehaviour:
    shape = source.script.shape
    for _, later in source.script.changes:
        if replace(later, rate_bytes_per_s=shape.rate_bytes_per_s, dead=shape.dead) != shape:
            raise UserError("the mirror lab changes nothing but rates, deaths and returns in the course of time")
    cap = shape.cap_bytes_per_s
    behaviour = MirrorBehaviour(
        rate_bytes_per_s=source.rate_at(0.0) if isinf(cap) else shape.rate_bytes_per_s,
        connection_rate_bytes_per_s=shape.per_connection_rate_bytes_per_s,
        max_requests_at_once=shape.max_connections,
        latency_s=shape.latency_s,
        latency_jitter_s=shape.jitter_s,
        holds=shape.holds,
        multi_range=shape.multi_range,
        ignores_range=not shape.ranges,
    )
    deaths = _deaths(source.script.changes, shape)
    if len(deaths) == 1:
        died_s, revived_s = deaths[0]
        behaviour = replace(behaviour, dies_at_s=died_s, revives_at_s=revived_s)
    # A mirror that comes and goes keeps its connections and stalls: its steps go down to 0.
    steps = tuple((at_s, source.rate_at(at_s)) for at_s in source.changes_until(HORIZON_S))
    return replace(behaviour, rate_steps=steps)


def _deaths(changes: tuple[tuple[float, SourceShape], ...], shape: SourceShape) -> list[tuple[float, float | None]]:
    """When the source dies and when it is back (None: never), in order."""
    deaths: list[tuple[float, float | None]] = []
    is_dead = shape.dead
    for at_s, later in changes:
        if later.dead and not is_dead:
            deaths.append((at_s, None))
        elif is_dead and not later.dead and deaths:
            deaths[-1] = (deaths[-1][0], at_s)
        is_dead = later.dead
    return deaths
