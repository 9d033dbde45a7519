"""The switch that lets other programs in: it shows what is in force, and goes back when the port cannot be had."""

import asyncio
from dataclasses import replace
from pathlib import Path

import aiohttp
from PySide6.QtGui import QGuiApplication
from tests.ui.desk import Desk

from headwater.control.window_api import WindowApi
from headwater.engine.settings import InterfaceSettings
from headwater.model.errors import LocalError
from headwater_ui.bridge import Bridge
from headwater_ui.shell.main_window import MainWindow
from headwater_ui.shell.view_state import ViewState
from headwater_ui.theme import Theme


def test_switching_on_tells_the_port_and_gives_the_secret(desk: Desk) -> None:
    actions = desk.window.actions_by_name
    assert not actions["interface"].isChecked()
    assert not actions["interface_secret"].isEnabled()
    actions["interface"].trigger()
    desk.settle()
    assert desk.control.settings.interface.is_on
    assert "on port 6800" in desk.window.status.notice
    assert "(port 6800)" in actions["interface"].text()
    desk.control.settings = replace(desk.control.settings, interface=InterfaceSettings(is_on=True, secret="s3cret"))
    actions["interface_secret"].trigger()
    assert QGuiApplication.clipboard().text() == "s3cret"
    assert "s3cret" not in desk.window.status.notice
    actions["interface"].trigger()
    desk.settle()
    assert not desk.control.settings.interface.is_on
    assert not actions["interface_secret"].isEnabled()


def test_a_port_that_is_taken_switches_back_and_says_why(desk: Desk) -> None:
    desk.control.interface_refusal = LocalError("Port 6800 is taken by another program.")
    action = desk.window.actions_by_name["interface"]
    action.trigger()
    desk.settle()
    assert not action.isChecked()
    assert not desk.control.settings.interface.is_on
    assert desk.window.status.notice == "Port 6800 is taken by another program."


def test_programs_are_let_in_at_the_start_when_they_were_before(
    qt_loop: asyncio.AbstractEventLoop, theme: Theme, tmp_path: Path
) -> None:
    bridge = Bridge()
    window = MainWindow(bridge, ViewState(None), theme)

    async def story() -> int:
        api = await WindowApi.open(tmp_path)
        await api.change_settings(replace(api.settings, interface=InterfaceSettings(is_on=True, port=0)))
        bridge.attach(api)
        await asyncio.gather(*bridge._tasks)
        assert window.actions_by_name["interface"].isChecked()
        port = await api.follow_interface_settings()
        body = {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "aria2.getVersion",
            "params": [f"token:{api.settings.interface.secret}"],
        }
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"http://127.0.0.1:{port}/jsonrpc", json=body) as got,
        ):
            status = got.status
        bridge.detach()
        await api.close()
        return status

    assert qt_loop.run_until_complete(story()) == 200
    window.close()
