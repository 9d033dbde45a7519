"""The demo: mirrors on this computer, and a job that fetches their picture.

A demo that was closed half-way goes on at the next start: its job gets the addresses of the new mirrors.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path

from headwater.lab.demo import Demo, start_demo
from headwater.model.commands import AddJob, ResumeJobs, SetSources
from headwater.model.job import Checksum, JobId, JobOptions, JobSpec, JobState
from headwater.model.source import SourceSpec
from headwater_ui.control_face import Control


async def begin_demo(control: Control, folder: Path, select: Callable[[JobId], None]) -> Demo:
    """Start the mirrors (a child process) and a job in `folder`; close the demo at the end. Raises `LocalError`."""
    demo = await asyncio.to_thread(start_demo)
    sources = tuple(SourceSpec(url) for url in demo.urls)
    earlier = next((job for job in control.jobs() if job.folder == folder and job.state is not JobState.DONE), None)
    if earlier is not None:
        await control.execute(SetSources(earlier.job_id, sources))
        if earlier.state is JobState.FAILED:
            await control.execute(ResumeJobs((earlier.job_id,)))
        select(earlier.job_id)
        return demo
    checksum = Checksum("sha-256", demo.sha256, origin="the demo")
    job_id = await control.execute(AddJob(JobSpec(sources, folder, None, JobOptions(checksums=(checksum,)))))
    if job_id is not None:
        select(job_id)
    return demo
