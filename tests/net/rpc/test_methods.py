"""All methods through HTTP on a real engine with real mirrors, with aria2's answers and complaints."""

import asyncio
import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from tests.conftest import LabMaker
from tests.fakes.gnupg import gnupg_home, sign
from tests.fakes.torrents import encode, make_torrent

from headwater.control.rpc.methods import ARIA2_VERSION
from headwater.control.rpc.session_file import parse_input
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobId, JobState
from headwater.model.snapshots import JobSampled
from headwater.model.spans import Span

from .conftest import Rpc

MIB = 1024 * 1024
NOWHERE = "http://127.0.0.1:9/file.bin"


async def test_the_surface_is_aria2s(rpc: Rpc) -> None:
    methods = await rpc.call("system.listMethods")
    assert len([name for name in methods if name.startswith(("aria2.", "system."))]) == 36
    assert len(await rpc.call("system.listNotifications")) == 6
    assert (await rpc.call("aria2.getVersion"))["version"] == ARIA2_VERSION
    session = await rpc.call("aria2.getSessionInfo")
    assert len(session["sessionId"]) == 40


async def test_a_file_comes_from_all_mirrors_and_is_told_of(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(), MirrorBehaviour()], SeededSample(5 * MIB + 1))
    gid = await rpc.call("aria2.addUri", list(lab.urls), {"out": "got.bin"})
    await rpc.api.settled(JobId(gid))
    status = await rpc.call("aria2.tellStatus", gid[:6])
    assert (status["gid"], status["status"], status["errorCode"]) == (gid, "complete", "0")
    assert (status["totalLength"], status["completedLength"]) == (str(5 * MIB + 1),) * 2
    assert (status["numPieces"], status["bitfield"]) == ("6", "fc")
    assert status["files"][0]["path"] == str(rpc.folder / "got.bin")
    assert {entry["uri"] for entry in await rpc.call("aria2.getUris", gid)} == set(lab.urls)
    data = await asyncio.to_thread((rpc.folder / "got.bin").read_bytes)
    assert hashlib.sha256(data).hexdigest() == sha256_of(lab.sample)
    assert [job["gid"] for job in await rpc.call("aria2.tellStopped", 0, 10, ["gid"])] == [gid]


async def test_a_running_job_names_its_servers(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=200_000.0)] * 2, SeededSample(8 * MIB))
    gid = await rpc.call("aria2.addUri", list(lab.urls))
    sampled = asyncio.Event()
    rpc.api.feed.subscribe(
        lambda batch: sampled.set() if any(isinstance(e, JobSampled) and e.channels for e in batch) else None
    )
    await sampled.wait()
    servers = (await rpc.call("aria2.getServers", gid))[0]["servers"]
    assert servers
    assert {server["uri"] for server in servers} <= set(lab.urls)
    assert [job["gid"] for job in await rpc.call("aria2.tellActive", ["gid"])] == [gid]
    assert (await rpc.call("aria2.getGlobalStat"))["numActive"] == "1"
    assert await rpc.call("aria2.forceRemove", gid) == gid
    assert (await rpc.call("aria2.tellStatus", gid))["status"] == "removed"
    assert await rpc.complaint("aria2.getServers", gid) == f"No active download for GID#{gid}"


