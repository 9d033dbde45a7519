"""What is known of sources beside what is measured, joined: where their hosts are, what a ranking list says of them,
and what this computer's connection costs.

Each part finds out its own; here they are begun and ended together, told which hosts matter, and asked when profiles
are made. The rule: everything answers at once with what is known by now, and whatever becomes known later reaches the
jobs that run within one interval.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from headwater.channels.address import port_of
from headwater.channels.connector import Connectors
from headwater.channels.proxies import proxy_for
from headwater.engine.channel_settings import anonymous_settings, settings_for
from headwater.engine.geography import Geography, country_of_address
from headwater.engine.host_facts import HostFacts, is_near, is_own
from headwater.engine.host_memory import HostMemory
from headwater.engine.host_survey import HostAsk, HostSurvey, Means
from headwater.engine.meter_watch import MeterWatch
from headwater.engine.profile import Profile
from headwater.engine.profile_maker import ProfileMaker
from headwater.engine.ranking_service import ListOrder, RankingService
from headwater.engine.ranking_settings import OnMetered
from headwater.engine.settings import Settings
from headwater.model.errors import HeadwaterError
from headwater.model.job import JobId, JobOptions
from headwater.model.ports import ChannelSettings, Clock
from headwater.model.snapshots import RankingView
from headwater.model.source import HostPreference, SourceSpec
from headwater.schedule.host_preferences import HostPreferences, matches

if TYPE_CHECKING:  # imported when the first host is looked at
    from headwater.engine.hop_prober import HopProber


class Outlook:
    """One for an engine. `start` before, `close` after. `settings` gives those in force."""

    def __init__(
        self,
        profile: Profile,
        connectors: Connectors,
        clock: Clock,
        settings: Callable[[], Settings],
        *,
        meter: MeterWatch | None = None,
        means: Means | None = None,
    ) -> None:
        self._settings = settings
        self._prober: HopProber | None = None
        self._changed: Callable[[], None] = lambda: None
        self.geography = Geography()
        self.meter = meter or MeterWatch()
        self.survey = HostSurvey(means or self._means(), clock, profile.survey_path)
        self.ranking = RankingService(connectors, clock, profile.ranking_path, self._tell)
        self._loading: asyncio.Task[None] | None = None
        self._placing: asyncio.Task[None] | None = None

    def start(self, changed: Callable[[], None], metered_changed: Callable[[], None]) -> None:
        """`changed`: sources may rank otherwise; `metered_changed`: limits and waiting may differ, too."""
        self._changed = changed
        self.meter.start(metered_changed)
        self.settings_changed()

    async def close(self) -> None:
        for task in (self._loading, self._placing):
            if task is not None:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
        await self.ranking.close()
        await self.meter.close()
        await self.survey.close()
        await self.geography.close()
        if self._prober is not None:
            self._prober.close()

    # ---- what happens ------------------------------------------------------------------------------------

    def settings_changed(self) -> None:
        """Follow the ranking list of the settings."""
        settings = self._settings()
        self.ranking.follow(
            ListOrder(settings.ranking.list_place, settings.ranking.list_every_s, anonymous_settings(settings))
        )

    def join(
        self, job_id: JobId, sources: Iterable[SourceSpec], options: JobOptions, changed: Callable[[], None]
    ) -> None:
        """A running job uses these sources; `changed` hears when more is known of one of their hosts."""
        settings = settings_for(options, self._settings())
        asks = {source.host: ask for source in sources if source.enabled and (ask := self._ask_of(source, settings))}
        if self._loading is None:
            self._loading = asyncio.create_task(self._load(), name="load what is known of hosts")
        self.survey.join(job_id, asks, changed)

    def leave(self, job_id: JobId) -> None:
        """The job does not run any more. Harmless when it did not."""
        self.survey.leave(job_id)

    def _tell(self) -> None:
        self._changed()

    async def _load(self) -> None:
        await self.survey.load()
        self._changed()

    async def _load_places(self) -> None:
        await self.geography.load()
        self._changed()

    # ---- what is known -----------------------------------------------------------------------------------

    @property
    def is_metered(self) -> bool:
        """Whether the connection is known to be metered."""
        return self.meter.is_metered is True

    @property
    def holds_back(self) -> bool:
        """Whether jobs are to wait for a connection that is not metered."""
        return self.is_metered and self._settings().ranking.on_metered is OnMetered.WAIT

    def facts(self, host: str) -> HostFacts:
        """What was found out of a host, without what the person does not want to be used."""
        facts = self.survey.of(host)
        return facts if facts.hops is None or self._may_probe(host) else replace(facts, hops=None)

    def profiles(
        self,
        memory: HostMemory,
        preferences: HostPreferences,
        used_bytes: Callable[[str], int],
        sharers: Callable[[str], int],
    ) -> ProfileMaker:
        """What makes the scheduler's view of sources now."""
        ranking = self._settings().ranking
        home = ranking.country or self.geography.detected.country
        return ProfileMaker(
            memory,
            preferences,
            used_bytes,
            sharers,
            score=self.ranking.score,
            facts=self.facts,
            distance_km=lambda country: None if country is None else self._distance_km(country, home),
            metered_cost_per_gb=ranking.metered_cost_per_gb if self.is_metered else None,
        )

    def view(self, policy: tuple[HostPreference, ...]) -> RankingView:
        """What people see of all this."""
        return RankingView(
            policy=policy,
            country=self.geography.detected.country,
            country_from=self.geography.detected.told_by,
            patterns=self.ranking.patterns,
            fetched_at=self.ranking.fetched_at,
            complaint=self.ranking.complaint,
            is_metered=self.meter.is_metered,
        )

    # ---- the inside --------------------------------------------------------------------------------------

    def _ask_of(self, source: SourceSpec, settings: ChannelSettings) -> HostAsk | None:
        """What may be asked about a source's host; None where nothing may: a proxy finds names and ways by itself."""
        try:
            name, port = urlsplit(source.url).hostname, port_of(source.url)
            if not name or not port or proxy_for(source.url, settings) is not None:
                return None
        except (ValueError, HeadwaterError):  # no address, or no proxy: its channels say so
            return None
        return HostAsk(name, port, self._may_probe(source.host))

    def _may_probe(self, host: str) -> bool:
        ranking = self._settings().ranking
        return ranking.count_hops and not any(matches(pattern, host) for pattern in ranking.unprobed_hosts)

    def _distance_km(self, country: str, home: str | None) -> float | None:
        """The tables of places are read when a country is known: a short download needs none."""
        if self._placing is None:
            self._placing = asyncio.create_task(self._load_places(), name="load where countries are")
        return self.geography.distance_km(country, home)

    def _means(self) -> Means:
        return Means(_find_addresses, country_of_address, is_near, is_own, self._trace)

    async def _trace(self, address: str, port: int) -> int | None:
        if self._prober is None:
            from headwater.engine.hop_prober import HopProber

            self._prober = HopProber()
        return await self._prober(address, port)

    def __repr__(self) -> str:
        return f"<Outlook: {self.survey!r} {self.ranking!r} {self.meter!r}>"


async def _find_addresses(name: str, port: int) -> list[str]:
    """All numeric addresses of a name, found on a thread, as for the channels. Raises `OSError`."""
    from headwater.channels.lean_start import import_aiohttp

    import_aiohttp()
    from headwater.channels.resolver import Resolver

    return [found["host"] for found in await Resolver().resolve(name, port)]
