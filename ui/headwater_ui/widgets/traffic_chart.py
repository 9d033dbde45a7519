"""What came each day, as bars in which each host has its part, on the window's one chart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil
from typing import Final

from PySide6.QtCore import QDate, QLocale, QPointF, QSize
from PySide6.QtGui import QColor, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from headwater.model.snapshots import DayTraffic
from headwater.model.source import SourceId
from headwater_ui.theme import colours
from headwater_ui.widgets.chart import Chart
from headwater_ui.widgets.chart_frame import ChartFrame
from headwater_ui.widgets.curve import Curve
from headwater_ui.widgets.palette import source_colour
from headwater_ui.widgets.plot_strip import ChartBand, ChartContent
from headwater_ui.wording import size_words

#: Hosts with a colour of their own; what others brought is drawn together.
MOST_HOSTS: Final = 7
_DAY_S: Final = 86_400.0
#: Room on both sides of a bar, in days.
_GAP: Final = 0.12
#: A bar is found by hovering anywhere in it.
_STEPS: Final = 24


class TrafficChart(QWidget):
    """Feed it with `show_days`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("traffic")
        self._last = date.min
        self.chart = Chart(size_words, size_words, least_left=1e6, time_words=self._date_words)
        self.chart.setObjectName("trafficChart")
        self.chart.setAccessibleName(self.tr("What came each day"))
        self.chart.empty_words = self.tr("Nothing has come in this time")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.chart)

    def sizeHint(self) -> QSize:
        return QSize(720, 260)

    def show_days(self, traffic: Sequence[DayTraffic], last: date, days: int) -> None:
        """The `days` days up to `last`."""
        first = last - timedelta(days=days - 1)
        shown = [one for one in traffic if first <= one.day <= last]
        self._last = last
        self.chart.window_s = days * _DAY_S
        if not shown:
            self.chart.show_frame(None)
            return
        dark = colours().dark
        bands = stack_hosts(shown, first, self.tr("other hosts"), dark)
        per_day: Counter[date] = Counter()
        for one in shown:
            per_day[one.day] += one.received_bytes
        content = ChartContent(bands=bands)
        self.chart.show_frame(
            ChartFrame(
                now=days * _DAY_S,
                look=(dark, last, days, sum(per_day.values())),
                content=lambda _start: content,
                left_top=float(max(per_day.values())),
            )
        )

    def _date_words(self, back_s: float) -> str:
        """The day that a place on the axis belongs to; its right edge is the end of the last one."""
        day = self._last - timedelta(days=max(0, ceil(back_s / _DAY_S) - 1))
        # How a day and its month stand beside each other is each language's own; Qt's pattern letters.
        return QLocale().toString(QDate(day.year, day.month, day.day), self.tr("d MMM"))


def stack_hosts(traffic: Sequence[DayTraffic], first: date, others: str, dark: bool) -> list[ChartBand]:
    """One band a host, the one that brought most lowest; x counts seconds from the beginning of `first`."""
    totals: Counter[str] = Counter()
    for one in traffic:
        totals[one.host] += one.received_bytes
    known = [host for host, _ in totals.most_common(MOST_HOSTS)]
    names = [*known, others] if len(totals) > len(known) else known
    amounts: dict[str, Counter[int]] = {name: Counter() for name in names}
    for one in traffic:
        amounts[one.host if one.host in known else others][(one.day - first).days] += one.received_bytes
    floor: Counter[int] = Counter()
    bands = []
    for number, name in enumerate(names):
        ink = source_colour(SourceId(number), dark) if name in known else QColor(colours().muted)
        bands.append(_band(name, ink, amounts[name], floor))
        floor.update(amounts[name])
    return bands


def _band(name: str, ink: QColor, amounts: Mapping[int, int], floor: Mapping[int, int]) -> ChartBand:
    """Bars that stand on `floor`, as one area: between two bars it has no height."""
    upper: list[QPointF] = []
    lower: list[QPointF] = []
    curve = Curve()
    for day in sorted(amounts):
        left, right = (day + _GAP) * _DAY_S, (day + 1 - _GAP) * _DAY_S
        low = floor.get(day, 0)
        high = low + amounts[day]
        upper += [QPointF(left, low), QPointF(left, high), QPointF(right, high), QPointF(right, low)]
        lower += [QPointF(left, low), QPointF(right, low)]
        for step in range(_STEPS):
            curve.append((day + (step + 0.5) / _STEPS) * _DAY_S, float(amounts[day]))
    return ChartBand(name, ink, QPolygonF(upper + lower[::-1]), curve)
