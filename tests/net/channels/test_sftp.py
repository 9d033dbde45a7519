"""SFTP against a real server (asyncssh's): keys checked, positioned reads, errors mapped."""

import io
import os
import stat
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import asyncssh
import pytest
from tests.fakes.proxies import FakeProxy, http_proxy, socks_proxy
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import SETTINGS, opened, take

from headwater.model.errors import Retry, SourceError
from headwater.model.spans import Span

DATA = bytes(i * 37 % 249 for i in range(5_000_000))


class _Passwords(asyncssh.SSHServer):
    def begin_auth(self, username: str) -> bool:  # noqa: ARG002  # asyncssh's
        return True

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == ("me", "secret")


class _Files(asyncssh.SFTPServer):
    """Opens what lies in a folder `open` whatever it is, as OpenSSH's server does."""

    def open(self, path: bytes, pflags: int, attrs: asyncssh.SFTPAttrs) -> object:
        return io.BytesIO() if b"/open/" in path else super().open(path, pflags, attrs)

    def fstat(self, file_obj: object) -> asyncssh.SFTPAttrs:
        if isinstance(file_obj, io.BytesIO):
            return asyncssh.SFTPAttrs(size=4096, permissions=stat.S_IFDIR | 0o755)
        attributes = super().fstat(file_obj)
        assert isinstance(attributes, os.stat_result)
        return asyncssh.SFTPAttrs.from_local(attributes)


@dataclass
class Server:
    port: int
    folder: Path
    known_hosts: Path

    def url(self, name: str, user: str = "me:secret@") -> str:
        return f"sftp://{user}127.0.0.1:{self.port}{self.folder}/{name}"


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    (tmp_path / "file.bin").write_bytes(DATA)
    (tmp_path / "empty.bin").write_bytes(b"")
    key = asyncssh.generate_private_key("ssh-ed25519")
    listener = await asyncssh.listen(
        "127.0.0.1", 0, server_factory=_Passwords, server_host_keys=[key], sftp_factory=_Files
    )
    known = tmp_path / "known_hosts"
    known.write_text(f"[127.0.0.1]:{listener.get_port()} {key.export_public_key().decode()}")
    yield Server(listener.get_port(), tmp_path, known)
    listener.close()
    await listener.wait_closed()


async def test_a_file_and_its_ranges(server: Server) -> None:
    settings = replace(SETTINGS, known_hosts_file=server.known_hosts)
    async with opened(server.url("file.bin"), settings) as channel:
        facts, outcome = await take(channel)
        assert bytes(outcome.data) == DATA
        assert outcome.reusable
        assert facts.size_bytes == len(DATA)
        assert facts.connect_s is not None
        assert "secret" not in facts.url
        span = Span(3_999_990, 4_000_010)
        facts, outcome = await take(channel, span)
        assert bytes(outcome.data[span.start :]) == DATA[span.start : span.end]
        assert facts.connect_s is None
        _, outcome = await take(channel, stop_at=2_500_000)
        assert bytes(outcome.data) == DATA[:2_500_000]


async def test_an_empty_file(server: Server) -> None:
    async with opened(server.url("empty.bin"), replace(SETTINGS, known_hosts_file=server.known_hosts)) as channel:
        facts, outcome = await take(channel)
    assert (facts.size_bytes, facts.spans, outcome.received.total_bytes) == (0, (), 0)


async def test_an_unknown_key_is_refused_unless_the_user_wished_otherwise(server: Server, tmp_path: Path) -> None:
    nobody = tmp_path / "nobody"
    nobody.write_text("")
    async with opened(server.url("file.bin"), replace(SETTINGS, known_hosts_file=nobody)) as channel:
        with pytest.raises(SourceError, match="known hosts") as caught:
            await take(channel)
        assert caught.value.retry is Retry.NEVER
    settings = replace(SETTINGS, known_hosts_file=nobody, unverified_hosts=("127.0.0.1",))
    async with opened(server.url("file.bin"), settings) as channel:
        facts, outcome = await take(channel, Span(0, 3))
        assert facts.is_unverified
        assert bytes(outcome.data) == DATA[:3]


async def test_a_key_that_changed_is_told_as_that(server: Server, tmp_path: Path) -> None:
    other = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
    known = tmp_path / "other_hosts"
    known.write_text(f"[127.0.0.1]:{server.port} {other}")
    async with opened(server.url("file.bin"), replace(SETTINGS, known_hosts_file=known)) as channel:
        with pytest.raises(SourceError, match="not the one among the known hosts") as caught:
            await take(channel)
    assert caught.value.retry is Retry.NEVER


async def test_a_folder_is_no_file(server: Server) -> None:
    """This server will not open one; OpenSSH's does, and only what it tells of it shows what it is."""
    settings = replace(SETTINGS, known_hosts_file=server.known_hosts)
    (server.folder / "folder").mkdir()
    async with opened(server.url("folder"), settings) as channel:
        with pytest.raises(SourceError, match="refuses to give the file: Is a directory"):
            await take(channel)
    async with opened(server.url("open/folder"), settings) as channel:
        with pytest.raises(SourceError, match="names a folder") as caught:
            await take(channel)
    assert caught.value.retry is Retry.NEVER


async def test_missing_file_and_wrong_password(server: Server) -> None:
    settings = replace(SETTINGS, known_hosts_file=server.known_hosts)
    async with opened(server.url("none.bin"), settings) as channel:
        with pytest.raises(SourceError, match="does not have the file"):
            await take(channel)
    async with opened(server.url("file.bin", "me:wrong@"), settings) as channel:
        with pytest.raises(SourceError, match="another user name") as caught:
            await take(channel)
        assert caught.value.wants_fresh_url


async def test_nobody_there() -> None:
    async with opened("sftp://127.0.0.1:9/x") as channel:
        with pytest.raises(SourceError, match="refuses connections"):
            await take(channel)


@pytest.mark.parametrize("scheme", ["socks5", "socks5h", "socks4", "socks4a", "http", "https"])
async def test_through_a_proxy(server: Server, authority: Authority, scheme: str) -> None:
    settings = replace(SETTINGS, known_hosts_file=server.known_hosts, ca_file=authority.ca_file)
    tls = authority.server_context() if scheme == "https" else None
    async with socks_proxy() if scheme.startswith("socks") else http_proxy(tls=tls) as proxy:
        through = replace(settings, proxy=f"{scheme}://127.0.0.1:{proxy.port}")
        async with opened(server.url("file.bin"), through) as channel:
            _, outcome = await take(channel)
            assert bytes(outcome.data) == DATA
            _, outcome = await take(channel, Span(7, 11))
            assert bytes(outcome.data[7:]) == DATA[7:11]
    assert [port for _, port in proxy.asked] == [server.port]


async def test_a_proxy_that_reaches_nobody(server: Server, socks: FakeProxy) -> None:
    through = replace(SETTINGS, known_hosts_file=server.known_hosts, proxy=f"socks5://127.0.0.1:{socks.port}")
    async with opened(server.url("file.bin").replace(str(server.port), "9"), through) as channel:
        with pytest.raises(SourceError, match=r"proxy cannot be reached, or cannot reach 127\.0\.0\.1") as caught:
            await take(channel)
        assert caught.value.retry is Retry.LATER
