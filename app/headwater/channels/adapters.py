"""Adapters: what was transferred, turned into the file's bytes with their offsets.

One adapter reads one body. It is fed what the connection gives and hands out pieces; it knows no socket and no
clock. The rule: a byte leaves an adapter at most once, and only when it was promised; anything else is a
`SourceError`.
"""

from collections.abc import Iterator
from typing import Final, Protocol

from headwater.channels.codings import make_decoder
from headwater.channels.http_answer import Body, BodyKind
from headwater.channels.multipart import MultipartParser, boundary_of
from headwater.channels.web_page import SNIFF_BYTES, fault_of
from headwater.model.errors import Retry, SourceError
from headwater.model.ports import Piece
from headwater.model.spans import UNKNOWN_END, Span, SpanSet
from headwater.model.wording import say

#: A decoded body may always grow to this, whatever its ratio.
_HARMLESS_BYTES: Final = 4 * 1024**2


class Adapter(Protocol):
    """Turns one body into pieces."""

    @property
    def is_complete(self) -> bool:
        """Whether everything promised has come (never true while the end is not known)."""
        ...

    def feed(self, data: bytes | memoryview) -> Iterator[Piece]:
        """The pieces in `data`; must be consumed before the next call. Raises `SourceError`."""
        ...

    def finish(self) -> Iterator[Piece]:
        """What was held back, after the body's end. Raises `SourceError` when something promised is missing."""
        ...


def make_adapter(body: Body, *, size_bytes: int | None, max_ratio: float) -> Adapter:
    """The chain for a body; `size_bytes` is the file's size as known from elsewhere. Raises `SourceError`."""
    if body.kind is BodyKind.EMPTY or (body.kind is not BodyKind.PARTS and body.span is None):
        return PlainAdapter(None)
    if body.kind is BodyKind.PARTS:
        return PartsAdapter(body.wanted, boundary_of(body.content_type), body.size_bytes)
    if body.kind is BodyKind.CODED:
        return CodedAdapter(body.codings, size_bytes, max_ratio)
    adapter: Adapter = PlainAdapter(body.span)
    if body.span is not None and body.wanted != (body.span,):
        adapter = SelectingAdapter(adapter, body.wanted)
    return PageGuard(adapter, body.content_type, body.name) if body.suspect else adapter


class PlainAdapter:
    """The bytes of one span, as they are; an open span ends where the body does."""

    def __init__(self, span: Span | None) -> None:
        self._start = span.start if span is not None else 0
        self._at = self._start
        self._end = span.end if span is not None else 0

    @property
    def is_complete(self) -> bool:
        return self._at == self._end

    def feed(self, data: bytes | memoryview) -> Iterator[Piece]:
        at = self._at
        end = at + len(data)
        if end > self._end:
            yield from self._feed_last(data)
            return
        self._at = end
        yield Piece(at, data)

    def skip(self, size: int) -> None:
        """So many bytes went another way."""
        self._at += size

    def _feed_last(self, data: bytes | memoryview) -> Iterator[Piece]:
        at, room = self._at, self._end - self._at
        self._at = self._end
        if room:
            yield Piece(at, data[:room])
        raise SourceError("The server sent more bytes than it promised.", retry=Retry.NEVER)

    def finish(self) -> Iterator[Piece]:
        if self._end != UNKNOWN_END and self._at < self._end:
            raise SourceError(
                say(
                    "The server broke off after {count} of {size} bytes.",
                    count=self._at - self._start,
                    size=self._end - self._start,
                ),
                retry=Retry.NOW,
            )
        return iter(())

    def __repr__(self) -> str:
        return f"<PlainAdapter at {self._at} of [{self._start}, {self._end})>"


class SelectingAdapter:
    """Hands on only the bytes of `wanted`, where a server merged several spans into one."""

    def __init__(self, inner: Adapter, wanted: tuple[Span, ...]) -> None:
        self._inner = inner
        self._missing = SpanSet(wanted)

    @property
    def is_complete(self) -> bool:
        return self._inner.is_complete

    def feed(self, data: bytes | memoryview) -> Iterator[Piece]:
        for piece in self._inner.feed(data):
            yield from select(piece, self._missing)

    def finish(self) -> Iterator[Piece]:
        return self._inner.finish()


def select(piece: Piece, missing: SpanSet) -> Iterator[Piece]:
    """The parts of `piece` that are in `missing`, and take them out of it."""
    span = Span(piece.offset, piece.offset + len(piece.data))
    if missing.covers(span):
        missing.discard(span)
        yield piece
        return
    for part in tuple(missing.within(span)):
        missing.discard(part)
        yield Piece(part.start, piece.data[part.start - span.start : part.end - span.start])


