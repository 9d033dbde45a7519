"""The two event loops that Headwater lives on: plain asyncio (terminal) and qasync (window), for tests of both."""

import asyncio
import gc
import os
from collections.abc import Callable, Coroutine
from typing import Any, Final


def run_on_asyncio(main: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run `main` as the terminal does."""
    asyncio.run(main())


def run_on_qasync(main: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run `main` as the window does, without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import qasync  # type: ignore[import-untyped]  # it ships no types
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    gc.disable()  # as the window does: a thread of the disk must not be the one to destroy a Qt object
    with qasync.QEventLoop(application, already_running=False) as loop:
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(main())
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            asyncio.set_event_loop(None)
    gc.collect()
    gc.enable()


HOSTS: Final = {"asyncio": run_on_asyncio, "qasync": run_on_qasync}
