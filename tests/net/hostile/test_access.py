"""Passwords, cookies and proxies: sent where they belong, and nowhere else."""

import base64
import bz2
import gzip
import lzma
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from backports import zstd
from tests.fakes.proxies import FakeProxy, http_proxy
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import opened, take
from tests.net.hostile.cases import always, ask, head, part, status, whole
from tests.net.hostile.harness import DATA, SETTINGS, SIZE, run
from tests.net.hostile.server import Answer, Asked, Behaviour, HostileServer

from headwater.channels.connector import Connectors
from headwater.channels.proxies import proxy_for
from headwater.model.access import Credential
from headwater.model.errors import Retry, SourceError, UserError
from headwater.model.ports import ChannelSettings
from headwater.model.source import SourceSpec, Support
from headwater.model.spans import Span

A, B = Span(0, 1000), Span(5000, 6000)
BASIC = "Basic " + base64.b64encode("mé:sec:ret".encode()).decode()
ME = Credential("127.0.0.1", "mé", "sec:ret")


def challenged(scheme: str, accepted: re.Pattern[str]) -> tuple[list[str], Behaviour]:
    """A behaviour that wants authorization, and the list of what it was given."""
    seen: list[str] = []

    def behave(asked: Asked, _: int) -> Answer:
        given = asked.fields.get("authorization", "")
        seen.append(given)
        if accepted.match(given):
            return part(B)
        return Answer(head("401 Unauthorized", f"WWW-Authenticate: {scheme}", "Content-Length: 2") + b"no")

    return seen, behave


@pytest.mark.parametrize("origin", ["url", "settings", "netrc"])
async def test_basic(origin: str, tmp_path: Path) -> None:
    seen, behave = challenged('Basic realm="x"', re.compile(re.escape(BASIC)))
    settings = SETTINGS
    async with HostileServer(behave) as server:
        url = server.url
        if origin == "url":
            url = url.replace("//", "//m%C3%A9:sec%3Aret@")
        elif origin == "settings":
            settings = replace(SETTINGS, credentials=(Credential("other", "x", "y"), ME))
        else:
            path = tmp_path / "netrc"
            path.write_text("machine 127.0.0.1 login mé password sec:ret\n", encoding="utf-8")
            settings = replace(SETTINGS, netrc_file=path)
        async with opened(url, settings) as channel:
            for _ in range(2):
                facts, outcome = await take(channel, B)
                assert outcome.received.total_bytes == B.size
                assert "ret" not in facts.url
                assert "sec" not in repr(channel)
    assert seen == ["", BASIC, BASIC]  # asked for once, then sent with every request


async def test_digest() -> None:
    given = re.compile(r'Digest .*username="me".*response="[0-9a-f]{64}"')
    seen, behave = challenged('Digest realm="x", nonce="abc", qop="auth", algorithm=SHA-256', given)
    async with HostileServer(behave) as server:
        settings = replace(SETTINGS, credentials=(Credential("127.*", "me", "secret"),))
        outcome = await run(server, ask(B), settings)
    assert outcome.received.total_bytes == B.size
    assert not any("Basic" in text for text in seen)


async def test_a_nonce_that_grew_old_is_replaced() -> None:
    """A server forgets its nonces after minutes; a download goes on for hours."""
    refused: list[int] = []

    def behave(asked: Asked, number: int) -> Answer:
        given = asked.fields.get("authorization", "")
        if f'nonce="n{len(refused)}"' in given:
            if number % 3 < 2:
                return part(B)
            refused.append(number)
        challenge = f'WWW-Authenticate: Digest realm="x", nonce="n{len(refused)}", stale=true'
        return Answer(head("401 Unauthorized", challenge, "Content-Length: 2") + b"no")

    async with HostileServer(behave) as server:
        settings = replace(SETTINGS, credentials=(Credential("*", "me", "secret"),))
        async with opened(server.url, settings) as channel:
            for _ in range(6):
                _, outcome = await take(channel, B)
                assert outcome.received.total_bytes == B.size
    assert len(refused) > 1


async def test_ways_in_that_stand_in_fields_of_their_own() -> None:
    """As IIS and proxies before servers write them: what we can do is not the first of them."""
    seen, behave = challenged(
        "Negotiate\r\nWWW-Authenticate: NTLM\r\nWWW-Authenticate: Basic", re.compile(re.escape(BASIC))
    )
    async with HostileServer(behave) as server:
        outcome = await run(server, ask(B), replace(SETTINGS, credentials=(ME,)))
    assert outcome.received.total_bytes == B.size
    assert seen == ["", BASIC]


async def test_a_wrong_password_is_told_and_not_sent_again() -> None:
    seen, behave = challenged("Basic", re.compile("never"))
    async with HostileServer(behave) as server:
        outcome = await run(server, ask(B), replace(SETTINGS, credentials=(ME,)))
    assert isinstance(outcome.error, SourceError)
    assert outcome.error.wants_fresh_url
    assert len(seen) == 2


