"""Who gets in, and what a listener hears."""

import asyncio
import io
import json
from typing import Any

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import LabMaker

from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobId

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
            heard.append(json.loads(await socket.receive_str(timeout=30)))
    gid = next(message["result"] for message in heard if "result" in message)
    turns = [message["method"].removeprefix("aria2.on") for message in heard if "method" in message]
    assert turns == ["DownloadStart", "DownloadComplete"]
    assert all(message["params"] == [{"gid": gid}] for message in heard if "method" in message)
    await rpc.api.settled(JobId(gid))


async def test_two_hundred_listeners_hear_the_same(rpc: Rpc) -> None:
    sockets = await asyncio.gather(*(rpc.session.ws_connect(rpc.url) for _ in range(200)))
    gid = await rpc.call("aria2.addUri", [NOWHERE], {"pause": "true"})
    await rpc.call("aria2.remove", gid)
    heard = await asyncio.gather(*(socket.receive_json(timeout=30) for socket in sockets))
    assert all(message["method"] == "aria2.onDownloadStop" for message in heard)
    await asyncio.gather(*(socket.close() for socket in sockets))


async def test_a_body_that_is_too_large_is_refused(rpc: Rpc) -> None:
    async with rpc.session.post(rpc.url, data=io.BytesIO(b" " * (10 * 1024**2))) as response:
        assert response.status == 413


@pytest.mark.parametrize(
    "body", [b"{", b"[" * 50_000, b"5", b"\xff", b'{"id":1}', b'{"id":1,"method":"x","params":{}}']
)
async def test_malformed_requests_get_an_error_object(rpc: Rpc, body: bytes) -> None:
    async with rpc.session.post(rpc.url, data=body) as response:
        answer = await response.json(content_type=None)
    assert answer["error"]["code"] in (-32700, -32600, -32602)
    async with rpc.session.ws_connect(rpc.url) as socket:
        await socket.send_str(body.decode("latin-1"))
        assert "error" in await socket.receive_json(timeout=10)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_parameter_of_any_method_breaks_the_server(
    data: st.DataObject, fuzz_target: tuple[asyncio.AbstractEventLoop, Rpc, list[str]]
) -> None:
    loop, target, names = fuzz_target
    method = data.draw(st.sampled_from(names))
    params = data.draw(st.lists(JSON_VALUES, max_size=5))
    status, answer = loop.run_until_complete(target.answer(method, *params))
    assert status in (200, 400)
    assert "result" in answer or answer["error"]["code"] == 1
    assert "Internal error" not in json.dumps(answer)
