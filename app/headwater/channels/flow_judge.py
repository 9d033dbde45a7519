"""Whether one connection is a fast one, by what came and when: what is read how, and what may be poured, hangs on it.

Pure state; the time is an argument. The rule: what waited in the system's buffers says how long it waited, and not how
fast it came; a connection is called fast by a rate, and slow when it brought little in a time that it had.
"""

from math import inf
from typing import Final

#: Bytes per second from which on a connection is a fast one, once it brought so much.
_FAST_RATE: Final = 16e6
_PROOF_BYTES: Final = 256 * 1024
#: A fast one that brings less than this in a moment is fast no more.
_LITTLE_BYTES: Final = 64 * 1024
#: One that brought so much while it was left to gather may have stood still meanwhile, because the system took no more
#: (at first that is 64 KiB): it is then watched, for so long at least. A slow one is watched now and then.
_TRIAL_BYTES: Final = 32 * 1024
_TRIAL_S: Final = 0.004
_TRIAL_EVERY: Final = 8


class FlowJudge:
    """One connection's. `is_fast` is the verdict."""

    def __init__(self, now: float, *, is_fast: bool) -> None:
        self.is_fast = is_fast
        #: The last pour found little: the next lets bytes gather for a moment, and shows whether it is fast no more.
        self.pours_little = False
        #: What came since it was last left to gather, or watched, or taken over, and when that was.
        self._came, self._since_s = 0, now
        self._is_on_trial = False
        #: Bytes per second while it was left to gather; None before it ever was.
        self._rate: float | None = None
        #: How often it is left to gather before it may be watched again.
        self._no_trial = 0

    def read(self, size: int, now: float) -> None:
        """So many bytes came to whoever reads."""
        self._came += size
        if not self.is_fast and self._came >= _PROOF_BYTES:
            self.is_fast = self._came >= _FAST_RATE * (now - self._since_s)

    def waited(self, filled: int, now: float) -> None:
        """A buffer was left to fill for a moment, and holds so much."""
        if filled < _LITTLE_BYTES:
            self._slow_down(now)

    def poured(self, size: int, now: float) -> None:
        """A pour that could have moved more brought so much, or all that it was let."""
        if self.pours_little and size < _LITTLE_BYTES:
            self._slow_down(now)
        self.pours_little = self.is_fast and size < _PROOF_BYTES

    def is_watched(self, now: float) -> bool:
        """Now that there is nothing more to take: whether to see how fast bytes come that nothing holds up."""
        if self._is_on_trial:
            took_s = now - self._since_s
            self._is_on_trial = took_s < _TRIAL_S or self._came >= _FAST_RATE * took_s
        elif self._came >= _TRIAL_BYTES and not self._no_trial:
            self._is_on_trial, self._no_trial = True, _TRIAL_EVERY
            self._came, self._since_s = 0, now
        return self._is_on_trial

    def gathers(self, now: float) -> None:
        """It is left to gather: all that came so far was taken."""
        self._no_trial = max(0, self._no_trial - 1)
        if now > self._since_s:
            latest = self._came / (now - self._since_s)
            self._rate = latest if self._rate is None else (self._rate + latest) / 2
        self._came, self._since_s = 0, now

    def rest_s(self, left: int) -> float:
        """How long so many bytes more will take from now on, where all that came was taken."""
        return left / self._rate if self._rate else inf

    def _slow_down(self, now: float) -> None:
        self.is_fast = False
        self._came, self._since_s = 0, now

    def __repr__(self) -> str:
        return f"<FlowJudge: {'fast' if self.is_fast else 'watched' if self._is_on_trial else 'slow'}>"
