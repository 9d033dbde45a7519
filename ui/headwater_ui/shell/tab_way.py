"""Where Tab leads in the window: to what can be seen.

Qt counts a pane that stands behind another one's tab as shown, and leads through all of its fields unseen.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QWidget


def next_in_sight(window: QWidget, forward: bool) -> QWidget | None:
    """The next widget of the window, or the one before, that Tab stops at and that is in sight; None for no other."""
    focus = window.focusWidget()
    here = at = window if focus is None else focus
    while True:
        following = at.nextInFocusChain() if forward else at.previousInFocusChain()
        if following is None or following is here:
            return None
        at = following
        if at.window() is window and _takes_tab(at) and not _is_behind(at):
            return at


def _takes_tab(widget: QWidget) -> bool:
    wanted = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(wanted) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _is_behind(widget: QWidget) -> bool:
    """Whether its pane is behind another's tab."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, QDockWidget):
        at = at.parentWidget()
    return at is not None and at.visibleRegion().isEmpty()
