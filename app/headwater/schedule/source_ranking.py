"""How good a source is: one score from six criteria, explained term by term.

Pure arithmetic over what is known; which sources are used is decided elsewhere. The rule that keeps it honest:
each term is in [0, 1] or unknown, unknown is neither good nor bad (it is left out of the mean), and the score
is exactly the weighted mean of the terms shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

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


#: What was measured or told, its value in [0, 1] (None of both: unknown), and the weight.
Criterion: TypeAlias = tuple[float | None, float | None, float]


@dataclass(frozen=True, slots=True)
class Ranking:
    """A source's score in [0, 1] and the criteria it is the weighted mean of, in the order of `_NAMES`.

    Sources are ranked ten times a second and hardly ever looked at: `terms` are put into words when asked for.
    """

    score: float
    criteria: tuple[Criterion, ...]

    @property
    def terms(self) -> tuple[ScoreTerm, ...]:
        """The score, explained."""
        parts = _parts(self.criteria) or [0.0] * len(self.criteria)
        return tuple(
            ScoreTerm(name, value, weight, "unknown" if raw is None else words(raw), raw, part)
            for (name, words), (raw, value, weight), part in zip(_NAMES, self.criteria, parts, strict=True)
        )


def _parts(criteria: Sequence[Criterion]) -> list[float]:
    """What each criterion adds to the score; none where nothing that counts is known."""
    whole = sum([weight for _, value, weight in criteria if value is not None])
    return [weight * (value or 0.0) / whole for _, value, weight in criteria] if whole else []


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
    price_per_gb = profile.price_per_gb
    cost = _fall(price_per_gb, HALF_COST_PER_GB)
    if profile.budget_left_bytes is not None and profile.budget_left_bytes <= 0:
        cost = 0.0
    told, hops, distance_km = profile.external_rank, profile.hops, profile.distance_km
    criteria: tuple[Criterion, ...] = (
        (told, told, tuning.weight_external),
        (rate_bytes_per_s, speed, tuning.weight_throughput),
        (latency_s, _fall(latency_s, HALF_LATENCY_S), tuning.weight_latency),
        (hops, _fall(hops, HALF_HOPS), tuning.weight_hops),
        (distance_km, _fall(distance_km, HALF_DISTANCE_KM), tuning.weight_distance),
        (price_per_gb, cost, tuning.weight_cost),
    )
    parts = _parts(criteria)
    return Ranking(sum(parts) if parts else NEUTRAL, criteria)


def _in(unit: str) -> Callable[[float], str]:
    """A number in a unit, in words."""
    return lambda value: f"{value:,.3g}{unit}" if value < 1000 else f"{value:,.0f}{unit}"


#: The criteria's names, and how what was measured or told of each is said.
_NAMES: Final[tuple[tuple[str, Callable[[float], str]], ...]] = (
    ("outside ranking", _in("")),
    ("throughput", rate_words),
    ("latency", latency_words),
    ("hops", _in(" hops")),
    ("distance", _in(" km")),
    ("cost", _in(" per GB")),
)
