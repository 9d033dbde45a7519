"""The external ranking service: fetched, kept, asked only for what is new, and no worse off when it fails."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from tests.fakes.waiting import until

from headwater.channels.connector import Connectors
from headwater.discovery.host_scores import MAX_LIST_BYTES
from headwater.engine.clock import SystemClock
from headwater.engine.ranking_service import ListOrder, RankingService, list_path
from headwater.model.errors import UserError
from headwater.model.ports import ChannelSettings

GOOD = b'{"version": 1, "hosts": {"a.example": 0.9, "*": 0.25}}'
DIRECT = ChannelSettings(proxy="direct", connect_timeout_s=60.0, idle_timeout_s=60.0)


class RankingServer:
    """Serves one list with a version; notes what it was asked."""

    def __init__(self) -> None:
        self.body, self.etag, self.status = GOOD, '"1"', 200
        self.statuses: list[int] = []
        self.url = ""

    async def answer(self, request: web.Request) -> web.Response:
        status = self.status
        if status == 200 and request.headers.get("If-None-Match") == self.etag:
            status = 304
        self.statuses.append(status)
        body = self.body if status == 200 else b""
        return web.Response(status=status, body=body, headers={"ETag": self.etag, "Content-Type": "application/json"})


@pytest.fixture
async def server() -> AsyncIterator[RankingServer]:
    made = RankingServer()
    app = web.Application()
    app.router.add_get("/ranking.json", made.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/ranking.json"
    yield made
    await runner.cleanup()


@asynccontextmanager
async def service_in(folder: Path, changed: Callable[[], None] = lambda: None) -> AsyncIterator[RankingService]:
    connectors = Connectors()
    service = RankingService(connectors, SystemClock(), folder / "ranking.json", changed)
    try:
        yield service
    finally:
        await service.close()
        await connectors.close()


def order(place: str, every_s: float = 3600.0) -> ListOrder:
    return ListOrder(place, every_s, DIRECT)


async def test_a_list_is_fetched_in_the_background_and_kept_for_the_next_start(
    server: RankingServer, tmp_path: Path
) -> None:
    heard: list[int] = []
    async with service_in(tmp_path, lambda: heard.append(1)) as service:
        service.follow(order(server.url))
        assert service.score("a.example") is None, "nobody waits for it"
        await until(lambda: service.patterns)
        assert heard
        assert (service.score("a.example"), service.score("b.example:81"), service.patterns) == (0.9, 0.25, 2)
        assert service.fetched_at is not None
        await until((tmp_path / "ranking.json").exists)
    async with service_in(tmp_path) as again:
        again.follow(order(server.url))
        await until(lambda: again.patterns)
        assert again.score("a.example") == 0.9
    assert server.statuses == [200], "it was fetched an hour ago at most"


async def test_only_what_is_new_is_sent(server: RankingServer, tmp_path: Path) -> None:
    async with service_in(tmp_path) as service:
        service.follow(order(server.url, every_s=0.01))
        await until(lambda: server.statuses.count(304) >= 2)
        assert service.score("a.example") == 0.9
        server.body, server.etag = b'{"hosts": {"a.example": 0.1}}', '"2"'
        await until(lambda: service.score("a.example") == 0.1)
        assert service.score("b.example") is None
    assert server.statuses.count(200) == 2


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        (b"{}", 200, "the list must look like"),
        (b" " * (MAX_LIST_BYTES + 1), 200, "larger than"),
        (b"", 503, "503"),
    ],
)
async def test_the_last_good_list_stays_in_force(
    server: RankingServer, tmp_path: Path, body: bytes, status: int, words: str
) -> None:
    async with service_in(tmp_path) as service:
        service.follow(order(server.url, every_s=0.01))
        await until(lambda: service.patterns)
        server.body, server.etag, server.status = body, '"bad"', status
        await until(lambda: service.complaint)
        assert service.complaint is not None
        assert service.complaint.startswith(f"The ranking list {server.url} cannot be had: ")
        assert words in service.complaint
        assert service.score("a.example") == 0.9
        server.body, server.etag, server.status = b'{"hosts": {"a.example": 0.5}}', '"3"', 200
        await until(lambda: service.score("a.example") == 0.5)
        assert service.complaint is None


async def test_a_file_of_this_computer_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "scores.json"
    async with service_in(tmp_path) as service:
        service.follow(order(str(path), every_s=0.01))
        await until(lambda: service.complaint)
        assert "cannot be read" in (service.complaint or "")
        path.write_bytes(GOOD)
        await until(lambda: service.score("a.example") == 0.9)
        service.follow(order(path.as_uri(), every_s=0.01))
        assert service.score("a.example") is None, "another place is another list"
        await until(lambda: service.score("a.example") == 0.9)
        service.follow(ListOrder())
        assert (service.score("a.example"), service.fetched_at) == (None, None)


async def test_a_kept_list_of_another_place_or_a_spoiled_one_is_not_used(
    server: RankingServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept = {"place": "http://elsewhere.example/", "text": GOOD.decode(), "fetched_at": 9e9}
    (tmp_path / "ranking.json").write_text(json.dumps(kept))
    server.body = b'{"hosts": {"a.example": 0.3}}'
    async with service_in(tmp_path) as service:
        service.follow(order(server.url))
        await until(lambda: service.score("a.example") == 0.3)
    for spoiled in ("nonsense", json.dumps({**kept, "place": server.url, "text": "{}"})):
        (tmp_path / "ranking.json").write_text(spoiled)
        async with service_in(tmp_path) as service:
            service.follow(order(server.url))
            await until(lambda: service.score("a.example") == 0.3)
    assert "cannot be read" in caplog.text
    assert "cannot be used" in caplog.text


def test_places() -> None:
    assert list_path("https://ranking.example/list.json") is None
    assert list_path("/etc/scores.json") == Path("/etc/scores.json")
    assert list_path("file:///etc/my%20scores.json") == Path("/etc/my scores.json")
    with pytest.raises(UserError, match="is no address"):
        list_path("http://[::1")
