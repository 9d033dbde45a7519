"""Video and audio of a file that is still coming: QtMultimedia on a `StreamDevice`, with our own waiting for bytes.

Everything is torn down in one order (`close`): abort the device, take the source from the player, let go of the device.
The rule: nothing here waits; FFmpeg's threads do.
"""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtMultimedia import QAudioOutput, QMediaMetaData, QMediaPlayer
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from headwater.model.spans import Span, SpanSet
from headwater_ui.language import marked, translate
from headwater_ui.preview.buffering import Buffering
from headwater_ui.preview.media_bar import MediaBar
from headwater_ui.preview.stream_device import StreamDevice, let_go
from headwater_ui.wording import percent_words

_TICK_MS: Final = 100
#: Seconds of film that the reader wishes for ahead of itself.
_WINDOW_S: Final = 30.0
_WINDOW_BYTES: Final = 8 * 1024**2
#: With a picture announced and this much played, a decoder that works has shown some.
_BLIND_MS: Final = 2500

_BLIND: Final = marked(
    "MediaView", "The player built in cannot show {}. Open it in another player; it plays while it comes."
)

Player = QMediaPlayer.PlaybackState
Status = QMediaPlayer.MediaStatus
#: From then on it is known what is in the file.
_KNOWN: Final = frozenset({Status.LoadedMedia, Status.BufferedMedia, Status.EndOfMedia})


def _settle_overrides(asked: QObject) -> None:
    """Have PySide find out now, and remember, that Python overrides neither `connectNotify` nor `disconnectNotify`.

    It looks the first time that each is called, and needs the interpreter lock for that. FFmpeg's threads call the
    second while they hold one of Qt's locks, for which this thread may be waiting with the interpreter lock in hand:
    the window would stand still for ever.
    """

    def nothing() -> None:
        """Connected and taken off again."""

    asked.destroyed.connect(nothing)
    asked.destroyed.disconnect(nothing)


