"""Servers that take a connection and say nothing, or take too few: the others carry the job, and nobody waits for them.

Their own time-outs are an hour here: what waits for one of them never ends.
"""

from pathlib import Path

import pytest
from tests.fakes.downloads import add, assert_done, open_api, settled
from tests.net.hostile.server import Answer, HostileServer

from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobOptions

SAMPLE = SeededSample(3 * 1024**2, seed=11)
PATIENT = JobOptions(connect_timeout_s=3600.0, idle_timeout_s=3600.0)


@pytest.mark.parametrize("scheme", ["https", "ftps", "ftpes", "sftp"])
async def test_a_handshake_that_hangs_holds_up_no_job(scheme: str, tmp_path: Path) -> None:
    async with (
        HostileServer(lambda *_: Answer(b""), greet=False) as mute,
        MirrorLab([MirrorBehaviour()], SAMPLE) as lab,
        open_api(tmp_path) as api,
    ):
        urls = [f"{scheme}://127.0.0.1:{mute.port}/sample.bin", *lab.urls]
        job = await settled(api, await add(api, urls, tmp_path, options=PATIENT))
        assert_done(job, sha256_of(SAMPLE))
        assert mute.connections >= 1


async def test_a_host_that_refuses_connections_gets_fewer_and_brings_all(tmp_path: Path) -> None:
    """It answers 503 to every request beyond two at once, and no other source is there to help."""
    behaviour = MirrorBehaviour(max_requests_at_once=2, latency_s=0.1, connection_rate_bytes_per_s=2e6)
    async with MirrorLab([behaviour], SAMPLE) as lab, open_api(tmp_path) as api:
        job = await settled(api, await add(api, lab.urls, tmp_path))
        assert_done(job, sha256_of(SAMPLE))
        refused = [request for request in lab.mirrors[0].requests if request.status == 503]
    assert refused, "it was asked for more than it takes"
    assert len(refused) <= 16, "and not again and again"
