"""What the terminal shows while a file comes: a bar on a terminal, a plain line now and then elsewhere, or nothing.

All of it goes to standard error, so that standard output stays for data. The rule: a display only hears the feed; it
asks nobody for anything and starts no thread.
"""

import sys
import time
from typing import Final, Protocol

from headwater.model.job import JobState
from headwater.model.snapshots import FeedEvent, JobAdded, JobChanged, JobSnapshot

#: Shortest time between two plain lines.
_LINE_EVERY_S: Final = 2.0


class Display(Protocol):
    def take(self, events: tuple[FeedEvent, ...]) -> None:
        """Hear a batch of the feed."""
        ...

    def done(self, job: JobSnapshot) -> None:
        """The file is complete; called after `close`."""
        ...

    def close(self) -> None: ...


def make_display(job: JobSnapshot, *, is_quiet: bool) -> Display:
    """The display that fits standard error."""
    if is_quiet:
        return NoDisplay()
    return BarDisplay(job) if sys.stderr.isatty() else LineDisplay()


class NoDisplay:
    """Shows nothing."""

    def take(self, events: tuple[FeedEvent, ...]) -> None: ...

    def done(self, job: JobSnapshot) -> None: ...

    def close(self) -> None: ...


class _Waiting:
    """Tells once what a job that runs waits for, when nothing comes."""

    def __init__(self) -> None:
        self._told: str | None = None

    def news(self, job: JobSnapshot) -> str | None:
        """What is to be told now; None where nothing is, or it was told before."""
        words = job.error if job.state is JobState.RUNNING else None
        is_new, self._told = words != self._told, words
        return f"{job.name}: {words}" if words is not None and is_new else None


class LineDisplay:
    """A line at the start and every two seconds, and when something is waited for: for log files and pipes."""

    def __init__(self) -> None:
        self._last_s: float | None = None
        self._waiting = _Waiting()

    def take(self, events: tuple[FeedEvent, ...]) -> None:
        job = _newest(events)
        if job is not None and (words := self._waiting.news(job)) is not None:
            sys.stderr.write(f"{words}\n")
        now = time.monotonic()
        is_due = self._last_s is None or now - self._last_s >= _LINE_EVERY_S
        if job is not None and job.state is JobState.RUNNING and job.received_bytes and is_due:
            self._last_s = now
            sys.stderr.write(f"{job.name}: {_progress_words(job)}\n")

    def done(self, job: JobSnapshot) -> None:
        sys.stderr.write(_done_words(job) + "\n")

    def close(self) -> None: ...


class BarDisplay:
    """A progress bar that redraws itself in place."""

    def __init__(self, job: JobSnapshot) -> None:
        # Imported here: only a terminal needs it.
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

        # Its own estimates are not used: the job's rate is the one that decisions were made with.
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            DownloadColumn(binary_units=True),
            TextColumn("{task.fields[rate]}", markup=False),
            TextColumn("{task.fields[sources]}", markup=False),
            TimeRemainingColumn(compact=True),
            console=Console(stderr=True),
            auto_refresh=False,
        )
        self._task = self._progress.add_task(job.name, total=job.size_bytes, rate="", sources="")
        self._progress.start()
        self._waiting = _Waiting()

    def take(self, events: tuple[FeedEvent, ...]) -> None:
        job = _newest(events)
        if job is None:
            return
        if (words := self._waiting.news(job)) is not None:
            self._progress.console.print(words, markup=False, highlight=False)
        self._progress.update(
            self._task,
            description=job.name,
            total=job.size_bytes,
            completed=job.received_bytes,
            rate=_rate_words(job.rate_bytes_per_s),
            sources=f"{job.sources_active} of {len(job.urls)} sources",
        )
        self._progress.refresh()

    def done(self, job: JobSnapshot) -> None:
        sys.stderr.write(_done_words(job) + "\n")

    def close(self) -> None:
        self._progress.stop()


def _newest(events: tuple[FeedEvent, ...]) -> JobSnapshot | None:
    for event in reversed(events):
        if isinstance(event, JobChanged | JobAdded):
            return event.job
    return None


def _progress_words(job: JobSnapshot) -> str:
    size = job.size_bytes
    whole = f" of {_size_words(size)} ({100 * job.received_bytes // size} %)" if size else ""
    active = job.sources_active
    sources = f"{active} source{'' if active == 1 else 's'}"
    # Before the second measurement there is no rate to tell.
    rate = f"{_rate_words(job.rate_bytes_per_s)}, " if job.rate_bytes_per_s > 0 else ""
    return f"{_size_words(job.received_bytes)}{whole}, {rate}{sources}"


def _done_words(job: JobSnapshot) -> str:
    mean = job.received_bytes / job.elapsed_s if job.elapsed_s > 0 else 0.0
    words = f"{job.path}: {_size_words(job.received_bytes)} in {job.elapsed_s:.1f} s ({_rate_words(mean)})"
    return f"{words}. {job.verdict}" if job.verdict else words


def _size_words(size: float) -> str:
    import humanize

    return humanize.naturalsize(size, binary=True)


def _rate_words(rate_bytes_per_s: float) -> str:
    import humanize

    return f"{humanize.naturalsize(rate_bytes_per_s)}/s"
