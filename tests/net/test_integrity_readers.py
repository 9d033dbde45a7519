"""Readers of a file that a mirror spoils: strict ones wait for proof, others hear what was bad."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from tests.fakes.downloads import add, assert_done, open_api, settled
from tests.fakes.terminal import started
from tests.fakes.trusted import pieces_of
from tests.fakes.waiting import PATIENCE_S

from headwater.control.api import Api
from headwater.control.metalink_command import make_metalink
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import SetSources, VerifyJob
from headwater.model.job import JobId, JobOptions
from headwater.model.source import SourceSpec
from headwater.model.spans import Span
from headwater.model.tuning import Tuning

BLOCK = 256 * 1024
#: More than two sockets hold: who does not read gets no end.
FILE = SeededSample(24 * 1024**2 + 321, seed=71)
PIECES = pieces_of(FILE, BLOCK)
BAD = 1000
#: Where the liar stops for now: its first block is not whole, so nobody can judge it yet.
SEEN = 100_000
LIAR = MirrorBehaviour(corrupt=(Span(BAD, BAD + 1),), withholds=(Span(SEEN, FILE.size_bytes),))
RIGHT = FILE.read(0, SEEN)


class Spoiled:
    """A job of which the liar alone has brought the beginning, and nothing can be judged before `go_on`."""

    def __init__(self, api: Api, lab: MirrorLab, job_id: JobId) -> None:
        self.api, self.lab, self.job_id = api, lab, job_id

    async def go_on(self) -> None:
        """Let the honest mirror in, and the rest come."""
        await self.api.execute(SetSources(self.job_id, tuple(map(SourceSpec, self.lab.urls))))
        self.lab.change(withholds=())


@asynccontextmanager
async def spoiled(folder: Path) -> AsyncIterator[Spoiled]:
    async with MirrorLab([LIAR, MirrorBehaviour()], FILE) as lab, open_api(folder) as api:
        options = JobOptions(pieces=PIECES, tuning=Tuning(bad_blocks=1))
        yield Spoiled(api, lab, await add(api, lab.urls[:1], folder, options=options))


async def test_the_hasty_reader_hears_what_was_wrong_and_the_strict_one_never_sees_it(tmp_path: Path) -> None:
    async with spoiled(tmp_path) as at:
        hasty, strict = at.api.open_stream(at.job_id), at.api.open_stream(at.job_id, strict=True)
        proven = asyncio.create_task(strict.read_at(0, 2000))
        async with asyncio.timeout(PATIENCE_S):
            early = await hasty.read_at(0, 2000)
            while len(early) < 2000:
                early += await hasty.read_at(len(early), 2000 - len(early))
            assert early[BAD] != RIGHT[BAD], "it takes what comes"
            assert early[:BAD] == RIGHT[:BAD]
            assert hasty.take_revoked() == ()
            assert not proven.done()
            await at.go_on()
            await hasty.until_revoked()
            assert hasty.take_revoked() == (Span(0, 2000),)
            assert await proven == RIGHT[:2000]
            again = b""
            while len(again) < 2000:
                again += await hasty.read_at(len(again), 2000 - len(again))
            assert again == RIGHT[:2000]
        assert_done(await settled(at.api, at.job_id), sha256_of(FILE))
        assert strict.take_revoked() == hasty.take_revoked() == ()


async def test_the_settings_say_what_readers_get_that_ask_for_nothing(tmp_path: Path) -> None:
    async with spoiled(tmp_path) as at:
        await at.api.change_settings(replace(at.api.settings, only_proven=True))
        usual, hasty = at.api.open_stream(at.job_id), at.api.open_stream(at.job_id, strict=False)
        proven = asyncio.create_task(usual.read_at(0, 2000))
        async with asyncio.timeout(PATIENCE_S):
            assert (await hasty.read_at(BAD, 1))[0] != RIGHT[BAD]
            assert not proven.done()
            await at.go_on()
            assert await proven == RIGHT[:2000]
            await hasty.until_revoked()


async def test_damage_that_comes_after_the_end_is_told_too(tmp_path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()], FILE) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=JobOptions(pieces=PIECES))
        job = await settled(api, job_id)
        stream = api.open_stream(job_id)
        assert await stream.read_at(0, 100) == RIGHT[:100]
        assert job.path is not None
        with job.path.open("r+b") as file:
            file.seek(50)
            file.write(b"?")
        await api.execute(VerifyJob(job_id))
        assert stream.take_revoked() == (Span(0, 100),)


async def test_an_answer_to_a_player_breaks_off_when_it_was_wrong(tmp_path: Path) -> None:
    async with spoiled(tmp_path) as at, aiohttp.ClientSession() as client:
        url = await at.api.stream_url(at.job_id)
        hasty = await client.get(url)
        strict = asyncio.create_task(_fetch(client, f"{url}?proven"))
        assert (await hasty.content.readexactly(2000))[BAD] != RIGHT[BAD]
        assert not strict.done()
        beside = at.api.open_stream(at.job_id)
        assert (await beside.read_at(BAD, 1))[0] != RIGHT[BAD]
        await at.go_on()
        async with asyncio.timeout(PATIENCE_S):
            await beside.until_revoked()
        with pytest.raises(aiohttp.ClientError):  # cut short, or reset: as the system has it
            await hasty.read()
        hasty.close()
        assert await strict == FILE.read(0, FILE.size_bytes)
        assert await _fetch(client, f"{url}?proven=no") == FILE.read(0, FILE.size_bytes)


async def _fetch(client: aiohttp.ClientSession, url: str) -> bytes:
    async with asyncio.timeout(PATIENCE_S), client.get(url) as answer:
        return await answer.read()


@pytest.mark.parametrize("has_pieces", [True, False], ids=["pieces", "one hash"])
async def test_standard_output_that_was_wrong_ends_with_an_error(tmp_path: Path, has_pieces: bool) -> None:
    """What went through a pipe cannot be taken back."""
    source = tmp_path / "sample.bin"
    source.write_bytes(FILE.read(0, FILE.size_bytes))
    nothing_yet = MirrorBehaviour(withholds=(Span(0, FILE.size_bytes),))
    async with MirrorLab([LIAR, nothing_yet], FILE) as lab:
        (tmp_path / "sample.bin.meta4").write_bytes(make_metalink(source, lab.urls, BLOCK))
        what = ["sample.bin.meta4"] if has_pieces else [*lab.urls, "--checksum", f"sha-256={sha256_of(FILE)}"]
        async with started(tmp_path, "get", *what, "-o", "-", "--quiet") as getting:
            assert getting.stdout is not None
            assert (await getting.stdout.readexactly(2000))[BAD] != RIGHT[BAD], "it waits for no hash"
            lab.change(withholds=())
            _, complaints = await getting.communicate()
    assert getting.returncode == 1
    assert "Wrong bytes went to standard output before their hash was known: [0, " in complaints.decode()
    assert "--proven-only" in complaints.decode()
