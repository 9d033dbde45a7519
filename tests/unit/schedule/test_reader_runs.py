"""Telling a jump from a read that goes on."""

from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.spans import UNKNOWN_END, Span, SpanSet
from headwater.schedule.reader_runs import CALM_S, COPY_BYTES, FRESH_BYTES, SLACK_BYTES, ReaderRuns

END = 100 * 1024 * 1024
GRAIN = 64 * 1024


def blocked(position: int, window_bytes: int = GRAIN, reader: int = 1) -> Wish:
    return Wish(ReaderId(reader), position, window_bytes, Urgency.BLOCKED)


def playing(position: int, reader: int = 1) -> Wish:
    return Wish(ReaderId(reader), position, 4 * GRAIN, Urgency.PLAYING)


def test_a_new_reader_that_waits_has_jumped() -> None:
    runs = ReaderRuns()
    runs.note([blocked(5 * GRAIN), playing(5 * GRAIN)], SpanSet())
    runs.look(SpanSet(), END, 1.0)
    assert runs.jumps == 1
    assert list(runs.wanted) == [Span(5 * GRAIN, 6 * GRAIN)]
    assert runs.is_waiting
    assert runs.is_hasty


def test_a_reader_that_only_plays_asks_for_no_haste() -> None:
    runs = ReaderRuns()
    runs.note([playing(0)], SpanSet())
    runs.note([playing(GRAIN)], SpanSet())
    runs.note([playing(END // 2)], SpanSet())
    runs.look(SpanSet(), END, 1.0)
    assert not runs.is_waiting
    assert not runs.is_hasty
    assert runs.jumps == 0


def test_what_came_is_not_wanted_and_calm_follows_after_a_while() -> None:
    runs = ReaderRuns()
    runs.note([blocked(0, 2 * GRAIN)], SpanSet())
    runs.look(SpanSet.of((0, GRAIN)), END, 1.0)
    assert list(runs.wanted) == [Span(GRAIN, 2 * GRAIN)]
    runs.look(SpanSet.of((0, 2 * GRAIN)), END, 2.0)
    assert not runs.is_waiting
    assert runs.is_hasty  # the next jump often follows
    runs.look(SpanSet.of((0, 2 * GRAIN)), END, 2.0 + CALM_S)
    assert not runs.is_hasty


def test_reading_on_is_no_jump_and_haste_ends_with_the_fresh_bytes() -> None:
    runs = ReaderRuns()
    for at in range(0, FRESH_BYTES + 4 * GRAIN, GRAIN):
        runs.note([blocked(at)], SpanSet())
        runs.look(SpanSet.of((0, at)) if at else SpanSet(), END, 1.0)
        assert runs.is_waiting == (at < FRESH_BYTES)
    assert runs.jumps == 1


def test_calm_is_not_kept_for_whoever_read_on_from_the_beginning() -> None:
    runs = ReaderRuns()
    runs.note([blocked(0)], SpanSet())
    runs.look(SpanSet(), END, 1.0)
    runs.note([blocked(FRESH_BYTES - 1)], SpanSet.of((0, FRESH_BYTES - 1)))
    runs.look(SpanSet.of((0, FRESH_BYTES)), END, 2.0)
    assert runs.is_hasty
    runs.note([playing(FRESH_BYTES)], SpanSet.of((0, FRESH_BYTES)))
    runs.look(SpanSet.of((0, FRESH_BYTES)), END, 2.0)
    assert not runs.is_hasty


def test_calm_is_kept_for_whoever_read_on_from_elsewhere_and_while_another_waits() -> None:
    there = END // 2
    came = SpanSet.of((0, FRESH_BYTES), (there, there + FRESH_BYTES))
    for other in (blocked(there, reader=2), playing(there + FRESH_BYTES, reader=2)):
        runs = ReaderRuns()
        runs.note([blocked(0), blocked(there, reader=2)], SpanSet())
        runs.look(SpanSet(), END, 1.0)
        runs.note([playing(FRESH_BYTES), other], came)
        runs.look(came, END, 2.0)
        assert runs.is_hasty


def test_a_window_reaches_no_further_than_the_fresh_bytes_or_the_file() -> None:
    runs = ReaderRuns()
    at = 2 * SLACK_BYTES
    runs.note([blocked(at, 50 * FRESH_BYTES)], SpanSet())
    runs.look(SpanSet(), END, 1.0)
    assert list(runs.wanted) == [Span(at, at + FRESH_BYTES)]
    runs.look(SpanSet(), at + 1000, 1.0)
    assert list(runs.wanted) == [Span(at, at + 1000)]
    runs.note([blocked(at + 5000)], SpanSet())
    runs.look(SpanSet(), at + 1000, 1.0)
    assert not runs.is_waiting


def test_a_step_aside_is_a_jump_and_each_reader_has_its_own_run() -> None:
    runs = ReaderRuns()
    runs.note([blocked(0)], SpanSet())
    runs.note([blocked(SLACK_BYTES)], SpanSet())
    assert runs.jumps == 1
    runs.note([blocked(3 * SLACK_BYTES), blocked(0, reader=2)], SpanSet())
    assert runs.jumps == 3
    runs.note([blocked(3 * SLACK_BYTES - 1), blocked(GRAIN, reader=2)], SpanSet())
    assert runs.jumps == 4
    assert "waiting for" in repr(runs)


def test_whoever_read_through_all_that_was_there_has_not_jumped() -> None:
    runs = ReaderRuns()
    runs.note([blocked(0)], SpanSet())
    runs.note([blocked(40 * SLACK_BYTES)], SpanSet.of((0, 40 * SLACK_BYTES)))
    assert runs.jumps == 1


def test_a_window_of_nothing_is_no_wait() -> None:
    runs = ReaderRuns()
    runs.note([blocked(0, 0)], SpanSet())
    runs.look(SpanSet(), END, 1.0)
    assert not runs.is_waiting


def test_whoever_copies_the_file_from_its_beginning_has_not_jumped_and_nothing_gives_way_to_it() -> None:
    runs = ReaderRuns()
    for at in range(0, 2 * FRESH_BYTES, GRAIN):
        window_bytes = COPY_BYTES if at == 0 else GRAIN  # it goes on copying, however much it asks for then
        served = runs.note([blocked(at, window_bytes), playing(at)], SpanSet.of((0, at)) if at else SpanSet())
        runs.look(SpanSet.of((0, at)) if at else SpanSet(), END, 1.0)
        assert not runs.is_hasty
        # Windows would only cut requests where they end.
        assert served == 2 * (Wish(ReaderId(1), at, UNKNOWN_END - at, Urgency.PLAYING),)
    assert runs.jumps == 0


def test_whoever_comes_back_to_the_beginning_to_copy_it_has_not_jumped_there() -> None:
    runs = ReaderRuns()
    runs.note([blocked(END // 2)], SpanSet())
    (served,) = runs.note([blocked(0, COPY_BYTES)], SpanSet())
    assert served.urgency is Urgency.PLAYING
    assert runs.jumps == 1


def test_whoever_copies_and_then_jumps_is_served_at_once() -> None:
    runs = ReaderRuns()
    runs.note([blocked(0, COPY_BYTES)], SpanSet())
    assert runs.note([playing(END // 2)], SpanSet()) == (playing(END // 2),)  # a look somewhere else
    wish = blocked(END // 2, COPY_BYTES)
    assert runs.note([wish], SpanSet()) == (wish,)
    runs.look(SpanSet(), END, 1.0)
    assert runs.jumps == 1
    assert list(runs.wanted) == [wish_span(wish)]
    assert runs.is_hasty


def test_whoever_asks_for_little_at_the_beginning_is_served_at_once() -> None:
    runs = ReaderRuns()
    wish = blocked(0, COPY_BYTES - 1)
    assert runs.note([wish], SpanSet()) == (wish,)
    runs.look(SpanSet(), END, 1.0)
    assert runs.is_hasty


def wish_span(wish: Wish) -> Span:
    return Span(wish.position, wish.position + wish.window_bytes)
