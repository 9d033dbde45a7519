"""Memory that bodies are received into, used again and again.

Fresh memory costs the system a fault for every page of it; at the speed of a local network that is more than the copy
itself. The rule: a buffer is used again only when nobody can see its bytes any more.
"""

from collections import deque
from typing import Final

#: Sizes of buffers, and how many of each there may be: a slow channel needs what gathers in a moment, a fast one what
#: is worth a write, and many channels together no more memory than few.
_MOST: Final = {64 * 1024: 64, 256 * 1024: 96, 1024**2: 8}
SIZES: Final = tuple(_MOST)
#: So many of those lent longest ago are looked at; where they are all in use, the others are too.
_TRIES: Final = 3


class ReadBuffers:
    """Buffers of `SIZES`, shared by all channels of a connector."""

    def __init__(self) -> None:
        self._lent: dict[int, deque[bytearray]] = {size: deque() for size in SIZES}

    def take(self, size_bytes: int) -> bytearray:
        """A buffer of `size_bytes`, one of `SIZES`, or of the next smaller size where all of that are in use.

        Old bytes are still in it. It needs no giving back.
        """
        for size in reversed(SIZES):
            if size <= size_bytes and (buffer := self._take(size)) is not None:
                return buffer
        return bytearray(SIZES[0])

    def _take(self, size: int) -> bytearray | None:
        lent = self._lent[size]
        for _ in range(min(len(lent), _TRIES)):
            buffer = lent.popleft()
            lent.append(buffer)
            if _is_forgotten(buffer):
                return buffer
        if len(lent) == _MOST[size]:
            return None
        lent.append(bytearray(size))
        return lent[-1]

    def __repr__(self) -> str:
        lent = ", ".join(f"{len(buffers)} of {size} bytes" for size, buffers in self._lent.items())
        return f"<ReadBuffers {lent}>"


def _is_forgotten(buffer: bytearray) -> bool:
    """Whether no memoryview of the buffer is left: Python lets its length change only then."""
    try:
        last = buffer.pop()
    except BufferError:
        return False
    buffer.append(last)
    return True
