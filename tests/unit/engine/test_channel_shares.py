"""Connections are shared among the jobs that run, and whoever is concerned hears of it."""

from headwater.engine.channel_shares import ChannelShares
from headwater.model.job import JobId


def test_jobs_share_the_hosts_they_use() -> None:
    shares, heard = ChannelShares(), list[str]()
    assert shares.of_host("a") == 1
    assert shares.of_all(100) == 100
    shares.join(JobId("1"), {"a", "b"}, lambda: heard.append("1"))
    shares.join(JobId("2"), {"b", "c"}, lambda: heard.append("2"))
    assert [shares.of_host(host) for host in "abc"] == [1, 2, 1]
    assert shares.of_all(100) == 50
    assert heard == ["1"]
    shares.join(JobId("3"), {"d"}, lambda: heard.append("3"))
    assert heard == ["1", "1", "2"], "what all have together is shared by all"
    heard.clear()
    shares.leave(JobId("3"))
    assert heard == ["1", "2"]
    assert shares.of_host("d") == 1
    assert "on 3 hosts" in repr(shares)


def test_a_job_that_changes_its_sources_tells_those_it_leaves_and_those_it_joins() -> None:
    shares, heard = ChannelShares(), list[str]()
    for name, hosts in (("1", {"a"}), ("2", {"b"}), ("3", {"c"}), ("4", {"a"})):
        shares.join(JobId(name), hosts, lambda name=name: heard.append(name))  # type: ignore[misc]  # bound now
    heard.clear()
    shares.join(JobId("4"), {"b"}, lambda: heard.append("4"))
    assert sorted(heard) == ["1", "2"]
    heard.clear()
    shares.join(JobId("4"), {"b"}, lambda: heard.append("4"))
    assert not heard, "nothing changed"
    assert [shares.of_host(host) for host in "abc"] == [1, 2, 1]


def test_everyone_has_one_connection_and_leaving_twice_does_no_harm() -> None:
    shares = ChannelShares()
    for number in range(5):
        shares.join(JobId(str(number)), {"a"}, lambda: None)
    assert shares.of_all(3) == 1
    for _ in range(2):
        shares.leave(JobId("0"))
    assert shares.of_host("a") == 4
