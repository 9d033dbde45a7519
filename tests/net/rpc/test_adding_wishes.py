"""What options want done when something is added: documents followed, addresses unfolded, files gone on with."""

import asyncio
import base64
import hashlib
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import LabMaker
from tests.fakes.waiting import until

from headwater.lab.sample import BytesSample, SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobId, JobState

from .conftest import Rpc

NOWHERE = "http://127.0.0.1:9/file.bin"
PIECE = 64 * 1024
SAMPLE = SeededSample(8 * PIECE, seed=21)


def _metalink(url: str, *, pieces: bool = False, relative: bool = False) -> bytes:
    data = SAMPLE.read(0, SAMPLE.size_bytes)
    hashes = "".join(
        f"<hash>{hashlib.sha256(data[at : at + PIECE]).hexdigest()}</hash>" for at in range(0, len(data), PIECE)
    )
    known = f'<pieces length="{PIECE}" type="sha-256">{hashes}</pieces>' if pieces else ""
    return (
        '<metalink xmlns="urn:ietf:params:xml:ns:metalink"><file name="got.bin">'
        f"<size>{SAMPLE.size_bytes}</size>{known}"
        f'<url location="de" priority="9">{"sample.bin" if relative else url}</url>'
        f'<url location="us" priority="1">{NOWHERE}</url></file></metalink>'
    ).encode()


async def _followers(rpc: Rpc, gid: str) -> list[str]:
    found: list[str] = []

    async def look() -> bool:
        found[:] = (await rpc.call("aria2.tellStatus", gid)).get("followedBy", [])
        return bool(found)

    await until(look, "the document is followed")
    return found


