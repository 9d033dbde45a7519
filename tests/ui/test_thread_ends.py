"""Who ends what threads use: a Qt object that the window made ends on the window's thread, whoever knew of it last."""

import gc
import io
import threading
import weakref
from typing import cast

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS, PATIENCE_S

from headwater.control.api import BlockingStream
from headwater_ui.preview import stream_device
from headwater_ui.preview.pdf_reader import PdfReader
from headwater_ui.preview.stream_device import StreamDevice, let_go


class Withheld(io.RawIOBase):
    """A stream whose first read waits for `gate`, and then is at its end."""

    def __init__(self) -> None:
        super().__init__()
        self.reading, self.gate = threading.Event(), threading.Event()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, _whence: int = 0) -> int:
        return offset

    def readinto(self, _buffer: object) -> int:
        self.reading.set()
        assert self.gate.wait(PATIENCE_S)
        return 0

    def abort(self) -> None:
        """The read goes on to wait."""


class NotedReader(PdfReader):
    """Notes the thread that it ends on."""

    ended_on: list[str]

    def __del__(self) -> None:
        self.ended_on.append(threading.current_thread().name)


def test_a_reader_of_pdfs_ends_on_the_windows_thread_though_its_own_knew_of_it_last(qtbot: QtBot) -> None:
    stream, ended_on = Withheld(), list[str]()
    reader = NotedReader(cast("BlockingStream", stream), 1000)
    reader.ended_on = ended_on
    reader.start()
    assert stream.reading.wait(PATIENCE_S)
    reader.close()
    gone = weakref.ref(reader)
    del reader
    gc.collect()
    assert gone() is not None
    stream.gate.set()
    qtbot.waitUntil(lambda: gone() is None, timeout=PATIENCE_MS)
    assert ended_on == [threading.current_thread().name]


def test_a_device_outlives_its_film_for_threads_on_their_way_out(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream_device, "_LINGER_MS", 0)
    device = StreamDevice(cast("BlockingStream", Withheld()), 1000)
    gone = weakref.ref(device)
    let_go(device)
    del device
    gc.collect()
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None, timeout=PATIENCE_MS)
