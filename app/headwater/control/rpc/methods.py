"""All methods by their names: what each does through the API, and aria2's words when it cannot.

The work is done by `add_methods`, `queue_methods`, `tell_methods` and `option_methods`; sessions and the end are here.
The rule: no method blocks, and none lets one of Headwater's own errors out that is not `RpcError`.
"""

import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import headwater
from headwater.control.api import Api
from headwater.control.rpc.add_methods import AddMethods
from headwater.control.rpc.extension_methods import ExtensionMethods
from headwater.control.rpc.job_lookup import JobLookup
from headwater.control.rpc.option_methods import OptionMethods
from headwater.control.rpc.params import Params
from headwater.control.rpc.queue_methods import QueueMethods
from headwater.control.rpc.session_file import save_session
from headwater.control.rpc.status import Struct
from headwater.control.rpc.tell_methods import TellMethods
from headwater.control.rpc.wire import RpcError
from headwater.model.errors import HeadwaterError
from headwater.model.job import JobState

#: The version of aria2 whose interface this is; tools compare it.
ARIA2_VERSION: Final = "1.37.0"
FEATURES: Final = ("Async DNS", "GZip", "HTTPS", "Message Digest", "Metalink", "XML-RPC", "SFTP")

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
        self.adding = AddMethods(api, self._jobs, self._options, self._queue)
        tell = TellMethods(api, self._jobs)
        self._table: dict[str, Method] = {
            "aria2.addUri": self.adding.add_uri,
            "aria2.addTorrent": self.adding.add_torrent,
            "aria2.getPeers": tell.get_peers,
            "aria2.addMetalink": self.adding.add_metalink,
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
