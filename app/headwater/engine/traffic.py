"""How many bytes came, by day and host: counted as they come, written now and then, read for statistics.

Days are those of the local calendar. Counts lie in the catalog, where a terminal's downloads are added to the window's.
What came this month is known at once, for hosts that may bring only so much. The rule: what is counted is what came
over the line, also what came twice; and it is bounded, in days and in hosts.
"""

from collections import Counter
from datetime import date, timedelta
from typing import Final

from headwater.engine.catalog import Catalog
from headwater.engine.late_writer import LateWriter
from headwater.engine.wall_clock import local_now
from headwater.model.errors import LocalError
from headwater.model.ports import Clock
from headwater.model.snapshots import DayTraffic
from headwater.schedule.host_preferences import matches

#: Days that are kept; the oldest are forgotten first.
MOST_DAYS: Final = 400
#: Hosts that are told apart on one day; those that come later that day are counted together.
MOST_HOSTS_A_DAY: Final = 500
#: How they are called.
OTHER_HOSTS: Final = "other hosts"
#: How long counts wait in memory: what a crash may cost.
LAG_S: Final = 20.0


class Traffic:
    """Counts for one engine. `close` writes what is pending."""

    def __init__(self, catalog: Catalog, clock: Clock) -> None:
        self._catalog = catalog
        self._clock = clock
        self._pending: dict[tuple[date, str], int] = {}
        self._today = date.min
        self._hosts: set[str] = set()
        self._month: Counter[str] = Counter()
        self._writer = LateWriter("statistics", self._write, LAG_S)

    async def recall(self) -> None:
        """Take up what was counted this month before. Raises `LocalError`."""
        self._turn_day()
        for one in await self._catalog.traffic(self._today.replace(day=1)):
            self._month[one.host] += one.received_bytes

    def used_this_month(self, pattern: str) -> int:
        """Bytes that came this calendar month from hosts that fit a preference's pattern."""
        self._turn_day()
        return sum(count for host, count in self._month.items() if matches(pattern, host))

    def count(self, host: str, received_bytes: int) -> None:
        """So many bytes came from `host`, just now."""
        self._turn_day()
        self._month[host] += received_bytes
        if host not in self._hosts:
            if len(self._hosts) >= MOST_HOSTS_A_DAY:
                host = OTHER_HOSTS
            else:
                self._hosts.add(host)
        key = self._today, host
        self._pending[key] = self._pending.get(key, 0) + received_bytes
        self._writer.wake()

    async def days(self) -> tuple[DayTraffic, ...]:
        """All that is known, the oldest day first, within a day by host. Raises `LocalError`."""
        await self._write()
        return await self._catalog.traffic()

    async def forget(self) -> None:
        """Forget all counts. Raises `LocalError`."""
        self._pending.clear()
        self._month.clear()
        await self._catalog.forget_traffic(None)

    async def close(self) -> None:
        """Write what is pending. Raises `LocalError`."""
        await self._writer.close()

    def _turn_day(self) -> None:
        today = local_now(self._clock).date()
        if today != self._today:
            if (today.year, today.month) != (self._today.year, self._today.month):
                self._month.clear()
            self._today = today
            self._hosts.clear()

    async def _write(self) -> None:
        counts, self._pending = self._pending, {}
        if not counts:
            return
        try:
            await self._catalog.add_traffic(
                [DayTraffic(day, host, received_bytes) for (day, host), received_bytes in counts.items()]
            )
            await self._catalog.forget_traffic(local_now(self._clock).date() - timedelta(days=MOST_DAYS))
        except LocalError:
            for key, received_bytes in counts.items():
                self._pending[key] = self._pending.get(key, 0) + received_bytes
            raise

    def __repr__(self) -> str:
        return f"<Traffic of {len(self._hosts)} hosts today, {len(self._pending)} counts to write>"