async def test_a_password_stays_with_its_job() -> None:
    seen, behave = challenged("Basic", re.compile(re.escape(BASIC)))
    async with HostileServer(behave) as server:
        connectors = Connectors()
        mine = await connectors.open(SourceSpec(server.url), replace(SETTINGS, credentials=(ME,)))
        await take(mine, B)
        other = await connectors.open(SourceSpec(server.url), SETTINGS)
        with pytest.raises(SourceError, match="401"):
            await take(other, B)
        await take(mine, B)
        await connectors.close()
    assert seen == ["", BASIC, "", BASIC]


@pytest.mark.parametrize(
    ("scheme", "words"),
    [
        ("Negotiate\r\nWWW-Authenticate: NTLM", "not supported: Negotiate, NTLM (401)"),
        ('Digest realm="x", nonce="abc", algorithm=NONE', "not supported: Digest (401)"),
        ("", "wants a user name and password"),
    ],
)
async def test_a_challenge_that_cannot_be_met(scheme: str, words: str) -> None:
    seen, behave = challenged(scheme, re.compile("never"))
    async with HostileServer(behave) as server:
        outcome = await run(server, ask(B), replace(SETTINGS, credentials=(ME,)))
    assert isinstance(outcome.error, SourceError)
    assert words in str(outcome.error)
    assert seen == [""]


async def test_a_cookie_file(tmp_path: Path) -> None:
    path = tmp_path / "cookies.txt"
    path.write_text(
        "# Netscape HTTP Cookie File\n"
        "127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\tabc\n"
        "127.0.0.1\tFALSE\t/elsewhere\tFALSE\t0\tplace\twrong\n"
        "127.0.0.1\tFALSE\t/\tTRUE\t0\ttls\tonly\n"
        "127.0.0.1\tFALSE\t/\tFALSE\t0\tpath\treserved\n"
        "127.0.0.1\tFALSE\t/\tFALSE\t5\texpired\tlong\n"
        ".example.test\tTRUE\t/\tFALSE\t0\tother\thost\n"
        "#HttpOnly_127.0.0.1\tFALSE\t/\tFALSE\t0\thidden\tyes\n"
    )
    async with HostileServer(always(part(B))) as server:
        await run(server, ask(B), replace(SETTINGS, cookie_file=path))
    sent = set(server.asked[0].fields["cookie"].split("; "))
    assert sent == {"session=abc", "hidden=yes"}


async def test_files_that_cannot_be_read_are_the_users_matter(tmp_path: Path) -> None:
    path = tmp_path / "garbage"
    path.write_bytes(b"\xff\xfe nothing")
    for settings in (
        replace(SETTINGS, cookie_file=path),
        replace(SETTINGS, cookie_file=tmp_path / "none"),
        replace(SETTINGS, headers=(("Bad Name", "x"),)),
        replace(SETTINGS, headers=(("X", "a\r\nY: b"),)),
        replace(SETTINGS, user_agent="a\nb"),
        replace(SETTINGS, proxy="gopher://x"),
        replace(SETTINGS, proxy="http://:80"),
    ):
        with pytest.raises(UserError):
            async with opened("http://127.0.0.1:9/x", settings):
                pass
    async with HostileServer(always(status("401 x", "WWW-Authenticate: Basic"))) as server:
        for setting in (replace(SETTINGS, netrc_file=path), replace(SETTINGS, netrc_file=tmp_path / "none")):
            async with opened(server.url, setting) as channel:
                with pytest.raises(UserError):
                    await take(channel, B)
    async with opened("https://127.0.0.1:9/x", replace(SETTINGS, ca_file=path)) as channel:
        with pytest.raises(UserError):
            await take(channel, B)


def test_no_secret_is_in_a_repr() -> None:
    settings = ChannelSettings(
        headers=(("Authorization", "Bearer s3cret"),),
        cookie="id=s3cret",
        proxy="http://me:s3cret@proxy.test",
        credentials=(Credential("x", "me", "s3cret"),),
    )
    assert "s3cret" not in repr(settings)


async def test_an_http_proxy_gets_the_whole_address(monkeypatch: pytest.MonkeyPatch) -> None:
    async with HostileServer(always(part(B))) as proxy:
        address = f"http://me:pass@127.0.0.1:{proxy.port}"
        async with opened("http://far.test/file.bin", replace(SETTINGS, proxy=address)) as channel:
            _, outcome = await take(channel, B)
        assert outcome.received.total_bytes == B.size
        monkeypatch.setenv("http_proxy", f"127.0.0.1:{proxy.port}")
        monkeypatch.setenv("no_proxy", "near.test")
        async with opened("http://far.test/other.bin", SETTINGS) as channel:
            await take(channel, B)
    first, second = proxy.asked
    assert first.target == "http://far.test/file.bin"
    assert first.fields["proxy-authorization"] == "Basic " + base64.b64encode(b"me:pass").decode()
    assert second.target == "http://far.test/other.bin"
    assert proxy_for("http://near.test/x", SETTINGS) is None
    assert proxy_for("http://far.test/x", replace(SETTINGS, proxy="direct")) is None


