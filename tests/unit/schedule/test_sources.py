"""Ranking, constraints, preferences, and the data prioritizer."""

from dataclasses import replace
from typing import Any

import pytest
from tests.unit.schedule.desk import MIB, Desk, profile

from headwater.model.channel import ChannelId
from headwater.model.decisions import CloseChannel, Purpose
from headwater.model.errors import Retry, UserError
from headwater.model.events import LimitsChanged, SourceAnswered, SourceForgiven, SourcesChanged
from headwater.model.priority import OrderKind, PriorityOrder, ReaderId, Urgency, Wish
from headwater.model.source import HostHistory, HostPreference, SourceId, SourceProfile, Support
from headwater.model.spans import UNKNOWN_END, Span, SpanSet
from headwater.model.tuning import Tuning
from headwater.schedule.byte_book import ByteBook, Flight
from headwater.schedule.constraint_scheduler import RELAX_S, Constraints, HostLimits
from headwater.schedule.data_prioritizer import ENDS_BYTES, DataPrioritizer, Level
from headwater.schedule.dispatch import HELD_S, HELLO_S
from headwater.schedule.facts import take_fact
from headwater.schedule.host_preferences import HostPreferences, apply_preference, matches, preference_for
from headwater.schedule.job_books import JobBooks
from headwater.schedule.lanes import NEAR_LANES, QUICK_RATE, START_LANES
from headwater.schedule.source_ranking import NEUTRAL, rank
from headwater.schedule.source_record import SourceRecord
from headwater.schedule.subinterval_smoothing import spare_channels

# Ranking -------------------------------------------------------------------------------------------------------


def score(told: SourceProfile, rate: float | None = None, latency_s: float | None = None) -> float:
    return rank(told, rate, 1e7, latency_s, Tuning()).score


def test_nothing_known_is_neither_good_nor_bad() -> None:
    ranking = rank(profile(0), None, None, None, Tuning())
    assert ranking.score == NEUTRAL
    assert [term.value for term in ranking.terms] == [None] * 6
    assert {term.words for term in ranking.terms} == {"unknown"}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (profile(0, external_rank=0.9), profile(0, external_rank=0.2)),
        (profile(0, hops=3), profile(0, hops=20)),
        (profile(0, distance_km=100.0), profile(0, distance_km=9000.0)),
        (profile(0, cost_per_gb=0.0), profile(0, cost_per_gb=0.1)),
        (profile(0, cost_per_gb=0.01, budget_left_bytes=5), profile(0, cost_per_gb=0.01, budget_left_bytes=0)),
    ],
)
def test_each_criterion_counts(better: SourceProfile, worse: SourceProfile) -> None:
    assert score(better) > score(worse)


def test_measurements_count() -> None:
    assert score(profile(0), rate=1e7) > score(profile(0), rate=1e6)
    assert score(profile(0), latency_s=0.01) > score(profile(0), latency_s=0.5)
    words = {term.criterion: term.words for term in rank(profile(0), 12345678.0, 1e8, 0.123, Tuning()).terms}
    assert words["throughput"] == "12.3 MB/s"
    assert "0.12" in words["latency"] or "123" in words["latency"]


# Connections ---------------------------------------------------------------------------------------------------


def test_a_host_s_connections_are_shared_with_other_jobs_and_come_back() -> None:
    desk = Desk(profile(0), tuning=Tuning(max_channels_per_host=9), size_bytes=2048 * MIB)
    desk.flow(5.0, {0: 40e6})
    alone = len(desk.lines)
    assert alone > 2
    desk.tell(SourcesChanged((profile(0, host_sharers=4),)))
    desk.flow(5.0, {0: 10e6})
    assert 1 <= len(desk.lines) <= 2, "9 connections for 4 jobs are 2 each"
    desk.tell(SourcesChanged((profile(0, host_sharers=100),)))
    desk.flow(5.0, {0: 1e6})
    assert len(desk.lines) == 1, "a job that runs has one connection"
    desk.tell(SourcesChanged((profile(0),)))
    desk.flow(8.0, {0: 40e6})
    assert len(desk.lines) > 2
    assert not desk.scheduler.is_complete


