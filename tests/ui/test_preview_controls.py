"""What a person uses of the player, and what can be seen of it: the seek bar, full screen, volume; whole pictures."""

import io
import sys

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from headwater.model.spans import Span
from headwater_ui.preview.image_decoder import decode_picture
from headwater_ui.preview.link_button import LinkButton
from headwater_ui.preview.media_view import MediaView
from headwater_ui.preview.seek_bar import SeekBar

ROOM = QSize(800, 800)


@pytest.fixture
def bar(qtbot: QtBot) -> SeekBar:
    made = SeekBar()
    qtbot.addWidget(made)
    made.resize(400, 22)
    made.show()
    return made


def colour_at(bar: SeekBar, share: float) -> QColor:
    return bar.grab().toImage().pixelColor(int(share * bar.width()), bar.height() // 2)


def test_the_seek_bar_shows_which_parts_of_the_film_are_here(bar: SeekBar) -> None:
    empty = colour_at(bar, 0.5)
    bar.show_here((Span(0, 250), Span(500, 750)), 1000)
    assert colour_at(bar, 0.2) == colour_at(bar, 0.6) != empty
    assert colour_at(bar, 0.4) == colour_at(bar, 0.9) == empty


def test_pointing_at_the_seek_bar_seeks_once_the_duration_is_known(bar: SeekBar) -> None:
    sought: list[float] = []
    bar.sought.connect(sought.append)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(100, 11))
    assert sought == []
    bar.show_time(50.0, 200.0)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(300, 11))
    assert sought == [150.0]
    QTest.keyClick(bar, Qt.Key.Key_Left)
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert sought[1:] == [45.0, 55.0]


def test_a_film_fills_the_screen_until_escape(qtbot: QtBot) -> None:
    view = MediaView()
    qtbot.addWidget(view)
    view.show()
    view.face.show_full_screen(True)
    assert not view.video.isFullScreen(), "words do not fill a screen"
    view.film._frames = 1
    view._choose_face()
    full = view.bar.findChild(QToolButton, "mediaFullScreen")
    assert isinstance(full, QToolButton)
    full.click()
    assert view.video.isFullScreen()
    view.face.show_full_screen(False)
    assert not view.video.isFullScreen()


def test_volume_and_mute_reach_the_sound(qtbot: QtBot) -> None:
    view = MediaView()
    qtbot.addWidget(view)
    view.bar._volume.setValue(25)
    assert view.film.sound.volume() == pytest.approx(0.25)
    view.bar._mute.click()
    assert view.film.sound.isMuted()


def test_the_stream_link_is_asked_for_once_copied_and_dragged(qtbot: QtBot) -> None:
    button = LinkButton()
    qtbot.addWidget(button)
    asked: list[bool] = []
    button.wanted.connect(lambda: asked.append(True))
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert asked == [True]
    url = "http://127.0.0.1:4711/stream/token/film%20one.mp4"
    button.offer(url)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert QGuiApplication.clipboard().text() == url
    assert [dragged.toString(dragged.ComponentFormattingOption.FullyEncoded) for dragged in button.mime().urls()] == [
        url
    ]
    assert button.mime().text() == url
    assert asked == [True]


def test_a_link_that_comes_after_the_click_is_copied_then(qtbot: QtBot) -> None:
    button = LinkButton()
    qtbot.addWidget(button)
    button.click()
    button.offer("http://127.0.0.1:4711/stream/late/film.mp4")
    assert QGuiApplication.clipboard().text().endswith("late/film.mp4")
    button.forget()
    QGuiApplication.clipboard().setText("")
    button.offer("http://127.0.0.1:4711/stream/other/film.mp4")
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "WEBP", "AVIF", "TIFF"])
def test_every_kind_of_picture_is_shown_when_it_is_whole(kind: str) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 0, 0)).save(buffer, kind)
    data = buffer.getvalue()
    shown = decode_picture([data[:20], data[20:]], ROOM, complete=True)
    assert shown is not None
    assert shown.full_size == QSize(64, 48)
    assert shown.image.pixelColor(30, 20).red() > 150


@pytest.fixture(params=[False, True], ids=["Pillow", "the system's"])
def avif_decoder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow with its decoder of AVIF; Pillow without it, as in packages that leave libavif to their system."""
    if request.param:
        monkeypatch.delattr("PIL._avif", raising=False)
        monkeypatch.setitem(sys.modules, "PIL._avif", None)


@pytest.mark.usefixtures("avif_decoder")
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_either_decoder_shows_avif(mode: str) -> None:
    buffer = io.BytesIO()
    picture = Image.new(mode, (65, 49), "white")
    picture.paste((200, 0, 0), (0, 0, 32, 49))
    picture.save(buffer, "AVIF")
    shown = decode_picture([buffer.getvalue()], ROOM, complete=True)
    assert shown is not None
    assert shown.full_size == QSize(65, 49)
    left, right = (shown.image.pixelColor(x, 45) for x in (10, 60))
    assert abs(left.red() - 200) < 10
    assert left.blue() < 10
    assert min(right.red(), right.blue()) > 240


@pytest.mark.usefixtures("avif_decoder")
def test_either_decoder_says_that_avif_is_damaged() -> None:
    buffer = io.BytesIO()
    Image.effect_noise((200, 200), 90).convert("RGB").save(buffer, "AVIF")
    data = buffer.getvalue()
    assert decode_picture([data[: len(data) // 3]], ROOM, complete=True) is None
    assert decode_picture([data[:40] + bytes(200)], ROOM, complete=True) is None


@pytest.mark.parametrize("kind", ["WEBP", "AVIF"])
def test_a_picture_that_cannot_be_shown_in_part_waits_for_its_rest(kind: str) -> None:
    buffer = io.BytesIO()
    Image.effect_noise((200, 200), 90).convert("RGB").save(buffer, kind)
    data = buffer.getvalue()
    assert decode_picture([data[: len(data) // 3]], ROOM, complete=False) is None
