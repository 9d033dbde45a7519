"""One HTTP answer, read when much has happened to its connection."""

import aiohttp
import pytest
from tests.fakes.waiting import until
from tests.net.hostile.cases import CASES
from tests.net.hostile.harness import run
from tests.net.hostile.server import HostileServer

from headwater.channels.http_channel import HttpChannel
from headwater.model.errors import Retry, SourceError
from headwater.model.ports import ChannelRequest


async def test_a_body_that_broke_before_anybody_read_it_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its connection ends, by a chunk size that is no number, while whoever read the headers was kept waiting."""
    send = HttpChannel._send

    async def send_and_dawdle(self: HttpChannel, url: str, request: ChannelRequest) -> aiohttp.ClientResponse:
        answer = await send(self, url, request)
        connection = answer.connection
        assert connection is not None
        protocol = connection.protocol
        assert protocol is not None
        await until(lambda: not protocol.is_connected(), "the connection is gone")
        return answer

    monkeypatch.setattr(HttpChannel, "_send", send_and_dawdle)
    case = next(case for case in CASES if case.name == "a chunk size that is no number, later")
    async with HostileServer(case.behaviour) as server:
        outcome = await run(server, case.request, case.settings)
    assert isinstance(outcome.error, SourceError)
    assert "not proper HTTP" in str(outcome.error)
    assert outcome.error.retry is Retry.NEVER
