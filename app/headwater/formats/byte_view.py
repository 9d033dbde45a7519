"""What a parser may see of a file that is still coming: bytes that are here, or the word that they are not.

Parsers are run again whenever bytes they asked for have come; each run starts from the beginning and goes as
far as the bytes reach. So they keep no state, and a test needs nothing but a bytes object.
"""

from collections.abc import Callable

from headwater.model.spans import Span


class NotYet(Exception):  # noqa: N818  # not an error: the way a parser says which bytes it needs next
    """The bytes of `span` are needed to go on."""

    def __init__(self, span: Span) -> None:
        super().__init__(f"bytes {span} are not here yet")
        self.span = span


class Malformed(Exception):  # noqa: N818  # not an error of ours: the file is not what it says it is
    """The structure contradicts itself; the file is treated as plain bytes."""


#: `fetch(offset, size)` gives exactly these bytes, or None when not all of them have come.
Fetch = Callable[[int, int], bytes | None]


class ByteView:
    """Bounded, random-access view of a file of `size_bytes`, some of whose bytes are here.

    `read` raises `NotYet` for bytes still to come, widened to at least `grain_bytes` so that a walk over
    small headers costs few requests, and `Malformed` where a structure points outside the file or the walk
    has read more than `budget_bytes` in all.
    """

    def __init__(
        self, fetch: Fetch, size_bytes: int, *, grain_bytes: int = 64 * 1024, budget_bytes: int = 64 * 1024**2
    ) -> None:
        self._fetch = fetch
        self.size_bytes = size_bytes
        self._grain_bytes = grain_bytes
        self._budget_bytes = budget_bytes

    def read(self, offset: int, size: int) -> bytes:
        """Exactly `size` bytes from `offset`."""
        if offset < 0 or size < 0 or offset + size > self.size_bytes:
            raise Malformed(f"{size} bytes at {offset} lie outside the file of {self.size_bytes} bytes")
        if size == 0:
            return b""
        self._budget_bytes -= size
        if self._budget_bytes < 0:
            raise Malformed("the structure is larger than any honest file's")
        data = self._fetch(offset, size)
        if data is None:
            raise NotYet(Span(offset, min(self.size_bytes, offset + max(size, self._grain_bytes))))
        return data

    def read_upto(self, offset: int, size: int) -> bytes:
        """Up to `size` bytes from `offset`, less only where the file ends."""
        return self.read(offset, max(0, min(size, self.size_bytes - offset)))

    def span(self, start: int, size: int) -> Span | None:
        """The span of `size` bytes from `start`, cut to the file; None when nothing of it is inside."""
        start = max(0, start)
        end = min(self.size_bytes, start + max(0, size))
        return Span(start, end) if start < end else None

    def tail(self, size: int) -> Span | None:
        """The last `size` bytes."""
        return self.span(max(0, self.size_bytes - size), size)
