"""The channels graph: throughput and latency of every channel of the selected job, and where the scheduler stepped in.

Takes a `ChannelHistory` and turns it into content for the chart; a small bar above chooses window and mode, pauses and
exports. Colours are those of the source table and the progress map.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from headwater.model.source import SourceId
from headwater_ui.icons import icon
from headwater_ui.language import engine_words, marked
from headwater_ui.models.channel_history import FINE_S, ChannelHistory, Curves, Line
from headwater_ui.theme import colours
from headwater_ui.widgets.chart import Chart
from headwater_ui.widgets.chart_frame import ChartFrame, ChartMark
from headwater_ui.widgets.choice_box import ChoiceBox
from headwater_ui.widgets.curve import Curve
from headwater_ui.widgets.palette import channel_pen, has_slit, source_colour
from headwater_ui.widgets.plot_strip import ChartBand, ChartContent, ChartLine
from headwater_ui.wording import latency_words, rate_words

WINDOWS: Final[dict[str, float]] = {
    marked("ChannelGraph", "30 seconds"): 30.0,
    marked("ChannelGraph", "1 minute"): 60.0,
    marked("ChannelGraph", "5 minutes"): 300.0,
    marked("ChannelGraph", "30 minutes"): 1800.0,
}

#: How far from the samples round it a silence begins and ends.
_SILENCE_EDGE_S: Final = 0.01


@dataclass(frozen=True, slots=True)
class GraphChoice:
    """What a person chose to see."""

    window: str = "1 minute"
    stacked: bool = False
    latency: bool = True


class ChannelGraph(QWidget):
    """The chart; its `bar` is the dock's title. `export_wanted`: the person asks for a picture or a table of it."""

    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("channelGraph")
        self.bar = QWidget()
        self._history: ChannelHistory | None = None
        self._held: ChannelHistory | None = None
        self._stressed: SourceId | None = None
        self.chart = Chart(_speed, latency_words, least_left=64e3, least_right=0.05, parent=self)
        self.chart.setObjectName("channelChart")
        self.chart.setAccessibleName(self.tr("Throughput and latency of the channels"))
        self.chart.empty_words = self.tr("Curves appear here while the selected download runs.")
        self._window = _combo("graphWindow", self.tr("Time window"), tuple(self.tr(name) for name in WINDOWS))
        self._window.setCurrentIndex(list(WINDOWS).index(GraphChoice().window))
        self._mode = _combo(
            "graphMode", self.tr("Kind of graph"), (self.tr("Lines per channel"), self.tr("Stacked by source"))
        )
        self._latency = _toggle(
            "graphLatency", self.tr("Latency"), self.tr("Show latency, dotted, against the axis on the right")
        )
        self._latency.setChecked(True)
        self._pause = _toggle("graphPause", self.tr("Hold"), self.tr("Hold the picture still; the download goes on"))
        self._export = QToolButton()
        self._export.setObjectName("graphExport")
        self._export.setAccessibleName(self.tr("Export the graph"))
        self._export.setToolTip(self.tr("Save the graph as a picture (PNG) or as numbers (CSV)"))
        self._export.setAutoRaise(True)
        self._export.clicked.connect(self.export_wanted)
        self._lay_out()
        self.renew_icons()
        self._window.currentTextChanged.connect(self._chosen)
        self._mode.currentIndexChanged.connect(self._chosen)
        self._latency.toggled.connect(self._chosen)
        self._pause.toggled.connect(self._hold)

    def _lay_out(self) -> None:
        self.bar.setObjectName("graphBar")
        self.bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar = QHBoxLayout(self.bar)
        bar.setContentsMargins(12, 6, 10, 2)
        bar.setSpacing(6)
        title = QLabel(self.tr("Throughput by channel"), self.bar)
        title.setProperty("tone", "title")
        bar.addWidget(title)
        bar.addStretch(1)
        for widget in (self._mode, self._window, self._latency, self._pause, self._export):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.chart, 1)
        self._title = title

    def renew_icons(self) -> None:
        self._export.setIcon(icon("export"))

    # ------------------------------------------------------------------------------------------ what is shown

    @property
    def history(self) -> ChannelHistory | None:
        return self._history

    @property
    def shown(self) -> ChannelHistory | None:
        """What the picture shows: the history, or the moment that is held."""
        return self._held or self._history

    @property
    def title(self) -> str:
        """What the graph shows, in words."""
        return self._title.text()

    def legend(self) -> list[tuple[str, SourceId]]:
        """Name and number of every source that has a curve in the window that is shown."""
        if self.shown is None:
            return []
        history, start = self.shown, self.shown.last_s - self.chart.window_s
        curves = self._curves(history)
        seen = sorted({line.source_id for line, curve in curves.rate.items() if curve.last_s >= start})
        return [(history.name_of(source_id), source_id) for source_id in seen]

    def show_history(self, history: ChannelHistory | None) -> None:
        """Show this job's curves (None: no job) and keep to it."""
        self._history = history
        self._pause.setChecked(False)
        self.refresh()

    def stress(self, source_id: SourceId | None) -> None:
        """Show one source's curves in full colour and the others faintly; None shows all alike."""
        self._stressed = source_id
        self._draw()

    def refresh(self) -> None:
        """New samples came."""
        if self._held is None:
            self._draw()

    def _draw(self) -> None:
        if self.isVisible():
            self.chart.window_s = WINDOWS[self._window_name()]
            self.chart.show_frame(self._frame(self.shown) if self.shown is not None else None)

    def _hold(self, on: bool) -> None:
        """Keep this moment's curves: they can be looked at, also in another window or mode, as long as one likes."""
        self._held = self._history.held() if on and self._history is not None else None
        self._draw()

    def choice(self) -> GraphChoice:
        return GraphChoice(self._window_name(), self._mode.currentIndex() == 1, self._latency.isChecked())

    def choose(self, choice: GraphChoice) -> None:
        """Take up what was chosen earlier; an unknown window is ignored."""
        if choice.window in WINDOWS:
            self._window.setCurrentIndex(list(WINDOWS).index(choice.window))
        self._mode.setCurrentIndex(1 if choice.stacked else 0)
        self._latency.setChecked(choice.latency)

    def _window_name(self) -> str:
        return list(WINDOWS)[self._window.currentIndex()]

    def showEvent(self, _event: object) -> None:
        self._draw()

    def _chosen(self, *_: object) -> None:
        stacked = self._mode.currentIndex() == 1
        self._title.setText(self.tr("Throughput by source") if stacked else self.tr("Throughput by channel"))
        self._latency.setEnabled(not stacked)
        self._draw()

    # ------------------------------------------------------------------------------------------ content

    def _frame(self, history: ChannelHistory) -> ChartFrame | None:
        curves = self._curves(history)
        start, dark = history.last_s - self.chart.window_s, colours().dark
        if curves.total.last_s < start:
            return None
        stacked = self._mode.currentIndex() == 1
        with_latency = self._latency.isChecked() and not stacked
        marks = [
            ChartMark(
                act.at_s,
                source_colour(act.source_id, dark) if act.source_id is not None else QColor(colours().muted),
                f"{engine_words(act.kind.value).capitalize()}: {engine_words(act.words)}",
            )
            for act in history.marks
            if act.at_s >= start
        ]
        if stacked:
            left_top = curves.total.highest(start)
        else:
            left_top = max((curve.highest(start) for curve in curves.rate.values()), default=0.0)
        return ChartFrame(
            now=history.last_s,
            look=(id(history), curves is history.fine, stacked, with_latency, dark, self._stressed),
            content=lambda since: (
                ChartContent(bands=stack_bands(curves, history, since, dark))
                if stacked
                else ChartContent(lines=self._lines(curves, history, since, dark, with_latency))
            ),
            left_top=left_top,
            right_top=max((curve.highest(start) for curve in curves.latency.values()), default=0.0) * with_latency,
            marks=marks,
            sum_label=self.tr("All together"),
        )

    def _curves(self, history: ChannelHistory) -> Curves:
        return history.fine if self.chart.window_s <= FINE_S else history.coarse

    def _lines(
        self, curves: Curves, history: ChannelHistory, since: float, dark: bool, with_latency: bool
    ) -> list[ChartLine]:
        lines = []
        if with_latency:
            for line, curve in sorted(curves.latency.items()):
                if curve.last_s >= since:
                    lines.append(ChartLine(line_label(line, history), self._pen(line, dark, True), curve, True))
        for line, curve in sorted(curves.rate.items()):
            if curve.last_s >= since:
                pen = self._pen(line, dark, False)
                lines.append(ChartLine(line_label(line, history), pen, curve, has_slit=has_slit(line.source_id)))
        return lines

    def _pen(self, line: Line, dark: bool, dotted: bool) -> QPen:
        pen = QPen(channel_pen(line.source_id, line.number, dark))
        ink = pen.color()
        if dotted:
            pen.setWidthF(1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            ink.setAlphaF(0.6)
        if self._stressed is not None and self._stressed != line.source_id:
            ink.setAlphaF(0.14)
        pen.setColor(ink)
        return pen


def line_label(line: Line, history: ChannelHistory) -> str:
    """How a read-out names a line: its host, numbered from the second channel on."""
    host = history.name_of(line.source_id)
    return host if line.number == 0 else f"{host} #{line.number + 1}"


def stack_bands(curves: Curves, history: ChannelHistory, since: float, dark: bool) -> list[ChartBand]:
    """One band a source, the lowest first; the bands' upper edge is the job's throughput."""
    sums: dict[SourceId, dict[float, float]] = {}
    for line, curve in curves.rate.items():
        if curve.last_s >= since:
            at = sums.setdefault(line.source_id, {})
            for x, y in curve.points_from(since):
                at[x] = at.get(x, 0.0) + y
    moments = _with_silences(sorted({x for at in sums.values() for x in at}), curves.gap_s)
    floor = dict.fromkeys(moments, 0.0)
    bands = []
    for source_id in sorted(sums):
        own, below, curve = sums[source_id], [QPointF(x, floor[x]) for x in moments], Curve()
        for x in moments:
            value = own.get(x, 0.0)
            floor[x] += value
            curve.append(x, value)
        edge = [QPointF(x, floor[x]) for x in moments]
        fill = QColor(source_colour(source_id, dark))
        fill.setAlphaF(0.72)
        area = QPolygonF(edge + below[::-1])
        bands.append(ChartBand(history.name_of(source_id), fill, area, curve, has_slit(source_id)))
    return bands


def _with_silences(moments: list[float], gap_s: float) -> list[float]:
    """Moments with samples, and the ends of each silence between them, when nothing came."""
    ends = [
        x
        for before, after in pairwise(moments)
        if after - before > gap_s
        for x in (before + _SILENCE_EDGE_S, after - _SILENCE_EDGE_S)
    ]
    return sorted([*moments, *ends])


def _speed(value: float) -> str:
    return rate_words(value) if value else "0"


def _combo(name: str, accessible: str, entries: tuple[str, ...]) -> ChoiceBox:
    combo = ChoiceBox()
    combo.setObjectName(name)
    combo.setAccessibleName(accessible)
    combo.setToolTip(accessible)
    for entry in entries:
        combo.add(entry)
    return combo


def _toggle(name: str, text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(text)
    button.setAccessibleName(text)
    button.setToolTip(tip)
    button.setCheckable(True)
    button.setAutoRaise(True)
    return button
