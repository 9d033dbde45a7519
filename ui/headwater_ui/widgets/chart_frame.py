"""What a chart shows in one frame, and the axes that follow it. Values alone: painting is `chart`'s."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Final

from PySide6.QtGui import QColor

from headwater_ui.widgets.plot_strip import ChartContent

_TICKS: Final = 4


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A moment worth a mark: a tick under the plot, its words on hover."""

    x: float
    colour: QColor
    words: str


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """What one frame shows. The plot ends at `now`; tops are the largest values in the window, `right_top` 0 for none.

    `look` stands for everything that decides how curves are drawn (colours, choice, highlight): when it changes, all of
    them are painted anew. `content(start)` gives the curves from `start` to now. `sum_label` names what all curves of
    the left axis add up to, empty where that means nothing.
    """

    now: float
    look: Hashable
    content: Callable[[float], ChartContent]
    left_top: float = 0.0
    right_top: float = 0.0
    marks: Sequence[ChartMark] = ()
    sum_label: str = ""


def nice_step(span: float, ticks: int = _TICKS) -> float:
    """A step of 1, 2, 2.5 or 5 times a power of ten that divides `span` into about `ticks` parts."""
    if span <= 0:
        return 1.0
    raw = span / ticks
    power: float = 10.0 ** floor(log10(raw))
    for factor in (1.0, 2.0, 2.5, 5.0):
        if raw <= factor * power * 1.0001:
            return factor * power
    return 10.0 * power


class Axis:
    """A vertical axis whose top follows the data: up at once, down only when there is much room."""

    __slots__ = ("_least", "step", "top")

    def __init__(self, least: float) -> None:
        self._least = least
        self.step = nice_step(least)
        self.top = least

    def follow(self, highest: float) -> None:
        wanted = max(highest * 1.08, self._least)
        if wanted > self.top or wanted < 0.55 * self.top:
            self.step = nice_step(wanted)
            self.top = self.step * max(1, -(-wanted // self.step))


def axis_labels(axis: Axis, words: Callable[[float], str]) -> list[str]:
    """What stands beside the grid's lines, the lowest first."""
    return ["0", *(words(i * axis.step) for i in range(1, 1 + round(axis.top / axis.step)))]
