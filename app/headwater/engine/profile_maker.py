"""The scheduler's view of a source, put together from all that is known of it outside of the scheduler.

Its spec, the preferences of the person and the administrator, a ranking list, what earlier jobs measured, what was
found out of its host, and what this computer's own connection costs meet here. Nothing is fetched or measured. The
rule: what a person or an administrator said stands before what was found out, and what nobody knows stays None.
"""

from collections.abc import Callable
from dataclasses import dataclass

from headwater.discovery.countries import country_code
from headwater.engine.host_facts import HostFacts
from headwater.engine.host_memory import HostMemory
from headwater.model.source import SourceId, SourceProfile, SourceSpec
from headwater.schedule.host_preferences import HostPreferences, apply_preference


@dataclass(frozen=True, slots=True)
class ProfileMaker:
    """Makes profiles; every function given must answer at once.

    `used_bytes(pattern)` is what came this month from the hosts of a preference; `sharers(host)` how many jobs use one;
    `score(host)` what a ranking list says of it, in [0, 1]; `facts(host)` what was found out of it; `distance_km` how
    far a country is from the user's. `metered_cost_per_gb` is what this computer's connection adds, None where it is
    not metered as far as is known.
    """

    memory: HostMemory
    preferences: HostPreferences
    used_bytes: Callable[[str], int] = lambda _pattern: 0
    sharers: Callable[[str], int] = lambda _host: 1
    score: Callable[[str], float | None] = lambda _host: None
    facts: Callable[[str], HostFacts] = lambda _host: HostFacts()
    distance_km: Callable[[str | None], float | None] = lambda _country: None
    metered_cost_per_gb: float | None = None

    def profile(self, source_id: SourceId, source: SourceSpec) -> SourceProfile:
        host = source.host
        facts, wish, cap_pattern = self.facts(host), self.preferences.of(host), self.preferences.cap_pattern(host)
        made = SourceProfile(
            source_id=source_id,
            host=host,
            external_rank=self._said_rank(source),
            distance_km=self.distance_km(self.country(source)),
            hops=facts.hops,
            connection_cost_per_gb=self._connection_cost_per_gb(facts),
            holds=source.holds,
            enabled=source.enabled,
            pinned=source.pinned,
            place=source.place,
            host_sharers=self.sharers(host),
            history=self.memory.of(host),
        )
        return apply_preference(made, wish, 0 if cap_pattern is None else self.used_bytes(cap_pattern))

    def country(self, source: SourceSpec) -> str | None:
        """Where a source stands: as preferences say, else as its document does, else by its address."""
        wished = country_code(self.preferences.of(source.host).country)
        return wished or country_code(source.country) or self.facts(source.host).country

    def _said_rank(self, source: SourceSpec) -> float | None:
        """What a ranking list says of a source, else the document that named it."""
        score = self.score(source.host)
        if score is not None:
            return score
        return None if source.priority is None else 1.0 / max(1, source.priority)

    def _connection_cost_per_gb(self, facts: HostFacts) -> float | None:
        """What a metered connection costs, except on the way to hosts that are near: that one is free."""
        return 0.0 if self.metered_cost_per_gb is not None and facts.is_near else self.metered_cost_per_gb
