"""Queues, priorities, categories, places and limits of sources, statistics and ends, through the whole engine."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from tests.fakes.commands import recorded, recording_path
from tests.fakes.downloads import add, assert_done, fetch, open_api, reached, settled, source_of, told
from tests.fakes.waiting import until

from headwater.control.api import Api, OpenHours, QueueSpec, Settings
from headwater.engine.system_actions import PlatformSystem
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.arrangement import AfterJob, AfterKind, Category, EndAction, EndPlan, Priority
from headwater.model.commands import (
    AddJob,
    AskSource,
    EnableSource,
    LimitSource,
    PauseJobs,
    PinSource,
    RankSources,
    ResumeJobs,
    SetAfterJob,
    SetCategory,
    SetPriority,
    SetQueue,
    StopEndAction,
)
from headwater.model.errors import UserError
from headwater.model.job import JobId, JobOptions, JobSpec, JobState
from headwater.model.snapshots import EndActionOver, EndActionPlanned, FeedEvent, JobChanged
from headwater.model.source import HostPreference, SourceId, SourceSpec, SourceState
from headwater.model.spans import Span

SMALL = SeededSample(200_000, seed=3)
#: Nothing ends before it is told to: the last bytes are kept back.
HELD = MirrorBehaviour(withholds=(Span(100_000, 2**40),))


class Noon:
    """A clock that stands still at noon of a Monday; monotonic time goes on."""

    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2026-11-23T12:00:00")

    def monotonic_s(self) -> float:
        return time.monotonic()

    def unix_s(self) -> float:
        return self.now.timestamp()


@asynccontextmanager
async def recording_api(folder: Path, statuses: dict[str, int]) -> AsyncIterator[Api]:
    """An engine whose computer is a recorder."""
    system = PlatformSystem("linux", {"PATH": recording_path(folder, statuses)})
    api = await Api.open(folder / "profile", system=system)
    try:
        yield api
    finally:
        await api.close()


async def become(api: Api, job_id: JobId, state: JobState) -> None:
    """Wait until a job is in this state."""
    if api.job(job_id).state is not state:
        await told(api, lambda e: isinstance(e, JobChanged) and e.job.job_id == job_id and e.job.state is state)


def states(api: Api, *job_ids: JobId) -> str:
    return " ".join(api.job(job_id).state.value for job_id in job_ids)


# ---- queues ------------------------------------------------------------------------------------------------------


async def test_each_queue_runs_its_own_number_of_jobs_by_priority(tmp_path: Path) -> None:
    async with MirrorLab([HELD] * 4, SMALL) as lab, open_api(tmp_path) as api:
        await api.change_settings(Settings(running_at_once=1, queues=(QueueSpec("Night", 1),)))
        first = await add(api, lab.urls[:1], tmp_path)
        second = await add(api, lab.urls[1:2], tmp_path)
        third = await add(api, lab.urls[2:3], tmp_path, options=JobOptions(priority=Priority.HIGH))
        night = await add(api, lab.urls[3:], tmp_path, options=JobOptions(queue="Night"))
        assert states(api, first, second, third, night) == "running waiting waiting running"
        assert (api.job(first).queue, api.job(night).queue) == ("", "Night")
        lab.mirrors[0].change(withholds=())
        await settled(api, first)
        assert states(api, second, third) == "waiting running"
        await api.execute(SetPriority((second,), Priority.LOW))
        assert api.job(second).priority is Priority.LOW
        lab.mirrors[3].change(withholds=())
        await settled(api, night)
        await api.execute(SetQueue((second,), "Night"))
        assert states(api, second) == "running"
        with pytest.raises(UserError, match="no queue called"):
            await api.execute(SetQueue((second,), "Day"))


async def test_a_closed_queue_lets_its_jobs_wait_and_they_go_on_with_what_they_have(tmp_path: Path) -> None:
    sample = SeededSample(1_500_000, seed=4)
    async with MirrorLab([HELD], sample) as lab, open_api(tmp_path) as api:
        await api.change_settings(Settings(queues=(QueueSpec("Night", 2),)))
        job_id = await add(api, lab.urls, tmp_path, options=JobOptions(queue="Night"))
        await reached(api, job_id, 100_000)
        await api.change_settings(replace(api.settings, queues=(QueueSpec("Night", 2, is_stopped=True),)))
        await become(api, job_id, JobState.WAITING)
        assert not api.job(job_id).is_queue_open
        had = api.job(job_id).received_bytes
        assert had >= 100_000
        lab.change(withholds=())
        await api.change_settings(replace(api.settings, queues=(QueueSpec("Night", 2),)))
        assert_done(await settled(api, job_id), sha256_of(sample))
        assert lab.sent_bytes < 1.5 * sample.size_bytes


async def test_hours_open_and_close_a_queue_by_the_wall_clock(tmp_path: Path) -> None:
    clock = Noon()
    async with MirrorLab([HELD], SMALL) as lab:
        api = await Api.open(tmp_path / "profile", clock=clock)
        try:
            afternoon = OpenHours(13 * 60, 18 * 60)
            await api.change_settings(Settings(queues=(QueueSpec("Later", 1, (afternoon,)),)))
            job_id = await add(api, lab.urls, tmp_path, options=JobOptions(queue="Later"))
            assert states(api, job_id) == "waiting"
            assert not api.job(job_id).is_queue_open
            clock.now = clock.now.replace(hour=13)
            await api.change_settings(api.settings)  # as the timer would: it looks at the clock
            assert states(api, job_id) == "running"
            lab.change(withholds=())
            assert_done(await settled(api, job_id), sha256_of(SMALL))
        finally:
            await api.close()


async def test_a_queue_that_goes_leaves_its_jobs_to_the_main_one(tmp_path: Path) -> None:
    async with MirrorLab([HELD], SMALL) as lab, open_api(tmp_path) as api:
        await api.change_settings(Settings(queues=(QueueSpec("Night", 1, is_stopped=True),)))
        job_id = await add(api, lab.urls, tmp_path, options=JobOptions(queue="Night"))
        assert states(api, job_id) == "waiting"
        lab.change(withholds=())
        await api.change_settings(replace(api.settings, queues=()))
        assert_done(await settled(api, job_id), sha256_of(SMALL))


async def test_a_queue_that_goes_or_comes_again_is_told_of_its_jobs(tmp_path: Path) -> None:
    async with open_api(tmp_path) as api:
        night = QueueSpec("Night", 1)
        await api.change_settings(Settings(queues=(night,), is_main_stopped=True))
        options = JobOptions(queue="Night", start_paused=True)
        job_id = await add(api, ["http://127.0.0.1:9/x"], tmp_path, options=options)
        heard: list[str] = []

        def look(events: tuple[FeedEvent, ...]) -> None:
            heard.extend(event.job.queue for event in events if isinstance(event, JobChanged))

        api.feed.subscribe(look)
        await api.change_settings(replace(api.settings, queues=()))
        await until(lambda: heard[-1:] == [""], "it is in the main queue")
        await api.change_settings(replace(api.settings, queues=(night,)))
        await until(lambda: heard[-1:] == ["Night"], "it is in its own again")
        job = api.job(job_id)
        assert (job.queue, job.state, job.error) == ("Night", JobState.PAUSED, None)
        assert set(heard) == {"", "Night"}
        assert api.spec(job_id).options == options, "its wish was never another"


async def test_queue_priority_and_category_outlast_a_restart(tmp_path: Path) -> None:
    async with open_api(tmp_path) as api:
        await api.change_settings(Settings(queues=(QueueSpec("Night", 1, is_stopped=True),)))
        options = JobOptions(priority=Priority.LOW, queue="Night", category="Discs")
        job_id = await add(api, ["http://127.0.0.1:9/x"], tmp_path, options=options)
    async with open_api(tmp_path) as api:
        job = api.job(job_id)
        assert (job.priority, job.queue, job.category, job.state) == (Priority.LOW, "Night", "Discs", JobState.WAITING)


async def test_jobs_that_wait_together_start_once_each_after_a_restart(tmp_path: Path) -> None:
    async with MirrorLab([HELD, HELD], SMALL) as lab:
        async with open_api(tmp_path) as api:
            jobs = [await add(api, [url], tmp_path, name=f"{i}.bin") for i, url in enumerate(lab.urls)]
            await reached(api, jobs[0], 1)
            await reached(api, jobs[1], 1)
        async with open_api(tmp_path) as api:
            for job_id in jobs:
                await become(api, job_id, JobState.RUNNING)
            lab.change(withholds=())
            for job_id in jobs:
                done = await settled(api, job_id)
                assert (done.state, done.error) == (JobState.DONE, None), "no second run found the first one's lease"


async def test_pausing_all_starts_none_for_a_moment(tmp_path: Path) -> None:
    async with MirrorLab([HELD], SMALL) as lab, open_api(tmp_path) as api:
        await api.change_settings(Settings(running_at_once=1))
        jobs = tuple([await add(api, lab.urls, tmp_path) for _ in range(4)])
        began: list[JobId] = []

        def look(events: tuple[FeedEvent, ...]) -> None:
            began.extend(e.job.job_id for e in events if isinstance(e, JobChanged) and e.job.state is JobState.RUNNING)

        await api.execute(PauseJobs(jobs))
        api.feed.subscribe(look)
        assert states(api, *jobs) == "paused paused paused paused"
        lab.change(withholds=())
        await api.execute(ResumeJobs(jobs[1:2]))
        await settled(api, jobs[1])
        assert set(began) == {jobs[1]}


# ---- categories and folders --------------------------------------------------------------------------------------


async def test_a_category_by_its_rules_and_its_folder(tmp_path: Path) -> None:
    discs = Category("Discs", tmp_path / "discs", (".bin",))
    async with MirrorLab([MirrorBehaviour()], SMALL) as lab, open_api(tmp_path) as api:
        await api.change_settings(Settings(folder=tmp_path / "all", categories=(discs,)))
        job_id = await api.execute(AddJob(JobSpec((SourceSpec(lab.urls[0]),), tmp_path / "all")))
        assert job_id is not None
        job = await settled(api, job_id)
        assert job.category == "Discs"
        assert job.path == tmp_path / "discs" / "sample.bin"


async def test_a_category_that_only_the_servers_name_tells(tmp_path: Path) -> None:
    named = MirrorBehaviour(headers=(("Content-Disposition", 'attachment; filename="song.flac"'),))
    music = Category("Music", tmp_path / "music", (".flac",))
    async with MirrorLab([named], SMALL, path="/get") as lab, open_api(tmp_path) as api:
        await api.change_settings(Settings(folder=tmp_path / "all", categories=(music,)))
        job_id = await api.execute(AddJob(JobSpec((SourceSpec(lab.urls[0]),), tmp_path / "all")))
        assert job_id is not None
        assert api.job(job_id).category is None
        job = await settled(api, job_id)
        assert (job.category, job.path) == ("Music", tmp_path / "music" / "song.flac")


async def test_a_category_given_by_hand_moves_what_has_not_begun(tmp_path: Path) -> None:
    async with open_api(tmp_path) as api:
        await api.change_settings(Settings(categories=(Category("Work", tmp_path / "work"),)))
        spec = JobSpec((SourceSpec("http://127.0.0.1:9/x"),), tmp_path / "out", options=JobOptions(start_paused=True))
        job_id = await api.execute(AddJob(spec))
        assert job_id is not None
        await api.execute(SetCategory((job_id,), "Work"))
        assert (api.job(job_id).category, api.job(job_id).folder) == ("Work", tmp_path / "work")
        await api.execute(SetCategory((job_id,), None))
        assert (api.job(job_id).category, api.job(job_id).folder) == (None, tmp_path / "work")


async def test_a_category_without_a_folder_leaves_that_of_the_former_one(tmp_path: Path) -> None:
    async with open_api(tmp_path) as api:
        categories = (Category("Work", tmp_path / "work"), Category("Home"))
        await api.change_settings(Settings(folder=tmp_path / "all", categories=categories))
        for folder, at_last in ((tmp_path / "all", tmp_path / "all"), (tmp_path / "chosen", tmp_path / "chosen")):
            options = JobOptions(start_paused=True)
            job_id = await api.execute(AddJob(JobSpec((SourceSpec("http://127.0.0.1:9/x"),), folder, options=options)))
            assert job_id is not None
            if folder == tmp_path / "all":
                await api.execute(SetCategory((job_id,), "Work"))
                assert api.job(job_id).folder == tmp_path / "work"
            await api.execute(SetCategory((job_id,), "Home"))
            assert (api.job(job_id).category, api.job(job_id).folder) == ("Home", at_last)


async def test_incomplete_files_lie_in_a_folder_of_their_own(tmp_path: Path) -> None:
    sample = SeededSample(1_000_000, seed=6)
    async with MirrorLab([HELD], sample) as lab, open_api(tmp_path) as api:
        await api.change_settings(Settings(incomplete_folder=tmp_path / "incomplete"))
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, 100_000)
        assert api.job(job_id).path == tmp_path / "incomplete" / "sample.bin.part"
        lab.change(withholds=())
        job = await settled(api, job_id)
        assert_done(job, sha256_of(sample))
        assert job.path == tmp_path / "out" / "sample.bin"
        assert list((tmp_path / "incomplete").iterdir()) == []


# ---- sources -----------------------------------------------------------------------------------------------------


async def test_what_a_person_wishes_of_sources_holds_at_once_and_after_a_restart(tmp_path: Path) -> None:
    sample = SeededSample(6_000_000, seed=5)
    held = MirrorBehaviour(rate_bytes_per_s=2e6, withholds=(Span(2_000_000, sample.size_bytes),))
    async with MirrorLab([held] * 3, sample) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, 300_000)
        await api.execute(RankSources(job_id, (SourceId(2), SourceId(0))))
        assert [s.source_id for s in api.sources(job_id)] == [2, 0, 1]
        await api.execute(PinSource(job_id, SourceId(1), True))
        assert [s.source_id for s in api.sources(job_id)] == [1, 2, 0]
        await api.execute(LimitSource(job_id, SourceId(2), 20_000.0))
        await asyncio.sleep(0)
        had = source_of(api, job_id, lab, 2).received_bytes
        lab.change(withholds=(Span(5_000_000, sample.size_bytes),))
        await reached(api, job_id, api.job(job_id).received_bytes + 1_500_000)
        assert source_of(api, job_id, lab, 2).received_bytes - had < 300_000
        assert source_of(api, job_id, lab, 2).rate_limit_bytes_per_s == 20_000.0
        await api.execute(PauseJobs((job_id,)))
    async with open_api(tmp_path) as api:
        wishes = {s.source_id: (s.place, s.pinned, s.rate_limit_bytes_per_s) for s in api.sources(job_id)}
        assert wishes == {0: (2, False, None), 1: (None, True, None), 2: (1, False, 20_000.0)}
        await api.execute(RankSources(job_id, ()))
        assert all(s.place is None for s in api.sources(job_id))
        with pytest.raises(UserError, match="no source number 7"):
            await api.execute(PinSource(job_id, SourceId(7), True))
        with pytest.raises(UserError, match="more than 0"):
            await api.execute(LimitSource(job_id, SourceId(0), 0.0))


async def test_a_source_that_failed_is_asked_again_and_a_failed_job_goes_on(tmp_path: Path) -> None:
    gone = MirrorBehaviour(status=404, status_for_requests=1)
    async with MirrorLab([gone], SMALL) as lab, open_api(tmp_path) as api:
        job = await fetch(api, lab.urls, tmp_path)
        assert job.state is JobState.FAILED
        await api.execute(AskSource(job.job_id, SourceId(0)))
        assert_done(await settled(api, job.job_id), sha256_of(SMALL))


async def test_a_source_that_was_set_aside_while_others_go_on_is_asked_again(tmp_path: Path) -> None:
    sample = SeededSample(8_000_000, seed=9)
    gone = replace(HELD, status=403, status_for_requests=1)
    async with MirrorLab([HELD, gone], sample) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await until(lambda: source_of(api, job_id, lab, 1).state is SourceState.SET_ASIDE, "it is set aside")
        await api.execute(EnableSource(job_id, SourceId(1), False))
        await api.execute(AskSource(job_id, SourceId(1)))
        await until(lambda: len(lab.mirrors[1].requests) > 1, "it is asked again")
        lab.change(withholds=())
        assert_done(await settled(api, job_id), sha256_of(sample))
        assert source_of(api, job_id, lab, 1).received_bytes > 0


# ---- statistics --------------------------------------------------------------------------------------------------


async def test_what_came_is_counted_by_day_and_host_and_kept(tmp_path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()] * 2, SMALL) as lab, open_api(tmp_path) as api:
        await fetch(api, lab.urls, tmp_path)
        brought = {s.host: s.received_bytes for s in api.sources(api.job_ids()[0])}
    async with open_api(tmp_path) as api:
        days = await api.traffic()
        assert {one.host: one.received_bytes for one in days} == {
            host: count for host, count in brought.items() if count
        }
        assert sum(one.received_bytes for one in days) >= SMALL.size_bytes
        assert {one.day for one in days} <= {datetime.now(UTC).astimezone().date()}
        await api.forget_traffic()
        assert await api.traffic() == ()


# ---- the end -----------------------------------------------------------------------------------------------------


async def test_what_is_done_with_a_file_that_is_done(tmp_path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()], SMALL) as lab, recording_api(tmp_path, {"scan": 1, "keep": 0}) as api:
        await api.change_settings(Settings(after_each=AfterJob(AfterKind.SCAN, "scan --quick")))
        job_id = await add(
            api, lab.urls, tmp_path, options=JobOptions(after=AfterJob(AfterKind.COMMAND, "keep {name}"))
        )
        other = await add(api, lab.urls, tmp_path, name="b c.bin")
        for one in (job_id, other):
            await settled(api, one)
            if api.job(one).aftermath is None:
                await told(api, partial(tells_aftermath, one))
        assert api.job(job_id).aftermath == "Ran keep."
        assert api.job(other).aftermath == "The scan found something: scan says no"
        assert sorted(recorded(tmp_path)) == ["keep sample.bin", f"scan --quick {tmp_path}/out/b c.bin"]
        await api.execute(SetAfterJob((job_id,), None))
        assert api.spec(job_id).options.after is None


def tells_aftermath(job_id: JobId, event: FeedEvent) -> bool:
    return isinstance(event, JobChanged) and event.job.job_id == job_id and event.job.aftermath is not None


async def ends(api: Api) -> EndActionOver:
    """The next end of an action."""
    found: list[EndActionOver] = []
    await told(api, lambda event: isinstance(event, EndActionOver) and not found.append(event))  # type: ignore[func-returns-value]  # append says nothing
    return found[0]


async def test_when_all_is_done_the_computer_is_told_once(tmp_path: Path) -> None:
    plan = EndPlan(EndAction.SHUT_DOWN, countdown_s=0.05)
    async with MirrorLab([MirrorBehaviour()], SMALL) as lab, recording_api(tmp_path, {"systemctl": 0}) as api:
        await api.change_settings(Settings(when_all_done=plan))
        over = asyncio.create_task(ends(api))
        await fetch(api, lab.urls, tmp_path)
        assert (await over).carried_out
        assert recorded(tmp_path) == ["systemctl poweroff"]
        assert api.settings.when_all_done.action is EndAction.NOTHING
        await fetch(api, lab.urls, tmp_path)
        assert recorded(tmp_path) == ["systemctl poweroff"]


async def test_the_countdown_can_be_stopped_and_another_job_stops_it(tmp_path: Path) -> None:
    plan = EndPlan(EndAction.SLEEP, countdown_s=3600.0)
    async with MirrorLab([MirrorBehaviour()], SMALL) as lab, recording_api(tmp_path, {"systemctl": 0}) as api:
        await api.change_settings(Settings(when_all_done=plan))
        heard: list[FeedEvent] = []
        api.feed.subscribe(heard.extend, samples=False)
        for _ in range(2):
            planned = asyncio.create_task(told(api, lambda event: isinstance(event, EndActionPlanned)))
            await asyncio.sleep(0)
            await fetch(api, lab.urls, tmp_path)
            await planned
        await api.execute(StopEndAction())
        await told(api, lambda event: isinstance(event, EndActionOver))
        assert [e.words for e in heard if isinstance(e, EndActionOver)] == [
            "A download began; nothing was done.",
            "Stopped; nothing was done.",
        ]
        assert recorded(tmp_path) == []


async def test_pausing_everything_is_no_end(tmp_path: Path) -> None:
    plan = EndPlan(EndAction.COMMAND, "keep all", countdown_s=0.0, once=False)
    async with MirrorLab([HELD], SMALL) as lab, recording_api(tmp_path, {"keep": 0}) as api:
        await api.change_settings(Settings(when_all_done=plan))
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, 1)
        await api.execute(PauseJobs((job_id,)))
        await api.change_settings(api.settings)
        assert recorded(tmp_path) == []
        over = asyncio.create_task(ends(api))
        lab.change(withholds=())
        await api.execute(ResumeJobs((job_id,)))
        assert (await over).words == "Ran keep."
        assert recorded(tmp_path) == ["keep all"]
        assert api.settings.when_all_done == plan


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def test_a_file_comes_home_from_another_disk(tmp_path: Path, other_disk: Path) -> None:
    sample = SeededSample(20_000_000, seed=8)
    async with MirrorLab([MirrorBehaviour()], sample) as lab, open_api(tmp_path) as api:
        await api.change_settings(Settings(incomplete_folder=other_disk))
        job = await fetch(api, lab.urls, tmp_path)
        assert_done(job, sha256_of(sample))
        assert job.path == tmp_path / "out" / "sample.bin"
        assert (names_in(tmp_path / "out"), names_in(other_disk)) == (["sample.bin"], [])


async def test_a_host_brings_no_more_than_its_share_of_the_month(tmp_path: Path) -> None:
    sample, cap = SeededSample(20_000_000, seed=10), 3_000_000
    both = [MirrorBehaviour(rate_bytes_per_s=4e6)] * 2
    async with MirrorLab(both, sample) as lab, open_api(tmp_path) as api:
        dear = HostPreference(SourceSpec(lab.urls[0]).host, monthly_cap_bytes=cap)
        await api.change_settings(Settings(host_preferences=(dear,)))
        first = await fetch(api, lab.urls, tmp_path)
        assert_done(first, sha256_of(sample))
        brought = source_of(api, first.job_id, lab, 0).received_bytes
        assert brought < 0.8 * sample.size_bytes / 2, "half of the file without a cap"
    async with MirrorLab(both, sample) as lab, open_api(tmp_path) as api:  # known after a restart, to another job
        same = HostPreference(SourceSpec(lab.urls[0]).host.partition(":")[0], monthly_cap_bytes=cap)
        await api.change_settings(Settings(host_preferences=(same,)))
        second = await fetch(api, lab.urls, tmp_path)
        assert_done(second, sha256_of(sample))
        assert source_of(api, second.job_id, lab, 0).received_bytes < 0.4 * cap, "first bytes of a source not measured"
