"""The menus: of the window, and of a row in the list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QDockWidget, QMenu

from headwater_ui.bridge import Bridge
from headwater_ui.language import translate
from headwater_ui.shell.action_table import JOB_MENU
from headwater_ui.shell.actions import Actions
from headwater_ui.shell.queue_menu import bind_slow_mode, build_queue_menu
from headwater_ui.shell.update_check import UpdateCheck
from headwater_ui.theme import Appearance, Theme
from headwater_ui.widgets.job_table import JobTable

if TYPE_CHECKING:
    from headwater_ui.shell.main_window import MainWindow


class Menus:
    """Builds the menu bar of a `MainWindow` and the menus that open on demand."""

    def __init__(
        self,
        window: "MainWindow",
        *,
        actions: Actions,
        docks: dict[str, QDockWidget],
        bridge: Bridge,
        table: JobTable,
        theme: Theme,
    ) -> None:
        self._window = window
        self._actions = actions
        self._table = table
        self._build_file(bridge)
        self._build_downloads()
        self._build_view(docks, theme)
        self._build_help(bridge)
        table.customContextMenuRequested.connect(self._open_row_menu)

    def _menu(self, title: str, name: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        menu.setObjectName(name)
        return menu

    def _build_file(self, bridge: Bridge) -> None:
        menu = self._menu(translate("Menus", "&File"), "menuFile")
        for name in ("add", "add_file", "paste", "grab", "adopt"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        for queue_menu in build_queue_menu(bridge, self._window):
            menu.addMenu(queue_menu)
        bind_slow_mode(bridge, self._actions["slow_mode"])
        for name in ("slow_mode", "queues", "categories", "after_each", "when_done"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        menu.addAction(self._actions["verify_file"])
        menu.addSeparator()
        menu.addAction(self._actions["interface"])
        menu.addAction(self._actions["interface_secret"])
        menu.addSeparator()
        menu.addAction(self._actions["settings"])
        menu.addAction(self._actions["quit"])

    def _build_downloads(self) -> None:
        menu = self._menu(translate("Menus", "&Downloads"), "menuDownloads")
        self._fill_with_job_actions(menu)
        menu.addSeparator()
        for name in ("undo", "remove_done", "resume_all", "pause_all", "select_all"):
            menu.addAction(self._actions[name])

    def _build_view(self, docks: dict[str, QDockWidget], theme: Theme) -> None:
        menu = self._menu(translate("Menus", "&View"), "menuView")
        menu.addAction(self._actions["search"])
        menu.addAction(self._actions["statistics"])
        menu.addSeparator()
        for dock in docks.values():
            menu.addAction(dock.toggleViewAction())
        menu.addSeparator()
        columns = menu.addMenu(translate("Menus", "&Columns"))
        columns.aboutToShow.connect(lambda: self._fill_columns(columns))
        looks = menu.addMenu(translate("Menus", "&Appearance"))
        looks.setObjectName("menuAppearance")
        now = theme.appearance
        group = QActionGroup(looks)
        for appearance, words in (
            (Appearance.SYSTEM, translate("Menus", "Follow the &system")),
            (Appearance.LIGHT, translate("Menus", "&Light")),
            (Appearance.DARK, translate("Menus", "&Dark")),
            (Appearance.CONTRAST, translate("Menus", "High &contrast")),
        ):
            action = looks.addAction(words)
            action.setObjectName(f"appearance_{appearance.value}")
            action.setCheckable(True)
            action.setChecked(appearance is now)
            action.triggered.connect(lambda _on=False, chosen=appearance: self._window.choose_appearance(chosen))
            group.addAction(action)

    def _build_help(self, bridge: Bridge) -> None:
        menu = self._menu(translate("Menus", "&Help"), "menuHelp")
        menu.addAction(self._actions["shortcuts"])
        menu.addAction(self._actions["updates"])
        menu.addAction(self._actions["diagnostics"])
        menu.addAction(self._actions["about"])
        self._actions["shortcuts"].triggered.connect(self._open_shortcuts)
        self._actions["updates"].triggered.connect(UpdateCheck(self._window, bridge).begin)
        self._actions["about"].triggered.connect(self._open_about)

    def _fill_with_job_actions(self, menu: QMenu) -> None:
        for name in JOB_MENU:
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[name])

    def _fill_columns(self, menu: QMenu) -> None:
        menu.clear()
        for action in self._table.columns.menu().actions():
            menu.addAction(action)

    def _open_row_menu(self, at: QPoint) -> None:
        menu = QMenu(self._window)
        menu.setObjectName("rowMenu")
        menu.aboutToHide.connect(menu.deleteLater)
        if self._table.indexAt(at).isValid():
            self._fill_with_job_actions(menu)
        else:
            for name in ("add", "add_file", "paste", "grab", "select_all"):
                menu.addAction(self._actions[name])
        menu.popup(self._table.viewport().mapToGlobal(at))

    def _open_shortcuts(self) -> None:
        from headwater_ui.dialogs.help_pages import ShortcutsDialog

        ShortcutsDialog(self._window.keys(), self._window).open()

    def _open_about(self) -> None:
        from headwater_ui.dialogs.help_pages import open_about

        open_about(self._window)
