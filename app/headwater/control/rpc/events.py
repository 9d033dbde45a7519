"""The feed's events as JSON, for listeners that asked for them with `headwater.subscribe`.

Values are Headwater's own, with units in their names; jobs are told of as `tellStatus` does, without the bitfield.
"""

from enum import Enum
from typing import Any, Final

from headwater.control.rpc.source_structs import channel_struct, source_struct
from headwater.control.rpc.status import FIELD_NAMES, Struct, tell_job
from headwater.model.snapshots import (
    EndActionOver,
    EndActionPlanned,
    FeedEvent,
    JobAdded,
    JobChanged,
    JobRemoved,
    JobSampled,
    JobSnapshot,
    QueueReordered,
    SchedulerActed,
)


class Topic(Enum):
    """What can be asked for."""

    JOBS = "jobs"  # what a list shows: added, changed, removed, reordered, and what follows when all are over
    SAMPLES = "samples"  # sources and channels of running jobs, up to 20 times a second
    ACTIVITY = "activity"  # what the scheduler did, and why


TOPICS: Final = tuple(topic.value for topic in Topic)


def topic_of(event: FeedEvent) -> Topic:
    match event:
        case JobSampled():
            return Topic.SAMPLES
        case SchedulerActed():
            return Topic.ACTIVITY
        case _:
            return Topic.JOBS


def event_object(event: FeedEvent) -> Struct:
    """One event; `event` says which."""
    match event:
        case JobAdded(job):
            return {"event": "added", **_tell(job)}
        case JobChanged(job):
            return {"event": "changed", **_tell(job)}
        case JobRemoved(job_id):
            return {"event": "removed", "gid": job_id}
        case QueueReordered(order):
            return {"event": "reordered", "gids": list(order)}
        case JobSampled(job_id, at_s, sources, channels):
            return {
                "event": "sampled",
                "gid": job_id,
                "at_s": at_s,
                "sources": [source_struct(source) for source in sources],
                "channels": [channel_struct(channel) for channel in channels],
            }
        case SchedulerActed(job_id, at_s, kind, source_id, words):
            return {
                "event": "acted",
                "gid": job_id,
                "at_s": at_s,
                "kind": kind.value,
                "source": source_id,
                "words": words,
            }
        case EndActionPlanned(action, delay_s):
            return {"event": "end action planned", "action": action.value, "delay_s": delay_s}
        case EndActionOver(action, carried_out, words):
            return {"event": "end action over", "action": action.value, "carried_out": carried_out, "words": words}


def _tell(job: JobSnapshot) -> dict[str, Any]:
    return tell_job(job, tuple, FIELD_NAMES)
