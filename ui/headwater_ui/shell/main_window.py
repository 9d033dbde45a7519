"""The main window: puts list, docks, menus and status line together and routes the feed to the models.

It builds and connects; what actions do is in `job_commands`, what follows the cursor in `job_focus`. It can be shown
before the engine is there, which is what makes it appear at once.
"""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QTabWidget, QToolBar, QVBoxLayout, QWidget

from headwater.model.commands import Place
from headwater.model.job import JobId, JobState
from headwater.model.snapshots import FeedEvent, JobAdded, JobRemoved, SchedulerActed
from headwater_ui import icons
from headwater_ui.bridge import Bridge
from headwater_ui.models.activity_model import ActivityModel
from headwater_ui.models.job_model import JOBS_MIME, JobModel
from headwater_ui.models.source_model import SourceModel
from headwater_ui.preview.preview_pane import PreviewPane
from headwater_ui.shell.actions import TOOL_BAR, Actions
from headwater_ui.shell.adding import Adding
from headwater_ui.shell.arrangement import Arrangement
from headwater_ui.shell.clipboard_watch import ClipboardWatch
from headwater_ui.shell.desktop_notices import DesktopNotices
from headwater_ui.shell.docks import TitleKeeper, arrange_docks, build_dock, give_keys
from headwater_ui.shell.file_commands import FileCommands
from headwater_ui.shell.first_start import FirstStart
from headwater_ui.shell.graph_export import open_export
from headwater_ui.shell.interface_switch import InterfaceSwitch
from headwater_ui.shell.job_commands import JobCommands
from headwater_ui.shell.job_focus import JobFocus
from headwater_ui.shell.menus import Menus
from headwater_ui.shell.removals import Removals
from headwater_ui.shell.reports import Reports
from headwater_ui.shell.settings_commands import SettingsCommands
from headwater_ui.shell.status_strip import StatusStrip
from headwater_ui.shell.staying_awake import StayingAwake
from headwater_ui.shell.tray import Tray
from headwater_ui.shell.view_state import ViewState
from headwater_ui.shell.window_choices import WindowChoices, read_choices
from headwater_ui.shell.window_memory import WindowMemory
from headwater_ui.theme import Appearance, Theme
from headwater_ui.widgets.activity_log import ActivityLog
from headwater_ui.widgets.channel_graph import ChannelGraph
from headwater_ui.widgets.details import DetailsPane
from headwater_ui.widgets.group_bar import GroupBar
from headwater_ui.widgets.job_table import JobTable
from headwater_ui.widgets.offer_bar import OfferBar
from headwater_ui.widgets.progress_map import MapCache
from headwater_ui.widgets.source_table import SourceTable
from headwater_ui.widgets.tuning_panel import TuningPanel

_STATUS_MS: Final = 250
_KEEP_MS: Final = 10_000


