"""Draw the figures of `docs/scheduler.md`: in-order progress in a simulated network, ours, our rivals' and the bound's.

    python docs/draw_figures.py [SCENARIO...]

The same seed gives the same picture. SVG is written as it stands, without a plotting library.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from headwater.simulation.rivals import RIVALS
from headwater.simulation.shipped import shipped_scenario
from headwater.simulation.simulation import Outcome, product, rival, simulate

SCENARIOS: Final = ("six_sources", "collapse", "two_dead_of_five")
PICTURES: Final = Path(__file__).with_name("pictures")
_WIDTH, _HEIGHT = 720, 380
_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 16, 16, 64
_POINTS: Final = 300
#: Colours that people with any kind of colour vision can tell apart (Okabe and Ito), ours the most telling.
_COLOURS: Final = ("#0072b2", "#e69f00", "#009e73", "#cc79a7")
_GREY: Final = "#808080"  # on light pages and on dark ones

Curve = list[tuple[float, float]]


def draw_scenario(name: str) -> str:
    """An SVG with one curve a schedule, and the bound's, dashed."""
    scenario = shipped_scenario(name)
    ours = simulate(scenario, product())
    curves: dict[str, Curve] = {"Headwater": _curve(ours)}
    for label in RIVALS:
        curves[label] = _curve(simulate(scenario, rival(label)))
    bound: Curve = [
        (ours.bound.time_of(size), size) for size in (scenario.size_bytes * i / _POINTS for i in range(_POINTS + 1))
    ]
    longest = max(curve[-1][0] for curve in curves.values())
    return _svg(curves, bound, longest_s=min(longest, 2.5 * ours.bound.ideal_s), size_bytes=scenario.size_bytes)


def _curve(outcome: Outcome[Any]) -> Curve:
    return [(0.0, 0.0), *outcome.arrivals.curve(_POINTS)]


def _svg(curves: dict[str, Curve], bound: Curve, *, longest_s: float, size_bytes: int) -> str:
    def path(curve: Sequence[tuple[float, float]]) -> str:
        points = []
        for time_s, done in curve:
            if time_s > longest_s:
                break
            x = _LEFT + (_WIDTH - _LEFT - _RIGHT) * time_s / longest_s
            y = _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * done / size_bytes
            points.append(f"{x:.1f},{y:.1f}")
        return " ".join(points)

    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
            f'font-size="12" fill="{_GREY}">'
        ),
        *_axes(longest_s, size_bytes),
        f'<polyline points="{path(bound)}" fill="none" stroke="{_GREY}" stroke-width="1.5" stroke-dasharray="5 4"/>',
    ]
    # Ours last: on top of the others.
    for (label, curve), colour in reversed(list(zip(curves.items(), _COLOURS, strict=True))):
        width = 2.5 if label == "Headwater" else 1.5
        parts.append(f'<polyline points="{path(curve)}" fill="none" stroke="{colour}" stroke-width="{width}"/>')
    x = float(_LEFT)
    for label, colour in (*zip(curves, _COLOURS, strict=True), ("the bound", _GREY)):
        parts.append(f'<rect x="{x}" y="{_HEIGHT - 18}" width="14" height="4" fill="{colour}"/>')
        parts.append(f'<text x="{x + 20}" y="{_HEIGHT - 12}">{label}</text>')
        x += 44 + 7.5 * len(label)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _axes(longest_s: float, size_bytes: int) -> list[str]:
    bottom = _HEIGHT - _BOTTOM
    lines = []
    for part in range(5):
        y = bottom - (bottom - _TOP) * part / 4
        lines.append(f'<path d="M{_LEFT},{y:.1f}H{_WIDTH - _RIGHT}" stroke="{_GREY}" stroke-opacity="0.25"/>')
        words = f"{size_bytes * part / 4 / 2**20:.0f}" + (" MiB" if part == 4 else "")
        lines.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{words}</text>')
        x = _LEFT + (_WIDTH - _LEFT - _RIGHT) * part / 4
        lines.append(f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{longest_s * part / 4:.0f} s</text>')
    return lines


def main(names: Sequence[str]) -> None:
    """Draw the named scenarios, or all that the page shows."""
    PICTURES.mkdir(exist_ok=True)
    for name in names or SCENARIOS:
        (PICTURES / f"figure-{name}.svg").write_text(draw_scenario(name), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
