"""What is remembered of hosts."""

from headwater.engine.host_memory import MOST_HOSTS, HostMemory
from headwater.model.source import HostHistory, Support


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
