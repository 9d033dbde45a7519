"""Options of jobs over their whole life: kept across restarts, told as they are, put in force when they change."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from tests.conftest import LabMaker
from tests.fakes.downloads import reached

from headwater.control.api import Api
from headwater.control.rpc.arguments import ServeOptions, parse_arguments
from headwater.control.rpc.methods import AriaMethods
from headwater.control.rpc.service import add_input
from headwater.control.rpc.session_file import parse_input
from headwater.engine.settings import Settings
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob, SetLimit, SetTuning
from headwater.model.job import Checksum, JobId, JobOptions, JobSpec, JobState
from headwater.model.source import SourceSpec
from headwater.model.spans import Span
from headwater.model.tuning import Tuning

from .conftest import Rpc

NOWHERE = "http://127.0.0.1:9/file.bin"
SAMPLE = SeededSample(1024**2, seed=12)
WITHHOLDING = MirrorBehaviour(withholds=(Span(SAMPLE.size_bytes // 2, SAMPLE.size_bytes),))
GIVEN = {
    "pause": "true",
    "gid": "00000000000000aa",
    "header": ["A: 1", "B:2"],
    "referer": "http://page/",
    "user-agent": "me",
    "max-download-limit": "5K",
    "split": "7",
    "max-tries": "0",
    "timeout": "9",
    "checksum": "sha-256=" + "ab" * 32,
    "uri-selector": "inorder",
    "auto-file-renaming": "false",
    "lowest-speed-limit": "1K",
    "no-proxy": "a.test,b.test",
    "file-allocation": "none",
    "http-user": "ada",
    "http-passwd": "pa55word",
}


@asynccontextmanager
async def served(tmp_path: Path, profile: str, *, session: bool) -> AsyncIterator[tuple[Api, AriaMethods]]:
    """What `serve` has between its start and its end; it saves its session at the end."""
    path = str(tmp_path / "session")
    argv = [f"--input-file={path}"] if session else []
    options = ServeOptions(parse_arguments(argv))
    api = await Api.open(tmp_path / profile)
    methods = AriaMethods(api, roots=[tmp_path], options={"dir": str(tmp_path), "save-session": path})
    await add_input(methods, options)
    yield api, methods
    await methods.save()
    await api.close()


def _session(tmp_path: Path) -> dict[str, str]:
    (entry,) = parse_input((tmp_path / "session").read_text())
    return dict(entry.options)


async def test_a_session_keeps_its_options_through_any_number_of_restarts(tmp_path: Path) -> None:
    async with served(tmp_path, "one", session=False) as (_, methods):
        await methods.call("aria2.addUri", [[NOWHERE, NOWHERE + "2"], GIVEN])
    first = _session(tmp_path)
    assert {"header", "referer", "user-agent", "max-download-limit", "split", "file-allocation"} <= first.keys()
    assert (first["header"], first["max-tries"]) == ("A: 1\nB:2", "0")
    for profile in ("one", "one", "another", "another"):
        async with served(tmp_path, profile, session=True) as (api, _):
            (job_id,) = api.job_ids()
            assert api.spec(job_id).options.headers[0] == ("A", "1")
        assert _session(tmp_path) == first


async def test_without_a_session_file_a_job_still_knows_what_it_was_given(tmp_path: Path) -> None:
    async with served(tmp_path, "one", session=False) as (_, methods):
        await methods.call("aria2.addUri", [[NOWHERE, NOWHERE + "2"], GIVEN])
    async with served(tmp_path, "one", session=False) as (_, methods):
        shown = await methods.call("aria2.getOption", ["00000000000000aa"])
    assert {name: shown[name] for name in ("header", "referer", "user-agent", "max-download-limit", "split")} == {
        "header": "A: 1\nB: 2",
        "referer": "http://page/",
        "user-agent": "me",
        "max-download-limit": "5120",
        "split": "7",
    }
    shown_too = {name: shown[name] for name in ("max-tries", "timeout", "uri-selector", "auto-file-renaming")}
    assert shown_too == {"max-tries": "100", "timeout": "9", "uri-selector": "inorder", "auto-file-renaming": "false"}
    assert (shown["lowest-speed-limit"], shown["no-proxy"]) == ("1024", "a.test,b.test")


async def test_a_job_added_in_the_window_is_told_as_it_is(rpc: Rpc, tmp_path: Path) -> None:
    options = JobOptions(
        headers=(("X-Kind", "window"), ("User-Agent", "w")),
        rate_limit_bytes_per_s=3000.0,
        checksums=(Checksum("sha-256", "cd" * 32),),
        overwrite=True,
        start_paused=True,
    )
    gid = await rpc.api.execute(AddJob(JobSpec((SourceSpec(NOWHERE),), tmp_path, "w.bin", options)))
    shown = await rpc.call("aria2.getOption", gid)
    assert (shown["header"], shown["user-agent"], shown["max-download-limit"]) == ("X-Kind: window", "w", "3000")
    assert (shown["checksum"], shown["allow-overwrite"]) == ("sha-256=" + "cd" * 32, "true")
    await rpc.call("aria2.saveSession")
    (entry,) = parse_input((tmp_path / "session.txt").read_text())
    assert (entry.options["header"], entry.options["max-download-limit"]) == ("X-Kind: window", "3000")


async def test_what_a_window_changes_is_told_instead_of_what_was_written(rpc: Rpc) -> None:
    gid = JobId(await rpc.call("aria2.addUri", [NOWHERE], {"pause": "true", "max-download-limit": "5K", "split": "7"}))
    await rpc.api.execute(SetLimit(gid, 9000.0))
    await rpc.api.execute(SetTuning(gid, replace(rpc.api.tuning(gid), max_channels_per_job=3)))
    shown = await rpc.call("aria2.getOption", gid)
    assert (shown["max-download-limit"], shown["split"]) == ("9000", "3")


async def test_options_turn_single_knobs_of_the_users_tuning(rpc: Rpc) -> None:
    own = Tuning(samples=5, recovery=0.9)
    await rpc.api.change_settings(replace(Settings(), tuning=own))
    gid = JobId(await rpc.call("aria2.addUri", [NOWHERE], {"pause": "true", "max-connection-per-server": "2"}))
    assert rpc.api.tuning(gid) == replace(own, max_channels_per_source=2)
    await rpc.call("aria2.changeOption", gid, {"split": "4"})
    assert rpc.api.tuning(gid) == replace(own, max_channels_per_source=2, max_channels_per_job=4)


async def test_a_paused_job_takes_changed_options(rpc: Rpc) -> None:
    gid = JobId(await rpc.call("aria2.addUri", [NOWHERE, NOWHERE + "2"], {"pause": "true", "header": "A: 1"}))
    changes = {
        "referer": "*",
        "user-agent": "new",
        "all-proxy": "http://p:1",
        "ftp-user": "f",
        "checksum": "sha-256=" + "ab" * 32,
        "timeout": "7",
        "connect-timeout": "8",
        "lowest-speed-limit": "2K",
        "auto-file-renaming": "false",
        "out": "sub/new.bin",
        "uri-selector": "inorder",
        "gid": "00000000000000bb",
        "pause": "false",
    }
    assert await rpc.call("aria2.changeOption", gid, changes) == "OK"
    spec = rpc.api.spec(gid)
    options = spec.options
    assert options.headers == (("A", "1"), ("User-Agent", "new"), ("Referer", "*"))
    assert (options.access.proxy, {one.pattern for one in options.access.credentials}) == (
        "http://p:1",
        {"ftp://*", "ftps://*", "ftpes://*", "sftp://*"},
    )
    assert options.checksums[0].hex_digest == "ab" * 32
    assert (options.idle_timeout_s, options.connect_timeout_s, options.lowest_rate_bytes_per_s) == (7, 8, 2048)
    assert (options.may_number, spec.folder, spec.name) == (False, rpc.folder / "sub", "new.bin")
    assert [source.place for source in spec.sources] == [1, 2]
    shown = await rpc.call("aria2.getOption", gid)
    assert (shown["header"], shown["referer"], shown["timeout"], shown["out"]) == ("A: 1", "*", "7", "new.bin")
    assert rpc.api.job(gid).state is JobState.PAUSED
    assert "inside its folder" in await rpc.complaint("aria2.changeOption", gid, {"out": "../x"})
    assert "outside" in await rpc.complaint("aria2.changeOption", gid, {"dir": "/etc"})
    await rpc.call("aria2.changeOption", gid, {"header": "", "uri-selector": "feedback", "checksum": ""})
    assert rpc.api.spec(gid).options.headers == (("User-Agent", "new"), ("Referer", "*"))
    assert rpc.api.spec(gid).options.checksums == ()
    assert [source.place for source in rpc.api.spec(gid).sources] == [None, None]


async def test_a_running_job_asks_with_changed_headers(rpc: Rpc, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([WITHHOLDING], SAMPLE)
    gid = JobId(await rpc.call("aria2.addUri", list(lab.urls), {"header": "X-Key: old"}))
    await reached(rpc.api, gid, 1)
    await rpc.call("aria2.changeOption", gid, {"header": "X-Key: new", "referer": "*"})
    lab.change(withholds=())
    assert (await rpc.api.settled(gid)).state is JobState.DONE
    keys = [one.headers["X-Key"] for one in lab.mirrors[0].requests]
    later = lab.mirrors[0].requests[keys.index("new") :]  # those sent in the moment of the call know nothing of it yet
    assert {(one.headers["X-Key"], one.headers["Referer"]) for one in later} == {("new", lab.urls[0])}


async def test_options_of_one_download_are_no_defaults_of_others(rpc: Rpc) -> None:
    mine = {"out": "x.bin", "pause": "true", "checksum": "sha-256=" + "ab" * 32, "header": "A: 1"}
    assert await rpc.call("aria2.changeGlobalOption", mine) == "OK"
    gid = JobId(await rpc.call("aria2.addUri", [NOWHERE], {"pause": "true"}))
    spec = rpc.api.spec(gid)
    assert (spec.name, spec.options.checksums, spec.options.headers) == (None, (), (("A", "1"),))
    assert "out" not in await rpc.call("aria2.getGlobalOption")


async def test_each_scheme_has_its_own_proxy_and_password(rpc: Rpc) -> None:
    options = {
        "pause": "true",
        "all-proxy": "all:1",
        "https-proxy": "secure:2",
        "https-proxy-user": "ada",
        "https-proxy-passwd": "x",
        "http-user": "h",
        "ftp-user": "f",
    }
    access = rpc.api.spec(JobId(await rpc.call("aria2.addUri", [NOWHERE], options))).options.access
    assert (access.proxy, access.proxies) == ("http://all:1", (("https", "http://ada:x@secure:2"),))
    assert {(one.pattern, one.user) for one in access.credentials if "http" in one.pattern} == {
        ("http://*", "h"),
        ("https://*", "h"),
    }


def test_an_input_file_may_name_several_files_of_a_document() -> None:
    (entry,) = parse_input("http://h/x.meta4\n index-out=1=a\n index-out=2=b\n")
    assert entry.options == {"index-out": "1=a\n2=b"}
