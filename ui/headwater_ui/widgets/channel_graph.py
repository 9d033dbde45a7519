"""The channels graph: throughput and latency of every channel of the selected job, and where the scheduler stepped in.

Takes a `ChannelHistory` and turns it into content for the chart; a small bar above chooses window and mode, pauses and
exports. Colours are those of the source table and the progress map.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from headwater.model.source import SourceId
from headwater_ui.icons import icon
from headwater_ui.models.channel_history import FINE_S, ChannelHistory, Curves, Line
from headwater_ui.theme import colours
from headwater_ui.widgets.chart import Chart, ChartBand, ChartContent, ChartLine, ChartMark
from headwater_ui.widgets.curve import Curve
from headwater_ui.widgets.palette import channel_pen, source_colour
from headwater_ui.wording import latency_words, rate_words

WINDOWS: Final[dict[str, float]] = {"30 seconds": 30.0, "1 minute": 60.0, "5 minutes": 300.0, "30 minutes": 1800.0}


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
        self._stressed: SourceId | None = None
        self.chart = Chart(_speed, latency_words, least_left=64e3, least_right=0.05, parent=self)
        self.chart.setObjectName("channelChart")
        self.chart.setAccessibleName("Throughput and latency of the channels")
        self.chart.empty_words = "Curves appear here while the selected download runs."
        self._window = _combo("graphWindow", "Time window", tuple(WINDOWS))
        self._window.setCurrentText(GraphChoice().window)
        self._mode = _combo("graphMode", "Kind of graph", ("Lines per channel", "Stacked by source"))
        self._latency = _toggle("graphLatency", "Latency", "Show latency, dotted, against the axis on the right")
        self._latency.setChecked(True)
        self._pause = _toggle("graphPause", "Hold", "Hold the picture still; the download goes on")
        self._export = QToolButton(self.bar)
        self._export.setObjectName("graphExport")
        self._export.setAccessibleName("Export the graph")
        self._export.setToolTip("Save the graph as a picture (PNG) or as numbers (CSV)")
        self._export.setAutoRaise(True)
        self._export.clicked.connect(self.export_wanted)
        self._lay_out()
        self.renew_icons()
        self._window.currentTextChanged.connect(self._chosen)
        self._mode.currentIndexChanged.connect(self._chosen)
        self._latency.toggled.connect(self._chosen)
        self._pause.toggled.connect(self._chosen)

    def _lay_out(self) -> None:
        self.bar.setObjectName("graphBar")
        self.bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar = QHBoxLayout(self.bar)
        bar.setContentsMargins(12, 6, 10, 2)
        bar.setSpacing(6)
        title = QLabel("Throughput by channel", self.bar)
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

    def show_history(self, history: ChannelHistory | None) -> None:
        """Show this job's curves (None: no job) and keep to it."""
        self._history = history
        self._pause.setChecked(False)
        self.refresh()

    def stress(self, source_id: SourceId | None) -> None:
        """Show one source's curves in full colour and the others faintly; None shows all alike."""
        self._stressed = source_id
        self.refresh()

    def refresh(self) -> None:
        """New samples came, or something was chosen."""
        if self._pause.isChecked() or not self.isVisible():
            return
        self.chart.window_s = WINDOWS[self._window.currentText()]
        if self._history is None:
            self.chart.show_content(ChartContent(now=0.0))
        else:
            self.chart.show_content(self._content(self._history))

    def choice(self) -> GraphChoice:
        return GraphChoice(self._window.currentText(), self._mode.currentIndex() == 1, self._latency.isChecked())

    def choose(self, choice: GraphChoice) -> None:
        """Take up what was chosen earlier; an unknown window is ignored."""
        if choice.window in WINDOWS:
            self._window.setCurrentText(choice.window)
        self._mode.setCurrentIndex(1 if choice.stacked else 0)
        self._latency.setChecked(choice.latency)

    def showEvent(self, _event: object) -> None:
        self.refresh()

    def _chosen(self, *_: object) -> None:
        stacked = self._mode.currentIndex() == 1
        self._title.setText("Throughput by source" if stacked else "Throughput by channel")
        self._latency.setEnabled(not stacked)
        self.refresh()

    # ------------------------------------------------------------------------------------------ content

    def _content(self, history: ChannelHistory) -> ChartContent:
        curves = history.fine if self.chart.window_s <= FINE_S else history.coarse
        start = history.last_s - self.chart.window_s
        dark = colours().dark
        marks = [
            ChartMark(
                act.at_s,
                source_colour(act.source_id, dark) if act.source_id is not None else QColor(colours().muted),
                f"{act.kind.value.capitalize()}: {act.words}",
            )
            for act in history.marks
            if act.at_s >= start
        ]
        if self._mode.currentIndex() == 1:
            bands = stack_bands(curves, history, start, dark)
            top = bands[-1].area.boundingRect().bottom() if bands else 0.0  # its y grows upward
            return ChartContent(history.last_s, bands=bands, marks=marks, left_top=top)
        lines = self._lines(curves, history, start, dark)
        return ChartContent(
            now=history.last_s,
            lines=lines,
            marks=marks,
            left_top=max((line.curve.highest(start) for line in lines if not line.on_right), default=0.0),
            right_top=max((line.curve.highest(start) for line in lines if line.on_right), default=0.0),
        )

    def _lines(self, curves: Curves, history: ChannelHistory, start: float, dark: bool) -> list[ChartLine]:
        result = []
        for line, curve in sorted(curves.rate.items()):
            if curve.last_s >= start:
                result.append(ChartLine(line_label(line, history), self._pen(line, dark, False), curve))
        if self._latency.isChecked():
            for line, curve in sorted(curves.latency.items()):
                if curve.last_s >= start:
                    pen = self._pen(line, dark, True)
                    result.append(ChartLine(line_label(line, history), pen, curve, on_right=True))
        return result

    def _pen(self, line: Line, dark: bool, dotted: bool) -> QPen:
        pen = QPen(channel_pen(line.source_id, line.number, dark))
        ink = pen.color()
        if dotted:
            pen.setWidthF(1.0)
            pen.setStyle(Qt.PenStyle.DotLine)
            ink.setAlphaF(0.55)
        if self._stressed is not None and self._stressed != line.source_id:
            ink.setAlphaF(0.14)
        pen.setColor(ink)
        return pen


