"""What `tellStatus` says of a download that failed, by what it failed of, and of a file that is being hashed."""

import asyncio
import threading
from pathlib import Path

import pytest
from tests.conftest import LabMaker

from headwater.content.integrity import Findings, IntegrityEngine
from headwater.content.storage_errors import local_error
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import ResumeJobs
from headwater.model.errors import Cause
from headwater.model.job import JobId

from .conftest import Rpc

SAMPLE = SeededSample(300_000, seed=8)
#: One failure is enough.
ONCE = {"max-tries": "1"}


@pytest.mark.parametrize(
    ("behaviour", "code"),
    [
        pytest.param(MirrorBehaviour(stalls_after_bytes=0), "2", id="time out"),
        pytest.param(MirrorBehaviour(status=404), "3", id="not found"),
        pytest.param(MirrorBehaviour(refuses=True), "6", id="no connection"),
        pytest.param(MirrorBehaviour(status=410), "22", id="an answer that helps nobody"),
        pytest.param(MirrorBehaviour(redirect_to=0), "23", id="redirects"),
        pytest.param(MirrorBehaviour(status=401), "24", id="authorization"),
        pytest.param(MirrorBehaviour(status=503), "29", id="overloaded"),
    ],
)
async def test_a_failure_has_aria2s_code(behaviour: MirrorBehaviour, code: str, rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([behaviour], SAMPLE)
    patience = {"timeout": "1"} if behaviour.stalls_after_bytes is not None else {}
    gid = await rpc.call("aria2.addUri", list(lab.urls), ONCE | patience)
    await rpc.api.settled(JobId(gid))
    status = await rpc.call("aria2.tellStatus", gid, ["status", "errorCode", "errorMessage"])
    assert (status["status"], status["errorCode"]) == ("error", code), status
    assert status["errorMessage"]


async def test_a_wrong_checksum_has_its_own_code(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    gid = await rpc.call("aria2.addUri", list(lab.urls), {"checksum": f"sha-256={'ab' * 32}"})
    await rpc.api.settled(JobId(gid))
    assert (await rpc.call("aria2.tellStatus", gid))["errorCode"] == "32"


async def test_a_second_try_that_succeeds_has_no_code(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(status=404)], SAMPLE)
    gid = await rpc.call("aria2.addUri", list(lab.urls))
    assert (await rpc.api.settled(JobId(gid))).cause is Cause.NOT_FOUND
    lab.change(status=None)
    await rpc.api.execute(ResumeJobs((JobId(gid),)))
    await rpc.api.settled(JobId(gid))
    assert (await rpc.call("aria2.tellStatus", gid))["errorCode"] == "0"


def test_a_full_disk_is_told_from_a_broken_one(tmp_path: Path) -> None:
    assert local_error(OSError(28, "No space left on device"), tmp_path).cause is Cause.DISK_FULL
    assert local_error(OSError(5, "Input/output error"), tmp_path).cause is Cause.DISK


async def test_what_was_hashed_is_told_while_it_is_hashed(
    rpc: Rpc, mirror_lab: LabMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    gid = await rpc.call("aria2.addUri", list(lab.urls), {"checksum": f"sha-256={sha256_of(SAMPLE)}"})
    await rpc.api.settled(JobId(gid))
    assert "verifiedLength" not in await rpc.call("aria2.tellStatus", gid)
    loop, hashing, gate = asyncio.get_running_loop(), asyncio.Event(), threading.Event()
    really = IntegrityEngine.catch_up

    def slow(engine: IntegrityEngine) -> Findings:
        findings = really(engine)
        loop.call_soon_threadsafe(hashing.set)
        assert gate.wait(60)
        return findings

    monkeypatch.setattr(IntegrityEngine, "catch_up", slow)
    repair = asyncio.create_task(rpc.call("headwater.repair", gid))
    try:
        await hashing.wait()
        assert (await rpc.call("aria2.tellStatus", gid, ["verifiedLength"])) == {
            "verifiedLength": str(SAMPLE.size_bytes)
        }
    finally:
        gate.set()
    assert await repair == "OK"
    assert "verifiedLength" not in await rpc.call("aria2.tellStatus", gid)
