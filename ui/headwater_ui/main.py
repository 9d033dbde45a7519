"""The composition root of the window: `headwater [--profile DIR] [--demo] [URL|FILE...]`.

Puts Qt, the loop, the control interface and the window together, in the order that shows the window first and loads
the engine behind it. Nothing is decided here but that order.
"""

import argparse
import asyncio
import importlib
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLoggingCategory
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon

from headwater import __version__
from headwater.control.offer import is_offer
from headwater.control.profile import Profile
from headwater.model.errors import HeadwaterError
from headwater_ui.bridge import Bridge
from headwater_ui.hosted_loop import make_loop
from headwater_ui.language import Translations, engine_words, language_of, translate
from headwater_ui.shell.coming_forward import come_forward
from headwater_ui.shell.crash_notes import CrashNotes
from headwater_ui.shell.desktop_bus import DESKTOP_ID
from headwater_ui.shell.desktop_notices import DesktopNotices
from headwater_ui.shell.end_signals import EndSignals
from headwater_ui.shell.garbage import GarbageKeeper
from headwater_ui.shell.icon_progress import icon_progress_for
from headwater_ui.shell.main_window import MainWindow
from headwater_ui.shell.meter import Meter
from headwater_ui.shell.opened_files import OpenedFiles
from headwater_ui.shell.single_instance import SingleInstance
from headwater_ui.shell.view_state import ViewState
from headwater_ui.shell.window_choices import read_choices
from headwater_ui.theme import Theme, appearance_of

if TYPE_CHECKING:
    from headwater.lab.demo import Demo

_PAINT_PATIENCE_S: Final = 1.5
_LOG_BYTES: Final = 512 * 1024
_LOG_NAME: Final = "window.log"

_log = logging.getLogger(__name__)


def make_parser() -> argparse.ArgumentParser:
    """What reads the command line; its words are those of the manual page."""
    parser = argparse.ArgumentParser(
        prog="headwater", description="Fetch one file from many servers at once, the beginning first."
    )
    parser.add_argument(
        "places",
        nargs="*",
        metavar="URL|FILE",
        help="links to add, several to one file become its mirrors; Metalinks, torrents and lists of links",
    )
    parser.add_argument("--profile", type=Path, metavar="DIR", help="keep settings, list and journal in this folder")
    parser.add_argument("--demo", action="store_true", help="start mirrors on this computer and fetch a picture")
    parser.add_argument(
        "--with-session", action="store_true", help="begin without a window where the settings say so (for autostart)"
    )
    parser.add_argument("--version", action="version", version=f"Headwater {__version__}")
    return parser


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked on the command line; ends the program with status 2 when it cannot be understood."""
    asked = make_parser().parse_args(arguments)
    # Another start may run in another folder.
    asked.places = [
        place if "://" in place or is_offer(place) else str(Path(place).absolute()) for place in asked.places
    ]
    return asked


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window; returns the exit status."""
    asked = read_arguments(sys.argv[1:] if arguments is None else arguments)
    profile = Profile.find(asked.profile)
    try:
        profile.make_folders()
    except HeadwaterError as error:
        sys.stderr.write(f"headwater: {error}\n")
        return 1
    app = _make_application()
    instance = SingleInstance(profile.data_folder)
    if not instance.claim():
        if instance.hand_over(asked.places):
            return 0
        if not instance.claim(waits=True):
            sys.stderr.write("headwater: another Headwater uses this profile and does not answer\n")
            return 1
    _keep_log(profile.data_folder / _LOG_NAME)
    notes = CrashNotes(profile.data_folder / "reports")
    notes.begin()
    status, garbage = _run(app, instance, profile, asked, notes)
    garbage.close()
    notes.close_notes()
    return status


def _make_application() -> QApplication:
    # A picture that is still coming is no fault; Qt's decoders would tell of it four times a second.
    # Where a screen reader listens, Qt warns at every change of a label with markup, some times a second.
    QLoggingCategory.setFilterRules("qt.gui.imageio*=false\nqt.accessibility.atspi.warning=false")
    app = QApplication(["headwater"])
    app.setApplicationName("Headwater")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(DESKTOP_ID)
    app.setQuitOnLastWindowClosed(False)
    app.setStyle("Fusion")
    return app


