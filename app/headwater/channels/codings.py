"""Content codings: which of them have to be undone, and streaming decoders that undo them in bounded steps.

Decoders take bytes and give bytes; they know neither offsets nor sockets. The rule: no step gives more than
`STEP_BYTES`, so that a small body cannot become a large allocation, and every fault is a `SourceError`.
"""

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any, Final, Protocol

from headwater.model.errors import Retry, SourceError
from headwater.model.wording import say

#: Most bytes that one decoding step gives.
STEP_BYTES: Final = 256 * 1024
#: What a source's `unwrap` may be.
WRAPPINGS: Final = ("gzip", "bzip2", "xz", "zstd")
_ALIASES: Final = {"x-gzip": "gzip", "x-bzip2": "bzip2", "bz2": "bzip2", "zst": "zstd"}
#: What some servers write there although it names no compression: nothing, charsets, and how a file was once uploaded.
_NO_CODINGS: Final = frozenset({"", "identity", "none", "binary", "7bit", "8bit", "utf-8", "utf8", "aws-chunked"})
_OWN_SUFFIXES: Final = {
    "gzip": frozenset({".gz", ".tgz", ".taz", ".svgz", ".vgz", ".gzip", ".crate", ".apkg"}),
    "br": frozenset({".br"}),
    "zstd": frozenset({".zst", ".tzst"}),
    "bzip2": frozenset({".bz2", ".tbz", ".tbz2"}),
    "xz": frozenset({".xz", ".txz"}),
}
_OWN_TYPES: Final = {
    "gzip": frozenset({"application/gzip", "application/x-gzip", "application/x-tgz", "application/x-gtar"}),
    "zstd": frozenset({"application/zstd"}),
    "bzip2": frozenset({"application/x-bzip2"}),
    "xz": frozenset({"application/x-xz"}),
}


class Decoder(Protocol):
    """Undoes one coding."""

    def decode(self, data: bytes) -> Iterator[bytes]:
        """What `data` decodes to, in steps of at most `STEP_BYTES`. Raises `SourceError`."""
        ...

    def finish(self) -> None:
        """Say that no more comes; raises `SourceError` when the stream is not at its end."""
        ...


def codings_of(content_encoding: str | None, name: str | None, content_type: str | None = None) -> tuple[str, ...]:
    """The codings that must be undone, in that order (the reverse of the field's, RFC 9110, 8.4).

    A server that calls `name.tar.gz`, or what it calls a gzip file, gzip-encoded means the file itself: nothing is
    undone. Raises `SourceError`
    for a coding that is not known.
    """
    named = [token.strip().lower() for token in (content_encoding or "").split(",")]
    codings = [_ALIASES.get(token, token) for token in named if token not in _NO_CODINGS]
    suffix = PurePosixPath(name).suffix.lower() if name else ""
    kind = (content_type or "").partition(";")[0].strip().lower()
    if len(codings) == 1 and (
        suffix in _OWN_SUFFIXES.get(codings[0], frozenset()) or kind in _OWN_TYPES.get(codings[0], frozenset())
    ):
        return ()
    for coding in codings:
        if coding not in _MAKERS:
            raise SourceError(
                say("The server compresses in a way that is not known: {coding}.", coding=coding[:40]),
                retry=Retry.NEVER,
            )
    return tuple(reversed(codings))


def make_decoder(coding: str) -> Decoder:
    """A new decoder for one coding of `codings_of`."""
    return _MAKERS[coding]()


class _ZlibDecoder:
    """gzip (several members too) and deflate, which some servers send without its zlib wrapper."""

    def __init__(self, window_bits: int, *, may_be_raw: bool = False) -> None:
        self._bits = window_bits
        self._may_be_raw = may_be_raw
        self._inflate = zlib.decompressobj(window_bits)
        self._fed = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._inflate.eof:
                if not data.strip(b"\0"):
                    return
                self._inflate = zlib.decompressobj(self._bits)
            try:
                step = self._inflate.decompress(data, STEP_BYTES)
            except zlib.error as error:
                if self._fed or not self._may_be_raw:
                    raise _damaged(error) from error
                self._bits, self._may_be_raw = -zlib.MAX_WBITS, False
                self._inflate = zlib.decompressobj(self._bits)
                continue
            self._fed = True
            data = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail
            if step:
                yield step

    def finish(self) -> None:
        if self._fed and not self._inflate.eof:
            raise _cut_off()


class _StepDecoder:
    """bzip2, xz and zstd: objects with `decompress(data, max_length)`, `eof`, `needs_input` and `unused_data`."""

    def __init__(self, make: Callable[[], Any], faults: tuple[type[Exception], ...]) -> None:
        self._make = make
        self._faults = faults
        self._inner = make()
        self._fed = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        while True:
            if self._inner.eof:
                if not data.strip(b"\0"):
                    return
                self._inner = self._make()
            try:
                step: bytes = self._inner.decompress(data, STEP_BYTES)
            except self._faults as error:
                raise _damaged(error) from error
            self._fed = True
            if step:
                yield step
            if self._inner.eof:
                data = self._inner.unused_data
            elif self._inner.needs_input:
                return
            else:
                data = b""

    def finish(self) -> None:
        if self._fed and not self._inner.eof:
            raise _cut_off()


class _BrotliDecoder:
    """Brotli; the module is imported when the first such body comes."""

    def __init__(self) -> None:
        import brotli  # type: ignore[import-untyped]  # it has no stubs; met rarely; start-up stays short

        self._fault: type[Exception] = brotli.error
        self._inner: Any = brotli.Decompressor()
        self._fed = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        while True:
            try:
                # The limit is a soft one, and output may wait inside although more input would be taken: only an
                # empty answer says that nothing is left.
                out: bytes = self._inner.process(data, output_buffer_limit=STEP_BYTES)
            except self._fault as error:
                raise _damaged(error) from error
            self._fed = True
            data = b""
            for at in range(0, len(out), STEP_BYTES):
                yield out[at : at + STEP_BYTES]
            if not out and (self._inner.can_accept_more_data() or self._inner.is_finished()):
                return

    def finish(self) -> None:
        if self._fed and not self._inner.is_finished():
            raise _cut_off()


def _make_zstd() -> Decoder:
    from backports import zstd  # met rarely; start-up stays short

    return _StepDecoder(zstd.ZstdDecompressor, (zstd.ZstdError,))


_MAKERS: Final[dict[str, Callable[[], Decoder]]] = {
    "gzip": lambda: _ZlibDecoder(16 + zlib.MAX_WBITS),
    "deflate": lambda: _ZlibDecoder(zlib.MAX_WBITS, may_be_raw=True),
    "br": _BrotliDecoder,
    "zstd": _make_zstd,
    "bzip2": lambda: _StepDecoder(bz2.BZ2Decompressor, (OSError, ValueError)),
    "xz": lambda: _StepDecoder(lzma.LZMADecompressor, (lzma.LZMAError,)),
}


def _damaged(error: Exception) -> SourceError:
    return SourceError(say("The compressed body is damaged: {reason}.", reason=error), retry=Retry.LATER)


def _cut_off() -> SourceError:
    return SourceError("The compressed body ended before its end.", retry=Retry.NOW)