@pytest.mark.parametrize("how", ["true", "mem"])
async def test_a_metalink_that_was_downloaded_is_followed(how: str, rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    door = await mirror_lab([MirrorBehaviour()], BytesSample(_metalink(lab.urls[0])), path="/file.meta4")
    gid = await rpc.call(
        "aria2.addUri", list(door.urls), {"follow-metalink": how, "header": "X-A: 1", "out": "d.meta4"}
    )
    (follower,) = await _followers(rpc, gid)
    assert (await rpc.call("aria2.tellStatus", follower, ["following"])) == {"following": gid}
    assert (await rpc.api.settled(JobId(follower))).state is JobState.DONE
    assert hashlib.sha256((rpc.folder / "got.bin").read_bytes()).hexdigest() == sha256_of(SAMPLE)
    assert lab.mirrors[0].requests[0].headers["X-A"] == "1"
    await until(lambda: (rpc.folder / "d.meta4").exists() is (how == "true"))


async def test_a_metalink_may_stay_a_file_and_its_files_may_wait(rpc: Rpc, mirror_lab: LabMaker) -> None:
    door = await mirror_lab([MirrorBehaviour()], BytesSample(_metalink(NOWHERE)), path="/file.meta4")
    plain = await rpc.call("aria2.addUri", list(door.urls), {"follow-metalink": "false"})
    assert (await rpc.api.settled(JobId(plain))).state is JobState.DONE
    gid = await rpc.call("aria2.addUri", list(door.urls), {"pause-metadata": "true"})
    (follower,) = await _followers(rpc, gid)
    assert (await rpc.call("aria2.tellStatus", follower))["status"] == "paused"
    assert "followedBy" not in await rpc.call("aria2.tellStatus", plain)


async def test_a_file_that_only_has_the_name_of_a_document_is_a_file(
    rpc: Rpc, mirror_lab: LabMaker, caplog: pytest.LogCaptureFixture
) -> None:
    door = await mirror_lab([MirrorBehaviour()], BytesSample(b"no document"), path="/file.torrent")
    gid = await rpc.call("aria2.addUri", list(door.urls))
    assert (await rpc.api.settled(JobId(gid))).state is JobState.DONE
    await until(lambda: "is not followed" in caplog.text)


async def test_parameterized_addresses_are_mirrors(rpc: Rpc) -> None:
    url = "http://127.0.0.1:9/{a,b}/disk[1-2].iso"
    gid = await rpc.call("aria2.addUri", [url], {"pause": "true", "parameterized-uri": "true"})
    uris = [one["uri"] for one in await rpc.call("aria2.getUris", gid)]
    assert uris == [f"http://127.0.0.1:9/{part}/disk{number}.iso" for part in "ab" for number in "12"]
    literal = await rpc.call("aria2.addUri", [url], {"pause": "true"})
    assert [one["uri"] for one in await rpc.call("aria2.getUris", literal)] == [url]
    assert await rpc.complaint("aria2.addUri", ["http://h/[9-1]"], {"parameterized-uri": "true"})


async def test_a_metalink_has_a_base_and_a_preferred_place(rpc: Rpc) -> None:
    document = base64.b64encode(_metalink("", relative=True)).decode()
    options = {"pause": "true", "metalink-base-uri": "http://127.0.0.1:9/base/", "metalink-location": "jp,de"}
    (gid,) = await rpc.call("aria2.addMetalink", document, options)
    sources = rpc.api.spec(JobId(gid)).sources
    assert {source.url: source.priority for source in sources} == {"http://127.0.0.1:9/base/sample.bin": 1, NOWHERE: 2}


@pytest.mark.parametrize(("status", "code"), [(None, "0"), (404, "3")])
async def test_a_dry_run_asks_and_fetches_nothing(
    status: int | None, code: str, rpc: Rpc, mirror_lab: LabMaker
) -> None:
    lab = await mirror_lab([MirrorBehaviour(status=status)], SAMPLE)
    gid = await rpc.call("aria2.addUri", list(lab.urls), {"dry-run": "true", "gid": "00000000000000dd"})
    told = await rpc.call("aria2.tellStatus", gid)
    assert (gid, told["errorCode"]) == ("00000000000000dd", code)
    assert told["totalLength"] == ("0" if status else str(SAMPLE.size_bytes))
    assert told["status"] == ("error" if status else "complete")
    assert not rpc.api.job_ids()
    assert not list(rpc.folder.iterdir())
    assert sum(len(mirror.requests) for mirror in lab.mirrors) == 1
    assert "not unique" in await rpc.complaint("aria2.addUri", [NOWHERE], {"dry-run": "true", "gid": gid})


def _leave_damaged(path: Path) -> bytes:
    data = SAMPLE.read(0, SAMPLE.size_bytes)
    path.write_bytes(data[:PIECE] + bytes(PIECE) + data[2 * PIECE :])
    return data


async def test_a_file_that_is_there_is_checked_and_mended(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    data = _leave_damaged(rpc.folder / "got.bin")
    document = base64.b64encode(_metalink(lab.urls[0], pieces=True)).decode()
    only = {"check-integrity": "true", "hash-check-only": "true"}
    (gid,) = await rpc.call("aria2.addMetalink", document, only)

    async def is_checked() -> bool:
        told = await rpc.call("aria2.tellStatus", gid)
        return bool(told["completedLength"] == str(SAMPLE.size_bytes - PIECE))

    await until(is_checked, "the file is checked")
    assert (await rpc.call("aria2.tellStatus", gid))["status"] == "paused"
    assert not lab.mirrors[0].requests
    await rpc.call("aria2.unpause", gid)
    assert (await rpc.api.settled(JobId(gid))).state is JobState.DONE
    assert (rpc.folder / "got.bin").read_bytes() == data
    assert lab.sent_bytes < 3 * PIECE


async def test_a_file_that_is_whole_is_done_with_by_its_check(rpc: Rpc) -> None:
    (rpc.folder / "got.bin").write_bytes(SAMPLE.read(0, SAMPLE.size_bytes))
    document = base64.b64encode(_metalink(NOWHERE, pieces=True)).decode()
    (gid,) = await rpc.call("aria2.addMetalink", document, {"check-integrity": "true", "hash-check-only": "true"})

    async def is_done() -> bool:
        return bool((await rpc.call("aria2.tellStatus", gid))["status"] == "complete")

    await until(is_done, "the file is checked")


async def test_without_a_file_to_check_nothing_is_fetched_either(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    only = {"check-integrity": "true", "hash-check-only": "true"}
    gid = await rpc.call("aria2.addUri", list(lab.urls), only)
    assert (await rpc.call("aria2.tellStatus", gid))["status"] == "paused"
    assert not lab.mirrors[0].requests


async def test_what_was_wished_when_it_was_added_does_not_change(rpc: Rpc) -> None:
    gid = await rpc.call("aria2.addUri", [NOWHERE], {"pause": "true"})
    assert await rpc.call("aria2.changeOption", gid, {"continue": "true", "check-integrity": "true"}) == "OK"
    shown = await rpc.call("aria2.getOption", gid)
    assert (shown["continue"], shown["check-integrity"]) == ("false", "false")


async def test_whether_a_document_is_followed_may_change_until_it_is_there(rpc: Rpc, mirror_lab: LabMaker) -> None:
    door = await mirror_lab([MirrorBehaviour()], BytesSample(_metalink(NOWHERE)), path="/file.meta4")
    options = {"pause": "true", "follow-metalink": "false", "pause-metadata": "true"}
    gid = await rpc.call("aria2.addUri", list(door.urls), options)
    await rpc.call("aria2.changeOption", gid, {"follow-metalink": "true"})
    await rpc.call("aria2.unpause", gid)
    assert await _followers(rpc, gid)


@pytest.mark.parametrize("continues", ["true", "false"])
async def test_a_partial_file_of_another_program_is_gone_on_with(
    continues: str, rpc: Rpc, mirror_lab: LabMaker
) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    data = SAMPLE.read(0, SAMPLE.size_bytes)
    (rpc.folder / "part.bin").write_bytes(data[: 4 * PIECE])
    options: dict[str, Any] = {"continue": continues, "out": "part.bin", "gid": "00000000000000cc"}
    gid = await rpc.call("aria2.addUri", list(lab.urls), options)
    job = await rpc.api.settled(JobId(gid))
    assert (gid, job.state) == ("00000000000000cc", JobState.DONE)
    assert job.path is not None
    assert await asyncio.to_thread(job.path.read_bytes) == data
    names = {path.name for path in rpc.folder.iterdir()}
    assert names == ({"part.bin"} if continues == "true" else {"part.bin", "part (1).bin"})


async def test_another_file_of_the_name_stays_as_it_is(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    (rpc.folder / "part.bin").write_bytes(b"another" * 1000)
    gid = await rpc.call("aria2.addUri", list(lab.urls), {"continue": "true", "out": "part.bin"})
    job = await rpc.api.settled(JobId(gid))
    assert (job.state, job.path) == (JobState.DONE, rpc.folder / "part (1).bin")
    assert (rpc.folder / "part.bin").read_bytes() == b"another" * 1000
    taken = await rpc.call("aria2.addUri", list(lab.urls), {"auto-file-renaming": "false", "out": "part.bin"})
    await rpc.api.settled(JobId(taken))
    assert (await rpc.call("aria2.tellStatus", taken))["errorCode"] == "13"
