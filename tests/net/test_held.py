"""Jobs that are held for a while, by a real engine on its files: what is on the disk while they are."""

from pathlib import Path

from tests.fakes.downloads import add, open_api, reached

from headwater.control.api import Api, Settings
from headwater.engine.catalog import Catalog
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import PauseJobs, ResumeJobs
from headwater.model.job import JobId, JobState
from headwater.model.spans import Span

SMALL = SeededSample(400_000, seed=1)
#: Its end never comes by itself.
HELD = MirrorBehaviour(withholds=(Span(200_000, 400_000),))


def states(api: Api, *job_ids: JobId) -> str:
    return " ".join(api.job(job_id).state.value for job_id in job_ids)


async def test_what_is_only_held_goes_on_after_a_kill(tmp_path: Path) -> None:
    """As a window does with what is about to be removed: the disk never says that it is paused."""
    async with MirrorLab([HELD], SMALL) as lab:
        async with open_api(tmp_path) as api:
            await api.change_settings(Settings(running_at_once=1))
            running, waiting, paused = [await add(api, lab.urls, tmp_path) for _ in range(3)]
            await reached(api, running, 1)
            await api.execute(PauseJobs((running, waiting, paused), is_lasting=False))
            assert states(api, running, waiting, paused) == "paused paused paused"
            await api.execute(PauseJobs((paused,)))
            catalog = await Catalog.open(api.profile.catalog_path)
            kept = {row.job_id: row.state for row in await catalog.rows()}
            await catalog.close()
            assert kept == {running: JobState.WAITING, waiting: JobState.WAITING, paused: JobState.PAUSED}
        async with open_api(tmp_path) as api:
            assert states(api, running, waiting, paused) == "running waiting paused"
            await api.execute(PauseJobs((running,), is_lasting=False))
            await api.execute(ResumeJobs((running,)))
            await api.execute(PauseJobs((running,)))
        async with open_api(tmp_path) as api:
            assert states(api, running) == "paused", "what was held once is paused as any other"
