"""What surrounds the list: the panes that show the job the cursor is on, each in a dock, and the log of all jobs.

It builds them and joins them to the job that is looked at (`job_focus`); where the docks stand is `docks`'.
"""

from PySide6.QtWidgets import QMainWindow

from headwater_ui.bridge import Bridge
from headwater_ui.language import translate
from headwater_ui.models.activity_model import ActivityModel
from headwater_ui.models.source_model import SourceModel
from headwater_ui.preview.preview_pane import PreviewPane
from headwater_ui.shell.actions import key_words
from headwater_ui.shell.docks import LEAST_BESIDE_PX, DockKeys, TitleKeeper, arrange_docks, build_dock
from headwater_ui.shell.job_focus import JobFocus
from headwater_ui.widgets.activity_log import ActivityLog
from headwater_ui.widgets.channel_graph import ChannelGraph
from headwater_ui.widgets.details import DetailsPane
from headwater_ui.widgets.source_table import SourceTable
from headwater_ui.widgets.tuning_panel import TuningPanel


class Panes:
    """The panes of `window`, which owns them."""

    def __init__(self, window: QMainWindow, bridge: Bridge) -> None:
        self._window = window
        self._titles: TitleKeeper | None = None
        sources = SourceModel(window)
        self.sources = SourceTable(sources)
        self.graph = ChannelGraph()
        self.details = DetailsPane()
        self.preview = PreviewPane(bridge)
        self.tuning = TuningPanel()
        for pane in (self.details, self.preview):  # the knobs know what they need, which may be more
            pane.setMinimumWidth(LEAST_BESIDE_PX)
        self.activity = ActivityModel(window)
        self.log = ActivityLog(self.activity)
        self.focus = JobFocus(
            bridge,
            sources=sources,
            table=self.sources,
            graph=self.graph,
            details=self.details,
            preview=self.preview,
            tuning=self.tuning,
            parent=window,
        )
        graph = build_dock(window, "Graph", translate("MainWindow", "Channels"), self.graph)
        graph.setTitleBarWidget(self.graph.bar)  # before the others are built: Tab leads through them in this order
        self.docks = {
            "Graph": graph,
            "Sources": build_dock(window, "Sources", translate("MainWindow", "Sources"), self.sources),
            "Activity": build_dock(window, "Activity", translate("MainWindow", "Activity"), self.log),
            "Preview": build_dock(window, "Preview", translate("MainWindow", "Preview"), self.preview),
            "Details": build_dock(window, "Details", translate("MainWindow", "Details"), self.details),
            "Tuning": build_dock(window, "Tuning", translate("MainWindow", "Tuning"), self.tuning),
        }
        DockKeys(tuple(self.docks.values()), window)

    def arrange(self) -> bool:
        """Put the docks in place, where they were not yet; whether they have been.

        While the window is shown: Qt leaves stray tab bars when it is done before.
        """
        if self._titles is not None:
            return False
        arrange_docks(self._window, self.docks)
        return True

    def keep_titles(self) -> None:
        """From now on tabs and title bars do not say the same twice; after the docks were put back as they were."""
        docks = [dock for name, dock in self.docks.items() if name != "Graph"]
        self._titles = TitleKeeper(self._window, docks)

    def keys(self) -> list[tuple[str, str]]:
        """What each key of the panes does, for the page of shortcuts."""
        show = translate("MainWindow", "Go to {pane}, or hide it")
        actions = [(dock.windowTitle(), dock.toggleViewAction()) for dock in self.docks.values()]
        return [(show.format(pane=title), key_words(action.shortcut())) for title, action in actions]
