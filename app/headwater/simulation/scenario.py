"""Scenarios: a simulated network written down in TOML, and the values it is read into.

Top level: `size_bytes`, optional `access_rate_bytes_per_s`, `seed`, `playhead`. Each `[[source]]` has
`rate_bytes_per_s` and `latency_s` (request to first byte; opening a connection costs the same once more), optional
`jitter_s`, `rate_sigma`, `per_connection_rate_bytes_per_s`, `max_connections`, `holds = [[start, end], ...]`,
`multi_range`, `ranges`, and `[[source.event]]` with `at_s` and any of those keys or `dead`. `[source.history]` tells
what earlier jobs measured of the host. A key that is not known is an error, so that no typing mistake is simulated.

No simulation here, and no file access: text in, values out.
"""

import math
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Final

from headwater.model.errors import UserError
from headwater.model.source import HostHistory, Support
from headwater.model.spans import Span

#: Bounds on what a scenario may ask for: generous, but a typing mistake must not run for hours.
MAX_SIZE_BYTES: Final = 2**40
MAX_SOURCES: Final = 1000
MAX_RATE_BYTES_PER_S: Final = 1e12
MAX_TIME_S: Final = 1e6
MAX_LATENCY_S: Final = 60.0
MAX_EVENTS: Final = 10_000
MAX_HOLDS: Final = 10_000
#: How far ahead of the play-head its wish reaches, unless the scenario says.
WINDOW_S: Final = 8.0


@dataclass(frozen=True, slots=True)
class SourceShape:
    """What a simulated source is like at one moment; rates in bytes per second, None where nothing limits."""

    rate_bytes_per_s: float
    latency_s: float
    jitter_s: float = 0.0
    rate_sigma: float = 0.0
    per_connection_rate_bytes_per_s: float | None = None
    max_connections: int | None = None
    holds: tuple[Span, ...] | None = None
    multi_range: bool = False
    ranges: bool = True
    dead: bool = False

    @property
    def cap_bytes_per_s(self) -> float:
        """What the source can give at most, before its rate varies: per-connection rate x `max_connections`."""
        if self.per_connection_rate_bytes_per_s is None or self.max_connections is None:
            return math.inf
        return self.per_connection_rate_bytes_per_s * self.max_connections


@dataclass(frozen=True, slots=True)
class SourceScript:
    """A source's shape at the start, and what it becomes: `(at_s, shape)` in the order of time."""

    shape: SourceShape
    changes: tuple[tuple[float, SourceShape], ...] = ()
    history: HostHistory = field(default_factory=HostHistory)


@dataclass(frozen=True, slots=True)
class Playhead:
    """A player that starts at byte `position` and reads at `rate_bytes_per_s` (None: 0.8 x size / T*)."""

    position: int = 0
    rate_bytes_per_s: float | None = None
    window_s: float = WINDOW_S


@dataclass(frozen=True, slots=True)
class Scenario:
    """A file of `size_bytes` and the network it comes over."""

    size_bytes: int
    sources: tuple[SourceScript, ...]
    access_rate_bytes_per_s: float | None = None
    seed: int = 1
    playhead: Playhead | None = None

    def with_multi_range(self) -> "Scenario":
        """The same network where every source answers multi-range requests."""
        return replace(
            self,
            sources=tuple(
                replace(
                    source,
                    shape=replace(source.shape, multi_range=True),
                    changes=tuple((at_s, replace(shape, multi_range=True)) for at_s, shape in source.changes),
                )
                for source in self.sources
            ),
        )

    def with_history(self, histories: Sequence[HostHistory]) -> "Scenario":
        """The same network as a later job meets it, which knows `histories`, one a source."""
        return replace(
            self,
            sources=tuple(
                replace(source, history=history) for source, history in zip(self.sources, histories, strict=True)
            ),
        )


