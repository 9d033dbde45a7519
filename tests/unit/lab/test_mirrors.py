"""The mirror lab, seen by a plain HTTP client: each misbehaviour is what its name says."""

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest
from tests.conftest import LabMaker

from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import BytesSample, SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.spans import Span

SIZE = 300_000
SAMPLE = SeededSample(SIZE)


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(auto_decompress=False) as session:
        yield session


async def test_whole_file_and_range_are_the_samples_bytes(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    async with client.get(lab.urls[0]) as answer:
        assert answer.status == 200
        assert hashlib.sha256(await answer.read()).hexdigest() == sha256_of(SAMPLE)
    async with client.get(lab.urls[0], headers={"Range": "bytes=65530-131080"}) as answer:
        assert answer.status == 206
        assert answer.headers["Content-Range"] == f"bytes 65530-131080/{SIZE}"
        assert await answer.read() == SAMPLE.read(65530, 65551)
    assert [record.spans for record in lab.mirrors[0].requests] == [(), (Span(65530, 131081),)]
    assert lab.sent_bytes == SIZE + 65551


async def test_head_sends_the_size_and_no_body(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SAMPLE)
    async with client.head(lab.urls[0]) as answer:
        assert int(answer.headers["Content-Length"]) == SIZE
    assert lab.sent_bytes == 0


async def test_several_ranges_come_as_multipart(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    lab = await mirror_lab([MirrorBehaviour(), MirrorBehaviour(multi_range=False)], SAMPLE)
    wanted = {"Range": "bytes=10-19,200000-200009"}
    async with client.get(lab.urls[0], headers=wanted) as answer:
        reader = aiohttp.MultipartReader.from_response(answer)
        got = []
        while (part := await reader.next()) is not None:
            assert isinstance(part, aiohttp.BodyPartReader)
            got.append((part.headers["Content-Range"], bytes(await part.read())))
    assert got == [
        (f"bytes 10-19/{SIZE}", SAMPLE.read(10, 10)),
        (f"bytes 200000-200009/{SIZE}", SAMPLE.read(200_000, 10)),
    ]
    async with client.get(lab.urls[1], headers=wanted) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("status", [403, 404, 416, 429, 503])
async def test_status_with_patience(mirror_lab: LabMaker, client: aiohttp.ClientSession, status: int) -> None:
    lab = await mirror_lab([MirrorBehaviour(status=status, retry_after_s=7, status_for_requests=1)], SAMPLE)
    async with client.get(lab.urls[0]) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (status, "7")
    async with client.get(lab.urls[0]) as answer:
        assert answer.status == 200


async def test_refusing_mirror_refuses(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    lab = await mirror_lab([MirrorBehaviour(refuses=True)])
    with pytest.raises(aiohttp.ClientConnectorError):
        await client.get(lab.urls[0])


async def test_dying_mirror_resets_refuses_and_revives(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    lab = await mirror_lab([MirrorBehaviour(dies_after_bytes=100_000)], SAMPLE)
    with pytest.raises(aiohttp.ClientPayloadError):
        await (await client.get(lab.urls[0])).read()
    assert lab.sent_bytes == 100_000
    with pytest.raises(aiohttp.ClientConnectorError):
        await client.get(lab.urls[0])
    lab.mirrors[0].change(dies_after_bytes=None)
    await lab.mirrors[0].revive()
    async with client.get(lab.urls[0]) as answer:
        assert len(await answer.read()) == SIZE


@pytest.mark.parametrize("surplus", [-1000, 1000])
async def test_wrong_length_is_closed(mirror_lab: LabMaker, surplus: int) -> None:
    """Read raw: a client library would hide what exceeds the promise."""
    lab = await mirror_lab([MirrorBehaviour(surplus_bytes=surplus)], SAMPLE)
    mirror = lab.mirrors[0]
    reader, writer = await asyncio.open_connection(mirror.host, mirror.port)
    writer.write(b"GET /sample.bin HTTP/1.1\r\nHost: lab\r\n\r\n")
    head, _, body = (await reader.read()).partition(b"\r\n\r\n")
    writer.close()
    await writer.wait_closed()
    assert f"Content-Length: {SIZE}".encode() in head
    assert len(body) == SIZE + surplus


async def test_liars(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    behaviours = [
        MirrorBehaviour(ignores_range=True),
        MirrorBehaviour(chunked=True),
        MirrorBehaviour(content_range_shift=5),
        MirrorBehaviour(error_page=True),
        MirrorBehaviour(corrupt=(Span(12, 14),)),
        MirrorBehaviour(holds=(Span(0, 1000),)),
    ]
    lab = await mirror_lab(behaviours, SAMPLE)
    answers = []
    for url in lab.urls:
        async with client.get(url, headers={"Range": "bytes=10-19"}) as answer:
            answers.append((answer.status, answer.headers.get("Content-Range"), await answer.read()))
    right = SAMPLE.read(10, 10)
    whole = SAMPLE.read(0, SIZE)
    assert answers[0] == (200, None, whole)
    assert answers[1] == (200, None, whole)
    assert answers[2] == (206, f"bytes 15-24/{SIZE}", right)
    assert answers[3][0] == 200
    assert answers[3][2].startswith(b"<!DOCTYPE html>")
    bad = [index for index, (got, wanted) in enumerate(zip(answers[4][2], right, strict=True)) if got != wanted]
    assert bad == [2, 3]
    assert answers[5] == (206, f"bytes 10-19/{SIZE}", right)
    async with client.get(lab.urls[5], headers={"Range": "bytes=990-1009"}) as answer:
        assert answer.status == 416


async def test_redirects_to_another_mirror_and_in_a_loop(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    lab = await mirror_lab([MirrorBehaviour(redirect_to=1), MirrorBehaviour(), MirrorBehaviour(redirect_to=2)], SAMPLE)
    async with client.get(lab.urls[0]) as answer:
        assert str(answer.url) == lab.urls[1]
    with pytest.raises(aiohttp.TooManyRedirects):
        await client.get(lab.urls[2])


async def test_file_is_replaced_half_way(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    other = SeededSample(SIZE, seed=2)
    lab = await mirror_lab([MirrorBehaviour(changes_after_bytes=1000, changed_sample=other)], SAMPLE)
    async with client.get(lab.urls[0], headers={"Range": "bytes=0-999"}) as answer:
        etag = answer.headers["ETag"]
        assert await answer.read() == SAMPLE.read(0, 1000)
    async with client.get(lab.urls[0], headers={"Range": "bytes=1000-1999"}) as answer:
        assert answer.headers["ETag"] != etag
        assert await answer.read() == other.read(1000, 1000)
    async with client.get(lab.urls[0], headers={"Range": "bytes=0-9", "If-Range": etag}) as answer:
        assert answer.status == 200


async def test_zero_bytes(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    lab = await mirror_lab([MirrorBehaviour()], BytesSample(b""))
    async with client.get(lab.urls[0]) as answer:
        assert (answer.status, await answer.read()) == (200, b"")
    async with client.get(lab.urls[0], headers={"Range": "bytes=0-"}) as answer:
        assert answer.status == 416


async def test_rate_is_shared_and_latency_is_kept(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    """The whole is never faster than the shape allows. (Slower only where the machine is.)"""
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=1e6, latency_s=0.05)], SAMPLE)
    began = time.perf_counter()

    async def fetch(start: int) -> int:
        async with client.get(lab.urls[0], headers={"Range": f"bytes={start}-{start + 99_999}"}) as answer:
            assert time.perf_counter() - began > 0.05
            return len(await answer.read())

    got = sum(await asyncio.gather(fetch(0), fetch(100_000), fetch(200_000)))
    assert got == SIZE
    assert time.perf_counter() - began > 0.05 + SIZE / 1e6 - 0.05
    assert lab.mirrors[0].peak_requests == 3


async def test_stalled_mirror_ends_with_its_lab(client: aiohttp.ClientSession) -> None:
    async with MirrorLab([MirrorBehaviour(stalls_after_bytes=1000), MirrorBehaviour(rate_steps=((0.0, 0.0),))]) as lab:
        answer = await client.get(lab.urls[0])
        assert len(await answer.content.readexactly(1000)) == 1000
        answer.close()


async def test_withheld_bytes_come_once_they_are_released(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    lab = await mirror_lab([MirrorBehaviour(withholds=(Span(1000, 2000),))], SAMPLE)
    async with client.get(lab.urls[0], headers={"Range": "bytes=500-2999"}) as answer:
        assert await answer.content.readexactly(500) == SAMPLE.read(500, 500)
        assert lab.mirrors[0].sent_bytes == 500
        async with client.get(lab.urls[0], headers={"Range": "bytes=2000-2999"}) as behind:
            assert await behind.read() == SAMPLE.read(2000, 1000)
        lab.mirrors[0].change(withholds=())
        assert await answer.read() == SAMPLE.read(1000, 2000)


async def test_too_many_requests_at_once(mirror_lab: LabMaker, client: aiohttp.ClientSession) -> None:
    lab = await mirror_lab([MirrorBehaviour(max_requests_at_once=1, stalls_after_bytes=0)], SAMPLE)
    first = await client.get(lab.urls[0])
    async with client.get(lab.urls[0]) as answer:
        assert answer.status == 503
    first.close()
