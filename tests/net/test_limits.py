"""Rate limits through the whole engine, over real sockets: their precision, and what the scheduler makes of them."""

import time
from pathlib import Path

import pytest
from tests.fakes.downloads import add, assert_done, fetch, open_api, reached, settled

from headwater.engine.settings import Settings
from headwater.engine.timetable import DAY_MINUTES, TimetableEntry
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import SetSlowMode
from headwater.model.decisions import Decision
from headwater.model.events import BytesReceived, Event, LimitsChanged
from headwater.model.job import JobOptions
from headwater.model.spans import Span
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Event]:
    """What schedulers are told, in order."""
    events: list[Event] = []
    handle = PrioritizationScheduler.handle

    def listen(self: PrioritizationScheduler, event: Event, now: float) -> tuple[Decision, ...]:
        events.append(event)
        return handle(self, event, now)

    monkeypatch.setattr(PrioritizationScheduler, "handle", listen)
    return events


async def test_limited_bytes_are_precise_and_never_measured(tmp_path: Path, heard: list[Event]) -> None:
    rate = 500_000.0
    sample = SeededSample(1_500_000)
    async with MirrorLab([MirrorBehaviour(), MirrorBehaviour()], sample) as lab, open_api(tmp_path) as api:
        began = time.monotonic()
        job = await fetch(api, lab.urls, tmp_path, options=JobOptions(rate_limit_bytes_per_s=rate))
        took_s = time.monotonic() - began
        assert_done(job, sha256_of(sample))
    # Never faster than the limit; how much slower is the computer's affair.
    assert took_s >= 0.97 * sample.size_bytes / rate
    assert any(isinstance(event, LimitsChanged) and event.rate_bytes_per_s == rate for event in heard)
    came = [event for event in heard if isinstance(event, BytesReceived)]
    free = sum(event.span.size for event in came if not event.limited)
    assert free <= 0.1 * sample.size_bytes  # a first few bytes, before the limit has held anything back


async def test_slow_mode_is_one_command_and_is_told_to_jobs_under_way(tmp_path: Path, heard: list[Event]) -> None:
    sample = SeededSample(8 * 1024**2)
    withheld = (Span(300_000, sample.size_bytes),)
    async with MirrorLab([MirrorBehaviour(withholds=withheld)], sample) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, 200_000)
        await api.execute(SetSlowMode(True))
        slow_rate = api.settings.slow_rate_bytes_per_s
        assert heard[-1] == LimitsChanged(slow_rate)
        await reached(api, job_id, 300_000)  # what had been sent before
        began = time.monotonic()
        lab.change(withholds=())
        await reached(api, job_id, 300_000 + int(slow_rate))
        assert time.monotonic() - began >= 0.8  # a second's worth, but for what a bucket gives in advance
        await api.execute(SetSlowMode(False))
        assert LimitsChanged(None) in heard[-3:]
        assert_done(await settled(api, job_id), sha256_of(sample))
    async with open_api(tmp_path) as api:
        assert not api.settings.slow_mode


async def test_the_timetable_of_the_settings_is_in_force(tmp_path: Path, heard: list[Event]) -> None:
    always = TimetableEntry(0, DAY_MINUTES, 300_000.0)
    sample = SeededSample(150_000)
    async with MirrorLab([MirrorBehaviour()], sample) as lab, open_api(tmp_path) as api:
        await api.change_settings(Settings(timetable=(always,)))
        began = time.monotonic()
        assert_done(await fetch(api, lab.urls, tmp_path), sha256_of(sample))
        assert time.monotonic() - began >= 0.97 * 150_000 / 300_000
    assert any(isinstance(event, LimitsChanged) and event.rate_bytes_per_s == 300_000.0 for event in heard)
