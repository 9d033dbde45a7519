"""Pages in a real Chromium: an allowed one commands the server as extensions do, others get and change nothing."""

import asyncio
import json
import shutil
from pathlib import Path

import pytest
from aiohttp import web
from tests.fakes.waiting import PATIENCE_S

from headwater.control.api import Api
from headwater.control.rpc.dispatcher import Dispatcher
from headwater.control.rpc.methods import AriaMethods
from headwater.control.rpc.security import Gate
from headwater.control.rpc.server import DEFAULT_REQUEST_BYTES, RpcServer

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
SECRET = "s3cret"

# Tries every door a page has: fetch with and without preflight, the GET form by a script tag, and a WebSocket.
PAGE = """<!doctype html><meta charset=utf-8><title>page</title><script>
const rpc = "%(rpc)s", secret = "%(secret)s", told = {};
const body = method => JSON.stringify({jsonrpc: "2.0", id: "x", method, params: ["token:" + secret]});
async function ask(name, options) {
  try { told[name] = (await (await fetch(rpc, options)).json()).result ? "answered" : "refused"; }
  catch (error) { told[name] = "blocked"; }
}
function socket() {
  return new Promise(done => {
    const ws = new WebSocket(rpc.replace("http", "ws"));
    ws.onopen = () => ws.send(body("aria2.getVersion"));
    ws.onmessage = event => {
      told.socket = JSON.parse(event.data).result ? "answered" : "refused"; ws.close(); done();
    };
    ws.onerror = () => { told.socket = "blocked"; done(); };
  });
}
function script() {
  return new Promise(done => {
    window.heard = answer => { told.script = answer.result ? "answered" : "refused"; };
    const tag = document.createElement("script");
    const params = btoa(JSON.stringify(["token:" + secret, ["http://127.0.0.1:9/planted"], {pause: "true"}]));
    tag.src = rpc + "?method=aria2.addUri&id=x&jsoncallback=heard&params=" + encodeURIComponent(params);
    tag.onload = () => done(); tag.onerror = () => { told.script = "blocked"; done(); };
    document.head.append(tag);
  });
}
(async () => {
  const post = type => ({method: "POST", headers: {"Content-Type": type}, body: body("aria2.getVersion")});
  await ask("preflight", post("application/json"));
  await ask("simple", post("text/plain"));
  await socket();
  await script();
  await fetch("/told", {method: "POST", body: JSON.stringify(told)});
})();
</script>"""


class Site:
    """A small web site on loopback whose page reports what it was able to do."""

    def __init__(self) -> None:
        self.told: asyncio.Future[dict[str, str]] = asyncio.get_running_loop().create_future()
        self.page = ""
        app = web.Application()
        app.router.add_get("/", self._give)
        app.router.add_post("/told", self._hear)
        self._runner = web.AppRunner(app)
        self.origin = ""

    async def start(self) -> None:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.origin = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        await self._runner.cleanup()

    async def _give(self, _request: web.Request) -> web.Response:
        return web.Response(text=self.page, content_type="text/html")

    async def _hear(self, request: web.Request) -> web.Response:
        if not self.told.done():
            self.told.set_result(json.loads(await request.text()))
        return web.Response()


async def visit(url: str, told: "asyncio.Future[dict[str, str]]", profile: Path, *options: str) -> dict[str, str]:
    """Open a page in a Chromium of its own and wait for what it tells."""
    assert CHROMIUM is not None
    browser = await asyncio.create_subprocess_exec(
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        f"--user-data-dir={profile}", *options, url,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with asyncio.timeout(2 * PATIENCE_S):
            return await told
    finally:
        browser.terminate()
        await browser.wait()


@needs_chromium
@pytest.mark.parametrize("visitor", ["allowed", "strange", "strange without the token", "rebound"])
async def test_only_allowed_pages_command(tmp_path: Path, visitor: str) -> None:
    site = Site()
    await site.start()
    api = await Api.open(tmp_path / "profile")
    gate = Gate(
        None if visitor == "rebound" else SECRET,
        origins=frozenset({site.origin} if visitor == "allowed" else ()),
    )
    methods = AriaMethods(api, roots=[tmp_path], options={"dir": str(tmp_path)})
    server = RpcServer(api, Dispatcher(methods, gate), gate, most_request_bytes=DEFAULT_REQUEST_BYTES)
    await server.start("127.0.0.1", 0)
    host = "rebound.test" if visitor == "rebound" else "127.0.0.1"
    site.page = PAGE % {
        "rpc": f"http://{host}:{server.port}/jsonrpc",
        "secret": "" if visitor == "strange without the token" else SECRET,
    }
    start = site.origin
    if visitor == "rebound":  # the page's own name leads to this computer, as after DNS rebinding
        start = start.replace("127.0.0.1", "rebound.test")
    try:
        told = await visit(
            start + "/", site.told, tmp_path / "browser", "--host-resolver-rules=MAP rebound.test 127.0.0.1"
        )
    finally:
        await server.close()
        await site.close()
    if visitor == "allowed":
        # A script tag says nothing of its page but that it is a strange one, so even this page's is refused.
        assert told == {"preflight": "answered", "simple": "answered", "socket": "answered", "script": "blocked"}
    else:
        assert told == {"preflight": "blocked", "simple": "blocked", "socket": "blocked", "script": "blocked"}
    assert api.jobs() == ()
    await api.close()
