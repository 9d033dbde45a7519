"""The list's side of the real window, driven as a person would: a source dragged to another rank, the end stopped."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.conftest import LabMaker
from tests.fakes.commands import recorded, recording_path
from tests.fakes.desktop import HEADWATER, WINDOW_MARKS, Desktop, jobs_in, leave, listed, open_desktop
from tests.fakes.downloads import open_api
from tests.fakes.waiting import until

from headwater.control.api import Api
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.arrangement import EndAction, EndPlan
from headwater.model.commands import AddJob
from headwater.model.job import JobSpec, JobState
from headwater.model.source import SourceSpec
from headwater.model.spans import Span

pytestmark = WINDOW_MARKS

#: Ranks and names of the sources, on the screen.
RANKS = (10, 739, 200, 819)


async def prepared(profile: Path, folder: Path, sources: Sequence[SourceSpec], plan: EndPlan | None = None) -> None:
    """A profile with one job, which waits for the window."""
    api = await Api.open(profile)
    try:
        if plan is not None:
            await api.change_settings(type(api.settings)(when_all_done=plan))
        await api.execute(AddJob(JobSpec(tuple(sources), folder)))
    finally:
        await api.close()


async def drag(desktop: Desktop, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press, move in steps as a hand does, let go."""
    x, y = start
    await desktop.run("xdotool", "mousemove", str(x), str(y), "mousedown", "1")
    for step in range(1, 11):
        at = (x + (end[0] - x) * step // 10, y + (end[1] - y) * step // 10)
        await desktop.run("xdotool", "mousemove", str(at[0]), str(at[1]), "sleep", "0.03")
    await desktop.run("xdotool", "mouseup", "1")


async def test_a_source_is_dragged_to_the_first_rank(tmp_path: Path, mirror_lab: LabMaker) -> None:
    profile = tmp_path / "profile"
    sample = SeededSample(40_000_000, seed=3)
    lab = await mirror_lab([MirrorBehaviour(withholds=(Span(100_000, sample.size_bytes),))] * 3, sample)
    await prepared(profile, tmp_path / "downloads", [SourceSpec(url, place=i) for i, url in enumerate(lab.urls, 1)])
    async with open_desktop("rank") as desktop, desktop.program(*HEADWATER, "--profile", str(profile)) as window:
        number = await desktop.window("Headwater")
        await desktop.run("xdotool", "windowmove", number, "0", "0", "windowsize", "--sync", number, "1400", "860")
        await until(lambda: lab.sent_bytes, "the download runs")
        before = await desktop.rest(RANKS)
        await desktop.shoot("before")
        await drag(desktop, (130, 808), (130, 743))  # from the third row to above the first
        await listed(
            profile,
            lambda rows: [source.place for source in rows[0].record.spec.sources] == [2, 3, 1],
            "the third became the first",
        )
        await desktop.rest(RANKS, unlike=before)
        await desktop.shoot("dragged")
        await leave(desktop, window)
    async with open_api(tmp_path) as api:
        (job,) = api.jobs()
        sources = api.spec(job.job_id).sources
        assert [(source.url, source.place) for source in sources] == list(zip(lab.urls, (2, 3, 1), strict=True))
        assert (job.state, job.error) == (JobState.RUNNING, None), "it went on meanwhile, and goes on now"


async def test_the_computer_is_shut_down_unless_one_stops_it(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(3_000_000, seed=4))
    for name, countdown_s in (("stopped", 3600.0), ("let", 1.0)):
        profile, home = tmp_path / name, tmp_path / f"{name}-files"
        home.mkdir()
        await prepared(profile, home, [SourceSpec(lab.urls[0])], EndPlan(EndAction.SHUT_DOWN, countdown_s=countdown_s))
        path = recording_path(home, {"systemctl": 0, "loginctl": 0})
        async with open_desktop(f"end-{name}") as desktop:
            desktop.environment["PATH"] = f"{path}{os.pathsep}{desktop.environment['PATH']}"
            async with desktop.program(*HEADWATER, "--profile", str(profile)) as window:
                await until((home / "sample.bin").exists, "the download is done")
                if name == "stopped":
                    await desktop.window("When all is done")
                    await desktop.shoot("countdown")
                    await desktop.keys("Escape")
                else:
                    await until(partial(recorded, home), "the computer is told")
                await desktop.gone("When all is done")
                await leave(desktop, window)
        assert recorded(home) == ([] if name == "stopped" else ["systemctl poweroff"])
        (job,) = await jobs_in(profile)
        assert job.state is JobState.DONE
        api = await Api.open(profile)
        assert api.settings.when_all_done.action is EndAction.NOTHING
        await api.close()
