"""The tuning panel: every knob of the scheduler with its unit and meaning, and presets. A change acts at once.

The panel shows the selected job's tuning and emits `tuned` with the new one; values out of bounds cannot be entered,
and pairs that do not fit together are told in a sentence.
"""

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from headwater.model.errors import UserError
from headwater.model.tuning import KNOBS, PRESETS, Knob, Tuning
from headwater_ui.language import engine_words, marked
from headwater_ui.widgets.choice_box import ChoiceBox
from headwater_ui.widgets.number_fields import decimal_box, whole_box
from headwater_ui.widgets.what_if_chart import WhatIfChart
from headwater_ui.wording import count_words, error_sentence

_CUSTOM: Final = marked("TuningPanel", "Own values")
_SETTLE_MS: Final = 250
#: Shown in these units instead of bytes: nobody thinks in 262144.
_KIB: Final = 1024
#: Units that are counted, by the word for one.
_COUNTED: Final = {"channels": "channel", "sources": "source", "blocks": "block"}
_BOX_PX: Final = 150


class TuningPanel(QScrollArea):
    """`tuned(tuning)`: the person turned a knob or chose a preset. `tried(tuning)`: the same, and it must not act yet.

    `can_try` False leaves out what a job is needed for; knobs of `without` have their place elsewhere.
    """

    tuned = Signal(object)
    tried = Signal(object)

    def __init__(
        self, parent: QWidget | None = None, *, can_try: bool = True, without: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tuningPanel")
        self.setAccessibleName(self.tr("Tuning of the selected download"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown = self._in_force = Tuning()
        self._try = QCheckBox(self.tr("&Try before it acts"))
        self._try.setObjectName("tuningTry")
        self._try.setToolTip(self.tr("Simulates the sources as measured, and shows what the knobs would do"))
        self._try.setVisible(can_try)
        self._apply = QPushButton(self.tr("A&pply"))
        self._apply.setObjectName("tuningApply")
        self.what_if = WhatIfChart()
        self._without = without
        self._boxes: dict[str, QSpinBox | QDoubleSpinBox] = {}
        self._presets = ChoiceBox()
        self._presets.setObjectName("tuningPreset")
        self._presets.setAccessibleName(self.tr("Preset"))
        for name in PRESETS:
            self._presets.add(engine_words(name), name)
        self._presets.add(self.tr(_CUSTOM), _CUSTOM)
        self._reset = QPushButton(self.tr("Defaults"))
        self._reset.setObjectName("tuningReset")
        self._reset.setToolTip(self.tr("Every knob back to its default"))
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        # Typing "16" passes through 1: wait until the hand rests before it acts.
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._tell)
        self._page = self._build()
        self.setWidget(self._page)
        self._try.toggled.connect(self._begin_trying)
        self._apply.clicked.connect(self._act)
        self._begin_trying(False)
        self._presets.activated.connect(lambda row: self._choose_preset(self._presets.itemData(row)))
        self._reset.clicked.connect(lambda: self._choose_preset("Balanced"))
        self.show_tuning(None)

    def minimumSizeHint(self) -> QSize:
        """It scrolls up and down alone: narrower, what stands at the right would be cut off."""
        width = self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())

    def show_tuning(self, tuning: Tuning | None) -> None:
        """Show a job's tuning; None when no job is selected."""
        self._settle.stop()
        self._page.setEnabled(tuning is not None)
        self._in_force = tuning or Tuning()
        self._show(self._in_force)
        self._apply.setEnabled(False)
        self.what_if.say("")

    def follow(self, tuning: Tuning) -> None:
        """What is in force, which somebody else may have changed; what is being entered or tried here stays."""
        if tuning == self._in_force or self._settle.isActive() or self._apply.isEnabled():
            return
        self._in_force = tuning
        self._show(tuning)

    def tuning(self) -> Tuning:
        """The values as they stand; raises `UserError` when they do not fit together."""
        values = {name: _from_box(KNOBS[name], box.value()) for name, box in self._boxes.items()}
        result = self._shown
        # A pair of bounds may pass through a forbidden state one at a time: widen first, then set the rest.
        for name in sorted(values, key=lambda name: name != "max_span_bytes" or values[name] < getattr(result, name)):
            if values[name] != getattr(result, name):
                result = result.changed(name, values[name])
        return result

    def _build(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        top = QHBoxLayout()
        preset = QLabel(self.tr("Preset"))
        preset.setBuddy(self._presets)
        top.addWidget(preset)
        top.addWidget(self._presets, 1)
        top.addWidget(self._reset)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(2)
        for knob in (knob for knob in KNOBS.values() if knob.name not in self._without):
            box = _box(knob)
            box.valueChanged.connect(self._turned)
            self._boxes[knob.name] = box
            label = QLabel(engine_words(knob_title(knob)))
            label.setBuddy(box)
            form.addRow(label, box)
            words = engine_words(knob.meaning)
            meaning = QLabel(words[0].upper() + words[1:])
            meaning.setProperty("tone", "muted")
            meaning.setWordWrap(True)
            meaning.setContentsMargins(0, 0, 0, 9)
            form.addRow(meaning)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        trying = QHBoxLayout()
        trying.addWidget(self._try)
        trying.addStretch(1)
        trying.addWidget(self._apply)
        layout.addLayout(trying)
        layout.addWidget(self.what_if)
        layout.addWidget(self._problem)
        layout.addLayout(form)
        layout.addStretch(1)
        return page

    def _show(self, tuning: Tuning) -> None:
        self._shown = tuning
        for name, box in self._boxes.items():
            with QSignalBlocker(box):
                value = _to_box(KNOBS[name], getattr(tuning, name))
                box.setValue(int(value) if isinstance(box, QSpinBox) else value)  # type: ignore[arg-type]  # which of the two boxes it is was just asked
            _show_unit(KNOBS[name], box)
        preset = next((name for name, values in PRESETS.items() if values == tuning), _CUSTOM)
        with QSignalBlocker(self._presets):
            self._presets.setCurrentIndex(self._presets.findData(preset))
        self._problem.hide()

    def _choose_preset(self, name: str) -> None:
        if name in PRESETS:
            self._show(PRESETS[name])
            self._pass_on(PRESETS[name])

    def _begin_trying(self, on: bool) -> None:
        for widget in (self.what_if, self._apply):
            widget.setVisible(on)
        if not on and self._apply.isEnabled():
            self._act()

    def _act(self) -> None:
        """What was tried is put in force."""
        self._apply.setEnabled(False)
        self._put_in_force(self._shown)

    def _put_in_force(self, tuning: Tuning) -> None:
        self._in_force = tuning
        self.tuned.emit(tuning)

    def _pass_on(self, tuning: Tuning) -> None:
        if self._try.isChecked():
            self._apply.setEnabled(True)
            self.tried.emit(tuning)
        else:
            self._put_in_force(tuning)

    def _turned(self, _value: float) -> None:
        with QSignalBlocker(self._presets):
            self._presets.setCurrentIndex(self._presets.findData(_CUSTOM))
        self._settle.start()

    def _tell(self) -> None:
        try:
            tuning = self.tuning()
        except UserError as error:
            self._problem.setText(error_sentence(error))
            self._problem.show()
            return
        self._show(tuning)
        self._pass_on(tuning)


def knob_title(knob: Knob) -> str:
    """What a knob is called, in English."""
    words = knob.name.removesuffix("_s").removesuffix("_bytes").replace("_", " ")
    return words[0].upper() + words[1:]


def _box(knob: Knob) -> QSpinBox | QDoubleSpinBox:
    if knob.whole:
        box: QSpinBox | QDoubleSpinBox = whole_box()
        box.setRange(int(_to_box(knob, knob.low)), int(_to_box(knob, knob.high)))
        box.setGroupSeparatorShown(True)
    else:
        box = decimal_box()
        box.setRange(knob.low, knob.high)
        box.setDecimals(2)
        box.setSingleStep(0.05 if knob.high <= 1 else 0.25)
    _show_unit(knob, box)
    box.valueChanged.connect(lambda _value: _show_unit(knob, box))
    box.setFixedWidth(_BOX_PX)
    box.setObjectName(f"knob_{knob.name}")
    box.setAccessibleName(engine_words(knob_title(knob)))
    box.setAccessibleDescription(engine_words(knob.meaning))
    box.setKeyboardTracking(False)
    # The wheel belongs to the page: a knob under the pointer must not turn while one scrolls past it.
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]  # a subclass of each of two boxes says no more
    return box


def _show_unit(knob: Knob, box: QSpinBox | QDoubleSpinBox) -> None:
    """The unit behind the number: one channel, two channels."""
    if knob.unit in _COUNTED:
        unit = count_words(int(box.value()), _COUNTED[knob.unit]).partition(" ")[2]
    else:
        unit = "KiB" if knob.unit == "bytes" else engine_words(knob.unit)
    box.setSuffix(f" {unit}" if unit else "")


def _to_box(knob: Knob, value: float) -> float:
    return value / _KIB if knob.unit == "bytes" else value


def _from_box(knob: Knob, value: float) -> float:
    return value * _KIB if knob.unit == "bytes" else value
