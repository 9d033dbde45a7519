"""Scenario files: what is read from good ones, and the sentence for bad ones."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model.errors import UserError
from headwater.model.source import HostHistory, Support
from headwater.model.spans import Span
from headwater.simulation.scenario import Playhead, parse_scenario, read_scenario
from headwater.simulation.shipped import scenario_names, shipped_scenario

FULL = """
size_bytes = 1_000
access_rate_bytes_per_s = 5e6
seed = 7
playhead = 100

[[source]]
rate_bytes_per_s = 10_000_000
latency_s = 0.02
jitter_s = 0.01
rate_sigma = 0.5
per_connection_rate_bytes_per_s = 2e6
max_connections = 3
holds = [[500, 600], [0, 100]]
multi_range = true
ranges = true

[source.history]
rate_bytes_per_s = 9e6
multi_range = false

[[source.event]]
at_s = 5
dead = true

[[source.event]]
at_s = 2.5
rate_bytes_per_s = 1

[[source]]
rate_bytes_per_s = 1
latency_s = 0
"""


def test_every_key_is_read() -> None:
    scenario = parse_scenario(FULL)
    assert (scenario.size_bytes, scenario.access_rate_bytes_per_s, scenario.seed) == (1000, 5e6, 7)
    assert scenario.playhead == Playhead(position=100)
    first, second = scenario.sources
    shape = first.shape
    assert (shape.rate_bytes_per_s, shape.latency_s, shape.jitter_s, shape.rate_sigma) == (1e7, 0.02, 0.01, 0.5)
    assert (shape.per_connection_rate_bytes_per_s, shape.max_connections) == (2e6, 3)
    assert shape.cap_bytes_per_s == 6e6
    assert shape.holds == (Span(0, 100), Span(500, 600))
    assert shape.multi_range
    assert first.history == HostHistory(rate_bytes_per_s=9e6, multi_range=Support.NO)
    assert second.changes == ()


def test_events_come_in_order_of_time_and_build_on_each_other() -> None:
    (first_s, first), (second_s, second) = parse_scenario(FULL).sources[0].changes
    assert (first_s, first.rate_bytes_per_s, first.dead) == (2.5, 1.0, False)
    assert (second_s, second.rate_bytes_per_s, second.dead) == (5.0, 1.0, True)


def test_a_playhead_may_be_a_table() -> None:
    text = "size_bytes = 10\nplayhead = { position = 3, rate_bytes_per_s = 5.0, window_s = 2 }\n"
    scenario = parse_scenario(text + "[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0")
    assert scenario.playhead == Playhead(3, 5.0, 2.0)


def test_all_sources_can_be_given_multi_range_and_histories() -> None:
    scenario = parse_scenario(FULL).with_multi_range()
    assert all(source.shape.multi_range for source in scenario.sources)
    assert all(shape.multi_range for _, shape in scenario.sources[0].changes)
    histories = [HostHistory(channels=2), HostHistory(channels=5)]
    assert [source.history for source in scenario.with_history(histories).sources] == histories


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("size_bytes =", "not TOML"),
        ("[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0", "size_bytes must be a whole number"),
        ("size_bytes = 0\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0", "size_bytes must be a whole number"),
        ("size_bytes = true\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0", "size_bytes must be a whole number"),
        ("size_bytes = 10", "at least one"),
        ("size_bytes = 10\nsource = []", "at least one"),
        ("size_bytes = 10\nsource = [3]", "source 1 must be a table"),
        ("size_bytes = 10\nsize = 3\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0", "unknown key 'size'"),
        ("size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1", "source 1 needs latency_s"),
        ("size_bytes = 10\n[[source]]\nrate_bytes_per_s = nan\nlatency_s = 0", "rate_bytes_per_s must be a number"),
        ("size_bytes = 10\n[[source]]\nrate_bytes_per_s = inf\nlatency_s = 0", "rate_bytes_per_s must be a number"),
        ("size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = -1", "latency_s must be a number"),
        ("size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\ndead = true", "unknown key 'dead'"),
        (
            "size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\nranges = 1",
            "ranges must be true or false",
        ),
        (
            "size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\nholds = [[0, 11]]",
            "holds reaches to byte 11",
        ),
        ("size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\nholds = [[3, 3]]", "holds must be a list"),
        (
            "size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\nholds = [[0, 5], [4, 6]]",
            "not overlapping",
        ),
        ("size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\nholds = [5]", "holds must be a list"),
        ("size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\nholds = 5", "holds must be a list"),
        ("size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\nmax_connections = 0", "max_connections"),
        ("size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\nevent = 1", "event must be a list"),
        (
            "size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\n[[source.event]]\ndead = true",
            "needs at_s",
        ),
        (
            "size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\n[[source.event]]\nat_s = 1\nspeed = 2",
            "source 1: event 1 has an unknown key 'speed'",
        ),
        ("size_bytes = 10\nplayhead = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0", "playhead: position"),
        ("size_bytes = 10\nplayhead = { at = 1 }\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0", "unknown key 'at'"),
        ("size_bytes = 10\nseed = -1\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0", "seed must be a whole number"),
        (
            "size_bytes = 10\n[[source]]\nrate_bytes_per_s = 1\nlatency_s = 0\n[source.history]\nchannels = 0",
            "history: channels",
        ),
    ],
)
def test_a_bad_scenario_is_refused_with_a_sentence(text: str, words: str) -> None:
    with pytest.raises(UserError, match=words.replace("[", r"\[")):
        parse_scenario(text)


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        "rate_bytes_per_s",
        "latency_s",
        "jitter_s",
        "rate_sigma",
        "holds",
        "ranges",
        "max_connections",
        "event",
        "history",
    ]
)
SOURCES = st.dictionaries(KEYS | st.text(max_size=4), VALUES, max_size=6)


@given(
    document=st.dictionaries(
        st.sampled_from(["size_bytes", "seed", "playhead", "access_rate_bytes_per_s", "source"]), VALUES, max_size=5
    ),
    sources=st.lists(SOURCES | VALUES, max_size=3) | VALUES,
)
def test_a_hostile_document_is_read_or_refused_and_never_crashes(document: dict[str, Any], sources: object) -> None:
    for hostile in (document, {**document, "source": sources}, {"size_bytes": 1000, "source": sources}):
        with suppress(UserError):
            assert read_scenario(hostile).sources


@given(st.text(max_size=200) | st.text(alphabet="[]={}\"'.#\n source_bytes0123456789", max_size=200))
def test_a_hostile_text_is_read_or_refused_and_never_crashes(text: str) -> None:
    with pytest.raises(UserError):
        parse_scenario(text + "\nnot toml")


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(UserError):
        parse_scenario("size_bytes = " + "[" * 100_000)


def test_the_shipped_scenarios_are_sound_and_of_512_mib() -> None:
    names = scenario_names()
    assert {"two_sources", "six_sources", "four_latencies", "rate_jitter", "collapse", "two_dead_of_five"} <= set(names)
    assert {"on_off", "per_connection_cap", "partial_mirrors", "log_normal_32", "access_link_100"} <= set(names)
    assert all(shipped_scenario(name).size_bytes == 512 * 1024 * 1024 for name in names)


def test_a_name_that_is_not_shipped_is_refused() -> None:
    with pytest.raises(UserError, match="no shipped scenario called nowhere"):
        shipped_scenario("nowhere")