async def test_a_running_job_is_told_of_truly(rpc: Rpc, mirror_lab: LabMaker) -> None:
    held = MirrorBehaviour(withholds=(Span(10 * MIB, 12 * MIB + 5),))
    lab = await mirror_lab([held, held, MirrorBehaviour(status=404)], SeededSample(12 * MIB + 5))
    gid = await rpc.call("aria2.addUri", list(lab.urls), {"out": "x.bin"})
    job_id, told = JobId(gid), 0
    batches: asyncio.Queue[object] = asyncio.Queue()
    stop = rpc.api.feed.subscribe(batches.put_nowait)
    while (job := rpc.api.job(job_id)).state is not JobState.DONE:
        await batches.get()
        job = rpc.api.job(job_id)
        # Nothing runs between these lines and the answers but the server itself: what differs is a later truth.
        before = rpc.api.received(job_id)
        status = await rpc.call("aria2.tellStatus", gid)
        after = rpc.api.received(job_id)
        # Once the mirrors give all, the job may be over before the next question.
        if not job.size_bytes or status["status"] != "active" or told >= 3:
            continue
        assert status["numPieces"] == "13"
        pieces = int(status["bitfield"], 16) >> 3
        shown = {12 - bit for bit in range(13) if pieces >> bit & 1}
        assert _whole_pieces(before) <= shown <= _whole_pieces(after)
        servers = (await rpc.call("aria2.getServers", gid))[0]["servers"]
        assert {server["currentUri"] for server in servers} <= set(lab.urls[:2])
        uris = {entry["uri"]: entry["status"] for entry in await rpc.call("aria2.getUris", gid)}
        assert list(uris) == list(lab.urls)
        assert uris[lab.urls[2]] == "waiting", "it brought nothing, and nobody asks it"
        if servers:
            told += 1
            if told == 3:
                lab.change(withholds=())
            assert {server["uri"] for server in servers} <= {url for url, word in uris.items() if word == "used"}
    stop()
    assert told >= 3
    assert (await rpc.call("aria2.tellStatus", gid, ["bitfield"]))["bitfield"] == "fff8"
    uris = {entry["uri"]: entry["status"] for entry in await rpc.call("aria2.getUris", gid)}
    assert [uris[url] for url in lab.urls] == ["used", "used", "waiting"]


def _whole_pieces(spans: tuple[Span, ...]) -> set[int]:
    size = 12 * MIB + 5
    return {
        piece
        for piece in range(13)
        if any(span.start <= piece * MIB and min((piece + 1) * MIB, size) <= span.end for span in spans)
    }


async def _add_paused(rpc: Rpc, count: int) -> list[str]:
    return [await rpc.call("aria2.addUri", [f"{NOWHERE}{i}"], {"pause": "true"}) for i in range(count)]


async def _waiting(rpc: Rpc) -> list[str]:
    return [job["gid"] for job in await rpc.call("aria2.tellWaiting", 0, 100, ["gid"])]


async def test_positions_are_those_of_the_waiting_queue(rpc: Rpc) -> None:
    a, b, c = await _add_paused(rpc, 3)
    assert await rpc.call("aria2.changePosition", c, 0, "POS_SET") == 0
    assert await _waiting(rpc) == [c, a, b]
    assert await rpc.call("aria2.changePosition", c, 1, "POS_CUR") == 1
    assert await _waiting(rpc) == [a, c, b]
    assert await rpc.call("aria2.changePosition", a, 0, "POS_END") == 2
    assert await _waiting(rpc) == [c, b, a]
    assert await rpc.call("aria2.changePosition", a, -99, "POS_CUR") == 0
    assert await _waiting(rpc) == [a, c, b]
    assert await rpc.complaint("aria2.changePosition", a, 0, "POS_FOO") == "Illegal argument."
    d = await rpc.call("aria2.addUri", [NOWHERE], {"pause": "true"}, 1)
    assert await _waiting(rpc) == [a, d, c, b]
    assert [job["gid"] for job in await rpc.call("aria2.tellWaiting", -1, 2, ["gid"])] == [b, c]


async def test_pause_and_unpause(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=100_000.0)], SeededSample(8 * MIB))
    gid = await rpc.call("aria2.addUri", list(lab.urls))
    assert await rpc.call("aria2.pause", gid) == gid
    await rpc.api.settled(JobId(gid))
    assert await rpc.complaint("aria2.pause", gid) == f"GID#{gid} cannot be paused now"
    assert await rpc.call("aria2.unpause", gid) == gid
    assert await rpc.complaint("aria2.unpause", gid) == f"GID#{gid} cannot be unpaused now"
    assert await rpc.call("aria2.pauseAll") == "OK"
    assert await rpc.call("aria2.unpauseAll") == "OK"
    assert await rpc.call("aria2.forcePauseAll") == "OK"
    assert (await rpc.call("aria2.tellStatus", gid, ["status"])) == {"status": "paused"}


