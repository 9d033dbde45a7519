"""The map of what has arrived: its pixels, its bar, and how seldom it is asked for."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from tests.ui.values import job, running

from headwater.model.job import JobId, JobState
from headwater.model.snapshots import ProgressMap
from headwater.model.source import SourceId
from headwater_ui.models.job_model import JobModel
from headwater_ui.theme import LIGHT
from headwater_ui.widgets.job_table import JobTable
from headwater_ui.widgets.palette import source_colour
from headwater_ui.widgets.progress_map import MapCache, map_image, paint_map


def near(one: QColor, other: QColor, reach: int = 14) -> bool:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) <= reach for a, b in parts)


def test_each_cell_has_its_suppliers_colour_as_far_as_it_is_filled() -> None:
    image = map_image(ProgressMap(bytes((1, 2, 0, 1)), bytes((255, 255, 0, 60))), LIGHT)
    assert (image.width(), image.height()) == (4, 1)
    assert near(image.pixelColor(0, 0), source_colour(SourceId(0), False))
    assert near(image.pixelColor(1, 0), source_colour(SourceId(1), False))
    assert near(image.pixelColor(2, 0), QColor(LIGHT.track))
    faint = image.pixelColor(3, 0)
    assert source_colour(SourceId(0), False).red() < faint.red() < QColor(LIGHT.track).red()


def test_a_source_with_a_slit_has_it_in_the_map_too() -> None:
    bar = painted(map_image(ProgressMap(bytes((1, 9, 9, 1)), bytes((255,) * 4)), LIGHT), 1.0)
    for y in (2, 6, 9):
        assert near(bar.pixelColor(25, y), source_colour(SourceId(0), False))
        assert near(bar.pixelColor(175, y), source_colour(SourceId(0), False))
    colour, slit = source_colour(SourceId(8), False), bar.pixelColor(100, 6)
    assert near(bar.pixelColor(100, 2), colour)
    assert near(bar.pixelColor(100, 9), colour)
    assert colour.red() + 80 < slit.red() < QColor(LIGHT.track).red() - 20, "paler, and yet not empty"


def painted(image: QImage | None, part: float | None) -> QImage:
    canvas = QImage(200, 12, QImage.Format.Format_RGB32)
    canvas.fill(QColor(LIGHT.surface))
    with QPainter(canvas) as painter:
        paint_map(painter, QRectF(0, 0, 200, 12), image, part, LIGHT)
    return canvas


def test_bar_shows_map_part_or_nothing() -> None:
    cells = map_image(ProgressMap(bytes((1, 0, 3, 3)), bytes((255, 0, 255, 255))), LIGHT)
    bar = painted(cells, 0.75)
    for x, colour in ((25, source_colour(SourceId(0), False)), (75, QColor(LIGHT.track))):
        assert near(bar.pixelColor(x, 6), colour)
    assert near(bar.pixelColor(175, 6), source_colour(SourceId(2), False))
    plain = painted(None, 0.5)
    assert near(plain.pixelColor(50, 6), QColor(LIGHT.accent))
    assert near(plain.pixelColor(150, 6), QColor(LIGHT.track))
    assert near(painted(None, None).pixelColor(50, 6), QColor(LIGHT.track))


def test_a_map_is_asked_for_only_when_something_new_is_seen() -> None:
    asked: list[JobId] = []
    now = [0.0]

    def ask(job_id: JobId, cells: int) -> ProgressMap:
        asked.append(job_id)
        return ProgressMap(bytes(cells), bytes(cells))

    cache = MapCache(ask, lambda: now[0])
    cache.image(running(0), LIGHT)
    now[0] = 0.1
    cache.image(running(0, received_bytes=421_000), LIGHT)
    assert len(asked) == 1, "the last one is fresh enough"
    now[0] = 0.3
    cache.image(running(0, received_bytes=421_000), LIGHT)
    assert len(asked) == 2
    now[0] = 9.0
    cache.image(running(0, received_bytes=421_000), LIGHT)
    assert len(asked) == 2, "nothing new has come"
    cache.image(job(1), LIGHT)
    cache.image(running(2, size_bytes=None), LIGHT)
    assert len(asked) == 2, "nothing arrived, or no size: a plain bar says as much"
    now[0] = 9.1
    cache.image(running(0, received_bytes=999_000), LIGHT)
    now[0] = 9.2
    cache.image(running(0, received_bytes=1_000_000, state=JobState.DONE), LIGHT)
    assert len(asked) == 4, "the last map of a job that is done is never an old one"


def test_only_rows_one_sees_ask_for_their_maps(qtbot: QtBot) -> None:
    asked: set[JobId] = set()

    def ask(job_id: JobId, cells: int) -> ProgressMap:
        asked.add(job_id)
        return ProgressMap(bytes([1] * cells), bytes([255] * cells))

    model = JobModel()
    model.load([running(i) for i in range(10_000)])
    table = JobTable(model, MapCache(ask))
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.grab()
    assert 5 <= len(asked) <= 12


def test_a_row_tells_state_error_and_map(qtbot: QtBot) -> None:
    model = JobModel()
    model.load([running(0), job(1, state=JobState.FAILED, error="No source works any more")])
    table = JobTable(model, MapCache(lambda _job, cells: ProgressMap(bytes([1] * cells), bytes([255] * cells))))
    qtbot.addWidget(table)
    table.resize(900, 300)
    image = table.grab().toImage()
    rows = [image.copy(0, table.horizontalHeader().height() + 48 * row, 900, 48) for row in (0, 1)]

    def has(row: QImage, colour: QColor) -> bool:
        return any(near(row.pixelColor(x, y), colour, 6) for x in range(row.width()) for y in range(row.height()))

    assert has(rows[0], source_colour(SourceId(0), False))
    assert not has(rows[0], QColor(LIGHT.bad))
    assert has(rows[1], QColor(LIGHT.bad))
