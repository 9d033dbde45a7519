"""The scheduler's door: what each fact leads to."""

import pytest
from tests.unit.schedule.desk import MIB, Desk, Line, profile

from headwater.model.channel import ChannelId
from headwater.model.decisions import CloseChannel, Hedge, OpenChannel, Probe, Purpose, Request, SetAside, Truncate
from headwater.model.errors import Retry
from headwater.model.events import (
    BlockProven,
    BlockRejected,
    BytesReceived,
    ChannelClosed,
    ChannelFailed,
    Connected,
    FirstByte,
    LimitsChanged,
    NetworkChanged,
    OrderChanged,
    RangeDone,
    SizeLearned,
    SourceAnswered,
    SourceRejected,
    SourcesChanged,
    TuningChanged,
    WishesChanged,
)
from headwater.model.priority import OrderKind, PriorityOrder, ReaderId, Urgency, Wish
from headwater.model.snapshots import StepIn
from headwater.model.source import HostHistory, SourceId, SourceState, Support
from headwater.model.spans import UNKNOWN_END, Span, SpanSet
from headwater.model.tuning import Tuning
from headwater.schedule.constraint_scheduler import RELAX_S

GONE = ChannelId(999)


def test_the_first_source_is_asked_for_the_beginning() -> None:
    desk = Desk(profile(0))
    opened = [decision for _, decision in desk.decided if isinstance(decision, OpenChannel)]
    assert opened[0].source_id == 0
    assert desk.asked[0] == (SourceId(0), Span(0, Tuning().first_span_bytes))
    assert all(line.source_id == 0 for line in desk.lines.values())


def test_a_complete_file_closes_everything() -> None:
    desk = Desk(profile(0), size_bytes=MIB)
    desk.finish()
    assert desk.scheduler.is_complete
    assert desk.delivered == SpanSet([Span(0, MIB)])
    assert not desk.lines
    assert desk.scheduler.next_wake_s is None
    assert desk.scheduler.verdict(desk.now) is None


def test_an_empty_file_is_complete_as_soon_as_its_size_is_known() -> None:
    desk = Desk(profile(0), size_bytes=None)
    desk.tell(SizeLearned(0))
    assert desk.scheduler.is_complete


def test_what_was_received_before_is_not_asked_for_again() -> None:
    desk = Desk(profile(0), size_bytes=4 * MIB, received=SpanSet([Span(0, 3 * MIB)]))
    desk.finish()
    assert all(span.start >= 3 * MIB for _, span in desk.asked)


def test_while_the_size_is_unknown_little_is_asked_for() -> None:
    desk = Desk(profile(0), profile(1), size_bytes=None, true_size=3 * MIB)
    assert all(span.size <= Tuning().first_span_bytes for _, span in desk.asked)
    desk.finish()
    assert desk.scheduler.is_complete


def test_when_the_size_is_learned_nothing_beyond_it_is_left_to_be_asked_for() -> None:
    desk = Desk(profile(0), profile(1), size_bytes=None, true_size=8 * MIB)
    desk.begin(desk.busy(0)[0])
    free = desk.scheduler._books.bytes.free
    assert free
    assert not free.overlaps(Span(8 * MIB, UNKNOWN_END)), "the end game would never begin"


def test_a_file_smaller_than_the_first_request_ends_with_it() -> None:
    desk = Desk(profile(0), profile(1), size_bytes=None, true_size=1000)
    desk.begin(desk.busy(0)[0])
    desk.finish()
    assert desk.delivered == SpanSet([Span(0, 1000)])


def test_a_source_without_ranges_gives_the_whole_file_in_one() -> None:
    desk = Desk(profile(0), size_bytes=2 * MIB)
    desk.ranges = Support.NO
    first = desk.busy(0)[0]
    desk.connect(first)
    desk.tell(SourceAnswered(first.channel_id, Support.NO, Support.NO))
    assert len(desk.busy(0)) == 1
    first.spans[0] = Span(0, 2 * MIB)
    first.has_begun = True
    desk.tell(FirstByte(first.channel_id, 0.1))
    desk.bring(first, 2 * MIB)
    assert desk.scheduler.is_complete


