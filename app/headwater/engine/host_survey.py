"""Finds out where the hosts of running jobs stand and how many hops away they are, in the background.

A host is looked at once a day, a moment after the first job that uses it has begun, and never while nobody uses it: a
short download asks nothing. Here live the waiting, the remembering and the giving up; the look-up of names, the
countries and the counting are given. The rule: no job waits for any of this, what nobody wants any more is cancelled at
once, and a host behind a proxy or one that the person excluded is not looked at in any way that reaches out.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from headwater.engine.codec import decode, encode
from headwater.engine.host_facts import HostFacts
from headwater.engine.kept_text import keep_text
from headwater.model.errors import LocalError, UserError
from headwater.model.job import JobId
from headwater.model.ports import Clock

#: How long what was found out holds (s).
KEEP_S: Final = 86400.0
#: The same for a host whose address was not found (s).
KEEP_NOTHING_S: Final = 600.0
#: How long after a job's begin its hosts are looked at (s).
AFTER_S: Final = 1.0
#: Hosts that are probed at the same time.
AT_ONCE: Final = 2
#: Hosts that are remembered from one start to the next.
MOST_HOSTS: Final = 2000

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HostAsk:
    """A host to look at: its name, the port where it listens, and whether its hops may be counted."""

    name: str
    port: int
    may_probe: bool


class Trace(Protocol):
    """Counts the hops to an address; cancelled when nobody wants it any more."""

    async def __call__(self, address: str, port: int) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Means:
    """How things are found out. `resolve` gives the addresses of a name (raises `OSError`), `country` the country of
    an address, `is_near` and `is_own` what it belongs to, at once."""

    resolve: Callable[[str, int], Awaitable[list[str]]]
    country: Callable[[str], str | None]
    is_near: Callable[[str], bool]
    is_own: Callable[[str], bool]
    trace: Trace


class HostSurvey:
    """One for an engine. `load` before, `close` after; the hosts are those of the URLs, with their ports."""

    def __init__(self, means: Means, clock: Clock, path: Path, *, after_s: float = AFTER_S) -> None:
        self._means = means
        self._clock = clock
        self._path = path
        self._after_s = after_s
        self._known: dict[str, HostFacts] = {}
        self._wanted: dict[JobId, tuple[Mapping[str, HostAsk], Callable[[], None]]] = {}
        self._looks: dict[str, asyncio.Task[None]] = {}
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._timer: asyncio.TimerHandle | None = None
        self._is_changed = False

    async def load(self) -> None:
        """Take up what was found out earlier today."""
        known = await asyncio.to_thread(self._read)
        oldest = self._clock.unix_s() - KEEP_S
        self._known = {host: facts for host, facts in known.items() if facts.found_at > oldest} | self._known

    def of(self, host: str) -> HostFacts:
        """What is known of a host."""
        return self._known.get(host, _NOTHING)

    def join(self, job_id: JobId, hosts: Mapping[str, HostAsk], changed: Callable[[], None]) -> None:
        """A running job uses these hosts from now on; `changed` is called when more is known of one of them."""
        self._wanted[job_id] = hosts, changed
        self._give_up_unwanted()
        if self._timer is None and any(self._is_due(host, ask) for host, ask in hosts.items()):
            self._timer = asyncio.get_running_loop().call_later(self._after_s, self._begin)

    def leave(self, job_id: JobId) -> None:
        """The job does not run any more. Harmless when it did not."""
        if self._wanted.pop(job_id, None) is not None:
            self._give_up_unwanted()

    def forget_ways(self) -> None:
        """The network is another one: other ways lead out of it."""
        self._known = {host: replace(facts, hops=None, traced_at=0.0) for host, facts in self._known.items()}
        for job_id, (hosts, changed) in tuple(self._wanted.items()):
            self.join(job_id, hosts, changed)

    async def close(self) -> None:
        """Give up what is under way, and keep what is known."""
        self._wanted.clear()
        if self._timer is not None:
            self._timer.cancel()
        looks = tuple(self._looks.values())
        self._give_up_unwanted()
        await asyncio.gather(*looks, return_exceptions=True)
        if self._is_changed:
            await asyncio.to_thread(self._write)

    # ---- the inside --------------------------------------------------------------------------------------

    def _asks(self) -> dict[str, HostAsk]:
        """All hosts that are wanted; one may be probed where any job lets it."""
        asks: dict[str, HostAsk] = {}
        for hosts, _changed in self._wanted.values():
            for host, ask in hosts.items():
                if host not in asks or ask.may_probe:
                    asks[host] = ask
        return asks

    def _is_due(self, host: str, ask: HostAsk) -> bool:
        facts, now = self.of(host), self._clock.unix_s()
        if facts.address is None:
            return facts.found_at <= now - KEEP_NOTHING_S
        return facts.found_at <= now - KEEP_S or (ask.may_probe and facts.traced_at <= now - KEEP_S)

    def _give_up_unwanted(self) -> None:
        asks = self._asks()
        for host, look in tuple(self._looks.items()):
            ask = asks.get(host)
            if ask is None or (not ask.may_probe and self.of(host).address is not None):
                look.cancel()

    def _begin(self) -> None:
        self._timer = None
        for host, ask in self._asks().items():
            if host not in self._looks and self._is_due(host, ask):
                task = asyncio.create_task(self._look(host, ask), name=f"look at {host}")
                self._looks[host] = task
                task.add_done_callback(partial(self._looked, host))

    async def _look(self, host: str, ask: HostAsk) -> None:
        async with self._turns:
            now = self._clock.unix_s()
            try:
                addresses = await self._means.resolve(ask.name, ask.port)
            except OSError as error:
                _log.debug("The address of %s was not found: %s", host, error)
                addresses = []
            address = addresses[0] if addresses else None
            self._learn(host, self._placed(host, address, now))
            if address is not None and ask.may_probe:
                hops = 0 if self._means.is_own(address) else await self._means.trace(address, ask.port)
                self._learn(host, replace(self.of(host), hops=hops, traced_at=now))

    def _looked(self, host: str, look: "asyncio.Task[None]") -> None:
        del self._looks[host]
        # Given up, and wanted again meanwhile.
        ask = self._asks().get(host) if look.cancelled() else None
        if ask is not None and self._timer is None and self._is_due(host, ask):
            self._timer = asyncio.get_running_loop().call_later(self._after_s, self._begin)

    def _placed(self, host: str, address: str | None, now: float) -> HostFacts:
        before = self.of(host)
        if address is None:
            return replace(before, found_at=now)
        is_same = address == before.address
        return HostFacts(
            address=address,
            country=self._means.country(address),
            hops=before.hops if is_same else None,
            is_near=self._means.is_near(address),
            found_at=now,
            traced_at=before.traced_at if is_same else 0.0,
        )

    def _learn(self, host: str, facts: HostFacts) -> None:
        before = self._known.pop(host, _NOTHING)
        self._known[host] = facts
        self._is_changed = True
        while len(self._known) > MOST_HOSTS:
            del self._known[next(iter(self._known))]
        if replace(facts, found_at=0.0, traced_at=0.0) != replace(before, found_at=0.0, traced_at=0.0):
            for hosts, changed in tuple(self._wanted.values()):
                if host in hosts:
                    changed()

    def _read(self) -> dict[str, HostFacts]:
        try:
            return decode(dict[str, HostFacts], json.loads(self._path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, UserError) as error:
            _log.warning("What was known of hosts cannot be read from %s: %s", self._path, error)  # found out anew
            return {}

    def _write(self) -> None:
        try:
            keep_text(self._path, json.dumps(encode(self._known)), "What was found out of hosts")
        except LocalError as error:
            _log.warning("%s", error)  # found out anew next time

    def __repr__(self) -> str:
        return f"<HostSurvey: {len(self._known)} hosts known, {len(self._looks)} looked at>"


_NOTHING: Final = HostFacts()
