"""Headwater's own methods beside aria2's: channels, sources with their scores, tuning, priorities, stream links.

Values keep their types here (numbers are numbers), and units are in the names; aria2's habits end at its own methods.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from typing import Any, Final

from headwater.control.api import Api
from headwater.control.rpc.job_lookup import JobLookup
from headwater.control.rpc.list_methods import ListMethods
from headwater.control.rpc.params import Params
from headwater.control.rpc.source_structs import channel_struct, source_struct
from headwater.control.rpc.status import Struct
from headwater.control.rpc.wire import RpcError
from headwater.model.commands import SetOrder, SetTuning, VerifyJob
from headwater.model.job import JobId
from headwater.model.priority import OrderKind, PriorityOrder
from headwater.model.spans import Span
from headwater.model.tuning import KNOBS

#: More spans than this in one order are a mistake.
MOST_SPANS: Final = 10_000


class ExtensionMethods:
    """`headwater.*`, as a table of names."""

    def __init__(self, api: Api, jobs: JobLookup) -> None:
        self._api = api
        self._jobs = jobs

    @property
    def table(self) -> Mapping[str, Callable[[Params], Awaitable[Any]]]:
        return {
            "headwater.getChannels": self._get_channels,
            "headwater.getSources": self._get_sources,
            "headwater.getTuning": self._get_tuning,
            "headwater.setTuning": self._set_tuning,
            "headwater.setPriority": self._set_priority,
            "headwater.getStreamUrl": self._get_stream_url,
            "headwater.repair": self._repair,
            **ListMethods(self._api, self._jobs).table,
        }

    def _live(self, params: Params) -> JobId:
        job = self._jobs.find(params)
        if job is None:
            raise RpcError(f"No such download for GID#{self._jobs.gid(params)}")
        return job.job_id

    async def _get_channels(self, params: Params) -> list[Struct]:
        return [channel_struct(channel) for channel in self._api.channels(self._live(params))]

    async def _get_sources(self, params: Params) -> list[Struct]:
        return [source_struct(source) for source in self._api.sources(self._live(params))]

    async def _get_tuning(self, params: Params) -> Struct:
        return asdict(self._api.tuning(self._live(params)))

    async def _set_tuning(self, params: Params) -> str:
        """Turn some knobs of a job: `{"interval_s": 1.0}`; raises `RpcError` for unknown names and bad values."""
        job_id, turns = self._live(params), params.required(1, dict)
        tuning = self._api.tuning(job_id)
        for name, value in turns.items():
            if not isinstance(value, int | float) or isinstance(value, bool):
                raise RpcError(f"{name} takes a number.")
            tuning = tuning.changed(name, value)
        await self._api.execute(SetTuning(job_id, tuning))
        return "OK"

    async def _set_priority(self, params: Params) -> str:
        """Put spans first, in the order given; an empty list takes that back. The rest follows as it did."""
        job_id, pairs = self._live(params), params.required(1, list)
        if len(pairs) > MOST_SPANS:
            raise RpcError(f"More than {MOST_SPANS} spans are refused.")
        kind = self._api.order(job_id).kind
        if (name := params.optional(2, str)) is not None:
            kind = _read_kind(name)
        await self._api.execute(SetOrder(job_id, PriorityOrder(kind, tuple(_read_span(pair) for pair in pairs))))
        return "OK"

    async def _get_stream_url(self, params: Params) -> str:
        return await self._api.stream_url(self._live(params))

    async def _repair(self, params: Params) -> str:
        """Hash all of a job's data again; what is bad is fetched anew."""
        await self._api.execute(VerifyJob(self._live(params)))
        return "OK"


def knob_table() -> str:
    """The knobs of `headwater.setTuning` as Markdown, for the page about the control interface."""
    rows = ["| knob | default | from | to | unit | meaning |", "|---|---|---|---|---|---|"]
    rows += [
        f"| `{knob.name}` | {knob.default:g} | {knob.low:g} | {knob.high:g} | {knob.unit} | {knob.meaning} |"
        for knob in KNOBS.values()
    ]
    return "\n".join(rows) + "\n"


def _read_span(pair: Any) -> Span:
    if not isinstance(pair, list) or len(pair) != 2 or not all(type(number) is int for number in pair):
        raise RpcError("A span is a pair of numbers, [start, end).")
    try:
        return Span(pair[0], pair[1])
    except ValueError as fault:
        raise RpcError("A span begins at 0 or later and ends after it begins.") from fault


def _read_kind(name: str) -> OrderKind:
    try:
        return OrderKind(name)
    except ValueError as fault:
        known = ", ".join(repr(kind.value) for kind in OrderKind)
        raise RpcError(f"There is no order called {name!r}; known are {known}.") from fault
