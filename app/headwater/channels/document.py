"""Small documents from servers (Metalinks, torrents, checksum files), whole and bounded. No download is made so."""

from headwater.channels.connector import Connectors
from headwater.model.errors import UserError
from headwater.model.ports import ChannelRequest, ChannelSettings
from headwater.model.source import SourceSpec
from headwater.model.spans import UNKNOWN_END, Span


async def fetch_document(
    connectors: Connectors, url: str, limit_bytes: int, settings: ChannelSettings | None = None
) -> bytes:
    """All bytes at `url`. Raises `SourceError`, and `UserError` for an address or a size that is not taken."""
    channel = await connectors.open(SourceSpec(url), settings or ChannelSettings())
    try:
        response = await channel.request(ChannelRequest((Span(0, UNKNOWN_END),)))
        data = bytearray()
        try:
            async for piece in response.pieces():
                data += piece.data
                if len(data) > limit_bytes:
                    raise UserError(f"{url} is larger than the {limit_bytes:,} bytes that such a document may have")
        finally:
            await response.close()
    finally:
        await channel.close()
    return bytes(data)
