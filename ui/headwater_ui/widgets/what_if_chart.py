"""What another tuning would do: in-order progress under the values in force and under those that are tried.

The curves come from a simulation of the job's measured sources; this only draws them, on the window's one chart.
"""

from math import floor, log10
from statistics import fmean, stdev
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from headwater_ui.language import local_number, marked, translate
from headwater_ui.theme import colours
from headwater_ui.widgets.chart import TIME_TICKS, Chart
from headwater_ui.widgets.chart_frame import ChartFrame, ChartMark
from headwater_ui.widgets.curve import Curve
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.plot_strip import ChartContent, ChartLine
from headwater_ui.wording import duration_words, size_words

if TYPE_CHECKING:  # the simulation runs elsewhere
    from headwater.lab.what_if import WhatIfCurve

#: Lengths between two marks that people read at a glance, in powers of ten.
_ROUND: Final = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
#: What is left is spoken of when it is so many times what was simulated.
_MUCH_MORE: Final = 1.2
_NOW: Final = marked("WhatIfChart", "Now")
_TRIED: Final = marked("WhatIfChart", "Tried")


class WhatIfChart(QWidget):
    """Feed it with `show_curves`; `say` shows a sentence instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whatIf")
        self._horizon_s = 60.0
        self.chart = Chart(size_words, size_words, least_left=1000.0, time_words=self._time_words)
        self.chart.window_s = self._horizon_s
        self.chart.setObjectName("whatIfChart")
        self.chart.setAccessibleName(self.tr("In-order progress under the tuning now and as tried"))
        self.chart.setFixedHeight(170)
        self.chart.empty_words = self._hint = self.tr("Turn a knob to see what it would do")
        #: Which curve is which, for those who do not point at them.
        self._legend = QLabel()
        self._legend.setObjectName("whatIfLegend")
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.hide()
        self._words = QLabel()
        name_widgets((self._words, "whatIfWords", self.tr("What the tried tuning would do")))
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.chart)
        layout.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._words)

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str) -> None:
        """A sentence, and no curves."""
        self._words.setText(words)
        self._legend.hide()
        self.chart.empty_words = "" if words else self._hint
        self.chart.show_frame(None)

    def show_curves(self, now: "WhatIfCurve", tried: "WhatIfCurve", left_bytes: int | None = None) -> None:
        """Progress under the tuning in force, and as it would be; `left_bytes` are what the job still has to get."""
        c = colours()
        inks = {_NOW: QColor(c.muted), _TRIED: QColor(c.accent)}
        drawn = {_NOW: now, _TRIED: tried}
        self._horizon_s = round_horizon(max(curve.points[-1][0] for curve in drawn.values() if curve.points))
        self.chart.window_s = self._horizon_s
        lines = tuple(
            ChartLine(self.tr(name), _pen(inks[name], 2.0 if name == _TRIED else 1.5), _drawn(curve))
            for name, curve in drawn.items()
        )
        marks = tuple(
            ChartMark(
                curve.completion_s,
                inks[name],
                self.tr("{name}: complete after {duration}").format(
                    name=self.tr(name), duration=duration_words(curve.completion_s)
                ),
            )
            for name, curve in drawn.items()
            if curve.completion_s is not None
        )
        top = max((amount for curve in drawn.values() for _, amount in curve.points), default=0.0)
        look = (c, now, tried)
        self.chart.show_frame(
            ChartFrame(self._horizon_s, look, lambda _start: ChartContent(lines=lines), left_top=top, marks=marks)
        )
        parts = (f"<span style='color:{inks[name].name()}'>■</span> {self.tr(name)}" for name in drawn)
        self._legend.setText("&nbsp;&nbsp;&nbsp;".join(parts))
        self._legend.show()
        self._words.setText(compare_words(now, tried, left_bytes))

    def _time_words(self, back_s: float) -> str:
        return local_number(f"{self._horizon_s - back_s:.3g} s")


def round_horizon(end_s: float) -> float:
    """The least time not before `end_s` whose parts between two marks of the axis are round."""
    least_s = max(end_s, 1e-3) / TIME_TICKS
    power = 10.0 ** floor(log10(least_s))
    return TIME_TICKS * power * next(step for step in _ROUND if step * power >= least_s * (1 - 1e-9))


def compare_words(now: "WhatIfCurve", tried: "WhatIfCurve", left_bytes: int | None = None) -> str:
    """The two in a sentence each: when what is simulated is complete, how far the reading end lags behind, and what it
    means for all that is left of the job where this is more than was simulated."""
    if tried.completion_s is None:
        return translate("WhatIfChart", "As tried, the file would never be complete.")
    size = size_words(tried.points[-1][1] if tried.points else None)
    if tried.points == now.points:
        return translate(
            "WhatIfChart",
            "No difference with these sources, which are simulated as measured and without faults; what is turned here "
            "may still count where they fail, or differ in rank and price.",
        )
    if now.completion_s is not None and not _is_clear(now, tried):
        return translate(
            "WhatIfChart",
            "{size} are complete after about {duration}, as now. Chance makes more of a difference than what is turned "
            "here.",
        ).format(size=size, duration=duration_words(tried.completion_s))
    words = translate("WhatIfChart", "{size} are complete after {duration}").format(
        size=size, duration=duration_words(tried.completion_s)
    )
    before = None if now.completion_s is None else duration_words(now.completion_s)
    if before == duration_words(tried.completion_s):
        words += translate("WhatIfChart", ", as now")
    elif before is not None:
        words += translate("WhatIfChart", " instead of {duration}").format(duration=before)
    if tried.mean_lag_s is not None and now.mean_lag_s is not None:
        words += translate(
            "WhatIfChart",
            "; bytes in order come {late} later than they could, instead of {late_now}",
        ).format(late=_seconds(tried.mean_lag_s), late_now=_seconds(now.mean_lag_s))
    return words + "." + _whole_words(now, tried, left_bytes)


def _whole_words(now: "WhatIfCurve", tried: "WhatIfCurve", left_bytes: int | None) -> str:
    """How long all that is left would take under both; empty where so much was simulated, or it would say nothing."""
    if not left_bytes or not tried.points or left_bytes < _MUCH_MORE * tried.points[-1][1]:
        return ""
    times = [curve.drawn_out_s(left_bytes) for curve in (now, tried)]
    if None in times:
        return ""
    before, after = map(duration_words, times)
    if before == after:
        return ""
    return " " + translate(
        "WhatIfChart", "At this pace all of the {size} that are left would take about {after} instead of {before}."
    ).format(size=size_words(left_bytes), after=after, before=before)


def _seconds(time_s: float) -> str:
    return local_number(f"{time_s:.2f} s")


def _is_clear(now: "WhatIfCurve", tried: "WhatIfCurve") -> bool:
    """Whether run by run, chance by chance, one is the better by more than twice the standard error of the mean."""
    runs = len(now.each_run)
    if runs < 2 or len(tried.each_run) != runs:
        return True
    for figure in (0, 1):
        changes = [new[figure] - old[figure] for old, new in zip(now.each_run, tried.each_run, strict=True)]
        if abs(fmean(changes)) > 2 * stdev(changes) / runs**0.5:
            return True
    return False


def _drawn(curve: "WhatIfCurve") -> Curve:
    drawn = Curve()
    for time_s, amount in curve.points:
        drawn.append(time_s, amount)
    return drawn


def _pen(ink: QColor, width: float) -> QPen:
    pen = QPen(ink, width)
    pen.setCosmetic(True)
    return pen