class MediaView(QWidget):
    """Plays one file at a time. `told(words)`: what to write below; `external_wanted`: open it in another player."""

    told = Signal(str)
    external_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mediaView")
        self.setAccessibleName(self.tr("Player"))
        self._device: StreamDevice | None = None
        self._buffering: Buffering | None = None
        self._here: Callable[[], tuple[Span, ...]] = tuple
        self._wish: Callable[[int, int], None] = lambda _position, _window: None
        self._wants_to_play = False
        self._pending_seek_ms: int | None = None
        self._frames = 0
        self._hard_codec: str | None = None
        self._player = QMediaPlayer(self)
        self._sound = QAudioOutput(self)
        for asked in (self._player, self._sound):
            _settle_overrides(asked)
        self._player.setAudioOutput(self._sound)
        self.video = QVideoWidget(self)
        self.video.setObjectName("video")
        self.video.setAccessibleName(self.tr("Film"))
        self._player.setVideoOutput(self.video)
        self._message = QLabel(self)
        self._message.setObjectName("mediaMessage")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self.bar = MediaBar(self)
        self._lay_out()
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
        self._device = device
        self._buffering = Buffering(device.size(), rate_bytes_per_s)
        self._here, self._wish = here, wish
        self._wants_to_play = True
        self._frames = 0
        self._hard_codec = hard_codec
        self._external_now.setVisible(hard_codec is not None)
        self._say(
            self.tr("Waiting for the first bytes")
            if hard_codec is None
            else translate("MediaView", _BLIND).format(hard_codec)
        )
        self._player.setSourceDevice(device, QUrl(name))
        self._do("play")
        self._timer.start()

    def close_media(self) -> None:
        """Let go of the file. Harmless when there is none."""
        self._timer.stop()
        device, self._device = self._device, None
        self._buffering = None
        self._pending_seek_ms = None
        self._wants_to_play = False
        if device is not None:
            device.abort()  # first: the player's own end waits for a read that waits for bytes
            self._do("stop")
            self._do("setSource", Q_ARG(QUrl, QUrl()))
            let_go(device)

    @property
    def frames(self) -> int:
        """Pictures shown since `open`."""
        return self._frames

    @property
    def is_waiting(self) -> bool:
        """Whether playing waits for bytes."""
        return self._buffering is not None and self._buffering.is_waiting

    @property
    def player(self) -> QMediaPlayer:
        return self._player

    # ---- what a person does ------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Play or pause."""
        self._wants_to_play = not self._wants_to_play
        self._apply_play()

    def seek(self, seconds: float) -> None:
        """Go to a time; before the film is loaded the wish is kept, for the player would forget it."""
        position_ms = int(seconds * 1000)
        if self._player.mediaStatus() in (Status.NoMedia, Status.LoadingMedia):
            self._pending_seek_ms = position_ms
        else:
            self._do("setPosition", Q_ARG("qint64", position_ms))

    def go_back_later(self) -> Callable[[], None]:
        """What brings the film back to where it stands now, once it was opened again."""
        seconds, wants_to_play = self._player.position() / 1000, self._wants_to_play

        def go_back() -> None:
            if seconds:
                self.seek(seconds)
            if not wants_to_play:
                self.toggle()

        return go_back

    def show_full_screen(self, on: bool) -> None:
        if self.video.isVisible():
            self.video.setFullScreen(on)

    # ---- the inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._external_now = QPushButton(self.tr("Open in another player"), self)
        self._external_now.setObjectName("mediaExternalNow")
        self._external_now.clicked.connect(lambda _checked: self.external_wanted.emit())
        self._external_now.hide()
        self._words = QWidget(self)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(24, 8, 24, 8)
        words.addStretch(1)
        words.addWidget(self._message)
        words.addWidget(self._external_now, 0, Qt.AlignmentFlag.AlignHCenter)
        words.addStretch(1)
        self._stack.addWidget(self._words)
        self._stack.addWidget(self.video)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.bar)

    def _connect(self) -> None:
        self.bar.play_pressed.connect(self.toggle)
        self.bar.sought.connect(self.seek)
        self.bar.volume_chosen.connect(self._sound.setVolume)
        self.bar.muted.connect(self._sound.setMuted)
        self.bar.full_screen_wanted.connect(lambda: self.show_full_screen(True))
        self.bar.external_wanted.connect(self.external_wanted)
        self._sound.setVolume(self.bar.volume)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._on_error)
        self._player.hasVideoChanged.connect(lambda _has: self._choose_face())
        self.video.videoSink().videoFrameChanged.connect(self._on_frame)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.video)
        leave.activated.connect(lambda: self.video.setFullScreen(False))

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._device is None:
            return
        if self._pending_seek_ms is not None and status in (Status.LoadedMedia, Status.BufferedMedia):
            position_ms, self._pending_seek_ms = self._pending_seek_ms, None
            self._do("setPosition", Q_ARG("qint64", position_ms))
        if status is Status.EndOfMedia:
            self._wants_to_play = False
            if self._device.failure is not None:
                self._say(self._device.failure)
        self._choose_face()
        if status in _KNOWN and not self._player.hasVideo() and not self._player.hasAudio():
            # FFmpeg takes a file whose index leads nowhere for one without any track, and calls that no error.
            self._say(self.tr("There is nothing in it that can be played."))

    def _on_error(self, error: QMediaPlayer.Error, words: str) -> None:
        if self._device is None or error is QMediaPlayer.Error.NoError:
            return
        reason = self._device.failure or self.tr("It cannot be played here ({reason}); try another player.").format(
            reason=words.rstrip(".")
        )
        self._say(reason)

    def _on_frame(self) -> None:
        self._frames += 1
        if self._frames == 1:
            self._choose_face()

    def _choose_face(self) -> None:
        """The film once it shows something, else words."""
        if self._frames:
            self._stack.setCurrentWidget(self.video)
        elif self._device is not None and self._hard_codec is None and self._only_sounds():
            self._say(self.tr("Sound"))

    def _only_sounds(self) -> bool:
        return self._player.hasAudio() and not self._player.hasVideo()

    def _tick(self) -> None:
        device, buffering = self._device, self._buffering
        if device is None or buffering is None:
            return
        here = SpanSet(self._here())
        wanted = device.waiting_for
        reader = device.read_end if wanted is None else wanted
        until = here.run_from(reader)
        if self._player.mediaStatus() is not Status.LoadingMedia:  # before it is loaded there is nothing to pause
            buffering.update(read_end=reader, stands_still_s=device.waiting_s, here_until=until)
            self._apply_play()
        window = _WINDOW_BYTES if buffering.rate_bytes_per_s is None else int(buffering.rate_bytes_per_s * _WINDOW_S)
        self._wish(reader, max(window, buffering.goal_bytes))
        duration_s = self._player.duration() / 1000
        self.bar.show_film(tuple(here), device.size(), self._player.position() / 1000, duration_s)
        self._tell(buffering.share(read_end=reader, here_until=until))

    def _do(self, slot: str, *arguments: Any) -> None:
        """Call a slot of the player without the interpreter lock, which PySide keeps in a plain call.

        The player waits for FFmpeg's threads there, and one of them may wait for the interpreter lock in `readData`.
        """
        QMetaObject.invokeMethod(self._player, slot, Qt.ConnectionType.DirectConnection, *arguments)

    def _apply_play(self) -> None:
        plays = self._wants_to_play and not self.is_waiting
        if plays and self._player.playbackState() is not Player.PlayingState:
            self._do("play")
        elif not plays and self._player.playbackState() is Player.PlayingState:
            self._do("pause")
        self.bar.show_playing(self._wants_to_play)

    def _tell(self, share: float) -> None:
        if self.is_waiting:
            self.told.emit(self.tr("Waiting for bytes, {percent}").format(percent=percent_words(share)))
        elif self._player.hasVideo() and not self._frames and self._player.position() > _BLIND_MS:
            codec = self._player.metaData().stringValue(QMediaMetaData.Key.VideoCodec) or self.tr("this film")
            self._external_now.show()
            self._say(translate("MediaView", _BLIND).format(codec))
        else:
            self.told.emit("")

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._message.setAccessibleName(words)
        self._stack.setCurrentWidget(self._words)
