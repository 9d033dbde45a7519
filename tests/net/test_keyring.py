"""Names and passwords in the system's keyring: saved, found when a server asks, and written nowhere else."""

import base64
import builtins
import getpass
import logging
import sys
from pathlib import Path
from typing import Any

import keyring
import keyring.errors
import pytest
from tests.fakes.downloads import add, open_api, settled
from tests.fakes.keyrings import MemoryKeyring
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import take
from tests.net.hostile.cases import head, part
from tests.net.hostile.server import Answer, Asked, Behaviour, HostileServer

from headwater.channels.connector import Connectors
from headwater.channels.keyring_store import KeyringStore
from headwater.control.cli import main
from headwater.model.access import Credential, KeptLogin
from headwater.model.errors import LocalError, SourceError, UserError
from headwater.model.job import JobState
from headwater.model.ports import ChannelSettings
from headwater.model.source import SourceSpec
from headwater.model.spans import Span

SECRET = "s3cret-þassword"
BASIC = "Basic " + base64.b64encode(f"ada:{SECRET}".encode()).decode()
DATA = bytes(range(256)) * 64


@pytest.fixture(autouse=True)
def _known(ring: MemoryKeyring) -> None:
    ring.keep("http://127.0.0.1", "ada", SECRET)


def guarded(accepted: str = BASIC) -> tuple[list[str], Behaviour]:
    """A server that wants a name and password, and the list of what it was given."""
    seen: list[str] = []

    def behave(asked: Asked, _: int) -> Answer:
        given = asked.fields.get("authorization", "")
        seen.append(given)
        if given != accepted:
            return Answer(head("401 Unauthorized", 'WWW-Authenticate: Basic realm="x"', "Content-Length: 2") + b"no")
        first, _dash, last = asked.fields.get("range", "bytes=0-").removeprefix("bytes=").partition("-")
        start = int(first)
        end = min(len(DATA), int(last) + 1) if last else len(DATA)
        fields = (f"Content-Range: bytes {start}-{end - 1}/{len(DATA)}", f"Content-Length: {end - start}")
        return Answer(head("206 Partial Content", *fields) + DATA[start:end])

    return seen, behave


async def test_the_keyring_is_asked_only_when_the_server_asks(ring: MemoryKeyring, tmp_path: Path) -> None:
    seen, behave = guarded()
    async with HostileServer(behave) as server, open_api(tmp_path) as api:
        job = await settled(api, await add(api, [server.url], tmp_path))
        assert job.state is JobState.DONE, job
        assert job.path is not None
        assert job.path.read_bytes() == DATA
    assert seen[0] == ""
    assert seen[-1] == BASIC
    assert len(ring.questions) <= 4 * seen.count("")


async def test_what_is_kept_for_a_host_does_not_travel_in_the_open(ring: MemoryKeyring, tmp_path: Path) -> None:
    ring.entries.clear()
    ring.keep("127.0.0.1", "ada", SECRET)
    seen, behave = guarded()
    async with HostileServer(behave) as server, open_api(tmp_path) as api:
        job = await settled(api, await add(api, [server.url], tmp_path))
        assert job.state is JobState.FAILED
        assert job.error is not None
        place = f"http://127.0.0.1:{server.port}"
        assert "is not sent over plain HTTP, where others could read it" in job.error
        assert f'"headwater-cli login {place}" allows it' in job.error
        assert set(seen) == {""}
        await api.save_credential(Credential(place, "ada", SECRET))
        job = await settled(api, await add(api, [server.url], tmp_path))
        assert job.state is JobState.DONE, job
    assert seen[-1] == BASIC


