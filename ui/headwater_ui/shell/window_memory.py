"""Putting the window back as it was: size and place, docks, columns, group, graph, appearance."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from headwater_ui.models.job_filter import GROUPS
from headwater_ui.shell.view_state import ViewState
from headwater_ui.widgets.channel_graph import GraphChoice

if TYPE_CHECKING:
    from headwater_ui.shell.main_window import MainWindow

#: Raised when docks change so much that an old arrangement would not fit.
_ARRANGEMENT: Final = 1


class WindowMemory:
    """Between a `MainWindow` and its `ViewState`."""

    def __init__(self, window: "MainWindow", view: ViewState) -> None:
        self._window = window
        self._view = view

    def restore(self) -> None:
        """Take up what was remembered; without any, a size that suits the screen."""
        window, view = self._window, self._view
        geometry = view.get_bytes("geometry")
        if geometry is None or not window.restoreGeometry(geometry):
            room = QGuiApplication.primaryScreen().availableGeometry()
            window.resize(min(1360, room.width() - 60), min(860, room.height() - 60))
        window.table.columns.restore(view.get("job_columns"))
        window.panes.sources.columns.restore(view.get("source_columns"))
        group = view.get("group")
        if group in GROUPS and group != "All":
            window.page.groups.choose(group)
        graph = view.get("graph")
        if isinstance(graph, dict):
            fallback = GraphChoice()
            window.panes.graph.choose(
                GraphChoice(
                    window=str(graph.get("window", fallback.window)),
                    stacked=graph.get("stacked") is True,
                    latency=graph.get("latency") is not False,
                )
            )

    def restore_docks(self) -> None:
        """Put the docks where they were; they must have been arranged once, and the window be on its way up."""
        arrangement = self._view.get_bytes("docks")
        if arrangement is not None:
            self._window.restoreState(arrangement, _ARRANGEMENT)

    def remember(self) -> None:
        """Keep how the window is now."""
        window, view = self._window, self._view
        view.put_bytes("geometry", window.saveGeometry())
        view.put_bytes("docks", window.saveState(_ARRANGEMENT))
        view.put("job_columns", window.table.columns.saved())
        view.put("source_columns", window.panes.sources.columns.saved())
        view.put("graph", asdict(window.panes.graph.choice()))