def test_sources_of_one_host_give_back_together_what_other_jobs_may_have() -> None:
    def six(sharers: int) -> SourcesChanged:
        return SourcesChanged(tuple(SourceProfile(SourceId(n), "one.example", host_sharers=sharers) for n in range(6)))

    desk = Desk(tuning=Tuning(max_channels_per_source=1, max_channels_per_host=6), size_bytes=2048 * MIB)
    desk.tell(six(1))
    desk.flow(2.0, dict.fromkeys(range(6), 2e6))
    assert len(desk.lines) == 6
    desk.tell(six(3))
    desk.flow(5.0, dict.fromkeys(range(6), 2e6))
    assert len(desk.lines) == 2, "no source has more than one, and the host has them all"
    desk.tell(six(1))
    desk.flow(2.0, dict.fromkeys(range(6), 2e6))
    assert len(desk.lines) == 6
    assert not desk.scheduler.is_complete


def test_a_job_gives_back_what_is_beyond_its_share_of_all_connections() -> None:
    desk = Desk(size_bytes=2048 * MIB, tuning=Tuning(max_channels_per_source=1))
    profiles = tuple(profile(number) for number in range(6))
    desk.tell(SourcesChanged(profiles))
    desk.flow(2.0, dict.fromkeys(range(6), 2e6))
    assert len(desk.lines) == 6
    desk.tell(SourcesChanged(profiles, max_channels=3))
    desk.flow(5.0, dict.fromkeys(range(6), 2e6))
    assert len(desk.lines) == 3
    assert not desk.scheduler.is_complete


def test_a_job_keeps_to_its_share_of_all_connections() -> None:
    desk = Desk(size_bytes=64 * MIB)
    profiles = tuple(profile(number) for number in range(6))
    desk.tell(SourcesChanged(profiles, max_channels=3))
    for _ in range(20):
        desk.flow(0.1, dict.fromkeys(range(6), 1e6))
        assert len(desk.lines) <= 3


def test_what_other_jobs_left_of_a_host_is_not_remembered_as_its_rate() -> None:
    known = HostHistory(rate_bytes_per_s=5e6, channels=7)
    desk = Desk(profile(0, history=known, host_sharers=2))
    desk.flow(3.0, {0: 1e6})
    learned = desk.scheduler.history(SourceId(0))
    assert (learned.rate_bytes_per_s, learned.channels) == (5e6, 7)
    fresh = Desk(profile(0, host_sharers=2))
    fresh.flow(3.0, {0: 1e6})
    assert fresh.scheduler.history(SourceId(0)).rate_bytes_per_s == pytest.approx(1e6, rel=0.5), "better than nothing"


def test_the_parts_of_all_terms_add_up_to_the_score() -> None:
    told = profile(0, external_rank=0.9, hops=12, cost_per_gb=0.05)
    ranking = rank(told, 4e6, 8e6, None, Tuning(weight_hops=2.0))
    assert ranking.score == pytest.approx((0.9 + 0.5 + 2 * 0.5 + 0.5) / 5)
    assert sum(term.part for term in ranking.terms) == ranking.score
    assert [(term.criterion, term.raw, round(term.part, 9), term.words) for term in ranking.terms] == [
        ("outside ranking", 0.9, 0.18, "0.9"),
        ("throughput", 4e6, 0.1, "4.00 MB/s"),
        ("latency", None, 0.0, "unknown"),
        ("hops", 12, 0.2, "12 hops"),
        ("distance", None, 0.0, "unknown"),
        ("cost", 0.05, 0.1, "0.05 per GB"),
    ]


def test_what_the_connection_costs_is_added_and_takes_nothing_out_of_reserve() -> None:
    paid, free = (profile(0, cost_per_gb=own, connection_cost_per_gb=1.0) for own in (0.5, None))
    assert (paid.price_per_gb, free.price_per_gb, profile(0).price_per_gb) == (1.5, 1.0, None)
    assert score(paid) < score(free) < score(profile(0, connection_cost_per_gb=0.0))
    desk = Desk(replace(paid, source_id=SourceId(0)), replace(free, source_id=SourceId(1)))
    desk.flow(3.0, {0: 1e6, 1: 1e6})
    assert "it costs" in (desk.scheduler.sources(3.0)[0].reason or "")


# Constraints ---------------------------------------------------------------------------------------------------


