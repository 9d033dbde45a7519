"""The row below a film: play, where one is, how loud, full screen, and what opens it elsewhere.

It says what a person wants and shows what it is told; of players it knows nothing.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from headwater.model.spans import Span
from headwater_ui.icons import icon
from headwater_ui.preview.link_button import LinkButton
from headwater_ui.preview.seek_bar import SeekBar
from headwater_ui.wording import clock_words


class MediaBar(QWidget):
    """`play_pressed`; `sought(seconds)`; `volume_chosen(0..1)`; `muted(bool)`; the rest says its wish by its name."""

    play_pressed = Signal()
    sought = Signal(float)
    volume_chosen = Signal(float)
    muted = Signal(bool)
    full_screen_wanted = Signal()
    external_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mediaBar")
        self._play = self._button("mediaPlay", self.tr("Play or pause"), "pause", self.play_pressed.emit)
        self._seek = SeekBar(self)
        self._time = QLabel("0:00", self)
        self._time.setObjectName("mediaTime")
        self._volume = QSlider(Qt.Orientation.Horizontal, self)
        self._volume.setObjectName("mediaVolume")
        self._volume.setAccessibleName(self.tr("Volume"))
        self._volume.setRange(0, 100)
        self._volume.setValue(80)
        self._volume.setFixedWidth(72)
        self._mute = self._button("mediaMute", self.tr("Mute"), "volume", self._tell_mute)
        self._mute.setCheckable(True)
        full = self._button("mediaFullScreen", self.tr("Full screen"), "full-screen", self.full_screen_wanted.emit)
        external = self._button("mediaExternal", self.tr("Open in another player"), "open", self.external_wanted.emit)
        self.link = LinkButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(6)
        sound = (self._mute, self._volume)
        for widget in (self._play, self._seek, self._time, *sound, full, self.link, external):
            row.addWidget(widget, 1 if widget is self._seek else 0)
        self._seek.sought.connect(self.sought)
        self._volume.valueChanged.connect(lambda value: self.volume_chosen.emit(value / 100))

    @property
    def volume(self) -> float:
        """How loud, 0..1."""
        return self._volume.value() / 100

    def show_playing(self, plays: bool) -> None:
        """What the button would do next."""
        self._play.setIcon(icon("pause" if plays else "resume"))

    def show_film(self, here: Sequence[Span], size_bytes: int, position_s: float, duration_s: float) -> None:
        """What of the file is here, and where in the film one is."""
        self._seek.show_here(tuple(here), size_bytes)
        self._seek.show_time(position_s, duration_s)
        self._time.setText(f"{clock_words(position_s)} / {clock_words(duration_s)}")

    def _tell_mute(self) -> None:
        self._mute.setIcon(icon("muted" if self._mute.isChecked() else "volume"))
        self.muted.emit(self._mute.isChecked())

    def _button(self, name: str, words: str, icon_name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setIcon(icon(icon_name))
        button.setAutoRaise(True)
        button.clicked.connect(lambda _checked: act())
        return button
