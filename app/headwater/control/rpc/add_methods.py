"""The methods that add: mirrors of one file, Metalinks, torrents; and what options want done before there is a job.

A job comes of each, unless nothing was to be fetched (`dry-run`). The rule: what a program asks for is read by
`job_wishes` before anything is done.
"""

import asyncio
import base64
import binascii
import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final
from urllib.parse import quote

from headwater.control.api import Api
from headwater.control.document_fetch import signature_at
from headwater.control.rpc import status
from headwater.control.rpc.asked_sources import read_sources, refuse_local
from headwater.control.rpc.described import named, read_files
from headwater.control.rpc.following import Following
from headwater.control.rpc.job_lookup import JobLookup
from headwater.control.rpc.job_wishes import JobWish
from headwater.control.rpc.option_methods import OptionMethods
from headwater.control.rpc.option_table import Scope
from headwater.control.rpc.option_values import read_options
from headwater.control.rpc.params import Params
from headwater.control.rpc.queue_methods import QueueMethods
from headwater.control.rpc.wire import RpcError
from headwater.discovery.batch import expand
from headwater.discovery.documents import DescribedFile
from headwater.discovery.filename import name_from_url
from headwater.model.commands import AddJob, ResumeJobs, VerifyJob
from headwater.model.errors import HeadwaterError, SourceError, UserError
from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.source import SourceSpec

#: Where XML shows its first tag at the latest: behind a byte order mark and blanks.
_XML_WITHIN: Final = 1024

_log = logging.getLogger(__name__)


