"""A reader that jumped and waits: what gives way for it, what need not, and how much it is brought."""

from tests.unit.schedule.desk import MIB, Desk, Line, profile

from headwater.model.decisions import CloseChannel, Purpose, Request
from headwater.model.events import WishesChanged
from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.spans import Span
from headwater.schedule.express import CRUMB_BYTES
from headwater.schedule.planning import LEAST_BYTES
from headwater.schedule.reader_runs import READS_ON_BYTES

KIB = 1024
FAR = 48 * MIB


def waits_at(desk: Desk, position: int, window_bytes: int) -> list[Span]:
    """A reader waits there; returns what is asked for at once because of it."""
    decisions = desk.tell(WishesChanged((Wish(ReaderId(1), position, window_bytes, Urgency.BLOCKED),)))
    return [d.spans[0] for d in decisions if isinstance(d, Request) and d.purpose is Purpose.URGENT]


def gave_way(desk: Desk) -> list[CloseChannel]:
    return [d for _, d in desk.decided if isinstance(d, CloseChannel) and "a reader waits" in d.why]


def test_ordinary_work_gives_way_where_the_reader_gains_by_it() -> None:
    desk = Desk(profile(0, max_channels=1), profile(1, max_channels=1))
    desk.flow(2.0, {0: 1e6, 1: 1e6})
    asked = waits_at(desk, FAR, MIB)
    assert gave_way(desk)
    assert min(span.start for span in asked) == FAR
    assert desk.busy(0)
    assert desk.busy(1), "all help"


def test_nothing_gives_way_for_what_comes_at_once_anyway() -> None:
    desk = Desk(profile(0, max_channels=2), profile(1, max_channels=2))
    desk.flow(2.0, {0: 4e6, 1: 4e6})
    waits_at(desk, FAR, 16 * KIB)
    assert not gave_way(desk)
    desk.flow(1.0, {0: 4e6, 1: 4e6})
    assert desk.delivered.covers(Span(FAR, FAR + 16 * KIB))


def far_and_slow() -> tuple[Desk, Line]:
    """One near and fast source, and one far and slow, with what the slow one is asked for and nobody else."""
    desk = Desk(profile(0), profile(1, max_channels=1))
    desk.latency_s = 2.0
    desk.begin(desk.busy(1)[0])
    desk.latency_s = 0.02
    desk.flow(4.0, {0: 4e6, 1: 2e5})
    (slow,) = desk.busy(1)
    return desk, slow


def test_who_is_too_far_to_help_gives_way_where_it_would_bring_wanted_bytes_late() -> None:
    desk, slow = far_and_slow()
    wanted = slow.spans[0].end - 32 * KIB
    assert slow.at < wanted
    waits_at(desk, wanted, 32 * KIB)
    assert slow.channel_id in {d.channel_id for d in gave_way(desk)}
    assert any(span.start == wanted for source, span in desk.asked if source == 0)


def test_a_jump_elsewhere_is_no_matter_of_one_that_is_too_far_to_help() -> None:
    desk, slow = far_and_slow()
    assert waits_at(desk, FAR, 32 * KIB)
    assert slow.channel_id not in {d.channel_id for d in gave_way(desk)}


def test_a_reader_that_reads_on_is_not_brought_crumbs() -> None:
    """It wishes 16 KiB at a time; each would cost a latency, so it is brought more, but only once it reads on."""
    desk = Desk(profile(0, max_channels=2), profile(1, max_channels=2))
    desk.flow(2.0, {0: 1e6, 1: 1e6})
    at, sizes = FAR, []
    while at < FAR + 2 * READS_ON_BYTES:
        sizes += [(at - FAR, span.size) for span in waits_at(desk, at, LEAST_BYTES)]
        desk.now += 0.02
        for line in desk.busy():
            desk.bring(line, LEAST_BYTES)
        at = desk.delivered.run_from(at)
    assert {size for came, size in sizes if came < READS_ON_BYTES} == {LEAST_BYTES}
    assert min(size for came, size in sizes if came >= READS_ON_BYTES) >= CRUMB_BYTES


def test_ordinary_work_gives_way_once_for_each_jump() -> None:
    """What was asked for after that may be late in its turn: closing it, too, would only make the reader begin anew."""
    desk = Desk(profile(0, max_channels=2), profile(1, max_channels=2))
    desk.flow(2.0, {0: 1e6, 1: 1e6})
    waits_at(desk, FAR, MIB // 2)
    closed = len(gave_way(desk))
    assert closed
    for tenth in range(12):
        desk.flow(0.1, {0: 1e6, 1: 1e4 if tenth < 6 else 1e6})
    assert len(gave_way(desk)) == closed
    waits_at(desk, FAR // 2, MIB // 2)
    assert len(gave_way(desk)) > closed