class PartsAdapter:
    """A multipart/byteranges body: parts in any order, merged or more than once, only wanted bytes handed on."""

    def __init__(self, wanted: tuple[Span, ...], boundary: bytes, size_bytes: int | None) -> None:
        self._missing = SpanSet(wanted)
        self._size_bytes = size_bytes
        self._parser = MultipartParser(boundary)

    @property
    def is_complete(self) -> bool:
        return self._parser.is_ended

    def feed(self, data: bytes | memoryview) -> Iterator[Piece]:
        for piece in self._parser.feed(bytes(data)):
            self._check_size()
            if piece.data:
                yield from select(piece, self._missing)

    def _check_size(self) -> None:
        said = self._parser.size_bytes
        if said is None:
            return
        if self._size_bytes is not None and said != self._size_bytes:
            raise SourceError(
                say(
                    "A part says the file has {said} bytes, not {size_bytes}: it is another file.",
                    said=said,
                    size_bytes=self._size_bytes,
                ),
                retry=Retry.NEVER,
                size_bytes=said,
            )
        if self._size_bytes is None:
            self._size_bytes = said
            self._missing.discard(Span(said, UNKNOWN_END))

    def finish(self) -> Iterator[Piece]:
        self._parser.finish()
        if self._missing:
            raise SourceError(
                say("The server left out {count} of the bytes it was asked for.", count=self._missing.total_bytes),
                retry=Retry.NOW,
            )
        return iter(())


class CodedAdapter:
    """A compressed body, decoded from the file's first byte on; the size shows at the end.

    A bomb is a body that grows beyond the size another source told, or more than `max_ratio` times over.
    """

    def __init__(self, codings: tuple[str, ...], size_bytes: int | None, max_ratio: float) -> None:
        self._decoders = [make_decoder(coding) for coding in codings]
        self._size_bytes = size_bytes
        self._max_ratio = max_ratio
        self._taken = 0
        self._at = 0

    @property
    def is_complete(self) -> bool:
        return False

    def feed(self, data: bytes | memoryview) -> Iterator[Piece]:
        self._taken += len(data)
        for step in self._decode(bytes(data), 0):
            at = self._at
            self._at += len(step)
            if self._size_bytes is not None and self._at > self._size_bytes:
                raise SourceError(
                    say("The compressed body grows beyond the file's {size_bytes} bytes.", size_bytes=self._size_bytes),
                    retry=Retry.NEVER,
                )
            if self._at > max(_HARMLESS_BYTES, self._taken * self._max_ratio):
                raise SourceError(
                    say(
                        "The compressed body grows more than {ratio:g} times over; it may be a bomb.",
                        ratio=self._max_ratio,
                    ),
                    retry=Retry.NEVER,
                )
            yield Piece(at, step)

    def _decode(self, data: bytes, depth: int) -> Iterator[bytes]:
        if depth == len(self._decoders):
            yield data
            return
        for step in self._decoders[depth].decode(data):
            yield from self._decode(step, depth + 1)

    def finish(self) -> Iterator[Piece]:
        for decoder in self._decoders:
            decoder.finish()
        if self._size_bytes is not None and self._at != self._size_bytes:
            raise SourceError(
                say(
                    "The compressed body held {at} bytes, not the file's {size_bytes}.",
                    at=self._at,
                    size_bytes=self._size_bytes,
                ),
                retry=Retry.NEVER,
            )
        return iter(())


class PageGuard:
    """Holds the first bytes back until it is clear that they are no web page and no words in the file's place."""

    def __init__(self, inner: Adapter, content_type: str | None, name: str | None) -> None:
        self._inner = inner
        self._content_type = content_type
        self._name = name
        self._held: bytes | None = b""

    @property
    def is_complete(self) -> bool:
        return self._held is None and self._inner.is_complete

    def feed(self, data: bytes | memoryview) -> Iterator[Piece]:
        if self._held is None:
            yield from self._inner.feed(data)
            return
        self._held += data
        if len(self._held) >= SNIFF_BYTES:
            yield from self._release()

    def _release(self) -> Iterator[Piece]:
        held, self._held = self._held, None
        if held:
            fault = fault_of(self._content_type, held[:SNIFF_BYTES], self._name)
            if fault is not None:
                raise fault
            yield from self._inner.feed(held)

    def finish(self) -> Iterator[Piece]:
        yield from self._release()
        yield from self._inner.finish()
