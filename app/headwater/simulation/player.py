"""A simulated player: reads in order at a steady pace from a play-head, and tells what it wishes for.

It begins when `figures.PLAYER_BUFFER_S` of play are buffered, stands still where a byte is missing, and goes on as soon
as that is there. It only wishes; the scheduler decides.
"""

from typing import Final

from headwater.model.events import WishesChanged
from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.spans import SpanSet
from headwater.simulation.figures import PLAYER_BUFFER_S

#: A play-head that moved less than this says nothing new.
STEP_BYTES: Final = 64 * 1024


class Player:
    """Reader 0 of a run; `rate` in bytes per second, `window_bytes` how far ahead it wishes."""

    def __init__(self, size_bytes: int, position: int, rate: float, window_s: float) -> None:
        self._size = size_bytes
        self._position = float(position)
        self._rate = rate
        self._window_bytes = max(STEP_BYTES, int(window_s * rate))
        self._is_playing = False
        self._at_s = 0.0
        self._told: Wish | None = None

    def play(self, now: float, received: SpanSet) -> WishesChanged | None:
        """Play up to `now` with what is there; the wish, when it changed enough to be told."""
        buffered = received.run_from(int(self._position))
        if not self._is_playing:
            needed = min(self._size, int(self._position + PLAYER_BUFFER_S * self._rate))
            self._is_playing = buffered >= needed
        else:
            self._position = min(self._position + self._rate * (now - self._at_s), max(self._position, buffered))
        self._at_s = now
        position = int(self._position)
        if position >= self._size:
            told, self._told = self._told, None
            return WishesChanged(()) if told else None
        is_blocked = not self._is_playing or buffered <= position
        wish = Wish(ReaderId(0), position, self._window_bytes, Urgency.BLOCKED if is_blocked else Urgency.PLAYING)
        if self._told and self._told.urgency is wish.urgency and position - self._told.position < STEP_BYTES:
            return None
        self._told = wish
        return WishesChanged((wish,))
