"""What a person wishes of single sources: an order, one before all others, one asked again."""

from tests.unit.schedule.desk import Desk, profile

from headwater.model.errors import Retry
from headwater.model.events import LimitsChanged, SourceForgiven, SourceRejected, SourcesChanged
from headwater.model.source import SourceId, SourceState


def order(desk: Desk) -> list[int]:
    return [int(standing.source_id) for standing in sorted(desk.scheduler.sources(desk.now), key=lambda s: s.rank)]


def test_places_stand_before_scores_and_pins_before_places() -> None:
    desk = Desk(profile(0, external_rank=1.0), profile(1), profile(2, external_rank=0.1), profile(3))
    assert order(desk) == [0, 1, 3, 2]
    changed = (profile(0, external_rank=1.0), profile(1, place=2), profile(2, external_rank=0.1, place=1), profile(3))
    desk.tell(SourcesChanged(changed))
    assert order(desk) == [2, 1, 0, 3]
    desk.tell(SourcesChanged((*changed[:3], profile(3, pinned=True))))
    assert order(desk) == [3, 2, 1, 0]


def test_who_cannot_be_used_stands_behind_those_that_can() -> None:
    """Nothing speaks against a source that was never measured but what it did: its score alone would be the best."""
    desk = Desk(
        profile(0, hops=0),
        profile(1, hops=0),
        profile(2, hops=9),
        profile(3, hops=9),
        profile(4, hops=0, enabled=False),
    )
    assert order(desk) == [0, 1, 2, 3, 4]
    desk.tell(SourceRejected(SourceId(0), "its file has 5 bytes, the others' 9"))
    while lines := desk.busy(1):
        desk.fail(lines[0], Retry.LATER, 503, retry_after_s=600.0)
    assert order(desk) == [2, 3, 1, 4, 0]
    best = max(desk.scheduler.sources(desk.now), key=lambda standing: standing.score)
    assert best.source_id in (0, 1)
    desk.tell(SourcesChanged((profile(1, hops=0, place=1), *(profile(number) for number in (2, 3)))))
    assert order(desk)[0] == 1, "a person's wish stands"


def test_the_one_that_stands_first_is_asked_first() -> None:
    desk = Desk(profile(0), profile(1), profile(2, pinned=True), profile(3, place=1))
    assert list(dict.fromkeys(int(source) for source, _ in desk.asked)) == [2, 3, 0, 1]


def test_a_source_that_was_set_aside_is_asked_again_at_once() -> None:
    desk = Desk(profile(0), profile(1))
    desk.tell(SourceRejected(SourceId(1), "its file has 5 bytes, the others' 9"))
    assert not desk.busy(1)
    desk.asked.clear()
    desk.tell(SourceForgiven(SourceId(1)))
    assert {int(source) for source, _ in desk.asked} == {1}
    assert desk.scheduler.sources(desk.now)[1].reason is None
    assert desk.scheduler.take_notes()[-1].words == "Asked again, because you wish it."


def test_a_source_that_rests_is_asked_before_its_time() -> None:
    desk = Desk(profile(0), profile(1))
    while lines := desk.busy(1):
        desk.fail(lines[0], Retry.LATER, 503, retry_after_s=600.0)
    desk.wake(1.0)
    assert desk.scheduler.sources(desk.now)[1].state is SourceState.RESTING
    desk.tell(SourceForgiven(SourceId(1)))
    assert desk.scheduler.sources(desk.now)[1].state is SourceState.ACTIVE


def test_the_first_reason_stands_when_a_source_is_rejected_twice() -> None:
    desk = Desk(profile(0), profile(1))
    desk.tell(SourceRejected(SourceId(1), "its file has 5 bytes, the others' 9"))
    assert desk.tell(SourceRejected(SourceId(1), "it is another version")) == []
    assert desk.scheduler.sources(desk.now)[1].reason == "its file has 5 bytes, the others' 9"


def test_forgiving_a_source_that_is_gone_does_nothing() -> None:
    desk = Desk(profile(0))
    assert desk.tell(SourceForgiven(SourceId(7))) == []


def test_a_source_shows_no_more_than_its_limit_lets_through() -> None:
    desk = Desk(profile(0), profile(1))
    desk.flow(2.0, {0: 4e6, 1: 4e6})
    assert desk.scheduler.sources(desk.now)[1].rate_bytes_per_s > 2e6
    desk.tell(LimitsChanged(None, ((SourceId(1), 500_000.0),)))
    assert desk.scheduler.sources(desk.now)[1].rate_bytes_per_s == 500_000.0


def test_a_source_whose_month_is_spent_waits_for_the_others_first_answer() -> None:
    desk = Desk(profile(0, budget_left_bytes=0), profile(1))
    assert not desk.busy(0)
    while lines := desk.busy(1):
        desk.fail(lines[0], Retry.LATER, 503, retry_after_s=60.0)
    desk.wake(1.0)
    assert desk.busy(0), "better dear than not at all"