async def test_complaints_are_aria2s(rpc: Rpc) -> None:
    (gid,) = await _add_paused(rpc, 1)
    assert await rpc.complaint("aria2.tellStatus", "zz") == "Invalid GID zz"
    assert await rpc.complaint("aria2.tellStatus", "0" * 17) == f"Invalid GID {'0' * 17}"
    other = "f" * 16 if not gid.startswith("f") else "0" * 16
    assert await rpc.complaint("aria2.tellStatus", other) == f"GID {other} is not found"
    assert await rpc.complaint("aria2.tellStatus") == "The parameter at 0 is required but missing."
    assert await rpc.complaint("aria2.tellStatus", 5) == "The parameter at 0 has wrong type."
    assert await rpc.complaint("aria2.addUri", []) == "URI is not provided."
    assert await rpc.complaint("aria2.addUri", ["no-scheme"]) == "No URI to download."
    assert "no swarm" in await rpc.complaint("aria2.addUri", ["magnet:?xt=urn:btih:aa"])
    assert "No URI" in await rpc.complaint("aria2.addUri", ["http://[::1"])
    assert await rpc.complaint("aria2.nope") == "No such method: aria2.nope"
    assert await rpc.complaint("aria2.removeDownloadResult", gid) == f"Could not remove download result of GID#{gid}"
    assert await rpc.complaint("aria2.changeUri", gid, 2, [], []) == "fileIndex is out of range"
    assert await rpc.call("aria2.getPeers", gid) == []
    assert await rpc.call("aria2.remove", gid) == gid
    assert await rpc.complaint("aria2.tellStatus", gid) == f"GID {gid} is not found", "it never began"
    bound = "has invalid value: the value must be greater than or equal to"
    assert await rpc.complaint("aria2.tellWaiting", 0, -1) == f"The integer parameter at 1 {bound} 0."
    assert await rpc.complaint("aria2.changeUri", "ab", 0, [], []) == "GID ab is not found"


async def test_what_is_said_of_a_removed_job_is_aria2s(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=100_000.0)], SeededSample(8 * MIB))
    gid = await rpc.call("aria2.addUri", list(lab.urls))
    assert await rpc.complaint("aria2.changeUri", gid, 0, [], []) == (
        "The integer parameter at 1 has invalid value: the value must be greater than or equal to 1."
    )
    assert await rpc.call("aria2.remove", gid) == gid
    assert await rpc.call("aria2.tellStatus", gid, ["status", "errorCode"]) == {"status": "removed", "errorCode": "31"}
    assert await rpc.complaint("aria2.remove", gid) == f"Active Download not found for GID#{gid}"
    assert await rpc.complaint("aria2.getUris", gid) == f"No URI data is available for GID#{gid}"
    assert await rpc.complaint("aria2.getServers", gid) == f"No active download for GID#{gid}"
    assert await rpc.call("aria2.removeDownloadResult", gid) == "OK"
    assert await rpc.complaint("aria2.tellStatus", gid) == f"GID {gid} is not found"


async def test_uris_change(rpc: Rpc) -> None:
    gid = await rpc.call("aria2.addUri", ["http://127.0.0.1:9/a", "http://127.0.0.1:9/b"], {"pause": "true"})
    assert await rpc.call("aria2.changeUri", gid, 1, ["http://127.0.0.1:9/a"], ["http://127.0.0.1:9/c"], 0) == [1, 1]
    assert [entry["uri"][-1] for entry in await rpc.call("aria2.getUris", gid)] == ["c", "b"]
    both = [f"http://127.0.0.1:9/{name}" for name in "bc"]
    assert await rpc.call("aria2.changeUri", gid, 1, [], [both[0], "no-scheme", "magnet:?xt=a"]) == [0, 1]
    assert await rpc.call("aria2.changeUri", gid, 1, both, []) == [2, 0]
    assert await rpc.call("aria2.getUris", gid) == []
    assert await rpc.call("aria2.changeUri", gid, 1, [], [both[0]]) == [0, 1]
    assert [entry["uri"] for entry in await rpc.call("aria2.getUris", gid)] == both[:1]


