"""What is there already where new files are to go: jobs that have them, names that are taken, and the room left.

It asks a little after the last change, and never waits. What becomes of what is found is chosen in its `bar`.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from headwater.model.errors import UserError
from headwater.model.probe import FileAsked, FolderView, Twin
from headwater_ui.dialogs.add_form import read_folder
from headwater_ui.dialogs.additions import Clash
from headwater_ui.dialogs.clash_bar import ClashBar
from headwater_ui.dialogs.link_groups import Group

#: Looking waits so long for more to change.
_LOOK_MS: Final = 150


class FolderDesk(Protocol):
    """What is asked; the bridge is one."""

    async def look_at_folder(self, folder: Path, names: Sequence[str]) -> FolderView: ...
    def find_twins(self, asked: Sequence[FileAsked]) -> tuple[Twin | None, ...]: ...
    def spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]": ...


class Neighbours(QObject):
    """`due`: it is time to say what is to be looked for (`look`). `looked`: what was found is in `view` and `bar`."""

    due = Signal()
    looked = Signal()

    def __init__(self, desk: FolderDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.bar = ClashBar()
        self.view = FolderView()
        self._viewed: Path | None = None
        self._task: asyncio.Task[None] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LOOK_MS)
        self._soon.timeout.connect(self.due)

    def look_soon(self) -> None:
        """Files, names or the folder are others."""
        self._soon.start()

    def look(self, folder: str, groups: tuple[Group, ...], files: Sequence[FileAsked], names: Sequence[str]) -> None:
        """Look for these files, which would have these names, in the list and in the folder."""
        try:
            place = read_folder(folder)
        except UserError:
            return  # said by the form
        self._forget()
        self._task = self._desk.spawn(self._look(place, groups, files, names))

    def refuse(self, folder: Path) -> None:
        """Raise `UserError` where it is known that nothing can be stored in the folder."""
        if folder == self._viewed and self.view.problem is not None:
            raise UserError(self.view.problem)

    def stop(self) -> None:
        """Look no more."""
        self._soon.stop()
        self._forget()

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _look(
        self, folder: Path, groups: tuple[Group, ...], files: Sequence[FileAsked], names: Sequence[str]
    ) -> None:
        self.view, self._viewed = await self._desk.look_at_folder(folder, names), folder
        found = zip(groups, names, self._desk.find_twins(files), strict=True)
        self.bar.set_clashes({group: Clash(twin, name in self.view.existing) for group, name, twin in found})
        self.looked.emit()
