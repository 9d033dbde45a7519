"""What every page of the settings is made of: rows that know how to read and write their value, and are searched.

A page never puts anything in force: `apply` gives new settings, or a sentence that says what to change.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from headwater.control.api import Settings
from headwater_ui.shell.actions import plain_words
from headwater_ui.shell.window_choices import WindowChoices
from headwater_ui.widgets.number_fields import decimal_box, whole_box

_FIELD_PX = 170


@dataclass(frozen=True, slots=True)
class Values:
    """All that the dialog changes."""

    settings: Settings
    choices: WindowChoices


Load = Callable[[Values], None]
Apply = Callable[[Values], Values]


class Page(QWidget):
    """A page of rows. Widgets above and below them (`wide`) have no label beside them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.name, self.title = name, ""
        self._loads: list[Load] = []
        self._applies: list[Apply] = []
        self._words: list[str] = []
        self._labels: list[tuple[QWidget, str]] = []
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(4)
        self._heading = QLabel()
        self._heading.setObjectName(f"setting{name}Title")
        self._heading.setProperty("tone", "title")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 16, 20, 16)
        self._layout.setSpacing(10)
        self._layout.addWidget(self._heading)
        self._layout.addLayout(self._form)

    def begin(self, title: str) -> None:
        """What the page is called. Call first."""
        self.title = title
        self.setAccessibleName(title)
        self._heading.setText(title)
        self._words.append(title)

    def add_row(self, label: str, field: QWidget, meaning: str, load: Load, apply: Apply) -> None:
        """A field with its meaning below."""
        words = plain_words(label)
        field.setObjectName(field.objectName() or f"setting{self.name}{len(self._loads)}")
        field.setAccessibleName(field.accessibleName() or words)
        field.setAccessibleDescription(meaning)
        if isinstance(field, QCheckBox):
            field.setText(label)
            self._form.addRow("", field)
            self._labels.append((field, f"{words} {meaning}"))
        else:
            name = QLabel(label)
            name.setBuddy(field)
            self._form.addRow(name, field)
            self._labels.append((name, f"{words} {meaning}"))
        self.add_words(meaning)
        self.add(load, apply, label, meaning)

    def add_words(self, words: str) -> None:
        """A line of meaning below the last field."""
        about = QLabel(words)
        about.setProperty("tone", "muted")
        about.setWordWrap(True)
        about.setContentsMargins(0, 0, 0, 9)
        self._form.addRow("", about)

    def add_about(self, words: str) -> None:
        """A line of meaning for all of the page."""
        about = QLabel(words)
        about.setProperty("tone", "muted")
        about.setWordWrap(True)
        self.add_above(about)
        self._words.append(words)

    def add_above(self, widget: QWidget) -> None:
        """A widget between the title and the rows."""
        self._layout.insertWidget(self._layout.indexOf(self._form), widget)

    def add_wide(self, widget: QWidget, stretch: int = 1) -> None:
        """A widget below the rows."""
        self._layout.addWidget(widget, stretch)

    def add(self, load: Load, apply: Apply, *words: str) -> None:
        """How a value gets here and back; `words` are what a search finds."""
        self._loads.append(load)
        self._applies.append(apply)
        self._words += words

    def close_up(self) -> None:
        """Call when all rows are there: what is left of the room stays below."""
        self._layout.addStretch(1)

    def load(self, values: Values) -> None:
        for load in self._loads:
            load(values)

    def apply(self, values: Values) -> Values:
        """The values with what stands here. Raises `UserError`."""
        for apply in self._applies:
            values = apply(values)
        return values

    def matches(self, text: str) -> bool:
        """Whether a search for `text` finds something on this page."""
        return _fits(" ".join(self._words).replace("&", ""), text)

    def mark(self, text: str) -> QWidget | None:
        """Stress the rows that a search finds; the first of them."""
        first = None
        for label, words in self._labels:
            is_found = bool(text.strip()) and _fits(words, text)
            font = label.font()
            if font.bold() != is_found:
                font.setBold(is_found)
                label.setFont(font)
            first = first or (label if is_found else None)
        return first


def _fits(inside: str, text: str) -> bool:
    return all(word in inside.casefold() for word in text.casefold().split())


def set_setting(name: str, read: Callable[[], Any]) -> Apply:
    """Writes one value of the engine's settings."""
    return lambda v: replace(v, settings=replace(v.settings, **{name: read()}))


def set_choice(name: str, read: Callable[[], Any]) -> Apply:
    """Writes one of the window's own choices."""
    return lambda v: replace(v, choices=replace(v.choices, **{name: read()}))


def set_access(name: str, read: Callable[[], Any]) -> Apply:
    """Writes one value of what gets past servers."""
    return lambda v: replace(v, settings=replace(v.settings, access=replace(v.settings.access, **{name: read()})))


def tick_setting(box: QAbstractButton, name: str) -> tuple[Load, Apply]:
    """A tick that is one of the engine's settings."""
    return lambda v: box.setChecked(getattr(v.settings, name)), set_setting(name, box.isChecked)


def tick_choice(box: QAbstractButton, name: str) -> tuple[Load, Apply]:
    """A tick that is one of the window's own choices."""
    return lambda v: box.setChecked(getattr(v.choices, name)), set_choice(name, box.isChecked)


def rate_box(nothing: str = "") -> QSpinBox:
    """Kilobytes per second; 0 is `nothing`, where that has a word."""
    box = whole_box()
    box.setRange(0 if nothing else 1, 100_000_000)
    box.setSpecialValueText(nothing)
    box.setSuffix(" kB/s")
    box.setGroupSeparatorShown(True)
    box.setSingleStep(100)
    box.setFixedWidth(_FIELD_PX)
    return box


def number_box(low: int, high: int, nothing: str = "") -> QSpinBox:
    """A whole number; the lowest is `nothing`, where that has a word."""
    box = whole_box()
    box.setRange(low, high)
    box.setSpecialValueText(nothing)
    box.setFixedWidth(_FIELD_PX)
    return box


def seconds_box(nothing: str = "") -> QDoubleSpinBox:
    """Seconds; 0 is `nothing`, where that has a word."""
    box = decimal_box()
    box.setRange(0.0 if nothing else 0.1, 3600)
    box.setSpecialValueText(nothing)
    box.setDecimals(1)
    box.setSuffix(" s")
    box.setFixedWidth(_FIELD_PX)
    return box


def plain_button(name: str, text: str) -> QPushButton:
    """A button that Enter in a field does not press."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAccessibleName(plain_words(text))
    button.setAutoDefault(False)
    return button