def test_announced_and_learned_abilities() -> None:
    constraints = Constraints(profile(0, holds=(Span(0, 100),)))
    assert constraints.gives(Span(10, 100))
    assert not constraints.gives(Span(90, 101))
    assert list(constraints.mask(Span(50, 200))) == [Span(50, 100)]
    constraints.learn(Support.YES, Support.NO, [Span(0, 50)])
    assert constraints.holds == SpanSet.of((0, 50))
    assert constraints.given_bytes(SpanSet.of((40, 60))) == 10
    assert (constraints.ranges, constraints.multi_range) == (Support.YES, Support.NO)
    constraints.learn(Support.UNKNOWN, Support.UNKNOWN, None)
    constraints.announce(profile(0, ranges=Support.NO, multi_range=Support.YES))
    assert (constraints.ranges, constraints.multi_range) == (Support.YES, Support.NO)


def test_refusals_lower_the_limit_down_to_one() -> None:
    limits = HostLimits()
    assert limits.of("a") is None
    seen: list[int | None] = []
    for _ in range(3):
        limits.refuse("a", 3, now=0.0)
        seen.append(limits.of("a"))
    assert seen == [2, 1, 1]
    assert limits.of("b") is None
    assert "'a': (1, 0.0)" in repr(limits)


def test_a_host_that_refused_is_tried_with_one_more_after_a_while() -> None:
    limits = HostLimits()
    limits.recall("known", 4)
    limits.refuse("a", 3, now=1000.0)
    limits.recall("a", 9)
    assert (limits.of("known"), limits.of("a")) == (4, 2), "what is measured counts more than what is remembered"
    limits.relax(1000.0 + RELAX_S - 1)
    assert (limits.of("known"), limits.of("a")) == (4, 2)
    limits.relax(1000.0 + RELAX_S)
    assert (limits.of("known"), limits.of("a")) == (4, 3)
    limits.relax(1000.0 + 2 * RELAX_S)
    assert (limits.of("known"), limits.of("a")) == (5, 4)
    limits.forget("a")
    assert limits.of("a") is None


def test_all_sources_of_a_host_keep_to_what_it_bears_and_the_next_job_knows() -> None:
    two = [SourceProfile(SourceId(number), "one.example") for number in range(2)]
    desk = Desk(*two, tuning=Tuning(max_channels_per_host=6))
    assert len(desk.lines) == 6
    desk.connect(desk.busy()[0])
    desk.wake(HELLO_S + 0.001)
    assert len(desk.busy()) == 6
    desk.fail(desk.busy()[0], Retry.LATER, 503)
    desk.fail(desk.busy()[0], Retry.LATER, 503)
    assert len(desk.busy()) == 4
    desk.flow(3.0, {0: 1e6, 1: 1e6})
    assert len(desk.lines) <= 4
    learned = desk.scheduler.history(SourceId(1))
    assert learned.channel_limit == 4
    later = Desk(*(replace(each, history=learned) for each in two), tuning=Tuning(max_channels_per_host=6))
    assert len(later.lines) == 4
    later.tell(SourceForgiven(SourceId(0)))
    assert len(later.lines) == 6, "the user asked for it"


# Host preferences ----------------------------------------------------------------------------------------------


def test_patterns_match_hosts_with_and_without_ports() -> None:
    assert matches("*.example.org", "eu.Example.org:8080")
    assert matches("*.example.org:8080", "eu.example.org:8080")
    assert not matches("*.example.org", "example.org")
    assert matches("[[]::1]", "[::1]")


def test_the_first_pattern_that_says_something_decides() -> None:
    wish = preference_for(
        "a.org",
        [
            HostPreference("a.*", rank=0.9),
            HostPreference("other", rank=0.0, block=True),
            HostPreference("*", rank=0.1, channels=2, block=True),
        ],
    )
    assert wish == HostPreference("a.org", rank=0.9, channels=2, block=True)


def test_preferences_become_profiles() -> None:
    told = profile(0, external_rank=0.3, budget_left_bytes=7)
    assert apply_preference(told, HostPreference("host0")) == told
    wish = HostPreference("host0", rank=0.8, cost_per_gb=0.1, monthly_cap_bytes=100, channels=3, block=True)
    applied = apply_preference(told, wish, used_this_month_bytes=60)
    assert (applied.external_rank, applied.cost_per_gb, applied.budget_left_bytes) == (0.8, 0.1, 40)
    assert (applied.max_channels, applied.enabled) == (3, False)


