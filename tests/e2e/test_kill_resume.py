"""kill -9 at random moments: every restart resumes, the result is right, and nothing durable is fetched again.

The terminal is run as people run it, in a process of its own; the mirrors live in this one and count what they send.
Moments are drawn from a seeded generator that the test names. Real time passes here, on purpose.
"""

import asyncio
import json
import os
import random
import signal
import sys
from pathlib import Path

import pytest
from tests.fakes.downloads import sha256_of_file

from headwater.content.journal import Journal
from headwater.engine.catalog import Catalog
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.spans import SpanSet
from headwater.model.tuning import Tuning

#: Time in which a run is killed, from its start, in seconds: also in the middle of starting and of finishing.
_KILL_WITHIN_S = (0.15, 1.1)
_MIB = 1024**2
#: Where no hash is trusted, so much is asked of a second source, to compare.
_SAMPLED_BYTES = Tuning().samples * 16 * 1024


async def _run(arguments: list[str], kill_after_s: float | None) -> tuple[int, bytes, bytes]:
    """Run `headwater-cli get`; kill it without warning after a while if it still runs."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "headwater.control.cli",
        "get",
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONWARNINGS": "default"},
    )
    output = asyncio.create_task(process.communicate())
    done, _ = await asyncio.wait({output}, timeout=kill_after_s)
    if not done:
        process.send_signal(signal.SIGKILL)
    stdout, stderr = await output
    assert process.returncode is not None
    return process.returncode, stdout, stderr


async def _durable(profile: Path) -> SpanSet:
    """What the journal of the one unfinished job claims to be on the disk."""
    if not (profile / "catalog.sqlite3").exists() or not (profile / "journal.sqlite3").exists():
        return SpanSet()
    catalog = await Catalog.open(profile / "catalog.sqlite3")
    journal = await Journal.open(profile / "journal.sqlite3")
    try:
        entries = [await journal.load(row.job_id) for row in await catalog.rows()]
        return SpanSet(span for entry in entries if entry is not None for span in entry.stored.durable)
    finally:
        await journal.close()
        await catalog.close()


async def _kill_in_a_loop(kills: int, seed: int, tmp_path: Path) -> None:
    print(f"seed {seed}")  # noqa: T201  # a seed that fails must be known
    chance = random.Random(seed)
    size = 24 * _MIB + 77
    done = finished = 0
    while done < kills:
        sample = SeededSample(size, seed=seed + finished)
        digest = sha256_of(sample)
        folder = tmp_path / f"out{finished}"
        profile = tmp_path / "profile"
        # Slow enough that a download lasts several lives.
        mirrors = [MirrorBehaviour(rate_bytes_per_s=2.5 * _MIB, latency_s=0.005)] * 3
        async with MirrorLab(mirrors, sample) as lab:
            arguments = ["--profile", str(profile), "-d", str(folder), "--quiet", "--json", *lab.urls]
            while True:
                durable, asked = await _durable(profile), [len(mirror.requests) for mirror in lab.mirrors]
                kill_after_s = chance.uniform(*_KILL_WITHIN_S) if done < kills else None
                status, stdout, stderr = await _run(arguments, kill_after_s)
                assert status in (0, -signal.SIGKILL), stderr.decode()
                if status == 0:
                    break
                done += 1
                part = list(folder.glob("*.part")) if folder.exists() else []
                assert len(part) <= 1, "a restart takes up the old part file"
            report = json.loads(stdout)
            assert sha256_of_file(Path(report["path"])) == digest
            assert [path.name for path in folder.iterdir()] == ["sample.bin"]
            last = [
                request for mirror, begin in zip(lab.mirrors, asked, strict=True) for request in mirror.requests[begin:]
            ]
            again = sum(durable.bytes_within(span) for request in last for span in request.spans)
            assert again <= _SAMPLED_BYTES, "what was durable is not fetched again"
            assert not stderr, stderr.decode()
        finished += 1


@pytest.mark.timeout(1800)
async def test_twenty_kills_cost_nothing_that_was_durable(tmp_path: Path) -> None:
    await _kill_in_a_loop(20, seed=20, tmp_path=tmp_path)


@pytest.mark.stress
@pytest.mark.timeout(3600)
async def test_two_hundred_kills(tmp_path: Path) -> None:
    await _kill_in_a_loop(200, seed=200, tmp_path=tmp_path)