class MainWindow(QMainWindow):
    """`closing`: the person closed it; whoever composed it ends the program after a checkpoint.

    `painted`: it can be seen, so that slow work may begin.
    """

    closing = Signal()
    painted = Signal()

    def __init__(self, bridge: Bridge, view: ViewState, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Headwater")
        self.setWindowIcon(icons.app_icon())
        self.setAcceptDrops(True)
        self._bridge = bridge
        self._view = view
        self.jobs = JobModel(self)
        self._was_painted = False
        self._is_built = False
        self._titles: TitleKeeper | None = None
        self._theme = theme
        self._maps = MapCache(bridge.progress_map)
        self.table = JobTable(self.jobs, self._maps)
        self.groups = GroupBar()
        self.offers = OfferBar()
        self.status = StatusStrip()
        self.activity = ActivityModel(self)
        self._build_panes()
        self.removals = Removals(bridge, self.table.filter.hide, self)
        self.commands = JobCommands(
            bridge,
            self,
            self.table.selected_jobs,
            lambda: tuple(self.jobs.jobs()),
            self.status.notify,
            remove=self.removals.remove,
        )
        self.files = FileCommands(bridge, self, self.table.selected_jobs, self.status.notify)
        self.adding = Adding(
            self, bridge=bridge, commands=self.commands, table=self.table, status=self.status, view=view
        )
        self.watch = ClipboardWatch(self.adding.known_links, self)
        self.actions_by_name = Actions(self, self.table)
        self._build_frame()
        self.menus = Menus(
            self, actions=self.actions_by_name, docks=self.docks, bridge=bridge, table=self.table, theme=theme
        )
        self.tray: Tray | None = None
        #: Set by whoever composes the window, where the desktop is to be told of downloads.
        self.notices: DesktopNotices | None = None
        self.arrangement = Arrangement(
            self,
            bridge,
            actions=self.actions_by_name,
            table=self.table,
            groups=self.groups,
            notify=self.status.notify,
            announce=self._announce,
        )
        self.awake = StayingAwake(bridge.spawn)
        self.settings = SettingsCommands(
            self, bridge, view=view, theme=theme, follow=self._follow_choices, notify=self.status.notify
        )
        self.interface = InterfaceSwitch(bridge, self.actions_by_name, self.status.notify)
        self.first_start = FirstStart(
            bridge,
            view=view,
            jobs=self.jobs,
            interface=self.interface,
            open_settings=self.settings.open,
            notify=self.status.notify,
            parent=self,
        )
        self.reports = Reports(
            self,
            bridge,
            jobs=lambda: tuple(self.jobs.jobs()),
            choices=lambda: read_choices(view),
            notify=self.status.notify,
        )
        self._connect()
        self._memory = WindowMemory(self, view)
        self._memory.restore()
        # A window that is killed forgets ten seconds at most.
        self._keeping = QTimer(self)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self._memory.remember)
        self._keeping.start()
        self.table.setFocus()
        self._is_built = True

    def _build_panes(self) -> None:
        sources = SourceModel(self)
        self.sources = SourceTable(sources)
        self.graph = ChannelGraph()
        self.details = DetailsPane()
        self.preview = PreviewPane(self._bridge)
        self.tuning = TuningPanel()
        self.log = ActivityLog(self.activity)
        self.focus = JobFocus(
            self._bridge,
            sources=sources,
            table=self.sources,
            graph=self.graph,
            details=self.details,
            preview=self.preview,
            tuning=self.tuning,
            parent=self,
        )
        self.docks = {
            "Graph": build_dock(self, "Graph", self.tr("Channels"), self.graph),
            "Sources": build_dock(self, "Sources", self.tr("Sources"), self.sources),
            "Activity": build_dock(self, "Activity", self.tr("Activity"), self.log),
            "Preview": build_dock(self, "Preview", self.tr("Preview"), self.preview),
            "Details": build_dock(self, "Details", self.tr("Details"), self.details),
            "Tuning": build_dock(self, "Tuning", self.tr("Tuning"), self.tuning),
        }
        self.docks["Graph"].setTitleBarWidget(self.graph.bar)

    def _build_frame(self) -> None:
        page = QWidget(self)
        page.setObjectName("listPage")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.groups)
        layout.addWidget(self.offers)
        layout.addWidget(self.table, 1)
        self._list_layout = layout
        self.setCentralWidget(page)
        self.setStatusBar(self.status)
        self.tool_bar = QToolBar(self.tr("Tools"), self)
        self.tool_bar.setObjectName("toolBar")
        self.tool_bar.setMovable(False)
        self.tool_bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.tool_bar.setIconSize(QSize(20, 20))
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for name in TOOL_BAR:
            if name is None:
                self.tool_bar.addSeparator()
            else:
                action = self.actions_by_name[name]
                self.tool_bar.addAction(action)
                button = self.tool_bar.widgetForAction(action)
                button.setObjectName(f"tool_{name}")
                button.setAccessibleName(action.iconText())
        self.addToolBar(self.tool_bar)
        give_keys(tuple(self.docks.values()))

    def _connect(self) -> None:
        actions, commands = self.actions_by_name, self.commands
        for name, deed in {
            "add": self.adding.open_dialog,
            "settings": self.settings.open,
            "diagnostics": self.reports.show_diagnostics,
            "add_file": self.adding.open_file_browser,
            "paste": self.adding.paste,
            "grab": self.adding.open_grabber,
            "adopt": self.adding.open_adoption,
            "quit": self.close,
            "resume": commands.resume,
            "pause": commands.pause,
            "toggle": commands.toggle,
            "resume_all": commands.resume_all,
            "pause_all": commands.pause_all,
            "remove": commands.remove,
            "remove_data": commands.remove_with_data,
            "undo": self.removals.undo,
            "refresh_link": commands.refresh_link,
            "up": lambda: commands.move(Place.UP),
            "down": lambda: commands.move(Place.DOWN),
            "top": lambda: commands.move(Place.TOP),
            "bottom": lambda: commands.move(Place.BOTTOM),
            "open": commands.open_file,
            "open_folder": commands.open_folder,
            "play": commands.play,
            "copy_stream": commands.copy_stream_link,
            "copy_links": commands.copy_links,
            "edit_sources": commands.edit_sources,
            "verify": self.files.verify,
            "verify_file": self.files.verify_file,
            "export_metalink": self.files.export_metalink,
            "select_all": self.table.selectAll,
            "search": self._begin_search,
        }.items():
            actions[name].triggered.connect(lambda _checked=False, deed=deed: deed())
        self.watch.offered.connect(lambda links: self.adding.offer(self.offers, links, self._announce))
        self.offers.taken.connect(self.adding.open_places)
        self.status.undo_wanted.connect(self.removals.undo)
        self.removals.changed.connect(self._tell_removal)
        self._tell_removal()
        self.table.moved.connect(commands.move_to)
        self.table.picked.connect(self._picked)
        self.table.activated.connect(lambda _index: commands.open_file())
        self.graph.export_wanted.connect(lambda: open_export(self.graph, self, self.status.notify))
        self.groups.group_chosen.connect(self.table.filter.show_group)
        self.groups.searched.connect(self.table.filter.search)
        self.groups.left.connect(self.table.setFocus)
        self.preview.player_wanted.connect(commands.open_in_player)
        self._bridge.attached.connect(self._load)
        self._bridge.batch.connect(self._hear)
        self._bridge.failed.connect(self.status.notify)
        # The strip tells sums over all jobs: a few times a second is enough, whatever the feed does.
        self._status_timer = QTimer(self)
        self._status_timer.setSingleShot(True)
        self._status_timer.setInterval(_STATUS_MS)
        self._status_timer.timeout.connect(self._tell_status)
        self._picked()

    # ------------------------------------------------------------------------------------------ the feed

    def _load(self) -> None:
        """The engine is there: show its list."""
        self.tray = Tray(self, self.actions_by_name)
        self.tray.job_wanted.connect(lambda job_id: self.table.select_job(JobId(job_id)))
        self.tray.notices = self.notices
        if self.notices is not None:
            self.notices.wanted.connect(self._act_on_notice)
        self._follow_choices(read_choices(self._view))
        assert self._bridge.control is not None  # its signal called
        self.jobs.load(self._bridge.control.jobs())
        for job in self.jobs.jobs():
            if job.state is JobState.RUNNING:
                self.activity.append(self._bridge.control.activity(job.job_id), self._job_name)
        chosen = self._view.get("current_job")
        self._select_first(JobId(chosen) if isinstance(chosen, str) else None)
        self.first_start.offer(self._list_layout, self.table)
        self.reports.show_unseen()
        self._tell_status()

    def _hear(self, events: tuple[FeedEvent, ...]) -> None:
        """One batch: models first, then what follows the cursor."""
        if self.tray is not None:
            self.tray.hear(events, self.jobs)
        was_empty = self.jobs.rowCount() == 0
        self.jobs.apply(events)
        self.activity.append((event for event in events if isinstance(event, SchedulerActed)), self._job_name)
        self.focus.hear(events)
        self.adding.select_awaited()
        for event in events:
            if isinstance(event, JobRemoved):
                self._maps.forget(event.job_id)
        # Qt puts the cursor on the first row that comes, and selects nothing.
        if was_empty or (any(isinstance(event, JobAdded) for event in events) and self.table.current_job() is None):
            self._select_first(None)
        if not self._status_timer.isActive():
            self._status_timer.start()

    def _select_first(self, job_id: JobId | None) -> None:
        if job_id is not None and self.jobs.row_of(job_id) is not None:
            self.table.select_job(job_id)
        elif self.jobs.rowCount():
            running = next((job for job in self.jobs.jobs() if job.state is JobState.RUNNING), self.jobs.job_at(0))
            self.table.select_job(running.job_id)

    def _job_name(self, job_id: JobId) -> str:
        job = self.jobs.job(job_id)
        return job.name if job is not None else ""

    def _picked(self) -> None:
        job = self.table.current_job()
        self.focus.look_at(job)
        self.actions_by_name.enable(self.commands.allowed())
        if job is not None:
            self._view.put("current_job", job.job_id)

    def _tell_status(self) -> None:
        running = [job for job in self.jobs.jobs() if job.state is JobState.RUNNING]
        self.status.show_queue(self.jobs.counts(), running)
        if self.tray is not None:
            self.tray.show_speed(running)
            self.awake.want(bool(running) and read_choices(self._view).keep_awake)
        self.groups.show_counts(self.jobs.counts())
        self.actions_by_name.enable(self.commands.allowed())

    def _tell_removal(self) -> None:
        self.actions_by_name["undo"].setEnabled(self.removals.words is not None)
        self.status.offer_undo(self.removals.words)

    def _announce(self, words: str) -> None:
        if self.tray is not None:
            self.tray.announce(words)

    def _begin_search(self) -> None:
        self.groups.search.setFocus()
        self.groups.search.selectAll()

    def choose_appearance(self, appearance: Appearance) -> None:
        """Look so from now on, and at the next start."""
        self._view.put("appearance", appearance.value)
        self._theme.choose(appearance)

    def _act_on_notice(self, action: str, job_id: str) -> None:
        """A button of a notification was pressed: on the job that it told of, if it is still there."""
        if self.jobs.job(JobId(job_id)) is None:
            return
        self.table.select_job(JobId(job_id))
        if action in ("open", "open_folder", "resume"):
            self.actions_by_name[action].trigger()
        else:
            self.showNormal()
            self.raise_()
            self.activateWindow()

    def _follow_choices(self, choices: WindowChoices) -> None:
        self.watch.follow(is_on=choices.watch_clipboard, watched=choices.watched)
        self.actions_by_name.choose_keys(dict(choices.shortcuts))
        self.preview.set_on(choices.preview)
        if self.tray is not None:
            self.tray.follow(shown=choices.tray, notifies=choices.notify)
        self._tell_status()

    def remember(self) -> None:
        """Keep how the window looks, now."""
        self._memory.remember()
        self._view.write()

    # ------------------------------------------------------------------------------------------ Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        """Docks are put in place while the window is shown: Qt leaves stray tab bars when it is done before."""
        super().showEvent(event)
        if self._titles is None:
            arrange_docks(self, self.docks)
            self._memory.restore_docks()
            self._titles = TitleKeeper(self, [dock for name, dock in self.docks.items() if name != "Graph"])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not event.mimeData().hasFormat(JOBS_MIME) and self.adding.places_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        deed = self.adding.deed_for(event.mimeData())
        if deed is not None:
            event.acceptProposedAction()
            # Opened when the drag's own loop is over.
            QTimer.singleShot(0, self, deed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._is_built:
            icons.refresh()
            self.actions_by_name.renew_icons()
            self.groups.renew_icons()
            self.focus.renew()
            self._tell_status()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the view and ask for the end; the window goes at once, the checkpoint follows."""
        self.remember()
        self.removals.carry_out()
        event.accept()
        self.closing.emit()

    def keys(self) -> list[tuple[str, str]]:
        """All keys, for the page of shortcuts."""
        docks = [
            (
                self.tr("Show or hide {pane}").format(pane=dock.windowTitle()),
                dock.toggleViewAction().shortcut().toString(),
            )
            for dock in self.docks.values()
        ]
        return [
            *self.actions_by_name.keys(),
            *docks,
            (self.tr("Use a source or not (in its table)"), QKeySequence("Space").toString()),
        ]
