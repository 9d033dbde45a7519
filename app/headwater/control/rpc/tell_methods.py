"""The methods that tell: of one job, of lists of them, of the whole."""

from headwater.control.api import Api
from headwater.control.rpc import status
from headwater.control.rpc.job_lookup import JobLookup
from headwater.control.rpc.params import Params
from headwater.control.rpc.status import ACTIVE, QUEUED, STOPPED, Struct
from headwater.control.rpc.wire import RpcError
from headwater.model.snapshots import JobSnapshot


class TellMethods:
    """Nothing here changes anything."""

    def __init__(self, api: Api, jobs: JobLookup) -> None:
        self._api = api
        self._jobs = jobs

    async def tell_status(self, params: Params) -> Struct:
        gid, keys = self._jobs.gid(params), params.keys(1)
        if gid in self._jobs.removed:
            return _filtered(self._jobs.removed[gid], keys)
        return self._jobs.tell(self._api.job(gid), keys)

    async def tell_active(self, params: Params) -> list[Struct]:
        keys = params.keys(0)
        return [self._jobs.tell(job, keys) for job in self._api.jobs(ACTIVE)]

    async def tell_waiting(self, params: Params) -> list[Struct]:
        offset, count, keys = params.required(0, int), params.count(1), params.keys(2)
        jobs = self._api.jobs(QUEUED)
        return [self._jobs.tell(job, keys) for job in status.choose(jobs, offset, count)]

    async def tell_stopped(self, params: Params) -> list[Struct]:
        offset, count, keys = params.required(0, int), params.count(1), params.keys(2)
        stopped: list[JobSnapshot | Struct] = list(self._api.jobs(STOPPED))
        stopped.extend(self._jobs.removed.values())
        return [
            self._jobs.tell(item, keys) if isinstance(item, JobSnapshot) else _filtered(item, keys)
            for item in status.choose(stopped, offset, count)
        ]

    async def get_uris(self, params: Params) -> list[Struct]:
        job = self._jobs.find(params)
        if job is None:
            raise RpcError(f"No URI data is available for GID#{self._jobs.gid(params)}")
        uris: list[Struct] = self._jobs.tell_files(job.job_id)[0]["uris"]
        return uris

    async def get_files(self, params: Params) -> list[Struct]:
        gid = self._jobs.gid(params)
        if gid in self._jobs.removed:
            files: list[Struct] = self._jobs.removed[gid]["files"]
            return files
        return self._jobs.tell_files(gid)

    async def get_peers(self, params: Params) -> list[Struct]:
        if self._jobs.find(params) is None:
            raise RpcError(f"No peer data is available for GID#{self._jobs.gid(params)}")
        return []

    async def get_servers(self, params: Params) -> list[Struct]:
        job = self._jobs.find(params)
        if job is None or job.state not in ACTIVE:
            raise RpcError(f"No active download for GID#{self._jobs.gid(params)}")
        return status.tell_servers(self._api.sources(job.job_id), self._api.channels(job.job_id))

    async def get_global_stat(self, _params: Params) -> Struct:
        jobs = self._api.jobs()
        active = [job for job in jobs if job.state in ACTIVE]
        stopped = sum(job.state in STOPPED for job in jobs) + len(self._jobs.removed)
        return {
            "downloadSpeed": str(int(sum(job.rate_bytes_per_s for job in active))),
            "uploadSpeed": "0",
            "numActive": str(len(active)),
            "numWaiting": str(sum(job.state in QUEUED for job in jobs)),
            "numStopped": str(stopped),
            "numStoppedTotal": str(stopped + self._jobs.forgotten),
        }


def _filtered(struct: Struct, keys: frozenset[str]) -> Struct:
    return {key: value for key, value in struct.items() if not keys or key in keys}
