"""The docks around the list: what each holds, where it begins, how it is named."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

_KEYS: Final = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6")


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
    window.setDockNestingEnabled(True)
    window.addDockWidget(bottom, docks["Graph"])
    window.addDockWidget(bottom, docks["Sources"])
    window.splitDockWidget(docks["Graph"], docks["Sources"], Qt.Orientation.Vertical)
    window.addDockWidget(bottom, docks["Activity"])
    window.tabifyDockWidget(docks["Sources"], docks["Activity"])
    window.addDockWidget(right, docks["Preview"])
    window.addDockWidget(right, docks["Details"])
    window.addDockWidget(right, docks["Tuning"])
    window.tabifyDockWidget(docks["Preview"], docks["Details"])
    window.tabifyDockWidget(docks["Details"], docks["Tuning"])
    docks["Sources"].raise_()
    docks["Preview"].raise_()
    window.resizeDocks([docks["Preview"]], [440], Qt.Orientation.Horizontal)
    window.resizeDocks([docks["Graph"], docks["Sources"]], [250, 210], Qt.Orientation.Vertical)


def give_keys(docks: Sequence[QDockWidget]) -> None:
    """Ctrl+1 … show or hide the docks."""
    for dock, key in zip(docks, _KEYS, strict=True):
        action = dock.toggleViewAction()
        action.setShortcut(QKeySequence(key))
        action.setToolTip(f"{dock.windowTitle()} ({key})")
