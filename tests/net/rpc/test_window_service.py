"""The window's own interface for other programs: off at first, with a secret of its own once it is on."""

import stat
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from headwater.control.rpc.endpoint import read_endpoint
from headwater.control.window_api import WindowApi
from headwater.engine.settings import InterfaceSettings
from headwater.model.errors import LocalError, UserError


async def _version(port: int, secret: str | None) -> int:
    call = {"id": 1, "method": "aria2.getVersion", "params": [f"token:{secret}"]}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"http://127.0.0.1:{port}/jsonrpc", json=call) as response,
    ):
        return response.status


async def test_it_is_off_until_it_is_switched_on_and_keeps_its_secret(tmp_path: Path) -> None:
    api = await WindowApi.open(tmp_path)
    assert await api.follow_interface_settings() is None
    assert read_endpoint(tmp_path) is None
    await api.change_settings(replace(api.settings, interface=InterfaceSettings(is_on=True, port=0)))
    port = await api.follow_interface_settings()
    secret = api.settings.interface.secret
    assert port is not None
    assert secret is not None
    assert await _version(port, secret) == 200
    assert await _version(port, "wrong") == 400
    endpoint = read_endpoint(tmp_path)
    assert endpoint is not None
    assert (endpoint.port, endpoint.secret) == (port, secret)
    for name in ("control.json", "settings.json"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    await api.change_settings(replace(api.settings, interface=replace(api.settings.interface, is_on=False)))
    assert await api.follow_interface_settings() is None
    assert read_endpoint(tmp_path) is None
    await api.close()
    api = await WindowApi.open(tmp_path)
    assert api.settings.interface.secret == secret
    await api.close()


async def test_a_port_that_is_taken_is_told_in_a_sentence(tmp_path: Path) -> None:
    first, second = await WindowApi.open(tmp_path / "a"), await WindowApi.open(tmp_path / "b")
    await first.change_settings(replace(first.settings, interface=InterfaceSettings(is_on=True, port=0)))
    port = await first.follow_interface_settings()
    assert port is not None
    await second.change_settings(replace(second.settings, interface=InterfaceSettings(is_on=True, port=port)))
    with pytest.raises(LocalError, match="cannot listen"):
        await second.follow_interface_settings()
    await first.close()
    await second.close()


def test_a_port_must_be_one() -> None:
    with pytest.raises(UserError, match="between 0 and 65535"):
        InterfaceSettings(port=70_000)
