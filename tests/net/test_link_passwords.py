"""Passwords that stand in links: used at once, kept in the system's keyring, and written nowhere else."""

import base64
import logging
from dataclasses import replace
from pathlib import Path

import keyring.errors
import pytest
from tests.fakes.downloads import add, open_api, settled
from tests.fakes.keyrings import MemoryKeyring
from tests.net.hostile.cases import head
from tests.net.hostile.server import Answer, Asked, HostileServer

from headwater.control.api import Owner
from headwater.control.rpc.session_file import format_session
from headwater.model.access import Credential
from headwater.model.commands import AddJob, ResumeJobs, SetSources
from headwater.model.job import JobId, JobOptions, JobSpec, JobState
from headwater.model.probe import FileAsked, TwinKind
from headwater.model.source import SourceSpec

SECRET = "s3cret-password"
BASIC = "Basic " + base64.b64encode(f"ada:{SECRET}".encode()).decode()
FORMS = (SECRET, SECRET.encode().hex(), BASIC.removeprefix("Basic "))
DATA = bytes(range(256)) * 64
PAUSED = JobOptions(start_paused=True)


def guard(asked: Asked, _: int) -> Answer:
    """A server that wants a name and password."""
    if asked.fields.get("authorization") != BASIC:
        return Answer(head("401 Unauthorized", 'WWW-Authenticate: Basic realm="x"', "Content-Length: 2") + b"no")
    first, _dash, last = asked.fields.get("range", "bytes=0-").removeprefix("bytes=").partition("-")
    start, end = int(first), min(len(DATA), int(last) + 1) if last else len(DATA)
    fields = (f"Content-Range: bytes {start}-{end - 1}/{len(DATA)}", f"Content-Length: {end - start}")
    return Answer(head("206 Partial Content", *fields) + DATA[start:end])


def link(server: HostileServer, password: str = f":{SECRET}") -> str:
    return server.url.replace("http://", f"http://ada{password}@")


def name(server: HostileServer) -> str:
    """What the keyring knows the server by."""
    return f"http://127.0.0.1:{server.port}"


def assert_unwritten(folder: Path, log: str = "") -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.name.startswith("catalog") for path in files)
    for path in files:
        assert not any(form.encode() in path.read_bytes() for form in FORMS), path
    assert not any(form in log for form in FORMS)


