"""FTP and FTPS against a real server (aioftp's), with and without what old servers lack."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aioftp
import pytest
from tests.fakes.ftp_server import ftp_server
from tests.fakes.keyrings import MemoryKeyring
from tests.fakes.proxies import http_proxy, socks_proxy
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import SETTINGS, opened, take

from headwater.channels.connector import Connectors
from headwater.channels.keyring_store import KeyringStore
from headwater.model.access import Credential
from headwater.model.errors import Retry, SourceError, UserError
from headwater.model.ports import ChannelSettings
from headwater.model.source import SourceSpec, Support
from headwater.model.spans import Span

DATA = bytes(i * 31 % 251 for i in range(3_000_000))
Serve = Callable[..., AbstractAsyncContextManager[int]]


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    """Starts a server that holds `folder/a file.bin` and an empty one; gives its port."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a file.bin").write_bytes(DATA)
    (tmp_path / "empty.bin").write_bytes(b"")

    @asynccontextmanager
    async def start(tls: ssl.SSLContext | None = None, user: str | None = None) -> AsyncIterator[int]:
        server = aioftp.Server([aioftp.User(user, "se:cret", base_path=tmp_path)], ssl=tls)
        await server.start("127.0.0.1", 0)
        try:
            yield server.address[1]
        finally:
            for _ in range(1000):  # closing while it still sees a connection off makes Python 3.11 log the cancellation
                if not server.connections:
                    break
                await asyncio.sleep(0)
            await server.close()

    return start


async def test_a_whole_file_and_its_ranges_come_over_one_connection(serve: Serve) -> None:
    async with serve() as port, opened(f"ftp://127.0.0.1:{port}/folder/a%20file.bin") as channel:
        facts, outcome = await take(channel)
        assert bytes(outcome.data) == DATA
        assert (facts.size_bytes, facts.status, facts.ranges) == (len(DATA), 200, Support.YES)
        assert facts.file_name == "a file.bin"
        assert facts.connect_s is not None
        assert facts.modified_at is not None
        span = Span(1_000_000, 1_500_000)
        facts, outcome = await take(channel, span, size_bytes=len(DATA))
        assert bytes(outcome.data[span.start :]) == DATA[span.start : span.end]
        assert facts.status == 206
        assert facts.connect_s is None
        tail = Span(2_999_999, 3_000_000)
        _, outcome = await take(channel, tail)
        assert bytes(outcome.data[-1:]) == DATA[-1:]


async def test_a_stop_ends_the_transfer_and_the_next_request_works(serve: Serve) -> None:
    async with serve() as port, opened(f"ftp://127.0.0.1:{port}/folder/a%20file.bin") as channel:
        _, outcome = await take(channel, stop_at=700_000)
        assert bytes(outcome.data) == DATA[:700_000]
        assert not outcome.reusable
        _, outcome = await take(channel, Span(5, 10))
        assert bytes(outcome.data[5:]) == DATA[5:10]


@pytest.mark.parametrize("refuses", ["REST", "RETR"])
async def test_a_server_that_cannot_begin_in_the_middle_sends_all(tmp_path: Path, refuses: str) -> None:
    """It is a source without ranges, and no source that fails."""
    (tmp_path / "file.bin").write_bytes(DATA)
    with ftp_server(tmp_path, None, no_restarts=refuses) as server:
        async with opened(f"ftp://127.0.0.1:{server.port}/file.bin") as channel:
            facts, outcome = await take(channel, Span(0, 1000))
            assert (bytes(outcome.data), facts.ranges) == (DATA[:1000], Support.YES)
            facts, outcome = await take(channel, Span(1_000_000, 1_500_000))
            assert (facts.status, facts.ranges, facts.spans) == (200, Support.NO, (Span(0, len(DATA)),))
            assert bytes(outcome.data) == DATA
            facts, outcome = await take(channel)
            assert bytes(outcome.data) == DATA


async def test_an_empty_file(serve: Serve) -> None:
    async with serve() as port, opened(f"ftp://127.0.0.1:{port}/empty.bin") as channel:
        facts, outcome = await take(channel)
    assert (facts.size_bytes, facts.spans, outcome.received.total_bytes) == (0, (), 0)


async def test_missing_file_wrong_password_and_wrong_size(serve: Serve) -> None:
    async with serve() as port, opened(f"ftp://127.0.0.1:{port}/none.bin") as channel:
        with pytest.raises(SourceError, match="does not have the file") as caught:
            await take(channel)
        assert caught.value.retry is Retry.NEVER
    async with serve(user="me") as port, opened(f"ftp://me:wrong@127.0.0.1:{port}/empty.bin") as channel:
        with pytest.raises(SourceError, match="user name or password"):
            await take(channel)
    async with serve() as port, opened(f"ftp://127.0.0.1:{port}/folder/a%20file.bin") as channel:
        with pytest.raises(SourceError, match="another file"):
            await take(channel, Span(0, 5), size_bytes=6)
        with pytest.raises(SourceError, match="holds only") as caught:
            await take(channel, Span(4_000_000, 4_000_001))
        assert caught.value.retry is Retry.OTHER_SPAN


