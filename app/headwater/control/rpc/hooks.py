"""Commands that are run when a job starts, pauses or ends, as aria2's `--on-download-*` ask for.

They can be named at the start only, never by a program that talks to the server. A command is one program, without a
shell, and gets the GID, the number of files and the path of the file. The rule: a hook that fails is logged, and keeps
nobody waiting.
"""

import asyncio
import logging
from collections.abc import Mapping
from typing import Final

from headwater.control.api import Api
from headwater.control.rpc.notifications import COMPLETE, ERROR, PAUSE, START, STOP, StateWatch
from headwater.model.job import JobId
from headwater.model.snapshots import FeedEvent, JobSnapshot

_OPTION_OF: Final = {
    START: "on-download-start",
    PAUSE: "on-download-pause",
    STOP: "on-download-stop",
    COMPLETE: "on-download-complete",
    ERROR: "on-download-error",
}

_log = logging.getLogger(__name__)


class Hooks:
    """Runs while it is subscribed; `await close()` waits for the commands that run."""

    def __init__(self, api: Api, options: Mapping[str, str]) -> None:
        self._commands = {method: options[name] for method, name in _OPTION_OF.items() if options.get(name)}
        if STOP in self._commands:  # stands in for those two, where they are not given
            self._commands = {COMPLETE: self._commands[STOP], ERROR: self._commands[STOP], **self._commands}
        self._watch = StateWatch({job.job_id: job.state for job in api.jobs()})
        self._last: dict[JobId, JobSnapshot] = {job.job_id: job for job in api.jobs()}
        self._running: set[asyncio.Task[None]] = set()
        self._unsubscribe = api.feed.subscribe(self._hear, samples=False) if self._commands else None

    async def close(self) -> None:
        """Hear no more, and wait until the commands that run have ended."""
        if self._unsubscribe is not None:
            self._unsubscribe()
        await asyncio.gather(*self._running)

    def _hear(self, batch: tuple[FeedEvent, ...]) -> None:
        for event in batch:
            job = getattr(event, "job", None)
            if isinstance(job, JobSnapshot):
                self._last[job.job_id] = job
            for method, job_id in self._watch.take(event):
                if command := self._commands.get(method):
                    task = asyncio.create_task(_run(command, job_id, self._last.get(job_id)))
                    self._running.add(task)
                    task.add_done_callback(self._running.discard)

    def __repr__(self) -> str:
        return f"<Hooks {sorted(self._commands)}, {len(self._running)} running>"


async def _run(command: str, job_id: JobId, job: JobSnapshot | None) -> None:
    path = "" if job is None or job.path is None else str(job.folder / job.name)
    try:
        process = await asyncio.create_subprocess_exec(
            command, job_id, "1" if path else "0", path, stdin=asyncio.subprocess.DEVNULL
        )
        status = await process.wait()
    except OSError as error:
        _log.error("The command %s cannot be run: %s", command, error)
        return
    if status:
        _log.warning("The command %s ended with status %d", command, status)
