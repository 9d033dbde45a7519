"""One coded AV1 picture as pixels: decoded by the system's dav1d, its colours made RGB by the FFmpeg that Qt brings.

For packages of Linux, which leave Pillow's decoder out, because it carries an encoder that nobody here asks. The rule:
of structures, only fields are read whose places are known in every dav1d of `_DAV1D`; a library of another number is
not touched.
"""

import ctypes
import functools
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import PySide6
from PySide6.QtGui import QImage

from headwater.formats.avif import CodedPicture

#: Those of Debian 13, Debian 12 and Ubuntu 22.04, and where their sequence headers say whether all values are used.
_DAV1D: Final = {"libdav1d.so.7": 33, "libdav1d.so.6": 36, "libdav1d.so.5": 36}
#: More than any structure of dav1d's that is given to it to fill in.
_ROOM: Final = 4096
#: FFmpeg's names for dav1d's layouts: monochrome, and colours at a quarter, half and full resolution.
_LAYOUTS: Final = ("gray", "yuv420p", "yuv422p", "yuv444p")
_ENDINGS: Final = {8: "", 10: "10le", 12: "12le"}
_IDENTITY, _UNSAID, _BT601 = 0, 2, 5
#: Bilinear, with every pixel's own colour, rounded exactly.
_SCALING: Final = 2 | 0x2000 | 0x40000
_UNIT: Final = 1 << 16
#: Brightness from 16 to 235 as brightness from 0 to 255.
_WIDENED: Final = bytes(min(255, max(0, round((value - 16) * 255 / 219))) for value in range(256))
#: As wide as the widest registers that FFmpeg fills rows with.
_ALIGNED: Final = 64


class Av1Error(Exception):
    """The coded picture is damaged, too large, or of a kind that is not decoded here."""


class _Sequence(ctypes.Structure):
    """The beginning of `Dav1dSequenceHeader`, and some of the rest."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("profile", "width", "height", "layout", "primaries", "transfer", "matrix")),
        ("rest", ctypes.c_uint8 * 16),
    )


class _Decoded(ctypes.Structure):
    """The beginning of `Dav1dPicture`, and room for the rest."""

    _fields_ = (
        ("sequence", ctypes.POINTER(_Sequence)),
        ("frame", ctypes.c_void_p),
        ("planes", ctypes.c_void_p * 3),
        ("strides", ctypes.c_ssize_t * 2),
        *((name, ctypes.c_int) for name in ("width", "height", "layout", "depth")),
        ("rest", ctypes.c_char * _ROOM),
    )


class _Data(ctypes.Structure):
    """The beginning of `Dav1dData`, and room for the rest."""

    _fields_ = (("data", ctypes.c_void_p), ("left", ctypes.c_size_t), ("rest", ctypes.c_char * _ROOM))


class _Settings(ctypes.Structure):
    """The beginning of `Dav1dSettings`: the second field's name differs, but 1 means "one after the other" in all."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("threads", "delay", "grain", "operating_point", "all_layers")),
        ("most_pixels", ctypes.c_uint),
        ("rest", ctypes.c_char * _ROOM),
    )


def is_decodable() -> bool:
    """Whether this system has what it takes."""
    return _load_dav1d() is not None and _load_scaler() is not None


def decode_tile(coded: CodedPicture, tile: bytes, most_pixels: int, *, grey: bool) -> QImage:
    """One tile of a picture: 32 bits a pixel, or its brightness as 8 bits of grey. Raises `Av1Error`."""
    loaded, settings = _load_dav1d(), _Settings()
    if loaded is None:
        raise Av1Error("there is no dav1d here")
    dav1d, range_at = loaded
    dav1d.dav1d_default_settings(ctypes.byref(settings))
    settings.delay, settings.all_layers, settings.most_pixels = 1, 0, most_pixels
    context = ctypes.c_void_p()
    _check(dav1d.dav1d_open(ctypes.byref(context), ctypes.byref(settings)))
    picture = _Decoded()
    try:
        _feed(dav1d, context, tile, picture)
        header = bytes(picture.sequence.contents)
        matrix, full_range = picture.sequence.contents.matrix, bool(header[range_at])
        if coded.matrix not in (None, _UNSAID):
            matrix = coded.matrix
        if grey or coded.full_range is not None:  # opacity uses all values, whatever encoders say of it
            full_range = grey or bool(coded.full_range)
        return _as_image(picture, matrix, full_range=full_range, grey=grey)
    finally:
        dav1d.dav1d_picture_unref(ctypes.byref(picture))
        dav1d.dav1d_close(ctypes.byref(context))


