"""What earlier jobs measured of hosts, and what a person prefers of them.

A job's scheduler begins with this knowledge instead of none, and gives back what it measured. The rule: a measurement
replaces an older one field by field, and a field that was not measured this time keeps what was known.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from headwater.model.source import HostHistory, HostPreference, SourceId, SourceProfile, SourceSpec, Support

#: Hosts that are remembered; the ones measured longest ago are forgotten first.
MOST_HOSTS = 2000


class HostMemory:
    """Histories by host, newest last; `take_changed` yields what has to be saved."""

    def __init__(self, known: Mapping[str, HostHistory] | None = None) -> None:
        self._known = dict(known or {})
        self._changed: set[str] = set()

    def of(self, host: str) -> HostHistory:
        return self._known.get(host, HostHistory())

    def learn(self, measured: Mapping[str, HostHistory]) -> None:
        """Take what a job measured."""
        for host, new in measured.items():
            old = self._known.pop(host, HostHistory())
            self._known[host] = _merged(old, new)
            self._changed.add(host)
        while len(self._known) > MOST_HOSTS:
            oldest = next(iter(self._known))
            del self._known[oldest]
            self._changed.discard(oldest)

    def take_changed(self) -> dict[str, HostHistory]:
        """What changed since the last call."""
        changed = {host: self._known[host] for host in self._changed}
        self._changed.clear()
        return changed

    def __repr__(self) -> str:
        return f"<HostMemory of {len(self._known)} hosts>"


def _merged(old: HostHistory, new: HostHistory) -> HostHistory:
    return HostHistory(
        rate_bytes_per_s=old.rate_bytes_per_s if new.rate_bytes_per_s is None else new.rate_bytes_per_s,
        per_channel_rate_bytes_per_s=(
            old.per_channel_rate_bytes_per_s
            if new.per_channel_rate_bytes_per_s is None
            else new.per_channel_rate_bytes_per_s
        ),
        latency_s=old.latency_s if new.latency_s is None else new.latency_s,
        channels=old.channels if new.channels is None else new.channels,
        multi_range=old.multi_range if new.multi_range is Support.UNKNOWN else new.multi_range,
    )


def preference_for(host: str, preferences: Iterable[HostPreference]) -> HostPreference | None:
    """What a person prefers of `host`: the first pattern that fits, with or without the port."""
    return next((preference for preference in preferences if host_fits(host, preference.pattern)), None)


def host_fits(host: str, pattern: str) -> bool:
    """Whether a shell pattern fits a host, with or without its port."""
    name, _, port = host.rpartition(":")
    wanted = pattern.lower()
    return fnmatchcase(host, wanted) or (port.isdigit() and fnmatchcase(name, wanted))


def profile_rank(source: SourceSpec, preference: HostPreference | None) -> float | None:
    """What was said of a source from outside, in [0, 1]: by the person's preference, else by its document."""
    if preference is not None and preference.rank is not None:
        return preference.rank
    return None if source.priority is None else 1.0 / max(1, source.priority)


@dataclass(frozen=True, slots=True)
class ProfileMaker:
    """Makes the scheduler's view of a source from its spec, the person's preferences and what is remembered.

    `used_bytes(pattern)` is what came this month from the hosts of a preference; `sharers(host)` how many jobs use one.
    """

    memory: HostMemory
    preferences: tuple[HostPreference, ...] = ()
    used_bytes: Callable[[str], int] = lambda _pattern: 0
    sharers: Callable[[str], int] = lambda _host: 1

    def profile(self, source_id: SourceId, source: SourceSpec) -> SourceProfile:
        preference = preference_for(source.host, self.preferences)
        made = SourceProfile(
            source_id=source_id,
            host=source.host,
            external_rank=profile_rank(source, preference),
            holds=source.holds,
            enabled=source.enabled,
            pinned=source.pinned,
            place=source.place,
            host_sharers=self.sharers(source.host),
            history=self.memory.of(source.host),
        )
        if preference is None:
            return made
        cap = preference.monthly_cap_bytes
        return replace(
            made,
            cost_per_gb=preference.cost_per_gb,
            budget_left_bytes=None if cap is None else max(0, cap - self.used_bytes(preference.pattern)),
            max_channels=preference.channels,
            enabled=made.enabled and not preference.block,
        )