def parse_scenario(text: str) -> Scenario:
    """Read a scenario from TOML text. Raises `UserError` that names the key and says what is wrong with it."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"the scenario is not TOML: {error}") from error
    except RecursionError as error:
        raise UserError("the scenario is nested too deeply") from error
    return read_scenario(document)


def read_scenario(document: Mapping[str, Any]) -> Scenario:
    """Read a scenario from a parsed TOML (or JSON) document. Raises `UserError`."""
    _check_keys(document, {"size_bytes", "access_rate_bytes_per_s", "seed", "playhead", "source"}, "the scenario")
    size_bytes = _whole(document, "size_bytes", "the scenario", low=1, high=MAX_SIZE_BYTES)
    sources = document.get("source")
    if not isinstance(sources, list) or not sources:
        raise UserError("the scenario needs at least one [[source]]")
    if len(sources) > MAX_SOURCES:
        raise UserError(f"the scenario has {len(sources)} sources; at most {MAX_SOURCES} can be simulated")
    access_rate = None
    if "access_rate_bytes_per_s" in document:
        access_rate = _number(document, "access_rate_bytes_per_s", "the scenario", low=1.0, high=MAX_RATE_BYTES_PER_S)
    seed = _whole(document, "seed", "the scenario", low=0, high=2**63) if "seed" in document else 1
    playhead = _read_playhead(document["playhead"], size_bytes) if "playhead" in document else None
    scripts = tuple(_read_source(source, f"source {i}", size_bytes) for i, source in enumerate(sources, start=1))
    return Scenario(size_bytes, scripts, access_rate, seed, playhead)


def _read_playhead(value: object, size_bytes: int) -> Playhead:
    """A number is the byte where the player starts; a table may also hold `rate_bytes_per_s` and `window_s`."""
    table = value if isinstance(value, dict) else {"position": value}
    where = "playhead"
    _check_keys(table, {"position", "rate_bytes_per_s", "window_s"}, where)
    position = _whole(table, "position", where, low=0, high=size_bytes - 1) if "position" in table else 0
    rate = None
    if "rate_bytes_per_s" in table:
        rate = _number(table, "rate_bytes_per_s", where, low=1.0, high=MAX_RATE_BYTES_PER_S)
    window_s = _number(table, "window_s", where, low=0.1, high=600.0) if "window_s" in table else WINDOW_S
    return Playhead(position, rate, window_s)


def _read_source(value: object, where: str, size_bytes: int) -> SourceScript:
    table = _table(value, where)
    _check_keys(table, {*_SHAPE_READERS, "event", "history"} - {"dead"}, where)
    for key in ("rate_bytes_per_s", "latency_s"):
        if key not in table:
            raise UserError(f"{where} needs {key}")
    shape = SourceShape(**_read_shape(table, where, size_bytes))
    events = table.get("event", [])
    if not isinstance(events, list) or len(events) > MAX_EVENTS:
        raise UserError(f"{where}: event must be a list of at most {MAX_EVENTS} tables")
    changes = _read_events(events, shape, where, size_bytes)
    history = _read_history(table["history"], f"{where}: history") if "history" in table else HostHistory()
    return SourceScript(shape, changes, history)


def _read_events(
    events: Sequence[object], shape: SourceShape, where: str, size_bytes: int
) -> tuple[tuple[float, SourceShape], ...]:
    timed: list[tuple[float, dict[str, Any]]] = []
    for number, event in enumerate(events, start=1):
        here = f"{where}: event {number}"
        table = _table(event, here)
        _check_keys(table, {*_SHAPE_READERS, "at_s"}, here)
        if "at_s" not in table:
            raise UserError(f"{here} needs at_s")
        at_s = _number(table, "at_s", here, low=0.0, high=MAX_TIME_S)
        timed.append((at_s, _read_shape(table, here, size_bytes)))
    changes: list[tuple[float, SourceShape]] = []
    for at_s, change in sorted(timed, key=lambda item: item[0]):
        shape = replace(shape, **change)
        changes.append((at_s, shape))
    return tuple(changes)


def _read_history(value: object, where: str) -> HostHistory:
    table = _table(value, where)
    rates = ("rate_bytes_per_s", "per_channel_rate_bytes_per_s")
    _check_keys(table, {*rates, "latency_s", "channels", "multi_range"}, where)
    known: dict[str, Any] = {
        key: _number(table, key, where, low=0.0, high=MAX_RATE_BYTES_PER_S) for key in rates if key in table
    }
    if "latency_s" in table:
        known["latency_s"] = _number(table, "latency_s", where, low=0.0, high=MAX_LATENCY_S)
    if "channels" in table:
        known["channels"] = _whole(table, "channels", where, low=1, high=1000)
    if "multi_range" in table:
        known["multi_range"] = Support.YES if _flag(table, "multi_range", where) else Support.NO
    return HostHistory(**known)


def _read_shape(table: Mapping[str, Any], where: str, size_bytes: int) -> dict[str, Any]:
    """The keys of `SourceShape` that stand in `table`, checked."""
    shape = {key: read(table, key, where) for key, read in _SHAPE_READERS.items() if key in table}
    holds = shape.get("holds")
    if holds is not None and holds and holds[-1].end > size_bytes:
        raise UserError(f"{where}: holds reaches to byte {holds[-1].end}, but the file ends at {size_bytes}")
    return shape


def _read_holds(table: Mapping[str, Any], key: str, where: str) -> tuple[Span, ...]:
    pairs = table[key]
    sentence = f"{where}: {key} must be a list of [start, end] pairs with 0 <= start < end, not overlapping"
    if not isinstance(pairs, list) or len(pairs) > MAX_HOLDS:
        raise UserError(sentence)
    spans: list[Span] = []
    for pair in pairs:
        if not isinstance(pair, list) or len(pair) != 2 or any(type(edge) is not int for edge in pair):
            raise UserError(sentence)
        if not 0 <= pair[0] < pair[1]:
            raise UserError(sentence)
        spans.append(Span(pair[0], pair[1]))
    spans.sort()
    if any(left.end > right.start for left, right in pairwise(spans)):
        raise UserError(sentence)
    return tuple(spans)


def _table(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise UserError(f"{where} must be a table")
    return value


def _check_keys(table: Mapping[str, Any], known: set[str], where: str) -> None:
    strange = sorted(set(table) - known)
    if strange:
        raise UserError(f"{where} has an unknown key {strange[0]!r}; known: {', '.join(sorted(known))}")


def _number(table: Mapping[str, Any], key: str, where: str, *, low: float, high: float) -> float:
    value = table.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise UserError(f"{where}: {key} must be a number between {low:g} and {high:g}")
    return float(value)


def _whole(table: Mapping[str, Any], key: str, where: str, *, low: int, high: int) -> int:
    value = table.get(key)
    if type(value) is not int or not low <= value <= high:
        raise UserError(f"{where}: {key} must be a whole number between {low} and {high}")
    return value


def _flag(table: Mapping[str, Any], key: str, where: str) -> bool:
    value = table[key]
    if not isinstance(value, bool):
        raise UserError(f"{where}: {key} must be true or false")
    return value


def _bounded(low: float, high: float) -> Callable[[Mapping[str, Any], str, str], float]:
    return lambda table, key, where: _number(table, key, where, low=low, high=high)


_SHAPE_READERS: Final[dict[str, Callable[[Mapping[str, Any], str, str], Any]]] = {
    "rate_bytes_per_s": _bounded(0.0, MAX_RATE_BYTES_PER_S),
    "latency_s": _bounded(0.0, MAX_LATENCY_S),
    "jitter_s": _bounded(0.0, MAX_LATENCY_S),
    "rate_sigma": _bounded(0.0, 5.0),
    "per_connection_rate_bytes_per_s": _bounded(1.0, MAX_RATE_BYTES_PER_S),
    "max_connections": lambda table, key, where: _whole(table, key, where, low=1, high=1000),
    "holds": _read_holds,
    "multi_range": _flag,
    "ranges": _flag,
    "dead": _flag,
}
