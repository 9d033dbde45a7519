"""What polling tools cost: 1,000 requests a second while 8 jobs run at 50 MB/s in all. Run as a module.

    python -m tests.bench.rpc_load

A server of its own, shaped mirrors in a process of their own, runs in turn: the same jobs left alone, and the same
jobs while tools ask `tellStatus` and `tellActive` and 200 listeners are connected. Said is how much longer the jobs
took, how long the answers, and how much of a core the server spent on a request (its own CPU seconds, less those that
the same jobs cost when left alone: other programs on the machine disturb that figure least). The asker is a bare
protocol that sends prepared bytes, so that what is measured is the server and not its client.
"""

import argparse
import asyncio
import json
import shutil
import sys
import tempfile
import time
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

import aiohttp
import psutil

_CLI: Final = (sys.executable, "-m", "headwater.control.cli")
_JOBS: Final = 8
_RATE_BYTES_PER_S: Final = 50e6
_LISTENERS: Final = 200
_ASKERS: Final = 32
_KEYS: Final = ["gid", "status", "completedLength", "downloadSpeed"]
_LENGTH: Final = b"Content-Length: "


@dataclass(frozen=True, slots=True)
class _Run:
    """One run: how long the jobs took, what the server cost, how long each answer took. All in seconds."""

    elapsed_s: float
    cpu_s: float
    latencies_s: list[float] = field(repr=False)


@asynccontextmanager
async def _process(*command: str, stdin: int = asyncio.subprocess.DEVNULL) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *command, stdin=stdin, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


