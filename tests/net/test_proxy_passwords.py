"""Passwords of proxies: kept in the system's keyring, told to the proxy alone, and written nowhere."""

import asyncio
import base64
import getpass
import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import keyring.errors
import pytest
from tests.fakes.downloads import add, open_api, settled
from tests.fakes.ftp_server import ftp_server
from tests.fakes.keyrings import MemoryKeyring
from tests.fakes.proxies import FakeProxy, http_proxy, socks_proxy
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import SETTINGS, take
from tests.net.hostile.cases import B, always, head, part
from tests.net.hostile.server import Answer, Asked, HostileServer

from headwater.channels.connector import Connectors
from headwater.channels.keyring_store import KeyringStore
from headwater.control.cli import main
from headwater.control.document_fetch import Asker
from headwater.control.settings_transfer import export_settings
from headwater.control.updates import look_for_update
from headwater.engine.settings import Settings
from headwater.model.access import Access, Credential
from headwater.model.errors import LocalError, Retry, SourceError, UserError
from headwater.model.job import JobOptions, JobState
from headwater.model.ports import Channel, ChannelSettings
from headwater.model.source import SourceSpec
from headwater.model.spans import Span

SECRET = "s3cret-þassword"
WANTED = f"ada:{SECRET}"
BASIC = "Basic " + base64.b64encode(WANTED.encode()).decode()
#: For SOCKS, whose library knows ASCII alone.
PLAIN = "s3cret-password"
DATA = bytes(range(256)) * 64


def asking(scheme: str) -> AbstractAsyncContextManager[FakeProxy]:
    """A proxy that serves only who tells it `PLAIN`."""
    wanted = f"ada:{PLAIN}"
    return socks_proxy(wanted) if scheme == "socks5" else http_proxy(wanted)


def keep(ring: MemoryKeyring, port: int, password: str = SECRET) -> None:
    ring.keep(f"proxy://127.0.0.1:{port}", "ada", password)


def through(port: int, scheme: str = "http", who: str = "ada@") -> ChannelSettings:
    return replace(SETTINGS, proxy=f"{scheme}://{who}127.0.0.1:{port}")


@asynccontextmanager
async def opened(url: str, settings: ChannelSettings) -> AsyncIterator[Channel]:
    connectors = Connectors(KeyringStore())
    try:
        yield await connectors.open(SourceSpec(url), settings)
    finally:
        await connectors.close()


def guard(asked: Asked, _: int) -> Answer:
    """An HTTP proxy that wants to know who asks, and serves a file of its own whatever is asked for."""
    if asked.fields.get("proxy-authorization") != BASIC:
        return Answer(head("407 Who?", 'Proxy-Authenticate: Basic realm="x"', "Content-Length: 2") + b"no")
    first, _dash, last = asked.fields.get("range", "bytes=0-").removeprefix("bytes=").partition("-")
    start, end = int(first), min(len(DATA), int(last) + 1) if last else len(DATA)
    fields = (f"Content-Range: bytes {start}-{end - 1}/{len(DATA)}", f"Content-Length: {end - start}")
    return Answer(head("206 Partial Content", *fields) + DATA[start:end])


async def test_an_http_proxy_is_told(ring: MemoryKeyring) -> None:
    async with HostileServer(guard) as proxy:
        keep(ring, proxy.port)
        async with opened("http://far.test/file.bin", through(proxy.port)) as channel:
            _, outcome = await take(channel, Span(0, 1000))
            assert bytes(outcome.data) == DATA[:1000]
            await take(channel, Span(1000, 2000))
        assert ring.questions == [f"proxy://127.0.0.1:{proxy.port}"]


async def test_the_server_behind_it_is_not_told(ring: MemoryKeyring, authority: Authority) -> None:
    async with (
        http_proxy(WANTED) as proxy,
        HostileServer(always(part(B)), tls=authority.server_context()) as server,
    ):
        keep(ring, proxy.port)
        settings = replace(through(proxy.port), ca_file=authority.ca_file)
        async with opened(f"https://localhost:{server.port}/file.bin", settings) as channel:
            await take(channel, B)
    assert proxy.told == [BASIC]
    assert "proxy-authorization" not in server.asked[0].fields


@pytest.mark.parametrize(("kind", "scheme"), [("http", "socks5"), ("ftp", "socks5"), ("ftp", "http")])
async def test_other_ways_are_told_too(ring: MemoryKeyring, tmp_path: Path, kind: str, scheme: str) -> None:
    (tmp_path / "file.bin").write_bytes(DATA)
    with ftp_server(tmp_path, None) as ftp:
        async with HostileServer(always(part(B))) as server, asking(scheme) as proxy:
            keep(ring, proxy.port, PLAIN)
            url = f"ftp://localhost:{ftp.port}/file.bin" if kind == "ftp" else server.url
            async with opened(url, through(proxy.port, scheme)) as channel:
                _, outcome = await take(channel, B)
                assert outcome.received.total_bytes == B.size
    assert len(set(proxy.told)) == 1
    assert proxy.asked


