"""How the scheduler is told of a source: what is known of it from outside, put together."""

from headwater.engine.host_facts import HostFacts
from headwater.engine.host_memory import HostMemory
from headwater.engine.profile_maker import ProfileMaker
from headwater.model.source import HostHistory, HostPreference, SourceId, SourceSpec
from headwater.schedule.host_preferences import HostPreferences

SOURCE = SourceSpec("http://mirror/x", priority=2)


def maker(*preferences: HostPreference, **told: object) -> ProfileMaker:
    memory = HostMemory({"mirror": HostHistory(channels=3)})
    return ProfileMaker(memory, HostPreferences(preferences), **told)  # type: ignore[arg-type]  # names are checked at run time


def test_preferences_shape_the_profile() -> None:
    wish = HostPreference("mirror", rank=0.25, cost_per_gb=2.0, monthly_cap_bytes=10, channels=1, block=True)
    profile = maker(wish).profile(SourceId(4), SOURCE)
    assert profile.external_rank == 0.25
    assert (profile.cost_per_gb, profile.budget_left_bytes, profile.max_channels) == (2.0, 10, 1)
    assert not profile.enabled
    assert profile.history.channels == 3
    plain = maker().profile(SourceId(4), SOURCE)
    assert plain.external_rank == 0.5
    assert plain.enabled
    assert (plain.hops, plain.distance_km, plain.cost_per_gb) == (None, None, None)


def test_what_came_from_all_hosts_of_a_caps_own_pattern_is_held_against_it() -> None:
    asked: list[str] = []

    def used_bytes(pattern: str) -> int:
        asked.append(pattern)
        return 30

    lines = HostPreference("mirror", rank=0.5), HostPreference("m*", monthly_cap_bytes=100)
    assert maker(*lines, used_bytes=used_bytes).profile(SourceId(0), SOURCE).budget_left_bytes == 70
    assert asked == ["m*"]


def test_who_says_how_good_a_source_is() -> None:
    listed = {"score": {"mirror": 0.0}.get}
    assert maker(HostPreference("mirror", rank=0.9), **listed).profile(SourceId(0), SOURCE).external_rank == 0.9
    assert maker(**listed).profile(SourceId(0), SOURCE).external_rank == 0.0
    assert maker(**listed).profile(SourceId(0), SourceSpec("http://other/x", priority=4)).external_rank == 0.25
    assert maker(**listed).profile(SourceId(0), SourceSpec("http://other/x")).external_rank is None


def test_who_says_where_a_source_stands() -> None:
    far = {"DE": 0.0, "FR": 800.0, "US": 7000.0}
    told = {"facts": lambda _host: HostFacts(country="US", hops=9), "distance_km": far.get}
    german = SourceSpec("http://mirror/x", country="de")
    assert maker(**told).country(german) == "DE"
    assert maker(HostPreference("mirror", country="FR"), **told).country(german) == "FR"
    assert maker(**told).country(SourceSpec("http://mirror/x", country="somewhere")) == "US"
    made = maker(**told).profile(SourceId(0), SOURCE)
    assert (made.distance_km, made.hops) == (7000.0, 9)


def test_a_metered_connection_costs_except_near_by() -> None:
    own = HostPreference("mirror", cost_per_gb=0.5)
    far, near = {"facts": lambda _host: HostFacts()}, {"facts": lambda _host: HostFacts(is_near=True)}
    assert maker(own, **far, metered_cost_per_gb=2.0).profile(SourceId(0), SOURCE).price_per_gb == 2.5
    assert maker(**far, metered_cost_per_gb=2.0).profile(SourceId(0), SOURCE).price_per_gb == 2.0
    assert maker(own, **near, metered_cost_per_gb=2.0).profile(SourceId(0), SOURCE).price_per_gb == 0.5
    assert maker(**near, metered_cost_per_gb=2.0).profile(SourceId(0), SOURCE).price_per_gb == 0.0
    assert maker(own, **far, metered_cost_per_gb=2.0).profile(SourceId(0), SOURCE).cost_per_gb == 0.5, (
        "its own, as said"
    )
    assert maker(**far).profile(SourceId(0), SOURCE).price_per_gb is None
