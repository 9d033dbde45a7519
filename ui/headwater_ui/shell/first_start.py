"""The first start: shows the welcome in the place of the empty list, and does what its buttons ask for.

The rule: it shows itself while nothing was ever added, and never again; it takes the focus from nobody.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from headwater.model.errors import LocalError
from headwater_ui.bridge import Bridge
from headwater_ui.language import engine_words
from headwater_ui.models.job_model import JobModel
from headwater_ui.shell import session_start
from headwater_ui.shell.interface_switch import InterfaceSwitch
from headwater_ui.shell.view_state import ViewState

if TYPE_CHECKING:  # only newcomers see it
    from headwater_ui.widgets.welcome import Welcome

_KEY = "welcomed"


class FirstStart(QObject):
    """`offer` once the list is known."""

    def __init__(
        self,
        bridge: Bridge,
        *,
        view: ViewState,
        jobs: JobModel,
        interface: InterfaceSwitch,
        open_settings: Callable[[str], None],
        notify: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._view, self._jobs, self._interface = bridge, view, jobs, interface
        self._open_settings, self._notify = open_settings, notify
        self._welcome: Welcome | None = None

    def offer(self, layout: QBoxLayout, table: QWidget) -> None:
        """Show the welcome in the place of the empty list, where it was never seen and nothing was added."""
        if self._view.get(_KEY) is True:
            return
        if self._jobs.rowCount():
            self._view.put(_KEY, True)
            return
        from headwater_ui.widgets.welcome import Welcome

        welcome = self._welcome = Welcome()
        layout.insertWidget(layout.indexOf(table), welcome, 1)
        table.hide()
        self._table = table
        welcome.show_folder(self._bridge.settings.download_folder)
        welcome.folder_wanted.connect(lambda: self._open_settings("Downloads"))
        welcome.let_in_wanted.connect(lambda: self._bridge.spawn(self._let_in()))
        welcome.session_wanted.connect(self._start_with_session)
        welcome.done.connect(self.finish)
        self._jobs.rowsInserted.connect(self.finish)
        self._bridge.settings_changed.connect(self._renew)

    def finish(self, *_: object) -> None:
        """It has been seen."""
        if self._welcome is not None:
            self._view.put(_KEY, True)
            self._jobs.rowsInserted.disconnect(self.finish)
            self._bridge.settings_changed.disconnect(self._renew)
            self._welcome.hide()
            self._table.show()
            self._table.setFocus()
            self._welcome.deleteLater()
            self._welcome = None

    def _renew(self) -> None:
        if self._welcome is not None:
            self._welcome.show_folder(self._bridge.settings.download_folder)

    async def _let_in(self) -> None:
        port = await self._interface.let_in()
        if self._welcome is not None:
            self._welcome.show_interface(port)

    def _start_with_session(self, on: bool) -> None:
        try:
            session_start.turn(on)
        except LocalError as error:
            self._notify(engine_words(error))
