"""When playing has to wait for bytes, and when it may go on: the decision alone, without a player.

Qt's player does not re-buffer: when bytes run out it stands still and then races to catch up. So the window pauses it
as soon as its reader has stood still for a moment, and lets it go on only when enough lies ahead.
"""

from dataclasses import dataclass
from typing import Final

#: A read that takes longer than this is no hiccup: what the player still has decoded will be used up.
PATIENCE_S: Final = 0.25
#: Seconds of film that must lie ahead before it goes on.
AHEAD_S: Final = 3.0
#: Where the rate of play is not known, this stands for `AHEAD_S`.
AHEAD_BYTES: Final = 2 * 1024**2


@dataclass(slots=True)
class Buffering:
    """`rate_bytes_per_s` is the film's mean rate, None unknown. Begins waiting: nothing is here yet."""

    size_bytes: int
    rate_bytes_per_s: float | None
    is_waiting: bool = False

    @property
    def goal_bytes(self) -> int:
        """How much must lie ahead of the reader before playing goes on."""
        return AHEAD_BYTES if self.rate_bytes_per_s is None else max(64 * 1024, int(self.rate_bytes_per_s * AHEAD_S))

    def update(self, *, read_end: int, stands_still_s: float, here_until: int) -> bool:
        """Whether playing has to wait now.

        `read_end` is the offset of the player's reader, `here_until` the end of the unbroken bytes from there, and
        `stands_still_s` how long a read has been waiting (0 when none is).
        """
        if self.is_waiting:
            ahead = here_until - read_end
            self.is_waiting = ahead < self.goal_bytes and here_until < self.size_bytes
        else:
            self.is_waiting = stands_still_s >= PATIENCE_S
        return self.is_waiting

    def share(self, *, read_end: int, here_until: int) -> float:
        """How far the waiting has come, 0..1."""
        room = min(self.goal_bytes, max(1, self.size_bytes - read_end))
        return min(1.0, max(0.0, (here_until - read_end) / room))