@pytest.mark.parametrize("scheme", ["http", "socks5"])
@pytest.mark.parametrize("kind", ["https", "ftp"])
async def test_a_refused_password_is_looked_up_anew(ring: MemoryKeyring, kind: str, scheme: str) -> None:
    async with asking(scheme) as proxy:
        keep(ring, proxy.port, "old")
        connectors = Connectors(KeyringStore())
        for _ in range(2):
            channel = await connectors.open(SourceSpec(f"{kind}://localhost:9/x"), through(proxy.port, scheme))
            with pytest.raises(SourceError, match="The proxy wants a user name and password") as caught:
                await take(channel, Span(0, 5))
            assert caught.value.retry is Retry.NEVER
            assert "old" not in str(caught.value)
        assert len(ring.questions) == 2
        keep(ring, proxy.port, PLAIN)
        channel = await connectors.open(SourceSpec(f"{kind}://localhost:9/x"), through(proxy.port, scheme))
        with pytest.raises(SourceError) as caught:  # nobody listens at port 9, but the proxy went there
            await take(channel, Span(0, 5))
        assert "wants a user name" not in str(caught.value)
        await connectors.close()
    assert set(proxy.asked) == {("localhost" if scheme == "http" else "an address", 9)}


async def test_socks_knows_ascii_alone(ring: MemoryKeyring) -> None:
    for kind in ("http", "ftp"):
        keep(ring, 1080)
        with pytest.raises(UserError, match="A SOCKS proxy can be told only"):
            async with opened(f"{kind}://localhost/x", through(1080, "socks5")) as channel:
                await take(channel, Span(0, 5))


async def test_only_who_names_a_user_makes_the_keyring_be_asked(ring: MemoryKeyring) -> None:
    async with HostileServer(guard) as proxy:
        keep(ring, proxy.port)
        for who, questions in (("", 0), ("eve:x@", 0), ("eve@", 1)):
            async with opened("http://far.test/file.bin", through(proxy.port, who=who)) as channel:
                with pytest.raises(SourceError, match="407"):
                    await take(channel, Span(0, 5))
            assert len(ring.questions) == questions, who
        async with opened("http://far.test/file.bin", through(proxy.port, who=f"ada:{SECRET}@")) as channel:
            await take(channel, Span(0, 5))
    assert len(ring.questions) == 1, "whose address holds a password needs no keyring"


