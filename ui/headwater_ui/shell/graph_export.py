"""Saving the channels graph: as the picture one sees, or as the numbers behind it."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from headwater.model.errors import LocalError
from headwater_ui.language import engine_words, marked, translate
from headwater_ui.models.channel_history import FINE_S, ChannelHistory
from headwater_ui.widgets.channel_graph import ChannelGraph, line_label

_FILTERS: Final = marked("GraphExport", "Picture (*.png);;Numbers (*.csv)")


def open_export(graph: ChannelGraph, parent: QWidget, notify: Callable[[str], None]) -> None:
    """Ask where to, then save; tells how it went."""
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
            export_graph(graph, Path(name))
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


def export_graph(graph: ChannelGraph, path: Path) -> None:
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
    elif not graph.chart.grab().save(str(path), "PNG"):
        raise LocalError(translate("GraphExport", "{path} cannot be written.").format(path=path))


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
                yield (round(at_s - history.last_s, 3), line_label(line, history), round(rate), seen if seen else "")
