"""What is remembered and preferred of hosts, and how the scheduler is told."""

from headwater.engine.host_memory import MOST_HOSTS, HostMemory, ProfileMaker, preference_for
from headwater.model.source import HostHistory, HostPreference, SourceId, SourceSpec, Support


def test_a_field_that_was_not_measured_keeps_what_was_known() -> None:
    memory = HostMemory({"h": HostHistory(rate_bytes_per_s=1.0, latency_s=0.1, multi_range=Support.YES)})
    memory.learn({"h": HostHistory(rate_bytes_per_s=2.0)})
    assert memory.of("h") == HostHistory(rate_bytes_per_s=2.0, latency_s=0.1, multi_range=Support.YES)
    assert set(memory.take_changed()) == {"h"}
    assert memory.take_changed() == {}


def test_the_oldest_hosts_are_forgotten_first() -> None:
    memory = HostMemory({f"h{number}": HostHistory(channels=number) for number in range(MOST_HOSTS)})
    memory.learn({"h0": HostHistory(channels=7), "new": HostHistory(channels=1)})
    assert memory.of("h0").channels == 7
    assert memory.of("h1") == HostHistory()
    assert memory.of("new").channels == 1


def test_the_first_pattern_that_fits_counts_with_or_without_the_port() -> None:
    preferences = (HostPreference("*.example.org", rank=0.1), HostPreference("*", rank=0.9))
    assert preference_for("a.example.org:8080", preferences) is preferences[0]
    assert preference_for("other:80", preferences) is preferences[1]
    assert preference_for("other", preferences[:1]) is None


def test_preferences_shape_the_profile() -> None:
    memory = HostMemory({"mirror": HostHistory(channels=3)})
    preferences = (HostPreference("mirror", rank=0.25, cost_per_gb=2.0, monthly_cap_bytes=10, channels=1, block=True),)
    profile = ProfileMaker(memory, preferences).profile(SourceId(4), SourceSpec("http://mirror/x", priority=2))
    assert profile.external_rank == 0.25
    assert (profile.cost_per_gb, profile.budget_left_bytes, profile.max_channels) == (2.0, 10, 1)
    assert not profile.enabled
    assert profile.history.channels == 3
    plain = ProfileMaker(memory).profile(SourceId(4), SourceSpec("http://mirror/x", priority=2))
    assert plain.external_rank == 0.5
    assert plain.enabled
