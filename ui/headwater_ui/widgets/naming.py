"""Names of widgets: one for screen readers, in the person's language, and one that never changes, for tests and styles.

The rule: whatever can be reached with the keyboard has both. A label is heard by what it says.
"""

from PySide6.QtWidgets import QComboBox, QLabel, QWidget


def name_widgets(*names: tuple[QWidget, str, str]) -> None:
    """Give each widget its object name and the words that a screen reader says.

    Of a label these words say what it is about: as its name they would be read instead of its text. Of a box to choose
    from, its choice is what is heard for a name on some systems: the words stand in its tip, too.
    """
    for widget, name, words in names:
        widget.setObjectName(name)
        if isinstance(widget, QLabel):
            widget.setAccessibleDescription(words)
        else:
            widget.setAccessibleName(words)
            if isinstance(widget, QComboBox) and not widget.toolTip():
                widget.setToolTip(words)
