"""Who gets in, and what a listener hears."""

import asyncio
import contextlib
import io
import json
from typing import Any

import aiohttp
import pytest
from tests.conftest import LabMaker
from tests.fakes.waiting import PATIENCE_S

from headwater.control.rpc import server, wire
from headwater.control.rpc.security import Pace
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobId
from headwater.model.spans import Span

from .conftest import PAGE, SECRET, Rpc

VERSION = {"id": 1, "method": "aria2.getVersion", "params": [f"token:{SECRET}"]}
NOWHERE = "http://127.0.0.1:9/f"


@pytest.mark.parametrize("token", [None, "wrong", ""])
async def test_without_the_token_nothing_is_told_or_done(rpc: Rpc, token: str | None) -> None:
    status, answer = await rpc.answer("aria2.addUri", [NOWHERE], token=token)
    assert (status, answer["error"]) == (400, {"code": 1, "message": "Unauthorized"})
    assert rpc.api.jobs() == ()


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example:6800"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_strange_pages_and_rebound_names_get_nothing(rpc: Rpc, headers: dict[str, str]) -> None:
    for ask in (
        rpc.session.post(rpc.url, json=VERSION, headers=headers),
        rpc.session.options(rpc.url, headers=headers),
        rpc.session.get(rpc.url, headers=headers),
    ):
        async with ask as response:
            assert response.status == 403
            assert "Access-Control-Allow-Origin" not in response.headers
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await rpc.session.ws_connect(rpc.url, headers=headers)


async def test_an_allowed_page_and_an_extension_get_in(rpc: Rpc) -> None:
    for origin in (PAGE, "chrome-extension://abcdefgh"):
        async with rpc.session.options(
            rpc.url, headers={"Origin": origin, "Access-Control-Request-Headers": "content-type"}
        ) as response:
            assert response.headers["Access-Control-Allow-Origin"] == origin
            assert response.headers["Access-Control-Allow-Headers"] == "content-type"
        async with rpc.session.post(rpc.url, json=VERSION, headers={"Origin": origin}) as response:
            assert response.status == 200
            assert response.headers["Access-Control-Allow-Origin"] == origin


async def test_a_listener_calls_and_hears(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(300_000))
    async with rpc.session.ws_connect(rpc.url) as socket:
        await socket.send_json({**VERSION, "method": "aria2.addUri", "params": [f"token:{SECRET}", list(lab.urls)]})
        heard: list[dict[str, Any]] = []
        while not any(message.get("method") == "aria2.onDownloadComplete" for message in heard):
            heard.append(json.loads(await socket.receive_str(timeout=PATIENCE_S)))
    gid = next(message["result"] for message in heard if "result" in message)
    turns = [message["method"].removeprefix("aria2.on") for message in heard if "method" in message]
    assert turns == ["DownloadStart", "DownloadComplete"]
    assert all(message["params"] == [{"gid": gid}] for message in heard if "method" in message)
    await rpc.api.settled(JobId(gid))


async def test_two_hundred_listeners_hear_the_same(rpc: Rpc) -> None:
    sockets = await asyncio.gather(*(rpc.session.ws_connect(rpc.url) for _ in range(200)))
    gid = await rpc.call("aria2.addUri", [NOWHERE], {"pause": "true"})
    await rpc.call("aria2.remove", gid)
    heard = await asyncio.gather(*(socket.receive_json(timeout=PATIENCE_S) for socket in sockets))
    assert all(message["method"] == "aria2.onDownloadStop" for message in heard)
    await asyncio.gather(*(socket.close() for socket in sockets))


async def test_a_listener_hears_the_events_it_asked_for(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(withholds=(Span(450_000, 900_000),))] * 2, SeededSample(900_000))
    async with rpc.session.ws_connect(rpc.url) as socket, rpc.session.ws_connect(rpc.url) as other:

        async def ask(method: str, *params: Any) -> dict[str, Any]:
            await socket.send_json({"id": "a", "method": method, "params": [f"token:{SECRET}", *params]})
            while "id" not in (answer := await socket.receive_json(timeout=PATIENCE_S)):
                pass
            return dict(answer)

        assert "no topic called 'weather'" in (await ask("headwater.subscribe", ["weather"]))["error"]["message"]
        assert (await ask("headwater.subscribe", ["jobs", "samples", "activity"]))["result"] == "OK"
        gid = (await ask("aria2.addUri", list(lab.urls), {"out": "x.bin"}))["result"]
        events: list[dict[str, Any]] = []
        while not any(event.get("status") == "complete" for event in events):
            message = await socket.receive_json(timeout=PATIENCE_S)
            if message["method"] == "headwater.onEvents":
                events += message["params"][0]
            if any(len(event["sources"]) == 2 and event["channels"] for event in events if event["event"] == "sampled"):
                lab.change(withholds=())
        assert {event.get("gid", gid) for event in events} == {gid}
        assert "changed" in {event["event"] for event in events}
        sampled = [event for event in events if event["event"] == "sampled"]
        assert {source["uri"] for event in sampled for source in event["sources"]} == set(lab.urls)
        assert any(event["channels"] for event in sampled)
        heard = [(await other.receive_json(timeout=PATIENCE_S))["method"] for _ in range(2)]
        assert heard == ["aria2.onDownloadStart", "aria2.onDownloadComplete"], "the other asked for nothing"
        assert (await ask("headwater.subscribe", []))["result"] == "OK"
        assert (await ask("aria2.removeDownloadResult", gid))["result"] == "OK"
    assert await rpc.complaint("headwater.subscribe", ["jobs"]) == "Events are told over a WebSocket only."
    assert not rpc.api.feed.wants_samples


