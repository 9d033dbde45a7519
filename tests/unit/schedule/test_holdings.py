"""What a source holds: doubted where it refused, found by few requests, and asked for where nobody else can be."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.schedule.desk import Desk, profile

from headwater.model.decisions import Decision
from headwater.model.errors import Retry
from headwater.model.events import Event, SourcesChanged, WishesChanged
from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.source import SourceId, Support
from headwater.model.spans import UNKNOWN_END, Span, SpanSet
from headwater.schedule.holdings import GRAIN_BYTES, Holdings
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.simulation.bounds import find_bound
from headwater.simulation.shipped import shipped_scenario
from headwater.simulation.world import World

MIB = 1024 * 1024
FILE = Span(0, 512 * MIB)


def doubted(holdings: Holdings) -> SpanSet:
    asked = SpanSet(holdings.parts(FILE))
    return SpanSet(asked.gaps(FILE))


def test_nothing_is_doubted_without_a_refusal() -> None:
    holdings = Holdings()
    holdings.note_given([Span(5, 9)])
    assert holdings.is_whole
    assert not holdings.is_doubted
    assert holdings.known is None
    assert list(holdings.parts(Span(2, 12))) == [Span(2, 12)]


def test_beside_a_refusal_as_much_is_doubted_as_was_refused() -> None:
    holdings = Holdings()
    holdings.note_refused([Span(10 * MIB, 11 * MIB)])
    assert doubted(holdings) == SpanSet.of((9 * MIB, 12 * MIB))
    assert holdings.known == SpanSet([Span(0, 9 * MIB), Span(12 * MIB, UNKNOWN_END)])
    assert holdings.lacks(Span(10 * MIB, 11 * MIB))
    assert not holdings.lacks(Span(9 * MIB, 10 * MIB))
    assert not holdings.covers(Span(9 * MIB, 10 * MIB))


def test_each_refusal_that_follows_doubles_what_is_doubted() -> None:
    holdings, refusals = Holdings(), 0
    while (free := next(iter(holdings.parts(FILE)), None)) is not None:
        holdings.note_refused([Span(free.start, min(free.start + 256 * 1024, free.end))])
        refusals += 1
    assert refusals <= 12, "512 MiB that are all lacking"


def test_between_what_was_given_and_refused_the_nearer_counts() -> None:
    holdings = Holdings()
    holdings.note_refused([Span(10 * MIB, 20 * MIB)])
    holdings.note_given([Span(MIB, 2 * MIB), Span(24 * MIB, 25 * MIB)])
    assert doubted(holdings) == SpanSet.of((6 * MIB, 22 * MIB))


def test_an_edge_is_sought_in_the_half_that_touches_what_was_given() -> None:
    holdings = Holdings()
    holdings.note_given([Span(0, 10 * MIB)])
    holdings.note_refused([Span(10 * MIB, 12 * MIB)])
    assert next(iter(doubted(holdings))).start == 11 * MIB
    holdings.note_refused([Span(10 * MIB, 11 * MIB)])
    assert next(iter(doubted(holdings))).start == 10 * MIB + MIB // 2
    holdings.note_refused([Span(10 * MIB, 10 * MIB + GRAIN_BYTES)])
    assert next(iter(doubted(holdings))).start == 10 * MIB, "finely enough: others have it"
    holdings.lift([Span(10 * MIB, 10 * MIB + GRAIN_BYTES)])
    assert next(iter(doubted(holdings))).start == 10 * MIB + GRAIN_BYTES // 2, "nobody else has it"


def test_a_coarser_refusal_tells_nothing_new() -> None:
    holdings = Holdings()
    holdings.note_refused([Span(10 * MIB, 11 * MIB)])
    before = doubted(holdings)
    holdings.note_refused([Span(8 * MIB, 12 * MIB)])
    assert doubted(holdings) == before


def test_what_lay_around_bytes_that_were_given_after_all_is_asked_for_again() -> None:
    holdings = Holdings()
    holdings.note_refused([Span(10 * MIB, 14 * MIB)])
    holdings.note_given([Span(11 * MIB, 12 * MIB)])
    assert holdings.is_whole, "either side may be what was lacking"


def test_announced_bytes_are_doubted_where_they_are_refused() -> None:
    holdings = Holdings([Span(0, 100)])
    holdings.note_refused([Span(20, 30)])
    assert holdings.known == SpanSet.of((0, 10), (40, 100))
    assert list(holdings.parts(Span(5, 200))) == [Span(5, 10), Span(40, 100)]
    holdings.announce([Span(0, 50)])
    assert holdings.known == SpanSet.of((0, 10), (40, 50))
    assert holdings.lacks(Span(40, 60))
    assert "doubted" in repr(holdings)


def test_behind_the_end_of_a_file_of_unknown_size_all_is_doubted_and_nothing_before() -> None:
    holdings = Holdings()
    holdings.note_refused([Span(10 * MIB, UNKNOWN_END)])
    assert holdings.known == SpanSet.of((0, 10 * MIB))


def test_rooms_without_an_answer_are_looked_into_until_none_is_long() -> None:
    """Of a half that is lacking as much is known after a few questions as the last of them leaves open."""
    holdings, lacking = Holdings(), Span(200 * MIB, 512 * MIB)
    holdings.note_given([Span(0, MIB)])
    questions = 0
    while (amid := holdings.unexplored(FILE.end)) is not None:
        middle = Span(amid.start + amid.size // 2, amid.start + amid.size // 2 + GRAIN_BYTES)
        holdings.look_into(middle)
        assert holdings.covers(middle), "it is asked for whatever is presumed"
        (holdings.note_refused if lacking.overlaps(middle) else holdings.note_given)([middle])
        questions += 1
    assert questions < 16
    edge = next(iter(doubted(holdings)))
    assert abs(edge.start - lacking.start) < 512 * MIB / 8
    assert edge.end == FILE.end
    assert holdings.unexplored(FILE.end) is None


def test_what_is_announced_or_short_is_not_looked_into() -> None:
    assert Holdings([Span(0, 256 * MIB)]).unexplored(FILE.end) is None
    assert Holdings().unexplored(MIB // 2) is None


def test_whoever_is_forgiven_is_looked_into_anew() -> None:
    holdings = Holdings()
    holdings.note_given([FILE])
    assert holdings.unexplored(FILE.end) is None
    holdings.forget()
    assert holdings.unexplored(FILE.end) is None, "it gave all of it"
    holdings = Holdings()
    while (amid := holdings.unexplored(FILE.end)) is not None:
        holdings.note_refused([amid])
    holdings.forget()
    assert holdings.unexplored(FILE.end) is not None


def test_whoever_is_forgiven_is_doubted_no_more() -> None:
    holdings = Holdings()
    holdings.note_refused([Span(0, MIB)])
    holdings.forget()
    assert holdings.is_whole


@st.composite
def holders(draw: st.DrawFn) -> tuple[int, list[SpanSet]]:
    """A file's size, and what two to four sources hold of it in runs of 64 KiB and more; somebody holds each byte."""
    held = [SpanSet() for _ in range(draw(st.integers(2, 4)))]
    end = 0
    for size in draw(st.lists(st.integers(64 * 1024, 16 * MIB), min_size=1, max_size=6)):
        for number in draw(st.sets(st.integers(0, len(held) - 1), min_size=1)):
            held[number].add(Span(end, end + size))
        end += size
    return end, held


