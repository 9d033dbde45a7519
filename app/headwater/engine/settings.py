"""What a person may set for all jobs, and the file it is kept in.

Here live the values, their bounds and the reading and writing of `settings.json`; what they do is decided where they
are used. The file is replaced as a whole (write, fsync, rename), so that a crash leaves the old or the new one. A file
that cannot be understood is kept beside, the defaults are used, and one sentence says so.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from headwater.channels.proxies import names_password
from headwater.engine.channel_shares import MOST_CHANNELS
from headwater.engine.codec import Json, decode, encode
from headwater.engine.kept_text import keep_text
from headwater.engine.profile import Profile
from headwater.engine.queue_plan import MAIN, MOST_RUNNING, QueueSpec, require_distinct
from headwater.engine.ranking_settings import RankingSettings
from headwater.engine.timetable import OpenHours, TimetableEntry
from headwater.model.access import Access
from headwater.model.arrangement import AfterJob, Category, EndPlan
from headwater.model.errors import LocalError, UserError
from headwater.model.source import HostPreference
from headwater.model.tuning import Tuning
from headwater.model.wording import marked, say

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class InterfaceSettings:
    """The window's control interface for other programs; raises `UserError` for a port that is none.

    `secret` None: one is made when it is first switched on. `origins` are web pages that may use it. `port` 0 takes a
    free one.
    """

    is_on: bool = False
    port: int = 6800
    secret: str | None = field(default=None, repr=False)
    origins: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65535:
            raise UserError("the port of the control interface must lie between 0 and 65535")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; raises `UserError` for a value out of bounds.

    `folder` None means the platform's download folder. Rates in bytes per second, None for no limit; times in seconds.
    `total_timeout_s` bounds one request from asking to its last byte; None: nothing does.
    `timetable` stands before `rate_limit_bytes_per_s` at the times it covers; while `slow_mode` is on, all jobs
    together get no more than `slow_rate_bytes_per_s`. `proxy` is a URL or `"direct"`; None leaves it to the system. It
    may hold a name, whose password is looked up in the system's keyring (`control.api.Api.save_proxy_password`).

    `most_channels` is how many connections all jobs have together at most; they share them evenly.

    `running_at_once`, `main_hours` and `is_main_stopped` are the main queue's; `queues` are those with names.
    `mark_files`: Windows and macOS are told that a finished file came from the internet; `note_origin` puts the link
    it came from into the file's own attributes.

    `update_url` tells of releases when a person asks for them, None: the project's own address.

    `only_proven`: readers of a file that comes (preview, players, standard output) get its bytes when a trusted hash
    was right, where one is known, and not at once; what one reader asks for goes before it.

    `incomplete_folder` is where files lie until they are done, None: where they will be. `after_each` is done with
    every job that asks for nothing of its own.
    """

    folder: Path | None = None
    running_at_once: int = 3
    rate_limit_bytes_per_s: float | None = None
    timetable: tuple[TimetableEntry, ...] = ()
    slow_mode: bool = False
    slow_rate_bytes_per_s: float = 100_000.0
    tuning: Tuning = field(default_factory=Tuning)
    most_channels: int = MOST_CHANNELS
    host_preferences: tuple[HostPreference, ...] = ()
    ranking: RankingSettings = field(default_factory=RankingSettings)
    user_agent: str | None = None
    update_url: str | None = None
    proxy: str | None = None
    connect_timeout_s: float = 15.0
    idle_timeout_s: float = 30.0
    total_timeout_s: float | None = None
    use_server_time: bool = False
    only_proven: bool = False
    mark_files: bool = True
    note_origin: bool = False
    access: Access = field(default_factory=Access)
    interface: InterfaceSettings = field(default_factory=InterfaceSettings)
    main_hours: tuple[OpenHours, ...] = ()
    is_main_stopped: bool = False
    queues: tuple[QueueSpec, ...] = ()
    categories: tuple[Category, ...] = ()
    incomplete_folder: Path | None = None
    after_each: AfterJob | None = None
    when_all_done: EndPlan = field(default_factory=EndPlan)

    def __post_init__(self) -> None:
        if not 1 <= self.running_at_once <= MOST_RUNNING:
            raise UserError(say("running_at_once must lie between 1 and {most}", most=MOST_RUNNING))
        if not 1 <= self.most_channels <= 4096:
            raise UserError("most_channels must lie between 1 and 4096")
        if self.rate_limit_bytes_per_s is not None and self.rate_limit_bytes_per_s <= 0:
            raise UserError("rate_limit_bytes_per_s must be more than 0, or null for no limit")
        if not 0 < self.slow_rate_bytes_per_s < float("inf"):
            raise UserError("slow_rate_bytes_per_s must be more than 0")
        if self.proxy is not None and names_password(self.proxy):
            raise UserError("the proxy of the settings must not hold a password, because they are kept as plain text")
        for name in ("connect_timeout_s", "idle_timeout_s"):
            if not 0.1 <= getattr(self, name) <= 3600:
                raise UserError(say("{name} must lie between 0.1 and 3600 s", name=name))
        if self.total_timeout_s is not None and not 0.1 <= self.total_timeout_s <= 86_400:
            raise UserError("total_timeout_s must lie between 0.1 and 86400 s, or be null for no bound")
        require_distinct([queue.name for queue in self.queues], marked("There are two queues called “{name}”"))
        require_distinct(
            [category.name for category in self.categories], marked("There are two categories called “{name}”")
        )
        if any(queue.name == MAIN for queue in self.queues):
            raise UserError("A queue needs a name")
        if self.incomplete_folder is not None and not self.incomplete_folder.is_absolute():
            raise UserError("The folder for incomplete files must be a whole path")

    @property
    def all_queues(self) -> tuple[QueueSpec, ...]:
        """The main queue, then those with names."""
        return (QueueSpec(MAIN, self.running_at_once, self.main_hours, self.is_main_stopped), *self.queues)

    @property
    def download_folder(self) -> Path:
        """Where jobs go that name no folder of their own."""
        return self.folder if self.folder is not None else platformdirs.user_downloads_path()


