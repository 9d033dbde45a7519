"""Saving the channels graph: as the picture one sees with what its colours mean, or as the numbers behind it."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDateTime, QLocale, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from headwater.model.errors import LocalError
from headwater.model.source import SourceId
from headwater_ui.language import engine_words, marked, translate
from headwater_ui.models.channel_history import FINE_S, ChannelHistory
from headwater_ui.theme import colours
from headwater_ui.widgets.channel_graph import ChannelGraph, line_label
from headwater_ui.widgets.palette import has_slit, paint_patch, source_colour

_FILTERS: Final = marked("GraphExport", "Picture (*.png);;Numbers (*.csv)")
_EDGE_PX: Final = 12
_SWATCH_PX: Final = 10
#: Beside a swatch, and between one entry of the legend and the next.
_BESIDE_PX: Final = 7
_BETWEEN_PX: Final = 22


def open_export(graph: ChannelGraph, parent: QWidget, notify: Callable[[str], None], of: str = "") -> None:
    """Ask where to, then save; tells how it went. `of` names the download."""
    dialog = QFileDialog(
        parent,
        translate("GraphExport", "Save the graph"),
        str(Path.home() / "channels.png"),
        translate("GraphExport", _FILTERS),
    )
    dialog.setObjectName("graphExportDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def save(name: str) -> None:
        try:
            export_graph(graph, Path(name), of)
        except LocalError as error:
            notify(engine_words(error))
        else:
            notify(translate("GraphExport", "Saved {name}.").format(name=name))

    def follow(chosen: str) -> None:
        """The name ends as the kind that was chosen."""
        suffix = ".csv" if "*.csv" in chosen else ".png"
        dialog.setDefaultSuffix(suffix)
        for name in dialog.selectedFiles():
            dialog.selectFile(str(Path(name).with_suffix(suffix)))

    dialog.setDefaultSuffix(".png")
    dialog.filterSelected.connect(follow)
    dialog.fileSelected.connect(save)
    dialog.open()


def export_graph(graph: ChannelGraph, path: Path, of: str = "") -> None:
    """A `.csv` gets the numbers, anything else the picture. Raises `LocalError` when it cannot be written."""
    if path.suffix.lower() == ".csv":
        try:
            with path.open("w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows(table(graph.shown))
        except OSError as error:
            raise LocalError(
                translate("GraphExport", "{path} cannot be written: {reason}.").format(
                    path=path, reason=error.strerror or error
                )
            ) from error
    elif not picture(graph, of).save(str(path), "PNG"):
        raise LocalError(translate("GraphExport", "{path} cannot be written.").format(path=path))


def picture(graph: ChannelGraph, of: str = "") -> QPixmap:
    """The chart as it is on the screen, below it whose colour is whose, above it of what and of when it is."""
    shot, chart, c = graph.chart.grab(), graph.chart, colours()
    metrics = chart.fontMetrics()
    entries = _lay_out(graph.legend(), chart.width(), metrics)
    head_px = metrics.height() + 2 * _EDGE_PX
    legend_px = max((box.bottom() for _, _, box in entries), default=0) + _EDGE_PX
    size = QSize(chart.width(), head_px + chart.height() + legend_px)
    made = QPixmap(size * shot.devicePixelRatio())
    made.setDevicePixelRatio(shot.devicePixelRatio())
    made.fill(QColor(c.surface))
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(chart.font())
        painter.setPen(QColor(c.text))
        head = QRect(_EDGE_PX, 0, size.width() - 2 * _EDGE_PX, head_px)
        when = QLocale().toString(QDateTime.currentDateTime(), QLocale.FormatType.ShortFormat)
        title = metrics.elidedText(
            f"{of}: {graph.title}" if of else graph.title,
            Qt.TextElideMode.ElideMiddle,
            head.width() - metrics.horizontalAdvance(when) - _BETWEEN_PX,
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | middle, title)
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | middle, when)
        painter.drawPixmap(QPoint(0, head_px), shot)
        painter.translate(0, head_px + chart.height())
        for name, source_id, box in entries:
            painter.setPen(QColor(c.text))
            painter.drawText(box.adjusted(_SWATCH_PX + _BESIDE_PX, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | middle, name)
            patch = QRectF(box.left(), box.center().y() - _SWATCH_PX / 2, _SWATCH_PX, _SWATCH_PX)
            paint_patch(painter, patch, 2, source_colour(source_id, c.dark), has_slit(source_id))
    return made


def _lay_out(
    legend: list[tuple[str, SourceId]], width: int, metrics: QFontMetrics
) -> list[tuple[str, SourceId, QRect]]:
    """Where the entries of a legend stand: side by side, in as many lines as it takes."""
    placed, at, height = [], QPoint(_EDGE_PX, 0), metrics.height() + 4
    for name, source_id in legend:
        wide = _SWATCH_PX + _BESIDE_PX + metrics.horizontalAdvance(name) + 1
        if at.x() > _EDGE_PX and at.x() + wide > width - _EDGE_PX:
            at = QPoint(_EDGE_PX, at.y() + height)
        placed.append((name, source_id, QRect(at, QSize(wide, height))))
        at = QPoint(at.x() + wide + _BETWEEN_PX, at.y())
    return placed


def table(history: ChannelHistory | None) -> Iterator[tuple[str | float, ...]]:
    """A head and one row a sample: seconds before the last one, channel, bytes per second, latency in seconds."""
    yield ("seconds", "channel", "bytes_per_s", "latency_s")
    if history is None:
        return
    for curves in (history.coarse, history.fine):
        for line, curve in sorted(curves.rate.items()):
            latency = curves.latency.get(line)
            for at_s, rate in curve.points():
                # The coarse means end where the fine samples begin.
                if curves is history.coarse and at_s > history.last_s - FINE_S:
                    continue
                seen = latency.at(at_s, 0.001) if latency is not None else None
                latency_s = round(seen, 6) if seen else ""
                yield (round(at_s - history.last_s, 3), line_label(line, history), round(rate), latency_s)
