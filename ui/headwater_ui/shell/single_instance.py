"""One window a profile: a second start hands its links to the running one and ends.

A lock file decides who is first (it notices owners that died), a local socket carries one line of JSON. The rule: what
was taken is carried out, so whoever is about to end takes nothing any more, and a start that comes then waits for that.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

#: A first window that is still starting on a slow computer takes its time to answer.
_PATIENCE_MS: Final = 15_000
_MOST_BYTES: Final = 1024**2


class SingleInstance(QObject):
    """`called(urls)`: another start handed over its links (maybe none: it only wants the window in front)."""

    called = Signal(list)

    def __init__(self, profile_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        profile_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = QLockFile(str(profile_folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._name = "headwater-" + hashlib.sha256(str(profile_folder.resolve()).encode()).hexdigest()[:24]
        self._server: QLocalServer | None = None
        self._is_ending = False

    def claim(self, *, waits: bool = False) -> bool:
        """Whether this is the first; then it listens from now on. `waits` for one that is about to end."""
        if not self._lock.tryLock(_PATIENCE_MS if waits else 0):
            return False
        QLocalServer.removeServer(self._name)  # left behind by one that was killed
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._server.listen(self._name)
        return True

    def hand_over(self, urls: Sequence[str]) -> bool:
        """Give the links to the running window; False when it does not answer."""
        socket = QLocalSocket(self)
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(json.dumps({"urls": list(urls)}).encode() + b"\n")
        answered = socket.waitForBytesWritten(_PATIENCE_MS) and socket.waitForReadyRead(_PATIENCE_MS)
        socket.disconnectFromServer()
        return answered

    def retire(self) -> None:
        """About to end: take nothing any more."""
        self._is_ending = True
        if self._server is not None:
            self._server.close()

    def release(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _welcome(self) -> None:
        assert self._server is not None  # its signal called
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if self._is_ending or socket.bytesAvailable() > _MOST_BYTES:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        try:
            urls = json.loads(bytes(socket.readLine().data()))["urls"]
        except (ValueError, KeyError, TypeError):
            socket.abort()
            return
        socket.write(b"taken\n")
        socket.flush()
        self.called.emit([url for url in urls if isinstance(url, str)])