async def test_no_program_has_this_computers_own_files_fetched(rpc: Rpc, tmp_path: Path) -> None:
    """aria2 knows no `file:` addresses; here, who knows the secret could read any file of its user by them."""
    own = tmp_path / "own.txt"
    own.write_text("mine")
    torrent = encode(make_torrent(tmp_path, b"x" * 20, piece_bytes=16 * 1024))
    gid = await rpc.call("aria2.addUri", ["http://127.0.0.1:9/a"], {"pause": "true"})
    for method, params in {
        "aria2.addUri": ([own.as_uri()],),
        "aria2.changeUri": (gid, 1, [], [f"FILE://{own}"]),
        "aria2.addTorrent": (base64.b64encode(torrent).decode(), [own.as_uri()]),
    }.items():
        assert "own files" in await rpc.complaint(method, *params), method
    folded = {"parameterized-uri": "true"}
    assert "own files" in await rpc.complaint("aria2.addUri", [f"{{http,file}}://{own}"], folded)
    assert [job.job_id for job in rpc.api.jobs()] == [gid]


async def test_no_path_is_told_before_there_is_one(rpc: Rpc) -> None:
    gid = await rpc.call("aria2.addUri", [NOWHERE], {"pause": "true"})
    assert (await rpc.call("aria2.getFiles", gid))[0]["path"] == ""
    gid = await rpc.call("aria2.addUri", [NOWHERE], {"pause": "true", "out": "x.bin"})
    assert (await rpc.call("aria2.tellStatus", gid, ["files"]))["files"][0]["path"] == str(rpc.folder / "x.bin")


async def test_options_are_kept_and_put_in_force(rpc: Rpc, tmp_path: Path) -> None:
    gid = await rpc.call(
        "aria2.addUri",
        [NOWHERE],
        {"pause": "true", "gid": "0123456789abcdef", "split": "7", "header": ["A: 1", "B: 2"], "bt-x": "1"},
    )
    assert gid == "0123456789abcdef"
    assert rpc.api.tuning(JobId(gid)).max_channels_per_job == 7
    shown = await rpc.call("aria2.getOption", gid)
    assert (shown["split"], shown["header"], shown["dir"]) == ("7", "A: 1\nB: 2", str(rpc.folder))
    assert (
        await rpc.call("aria2.changeOption", gid, {"max-connection-per-server": "2", "max-download-limit": "5K"})
        == "OK"
    )
    assert rpc.api.tuning(JobId(gid)).max_channels_per_source == 2
    assert (await rpc.call("aria2.getOption", gid))["max-download-limit"] == "5120"
    assert (
        await rpc.call(
            "aria2.changeGlobalOption", {"max-concurrent-downloads": "2", "max-overall-download-limit": "1M"}
        )
        == "OK"
    )
    assert (rpc.api.settings.running_at_once, rpc.api.settings.rate_limit_bytes_per_s) == (2, MIB)
    assert (await rpc.call("aria2.getGlobalOption"))["max-concurrent-downloads"] == "2"
    assert "outside" in await rpc.complaint("aria2.addUri", [NOWHERE], {"dir": "/etc"})
    assert "is not known" in await rpc.complaint("aria2.addUri", [NOWHERE], {"dir": "~nobody-of-this-name"})
    assert "outside" in await rpc.complaint("aria2.changeGlobalOption", {"dir": str(tmp_path.parent)})
    assert "outside" in await rpc.complaint("aria2.changeGlobalOption", {"save-session": "/etc/session"})
    assert (await rpc.complaint("aria2.changeGlobalOption", {"max-concurrent-downloads": "0"})).endswith("downloads'.")
    assert await rpc.call("aria2.changeOption", gid, {"max-tries": "0", "retry-wait": "3"}) == "OK"
    assert (rpc.api.tuning(JobId(gid)).attempts, rpc.api.tuning(JobId(gid)).backoff_s) == (100, 3)


