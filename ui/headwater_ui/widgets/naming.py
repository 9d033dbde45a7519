"""Names of widgets: one for screen readers, in the person's language, and one that never changes, for tests and styles.

The rule: whatever can be reached with the keyboard has both.
"""

from PySide6.QtWidgets import QWidget


def name_widgets(*names: tuple[QWidget, str, str]) -> None:
    """Give each widget its object name and the words that a screen reader says."""
    for widget, name, words in names:
        widget.setObjectName(name)
        widget.setAccessibleName(words)
