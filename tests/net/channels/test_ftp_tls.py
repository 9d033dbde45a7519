"""FTP upgraded to TLS (`ftpes:`) against a real server, and against those that have no encryption or spoil it."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.ftp_server import ftp_server
from tests.fakes.keyrings import MemoryKeyring
from tests.fakes.waiting import PATIENCE_S
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import SETTINGS, opened, take

from headwater.channels.connector import Connectors
from headwater.channels.keyring_store import KeyringStore
from headwater.model.errors import Retry, SourceError
from headwater.model.source import SourceSpec
from headwater.model.spans import Span

DATA = bytes(i * 31 % 251 for i in range(1_500_000))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a file.bin").write_bytes(DATA)
    return tmp_path


async def test_all_but_the_upgrade_itself_is_encrypted(folder: Path, authority: Authority) -> None:
    settings = replace(SETTINGS, ca_file=authority.ca_file)
    with ftp_server(folder, authority.chain_file, insists=True) as server:
        async with opened(f"ftpes://localhost:{server.port}/a%20file.bin", settings) as channel:
            facts, outcome = await take(channel)
            assert bytes(outcome.data) == DATA
            assert facts.size_bytes == len(DATA)
            assert not facts.is_unverified
            span = Span(1_000_000, 1_200_000)
            facts, outcome = await take(channel, span, size_bytes=len(DATA))
            assert bytes(outcome.data[span.start :]) == DATA[span.start : span.end]
            assert facts.connect_s is None, "over the same connection"
            _, outcome = await take(channel, stop_at=300_000)
            assert bytes(outcome.data) == DATA[:300_000]
    assert server.in_clear == ["AUTH"]
    assert {"PBSZ", "PROT", "USER", "PASS", "SIZE", "RETR", "REST"} <= set(server.encrypted)


async def test_its_certificate_is_checked_as_that_of_any_server(folder: Path, authority: Authority) -> None:
    with ftp_server(folder, authority.chain_file) as server:
        url = f"ftpes://localhost:{server.port}/a%20file.bin"
        async with opened(url, SETTINGS) as channel:
            with pytest.raises(SourceError, match="certificate of localhost is not valid") as caught:
                await take(channel, Span(0, 5))
            assert caught.value.retry is Retry.NEVER
        assert "USER" not in server.in_clear + server.encrypted
        async with opened(url, replace(SETTINGS, unverified_hosts=("localhost",))) as channel:
            facts, outcome = await take(channel, Span(0, 5))
            assert bytes(outcome.data) == DATA[:5]
            assert facts.is_unverified


async def test_a_server_without_encryption_hears_no_name_and_no_path(folder: Path) -> None:
    with ftp_server(folder, None, user=("ada", "se:cret")) as server:
        async with opened(f"ftpes://ada:se%3Acret@localhost:{server.port}/a%20file.bin") as channel:
            with pytest.raises(SourceError, match="localhost offers no encryption") as caught:
                await take(channel)
            assert caught.value.retry is Retry.NEVER
    assert server.in_clear == ["AUTH"]


async def test_a_server_that_wants_encryption_says_so_to_who_asks_without(folder: Path, authority: Authority) -> None:
    with ftp_server(folder, authority.chain_file, insists=True) as server:
        async with opened(f"ftp://localhost:{server.port}/a%20file.bin") as channel:
            with pytest.raises(SourceError, match=r"wants the connection encrypted .*; write ftpes:") as caught:
                await take(channel)
            assert caught.value.retry is Retry.NEVER


async def test_the_keyrings_password_goes_where_the_connection_is_encrypted(
    folder: Path, authority: Authority, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.ca_file))
    ring.keep("localhost", "ada", "se:cret")
    connectors = Connectors(KeyringStore())
    with ftp_server(folder, authority.chain_file, user=("ada", "se:cret"), insists=True) as server:
        url = f"ftpes://localhost:{server.port}/a%20file.bin"
        channel = await connectors.open(SourceSpec(url), replace(SETTINGS, ca_file=authority.ca_file))
        _, outcome = await take(channel, Span(0, 1000))
        await connectors.close()
    assert bytes(outcome.data) == DATA[:1000]


async def test_words_from_before_the_encryption_are_not_believed(authority: Authority) -> None:
    """Whoever sits on the way can add a line to the last answer in clear; it must not pass for an encrypted one."""
    heard: list[bytes] = []
    done = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        heard.append(await reader.readline())
        writer.write(b"234 go on\r\n200 PBSZ=0\r\n200 protected\r\n")
        try:
            await writer.start_tls(authority.server_context())
            heard.append(await reader.readline())
        except OSError:
            pass  # the client has gone
        finally:
            writer.close()
            done.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    settings = replace(SETTINGS, ca_file=authority.ca_file)
    async with opened(f"ftpes://localhost:{port}/x", settings) as channel:
        with pytest.raises(SourceError, match="before it was encrypted"):
            await take(channel)
    async with asyncio.timeout(PATIENCE_S):
        await done.wait()
    server.close()
    await server.wait_closed()
    assert heard in ([b"AUTH TLS\r\n"], [b"AUTH TLS\r\n", b""])


async def test_an_upgrade_that_hangs_is_given_up(authority: Authority) -> None:
    gone = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        await reader.readline()
        writer.write(b"234 go on\r\n")
        await reader.read()  # and never a word of TLS
        writer.close()
        gone.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    settings = replace(SETTINGS, ca_file=authority.ca_file, connect_timeout_s=0.3)
    async with opened(f"ftpes://localhost:{server.sockets[0].getsockname()[1]}/x", settings) as channel:
        with pytest.raises(SourceError, match="does not answer") as caught:
            await take(channel)
        assert caught.value.retry is Retry.LATER
    async with asyncio.timeout(PATIENCE_S):
        await gone.wait()
    server.close()
    await server.wait_closed()