def test_a_cap_keeps_the_pattern_it_was_set_for() -> None:
    listed = HostPreferences(
        (
            HostPreference("a.org", rank=0.9),
            HostPreference("*.org", monthly_cap_bytes=5),
            HostPreference("*", channels=2),
        )
    )
    assert listed.has_caps
    assert not HostPreferences().has_caps
    for _ in range(2):  # the second time as remembered
        assert listed.of("a.org:80") == HostPreference("a.org:80", rank=0.9, monthly_cap_bytes=5, channels=2)
        assert listed.cap_pattern("a.org:80") == "*.org"
        assert listed.cap_pattern("b.net") is None


def test_only_so_many_hosts_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headwater.schedule.host_preferences._MOST_KNOWN", 2)
    listed = HostPreferences((HostPreference("h*", channels=3),))
    assert [listed.of(f"h{number}").channels for number in range(5)] == [3] * 5
    assert repr(listed) == "<HostPreferences: 1 lines>"


@pytest.mark.parametrize(
    "wrong",
    [
        {"rank": 1.5},
        {"rank": float("nan")},
        {"cost_per_gb": -1.0},
        {"channels": 0},
        {"country": "Germany"},
        {"country": "Ä1"},
    ],
)
def test_a_preference_out_of_bounds_is_none(wrong: dict[str, Any]) -> None:
    with pytest.raises(UserError, match=r"of \*\.org must"):
        HostPreference("*.org", **wrong)


# Data prioritizer ----------------------------------------------------------------------------------------------


def shown(prioritizer: DataPrioritizer) -> list[tuple[str, int, int]]:
    return [(band.level.name, band.span.start, band.span.end) for band in prioritizer.bands]


def test_wishes_come_before_the_order_and_bad_blocks_before_all() -> None:
    prioritizer = DataPrioritizer(1000, PriorityOrder(spans=(Span(400, 500),)))
    prioritizer.set_wishes(
        (
            Wish(ReaderId(1), 900, 200, Urgency.PLAYING),
            Wish(ReaderId(2), 300, 150, Urgency.BLOCKED),
            Wish(ReaderId(3), 50, 10, Urgency.BACKGROUND),
            Wish(ReaderId(4), 990, 0, Urgency.BLOCKED),
        )
    )
    prioritizer.add_repair(Span(10, 20))
    assert shown(prioritizer) == [
        ("REPAIR", 10, 20),
        ("BLOCKED", 300, 450),
        ("PLAYING", 900, 1000),
        ("BACKGROUND", 50, 60),
        ("CHOSEN", 450, 500),
        ("ORDER", 0, 10),
        ("ORDER", 20, 50),
        ("ORDER", 60, 300),
        ("ORDER", 500, 900),
    ]
    assert prioritizer.has_waiting_reader
    assert prioritizer.place_of(310) == 1
    assert prioritizer.place_of(5000) == 9
    assert prioritizer.reader_before(400) == 300
    assert prioritizer.reader_before(5) == 5
    prioritizer.settle_repair(Span(10, 20))
    prioritizer.settle_repair(Span(10, 20))
    assert shown(prioritizer)[0][0] == "BLOCKED"
    assert "BLOCKED" in repr(prioritizer)


def test_first_and_last() -> None:
    size = 100 * MIB
    prioritizer = DataPrioritizer(size, PriorityOrder(OrderKind.FIRST_AND_LAST))
    assert shown(prioritizer) == [
        ("CHOSEN", 0, ENDS_BYTES),
        ("CHOSEN", size - ENDS_BYTES, size),
        ("ORDER", ENDS_BYTES, size - ENDS_BYTES),
    ]
    prioritizer.set_end(UNKNOWN_END)
    assert shown(prioritizer)[:2] == [("CHOSEN", 0, ENDS_BYTES), ("ORDER", ENDS_BYTES, UNKNOWN_END)]
    prioritizer.set_order(PriorityOrder())
    assert shown(prioritizer) == [("ORDER", 0, UNKNOWN_END)]
    assert Level.REPAIR < Level.ORDER


# Byte book -----------------------------------------------------------------------------------------------------


def flight(*spans: Span, soft: bool = False) -> Flight:
    return Flight(ChannelId(1), SourceId(0), spans, Purpose.BULK, 0.0, soft)


def test_flights_go_through_their_spans() -> None:
    going = flight(Span(0, 10), Span(20, 30), Span(40, 50))
    going.advance(Span(0, 4))
    assert list(going.remaining()) == [Span(4, 10), Span(20, 30), Span(40, 50)]
    going.advance(Span(4, 10))
    assert going.at == 20
    going.advance(Span(20, 25))
    assert going.cut(27) == [Span(27, 30), Span(40, 50)]
    assert list(going.remaining()) == [Span(25, 27)]
    going.advance(Span(25, 27))
    assert going.remaining_bytes == 0
    going.advance(Span(60, 61))
    assert going.received_bytes == 18