def test_a_source_without_ranges_begins_anew_after_a_break() -> None:
    desk = Desk(profile(0, ranges=Support.NO), size_bytes=2 * MIB)
    line = desk.busy(0)[0]
    assert list(line.spans) == [Span(0, 2 * MIB)]
    desk.ranges = Support.NO
    desk.bring(line, MIB)
    desk.fail(line, Retry.NOW)
    desk.finish()
    assert desk.scheduler.is_complete
    assert desk.scheduler.sources(desk.now)[0].wasted_bytes == MIB


def test_a_source_without_ranges_waits_while_a_better_one_works() -> None:
    desk = Desk(profile(0, ranges=Support.NO), profile(1))
    assert not desk.busy(0)
    assert desk.busy(1)


def test_an_answer_from_the_beginning_to_another_question_is_closed() -> None:
    desk = Desk(profile(0))
    later = next(line for line in desk.busy(0) if line.at > 0)
    desk.connect(later)
    decisions = desk.tell(SourceAnswered(later.channel_id, Support.NO, Support.UNKNOWN))
    assert CloseChannel(later.channel_id, "the source gives the file from its beginning only") in decisions


def test_removed_and_disabled_sources_are_closed() -> None:
    desk = Desk(profile(0), profile(1))
    desk.tell(SourcesChanged((profile(0, enabled=False), profile(2))))
    assert {line.source_id for line in desk.lines.values()} == {2}
    states = {each.source_id: each.state for each in desk.scheduler.sources(0.0)}
    assert states == {0: SourceState.DISABLED, 2: SourceState.ACTIVE}


def test_a_changed_profile_is_taken_over_and_an_equal_one_changes_nothing() -> None:
    desk = Desk(profile(0))
    desk.tell(SourcesChanged((profile(0, ranges=Support.YES, multi_range=Support.YES),)))
    standing = desk.scheduler.sources(0.0)[0]
    assert (standing.ranges, standing.multi_range) == (Support.YES, Support.YES)
    before = len(desk.decided)
    desk.tell(SourcesChanged((profile(0, ranges=Support.YES, multi_range=Support.YES),)))
    assert len(desk.decided) == before


def test_facts_about_channels_that_are_gone_do_no_harm() -> None:
    desk = Desk(profile(0))
    assert desk.tell(Connected(GONE, 0.1)) == []
    assert desk.tell(FirstByte(GONE, 0.1)) == []
    assert desk.tell(SourceAnswered(GONE, Support.YES, Support.NO)) == []
    assert desk.tell(RangeDone(GONE)) == []
    assert desk.tell(ChannelFailed(GONE, Retry.NEVER, "gone")) == []
    desk.tell(ChannelClosed(GONE))
    desk.delivered.add(Span(0, 10))
    desk.tell(BytesReceived(GONE, Span(0, 10)))
    assert desk.scheduler.sources(0.0)[0].received_bytes == 0
    desk.tell(SourceRejected(SourceId(77), "unknown"))
    desk.tell(BlockProven(Span(0, 10)))


def test_bytes_on_the_way_when_a_channel_is_closed_still_count() -> None:
    desk = Desk(profile(0), profile(1))
    line = desk.busy(0)[0]
    desk.begin(line)
    decisions = desk.scheduler.handle(SourceRejected(SourceId(0), "another file"), 0.0)
    assert any(isinstance(decision, CloseChannel) for decision in decisions)
    desk.scheduler.handle(BytesReceived(line.channel_id, Span(0, 500)), 0.0)
    assert desk.scheduler.sources(0.0)[0].received_bytes == 500
    desk.scheduler.handle(RangeDone(line.channel_id), 0.0)
    desk.scheduler.handle(FirstByte(line.channel_id, 0.1), 0.0)


def test_a_rejected_source_is_set_aside_for_good() -> None:
    desk = Desk(profile(0), profile(1))
    decisions = desk.tell(SourceRejected(SourceId(0), "the size differs"))
    assert SetAside(SourceId(0), "the size differs") in decisions
    assert not desk.busy(0)
    standing = desk.scheduler.sources(0.0)[0]
    assert (standing.state, standing.reason) == (SourceState.SET_ASIDE, "the size differs")
    assert [note.kind for note in desk.scheduler.take_notes()] == [StepIn.SET_ASIDE]
    assert desk.scheduler.take_notes() == ()


