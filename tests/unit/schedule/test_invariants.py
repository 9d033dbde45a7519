"""The checks of the books find what they promise to find."""

from collections.abc import Callable

import pytest
from tests.unit.schedule.desk import MIB, Desk, profile

from headwater.model.channel import ChannelId, ChannelState
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet
from headwater.schedule.invariants import BrokenInvariantError, check_books
from headwater.schedule.job_books import JobBooks


def books() -> JobBooks:
    desk = Desk(profile(0), profile(1, holds=(Span(0, 32 * MIB),)))
    desk.flow(1.0, {0: 1e6, 1: 1e6})
    return desk.scheduler._books


def lose_a_byte(kept: JobBooks) -> None:
    kept.bytes.free.discard(Span(63 * MIB, 64 * MIB))


def free_what_is_received(kept: JobBooks) -> None:
    kept.bytes.free.add(Span(0, 10))


def forget_a_channel(kept: JobBooks) -> None:
    kept.sources.records[SourceId(0)].channels[ChannelId(999)] = next(iter(kept.channels.values()))


def mistake_a_state(kept: JobBooks) -> None:
    busy = next(channel for channel in kept.channels.values() if channel.flight)
    busy.state = ChannelState.IDLE


def ask_beyond_the_end(kept: JobBooks) -> None:
    busy = next(channel for channel in kept.channels.values() if channel.flight)
    assert busy.flight is not None
    busy.flight.spans = (*busy.flight.spans, Span(64 * MIB, 65 * MIB))


def ask_for_what_is_not_held(kept: JobBooks) -> None:
    busy = next(channel for channel in kept.channels.values() if channel.flight)
    assert busy.flight is not None
    busy.source.constraints.holdings.announce([Span(0, busy.flight.at + 1)])


def count_a_connection_twice(kept: JobBooks) -> None:
    kept.sources.count(kept.sources.records[SourceId(0)], 1)


def count_a_connection_to_another_host(kept: JobBooks) -> None:
    kept.sources.count(kept.sources.records[SourceId(0)], -1)
    kept.sources.count(kept.sources.records[SourceId(1)], 1)


def miscount_what_is_to_come(kept: JobBooks) -> None:
    busy = next(channel for channel in kept.channels.values() if channel.flight)
    assert busy.flight is not None
    busy.flight.remaining_bytes += 1


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lose_a_byte, "nobody will bring"),
        (free_what_is_received, "free bytes are taken"),
        (forget_a_channel, "sources know channels"),
        (mistake_a_state, "disagree"),
        (ask_beyond_the_end, "beyond the file's end"),
        (ask_for_what_is_not_held, "does not hold"),
        (count_a_connection_twice, "connections are counted"),
        (count_a_connection_to_another_host, "connections to host0"),
        (miscount_what_is_to_come, "bytes are still to come"),
    ],
)
def test_what_is_broken_is_named(spoil: Callable[[JobBooks], None], words: str) -> None:
    spoiled = books()
    check_books(spoiled)
    spoil(spoiled)
    with pytest.raises(BrokenInvariantError, match=words):
        check_books(spoiled)


def test_an_empty_file_has_nothing_to_lose() -> None:
    desk = Desk(size_bytes=0)
    check_books(desk.scheduler._books)
    assert desk.scheduler._books.bytes.free == SpanSet()
