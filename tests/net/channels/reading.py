"""Reads sources through the registry of connectors, as the engine does, and keeps what came."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.fakes.waiting import PATIENCE_S
from tests.net.hostile.harness import Outcome

from headwater.channels.connector import Connectors
from headwater.channels.receiver import receive
from headwater.model.ports import Channel, ChannelRequest, ChannelSettings, ResponseFacts
from headwater.model.source import SourceId, SourceSpec
from headwater.model.spans import UNKNOWN_END, Span

ALL = Span(0, UNKNOWN_END)
SETTINGS = ChannelSettings(connect_timeout_s=PATIENCE_S, idle_timeout_s=PATIENCE_S)


class Watcher:
    """An observer that counts."""

    def __init__(self) -> None:
        self.first_bytes = 0
        self.reported = 0

    def first_byte(self, latency_s: float) -> None:
        assert latency_s >= 0
        self.first_bytes += 1

    def received(self, span: Span, limited: bool) -> None:  # noqa: ARG002  # the port's
        self.reported += span.size


@asynccontextmanager
async def opened(url: str, settings: ChannelSettings = SETTINGS) -> AsyncIterator[Channel]:
    """A channel that is closed, with everything else, at the end."""
    connectors = Connectors()
    try:
        yield await connectors.open(SourceSpec(url), settings)
    finally:
        await connectors.close()


async def take(
    channel: Channel, *spans: Span, size_bytes: int | None = None, stop_at: int | None = None
) -> tuple[ResponseFacts, Outcome]:
    """Ask for `spans` (all, when none are given), and read the answer to its end or to `stop_at`."""
    response = await channel.request(ChannelRequest(spans or (ALL,), size_bytes))
    if stop_at is not None:
        response.stop_at(stop_at)
    outcome = Outcome(facts=response.facts)
    watcher = Watcher()
    await receive(response, outcome, SourceId(0), None, watcher)
    outcome.reusable = response.reusable
    assert watcher.reported == outcome.received.total_bytes
    assert watcher.first_bytes == (1 if outcome.received else 0)
    return response.facts, outcome
