"""Icons: drawn for every scale that a screen has, and there for every action that names one."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from headwater_resources import icon_svg
from headwater_ui import icons
from headwater_ui.icons import app_icon, file_icon, pixel_sizes
from headwater_ui.shell.action_table import ACTIONS


@pytest.mark.parametrize(
    ("scales", "wanted"),
    [((), (16, 20, 40)), ((1.0, 2.0), (16, 20, 32, 40, 80)), ((1.5,), (16, 20, 24, 30, 40, 60))],
)
def test_every_size_is_sharp_at_every_scale(scales: tuple[float, ...], wanted: tuple[int, ...]) -> None:
    assert pixel_sizes((16, 20, 40), scales) == wanted


def test_the_programs_icon_is_there_for_docks_and_switchers() -> None:
    widths = {size.width() for size in app_icon().availableSizes()}
    assert {16, 48, 128, 256} <= widths
    assert app_icon().pixmap(QSize(256, 256)).width() == 256


@pytest.mark.parametrize("name", sorted({spec.icon for spec in ACTIONS if spec.icon}))
def test_every_action_has_the_icon_it_names(name: str) -> None:
    assert "<svg" in icon_svg(name)
    drawn = icons.icon(name).pixmap(QSize(20, 20), QIcon.Mode.Normal).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), "it is not empty"


def test_files_are_told_apart_by_their_suffixes() -> None:
    assert file_icon("a.mkv").cacheKey() == file_icon("b.MP4").cacheKey()
    assert file_icon("a.mkv").cacheKey() != file_icon("a.zip").cacheKey()
    assert file_icon("a").cacheKey() == file_icon("a.unheard-of").cacheKey()