async def test_passwords_from_the_url_and_the_settings(serve: Serve) -> None:
    async with serve(user="me") as port:
        async with opened(f"ftp://me:se%3Acret@127.0.0.1:{port}/folder/a%20file.bin") as channel:
            facts, outcome = await take(channel, Span(0, 9))
            assert "se%3Acret" not in facts.url
        settings = replace(SETTINGS, credentials=(Credential("127.0.0.*", "me", "se:cret"),))
        assert "se:cret" not in repr(settings)
        async with opened(f"ftp://127.0.0.1:{port}/folder/a%20file.bin", settings) as channel:
            _, outcome = await take(channel, Span(0, 9))
            assert bytes(outcome.data) == DATA[:9]


async def test_tls(serve: Serve, authority: Authority) -> None:
    async with serve(tls=authority.server_context()) as port:
        url = f"ftps://localhost:{port}/folder/a%20file.bin"
        async with opened(url, replace(SETTINGS, ca_file=authority.ca_file)) as channel:
            facts, outcome = await take(channel, Span(0, 500_000))
            assert bytes(outcome.data) == DATA[:500_000]
            assert not facts.is_unverified
        async with opened(url, SETTINGS) as channel:
            with pytest.raises(SourceError, match="certificate of localhost is not valid") as caught:
                await take(channel)
            assert caught.value.retry is Retry.NEVER
        async with opened(url, replace(SETTINGS, unverified_hosts=("localhost",))) as channel:
            facts, outcome = await take(channel, Span(0, 5))
            assert facts.is_unverified


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_tls_through_a_proxy(serve: Serve, authority: Authority, scheme: str) -> None:
    made = socks_proxy() if scheme == "socks5" else http_proxy()
    async with serve(tls=authority.server_context()) as port, made as proxy:
        url = f"ftps://localhost:{port}/folder/a%20file.bin"
        settings = replace(SETTINGS, proxy=f"{scheme}://localhost:{proxy.port}", ca_file=authority.ca_file)
        async with opened(url, settings) as channel:
            _, outcome = await take(channel, Span(0, 500_000))
            assert bytes(outcome.data) == DATA[:500_000]
        async with opened(url, replace(settings, ca_file=None, unverified_hosts=("localhost",))) as channel:
            facts, _ = await take(channel, Span(0, 5))
            assert facts.is_unverified
    assert len(proxy.asked) == 4


async def test_an_address_cannot_smuggle_a_command() -> None:
    with pytest.raises(UserError):
        async with opened("ftp://127.0.0.1/a%0D%0ADELE%20b"):
            pass


async def test_nobody_there() -> None:
    async with opened("ftp://127.0.0.1:9/x") as channel:
        with pytest.raises(SourceError, match="refuses connections") as caught:
            await take(channel)
        assert caught.value.retry is Retry.LATER


async def test_the_keyring_is_asked_where_strangers_are_not_let_in(serve: Serve, ring: MemoryKeyring) -> None:
    ring.keep("127.0.0.1", "ada", "se:cret")
    connectors = Connectors(KeyringStore())
    async with serve(user="ada") as port:
        channel = await connectors.open(SourceSpec(f"ftp://127.0.0.1:{port}/folder/a%20file.bin"), ChannelSettings())
        with pytest.raises(SourceError, match="is not sent over plain FTP"):
            await take(channel, Span(0, 1000))
        ring.keep("ftp://127.0.0.1", "ada", "se:cret")
        channel = await connectors.open(SourceSpec(f"ftp://127.0.0.1:{port}/folder/a%20file.bin"), ChannelSettings())
        _, outcome = await take(channel, Span(0, 1000))
        await connectors.close()
    assert bytes(outcome.data) == DATA[:1000]


async def test_a_name_in_a_link_is_told_the_password_that_was_saved_for_it(serve: Serve, ring: MemoryKeyring) -> None:
    ring.keep("127.0.0.1", "ada", "se:cret")
    connectors = Connectors(KeyringStore())
    async with serve(user="ada") as port:
        link = SourceSpec(f"ftp://ada@127.0.0.1:{port}/folder/a%20file.bin")
        with pytest.raises(SourceError, match="is not sent over plain FTP"):
            await take(await connectors.open(link, ChannelSettings()), Span(0, 1000))
        ring.keep("ftp://127.0.0.1", "ada", "se:cret")
        _, outcome = await take(await connectors.open(link, ChannelSettings()), Span(0, 1000))
        await connectors.close()
    assert bytes(outcome.data) == DATA[:1000]


async def test_the_keyring_is_not_asked_by_those_who_let_everybody_in(serve: Serve, ring: MemoryKeyring) -> None:
    connectors = Connectors(KeyringStore())
    async with serve() as port:
        channel = await connectors.open(SourceSpec(f"ftp://127.0.0.1:{port}/folder/a%20file.bin"), ChannelSettings())
        await take(channel, Span(0, 1000))
        await connectors.close()
    assert ring.questions == []
