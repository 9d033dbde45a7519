"""Bytes from an encrypted connection into an open file, decrypted by a worker: OpenSSL lets the loop run meanwhile.

What `pouring` is to plain connections. The rule: what was decrypted is in the file when a call returns, or the file
has refused; what is wrong with the connection is left for whoever reads it next.
"""

import os
import select
import ssl
import threading
import time
from asyncio import BaseTransport
from collections.abc import Callable
from typing import Final

from headwater.channels.pouring import LONGEST_S, PATIENCE_MS
from headwater.channels.tls_claim import TlsClaim, claim
from headwater.model.ports import Move

#: Received, and decrypted, at once: both stay in a processor's own memory on their way.
_BUFFER_BYTES: Final = 512 * 1024


class _Buffers(threading.local):
    """A worker's, used again and again."""

    def __init__(self) -> None:
        self.received = memoryview(bytearray(_BUFFER_BYTES))
        self.decrypted = memoryview(bytearray(_BUFFER_BYTES))


_buffers: Final = _Buffers()


class TlsTap:
    """A `WorkingMove` from a claimed connection; one worker at a time."""

    def __init__(self, claimed: TlsClaim) -> None:
        self.work = "decrypts"
        self._claim = claimed
        #: What broke the encryption, once something has.
        self.error: ssl.SSLError | None = None

    def __call__(self, target: int, offset: int, size: int) -> int:
        """Move what is there, and what comes within a moment of it; fewer than `size` bytes when nothing does."""
        moved, until_s = 0, time.monotonic() + LONGEST_S
        while moved < size:
            # Buffers end where the file's blocks do, so that they are written as whole ones.
            room = min(_BUFFER_BYTES - (offset + moved) % _BUFFER_BYTES, size - moved)
            filled = self._fill(_buffers.decrypted[:room], until_s)
            _write(target, offset + moved, _buffers.decrypted[:filled])
            moved += filled
            if filled < room or time.monotonic() >= until_s:
                break
        return moved

    def _fill(self, view: memoryview, until_s: float) -> int:
        """Decrypt into `view`; returns how many bytes: fewer where none came, or the connection ended or broke."""
        filled = 0
        read: Callable[[int, memoryview], int] = self._claim.tls.read  # type: ignore[assignment]  # declared without it
        while filled < len(view) and self.error is None:
            try:
                # One record at most, whatever the room.
                count = read(len(view) - filled, view[filled:])
            except ssl.SSLWantReadError:
                if not self._receive(until_s):
                    break
                continue
            except ssl.SSLError as error:
                self.error = error
                break
            if not count:
                break  # the other side says that this is all; it says so again to the next reader
            filled += count
        return filled

    def _receive(self, until_s: float) -> bool:
        """Take what the network has; False where it has nothing for a moment, has ended, or has a fault."""
        for is_last in (False, True):
            try:
                count = os.readv(self._claim.descriptor, [_buffers.received])
            except BlockingIOError:
                if is_last or time.monotonic() >= until_s:
                    return False
                ready = select.poll()
                ready.register(self._claim.descriptor, select.POLLIN)
                if not ready.poll(PATIENCE_MS):
                    return False
            except OSError:
                return False  # the next who reads the connection meets it, and can say whose it is
            else:
                self._claim.incoming.write(_buffers.received[:count])
                return count > 0
        return False

    def __repr__(self) -> str:
        return f"<TlsTap of {self._claim!r}{f', {self.error!r}' if self.error is not None else ''}>"


class TlsSpring:
    """`pouring.Spring` of a connection that `tls_claim.can_claim`."""

    def __init__(self, transport: BaseTransport) -> None:
        self._transport = transport
        self._claim: TlsClaim | None = None
        self._tap: TlsTap | None = None

    def open(self) -> Move | None:
        if self._tap is None and (claimed := claim(self._transport)) is not None:
            self._claim, self._tap = claimed, TlsTap(claimed)
        return self._tap

    def close(self) -> None:
        if self._claim is not None and self._tap is not None:
            self._claim.give_back(self._tap.error)
        self._claim = self._tap = None

    def __repr__(self) -> str:
        return f"<TlsSpring{' open' if self._tap is not None else ''}>"


def _write(target: int, offset: int, data: memoryview) -> None:
    """All of `data`. Raises `OSError`."""
    while data:
        done = os.pwrite(target, data, offset)
        offset += done
        data = data[done:]
