"""Notices that all jobs are over, and does what a person wanted then, after a countdown that can be stopped.

What is wanted stands in the settings, how the computer is asked in `system_actions`. The rule: nothing happens because
a list was empty or paused: some job must have come to its end since the last time, and none may run or wait.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from headwater.engine.job import Job
from headwater.engine.observer import Observer
from headwater.engine.settings import Settings
from headwater.engine.system_actions import System, command_words, split_command
from headwater.model.arrangement import EndAction, EndPlan
from headwater.model.errors import HeadwaterError
from headwater.model.job import JobState
from headwater.model.wording import say

_log = logging.getLogger(__name__)


_TOLD: Final = {
    EndAction.SLEEP: say("All downloads are over; the computer was told to sleep."),
    EndAction.SHUT_DOWN: say("All downloads are over; the computer was told to shut down."),
    EndAction.LOG_OUT: say("All downloads are over; the computer was told to log out."),
}


class EndWatch:
    """`is_busy` says whether anything is still to come; `change_settings` puts settings in force and keeps them."""

    def __init__(
        self,
        system: System,
        observer: Observer,
        *,
        settings: Callable[[], Settings],
        change_settings: Callable[[Settings], Awaitable[None]],
        is_busy: Callable[[], bool],
    ) -> None:
        self._system = system
        self._observer = observer
        self._settings = settings
        self._change_settings = change_settings
        self._is_busy = is_busy
        self._done = self._failed = 0
        self._timer: asyncio.TimerHandle | None = None
        self._planned: EndPlan | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def job_over(self, job: Job) -> None:
        """A run ended in DONE or FAILED."""
        if job.state is JobState.DONE:
            self._done += 1
        else:
            self._failed += 1
        self.look()

    def job_began(self) -> None:
        """Something runs again: what was planned waits for its end."""
        self._drop(say("A download began; nothing was done."))

    def look(self) -> None:
        """Something may have come to its end, or another plan may hold: plan what follows."""
        plan = self._settings().when_all_done
        if self._planned is not None and self._planned != plan:
            self._drop(say("Something else is wanted now."))
        if self._planned is not None or not self._done + self._failed or self._is_busy():
            return
        if plan.action is EndAction.NOTHING:
            self._forget()
        elif plan.action is EndAction.NOTIFY:
            words = self._words
            self._forget()
            self._observer.end_over(EndAction.NOTIFY, words, carried_out=True)
            self._use_up(plan)
        else:
            self._planned = plan
            self._observer.end_planned(plan.action, plan.countdown_s)
            self._timer = asyncio.get_running_loop().call_later(plan.countdown_s, self._ring)

    def stop(self) -> None:
        """A person does not want it after all."""
        plan = self._planned
        if plan is not None:
            self._forget()
            self._drop(say("Stopped; nothing was done."))
            self._use_up(plan)

    async def close(self) -> None:
        """The program ends: nothing is planned any more."""
        if self._timer is not None:
            self._timer.cancel()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @property
    def _words(self) -> str:
        if self._failed:
            return say("All downloads are over: {count} done, {failed} failed.", count=self._done, failed=self._failed)
        return say("All downloads are over: {count} done.", count=self._done)

    def _forget(self) -> None:
        self._done = self._failed = 0

    def _drop(self, words: str) -> None:
        plan, self._planned = self._planned, None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if plan is not None:
            self._observer.end_over(plan.action, words, carried_out=False)

    def _ring(self) -> None:
        plan, self._planned, self._timer = self._planned, None, None
        if plan is not None:
            self._forget()
            self._spawn(self._carry_out(plan))

    async def _carry_out(self, plan: EndPlan) -> None:
        # First what must be remembered: the computer may be gone right after.
        await self._keep_used_up(plan)
        words: str
        try:
            if plan.action is EndAction.COMMAND:
                command = split_command(plan.command, {"action": plan.action.value})
                result = await self._system.run(command)
                words, carried_out = command_words(command, result), result.status == 0
            else:
                await self._system.act(plan.action)
                words, carried_out = _TOLD[plan.action], True
        except HeadwaterError as error:
            words, carried_out = str(error), False
        self._observer.end_over(plan.action, words, carried_out=carried_out)

    def _use_up(self, plan: EndPlan) -> None:
        if plan.once:
            self._spawn(self._keep_used_up(plan))

    async def _keep_used_up(self, plan: EndPlan) -> None:
        settings = self._settings()
        if plan.once and settings.when_all_done == plan:
            try:
                await self._change_settings(replace(settings, when_all_done=replace(plan, action=EndAction.NOTHING)))
            except HeadwaterError as error:
                _log.error("What was wanted once may be done again at the next end: %s", error)

    def _spawn(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def __repr__(self) -> str:
        return f"<EndWatch {self._done} done, {self._failed} failed, planned: {self._planned}>"