class AddMethods:
    """Each answers with the numbers of what it added. Raises `RpcError`."""

    def __init__(self, api: Api, jobs: JobLookup, options: OptionMethods, queue: QueueMethods) -> None:
        self._api = api
        self._jobs = jobs
        self._options = options
        self._queue = queue
        self._following = Following(api, jobs, self._add_followed, options)
        self._checks: set[asyncio.Task[None]] = set()

    async def add_uri(self, params: Params) -> str:
        urls = [url for url in params.required(0, list) if isinstance(url, str)]
        given = params.optional(1, dict) or {}
        return await self.add_urls(urls, given, params.position(2), may_be_local=False)

    async def add_torrent(self, params: Params) -> str:
        data = _decode_base64(params.required(0, str))
        if not data.startswith(b"d"):
            raise RpcError("Bencode decoding failed")
        urls = [url for url in params.optional(1, list) or [] if isinstance(url, str)]
        own, position = read_options(params.optional(2, dict) or {}, Scope.JOB), params.position(3)
        files = await read_files(data, self._options.in_force(own))
        if len(files) != 1:
            raise RpcError("A torrent of several files needs `select-file` with the number of one of them here.")
        ((number, file),) = files
        seeds = read_sources([url + quote(file.name) if url.endswith("/") else url for url in urls])
        refuse_local(seeds)
        file = replace(file, sources=(*file.sources, *seeds))
        return await self._add(partial(_describe, file), named(own, number), position)

    async def add_metalink(self, params: Params) -> list[str]:
        data = _decode_base64(params.required(0, str))
        if b"<" not in data[:_XML_WITHIN]:
            raise RpcError("Could not parse Metalink XML document.")
        return await self.add_document(data, params.optional(1, dict) or {}, params.position(2))

    async def add_document(
        self,
        data: bytes,
        given: Mapping[str, Any],
        position: int | None = None,
        base_url: str | None = None,
        place: str | None = None,
    ) -> list[str]:
        """Add the chosen files of a Metalink or torrent, each as a job.

        It came from `base_url`, or lies at `place`: its signature may be there, too.
        """
        own = read_options(given, Scope.JOB)
        gids: list[str] = []
        beside = signature_at(place or base_url, self._api.asker)
        for number, file in await read_files(data, self._options.in_force(own), base_url, beside):
            at = None if position is None else position + len(gids)
            gids.append(await self._add(partial(_describe, file), named(own, number), at))
        return gids

    async def _add_followed(self, data: bytes, values: Mapping[str, str], base_url: str | None) -> list[str]:
        return await self.add_document(data, values, base_url=base_url)

    async def add_urls(
        self,
        urls: Sequence[str],
        given: Mapping[str, Any],
        position: int | None = None,
        *,
        may_be_local: bool = True,
    ) -> str:
        """Add mirrors of one file as a job, with options as they were written. Raises `RpcError`."""
        own = read_options(given, Scope.JOB)
        if self._options.in_force(own).get("parameterized-uri") == "true":
            urls = [unfolded for url in urls for unfolded in expand(url)]
        sources = read_sources(urls)
        if not may_be_local:
            refuse_local(sources)
        if not sources:
            raise RpcError("URI is not provided.")
        return await self._add(partial(_make, sources), own, position, is_linked=True)

    async def _add(
        self,
        make: Callable[[JobWish], JobSpec],
        own: Mapping[str, str],
        position: int | None,
        *,
        is_linked: bool = False,
    ) -> str:
        values, wish = self._options.in_force(own), self._options.read_wish(own)
        spec = make(wish)
        if values.get("dry-run") == "true":
            return await self._ask_only(spec, wish.job_id)
        spec, may_continue = await asyncio.to_thread(_with_what_is_there, spec, values)
        job_id = await self._continue(spec, wish.job_id) if may_continue else None
        if job_id is None:
            job_id = await self._api.execute(AddJob(spec, wish.job_id))
        if job_id is None:  # the API promises a number for AddJob
            raise RpcError("The job could not be added.")
        self._options.of_job[job_id] = dict(own)
        if position is not None:
            await self._queue.place(job_id, position)
        if is_linked:
            self._following.expect(job_id)
        if spec.options.mend is not None and values.get("hash-check-only") == "true":
            self._check_only(job_id)
        return job_id

    async def _ask_only(self, spec: JobSpec, job_id: JobId | None) -> str:
        """Ask the servers whether they have it; what they say is a result like another's, and no job."""
        gid = job_id or JobId(secrets.token_hex(8))
        if gid in self._api.job_ids() or gid in self._jobs.removed:
            raise RpcError(f"GID {gid} is not unique.")
        probes = [await self._api.probe(source, spec.options) for source in spec.sources]
        found = next((probe for probe in probes if probe.error is None), None)
        name = spec.name or (None if found is None else found.name)
        most = int(self._options.of_all.get("max-download-result", "1000"))
        struct = status.tell_probed(gid, spec, found or probes[0], name)
        self._jobs.remember(gid, struct, most)
        return gid

    async def _continue(self, spec: JobSpec, job_id: JobId | None) -> JobId | None:
        """Go on with the file that is there under the job's name; None where it is another's, which stays as it is."""
        name = _name_of(spec)
        if name is None:
            return None
        try:
            adopted = await self._api.continue_file(spec, spec.folder / name, in_place=True, job_id=job_id)
        except (UserError, SourceError) as error:
            _log.warning("%s is not gone on with: %s", name, error)
            return None
        return adopted.job_id

    def _check_only(self, job_id: JobId) -> None:
        task = asyncio.create_task(self._check(job_id))
        self._checks.add(task)
        task.add_done_callback(self._checks.discard)

    async def _check(self, job_id: JobId) -> None:
        """Hash what is there; a file that is whole is done with, the rest of another is not fetched."""
        try:
            await self._api.execute(VerifyJob(job_id))
            job = self._api.job(job_id)
            if job.state is JobState.PAUSED and job.size_bytes == job.received_bytes:
                await self._api.execute(ResumeJobs((job_id,)))
        except HeadwaterError as error:
            _log.error("The file of %s could not be checked: %s", job_id, error)

    def recall(self, given: Mapping[str, str]) -> bool:
        """Whether the job that a session file's entry is of is in the list; its options are as they were written."""
        gid = JobId(given.get("gid", ""))
        if gid not in self._api.job_ids():
            return False
        self._options.of_job.setdefault(gid, read_options(given, Scope.JOB))
        if self._api.job(gid).state is not JobState.DONE:
            self._following.expect(gid)
        return True


def _make(sources: Sequence[SourceSpec], wish: JobWish) -> JobSpec:
    if wish.keeps_order:
        sources = [replace(source, place=place) for place, source in enumerate(sources, start=1)]
    return JobSpec(tuple(sources), wish.folder, wish.name, wish.options)


def _describe(file: DescribedFile, wish: JobWish) -> JobSpec:
    return file.to_job(wish.folder, wish.options, name=wish.name)


def _name_of(spec: JobSpec) -> str | None:
    return spec.name or name_from_url(spec.sources[0].url)


def _with_what_is_there(spec: JobSpec, values: Mapping[str, str]) -> tuple[JobSpec, bool]:
    """The job, taking up a file of its name where that is to be checked; and whether it is to be gone on with."""
    name = _name_of(spec)
    path = None if name is None else spec.folder / name
    is_there, is_checked = path is not None and path.is_file(), values.get("check-integrity") == "true"
    options = spec.options
    if is_checked and values.get("hash-check-only") == "true":
        options = replace(options, start_paused=True)
    if is_checked and is_there and options.pieces is not None:
        return replace(spec, options=replace(options, mend=path, overwrite=True)), False
    may_continue = is_there and values.get("continue") == "true" and not options.overwrite
    return replace(spec, options=options), may_continue


def _decode_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError) as fault:
        raise RpcError("The document is not in base64.") from fault
