"""AVIF pictures, which Qt's decoders and Qt's FFmpeg do not know: Pillow brings a decoder, or the system has dav1d.

The rule: of Pillow only that decoder is asked, not its pictures. They would load the libraries of a dozen other
formats, which Qt decodes here. It is not part of what Pillow promises, so its version is bounded in `pyproject.toml`,
and a test decodes real pictures. Packages for Linux leave it out: the system's decoder does the same, and is a third
as large (`av1`).
"""

from typing import Final

from PySide6.QtGui import QImage, QPainter

from headwater.formats.avif import CodedPicture, read_avif
from headwater.formats.byte_view import Malformed
from headwater_ui.preview.av1 import Av1Error, decode_tile

_MOST_PIXELS: Final = 64 * 1024**2
#: What its bytes are, by the decoder's name for them: Qt's name, and bytes a pixel.
_FORMATS: Final = {
    "L": (QImage.Format.Format_Grayscale8, 1),
    "RGB": (QImage.Format.Format_RGB888, 3),
    "RGBA": (QImage.Format.Format_RGBA8888, 4),
}


def decode_avif(data: bytes) -> QImage | None:
    """The first picture of a whole file; None when it is damaged, larger than 64 mebipixels, or has no decoder here."""
    try:
        from PIL import _avif
    except ImportError:  # our packages for Linux, and a Pillow that a system built without it
        return decode_with_dav1d(data)
    try:
        decoder = _avif.AvifDecoder(data, "auto", 1)
        (width, height), _frames, mode, *_metadata = decoder.get_info()
        if width * height > _MOST_PIXELS:
            return None
        pixels, *_times = decoder.get_frame(0)
    except (OSError, ValueError, SyntaxError):  # how the decoder says that a picture is damaged
        return None
    form, bytes_per_pixel = _FORMATS[mode]
    return QImage(pixels, width, height, width * bytes_per_pixel, form).copy()  # the first does not own its bytes


def decode_with_dav1d(data: bytes) -> QImage | None:
    """The same, by the system's decoder of AV1."""
    try:
        picture = read_avif(data)
        image = _put_together(picture.colour, grey=False)
        if picture.alpha is not None:
            # Where its size differs, which no file should do, it is drawn out.
            image.setAlphaChannel(_put_together(picture.alpha, grey=True).scaled(image.size()))
    except (Malformed, Av1Error):
        return None
    return image


def _put_together(coded: CodedPicture, *, grey: bool) -> QImage:
    """A picture from its tiles. Raises `Av1Error`."""
    if coded.width * coded.height > _MOST_PIXELS:
        raise Av1Error(f"{coded.width} x {coded.height} pixels are more than anybody looks at")
    if len(coded.tiles) == 1:
        return decode_tile(coded, coded.tiles[0], _MOST_PIXELS, grey=grey)
    image = QImage(coded.width, coded.height, QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32)
    image.fill(0)
    left = 2 * _MOST_PIXELS  # a file may name one large picture for thousands of tiles
    with QPainter(image) as painter:
        for number, tile in enumerate(coded.tiles):
            part = decode_tile(coded, tile, left, grey=grey)
            left -= part.width() * part.height()
            if left <= 0:
                raise Av1Error("the tiles are larger than what they make")
            row, column = divmod(number, coded.columns)
            painter.drawImage(column * part.width(), row * part.height(), part)  # all but the last ones are of one size
    return image
