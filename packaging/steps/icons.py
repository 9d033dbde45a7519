"""The program's icon in every size and format that a system asks for, rendered from the one drawing.

python packaging/steps/icons.py FOLDER      (PNGs as hicolor wants them, below FOLDER/icons/hicolor)
"""

import io
import sys
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from headwater_resources import read_resource
from places import APP_ID

#: The sizes of the hicolor theme for applications, in pixels.
SIZES: Final = (16, 22, 24, 32, 36, 48, 64, 72, 96, 128, 192, 256, 512)
_WINDOWS_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def render_png(size: int) -> bytes:
    """The icon as a square PNG with `size` pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        QSvgRenderer(QByteArray(read_resource("icons", "headwater.svg"))).render(painter)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stub wants bytes, Qt takes text
        raise OSError(f"the icon could not be written with {size} pixels")
    return bytes(buffer.data().data())


def write_hicolor(share: Path) -> None:
    """All sizes, and the drawing itself, below `share/icons/hicolor`."""
    theme = share / "icons" / "hicolor"
    for size in SIZES:
        _write(theme / f"{size}x{size}" / "apps" / f"{APP_ID}.png", render_png(size))
    _write(theme / "scalable" / "apps" / f"{APP_ID}.svg", read_resource("icons", "headwater.svg"))


def write_ico(target: Path) -> None:
    """The icon of a Windows program, all its sizes in one file."""
    pictures = [Image.open(io.BytesIO(render_png(size))) for size in _WINDOWS_SIZES]
    target.parent.mkdir(parents=True, exist_ok=True)
    pictures[-1].save(
        target, format="ICO", append_images=pictures[:-1], sizes=[(size, size) for size in _WINDOWS_SIZES]
    )


def write_icns(target: Path) -> None:
    """The icon of a macOS program."""
    target.parent.mkdir(parents=True, exist_ok=True)
    Image.open(io.BytesIO(render_png(1024))).save(target, format="ICNS")


def _write(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


if __name__ == "__main__":
    write_hicolor(Path(sys.argv[1]))