def test_never_sets_aside_and_another_takes_its_bytes() -> None:
    desk = Desk(profile(0), profile(1), size_bytes=MIB)
    desk.fail(desk.busy(0)[0], Retry.NEVER)
    assert desk.scheduler.sources(0.0)[0].state is SourceState.SET_ASIDE
    desk.finish()
    assert desk.scheduler.is_complete


def test_a_broken_connection_is_replaced_at_once_the_first_time() -> None:
    desk = Desk(profile(0), size_bytes=4 * MIB)
    line = desk.busy(0)[0]
    desk.bring(line, 1000)
    decisions = desk.fail(line, Retry.NOW)
    assert any(isinstance(decision, OpenChannel | Request | Probe) for decision in decisions)


def test_back_off_grows_and_honours_retry_after() -> None:
    desk = Desk(profile(0, max_channels=1))
    pauses = []
    for _ in range(4):
        desk.fail(desk.busy(0)[0], Retry.LATER)
        wait_s = desk.scheduler.sources(desk.now)[0].next_try_s
        assert wait_s is not None
        assert desk.scheduler.sources(desk.now)[0].state is SourceState.RESTING
        pauses.append(wait_s - desk.now)
        desk.wake(pauses[-1] + 0.01)
    assert pauses == sorted(pauses)
    assert all(0.75 <= pause / (0.5 * 2**i) <= 1.25 for i, pause in enumerate(pauses))
    desk.fail(desk.busy(0)[0], Retry.LATER, 503, retry_after_s=60.0)
    assert (desk.scheduler.sources(desk.now)[0].next_try_s or 0) >= desk.now + 60
    assert desk.scheduler.next_wake_s == desk.scheduler.sources(desk.now)[0].next_try_s


def test_refusals_lower_the_number_of_connections() -> None:
    desk = Desk(profile(0))
    before = len(desk.busy(0))
    desk.fail(desk.busy(0)[-1], Retry.LATER, 429)
    assert len(desk.busy(0)) == before - 1
    desk.fail(desk.busy(0)[-1], Retry.LATER, 429, retry_after_s=5.0)
    assert desk.scheduler.sources(0.0)[0].next_try_s == 5.0


def test_a_host_that_refused_is_tried_with_one_more_after_a_minute() -> None:
    desk = Desk(profile(0))
    desk.fail(desk.busy(0)[-1], Retry.LATER, 429)
    borne = desk.scheduler.history(SourceId(0)).channel_limit
    assert borne == len(desk.busy(0))
    desk.wake(RELAX_S - 1.0)
    assert desk.scheduler.history(SourceId(0)).channel_limit == borne
    desk.wake(1.1)
    assert desk.scheduler.history(SourceId(0)).channel_limit == borne + 1


def test_what_a_source_lacks_is_asked_of_another() -> None:
    desk = Desk(profile(0), profile(1), size_bytes=2 * MIB)
    line = desk.busy(0)[0]
    lacking = line.spans[0]
    desk.holds[SourceId(0)] = SpanSet([Span(lacking.end, 2 * MIB)])
    desk.fail(line, Retry.OTHER_SPAN, 416)
    before = len(desk.asked)
    desk.finish()
    assert desk.scheduler.is_complete
    asked_of_it = [span for source_id, span in desk.asked[before:] if source_id == 0]
    assert not any(span.overlaps(lacking) for span in asked_of_it)


def test_behind_a_place_where_a_file_of_unknown_size_has_nothing_no_more_is_asked() -> None:
    """A server that has no byte at a place has none behind it: asked span by span, it would be asked for ever."""
    desk = Desk(profile(0), size_bytes=None)
    for _ in range(20):
        for line in desk.busy():
            if line.channel_id in desk.lines:
                desk.fail(line, Retry.OTHER_SPAN, 416)
        desk.wake(1.0)
    assert len(desk.asked) == 1
    assert desk.scheduler.verdict(desk.now) is not None


def test_an_answer_may_show_what_a_source_holds() -> None:
    desk = Desk(profile(0), size_bytes=2 * MIB)
    line = desk.busy(0)[0]
    desk.connect(line)
    desk.tell(SourceAnswered(line.channel_id, Support.YES, Support.NO, (Span(0, MIB),)))
    assert desk.scheduler.sources(0.0)[0].holds == (Span(0, MIB),)


