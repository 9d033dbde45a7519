"""The event loops that Headwater lives on, for tests of all: asyncio's own (terminal), and the window's two, asyncio's
hosted by Qt and, where that cannot be, qasync's."""

import asyncio
import gc
import os
from collections.abc import Callable, Coroutine
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

#: All that there were: whichever thread is the last to know of a loop, it must not be the one to end its Qt objects.
_loops: Final[list[asyncio.AbstractEventLoop]] = []


def run_on_asyncio(main: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run `main` as the terminal does."""
    asyncio.run(main())


def run_on_hosted(main: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run `main` as the window does, without a display."""
    from headwater_ui.hosted_loop import make_loop

    _run_within_qt(main, make_loop)


def run_on_qasync(main: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run `main` as the window does where asyncio's own loop cannot be hosted, without a display."""
    import qasync  # type: ignore[import-untyped]  # it ships no types

    _run_within_qt(main, qasync.QEventLoop)


def _run_within_qt(
    main: Callable[[], Coroutine[Any, Any, None]], make: "Callable[[QCoreApplication], asyncio.AbstractEventLoop]"
) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    gc.disable()  # as the window does: a thread of the disk must not be the one to destroy a Qt object
    with closing(make(application)) as loop:
        _loops.append(loop)
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(main())
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            asyncio.set_event_loop(None)
    gc.collect()
    gc.enable()


HOSTS: Final = {"asyncio": run_on_asyncio, "hosted": run_on_hosted, "qasync": run_on_qasync}
