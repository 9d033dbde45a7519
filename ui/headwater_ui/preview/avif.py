"""AVIF pictures, which Qt's decoders and Qt's FFmpeg do not know; Pillow brings a decoder.

The rule: only that decoder is asked, not Pillow's pictures. They would load the libraries of a dozen other formats,
which Qt decodes here, and every package would carry them. It is not part of what Pillow promises, so its version is
bounded in `pyproject.toml`, and a test decodes real pictures.
"""

from typing import Final

from PySide6.QtGui import QImage

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
    except ImportError:  # a Pillow that a system built without it
        return None
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
