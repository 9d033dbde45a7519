"""Bytes between the network and the disk: joined into long runs for few writes, and readable meanwhile.

Pure state, no I/O. A run grows while its supplier brings the bytes that follow; it is handed out when it is
long enough, or when somebody asks for all. Every byte stays readable here until `settle` says that the file
has it.
"""

from bisect import bisect_left, bisect_right
from typing import Final

from headwater.content.block_hasher import RunHashes
from headwater.model.source import SourceId
from headwater.model.spans import UNKNOWN_END, Span

#: A run of this length is worth a write of its own.
RUN_BYTES: Final = 1024**2


class WriteRun:
    """Bytes of one supplier that lie one behind the other; without buffers where the file alone has them.

    `hashes` are there where they were taken on the way; a run that is not `for_tree` is left out of the own tree. What
    was `given_up` of it since it was written is no part of the file any more, nor does memory tell of the rest then.
    """

    __slots__ = ("buffers", "end", "for_tree", "given_up", "hashes", "start", "supplier")

    def __init__(self, supplier: SourceId, start: int) -> None:
        self.supplier = supplier
        self.start = start
        self.end = start
        self.buffers: list[bytes | memoryview] = []
        self.hashes: RunHashes | None = None
        self.for_tree = True
        self.given_up: list[Span] = []

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def size(self) -> int:
        return self.end - self.start

    @property
    def on_disk(self) -> "WriteRun":
        """The same bytes as the file alone knows them."""
        run = WriteRun(self.supplier, self.start)
        run.end, run.for_tree = self.end, self.for_tree
        return run

    def __repr__(self) -> str:
        return f"<WriteRun [{self.start}, {self.end}) of source {self.supplier}, {len(self.buffers)} buffers>"


class RunJoiner:
    """Joins pieces into runs, supplier by supplier; hands a run out when it is `run_bytes` long, or when asked."""

    def __init__(self, run_bytes: int = RUN_BYTES) -> None:
        self._run_bytes = run_bytes
        self._open: dict[tuple[SourceId, int], WriteRun] = {}
        #: Bytes in runs not handed out yet.
        self.open_bytes = 0

    def add(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> WriteRun | None:
        """Take a piece; return its run when it is long enough."""
        run = self._open.pop((supplier, offset), None)
        if run is None:
            run = WriteRun(supplier, offset)
        run.buffers.append(data)
        run.end += len(data)
        self.open_bytes += len(data)
        if run.size >= self._run_bytes or (supplier, run.end) in self._open:
            self.open_bytes -= run.size
            return run
        self._open[supplier, run.end] = run
        return None

    def take_longest(self) -> WriteRun:
        """Hand out the longest run there is. Raises `ValueError` when there is none."""
        run = max(self._open.values(), key=lambda run: run.size)
        del self._open[run.supplier, run.end]
        self.open_bytes -= run.size
        return run

    def take_all(self) -> list[WriteRun]:
        """Hand out every run, in the file's order."""
        runs = sorted(self._open.values(), key=lambda run: run.start)
        self._open.clear()
        self.open_bytes = 0
        return runs

    def __repr__(self) -> str:
        return f"<RunJoiner {len(self._open)} open runs of {self.open_bytes} bytes>"


class WriteBuffer(RunJoiner):
    """All bytes received and not yet in the file. No byte is added twice before its run is settled."""

    def __init__(self, run_bytes: int = RUN_BYTES) -> None:
        super().__init__(run_bytes)
        self._starts: list[int] = []
        self._buffers: list[bytes | memoryview] = []

    def add(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> WriteRun | None:
        """Keep a piece readable; return its run when it is long enough to be written."""
        at = bisect_left(self._starts, offset)
        self._starts.insert(at, offset)
        self._buffers.insert(at, data)
        return super().add(supplier, offset, data)

    def settle(self, run: WriteRun) -> None:
        """The file has the bytes of a handed-out run, or nobody ever will: drop them."""
        low = bisect_left(self._starts, run.start)
        high = low + len(run.buffers)
        del self._starts[low:high]
        del self._buffers[low:high]

    def read(self, offset: int, size: int) -> bytes:
        """Up to `size` bytes from `offset`, as far as they lie here unbroken; empty when the first does not."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._starts[at] + len(self._buffers[at]):
            return b""
        parts: list[bytes | memoryview] = []
        position, end = offset, offset + size
        while position < end and at < len(self._starts) and self._starts[at] <= position:
            part = self._buffers[at][position - self._starts[at] : end - self._starts[at]]
            parts.append(part)
            position += len(part)
            at += 1
        return b"".join(parts)

    def next_start(self, offset: int) -> int:
        """Where the first bytes kept here at or after `offset` begin; `UNKNOWN_END` where there are none."""
        at = bisect_left(self._starts, offset)
        return self._starts[at] if at < len(self._starts) else UNKNOWN_END

    def __repr__(self) -> str:
        return f"<WriteBuffer {len(self._starts)} buffers, {super().__repr__()}>"
