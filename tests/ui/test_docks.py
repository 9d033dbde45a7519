"""The docks' keys: to the front first, with the keyboard in it, and away only from there."""

from PySide6.QtWidgets import QApplication, QDockWidget
from tests.ui.desk import Desk


def in_front(dock: QDockWidget) -> bool:
    return dock.isVisible() and not dock.visibleRegion().isEmpty()


def test_a_key_brings_a_dock_from_behind_and_hides_it_from_the_front(desk: Desk) -> None:
    docks = desk.window.panes.docks
    tuning, preview = docks["Tuning"], docks["Preview"]
    QApplication.processEvents()
    assert in_front(preview)
    assert not in_front(tuning)
    press = tuning.toggleViewAction().trigger
    press()
    QApplication.processEvents()
    assert in_front(tuning)
    assert not in_front(preview)
    focus = desk.window.focusWidget()
    assert focus is not None
    assert tuning.isAncestorOf(focus)
    press()
    QApplication.processEvents()
    assert tuning.isHidden()
    press()
    QApplication.processEvents()
    assert in_front(tuning)
