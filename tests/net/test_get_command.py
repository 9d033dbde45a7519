"""`headwater-cli get` as people and scripts run it: a process of its own, its outputs and its exit status."""

import asyncio
import hashlib
import json
import lzma
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.fakes.downloads import sha256_of_file
from tests.fakes.list_server import ListServer
from tests.fakes.waiting import PATIENCE_S, until

from headwater.engine.catalog import Catalog
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.spans import Span

SAMPLE = SeededSample(2 * 1024**2 + 11, seed=3)
DIGEST = sha256_of(SAMPLE)
GOOD = MirrorBehaviour(rate_bytes_per_s=4e6)
COMMAND = (sys.executable, "-m", "headwater.control.cli")


@asynccontextmanager
async def started(folder: Path, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`headwater-cli` with a profile of the test's own, in `folder`."""
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        *arguments,
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "HEADWATER_HOME": str(folder / "profile")},
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def run(folder: Path, *arguments: str) -> tuple[int, bytes, str]:
    """Exit status, standard output, standard error."""
    async with started(folder, *arguments) as process:
        stdout, stderr = await process.communicate()
        assert process.returncode is not None
        return process.returncode, stdout, stderr.decode()


def finished_digests(folder: Path) -> set[str]:
    """What the finished files in a folder are."""
    return {sha256_of_file(path) for path in folder.glob("sample*.bin")}


async def test_a_mirror_that_holds_the_file_compressed_helps_and_may_stand_alone(tmp_path: Path) -> None:
    data = SAMPLE.read(0, SAMPLE.size_bytes)
    packed = {"/a/sample.bin.xz": lzma.compress(data, preset=0)}
    async with ListServer(packed) as wrapped, ListServer({"/sample.bin": data}) as plain:
        # The first refuses what the second has to give: only decoding brings the file.
        status, _, errors = await run(tmp_path, "get", f"{plain.url}/gone/sample.bin", f"{wrapped.url}/a/sample.bin.xz")
        assert status == 0, errors
        assert finished_digests(tmp_path) == {DIGEST}
        status, _, errors = await run(tmp_path, "get", "-d", "lone", "--unwrap", f"{wrapped.url}/a/sample.bin.xz")
        assert status == 0, errors
        assert finished_digests(tmp_path / "lone") == {DIGEST}


async def test_a_terminal_says_until_when_it_waits(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(status=429, retry_after_s=3600)], SAMPLE)
    async with asyncio.timeout(PATIENCE_S), started(tmp_path, "get", lab.urls[0]) as process:
        assert process.stderr is not None
        line = (await process.stderr.readline()).decode()
        assert re.search(rf"Waiting: {lab.mirrors[0].host}:\d+ is asked again at [-0-9 ]*\d\d:\d\d\.", line), line
        assert "asks for patience (429)" in line
        process.terminate()
        assert "interrupted" in (await process.stderr.read()).decode()
    assert len(lab.mirrors[0].requests) == 1


async def test_a_fresh_link_beside_the_expired_one_goes_on(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(withholds=(Span(700_000, SAMPLE.size_bytes),))], SAMPLE)
    url = lab.urls[0]
    async with started(tmp_path, "get", f"{url}?signed=1") as process:
        await until(lambda: lab.sent_bytes >= 600_000, "a third of the file was sent")
        lab.mirrors[0].die()  # and with it the answer that is under way
        lab.change(status=403, withholds=())
        await lab.mirrors[0].revive()
        _, stderr = await process.communicate()
    assert process.returncode == 1
    assert "name the fresh link beside the old one" in stderr.decode()
    lab.change(status=None)
    sent = lab.sent_bytes
    status, _, errors = await run(tmp_path, "get", f"{url}?signed=1", f"{url}?signed=2")
    assert status == 0, errors
    assert finished_digests(tmp_path) == {DIGEST}
    assert lab.sent_bytes - sent < SAMPLE.size_bytes, "it went on with what was here"


