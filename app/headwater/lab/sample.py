"""Samples: the files that the lab's mirrors serve.

A sample is read by position, so that a sample of many GiB needs no memory. Nothing here knows of servers.
The same seed and size give the same bytes on every machine, and no two blocks of a seeded sample are alike:
bytes delivered to a wrong place never pass for right ones.
"""

import hashlib
import random
from importlib import resources
from pathlib import Path
from typing import Final, Protocol

_BLOCK_BYTES: Final = 64 * 1024
_READ_BYTES: Final = 1024 * 1024

#: The picture that the demo downloads (in `headwater_resources/samples`).
DEMO_PICTURE: Final = "headwater.jpg"


class Sample(Protocol):
    """A file that a mirror can serve."""

    @property
    def size_bytes(self) -> int: ...

    def read(self, start: int, size: int) -> bytes:
        """`size` bytes from `start`; fewer only at the end."""
        ...


class SeededSample:
    """`size_bytes` of incompressible bytes, computed where they are read."""

    def __init__(self, size_bytes: int, seed: int = 1) -> None:
        self._size_bytes = size_bytes
        self.seed = seed
        base = random.Random(seed).randbytes(_BLOCK_BYTES)
        self._doubled = base + base

    @property
    def size_bytes(self) -> int:
        return self._size_bytes

    def _block(self, number: int) -> bytes:
        """Block `number`: its number, then the base block turned by an offset that differs between neighbours."""
        turn = number * 40_503 % _BLOCK_BYTES
        return number.to_bytes(8, "big") + self._doubled[turn : turn + _BLOCK_BYTES - 8]

    def read(self, start: int, size: int) -> bytes:
        end = min(start + size, self._size_bytes)
        if start >= end:
            return b""
        first = start // _BLOCK_BYTES
        whole = b"".join(self._block(number) for number in range(first, -(-end // _BLOCK_BYTES)))
        return whole[start - first * _BLOCK_BYTES : end - first * _BLOCK_BYTES]

    def __repr__(self) -> str:
        return f"<SeededSample {self._size_bytes} bytes, seed {self.seed}>"


class BytesSample:
    """Bytes that are at hand."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @property
    def size_bytes(self) -> int:
        return len(self._data)

    def read(self, start: int, size: int) -> bytes:
        return self._data[start : start + size]

    def __repr__(self) -> str:
        return f"<BytesSample {len(self._data)} bytes>"


class FileSample:
    """A file on disk, read when asked for (small blocking reads: the lab runs in a process of its own, or in tests)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._size_bytes = path.stat().st_size

    @property
    def size_bytes(self) -> int:
        return self._size_bytes

    def read(self, start: int, size: int) -> bytes:
        with self.path.open("rb") as file:
            file.seek(start)
            return file.read(size)

    def __repr__(self) -> str:
        return f"<FileSample {self.path}>"


def demo_picture() -> BytesSample:
    """The picture that the demo downloads: a progressive JPEG that sharpens while it arrives."""
    picture = resources.files("headwater_resources") / "samples" / DEMO_PICTURE
    return BytesSample(picture.read_bytes())


def sha256_of(sample: Sample) -> str:
    """SHA-256 of a sample, as lower-case hex."""
    digest = hashlib.sha256()
    for start in range(0, sample.size_bytes, _READ_BYTES):
        digest.update(sample.read(start, _READ_BYTES))
    return digest.hexdigest()


def write_sample(sample: Sample, path: Path) -> Path:
    """Write a sample to a file, for servers that serve files only."""
    with path.open("wb") as file:
        for start in range(0, sample.size_bytes, _READ_BYTES):
            file.write(sample.read(start, _READ_BYTES))
    return path
