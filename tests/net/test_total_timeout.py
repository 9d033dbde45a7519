"""The total time-out of a request through the whole engine; slowness is made by withholding."""

from pathlib import Path

from tests.fakes.downloads import add, assert_done, open_api, settled

from headwater.engine.channel_settings import total_timeout_s
from headwater.engine.settings import Settings
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobOptions
from headwater.model.spans import Span
from headwater.model.tuning import Tuning


async def test_a_request_that_takes_too_long_is_ended_and_others_bring_its_rest(tmp_path: Path) -> None:
    """One mirror holds back what follows its first bytes for good, and nothing else would end that so soon."""
    sample = SeededSample(2_000_000)
    behaviours = [MirrorBehaviour(withholds=(Span(64 * 1024, sample.size_bytes),)), MirrorBehaviour()]
    options = JobOptions(idle_timeout_s=3600.0, total_timeout_s=2.0, tuning=Tuning(recovery=0.0, hedging=0.0))
    async with MirrorLab(behaviours, sample) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=options)
        assert_done(await settled(api, job_id), sha256_of(sample))
        lines = [line.words for line in api.activity(job_id)]
    assert "A request took longer than 2 s and was ended; its rest is asked for anew." in lines


def test_a_jobs_own_total_time_out_goes_before_that_of_the_settings() -> None:
    settings = Settings(total_timeout_s=60.0)
    assert total_timeout_s(JobOptions(), settings) == 60.0
    assert total_timeout_s(JobOptions(total_timeout_s=5.0), settings) == 5.0
    assert total_timeout_s(JobOptions(total_timeout_s=0.0), settings) is None
    assert total_timeout_s(JobOptions(), Settings()) is None
