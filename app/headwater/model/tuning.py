"""The scheduler's knobs: each with unit, bounds, default and one line of meaning. None is decoration.

`KNOBS` is what settings pages and `lab sim --tuning` read; `Tuning` is what the scheduler is given.
"""

from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from headwater.model.errors import UserError
from headwater.model.wording import say


@dataclass(frozen=True, slots=True)
class Knob:
    """Description of one tuning value; `low` and `high` are inclusive, in `unit`."""

    name: str
    default: float
    low: float
    high: float
    unit: str
    meaning: str
    whole: bool


def _knob(default: float, low: float, high: float, unit: str, meaning: str) -> Any:
    return field(default=default, metadata={"low": low, "high": high, "unit": unit, "meaning": meaning})


@dataclass(frozen=True, slots=True)
class Tuning:
    """Values of all knobs; raises `UserError` when one lies outside its bounds."""

    interval_s: float = _knob(2.0, 0.25, 30.0, "s", "length of the interval over which shares are balanced")
    sub_intervals: int = _knob(
        4, 1, 32, "", "pieces each interval's share is cut into, so that the frontier moves evenly"
    )
    look_ahead_s: float = _knob(30.0, 0.5, 600.0, "s", "how far ahead of the frontier a channel may be given bytes")
    min_span_bytes: int = _knob(256 * 1024, 16 * 1024, 16 * 1024**2, "bytes", "smallest span asked for in one request")
    max_span_bytes: int = _knob(16 * 1024**2, 64 * 1024, 1024**3, "bytes", "largest span asked for in one request")
    max_channels_per_source: int = _knob(8, 1, 64, "channels", "most connections to one source")
    max_channels_per_host: int = _knob(12, 1, 128, "channels", "most connections to one host, over all its sources")
    max_channels_per_job: int = _knob(128, 1, 512, "channels", "most connections of one job")
    max_sources: int = _knob(128, 1, 512, "sources", "most sources used at once, those that rank best")
    least_score: float = _knob(
        0.0, 0.0, 1.0, "", "sources that score less are used only while no other can be (0 uses all)"
    )
    recovery: float = _knob(
        0.5, 0.0, 1.0, "", "how soon a late channel's rest is given to another (0 never, 1 at once)"
    )
    hedging: float = _knob(
        0.5, 0.0, 1.0, "", "how readily bytes are asked for twice when the end or a reader waits (0 never)"
    )
    first_span_bytes: int = _knob(
        96 * 1024, 4 * 1024, 16 * 1024**2, "bytes", "what a source is asked for first, while nothing is known of it"
    )
    attempts: int = _knob(5, 1, 100, "attempts", "failures in a row after which a source no longer keeps a job alive")
    backoff_s: float = _knob(0.5, 0.05, 60.0, "s", "pause after a source's first failure; doubles with each more")
    bad_blocks: int = _knob(2, 1, 1000, "blocks", "bad blocks after which a source is set aside")
    samples: int = _knob(
        64, 0, 1_000_000, "blocks", "16 KiB blocks compared between sources where no hash is trusted (0 none)"
    )
    weight_external: float = _knob(1.0, 0.0, 10.0, "", "weight of outside ranking in a source's rank")
    weight_throughput: float = _knob(1.0, 0.0, 10.0, "", "weight of measured throughput in a source's rank")
    weight_latency: float = _knob(0.5, 0.0, 10.0, "", "weight of measured latency in a source's rank")
    weight_hops: float = _knob(0.2, 0.0, 10.0, "", "weight of network hops in a source's rank")
    weight_distance: float = _knob(0.2, 0.0, 10.0, "", "weight of geographical distance in a source's rank")
    weight_cost: float = _knob(1.0, 0.0, 10.0, "", "weight of a source's cost in its rank")

    def __post_init__(self) -> None:
        for knob in KNOBS.values():
            value = getattr(self, knob.name)
            if not knob.low <= value <= knob.high:
                raise UserError(f"{knob.name} must lie between {knob.low:g} and {knob.high:g} {knob.unit}".rstrip())
            if knob.whole and value != int(value):
                raise UserError(say("{name} must be a whole number", name=knob.name))
        if self.min_span_bytes > self.max_span_bytes:
            raise UserError("min_span_bytes must not exceed max_span_bytes")

    def changed(self, name: str, value: float) -> "Tuning":
        """A copy with one knob turned; raises `UserError` for an unknown name or a value out of bounds."""
        if name not in KNOBS:
            raise UserError(
                say("there is no tuning value called {name}; known: {known}", name=name, known=", ".join(KNOBS))
            )
        changes: dict[str, Any] = {name: int(value) if KNOBS[name].whole and value == int(value) else value}
        return replace(self, **changes)


KNOBS: Final[dict[str, Knob]] = {
    f.name: Knob(name=f.name, default=f.default, whole=f.type is int, **f.metadata)  # type: ignore[arg-type]  # every field has a default
    for f in fields(Tuning)
}

PRESETS: Final[dict[str, Tuning]] = {
    "Balanced": Tuning(),
    "Streaming": Tuning(interval_s=1.0, sub_intervals=8, look_ahead_s=20.0, recovery=0.9, hedging=0.9),
    "Bulk": Tuning(
        interval_s=8.0, sub_intervals=2, look_ahead_s=300.0, min_span_bytes=1024**2, recovery=0.4, hedging=0.2
    ),
    "Polite": Tuning(max_channels_per_source=1, max_channels_per_host=1, max_channels_per_job=8, hedging=0.0),
}