async def test_a_digest_tells_nobody_the_password(ring: MemoryKeyring) -> None:
    ring.entries.clear()
    ring.keep("127.0.0.1", "ada", SECRET)
    challenge = head("401 No", 'WWW-Authenticate: Digest realm="r", nonce="n", qop="auth"', "Content-Length: 0")

    def behave(asked: Asked, _: int) -> Answer:
        return part(Span(0, 10)) if "authorization" in asked.fields else Answer(challenge)

    async with HostileServer(behave) as server:
        connectors = Connectors(KeyringStore())
        channel = await connectors.open(SourceSpec(server.url), ChannelSettings())
        await take(channel, Span(0, 10))
        await connectors.close()
    assert server.asked[-1].fields["authorization"].startswith("Digest ")


async def test_over_tls_a_password_needs_no_word(ring: MemoryKeyring, authority: Authority) -> None:
    ring.entries.clear()
    ring.keep("127.0.0.1", "ada", SECRET)
    seen, behave = guarded()
    async with HostileServer(behave, tls=authority.server_context()) as server:
        connectors = Connectors(KeyringStore())
        channel = await connectors.open(SourceSpec(server.url), ChannelSettings(ca_file=authority.ca_file))
        await take(channel, Span(0, 10))
        await connectors.close()
    assert seen == ["", BASIC]


async def test_a_server_that_does_not_ask_costs_no_question(ring: MemoryKeyring) -> None:
    _, behave = guarded(accepted="")
    async with HostileServer(behave) as server:
        connectors = Connectors(KeyringStore())
        channel = await connectors.open(SourceSpec(server.url), ChannelSettings())
        await take(channel, Span(0, 10))
        await connectors.close()
    assert ring.questions == []


async def test_nothing_that_is_written_holds_the_password(
    ring: MemoryKeyring, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    _, behave = guarded()
    async with HostileServer(behave) as server, open_api(tmp_path) as api:
        host = server.url.removesuffix("/file.bin")
        await api.save_credential(Credential(host, "ada", SECRET))
        assert ring.entries["headwater", host]
        await api.change_settings(api.settings)
        job_id = await add(api, [server.url], tmp_path)
        assert (await settled(api, job_id)).state is JobState.DONE
        assert SECRET not in repr(api.spec(job_id))
    forms = (SECRET, SECRET.encode().hex(), BASIC.removeprefix("Basic "))
    written = _written(tmp_path)
    assert any(path.name == "settings.json" for path in written)
    for path, content in written.items():
        assert not any(form.encode() in content for form in forms), path
    assert not any(form in caplog.text for form in forms)


def _written(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_a_password_that_is_refused_is_looked_up_anew(ring: MemoryKeyring) -> None:
    seen, behave = guarded()
    ring.entries.clear()
    store = KeyringStore()
    await store.save(Credential("http://127.0.0.1", "ada", "old"))
    async with HostileServer(behave) as server:
        connectors = Connectors(store)
        channel = await connectors.open(SourceSpec(server.url), ChannelSettings())
        with pytest.raises(SourceError) as refused:
            await take(channel, Span(0, 10))
        assert refused.value.wants_fresh_url
        await store.save(Credential("http://127.0.0.1", "ada", SECRET))
        await take(channel, Span(0, 10))
        await connectors.close()
    assert len(seen) == 4
    assert seen[-1] == BASIC


async def test_a_port_of_its_own_goes_before_the_host(ring: MemoryKeyring) -> None:
    store = KeyringStore()
    await store.save(Credential("Example.org:8080", "bea", "x"))
    await store.save(Credential("example.org", "ada", "y"))
    found = await store.find("example.org:8080", "example.org")
    assert found == Credential("example.org:8080", "bea", "x")
    assert await store.find("example.org:81", "example.org") == Credential("example.org", "ada", "y")
    await store.remove("example.org")
    with pytest.raises(UserError, match=r"no password for example\.org"):
        await store.remove("example.org")
    for host in ("*.example.org", "https://", "a b"):
        with pytest.raises(UserError):
            await store.save(Credential(host, "a", "b"))


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (keyring.errors.NoKeyringError("x"), "no keyring"),
        (keyring.errors.KeyringLocked("x"), "locked"),
        (keyring.errors.InitError("x"), "locked"),
        (RuntimeError(SECRET), r"failed \(RuntimeError\)"),
    ],
)
async def test_without_a_keyring_only_saving_fails(ring: MemoryKeyring, fault: Exception, words: str) -> None:
    ring.fault = fault
    with pytest.raises(LocalError, match=words) as told:
        await KeyringStore().save(Credential("example.org", "ada", SECRET))
    assert SECRET not in str(told.value)
    _, behave = guarded()
    async with HostileServer(behave) as server:
        connectors = Connectors(KeyringStore())
        channel = await connectors.open(SourceSpec(server.url), ChannelSettings())
        with pytest.raises(SourceError, match="401"):
            await take(channel, Span(0, 10))
        await connectors.close()


