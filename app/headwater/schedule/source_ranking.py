"""How good a source is: one score from six criteria, explained term by term.

Pure arithmetic over what is known; which sources are used is decided elsewhere. The rule that keeps it honest:
each term is in [0, 1] or unknown, unknown is neither good nor bad (it is left out of the mean), and the score
is exactly the weighted mean of the terms shown.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from headwater.model.amounts import latency_words, rate_words
from headwater.model.snapshots import ScoreTerm
from headwater.model.source import SourceProfile
from headwater.model.tuning import Tuning

#: Where a term is one half: a latency (s), a number of hops, a distance (km), a price per GB.
HALF_LATENCY_S: Final = 0.15
HALF_HOPS: Final = 12.0
HALF_DISTANCE_KM: Final = 4000.0
HALF_COST_PER_GB: Final = 0.05
#: The score of a source of which nothing is known.
NEUTRAL: Final = 0.5


@dataclass(frozen=True, slots=True)
class Ranking:
    """A source's score in [0, 1] and the terms it is the weighted mean of."""

    score: float
    terms: tuple[ScoreTerm, ...]


def _fall(value: float | None, half: float) -> float | None:
    """1 at zero, one half at `half`, towards 0 beyond: half / (half + value)."""
    return None if value is None else half / (half + value)


def rank(
    profile: SourceProfile,
    rate_bytes_per_s: float | None,
    best_rate_bytes_per_s: float | None,
    latency_s: float | None,
    tuning: Tuning,
) -> Ranking:
    """Score one source; throughput counts relative to the best of the job's sources."""
    speed = None
    if rate_bytes_per_s is not None and best_rate_bytes_per_s:
        speed = min(1.0, rate_bytes_per_s / best_rate_bytes_per_s)
    cost = _fall(profile.price_per_gb, HALF_COST_PER_GB)
    if profile.budget_left_bytes is not None and profile.budget_left_bytes <= 0:
        cost = 0.0
    told, hops, distance_km = profile.external_rank, profile.hops, profile.distance_km
    terms: tuple[ScoreTerm, ...] = (
        _term("outside ranking", told, told, tuning.weight_external, _in("")),
        _term("throughput", rate_bytes_per_s, speed, tuning.weight_throughput, rate_words),
        _term("latency", latency_s, _fall(latency_s, HALF_LATENCY_S), tuning.weight_latency, latency_words),
        _term("hops", hops, _fall(hops, HALF_HOPS), tuning.weight_hops, _in(" hops")),
        _term("distance", distance_km, _fall(distance_km, HALF_DISTANCE_KM), tuning.weight_distance, _in(" km")),
        _term("cost", profile.price_per_gb, cost, tuning.weight_cost, _in(" per GB")),
    )
    weight = sum(term.weight for term in terms if term.value is not None)
    if weight == 0:
        return Ranking(NEUTRAL, terms)
    terms = tuple(replace(term, part=term.weight * (term.value or 0.0) / weight) for term in terms)
    return Ranking(sum(term.part for term in terms), terms)


def _term(
    criterion: str, raw: float | None, value: float | None, weight: float, words: Callable[[float], str]
) -> ScoreTerm:
    return ScoreTerm(criterion, value, weight, "unknown" if raw is None else words(raw), raw)


def _in(unit: str) -> Callable[[float], str]:
    """A number in a unit, in words."""
    return lambda value: f"{value:,.3g}{unit}" if value < 1000 else f"{value:,.0f}{unit}"
