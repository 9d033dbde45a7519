"""`headwater-cli serve` as a process, driven by aria2p and by the terminal's own commands, ended by SIGTERM."""

import asyncio
import json
import signal
import sys
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import LabMaker
from tests.fakes.waiting import PATIENCE_S

from headwater.control.rpc.session_file import parse_input
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour

aria2p = pytest.importorskip("aria2p", reason="aria2p is not installed")

CLI = (sys.executable, "-m", "headwater.control.cli")
SECRET = "s3cret"
NOWHERE = "http://127.0.0.1:9/file.bin"


@asynccontextmanager
async def serving(tmp_path: Path, *options: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, int]]:
    """A server on a free port; yields its process and port once it listens. Ended by SIGTERM at the latest."""
    process = await asyncio.create_subprocess_exec(
        *CLI, "serve", "--profile", str(tmp_path / "profile"), "--rpc-listen-port=0", f"--rpc-secret={SECRET}",
        f"--dir={tmp_path}", f"--save-session={tmp_path / 'session'}", *options,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    try:
        async with asyncio.timeout(PATIENCE_S):
            while b"Listening" not in (line := await process.stderr.readline()):
                assert line, "the server ended before it listened"
        yield process, int(line.split()[-1])
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        rest = await process.stderr.read()
        await process.wait()
    assert (process.returncode, rest) == (0, b"")


async def cli(*words: str) -> tuple[int, str, str]:
    process = await asyncio.create_subprocess_exec(
        *CLI, *words, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, complaints = await process.communicate()
    return process.returncode or 0, out.decode(), complaints.decode()


class Listener:
    """aria2p's own listening thread, and what it heard."""

    def __init__(self, api: Any) -> None:
        self.api = api
        self.completed = threading.Event()

    def start(self) -> None:
        def on_complete(_api: object, _gid: str) -> None:
            self.completed.set()

        self.api.listen_to_notifications(
            threaded=True, on_download_complete=on_complete, timeout=1, handle_signals=False
        )

    def stop(self) -> None:
        self.api.stop_listening()


async def test_aria2p_adds_lists_pauses_reorders_removes_and_listens(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()] * 2, SeededSample(3_000_000))
    async with serving(tmp_path) as (_, port):
        await asyncio.to_thread(drive_with_aria2p, port, lab.urls, tmp_path)
    assert (tmp_path / "from-aria2p.bin").read_bytes() == lab.sample.read(0, 3_000_000)


def drive_with_aria2p(port: int, urls: Sequence[str], folder: Path) -> None:
    api = aria2p.API(aria2p.Client(host="http://127.0.0.1", port=port, secret=SECRET))
    listener = Listener(api)
    listener.start()
    try:
        download = api.add_uris(list(urls), options={"out": "from-aria2p.bin"})
        assert listener.completed.wait(PATIENCE_S)
        download.update()
        assert (download.is_complete, download.total_length, download.progress) == (True, 3_000_000, 100.0)
        first, second = (api.add_uris([f"{NOWHERE}{i}"], options={"pause": "true"}) for i in range(2))
        assert second.move_to_top() == 0
        assert [item["gid"] for item in api.client.tell_waiting(0, 9)] == [
            second.gid,
            first.gid,
        ]
        assert first.resume()
        assert api.pause_all()
        assert {item.status for item in api.get_downloads([first.gid, second.gid])} == {"paused"}
        assert second.remove()
        assert api.get_global_options().max_concurrent_downloads > 0
        assert api.get_stats().num_waiting == 1
        assert download.options.dir == str(folder)
        assert api.purge()
        assert {item.gid for item in api.get_downloads()} == {first.gid}
    finally:
        listener.stop()


async def test_the_terminal_talks_to_a_running_server(tmp_path: Path) -> None:
    profile = ("--profile", str(tmp_path / "profile"))
    async with serving(tmp_path):
        status, gid, complaints = await cli("add", *profile, "--pause", "-o", "a.bin", "-d", str(tmp_path), NOWHERE)
        assert (status, complaints) == (0, "")
        gid = gid.strip()
        _, listed, _ = await cli("list", *profile, "--json")
        (job,) = json.loads(listed)
        assert (job["gid"], job["status"]) == (gid, "paused")
        _, line, _ = await cli("list", *profile)
        assert line.startswith(f"{gid}  paused")
        status, told, complaints = await cli("sources", *profile, gid[:8])
        assert (status, complaints) == (0, "")
        assert told.startswith(f"  1. {NOWHERE}  score ")
        _, told, _ = await cli("sources", *profile, gid, "--json")
        (source,) = json.loads(told)
        assert (source["uri"], source["hops"], source["country"]) == (NOWHERE, None, None)
        offer = f"headwater:add?url={NOWHERE}&mirror={NOWHERE}2&name=b.bin"
        status, other, complaints = await cli("add", *profile, "--pause", offer)
        assert (status, complaints) == (0, "")
        _, listed, _ = await cli("list", *profile, "--json")
        (described,) = (entry["files"][0] for entry in json.loads(listed) if entry["gid"] == other.strip())
        assert described["path"] == str(tmp_path / "b.bin")
        assert [uri["uri"] for uri in described["uris"]] == [NOWHERE, f"{NOWHERE}2"]
        assert (await cli("remove", *profile, other.strip()))[0] == 0
        assert (await cli("remove", *profile, gid[:8]))[0] == 0
        status, _, complaints = await cli("pause", *profile, gid)
        assert status == 1
        assert complaints == f"headwater-cli: GID {gid} is not found\n"
    status, _, complaints = await cli("list", *profile)
    assert status == 1
    assert "No Headwater is running" in complaints


async def test_the_terminal_watches_a_running_server(tmp_path: Path) -> None:
    profile = ("--profile", str(tmp_path / "profile"))
    async with serving(tmp_path) as (_, port), asyncio.timeout(2 * PATIENCE_S):
        watch = await asyncio.create_subprocess_exec(*CLI, "watch", *profile, stdout=asyncio.subprocess.PIPE)
        assert watch.stdout is not None
        api = aria2p.API(aria2p.Client(host="http://127.0.0.1", port=port, secret=SECRET))
        hearing = asyncio.create_task(watch.stdout.readline())
        gids: list[str] = []
        while not hearing.done():  # nobody says when it begins to listen
            download = await asyncio.to_thread(api.add_uris, [NOWHERE], options={"pause": "true"})
            gids.append(download.gid)
            await asyncio.to_thread(download.remove)
            await asyncio.wait([hearing], timeout=0.2)
        gid, word = hearing.result().decode().split()
        assert (gid in gids, word) == (True, "DownloadStop")
        watch.send_signal(signal.SIGINT)
        assert await watch.wait() == 0


async def test_the_session_survives_a_restart_elsewhere(tmp_path: Path) -> None:
    profile = ("--profile", str(tmp_path / "profile"))
    async with serving(tmp_path):
        await cli("add", *profile, "--pause", "-o", "a.bin", "-d", str(tmp_path), NOWHERE)
    (entry,) = parse_input((tmp_path / "session").read_text())
    assert entry.urls == (NOWHERE,)
    other = tmp_path / "other"
    other.mkdir()
    async with serving(other, f"--input-file={tmp_path / 'session'}", f"--allow-root={tmp_path}"):
        _, listed, _ = await cli("list", "--profile", str(other / "profile"), "--json")
    (job,) = json.loads(listed)
    assert (job["gid"], job["files"][0]["path"]) == (entry.options["gid"], str(tmp_path / "a.bin"))


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        (("--rpc-listen-all",), 2, "set --rpc-secret as well"),
        (("--nope",), 2, "There is no option --nope"),
        (("--rpc-listen-port=x",), 2, "--rpc-listen-port takes number"),
    ],
)
async def test_a_wrong_command_line_is_told_in_a_sentence(
    tmp_path: Path, options: Sequence[str], status: int, words: str
) -> None:
    code, _, complaints = await cli("serve", "--profile", str(tmp_path), *options)
    assert (code, complaints.count("\n")) == (status, 1)
    assert words in complaints
