"""Small documents from servers (Metalinks, torrents, checksum files, pages), whole and bounded; never downloads."""

from dataclasses import dataclass, field

from headwater.channels.connector import Connectors
from headwater.model.errors import UserError
from headwater.model.ports import ChannelRequest, ChannelSettings
from headwater.model.source import SourceSpec, Validator
from headwater.model.spans import UNKNOWN_END, Span
from headwater.model.wording import say


@dataclass(frozen=True, slots=True)
class Document:
    """What was fetched; `url` is where redirects led."""

    url: str
    data: bytes
    content_type: str | None
    validator: Validator = field(default_factory=Validator)


async def fetch_document(
    connectors: Connectors, url: str, limit_bytes: int, settings: ChannelSettings | None = None
) -> bytes:
    """All bytes at `url`. Raises `SourceError`, and `UserError` for an address or a size that is not taken."""
    return (await fetch_any(connectors, url, limit_bytes, settings)).data


async def fetch_any(
    connectors: Connectors,
    url: str,
    limit_bytes: int,
    settings: ChannelSettings | None = None,
    *,
    takes_pages: bool = False,
) -> Document:
    """The same, with what the server says of it; `takes_pages`: a web page is what is wanted."""
    channel = await connectors.open(SourceSpec(url), settings or ChannelSettings())
    try:
        response = await channel.request(ChannelRequest((Span(0, UNKNOWN_END),), takes_pages=takes_pages))
        facts = response.facts
        data = bytearray()
        try:
            if facts.size_bytes is not None and facts.size_bytes > limit_bytes:
                raise _too_large(url, limit_bytes)
            async for piece in response.pieces():
                data += piece.data
                if len(data) > limit_bytes:
                    raise _too_large(url, limit_bytes)
        finally:
            await response.close()
    finally:
        await channel.close()
    return Document(facts.url, bytes(data), facts.content_type, facts.validator)


def _too_large(url: str, limit_bytes: int) -> UserError:
    return UserError(
        say(
            "{url} is larger than the {limit_bytes:,} bytes that such a document may have",
            url=url,
            limit_bytes=limit_bytes,
        )
    )
