"""Boxes for numbers as all of the window's are: their text stands where that of the other fields does."""

from typing import Final

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

#: Style rules cannot move what is inside of a box.
_INSET_PX: Final = 5


def whole_box() -> QSpinBox:
    """For a whole number."""
    box = QSpinBox()
    box.lineEdit().setTextMargins(_INSET_PX, 0, 0, 0)
    return box


def decimal_box() -> QDoubleSpinBox:
    """For a number with decimals."""
    box = QDoubleSpinBox()
    box.lineEdit().setTextMargins(_INSET_PX, 0, 0, 0)
    return box
