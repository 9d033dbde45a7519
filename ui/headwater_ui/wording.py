"""Numbers and states in words: sizes, rates, times and what a job is doing.

Pure text, no Qt: every view says the same thing the same way. Unknown values are shown as a dash, never as 0.
"""

import time
from typing import Final

from headwater.model import amounts
from headwater.model.job import JobState
from headwater.model.snapshots import JobSnapshot

UNKNOWN: Final = "–"

STATE_WORDS: Final[dict[JobState, str]] = {
    JobState.WAITING: "Waiting",
    JobState.RUNNING: "Running",
    JobState.PAUSED: "Paused",
    JobState.FINISHING: "Finishing",
    JobState.DONE: "Done",
    JobState.FAILED: "Failed",
}


def size_words(size_bytes: float | None) -> str:
    """Bytes as file managers show them: `1.25 GB`."""
    return UNKNOWN if size_bytes is None else amounts.size_words(size_bytes)


def rate_words(rate_bytes_per_s: float | None) -> str:
    """Bytes per second; a dash for unknown and for nothing at all."""
    if not rate_bytes_per_s or rate_bytes_per_s < 1:
        return UNKNOWN
    return amounts.rate_words(rate_bytes_per_s)


def duration_words(duration_s: float | None) -> str:
    """Two neighbouring units at most, rounded up to whole seconds: `4 s`, `2 min 05 s`, `3 h 20 min`, `2 d 4 h`."""
    if duration_s is None:
        return UNKNOWN
    seconds = max(0, int(-(-duration_s // 1)))
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} min {seconds % 60:02d} s"
    if seconds < 86_400:
        return f"{seconds // 3600} h {seconds % 3600 // 60:02d} min"
    return f"{seconds // 86_400} d {seconds % 86_400 // 3600} h"


def clock_words(seconds: float) -> str:
    """A place in a film: 1:05, or 1:02:03."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def latency_words(latency_s: float | None) -> str:
    """Milliseconds below one second."""
    return UNKNOWN if latency_s is None else amounts.latency_words(latency_s)


def moment_words(unix_s: float) -> str:
    """A moment in the local calendar: `2026-05-04 13:07`."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(unix_s))


def count_words(count: int, noun: str) -> str:
    """`1 source`, `4 sources`."""
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"


def fraction(job: JobSnapshot) -> float | None:
    """How much of the file has arrived, 0..1; None while its size is unknown."""
    if job.state is JobState.DONE:
        return 1.0
    if job.size_bytes is None:
        return None
    return job.received_bytes / job.size_bytes if job.size_bytes else 1.0


def percent_words(part: float | None) -> str:
    """Whole percents, rounded down, so that 100 % means all of it."""
    return UNKNOWN if part is None else f"{int(part * 100)} %"


def job_line(job: JobSnapshot) -> str:
    """The second line of a job in the list: what it is doing, or the sentence that says what went wrong."""
    if job.error is not None:
        return f"{job.error} Refresh link… gives it a fresh one." if job.wants_fresh_url else job.error
    match job.state:
        case JobState.RUNNING:
            if job.sources_active == 0:
                return "Asking the sources"
            sources = count_words(job.sources_active, "source")
            return f"From {sources} over {count_words(job.channels_active, 'channel')}"
        case JobState.WAITING:
            return "Waits for its turn"
        case JobState.PAUSED:
            return "Paused; what has arrived is kept"
        case JobState.FINISHING:
            return "All bytes are here; checking and saving"
        case JobState.DONE:
            return job.verdict or f"In {job.folder}"
        case JobState.FAILED:
            return "Failed; what has arrived is kept"


def progress_words(job: JobSnapshot) -> str:
    """What has arrived, in numbers: `42 % · 12.3 of 29.0 MB`."""
    if job.state is JobState.DONE:
        return f"100 % · {size_words(job.size_bytes)}"
    if job.size_bytes is None:
        return f"{size_words(job.received_bytes)} so far"
    return f"{percent_words(fraction(job))} · {size_words(job.received_bytes)} of {size_words(job.size_bytes)}"


def job_sentence(job: JobSnapshot) -> str:
    """All of a job in one sentence, for screen readers."""
    words = [job.name, STATE_WORDS[job.state], progress_words(job)]
    if job.state is JobState.RUNNING:
        words.append(f"{rate_words(job.rate_bytes_per_s)}, {duration_words(job.eta_s)} left")
    if job.error is not None:
        words.append(job.error)
    return ", ".join(words)
