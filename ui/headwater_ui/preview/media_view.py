"""Video and audio of a file that is still coming: player, face and row below, and our own waiting for bytes.

It joins them, ten times a second: where the reader is, what of the file is here, whether playing has to wait for it,
and what the reader wishes next. The rule: nothing here waits; FFmpeg's threads do.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QVBoxLayout, QWidget

from headwater.model.spans import Span, SpanSet
from headwater_ui.language import marked, translate
from headwater_ui.preview.buffering import Buffering
from headwater_ui.preview.film_player import FilmPlayer
from headwater_ui.preview.media_bar import MediaBar
from headwater_ui.preview.media_face import MediaFace
from headwater_ui.preview.stream_device import StreamDevice
from headwater_ui.wording import percent_words

_TICK_MS: Final = 100
#: Seconds of film that the reader wishes for ahead of itself.
_WINDOW_S: Final = 30.0
_WINDOW_BYTES: Final = 8 * 1024**2

_BLIND: Final = marked(
    "MediaView", "The player built in cannot show {}. Open it in another player; it plays while it comes."
)


class MediaView(QWidget):
    """Plays one file at a time. `told(words)`: what to write below; `external_wanted`: open it in another player."""

    told = Signal(str)
    external_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mediaView")
        self.setAccessibleName(self.tr("Player"))
        self._buffering: Buffering | None = None
        self._here: Callable[[], tuple[Span, ...]] = tuple
        self._wish: Callable[[int, int], None] = lambda _position, _window: None
        self._hard_codec: str | None = None
        self.film = FilmPlayer(self)
        self.face = MediaFace(self)
        self.film.show_on(self.face.video)
        self.bar = MediaBar(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.face, 1)
        layout.addWidget(self.bar)
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    # ---- for the pane ------------------------------------------------------------------------------------

    def open(
        self,
        device: StreamDevice,
        *,
        name: str,
        rate_bytes_per_s: float | None,
        here: Callable[[], tuple[Span, ...]],
        wish: Callable[[int, int], None],
        hard_codec: str | None = None,
    ) -> None:
        """Play from `device`. `here` tells the bytes that are here, `wish(position, window)` says what is wanted.

        `hard_codec`: the pictures are coded in a way that this player can seldom show; said at once.
        """
        self.close_media()
        self.bar.link.forget()
        self._buffering = Buffering(device.size(), rate_bytes_per_s)
        self._here, self._wish = here, wish
        self._hard_codec = hard_codec
        self.face.way_out.setVisible(hard_codec is not None)
        self.face.say(
            self.tr("Waiting for the first bytes")
            if hard_codec is None
            else translate("MediaView", _BLIND).format(hard_codec)
        )
        self.film.open(device, name)
        self._timer.start()

    def close_media(self) -> None:
        """Let go of the file. Harmless when there is none."""
        self._timer.stop()
        self._buffering = None
        self.film.close()

    @property
    def frames(self) -> int:
        """Pictures shown since `open`."""
        return self.film.frames

    @property
    def is_waiting(self) -> bool:
        """Whether playing waits for bytes."""
        return self._buffering is not None and self._buffering.is_waiting

    @property
    def player(self) -> QMediaPlayer:
        return self.film.player

    @property
    def video(self) -> QVideoWidget:
        return self.face.video

    # ---- what a person does ------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Play or pause."""
        self.film.wants_to_play = not self.film.wants_to_play
        self._apply_play()

    def seek(self, seconds: float) -> None:
        """Go to a time, as soon as may be."""
        self.film.seek(seconds)

    def go_back_later(self) -> Callable[[], None]:
        """What brings the film back to where it stands now, once it was opened again."""
        seconds, wants_to_play = self.film.position_s, self.film.wants_to_play

        def go_back() -> None:
            if seconds:
                self.seek(seconds)
            if not wants_to_play:
                self.toggle()

        return go_back

    # ---- the inside --------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.bar.play_pressed.connect(self.toggle)
        self.bar.sought.connect(self.seek)
        self.bar.volume_chosen.connect(self.film.sound.setVolume)
        self.bar.muted.connect(self.film.sound.setMuted)
        self.bar.full_screen_wanted.connect(lambda: self.face.show_full_screen(True))
        for part in (self.bar, self.face):
            part.external_wanted.connect(self.external_wanted)
        self.film.sound.setVolume(self.bar.volume)
        self.film.changed.connect(self._choose_face)
        self.film.failed.connect(self.face.say)

    def _choose_face(self) -> None:
        """The film once it shows something, else words."""
        film = self.film
        if film.frames:
            self.face.show_film()
        elif film.device is None:
            return
        elif film.only_sounds and self._hard_codec is None:
            self.face.say(self.tr("Sound"))
        elif film.is_empty:
            self.face.say(self.tr("There is nothing in it that can be played."))

    def _tick(self) -> None:
        device, buffering = self.film.device, self._buffering
        if device is None or buffering is None:
            return
        here = SpanSet(self._here())
        wanted = device.waiting_for
        reader = device.read_end if wanted is None else wanted
        until = here.run_from(reader)
        if not self.film.is_loading:
            buffering.update(read_end=reader, stands_still_s=device.waiting_s, here_until=until)
            self._apply_play()
        window = _WINDOW_BYTES if buffering.rate_bytes_per_s is None else int(buffering.rate_bytes_per_s * _WINDOW_S)
        self._wish(reader, max(window, buffering.goal_bytes))
        self.bar.show_film(tuple(here), device.size(), self.film.position_s, self.film.duration_s)
        self._tell(buffering.share(read_end=reader, here_until=until))

    def _apply_play(self) -> None:
        self.film.let_play(not self.is_waiting)
        self.bar.show_playing(self.film.wants_to_play)

    def _tell(self, share: float) -> None:
        if self.is_waiting:
            self.told.emit(self.tr("Waiting for bytes, {percent}").format(percent=percent_words(share)))
        elif self.film.is_blind:
            self.face.way_out.show()
            self.face.say(translate("MediaView", _BLIND).format(self.film.codec or self.tr("this film")))
        else:
            self.told.emit("")
