"""Slow mode in the window: one click, and a mark that says whether it is on."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.ui.values import NotedControl

from headwater.model.commands import SetSlowMode
from headwater.model.errors import UserError
from headwater_ui.bridge import Bridge
from headwater_ui.shell.main_window import MainWindow
from headwater_ui.shell.view_state import ViewState
from headwater_ui.theme import Theme


@pytest.fixture
def window(qt_loop: asyncio.AbstractEventLoop, theme: Theme) -> Iterator[MainWindow]:
    window = MainWindow(Bridge(), ViewState(None), theme)
    window.show()
    yield window
    window.close()
    window._bridge.detach()
    window.deleteLater()


def _click(window: MainWindow, loop: asyncio.AbstractEventLoop) -> None:
    window.actions_by_name["slow_mode"].trigger()

    async def carried_out() -> None:
        await asyncio.gather(*window._bridge._tasks, return_exceptions=True)

    loop.run_until_complete(carried_out())


def test_one_click_is_one_command(window: MainWindow, qt_loop: asyncio.AbstractEventLoop) -> None:
    control = NotedControl()
    window._bridge.attach(control)
    _click(window, qt_loop)
    _click(window, qt_loop)
    assert control.told == [SetSlowMode(True), SetSlowMode(False)]


def test_the_mark_says_what_the_settings_say(window: MainWindow, qt_loop: asyncio.AbstractEventLoop) -> None:
    action = window.actions_by_name["slow_mode"]
    control = NotedControl()
    control.settings = replace(control.settings, slow_mode=True)
    window._bridge.attach(control)
    assert action.isChecked()
    control.refusal = UserError("The settings cannot be saved")
    _click(window, qt_loop)
    assert action.isChecked()
