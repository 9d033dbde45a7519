"""Headwater's own methods for the list: queues, priorities, categories, wishes for sources, statistics, the end.

Values are written as in the settings file, with units in their names. The rule: nothing that comes through here makes
this computer run a command, open a file or write into a folder that a person did not choose in the window; such
settings can be read and not set.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from headwater.control.api import Api, QueueSpec
from headwater.control.rpc.job_lookup import JobLookup
from headwater.control.rpc.params import Params
from headwater.control.rpc.status import Struct
from headwater.control.rpc.wire import RpcError
from headwater.engine.codec import decode, encode
from headwater.model.arrangement import EndAction, EndPlan, Priority
from headwater.model.commands import (
    AskSource,
    Command,
    EnableSource,
    LimitSource,
    PinSource,
    RankSources,
    SetCategory,
    SetPriority,
    SetQueue,
    StopEndAction,
)
from headwater.model.errors import UserError
from headwater.model.job import JobId
from headwater.model.source import SourceId

#: What the page about the control interface says of each; a test holds it against `table`.
METHODS: Final = (
    ("getQueues()", "all queues, the main one (its name is empty) first: `running_at_once`, `hours`, `is_stopped`"),
    ("setQueues([queue, ...])", "makes the queues what is given, with values as `getQueues` tells them"),
    ("getCategories()", "name, folder, endings of names and hosts of each category; they are changed in the window"),
    ("getArrangement(gid)", "a download's priority, queue, category, and what came of what was done afterwards"),
    (
        'setArrangement(gid, {"priority": "high", "queue": "Night", "category": "Films"})',
        'changes some of them; priorities are `"high"`, `"normal"`, `"low"`',
    ),
    (
        'setSource(gid, source, {"pinned": true, "enabled": true, "rate_limit_bytes_per_s": null})',
        "wishes for one source; acts within one interval",
    ),
    ("rankSources(gid, [source, ...])", "lets these sources stand first, in this order; `[]` leaves it to the scores"),
    ("askSource(gid, source)", "forgets what a source did wrong and asks it again"),
    ("getTraffic()", "bytes by day and host, the oldest day first"),
    ("getWhenAllDone()", "what follows when all downloads are over"),
    (
        'setWhenAllDone({"action": "sleep", "countdown_s": 60, "once": true})',
        'changes it: `"nothing"`, `"notify"`, `"sleep"`, `"shut down"`, `"log out"`; commands are set in the window',
    ),
    ("stopEndAction()", "stops the countdown to it"),
)


def list_table() -> str:
    """The methods as Markdown, for the page about the control interface."""
    rows = ["| method | does |", "|---|---|"]
    rows += [f"| `headwater.{signature}` | {words} |" for signature, words in METHODS]
    return "\n".join(rows) + "\n"


class ListMethods:
    """`headwater.*` upon the list, as a table of names."""

    def __init__(self, api: Api, jobs: JobLookup) -> None:
        self._api = api
        self._jobs = jobs

    @property
    def table(self) -> Mapping[str, Callable[[Params], Awaitable[Any]]]:
        return {
            "headwater.getQueues": self._get_queues,
            "headwater.setQueues": self._set_queues,
            "headwater.getCategories": self._get_categories,
            "headwater.getArrangement": self._get_arrangement,
            "headwater.setArrangement": self._set_arrangement,
            "headwater.setSource": self._set_source,
            "headwater.rankSources": self._rank_sources,
            "headwater.askSource": self._ask_source,
            "headwater.getTraffic": self._get_traffic,
            "headwater.getWhenAllDone": self._get_when_all_done,
            "headwater.setWhenAllDone": self._set_when_all_done,
            "headwater.stopEndAction": self._stop_end_action,
        }

    def _live(self, params: Params) -> JobId:
        job = self._jobs.find(params)
        if job is None:
            raise RpcError(f"No such download for GID#{self._jobs.gid(params)}")
        return job.job_id

    async def _get_queues(self, _params: Params) -> Any:
        return [encode(queue) for queue in self._api.settings.all_queues]

    async def _set_queues(self, params: Params) -> str:
        queues = _told(tuple[QueueSpec, ...], params.required(0, list), "queues")
        main = [queue for queue in queues if queue.name == ""]
        if len(main) != 1:
            raise RpcError("One queue must have the empty name: the main one.")
        named = tuple(queue for queue in queues if queue.name)
        await self._change_settings(
            running_at_once=main[0].running_at_once,
            main_hours=main[0].hours,
            is_main_stopped=main[0].is_stopped,
            queues=named,
        )
        return "OK"

    async def _get_categories(self, _params: Params) -> Any:
        return [encode(category) for category in self._api.settings.categories]

    async def _get_arrangement(self, params: Params) -> Struct:
        job = self._api.job(self._live(params))
        return {
            "priority": job.priority.value,
            "queue": job.queue,
            "is_queue_open": job.is_queue_open,
            "category": job.category,
            "aftermath": job.aftermath,
        }

    async def _set_arrangement(self, params: Params) -> str:
        ids, wishes = (self._live(params),), params.required(1, dict)
        commands: list[Command] = []
        for name, value in wishes.items():
            if name == "priority":
                commands.append(SetPriority(ids, _told(Priority, value, name)))
            elif name == "queue":
                commands.append(SetQueue(ids, _told(str, value, name)))
            elif name == "category":
                commands.append(SetCategory(ids, None if value is None else _told(str, value, name)))
            else:
                raise RpcError(f"There is no wish called {name}; known are priority, queue and category.")
        await self._carry_out(commands)
        return "OK"

    async def _set_source(self, params: Params) -> str:
        job_id, source_id = self._live(params), SourceId(params.required(1, int))
        commands: list[Command] = []
        for name, value in params.required(2, dict).items():
            if name == "enabled":
                commands.append(EnableSource(job_id, source_id, _told(bool, value, name)))
            elif name == "pinned":
                commands.append(PinSource(job_id, source_id, _told(bool, value, name)))
            elif name == "rate_limit_bytes_per_s":
                rate = None if value is None else _told(float, value, name)
                commands.append(LimitSource(job_id, source_id, rate))
            else:
                raise RpcError(f"There is no wish called {name}; known are enabled, pinned, rate_limit_bytes_per_s.")
        await self._carry_out(commands)
        return "OK"

    async def _rank_sources(self, params: Params) -> str:
        order = _told(tuple[int, ...], params.required(1, list), "sources")
        await self._carry_out([RankSources(self._live(params), tuple(map(SourceId, order)))])
        return "OK"

    async def _ask_source(self, params: Params) -> str:
        await self._carry_out([AskSource(self._live(params), SourceId(params.required(1, int)))])
        return "OK"

    async def _get_traffic(self, _params: Params) -> list[Struct]:
        return [
            {"day": one.day.isoformat(), "host": one.host, "received_bytes": one.received_bytes}
            for one in await self._api.traffic()
        ]

    async def _get_when_all_done(self, _params: Params) -> Any:
        return encode(self._api.settings.when_all_done)

    async def _set_when_all_done(self, params: Params) -> str:
        told = params.required(0, dict)
        if "command" in told or told.get("action") == EndAction.COMMAND.value:
            raise RpcError("A command that is to be run is set in the window, never from outside.")
        now = {name: value for name, value in _struct(self._api.settings.when_all_done).items() if name != "command"}
        plan = _told(EndPlan, {**now, **told}, "when all is done")
        await self._change_settings(when_all_done=replace(plan, command=self._api.settings.when_all_done.command))
        return "OK"

    async def _stop_end_action(self, _params: Params) -> str:
        await self._carry_out([StopEndAction()])
        return "OK"

    async def _carry_out(self, commands: list[Command]) -> None:
        for command in commands:
            await self._api.execute(command)

    async def _change_settings(self, **changes: Any) -> None:
        await self._api.change_settings(replace(self._api.settings, **changes))


def _told(kind: Any, value: Any, what: str) -> Any:
    """A value of a type, as the settings file would have it. Raises `RpcError`, which says where it is wrong."""
    try:
        return decode(kind, value, what)
    except UserError as error:
        raise RpcError(f"{error}.") from error


def _struct(plan: EndPlan) -> dict[str, Any]:
    written = encode(plan)
    assert isinstance(written, dict)  # a dataclass is written as one
    return written
