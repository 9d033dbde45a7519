"""A file that is still coming, as the random-access device that FFmpeg's threads read from.

`readData` runs on FFmpeg's own threads and blocks there until bytes are here: an empty answer would mean the end of
the file to them. Bind a new device to each file; `abort` it before the player's source changes, or the window would
wait for FFmpeg and FFmpeg for bytes; keep a reference to it as long as the player has it, and then `let_go` of it.
"""

import time
from typing import Final

from PySide6.QtCore import QIODevice, QTimer

from headwater.control.api import BlockingStream
from headwater.model.errors import HeadwaterError
from headwater_ui.language import engine_words

#: FFmpeg asks for 32 KiB at a time, and each read goes to the loop and back. One that reads on is given more at once;
#: one that jumps waits for no more than it asked for.
_MOST_BYTES: Final = 256 * 1024
#: How long a device outlives its film.
_LINGER_MS: Final = 5000
#: Devices that were let go of. Whoever drops the last reference ends a device, and one of FFmpeg's threads must not.
_lingering: Final[set["StreamDevice"]] = set()


class StreamDevice(QIODevice):
    """`waiting_for` and `waiting_s` tell the window what a player's thread stands still for, and how long."""

    def __init__(self, stream: BlockingStream, size_bytes: int) -> None:
        super().__init__()
        self._stream = stream
        self._size_bytes = size_bytes
        self._is_over = False
        self._failure: str | None = None
        self._waits_since: tuple[int, float] | None = None
        self._read_end = 0
        # What came with the last read beyond what was asked for, where it begins, and how much to ask for next.
        self._ahead = b""
        self._ahead_at = 0
        self._grain_bytes = 0
        # Unbuffered: Qt's own buffer would read ahead of what the player wants.
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    # ---- for the window ----------------------------------------------------------------------------------

    @property
    def waiting_for(self) -> int | None:
        """The offset that a read stands still for; None while none does."""
        waits = self._waits_since
        return None if waits is None else waits[0]

    @property
    def waiting_s(self) -> float:
        """How long it has been standing still."""
        waits = self._waits_since
        return 0.0 if waits is None else time.monotonic() - waits[1]

    @property
    def read_end(self) -> int:
        """One past the last byte that was read: where the player is, as the file sees it."""
        return self._read_end

    @property
    def failure(self) -> str | None:
        """Why the bytes ended before the file did, in one sentence."""
        return self._failure

    def abort(self) -> None:
        """Wake a waiting read; from now on the file is at its end. Harmless when repeated."""
        self._is_over = True
        self._stream.abort()

    # ---- for FFmpeg's threads ----------------------------------------------------------------------------

    def isSequential(self) -> bool:
        return False

    def size(self) -> int:
        return self._size_bytes

    def bytesAvailable(self) -> int:
        return 0 if self._is_over else max(0, self._size_bytes - self.pos())

    def atEnd(self) -> bool:
        return self._is_over or self.pos() >= self._size_bytes

    def readData(self, maxlen: int) -> bytes:
        offset = self.pos()
        if self._is_over or offset >= self._size_bytes or maxlen <= 0:
            return b""
        skipped = offset - self._ahead_at
        if not 0 <= skipped < len(self._ahead) and not self._fetch(offset, maxlen):
            return b""
        start = offset - self._ahead_at
        data = self._ahead[start : start + maxlen]
        self._read_end = offset + len(data)
        return data

    def _fetch(self, offset: int, size: int) -> bool:
        """Wait for bytes at `offset`, more of them each time that the reader reads on; whether there are any."""
        reads_on = offset == self._ahead_at + len(self._ahead)
        self._grain_bytes = min(_MOST_BYTES, max(size, 2 * self._grain_bytes)) if reads_on else size
        self._waits_since = (offset, time.monotonic())
        try:
            self._stream.seek(offset)
            self._ahead = self._stream.read_some(self._grain_bytes)
        except HeadwaterError as error:
            # Nothing may be raised into FFmpeg; the window asks for the reason.
            if not self._is_over:
                self._failure = engine_words(error)
                self._is_over = True
            return False
        finally:
            self._waits_since = None
        self._ahead_at = offset
        return bool(self._ahead)

    def writeData(self, _data: bytes | bytearray | memoryview, _size: int) -> int:
        return -1

    def __repr__(self) -> str:
        state = (
            "over" if self._is_over else f"waiting for {self.waiting_for}" if self.waiting_for is not None else "open"
        )
        return f"<StreamDevice at {self._read_end} of {self._size_bytes}, {state}>"


def let_go(device: StreamDevice) -> None:
    """The player was told of another source: a thread of FFmpeg's may still be on its way out of a read."""
    _lingering.add(device)
    QTimer.singleShot(_LINGER_MS, lambda: _lingering.discard(device))
