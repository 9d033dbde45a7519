"""`file:` URLs: files of this computer or of a mounted share as sources.

Reads run on threads; nothing here blocks the loop. Only local files: a `file:` URL with another host is refused.
"""

import asyncio
import os
import time
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

from headwater.channels.adapters import PlainAdapter
from headwater.channels.body_response import BodyResponse
from headwater.channels.streamed import plain_facts, span_to_send
from headwater.model.errors import Retry, SourceError, UserError
from headwater.model.ports import ChannelRequest, ChannelSettings, ResponseFacts
from headwater.model.source import SourceSpec
from headwater.model.spans import Span
from headwater.model.wording import say

_READ_BYTES: Final = 1024 * 1024


class FileConnector:
    """`model.ports.Connector` for `file`."""

    @property
    def schemes(self) -> frozenset[str]:
        return frozenset({"file"})

    async def open(self, source: SourceSpec, settings: ChannelSettings) -> "FileChannel":
        """A channel to a local file. Raises `UserError` when the URL names none."""
        parts = urlsplit(source.url)
        if parts.netloc not in {"", "localhost"}:
            raise UserError("Only files of this computer can be read by a file address.")
        path = Path(url2pathname(parts.path))
        if not path.is_absolute() or "\0" in str(path):
            raise UserError("The file address does not name a file.")
        return FileChannel(source.url, path, settings)

    async def close(self) -> None:
        """Nothing is kept open between requests."""


class FileChannel:
    """`model.ports.Channel` to one file, opened anew for each request."""

    def __init__(self, url: str, path: Path, settings: ChannelSettings) -> None:
        self._url = url
        self._path = path
        self._settings = settings

    async def request(self, request: ChannelRequest) -> "FileResponse":
        started_at = time.monotonic()
        try:
            handle, size, modified_at = await asyncio.to_thread(_open, self._path)
        except OSError as error:
            raise SourceError(say("The file {path} cannot be read.", path=self._path), retry=Retry.LATER) from error
        try:
            spans = span_to_send(request, size)
        except SourceError:
            os.close(handle)
            raise
        facts = plain_facts(
            self._url,
            spans,
            size_bytes=size,
            latency_s=time.monotonic() - started_at,
            connect_s=None,
            modified_at=modified_at,
            allow_leading_dot=self._settings.allow_leading_dot,
        )
        return FileResponse(facts, handle, spans[0] if spans else None)

    async def close(self) -> None:
        """Nothing is kept open between requests."""


class FileResponse(BodyResponse):
    """Positioned reads of one span."""

    def __init__(self, facts: ResponseFacts, handle: int, span: Span | None) -> None:
        super().__init__(facts, PlainAdapter(span))
        self._handle: int | None = handle
        self._at = span.start if span is not None else 0
        self._end = span.end if span is not None else 0

    async def _read(self) -> bytes:
        size = min(_READ_BYTES, self._end - self._at)
        if self._handle is None or size <= 0:
            return b""
        # A descriptor of its own for the read under way: closing ours must not hand its number to another file.
        handle = os.dup(self._handle)
        try:
            data = await asyncio.shield(asyncio.to_thread(_read_and_close, handle, size, self._at))
        except OSError as error:
            raise SourceError("The file cannot be read any further.", retry=Retry.LATER) from error
        self._at += len(data)
        return data

    def _give_up(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    async def close(self) -> None:
        self._give_up()


def _open(path: Path) -> tuple[int, int, float]:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        facts = os.fstat(handle)
        if not path.is_file():
            raise IsADirectoryError(path)
    except OSError:
        os.close(handle)
        raise
    return handle, facts.st_size, facts.st_mtime


def _read_and_close(handle: int, size: int, offset: int) -> bytes:
    with os.fdopen(handle, "rb", buffering=0) as file:
        if hasattr(os, "pread"):
            return os.pread(file.fileno(), size, offset)
        file.seek(offset)
        return file.read(size)