def _feed(dav1d: Any, context: ctypes.c_void_p, coded: bytes, picture: _Decoded) -> None:
    """Fill in the first picture that comes out."""
    data = _Data()
    place = dav1d.dav1d_data_create(ctypes.byref(data), ctypes.c_size_t(len(coded)))
    if not place:
        raise MemoryError
    ctypes.memmove(place, coded, len(coded))
    try:
        while data.left:
            before = data.left
            sent = dav1d.dav1d_send_data(context, ctypes.byref(data))
            # Asked a second time without new bytes, it gives what it held back for more.
            for _ in range(2):
                if dav1d.dav1d_get_picture(context, ctypes.byref(picture)) == 0:
                    return
            if data.left == before:
                _check(sent)
                break
    finally:
        dav1d.dav1d_data_unref(ctypes.byref(data))
    raise Av1Error("there is no picture inside")


def _as_image(picture: _Decoded, matrix: int, *, full_range: bool, grey: bool) -> QImage:
    libraries = _load_scaler()
    if libraries is None or picture.depth not in _ENDINGS or not 0 <= picture.layout < len(_LAYOUTS):
        raise Av1Error(f"no FFmpeg for layout {picture.layout} with {picture.depth} bits")
    utilities, scaler = libraries
    layout = _LAYOUTS[0 if grey else picture.layout]
    if layout == "yuv444p" and matrix == _IDENTITY:
        layout = "gbrp"
    width, height = int(picture.width), int(picture.height)
    source = utilities.av_get_pix_fmt(f"{layout}{_ENDINGS[picture.depth]}".encode())
    target = utilities.av_get_pix_fmt(b"gray" if grey else b"bgra")
    stride = -(-width * (1 if grey else 4) // _ALIGNED) * _ALIGNED
    pixels = ctypes.create_string_buffer(stride * height + _ALIGNED)
    context = scaler.sws_getContext(width, height, source, width, height, target, _SCALING, None, None, None)
    if context is None:
        raise Av1Error(f"FFmpeg does not know {layout}")
    try:
        table = scaler.sws_getCoefficients(_BT601 if matrix in (_IDENTITY, _UNSAID) else matrix)
        scaler.sws_setColorspaceDetails(context, table, int(full_range), table, 1, 0, _UNIT, _UNIT)
        luma, chroma = picture.strides
        planes = (ctypes.c_void_p * 4)(*picture.planes)
        strides = (ctypes.c_int * 4)(luma, chroma, chroma)
        into = (ctypes.c_void_p * 4)(ctypes.addressof(pixels))
        if scaler.sws_scale(context, planes, strides, 0, height, into, (ctypes.c_int * 4)(stride)) != height:
            raise Av1Error("FFmpeg did not take the picture")
    finally:
        scaler.sws_freeContext(context)
    # FFmpeg leaves the range of what has no colours as it is.
    shown = pixels.raw if full_range or layout != "gray" else pixels.raw.translate(_WIDENED)
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    return QImage(shown, width, height, stride, form).copy()  # the first does not own its bytes


def _check(status: int) -> None:
    if status < 0:
        raise Av1Error(os.strerror(-status))


@functools.cache
def _load_dav1d() -> tuple[Any, int] | None:
    """The first that is there, and where its sequence headers tell the range."""
    for name, range_at in _DAV1D.items():
        library = _load((name,))
        if library is not None:
            library.dav1d_data_create.restype = ctypes.c_void_p
            return library, range_at
    return None


@functools.cache
def _load_scaler() -> tuple[Any, Any] | None:
    """FFmpeg's utilities and its scaler, from beside Qt.

    Qt loads them lazily: random numbers, which nothing here asks for, they take from an OpenSSL that Qt finds later.
    `ctypes` wants all names at once, so that OpenSSL has to be there before, for all to see.
    """
    beside = Path(PySide6.__file__).parent / "Qt" / "lib"
    if _load(("libcrypto.so.3",), ctypes.RTLD_GLOBAL) is None:
        return None
    utilities, scaler = (_load(map(str, beside.glob(f"{name}.so.*"))) for name in ("libavutil", "libswscale"))
    if utilities is None or scaler is None:
        return None
    scaler.sws_getContext.restype = scaler.sws_getCoefficients.restype = ctypes.c_void_p
    scaler.sws_getContext.argtypes = [*[ctypes.c_int] * 7, *[ctypes.c_void_p] * 3]
    scaler.sws_getCoefficients.argtypes = [ctypes.c_int]
    scaler.sws_freeContext.argtypes = [ctypes.c_void_p]
    scaler.sws_scale.argtypes = [
        ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p,
    ]  # fmt: skip
    scaler.sws_setColorspaceDetails.argtypes = [
        ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, *[ctypes.c_int] * 4,
    ]  # fmt: skip
    return utilities, scaler


def _load(names: Iterable[str], mode: int = ctypes.DEFAULT_MODE) -> Any | None:
    for name in names:
        try:
            return ctypes.CDLL(name, mode)
        except OSError:  # it is not there, or asks for what is not there: the next one may be
            continue
    return None
