"""All methods by their names: what each does through the API, and aria2's words when it cannot.

The work is done by `queue_methods`, `tell_methods` and `option_methods`; adding, sessions and the end are here. The
rule: no method blocks, and none lets one of Headwater's own errors out that is not `RpcError`.
"""

import asyncio
import base64
import binascii
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import headwater
from headwater.control.api import Api
from headwater.control.rpc.extension_methods import ExtensionMethods
from headwater.control.rpc.job_lookup import JobLookup
from headwater.control.rpc.job_wishes import JobWish
from headwater.control.rpc.option_methods import OptionMethods
from headwater.control.rpc.option_table import Scope
from headwater.control.rpc.option_values import read_names, read_options, read_selection
from headwater.control.rpc.params import Params
from headwater.control.rpc.queue_methods import QueueMethods
from headwater.control.rpc.session_file import save_session
from headwater.control.rpc.status import Struct
from headwater.control.rpc.tell_methods import TellMethods
from headwater.control.rpc.wire import RpcError
from headwater.discovery.documents import DescribedFile, read_document
from headwater.model.commands import AddJob
from headwater.model.errors import HeadwaterError
from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.source import SourceSpec

#: The version of aria2 whose interface this is; tools compare it.
ARIA2_VERSION: Final = "1.37.0"
FEATURES: Final = ("Async DNS", "GZip", "HTTPS", "Message Digest", "Metalink", "XML-RPC", "SFTP")
#: Where XML shows its first tag at the latest: behind a byte order mark and blanks.
_XML_WITHIN: Final = 1024

Method = Callable[[Params], Awaitable[Any]]


