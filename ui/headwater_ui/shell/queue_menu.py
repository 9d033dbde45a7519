"""The queue's menu: how many downloads run at once, the speed limit of all together, and slow mode."""

from dataclasses import replace
from typing import Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from headwater.model.commands import SetLimit, SetSlowMode
from headwater_ui.bridge import Bridge
from headwater_ui.language import translate
from headwater_ui.wording import rate_words

_AT_ONCE: Final = (1, 2, 3, 4, 5, 8, 12, 20)
_LIMITS: Final = (None, 250e3, 500e3, 1e6, 2e6, 5e6, 10e6, 25e6, 50e6, 100e6)


def build_queue_menu(bridge: Bridge, parent: QWidget) -> tuple[QMenu, QMenu]:
    """Two menus, filled with what is in force each time they open: running at once, speed limit."""
    at_once = QMenu(translate("QueueMenu", "Downloads at &once"), parent)
    at_once.setObjectName("menuAtOnce")
    limit = QMenu(translate("QueueMenu", "Speed &limit"), parent)
    limit.setObjectName("menuLimit")
    at_once.aboutToShow.connect(lambda: _fill_at_once(bridge, at_once))
    limit.aboutToShow.connect(lambda: _fill_limit(bridge, limit))
    return at_once, limit


def bind_slow_mode(bridge: Bridge, action: QAction) -> None:
    """Let a checkable action switch slow mode, and show whether it is on."""

    def show() -> None:
        if bridge.control is not None:
            action.setChecked(bridge.control.settings.slow_mode)

    bridge.attached.connect(show)
    bridge.failed.connect(lambda _sentence: show())
    action.triggered.connect(lambda on: bridge.command(SetSlowMode(on)))


def _fill_at_once(bridge: Bridge, menu: QMenu) -> None:
    menu.clear()
    control = bridge.control
    if control is None:
        return
    settings = control.settings
    group = QActionGroup(menu)
    for count in sorted({*_AT_ONCE, settings.running_at_once}):
        action = menu.addAction(str(count))
        action.setCheckable(True)
        action.setChecked(count == settings.running_at_once)
        action.triggered.connect(
            lambda _checked=False, count=count: bridge.change_settings(replace(settings, running_at_once=count))
        )
        group.addAction(action)


def _fill_limit(bridge: Bridge, menu: QMenu) -> None:
    menu.clear()
    control = bridge.control
    if control is None:
        return
    now = control.settings.rate_limit_bytes_per_s
    group = QActionGroup(menu)
    for rate in sorted({*_LIMITS, now}, key=lambda rate: rate or 0.0):
        action = menu.addAction(translate("QueueMenu", "None") if rate is None else rate_words(rate))
        action.setCheckable(True)
        action.setChecked(rate == now)
        action.triggered.connect(lambda _checked=False, rate=rate: bridge.command(SetLimit(None, rate)))
        group.addAction(action)
