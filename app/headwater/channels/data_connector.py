"""`data:` URLs (RFC 2397): the file is in the address itself.

Decoded when the channel is opened; such addresses are short by nature and bounded here.
"""

import base64
import binascii
import time
from typing import Final
from urllib.parse import unquote_to_bytes

from headwater.channels.adapters import PlainAdapter
from headwater.channels.body_response import BodyResponse
from headwater.channels.streamed import plain_facts, span_to_send
from headwater.model.errors import UserError
from headwater.model.ports import ChannelRequest, ChannelSettings, ResponseFacts
from headwater.model.source import SourceSpec
from headwater.model.spans import Span

_LONGEST_URL: Final = 64 * 1024**2


class DataConnector:
    """`model.ports.Connector` for `data`."""

    @property
    def schemes(self) -> frozenset[str]:
        return frozenset({"data"})

    async def open(self, source: SourceSpec, settings: ChannelSettings) -> "DataChannel":  # noqa: ARG002  # the port's
        """A channel to the URL's own bytes. Raises `UserError` when they cannot be decoded."""
        return DataChannel(_decode(source.url))

    async def close(self) -> None:
        """Nothing is ever open."""


class DataChannel:
    """`model.ports.Channel` to bytes in memory."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    async def request(self, request: ChannelRequest) -> "DataResponse":
        started_at = time.monotonic()
        spans = span_to_send(request, len(self._data))
        facts = plain_facts(
            "data:",
            spans,
            size_bytes=len(self._data),
            latency_s=time.monotonic() - started_at,
            connect_s=None,
        )
        return DataResponse(facts, self._data, spans[0] if spans else None)

    async def close(self) -> None:
        """Nothing is ever open."""


class DataResponse(BodyResponse):
    """One span of bytes in memory."""

    def __init__(self, facts: ResponseFacts, data: bytes, span: Span | None) -> None:
        super().__init__(facts, PlainAdapter(span))
        self._left = data[span.start : span.end] if span is not None else b""

    async def _read(self) -> bytes:
        data, self._left = self._left, b""
        return data

    def _give_up(self) -> None:
        self._left = b""

    async def close(self) -> None:
        self._left = b""


def _decode(url: str) -> bytes:
    if len(url) > _LONGEST_URL:
        raise UserError("The data address is too long.")
    head, comma, body = url.partition(":")[2].partition(",")
    if not comma:
        raise UserError("The data address has no data.")
    raw = unquote_to_bytes(body.encode("utf-8", "replace"))
    if not head.lower().rstrip().endswith(";base64"):
        return raw
    try:
        raw = raw.translate(None, b" \t\r\n")
        return base64.b64decode(raw + b"=" * (-len(raw) % 4), validate=True)
    except binascii.Error as error:
        raise UserError("The data address is not proper Base64.") from error
