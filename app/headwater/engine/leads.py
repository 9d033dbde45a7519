"""What answers say of a file beyond its bytes: other mirrors of it, and Metalinks that describe it (RFC 6249).

Mirrors become sources of the job, once, and so do those that another file's answer named for the whole folder; a
Metalink is fetched, and its hashes are trusted from then on where no better ones are known; one whose signature is bad
is refused. The rule: nothing here can fail a job. A lead that comes to nothing is a line of the activity log.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from headwater.content.io_dispatcher import IoDispatcher
from headwater.content.trust import weigh
from headwater.engine.channel_settings import anonymous_settings, settings_for
from headwater.engine.job import Job
from headwater.engine.services import Services
from headwater.model.errors import HeadwaterError, UserError
from headwater.model.ports import ChannelSettings, ResponseFacts
from headwater.model.source import SourceSpec
from headwater.model.wording import say

if TYPE_CHECKING:  # documents, and what reads them, are imported with the first that is named
    from headwater.discovery.documents import DescribedFile
    from headwater.discovery.signatures import SignatureVerdict

#: A file has seldom more mirrors than this; a server that names more is not believed.
MOST_MIRRORS: Final = 64
MOST_DOCUMENTS: Final = 3


class Leads:
    """One run's leads. `sources_changed` is called when the job has more sources, `note` takes a sentence."""

    def __init__(
        self,
        job: Job,
        services: Services,
        *,
        dispatcher: Callable[[], IoDispatcher | None],
        sources_changed: Callable[[], None],
        note: Callable[[str], None],
    ) -> None:
        self._job = job
        self._services = services
        self._dispatcher = dispatcher
        self._tell_sources = sources_changed
        self._note = note
        self._asked: set[str] = set()
        self._looked_up: set[str] = set()
        self._following: set[asyncio.Task[None]] = set()

    def heard(self, facts: ResponseFacts) -> None:
        """An answer was accepted. Called for every answer."""
        if facts.mirrors:
            for hint in facts.mirrors:
                self._services.mirrored.learn(facts.url, hint)
            self._add(SourceSpec(hint.url, hint.priority, hint.country) for hint in facts.mirrors)
        if facts.url not in self._looked_up:
            self._looked_up.add(facts.url)
            self._add(self._services.mirrored.mirrors_of(facts.url))
        for url in facts.documents:
            if self._job.record.spec.options.pieces is None and url not in self._asked and self._may_ask:
                self._asked.add(url)
                task = asyncio.create_task(self._follow(url), name=f"lead of {self._job.job_id}")
                self._following.add(task)
                task.add_done_callback(self._following.discard)

    async def close(self) -> None:
        """Follow none any further."""
        for task in self._following:
            task.cancel()
        await asyncio.gather(*self._following, return_exceptions=True)

    @property
    def _may_ask(self) -> bool:
        return len(self._asked) < MOST_DOCUMENTS

    def _add(self, found: Iterable[SourceSpec]) -> None:
        """Take mirrors that the job never had: one that a person removed stays removed."""
        record = self._job.record
        room = MOST_MIRRORS - len(record.urls)
        new = {source.url: source for source in found if source.url not in record.urls}
        added = tuple(new.values())[: max(0, room)]
        if added:
            self._job.update(
                spec=replace(record.spec, sources=(*record.spec.sources, *added)),
                urls=(*record.urls, *(source.url for source in added)),
            )
            self._services.keeper.save_soon(self._job)
            self._tell_sources()

    async def _follow(self, url: str) -> None:
        from headwater.discovery.documents import MAX_DOCUMENT_BYTES
        from headwater.discovery.signatures import has_gnupg
        from headwater.discovery.signed_documents import read_signed

        try:
            document = await read_signed(
                await self._load(url, MAX_DOCUMENT_BYTES),
                base_url=url,
                beside=partial(self._check_beside, url) if has_gnupg() else None,
            )
            described = self._choose(document.files)
            self._trust(described)
        except HeadwaterError as error:
            self._note(say("The Metalink {url} was of no use: {reason}.", url=url, reason=error))
            return
        self._add(described.sources)

    async def _check_beside(self, url: str, data: bytes) -> "SignatureVerdict | None":
        from headwater.discovery.checksums import signature_urls
        from headwater.discovery.signed_documents import check_beside

        return await check_beside(data, signature_urls(url), self._load)

    async def _load(self, url: str, limit_bytes: int) -> bytes:
        from headwater.channels.document import fetch_document

        return await fetch_document(self._services.connectors, url, limit_bytes, self._settings_for(url))

    def _settings_for(self, url: str) -> ChannelSettings:
        """A host that the job has sources on is asked as they are; no other one hears who is asking."""
        options, settings = self._job.record.spec.options, self._services.settings
        known = {source.host for source in self._job.sources.values()}
        return (
            settings_for(options, settings) if SourceSpec(url).host in known else anonymous_settings(settings, options)
        )

    def _choose(self, files: "tuple[DescribedFile, ...]") -> "DescribedFile":
        """The file of the job among those described. Raises `UserError` when it is not among them."""
        fitting = [file for file in files if file.size_bytes in (None, self._job.record.size_bytes)]
        named = [file for file in fitting if file.name == self._job.record.name] or fitting
        if len(named) != 1:
            raise UserError("it does not describe this file")
        return named[0]

    def _trust(self, described: "DescribedFile") -> None:
        """Judge the file by these hashes, too. Raises `IntegrityError` where they contradict better ones."""
        options = self._job.record.spec.options
        trust = weigh((*options.checksums, *described.checksums), described.pieces)
        self._job.update(
            spec=replace(
                self._job.record.spec,
                options=replace(
                    options,
                    checksums=trust.checksums,
                    pieces=described.pieces,
                    signature=options.signature or described.signature,
                ),
            )
        )
        self._services.keeper.save_soon(self._job)
        dispatcher = self._dispatcher()
        if dispatcher is not None:
            dispatcher.trust(trust.checksums, described.pieces)
        self._note(
            say("Hashes from {origin} are known now.", origin=trust.sources[0].origin)
            if trust.sources
            else say("It names no hash.")
        )

    def __repr__(self) -> str:
        return f"<Leads of {self._job.job_id}: {len(self._asked)} documents>"