async def test_a_clear_signed_metalink_is_believed_as_its_signature_says(
    rpc: Rpc, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed = f'<file name="a"><hash type="sha-256">{"ab" * 32}</hash><url>{NOWHERE}a</url></file>'
    document = f'<metalink xmlns="urn:ietf:params:xml:ns:metalink">{hashed}</metalink>\n'.encode()
    with gnupg_home() as home:
        monkeypatch.setenv("GNUPGHOME", str(home))
        signed = sign(home, document, "--clear-sign")
        (gid,) = await rpc.call("aria2.addMetalink", base64.b64encode(signed).decode(), {"pause": "true"})
        assert [one.origin for one in rpc.api.spec(JobId(gid)).options.checksums] == ["signed Metalink"]
        forged = base64.b64encode(signed.replace(b"abab", b"cdcd")).decode()
        assert "refused" in await rpc.complaint("aria2.addMetalink", forged, {"pause": "true"})
    assert rpc.api.job_ids() == (JobId(gid),), "nothing came of the forged one"


async def test_files_of_a_metalink_are_chosen_and_named(rpc: Rpc) -> None:
    files = "".join(f'<file name="{name}"><url>{NOWHERE}{name}</url></file>' for name in "abc")
    document = base64.b64encode(f'<metalink xmlns="urn:ietf:params:xml:ns:metalink">{files}</metalink>'.encode())
    chosen = {"select-file": "1,3", "index-out": "3=sub/other.bin", "pause": "true"}
    gids = await rpc.call("aria2.addMetalink", document.decode(), chosen)
    paths = [(await rpc.call("aria2.getFiles", gid))[0]["path"] for gid in gids]
    assert paths == [str(rpc.folder / "a"), str(rpc.folder / "sub" / "other.bin")]
    assert "--select-file" in await rpc.complaint("aria2.addMetalink", document.decode(), {"select-file": "x"})
    assert "inside its folder" in await rpc.complaint(
        "aria2.addMetalink", document.decode(), {"index-out": "1=../x", "pause": "true"}
    )


async def test_the_session_is_saved_as_aria2_reads_it(rpc: Rpc, tmp_path: Path) -> None:
    gid = await rpc.call("aria2.addUri", [NOWHERE, NOWHERE + "2"], {"pause": "true", "out": "x.bin", "split": "3"})
    assert await rpc.call("aria2.saveSession") == "OK"
    (entry,) = parse_input((tmp_path / "session.txt").read_text())
    assert entry.urls == (NOWHERE, NOWHERE + "2")
    assert entry.options == {"gid": gid, "split": "3", "dir": str(rpc.folder), "out": "x.bin", "pause": "true"}


async def test_a_saved_session_lets_nobody_in(rpc: Rpc, tmp_path: Path) -> None:
    options = {
        "pause": "true",
        "http-user": "ada",
        "http-passwd": "pa55word",
        "all-proxy": "http://ada:pr0xy@127.0.0.1:9",
        "header": ["Cookie: key=c00kie", "authorization: Basic eA==", "X-Kind: plain"],
    }
    gid = await rpc.call("aria2.addUri", [NOWHERE], options)
    assert await rpc.call("aria2.saveSession") == "OK"
    (entry,) = parse_input((tmp_path / "session.txt").read_text())
    assert entry.options == {
        "gid": gid,
        "http-user": "ada",
        "header": "X-Kind: plain",
        "dir": str(rpc.folder),
        "pause": "true",
    }, "and no name is written that only the URL suggests"


async def test_multicall_and_batches(rpc: Rpc) -> None:
    spec: list[Any] = [
        {"methodName": "aria2.getVersion", "params": ["token:a-secret"]},
        {"methodName": "aria2.getVersion", "params": []},
        {"methodName": "system.multicall", "params": []},
        5,
    ]
    answers = await rpc.call("system.multicall", spec)
    assert answers[0][0]["version"] == ARIA2_VERSION
    assert [answer["message"] for answer in answers[1:]] == [
        "Unauthorized",
        "Recursive system.multicall forbidden.",
        "system.multicall expected struct.",
    ]
    batch = [{"id": 1, "method": "system.listMethods"}, {"id": 2, "method": 5}, 7]
    async with rpc.session.post(rpc.url, json=batch) as response:
        first, second = await response.json(content_type=None)
    assert (first["id"], second["error"]["code"]) == (1, -32600)


async def test_get_with_base64_and_a_callback(rpc: Rpc) -> None:
    params = base64.b64encode(json.dumps(["token:a-secret"]).encode()).decode()
    query = {"method": "aria2.getVersion", "id": "q", "params": params, "jsoncallback": "cb"}
    async with rpc.session.get(rpc.url, params=query) as response:
        text = await response.text()
        assert response.headers["Content-Type"].startswith("text/javascript")
    assert text.startswith('cb({"id":"q"')
    async with rpc.session.get(rpc.url, params={**query, "jsoncallback": "alert(1);cb"}) as response:
        assert (await response.text()).startswith('{"id"')


async def test_xml_rpc(rpc: Rpc) -> None:
    import xmlrpc.client

    url = rpc.url.replace("/jsonrpc", "/rpc")

    def ask() -> tuple[Any, str]:
        with xmlrpc.client.ServerProxy(url) as proxy:
            version = proxy.aria2.getVersion("token:a-secret")
            with pytest.raises(xmlrpc.client.Fault) as caught:
                proxy.aria2.getVersion("token:wrong")
        return version, caught.value.faultString

    version, words = await asyncio.to_thread(ask)
    assert version["version"] == ARIA2_VERSION
    assert words == "Unauthorized"


async def test_a_metalink_brings_mirrors_and_hashes(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(2 * MIB))
    document = (
        '<metalink xmlns="urn:ietf:params:xml:ns:metalink"><file name="from-metalink.bin">'
        f'<size>{lab.sample.size_bytes}</size><hash type="sha-256">{sha256_of(lab.sample)}</hash>'
        f'<url priority="1">{lab.urls[0]}</url></file></metalink>'
    )
    (gid,) = await rpc.call("aria2.addMetalink", base64.b64encode(document.encode()).decode())
    job = await rpc.api.settled(JobId(gid))
    assert (job.name, job.error) == ("from-metalink.bin", None)
    assert (await rpc.call("aria2.tellStatus", gid, ["status"])) == {"status": "complete"}
    assert await rpc.call("aria2.purgeDownloadResult") == "OK"
    assert await rpc.call("aria2.tellStopped", 0, 9) == []


async def test_torrents_without_a_server_are_refused_in_a_sentence(rpc: Rpc) -> None:
    version1 = b"d4:infod6:lengthi1e4:name1:a12:piece lengthi16384e6:pieces20:" + bytes(20) + b"ee"
    assert "version 1" in await rpc.complaint("aria2.addTorrent", base64.b64encode(version1).decode())
    assert await rpc.complaint("aria2.addTorrent", "AAAA") == "Bencode decoding failed"
    assert await rpc.complaint("aria2.addMetalink", "AAAA") == "Could not parse Metalink XML document."


@pytest.mark.parametrize("hybrid", [False, True])
@pytest.mark.parametrize("seed", ["of the torrent", "of the call", "of the call, as a folder"])
async def test_a_torrent_of_version_2_comes_from_its_web_seeds(
    rpc: Rpc, mirror_lab: LabMaker, tmp_path: Path, seed: str, *, hybrid: bool
) -> None:
    sample = SeededSample(700_000)
    torrent = make_torrent(tmp_path, sample.read(0, 700_000), piece_bytes=64 * 1024, hybrid=hybrid)
    lab = await mirror_lab([MirrorBehaviour()], sample)
    url = lab.urls[0]
    own, given = ([url.encode()], []) if seed == "of the torrent" else ([], [url])
    if seed.endswith("folder"):  # the name of the torrent's file is added
        given = [url[: url.rindex("/") + 1]]
    document = base64.b64encode(encode({**torrent, b"url-list": own})).decode()
    gid = await rpc.call("aria2.addTorrent", document, given)
    if seed.endswith("folder"):
        assert (await rpc.call("aria2.getUris", gid))[0]["uri"] == given[0] + "f.bin"
        return
    job = await rpc.api.settled(JobId(gid))
    assert (job.name, job.state, job.error) == ("f.bin", JobState.DONE, None)
    assert (await rpc.call("aria2.tellStatus", gid, ["completedLength"])) == {"completedLength": "700000"}


async def test_a_program_may_end_the_server(rpc: Rpc) -> None:
    assert await rpc.call("aria2.shutdown") == "OK"
    assert await rpc.call("aria2.forceShutdown") == "OK"
    assert rpc.stops == [False, True]


async def test_sources_channels_and_tuning_are_told_and_turned(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=300_000.0)] * 2, SeededSample(8 * MIB))
    gid = await rpc.call("aria2.addUri", list(lab.urls))
    sampled = asyncio.Event()
    rpc.api.feed.subscribe(
        lambda batch: sampled.set() if any(isinstance(e, JobSampled) and e.channels for e in batch) else None
    )
    await sampled.wait()
    sources = await rpc.call("headwater.getSources", gid)
    assert {source["uri"] for source in sources} == set(lab.urls)
    assert all(source["terms"] and 0 <= source["share"] <= 1 for source in sources)
    channels = await rpc.call("headwater.getChannels", gid)
    assert {channel["source"] for channel in channels} <= {0, 1}
    assert await rpc.call("headwater.setTuning", gid, {"interval_s": 1, "max_channels_per_source": 2}) == "OK"
    tuning = await rpc.call("headwater.getTuning", gid)
    assert (tuning["interval_s"], tuning["max_channels_per_source"]) == (1, 2)
    assert "must lie between" in await rpc.complaint("headwater.setTuning", gid, {"interval_s": 1e9})
    assert "no tuning value" in await rpc.complaint("headwater.setTuning", gid, {"nope": 1})
    assert await rpc.call("headwater.setPriority", gid, [[7 * MIB, 8 * MIB]], "first and last") == "OK"
    assert rpc.api.order(JobId(gid)).spans == (Span(7 * MIB, 8 * MIB),)
    assert "pair of numbers" in await rpc.complaint("headwater.setPriority", gid, [[1]])
    assert "no order" in await rpc.complaint("headwater.setPriority", gid, [], "backwards")
    url = await rpc.call("headwater.getStreamUrl", gid)
    async with rpc.session.get(url, headers={"Range": "bytes=0-9"}) as response:
        assert await response.read() == lab.sample.read(0, 10)
    await rpc.call("aria2.forceRemove", gid)


