"""Bytes from a plain connection into an open file without passing through memory: Linux' `splice`.

Blocking calls for a worker; what may be moved so, and whose the file is, is decided elsewhere. The rule: what left the
connection is in the file when a call returns, or the file has refused; what is wrong with the connection is left for
whoever reads it next.
"""

import errno
import os
import select
import sys
import time
from asyncio import BaseTransport
from math import inf
from typing import Final, Protocol

from headwater.model.ports import Move

#: What the pipe between the two may hold; the system's bound for ordinary users.
_PIPE_BYTES: Final = 1024**2
#: How long to wait for more. A hand-over to a worker costs as much as half a megabyte moved.
PATIENCE_MS: Final = 2
#: Who has waited so long in all goes on only where bytes come faster than this (per second): others wait for their turn
#: to write into the file, and a body whose end waits with them has a server that stands idle.
WAITED_S: Final = 0.006
BRISK_RATE: Final = 64e6
#: How long a call may take: a wish to stop waits for so long.
LONGEST_S: Final = 0.02


def can_pour() -> bool:
    """Whether this system has `splice`."""
    return sys.platform == "linux" and hasattr(os, "splice")


class Spring(Protocol):
    """A connection that bytes can be poured from; the loop's thread opens and closes it."""

    def open(self) -> Move | None:
        """Let a worker take bytes, until `close`; the loop reads nothing meanwhile. None where that cannot be."""
        ...

    def close(self) -> None:
        """Let the loop read again; no worker may be at it any more. Harmless when not open."""
        ...


class PlainSpring:
    """`Spring` of a connection that is not encrypted and whose reading its user has paused."""

    def __init__(self, transport: BaseTransport) -> None:
        self._transport = transport

    def open(self) -> Move:
        return Tap(self._transport.get_extra_info("socket").fileno())

    def close(self) -> None:
        """The reading's pause was all."""

    def __repr__(self) -> str:
        return f"<PlainSpring {self._transport!r}>"


class Tap:
    """A `Move` from a socket. It has a handle of its own: a worker may outlive the connection that asked it."""

    def __init__(self, descriptor: int) -> None:
        self._source = os.dup(descriptor)

    def __call__(self, target: int, offset: int, size: int) -> int:
        """Move what is there, and what comes within a moment of it; fewer than `size` bytes when nothing does."""
        readable, writable = os.pipe()
        try:
            _widen(writable)
            moved, until_s = 0, time.monotonic() + LONGEST_S
            had, since_s = 0, inf  # how much it was when all that was there had been taken, and when
            while moved < size and (now_s := time.monotonic()) < until_s:
                taken = _take(self._source, writable, min(_PIPE_BYTES, size - moved))
                if taken is None:
                    if since_s == inf:
                        had, since_s = moved, now_s
                    waited_s = now_s - since_s
                    if waited_s > WAITED_S and moved - had < BRISK_RATE * waited_s:
                        break
                    if _wait_for_more(self._source):
                        continue
                if not taken:
                    break
                _put(readable, target, offset + moved, taken)
                moved += taken
            return moved
        finally:
            os.close(readable)
            os.close(writable)

    def __del__(self) -> None:
        os.close(self._source)

    def __repr__(self) -> str:
        return f"<Tap of {self._source}>"


def _widen(pipe: int) -> None:
    import fcntl  # there where `splice` is

    try:
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    except OSError:
        return  # this user has many pipes; a narrow one does it, too


def _take(source: int, pipe: int, size: int) -> int | None:
    """Bytes from the socket into the empty pipe; None when nothing is there, 0 at its end or for a fault of it."""
    try:
        return os.splice(source, pipe, size, flags=os.SPLICE_F_MOVE | os.SPLICE_F_NONBLOCK)
    except BlockingIOError:
        return None
    except OSError:
        return 0  # the next who reads the connection meets it, and can say whose it is


def _wait_for_more(source: int) -> bool:
    """Whether something comes to the socket within a moment."""
    ready = select.poll()
    ready.register(source, select.POLLIN)
    return bool(ready.poll(PATIENCE_MS))


def _put(pipe: int, target: int, offset: int, size: int) -> None:
    """All of the pipe's bytes into the file. Raises `OSError`."""
    while size:
        try:
            done = os.splice(pipe, target, size, offset_dst=offset, flags=os.SPLICE_F_MOVE)
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
            done = os.pwrite(target, os.read(pipe, size), offset)  # a file system that knows no splice
        size -= done
        offset += done