async def test_fetches_into_the_present_folder(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([GOOD, GOOD], SAMPLE)
    status, stdout, stderr = await run(tmp_path, "get", f"--checksum=sha-256={DIGEST}", *lab.urls)
    assert status == 0
    assert stdout == b""
    assert str(tmp_path / "sample.bin") in stderr
    assert "right" in stderr
    assert sha256_of_file(tmp_path / "sample.bin") == DIGEST


async def test_json_is_one_object_with_what_was_promised(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([GOOD, MirrorBehaviour(status=404)], SAMPLE)
    status, stdout, stderr = await run(
        tmp_path, "get", "--json", "--quiet", "-d", "deep/down", "-o", "my.bin", *lab.urls
    )
    assert (status, stderr) == (0, "")
    report = json.loads(stdout)
    assert report["path"] == str(tmp_path / "deep" / "down" / "my.bin")
    assert report["size_bytes"] == SAMPLE.size_bytes
    assert report["elapsed_s"] > 0.4
    assert report["mean_bytes_per_s"] == pytest.approx(SAMPLE.size_bytes / report["elapsed_s"], rel=0.02)
    good, bad = report["sources"]
    assert (good["url"], good["errors"]) == (lab.urls[0], 0)
    assert good["bytes"] == SAMPLE.size_bytes
    assert good["requests"] >= 1
    assert (bad["bytes"], bad["errors"], bad["state"]) == (0, 1, "set aside")
    assert sha256_of_file(Path(report["path"])) == DIGEST


async def test_a_password_in_a_link_is_not_printed(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([GOOD], SAMPLE)
    status, stdout, stderr = await run(tmp_path, "get", "--json", lab.urls[0].replace("//", "//me:s3cret@"))
    assert status == 0
    assert json.loads(stdout)["sources"][0]["url"] == lab.urls[0]
    assert "s3cret" not in stdout.decode() + stderr


async def test_standard_output_gets_the_file_in_order(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([GOOD, GOOD], SAMPLE)
    status, stdout, _ = await run(tmp_path, "get", "-q", "-o", "-", *lab.urls)
    assert status == 0
    assert hashlib.sha256(stdout).hexdigest() == DIGEST
    assert list((tmp_path / "profile" / "spool").iterdir()) == []


async def test_standard_output_flows_while_the_file_comes(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=1e6, stalls_after_bytes=400_000)], SAMPLE)
    async with (
        started(tmp_path, "get", "-q", "--connections=1", "-o", "-", *lab.urls) as process,
        asyncio.timeout(PATIENCE_S),
    ):
        assert process.stdout is not None
        assert await process.stdout.readexactly(300_000) == SAMPLE.read(0, 300_000)


async def test_a_closed_pipe_ends_it_without_a_traceback(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([GOOD], SAMPLE)
    reader, writer = os.pipe()
    process = await asyncio.create_subprocess_exec(
        *COMMAND, "get", "-q", "--profile", str(tmp_path / "profile"), "-o", "-", *lab.urls,
        stdout=writer, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    os.close(writer)
    assert await asyncio.to_thread(os.read, reader, 1000) == SAMPLE.read(0, 1000)
    os.close(reader)
    _, stderr = await process.communicate()
    assert process.returncode == 1
    assert stderr == b""
    assert list((tmp_path / "profile" / "spool").iterdir()) == []


async def test_failure_is_one_sentence_and_status_1(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour(status=404)], SAMPLE)
    status, stdout, stderr = await run(tmp_path, "get", "--json", *lab.urls)
    assert status == 1
    assert len(stderr.splitlines()) == 1
    assert "404" in stderr
    assert json.loads(stdout)["state"] == "failed"


async def test_a_wrong_checksum_is_status_1(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([GOOD], SAMPLE)
    status, _, stderr = await run(tmp_path, "get", "-q", f"--checksum=md5={'0' * 32}", *lab.urls)
    assert status == 1
    assert "MD5" in stderr
    assert not (tmp_path / "sample.bin").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("get",),
        ("get", "not-a-url"),
        ("get", "--checksum", "sha-256=12", "http://127.0.0.1/x"),
        ("get", "--checksum", "sha-257=12", "http://127.0.0.1/x"),
        ("get", "--limit-rate", "fast", "http://127.0.0.1/x"),
        ("get", "--connections", "0", "http://127.0.0.1/x"),
        ("get", "--header", "nonsense", "http://127.0.0.1/x"),
        ("get", "-o", "-", "--json", "http://127.0.0.1/x"),
        ("fetch", "http://127.0.0.1/x"),
        (),
    ],
)
async def test_a_wrong_command_line_is_status_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    status, stdout, stderr = await run(tmp_path, *arguments)
    assert (status, stdout) == (2, b"")
    assert stderr
    assert "Traceback" not in stderr
    assert not (tmp_path / "profile").exists(), "nothing is opened for a wrong command line"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_an_interruption_is_status_130_and_the_same_command_goes_on(
    number: signal.Signals, mirror_lab: LabMaker, tmp_path: Path
) -> None:
    half = SAMPLE.size_bytes // 2
    lab = await mirror_lab([MirrorBehaviour(stalls_after_bytes=half), MirrorBehaviour(refuses=True)], SAMPLE)
    spare = await mirror_lab([MirrorBehaviour()], SAMPLE)
    urls = (*lab.urls, spare.urls[0])
    async with started(tmp_path, "get", *urls[:2]) as process, asyncio.timeout(PATIENCE_S):
        assert process.stderr is not None
        # A first line is printed as soon as bytes are there.
        await process.stderr.readuntil(b"\n")
        process.send_signal(number)
        await process.communicate()
        assert process.returncode == 130
    kept = (tmp_path / "sample.bin.part").stat().st_size
    assert kept
    status, _, _ = await run(tmp_path, "get", *urls[:2], urls[2])
    assert status == 0
    assert sha256_of_file(tmp_path / "sample.bin") == DIGEST
    assert spare.sent_bytes < SAMPLE.size_bytes
    catalog = await Catalog.open(tmp_path / "profile" / "catalog.sqlite3")
    assert await catalog.rows() == [], "what the terminal finished is off the list"
    await catalog.close()


async def test_two_of_one_command_never_write_one_file(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([GOOD], SAMPLE)
    outcomes = await asyncio.gather(*(run(tmp_path, "get", "-q", *lab.urls) for _ in range(2)))
    statuses = sorted(status for status, _, _ in outcomes)
    assert statuses[0] == 0
    assert finished_digests(tmp_path) == {DIGEST}


async def test_options_reach_the_servers(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    (tmp_path / "sample.bin").write_bytes(b"old")
    status, stdout, _ = await run(
        tmp_path, "get", "--json", "--overwrite", "--server-time", "--limit-rate", "2M", "-H", "X-Try: 1", *lab.urls
    )
    assert status == 0
    report = json.loads(stdout)
    assert report["path"] == str(tmp_path / "sample.bin")
    assert report["mean_bytes_per_s"] < 2.4e6
    assert sha256_of_file(tmp_path / "sample.bin") == DIGEST
    assert (tmp_path / "sample.bin").stat().st_mtime == 1751371200  # the lab's Last-Modified


async def test_version(tmp_path: Path) -> None:
    status, stdout, _ = await run(tmp_path, "--version")
    assert status == 0
    assert stdout.startswith(b"headwater ")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567", "Magnet links are not supported, because"),
        ("https://example.test/live/index.m3u8?token=1", "HLS playlists are not supported, because"),
        ("https://example.test/film/manifest.mpd", "DASH manifests are not supported, because"),
        ("https://www.rapidgator.net/file/0123/name.rar", "rapidgator.net are not supported, because"),
        ("https://mega.nz/file/abc#def", "mega.nz are not supported, because"),
        ("ed2k://|file|name.iso|1|0123|/", "eD2k links are not supported, because"),
    ],
)
async def test_what_is_not_supported_is_said_in_one_sentence(url: str, words: str, tmp_path: Path) -> None:
    status, stdout, stderr = await run(tmp_path, "get", url)
    assert status == 2
    assert stdout == b""
    assert words in stderr
    assert stderr.count("\n") == 1
    assert stderr.endswith(".\n")
    assert not (tmp_path / "profile").exists()  # nothing was opened for it


async def test_a_file_of_this_computer_may_be_a_source(tmp_path: Path) -> None:
    (tmp_path / "there.bin").write_bytes(b"headwater" * 1000)
    status, _, stderr = await run(tmp_path, "get", (tmp_path / "there.bin").as_uri(), "-o", "here.bin")
    assert status == 0, stderr
    assert (tmp_path / "here.bin").read_bytes() == b"headwater" * 1000
