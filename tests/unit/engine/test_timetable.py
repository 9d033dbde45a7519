"""The timetable of the rate limit, on the wall clock of a made-up week (2026-11-23 is a Monday)."""

import asyncio
import time
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.channels.virtual_time import run_in_virtual_time

from headwater.engine.limit_keeper import LimitKeeper, limit_at
from headwater.engine.queue_keeper import QueueKeeper
from headwater.engine.queue_plan import QueueSpec
from headwater.engine.rate_limit import RateLimits
from headwater.engine.settings import Settings
from headwater.engine.timetable import DAY_MINUTES, OpenHours, TimetableEntry, entry_at, next_change
from headwater.engine.wall_clock import LONGEST_SLEEP_S
from headwater.model.errors import UserError

MONDAY = datetime.fromisoformat("2026-11-23")
OFFICE = TimetableEntry(8 * 60, 17 * 60, 1e6, weekdays=(0, 1, 2, 3, 4))
LUNCH = TimetableEntry(12 * 60, 13 * 60, None)
NIGHT = TimetableEntry(22 * 60, 6 * 60, 5e6, weekdays=(6,))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("moment", "entry"),
    [
        (at(0, 7, 59), None),
        (at(0, 8), OFFICE),
        (at(0, 12, 30), LUNCH),
        (at(0, 16, 59), OFFICE),
        (at(0, 17), None),
        (at(5, 9), None),
        (at(5, 12), LUNCH),
        (at(6, 22), NIGHT),
        (at(7, 5, 59), NIGHT),  # the night of Sunday ends on Monday, in the week after
        (at(7, 6), None),
        (at(1, 5), None),
    ],
)
def test_the_first_entry_that_covers_a_moment_decides(moment: datetime, entry: TimetableEntry | None) -> None:
    assert entry_at((LUNCH, OFFICE, NIGHT), moment) is entry


@pytest.mark.parametrize(
    ("moment", "change"),
    [
        (at(0, 7, 59), at(0, 8)),
        (at(0, 8), at(0, 12)),
        (at(0, 12), at(0, 13)),
        (at(0, 13) + timedelta(seconds=59, milliseconds=5), at(0, 17)),
        (at(4, 17), at(5, 12)),
        (at(6, 23), at(7, 6)),
    ],
)
def test_the_next_change(moment: datetime, change: datetime) -> None:
    assert next_change((LUNCH, OFFICE, NIGHT), moment) == change


def test_what_never_changes_has_no_next_change() -> None:
    assert next_change((), MONDAY) is None
    assert next_change((TimetableEntry(300, 300, 1e6),), MONDAY) is None


ENTRIES = st.lists(
    st.builds(
        TimetableEntry,
        st.integers(0, DAY_MINUTES - 1),
        st.integers(0, DAY_MINUTES),
        st.none() | st.floats(1, 1e9),
        st.lists(st.integers(0, 6), min_size=1, max_size=7).map(tuple),
    ),
    max_size=4,
)


