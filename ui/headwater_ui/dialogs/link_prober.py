"""Asks the sources of the links while a person types: after a pause, the new ones only, and no more than a few dozen.

The asking itself is the control interface's. The rule: a link that is not there any more is not asked any longer, and
when the dialog closes nothing is.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from headwater.model.job import JobOptions
from headwater.model.probe import SourceProbe
from headwater.model.source import SourceSpec

#: A pause in typing of this length means that the link may be complete.
PAUSE_MS: Final = 450
#: More links than this are not asked by themselves: their servers hear from us soon enough.
MOST_ASKED: Final = 64


class Asker(Protocol):
    """What the prober needs of the bridge."""

    async def probe(self, source: SourceSpec, options: JobOptions) -> SourceProbe: ...

    def spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]": ...


class LinkProber(QObject):
    """`answered(probe)`; `changed`: which links are being asked is another."""

    answered = Signal(object)
    changed = Signal()

    def __init__(self, asker: Asker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asker = asker
        self._wanted: tuple[str, ...] = ()
        self._options = JobOptions()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._turns: dict[str, object] = {}
        self._asked: set[str] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def want(self, urls: Sequence[str], options: JobOptions, *, at_once: bool = False) -> bool:
        """These links are to be asked, as a job with `options` would. Whether earlier answers count no more.

        After a pause, unless `at_once`.
        """
        is_anew = (options.headers, options.access) != (self._options.headers, self._options.access)
        self._options = options
        self._wanted = tuple(urls)[:MOST_ASKED]
        for url in [url for url in self._asked if is_anew or url not in self._wanted]:
            self._asked.discard(url)
            task = self._tasks.pop(url, None)
            if task is not None:
                task.cancel()
        if at_once:
            self._ask()
        else:
            self._pause.start()
        return is_anew

    def is_asking(self, url: str) -> bool:
        return url in self._tasks

    def will_ask(self, url: str) -> bool:
        """Whether a link is among those that are asked by themselves."""
        return url in self._wanted

    def stop(self) -> None:
        """Ask nobody any more."""
        self._pause.stop()
        tasks, self._tasks = self._tasks, {}
        for task in tasks.values():
            task.cancel()

    def _ask(self) -> None:
        self._pause.stop()
        for url in self._wanted:
            if url not in self._asked:
                self._asked.add(url)
                self._turns[url] = turn = object()
                self._tasks[url] = self._asker.spawn(self._hear(url, self._options, turn))
        self.changed.emit()

    async def _hear(self, url: str, options: JobOptions, turn: object) -> None:
        try:
            probe = await self._asker.probe(SourceSpec(url), options)
        finally:
            is_wanted = url in self._tasks and self._turns.get(url) is turn
            if is_wanted:
                del self._tasks[url], self._turns[url]
        if is_wanted:
            self.answered.emit(probe)
