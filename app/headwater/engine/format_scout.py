"""The scout: a reader that goes ahead of players and viewers and fetches what the file's format needs first.

It is an ordinary reader of the output stream, so the scheduler hears of it as of any other wish: it reads the head,
asks `formats.plan` what comes next, reads that, and so on until the plan is settled. The rule: it reads no more than
the plan asks for, and keeps none of it afterwards.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from headwater.formats.byte_view import ByteView
from headwater.formats.plan import Plan, plan_spans
from headwater.model.job import JobId
from headwater.model.ports import OutputStream
from headwater.model.spans import Span

if TYPE_CHECKING:  # asked for streams only
    from headwater.engine.engine import Engine

#: One read from the stream; the rest of a span is wished for meanwhile.
_READ_BYTES = 256 * 1024


async def scout(engine: "Engine", job_id: JobId, settled: Callable[[Plan], None] | None = None) -> Plan:
    """Send a scout ahead on a stream of its own; returns and raises as `FormatScout.run` does."""
    stream = engine.open_stream(job_id, strict=None)
    try:
        return await FormatScout(stream, await stream.size()).run(settled)
    finally:
        stream.abort()


class FormatScout:
    """One errand on one stream, which stays the caller's to abort."""

    def __init__(self, stream: OutputStream, size_bytes: int) -> None:
        self._stream = stream
        self._size_bytes = size_bytes
        self._read: dict[Span, bytes] = {}

    async def run(self, settled: Callable[[Plan], None] | None = None) -> Plan:
        """Fetch what the format needs first, in its order; returns the settled plan. Raises as the stream does.

        `settled(plan)` is called as soon as nothing more can be learnt, before the rest of the plan is fetched.
        """
        while True:
            # On a worker thread: an index may be megabytes of structure.
            plan = await asyncio.to_thread(plan_spans, ByteView(self._fetch, self._size_bytes))
            if plan.is_settled and settled is not None:
                settled(plan)
            missing = [span for span in plan.spans if not self._has(span)]
            for span in missing:
                await self._read_span(span)
            if plan.is_settled or not missing:
                return plan

    async def _read_span(self, span: Span) -> None:
        parts: list[bytes] = []
        at = span.start
        while at < span.end:
            self._stream.wish(at, span.end - at)
            data = await self._stream.read_at(at, min(_READ_BYTES, span.end - at))
            if not data:
                break
            parts.append(data)
            at += len(data)
        if at > span.start:
            self._read[Span(span.start, at)] = b"".join(parts)

    def _has(self, span: Span) -> bool:
        return any(known.covers(span) for known in self._read)

    def _fetch(self, offset: int, size: int) -> bytes | None:
        wanted = Span(offset, offset + size)
        for known, data in self._read.items():
            if known.covers(wanted):
                return data[offset - known.start : offset - known.start + size]
        return None

    def __repr__(self) -> str:
        return f"<FormatScout read {sum(span.size for span in self._read)} of {self._size_bytes} bytes>"