def _keep_log(path: Path) -> None:
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def _run(
    app: QApplication, instance: SingleInstance, profile: Profile, asked: argparse.Namespace, notes: CrashNotes
) -> tuple[int, GarbageKeeper]:
    """The exit status, and what is to be closed when all that was made here is gone."""
    loop = make_loop(app)
    asyncio.set_event_loop(loop)
    bridge = Bridge()
    view = ViewState(profile.config_folder / "window.json")
    Translations(app).choose(language_of(view.get("language")))
    window = MainWindow(bridge, view, Theme(app, appearance_of(view.get("appearance"))))
    if sys.platform == "linux":
        window.presence.notices = window.presence.progress = DesktopNotices(bridge.spawn, window)
    else:
        window.presence.progress = icon_progress_for(window)
        meter = Meter(bridge)  # noqa: F841  # kept as long as the window; on Linux the engine asks by itself
    window.reports.notes, window.reports.log = notes, profile.data_folder / _LOG_NAME
    session = _Session(window, bridge, profile, asked)
    instance.called.connect(session.take)
    window.closing.connect(instance.retire)
    if sys.platform == "darwin":
        opened = OpenedFiles(app)
        app.installEventFilter(opened)
        opened.opened.connect(session.take)
    app.commitDataRequest.connect(lambda _manager: window.remember())
    signals = EndSignals(window, window.end)
    _show(window, hidden=asked.with_session and read_choices(view).start_hidden, tray=read_choices(view).tray)
    garbage = GarbageKeeper(app)
    try:
        status = loop.run_until_complete(session.run())
    finally:
        loop.close()
    signals.close()
    instance.release()
    return int(status), garbage


def _show(window: MainWindow, *, hidden: bool, tray: bool) -> None:
    """Show the window, or wait where a person finds it again: in the tray, else in the task bar."""
    if not hidden:
        window.show()
    elif not (tray and QSystemTrayIcon.isSystemTrayAvailable()):
        window.showMinimized()


class _Session:
    """From the first paint to the last checkpoint."""

    def __init__(self, window: MainWindow, bridge: Bridge, profile: Profile, asked: argparse.Namespace) -> None:
        self._window, self._bridge, self._profile, self._asked = window, bridge, profile, asked
        self._over = asyncio.Event()
        self._painted = asyncio.Event()
        self._demo: Demo | None = None
        window.closing.connect(self._over.set)
        window.painted.connect(self._painted.set)

    def take(self, places: list[str]) -> None:
        """Another start, or the system, called: bring the window to the front, and add what was handed over.

        Before the engine is there, it waits with what the command line named.
        """
        come_forward(self._window)
        if self._bridge.control is None:
            self._asked.places.extend(places)
        elif places:
            self._window.adding.add_places(places)

    async def run(self) -> int:
        """The exit status: 1 when the engine could not start."""
        try:
            async with asyncio.timeout(_PAINT_PATIENCE_S):
                await self._painted.wait()
        except TimeoutError:
            _log.info("The window was not painted yet; it may have been started minimised")
        # On a worker: the window stays alive while Python reads some hundred files.
        module: Any = await asyncio.to_thread(importlib.import_module, "headwater.control.window_api")
        try:
            api = await module.WindowApi.open(self._profile)
        except HeadwaterError as error:
            await self._tell_and_end(engine_words(error))
            return 1
        self._bridge.attach(api)
        for complaint in api.complaints:
            self._window.status.notify(engine_words(complaint))
        if self._asked.places:
            self._window.adding.add_places(self._asked.places)
        if self._asked.demo:
            self._bridge.spawn(self._begin_demo(api))
        await self._over.wait()
        self._window.panes.preview.close_streams()
        await self._bridge.settle_commands()
        await self._window.presence.close()
        self._bridge.detach()
        await api.close()
        if self._demo is not None:
            self._demo.close()
        return 0

    async def _begin_demo(self, api: Any) -> None:
        from headwater_ui.shell.demo_job import begin_demo

        self._demo = await begin_demo(api, self._profile.data_folder / "demo", self._window.adding.select_soon)

    async def _tell_and_end(self, sentence: str) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Critical, translate("Main", "Headwater cannot start"), sentence, parent=self._window
        )
        box.setObjectName("startProblem")
        box.finished.connect(self._over.set)
        box.open()
        await self._over.wait()


if __name__ == "__main__":
    sys.exit(main())
