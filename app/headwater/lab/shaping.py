"""Shaping: how a mirror of the lab behaves, and the pacer that holds it to its rates.

`MirrorBehaviour` is a value and says everything; `Pacer` hands out bytes along a time line of its own, so that
many connections share one rate and late wake-ups are made good. Nothing here knows of HTTP.
"""

import asyncio
from dataclasses import dataclass
from typing import Final

from headwater.lab.sample import Sample
from headwater.model.spans import Span

#: Bytes are sent in slices that last this long at the mirror's rate; finer costs CPU, coarser shows in graphs.
SLICE_S: Final = 0.02
#: The first slice of an answer is shorter, so that the first byte comes when the latency is over.
FIRST_SLICE_S: Final = 0.002
#: A pacer that woke late may catch up this much; more would let a stall be followed by a burst.
_CREDIT_S: Final = 0.04
#: Size of one write where no rate is set.
UNSHAPED_SLICE_BYTES: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class MirrorBehaviour:
    """How one mirror behaves. The default: as fast as it can, and well.

    Rates in bytes per second, None for unlimited; times in seconds, those ending in `_at_s` and of `rate_steps`
    since the lab's first request; byte counts are bytes of bodies sent by this mirror, all requests together.
    """

    sample: Sample | None = None  # serve this instead of the lab's file
    # shape
    rate_bytes_per_s: float | None = None  # of all connections together
    connection_rate_bytes_per_s: float | None = None  # of each connection
    rate_steps: tuple[tuple[float, float], ...] = ()  # (from when, rate): replaces `rate_bytes_per_s` from then on
    latency_s: float = 0.0  # from request to first byte
    latency_jitter_s: float = 0.0  # up to this much more, evenly spread, from a seeded generator
    # life and death
    refuses: bool = False  # connections are refused
    dies_after_bytes: int | None = None  # resets all connections, then refuses
    dies_at_s: float | None = None
    revives_at_s: float | None = None
    stalls_after_bytes: int | None = None  # keeps connections, sends nothing more
    withholds: tuple[Span, ...] = ()  # sends what lies before, then nothing until the behaviour is changed
    # answers
    status: int | None = None  # answer with this status and no file ...
    status_for_requests: int | None = None  # ... to the first so many requests only (None: all)
    retry_after_s: int | None = None
    max_requests_at_once: int | None = None  # 503 to those above
    ignores_range: bool = False  # 200 and the whole file
    multi_range: bool = True  # multipart/byteranges for several spans; otherwise the whole file
    holds: tuple[Span, ...] | None = None  # 416 for any other span, 404 for the whole file
    surplus_bytes: int = 0  # bodies are this much longer than promised; negative: shorter, then closed
    content_range_shift: int = 0  # Content-Range names bytes this far from those sent
    error_page: bool = False  # an HTML page with status 200
    redirect_to: str | int | None = None  # a URL, or the index of a mirror of this lab (its own: a loop)
    chunked: bool = False  # no Content-Length, and no ranges
    corrupt: tuple[Span, ...] = ()  # these bytes of the file are sent inverted
    # headers
    etag: str | None = '"headwater-1"'
    last_modified: str | None = "Tue, 01 Jul 2025 12:00:00 GMT"
    changes_after_bytes: int | None = None  # from then on ETag and Last-Modified are new ...
    changed_sample: Sample | None = None  # ... and the file is this one
    content_type: str = "application/octet-stream"
    headers: tuple[tuple[str, str], ...] = ()  # sent along with every file

    def rate_at(self, elapsed_s: float) -> float | None:
        """Rate of the whole mirror `elapsed_s` after the lab's first request; None is unlimited."""
        rate = self.rate_bytes_per_s
        for since_s, stepped in self.rate_steps:
            if elapsed_s >= since_s:
                rate = stepped
        return rate

    def next_step_s(self, elapsed_s: float) -> float | None:
        """When the rate changes next, on the clock of `rate_at`; None: never again."""
        return min((since_s for since_s, _ in self.rate_steps if since_s > elapsed_s), default=None)


class Pacer:
    """Shares a rate among those who ask, in the order in which they ask. One time line, in the loop's time."""

    def __init__(self) -> None:
        self._free_at_s = 0.0

    def begin(self) -> None:
        """After a time in which nobody asked: what was not used then is lost, not saved up."""
        self._free_at_s = max(self._free_at_s, asyncio.get_running_loop().time())

    async def reserve(self, size_bytes: int, rate_bytes_per_s: float) -> None:
        """Return at the moment when `size_bytes` would have passed at the rate, after all reserved before."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        self._free_at_s = max(self._free_at_s, now - _CREDIT_S) + size_bytes / rate_bytes_per_s
        if self._free_at_s > now:
            await _sleep_until(loop, self._free_at_s)

    def __repr__(self) -> str:
        return f"<Pacer free at {self._free_at_s:.3f} s>"


async def _sleep_until(loop: asyncio.AbstractEventLoop, when_s: float) -> None:
    """Sleep to a point of the loop's clock: unlike `asyncio.sleep`, lateness does not add up."""
    woken = loop.create_future()
    timer = loop.call_at(when_s, _wake, woken)
    try:
        await woken
    finally:
        timer.cancel()


def _wake(woken: asyncio.Future[None]) -> None:
    if not woken.done():
        woken.set_result(None)
