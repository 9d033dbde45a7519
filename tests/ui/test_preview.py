"""Looking inside a file while it comes: pictures that sharpen, text in its encoding, bytes for the rest."""

import asyncio
import zlib
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS, until
from tests.ui.values import BytesStream, job, running

from headwater.control.api import JobStream
from headwater.formats.plan import Plan
from headwater.formats.sniff import Container
from headwater.model.errors import UserError
from headwater.model.job import JobState
from headwater.model.ports import OutputStream
from headwater.model.spans import Span
from headwater_ui.bridge import Bridge
from headwater_ui.preview.image_decoder import decode_picture
from headwater_ui.preview.kinds import Kind, kind_of
from headwater_ui.preview.png_rows import complete_png
from headwater_ui.preview.preview_pane import PreviewPane
from headwater_ui.preview.text_view import TEXT_CAP_BYTES, TextView, detect_encoding, fold, hex_lines

ROOM = QSize(4000, 4000)


def picture(kind: str, width: int = 320, height: int = 240) -> bytes:
    """A red upper half and a noisy blue lower half, encoded."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for y in range(height):
        for x in range(width):
            noise = x * 7919 * (y + 1) % 61
            image.setPixelColor(x, y, QColor(200, noise, 0) if y < height // 2 else QColor(0, noise, 200))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setQuality(90 if kind == "JPG" else -1)
    assert writer.write(image)
    return bytes(buffer.data().data())


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe0", Kind.IMAGE),
        (b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Kind.IMAGE),
        (b"RIFF\x00\x00\x00\x00AVI LIST", Kind.FILM),
        (b"<!doctype html><p>Sorry", Kind.TEXT),
        ("Straße\n".encode("latin-1"), Kind.TEXT),
        ("Straße".encode("utf-16"), Kind.TEXT),
        (b"PK\x03\x04\x14\x00", Kind.ARCHIVE),
        (b"\x1f\x8b\x08\x00", Kind.ARCHIVE),
        (b"%PDF-1.7\n", Kind.PDF),
        (b"\0\0\0\x1cftypavif", Kind.IMAGE),
        (b"MZ\x90\x00", Kind.BYTES),
        (bytes(range(1, 32)), Kind.BYTES),
        (b"", Kind.BYTES),
    ],
)
def test_kind_is_told_from_the_bytes(head: bytes, kind: Kind) -> None:
    assert kind_of(head) is kind


@pytest.mark.parametrize("kind", ["JPG", "PNG", "BMP"])
def test_half_a_picture_shows_its_upper_half(kind: str) -> None:
    data = picture(kind)
    if kind == "BMP":  # stored from the bottom up: what comes first is the lower half
        half = decode_picture([data[: len(data) * 6 // 10]], ROOM, complete=False)
        assert half is not None
        assert half.image.pixelColor(100, 230).blue() > 150
        return
    half = decode_picture([data[: len(data) * 6 // 10]], ROOM, complete=False)
    assert half is not None
    assert half.full_size == QSize(320, 240)
    assert half.image.pixelColor(100, 40).red() > 150
    lowest = half.image.pixelColor(100, 238)
    assert lowest.blue() < 180, "the last rows have not come"
    whole = decode_picture([data[:100], data[100:]], ROOM, complete=True)
    assert whole is not None
    assert whole.image.pixelColor(100, 238).blue() > 150


def test_pictures_are_decoded_no_larger_than_the_pane_needs() -> None:
    small = decode_picture([picture("JPG")], QSize(80, 80), complete=True)
    assert small is not None
    assert (small.image.width(), small.image.height()) == (80, 60)
    assert small.full_size == QSize(320, 240)


def test_rows_of_a_png_that_did_not_come_are_see_through() -> None:
    data = picture("PNG")
    half = decode_picture([data[: len(data) // 2]], ROOM, complete=False)
    assert half is not None
    assert half.image.pixelColor(10, 239).alpha() == 0
    assert half.image.pixelColor(10, 1).alpha() == 255


def test_every_beginning_of_a_png_gives_rows_or_nothing() -> None:
    data = picture("PNG", 64, 48)
    rows = []
    for end in range(0, len(data), 17):
        partial = complete_png(data[:end])
        rows.append(partial.rows if partial is not None else 0)
    assert rows == sorted(rows)
    assert rows[0] == 0
    assert rows[-1] == 48


def test_a_broken_or_giant_png_is_refused_and_not_unpacked() -> None:
    data = picture("PNG", 64, 48)
    assert complete_png(data[:60] + b"\xff" * 200) is None
    giant = bytearray(data)
    giant[16:24] = (100_000).to_bytes(4, "big") * 2
    assert complete_png(bytes(giant)) is None


def test_interlaced_png_has_the_size_its_passes_need() -> None:
    raw_rows = b"".join(
        (b"\0" + bytes(width)) * height
        for width, height in ((2, 2), (2, 2), (4, 2), (4, 4), (8, 4), (8, 8), (16, 8))  # 16 x 16, one byte a pixel
    )
    header = b"IHDR" + (16).to_bytes(4, "big") * 2 + bytes((8, 0, 0, 0, 1))
    packed = zlib.compress(raw_rows)
    data = b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big") + header + zlib.crc32(header).to_bytes(4, "big")
    data += len(packed).to_bytes(4, "big") + b"IDAT" + packed + zlib.crc32(b"IDAT" + packed).to_bytes(4, "big")
    partial = complete_png(data)
    assert partial is not None
    assert partial.rows == partial.height == 16
    assert decode_picture([data], ROOM, complete=False) is not None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_encodings_are_told(encoding: str) -> None:
    text = "Съешь же ещё этих мягких французских булок, да выпей чаю. " * 20
    assert text.encode(encoding).decode(detect_encoding(text.encode(encoding))) == text


def test_a_letter_cut_in_two_does_not_fool_the_guess() -> None:
    assert detect_encoding("ein Weg über die Brücke ".encode() * 9 + b"\xc3") == "utf-8"


def test_endless_lines_are_folded() -> None:
    text, column = fold("x" * 4500, 0)
    assert [len(line) for line in text.split("\n")] == [2000, 2000, 500]
    assert column == 500
    again, column = fold("y" * 1600 + "\nz", column)
    assert [len(line) for line in again.split("\n")] == [1500, 100, 1]
    assert column == 1


def test_bytes_are_shown_as_lines_of_eight() -> None:
    lines = hex_lines(b"Headwater\x00\xff" + bytes(7), 0x20).splitlines()
    assert lines[0] == "00000020  48 65 61 64  77 61 74 65  Headwate"
    assert lines[1] == "00000028  72 00 ff 00  00 00 00 00  r·······"


def test_text_view_grows_and_keeps_its_place(qtbot: QtBot) -> None:
    view = TextView("previewText", "Text")
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    view.grow("line\n" * 200)
    view.verticalScrollBar().setValue(50)
    view.grow("more\n" * 200)
    assert view.verticalScrollBar().value() == 50


class OneFile:
    """What the pane asks the bridge for, of a file that needs nothing first."""

    def __init__(self, open_stream: Callable[[object], OutputStream], bridge: Bridge) -> None:
        self.open_stream, self.spawn = open_stream, bridge.spawn

    def received(self, _job_id: object) -> tuple[Span, ...]:
        return ()

    def open_film(self, _job_id: object, _beside: object) -> JobStream:
        raise AssertionError("this file is no film")

    async def scout(self, _job_id: object, _settled: object = None) -> Plan:
        return Plan(Container.PLAIN, (), None, is_settled=True)

    async def stream_url(self, _job_id: object) -> str:
        raise AssertionError("this file is no film")


class Opened:
    """A preview pane on a stream that a test lets grow."""

    def __init__(self, qtbot: QtBot, loop: asyncio.AbstractEventLoop, data: bytes, upto: int) -> None:
        self.bridge = Bridge()
        self.stream: BytesStream | None = None
        self._data, self._upto = data, upto
        self.pane = PreviewPane(OneFile(self._open, self.bridge))
        qtbot.addWidget(self.pane)
        self.pane.resize(500, 400)
        self.pane.show()
        self.loop = loop

    def _open(self, _job_id: object) -> OutputStream:
        self.stream = BytesStream(self._data, self._upto)
        return self.stream

    def close(self) -> None:
        self.pane.close_streams()

        self.loop.run_until_complete(until(lambda: not self.bridge._tasks))


def test_pane_shows_a_picture_that_sharpens(qtbot: QtBot, qt_loop: asyncio.AbstractEventLoop) -> None:
    data = picture("JPG")
    opened = Opened(qtbot, qt_loop, data, len(data) // 2)
    pane = opened.pane
    pane.show_job(running(0))

    async def look() -> None:
        await until(lambda: pane.kind is Kind.IMAGE or pane.viewers.image.has_picture)
        early = pane.viewers.image._pixmap.toImage().pixelColor(100, 238)
        assert opened.stream is not None
        opened.stream.arrive(len(data))
        await until(lambda: pane.viewers.image._pixmap.toImage().pixelColor(100, 238) != early)
        await until(lambda: pane.kind is Kind.IMAGE)
        await until(lambda: opened.stream is not None and opened.stream.is_left_alone)
        assert pane._caption.text() == "JPEG · 320 × 240"

    qt_loop.run_until_complete(look())
    opened.close()


def test_pane_says_why_there_is_nothing_to_see(qtbot: QtBot, qt_loop: asyncio.AbstractEventLoop) -> None:
    opened = Opened(qtbot, qt_loop, b"x" * 1000, 0)
    blank = opened.pane.viewers.blank
    for one, title in (
        (job(1), "No bytes yet"),
        (job(2, received_bytes=5), "Not running"),
        (job(3, received_bytes=5, state=JobState.PAUSED), "Not running"),
        (running(4), "No bytes yet"),
        (None, "Preview"),
    ):
        opened.pane.show_job(one)
        assert blank.title == title
    opened.close()


def test_pane_caps_text_and_takes_its_wish_back(qtbot: QtBot, qt_loop: asyncio.AbstractEventLoop) -> None:
    data = b"All work and no play.\n" * 100_000
    opened = Opened(qtbot, qt_loop, data, len(data))
    opened.pane.show_job(running(0))

    async def look() -> None:
        await until(lambda: opened.stream is not None and opened.stream.is_left_alone)

    qt_loop.run_until_complete(look())
    assert opened.pane.kind is Kind.TEXT
    shown = len(opened.pane.viewers.text.toPlainText())
    assert TEXT_CAP_BYTES <= shown < TEXT_CAP_BYTES + 64 * 1024
    assert "the first 1.05 MB are shown" in opened.pane._caption.text()
    opened.close()


def test_pane_shows_bytes_of_anything_else(qtbot: QtBot, qt_loop: asyncio.AbstractEventLoop) -> None:
    data = bytes(range(256)) * 3 + b"\x00tail"
    opened = Opened(qtbot, qt_loop, data, 100)
    opened.pane.show_job(running(0))

    async def look() -> None:
        await until(lambda: opened.stream is not None and opened.stream.wishes)
        assert opened.stream is not None
        opened.stream.arrive(len(data))
        await until(lambda: opened.stream is not None and opened.stream.is_left_alone)

    qt_loop.run_until_complete(look())
    assert opened.pane.kind is Kind.BYTES
    view = opened.pane.viewers.hex
    assert view.toPlainText() == hex_lines(data, 0)
    opened.pane.resize(150, 400)
    # Lines that broke would need no bar to be read.
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() > 0, timeout=PATIENCE_MS)
    opened.close()


def test_what_proves_wrong_is_read_and_shown_again(qtbot: QtBot, qt_loop: asyncio.AbstractEventLoop) -> None:
    wrong, right = b"What proves wRong.\n" * 100, b"What proves wrong.\n" * 100
    opened = Opened(qtbot, qt_loop, wrong, len(wrong))
    pane = opened.pane
    pane.show_job(running(0))

    async def look() -> None:
        await until(lambda: opened.stream is not None and opened.stream.is_left_alone)
        assert pane.viewers.text.toPlainText() == wrong.decode()
        first = opened.stream
        assert first is not None
        opened._data = right
        first.deliveries.revoke([Span(len(right), len(right) + 50)])  # not shown: it concerns nobody
        first.deliveries.revoke([Span(10, 20)])
        await until(lambda: pane.viewers.text.toPlainText() == right.decode())
        assert first.aborted
        assert opened.stream is not first

    qt_loop.run_until_complete(look())
    opened.close()


def test_hidden_pane_reads_nothing_and_another_job_ends_the_first(
    qtbot: QtBot, qt_loop: asyncio.AbstractEventLoop
) -> None:
    opened = Opened(qtbot, qt_loop, b"text that stops here", 4)
    opened.pane.hide()
    opened.pane.show_job(running(0))
    assert opened.stream is None
    opened.pane.show()

    async def look() -> None:
        await until(lambda: opened.stream is not None)
        first = opened.stream
        opened.pane.show_job(running(1))
        await until(lambda: first is not None and first.aborted and opened.stream is not first)

    qt_loop.run_until_complete(look())
    opened.close()


def test_a_job_without_bytes_says_so(qtbot: QtBot, qt_loop: asyncio.AbstractEventLoop) -> None:
    bridge = Bridge()

    def refuse(_job_id: object) -> OutputStream:
        raise UserError("There is no such job.")

    pane = PreviewPane(OneFile(refuse, bridge))
    qtbot.addWidget(pane)
    pane.show()
    pane.show_job(running(0))

    assert pane._task is not None
    qt_loop.run_until_complete(pane._task)
    assert pane.viewers.blank.hint == "There is no such job."
    pane.close_streams()
