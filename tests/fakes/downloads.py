"""Downloads through the control interface, as the window and the terminal make them: the steps that tests share."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from tests.fakes.waiting import PATIENCE_S

from headwater.control.api import Api, Owner
from headwater.lab.mirrors import MirrorLab
from headwater.model.commands import AddJob
from headwater.model.job import JobId, JobOptions, JobSpec, JobState
from headwater.model.snapshots import FeedEvent, JobSnapshot, SourceSnapshot
from headwater.model.source import SourceSpec


@asynccontextmanager
async def open_api(folder: Path, owner: Owner = Owner.WINDOW) -> AsyncIterator[Api]:
    """An engine on the profile `folder/profile`."""
    api = await Api.open(folder / "profile", owner=owner)
    try:
        yield api
    finally:
        await api.close()


async def add(
    api: Api, urls: Sequence[str], folder: Path, *, name: str | None = None, options: JobOptions | None = None
) -> JobId:
    """Add one job whose mirrors are `urls`; its file goes to `folder/out`."""
    sources = tuple(SourceSpec(url) for url in urls)
    job_id = await api.execute(AddJob(JobSpec(sources, folder / "out", name, options or JobOptions())))
    assert job_id is not None
    return job_id


async def settled(api: Api, job_id: JobId) -> JobSnapshot:
    """Wait until the job is done, failed or paused."""
    async with asyncio.timeout(PATIENCE_S):
        return await api.settled(job_id)


async def fetch(api: Api, urls: Sequence[str], folder: Path, *, options: JobOptions | None = None) -> JobSnapshot:
    """Add a job and wait for its end."""
    return await settled(api, await add(api, urls, folder, options=options))


async def stands(api: Api, holds: Callable[[], object]) -> None:
    """Wait until something holds of the jobs, looking again whenever the feed tells of anything."""
    if not holds():
        await told(api, lambda _event: holds())


async def told(api: Api, wanted: Callable[[FeedEvent], object]) -> None:
    """Wait until the feed tells an event that `wanted` says is the one."""
    came = asyncio.Event()

    def look(events: tuple[FeedEvent, ...]) -> None:
        if any(wanted(event) for event in events):
            came.set()

    unsubscribe = api.feed.subscribe(look)
    try:
        async with asyncio.timeout(PATIENCE_S):
            await came.wait()
    finally:
        unsubscribe()


async def reached(api: Api, job_id: JobId, size_bytes: int) -> None:
    """Wait until the job has received so many bytes."""
    await stands(api, lambda: api.job(job_id).received_bytes >= size_bytes)


def sha256_of_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def assert_done(job: JobSnapshot, digest: str) -> None:
    """The job is done and its file is the right one."""
    assert job.state is JobState.DONE, job
    assert job.path is not None
    assert sha256_of_file(job.path) == digest


def source_of(api: Api, job_id: JobId, lab: MirrorLab, index: int) -> SourceSnapshot:
    """How the source stands that mirror `index` of the lab serves."""
    return next(source for source in api.sources(job_id) if source.url == lab.urls[index])
