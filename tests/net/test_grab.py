"""The links of pages that servers send: by the control interface and by the terminal."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from tests.fakes.downloads import open_api

from headwater.control.cli import main
from headwater.model.errors import SourceError, UserError
from headwater.model.job import JobOptions

PAGE = (
    '<title>Files</title><a href="disk.iso">Disk</a> <a href="/notes.pdf">Notes</a> <a href="https://b.example/">b</a>'
)


@asynccontextmanager
async def site() -> AsyncIterator[tuple[str, list[web.Request]]]:
    """A server with a page behind a redirect, a file and a page without an end."""
    asked: list[web.Request] = []

    async def page(request: web.Request) -> web.Response:
        asked.append(request)
        return web.Response(text=PAGE, content_type="text/html")

    async def moved(_request: web.Request) -> web.Response:
        raise web.HTTPFound("/pub/v1.2")

    async def file(_request: web.Request) -> web.Response:
        return web.Response(body=b"\0" * 100, content_type="application/octet-stream")

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        try:
            while True:
                await response.write(b"<p>" * 100_000)
        except ConnectionError:
            return response

    app = web.Application()
    app.add_routes(
        [web.get("/", moved), web.get("/pub/v1.2", page), web.get("/disk.iso", file), web.get("/endless", endless)]
    )
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    listener = web.TCPSite(runner, "127.0.0.1", 0)
    await listener.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}", asked
    finally:
        await runner.cleanup()


async def test_a_page_is_fetched_where_redirects_lead(tmp_path: Path) -> None:
    async with site() as (url, asked), open_api(tmp_path) as api:
        page = await api.page_links(f"{url}/", JobOptions(headers=(("Referer", "https://r.example/"),)))
        with pytest.raises(UserError, match="is no web page but a file"):
            await api.page_links(f"{url}/disk.iso")
        with pytest.raises(UserError, match="is larger than the"):
            await api.page_links(f"{url}/endless")
        with pytest.raises(SourceError, match="404"):
            await api.page_links(f"{url}/gone")
    assert (page.title, page.url) == ("Files", f"{url}/pub/v1.2")
    assert [link.url for link in page.links] == [f"{url}/pub/disk.iso", f"{url}/notes.pdf", "https://b.example/"]
    assert asked[0].headers["Referer"] == "https://r.example/"


def test_the_terminal_lists_what_fits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text('<base href="https://a.example/">' + PAGE)
    assert main(["grab", str(page)]) == 0
    links = ["https://a.example/disk.iso", "https://a.example/notes.pdf", "https://b.example/"]
    assert capsys.readouterr().out.splitlines() == links
    assert main(["grab", str(page), "--type", "iso", "--type", ".zip"]) == 0
    assert capsys.readouterr().out.splitlines() == links[:1]
    assert main(["grab", str(page), "--match", "^notes$", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"url": links[1], "text": "Notes", "tag": "a"}
    assert main(["grab", str(page), "--type", "rpm"]) == 1
    assert main(["grab", str(page), "--match", "("]) == 2
    assert "is no regular expression" in capsys.readouterr().err
    assert main(["grab", str(tmp_path / "gone.html")]) == 1
    assert "gone.html" in capsys.readouterr().err
