"""Take the pictures of `docs/tour.md`, and the one that greets readers: drive the demo on a display of its own.

    python docs/draw_tour.py

Needs Xvfb, openbox, xdotool and ImageMagick, and takes about half a minute. A person looks at the pictures afterwards:
nothing here can tell whether they show what the page says.
"""

import asyncio
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402  # behind the path that the tests' desktop needs
from tests.fakes.desktop import Desktop, missing_programs, open_desktop  # noqa: E402  # as above
from tests.fakes.waiting import until  # noqa: E402  # as above

from headwater.lab.mirrors import MirrorLab  # noqa: E402  # as above
from headwater.lab.sample import SeededSample  # noqa: E402  # as above
from headwater.lab.shaping import MirrorBehaviour  # noqa: E402  # as above

PICTURES: Final = ROOT / "docs" / "pictures"
HEADWATER: Final = (sys.executable, "-m", "headwater_ui.main")
#: Enough for photographs and letters alike, at a third of the size.
_COLOURS: Final = 256
#: The tab, in pixels from the window's upper left corner at the size that the display gives it.
_TUNING_TAB: Final = ("1088", "86")
_PREVIEW_TAB: Final = ("985", "86")
#: Whose home the pictures show; nothing is written there.
_HOME: Final = "/home/ada"


async def draw_tour(profile: Path) -> None:
    """All pictures, in the page's order."""
    async with open_desktop("tour") as desktop:
        desktop.environment["HOME"] = _HOME
        async with desktop.program(*HEADWATER, "--profile", str(profile)) as program:
            await desktop.window("Headwater")
            await asyncio.sleep(2.0)
            await _keep(desktop, "empty")
            await _show_adding(desktop)
            await desktop.keys("ctrl+q")
            await program.wait()
        async with desktop.program(*HEADWATER, "--profile", str(profile), "--demo") as program:
            number = await desktop.window("Headwater")
            await until((profile / "demo" / "headwater.jpg.part").exists, "the demo begins")
            await asyncio.sleep(6.0)
            await _keep(desktop, "running")
            await desktop.run("import", "-window", number, str(PICTURES / "demo.png"))
            _reduce(PICTURES / "demo.png", PICTURES / "demo.png")
            await desktop.run("xdotool", "mousemove", "--window", number, *_TUNING_TAB, "click", "1")
            await asyncio.sleep(2.0)
            await _keep(desktop, "tuning")
            await until((profile / "demo" / "headwater.jpg").exists, "the picture is complete")
            await asyncio.sleep(1.5)
            await desktop.run("xdotool", "mousemove", "--window", number, *_PREVIEW_TAB, "click", "1")
            await asyncio.sleep(1.5)
            await _keep(desktop, "done")
            await desktop.keys("ctrl+q")
            await program.wait()


async def _show_adding(desktop: Desktop) -> None:
    mirrors = [MirrorBehaviour(latency_s=0.02 * number) for number in (1, 2, 5)]
    async with MirrorLab(mirrors, SeededSample(734_003_200), path="/river.iso") as lab:
        async with desktop.links_at_hand(lab.urls):
            await desktop.window("Headwater")
            await desktop.keys("ctrl+v")
            await desktop.window("Add downloads")
        await asyncio.sleep(2.5)
        await _keep(desktop, "adding")
        await desktop.keys("Escape")
        await desktop.window("Headwater")


async def _keep(desktop: Desktop, name: str) -> None:
    """A picture of the screen."""
    _reduce(await desktop.shoot(name), PICTURES / f"tour-{name}.png")


def _reduce(shot: Path, target: Path) -> None:
    """The same picture in few colours: the window's own as they are, since they tell sources apart, and some others."""
    with Image.open(shot) as opened:
        picture = opened.convert("RGB")
    pixels = picture.tobytes()
    counted = Counter(pixels[at : at + 3] for at in range(0, len(pixels), 3))
    often = [channel for colour, _ in counted.most_common(_COLOURS // 2) for channel in colour]
    others = picture.quantize(_COLOURS // 2, method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette(often + others[: 3 * (_COLOURS // 2)])
    few = picture.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
    few.save(target, optimize=True)


def main() -> int:
    """Draw; the exit status."""
    if reason := missing_programs():
        sys.stderr.write(f"no pictures: {reason}\n")
        return 1
    profile = Path(tempfile.mkdtemp(prefix="headwater-tour-"))
    try:
        asyncio.run(draw_tour(profile))
    finally:
        shutil.rmtree(profile)
    return 0


if __name__ == "__main__":
    sys.exit(main())