def test_a_flight_that_is_cut_keeps_what_lies_before() -> None:
    going = flight(Span(0, 10), Span(20, 30))
    assert going.cut(25) == [Span(25, 30)]
    going.advance(Span(0, 10))
    going.at = 25
    assert list(going.remaining()) == []


def test_flights_may_skip_what_was_not_sent() -> None:
    going = flight(Span(0, 10), Span(20, 30))
    going.advance(Span(22, 24))
    assert list(going.remaining()) == [Span(24, 30)]
    going.advance(Span(40, 41))
    assert going.remaining_bytes == 0
    whole = flight(Span(0, 10), Span(20, 30))
    whole.advance(Span(0, 30))
    assert whole.remaining_bytes == 0


def test_flights_are_clipped_to_the_file() -> None:
    going = flight(Span(0, 10), Span(20, 30))
    going.clip(100)
    assert going.spans == (Span(0, 10), Span(20, 30))
    going.clip(5)
    assert list(going.spans) == [Span(0, 5)]


def test_soft_flights_claim_nothing() -> None:
    book = ByteBook(100, SpanSet())
    soft, hard = flight(Span(0, 100), soft=True), flight(Span(0, 50))
    book.claim(soft)
    assert book.free.total_bytes == 100
    book.claim(hard)
    assert list(book.free) == [Span(50, 100)]
    book.release(hard.remaining(), [soft])
    assert book.free.total_bytes == 100
    book.release([Span(200, 300)], [])
    assert book.receive(Span(0, 60)) == 60
    assert book.receive(Span(50, 70)) == 10
    assert book.missing_bytes == 30
    book.reject(Span(0, 10), [hard])
    assert list(book.free) == [Span(70, 100)]
    assert not book.is_complete
    assert "60/100 received" in repr(book)


def test_an_answer_closes_what_asks_for_more_than_there_is_and_leaves_the_rest_alone() -> None:
    books = JobBooks(2 * MIB, SpanSet(), Tuning(), PriorityOrder())
    books.sources.update((profile(0),))
    record = books.sources.records[SourceId(0)]
    asked, idle, beyond = (books.open(record, 0.0) for _ in range(3))
    books.ask(asked, (Span(0, MIB),), Purpose.BULK, 0.0)
    books.ask(beyond, (Span(MIB, 2 * MIB),), Purpose.BULK, 0.0)
    books.decisions.clear()
    take_fact(books, SourceAnswered(asked.channel_id, Support.YES, Support.NO, (Span(0, MIB),)), 0.1)
    assert books.decisions == [CloseChannel(beyond.channel_id, "the source does not hold these bytes")]
    assert set(record.channels) == {asked.channel_id, idle.channel_id}


# Near sources --------------------------------------------------------------------------------------------------


def test_a_near_source_gets_few_connections_and_one_not_reached_yet_is_waited_for() -> None:
    desk = Desk(size_bytes=None, true_size=512 * MIB)
    desk.latency_s = 0.001
    desk.tell(SourcesChanged((profile(0), profile(1), profile(2))))
    near, other, far = desk.busy()
    desk.bring(near, 96 * 1024)
    assert [len(desk.busy(number)) for number in (0, 1, 2)] == [2, 1, 1], "the others may be near, too"
    desk.bring(other, 96 * 1024)
    desk.wake(HELLO_S + 0.001)
    assert [len(desk.busy(number)) for number in (0, 1)] == [2, 2]
    opened = [line for line in desk.lines.values() if line.source_id == 2]
    assert len(opened) == START_LANES, "whoever has brought nothing by now is far, or slow"
    assert desk.busy(2) == [far], "how far, its first connection tells"
    desk.connect(far)
    assert len(desk.busy(2)) == START_LANES


