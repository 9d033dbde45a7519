"""The order in which the conductor tells the scheduler what it hears."""

import asyncio
from collections.abc import Sequence

import pytest

from headwater.channels.throttle import Throttle
from headwater.engine.channel_runner import ChannelRunner
from headwater.engine.conductor import Conductor, Note
from headwater.model.channel import ChannelId
from headwater.model.decisions import Decision, OpenChannel
from headwater.model.errors import SourceError
from headwater.model.events import BytesReceived, Event, WishesChanged, Woken
from headwater.model.ports import Channel, ChannelRequest, ResponseFacts, Sink
from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.source import SourceId
from headwater.model.spans import Span

CHANNELS = (ChannelId(1), ChannelId(2), ChannelId(3))


class Listening:
    """A scheduler that opens three channels when it is first told anything, and writes down what it hears."""

    next_wake_s: float | None = None
    is_complete = False

    def __init__(self) -> None:
        self.heard: list[Event] = []

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]:  # noqa: ARG002  # the door's
        self.heard.append(event)
        return tuple(OpenChannel(one, SourceId(0)) for one in CHANNELS) if len(self.heard) == 1 else ()

    def verdict(self, now: float) -> str | None:  # noqa: ARG002  # the door's
        return None

    def take_notes(self) -> Sequence[Note]:
        return ()


class Silent:
    """A runner's host whose sources never take a connection."""

    def __init__(self) -> None:
        self.conductor: Conductor | None = None

    def tell(self, event: Event) -> None:
        assert self.conductor is not None
        self.conductor.tell(event)

    def bytes_pending(self) -> None:
        assert self.conductor is not None
        self.conductor.bytes_pending()

    async def open_channel(self, source_id: SourceId) -> Channel:  # noqa: ARG002  # it never looks
        await asyncio.get_running_loop().create_future()
        raise AssertionError("nobody ever answers")

    def request_for(self, source_id: SourceId, spans: tuple[Span, ...]) -> ChannelRequest:
        raise AssertionError(f"{source_id} was never connected, but asked for {spans}")

    def judge(self, channel_id: ChannelId, source_id: SourceId, request: ChannelRequest, facts: ResponseFacts) -> bool:
        raise AssertionError(f"{channel_id} of {source_id} never answered {request} with {facts}")

    def judge_refusal(self, source_id: SourceId, error: SourceError) -> None:
        raise AssertionError(f"{source_id} never refused: {error}")

    def body_ended(self, source_id: SourceId, end: int) -> None:
        raise AssertionError(f"no body of {source_id} came that ends at {end}")

    async def sink(self) -> Sink:
        raise AssertionError("there is nothing to take")

    @property
    def lowest_rate_bytes_per_s(self) -> float | None:
        return None

    def throttle(self, source_id: SourceId) -> Throttle:  # noqa: ARG002  # all are alike
        return Throttle(())


def blocked(position: int) -> WishesChanged:
    return WishesChanged((Wish(ReaderId(1), position, 1000, Urgency.BLOCKED),))


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        pytest.param(blocked(100), [1], id="what was read is told before"),
        pytest.param(blocked(150), [1, 2], id="also where only a part of it was"),
        pytest.param(blocked(0), [], id="nothing was read"),
        pytest.param(WishesChanged(()), [], id="nobody reads"),
    ],
)
async def test_bytes_are_told_before_a_reader_that_had_them_wishes_for_more(
    wishes: WishesChanged, told: list[int]
) -> None:
    scheduler, host = Listening(), Silent()
    runners: dict[ChannelId, ChannelRunner] = {}

    def make_runner(channel_id: ChannelId, source_id: SourceId) -> ChannelRunner:
        runners[channel_id] = ChannelRunner(channel_id, source_id, host)
        return runners[channel_id]

    def ignore(*_: object) -> None:
        """Nothing is over, broken or worth a note."""

    conductor = Conductor(scheduler, lambda: 0.0, make_runner=make_runner, noted=ignore, over=ignore, broke=ignore)
    host.conductor = conductor
    conductor.tell(Woken())
    for number, channel_id in enumerate(CHANNELS):
        runners[channel_id].received(Span(100 * number, 100 * number + 100), limited=False)
    conductor.tell(wishes)
    assert scheduler.heard[1:] == [
        *(BytesReceived(ChannelId(number), Span(100 * number - 100, 100 * number)) for number in told),
        wishes,
    ]
    await conductor.close()