def test_nothing_is_asked_while_the_network_is_gone() -> None:
    desk = Desk(profile(0), size_bytes=2 * MIB)
    desk.tell(NetworkChanged(online=False))
    for line in desk.busy():
        assert desk.fail(line, Retry.LATER) == []
    assert desk.scheduler.next_wake_s is None
    assert desk.scheduler.verdict(0.0) is None
    assert desk.wake() == []
    desk.tell(NetworkChanged(online=True))
    desk.finish()
    assert desk.scheduler.is_complete


def test_whoever_failed_is_asked_at_once_when_the_network_is_back() -> None:
    """Its failures may well have been the network's."""
    desk = Desk(profile(0, max_channels=1), size_bytes=2 * MIB)
    for _ in range(5):
        desk.fail(desk.busy()[0], Retry.LATER)
        desk.wake(40.0)
    desk.fail(desk.busy()[0], Retry.LATER)
    assert not desk.busy()
    assert desk.scheduler.verdict(desk.now) is not None
    desk.tell(NetworkChanged(online=False))
    desk.tell(NetworkChanged(online=True))
    assert desk.busy()
    assert desk.scheduler.verdict(desk.now) is None


def test_what_is_under_way_is_given_up_where_the_network_may_not_be_used() -> None:
    desk = Desk(profile(0), profile(1), size_bytes=2 * MIB)
    opened = set(desk.lines)
    closed = [one for one in desk.tell(NetworkChanged(online=False, is_withheld=True)) if isinstance(one, CloseChannel)]
    assert {one.channel_id for one in closed} == opened
    assert not desk.lines
    assert desk.wake() == []
    desk.tell(NetworkChanged(online=True))
    desk.finish()
    assert desk.scheduler.is_complete


def test_a_reader_that_waits_is_served_at_once_in_small_grain() -> None:
    desk = Desk(profile(0), profile(1))
    desk.flow(2.0, {0: 2e6, 1: 2e6})
    asked_before = len(desk.asked)
    desk.tell(WishesChanged((Wish(ReaderId(1), 48 * MIB, 4 * MIB, Urgency.BLOCKED),)))
    _, span = desk.asked[asked_before]
    assert span.start == 48 * MIB
    assert span.size <= 512 * 1024
    purposes = [d.purpose for _, d in desk.decided if isinstance(d, Request) and d.spans[0].start == 48 * MIB]
    assert purposes == [Purpose.URGENT]
    desk.tell(WishesChanged(()))
    desk.finish()


def test_bytes_that_stand_still_are_asked_for_twice() -> None:
    desk = Desk(profile(0), profile(1), tuning=Tuning(recovery=0.0, hedging=1.0))
    desk.flow(3.0, {0: 8e6, 1: 8e6})
    held = min(desk.busy(0), key=lambda line: line.at)
    desk.bring(held, 1000)
    desk.flow(0.4, {1: 8e6})
    desk.tell(WishesChanged((Wish(ReaderId(1), held.at, MIB, Urgency.BLOCKED),)))
    hedges = [decision for _, decision in desk.decided if isinstance(decision, Hedge)]
    assert held.channel_id in {hedge.rival_id for hedge in hedges}


def test_the_order_of_the_user_counts() -> None:
    order = PriorityOrder(OrderKind.FIRST_AND_LAST, (Span(20 * MIB, 21 * MIB),))
    desk = Desk(profile(0, max_channels=1), order=order)
    assert desk.asked[0][1].start == 20 * MIB
    desk.tell(OrderChanged(PriorityOrder()))
    desk.bring(desk.busy()[0], MIB)
    assert desk.asked[1][1].start == 0


def test_a_bad_block_is_fetched_anew_from_somebody_else() -> None:
    desk = Desk(profile(0), profile(1), size_bytes=32 * MIB)
    desk.flow(2.0, {0: 2e6, 1: 2e6})
    bad = Span(0, 16 * 1024)
    desk.delivered.discard(bad)
    before = len(desk.asked)
    desk.tell(BlockRejected(bad, (SourceId(0),), SourceId(0)))
    desk.flow(1.0, {0: 2e6, 1: 2e6})
    asked = [(source, span) for source, span in desk.asked[before:] if span.overlaps(bad)]
    assert asked[0][0] == 1
    assert desk.scheduler.sources(desk.now)[0].bad_blocks == 1
    requests = [decision for _, decision in desk.decided if isinstance(decision, Request)]
    assert Purpose.REPAIR in {request.purpose for request in requests}
    assert any(note.kind is StepIn.REPAIRED for note in desk.scheduler.take_notes())
    desk.tell(BlockRejected(Span(16 * 1024, 32 * 1024), (SourceId(0), SourceId(1)), None))
    desk.delivered.discard(Span(16 * 1024, 32 * 1024))
    desk.delivered.discard(bad)
    desk.tell(BlockRejected(bad, (SourceId(0),), SourceId(0)))
    assert desk.scheduler.sources(desk.now)[0].state is SourceState.SET_ASIDE
    desk.finish()
    assert desk.scheduler.is_complete


