"""The links of a page on a server, or of one on this computer: for those who choose from it what to add.

Fetched as a download would be, with the settings in force, but whole and bounded. Reading is done on a worker thread.
"""

import asyncio
from pathlib import Path

from headwater.channels.connector import Connectors
from headwater.channels.document import fetch_any
from headwater.channels.web_page import looks_like_page
from headwater.control.document_fetch import is_url, load
from headwater.discovery.page_links import MAX_PAGE_BYTES, PageLink, PageLinks, links_of, read_page
from headwater.engine.channel_settings import settings_for
from headwater.engine.settings import Settings
from headwater.model.errors import UserError
from headwater.model.job import JobOptions
from headwater.model.wording import say

__all__ = ["PageLink", "PageLinks", "fetch_links", "links_of"]


async def fetch_links(connectors: Connectors, place: str, settings: Settings, options: JobOptions) -> PageLinks:
    """What the page at a path or URL links to. Raises `SourceError`, `LocalError`, `UserError` (it is no page)."""
    if not is_url(place):
        data = await load(place, MAX_PAGE_BYTES)
        base = await asyncio.to_thread(lambda: Path(place).absolute().as_uri())
        return await asyncio.to_thread(read_page, data, base)
    channel_settings = settings_for(options, settings)
    document = await fetch_any(connectors, place, MAX_PAGE_BYTES, channel_settings, takes_pages=True)
    if not looks_like_page(document.content_type, document.data[:1024]):
        raise UserError(say("{place} is no web page but a file; add it as a download", place=place))
    return await asyncio.to_thread(read_page, document.data, document.url, document.content_type)
