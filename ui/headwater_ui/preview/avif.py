"""AVIF pictures, which Qt's decoders and Qt's FFmpeg do not know: libavif does, of which Pillow brings a copy.

Where a package leaves that copy to the system that it is made for, the older binding to it (`pillow_avif`, from the
same author) stands in: it is linked with the library of the system, which gets security fixes there.

The rule: only these decoders are asked, not Pillow's pictures. They would load the libraries of a dozen other formats,
which Qt decodes here, and every package would carry them. They are not part of what Pillow and its plugin promise, so
versions are bounded in `pyproject.toml`, and a test decodes real pictures with both.
"""

from typing import Any, Final

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
        opened = _open(data)
        if opened is None:
            return None
        decoder, width, height, mode = opened
        if width * height > _MOST_PIXELS:
            return None
        pixels, *_times = decoder.get_frame(0)
    except (OSError, ValueError, SyntaxError):  # how the decoder says that a picture is damaged
        return None
    form, bytes_per_pixel = _FORMATS[mode]
    return QImage(pixels, width, height, width * bytes_per_pixel, form).copy()  # the first does not own its bytes


def _open(data: bytes) -> tuple[Any, int, int, str] | None:
    """The picture's decoder, width, height and mode; None where there is no decoder. Raises as decoders do."""
    try:
        from PIL import _avif as own
    except ImportError:  # a Pillow without it
        pass
    else:
        decoder = own.AvifDecoder(data, "auto", 1)
        (width, height), _frames, mode, *_metadata = decoder.get_info()
        return decoder, width, height, mode
    try:
        from pillow_avif import _avif as of_system
    except ImportError:
        return None
    decoder = of_system.AvifDecoder(data, "auto", "auto", 1)
    width, height, _frames, mode, *_metadata = decoder.get_info()
    return decoder, width, height, mode
