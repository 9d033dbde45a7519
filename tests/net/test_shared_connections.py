"""Jobs that run at once share the connections that a host may have, over real sockets."""

import asyncio
from pathlib import Path

from tests.fakes.downloads import add, open_api
from tests.fakes.waiting import PATIENCE_S

from headwater.control.api import Api
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import PauseJobs
from headwater.model.job import JobId, JobOptions
from headwater.model.tuning import Tuning


async def channels(api: Api, jobs: list[JobId], holds: list[range]) -> None:
    """Wait until each job has a number of connections that it may have."""
    async with asyncio.timeout(PATIENCE_S):
        while not all(len(api.channels(job)) in wanted for job, wanted in zip(jobs, holds, strict=True)):  # noqa: ASYNC110  # channels are asked for, not told of
            await asyncio.sleep(0.02)


async def test_a_host_s_connections_are_divided_among_jobs(tmp_path: Path) -> None:
    options = JobOptions(tuning=Tuning(max_channels_per_source=6, max_channels_per_host=6))
    endless = SeededSample(4 * 1024**3)
    mirror = MirrorBehaviour(rate_bytes_per_s=8e6, connection_rate_bytes_per_s=1e6)
    async with MirrorLab([mirror], endless) as lab, open_api(tmp_path) as api:
        first = await add(api, lab.urls, tmp_path, name="1.bin", options=options)
        await channels(api, [first], [range(4, 7)])
        others = [await add(api, lab.urls, tmp_path, name=f"{number}.bin", options=options) for number in (2, 3)]
        await channels(api, [first, *others], [range(1, 3)] * 3)
        await api.execute(PauseJobs(tuple(others)))
        await channels(api, [first], [range(4, 7)])
