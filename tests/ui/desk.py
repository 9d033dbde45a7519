"""The window on a control interface that only notes what it is told; `conftest.desk` gives a test one."""

import asyncio
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QApplication
from tests.fakes.waiting import until
from tests.ui.values import NotedControl, job, running

from headwater.model.job import JobState
from headwater_ui.bridge import Bridge
from headwater_ui.shell.main_window import MainWindow
from headwater_ui.shell.view_state import ViewState
from headwater_ui.theme import Theme


class Desk:
    """A window, what stands behind it, and the loop it lives on."""

    def __init__(self, loop: asyncio.AbstractEventLoop, theme: Theme, path: Path | None = None) -> None:
        self.loop = loop
        self.control = NotedControl(running(0), job(1), job(2, state=JobState.PAUSED), job(3, state=JobState.DONE))
        self.bridge = Bridge()
        view = ViewState(path)
        view.put("keep_awake", False)  # the computer that tests run on is left alone
        self.window = MainWindow(self.bridge, view, theme)
        self.window.show()
        self.bridge.attach(self.control)
        self.settle()

    def settle(self) -> None:
        """Let commands under way and the window's short timers run out."""
        window = self.window
        timers = (window.feed.status_timer, window.panes.focus._settle, window.table._picked_soon)

        async def calm() -> None:
            await asyncio.sleep(0)
            await until(
                lambda: not any(timer.isActive() for timer in timers) and not self.bridge._tasks - self.lasting(),
                "the window is calm",
                every_s=0.005,
            )

        self.loop.run_until_complete(calm())
        QApplication.processEvents()  # layouts follow what changed last

    def lasting(self) -> set[asyncio.Task[None]]:
        """What goes on for as long as it is looked at."""
        preview = self.window.panes.preview
        return {task for task in (preview._task, preview._watch) if task is not None}

    def close(self) -> None:
        self.window.close()
        self.window.panes.preview.close_streams()
        self.bridge.detach()
        self.settle()
        shiboken6.delete(self.window)
