"""The main window: puts list, panes, menus and status line together, and takes what Qt tells a window.

It builds and connects: what actions do is in `deeds`, the feed's way in `feed_route`, the panes in `panes`, what the
desktop sees in `presence`. It can be shown before the engine is there, which is what makes it appear at once.
"""

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QTabWidget

from headwater.model.job import JobId
from headwater_ui import icons
from headwater_ui.bridge import Bridge
from headwater_ui.models.job_model import JOBS_MIME, JobModel
from headwater_ui.shell.actions import Actions, key_words
from headwater_ui.shell.adding import Adding
from headwater_ui.shell.arrangement import Arrangement
from headwater_ui.shell.clipboard_watch import ClipboardWatch
from headwater_ui.shell.coming_forward import come_forward
from headwater_ui.shell.deeds import connect_deeds
from headwater_ui.shell.feed_route import FeedRoute
from headwater_ui.shell.file_commands import FileCommands
from headwater_ui.shell.first_start import FirstStart
from headwater_ui.shell.graph_export import open_export
from headwater_ui.shell.hidden_news import HiddenNews
from headwater_ui.shell.interface_switch import InterfaceSwitch
from headwater_ui.shell.job_commands import JobCommands
from headwater_ui.shell.list_page import ListPage
from headwater_ui.shell.menus import Menus
from headwater_ui.shell.panes import Panes
from headwater_ui.shell.presence import Presence
from headwater_ui.shell.removals import Removals
from headwater_ui.shell.reports import Reports
from headwater_ui.shell.settings_commands import SettingsCommands
from headwater_ui.shell.status_strip import StatusStrip
from headwater_ui.shell.tab_way import next_in_sight
from headwater_ui.shell.tool_bar import ToolBar
from headwater_ui.shell.view_state import ViewState
from headwater_ui.shell.window_choices import WindowChoices, read_choices
from headwater_ui.shell.window_memory import WindowMemory
from headwater_ui.theme import Appearance, Theme
from headwater_ui.widgets.progress_map import MapCache

