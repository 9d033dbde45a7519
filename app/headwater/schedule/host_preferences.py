"""Host preferences: what the user or an administrator wishes for hosts, matched by shell patterns.

Patterns and how several of them combine live here; where they are stored and edited does not. The rule that keeps it
honest: the first pattern that says something about a thing decides it, so that a list reads from the particular to
the general; only blocking cannot be taken back by an earlier line.
"""

from collections.abc import Iterable
from dataclasses import fields, replace
from fnmatch import fnmatchcase
from typing import Final

from headwater.model.source import HostPreference, SourceProfile

#: Hosts whose preferences are remembered.
_MOST_KNOWN: Final = 10_000


def matches(pattern: str, host: str) -> bool:
    """Whether a shell pattern (`*.example.org`, `mirror?.net`) fits a host, with or without its port."""
    wanted, whole = pattern.lower(), host.lower()
    name, colon, port = whole.rpartition(":")
    bare = name if colon and port.isdigit() else whole
    return fnmatchcase(bare, wanted) or fnmatchcase(whole, wanted)


def preference_for(host: str, preferences: Iterable[HostPreference]) -> HostPreference:
    """All that is wished for a host, as one value; its `pattern` is the host itself."""
    merged = HostPreference(pattern=host)
    for preference in preferences:
        if matches(preference.pattern, host):
            said = {
                field.name: getattr(preference, field.name)
                for field in fields(HostPreference)
                if field.name not in {"pattern", "block"} and getattr(merged, field.name) is None
            }
            merged = replace(merged, **said, block=merged.block or preference.block)
    return merged


def cap_pattern_for(host: str, preferences: Iterable[HostPreference]) -> str | None:
    """The pattern whose monthly cap holds for a host: what its hosts bring is counted together. None: there is none."""
    fitting = (one for one in preferences if one.monthly_cap_bytes is not None and matches(one.pattern, host))
    return next((one.pattern for one in fitting), None)


class HostPreferences:
    """An ordered list of preferences, and what it comes to for each host, worked out once a host."""

    def __init__(self, preferences: Iterable[HostPreference] = ()) -> None:
        self._all = tuple(preferences)
        self._known: dict[str, tuple[HostPreference, str | None]] = {}
        self.has_caps = any(preference.monthly_cap_bytes is not None for preference in self._all)

    def of(self, host: str) -> HostPreference:
        """All that is wished for a host; its `pattern` is the host itself."""
        return self._look_up(host)[0]

    def cap_pattern(self, host: str) -> str | None:
        """As `cap_pattern_for`."""
        return self._look_up(host)[1]

    def _look_up(self, host: str) -> tuple[HostPreference, str | None]:
        known = self._known.get(host)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[host] = preference_for(host, self._all), cap_pattern_for(host, self._all)
        return known

    def __repr__(self) -> str:
        return f"<HostPreferences: {len(self._all)} lines>"


def apply_preference(profile: SourceProfile, wish: HostPreference, used_this_month_bytes: int = 0) -> SourceProfile:
    """A source's profile as `wish` wants it; what that leaves open stays.

    Rate limits and countries are no part of a profile: whoever holds them reads the preference itself.
    """
    budget = profile.budget_left_bytes
    if wish.monthly_cap_bytes is not None:
        budget = max(0, wish.monthly_cap_bytes - used_this_month_bytes)
    return replace(
        profile,
        external_rank=profile.external_rank if wish.rank is None else wish.rank,
        cost_per_gb=profile.cost_per_gb if wish.cost_per_gb is None else wish.cost_per_gb,
        budget_left_bytes=budget,
        max_channels=profile.max_channels if wish.channels is None else wish.channels,
        enabled=profile.enabled and not wish.block,
    )
