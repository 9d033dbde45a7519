"""The tuning panel: every knob is there, bounds hold, a change is told once and as a whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS

from headwater.model.tuning import KNOBS, PRESETS, Tuning
from headwater_ui.widgets.tuning_panel import TuningPanel


@pytest.fixture
def panel(qtbot: QtBot) -> TuningPanel:
    result = TuningPanel()
    qtbot.addWidget(result)
    result.show_tuning(Tuning())
    return result


def test_every_knob_has_unit_bounds_and_meaning(panel: TuningPanel) -> None:
    words = {label.text().casefold() for label in panel.findChildren(QLabel)}
    for knob in KNOBS.values():
        box = panel._boxes[knob.name]
        scale = 1024 if knob.unit == "bytes" else 1
        assert (box.minimum() * scale, box.maximum() * scale) == pytest.approx((knob.low, knob.high))
        assert box.value() * scale == pytest.approx(knob.default)
        assert knob.meaning.casefold() in words
        assert box.suffix().strip() == ("KiB" if knob.unit == "bytes" else knob.unit)


def test_turning_one_knob_tells_the_whole_tuning(panel: TuningPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.tuned, timeout=PATIENCE_MS) as told:
        panel._boxes["interval_s"].setValue(5)
    assert told.args == [Tuning(interval_s=5.0)]
    assert panel._presets.currentText() == "Own values"


def test_a_preset_acts_at_once_and_is_recognised(panel: TuningPanel) -> None:
    told: list[Tuning] = []
    panel.tuned.connect(told.append)
    presets = panel.findChild(QComboBox, "tuningPreset")
    assert isinstance(presets, QComboBox)
    presets.setFocus()
    presets.activated.emit(presets.findText("Polite"))
    assert told == [PRESETS["Polite"]]
    assert presets.currentText() == "Polite"
    panel.show_tuning(Tuning())
    assert presets.currentText() == "Balanced"
    assert told == [PRESETS["Polite"]], "showing is not tuning"


def test_what_others_tuned_is_shown_unless_something_is_being_entered(panel: TuningPanel, qtbot: QtBot) -> None:
    told: list[Tuning] = []
    panel.tuned.connect(told.append)
    panel.follow(Tuning(max_channels_per_job=1))
    box = panel._boxes["max_channels_per_job"]
    assert (box.value(), box.suffix()) == (1, " channel")
    assert panel._presets.currentText() == "Own values"
    panel._boxes["interval_s"].setValue(5)
    panel.follow(Tuning())
    assert panel._boxes["interval_s"].value() == 5, "it is on its way"
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert told == [Tuning(interval_s=5.0, max_channels_per_job=1)]
    panel.follow(told[0])
    panel._try.setChecked(True)
    panel._choose_preset("Polite")
    panel.follow(Tuning())
    assert panel.tuning() == PRESETS["Polite"], "it is being tried"


def test_values_that_do_not_fit_together_are_told_in_a_sentence(panel: TuningPanel, qtbot: QtBot) -> None:
    told: list[Tuning] = []
    panel.tuned.connect(told.append)
    panel._boxes["max_span_bytes"].setValue(64)
    qtbot.waitUntil(lambda: not panel._problem.isHidden(), timeout=PATIENCE_MS)
    assert panel._problem.text() == "min_span_bytes must not exceed max_span_bytes."
    assert told == []
    with qtbot.waitSignal(panel.tuned, timeout=PATIENCE_MS):
        panel._boxes["min_span_bytes"].setValue(32)
    assert told == [Tuning(min_span_bytes=32 * 1024, max_span_bytes=64 * 1024)]


def test_nothing_to_tune_without_a_job(panel: TuningPanel) -> None:
    panel.show_tuning(None)
    assert not panel._boxes["interval_s"].isEnabled()


def test_the_wheel_scrolls_the_page_and_turns_nothing(panel: TuningPanel) -> None:
    box = panel._boxes["interval_s"]
    assert box.focusPolicy() is Qt.FocusPolicy.StrongFocus
    QTest.mouseMove(box)
    assert box.value() == 2.0