@given(holders(), st.sampled_from([64 * 1024, 256 * 1024, MIB]), st.randoms(use_true_random=False))
def test_every_byte_that_somebody_holds_is_found_with_few_refusals(
    world: tuple[int, list[SpanSet]], piece: int, chance: random.Random
) -> None:
    size, held = world
    sources = [(Holdings(), truth) for truth in held]
    free, refusals = SpanSet([Span(0, size)]), 0
    while free:
        wants = [(holdings, truth, _first(free, holdings)) for holdings, truth in sources]
        if all(wanted is None for _, _, wanted in wants):
            for holdings, _ in sources:
                holdings.lift(list(free))
            assert any(_first(free, holdings) for holdings, _ in sources), f"given up: {free}"
        for holdings, truth, wanted in wants:
            if wanted is None or not free.covers(wanted):
                continue
            asked = Span(wanted.start, min(wanted.end, wanted.start + chance.choice([piece // 2, piece, 4 * piece])))
            if truth.covers(asked):
                holdings.note_given([asked])
                free.discard(asked)
            else:
                assert not holdings.lacks(asked), "what is known is not asked twice"
                holdings.note_refused([asked])
                refusals += 1
    assert refusals <= 40 * sum(len(truth) + 1 for truth in held)


def _first(free: SpanSet, holdings: Holdings) -> Span | None:
    return next((part for span in free for part in holdings.parts(span)), None)


class Untold(PrioritizationScheduler):
    """Is not told what its sources hold, as nobody is over HTTP."""

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
        if isinstance(event, SourcesChanged):
            event = replace(event, sources=tuple(replace(profile, holds=None) for profile in event.sources))
        return super().handle(event, now)


def test_mirrors_that_hold_different_halves_and_do_not_say_so_are_found_out_soon() -> None:
    scenario = shipped_scenario("partial_mirrors")
    scheduler = Untold(scenario.size_bytes)
    record = World(scenario, scheduler).run(60.0)
    assert scheduler.is_complete
    assert record.refused_spans <= 130, "thirty a mirror; span by span it was two thousand"
    assert record.completed_s is not None
    assert record.completed_s <= 1.12 * find_bound(scenario, scenario.seed).ideal_s


def test_what_nobody_is_presumed_to_hold_is_asked_for_all_the_same() -> None:
    """Two mirrors hold a half each; both refuse what lies across the middle, however it is asked for."""
    scenario = shipped_scenario("partial_mirrors")
    middle = scenario.size_bytes // 2 + 12_345
    halves = ((Span(0, middle),), (Span(middle, scenario.size_bytes),))
    sources = tuple(
        replace(script, shape=replace(script.shape, holds=holds))
        for script, holds in zip(scenario.sources[:2], halves, strict=True)
    )
    scheduler = Untold(scenario.size_bytes)
    World(replace(scenario, sources=sources), scheduler).run(120.0)
    assert scheduler.is_complete


def scouted(desk: Desk, source: int) -> list[Span]:
    """Requests far ahead of all others, for a little."""
    return [span for who, span in desk.asked if who == source and span.start > 128 * MIB and span.size <= GRAIN_BYTES]


def test_where_one_mirror_lacks_a_part_the_others_are_looked_into_at_once() -> None:
    desk = Desk(*(profile(number) for number in range(4)), profile(4, ranges=Support.NO), size_bytes=512 * MIB)
    desk.lacks[SourceId(1)] = SpanSet([Span(0, 256 * MIB)])
    desk.lacks[SourceId(2)] = SpanSet([Span(256 * MIB, 512 * MIB)])
    desk.fail(desk.busy(3)[0], Retry.LATER)
    desk.flow(3.0, {0: 4e6, 1: 4e6, 2: 4e6})
    assert scouted(desk, 0)
    assert scouted(desk, 1)
    assert scouted(desk, 2)
    assert not scouted(desk, 4), "it cannot be asked so"
    books = desk.scheduler._books
    known = books.sources.records[SourceId(2)].constraints.holds
    assert known is not None
    assert abs(known.run_from(0) - 256 * MIB) < 64 * MIB, "long before it is asked for what lies there"


def test_nobody_is_looked_into_where_nobody_refused_or_a_reader_has_jumped() -> None:
    calm = Desk(*map(profile, range(2)), size_bytes=512 * MIB)
    calm.flow(2.0, {0: 4e6, 1: 4e6})
    hasty = Desk(*map(profile, range(2)), size_bytes=512 * MIB)
    hasty.lacks[SourceId(1)] = SpanSet([Span(0, 256 * MIB)])
    hasty.tell(WishesChanged((Wish(ReaderId(1), 64 * MIB, 64 * 1024, Urgency.BLOCKED),)))
    hasty.flow(0.5, {0: 1e5, 1: 1e5})
    assert [scouted(desk, source) for desk in (calm, hasty) for source in (0, 1)] == [[], [], [], []]


def test_an_idle_source_is_felt_for_what_it_may_hold_after_all() -> None:
    holdings = Holdings()
    holdings.note_refused([Span(0, FILE.end // 2)])
    assert not list(holdings.parts(FILE))
    holdings.feel(SpanSet([FILE]))
    (felt,) = holdings.parts(FILE)
    assert (felt.start, felt.size) == (FILE.end * 3 // 4, GRAIN_BYTES)
    holdings.note_given([felt])
    assert Span(FILE.end - MIB, FILE.end) in list(holdings.parts(Span(FILE.end - MIB, FILE.end)))


def test_questions_end() -> None:
    """However often it is asked in vain: what a source lacks is known in the end."""
    holdings = Holdings()
    for _ in range(200):
        asked = next(iter(holdings.parts(FILE)), None)
        if asked is None:
            holdings.lift([FILE])
            holdings.feel(SpanSet([FILE]))
            asked = next(iter(holdings.parts(FILE)), None)
        if asked is None:
            break
        holdings.note_refused([Span(asked.start, min(asked.end, asked.start + 16 * MIB))])
    assert not list(holdings.parts(FILE))
    assert holdings.is_doubted
