"""FTP and FTPS through proxies: both connections of it go that way, or none."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.ftp_server import ftp_server
from tests.fakes.proxies import FakeProxy, http_proxy, socks_proxy
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import SETTINGS, opened, take

from headwater.model.errors import Retry, SourceError, UserError
from headwater.model.ports import ChannelSettings
from headwater.model.spans import Span

DATA = bytes(i * 31 % 251 for i in range(1_500_000))
SCHEMES = ["socks5", "socks5h", "socks4", "socks4a", "http"]
WAYS = [(kind, scheme) for kind in ("ftp", "ftpes") for scheme in SCHEMES] + [("ftp", "https")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a file.bin").write_bytes(DATA)
    return tmp_path


def through(proxy: FakeProxy, scheme: str, authority: Authority) -> ChannelSettings:
    return replace(SETTINGS, proxy=f"{scheme}://127.0.0.1:{proxy.port}", ca_file=authority.ca_file)


@pytest.mark.parametrize(("kind", "scheme"), WAYS)
async def test_control_and_data_go_through(kind: str, scheme: str, folder: Path, authority: Authority) -> None:
    tls = authority.server_context() if scheme == "https" else None
    with ftp_server(folder, authority.chain_file if kind == "ftpes" else None) as server:
        async with socks_proxy() if scheme.startswith("socks") else http_proxy(tls=tls) as proxy:
            url = f"{kind}://localhost:{server.port}/a%20file.bin"
            async with opened(url, through(proxy, scheme, authority)) as channel:
                facts, outcome = await take(channel)
                assert bytes(outcome.data) == DATA
                span = Span(1_000_000, 1_200_000)
                facts, outcome = await take(channel, span, size_bytes=len(DATA))
                assert bytes(outcome.data[span.start :]) == DATA[span.start : span.end]
                assert facts.connect_s is None, "over the same control connection"
    assert proxy.asked[0][1] == server.port
    assert len({port for _, port in proxy.asked}) == 3, "a control connection and two for data"
    finds_names = scheme in {"socks5h", "socks4a", "http", "https"}
    assert set(proxy.names) == {"localhost" if finds_names else "an address"}


@pytest.mark.parametrize("scheme", ["socks5", "socks4"])
async def test_a_server_with_addresses_of_both_kinds_is_told_by_the_older(
    scheme: str, folder: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOCKS4 has no form for IPv6, and systems name those addresses first."""

    def look_up(_host: str, port: int, *_more: object, **_named: object) -> list[tuple[object, ...]]:
        kind, protocol = socket.SOCK_STREAM, socket.IPPROTO_TCP
        return [
            (socket.AF_INET6, kind, protocol, "", ("::1", port, 0, 0)),
            (socket.AF_INET, kind, protocol, "", ("127.0.0.1", port)),
        ]

    with ftp_server(folder, None) as server:
        async with socks_proxy() as proxy:
            monkeypatch.setattr(socket, "getaddrinfo", look_up)
            url = f"ftp://two.test:{server.port}/a%20file.bin"
            async with opened(url, through(proxy, scheme, authority)) as channel:
                _, outcome = await take(channel)
                assert bytes(outcome.data) == DATA
    assert set(proxy.names) == {"an address"}


async def test_no_proxy_is_passed_by(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever set a proxy must not be known to a server that cannot be reached by it."""
    with ftp_server(folder, None) as server:
        url = f"ftp://127.0.0.1:{server.port}/a%20file.bin"
        for gone in ("socks5://127.0.0.1:9", "http://127.0.0.1:9"):
            async with opened(url, replace(SETTINGS, proxy=gone)) as channel:
                with pytest.raises(SourceError, match="The proxy cannot be reached") as caught:
                    await take(channel)
                assert caught.value.retry is Retry.LATER
        monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:9")
        async with opened(url) as channel:
            with pytest.raises(SourceError, match="The proxy cannot be reached"):
                await take(channel)
        assert server.in_clear == []
        async with opened(url, replace(SETTINGS, proxy="direct")) as channel:
            await take(channel, Span(0, 5))
        assert server.in_clear


@pytest.mark.parametrize("kind", ["ftps", "ftpes"])
async def test_what_is_encrypted_twice_is_refused_with_a_reason(kind: str) -> None:
    with pytest.raises(UserError, match="cannot go through a proxy that is encrypted itself"):
        async with opened(f"{kind}://localhost/x", replace(SETTINGS, proxy="https://localhost:9")):
            pass


async def test_a_proxy_that_allows_only_some_ports(folder: Path) -> None:
    async with http_proxy(answer=b"HTTP/1.1 403 Forbidden\r\n\r\n") as proxy:
        settings = replace(SETTINGS, proxy=f"http://127.0.0.1:{proxy.port}")
        async with opened("ftp://far.test/x", settings) as channel:
            with pytest.raises(SourceError, match=r"The proxy refuses to connect to far\.test \(403\)") as caught:
                await take(channel)
            assert caught.value.retry is Retry.NEVER
