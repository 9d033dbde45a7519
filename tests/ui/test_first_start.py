"""The first start: a welcome that goes with the first download, and lets browser extensions in with one click."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel
from tests.ui.values import NotedControl, job

from headwater.engine.settings import InterfaceSettings, Settings
from headwater.model.snapshots import JobAdded
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.settings_dialog import SettingsDialog
from headwater_ui.shell import session_start
from headwater_ui.shell.main_window import MainWindow
from headwater_ui.shell.view_state import ViewState
from headwater_ui.theme import Theme
from headwater_ui.widgets.welcome import Welcome


class Newcomer:
    """A window on an empty profile."""

    def __init__(self, loop: asyncio.AbstractEventLoop, theme: Theme, path: Path) -> None:
        self.loop = loop
        self.control = NotedControl()
        self.control.settings = Settings(interface=InterfaceSettings(secret="s3cret"))
        self.bridge = Bridge()
        self.view = ViewState(path)
        self.view.put("keep_awake", False)
        self.window = MainWindow(self.bridge, self.view, theme)
        self.window.show()
        self.bridge.attach(self.control)
        self.settle()

    def settle(self) -> None:
        async def calm() -> None:
            while self.bridge._tasks:
                await asyncio.gather(*self.bridge._tasks, return_exceptions=True)
                await asyncio.sleep(0)  # those that are done leave the set in the loop's next turn

        self.loop.run_until_complete(calm())

    def welcome(self) -> Welcome | None:
        found = self.window.findChild(Welcome)
        return found if isinstance(found, Welcome) and not found.isHidden() else None

    def press(self, name: str) -> None:
        button = self.window.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)
        button.click()
        self.settle()

    def close(self) -> None:
        self.window.close()
        self.window.panes.preview.close_streams()
        self.bridge.detach()
        self.settle()


@pytest.fixture
def newcomer(qt_loop: asyncio.AbstractEventLoop, theme: Theme, tmp_path: Path) -> Iterator[Newcomer]:
    result = Newcomer(qt_loop, theme, tmp_path / "window.json")
    yield result
    result.close()


def test_extensions_are_let_in_with_one_click(newcomer: Newcomer) -> None:
    assert newcomer.welcome() is not None
    newcomer.press("welcomeLetIn")
    assert newcomer.control.settings.interface.is_on
    secret = "s3cret"
    assert QGuiApplication.clipboard().text() == secret
    words = newcomer.window.findChild(QLabel, "welcomeBrowsers")
    assert isinstance(words, QLabel)
    assert "http://localhost:6800/jsonrpc" in words.text()
    assert secret not in words.text()
    QGuiApplication.clipboard().clear()
    newcomer.press("welcomeLetIn")
    assert QGuiApplication.clipboard().text() == secret, "it can be copied again"


def test_the_folder_is_changed_in_the_settings(newcomer: Newcomer) -> None:
    newcomer.press("welcomeChange")
    dialog = newcomer.window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    assert dialog._pages[dialog._list.currentRow()].name == "Downloads"
    dialog.reject()


def test_it_starts_with_the_session(newcomer: Newcomer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_start, "_file", lambda: tmp_path / "autostart" / "headwater.desktop")
    newcomer.press("welcomeSession")
    assert session_start.is_on()
    newcomer.press("welcomeSession")
    assert not session_start.is_on()


def test_the_first_download_ends_the_welcome_for_good(
    newcomer: Newcomer, qt_loop: asyncio.AbstractEventLoop, theme: Theme, tmp_path: Path
) -> None:
    newcomer.control.feed.tell(JobAdded(job(0)))
    assert newcomer.welcome() is None
    newcomer.view.write()
    again = Newcomer(qt_loop, theme, tmp_path / "window.json")
    assert again.welcome() is None
    again.close()


def test_done_is_done(newcomer: Newcomer) -> None:
    newcomer.press("welcomeDone")
    assert newcomer.welcome() is None
    assert newcomer.view.get("welcomed") is True
