"""What dialogs look alike in: the room round what they show, a field with the key that leads to it, and how they end.

The rule: nothing here knows what a dialog is for.
"""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from headwater_ui.widgets.toned_label import TonedLabel


def framed_rows(dialog: QDialog, spacing: int = 12) -> QVBoxLayout:
    """The rows of a dialog, with the usual room round them; `spacing` is what lies between two."""
    rows = QVBoxLayout(dialog)
    rows.setContentsMargins(20, 18, 20, 16)
    rows.setSpacing(spacing)
    return rows


def labelled_fields(spacing: int = 8) -> QFormLayout:
    """Fields below each other, their labels beside them."""
    fields = QFormLayout()
    fields.setVerticalSpacing(spacing)
    fields.setHorizontalSpacing(14)
    return fields


def add_field(fields: QFormLayout, title: str, field: QWidget | QLayout, buddy: QWidget) -> None:
    """A field, whose label's key leads to `buddy`: the part of it that one types into."""
    label = QLabel(title)
    label.setBuddy(buddy)
    fields.addRow(label, field)


def end_line(words: TonedLabel, buttons: QDialogButtonBox) -> QHBoxLayout:
    """The last row: what is to be said, and what ends the dialog."""
    line = QHBoxLayout()
    line.addWidget(words, 1)
    line.addWidget(buttons)
    return line


def choose_default(buttons: QDialogButtonBox, default: QPushButton) -> None:
    """Let Enter press `default` from every field, once all stand in the dialog: elsewhere it is nobody's default."""
    buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
    default.setDefault(True)


def grow_on_screen(dialog: QDialog) -> None:
    """Let a dialog have the height of what it shows now, as far as the screen goes, and stand on that as a whole."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    # Into how many lines words break is a matter of this width; the hint is made for another.
    breaks = layout.hasHeightForWidth()
    wanted = layout.totalHeightForWidth(dialog.width()) if breaks else dialog.sizeHint().height()
    room, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    border = frame.height() - dialog.height()
    height = min(max(dialog.height(), wanted), room.height() - border)
    dialog.resize(dialog.width(), height)
    top = max(room.top(), min(frame.top(), room.top() + room.height() - height - border))
    if top != frame.top():
        dialog.move(frame.left(), top)
