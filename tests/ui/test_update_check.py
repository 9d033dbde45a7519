"""Help > Check for updates: a local server's answer in words, and a button that goes to its page."""

import asyncio
from dataclasses import replace

from aiohttp import web
from aiohttp.test_utils import TestServer
from PySide6.QtWidgets import QMessageBox, QPushButton
from tests.ui.desk import Desk

from headwater import __version__


async def told(desk: Desk, answer: object) -> QMessageBox:
    """The box that tells what a server with this answer says."""

    async def latest(_request: web.Request) -> web.Response:
        return web.json_response(answer)

    app = web.Application()
    app.router.add_get("/latest", latest)
    async with TestServer(app) as server:
        desk.control.settings = replace(desk.control.settings, update_url=str(server.make_url("/latest")))
        desk.window.actions_by_name["updates"].trigger()
        await asyncio.gather(*(desk.bridge._tasks - desk.lasting()))
    box = desk.window.findChild(QMessageBox, "updateBox")
    assert box is not None
    return box


def test_a_newer_one_is_told_with_the_way_to_it(desk: Desk) -> None:
    page = "https://releases.example/v99.0.0"
    box = desk.loop.run_until_complete(told(desk, {"tag_name": "v99.0.0", "html_url": page}))
    assert box.text() == f"Headwater 99.0.0 is there; you have {__version__}."
    opener = box.findChild(QPushButton, "openUpdatePage")
    assert opener is not None
    assert opener.toolTip() == page
    box.reject()


def test_the_newest_is_said_to_be_the_newest(desk: Desk) -> None:
    box = desk.loop.run_until_complete(told(desk, {"tag_name": f"v{__version__}"}))
    assert box.text() == f"You have the newest Headwater, {__version__}."
    assert box.findChild(QPushButton, "openUpdatePage") is None
    box.reject()


def test_an_answer_that_tells_nothing_is_said_so(desk: Desk) -> None:
    box = desk.loop.run_until_complete(told(desk, []))
    assert box.text().startswith("It could not be found out")
    assert "does not tell of releases" in box.informativeText()
    box.reject()


def test_no_page_yet_is_said_plainly(desk: Desk) -> None:
    async def ask() -> None:
        desk.window.actions_by_name["updates"].trigger()
        await asyncio.gather(*(desk.bridge._tasks - desk.lasting()))

    desk.loop.run_until_complete(ask())
    box = desk.window.findChild(QMessageBox, "updateBox")
    assert box is not None
    assert box.text() == "There is no page yet that tells of Headwater's releases."
    assert box.findChild(QPushButton, "openUpdatePage") is None
    box.reject()
