"""FTP servers as they are met: with SIZE and MDTM, without REST, full, stalling, breaking off."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial

import pytest
from tests.fakes.waiting import PATIENCE_S
from tests.net.channels.reading import SETTINGS, opened, take
from tests.net.hostile.harness import DATA, SIZE

from headwater.model.errors import Retry, SourceError
from headwater.model.source import Support
from headwater.model.spans import Span

IMPATIENT = replace(SETTINGS, connect_timeout_s=0.5, idle_timeout_s=0.25)


@dataclass
class Script:
    """What the server answers, by command; `send` is what goes over the data connection for an offset."""

    replies: dict[str, str] = field(default_factory=dict)
    send: Callable[[int], bytes] = lambda offset: DATA[offset:]
    then_hang: bool = False
    end: str = "226 done"
    asked: list[str] = field(default_factory=list)
    connections: int = 0


REPLIES = {
    "USER": "331 password",
    "PASS": "230 welcome",
    "TYPE": "200 binary",
    "SIZE": f"213 {SIZE}",
    "MDTM": "213 20200101120000",
    "REST": "350 from there",
    "RETR": "150 coming",
}


@asynccontextmanager
async def ftp_server(script: Script) -> AsyncIterator[str]:
    """Plays `script`; gives the URL of its file."""
    tasks: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        script.connections += 1
        try:
            await _converse(script, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client went away; that is what some tests are about
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"ftp://127.0.0.1:{server.sockets[0].getsockname()[1]}/file.bin"
    finally:
        server.close()
        async with asyncio.timeout(PATIENCE_S):
            await asyncio.gather(*tasks)


async def _converse(script: Script, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One control connection."""
    data: asyncio.Queue[asyncio.StreamWriter] = asyncio.Queue()
    accepted: list[asyncio.StreamWriter] = []
    data_server: asyncio.Server | None = None
    offset = 0

    def accept(coming: asyncio.Queue[asyncio.StreamWriter], _: asyncio.StreamReader, own: asyncio.StreamWriter) -> None:
        accepted.append(own)
        coming.put_nowait(own)

    writer.write((script.replies.get("greeting", "220 hello") + "\r\n").encode())
    while line := (await reader.readline()).decode().strip():
        verb, _, argument = line.partition(" ")
        script.asked.append(line)
        if verb == "EPSV":
            if data_server is not None:
                data_server.close()
            data = asyncio.Queue()  # whoever connects to an earlier port is not served any more
            data_server = await asyncio.start_server(partial(accept, data), "127.0.0.1", 0)
            port = data_server.sockets[0].getsockname()[1]
            writer.write(f"229 here (|||{port}|)\r\n".encode())
            continue
        reply = script.replies.get(verb, REPLIES.get(verb, "502 what"))
        writer.write(f"{reply}\r\n".encode())
        if reply.startswith("421"):
            break
        if verb == "REST" and reply.startswith("350"):
            offset = int(argument)
        if verb == "RETR" and reply.startswith("150"):
            own = await data.get()
            try:
                own.write(script.send(offset))
                await own.drain()
                if script.then_hang:
                    await reader.read()
                    own.transport.abort()
                    break
            except ConnectionError:
                pass  # the client had enough
            own.close()
            offset = 0
            writer.write(f"{script.end}\r\n".encode())
    if data_server is not None:
        data_server.close()
    for own in accepted:
        own.transport.abort()


async def test_sizes_times_and_ranges_over_one_connection() -> None:
    script = Script()
    async with ftp_server(script) as url, opened(url, SETTINGS) as channel:
        facts, outcome = await take(channel)
        assert bytes(outcome.data) == DATA
        assert facts.size_bytes == SIZE
        assert facts.modified_at == 1577880000.0
        for end in ("226 done", "426 aborted", "451 stopped"):
            script.end = end
            _, outcome = await take(channel, Span(5000, 6000))
            assert outcome.received.total_bytes == 1000
            assert outcome.matches(DATA)
        assert script.connections == 1
    assert "REST 5000" in script.asked
    assert "PASS anonymous@" in script.asked


async def test_a_server_without_rest_sends_the_file_from_its_beginning() -> None:
    script = Script({"REST": "502 no"})
    async with ftp_server(script) as url, opened(url, SETTINGS) as channel:
        facts, outcome = await take(channel, Span(5000, 6000))
    assert (facts.ranges, facts.spans) == (Support.NO, (Span(0, SIZE),))
    assert bytes(outcome.data) == DATA


@pytest.mark.parametrize(
    ("replies", "retry", "words"),
    [
        ({"RETR": "550 no"}, Retry.NEVER, "does not have the file"),
        ({"SIZE": "550 no"}, Retry.NEVER, "does not have the file"),
        ({"RETR": "450 busy"}, Retry.LATER, "refuses the transfer"),
        ({"RETR": "421 too many"}, Retry.LATER, "refuses the transfer"),
        ({"greeting": "421 too many users"}, Retry.LATER, "refuses the transfer"),
        ({"PASS": "530 no"}, Retry.NEVER, "user name or password"),
    ],
)
async def test_refusals(replies: dict[str, str], retry: Retry, words: str) -> None:
    async with ftp_server(Script(replies)) as url, opened(url, SETTINGS) as channel:
        with pytest.raises(SourceError, match=words) as caught:
            await take(channel, Span(5000, 6000))
        assert caught.value.retry is retry


async def test_gibberish() -> None:
    async with ftp_server(Script({"USER": "gibberish"})) as url, opened(url, IMPATIENT) as channel:
        with pytest.raises(SourceError, match="does not answer"):
            await take(channel)


async def test_breaks_off_in_the_middle() -> None:
    async with ftp_server(Script(send=lambda _: DATA[:777])) as url, opened(url, SETTINGS) as channel:
        with pytest.raises(SourceError, match="broke off after 777 of"):
            await take(channel)


async def test_stalls_in_the_middle() -> None:
    async with ftp_server(Script(send=lambda _: DATA[:777], then_hang=True)) as url, opened(url, IMPATIENT) as channel:
        with pytest.raises(SourceError, match="does not answer"):
            await take(channel)


async def test_a_server_that_never_ends_a_stopped_transfer_costs_only_the_connection() -> None:
    script = Script(then_hang=True)
    async with ftp_server(script) as url, opened(url, SETTINGS) as channel:
        _, outcome = await take(channel, Span(0, 1000))
        assert outcome.received.total_bytes == 1000
        _, outcome = await take(channel, Span(1000, 2000))
        assert outcome.received.total_bytes == 1000
    assert script.connections == 2