@pytest.mark.parametrize(
    ("rate", "limit", "lanes"),
    [
        pytest.param(0.5 * QUICK_RATE, None, START_LANES, id="held back"),
        pytest.param(0.5 * QUICK_RATE, int(QUICK_RATE), NEAR_LANES, id="held back by the user"),
        pytest.param(2 * QUICK_RATE, None, NEAR_LANES, id="quick"),
    ],
)
def test_a_near_source_whose_connections_bring_little_gets_as_many_as_a_far_one(
    rate: float, limit: int | None, lanes: int
) -> None:
    """Each of them may be held to a rate of its own: with two lanes that took seconds to be found out."""
    desk = Desk(size_bytes=None, true_size=512 * MIB)
    desk.latency_s = 0.001
    desk.tell(SourcesChanged((profile(0), profile(1))))
    desk.tell(LimitsChanged(limit))
    desk.bring(desk.busy(0)[0], 96 * 1024)
    assert len(desk.busy(0)) == NEAR_LANES, "nothing was measured yet"
    for line in desk.busy(0):
        desk.bring(line, 4096)
    desk.now += 0.05
    for line in desk.busy(0):
        desk.bring(line, int(0.05 * rate))
    desk.wake(0.051)
    assert not desk.scheduler._books.sources.records[SourceId(0)].is_ramped
    assert len(desk.busy(0)) == lanes


def test_a_source_that_does_not_say_how_far_it_is_is_asked_all_the_same() -> None:
    desk = Desk(profile(0), profile(1))
    assert [len(desk.busy(number)) for number in (0, 1)] == [1, 1]
    assert len(desk.lines) == 2 * START_LANES
    desk.wake(HELD_S + 0.001)
    assert [len(desk.busy(number)) for number in (0, 1)] == [START_LANES, START_LANES]


def test_a_source_alone_is_asked_over_all_its_connections_at_once() -> None:
    assert len(Desk(profile(0)).busy()) == START_LANES


def test_first_requests_of_a_far_source_wait_behind_what_others_bring_by_then() -> None:
    desk = Desk(profile(0), profile(1), size_bytes=512 * MIB)
    desk.latency_s = 0.02
    desk.flow(0.6, {0: 20e6})
    seen = len(desk.asked)
    desk.latency_s = 0.6
    desk.connect(desk.busy(1)[0])
    later = [span.start for source, span in desk.asked[seen:] if source == 1]
    assert len(later) == START_LANES - 1
    front = next(iter(desk.scheduler._books.bytes.free)).start
    assert min(later) - front > 20e6


def test_growing_connections_of_a_near_source_call_for_no_more_of_them() -> None:
    desk = Desk(profile(0), size_bytes=512 * MIB)
    desk.latency_s = 0.001
    desk.flow(0.5, {0: 8e6})
    record = desk.scheduler._books.sources.records[SourceId(0)]
    lanes = desk.scheduler._dispatcher.lanes
    for channel in list(record.channels.values()):
        if channel.flight is None:
            desk.scheduler._books.drop(channel.channel_id, desk.now)
    assert record.is_ramped
    least = len(record.channels) - spare_channels(1, record.latency_s, 0.5) - 1
    assert lanes.channel_for(record, max(1, least), desk.now) is False


def test_no_time_teaches_nothing() -> None:
    record = SourceRecord(profile(0))
    record.deliver(MIB, 1.0)
    record.sample(1.0, 0.0)
    assert record.brought_rate == 0
    record.sample(1.5, 0.5)
    assert record.brought_rate > MIB


def test_a_slow_handshake_makes_no_source_far() -> None:
    desk = Desk(size_bytes=None, true_size=512 * MIB)
    desk.tell(SourcesChanged((profile(0), profile(1))))
    first, second = desk.busy()
    desk.latency_s = 0.03  # encrypted, on a busy computer
    desk.connect(first)
    desk.connect(second)
    desk.latency_s = 0.001
    desk.bring(first, 96 * 1024)
    assert [len(desk.busy(number)) for number in (0, 1)] == [2, 1]
    desk.bring(second, 96 * 1024)
    assert [len(desk.busy(number)) for number in (0, 1)] == [2, 2]
    desk.latency_s = 0.5  # later answers wait for this computer
    desk.flow(0.1, {0: 1e6, 1: 1e6})
    assert len(desk.lines) <= 6


def test_a_source_that_is_gone_is_not_looked_at_again() -> None:
    desk = Desk(size_bytes=None, true_size=512 * MIB)
    desk.latency_s = 0.001
    desk.tell(SourcesChanged((profile(0), profile(1))))
    desk.begin(desk.busy(0)[0])
    assert len(desk.busy(1)) == 1, "it is waited for"
    desk.tell(SourcesChanged((profile(0),)))
    desk.wake(HELLO_S + 0.001)  # the books are checked: a channel to nobody's source would be found
    assert not desk.busy(1)
