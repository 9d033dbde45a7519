"""The scout on a real engine: an index at the end of the file is here long before the file is."""

import asyncio
import io
import struct
import zipfile
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.fakes.waiting import PATIENCE_S

from headwater.control.api import Api
from headwater.formats.sniff import Container
from headwater.lab.sample import BytesSample, Sample, SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob, RemoveJobs
from headwater.model.job import JobSpec
from headwater.model.source import SourceSpec
from headwater.model.spans import Span, SpanSet

MIB = 1024 * 1024


def film_with_its_index_last() -> Sample:
    """The bones of a two-hour film: 40 MB of samples, then a `moov` of 2.5 MB."""
    mdat = struct.pack(">I4s", 40_000_000, b"mdat") + bytes(39_999_992)
    moov = struct.pack(">I4s", 2_500_000, b"moov") + struct.pack(">I4s", 2_499_992, b"free") + bytes(2_499_984)
    return BytesSample(struct.pack(">I4s", 16, b"ftyp") + b"isom\0\0\0\0" + mdat + moov)


def archive_of_400() -> Sample:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for i in range(400):
            archive.writestr(f"folder/{i:04}.bin", bytes(60_000))
    return BytesSample(buffer.getvalue())


@pytest.mark.parametrize(
    ("make", "container"),
    [(film_with_its_index_last, Container.MP4), (archive_of_400, Container.ZIP)],
    ids=["film", "archive"],
)
async def test_what_the_format_needs_comes_although_most_is_missing(
    tmp_path: Path, mirror_lab: LabMaker, make: "type[Sample]", container: Container
) -> None:
    sample = make()
    missing = Span(sample.size_bytes // 5, sample.size_bytes * 9 // 10)
    lab = await mirror_lab([MirrorBehaviour(latency_s=0.02, withholds=(missing,))] * 4, sample)
    api = await Api.open(tmp_path / "profile")
    spec = JobSpec(tuple(SourceSpec(url) for url in lab.urls), tmp_path, "file.bin")
    job_id = await api.execute(AddJob(spec))
    assert job_id is not None
    async with asyncio.timeout(PATIENCE_S):
        plan = await api.scout(job_id)
    here = SpanSet(api.received(job_id))
    assert plan.container is container
    assert all(here.covers(span) for span in plan.spans)
    assert not here.overlaps(missing)
    await api.execute(RemoveJobs((job_id,), delete_data=True))
    await api.close()


async def test_a_reader_that_jumps_is_served_there_within_one_interval(tmp_path: Path, mirror_lab: LabMaker) -> None:
    sample = SeededSample(20_000_000)
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=250e3, latency_s=0.02)] * 4, sample)  # 20 s in all
    api = await Api.open(tmp_path / "profile")
    spec = JobSpec(tuple(SourceSpec(url) for url in lab.urls), tmp_path, "file.bin")
    job_id = await api.execute(AddJob(spec))
    assert job_id is not None
    stream = api.open_stream(job_id)
    await stream.read_at(0, 64 * 1024)
    # Counted in bytes: a computer that stands still for a while holds up the mirrors as much as their reader.
    interval_bytes = api.tuning(job_id).interval_s * 4 * 250e3
    for offset in (16_000_000, 4_000_000, 12_000_000):
        had = api.job(job_id).received_bytes
        async with asyncio.timeout(PATIENCE_S):
            data = await stream.read_at(offset, 64 * 1024)
        assert data == sample.read(offset, len(data))
        assert api.job(job_id).received_bytes - had <= interval_bytes
    stream.abort()
    await api.execute(RemoveJobs((job_id,), delete_data=True))
    await api.close()