def line_label(line: Line, history: ChannelHistory) -> str:
    """How a read-out names a line: its host, numbered from the second channel on."""
    host = history.hosts.get(line.source_id, f"source {line.source_id}")
    return host if line.number == 0 else f"{host} #{line.number + 1}"


def stack_bands(curves: Curves, history: ChannelHistory, start: float, dark: bool) -> list[ChartBand]:
    """One band a source, the lowest first; the bands' upper edge is the job's throughput."""
    sums: dict[SourceId, dict[float, float]] = {}
    for line, curve in curves.rate.items():
        if curve.last_s >= start:
            at = sums.setdefault(line.source_id, {})
            for x, y in curve.points():
                if x >= start:
                    at[x] = at.get(x, 0.0) + y
    moments = sorted({x for at in sums.values() for x in at})
    floor = dict.fromkeys(moments, 0.0)
    bands = []
    for source_id in sorted(sums):
        own, below, curve = sums[source_id], [QPointF(x, floor[x]) for x in moments], Curve()
        for x in moments:
            value = own.get(x, 0.0)
            floor[x] += value
            curve.append(x, value)
        edge = [QPointF(x, floor[x]) for x in moments]
        host = history.hosts.get(source_id, f"source {source_id}")
        bands.append(ChartBand(host, source_colour(source_id, dark), QPolygonF(edge + below[::-1]), curve))
    return bands


def _speed(value: float) -> str:
    return rate_words(value) if value else "0"


def _combo(name: str, accessible: str, entries: tuple[str, ...]) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setAccessibleName(accessible)
    combo.addItems(list(entries))
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
