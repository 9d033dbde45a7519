"""One curve of a chart, kept ready to be painted: runs of points in data coordinates.

A run is a short `QPolygonF`; it overlaps the next one by a point. So a chart paints only the runs inside its window,
each with one call and a painter transform: no point is touched in Python after it was appended.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

_RUN_POINTS: Final = 64


class Curve:
    """Points in order of time. `x` are seconds on the chart's clock, `y` any unit."""

    __slots__ = ("_runs", "last_s")

    def __init__(self) -> None:
        self._runs: deque[tuple[list[float], list[float], QPolygonF]] = deque()
        self.last_s = float("-inf")

    def append(self, x: float, y: float, gap_s: float = float("inf")) -> None:
        """Add a point; after a silence of more than `gap_s` a new stroke begins."""
        runs = self._runs
        if not runs or x - self.last_s > gap_s:
            runs.append(([], [], QPolygonF()))
        elif len(runs[-1][0]) >= _RUN_POINTS:
            last_x, last_y = runs[-1][0][-1], runs[-1][1][-1]
            runs.append(([last_x], [last_y], QPolygonF([QPointF(last_x, last_y)])))
        xs, ys, polygon = runs[-1]
        xs.append(x)
        ys.append(y)
        polygon.append(QPointF(x, y))
        self.last_s = x

    def forget_before(self, x: float) -> None:
        """Drop runs that end before `x`."""
        while self._runs and self._runs[0][0][-1] < x:
            self._runs.popleft()

    def visible(self, start: float, end: float) -> Iterator[QPolygonF]:
        """Runs that touch the window `[start, end]`."""
        for xs, _, polygon in self._runs:
            if xs[-1] >= start and xs[0] <= end:
                yield polygon

    def highest(self, start: float) -> float:
        """The largest value from `start` on (whole runs), 0 when there is none."""
        return max((max(ys) for xs, ys, _ in self._runs if xs[-1] >= start), default=0.0)

    def at(self, x: float, within_s: float) -> float | None:
        """The value nearest to `x`, None when no point lies within `within_s` of it."""
        best: tuple[float, float] | None = None
        for xs, ys, _ in self._runs:
            i = bisect_left(xs, x)
            for j in (i - 1, i):
                if 0 <= j < len(xs) and abs(xs[j] - x) <= within_s and (best is None or abs(xs[j] - x) < best[0]):
                    best = (abs(xs[j] - x), ys[j])
        return None if best is None else best[1]

    def points(self) -> Iterator[tuple[float, float]]:
        """All points in order; the doubled ones where runs meet come once."""
        last = float("-inf")
        for xs, ys, _ in self._runs:
            for x, y in zip(xs, ys, strict=True):
                if x > last:
                    yield x, y
                    last = x

    def __repr__(self) -> str:
        points = sum(len(xs) for xs, _, _ in self._runs)
        return f"<Curve {points} points in {len(self._runs)} runs, last {self.last_s:.1f} s>"
