"""What headers say beside the bytes: mirrors become sources, a Metalink's hashes judge the file, digests prove it."""

import base64
import hashlib
from dataclasses import replace
from pathlib import Path

from tests.fakes.downloads import add, assert_done, open_api, settled
from tests.fakes.list_server import ListServer
from tests.fakes.trusted import pieces_of
from tests.fakes.waiting import until

from headwater.control.api import Api
from headwater.discovery.metalink import MetalinkFile, read_metalink
from headwater.discovery.metalink_writer import write_metalink
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import FileSample, SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import Checksum, JobId, JobOptions, JobState
from headwater.model.source import SourceSpec, SourceState
from headwater.model.spans import Span

FILE = SeededSample(6 * 1024**2, seed=41)
DIGEST = sha256_of(FILE)
#: The second half is kept back until what the headers say has been followed.
HELD = MirrorBehaviour(withholds=(Span(FILE.size_bytes // 2, FILE.size_bytes),))


def says(api: Api, job_id: JobId, words: str) -> bool:
    """Whether the activity log of a job says something."""
    return any(words in act.words for act in api.activity(job_id))


async def test_mirrors_named_in_a_link_header_become_sources(tmp_path: Path) -> None:
    async with MirrorLab([HELD], FILE) as other:
        link = ("Link", f"<{other.urls[0]}>; rel=duplicate; pri=2; geo=de")
        async with MirrorLab([replace(HELD, headers=(link,))], FILE) as lab, open_api(tmp_path) as api:
            job_id = await add(api, lab.urls, tmp_path)
            await until(lambda: other.mirrors[0].requests, "the other is asked")
            lab.change(withholds=())
            other.change(withholds=())
            assert_done(await settled(api, job_id), DIGEST)
            sources = {source.url: source for source in api.sources(job_id)}
            assert sources[other.urls[0]].received_bytes > 0
            assert api.spec(job_id).sources[1] == SourceSpec(other.urls[0], 2, "DE")


async def test_a_mirrored_folder_serves_the_next_file_too(tmp_path: Path) -> None:
    first, second = FILE.read(0, 100_000), FILE.read(100_000, 200_000)
    async with ListServer({"/m/one.bin": first, "/m/two.bin": second}) as mirror:
        link = (("Link", f"<{mirror.url}/m/one.bin>; rel=duplicate; pri=1; depth=1"),)
        served = {"/pub/one.bin": first, "/pub/two.bin": second}
        async with ListServer(served, {"/pub/one.bin": link}) as server, open_api(tmp_path) as api:
            for name, content in (("one.bin", first), ("two.bin", second)):
                job_id = await add(api, [f"{server.url}/pub/{name}"], tmp_path)
                assert_done(await settled(api, job_id), hashlib.sha256(content).hexdigest())
                assert [source.url for source in api.spec(job_id).sources][1:] == [f"{mirror.url}/m/{name}"]


async def test_a_metalink_named_in_a_link_header_finds_the_liar(tmp_path: Path) -> None:
    document = MetalinkFile("sample.bin", FILE.size_bytes, (), (Checksum("sha-256", DIGEST),), pieces_of(FILE, 65536))
    place = tmp_path / "list.meta4"
    place.write_bytes(write_metalink([document]))
    async with MirrorLab([MirrorBehaviour(content_type="application/metalink4+xml")], FileSample(place)) as lists:
        link = ("Link", f'<{lists.urls[0]}>; rel=describedby; type="application/metalink4+xml"')
        liar = replace(HELD, corrupt=(Span(3_000_000, 3_000_001),), headers=(link,))
        async with MirrorLab([liar, HELD], FILE) as lab, open_api(tmp_path) as api:
            job_id = await add(api, lab.urls, tmp_path)
            await until(lambda: says(api, job_id, "are known now"))
            lab.change(withholds=())
            job = await settled(api, job_id)
            assert_done(job, DIGEST)
            assert job.verdict is not None
            assert "right" in job.verdict, [act.words for act in api.activity(job_id)]


async def test_a_metalink_that_is_rubbish_is_told_and_hurts_nobody(tmp_path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()], SeededSample(5000)) as lists:
        link = ("Link", f'<{lists.urls[0]}>; rel=describedby; type="application/metalink4+xml"')
        async with MirrorLab([replace(HELD, headers=(link,))], FILE) as lab, open_api(tmp_path) as api:
            job_id = await add(api, lab.urls, tmp_path)
            await until(lambda: says(api, job_id, "was of no use"))
            lab.change(withholds=())
            assert_done(await settled(api, job_id), DIGEST)


async def test_a_digest_in_the_headers_proves_the_file(tmp_path: Path) -> None:
    text = base64.b64encode(hashlib.sha256(FILE.read(0, FILE.size_bytes)).digest()).decode()
    headers = (("Repr-Digest", f"sha-256=:{text}:"),)
    async with MirrorLab([MirrorBehaviour(headers=headers)], FILE) as lab, open_api(tmp_path) as api:
        job = await settled(api, await add(api, lab.urls, tmp_path))
        assert_done(job, DIGEST)
        assert job.verdict is not None
        assert job.verdict.startswith("SHA-256 from Repr-Digest of 127.0.0.1: right")


async def test_hashes_that_contradict_each_other_stop_a_job_with_a_sentence(tmp_path: Path) -> None:
    options = JobOptions(checksums=(Checksum("sha-256", "aa" * 32), Checksum("sha-256", "bb" * 32)))
    async with MirrorLab([MirrorBehaviour()], FILE) as lab, open_api(tmp_path) as api:
        job = await settled(api, await add(api, lab.urls, tmp_path, options=options))
        assert job.state is JobState.FAILED
        assert job.error is not None
        assert "they mean different files" in job.error


async def test_a_job_is_written_as_a_metalink_that_fetches_it_again(tmp_path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()] * 2, FILE) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await settled(api, job_id)
        target = tmp_path / "job.meta4"
        await api.export_metalink(job_id, target)
        (file,) = read_metalink(target.read_bytes())
        assert (file.name, file.size_bytes) == ("sample.bin", FILE.size_bytes)
        assert [checksum.hex_digest for checksum in file.checksums] == [DIGEST]
        assert file.pieces is not None
        assert {source.url for source in file.sources} == set(lab.urls)
        again = file.sources[0].url, file.pieces
        second = await add(api, [again[0]], tmp_path, name="again.bin", options=JobOptions(pieces=again[1]))
        assert_done(await settled(api, second), DIGEST)


async def test_who_was_set_aside_stands_in_no_metalink_while_there_are_others(tmp_path: Path) -> None:
    async with MirrorLab([HELD, MirrorBehaviour(status=404)], FILE) as lab, open_api(tmp_path) as api:
        target = tmp_path / "job.meta4"

        async def told(job_id: JobId) -> set[str]:
            await api.export_metalink(job_id, target)
            (file,) = read_metalink(target.read_bytes())
            return {source.url for source in file.sources}

        running = await add(api, lab.urls, tmp_path)
        await until(lambda: SourceState.SET_ASIDE in {each.state for each in api.sources(running)}, "one is set aside")
        assert await told(running) == {lab.urls[0]}
        failed = await add(api, lab.urls[1:], tmp_path, name="failed.bin")
        await settled(api, failed)
        assert await told(failed) == {lab.urls[1]}, "it may be back one day"
