"""Icons, drawn from our own SVGs in the colour of the text around them, sharp at any scale.

Line icons are rendered for the palette in force; `refresh` forgets them when it changes.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from headwater_resources import icon_svg
from headwater_ui.theme import colours

#: What menus, tool bars and lists, and empty panes ask for; drawn once for each scale that a screen has.
_SIZES: Final = (16, 20, 40)
#: What desktops ask for: task bars, switchers, the About box.
_APP_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
_KINDS: Final[dict[str, str]] = {
    **dict.fromkeys((".zip", ".gz", ".xz", ".bz2", ".zst", ".7z", ".rar", ".tar", ".tgz", ".deb", ".rpm"), "archive"),
    **dict.fromkeys((".iso", ".img", ".dmg", ".qcow2", ".vdi", ".vmdk"), "disc"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg", ".avif"), "image"),
    **dict.fromkeys((".mp4", ".mkv", ".webm", ".avi", ".mov", ".ts", ".m4v", ".mpg"), "video"),
    **dict.fromkeys((".mp3", ".flac", ".ogg", ".opus", ".m4a", ".wav", ".aac"), "audio"),
    **dict.fromkeys((".txt", ".md", ".pdf", ".epub", ".csv", ".json", ".xml", ".html", ".odt", ".docx"), "text"),
    **dict.fromkeys((".exe", ".msi", ".appimage", ".apk", ".sh", ".run", ".jar", ".whl"), "program"),
}


def icon(name: str) -> QIcon:
    """An icon of the tool bar and menus, in the colour of text; disabled ones are fainter."""
    c = colours()
    return _drawn(name, c.text, c.muted)


def file_kind(file_name: str) -> str | None:
    """`archive`, `disc`, `image`, `video`, `audio`, `text` or `program`, told from the suffix; None for others."""
    return _KINDS.get(PurePath(file_name).suffix.lower())


def file_icon(file_name: str) -> QIcon:
    """The icon of a file's type, told from its suffix."""
    kind = file_kind(file_name)
    c = colours()
    return _drawn(f"file-{kind}" if kind else "file", c.accent, c.muted)


def app_icon() -> QIcon:
    return _drawn("headwater", "", "", _APP_SIZES)


def refresh() -> None:
    """Forget what was drawn for another palette."""
    _drawn.cache_clear()


def pixel_sizes(sizes: Sequence[int], scales: Iterable[float]) -> tuple[int, ...]:
    """How many pixels wide pictures must be, so that each of `sizes` is sharp at each scale."""
    return tuple(sorted({round(size * scale) for size in sizes for scale in (1.0, *scales)}))


@cache
def _drawn(name: str, ink: str, faint: str, sizes: tuple[int, ...] = _SIZES) -> QIcon:
    result = QIcon()
    svg = icon_svg(name)
    scales = [screen.devicePixelRatio() for screen in QGuiApplication.screens()]
    for mode, colour in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, faint)):
        renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
        for size in pixel_sizes(sizes, scales):
            pixmap = QPixmap(QSize(size, size))
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                if mode is QIcon.Mode.Disabled:
                    painter.setOpacity(0.45)
                renderer.render(painter)
            result.addPixmap(pixmap, mode)
        if not colour:
            break  # the program's own colours, which nothing disables
    return result
