"""Downloads from the server that most mirrors run: nginx as Debian packs it, in a process of its own."""

import os
from pathlib import Path

import pytest
from tests.fakes.downloads import assert_done, fetch, open_api
from tests.fakes.nginx import NginxMirrors, find_nginx

from headwater.lab.sample import SeededSample, sha256_of, write_sample
from headwater.model.job import Checksum, JobOptions, JobState
from headwater.model.snapshots import JobSnapshot

pytestmark = pytest.mark.skipif(find_nginx() is None, reason="nginx is not installed")

BIG = SeededSample(64 * 1024**2, seed=7)


@pytest.mark.parametrize("servers", [1, 2, 8])
async def test_brings_64_mib_right(servers: int, tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    write_sample(BIG, tmp_path / "root" / "file.iso")
    digest = sha256_of(BIG)
    with NginxMirrors(tmp_path / "root", servers, tmp_path / "nginx") as mirrors:
        async with open_api(tmp_path) as api:
            options = JobOptions(checksums=(Checksum("sha-256", digest),), use_server_time=True)
            job = await fetch(api, mirrors.urls("file.iso"), tmp_path, options=options)
            errors = sum(source.errors for source in api.sources(job.job_id))
    assert_done(job, digest)
    assert job.path == tmp_path / "out" / "file.iso"
    assert job.path.stat().st_mtime == int((tmp_path / "root" / "file.iso").stat().st_mtime)
    assert errors == 0


async def fetch_from(folder: Path, name: str, extra: str = "") -> JobSnapshot:
    """Fetch a file that lies in `folder/root` from one server, with `extra` directives; `name` as a URL has it."""
    with NginxMirrors(folder / "root", 1, folder / "nginx", extra) as mirrors:
        async with open_api(folder) as api:
            return await fetch(api, mirrors.urls(name), folder)


async def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "empty.txt").touch()
    job = await fetch_from(tmp_path, "empty.txt")
    assert job.state is JobState.DONE, job
    assert job.path is not None
    assert job.path.stat().st_size == 0


async def test_a_server_without_ranges(tmp_path: Path) -> None:
    small = SeededSample(5 * 1024**2 + 1, seed=9)
    (tmp_path / "root").mkdir()
    write_sample(small, tmp_path / "root" / "file.iso")
    assert_done(await fetch_from(tmp_path, "file.iso", "max_ranges 0;"), sha256_of(small))


async def test_a_name_that_needs_quoting(tmp_path: Path) -> None:
    small = SeededSample(100_000, seed=9)
    (tmp_path / "root").mkdir()
    write_sample(small, tmp_path / "root" / "ein Bär & 100%.bin")
    job = await fetch_from(tmp_path, "ein%20B%C3%A4r%20%26%20100%25.bin")
    assert_done(job, sha256_of(small))
    assert job.name == "ein Bär & 100%.bin"
    assert os.listdir(tmp_path / "out") == ["ein Bär & 100%.bin"]  # noqa: PTH208  # the name as the system has it
