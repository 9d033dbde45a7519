"""The methods of options: what was written is kept as it was, what the engine has is put in force."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final

from headwater.control.api import Api
from headwater.control.rpc.job_lookup import JobLookup
from headwater.control.rpc.job_wishes import JobWish, read_job_wish, read_target
from headwater.control.rpc.log_options import set_log_level
from headwater.control.rpc.option_table import OPTIONS, Scope
from headwater.control.rpc.option_values import read_options
from headwater.control.rpc.params import Params
from headwater.control.rpc.status import STOPPED
from headwater.control.rpc.wire import RpcError
from headwater.control.rpc.written_options import changed_spec, told_options
from headwater.engine.queue_plan import MOST_RUNNING
from headwater.model.commands import RankSources, SetOptions
from headwater.model.job import JobId

#: Options of one download that are no defaults of others, wherever they are given.
OF_ONE: Final = frozenset({"checksum", "gid", "index-out", "out", "pause", "select-file"})
#: Options that hold for every download from the start on.
_OF_THE_START: Final = frozenset({"netrc-path", "min-tls-version"})
#: What `changeOption` passes over: it has had its effect when the download was added.
_FIXED: Final = frozenset(
    [
        "check-integrity",
        "continue",
        "dry-run",
        "gid",
        "hash-check-only",
        "index-out",
        "metalink-base-uri",
        "metalink-location",
        "metalink-preferred-protocol",
        "parameterized-uri",
        "pause",
        "piece-length",
        "rpc-save-upload-metadata",
        "select-file",
    ]
)


class OptionMethods:
    """`of_all` are the global options that were given, `of_job` each job's own. `roots` are the folders that remote
    programs may write to.
    """

    def __init__(self, api: Api, jobs: JobLookup, *, roots: Sequence[Path], given: Mapping[str, str]) -> None:
        self._api = api
        self._jobs = jobs
        self._roots = tuple(roots)
        self.of_all: dict[str, str] = dict(given)
        self.of_all.setdefault("dir", str(api.settings.download_folder))
        self.of_job: dict[JobId, dict[str, str]] = {}

    def read_wish(self, own: Mapping[str, str]) -> JobWish:
        """A new job's options on top of the global ones. Raises `RpcError`."""
        return read_job_wish(self.in_force(own), self._roots, self._api.settings.tuning)

    def in_force(self, own: Mapping[str, str]) -> dict[str, str]:
        """A new job's options, and the global ones that it inherits."""
        return {**self._inherited(), **own}

    def told(self, job_id: JobId) -> dict[str, str]:
        """A live job's own options, as they are in force."""
        return told_options(self.of_job.get(job_id, {}), self._api.spec(job_id), self._api.settings.tuning)

    def _inherited(self) -> dict[str, str]:
        """The global options that are defaults of new jobs."""
        return {
            name: value
            for name, value in self.of_all.items()
            if name in _OF_THE_START or (OPTIONS[name].scope is Scope.JOB and name not in OF_ONE)
        }

    async def get_option(self, params: Params) -> dict[str, str]:
        gid = self._jobs.gid(params)
        if gid in self._jobs.removed:
            return self._shown_options(self.of_job.get(gid, {}))
        job = self._api.job(gid)
        place = {"dir": str(job.folder)} | ({"out": job.name} if job.name else {})
        return self._shown_options(self.told(gid)) | place

    def _shown_options(self, own: Mapping[str, str]) -> dict[str, str]:
        """What a job's options are: its own, else the global ones, else aria2's defaults."""
        defaults = {o.name: o.default for o in OPTIONS.values() if o.scope is Scope.JOB and o.default is not None}
        return {**defaults, **self._inherited(), **{name: value for name, value in own.items() if name != "gid"}}

    async def change_option(self, params: Params) -> str:
        job = self._jobs.find(params)
        given = params.required(1, dict)
        if job is None or job.state in STOPPED:
            raise RpcError(f"Cannot change option for GID#{self._jobs.gid(params)}")
        values = {name: value for name, value in read_options(given, Scope.JOB).items() if name not in _FIXED}
        await self._turn(job.job_id, values)
        self.of_job.setdefault(job.job_id, {}).update(values)
        return "OK"

    async def _turn(self, job_id: JobId, values: Mapping[str, str]) -> None:
        """Put changed options of a job in force."""
        spec = self._api.spec(job_id)
        told = self.in_force(self.told(job_id))
        changed = changed_spec(spec, told, values, self._roots, self._api.settings.tuning)
        if changed != spec:
            name = changed.name if changed.name != spec.name else None
            await self._api.execute(SetOptions(job_id, changed.options, changed.folder, name))
        if "uri-selector" in values:
            ranked = sorted(self._api.sources(job_id), key=lambda source: source.source_id)
            in_order = values["uri-selector"] == "inorder"
            await self._api.execute(RankSources(job_id, tuple(one.source_id for one in ranked if in_order)))

    async def get_global_option(self, _params: Params) -> dict[str, str]:
        settings = self._api.settings
        limit = settings.rate_limit_bytes_per_s
        defaults = {option.name: option.default for option in OPTIONS.values() if option.default is not None}
        shown = {**defaults, **self.of_all}
        shown["max-concurrent-downloads"] = str(settings.running_at_once)
        shown["max-overall-download-limit"] = str(int(limit)) if limit else "0"
        shown.pop("rpc-secret", None)
        return shown

    async def change_global_option(self, params: Params) -> str:
        given = read_options(params.required(0, dict), Scope.JOB, Scope.GLOBAL)
        values = {name: value for name, value in given.items() if name not in OF_ONE}
        if "dir" in values:
            read_target({"dir": values["dir"]}, self._roots)
        if values.get("save-session"):  # whoever may name the file that is written could replace any
            read_target({"dir": str(PurePath(values["save-session"]).parent)}, self._roots)
        if "log-level" in values:
            set_log_level(values["log-level"])
        settings = self._api.settings
        if "max-concurrent-downloads" in values:
            settings = replace(settings, running_at_once=min(int(values["max-concurrent-downloads"]), MOST_RUNNING))
        if "max-overall-download-limit" in values:
            limit = float(values["max-overall-download-limit"])
            settings = replace(settings, rate_limit_bytes_per_s=limit or None)
        if settings != self._api.settings:
            await self._api.change_settings(settings)
        self.of_all.update(values)
        return "OK"
