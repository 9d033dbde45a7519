"""Which job a number means, and the jobs that aria2 remembers though they were removed."""

from collections import OrderedDict
from collections.abc import Container
from dataclasses import replace

from headwater.control.api import Api
from headwater.control.rpc import status
from headwater.control.rpc.params import Params
from headwater.control.rpc.status import Struct
from headwater.control.rpc.wire import RpcError
from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.snapshots import JobSnapshot


class JobLookup:
    """Live jobs are the API's; `removed` holds the last structs of jobs that remote programs removed."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self.removed: OrderedDict[JobId, Struct] = OrderedDict()
        #: Results that were purged, which `numStoppedTotal` goes on counting.
        self.forgotten = 0
        self._followers: dict[JobId, list[str]] = {}
        self._followed: dict[JobId, JobId] = {}

    def gid(self, params: Params) -> JobId:
        """The job that the first parameter means: 16 hex digits, or a beginning of them that fits one only."""
        text = params.required(0, str)
        if not text or len(text) > 16 or any(mark not in "0123456789abcdefABCDEF" for mark in text):
            raise RpcError(f"Invalid GID {text}")
        known = (*self._api.job_ids(), *self.removed)
        wanted = JobId(text.lower())
        if len(wanted) == 16 and wanted in known:  # what programs send, all but always
            return wanted
        found = [gid for gid in known if gid.startswith(wanted)]
        if not found:
            raise RpcError(f"GID {text} is not found")
        if len(found) > 1:
            raise RpcError(f"GID {text} is not unique")
        return found[0]

    def find(self, params: Params) -> JobSnapshot | None:
        """The live job that the first parameter means, None when it was removed."""
        gid = self.gid(params)
        return None if gid in self.removed else self._api.job(gid)

    def ids_in(self, states: Container[JobState]) -> tuple[JobId, ...]:
        return tuple(job.job_id for job in self._api.jobs(states))

    def tell(self, job: JobSnapshot, keys: frozenset[str]) -> Struct:
        """The struct of one live job."""
        job_id, spec = job.job_id, self._api.spec(job.job_id)
        shown = job if all(source.enabled for source in spec.sources) else replace(job, urls=_urls(spec))
        used = self._used(job) if not keys or "files" in keys else frozenset()
        struct = status.tell_job(
            shown, lambda: self._api.received(job_id), keys, is_named=spec.name is not None, used=used
        )
        if job_id in self._followers and (not keys or "followedBy" in keys):
            struct["followedBy"] = self._followers[job_id]
        if job_id in self._followed and (not keys or "following" in keys):
            struct["following"] = self._followed[job_id]
        return struct

    def note_followers(self, job_id: JobId, gids: list[str]) -> None:
        """A document was read, and these jobs came of it."""
        self._followers[job_id] = gids
        self._followed.update((JobId(gid), job_id) for gid in gids)

    def _used(self, job: JobSnapshot) -> frozenset[str]:
        if job.state in status.QUEUED:
            return frozenset()
        sources = self._api.sources(job.job_id)
        return frozenset(source.url for source in sources if source.channels or source.received_bytes)

    def tell_files(self, job_id: JobId) -> list[Struct]:
        files: list[Struct] = self.tell(self._api.job(job_id), frozenset({"files"}))["files"]
        return files

    def remember(self, job_id: JobId, struct: Struct, most: int) -> None:
        """Keep the last struct of a removed job; the oldest of more than `most` go."""
        self.removed[job_id] = struct
        while len(self.removed) > most:
            self.removed.popitem(last=False)
            self.forgotten += 1

    def forget_all(self) -> None:
        self.forgotten += len(self.removed)
        self.removed.clear()


def _urls(spec: JobSpec) -> tuple[str, ...]:
    """Those that may be used: one that was switched off is none of the job's for aria2's clients."""
    return tuple(source.url for source in spec.sources if source.enabled)
