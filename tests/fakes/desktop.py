"""A desktop of a test's own: Xvfb with a window manager, driven with xdotool, photographed with ImageMagick.

Tests that need it are marked `window` and are skipped with the reason where a program is missing. The rule: nothing
here waits for a time to pass. What a window did is seen in its files (`listed`), in its servers, or on the screen
(`Desktop.rest`).
"""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageChops
from tests.fakes.waiting import PATIENCE_S, until

from headwater.control.api import Api
from headwater.engine.catalog import Catalog
from headwater.engine.job import StoredRow
from headwater.model.snapshots import JobSnapshot

PROGRAMS: Final = ("Xvfb", "openbox", "xdotool", "import")
ARTEFACTS: Final = Path(__file__).parents[2] / "artefacts" / "window"
HEADWATER: Final = (sys.executable, "-m", "headwater_ui.main")
_SIZE: Final = "1440x900x24"
#: Between two looks at the screen; pictures of it cost time.
_LOOK_S: Final = 0.3
#: A caret that blinks and a clock that ticks are no unrest: so many points may differ between two pictures.
_STILL_POINTS: Final = 200

#: A window of its own in the upper left corner: owns the clipboard, and links can be dragged out of it.
_LINK_HOLDER: Final = """
import sys
from PySide6.QtCore import QMimeData, QUrl, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Holder(QLabel):
    is_told = False

    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.is_told:  # on the screen from now on: what is pressed there is pressed here
            self.is_told = True
            print("ready", flush=True)

    def mouseMoveEvent(self, event):
        mime = QMimeData()
        mime.setUrls([QUrl(link) for link in sys.argv[1:]])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication([])
app.clipboard().setText("\\n".join(sys.argv[1:]))
holder = Holder("Drag me")
holder.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
holder.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
holder.setGeometry(0, 0, 90, 24)
holder.setWindowTitle("link holder")
holder.show()
sys.exit(app.exec())
"""


