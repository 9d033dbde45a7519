"""What a screen reader says at once, whatever has the keyboard: news that others see at a glance.

Only for what changes by itself or has no words on the screen; whatever is reached with the keyboard is read there.
"""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def say_aloud(widget: QWidget, words: str) -> None:
    """Let a screen reader say this, on behalf of a widget; nothing happens where none listens."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
