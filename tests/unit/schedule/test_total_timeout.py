"""The total time-out of a request: what is ended, who fetches the rest, and whose fault it is; time is scripted."""

import pytest
from tests.unit.schedule.desk import MIB, Desk, profile

from headwater.model.decisions import CloseChannel
from headwater.model.events import LimitsChanged
from headwater.model.source import Support
from headwater.model.spans import Span, SpanSet
from headwater.model.tuning import Tuning


def closings(desk: Desk) -> list[str]:
    return [decision.why for _, decision in desk.decided if isinstance(decision, CloseChannel)]


def test_a_request_that_takes_longer_than_the_user_lets_it_is_ended_and_others_fetch_its_rest() -> None:
    """It never falls silent and nobody is fast enough to be worth a rescue: the time-out alone ends it."""
    tuning = Tuning(recovery=0.0, hedging=0.0)
    desk = Desk(profile(0), profile(1), size_bytes=8 * MIB, tuning=tuning)
    desk.tell(LimitsChanged(None, request_timeout_s=6.0))
    desk.flow(5.9, {0: 1e3, 1: 50e3})
    assert closings(desk) == []
    (late,) = desk.busy(0)[:1]
    rest = Span(late.at + 4096, late.spans[0].end)  # a little more comes before the end
    desk.flow(0.3, {0: 1e3, 1: 50e3})
    assert closings(desk)
    assert set(closings(desk)) == {"a request took longer than 6 s"}
    assert late.channel_id not in desk.lines
    words = [note.words for note in desk.scheduler.take_notes()]
    assert "A request took longer than 6 s and was ended; its rest is asked for anew." in words
    asked = len(desk.asked)
    desk.flow(30.0, {1: 2e6})
    others = SpanSet(span for source, span in desk.asked[asked:] if source == 1)
    assert others.covers(rest)
    assert desk.scheduler.is_complete


@pytest.mark.parametrize("bound_s", [None, 100.0])
def test_without_a_total_time_out_or_within_it_a_request_may_take_its_time(bound_s: float | None) -> None:
    desk = Desk(profile(0), size_bytes=MIB, tuning=Tuning(recovery=0.0, hedging=0.0))
    desk.tell(LimitsChanged(None, request_timeout_s=bound_s))
    desk.flow(60.0, {0: 2e3})
    assert closings(desk) == []


def test_a_source_alone_is_asked_for_the_rest_after_its_request_took_too_long() -> None:
    desk = Desk(profile(0), size_bytes=MIB)
    desk.tell(LimitsChanged(None, request_timeout_s=6.0))
    desk.flow(7.0, {0: 4e3})
    assert "a request took longer than 6 s" in closings(desk)
    assert desk.scheduler.verdict(desk.now) is None
    desk.flow(20.0, {0: 2e6})
    assert desk.scheduler.is_complete


def test_requests_are_made_so_that_they_fit_into_the_total_time_out() -> None:
    def largest(bound_s: float | None) -> int:
        desk = Desk(profile(0), size_bytes=256 * MIB, tuning=Tuning(interval_s=20.0, sub_intervals=1))
        desk.tell(LimitsChanged(None, request_timeout_s=bound_s))
        desk.flow(10.0, {0: 1e6})
        before = len(desk.asked)
        desk.flow(40.0, {0: 1e6})
        assert closings(desk) == []
        return max(span.size for _, span in desk.asked[before:])

    assert largest(8.0) < 4.2e6 < largest(None)


def test_a_source_that_begins_anew_each_time_is_set_aside_when_it_takes_too_long() -> None:
    desk = Desk(profile(0, ranges=Support.NO), size_bytes=MIB)
    desk.ranges = Support.NO
    desk.tell(LimitsChanged(None, request_timeout_s=6.0))
    desk.flow(7.0, {0: 4e3})
    verdict = desk.scheduler.verdict(desk.now)
    assert verdict is not None
    assert "a request took longer than 6 s, and the source gives the file from its beginning only" in verdict
