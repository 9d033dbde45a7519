"""The external ranking service: a list of host scores from a URL or a file, looked at now and then in the background.

What a list says is `discovery.host_scores`'; here live when it is fetched, what is kept of it in the profile, and what
happens when it cannot be had. The rule: the last good list stays in force whatever happens to the next one, a server
that has nothing new is not asked for the whole, and nobody ever waits for a list.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

from headwater.channels.connector import Connectors
from headwater.channels.document import fetch_any
from headwater.discovery.host_scores import MAX_LIST_BYTES, HostScores, parse_host_scores
from headwater.engine.codec import decode, encode
from headwater.engine.kept_text import keep_text
from headwater.model.errors import HeadwaterError, LocalError, SourceError, UserError
from headwater.model.ports import ChannelSettings, Clock
from headwater.model.source import Validator
from headwater.model.wording import say

#: After a list could not be had, it is tried again this soon (s), where the interval is longer.
AGAIN_S: Final = 900.0
_NOT_MODIFIED: Final = 304

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ListOrder:
    """Which list is wanted: its URL or path (None: none), how often it is looked at, and how its server is asked."""

    place: str | None = None
    every_s: float = 86400.0
    settings: ChannelSettings = field(default_factory=ChannelSettings)


@dataclass(frozen=True, slots=True)
class _KeptList:
    """A list as it lies in the profile. `fetched_at` (Unix seconds) is when it was last known to be the newest."""

    place: str
    text: str
    fetched_at: float
    validator: Validator = field(default_factory=Validator)


class RankingService:
    """One for an engine: `follow` what is wanted, `close` after; `score` answers at once. `changed`: other scores."""

    def __init__(self, connectors: Connectors, clock: Clock, path: Path, changed: Callable[[], None]) -> None:
        self._connectors = connectors
        self._clock = clock
        self._path = path
        self._changed = changed
        self._order = ListOrder()
        self._kept: _KeptList | None = None
        self._scores = HostScores()
        self._task: asyncio.Task[None] | None = None
        self._writing: asyncio.Task[None] | None = None
        self._complaint: str | None = None

    def score(self, host: str) -> float | None:
        """What the list says of a host, in [0, 1]; None for nothing."""
        return self._scores.of(host)

    @property
    def patterns(self) -> int:
        return len(self._scores)

    @property
    def fetched_at(self) -> float | None:
        """When the list in force was last known to be the newest, Unix seconds."""
        return None if self._kept is None else self._kept.fetched_at

    @property
    def complaint(self) -> str | None:
        """Why the list could not be had when it was last tried."""
        return self._complaint

    def follow(self, order: ListOrder) -> None:
        """Look at this list from now on."""
        if order == self._order and (self._task is not None or order.place is None):
            return
        is_other = order.place != self._order.place
        self._order = order
        before, self._task = self._task, None
        if before is not None:
            before.cancel()
        if is_other:
            self._complaint = None
            self._put_in_force(None, HostScores())
        if order.place is not None:
            self._task = asyncio.create_task(self._look_now_and_then(order, order.place, before), name="ranking list")

    async def close(self) -> None:
        """Look at nothing any more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._writing is not None:
            await self._writing

    # ---- the inside --------------------------------------------------------------------------------------

    async def _look_now_and_then(self, order: ListOrder, place: str, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.gather(before, return_exceptions=True)
        if self._kept is None:
            await self._recall(place)
        while True:
            due_in_s = 0.0 if self._kept is None else self._kept.fetched_at + order.every_s - self._clock.unix_s()
            if self._complaint is not None:
                due_in_s = min(order.every_s, AGAIN_S)
            # Bounded: a clock that was set, or a computer that slept, must not put it off for ever.
            if due_in_s > 0:
                await asyncio.sleep(min(due_in_s, order.every_s))
            await self._look(order, place)

    async def _recall(self, place: str) -> None:
        """Take up the last good list, if it is of this place."""
        kept = await asyncio.to_thread(_read_kept, self._path)
        if kept is not None and kept.place == place:
            try:
                self._put_in_force(kept, await asyncio.to_thread(parse_host_scores, kept.text.encode()))
            except UserError as error:
                _log.warning("The ranking list in %s cannot be used: %s", self._path, error)  # it is fetched anew

    async def _look(self, order: ListOrder, place: str) -> None:
        kept = self._kept
        now = self._clock.unix_s()
        try:
            data, validator = await self._fetch(order, place, kept)
            if data is None and kept is not None:
                kept = replace(kept, fetched_at=now)
                self._kept = kept
            elif data is not None:
                scores = await asyncio.to_thread(parse_host_scores, data)
                kept = _KeptList(place, data.decode("utf-8"), now, validator)
                self._put_in_force(kept, scores)
            self._complaint = None
        except HeadwaterError as error:
            self._complaint = say("The ranking list {place} cannot be had: {reason:clause}.", place=place, reason=error)
            _log.info("%s", self._complaint)
            return
        if kept is not None:
            self._writing = asyncio.create_task(self._write(kept), name="keep the ranking list")
            await asyncio.shield(self._writing)

    async def _write(self, kept: _KeptList) -> None:
        try:
            await asyncio.to_thread(keep_text, self._path, json.dumps(encode(kept)), say("The ranking list"))
        except LocalError as error:
            _log.warning("%s", error)  # it is in force, and fetched anew at the next start

    async def _fetch(self, order: ListOrder, place: str, kept: _KeptList | None) -> tuple[bytes | None, Validator]:
        """The list and its version; None where it is the one that is kept. Raises `HeadwaterError`."""
        path = list_path(place)
        if path is not None:
            return await asyncio.to_thread(_read_list, path), Validator()
        conditions = [] if kept is None else _conditions(kept.validator)
        settings = replace(order.settings, headers=(*order.settings.headers, *conditions))
        try:
            document = await fetch_any(self._connectors, place, MAX_LIST_BYTES, settings)
        except SourceError as error:
            if error.status == _NOT_MODIFIED and conditions:
                return None, Validator()
            raise
        return document.data, document.validator

    def _put_in_force(self, kept: _KeptList | None, scores: HostScores) -> None:
        self._kept, self._scores = kept, scores
        self._changed()

    def __repr__(self) -> str:
        return f"<RankingService {self._order.place}: {self._scores!r}>"


def list_path(place: str) -> Path | None:
    """The path of a list that is a file of this computer; None for one that is fetched. Raises `UserError`."""
    try:
        parts = urlsplit(place)
    except ValueError as error:
        raise UserError(say("“{place}” is no address", place=place)) from error
    if parts.scheme == "file":
        return Path(url2pathname(parts.path))
    if "://" in place:
        return None
    return Path(place).expanduser()


def _conditions(validator: Validator) -> list[tuple[str, str]]:
    """What makes a server send the list only where it has another one (RFC 9110, 13.1)."""
    wanted = (("If-None-Match", validator.etag), ("If-Modified-Since", validator.last_modified))
    return [(name, value) for name, value in wanted if value is not None]


def _read_list(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_LIST_BYTES + 1)
    except OSError as error:
        raise LocalError(say("it cannot be read: {reason}", reason=error.strerror or error)) from error


def _read_kept(path: Path) -> _KeptList | None:
    try:
        return decode(_KeptList, json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, UserError) as error:
        _log.warning("The ranking list in %s cannot be read: %s", path, error)  # it is fetched anew
        return None
