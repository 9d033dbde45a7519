"""The event loop of the window: asyncio's own, whose turns are taken on Qt's.

Qt waits, for its own events and for asyncio's: all sockets stand behind the one descriptor of their `epoll`, all timers
behind the one that is due next. A turn then does what asyncio does in one, a little of it: where much is due at
once, as when all connections wake in the same moment, Qt has its turns in between. qasync,
which hosts the loop where there is no `epoll`, has a Qt timer for every callback, and makes a Qt notifier anew for
every pause of a socket: with many connections that is a third of all that the program does. The rule: nothing here
runs callbacks or watches sockets, and a turn never waits.
"""

import asyncio
import selectors
import time
from collections import deque
from collections.abc import Callable
from contextvars import Context
from math import ceil
from typing import Any, Final, TypeVarTuple, Unpack

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, QTimer

Ts = TypeVarTuple("Ts")

#: So many callbacks are called before a look at the clock.
_MOST_AT_ONCE: Final = 8
#: Turns that follow each other at once give Qt its own after so long.
_MOST_IN_A_ROW_S: Final = 0.001
#: Qt counts milliseconds in 32 bits; a day is often enough to look.
_LONGEST_WAIT_S: Final = 86_400.0


def make_loop(app: QCoreApplication) -> asyncio.AbstractEventLoop:
    """A loop for the thread of `app`, for `run_until_complete`; Qt's events are handled while it runs."""
    if hasattr(selectors, "EpollSelector"):
        return HostedLoop(app)
    import qasync  # type: ignore[import-untyped]  # it ships no types

    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(app)
    return loop


class _Glance(selectors.DefaultSelector):
    """Tells what is ready when it is to look, and never waits: that is Qt's."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = True

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:  # noqa: ARG002  # see above
        return super().select(0) if self.looks else []


class _Due(deque[asyncio.Handle]):
    """The callbacks that are due: asyncio calls as many in a turn as there are when it begins, and is told of a few."""

    def __len__(self) -> int:
        return min(super().__len__(), _MOST_AT_ONCE)

    @property
    def in_all(self) -> int:
        """How many there are."""
        return super().__len__()


class HostedLoop(asyncio.SelectorEventLoop):
    """asyncio's loop, hosted by Qt's. Where Qt runs a loop within a loop (a menu, a drag), turns go on in it.

    Of asyncio's private parts it uses the step that `run_forever` repeats and the two queues that say when the next
    is due; they are the same in Python 3.4 to 3.14.
    """

    _ready: Any
    _scheduled: list[Any]
    _stopping: bool

    def __init__(self, app: QCoreApplication) -> None:
        self._is_turning = self._is_soon = False
        self._due_at_s: float | None = None
        self._fault: BaseException | None = None
        self._app = app
        glance = _Glance()
        self._keeper = QObject()
        self._timer = QTimer(self._keeper)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)
        self._notifier = QSocketNotifier(glance.fileno(), QSocketNotifier.Type.Read, self._keeper)
        self._notifier.setEnabled(False)
        self._notifier.activated.connect(self._turn)
        super().__init__(glance)
        self._glance = glance
        self._ready = _Due(self._ready)
        #: Callbacks that were due when the sockets were last looked at, and were not called yet.
        self._behind = 0

    def _run_once(self) -> None:
        """What `run_forever` repeats until it is stopped: here once, with all turns in it."""
        self._notifier.setEnabled(True)
        self._arm()
        try:
            self._app.exec()
        finally:
            self._notifier.setEnabled(False)
            self._timer.stop()
            self._is_soon, self._due_at_s = False, None
        fault, self._fault = self._fault, None
        if fault is not None:
            raise fault

    def _on_time(self) -> None:
        self._is_soon, self._due_at_s = False, None
        self._turn()

    def _turn(self) -> None:
        if self._is_turning:
            # A callback runs a loop of Qt's: asyncio goes on behind it, as a task cannot be stepped within another.
            self._notifier.setEnabled(False)
            return
        self._is_turning = True
        until_s = time.monotonic() + _MOST_IN_A_ROW_S
        try:
            self._step()
            while self._ready and not self._stopping and time.monotonic() < until_s:
                self._step()
        except BaseException as error:  # noqa: BLE001  # interrupts and exits: Qt would print and forget them
            self._fault = error
            self._stopping = True
        finally:
            self._is_turning = False
        if self._stopping:
            self._app.exit()
            return
        if not self._notifier.isEnabled():
            self._notifier.setEnabled(True)
        self._arm()

    def _step(self) -> None:
        """A few callbacks, and before them a look at the sockets if all are called that were due at the last one.

        A socket that is looked at again before it was served is due twice; under load the line would only grow.
        """
        self._glance.looks = self._behind <= 0
        super()._run_once()  # type: ignore[misc]  # not declared
        self._behind = self._ready.in_all if self._glance.looks else self._behind - _MOST_AT_ONCE

    def _arm(self) -> None:
        """See that a turn comes when the next callback is due."""
        if self._ready or self._stopping:
            self._hurry()
        elif self._scheduled and not self._is_soon:
            due_at_s = self._scheduled[0].when()
            if due_at_s != self._due_at_s:
                self._due_at_s = due_at_s
                wait_s = min(max(0.0, due_at_s - self.time()), _LONGEST_WAIT_S)
                self._timer.start(ceil(wait_s * 1000))

    def _hurry(self) -> None:
        if not self._is_soon:
            self._is_soon, self._due_at_s = True, None
            self._timer.start(0)

    def call_soon(
        self, callback: Callable[[Unpack[Ts]], object], *args: *Ts, context: Context | None = None
    ) -> asyncio.Handle:
        handle = super().call_soon(callback, *args, context=context)
        if not self._is_turning:
            self._hurry()
        return handle

    def call_at(
        self,
        when: float,
        callback: Callable[[Unpack[Ts]], object],
        *args: *Ts,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        handle = super().call_at(when, callback, *args, context=context)
        if not self._is_turning:
            self._arm()
        return handle

    def stop(self) -> None:
        super().stop()
        if not self._is_turning:
            self._hurry()

    def close(self) -> None:
        if not self.is_closed():
            # Before the descriptor goes, and here: what looks names up may be the last to know of this loop, elsewhere.
            shiboken6.delete(self._keeper)
        super().close()

    def __repr__(self) -> str:
        return f"<HostedLoop {'running' if self.is_running() else 'still'}, {len(self._ready)} ready>"
