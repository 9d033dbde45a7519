"""Decoding a picture from its first bytes. Runs on a worker thread: nothing here touches a widget.

JPEG, GIF and BMP are shown as far as they have come, progressive JPEG sharpens as a whole, PNG row by row; a format
that needs its last byte first (WebP, TIFF, AVIF) shows when it is complete.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from headwater.formats.sniff import Container, sniff
from headwater_ui.preview.avif import decode_avif
from headwater_ui.preview.png_rows import complete_png


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture, no larger than asked for. `full_size` are its real pixels; `format` as `JPEG`."""

    image: QImage
    full_size: QSize
    format: str


def decode_picture(parts: Sequence[bytes], room: QSize, *, complete: bool) -> Picture | None:
    """Decode what has arrived, scaled down to fit into `room` (in device pixels); None when nothing can be shown."""
    data = b"".join(parts)
    if sniff(data[:64]) is Container.AVIF:
        return _decode_avif(data, room) if complete else None
    visible_part = 1.0
    if not complete and data.startswith(b"\x89PNG"):
        partial = complete_png(data)
        if partial is None:
            return None
        data, visible_part = partial.data, partial.rows / partial.height
    device = QBuffer()
    device.setData(QByteArray(data))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device)
    reader.setAutoTransform(True)
    full_size = reader.size()
    if full_size.isValid() and (full_size.width() > room.width() or full_size.height() > room.height()):
        # JPEG is decoded at the smaller scale at once, several times faster.
        reader.setScaledSize(full_size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    kind = bytes(reader.format().data()).decode().upper()
    image = reader.read()
    del reader  # before its device: the decoder of TIFF still seeks there when it ends
    if image.isNull():
        return None
    if visible_part < 1.0:
        image = _only_rows(image, round(image.height() * visible_part))
    return Picture(image, full_size if full_size.isValid() else image.size(), kind)


def _decode_avif(data: bytes, room: QSize) -> Picture | None:
    image = decode_avif(data)
    if image is None:
        return None
    full_size = image.size()
    if full_size.width() > room.width() or full_size.height() > room.height():
        image = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return Picture(image, full_size, "AVIF")


def _only_rows(image: QImage, rows: int) -> QImage:
    """The first `rows` rows, the rest see-through: rows that did not come yet are not black."""
    result = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    shown = QRect(0, 0, image.width(), rows)
    with QPainter(result) as painter:
        painter.drawImage(shown, image, shown)
    return result
