"""Asks sources what they have before anything is fetched: one byte of each, and the headers that come with it.

For people who are about to add a job. The channels are the engine's own, so that redirects found here are known to the
download, and what a job chose (headers, cookies, a proxy) counts here too. The rule: a probe never raises for what a
server does; what went wrong is part of its answer. Cancelling it closes the connection.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final
from weakref import WeakValueDictionary

from headwater.channels.connector import Connectors
from headwater.channels.web_page import is_page_type, may_be_page
from headwater.discovery.filename import name_from_url
from headwater.engine.channel_settings import settings_for
from headwater.engine.destination import name_from_answer
from headwater.engine.settings import Settings
from headwater.model.errors import Cause, HeadwaterError
from headwater.model.job import JobOptions, JobSpec
from headwater.model.ports import ChannelRequest, ResponseFacts
from headwater.model.probe import SourceProbe
from headwater.model.source import SourceSpec
from headwater.model.spans import Span
from headwater.model.wording import say

#: Probes under way at once, in all and to one host: a list of a thousand links is no reason to storm a server.
AT_ONCE: Final = 8
AT_ONCE_PER_HOST: Final = 2
#: A person who types does not wait longer than this for an answer.
PATIENCE_S: Final = 20.0
_SILENT: Final = say("The server did not answer within {seconds:.0f} seconds.", seconds=PATIENCE_S)


class Prober:
    """One engine's. `settings` gives those in force."""

    def __init__(self, connectors: Connectors, settings: Callable[[], Settings]) -> None:
        self._connectors = connectors
        self._settings = settings
        self._places = asyncio.Semaphore(AT_ONCE)
        self._hosts: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    async def probe(self, source: SourceSpec, options: JobOptions) -> SourceProbe:
        """What `source` says of its file; waits for its turn first."""
        try:
            host = source.host
        except ValueError:
            return SourceProbe(source.url, error=say("The address is not valid."))
        turn = self._hosts.get(host)
        if turn is None:
            turn = self._hosts[host] = asyncio.Semaphore(AT_ONCE_PER_HOST)
        # The host's turn first: a host that does not answer must not take the places of others.
        async with turn, self._places:
            try:
                async with asyncio.timeout(PATIENCE_S):
                    return await self._ask(source, options)
            except TimeoutError:
                return SourceProbe(source.url, error=_SILENT, cause=Cause.TIMEOUT)
            except HeadwaterError as error:
                return SourceProbe(source.url, error=str(error), cause=error.cause)

    async def _ask(self, source: SourceSpec, options: JobOptions) -> SourceProbe:
        channel = await self._connectors.open(source, settings_for(options, self._settings()))
        try:
            response = await channel.request(ChannelRequest((Span(0, 1),)))
            try:
                # The first byte, too: only it shows a web page that was sent in the place of a file.
                response.stop_at(1)
                async for _piece in response.pieces():
                    pass
            finally:
                await response.close()
        finally:
            await channel.close()
        return _told(source, options, response.facts)

    def __repr__(self) -> str:
        return f"<Prober asking {len(self._hosts)} hosts>"


def _told(source: SourceSpec, options: JobOptions, facts: ResponseFacts) -> SourceProbe:
    """An answer's facts; the name is the one that the download would choose."""
    content_type = facts.content_type
    return SourceProbe(
        source.url,
        final_url=facts.url,
        name=name_from_answer(JobSpec((source,), Path(), None, options), source.url, facts),
        size_bytes=facts.size_bytes,
        ranges=facts.ranges,
        validator=facts.validator,
        content_type=content_type,
        is_page=is_page_type(content_type) and may_be_page(content_type, name_from_url(source.url), True),
        modified_at=facts.modified_at,
        latency_s=facts.latency_s,
        checksums=facts.checksums,
    )
