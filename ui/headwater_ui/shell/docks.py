"""The docks around the list: what each holds, where it begins, how it is named."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QWidget

DOCK_KEYS: Final = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6")
#: Of the panes beside the list: narrower, their words and knobs would have to be scrolled to.
LEAST_BESIDE_PX: Final = 320
#: What they get where the list has its own, in which every column that is shown at first finds room.
_BESIDE_PX: Final = 440
_LIST_PX: Final = 920
#: Of the window's height for graph and sources together, and what is enough for them: the list, which one reads most,
#: has the rest. Of theirs the graph's part.
_BELOW_SHARE: Final = 0.4
_BELOW_PX: Final = 460
_GRAPH_SHARE: Final = 0.55

_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly


def build_dock(window: QMainWindow, name: str, title: str, content: QWidget) -> QDockWidget:
    """A dock that can be moved, floated and closed, and opened again from the View menu."""
    dock = QDockWidget(title, window)
    dock.setObjectName(f"dock{name}")
    dock.setAccessibleName(title)
    dock.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
    dock.setWidget(content)
    return dock


def arrange_docks(window: QMainWindow, docks: dict[str, QDockWidget]) -> None:
    """The first arrangement: graph over sources below the list, preview with its neighbours on the right."""
    bottom, right = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
    for corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
        window.setCorner(corner, right)
    options = QMainWindow.DockOption
    window.setAnimated(False)
    window.setDockOptions(options.AllowNestedDocks | options.AllowTabbedDocks | options.GroupedDragging)
    window.addDockWidget(right, docks["Preview"])
    window.tabifyDockWidget(docks["Preview"], docks["Details"])
    window.tabifyDockWidget(docks["Details"], docks["Tuning"])
    window.addDockWidget(bottom, docks["Graph"])
    window.addDockWidget(bottom, docks["Sources"])
    window.splitDockWidget(docks["Graph"], docks["Sources"], Qt.Orientation.Vertical)
    window.tabifyDockWidget(docks["Sources"], docks["Activity"])
    docks["Sources"].raise_()
    docks["Preview"].raise_()
    beside_px = max(LEAST_BESIDE_PX, min(_BESIDE_PX, window.width() - _LIST_PX))
    window.resizeDocks([docks["Preview"]], [beside_px], Qt.Orientation.Horizontal)
    below_px = min(_BELOW_PX, round(_BELOW_SHARE * window.height()))
    graph_px = round(_GRAPH_SHARE * below_px)
    heights_px = [graph_px, below_px - graph_px]
    window.resizeDocks([docks["Graph"], docks["Sources"]], heights_px, Qt.Orientation.Vertical)


class DockKeys(QObject):
    """Ctrl+1 … bring a dock to the front, with the keyboard in it; one that is in front they hide."""

    def __init__(self, docks: Sequence[QDockWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._in_front: dict[QDockWidget, bool] = dict.fromkeys(docks, False)
        # Qt hides at once what is told to; who was in front before is known until the next turn.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        for dock, key in zip(docks, DOCK_KEYS, strict=True):
            action = dock.toggleViewAction()
            action.setShortcut(QKeySequence(key))
            action.setToolTip(f"{dock.windowTitle()} ({key})")
            action.triggered.connect(lambda _shown, dock=dock: self._press(dock))
            dock.visibilityChanged.connect(lambda _shown: self._soon.start())

    def _look(self) -> None:
        for dock in self._in_front:
            self._in_front[dock] = dock.isVisible() and not dock.visibleRegion().isEmpty()

    def _press(self, dock: QDockWidget) -> None:
        if self._in_front[dock]:
            return  # Qt has hidden it
        dock.show()
        dock.raise_()
        inside = [dock.widget(), *dock.widget().findChildren(QWidget)]
        reachable = (one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible())
        if (first := next(reachable, None)) is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)


class TitleKeeper(QObject):
    """Spares a dock its title bar while a tab names it already; a floating or lone dock has one to hold it by."""

    def __init__(self, window: QMainWindow, docks: Sequence[QDockWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._blanks = {dock: QWidget(dock) for dock in docks}
        for blank in self._blanks.values():
            blank.setFixedHeight(0)
        # Docks come and go in bursts while an arrangement is restored: look once afterwards.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        for dock in docks:
            for signal in (dock.visibilityChanged, dock.topLevelChanged, dock.dockLocationChanged):
                signal.connect(lambda *_: self._soon.start())
        self._soon.start()

    def _look(self) -> None:
        for number, bar in enumerate(self._window.findChildren(QTabBar, options=_DIRECT)):
            bar.setObjectName(f"dockTabs{number}")
            bar.setAccessibleName(self.tr("Panes: ") + ", ".join(bar.tabText(i) for i in range(bar.count())))
        for dock in self._docks:
            tabbed = not dock.isFloating() and bool(self._window.tabifiedDockWidgets(dock))
            wanted = self._blanks[dock] if tabbed else None
            if dock.titleBarWidget() is not wanted:
                dock.setTitleBarWidget(wanted)  # type: ignore[arg-type]  # None gives the usual bar back; the stubs forget it