async def test_secrets_are_sent_and_never_written_down(rpc: Rpc, tmp_path: Path) -> None:
    seen: list[tuple[str | None, str | None, str | None]] = []

    async def serve(request: web.Request) -> web.Response:
        seen.append(tuple(request.headers.get(name) for name in ("Authorization", "Cookie", "Referer")))  # type: ignore[arg-type]  # three names
        if request.headers.get("Authorization") is None:
            return web.Response(status=401, headers={"WWW-Authenticate": 'Basic realm="here"'})
        return web.Response(body=b"guarded" * 1000)

    app = web.Application()
    app.router.add_get("/guarded.bin", serve)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/guarded.bin"
    options = {"http-user": "ada", "http-passwd": "pa55word", "header": "Cookie: key=c00kie", "referer": "http://page/"}
    gid = await rpc.call("aria2.addUri", [url], options)
    job = await rpc.api.settled(JobId(gid))
    await runner.cleanup()
    assert job.error is None
    assert ("Basic YWRhOnBhNTV3b3Jk", "key=c00kie", "http://page/") in seen
    written = b"".join(path.read_bytes() for path in (tmp_path / "profile").rglob("*") if path.is_file())
    assert b"guarded.bin" in written
    assert b"http://page/" in written
    for secret in (b"pa55word", b"c00kie", b"YWRhOnBhNTV3b3Jk"):
        assert secret not in written
