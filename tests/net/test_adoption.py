"""Partial files of other programs: compared, copied and gone on with; those that do not fit refused without a trace."""

import asyncio
import errno
import hashlib
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.fakes.downloads import assert_done, open_api, settled
from tests.fakes.waiting import PATIENCE_S, until

from headwater.content.foreign_file import move_file
from headwater.control.api import Api
from headwater.engine import adoption
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import ResumeJobs
from headwater.model.errors import HeadwaterError, LocalError, UserError
from headwater.model.job import Checksum, JobOptions, JobSpec, JobState, PieceHashes
from headwater.model.probe import Adopted
from headwater.model.source import SourceSpec
from headwater.model.spans import Span

SIZE = 3_000_000
SAMPLE = SeededSample(SIZE, seed=5)
DATA = bytes(SAMPLE.read(0, SIZE))
SHA = hashlib.sha256(DATA).hexdigest()


async def adopt(
    api: Api,
    lab: MirrorLab,
    path: Path,
    *,
    options: JobOptions | None = None,
    progress: Callable[[float], None] | None = None,
) -> Adopted:
    spec = JobSpec(tuple(map(SourceSpec, lab.urls)), path.parent / "out", None, options or JobOptions())
    return await api.continue_file(spec, path, progress)


def state_of(path: Path) -> tuple[bytes, int]:
    """What must not change of a foreign file."""
    return path.read_bytes(), path.stat().st_mtime_ns


async def goes_on(api: Api, lab: MirrorLab, path: Path, options: JobOptions | None = None) -> Adopted:
    """Adopt, wait, and see that the file is right and the foreign one as it was."""
    before = state_of(path)
    adopted = await adopt(api, lab, path, options=options)
    assert_done(await settled(api, adopted.job_id), SHA)
    assert state_of(path) == before
    return adopted


async def test_the_beginning_of_a_file_goes_on(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(), MirrorBehaviour()], SAMPLE, path="/film.mkv")
    path = tmp_path / "Unconfirmed 4711.crdownload"
    path.write_bytes(DATA[:2_000_000])
    heard: list[float] = []
    async with open_api(tmp_path) as api:
        known = JobOptions(checksums=(Checksum("sha-256", SHA),))
        adopted = await adopt(api, lab, path, options=known, progress=heard.append)
        job = await settled(api, adopted.job_id)
        assert_done(job, SHA)
        assert job.urls == lab.urls, "the foreign file is no source that one sees"
    assert job.path == tmp_path / "out" / "film.mkv", "what the server calls it, not what the browser did"
    assert (adopted.kept_bytes, adopted.size_bytes) == (2_000_000, SIZE)
    assert lab.sent_bytes < 1_000_000 + 400_000, "the samples are small"
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert path.read_bytes() == DATA[:2_000_000]


