"""The methods that steer: pause, resume, remove, move, and other mirrors for a job."""

from dataclasses import replace

from headwater.control.api import Api
from headwater.control.rpc import status
from headwater.control.rpc.asked_sources import refuse_local
from headwater.control.rpc.job_lookup import JobLookup
from headwater.control.rpc.option_methods import OptionMethods
from headwater.control.rpc.params import Params
from headwater.control.rpc.status import QUEUED, STOPPED
from headwater.control.rpc.wire import RpcError
from headwater.model.commands import MoveJobs, PauseJobs, Place, RemoveJobs, ResumeJobs, SetSources
from headwater.model.job import JobId, JobState
from headwater.model.source import SourceSpec

_PAUSABLE = frozenset({JobState.RUNNING, JobState.WAITING, JobState.FINISHING})


class QueueMethods:
    """Each answers with the job's number or `OK`."""

    def __init__(self, api: Api, jobs: JobLookup, options: OptionMethods) -> None:
        self._api = api
        self._jobs = jobs
        self._options = options

    async def remove(self, params: Params) -> str:
        job = self._jobs.find(params)
        if job is None or job.state in STOPPED:
            raise RpcError(f"Active Download not found for GID#{self._jobs.gid(params)}")
        struct = self._jobs.tell(job, frozenset())
        await self._api.execute(RemoveJobs((job.job_id,)))
        self._options.of_job.pop(job.job_id, None)
        if job.state in QUEUED:  # aria2 has nothing to remember of what never began
            return job.job_id
        most = int(self._options.of_all.get("max-download-result", "1000"))
        self._jobs.remember(job.job_id, status.tell_removed(struct), most)
        return job.job_id

    async def pause(self, params: Params) -> str:
        job = self._jobs.find(params)
        if job is None or job.state not in _PAUSABLE:
            raise RpcError(f"GID#{self._jobs.gid(params)} cannot be paused now")
        await self._api.execute(PauseJobs((job.job_id,)))
        return job.job_id

    async def pause_all(self, _params: Params) -> str:
        await self._api.execute(PauseJobs(self._jobs.ids_in(_PAUSABLE)))
        return "OK"

    async def unpause(self, params: Params) -> str:
        job = self._jobs.find(params)
        if job is None or job.state is not JobState.PAUSED:
            raise RpcError(f"GID#{self._jobs.gid(params)} cannot be unpaused now")
        await self._api.execute(ResumeJobs((job.job_id,)))
        return job.job_id

    async def unpause_all(self, _params: Params) -> str:
        await self._api.execute(ResumeJobs(self._jobs.ids_in({JobState.PAUSED})))
        return "OK"

    async def change_position(self, params: Params) -> int:
        gid = self._jobs.gid(params)
        offset, how = params.required(1, int), params.required(2, str)
        queued = self._jobs.ids_in(QUEUED)
        if how not in ("POS_SET", "POS_CUR", "POS_END"):
            raise RpcError("Illegal argument.")
        if gid not in queued:
            raise RpcError(f"GID#{gid} not found in the waiting queue.")
        base = {"POS_SET": 0, "POS_CUR": queued.index(gid), "POS_END": len(queued) - 1}[how]
        place = max(0, min(base + offset, len(queued) - 1))
        await self.place(gid, place)
        return place

    async def place(self, job_id: JobId, place: int) -> None:
        """Put a queued job at `place` among the queued ones; running and stopped ones keep their order."""
        jobs = self._api.jobs()
        others = [job.position for job in jobs if job.state in QUEUED and job.job_id != job_id]
        if not others:
            return
        own = next(job.position for job in jobs if job.job_id == job_id)
        index = others[-1] + 1 if place >= len(others) else others[place]
        # Positions count with the job itself in the list; moving it away shifts those behind it by one.
        await self._api.execute(MoveJobs((job_id,), Place.AT, index - 1 if own < index else index))

    async def change_uri(self, params: Params) -> list[int]:
        job = self._jobs.find(params)
        file_index = params.count(1, least=1)
        gone = {url for url in params.required(2, list) if isinstance(url, str)}
        new = [url.strip() for url in params.required(3, list) if isinstance(url, str)]
        position = params.position(4)
        if job is None or job.state in STOPPED:
            raise RpcError(f"Cannot remove URIs from GID#{self._jobs.gid(params)}")
        if file_index != 1:
            raise RpcError("fileIndex is out of range")
        old = self._api.spec(job.job_id).sources
        kept = [source for source in old if source.enabled and source.url not in gone]
        asked = [source for source in map(SourceSpec, dict.fromkeys(new)) if source.scheme not in ("", "magnet")]
        refuse_local(asked)
        fresh = [source for source in asked if all(source.url != other.url for other in kept)]
        at = len(kept) if position is None else min(position, len(kept))
        removed = sum(source.enabled for source in old) - len(kept)
        # A job without any source is none; its last one stays behind, switched off, until there is another.
        now = (*kept[:at], *fresh, *kept[at:]) or (replace(old[0], enabled=False),)
        await self._api.execute(SetSources(job.job_id, now))
        return [removed, len(asked)]

    async def purge_results(self, _params: Params) -> str:
        await self._api.execute(RemoveJobs(self._jobs.ids_in(STOPPED)))
        self._jobs.forget_all()
        return "OK"

    async def remove_result(self, params: Params) -> str:
        gid = self._jobs.gid(params)
        if gid in self._jobs.removed:
            del self._jobs.removed[gid]
        else:
            if self._api.job(gid).state not in STOPPED:
                raise RpcError(f"Could not remove download result of GID#{gid}")
            await self._api.execute(RemoveJobs((gid,)))
        self._jobs.forgotten += 1
        self._options.of_job.pop(gid, None)
        return "OK"
