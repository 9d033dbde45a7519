"""Steering what runs, in the real window and with the keyboard alone: a knob turned, options chosen anew, a trial."""

from pathlib import Path

from tests.conftest import LabMaker
from tests.fakes.desktop import HEADWATER, WINDOW_MARKS, jobs_in, leave, listed, open_desktop
from tests.fakes.waiting import until

from headwater.control.api import Api
from headwater.engine.job import StoredRow
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob
from headwater.model.job import JobOptions, JobSpec, JobState
from headwater.model.priority import OrderKind
from headwater.model.source import SourceSpec
from headwater.model.spans import Span

pytestmark = WINDOW_MARKS

SIZE = 8_000_000
#: Where the name of the first download stands on the screen.
NAME = (40, 150, 300, 175)


async def test_knobs_and_options_of_a_running_download(tmp_path: Path, mirror_lab: LabMaker) -> None:
    sample = SeededSample(SIZE, seed=5)
    lab = await mirror_lab([MirrorBehaviour(withholds=(Span(SIZE // 2, SIZE),))] * 2, sample, path="/steered.bin")
    profile, folder = tmp_path / "profile", tmp_path / "downloads"
    api = await Api.open(profile)
    await api.execute(AddJob(JobSpec(tuple(map(SourceSpec, lab.urls)), folder)))
    await api.close()

    def options(rows: list[StoredRow]) -> JobOptions:
        return rows[0].record.spec.options

    async with open_desktop("steered") as desktop:
        async with desktop.program(*HEADWATER, "--profile", str(profile)) as window:
            number = await desktop.window("Headwater")
            await desktop.run("xdotool", "windowmove", number, "0", "0", "windowsize", "--sync", number, "1400", "860")
            await until(lambda: lab.sent_bytes, "the download runs")
            await desktop.rest(NAME)
            await desktop.keys("Down", "Home")  # the cursor is on the one download
            # Into the tuning pane, past preset, defaults and trial, to the first knob.
            await desktop.keys("ctrl+6", "Tab", "Tab", "Tab", "Tab")
            await desktop.text("5")
            await desktop.keys("Return")
            await listed(
                profile,
                lambda rows: (own := options(rows).tuning) is not None and own.interval_s == 5.0,
                "the interval is five seconds",
            )
            await desktop.shoot("knob-turned")
            # The options of the same download, which runs on.
            await desktop.window("Headwater")
            await desktop.keys("ctrl+f", "Tab")  # search, and from there to the list
            await desktop.keys("alt+Return")
            await desktop.window("Options of “steered.bin”")
            await desktop.keys("alt+o", "End")
            await desktop.keys("alt+n", "ctrl+a")
            await desktop.text("3")
            await desktop.shoot("options")
            await desktop.keys("Return")
            await listed(
                profile,
                lambda rows: (
                    (own := options(rows).tuning) is not None
                    and (own.interval_s, own.max_channels_per_job) == (5.0, 3)
                    and options(rows).order.kind is OrderKind.FIRST_AND_LAST
                ),
                "three connections, and the last part first",
            )
            await desktop.gone("Options of “steered.bin”")
            # The pane shows what the dialog chose, and adds to it.
            await desktop.window("Headwater")
            await desktop.keys("ctrl+6", "ctrl+6", "Tab", "Tab", "Tab", "Tab", "Tab")
            await desktop.text("6")
            await desktop.keys("Return")
            await listed(
                profile,
                lambda rows: (
                    (own := options(rows).tuning) is not None
                    and (own.sub_intervals, own.max_channels_per_job) == (6, 3)
                ),
                "six sub-intervals, and still three connections",
            )
            await desktop.shoot("options-chosen")
            await leave(desktop, window)
        (job,) = await jobs_in(profile)
        assert job.state is not JobState.FAILED
        assert job.received_bytes > 0
