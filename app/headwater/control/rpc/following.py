"""Documents that were downloaded like any file: when one is complete, what it describes is added, as aria2 does it.

Heard on the feed, while anything is awaited. The rule: a document that cannot be followed is a file like another, and
the log says why nothing came of it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from headwater.control.api import Api
from headwater.control.document_fetch import load
from headwater.control.rpc.job_lookup import JobLookup
from headwater.control.rpc.option_methods import OF_ONE, OptionMethods
from headwater.discovery.document_names import names_document
from headwater.discovery.documents import MAX_DOCUMENT_BYTES, is_torrent
from headwater.model.errors import HeadwaterError
from headwater.model.job import JobId, JobState
from headwater.model.snapshots import FeedEvent, JobAdded, JobChanged, JobRemoved, JobSnapshot

#: Adds what a document describes, with options, and where it came from.
AddDocument = Callable[[bytes, Mapping[str, str], str | None], Awaitable[list[str]]]

_log = logging.getLogger(__name__)


class Following:
    """`expect` jobs that may be documents; `jobs` learn which jobs followed which."""

    def __init__(self, api: Api, jobs: JobLookup, add: AddDocument, options: OptionMethods) -> None:
        self._api = api
        self._jobs = jobs
        self._add = add
        self._options = options
        self._expected: set[JobId] = set()
        self._unsubscribe: Callable[[], None] | None = None
        self._running: set[asyncio.Task[None]] = set()

    def expect(self, job_id: JobId) -> None:
        """A job was added whose file may be a document to follow; its options say so when it is complete."""
        self._expected.add(job_id)
        if self._unsubscribe is None:
            self._unsubscribe = self._api.feed.subscribe(self._hear, samples=False)
        if (job := self._api.job(job_id)).state is JobState.DONE:  # quicker than the feed
            self._take(job)

    def _hear(self, batch: tuple[FeedEvent, ...]) -> None:
        for event in batch:
            if isinstance(event, JobRemoved):
                self._expected.discard(event.job_id)
            elif isinstance(event, JobAdded | JobChanged) and event.job.state is JobState.DONE:
                self._take(event.job)
        if not self._expected and self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def _take(self, job: JobSnapshot) -> None:
        """A job is done: read its file where it was expected and looks like a document."""
        if job.job_id in self._expected and job.path is not None and _looks_like_one(job):
            values = self._options.in_force(self._options.of_job.get(job.job_id, {}))
            task = asyncio.create_task(self._follow(job, job.path, values))
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        self._expected.discard(job.job_id)

    async def _follow(self, job: JobSnapshot, path: Path, values: Mapping[str, str]) -> None:
        try:
            data = await load(str(path))
            how = values.get("follow-torrent" if is_torrent(data) else "follow-metalink", "true")
            if how == "false":
                return
            own = {name: value for name, value in values.items() if name not in OF_ONE - {"index-out", "select-file"}}
            if values.get("pause-metadata") == "true":
                own["pause"] = "true"
            gids = await self._add(data, own, next(iter(job.urls), None))
            self._jobs.note_followers(job.job_id, gids)
            if how == "mem":
                await asyncio.to_thread(path.unlink, missing_ok=True)
        except (HeadwaterError, OSError) as error:
            _log.error("%s is not followed: %s", job.name, error)

    def __repr__(self) -> str:
        return f"<Following {len(self._expected)} jobs, {len(self._running)} documents being read>"


def _looks_like_one(job: JobSnapshot) -> bool:
    is_small = job.size_bytes is not None and job.size_bytes <= MAX_DOCUMENT_BYTES
    return is_small and (names_document(job.name) or any(map(names_document, job.urls)))
