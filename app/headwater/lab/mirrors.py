"""The mirror lab: HTTP servers on loopback that are shaped and misbehave on demand. The demo and the tests use it.

    async with MirrorLab([MirrorBehaviour(rate_bytes_per_s=2e6), MirrorBehaviour(status=404)], sample) as lab:
        ... lab.urls ...

Every mirror listens on an address of its own (127.0.0.1, 127.0.0.2, ... where the system has them) and serves one
file under any path. This module holds what the mirrors of a lab have in common: the file, the clock, their names.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from headwater.lab.mirror import LabClock, Mirror
from headwater.lab.sample import Sample, SeededSample
from headwater.lab.shaping import MirrorBehaviour


class MirrorLab:
    """Mirrors of one file (unless a behaviour names another), running while the context is entered."""

    def __init__(
        self, behaviours: Sequence[MirrorBehaviour], sample: Sample | None = None, *, path: str = "/sample.bin"
    ) -> None:
        self.sample: Sample = SeededSample(1024 * 1024) if sample is None else sample
        self._clock = LabClock()
        self._timers: list[asyncio.TimerHandle] = []
        self._reviving: set[asyncio.Task[None]] = set()
        self.mirrors = tuple(
            Mirror(
                index,
                behaviour,
                file=self.sample,
                path=path,
                clock=self._clock,
                on_request=self._start_clock,
                url_of=self._url_of,
            )
            for index, behaviour in enumerate(behaviours)
        )

    async def __aenter__(self) -> "MirrorLab":
        for mirror in self.mirrors:
            await mirror.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        for timer in self._timers:
            timer.cancel()
        await asyncio.gather(*self._reviving)
        for mirror in self.mirrors:
            await mirror.close()

    @property
    def urls(self) -> tuple[str, ...]:
        return tuple(mirror.url for mirror in self.mirrors)

    @property
    def sent_bytes(self) -> int:
        """Bytes of bodies sent by all mirrors together: what exceeds the file's size was sent twice."""
        return sum(mirror.sent_bytes for mirror in self.mirrors)

    @property
    def elapsed_s(self) -> float:
        """Seconds since the first request; 0 before it."""
        return self._clock.elapsed_s

    def change(self, **changes: Any) -> None:
        """Replace fields of every mirror's behaviour from now on; `change(withholds=())` lets go what was held back."""
        for mirror in self.mirrors:
            mirror.change(**changes)

    def _url_of(self, index: int) -> str:
        return self.mirrors[index].url

    def _start_clock(self) -> None:
        """At the first request: what is due at a time is set to come about."""
        if not self._clock.start():
            return
        loop = asyncio.get_running_loop()
        for mirror in self.mirrors:
            if mirror.behaviour.dies_at_s is not None:
                self._timers.append(loop.call_later(mirror.behaviour.dies_at_s, mirror.die))
            if mirror.behaviour.revives_at_s is not None:
                self._timers.append(loop.call_later(mirror.behaviour.revives_at_s, self._revive, mirror))

    def _revive(self, mirror: Mirror) -> None:
        task = asyncio.get_running_loop().create_task(mirror.revive())
        self._reviving.add(task)
        task.add_done_callback(self._reviving.discard)

    def __repr__(self) -> str:
        return f"<MirrorLab {self.sample!r} {list(self.mirrors)!r}>"