@given(ENTRIES, st.integers(0, 7 * DAY_MINUTES - 1))
def test_between_now_and_the_next_change_nothing_changes(entries: list[TimetableEntry], minute: int) -> None:
    now = MONDAY + timedelta(minutes=minute)
    change = next_change(entries, now)
    end = now + timedelta(minutes=7 * DAY_MINUTES) if change is None else change
    held = entry_at(entries, now)
    edges = [now + timedelta(minutes=passed) for passed in range(0, int((end - now).total_seconds()) // 60, 7)]
    assert all(entry_at(entries, moment) is held for moment in edges)
    assert change is None or entry_at(entries, change) is not held


@pytest.mark.parametrize(
    "values",
    [
        {"start_minute": DAY_MINUTES},
        {"end_minute": DAY_MINUTES + 1},
        {"rate_bytes_per_s": 0.0},
        {"weekdays": (7,)},
        {"weekdays": ()},
    ],
)
def test_bounds(values: dict[str, object]) -> None:
    with pytest.raises(UserError):
        TimetableEntry(**{"start_minute": 0, "end_minute": 1, "rate_bytes_per_s": 1.0, **values})  # type: ignore[arg-type]  # wrong values are the point


def test_slow_mode_makes_slower_and_never_faster() -> None:
    settings = Settings(rate_limit_bytes_per_s=2e6, timetable=(OFFICE, LUNCH), slow_rate_bytes_per_s=3e5)
    slow = Settings(rate_limit_bytes_per_s=2e5, timetable=(OFFICE,), slow_mode=True, slow_rate_bytes_per_s=3e5)
    assert [limit_at(settings, at(0, hour)) for hour in (7, 9)] == [2e6, 1e6]
    assert limit_at(settings, at(6, 12)) is None
    assert [limit_at(slow, at(0, hour)) for hour in (7, 9)] == [2e5, 3e5]


class LoopClock:
    """The running loop's virtual time as a wall clock that began at `began`."""

    def __init__(self, began: datetime) -> None:
        self._began_s = time.mktime(began.timetuple())

    def monotonic_s(self) -> float:
        return asyncio.get_running_loop().time()

    def unix_s(self) -> float:
        return self._began_s + self.monotonic_s()


def test_the_limit_in_force_follows_the_timetable() -> None:
    told: list[tuple[float, float | None]] = []

    async def live_for(seconds: float) -> None:
        loop = asyncio.get_running_loop()
        settings = [Settings(timetable=(LUNCH, OFFICE), rate_limit_bytes_per_s=2e6)]
        limits = RateLimits(lambda _host: None)
        keeper = LimitKeeper(
            limits,
            LoopClock(at(0, 7)),
            lambda: settings[-1],
            lambda: told.append((loop.time(), limits.rate_bytes_per_s)),
        )
        keeper.refresh()
        await asyncio.sleep(seconds)
        settings.append(Settings(slow_mode=True))
        keeper.refresh()
        keeper.close()

    run_in_virtual_time(live_for(11 * 3600))
    hour = 3600.0
    assert told == [
        (0.0, 2e6),
        (pytest.approx(1 * hour, abs=1), 1e6),
        (pytest.approx(5 * hour, abs=1), None),
        (pytest.approx(6 * hour, abs=1), 1e6),
        (pytest.approx(10 * hour, abs=1), 2e6),
        (11 * hour, 100_000.0),
    ]


def test_a_clock_that_is_set_is_noticed_within_a_minute() -> None:
    class Jumping(LoopClock):
        def unix_s(self) -> float:
            return super().unix_s() + (2 * 3600 if self.monotonic_s() >= 100 else 0)

    async def live() -> None:
        limits = RateLimits(lambda _host: None)
        settings = Settings(timetable=(OFFICE,))
        keeper = LimitKeeper(limits, Jumping(at(0, 7)), lambda: settings, lambda: None)
        keeper.refresh()
        await asyncio.sleep(100 + LONGEST_SLEEP_S)
        keeper.close()
        assert limits.rate_bytes_per_s == 1e6

    run_in_virtual_time(live())


def test_queues_open_and_close_by_the_wall_clock() -> None:
    told: list[tuple[float, str]] = []

    async def live_for(seconds: float) -> None:
        loop = asyncio.get_running_loop()
        night, office = OpenHours(22 * 60, 6 * 60), OpenHours(8 * 60, 17 * 60, (0, 1, 2, 3, 4))
        settings = Settings(main_hours=(night, office), queues=(QueueSpec("Night", 1, (night,)), QueueSpec("Always")))

        def follow(names: frozenset[str]) -> None:
            words = " ".join(sorted(name or "main" for name in names))
            if not told or told[-1][1] != words:
                told.append((loop.time() / 3600, words))

        keeper = QueueKeeper(LoopClock(at(4, 7)), lambda: settings, follow)
        keeper.refresh()
        await asyncio.sleep(seconds)
        keeper.close()

    run_in_virtual_time(live_for(40 * 3600))  # from seven on Friday morning to eleven on Saturday night
    assert [(round(hour, 1), words) for hour, words in told] == [
        (0.0, "Always"),
        (1.0, "Always main"),
        (10.0, "Always"),
        (15.0, "Always Night main"),
        (23.0, "Always"),
        (39.0, "Always Night main"),
    ]
