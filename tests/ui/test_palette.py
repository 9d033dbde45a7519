"""Sources' colours: told apart by every eye, seen on their ground, and the same wherever they stand."""

from itertools import combinations
from math import dist
from typing import Final

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from pytestqt.qtbot import QtBot

from headwater.model.source import SourceId
from headwater_ui.theme import DARK, LIGHT
from headwater_ui.widgets.palette import channel_colour, has_slit, source_colour, source_swatch, swatch

Row = tuple[float, float, float]
#: What eyes without one kind of cones see, on linear sRGB: Machado, Oliveira and Fernandes, "A Physiologically-based
#: Model for Simulation of Color Vision Deficiency" (2009), at severity 1.
EYES: Final[dict[str, tuple[Row, Row, Row]]] = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
#: CIE XYZ of linear sRGB, over the white point's (IEC 61966-2-1).
XYZ: Final[tuple[Row, Row, Row]] = (
    (0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505),
    (0.2126, 0.7152, 0.0722),
    (0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089),
)


def linear(colour: QColor) -> Row:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return red, green, blue


def times(matrix: tuple[Row, Row, Row], light: Row) -> Row:
    first, second, third = (sum(a * b for a, b in zip(row, light, strict=True)) for row in matrix)
    return first, second, third


def lab(colour: QColor, eye: str) -> Row:
    """CIE L*a*b*: a distance of about 2 is just noticed."""
    red, green, blue = (min(1.0, max(0.0, part)) for part in times(EYES[eye], linear(colour)))
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in times(XYZ, (red, green, blue))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("dark", [False, True])
def test_eight_sources_are_told_apart_by_every_eye(eye: str, dark: bool) -> None:
    seen = [lab(source_colour(SourceId(number), dark), eye) for number in range(8)]
    assert min(dist(one, other) for one, other in combinations(seen, 2)) > 20


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("dark", [False, True])
def test_no_channel_looks_like_another_sources(eye: str, dark: bool) -> None:
    seen = {
        (number, line): lab(channel_colour(SourceId(number), line, dark), eye)
        for number in range(8)
        for line in range(3)
    }
    nearest = min(dist(seen[one], seen[other]) for one, other in combinations(seen, 2) if one[0] != other[0])
    assert nearest > 14


@pytest.mark.parametrize("dark", [False, True])
def test_every_colour_stands_out_from_its_ground(dark: bool) -> None:
    """At least 2.8 to 1, next to the 3 to 1 that WCAG 2 asks of graphics: their values are also told in words."""
    ground = QColor((DARK if dark else LIGHT).surface)
    for number in range(8):
        bright, faint = sorted(
            (times(XYZ, linear(each))[1] for each in (source_colour(SourceId(number), dark), ground)), reverse=True
        )
        assert (bright + 0.05) / (faint + 0.05) >= 2.8, number


@pytest.mark.parametrize("dark", [False, True])
def test_the_second_eight_are_told_apart_too_and_from_the_first_by_their_slit(dark: bool) -> None:
    ground = QColor((DARK if dark else LIGHT).surface)
    second = [SourceId(number) for number in range(8, 16)]
    for eye in EYES:
        seen = [lab(source_colour(number, dark), eye) for number in second]
        assert min(dist(one, other) for one, other in combinations(seen, 2)) > 20
    for number in second:
        bright, faint = sorted(times(XYZ, linear(each))[1] for each in (source_colour(number, dark), ground))[::-1]
        assert (bright + 0.05) / (faint + 0.05) >= 2.8, number
    assert [has_slit(SourceId(number)) for number in range(24)] == [False] * 8 + [True] * 8 + [False] * 8


def test_a_slit_is_open_in_the_middle_of_a_swatch(qtbot: QtBot) -> None:
    for number, is_open in ((2, False), (10, True)):
        patch = source_swatch(SourceId(number), False).pixmap(QSize(24, 24), 1.0).toImage()
        assert (patch.pixelColor(12, 12).alpha() == 0) == is_open
        for y in (6, 18):
            assert patch.pixelColor(12, y).rgb() == source_colour(SourceId(number), False).rgb()


def test_a_swatch_keeps_its_colour_in_a_selected_row(qtbot: QtBot) -> None:
    colour = source_colour(SourceId(2), False)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        patch = swatch(colour).pixmap(QSize(24, 24), 1.0, mode).toImage()
        assert patch.pixelColor(12, 12) == colour
