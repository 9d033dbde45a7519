"""The demo's child process, and the command behind `headwater-cli lab mirrors`."""

import argparse
import hashlib
import json
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from tests.fakes.waiting import PATIENCE_S

from headwater.lab.demo import DEMO_MIRRORS, start_demo
from headwater.lab.mirrors_command import parse_bytes, parse_mirror
from headwater.lab.sample import FileSample, SeededSample, demo_picture, sha256_of, write_sample
from headwater.lab.scenario_mirrors import behaviours_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.errors import UserError
from headwater.simulation.shipped import shipped_scenario


def test_demo_serves_the_picture_until_it_is_closed() -> None:
    with start_demo() as demo:
        assert len(demo.urls) == 4
        assert len(set(demo.urls)) == 4
        request = urllib.request.Request(demo.urls[0], headers={"Range": "bytes=0-2"})
        with urllib.request.urlopen(request) as answer:
            assert answer.read() == b"\xff\xd8\xff"
    assert "over" in repr(demo)
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(demo.urls[0])
    demo.close()


def test_demo_ends_when_its_parent_is_killed() -> None:
    code = "from headwater.lab.demo import start_demo; d = start_demo(); print(d.urls[0], flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout is not None
        assert parent.stderr is not None
        url = parent.stdout.readline().strip()
        parent.kill()
        # The mirrors inherited the standard error: its pipe ends when they do.
        assert parent.stderr.read() == ""
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(url)


def test_picture_is_a_progressive_jpeg_that_takes_half_a_minute() -> None:
    picture = demo_picture()
    data = picture.read(0, picture.size_bytes)
    assert data.startswith(b"\xff\xd8")
    assert b"\xff\xc2" in data[:2048]  # SOF2: progressive
    rate = sum(mirror.rate_bytes_per_s or 0 for mirror in DEMO_MIRRORS)
    assert 10 < picture.size_bytes / rate < 40
    assert sum(mirror.dies_after_bytes is not None for mirror in DEMO_MIRRORS) == 1


def test_command_serves_a_file_until_interrupted(tmp_path: Path) -> None:
    path = tmp_path / "some file.bin"
    path.write_bytes(b"x" * 1000)
    command = [sys.executable, "-m", "headwater.lab.mirrors_command", str(path), "--json", "--mirror", "latency=0.01"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        with urllib.request.urlopen(told["urls"][0]) as answer:
            assert answer.read() == b"x" * 1000
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE_S) == 0
    assert told["sha256"] == hashlib.sha256(b"x" * 1000).hexdigest()
    assert told["size_bytes"] == 1000


def test_mirrors_are_described_in_words() -> None:
    assert parse_mirror("rate=2M, latency=0.1,dies-after=8MiB,chunked") == MirrorBehaviour(
        rate_bytes_per_s=2_000_000, latency_s=0.1, dies_after_bytes=8 * 2**20, chunked=True
    )
    assert parse_mirror("redirect-to=2").redirect_to == 2
    assert parse_mirror("redirect-to=http://host/").redirect_to == "http://host/"
    for wrong in ("rat=2M", "rate", "rate=fast", "chunked=yes"):
        with pytest.raises(argparse.ArgumentTypeError):
            parse_mirror(wrong)


def test_bytes_are_read_with_units() -> None:
    assert [parse_bytes(text) for text in ("12", "1.5K", "2MB", "64Mi", "1GiB")] == [
        12,
        1500,
        2_000_000,
        64 * 2**20,
        2**30,
    ]


def test_samples_read_alike_wherever_they_are_cut(tmp_path: Path) -> None:
    sample = SeededSample(200_001, seed=3)
    whole = sample.read(0, 300_000)
    assert len(whole) == 200_001
    for start, size in ((0, 1), (65_535, 2), (65_536, 65_536), (199_999, 10), (200_001, 5)):
        assert sample.read(start, size) == whole[start : start + size]
    blocks = [whole[start : start + 65_536] for start in range(0, 200_001, 65_536)]
    assert len(set(blocks)) == len(blocks)
    assert SeededSample(200_001, seed=4).read(0, 100) != whole[:100]
    copy = FileSample(write_sample(sample, tmp_path / "copy"))
    assert sha256_of(copy) == sha256_of(sample) == hashlib.sha256(whole).hexdigest()


def test_scenarios_become_mirrors_with_the_same_rates() -> None:
    dead = behaviours_of(shipped_scenario("two_dead_of_five"))
    assert [mirror.dies_at_s for mirror in dead if mirror.dies_at_s is not None] == [3.0, 6.0]
    collapsing = behaviours_of(shipped_scenario("collapse"))[0]
    assert (collapsing.rate_at(4.9), collapsing.rate_at(5.0)) == (20e6, 0.2e6)
    on_off = [mirror for mirror in behaviours_of(shipped_scenario("on_off")) if mirror.rate_steps]
    assert on_off
    assert all(mirror.rate_at(3.5) == 0 and (mirror.rate_at(5.5) or 0) > 0 for mirror in on_off[:1])
    capped = behaviours_of(shipped_scenario("per_connection_cap"))[0]
    assert (capped.rate_bytes_per_s, capped.connection_rate_bytes_per_s, capped.max_requests_at_once) == (20e6, 4e6, 6)
    assert any(mirror.holds for mirror in behaviours_of(shipped_scenario("partial_mirrors")))
    with pytest.raises(UserError, match="access link"):
        behaviours_of(shipped_scenario("access_link_100"))
