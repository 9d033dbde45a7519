"""What a person wishes of the selected jobs: priority, order, queue, category, and what is done when they are done.

Menus, filled when they open with what is in force. Each entry becomes one command for all selected jobs.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from headwater.model.arrangement import AfterJob, AfterKind, Priority
from headwater.model.commands import SetAfterJob, SetCategory, SetOrder, SetPriority, SetQueue
from headwater.model.job import JobId
from headwater.model.priority import OrderKind, PriorityOrder
from headwater.model.snapshots import JobSnapshot
from headwater_ui.bridge import Bridge
from headwater_ui.language import translate
from headwater_ui.shell.after_menu import ask_after, fill_after_menu
from headwater_ui.wording import order_words, priority_words, queue_words

#: Actions that open one of these menus.
MENU_ACTIONS: Final = ("priority", "order", "queue", "category", "after")


class ListMenus:
    """`actions` by name get their menus; `edit_queues` and `edit_categories` open what changes the names."""

    def __init__(
        self,
        bridge: Bridge,
        window: QWidget,
        selected: Callable[[], list[JobSnapshot]],
        *,
        actions: Callable[[str], QAction],
        edit_queues: QAction,
        edit_categories: QAction,
    ) -> None:
        self._bridge, self._window, self._selected = bridge, window, selected
        self._edit_queues, self._edit_categories = edit_queues, edit_categories
        fillers = (self._fill_priority, self._fill_order, self._fill_queue, self._fill_category, self._fill_after)
        for name, fill in zip(MENU_ACTIONS, fillers, strict=True):
            menu = QMenu(window)
            menu.setObjectName(f"{name}Menu")
            menu.aboutToShow.connect(lambda menu=menu, fill=fill: self._begin(menu, fill))
            actions(name).setMenu(menu)

    def _begin(self, menu: QMenu, fill: Callable[[QMenu, QActionGroup], None]) -> None:
        menu.clear()
        if self._bridge.control is not None:
            fill(menu, QActionGroup(menu))

    def _ids(self) -> tuple[JobId, ...]:
        return tuple(job.job_id for job in self._selected())

    def _fill_priority(self, menu: QMenu, group: QActionGroup) -> None:
        now = {job.priority for job in self._selected()}
        for priority in Priority:
            self._choice(
                menu,
                group,
                priority_words(priority),
                now == {priority},
                partial(self._prioritize, priority),
            )

    def _fill_order(self, menu: QMenu, group: QActionGroup) -> None:
        now = {order.kind for job in self._selected() if (order := self._order(job.job_id)) is not None}
        for kind in OrderKind:
            self._choice(
                menu,
                group,
                order_words(kind),
                now == {kind},
                partial(self._put_in_order, kind),
            )

    def _fill_queue(self, menu: QMenu, group: QActionGroup) -> None:
        now = {job.queue for job in self._selected()}
        for name in ("", *(queue.name for queue in self._bridge.settings.queues)):
            self._choice(
                menu,
                group,
                queue_words(name),
                now == {name},
                partial(self._enqueue, name),
            )
        menu.addSeparator()
        menu.addAction(self._edit_queues)

    def _fill_category(self, menu: QMenu, group: QActionGroup) -> None:
        now = {job.category for job in self._selected()}
        none: tuple[None, str] = (None, translate("ListMenus", "None"))
        for name, words in (none, *((one.name, one.name) for one in self._bridge.settings.categories)):
            self._choice(
                menu,
                group,
                words,
                now == {name},
                partial(self._categorize, name),
            )
        menu.addSeparator()
        menu.addAction(self._edit_categories)

    def _fill_after(self, menu: QMenu, _group: QActionGroup) -> None:
        wishes = {self._wish(job.job_id) for job in self._selected()}
        fill_after_menu(menu, translate("ListMenus", "&As for all"), wishes, self._choose_after)

    def _prioritize(self, priority: Priority) -> None:
        self._bridge.command(SetPriority(self._ids(), priority))

    def _put_in_order(self, kind: OrderKind) -> None:
        for job_id in self._ids():
            order = self._order(job_id)
            if order is not None and order.kind is not kind:
                self._bridge.command(SetOrder(job_id, replace(order, kind=kind)))

    def _order(self, job_id: JobId) -> PriorityOrder | None:
        control = self._bridge.control
        return None if control is None else control.spec(job_id).options.order

    def _enqueue(self, name: str) -> None:
        self._bridge.command(SetQueue(self._ids(), name))

    def _categorize(self, name: str | None) -> None:
        self._bridge.command(SetCategory(self._ids(), name))

    def _wish(self, job_id: JobId) -> AfterJob | None:
        control = self._bridge.control
        return None if control is None else control.spec(job_id).options.after

    def _choose_after(self, kind: AfterKind | None) -> None:
        ids = self._ids()
        known = next((wish.command for job_id in ids if (wish := self._wish(job_id)) and wish.kind is kind), "")
        ask_after(kind, known, self._window, lambda after: self._bridge.command(SetAfterJob(ids, after)))

    def _choice(
        self, menu: QMenu, group: QActionGroup, words: str, is_chosen: bool, choose: Callable[[], None]
    ) -> None:
        """An entry that is ticked while it holds; its words are shown as they are."""
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda _checked=False: choose())
        group.addAction(action)
