"""Numbers and states in words: sizes, rates, times and what a job is doing.

Text alone, no widgets: every view says the same thing the same way, in the window's language. Unknown values are shown
as a dash, never as 0.
"""

import time
from typing import Final

from headwater.model import amounts
from headwater.model.arrangement import Priority
from headwater.model.job import JobState
from headwater.model.priority import OrderKind
from headwater.model.snapshots import JobSnapshot
from headwater_ui.language import engine_words, local_number, marked, translate
from headwater_ui.remedies import todo_words

UNKNOWN: Final = "–"

_STATES: Final[dict[JobState, str]] = {
    JobState.WAITING: marked("Wording", "Waiting"),
    JobState.RUNNING: marked("Wording", "Running"),
    JobState.PAUSED: marked("Wording", "Paused"),
    JobState.FINISHING: marked("Wording", "Finishing"),
    JobState.DONE: marked("Wording", "Done"),
    JobState.FAILED: marked("Wording", "Failed"),
}


def state_words(state: JobState) -> str:
    """What a job is doing, in one word."""
    return translate("Wording", _STATES[state])


_PRIORITIES: Final[dict[Priority, str]] = {
    Priority.HIGH: marked("Wording", "High"),
    Priority.NORMAL: marked("Wording", "Normal"),
    Priority.LOW: marked("Wording", "Low"),
}


def priority_words(priority: Priority) -> str:
    """Which jobs of a queue start first, in one word."""
    return translate("Wording", _PRIORITIES[priority])


_ORDERS: Final[dict[OrderKind, str]] = {
    OrderKind.SEQUENTIAL: marked("Wording", "From the beginning"),
    OrderKind.FIRST_AND_LAST: marked("Wording", "First and last parts first"),
}


def order_words(kind: OrderKind) -> str:
    """Which bytes of a file come first."""
    return translate("Wording", _ORDERS[kind])


def queue_words(name: str) -> str:
    """What a queue is called; the main one has no name of its own."""
    return name or translate("Wording", "Main queue")


def error_sentence(error: Exception) -> str:
    """What an error of ours says, as a sentence that stands alone."""
    return sentence(engine_words(error))


def sentence(words: str) -> str:
    """Words as a sentence that stands alone: a capital first, and this language's full stop at the end.

    A link, a file's name or the name of a value (`min_span_bytes`) that comes first stays as it is.
    """
    first = words.split(" ", 1)[0].rstrip(".…:")
    whole = words if any(sign in first for sign in "./\\:_") else words[:1].upper() + words[1:]
    return whole if whole.endswith((".", "…", "。")) else translate("Wording", "{sentence}.").format(sentence=whole)


def size_words(size_bytes: float | None) -> str:
    """Bytes as file managers show them: `1.25 GB`."""
    return UNKNOWN if size_bytes is None else local_number(amounts.size_words(size_bytes))


def rate_words(rate_bytes_per_s: float | None) -> str:
    """Bytes per second; a dash for unknown and for nothing at all."""
    if not rate_bytes_per_s or rate_bytes_per_s < 1:
        return UNKNOWN
    return local_number(amounts.rate_words(rate_bytes_per_s))


def duration_words(duration_s: float | None) -> str:
    """Two neighbouring units at most, rounded up to whole seconds: `4 s`, `2 min 05 s`, `3 h 20 min`, `2 d 4 h`."""
    if duration_s is None:
        return UNKNOWN
    seconds = max(0, int(-(-duration_s // 1)))
    if seconds < 60:
        return translate("Wording", "{seconds} s").format(seconds=seconds)
    if seconds < 3600:
        return translate("Wording", "{minutes} min {seconds:02d} s").format(minutes=seconds // 60, seconds=seconds % 60)
    if seconds < 86_400:
        return translate("Wording", "{hours} h {minutes:02d} min").format(
            hours=seconds // 3600, minutes=seconds % 3600 // 60
        )
    return translate("Wording", "{days} d {hours} h").format(days=seconds // 86_400, hours=seconds % 86_400 // 3600)


def clock_words(seconds: float) -> str:
    """A place in a film: 1:05, or 1:02:03."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def latency_words(latency_s: float | None) -> str:
    """Milliseconds below one second."""
    return UNKNOWN if latency_s is None else local_number(amounts.latency_words(latency_s))


def moment_words(unix_s: float) -> str:
    """A moment in the local calendar: `2026-05-04 13:07`."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(unix_s))


_COUNTED: Final = {
    "block": marked("Wording", "%Ln block(s)"),
    "channel": marked("Wording", "%Ln channel(s)"),
    "download": marked("Wording", "%Ln download(s)"),
    "file": marked("Wording", "%Ln file(s)"),
    "link": marked("Wording", "%Ln link(s)"),
    "source": marked("Wording", "%Ln source(s)"),
    "span": marked("Wording", "%Ln span(s)"),
}


def count_words(count: int, noun: str) -> str:
    """`1 source`, `4 sources`; `noun` is one of those that have their forms above."""
    return translate("Wording", _COUNTED[noun], None, count)


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
        return f"{sentence(engine_words(job.error))} {sentence(todo_words(job))}"
    match job.state:
        case JobState.RUNNING:
            if job.sources_active == 0:
                return translate("Wording", "Asking the sources")
            return translate("Wording", "From {sources} over {channels}").format(
                sources=count_words(job.sources_active, "source"), channels=count_words(job.channels_active, "channel")
            )
        case JobState.WAITING:
            return _waiting_words(job)
        case JobState.PAUSED:
            return translate("Wording", "Paused; what has arrived is kept")
        case JobState.FINISHING:
            return translate("Wording", "All bytes are here; checking and saving")
        case JobState.DONE:
            # What was done with the file first: a row that is cut at its end must not hide what a scan found.
            afterwards = sentence(engine_words(job.aftermath)) if job.aftermath else ""
            said = f"{afterwards} {engine_words(job.verdict or '')}".strip()
            return said or translate("Wording", "In {folder}").format(folder=job.folder)
        case JobState.FAILED:
            return translate("Wording", "Failed; what has arrived is kept")


def _waiting_words(job: JobSnapshot) -> str:
    if not job.is_queue_open:
        return translate("Wording", "Waits until its queue opens: {queue}").format(queue=queue_words(job.queue))
    if job.queue:
        return translate("Wording", "Waits for its turn in {queue}").format(queue=job.queue)
    return translate("Wording", "Waits for its turn")


def progress_words(job: JobSnapshot) -> str:
    """What has arrived, in numbers: `42 % · 12.3 of 29.0 MB`."""
    if job.state is JobState.DONE:
        return f"100 % · {size_words(job.size_bytes)}"
    if job.size_bytes is None:
        return translate("Wording", "{size} so far").format(size=size_words(job.received_bytes))
    return translate("Wording", "{percent} · {received} of {size}").format(
        percent=percent_words(fraction(job)),
        received=size_words(job.received_bytes),
        size=size_words(job.size_bytes),
    )


def job_sentence(job: JobSnapshot) -> str:
    """All of a job in one sentence, for screen readers."""
    words = [job.name, state_words(job.state), progress_words(job)]
    if job.state is JobState.RUNNING and job.eta_s is None:
        words += [rate_words(job.rate_bytes_per_s)] if job.rate_bytes_per_s else []
    elif job.state is JobState.RUNNING:
        words.append(
            translate("Wording", "{rate}, {duration} left").format(
                rate=rate_words(job.rate_bytes_per_s), duration=duration_words(job.eta_s)
            )
        )
    if job.error is not None:
        words.append(engine_words(job.error))
    return ", ".join(words)
