"""One curve of a chart: points in order of time, in short runs that are found, painted and forgotten at little cost."""

from bisect import bisect_left, bisect_right
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
        self._runs: deque[tuple[list[float], list[float]]] = deque()
        self.last_s = float("-inf")

    def append(self, x: float, y: float, gap_s: float = float("inf")) -> None:
        """Add a point; after a silence of more than `gap_s` a new stroke begins."""
        runs = self._runs
        if not runs or x - self.last_s > gap_s:
            runs.append(([], []))
        elif len(runs[-1][0]) >= _RUN_POINTS:
            # A run begins with the last point of the one before: strokes meet.
            runs.append(([runs[-1][0][-1]], [runs[-1][1][-1]]))
        xs, ys = runs[-1]
        xs.append(x)
        ys.append(y)
        self.last_s = x

    def copy(self) -> "Curve":
        """A curve of its own with the points so far."""
        made = Curve()
        made._runs = deque((list(xs), list(ys)) for xs, ys in self._runs)
        made.last_s = self.last_s
        return made

    def forget_before(self, x: float) -> None:
        """Drop runs that end before `x`."""
        while self._runs and self._runs[0][0][-1] < x:
            self._runs.popleft()

    def strokes(self, start: float, end: float) -> Iterator[QPolygonF]:
        """The parts inside `[start, end]`, each with the point before and after it, so that strokes reach the edges."""
        for xs, ys in self._runs:
            if xs[-1] < start or xs[0] > end:
                continue
            first = max(0, bisect_left(xs, start) - 1)
            last = min(len(xs), bisect_right(xs, end) + 1)
            yield QPolygonF([QPointF(xs[i], ys[i]) for i in range(first, last)])

    def highest(self, start: float) -> float:
        """The largest value from `start` on (whole runs), 0 when there is none."""
        return max((max(ys) for xs, ys in self._runs if xs[-1] >= start), default=0.0)

    def at(self, x: float, within_s: float) -> float | None:
        """The value nearest to `x`, None when no point lies within `within_s` of it."""
        best: tuple[float, float] | None = None
        for xs, ys in self._runs:
            i = bisect_left(xs, x)
            for j in (i - 1, i):
                if 0 <= j < len(xs) and abs(xs[j] - x) <= within_s and (best is None or abs(xs[j] - x) < best[0]):
                    best = (abs(xs[j] - x), ys[j])
        return None if best is None else best[1]

    def points(self) -> Iterator[tuple[float, float]]:
        """All points in order; the doubled ones where runs meet come once."""
        return self.points_from(float("-inf"))

    def points_from(self, start: float) -> Iterator[tuple[float, float]]:
        """The last point before `start` and all after it."""
        last = float("-inf")
        for xs, ys in self._runs:
            if xs[-1] < start:
                continue
            for i in range(max(0, bisect_left(xs, start) - 1), len(xs)):
                if xs[i] > last:
                    last = xs[i]
                    yield last, ys[i]

    def __repr__(self) -> str:
        points = sum(len(xs) for xs, _ in self._runs)
        return f"<Curve {points} points in {len(self._runs)} runs, last {self.last_s:.1f} s>"
