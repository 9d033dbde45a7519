"""Qt's player on a `StreamDevice`, so handled that neither the window nor FFmpeg's threads ever stand still for it.

Everything is torn down in one order (`close`): abort the device, take the source from the player, let go of the device.
The rule: nothing here waits, and nothing here knows what is shown around the film.
"""

from typing import Any, Final

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QUrl, Signal
from PySide6.QtMultimedia import QAudioOutput, QMediaMetaData, QMediaPlayer
from PySide6.QtMultimediaWidgets import QVideoWidget

from headwater_ui.preview.stream_device import StreamDevice, let_go

#: With a picture announced and this much played, a decoder that works has shown some.
_BLIND_MS: Final = 2500

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


class FilmPlayer(QObject):
    """One film at a time. `changed`: more is known of it, or it shows something; `failed(words)`: it cannot go on.

    `wants_to_play` is what the person wants; whether it does is `let_play`'s.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.wants_to_play = False
        self._device: StreamDevice | None = None
        self._pending_seek_ms: int | None = None
        self._frames = 0
        self.player = QMediaPlayer(self)
        self.sound = QAudioOutput(self)
        for asked in (self.player, self.sound):
            _settle_overrides(asked)
        self.player.setAudioOutput(self.sound)
        self.player.mediaStatusChanged.connect(self._on_status)
        self.player.errorOccurred.connect(self._on_error)
        self.player.hasVideoChanged.connect(lambda _has: self.changed.emit())

    def show_on(self, video: QVideoWidget) -> None:
        """Where pictures go."""
        self.player.setVideoOutput(video)
        video.videoSink().videoFrameChanged.connect(self._on_frame)

    def open(self, device: StreamDevice, name: str) -> None:
        """Begin to load, and play as soon as may be."""
        self._device = device
        self._frames = 0
        self.wants_to_play = True
        self.player.setSourceDevice(device, QUrl(name))
        self._do("play")

    def close(self) -> None:
        """Let go of the file. Harmless when there is none."""
        device, self._device = self._device, None
        self._pending_seek_ms = None
        self.wants_to_play = False
        if device is not None:
            device.abort()  # first: the player's own end waits for a read that waits for bytes
            self._do("stop")
            self._do("setSource", Q_ARG(QUrl, QUrl()))
            let_go(device)

    # ---- what is known -----------------------------------------------------------------------------------

    @property
    def device(self) -> StreamDevice | None:
        """What it plays from; None while nothing is open."""
        return self._device

    @property
    def frames(self) -> int:
        """Pictures shown since `open`."""
        return self._frames

    @property
    def is_loading(self) -> bool:
        """Before it is loaded there is nothing to pause."""
        return self.player.mediaStatus() is Status.LoadingMedia

    @property
    def position_s(self) -> float:
        return self.player.position() / 1000

    @property
    def duration_s(self) -> float:
        """0 while it is not known."""
        return self.player.duration() / 1000

    @property
    def only_sounds(self) -> bool:
        return self.player.hasAudio() and not self.player.hasVideo()

    @property
    def is_empty(self) -> bool:
        """FFmpeg takes a file whose index leads nowhere for one without any track, and calls that no error."""
        has_track = self.player.hasVideo() or self.player.hasAudio()
        return self.player.mediaStatus() in _KNOWN and not has_track

    @property
    def is_blind(self) -> bool:
        """It plays pictures that it cannot show, and does not say so."""
        return self.player.hasVideo() and not self._frames and self.player.position() > _BLIND_MS

    @property
    def codec(self) -> str:
        """What the pictures are coded in, for people; empty where it is not known."""
        return self.player.metaData().stringValue(QMediaMetaData.Key.VideoCodec)

    # ---- what is wanted ----------------------------------------------------------------------------------

    def let_play(self, allowed: bool) -> None:
        """Play or pause: it is wanted, and it may."""
        plays = self.wants_to_play and allowed
        if plays and self.player.playbackState() is not Player.PlayingState:
            self._do("play")
        elif not plays and self.player.playbackState() is Player.PlayingState:
            self._do("pause")

    def seek(self, seconds: float) -> None:
        """Go to a time; before the film is loaded the wish is kept, for the player would forget it."""
        position_ms = int(seconds * 1000)
        if self.player.mediaStatus() in (Status.NoMedia, Status.LoadingMedia):
            self._pending_seek_ms = position_ms
        else:
            self._do("setPosition", Q_ARG("qint64", position_ms))

    # ---- what the player says ----------------------------------------------------------------------------

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._device is None:
            return
        if self._pending_seek_ms is not None and status in (Status.LoadedMedia, Status.BufferedMedia):
            position_ms, self._pending_seek_ms = self._pending_seek_ms, None
            self._do("setPosition", Q_ARG("qint64", position_ms))
        if status is Status.EndOfMedia:
            self.wants_to_play = False
            if self._device.failure is not None:
                self.failed.emit(self._device.failure)
        self.changed.emit()

    def _on_error(self, error: QMediaPlayer.Error, words: str) -> None:
        if self._device is None or error is QMediaPlayer.Error.NoError:
            return
        reason = self._device.failure or self.tr("It cannot be played here ({reason}); try another player.").format(
            reason=words.rstrip(".")
        )
        self.failed.emit(reason)

    def _on_frame(self) -> None:
        self._frames += 1
        if self._frames == 1:
            self.changed.emit()

    def _do(self, slot: str, *arguments: Any) -> None:
        """Call a slot of the player without the interpreter lock, which PySide keeps in a plain call.

        The player waits for FFmpeg's threads there, and one of them may wait for the interpreter lock in `readData`.
        """
        QMetaObject.invokeMethod(self.player, slot, Qt.ConnectionType.DirectConnection, *arguments)
