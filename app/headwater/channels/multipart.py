"""A streaming parser of multipart/byteranges bodies (RFC 9110, 14.6; RFC 2046, 5.1).

Bytes in, pieces out; no socket. A part's length comes from its Content-Range, never from a search for the boundary
in the data, so a body that happens to contain the boundary is read right. Limits keep a lying server small.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from headwater.discovery.http_fields import parse_content_range
from headwater.model.errors import Retry, SourceError
from headwater.model.ports import Piece
from headwater.model.wording import say

_LONGEST_PREAMBLE: Final = 64 * 1024
_LONGEST_HEADERS: Final = 16 * 1024
_LONGEST_BOUNDARY: Final = 256
_BOUNDARY: Final = re.compile(r';\s*boundary\s*=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<token>[^\s;]+))', re.IGNORECASE)


class _At(Enum):
    """Where in the body the parser stands."""

    PREAMBLE = "before the first boundary"
    BOUNDARY = "just behind a boundary"
    HEADERS = "in a part's headers"
    DATA = "in a part's data"
    BETWEEN = "behind a part's data"
    ENDED = "behind the last boundary"


def boundary_of(content_type: str | None) -> bytes:
    """The boundary of a multipart Content-Type, quoted or not. Raises `SourceError` when there is none."""
    match = _BOUNDARY.search(content_type or "")
    if match is not None:
        quoted = match["quoted"]
        text = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else match["token"]
        boundary = text.encode("utf-8", "surrogateescape") if _encodable(text) else b""
        if 0 < len(boundary) <= _LONGEST_BOUNDARY and b"\r" not in boundary and b"\n" not in boundary:
            return boundary
    raise _malformed(say("it names no boundary"))


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


class MultipartParser:
    """Feed it the body; it hands out pieces in the order sent. `size_bytes` is what the parts say of the file."""

    def __init__(self, boundary: bytes) -> None:
        self._delimiter = b"--" + boundary
        self._buffer = bytearray()
        self._at = _At.PREAMBLE
        self._offset = 0
        self._left = 0
        self.size_bytes: int | None = None
        self.parts = 0

    @property
    def is_ended(self) -> bool:
        """Whether the closing boundary was read; what follows (an epilogue) means nothing."""
        return self._at is _At.ENDED

    def feed(self, data: bytes) -> Iterator[Piece]:
        """The pieces in `data`, which is copied only at the edges of parts. Raises `SourceError`."""
        view_from = 0
        while view_from < len(data) and self._at is not _At.ENDED:
            if self._at is _At.DATA and not self._buffer:
                end = min(len(data), view_from + self._left)
                chunk = data if view_from == 0 and end == len(data) else data[view_from:end]
                view_from = end
                yield self._take(chunk)
                continue
            # Outside of data everything is small: gather until a step can be made, then see what is left over.
            self._buffer += data[view_from:]
            view_from = len(data)
            while self._step():
                if self._at is _At.DATA:
                    chunk = bytes(self._buffer[: self._left])
                    del self._buffer[: self._left]
                    if chunk:
                        yield self._take(chunk)
                    if self._at is _At.DATA:
                        break

    def finish(self) -> None:
        """Say that the body ended. A missing closing boundary is forgiven behind a whole part (some servers)."""
        if self._at is _At.DATA:
            raise SourceError(
                say("The server broke off {left} bytes before the end of a part.", left=self._left), retry=Retry.NOW
            )
        if self._at in {_At.PREAMBLE, _At.HEADERS} or not self.parts:
            raise SourceError("The server broke off before the next part began.", retry=Retry.NOW)

    def _take(self, chunk: bytes) -> Piece:
        piece = Piece(self._offset, chunk)
        self._offset += len(chunk)
        self._left -= len(chunk)
        if not self._left:
            self._at = _At.BETWEEN
        return piece

    def _step(self) -> bool:
        """Move on as far as one state; False when more bytes are needed first."""
        if self._at is _At.PREAMBLE:
            return self._read_preamble()
        if self._at is _At.BETWEEN:
            return self._read_between()
        if self._at is _At.BOUNDARY:
            return self._read_boundary()
        if self._at is _At.HEADERS:
            return self._read_headers()
        return False

    def _read_preamble(self) -> bool:
        """Find the first delimiter, at the start of a line."""
        at = 0
        while (at := self._buffer.find(self._delimiter, at)) >= 0:
            if at == 0 or self._buffer[at - 1] == 0x0A:
                del self._buffer[: at + len(self._delimiter)]
                self._at = _At.BOUNDARY
                return True
            at += 1
        if len(self._buffer) > _LONGEST_PREAMBLE:
            raise _malformed(say("its boundary does not come"))
        return False

    def _read_between(self) -> bool:
        """A line break and the delimiter follow a part's data."""
        blank = len(self._buffer) - len(self._buffer.lstrip(b"\r\n"))
        if blank > 4:
            raise _malformed(say("a part is longer than it says"))
        rest = self._buffer[blank : blank + len(self._delimiter)]
        if not self._delimiter.startswith(rest):
            raise _malformed(say("a part is longer than it says, or its boundary is wrong"))
        if len(rest) < len(self._delimiter):
            return False
        if not blank:
            raise _malformed(say("a part does not end with a line break"))
        del self._buffer[: blank + len(self._delimiter)]
        self._at = _At.BOUNDARY
        return True

    def _read_boundary(self) -> bool:
        """What follows a delimiter: `--` for the last one, else the rest of its line."""
        if self._buffer.startswith(b"--"):
            self._buffer.clear()
            self._at = _At.ENDED
            return False
        end = self._buffer.find(b"\n")
        if end < 0:
            if len(self._buffer) > _LONGEST_BOUNDARY:
                raise _malformed(say("its boundary line does not end"))
            return False
        if self._buffer[:end].strip(b" \t\r"):
            raise _malformed(say("its boundary is wrong"))
        del self._buffer[: end + 1]
        self._at = _At.HEADERS
        return True

    def _read_headers(self) -> bool:
        """The part's header lines up to the blank one."""
        match = re.search(rb"(?:\A|\n)\r?\n", self._buffer)
        if match is None:
            if len(self._buffer) > _LONGEST_HEADERS:
                raise _malformed(say("a part's headers do not end"))
            return False
        lines = bytes(self._buffer[: match.start()]).decode("latin-1").splitlines()
        del self._buffer[: match.end()]
        self._begin_part(lines)
        return True

    def _begin_part(self, lines: list[str]) -> None:
        fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        learned = parse_content_range(fields.get("content-range"))
        if learned is None or learned.span is None:
            raise _malformed(say("a part does not say which bytes it holds"))
        if learned.size_bytes is not None:
            if self.size_bytes is not None and self.size_bytes != learned.size_bytes:
                raise _malformed(say("its parts disagree about the file's size"))
            self.size_bytes = learned.size_bytes
        self._offset, self._left = learned.span.start, learned.span.size
        self._at = _At.DATA
        self.parts += 1

    def __repr__(self) -> str:
        return f"<MultipartParser {self._at.value}, {self.parts} parts begun>"


def _malformed(why: str) -> SourceError:
    return SourceError(say("The server's multipart answer makes no sense: {reason}.", reason=why), retry=Retry.NEVER)
