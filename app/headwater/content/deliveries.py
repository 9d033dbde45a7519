"""What one reader was given of a file, and what of that turned out to be wrong later.

A reader that is given bytes as soon as they come may be given bad ones. They are given up, come anew, and the reader is
told which they were, so that it can read them again; those that it was never given do not concern it. Bytes that are
only doubted (a hash of the whole file is wrong, nobody knows where) are told of when they have come again and differ.

Pure state and one thing to wait for; belongs to the loop's thread. What is given up is decided elsewhere.
"""

import asyncio
from collections.abc import Iterable
from typing import Protocol

from headwater.model.spans import Span, SpanSet


class Readers(Protocol):
    """Who hears what becomes of bytes that readers may have (`output_stream.StreamHub`)."""

    def proven(self, span: Span) -> None:
        """Strict readers may have these bytes now."""
        ...

    def revoked(self, spans: Iterable[Span]) -> None:
        """These bytes were wrong and are given up; others will come in their place."""
        ...

    def doubted(self, spans: Iterable[Span]) -> None:
        """These bytes come again, to be compared with what they were."""
        ...

    def differed(self, spans: Iterable[Span]) -> None:
        """Doubted bytes came again, and are others now."""
        ...


class Deliveries:
    """The book of one reader."""

    def __init__(self) -> None:
        self._given = SpanSet()
        self._doubted = SpanSet()
        self._revoked = SpanSet()
        self._news = asyncio.Event()

    def give(self, span: Span) -> None:
        """The reader has these bytes, as they are now."""
        self._given.add(span)
        self._doubted.discard(span)

    def revoke(self, spans: Iterable[Span]) -> None:
        """Bytes are given up as wrong."""
        for span in spans:
            for had in (self._given, self._doubted):
                self._take_back(had, span)

    def doubt(self, spans: Iterable[Span]) -> None:
        """Bytes may be wrong: what comes for them will be compared."""
        for span in spans:
            parts = list(self._given.within(span))
            self._given.difference_update(parts)
            self._doubted.update(parts)

    def differ(self, spans: Iterable[Span]) -> None:
        """Doubted bytes are others now; one of the two copies was wrong."""
        for span in spans:
            self._take_back(self._doubted, span)

    def take_revoked(self) -> tuple[Span, ...]:
        """What the reader was given and is wrong, since it was last asked for."""
        revoked, self._revoked = tuple(self._revoked), SpanSet()
        self._news.clear()
        return revoked

    async def until_revoked(self) -> None:
        """Return when `take_revoked` has something to tell; never, where nothing is revoked."""
        await self._news.wait()

    def _take_back(self, had: SpanSet, span: Span) -> None:
        parts = list(had.within(span))
        had.difference_update(parts)
        self._revoked.update(parts)
        if parts:
            self._news.set()

    def __repr__(self) -> str:
        return (
            f"<Deliveries {self._given.total_bytes} bytes given, {self._doubted.total_bytes} doubted, "
            f"{self._revoked.total_bytes} revoked>"
        )
