"""What well-known programs send, as their public sources write it: order, types, headers and all."""

import asyncio
import base64
import json
from typing import Any

import aiohttp
import pytest
from tests.conftest import LabMaker
from tests.fakes.waiting import PATIENCE_S

from headwater.control.rpc.arguments import parse_arguments
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobId

from .conftest import PAGE, SECRET, Rpc

TOKEN = f"token:{SECRET}"
NOWHERE = "http://127.0.0.1:9/file.bin"
EXTENSION = "chrome-extension://mpkodccbngfoacfalldjimigbofkhgjn"
FIREFOX = "moz-extension://0e6e5a5c-9b1c-4a7e-8f52-3d8a5c6c7d11"

#: AriaNg's keys for a list, and for the page of one task.
ARIANG_LIST = (
    *("gid", "totalLength", "completedLength", "uploadSpeed", "downloadSpeed"),
    *("connections", "numSeeders", "seeder", "status", "errorCode", "verifiedLength", "verifyIntegrityPending"),
    *("files", "bittorrent", "infoHash"),
)


class Page:
    """A page or an extension: asks with its own origin and headers."""

    def __init__(self, rpc: Rpc, origin: str, headers: dict[str, str]) -> None:
        self.rpc = rpc
        self.headers = {"Origin": origin, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors", **headers}

    async def post(self, call: Any) -> Any:
        body = json.dumps(call, separators=(",", ":"))
        async with self.rpc.session.post(self.rpc.url, data=body, headers=self.headers) as response:
            assert response.headers["Access-Control-Allow-Origin"] == self.headers["Origin"]
            return json.loads(await response.text())


async def test_ariang_over_http_asks_by_preflight_polls_and_steers(rpc: Rpc) -> None:
    page = Page(rpc, PAGE, {"Accept": "application/json, text/plain, */*", "Content-Type": "application/json"})
    preflight = {
        "Origin": PAGE,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
        "Access-Control-Request-Private-Network": "true",
    }
    async with rpc.session.options(rpc.url, headers=preflight) as response:
        assert response.status == 200
        assert "POST" in response.headers["Access-Control-Allow-Methods"]
        assert response.headers["Access-Control-Allow-Headers"] == "content-type"
        assert response.headers["Access-Control-Allow-Private-Network"] == "true"

    async def ask(method: str, *params: Any) -> Any:
        unique = base64.b64encode(f"AriaNg_{method}_0.5".encode()).decode()
        answer = await page.post({"jsonrpc": "2.0", "method": method, "id": unique, "params": [TOKEN, *params]})
        assert answer["id"] == unique
        return answer["result"]

    gid = await ask("aria2.addUri", [NOWHERE], {"pause": "true", "split": "5", "max-connection-per-server": "5"})
    assert await ask("aria2.tellActive", list(ARIANG_LIST)) == []
    (task,) = await ask("aria2.tellWaiting", 0, 1000, list(ARIANG_LIST))
    assert (task["gid"], task["status"], task["totalLength"]) == (gid, "paused", "0")
    assert set(task) <= set(ARIANG_LIST)
    assert await ask("aria2.tellStopped", -1, 1000, list(ARIANG_LIST)) == []
    assert await ask("aria2.changeOption", gid, {"max-download-limit": "100K"}) == "OK"
    assert (await ask("aria2.getOption", gid))["max-download-limit"] == "102400"
    assert await ask("aria2.changePosition", gid, 0, "POS_SET") == 0
    assert await ask("aria2.unpause", gid) == gid
    assert await ask("aria2.forcePause", gid) == gid
    assert (await ask("aria2.getVersion"))["enabledFeatures"]
    assert await ask("aria2.changeGlobalOption", {"max-concurrent-downloads": "3"}) == "OK"
    assert await ask("aria2.forceRemove", gid) == gid
    assert await ask("aria2.purgeDownloadResult") == "OK"
    calls = [
        {"methodName": "aria2.getGlobalStat", "params": [TOKEN]},
        {"methodName": "aria2.tellActive", "params": [TOKEN, ["gid"]]},
    ]
    answer = await page.post({"jsonrpc": "2.0", "method": "system.multicall", "id": "x", "params": [calls]})
    assert answer["result"][0][0]["numActive"] == "0"
    assert answer["result"][1] == [[]]


async def test_ariang_by_get_with_base64(rpc: Rpc) -> None:
    params = base64.b64encode(json.dumps([TOKEN]).encode()).decode()
    query = {"jsonrpc": "2.0", "method": "aria2.getGlobalStat", "id": "QXJpYU5n", "params": params}
    async with rpc.session.get(rpc.url, params=query, headers={"Origin": PAGE}) as response:
        answer = json.loads(await response.text())
    assert (answer["id"], answer["result"]["numActive"]) == ("QXJpYU5n", "0")


async def test_aria2_explorer_monitors_by_socket_and_adds(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(100_000))
    async with rpc.session.ws_connect(rpc.url, headers={"Origin": EXTENSION}) as socket:
        heard: list[dict[str, Any]] = []

        async def ask(number: int, method: str, *params: Any) -> Any:
            call = {"jsonrpc": "2.0", "method": method, "id": number, "params": [TOKEN, *params]}
            await socket.send_str(json.dumps(call))
            while (message := await socket.receive_json(timeout=PATIENCE_S)).get("id") != number:
                heard.append(message)
            return message["result"]

        assert (await ask(0, "aria2.getGlobalStat"))["numStopped"] == "0"
        options = {"header": [f"Referer: {PAGE}/", "Cookie: a=b", "User-Agent: Mozilla/5.0"], "out": "file.bin"}
        gid = await ask(1, "aria2.addUri", [lab.urls[0]], options)
        while not any(message.get("method") == "aria2.onDownloadComplete" for message in heard):
            heard.append(await socket.receive_json(timeout=PATIENCE_S))
        assert all(message["params"][0] == {"gid": gid} for message in heard)
        told = await ask(2, "aria2.tellStatus", gid, ["dir", "files", "errorMessage", "status"])
        assert told["files"][0]["path"] == str(rpc.folder / "file.bin")
        assert (await ask(3, "aria2.getFiles", gid))[0]["uris"][0]["uri"] == lab.urls[0]


async def test_aria2_explorer_falls_back_to_fetch(rpc: Rpc) -> None:
    page = Page(rpc, EXTENSION, {"Accept": "application/json", "Content-Type": "application/json"})
    answer = await page.post({"jsonrpc": "2.0", "method": "aria2.getGlobalStat", "id": 0, "params": ["token:wrong"]})
    assert "unauthorized" in answer["error"]["message"].lower(), "it looks for this word"


@pytest.mark.parametrize("by_socket", [False, True])
async def test_aria2_integration_asks_for_the_version_and_adds_with_holes(rpc: Rpc, *, by_socket: bool) -> None:
    # A list with holes: the browser sent no cookie with the page it met the link on.
    options = {"header": ["Referer: http://page/", None, None, "Authorization: Basic eA=="], "out": "", "pause": "true"}
    calls = [
        {"jsonrpc": "2.0", "id": 0, "method": "aria2.getVersion", "params": [TOKEN]},
        {"jsonrpc": "2.0", "id": 1, "method": "aria2.addUri", "params": [TOKEN, [NOWHERE], options]},
    ]
    if by_socket:
        async with rpc.session.ws_connect(rpc.url, headers={"Origin": FIREFOX}) as socket:
            answers = []
            for call in calls:
                await socket.send_str(json.dumps(call))
                answers.append(await socket.receive_json(timeout=PATIENCE_S))
    else:
        page = Page(rpc, FIREFOX, {"Accept": "application/json", "Content-Type": "application/json"})
        answers = [await page.post(call) for call in calls]
    gid = JobId(answers[1]["result"])
    spec = rpc.api.spec(gid)
    assert (spec.name, spec.options.headers) == (None, (("Referer", "http://page/"),))
    assert spec.options.access.headers == (("Authorization", "Basic eA=="),)


async def test_what_only_looks_like_an_extension_is_not_let_in(rpc: Rpc) -> None:
    for origin in ("https://evil.example", "chrome-extension.evil.example", "null"):
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await rpc.session.ws_connect(rpc.url, headers={"Origin": origin})


#: As Varia starts the `aria2c` that it brings.
VARIA = (
    *("--enable-rpc", "--rpc-listen-port=6801", "--follow-torrent=false", "--allow-overwrite=false"),
    *("--auto-file-renaming=true", "--min-split-size=1M", "--http-accept-gzip=true", "--disk-cache=128M"),
    *("--bt-enable-lpd=true", "--bt-hash-check-seed=true", "--enable-peer-exchange=true", "--enable-dht=true"),
    *("--enable-dht6=true", "--peer-agent=Transmission/3.00", "--peer-id-prefix=-TR3000-", "--split=32"),
    *("--max-connection-per-server=16", "--bt-max-peers=250", "--bt-request-peer-speed-limit=5M"),
    *("--bt-tracker-connect-timeout=10", "--bt-tracker-interval=30", "--bt-save-metadata=true"),
    "--file-allocation=falloc",
)


def test_varias_command_line_is_taken_as_it_is() -> None:
    given = parse_arguments(VARIA)
    assert (given.options["split"], given.options["min-split-size"]) == ("32", "1048576")
    assert (given.urls, given.options["rpc-listen-port"]) == ([], "6801")


async def test_varia_adds_paused_resumes_and_watches(rpc: Rpc, mirror_lab: LabMaker) -> None:
    aria2p = pytest.importorskip("aria2p", reason="aria2p is not installed")
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=500_000.0)], SeededSample(1_500_000))

    def drive() -> None:
        api = aria2p.API(aria2p.Client(host="http://localhost", port=rpc.server.port, secret=SECRET))
        assert api.client.call("aria2.getVersion")["version"]
        api.set_global_options({"max-overall-download-limit": "0", "max-concurrent-downloads": "5"})
        api.set_global_options({"check-certificate": "false", "dir": str(rpc.folder)})
        download = api.add_uris([lab.urls[0]], options={"pause": "true", "out": "varia.bin"})
        assert download.is_paused
        download.resume()
        while not download.is_complete:
            download.update()
            assert download.name == "varia.bin"
            assert 0 <= download.progress <= 100
            assert download.eta is not None
            assert (download.is_torrent, download.is_metadata, download.status != "error") == (False, False, True)
        assert download.remove(force=True)

    await asyncio.to_thread(drive)
    assert rpc.api.jobs() == ()
