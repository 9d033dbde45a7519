"""From the event feed to the six notifications: which turn of a job's state is which."""

from collections.abc import Iterator
from typing import Any, Final

from headwater.model.job import JobId, JobState
from headwater.model.snapshots import FeedEvent, JobAdded, JobChanged, JobRemoved

START: Final = "aria2.onDownloadStart"
PAUSE: Final = "aria2.onDownloadPause"
STOP: Final = "aria2.onDownloadStop"
COMPLETE: Final = "aria2.onDownloadComplete"
ERROR: Final = "aria2.onDownloadError"
BT_COMPLETE: Final = "aria2.onBtDownloadComplete"
NOTIFICATIONS: Final = (START, PAUSE, STOP, COMPLETE, ERROR, BT_COMPLETE)

_OF_STATE: Final = {
    JobState.RUNNING: START,
    JobState.PAUSED: PAUSE,
    JobState.DONE: COMPLETE,
    JobState.FAILED: ERROR,
}


class StateWatch:
    """Remembers each job's state, so that only its turns are told."""

    def __init__(self, states: dict[JobId, JobState]) -> None:
        self._states = dict(states)

    def take(self, event: FeedEvent) -> Iterator[tuple[str, JobId]]:
        """The notifications that an event gives rise to, none or one."""
        match event:
            case JobAdded(job) | JobChanged(job):
                before = self._states.get(job.job_id)
                self._states[job.job_id] = job.state
                if job.state is before or (before is None and job.state is JobState.PAUSED):
                    return
                if job.state is JobState.RUNNING and before is JobState.FINISHING:
                    return  # a repair, not a start
                if (method := _OF_STATE.get(job.state)) is not None:
                    yield method, job.job_id
            case JobRemoved(job_id):
                if self._states.pop(job_id, None) not in (None, JobState.DONE, JobState.FAILED):
                    yield STOP, job_id
            case _:
                return


def notification(method: str, job_id: JobId) -> dict[str, Any]:
    """The JSON-RPC notification that listeners get."""
    return {"jsonrpc": "2.0", "method": method, "params": [{"gid": job_id}]}