class AriaMethods:
    """All methods over one API. `roots` are the folders that remote programs may write to, `options` the global ones.

    `stop` is called (with whether by force) when a program asks to end the server.
    """

    def __init__(
        self,
        api: Api,
        *,
        roots: Sequence[Path],
        options: Mapping[str, str] | None = None,
        stop: Callable[[bool], None] = lambda _force: None,
    ) -> None:
        self._api = api
        self._stop = stop
        self._session_id = secrets.token_hex(20)
        self._jobs = JobLookup(api)
        self._options = OptionMethods(api, self._jobs, roots=roots, given=options or {})
        self._queue = QueueMethods(api, self._jobs, self._options)
        tell = TellMethods(api, self._jobs)
        self._table: dict[str, Method] = {
            "aria2.addUri": self._add_uri,
            "aria2.addTorrent": self._add_torrent,
            "aria2.getPeers": tell.get_peers,
            "aria2.addMetalink": self._add_metalink,
            "aria2.remove": self._queue.remove,
            "aria2.pause": self._queue.pause,
            "aria2.forcePause": self._queue.pause,
            "aria2.pauseAll": self._queue.pause_all,
            "aria2.forcePauseAll": self._queue.pause_all,
            "aria2.unpause": self._queue.unpause,
            "aria2.unpauseAll": self._queue.unpause_all,
            "aria2.forceRemove": self._queue.remove,
            "aria2.changePosition": self._queue.change_position,
            "aria2.tellStatus": tell.tell_status,
            "aria2.getUris": tell.get_uris,
            "aria2.getFiles": tell.get_files,
            "aria2.getServers": tell.get_servers,
            "aria2.tellActive": tell.tell_active,
            "aria2.tellWaiting": tell.tell_waiting,
            "aria2.tellStopped": tell.tell_stopped,
            "aria2.getOption": self._options.get_option,
            "aria2.changeUri": self._queue.change_uri,
            "aria2.changeOption": self._options.change_option,
            "aria2.getGlobalOption": self._options.get_global_option,
            "aria2.changeGlobalOption": self._options.change_global_option,
            "aria2.purgeDownloadResult": self._queue.purge_results,
            "aria2.removeDownloadResult": self._queue.remove_result,
            "aria2.getVersion": self._get_version,
            "aria2.getSessionInfo": self._get_session_info,
            "aria2.shutdown": lambda _params: self._shut_down(force=False),
            "aria2.forceShutdown": lambda _params: self._shut_down(force=True),
            "aria2.getGlobalStat": tell.get_global_stat,
            "aria2.saveSession": self._save_session,
            **ExtensionMethods(api, self._jobs).table,
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Every method, without those that the dispatcher itself answers."""
        return tuple(self._table)

    async def call(self, name: str, params: list[Any]) -> Any:
        """Carry out one method (its token already taken off). Raises `RpcError`."""
        method = self._table.get(name)
        if method is None:
            raise RpcError(f"No such method: {name}")
        try:
            return await method(Params(params))
        except RpcError:
            raise
        except HeadwaterError as error:
            raise RpcError(str(error)) from error

    async def _add_uri(self, params: Params) -> str:
        urls = [url for url in params.required(0, list) if isinstance(url, str)]
        given = params.optional(1, dict) or {}
        return await self.add_urls(urls, given, params.position(2))

    async def _add_torrent(self, params: Params) -> str:
        data = _decode_base64(params.required(0, str))
        if not data.startswith(b"d"):
            raise RpcError("Bencode decoding failed")
        urls = [url for url in params.optional(1, list) or [] if isinstance(url, str)]
        given, position = params.optional(2, dict) or {}, params.position(3)
        files = _choose(await _read(data), given)
        if len(files) != 1:
            raise RpcError("A torrent of several files needs `select-file` with the number of one of them here.")
        ((index, file),) = files
        seeds = _read_sources([url + quote(file.name) if url.endswith("/") else url for url in urls])
        file = replace(file, sources=(*file.sources, *seeds))
        return await self._add(partial(_describe, file), _renamed(given, index), position)

    async def _add_metalink(self, params: Params) -> list[str]:
        data = _decode_base64(params.required(0, str))
        if b"<" not in data[:_XML_WITHIN]:
            raise RpcError("Could not parse Metalink XML document.")
        return await self.add_document(data, params.optional(1, dict) or {}, params.position(2))

    async def add_document(self, data: bytes, given: Mapping[str, Any], position: int | None = None) -> list[str]:
        """Add the chosen files of a Metalink or torrent, each as a job. Raises `RpcError`."""
        gids: list[str] = []
        for index, file in _choose(await _read(data), given):
            place = None if position is None else position + len(gids)
            gids.append(await self._add(partial(_describe, file), _renamed(given, index), place))
        return gids

    async def add_urls(self, urls: Sequence[str], given: Mapping[str, Any], position: int | None = None) -> str:
        """Add mirrors of one file as a job, with options as they were written. Raises `RpcError`."""
        sources = _read_sources(urls)
        if not sources:
            raise RpcError("URI is not provided.")
        return await self._add(partial(_make, sources), given, position)

    async def _add(self, make: Callable[[JobWish], JobSpec], given: Mapping[str, Any], position: int | None) -> str:
        own = read_options(given, Scope.JOB)
        wish = self._options.read_wish(own)
        job_id = await self._api.execute(AddJob(make(wish), wish.job_id))
        if job_id is None:  # the API promises a number for AddJob
            raise RpcError("The job could not be added.")
        self._options.of_job[job_id] = own
        if position is not None:
            await self._queue.place(job_id, position)
        return job_id

    def recall(self, given: Mapping[str, str]) -> bool:
        """Whether the job that a session file's entry is of is in the list; its options are as they were written."""
        gid = JobId(given.get("gid", ""))
        if gid not in self._api.job_ids():
            return False
        self._options.of_job.setdefault(gid, read_options(given, Scope.JOB))
        return True

    async def _shut_down(self, *, force: bool) -> str:
        self._stop(force)
        return "OK"

    async def _get_version(self, _params: Params) -> Struct:
        return {
            "version": ARIA2_VERSION,
            "enabledFeatures": list(FEATURES),
            "headwater": headwater.__version__,
        }

    async def _get_session_info(self, _params: Params) -> Struct:
        return {"sessionId": self._session_id}

    async def _save_session(self, _params: Params) -> str:
        if not self._options.of_all.get("save-session"):
            raise RpcError("Filename is not given.")
        await self.save()
        return "OK"

    async def save(self) -> None:
        """Write unfinished jobs to the session file, if there is to be one. Raises `RpcError`."""
        path = self._options.of_all.get("save-session")
        if not path:
            return
        specs = [
            (job, self._api.spec(job.job_id), self._options.told(job.job_id))
            for job in self._api.jobs()
            if job.state is not JobState.DONE
        ]
        try:
            await save_session(Path(path), specs)
        except OSError as error:
            raise RpcError(f"Failed to serialize session to '{path}'.") from error

    def __repr__(self) -> str:
        return f"<AriaMethods over {self._api!r}>"


def _make(sources: Sequence[SourceSpec], wish: JobWish) -> JobSpec:
    if wish.keeps_order:
        sources = [replace(source, place=place) for place, source in enumerate(sources, start=1)]
    return JobSpec(tuple(sources), wish.folder, wish.name, wish.options)


def _describe(file: DescribedFile, wish: JobWish) -> JobSpec:
    return file.to_job(wish.folder, wish.options, name=wish.name)


def _choose(files: Sequence[DescribedFile], given: Mapping[str, Any]) -> list[tuple[int, DescribedFile]]:
    """The files that `select-file` chooses, with their numbers from 1; all of them without it."""
    chosen = read_selection(read_options(given, Scope.JOB).get("select-file", ""))
    numbered = list(enumerate(files, start=1))
    return [(i, file) for i, file in numbered if not chosen or any(i in numbers for numbers in chosen)]


def _renamed(given: Mapping[str, Any], index: int) -> Mapping[str, Any]:
    """The options of one file of a document: `index-out` names it."""
    name = read_names(read_options(given, Scope.JOB).get("index-out", "")).get(index)
    return given if name is None else {**given, "out": name}


async def _read(data: bytes) -> tuple[DescribedFile, ...]:
    """The files of a Metalink or torrent, read on a worker thread. Raises `RpcError`."""
    try:
        return await asyncio.to_thread(read_document, data)
    except HeadwaterError as error:
        text = str(error)
        raise RpcError(text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")) from error


def _read_sources(urls: Sequence[str]) -> tuple[SourceSpec, ...]:
    """Mirrors of one file. Raises `RpcError` for what nobody could fetch."""
    sources = tuple(SourceSpec(url) for url in dict.fromkeys(url.strip() for url in urls))
    if any(source.scheme == "magnet" for source in sources):
        raise RpcError("Magnet links are not supported, because Headwater takes files from servers and has no swarm.")
    if not all(source.scheme for source in sources):
        raise RpcError("No URI to download.")
    return sources


def _decode_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError) as fault:
        raise RpcError("The document is not in base64.") from fault
