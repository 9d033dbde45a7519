"""The map of what has arrived: a bar of the whole file in which each source has its colour.

`map_image` turns a `ProgressMap` into one row of pixels, `paint_map` puts it into a rounded bar, and `MapCache` asks
for a job's map only when it is painted, something new arrived, and the last one is old enough. So ten thousand rows
cost no more than the dozen one sees.
"""

import time
from collections.abc import Callable
from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from headwater.model.job import JobId, JobState
from headwater.model.snapshots import JobSnapshot, ProgressMap
from headwater.model.source import SourceId
from headwater_ui.theme import Colours
from headwater_ui.widgets.palette import has_slit, source_colour
from headwater_ui.wording import fraction

CELLS: Final = 384
#: A slit is painted as so many sixteenths of a cell would be: as empty ground it would look like bytes that lack.
_SLIT_FILL: Final = 1
_FRESH_S: Final = 0.25
_KEPT: Final = 400

#: Gives a job's map with that many cells, or None when there is none.
MapSource = Callable[[JobId, int], ProgressMap | None]


@cache
def _cell_colours(supplier: int, dark: bool, track: str) -> tuple[bytes, ...]:
    """The colours of a cell of one supplier for 17 degrees of fill, as 32-bit pixels."""
    ground = QColor(track)
    if supplier == 0:
        return (_pixel(ground, ground, 0.0),) * 17
    ink = source_colour(SourceId(supplier - 1), dark)
    return tuple(_pixel(ground, ink, 0.0 if step == 0 else 0.25 + 0.75 * step / 16) for step in range(17))


def _pixel(ground: QColor, ink: QColor, part: float) -> bytes:
    mixed = QColor.fromRgbF(
        ground.redF() + (ink.redF() - ground.redF()) * part,
        ground.greenF() + (ink.greenF() - ground.greenF()) * part,
        ground.blueF() + (ink.blueF() - ground.blueF()) * part,
    )
    return mixed.rgb().to_bytes(4, "little")


def map_image(progress: ProgressMap, c: Colours) -> QImage:
    """One pixel a cell, one row; where a source has a slit five rows, the middle one of which is paler there."""
    tables = [_cell_colours(supplier, c.dark, c.track) for supplier in range(max(progress.suppliers, default=0) + 1)]
    pixels = b"".join(
        tables[supplier][(fill + 15) // 16] for supplier, fill in zip(progress.suppliers, progress.fill, strict=True)
    )
    cells, rows = len(progress.suppliers), 1
    slits = {supplier for supplier in set(progress.suppliers) if supplier and has_slit(SourceId(supplier - 1))}
    if slits:
        middle = b"".join(
            tables[supplier][min(_SLIT_FILL, (fill + 15) // 16) if supplier in slits else (fill + 15) // 16]
            for supplier, fill in zip(progress.suppliers, progress.fill, strict=True)
        )
        pixels, rows = 2 * pixels + middle + 2 * pixels, 5
    return QImage(pixels, cells, rows, cells * 4, QImage.Format.Format_RGB32).copy()


def paint_map(painter: QPainter, rect: QRectF, image: QImage | None, part: float | None, c: Colours) -> None:
    """The bar: the map where there is one, else a plain bar filled by `part` (None: size unknown, all faint)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    radius = min(4.0, rect.height() / 2)
    shape.addRoundedRect(rect, radius, radius)
    painter.fillPath(shape, QColor(c.track))
    painter.setClipPath(shape)
    if image is not None:
        painter.drawImage(rect, image)
    elif part:
        filled = QRectF(rect)
        filled.setWidth(rect.width() * part)
        painter.fillRect(filled, QColor(c.accent))
    painter.setClipping(False)
    painter.setPen(QColor(c.line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)
    painter.restore()


class MapCache:
    """Images of the jobs' maps, made when they are painted."""

    def __init__(self, ask: MapSource, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._ask = ask
        self._clock_s = clock_s
        self._kept: dict[JobId, tuple[tuple[int, JobState, bool], float, QImage | None]] = {}

    def image(self, job: JobSnapshot, c: Colours) -> QImage | None:
        """The job's map as an image; None where a plain bar says as much."""
        mark = (job.received_bytes, job.state, c.dark)
        now = self._clock_s()
        kept = self._kept.get(job.job_id)
        # In another state it is asked for at once: after the last bytes nothing may tell of the job any more.
        if kept is not None and (kept[0] == mark or (now - kept[1] < _FRESH_S and kept[0][1:] == mark[1:])):
            return kept[2]
        known = self._ask(job.job_id, CELLS) if job.received_bytes and fraction(job) is not None else None
        image = map_image(known, c) if known is not None and known.suppliers and any(known.suppliers) else None
        if len(self._kept) >= _KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[job.job_id] = (mark, now, image)
        return image

    def forget(self, job_id: JobId) -> None:
        self._kept.pop(job_id, None)
