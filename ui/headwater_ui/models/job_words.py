"""What the columns of the job list say of a job, by what they sort, and what hovering over them tells.

Text and keys alone; the model asks, row by row.
"""

from dataclasses import replace
from enum import IntEnum
from typing import Final

from headwater.model.job import JobState
from headwater.model.snapshots import JobSnapshot
from headwater.model.wording import Sentence
from headwater_ui.language import marked, translate
from headwater_ui.wording import (
    duration_words,
    fraction,
    job_line,
    moment_words,
    priority_words,
    progress_words,
    queue_words,
    rate_words,
    size_words,
    state_words,
)


class JobColumn(IntEnum):
    """Columns in their natural order."""

    NAME = 0
    PROGRESS = 1
    SIZE = 2
    SPEED = 3
    ETA = 4
    STATE = 5
    SOURCES = 6
    POSITION = 7
    ADDED = 8
    FOLDER = 9
    PRIORITY = 10
    CATEGORY = 11
    QUEUE = 12


TITLES: Final[dict[JobColumn, str]] = {
    JobColumn.NAME: marked("JobModel", "Name"),
    JobColumn.PROGRESS: marked("JobModel", "Progress"),
    JobColumn.SIZE: marked("JobModel", "Size"),
    JobColumn.SPEED: marked("JobModel", "Speed"),
    JobColumn.ETA: marked("JobModel", "Time left"),
    JobColumn.STATE: marked("JobModel", "State"),
    JobColumn.SOURCES: marked("JobModel", "Sources"),
    JobColumn.POSITION: marked("JobModel", "Place"),
    JobColumn.ADDED: marked("JobModel", "Added"),
    JobColumn.FOLDER: marked("JobModel", "Folder"),
    JobColumn.PRIORITY: marked("JobModel", "Priority"),
    JobColumn.CATEGORY: marked("JobModel", "Category"),
    JobColumn.QUEUE: marked("JobModel", "Queue"),
}
_STATE_PLACES: Final = {state: place for place, state in enumerate(JobState)}


def cell_text(job: JobSnapshot, column: int) -> str:
    """What a cell says; the place in the queue is the model's to say."""
    match column:
        case JobColumn.NAME:
            return job.name
        case JobColumn.PROGRESS:
            return progress_words(job)
        case JobColumn.SIZE:
            return size_words(job.size_bytes)
        case JobColumn.SPEED:
            return rate_words(job.rate_bytes_per_s) if job.state is JobState.RUNNING else ""
        case JobColumn.ETA:
            return duration_words(job.eta_s) if job.state is JobState.RUNNING else ""
        case JobColumn.STATE:
            return state_words(job.state)
        case JobColumn.SOURCES:
            return str(len(job.urls))
        case JobColumn.ADDED:
            return moment_words(job.added_at)
        case JobColumn.PRIORITY:
            return priority_words(job.priority)
        case JobColumn.CATEGORY:
            return job.category or ""
        case JobColumn.QUEUE:
            return queue_words(job.queue)
        case _:
            return str(job.folder)


def second_line(job: JobSnapshot) -> str:
    """What stands below the name, where there is little room: of a download that failed, why its sources do not work.
    That none does is what its state says, and the tip and the details say it whole."""
    reasons = _reasons(job.error) if job.state is JobState.FAILED else None
    return job_line(job if reasons is None else replace(job, error=reasons))


def _reasons(error: object) -> str | None:
    """What the sources failed by, as the scheduler's verdict names it, whatever is added to that; None for others."""
    if not isinstance(error, Sentence):
        return None
    if "reasons" in error.values:
        return str(error.values["reasons"])
    return _reasons(error.values.get("part0"))


def sort_key(job: JobSnapshot, column: int) -> object:
    """What jobs are sorted by in a column; keys of one column compare with each other."""
    match column:
        case JobColumn.NAME:
            return job.name.casefold()
        case JobColumn.PROGRESS:
            return fraction(job) or 0.0
        case JobColumn.SIZE:
            return float(-1 if job.size_bytes is None else job.size_bytes)
        case JobColumn.SPEED:
            return job.rate_bytes_per_s
        case JobColumn.ETA:
            return float("inf") if job.eta_s is None else job.eta_s
        case JobColumn.STATE:
            return _STATE_PLACES[job.state]
        case JobColumn.SOURCES:
            return len(job.urls)
        case JobColumn.ADDED:
            return job.added_at
        case JobColumn.PRIORITY:
            return job.priority.place
        case JobColumn.CATEGORY:
            return (job.category or "").casefold()
        case JobColumn.QUEUE:
            return job.queue.casefold()
        case _:
            return str(job.folder)


def tool_tip(job: JobSnapshot, column: int) -> str:
    """What hovering over a cell says; empty where there is no more to say."""
    if column == JobColumn.NAME:
        return job_line(job) if job.error is not None else job.name
    if column == JobColumn.PROGRESS:
        return translate("JobModel", "{progress}; {size} of it in order from the beginning").format(
            progress=progress_words(job), size=size_words(job.in_order_bytes)
        )
    if column == JobColumn.SOURCES:
        return "\n".join(job.urls)
    return ""
