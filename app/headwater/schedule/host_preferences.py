"""Host preferences: what the user or an administrator wishes for hosts, matched by shell patterns.

Patterns and how several of them combine live here; where they are stored and edited does not. The rule that keeps it
honest: the first pattern that says something about a thing decides it, so that a list reads from the particular to
the general; only blocking cannot be taken back by an earlier line.
"""

from collections.abc import Iterable
from dataclasses import fields, replace
from fnmatch import fnmatchcase

from headwater.model.source import HostPreference, SourceProfile


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


def apply_preferences(
    profile: SourceProfile, preferences: Iterable[HostPreference], used_this_month_bytes: int = 0
) -> SourceProfile:
    """A source's profile as the preferences want it; what they leave open stays.

    Rate limits and countries are no part of a profile: the driver reads them from `preference_for`.
    """
    wish = preference_for(profile.host, preferences)
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