async def test_a_listener_without_the_token_cannot_ask_for_events(rpc: Rpc) -> None:
    async with rpc.session.ws_connect(rpc.url) as socket:
        await socket.send_json({"id": 1, "method": "headwater.subscribe", "params": [["jobs"]]})
        assert (await socket.receive_json(timeout=PATIENCE_S))["error"]["message"] == "Unauthorized"


@pytest.mark.parametrize("path", ["/jsonrpc", "/rpc"])
async def test_a_body_that_is_too_large_gets_an_error_object(rpc: Rpc, path: str) -> None:
    url = rpc.url.replace("/jsonrpc", path)
    async with rpc.session.post(url, data=io.BytesIO(b" " * (10 * 1024**2))) as response:
        text = await response.text()
    assert "2097152 bytes at most" in text
    if path == "/jsonrpc":
        assert (response.status, json.loads(text)["error"]["code"]) == (413, -32600)


async def test_a_listener_that_sends_too_much_is_let_go(rpc: Rpc) -> None:
    async with rpc.session.ws_connect(rpc.url) as socket:
        with contextlib.suppress(ConnectionError):  # it may be let go while it still sends
            await socket.send_str(" " * (10 * 1024**2))
        kinds = (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED, aiohttp.WSMsgType.ERROR)
        assert (await socket.receive(timeout=PATIENCE_S)).type in kinds
    assert (await rpc.call("aria2.getVersion"))["version"]


async def test_connections_are_bounded(rpc: Rpc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "MOST_CONNECTIONS", 3)
    sockets = [await rpc.session.ws_connect(rpc.url) for _ in range(3)]
    async with rpc.session.post(rpc.url, json=VERSION) as response:
        assert response.status == 503
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await rpc.session.ws_connect(rpc.url)
    for socket in sockets:
        await socket.close()


async def test_batches_are_bounded(rpc: Rpc) -> None:
    calls = [{"id": i, "method": "system.listMethods"} for i in range(1001)]
    async with rpc.session.post(rpc.url, json=calls) as response:
        assert (response.status, (await response.json(content_type=None))["error"]["code"]) == (400, -32600)
    async with rpc.session.post(rpc.url, json=calls[:1000]) as response:
        assert len(await response.json(content_type=None)) == 1000
    many = [{"methodName": "aria2.getVersion"}] * 1001
    assert await rpc.complaint("system.multicall", many) == "There are too many calls in one."


async def test_one_request_cannot_guess_a_thousand_tokens(rpc: Rpc) -> None:
    guesses = [{"methodName": "aria2.getVersion", "params": [f"token:{i}"]} for i in range(998)]
    right = {"methodName": "aria2.getVersion", "params": [f"token:{SECRET}"]}
    async with asyncio.timeout(PATIENCE_S):
        answers = await rpc.call("system.multicall", [right, *guesses, right])
    assert "version" in answers[0][0]
    assert {answer["message"] for answer in answers[1:]} == {"Unauthorized"}, "after the third, nothing is looked at"


def test_who_asks_too_fast_waits() -> None:
    pace = Pace(10.0)
    assert [pace.reserve(100.0) for _ in range(10)] == [0.0] * 10
    assert [round(pace.reserve(100.0), 3) for _ in range(3)] == [0.1, 0.2, 0.3]
    assert pace.reserve(102.0) == 0.0


async def test_numbers_and_names_that_xml_lacks_are_told_all_the_same(rpc: Rpc) -> None:
    body = b"<methodCall><methodName>headwater.getTuning</methodName><params><param><value>%s</value></param></params>"
    async with rpc.session.post(rpc.url.replace("/jsonrpc", "/rpc"), data=body % b"\x01") as response:
        assert b"fault" in await response.read()
    assert b"<double>4294967296.0</double>" in wire.xml_result({"a": [2**32]})
    assert b"<string>a?b</string>" in wire.xml_result("a\x00b")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[" * 50_000,
        b'{"a":' * 50_000,
        b"5",
        b"\xff",
        b'{"id":1}',
        b'{"id":1,"method":"x","params":{}}',
        b'{"id":NaN,"method":"x"}',
        b'{"id":"\\ud800","method":"x"}',
        b'{"id":' + b"9" * 5000 + b',"method":"x"}',
    ],
)
async def test_malformed_requests_get_an_error_object(rpc: Rpc, body: bytes) -> None:
    async with rpc.session.post(rpc.url, data=body) as response:
        answer = await response.json(content_type=None)
    assert answer["error"]["code"] in (-32700, -32600, -32602)
    async with rpc.session.ws_connect(rpc.url) as socket:
        await socket.send_str(body.decode("latin-1"))
        assert "error" in await socket.receive_json(timeout=PATIENCE_S)


async def test_text_beyond_the_first_plane_comes_back(rpc: Rpc) -> None:
    async with rpc.session.post(rpc.url, data=b'{"id":"\\ud83d\\ude00 \xe2\x82\xac","method":"x"}') as response:
        assert (await response.json(content_type=None))["id"] == "\U0001f600 \u20ac"
