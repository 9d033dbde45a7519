"""Trying a tuning: nothing acts before Apply, the curves are drawn, and the simulation runs beside Qt's loop."""

import asyncio
import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.desk import Desk
from tests.ui.values import source

from headwater.lab.what_if import WhatIfCurve, compare_tunings, scenario_of
from headwater.model.commands import SetTuning
from headwater.model.tuning import PRESETS, Tuning
from headwater_ui.widgets.what_if_chart import WhatIfChart, compare_words, round_horizon

NOW = WhatIfCurve(Tuning(), 20.0, 18.0, 1.25, ((0.0, 0.0), (10.0, 4e6), (20.0, 1e7)))
TRIED = WhatIfCurve(PRESETS["Streaming"], 16.0, 15.0, 0.5, ((0.0, 0.0), (10.0, 6.25e6), (16.0, 1e7)))


def choose(desk: Desk, preset: str) -> None:
    box = desk.window.panes.tuning.findChild(QComboBox, "tuningPreset")
    assert isinstance(box, QComboBox)
    box.activated.emit(box.findText(preset))
    desk.settle()


def test_a_tried_tuning_acts_only_when_it_is_applied(desk: Desk) -> None:
    panel = desk.window.panes.tuning
    desk.control.curves = (NOW, TRIED)
    panel._try.setChecked(True)
    choose(desk, "Streaming")
    assert desk.control.told == []
    assert desk.control.tried == [PRESETS["Streaming"]]
    assert panel.what_if.words == (
        "10.0 MB are complete after 16 s instead of 20 s; bytes in order come 0.50 s later than they could, instead "
        "of 1.25 s."
    )
    rows = panel.what_if.chart.read_out(10.0)
    assert [(name, words) for _, name, words in rows] == [("Tried", "6.25 MB"), ("Now", "4.00 MB")]
    panel._apply.click()
    desk.settle()
    assert [told.tuning for told in desk.control.told if isinstance(told, SetTuning)] == [PRESETS["Streaming"]]
    assert not panel._apply.isEnabled()


def test_what_a_simulation_cannot_show_is_said(desk: Desk) -> None:
    desk.control.curves = (NOW, replace(NOW, tuning=PRESETS["Polite"]))
    desk.window.panes.tuning._try.setChecked(True)
    choose(desk, "Polite")
    assert desk.window.panes.tuning.what_if.words.startswith("No difference with these sources")


@pytest.mark.parametrize(
    ("end_s", "horizon_s"), [(20.0, 24.0), (24.0, 24.0), (0.9, 0.9), (45.3, 48.0), (0.0, 0.0012), (61.0, 90.0)]
)
def test_the_marks_of_the_axis_are_round(end_s: float, horizon_s: float) -> None:
    assert round_horizon(end_s) == pytest.approx(horizon_s)


def test_what_chance_does_is_not_taken_for_what_a_knob_does(desk: Desk) -> None:
    now = replace(NOW, each_run=((19.0, 1.0), (21.0, 1.5), (20.0, 1.25)))
    chance = replace(TRIED, completion_s=20.0, each_run=((22.0, 1.6), (18.0, 0.9), (20.0, 1.2)))
    desk.control.curves = (now, chance)
    desk.window.panes.tuning._try.setChecked(True)
    choose(desk, "Polite")
    assert desk.window.panes.tuning.what_if.words == (
        "10.0 MB are complete after about 20 s, as now. Chance makes more of a difference than what is turned here."
    )
    better = replace(TRIED, each_run=((15.0, 0.5), (17.1, 0.9), (16.0, 0.8)))
    assert compare_words(now, better).startswith("10.0 MB are complete after 16 s instead of 20 s")
    smoother = replace(now, points=TRIED.points, mean_lag_s=0.5, each_run=tuple((at, 0.5) for at, _ in now.each_run))
    assert compare_words(now, smoother) == (
        "10.0 MB are complete after 20 s, as now; bytes in order come 0.50 s later than they could, instead of 1.25 s."
    )


def test_what_a_tuning_means_for_all_that_is_left_is_said_too() -> None:
    now = replace(NOW, points=tuple((i / 5, i * 1e5) for i in range(101)))
    tried = replace(TRIED, points=tuple((i / 6.25, i * 1e5) for i in range(101)))
    assert now.drawn_out_s(1e8) == pytest.approx(200.0)
    assert tried.drawn_out_s(1e8) == pytest.approx(160.0)
    assert now.drawn_out_s(1e6) is None, "less than was simulated"
    assert compare_words(now, tried, 99_900_000).endswith(
        ". At this pace all of the 99.9 MB that are left would take about 2 min 40 s instead of 3 min 20 s."
    )
    assert compare_words(now, tried, 10_000_000) == compare_words(now, tried)


def test_what_cannot_be_simulated_is_said_in_the_panel(desk: Desk) -> None:
    desk.window.panes.tuning._try.setChecked(True)
    choose(desk, "Bulk")
    assert desk.window.panes.tuning.what_if.words == "No source of this job has been measured yet."


def test_the_curves_are_named_in_their_colours(qtbot: QtBot) -> None:
    chart = WhatIfChart()
    qtbot.addWidget(chart)
    legend = chart.findChild(QLabel, "whatIfLegend")
    assert isinstance(legend, QLabel)
    assert legend.isHidden()
    chart.show_curves(NOW, TRIED)
    named = re.findall(r"color:(#[0-9a-f]{6})'>■</span> (\w+)", legend.text())
    drawn = chart.chart.read_out(10.0)
    assert not legend.isHidden()
    assert {(row.ink.colour.name(), row.label) for row in drawn if row.ink is not None} == set(named)
    chart.say("Simulating…")
    assert legend.isHidden()


def test_the_simulation_runs_beside_the_window(qt_loop: asyncio.AbstractEventLoop) -> None:
    scenario = scenario_of(5_000_000, (source(0), source(1)))
    now, polite = qt_loop.run_until_complete(compare_tunings(scenario, [Tuning(), PRESETS["Polite"]]))
    assert now.completion_s is not None
    assert polite.completion_s is not None
    assert now.points[-1][1] == 5_000_000