class _Server:
    """A `serve` of its own, asked over one session."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self._session = session
        self.port = port
        self._url = f"http://127.0.0.1:{port}/jsonrpc"

    async def call(self, method: str, *params: Any) -> Any:
        call = {"id": 1, "method": method, "params": params}
        async with self._session.post(self._url, json=call) as response:
            return (await response.json(content_type=None))["result"]

    async def listen(self) -> aiohttp.ClientWebSocketResponse:
        return await self._session.ws_connect(self._url)


class _Asker(asyncio.Protocol):
    """One kept connection that asks prepared requests in turn, at an even pace; late answers are caught up with."""

    def __init__(self, requests: Sequence[bytes], rate_per_s: float, latencies_s: list[float]) -> None:
        self._requests = deque(requests)
        self._interval_s = 1 / rate_per_s
        self._latencies_s = latencies_s
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._begun_s = self._due_s = 0.0
        self._answer = bytearray()
        self._timer: asyncio.TimerHandle | None = None
        self.ended = asyncio.Event()

    async def connect(self, port: int) -> None:
        await self._loop.create_connection(lambda: self, "127.0.0.1", port)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._due_s = time.perf_counter()
        self._ask()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  # asyncio's protocol
        self.ended.set()

    def data_received(self, data: bytes) -> None:
        self._answer += data
        head = self._answer.find(b"\r\n\r\n")
        if head < 0:
            return
        at = self._answer.index(_LENGTH) + len(_LENGTH)
        if len(self._answer) < head + 4 + int(self._answer[at : self._answer.index(b"\r", at)]):
            return
        if not self._answer.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"the server refuses: {bytes(self._answer[:200])!r}")
        self._answer.clear()
        now_s = time.perf_counter()
        self._latencies_s.append(now_s - self._begun_s)
        self._due_s += self._interval_s
        self._timer = self._loop.call_later(max(0.0, self._due_s - now_s), self._ask)

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self._transport is not None:
            self._transport.close()

    def _ask(self) -> None:
        if self._transport is None:
            raise RuntimeError("there is no connection yet")
        self._begun_s = time.perf_counter()
        self._transport.write(self._requests[0])
        self._requests.rotate()


def _prepare(port: int, method: str, *params: Any) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode()
    head = (
        f"POST /jsonrpc HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _run_jobs(folder: Path, urls: Sequence[str], rate_per_s: float) -> _Run:
    """Add the jobs to a server of their own and wait until all are done, asking `rate_per_s` times a second."""
    options = (f"--dir={folder}", "--rpc-listen-port=0", f"--max-concurrent-downloads={_JOBS}")
    async with AsyncExitStack() as stack:
        process = await stack.enter_async_context(_process(*_CLI, "serve", "--profile", str(folder / "p"), *options))
        if process.stderr is None:
            raise RuntimeError("the server's messages are not heard")
        line = b""
        while b"Listening" not in line:
            line = await process.stderr.readline()
        connector = aiohttp.TCPConnector(limit=0)
        session = await stack.enter_async_context(aiohttp.ClientSession(connector=connector))
        server, watched = _Server(session, int(line.split()[-1])), psutil.Process(process.pid)
        if rate_per_s:  # connected before the clock starts: what listening costs is asked, not what connecting does
            for _ in range(_LISTENERS):
                await stack.enter_async_context(await server.listen())
        begun_s, cpu_s = time.perf_counter(), _cpu_s(watched)
        gids = [await server.call("aria2.addUri", urls, {"out": f"{i}.bin"}) for i in range(_JOBS)]
        latencies_s: list[float] = []
        askers: list[_Asker] = []
        if rate_per_s:
            active = _prepare(server.port, "aria2.tellActive", _KEYS)
            for i in range(_ASKERS):
                asker = _Asker(
                    (_prepare(server.port, "aria2.tellStatus", gids[i % _JOBS]), active),
                    rate_per_s / _ASKERS,
                    latencies_s,
                )
                await asker.connect(server.port)
                askers.append(asker)
        while int((await server.call("aria2.getGlobalStat"))["numStopped"]) < _JOBS:  # noqa: ASYNC110  # as tools do
            await asyncio.sleep(0.05)
        run = _Run(time.perf_counter() - begun_s, _cpu_s(watched) - cpu_s, latencies_s)
        for asker in askers:
            asker.close()
        await asyncio.gather(*(asker.ended.wait() for asker in askers))
        await server.call("aria2.forceShutdown")
    return run


def _cpu_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


async def _measure(folder: Path, runs: int, rate_per_s: float, size_bytes: int) -> None:
    each = _RATE_BYTES_PER_S / 2
    mirrors = [word for _ in range(2) for word in ("--mirror", f"rate={each:.0f},latency=0.01")]
    command = (*_CLI, "lab", "mirrors", "--json", "--size", str(size_bytes), *mirrors)
    async with _process(*command) as lab:
        if lab.stdout is None:
            raise RuntimeError("the mirrors' addresses are not heard")
        urls = json.loads(await lab.stdout.readline())["urls"]
        alone: list[_Run] = []
        asked: list[_Run] = []
        for run in range(runs):
            for done, rate in ((alone, 0.0), (asked, rate_per_s)):
                place = folder / f"{run}-{rate:.0f}"
                await asyncio.to_thread(place.mkdir)
                done.append(await _run_jobs(place, urls, rate))
                await asyncio.to_thread(shutil.rmtree, place)
    _report(alone, asked, size_bytes)


def _report(alone: Sequence[_Run], asked: Sequence[_Run], size_bytes: int) -> None:
    latencies_s = [latency_s for run in asked for latency_s in run.latencies_s]
    cuts_ms = [1000 * cut for cut in quantiles(latencies_s, n=100)]
    alone_s, asked_s = median(run.elapsed_s for run in alone), median(run.elapsed_s for run in asked)
    extra_s = sum(run.cpu_s for run in asked) - sum(run.cpu_s for run in alone)
    print(f"{_JOBS} jobs of {size_bytes / 2**20:.0f} MiB at {_RATE_BYTES_PER_S / 1e6:.0f} MB/s, {_LISTENERS} listeners")
    print(
        f"left alone          {alone_s:6.2f} s, the server spends {median(run.cpu_s for run in alone):.2f} s of a core"
    )
    rate = len(latencies_s) / sum(run.elapsed_s for run in asked)
    print(f"asked {rate:5.0f} times a s {asked_s:6.2f} s, {asked_s / alone_s:.3f} times as long")
    print(f"answers: median {cuts_ms[49]:.1f} ms, 99 % within {cuts_ms[98]:.1f} ms")
    print(f"one request costs the server {1e6 * extra_s / len(latencies_s):.0f} µs of a core")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1000.0, help="requests a second")
    parser.add_argument("--size", type=int, default=64 * 2**20, help="of each job's file, in bytes")
    args = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="headwater-rpc-"))
    try:
        asyncio.run(_measure(folder, args.runs, args.rate, args.size))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
