"""What is known of a finished download when the program starts again: what each source brought, and the file's name."""

from pathlib import Path

from tests.fakes.downloads import add, open_api, settled

from headwater.control.api import Api
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobId, JobState
from headwater.model.source import SourceState

SIZE = 3_000_000


def brought(api: Api, job_id: JobId) -> dict[int, tuple[SourceState, int, str | None]]:
    return {
        source.source_id: (source.state, source.received_bytes, source.reason and str(source.reason))
        for source in api.sources(job_id)
    }


async def test_what_each_source_brought_outlasts_a_restart(tmp_path: Path) -> None:
    gone = MirrorBehaviour(status=404)
    async with MirrorLab([MirrorBehaviour(), MirrorBehaviour(), gone], SeededSample(SIZE, seed=1)) as lab:
        async with open_api(tmp_path) as api:
            job_id = await add(api, lab.urls, tmp_path)
            assert (await settled(api, job_id)).state is JobState.DONE
            before = brought(api, job_id)
        async with open_api(tmp_path) as api:
            after = brought(api, job_id)
            assert {number: (state, reason) for number, (state, _, reason) in after.items()} == {
                number: (state, reason) for number, (state, _, reason) in before.items()
            }
            assert sum(received for _, received, _ in after.values()) == SIZE, "of the file, whatever came twice"
            state, received, reason = after[2]
            assert (state, received) == (SourceState.SET_ASIDE, 0)
            assert reason is not None
            assert "404" in reason


async def test_a_file_is_called_as_it_lies_there(tmp_path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()], SeededSample(SIZE, seed=1), path="/film.mkv") as lab:
        async with open_api(tmp_path) as api:
            jobs = []
            for _ in range(2):
                jobs.append(await add(api, lab.urls, tmp_path))
                await settled(api, jobs[-1])
            names = [api.job(job_id).name for job_id in jobs]
            assert names == ["film.mkv", "film (1).mkv"]
            assert names == [path.name for job_id in jobs if (path := api.job(job_id).path) is not None]
        async with open_api(tmp_path) as api:
            assert [api.job(job_id).name for job_id in jobs] == names
