"""The real preview pane on a job of a real engine, from mirrors that may keep a part of the file back.

Needs a `QApplication` and a loop that Qt hosts. What must not be there yet is withheld; nothing here is merely slow.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.fakes.waiting import until

from headwater.control.api import Api
from headwater.control.window_api import WindowApi
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import Sample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob
from headwater.model.job import JobId, JobSpec
from headwater.model.source import SourceSpec
from headwater.model.spans import Span
from headwater_ui.bridge import Bridge
from headwater_ui.preview.archive_view import ArchiveView
from headwater_ui.preview.media_view import MediaView
from headwater_ui.preview.pdf_view import PdfView
from headwater_ui.preview.preview_pane import PreviewPane


class Stage:
    """An engine, and the pane that looks into its job; `job_id` is known once there is one."""

    job_id: JobId

    def __init__(self, api: Api, bridge: Bridge, pane: PreviewPane) -> None:
        self.api, self.bridge, self.pane = api, bridge, pane

    async def look_into(self, urls: Sequence[str], folder: Path, name: str) -> None:
        """Add a job and show it."""
        self.job_id = await add_job(self.api, urls, folder, name)
        self.pane.show_job(self.api.job(self.job_id))

    @property
    def film(self) -> MediaView:
        assert self.pane.viewers.film is not None
        return self.pane.viewers.film

    @property
    def shows_film(self) -> bool:
        """Whether a film has shown a picture."""
        return self.pane.viewers.film is not None and self.pane.viewers.film.frames > 0

    @property
    def pdf(self) -> PdfView:
        assert self.pane.viewers.pdf is not None
        return self.pane.viewers.pdf

    @property
    def archive(self) -> ArchiveView:
        assert self.pane.viewers.archive is not None
        return self.pane.viewers.archive


async def add_job(api: Api, urls: Sequence[str], folder: Path, name: str) -> JobId:
    job_id = await api.execute(AddJob(JobSpec(tuple(map(SourceSpec, urls)), folder, name)))
    assert job_id is not None
    return job_id


@asynccontextmanager
async def open_pane(profile: Path) -> AsyncIterator[Stage]:
    """A pane on an engine of its own, which has no job yet."""
    QApplication.setQuitOnLastWindowClosed(False)  # as the program has it
    api = await WindowApi.open(profile)
    bridge = Bridge()
    bridge.attach(api)
    pane = PreviewPane(bridge)
    pane.resize(500, 600)
    pane.show()
    try:
        yield Stage(api, bridge, pane)
    finally:
        pane.close_streams()
        await until(lambda: not bridge._tasks, "the pane has closed its streams", every_s=0.002)
        pane.close()
        pane.deleteLater()
        bridge.detach()
        await api.close()


def part_of(sample: Sample, share: Sequence[float]) -> tuple[Span, ...]:
    """What is to be withheld: `share` is where it begins and ends, as fractions of the file; empty for nothing."""
    return (Span(*(int(sample.size_bytes * place) for place in share)),) if share else ()


@asynccontextmanager
async def two_mirrors(sample: Sample, *withheld: float) -> AsyncIterator[MirrorLab]:
    """Two mirrors of a file that keep a part of it back (see `part_of`)."""
    async with MirrorLab([MirrorBehaviour(latency_s=0.02, withholds=part_of(sample, withheld))] * 2, sample) as lab:
        yield lab


def withhold(lab: MirrorLab, *share: float) -> None:
    """From now on all mirrors keep back this part of the file and nothing else; no numbers: nothing at all."""
    lab.change(withholds=part_of(lab.sample, share))


@asynccontextmanager
async def stage(folder: Path, sample: Sample, *withheld: float) -> AsyncIterator[tuple[Stage, MirrorLab]]:
    """The pane on a job from two mirrors that keep a part of its file back (see `part_of`)."""
    async with two_mirrors(sample, *withheld) as lab, open_pane(folder / "profile") as shown:
        await shown.look_into(lab.urls, folder, "got.bin")
        yield shown, lab