async def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(LocalError, match="no keyring"):
        await KeyringStore().save(Credential("example.org", "ada", "x"))
    assert await KeyringStore().find("example.org") is None


async def test_an_entry_of_another_program_is_no_password(ring: MemoryKeyring) -> None:
    ring.entries["headwater", "127.0.0.1"] = "[]"
    assert await KeyringStore().find("127.0.0.1") is None


def test_login_and_logout(
    ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def unseen(prompt: str) -> str:
        asked.append(prompt)
        return SECRET

    def typed(prompt: object = "") -> str:
        asked.append(str(prompt))
        return "bea"

    monkeypatch.setattr(getpass, "getpass", unseen)
    monkeypatch.setattr(builtins, "input", typed)
    assert main(["login", "https://ada@Files.example.org/x"]) == 0
    assert "files.example.org" in asked[0]
    assert '"bea"' in ring.entries["headwater", "files.example.org"]
    assert main(["login", "http://files.example.org/x", "--user", "max"]) == 0
    assert '"max"' in ring.entries["headwater", "http://files.example.org"]
    assert main(["logout", "http://files.example.org"]) == 0
    assert main(["login", "files.example.org", "--user", "eve"]) == 0
    assert '"eve"' in ring.entries["headwater", "files.example.org"]
    assert main(["logout", "files.example.org"]) == 0
    assert ("headwater", "files.example.org") not in ring.entries
    assert main(["logout", "files.example.org"]) == 1
    assert "no password for files.example.org" in capsys.readouterr().err

    def interrupted(_prompt: Any) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(getpass, "getpass", interrupted)
    assert main(["login", "files.example.org", "--user", "eve"]) == 1
    assert SECRET not in capsys.readouterr().err


async def test_it_tells_whom_passwords_were_saved_for_and_no_password(ring: MemoryKeyring) -> None:
    store = KeyringStore()
    assert await store.kept() == ()
    await store.save(Credential("Example.org", "ada", SECRET))
    await store.save(Credential("ftp://files.example", "bea", SECRET))
    await store.save(Credential("example.org", "ada", "another"))
    assert await store.kept() == (KeptLogin("example.org", "ada"), KeptLogin("ftp://files.example", "bea"))
    assert SECRET not in repr(await store.kept())
    ring.delete_password("headwater", "example.org")
    assert await store.kept() == (KeptLogin("ftp://files.example", "bea"),), "what others removed is not told of"
    await store.remove("ftp://files.example")
    assert await store.kept() == ()


async def test_a_list_that_another_program_spoiled_is_begun_anew(ring: MemoryKeyring) -> None:
    store = KeyringStore()
    for spoiled in ("{", "{}", "[1]", "null"):
        ring.entries["headwater", "kept hosts"] = spoiled
        assert await store.kept() == ()
    await store.save(Credential("example.org", "ada", SECRET))
    assert await store.kept() == (KeptLogin("example.org", "ada"),)


async def test_without_a_keyring_it_says_so(ring: MemoryKeyring) -> None:
    ring.fault = keyring.errors.NoKeyringError("x")
    with pytest.raises(LocalError, match="no keyring"):
        await KeyringStore().kept()
