"""Jobs that run at once share the connections that a host may have, over real sockets.

Each job has six sources on one host, which may have one connection each: how many are open is then a matter of what the
host may have, and not of what was learned, on however busy a computer, of what one more connection brings.
"""

from pathlib import Path
from typing import Final

from tests.fakes.downloads import add, open_api
from tests.fakes.waiting import until

from headwater.control.api import Api
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import PauseJobs
from headwater.model.job import JobId, JobOptions
from headwater.model.tuning import Tuning

OPTIONS: Final = JobOptions(tuning=Tuning(max_channels_per_source=1, max_channels_per_host=6))


async def channels(api: Api, *counts: tuple[JobId, int]) -> None:
    """Wait until each job has as many connections as it may have."""
    await until(
        lambda: all(len(api.channels(job)) == count for job, count in counts),
        f"so many connections each: {[count for _, count in counts]}",
    )


async def test_a_host_s_connections_are_divided_among_jobs(tmp_path: Path) -> None:
    endless = SeededSample(1024**3)
    async with MirrorLab([MirrorBehaviour(rate_bytes_per_s=2e6)], endless) as lab, open_api(tmp_path) as api:
        urls = [f"{lab.urls[0]}?way={number}" for number in range(6)]
        first = await add(api, urls, tmp_path, name="1.bin", options=OPTIONS)
        await channels(api, (first, 6))
        second, third = [await add(api, urls, tmp_path, name=f"{number}.bin", options=OPTIONS) for number in (2, 3)]
        await channels(api, (first, 2), (second, 2), (third, 2))
        await api.execute(PauseJobs((third,)))
        await channels(api, (first, 3), (second, 3))
        await api.execute(PauseJobs((second,)))
        await channels(api, (first, 6))