async def test_the_environments_proxy_has_one_too(ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    async with HostileServer(guard) as proxy:
        keep(ring, proxy.port)
        monkeypatch.setenv("http_proxy", f"http://ada@127.0.0.1:{proxy.port}")
        async with opened("http://far.test/file.bin", SETTINGS) as channel:
            await take(channel, Span(0, 5))
    assert len(ring.questions) == 1


async def test_a_download_with_nothing_written(
    ring: MemoryKeyring, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with HostileServer(guard) as proxy, open_api(tmp_path) as api:
        address = f"http://ada@127.0.0.1:{proxy.port}"
        assert not await api.has_proxy_password(address)
        await api.save_proxy_password(address, SECRET)
        assert await api.has_proxy_password(address)
        await api.change_settings(replace(api.settings, proxy=address))
        job = await settled(api, await add(api, ["http://far.test/file.bin"], tmp_path))
        assert job.state is JobState.DONE, job
        assert job.path is not None
        assert job.path.read_bytes() == DATA
        await export_settings(api.settings, tmp_path / "exported.json")
        assert SECRET not in repr(api.settings)
        await api.remove_proxy_password(address)
        assert not await api.has_proxy_password(address)
        with pytest.raises(UserError, match="has no password"):
            await api.remove_proxy_password(address)
    forms = (SECRET, SECRET.encode().hex(), BASIC.removeprefix("Basic "))
    written = await asyncio.to_thread(_written, tmp_path)
    assert {"settings.json", "exported.json"} <= {path.name for path in written}
    for path, content in written.items():
        assert not any(form.encode() in content for form in forms), path
    assert not any(form in caplog.text for form in forms)


def _written(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_a_jobs_own_proxy_outlasts_a_restart_without_its_password(ring: MemoryKeyring, tmp_path: Path) -> None:
    """Whoever chose a proxy for a download must not be known to its server afterwards."""
    async with HostileServer(guard) as proxy:
        place = f"127.0.0.1:{proxy.port}"
        own = Access(proxy=f"http://ada:{SECRET}@{place}", proxies=(("ftp", f"socks5://eve:{SECRET}@{place}"),))
        async with open_api(tmp_path) as api:
            await api.change_settings(replace(api.settings, running_at_once=1, is_main_stopped=True))
            job_id = await add(api, ["http://far.test/file.bin"], tmp_path, options=JobOptions(access=own))
            assert api.spec(job_id).options.access == own
        written = await asyncio.to_thread(_written, tmp_path)
        assert not any(SECRET.encode() in content for content in written.values())
        async with open_api(tmp_path) as api:
            access = api.spec(job_id).options.access
            assert access.proxy == f"http://ada@{place}"
            assert access.proxies == (("ftp", f"socks5://eve@{place}"),)
            keep(ring, proxy.port)
            await api.change_settings(replace(api.settings, is_main_stopped=False))
            assert (await settled(api, job_id)).state is JobState.DONE
    assert all(asked.target.startswith("http://far.test/") for asked in proxy.asked)


async def test_who_asks_without_an_engine_tells_the_proxy_and_no_server(ring: MemoryKeyring) -> None:
    release = b'{"tag_name": "v99.0", "html_url": "https://example.org/99"}'

    def serve(asked: Asked, _: int) -> Answer:
        if asked.fields.get("proxy-authorization") != BASIC:
            return guard(asked, 0)
        if "closed" in asked.target:
            return Answer(head("401 Who?", 'WWW-Authenticate: Basic realm="x"', "Content-Length: 0"))
        return Answer(head("200 OK", f"Content-Length: {len(release)}") + release)

    async with HostileServer(serve) as proxy:
        keep(ring, proxy.port)
        ring.keep("http://far.test", "ada", SECRET)
        name = f"proxy://127.0.0.1:{proxy.port}"
        settings = Settings(proxy=f"http://ada@127.0.0.1:{proxy.port}", update_url="http://far.test/release.json")
        assert (await look_for_update(settings)).is_newer
        assert await Asker(settings).fetch("http://far.test/release.json", 1000) == release
        with pytest.raises(SourceError, match="401"):
            await look_for_update(replace(settings, update_url="http://far.test/closed.json"))
    assert ring.questions == [name] * 3, "nobody asked for the server's"


async def test_another_password_counts_from_the_next_channel_on(ring: MemoryKeyring, tmp_path: Path) -> None:
    async with HostileServer(guard) as proxy:
        keep(ring, proxy.port)
        store = KeyringStore()
        connectors = Connectors(store)
        for password, is_served in ((SECRET, True), ("other", False), (SECRET, True)):
            await store.save(Credential(f"proxy://127.0.0.1:{proxy.port}", "ada", password))
            channel = await connectors.open(SourceSpec("http://far.test/file.bin"), through(proxy.port))
            if is_served:
                await take(channel, Span(0, 5))
            else:
                with pytest.raises(SourceError, match="407"):
                    await take(channel, Span(0, 5))
        await connectors.close()


def test_settings_take_a_name_and_no_password() -> None:
    assert Settings(proxy="http://ada@proxy.example:3128").proxy == "http://ada@proxy.example:3128"
    for address in (
        "http://ada:x@proxy.example",
        "ada:x@proxy.example",
        "socks5://ada:@h:1",
        "http://a:b@c@d",
        "a:x://y@h",
    ):
        with pytest.raises(UserError, match="must not hold a password"):
            Settings(proxy=address)


async def test_addresses_that_no_password_can_be_kept_for(ring: MemoryKeyring, tmp_path: Path) -> None:
    async with open_api(tmp_path) as api:
        for address in ("http://proxy.example:80", "http://ada:x@proxy.example:80", "gopher://ada@h", "direct"):
            with pytest.raises(UserError):
                await api.save_proxy_password(address, SECRET)
        ring.fault = keyring.errors.KeyringLocked("x")
        with pytest.raises(LocalError, match="locked"):
            await api.save_proxy_password("http://ada@proxy.example:80", SECRET)
        assert not await api.has_proxy_password("http://ada@proxy.example:80")


def test_login_keeps_one_for_a_proxy(
    ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: SECRET)
    assert main(["login", "proxy://Proxy.example:3128", "--user", "ada"]) == 0
    assert ("headwater", "proxy://proxy.example:3128") in ring.entries
    assert main(["logout", "proxy://proxy.example:3128"]) == 0
    assert main(["login", "proxy://proxy.example", "--user", "ada"]) == 1
    assert "with its port" in capsys.readouterr().err
    assert not ring.entries
