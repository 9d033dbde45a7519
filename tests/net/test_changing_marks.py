"""Servers whose ETag changes with every answer, as several behind one name do: fetched from, never joined unseen."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fakes.downloads import add, assert_done, open_api, settled, sha256_of_file, stands
from tests.fakes.waiting import PATIENCE_S
from tests.net.hostile.server import Answer, Asked, Behaviour, HostileServer, Then

from headwater.lab.sample import SeededSample, sha256_of
from headwater.model.commands import PauseJobs, ResumeJobs
from headwater.model.job import JobOptions, JobState
from headwater.model.snapshots import JobSnapshot, SchedulerActed, StepIn
from headwater.model.tuning import Tuning
from headwater.schedule import sampling

FILE, OTHER = SeededSample(3 * 1024**2 + 5, seed=41), SeededSample(3 * 1024**2 + 5, seed=42)
JULY, AUGUST = "Tue, 01 Jul 2025 12:00:00 GMT", "Fri, 01 Aug 2025 12:00:00 GMT"
#: Small requests, so that there are many answers.
OPTIONS = JobOptions(tuning=Tuning(max_span_bytes=256 * 1024))
#: Every block is compared: with few samples chance might bring each from the same version twice.
ALL_COMPARED = JobOptions(tuning=Tuning(max_span_bytes=256 * 1024, samples=3200))


def serving(etag: Callable[[int], str], date: str | None, file: Callable[[int], SeededSample]) -> Behaviour:
    """A server that keeps to HTTP: what it marks answer number n with, and which file that is of."""

    def behave(asked: Asked, number: int) -> Answer:
        mark, sample = etag(number), file(number)
        data = sample.read(0, sample.size_bytes)
        lines = [f"ETag: {mark}", "Content-Type: application/octet-stream", "Accept-Ranges: bytes"]
        lines += [f"Last-Modified: {date}"] if date is not None else []
        status = "200 OK"
        if "range" in asked.fields and asked.fields.get("if-range") in (None, mark, date):
            first, _, last = asked.fields["range"].removeprefix("bytes=").partition("-")
            start, end = int(first), min(len(data), int(last or len(data) - 1) + 1)
            lines.append(f"Content-Range: bytes {start}-{end - 1}/{len(data)}")
            status, data = "206 Partial Content", data[start:end]
        head = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Length: {len(data)}", *lines, "", ""))
        return Answer(head.encode() + data)

    return behave


def ever_new(number: int) -> str:
    return f'"{number}"'


def of_two_servers(number: int) -> str:
    return f'"{number % 2}"'


async def fetched(
    folder: Path, *behaviours: Behaviour, options: JobOptions = OPTIONS
) -> tuple[JobSnapshot, list[HostileServer], list[SchedulerActed]]:
    servers = [HostileServer(behaviour) for behaviour in behaviours]
    async with asyncio.timeout(PATIENCE_S), open_api(folder) as api:
        for server in servers:
            await server.__aenter__()
        try:
            job_id = await add(api, [server.url for server in servers], folder, options=options)
            job = await settled(api, job_id)
            return job, servers, list(api.activity(job_id))
        finally:
            for server in servers:
                await server.__aexit__(None, None, None)


@pytest.mark.parametrize(("etag", "date"), [(ever_new, JULY), (ever_new, None), (of_two_servers, JULY)])
async def test_a_file_comes_whatever_its_marks_are(
    etag: Callable[[int], str], date: str | None, tmp_path: Path
) -> None:
    job, (server,), log = await fetched(tmp_path, serving(etag, date, lambda _: FILE))
    assert job.state is JobState.DONE, job.error
    assert job.path is not None
    assert sha256_of_file(job.path) == sha256_of(FILE)
    assert "blocks compared, none differed" in (job.verdict or ""), (
        "with itself, as no mark says that it is one version"
    )
    told = [act.words for act in log if act.kind is StepIn.LEARNED]
    assert len([words for words in told if "another mark (ETag)" in words]) == 1, told
    assert len(server.asked) < 60


@pytest.mark.parametrize("date", [JULY, None])
async def test_two_versions_behind_one_name_are_not_joined(
    date: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sampling, "FIRST_PATIENCE_S", PATIENCE_S)
    both = serving(ever_new, date, lambda number: (FILE, OTHER)[number % 2])
    job, _, log = await fetched(tmp_path, both, options=ALL_COMPARED)
    assert job.state is JobState.FAILED, job.verdict
    assert "different bytes for the same part" in (job.error or "")
    assert any(act.kind is StepIn.DISAGREED for act in log)


async def test_whoever_has_one_version_brings_it_in_place_of_one_that_has_two(tmp_path: Path) -> None:
    both = serving(of_two_servers, JULY, lambda number: (FILE, OTHER)[number % 2])
    honest = serving(lambda _: '"one"', JULY, lambda _: FILE)
    job, _, _ = await fetched(tmp_path, both, honest, honest, options=ALL_COMPARED)
    assert job.state is JobState.DONE, job.error
    assert job.path is not None
    assert sha256_of_file(job.path) == sha256_of(FILE)


async def test_a_download_goes_on_with_what_it_has_after_a_restart(tmp_path: Path) -> None:
    """The date says that it is the same file, although no mark that was kept is seen again."""
    plain, is_held = serving(ever_new, JULY, lambda _: FILE), True

    def behave(asked: Asked, number: int) -> Answer:
        answer = plain(asked, number)
        held = Answer(answer.raw[: 1024**2] if number == 0 else b"", Then.HANG)
        return held if is_held else answer

    async with asyncio.timeout(PATIENCE_S), HostileServer(behave) as server:
        async with open_api(tmp_path) as api:
            job_id = await add(api, [server.url], tmp_path, options=OPTIONS)
            await stands(api, lambda: api.job(job_id).received_bytes >= 64 * 1024)
            await api.execute(PauseJobs((job_id,)))
            job = await settled(api, job_id)
            assert 0 < job.received_bytes < FILE.size_bytes
            here = job.received_bytes
        is_held = False
        async with open_api(tmp_path) as api:
            await api.execute(ResumeJobs((job_id,)))
            assert_done(await settled(api, job_id), sha256_of(FILE))
            (source,) = api.sources(job_id)
            assert source.received_bytes <= FILE.size_bytes - here + 64 * 16 * 1024, "nothing but samples came twice"


async def test_a_file_that_was_replaced_by_one_of_its_size_is_not_gone_on_with(tmp_path: Path) -> None:
    """Its mark changes once, and its date with it or not: it stays so."""
    replaced_at = 4
    job, (server,), _ = await fetched(
        tmp_path,
        serving(
            lambda number: '"new"' if number >= replaced_at else '"old"',
            None,
            lambda number: OTHER if number >= replaced_at else FILE,
        ),
    )
    assert job.state is JobState.FAILED
    assert "its file has changed since the download began" in (job.error or "")
    assert len(server.asked) < 20