async def test_a_download_goes_on_after_a_restart(
    ring: MemoryKeyring, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with HostileServer(guard) as server:
        async with open_api(tmp_path) as api:
            job_id = await add(api, [link(server)], tmp_path, options=PAUSED)
            assert api.spec(job_id).sources[0].url == link(server)
        assert_unwritten(tmp_path, caplog.text)
        assert ("headwater", name(server)) in ring.entries
        async with open_api(tmp_path) as api:
            assert api.spec(job_id).sources[0].url == link(server, "")
            await api.execute(ResumeJobs((job_id,)))
            job = await settled(api, job_id)
            assert job.state is JobState.DONE, job
            assert job.path is not None
            assert job.path.read_bytes() == DATA
        job.path.unlink()
        assert_unwritten(tmp_path, caplog.text)


async def test_a_link_that_is_used_at_once_needs_no_keyring(
    ring: MemoryKeyring, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ring.fault = keyring.errors.NoKeyringError("none")
    async with HostileServer(guard) as server:
        async with open_api(tmp_path) as api:
            assert (await settled(api, await add(api, [link(server)], tmp_path))).state is JobState.DONE
            waiting = await add(api, [link(server)], tmp_path, name="other", options=PAUSED)
        assert f"The password in a link to {name(server)} is asked for after a restart" in caplog.text
        async with open_api(tmp_path) as api:
            await api.execute(ResumeJobs((waiting,)))
            job = await settled(api, waiting)
            assert job.state is JobState.FAILED
            ring.fault = None
            await api.save_credential(Credential(name(server), "ada", SECRET))
            await api.execute(ResumeJobs((waiting,)))
            assert (await settled(api, waiting)).state is JobState.DONE


@pytest.mark.parametrize(("user", "password"), [("bea", SECRET), ("ada", "other")])
async def test_what_was_saved_for_a_server_stays(
    ring: MemoryKeyring, tmp_path: Path, caplog: pytest.LogCaptureFixture, user: str, password: str
) -> None:
    async with HostileServer(guard) as server:
        ring.keep(name(server), user, password)
        before = dict(ring.entries)
        async with open_api(tmp_path) as api:
            assert (await settled(api, await add(api, [link(server)], tmp_path))).state is JobState.DONE
        assert ring.entries == before
    assert "the keyring has another login for it" in caplog.text


async def test_a_name_in_a_link_is_not_told_the_password_of_another(ring: MemoryKeyring, tmp_path: Path) -> None:
    async with HostileServer(guard) as server:
        ring.keep(name(server), "ada", SECRET)
        async with open_api(tmp_path) as api:
            other = link(server, "").replace("ada@", "bea@")
            assert (await settled(api, await add(api, [other], tmp_path))).state is JobState.FAILED
            assert (await settled(api, await add(api, [link(server, "")], tmp_path))).state is JobState.DONE


async def test_for_a_link_s_name_too_a_secure_password_stays_off_plain_ways(
    ring: MemoryKeyring, tmp_path: Path
) -> None:
    ring.keep("127.0.0.1", "ada", SECRET)
    async with HostileServer(guard) as server, open_api(tmp_path) as api:
        job = await settled(api, await add(api, [link(server, "")], tmp_path))
        assert job.state is JobState.FAILED
        assert job.error is not None
        assert "is not sent over plain HTTP" in job.error
        assert not any("authorization" in asked.fields for asked in server.asked)


async def test_a_link_given_again_with_its_password_is_the_same_source(ring: MemoryKeyring, tmp_path: Path) -> None:
    ring.fault = keyring.errors.NoKeyringError("none")
    async with HostileServer(guard) as server:
        async with open_api(tmp_path) as api:
            job_id = await add(api, [link(server)], tmp_path, options=PAUSED)
        async with open_api(tmp_path) as api:
            twins = api.find_twins([FileAsked((link(server),))])
            assert twins[0] is not None
            assert twins[0].kind is TwinKind.SAME_LINK
            assert twins[0].has_urls == {link(server)}
            await api.execute(SetSources(job_id, (SourceSpec(link(server)),)))
            await api.execute(ResumeJobs((job_id,)))
            assert (await settled(api, job_id)).state is JobState.DONE
            assert [source.source_id for source in api.sources(job_id)] == [0]


async def test_a_terminal_finds_its_download_again(ring: MemoryKeyring, tmp_path: Path) -> None:
    async with HostileServer(guard) as server:
        spec = JobSpec((SourceSpec(link(server)),), tmp_path / "out", "file.bin", PAUSED)
        async with open_api(tmp_path, Owner.TERMINAL) as api:
            job_id = await api.execute(AddJob(spec))
        assert ring.entries == {}
        async with open_api(tmp_path, Owner.TERMINAL) as api:
            assert await api.adopt(replace(spec, options=JobOptions())) == job_id
            assert job_id is not None
            assert (await settled(api, job_id)).state is JobState.DONE
            assert [source.source_id for source in api.sources(job_id)] == [0]


async def test_an_address_that_is_none_is_refused_as_before(ring: MemoryKeyring, tmp_path: Path) -> None:
    async with open_api(tmp_path) as api:
        job = await settled(api, await add(api, [f"http://ada:{SECRET}@127.0.0.1:99999/f"], tmp_path))
        assert job.state is JobState.FAILED
    assert ring.entries == {}


async def test_a_session_for_other_programs_holds_none(tmp_path: Path) -> None:
    async with open_api(tmp_path) as api:
        job_id = await add(api, [f"ftp://ada:{SECRET}@h.invalid/f"], tmp_path, options=PAUSED)
        text = format_session([(api.job(job_id), api.spec(JobId(job_id)), {})])
    assert text.startswith("ftp://ada@h.invalid/f\t\n")