async def test_the_way_to_a_proxy_may_be_encrypted(authority: Authority) -> None:
    async with HostileServer(always(part(B)), tls=authority.server_context()) as proxy:
        settings = replace(SETTINGS, proxy=f"https://127.0.0.1:{proxy.port}")
        async with opened("http://far.test/file.bin", settings) as channel:
            with pytest.raises(SourceError, match="certificate"):
                await take(channel, B)
        async with opened("http://far.test/file.bin", replace(settings, ca_file=authority.ca_file)) as channel:
            _, outcome = await take(channel, B)
    assert outcome.received.total_bytes == B.size
    assert proxy.asked[0].target == "http://far.test/file.bin"


async def test_a_proxy_that_refuses() -> None:
    async with HostileServer(always(status("407 Proxy Authentication Required"))) as proxy:
        settings = replace(SETTINGS, proxy=f"http://127.0.0.1:{proxy.port}")
        for url in ("http://far.test/x", "https://far.test/x"):
            async with opened(url, settings) as channel:
                with pytest.raises(SourceError, match="407") as caught:
                    await take(channel, B)
                assert caught.value.retry is Retry.NEVER
    async with opened("http://far.test/x", settings) as channel:
        with pytest.raises(SourceError, match=r"proxy on the way to far\.test") as caught:
            await take(channel, B)
        assert caught.value.retry is Retry.LATER


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_https_through_an_http_proxy(scheme: str, authority: Authority) -> None:
    made = http_proxy(tls=authority.server_context() if scheme == "https" else None)
    async with HostileServer(always(part(B)), tls=authority.server_context()) as server, made as proxy:
        settings = replace(SETTINGS, proxy=f"{scheme}://127.0.0.1:{proxy.port}", ca_file=authority.ca_file)
        async with opened(f"https://localhost:{server.port}/file.bin", settings) as channel:
            for _ in range(2):
                facts, outcome = await take(channel, B)
                assert outcome.received.total_bytes == B.size
        assert facts.connect_s is None  # the tunnel is kept
        assert proxy.asked == [("localhost", server.port)]


async def test_a_socks_proxy(socks: FakeProxy) -> None:
    async with HostileServer(always(part(B))) as server:
        for scheme, name, seen in (
            ("socks5h", "far.test", "far.test"),
            ("socks5", "127.0.0.1", "an address"),
            ("socks4a", "far.test", "far.test"),
            ("socks4", "127.0.0.1", "an address"),
        ):
            settings = replace(SETTINGS, proxy=f"{scheme}://127.0.0.1:{socks.port}")
            async with opened(server.url.replace("127.0.0.1", name), settings) as channel:
                _, outcome = await take(channel, B)
                assert outcome.received.total_bytes == B.size
                assert socks.names[-1] == seen
        settings = replace(SETTINGS, proxy=f"socks5h://127.0.0.1:{socks.port}")
        async with opened("http://far.test:9/x", settings) as channel:
            with pytest.raises(SourceError, match=r"proxy cannot be reached, or cannot reach far\.test"):
                await take(channel, B)


@pytest.mark.parametrize("wrapping", ["gzip", "bzip2", "xz", "zstd"])
async def test_a_mirror_that_holds_the_file_wrapped(wrapping: str) -> None:
    packers: dict[str, Callable[[bytes], bytes]] = {
        "gzip": gzip.compress,
        "bzip2": bz2.compress,
        "xz": lzma.compress,
        "zstd": zstd.compress,
    }
    pack = packers[wrapping]
    async with HostileServer(always(whole(body=pack(DATA))), path="/file.bin.x") as server:
        connectors = Connectors()
        channel = await connectors.open(SourceSpec(server.url, unwrap=wrapping), SETTINGS)
        facts, outcome = await take(channel, Span(0, 100), size_bytes=SIZE)
        assert bytes(outcome.data) == DATA
        assert (facts.size_bytes, facts.ranges) == (None, Support.NO)
        assert "range" not in server.asked[0].fields
        with pytest.raises(UserError, match="unwrapped"):
            await connectors.open(SourceSpec(server.url, unwrap="rar"), SETTINGS)
        with pytest.raises(UserError, match="compressed"):
            await connectors.open(SourceSpec("file:///x.xz", unwrap="xz"), SETTINGS)
        await connectors.close()