async def test_what_was_reserved_and_not_written_is_fetched(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    zeros = tmp_path / "x.bin.part"
    zeros.write_bytes(DATA[:1_000_001] + bytes(700_000) + DATA[1_700_001:2_000_000] + bytes(1_000_000))
    holes = tmp_path / "y.bin.part"
    with holes.open("wb") as file:
        file.write(DATA[:500_000])
        file.seek(2_500_000)
        file.write(DATA[2_500_000:2_600_000])
        file.truncate(SIZE)
    async with open_api(tmp_path) as api:
        first = await goes_on(api, lab, zeros)
        second = await goes_on(api, lab, holes)
    assert 1_299_900 < first.kept_bytes <= 1_300_000
    assert 599_900 < second.kept_bytes <= 600_000


async def test_a_damaged_part_is_fetched_anew(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    path = tmp_path / "x.part"
    path.write_bytes(DATA[:1_000_000] + os.urandom(600_000) + DATA[1_600_000:2_400_000])
    async with open_api(tmp_path) as api:
        adopted = await goes_on(api, lab, path)
    assert "samples differed" in adopted.words
    assert 1_000_000 < adopted.kept_bytes < 1_800_000


async def test_damage_between_the_samples_is_found_by_a_checksum(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    path = tmp_path / "x.part"
    path.write_bytes(DATA[:1_000_000] + b"\1\2\3" + DATA[1_000_003:2_400_000])
    async with open_api(tmp_path) as api:
        adopted = await goes_on(api, lab, path, JobOptions(checksums=(Checksum("sha-256", SHA),)))
        verdict = str(api.job(adopted.job_id).verdict)
    assert adopted.words == "all of 17 samples are right"
    assert adopted.kept_bytes == 2_400_000, "nobody could know before the end"
    assert SIZE <= lab.sent_bytes < 1.5 * SIZE, "all that was kept came again, and once"
    assert verdict == "SHA-256 as you gave it: right."


async def test_block_hashes_need_no_samples(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    piece = 256 * 1024
    digests = b"".join(hashlib.sha256(DATA[at : at + piece]).digest() for at in range(0, SIZE, piece))
    path = tmp_path / "x.bin.part"
    path.write_bytes(DATA[: 4 * piece] + b"!" + DATA[4 * piece + 1 : 9 * piece])
    options = JobOptions(pieces=PieceHashes("sha-256", piece, digests), size_bytes=SIZE)
    async with open_api(tmp_path) as api:
        await goes_on(api, lab, path, options)
    assert lab.sent_bytes < SIZE - 7 * piece


async def test_a_folder_is_no_partial_file(tmp_path: Path, mirror_lab: LabMaker) -> None:
    """Safari's `.download` is one, with the partial file in it."""
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    folder = tmp_path / "x.bin.download"
    folder.mkdir()
    async with open_api(tmp_path) as api:
        with pytest.raises(UserError, match="is a folder; choose the partial file in it"):
            await adopt(api, lab, folder)


@pytest.mark.parametrize("kind", ["other bytes", "too long", "empty", "gone", "no ranges", "refused"])
async def test_what_does_not_fit_is_refused_without_a_trace(tmp_path: Path, mirror_lab: LabMaker, kind: str) -> None:
    behaviours = {"no ranges": MirrorBehaviour(ignores_range=True), "refused": MirrorBehaviour(status=404)}
    lab = await mirror_lab([behaviours.get(kind, MirrorBehaviour())], SAMPLE, path="/x.bin")
    path = tmp_path / "x.bin.part"
    data = {"other bytes": os.urandom(1_000_000), "too long": DATA + b"more", "empty": bytes(1_000_000)}
    if kind != "gone":
        path.write_bytes(data.get(kind, DATA[:1_000_000]))
    sentences = {
        "other bytes": "belongs to another file: .* samples differ",
        "too long": "belongs to another file: the source's has 3,000,000 bytes, and this one 3,000,004",
        "empty": "nothing of x.bin.part has arrived yet",
        "gone": "there is no file",
        "no ranges": "cannot send parts",
        "refused": "404",
    }
    async with open_api(tmp_path) as api:
        with pytest.raises(HeadwaterError, match=sentences[kind]):
            await adopt(api, lab, path)
        assert api.jobs() == ()
    assert not list((tmp_path / "out").glob("*"))
    if kind != "gone":
        assert path.read_bytes() == data.get(kind, DATA[:1_000_000])


async def test_cancelling_leaves_everything_as_it_was(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    path = tmp_path / "x.bin.part"
    path.write_bytes(DATA[:2_000_000])
    async with open_api(tmp_path) as api:
        copying = asyncio.Event()
        task = asyncio.create_task(adopt(api, lab, path, progress=lambda part: copying.set() if part >= 0.5 else None))
        await copying.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert api.jobs() == ()
    assert task.cancelled()
    assert not list((tmp_path / "out").glob("*"))
    assert path.read_bytes() == DATA[:2_000_000]


async def test_beside_the_partial_file_nothing_is_overwritten(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    path = tmp_path / "x.bin.part"
    path.write_bytes(DATA[:2_000_000])
    spec = JobSpec((SourceSpec(lab.urls[0]),), tmp_path, None, JobOptions(start_paused=True))
    async with open_api(tmp_path) as api:
        adopted = await api.continue_file(spec, path)
        ours = api.job(adopted.job_id).path
        assert ours == tmp_path / "x (1).bin.part"
        with pytest.raises(UserError, match="belongs to a download of the list"):
            await api.continue_file(spec, ours)
        await api.execute(ResumeJobs((adopted.job_id,)))
        job = await settled(api, adopted.job_id)
    assert_done(job, SHA)
    assert job.path == tmp_path / "x.bin"
    assert state_of(path)[0] == DATA[:2_000_000]


async def test_the_file_itself_is_used_where_one_says_so(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    path = tmp_path / "x.crdownload"
    path.write_bytes(DATA[:1_000_000] + os.urandom(300_000) + DATA[1_300_000:2_000_000])
    inode = path.stat().st_ino
    spec = JobSpec((SourceSpec(lab.urls[0]),), tmp_path / "out")
    async with open_api(tmp_path) as api:
        adopted = await api.continue_file(spec, path, in_place=True)
        job = await settled(api, adopted.job_id)
    assert_done(job, SHA)
    assert job.path is not None
    assert job.path.stat().st_ino == inode
    assert not path.exists()


async def test_cancelled_in_the_middle_of_the_move_nothing_is_lost(
    tmp_path: Path, mirror_lab: LabMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    path = tmp_path / "x.part"
    path.write_bytes(DATA[:2_000_000])
    loop, moving, gate = asyncio.get_running_loop(), asyncio.Event(), threading.Event()

    def slowly(source: Path, target: Path) -> None:
        loop.call_soon_threadsafe(moving.set)
        gate.wait(PATIENCE_S)
        move_file(source, target)

    monkeypatch.setattr(adoption, "move_file", slowly)
    spec = JobSpec((SourceSpec(lab.urls[0]),), tmp_path / "out")
    async with open_api(tmp_path) as api:
        task = asyncio.create_task(api.continue_file(spec, path, in_place=True))
        await moving.wait()
        task.cancel()
        gate.set()
        await asyncio.gather(task, return_exceptions=True)
        assert task.cancelled()
        (job,) = api.jobs()
        assert_done(await settled(api, job.job_id), SHA)


async def test_a_file_that_cannot_be_moved_stays(
    tmp_path: Path, mirror_lab: LabMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    path = tmp_path / "x.part"
    path.write_bytes(DATA[:2_000_000])

    def refuse(_self: Path, _target: Path) -> Path:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    spec = JobSpec((SourceSpec(lab.urls[0]),), tmp_path / "out")
    async with open_api(tmp_path) as api:
        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", refuse)
            with pytest.raises(LocalError, match="lies on another disk"):
                await api.continue_file(spec, path, in_place=True)
        assert api.jobs() == ()
    assert state_of(path)[0] == DATA[:2_000_000]
    assert not list((tmp_path / "out").glob("*"))


async def test_it_goes_on_after_a_new_start(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    path = tmp_path / "x.bin.part"
    path.write_bytes(DATA[:2_000_000])
    async with open_api(tmp_path) as api:
        adopted = await adopt(api, lab, path, options=JobOptions(start_paused=True))
        job = api.job(adopted.job_id)
        assert (job.state, job.received_bytes, job.in_order_bytes) == (JobState.PAUSED, 2_000_000, 2_000_000)
        assert api.received(adopted.job_id) == (Span(0, 2_000_000),)
    async with open_api(tmp_path) as api:
        await api.execute(ResumeJobs((adopted.job_id,)))
        assert_done(await settled(api, adopted.job_id), SHA)


@pytest.mark.skipif(shutil.which("aria2c") is None, reason="aria2 is not installed")
async def test_a_download_of_aria2_goes_on(tmp_path: Path, mirror_lab: LabMaker) -> None:
    held = MirrorBehaviour(rate_bytes_per_s=2e6, withholds=(Span(2_500_000, SIZE),))
    lab = await mirror_lab([held, held], SAMPLE, path="/x.bin")
    path = tmp_path / "x.bin"
    process = await asyncio.create_subprocess_exec(
        "aria2c", "--no-conf", "-q", "-d", str(tmp_path), "-x2", "-s2", "-k1M", "--auto-save-interval=0",
        "--file-allocation=prealloc", *lab.urls, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        await until(lambda: lab.sent_bytes > 1_300_000, "aria2 has a part of it")
    finally:
        process.terminate()  # it writes its control file then
        await process.wait()
    control = tmp_path / "x.bin.aria2"
    assert control.exists()
    lab.change(withholds=())
    async with open_api(tmp_path) as api:
        adopted = await goes_on(api, lab, path)
        again = await adopt(api, lab, control, options=JobOptions(start_paused=True))
    assert adopted.kept_bytes == again.kept_bytes
    assert 500_000 < adopted.kept_bytes < SIZE
    assert control.exists()


async def test_a_control_file_that_is_none_has_its_sentence(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE, path="/x.bin")
    (tmp_path / "x.bin").write_bytes(DATA[:1_000_000])
    (tmp_path / "x.bin.aria2").write_bytes(b"\0\1\0\0\0\0\0\0\0\0\0\0")
    async with open_api(tmp_path) as api:
        with pytest.raises(UserError, match="cut short"):
            await adopt(api, lab, tmp_path / "x.bin")