def test_a_budget_that_is_spent_rests_while_others_work() -> None:
    desk = Desk(profile(0, budget_left_bytes=MIB, cost_per_gb=1.0), profile(1), size_bytes=32 * MIB)
    desk.flow(6.0, {0: 2e6, 1: 2e6})
    standing = desk.scheduler.sources(desk.now)
    assert standing[0].received_bytes < standing[1].received_bytes / 2


@pytest.mark.parametrize("multi_range", Support)
@pytest.mark.parametrize("step_s", [0.1, 1.0])
def test_a_budget_is_kept_to_also_between_two_looks_at_it(step_s: float, multi_range: Support) -> None:
    """A busy computer looks seldom, and all that was asked for meanwhile went beyond it."""
    desk = Desk(profile(0, budget_left_bytes=3 * MIB, multi_range=multi_range), profile(1), size_bytes=64 * MIB)
    while not desk.scheduler.is_complete:
        desk.now += step_s
        for line in desk.busy():
            if line.channel_id in desk.lines and line.is_busy:
                desk.bring(line, int(4e6 * step_s) // len(desk.busy(line.source_id)))
        desk.wake(0.0)
        assert desk.now < 100
    brought = desk.scheduler.sources(desk.now)[0].received_bytes
    assert 1.5 * MIB < brought < 3 * MIB + 64 * 1024


def test_limits_shrink_requests() -> None:
    desk = Desk(profile(0), profile(1))
    desk.flow(3.0, {0: 8e6, 1: 8e6})
    desk.tell(LimitsChanged(4e5, ((SourceId(1), 2e5),)))
    before = len(desk.asked)
    desk.flow(3.0, {0: 8e6, 1: 8e6})
    sizes = [span.size for _, span in desk.asked[before:]]
    assert sizes
    assert max(sizes) <= 1.5 * MIB


def test_new_tuning_counts_at_once() -> None:
    desk = Desk(profile(0), size_bytes=64 * MIB)
    desk.flow(2.0, {0: 4e6})
    desk.tell(TuningChanged(Tuning(max_span_bytes=256 * 1024)))
    before = len(desk.asked)
    desk.flow(2.0, {0: 4e6})
    assert all(span.size <= 512 * 1024 for _, span in desk.asked[before:])


def test_standings_show_what_decisions_are_made_from() -> None:
    desk = Desk(
        profile(0, hops=12, cost_per_gb=0.05), profile(1, external_rank=1.0, cost_per_gb=0.1), profile(2, enabled=False)
    )
    desk.flow(2.0, {0: 3e6, 1: 1e6})
    first, second, third = desk.scheduler.sources(desk.now)
    assert first.rate_bytes_per_s == pytest.approx(3e6, rel=0.2)
    assert first.share == pytest.approx(0.75, abs=0.1)
    assert first.state is SourceState.ACTIVE
    assert third.state is SourceState.DISABLED
    assert {first.rank, second.rank, third.rank} == {1, 2, 3}
    for standing in (first, second):
        known = [term for term in standing.terms if term.value is not None]
        weight = sum(term.weight for term in known)
        assert standing.score == pytest.approx(sum(t.weight * (t.value or 0) for t in known) / weight)
    channels = desk.scheduler.channels(desk.now)
    assert [channel.channel_id for channel in channels] == sorted(channel.channel_id for channel in channels)
    assert sum(channel.rate_bytes_per_s for channel in channels) > 0
    assert any(channel.remaining for channel in channels)
    desk.now += 2.0
    assert all(channel.rate_bytes_per_s == 0 for channel in desk.scheduler.channels(desk.now))


def test_asking_how_sources_stand_leaves_the_books_alone() -> None:
    desk = Desk(profile(0), profile(1))
    desk.flow(1.0, {0: 3e6, 1: 3e6})
    books = desk.scheduler._books
    ranked, rankings = books.ranked, {number: record.ranking for number, record in books.sources.records.items()}
    order = list(ranked)
    for _ in range(40):
        ranked[0].latency.push(5.0)  # the score that it deserves is another from now on
    standings = desk.scheduler.sources(desk.now)
    assert [standing.rank for standing in standings if standing.source_id == order[0].source_id] == [2]
    assert books.ranked is ranked
    assert ranked == order
    assert all(record.ranking is rankings[number] for number, record in books.sources.records.items())


def test_histories_tell_what_was_measured() -> None:
    known = HostHistory(rate_bytes_per_s=5e6, latency_s=0.2, channels=4)
    desk = Desk(profile(0), profile(1, history=known), size_bytes=32 * MIB)
    assert desk.scheduler.history(SourceId(1)) == HostHistory(5e6, None, 0.2, 4)
    desk.flow(3.0, {0: 2e6})
    history = desk.scheduler.history(SourceId(0))
    assert history.rate_bytes_per_s == pytest.approx(2e6, rel=0.2)
    assert history.latency_s == pytest.approx(0.05)
    assert history.per_channel_rate_bytes_per_s
    assert history.channels
    with pytest.raises(KeyError):
        desk.scheduler.history(SourceId(9))


def test_verdicts_say_why_nothing_can_get_further() -> None:
    desk = Desk(size_bytes=MIB)
    assert desk.scheduler.verdict(0.0) == "There is no source to ask."
    desk.tell(SourcesChanged((profile(0, enabled=False),)))
    assert desk.scheduler.verdict(0.0) == "No source works any more: disabled."
    desk.tell(SourcesChanged((profile(0),)))
    assert desk.scheduler.verdict(0.0) is None
    desk.tell(SourceRejected(SourceId(0), "the size differs"))
    assert desk.scheduler.verdict(0.0) == "No source works any more: the size differs."


def test_a_dead_source_ends_a_job_in_bounded_time_and_a_proven_one_later() -> None:
    spent: dict[bool, float] = {}
    for is_proven in (False, True):
        desk = Desk(profile(0, max_channels=1))
        if is_proven:
            desk.flow(1.0, {0: 1e6})
        began_s = desk.now
        while desk.scheduler.verdict(desk.now) is None:
            for line in desk.busy():
                desk.fail(line, Retry.LATER)
            desk.wake(0.05)
            assert desk.now < 120
        spent[is_proven] = desk.now - began_s
    assert 3 < spent[False] < 15
    assert spent[False] < spent[True] < 60


def test_bytes_that_nobody_holds_end_a_job() -> None:
    desk = Desk(profile(0, holds=(Span(0, MIB),)), profile(1, holds=(Span(0, 2 * MIB),)), size_bytes=3 * MIB)
    desk.finish(60)
    assert not desk.scheduler.is_complete
    for line in list(desk.lines.values()):
        del desk.lines[line.channel_id]
        desk.tell(ChannelClosed(line.channel_id))
    assert desk.scheduler.verdict(desk.now) == f"No source that works holds the bytes {Span(2 * MIB, 3 * MIB)}."


def asked_for_several(desk: Desk) -> Line:
    """The connection to source 0 that was just asked for several spans at once."""
    while True:
        desk.flow(0.1, {0: 1e6, 1: 8e6})
        for line in desk.busy(0):
            if len(line.spans) > 1 and not line.has_begun:
                return line
        assert not desk.scheduler.is_complete, "several spans were never asked for together"


def test_a_server_that_ignores_multi_range_is_not_blamed() -> None:
    desk = Desk(profile(0, multi_range=Support.YES), profile(1), size_bytes=128 * MIB)
    line = asked_for_several(desk)
    desk.tell(SourceAnswered(line.channel_id, Support.YES, Support.NO))
    desk.fail(line, Retry.NOW)
    standing = desk.scheduler.sources(desk.now)[0]
    assert (standing.errors, standing.multi_range) == (0, Support.NO)


def test_a_server_that_sends_the_whole_file_instead_of_several_spans_goes_on_with_one() -> None:
    """It says nothing of one range: taken for a source without any, it was never asked again beside others."""
    desk = Desk(profile(0), profile(1), size_bytes=512 * MIB)
    line = asked_for_several(desk)
    others = {each.channel_id for each in desk.busy(0)} - {line.channel_id}
    desk.tell(SourceAnswered(line.channel_id, Support.UNKNOWN, Support.NO))
    assert line.channel_id not in desk.lines, "the whole file would come"
    assert others <= set(desk.lines)
    assert len(desk.busy(0)) > len(others), "what it was asked for is asked for anew"
    standing = desk.scheduler.sources(desk.now)[0]
    assert (standing.errors, standing.ranges, standing.multi_range) == (0, Support.YES, Support.NO)
    desk.flow(1.0, {0: 1e6, 1: 8e6})
    assert desk.busy(0)


def test_a_mirror_that_has_only_a_status_for_several_spans_is_asked_for_one() -> None:
    """What holds a part of the file says 404 when it is to send all of it, as servers without multi-range do."""
    desk = Desk(profile(0), profile(1), size_bytes=512 * MIB)
    line = asked_for_several(desk)
    desk.fail(line, Retry.NEVER, 404)
    standing = desk.scheduler.sources(desk.now)[0]
    assert (standing.errors, standing.multi_range) == (0, Support.NO)
    assert standing.state is not SourceState.SET_ASIDE
    desk.finish()
    assert desk.scheduler.is_complete


def test_every_state_shows_its_truth() -> None:
    desk = Desk(profile(0))
    desk.flow(1.0, {0: 1e6})
    books = desk.scheduler._books
    record = books.sources.records[SourceId(0)]
    shown = [
        repr(books),
        repr(books.sources),
        repr(record),
        repr(next(iter(record.channels.values()))),
        repr(books.prioritizer),
        repr(record.constraints),
        repr(desk.scheduler._sampler),
    ]
    assert all(text.startswith("<") for text in shown)


def test_truncation_tells_its_cost() -> None:
    desk = Desk(profile(0), profile(1), size_bytes=64 * MIB)
    desk.flow(3.0, {0: 8e6, 1: 8e6})
    desk.flow(4.0, {0: 8e6, 1: 2e4})
    cuts = [decision for _, decision in desk.decided if isinstance(decision, Truncate)]
    assert all(cut.cost_bytes >= 0 and cut.why for cut in cuts)


def test_a_server_that_refuses_its_whole_file_rests() -> None:
    desk = Desk(profile(0, ranges=Support.NO))
    desk.fail(desk.busy(0)[0], Retry.OTHER_SPAN, 416)
    assert desk.scheduler.sources(0.0)[0].state is SourceState.RESTING
    desk.wake(1.0)
    desk.connect(desk.busy(0)[0])
    desk.connect(desk.busy(0)[0])
    assert desk.busy(0)


def test_one_piece_an_interval_needs_no_multi_range() -> None:
    desk = Desk(profile(0, multi_range=Support.YES), profile(1), tuning=Tuning(sub_intervals=1))
    desk.flow(3.0, {0: 1e6, 1: 8e6})
    assert all(len(d.spans) == 1 for _, d in desk.decided if isinstance(d, Request))


def test_with_neither_recovery_nor_hedging_nobody_steps_in() -> None:
    desk = Desk(profile(0), profile(1), tuning=Tuning(recovery=0.0, hedging=0.0))
    desk.flow(3.0, {0: 8e6, 1: 8e6})
    desk.flow(2.0, {1: 8e6})
    assert not any(isinstance(decision, Hedge | Truncate) for _, decision in desk.decided)


def test_bad_bytes_are_kept_from_those_who_brought_them() -> None:
    desk = Desk(profile(0, max_channels=1), profile(1, max_channels=1), size_bytes=32 * MIB)
    books = desk.scheduler._books
    bad = Span(16 * MIB, 17 * MIB)
    books.avoided.append((bad, frozenset({SourceId(0)})))
    first, second = (books.sources.records[SourceId(number)] for number in (0, 1))
    assert not books.free_for(first, 0.0).overlaps(bad)
    assert books.free_for(second, 0.0).covers(bad)
    desk.tell(SourcesChanged((profile(0, max_channels=1),)))
    assert books.free_for(first, 0.0).covers(bad)