def parse_settings(text: str) -> Settings:
    """The settings that a file's text holds. Raises `UserError`, which says where it is wrong."""
    try:
        return decode(Settings, json.loads(text))
    except json.JSONDecodeError as error:
        raise UserError(say("line {line} is not JSON ({reason})", line=error.lineno, reason=error.msg)) from error


def saved_settings(profile: Profile | None = None) -> Settings:
    """The settings of a profile (None: the user's own) as they were saved, for commands that need no engine.

    The defaults where there are none, or none that can be understood: the file is left alone. Blocks on the disk.
    """
    try:
        return parse_settings((profile or Profile.find()).settings_path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, UserError) as error:
        _log.info("The settings that were saved are not used: %s", error)
        return Settings()


def _group(document: Json) -> dict[str, Json]:
    assert isinstance(document, dict)  # what dataclasses and mappings are encoded as
    return document


class SettingsFile:
    """`settings.json`. Its methods block on the disk: call them on a worker thread."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[Settings, str | None]:
        """The settings, and a sentence when the file could not be used. Raises `LocalError` if it cannot be read."""
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return Settings(), None
        except UnicodeDecodeError as error:
            return Settings(), self._keep_aside(say("it is not text ({reason})", reason=error.reason))
        except OSError as error:
            raise LocalError(
                say("The settings in {path} cannot be read: {reason}", path=self._path, reason=error.strerror or error)
            ) from error
        try:
            return parse_settings(text), None
        except UserError as error:
            return Settings(), self._keep_aside(str(error))

    def save(self, settings: Settings, beside: Mapping[str, object] | None = None) -> None:
        """Replace the file; `beside` are keys of others, which `load` passes over. Raises `LocalError`."""
        document = {**_group(encode(settings)), **_group(encode(dict(beside or {})))}
        text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
        keep_text(self._path, text, say("The settings"))  # the interface's secret stands in it: nobody else may read it

    def _keep_aside(self, why: str) -> str:
        aside = self._path.with_name(self._path.name + ".unusable")
        try:
            self._path.replace(aside)
        except OSError as error:
            raise LocalError(
                say(
                    "The settings in {path} cannot be used ({reason}) nor moved away: {trouble}",
                    path=self._path,
                    reason=why,
                    trouble=error,
                )
            ) from error
        return say(
            "The settings could not be used, because {reason}; the defaults are in force, the old file is {aside}.",
            reason=why,
            aside=aside,
        )

    def __repr__(self) -> str:
        return f"<SettingsFile {self._path}>"
