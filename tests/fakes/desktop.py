"""A desktop of a test's own: Xvfb with a window manager, driven with xdotool, photographed with ImageMagick.

Tests that need it are marked `window` and are skipped with the reason where a program is missing.
"""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

PROGRAMS: Final = ("Xvfb", "openbox", "xdotool", "import")
ARTEFACTS: Final = Path(__file__).parents[2] / "artefacts" / "window"
_SIZE: Final = "1440x900x24"
_PATIENCE_S: Final = 30.0

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
        out, err = await process.communicate()
        assert process.returncode == 0, f"{' '.join(command)}: {err.decode()}"
        return out.decode()

    async def keys(self, *keys: str) -> None:
        """Press keys in the window that has the focus, as `ctrl+v`."""
        for key in keys:
            await self.run("xdotool", "key", "--clearmodifiers", key)

    async def window(self, title: str) -> str:
        """The number of a window whose title is exactly this, once it can be seen."""
        async with asyncio.timeout(_PATIENCE_S):
            found = ""
            while not found:
                try:
                    found = await self.run("xdotool", "search", "--sync", "--onlyvisible", "--name", f"^{title}$")
                except AssertionError as error:
                    # Windows come and go while a program starts: xdotool gives up on one that went as it looked.
                    if "BadWindow" not in str(error):
                        raise
        number = found.split()[-1]
        await self.run("xdotool", "windowactivate", "--sync", number)
        return number

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


async def until(holds: Callable[[], object], what: str, patience_s: float = _PATIENCE_S) -> None:
    """Look again and again, some times a second, until `holds`; programs on a screen tell nobody when they are done."""
    try:
        async with asyncio.timeout(patience_s):
            while not holds():  # noqa: ASYNC110  # see above
                await asyncio.sleep(0.1)
    except TimeoutError:
        raise AssertionError(f"did not happen within {patience_s:g} s: {what}") from None