_KEEP_MS: Final = 10_000
_TOLD_OF_TRAY: Final = "told_of_tray"


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
        self._bridge, self._view, self._theme = bridge, view, theme
        self._was_painted = self._is_built = False
        self.jobs = JobModel(self)
        self.maps = MapCache(bridge.progress_map)
        self.page = ListPage(self.jobs, self.maps)
        self.setCentralWidget(self.page)  # before the panes: Tab leads from one to the next in this order
        self.table = self.page.table
        self.table.awaits_list = True
        self.status = StatusStrip()
        self.panes = Panes(self, bridge)
        self.presence = Presence(self, bridge)
        self._build_commands()
        self._build_frame()
        self._build_services()
        connect_deeds(self)
        self.feed = FeedRoute(self, bridge, view)
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

    def _build_commands(self) -> None:
        """Those who carry out what a person wants of jobs and files."""
        bridge, table, notify = self._bridge, self.table, self.status.notify
        self.removals = Removals(bridge, table.hide_jobs, self)
        self.commands = JobCommands(
            bridge,
            self,
            table.selected_jobs,
            lambda: tuple(self.jobs.jobs()),
            notify,
            remove=self.removals.remove,
        )
        self.files = FileCommands(bridge, self, table.selected_jobs, notify)
        self.news = HiddenNews(self.page, self.jobs, self.status, self)
        self.adding = Adding(
            self,
            bridge=bridge,
            commands=self.commands,
            table=table,
            status=self.status,
            view=self._view,
            offers=self.page.offers,
            in_list=self.news.watch,
        )
        self.watch = ClipboardWatch(self.adding.known_links, self)

    def _build_frame(self) -> None:
        self.actions_by_name = Actions(self, self.table)
        self.setStatusBar(self.status)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.tool_bar = ToolBar(self.actions_by_name, self)
        self.addToolBar(self.tool_bar)
        self.menus = Menus(
            self,
            actions=self.actions_by_name,
            docks=self.panes.docks,
            bridge=self._bridge,
            table=self.table,
            theme=self._theme,
        )

    def _build_services(self) -> None:
        """Those who own dialogs and choices that concern all jobs."""
        bridge, view, notify = self._bridge, self._view, self.status.notify
        self.arrangement = Arrangement(
            self,
            bridge,
            actions=self.actions_by_name,
            table=self.table,
            groups=self.page.groups,
            notify=notify,
            announce=self.presence.announce,
        )
        self.panes.details.offer(self.actions_by_name["options"])
        self.settings = SettingsCommands(
            self, bridge, view=view, theme=self._theme, follow=self._follow_choices, notify=notify
        )
        self.interface = InterfaceSwitch(bridge, self.actions_by_name, notify)
        self.first_start = FirstStart(
            bridge,
            view=view,
            jobs=self.jobs,
            interface=self.interface,
            open_settings=self.settings.open,
            notify=notify,
            parent=self,
        )
        self.reports = Reports(
            self, bridge, jobs=lambda: tuple(self.jobs.jobs()), choices=lambda: read_choices(view), notify=notify
        )

    def _connect(self) -> None:
        offers, graph = self.page.offers, self.panes.graph
        self.watch.offered.connect(lambda links: self.adding.offer(links, self.presence.announce))
        offers.taken.connect(self.adding.open_places)
        self.status.undo_wanted.connect(self.removals.undo)
        self.removals.changed.connect(self._tell_removal)
        self._tell_removal()
        self.table.moved.connect(self.commands.move_to)
        self.table.activated.connect(lambda _index: self.commands.open_file())
        graph.export_wanted.connect(lambda: open_export(graph, self, self.status.notify, self.panes.focus.name))
        self.panes.preview.player_wanted.connect(self.commands.open_in_player)
        self.presence.job_wanted.connect(self._act_on_notice)
        self._bridge.attached.connect(self._begin)
        self._bridge.failed.connect(self.status.complain)

    def _begin(self) -> None:
        """The engine is there."""
        self.presence.begin(self.actions_by_name)
        self.feed.begin()
        self._follow_choices(read_choices(self._view))
        self.first_start.offer(self.page.rows, self.table)
        self.reports.show_unseen()

    def choose_appearance(self, appearance: Appearance) -> None:
        """Look so from now on, and at the next start."""
        self._view.put("appearance", appearance.value)
        self._theme.choose(appearance)

    def remember(self) -> None:
        """Keep how the window looks, now."""
        self._memory.remember()
        self._view.write()

    def keys(self) -> list[tuple[str, str]]:
        """All keys, for the page of shortcuts."""
        return [
            *self.actions_by_name.keys(),
            *self.panes.keys(),
            (self.tr("Use a source or not (in its table)"), key_words("Space")),
        ]

    def _tell_removal(self) -> None:
        self.actions_by_name["undo"].setEnabled(self.removals.words is not None)
        self.status.offer_undo(self.removals.words)
        self.feed.tell_status()

    def _act_on_notice(self, action: str, job_id: str) -> None:
        """A button of a notification was pressed: on the job that it told of, if it is still there."""
        job = self.jobs.job(JobId(job_id))
        if action == "show":
            if job is not None:
                self.page.reveal(job.job_id)
            come_forward(self)
        elif job is not None:
            self.commands.answer(action, job)

    def _follow_choices(self, choices: WindowChoices) -> None:
        self.watch.follow(is_on=choices.watch_clipboard, watched=choices.watched)
        self.actions_by_name.choose_keys(dict(choices.shortcuts))
        self.panes.preview.set_on(choices.preview)
        self.presence.follow(choices)
        self.feed.tell_status()

    # ------------------------------------------------------------------------------------------ Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.panes.arrange():
            self._memory.restore_docks()
            self.panes.keep_titles()

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

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab leads to what is in sight; on systems where it leads to fields alone, as Qt has it."""
        if QGuiApplication.styleHints().tabFocusBehavior() is not Qt.TabFocusBehavior.TabFocusAllControls:
            return super().focusNextPrevChild(forward)
        following = next_in_sight(self, forward)
        if following is not None:
            reasons = Qt.FocusReason
            following.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        return following is not None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._is_built:
            icons.refresh()
            self.actions_by_name.renew_icons()
            self.page.groups.renew_icons()
            self.panes.focus.renew()
            self.feed.tell_status()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go to the tray, or end; the session's end and Quit end it anyway."""
        app = QGuiApplication.instance()
        session_ends = isinstance(app, QGuiApplication) and app.isSavingSession()
        if self.presence.stays and not session_ends:
            self.remember()
            event.ignore()
            self.hide()
            self._tell_of_tray()
            return
        event.accept()
        self.end()

    def end(self) -> None:
        """Remember the view and ask for the end; the window goes at once, the checkpoint follows."""
        self.remember()
        self.removals.carry_out()
        self.hide()
        self.closing.emit()

    def _tell_of_tray(self) -> None:
        """Once: somebody who expected the end would look for the program in vain."""
        if self._view.get(_TOLD_OF_TRAY) is not True:
            self._view.put(_TOLD_OF_TRAY, True)
            self.presence.announce(self.tr("Headwater goes on in the tray. Quit in the menu of its icon ends it."))
