"""Opening the settings, and putting in force what was saved there."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from headwater.model.errors import LocalError
from headwater_ui.bridge import Bridge
from headwater_ui.language import engine_words
from headwater_ui.shell import session_start
from headwater_ui.shell.view_state import ViewState
from headwater_ui.shell.window_choices import WindowChoices, keep_choices, read_choices
from headwater_ui.theme import Theme

if TYPE_CHECKING:  # the settings' pages are imported when they are opened
    from headwater_ui.dialogs.settings_pages import Values


class SettingsCommands(QObject):
    """`follow(choices)` puts in force what the window itself does."""

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        *,
        view: ViewState,
        theme: Theme,
        follow: Callable[[WindowChoices], None],
        notify: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._bridge, self._view, self._theme = window, bridge, view, theme
        self._follow, self._notify = follow, notify

    def open(self, page: str = "") -> None:
        """Show the settings, with a page in front where one is named."""
        if self._bridge.control is None:
            self._notify(self.tr("Headwater is still starting; try again in a moment."))
            return
        from headwater_ui.dialogs.settings_dialog import SettingsDialog

        choices = read_choices(self._view)
        try:
            choices = replace(choices, with_session=session_start.is_on())
        except LocalError as error:
            self._notify(engine_words(error))
        dialog = SettingsDialog(self._bridge, choices, self._window)
        dialog.chosen.connect(lambda values: self._keep(values, choices))
        dialog.show_page(page)
        dialog.open()

    def _keep(self, values: "Values", before: WindowChoices) -> None:
        chosen = values.choices
        keep_choices(self._view, chosen)
        if chosen.with_session != before.with_session:
            try:
                session_start.turn(chosen.with_session)
            except LocalError as error:
                self._notify(engine_words(error))
        if chosen.appearance is not self._theme.appearance:
            self._theme.choose(chosen.appearance)
        if chosen.language is not before.language:
            self._notify(self.tr("The language changes with the next start."))
        self._follow(chosen)
        self._bridge.change_settings(values.settings)
