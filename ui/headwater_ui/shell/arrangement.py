"""Queues, categories, statistics and the end, joined to the window: their menus, dialogs and filters.

Puts parts together and hands on what a person chose; what follows from it is the engine's.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from headwater.model.commands import SetCategory, SetQueue
from headwater.model.snapshots import JobSnapshot
from headwater_ui.bridge import Bridge
from headwater_ui.shell.actions import Actions
from headwater_ui.shell.after_menu import AfterEachMenu
from headwater_ui.shell.end_plan import EndPlanMenu
from headwater_ui.shell.list_menus import ListMenus
from headwater_ui.widgets.group_bar import GroupBar
from headwater_ui.widgets.job_table import JobTable

if TYPE_CHECKING:
    from headwater.control.api import Settings
    from headwater_ui.shell.main_window import MainWindow


class Arrangement(QObject):
    """Lives as long as the window. `notify` shows a sentence, `announce` one that reaches who looks elsewhere."""

    def __init__(
        self,
        window: "MainWindow",
        bridge: Bridge,
        *,
        actions: Actions,
        table: JobTable,
        groups: GroupBar,
        notify: Callable[[str], None],
        announce: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._bridge, self._table, self._groups = window, bridge, table, groups
        self._notify = notify
        self.list_menus = ListMenus(
            bridge,
            window,
            table.selected_jobs,
            actions=actions.__getitem__,
            edit_queues=actions["queues"],
            edit_categories=actions["categories"],
        )
        self.after_each = AfterEachMenu(bridge, window, actions["after_each"])
        self.end = EndPlanMenu(bridge, window, actions["when_done"], notify=notify, announce=announce)
        for name, deed in (
            ("queues", self.open_queues),
            ("categories", self.open_categories),
            ("statistics", self.open_statistics),
        ):
            actions[name].triggered.connect(lambda _checked=False, deed=deed: deed())
        groups.queue_chosen.connect(table.filter.show_queue)
        groups.category_chosen.connect(table.filter.show_category)
        bridge.attached.connect(self._follow)
        bridge.settings_changed.connect(self._follow)

    def open_queues(self) -> None:
        """Make and change queues."""
        if self._is_there():
            from headwater_ui.dialogs.queues_dialog import QueuesDialog

            dialog = QueuesDialog(self._bridge.settings, self._window)
            dialog.chosen.connect(self._keep_queues)
            dialog.open()

    def open_categories(self) -> None:
        """Make and change categories."""
        if self._is_there():
            from headwater_ui.dialogs.categories_dialog import CategoriesDialog

            dialog = CategoriesDialog(self._bridge.settings, self._window)
            dialog.chosen.connect(self._keep_categories)
            dialog.open()

    def open_statistics(self) -> None:
        """Show what came, by day and host."""
        if self._is_there():
            from headwater_ui.dialogs.statistics_dialog import StatisticsDialog

            StatisticsDialog(self._bridge, self._notify, self._window).open()

    def _is_there(self) -> bool:
        if self._bridge.control is None:
            self._notify(self.tr("Headwater is still starting; try again in a moment."))
        return self._bridge.control is not None

    def _follow(self) -> None:
        settings = self._bridge.settings
        self._groups.show_names([q.name for q in settings.queues], [c.name for c in settings.categories])

    def _keep_queues(self, settings: "Settings", origins: Sequence[int | None]) -> None:
        self._bridge.spawn(self._put_queues(settings, origins))

    async def _put_queues(self, settings: "Settings", origins: Sequence[int | None]) -> None:
        """A queue that was renamed keeps its downloads; those of one that is gone wait in the main one."""
        from headwater_ui.dialogs.arrangement_rows import renamed

        before = self._bridge.settings
        names = renamed([queue.name for queue in before.queues], [queue.name for queue in settings.queues], origins)
        moves = [
            SetQueue(ids, new or "")
            for old, new in names.items()
            if (ids := tuple(job.job_id for job in self._jobs() if job.queue == old))
        ]
        if moves:
            # Both names for a moment: none of its downloads may be in the main queue meanwhile.
            wanted = {queue.name.casefold() for queue in settings.queues}
            old = [queue for queue in before.queues if queue.name.casefold() not in wanted]
            await self._bridge.put_settings(replace(settings, queues=(*settings.queues, *old)))
            for move in moves:
                await self._bridge.execute(move)
        await self._bridge.put_settings(settings)

    def _keep_categories(self, settings: "Settings", origins: Sequence[int | None]) -> None:
        self._bridge.spawn(self._put_categories(settings, origins))

    async def _put_categories(self, settings: "Settings", origins: Sequence[int | None]) -> None:
        """A category that was renamed keeps its downloads; those of one that is gone have none."""
        from headwater_ui.dialogs.arrangement_rows import renamed

        before = self._bridge.settings
        names = renamed([one.name for one in before.categories], [one.name for one in settings.categories], origins)
        moves = [
            SetCategory(ids, new)
            for old, new in names.items()
            if (ids := tuple(job.job_id for job in self._jobs() if job.category == old))
        ]
        await self._bridge.put_settings(settings)
        for move in moves:
            await self._bridge.execute(move)

    def _jobs(self) -> Sequence[JobSnapshot]:
        return () if self._bridge.control is None else self._bridge.control.jobs()
