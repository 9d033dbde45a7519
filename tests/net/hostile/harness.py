"""Runs one request against a hostile server and says what came of it: bytes, facts, error, and what was left behind."""

import asyncio
import os
from dataclasses import dataclass, field
from pathlib import Path

from tests.fakes.waiting import PATIENCE_S, until
from tests.net.hostile.server import HostileServer

from headwater.channels.connector import Connectors
from headwater.channels.receiver import receive
from headwater.model.errors import HeadwaterError
from headwater.model.ports import ChannelRequest, ChannelSettings, ResponseFacts
from headwater.model.source import SourceId, SourceSpec
from headwater.model.spans import Span, SpanSet

#: The file that every server in this suite is said to hold.
DATA = bytes((i * 7 + i // 251) % 256 for i in range(100_000))
SIZE = len(DATA)
#: Patient: a busy computer must not look like a silent server. Tests of silence use `IMPATIENT`.
SETTINGS = ChannelSettings(connect_timeout_s=PATIENCE_S, idle_timeout_s=PATIENCE_S, max_redirects=5)
IMPATIENT = ChannelSettings(connect_timeout_s=PATIENCE_S, idle_timeout_s=0.25, max_redirects=5)


@dataclass(slots=True)
class Outcome:
    """What one request came to. `wrong` are offsets whose byte was not the file's."""

    received: SpanSet = field(default_factory=SpanSet)
    data: bytearray = field(default_factory=bytearray)
    duplicates: int = 0
    facts: ResponseFacts | None = None
    error: HeadwaterError | None = None
    reusable: bool = False
    reported: SpanSet = field(default_factory=SpanSet)

    async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:  # noqa: ARG002  # the port's
        if len(self.data) < offset + len(data):
            self.data.extend(bytes(offset + len(data) - len(self.data)))
        self.data[offset : offset + len(data)] = data
        self.duplicates += len(data) - self.received.add(Span(offset, offset + len(data)))

    def first_byte(self, latency_s: float) -> None:
        assert latency_s >= 0

    def matches(self, truth: bytes) -> bool:
        """Whether every byte that came is the file's byte at that place."""
        return all(self.data[span.start : span.end] == truth[span.start : span.end] for span in self.received)


class _Observer:
    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome

    def first_byte(self, latency_s: float) -> None:
        self._outcome.first_byte(latency_s)

    def received(self, span: Span, limited: bool) -> None:  # noqa: ARG002  # the port's
        self._outcome.reported.add(span)


async def run(
    server: HostileServer, request: ChannelRequest, settings: ChannelSettings = SETTINGS, *, url: str | None = None
) -> Outcome:
    """Make one request, read its body, close everything; fail when a task, socket or connection is left behind."""
    tasks_before = asyncio.all_tasks()
    handles_before = _open_handles()
    outcome = Outcome()
    connectors = Connectors()
    try:
        channel = await connectors.open(SourceSpec(url or server.url), settings)
        response = await channel.request(request)
        outcome.facts = response.facts
        await receive(response, outcome, SourceId(0), None, _Observer(outcome))
        outcome.reusable = response.reusable
    except HeadwaterError as error:
        outcome.error = error
    finally:
        await connectors.close()
    async with asyncio.timeout(PATIENCE_S):
        await server.all_closed()
    # Closed transports go away within a few turns of the loop, and nothing tells when.
    nothing_left = "no task and no open file is left behind"
    await until(
        lambda: not asyncio.all_tasks() - tasks_before and _open_handles() <= handles_before, nothing_left, every_s=0.0
    )
    return outcome


def _open_handles() -> int:
    folder = Path("/proc/self/fd")
    return len(os.listdir(folder)) if folder.exists() else 0  # noqa: PTH208  # only the number is wanted