def missing_programs() -> str:
    """Why a window cannot be driven here; empty when it can."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


#: What the module of a test of windows says of itself.
WINDOW_MARKS: Final = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing_programs()), reason=missing_programs()),
    pytest.mark.timeout(900),
]


class Desktop:
    """A running display. `environment` is for programs that are shown on it."""

    def __init__(self, display: str, name: str) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._name = name
        self._shots = 0

    async def run(self, *command: str) -> str:
        """Run a program to its end; its output. Raises `AssertionError` when it fails."""
        process = await asyncio.create_subprocess_exec(
            *command, env=self.environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        try:
            out, err = await process.communicate()
        finally:
            if process.returncode is None:  # nobody waits for it any more
                process.kill()
                await process.wait()
        assert process.returncode == 0, f"{' '.join(command)}: {err.decode()}"
        return out.decode()

    async def keys(self, *keys: str) -> None:
        """Press keys in the window that has the focus, as `ctrl+v`."""
        for key in keys:
            await self.run("xdotool", "key", "--clearmodifiers", key)

    async def text(self, text: str) -> None:
        """Type into the field that has the focus."""
        await self.run("xdotool", "type", "--delay", "4", text)

    async def _seen(self, title: str, *options: str) -> list[str]:
        """The numbers of the windows of this title that can be seen."""
        try:
            return (await self.run("xdotool", "search", *options, "--onlyvisible", "--name", f"^{title}$")).split()
        except AssertionError as error:
            # Nothing was found, or a window came or went as xdotool looked.
            if "BadWindow" not in str(error) and not str(error).endswith(": "):
                raise
            return []

    async def window(self, title: str) -> str:
        """The number of a window whose title is exactly this, once it can be seen; it has the focus then."""
        async with asyncio.timeout(PATIENCE_S):
            while not (found := await self._seen(title, "--sync")):
                pass
            await self.run("xdotool", "windowactivate", "--sync", found[-1])
        return found[-1]

    async def has(self, title: str, within_s: float) -> bool:
        """Whether a window of this title can be seen before the time is over."""
        try:
            await until(lambda: self._seen(title), every_s=_LOOK_S, patience_s=within_s)
        except AssertionError:
            return False
        return True

    async def gone(self, title: str) -> None:
        """Wait until no window of this title can be seen any more."""

        async def is_gone() -> bool:
            return not await self._seen(title)

        await until(is_gone, f"{title} is gone", every_s=_LOOK_S)

    async def rest(
        self, box: tuple[int, int, int, int] | None = None, *, unlike: Image.Image | None = None
    ) -> Image.Image:
        """Wait until the screen, or the part of it in `box` (left, top, right, bottom), shows something and has come to
        rest, and no longer looks like `unlike`; its picture then."""
        seen: list[Image.Image] = []
        path = ARTEFACTS / f"{self._name}-now.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        async with asyncio.timeout(PATIENCE_S):
            while True:
                await self.run("import", "-window", "root", str(path))
                with Image.open(path) as picture:
                    seen.append(picture.convert("L").crop(box))
                darkest, lightest = seen[-1].getextrema()
                is_still = len(seen) > 2 and all(_is_like(seen[-1], one) for one in seen[-3:-1])
                if darkest != lightest and is_still and (unlike is None or not _is_like(seen[-1], unlike)):
                    path.unlink()
                    return seen[-1]
                await asyncio.sleep(_LOOK_S)

    async def shoot(self, what: str) -> Path:
        """A picture of the screen, kept among the artefacts."""
        self._shots += 1
        path = ARTEFACTS / f"{self._name}-{self._shots}-{what}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        await self.run("import", "-window", "root", str(path))
        return path

    @asynccontextmanager
    async def program(self, *command: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """A program on this desktop, killed at the end when it still runs."""
        process = await asyncio.create_subprocess_exec(*command, env=self.environment, stdout=asyncio.subprocess.PIPE)
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                process.kill()
            await process.communicate()

    @asynccontextmanager
    async def links_at_hand(self, links: Sequence[str]) -> AsyncIterator[None]:
        """Links in the clipboard, and in a small window at (0, 0) out of which they can be dragged."""
        async with self.program(sys.executable, "-c", _LINK_HOLDER, *links) as holder:
            assert holder.stdout is not None
            assert await holder.stdout.readline() == b"ready\n"
            yield


@asynccontextmanager
async def open_desktop(name: str) -> AsyncIterator[Desktop]:
    """Start display and window manager; `name` begins the names of its pictures."""
    read_end, write_end = os.pipe()
    server = await asyncio.create_subprocess_exec(
        "Xvfb", "-displayfd", str(write_end), "-screen", "0", _SIZE, "-nolisten", "tcp",
        pass_fds=(write_end,), stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write_end)
    try:
        with os.fdopen(read_end, "rb") as told:
            number = (await asyncio.to_thread(told.readline)).decode().strip()
        desktop = Desktop(f":{number}", name)
        async with desktop.program("openbox"):
            yield desktop
    finally:
        server.terminate()
        await server.wait()


def _is_like(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures show the same, but for a caret."""
    unlike = ImageChops.difference(one, other).point(lambda value: 1 if value > 8 else 0)
    return sum(unlike.tobytes()) <= _STILL_POINTS


async def ended(window: asyncio.subprocess.Process) -> None:
    """Wait until a program has ended well."""
    async with asyncio.timeout(PATIENCE_S):
        assert await window.wait() == 0


async def leave(desktop: Desktop, window: asyncio.subprocess.Process) -> None:
    """Ctrl+Q in the window, and its end."""
    await desktop.window("Headwater")
    await desktop.keys("ctrl+q")
    await ended(window)


async def jobs_in(profile: Path) -> tuple[JobSnapshot, ...]:
    """What the list of a closed window holds."""
    api = await Api.open(profile)
    try:
        return api.jobs()
    finally:
        await api.close()


async def listed(profile: Path, wanted: Callable[[list[StoredRow]], object], what: str) -> None:
    """Wait until the list of a running window, as it stands on the disk, is as `wanted`."""
    catalog = await Catalog.open(profile / "catalog.sqlite3")

    async def is_wanted() -> object:
        return wanted(await catalog.rows())

    try:
        await until(is_wanted, f"in the list on the disk, {what}", every_s=_LOOK_S)
    finally:
        await catalog.close()
