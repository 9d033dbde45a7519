"""nginx and Apache as people run them: ranges, many ranges in one request, validators, kept connections."""

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.nginx import NginxMirrors, find_nginx
from tests.net.channels.apache import apache, find_apache
from tests.net.channels.reading import opened, take

from headwater.model.errors import Retry, SourceError
from headwater.model.ports import ChannelRequest
from headwater.model.source import Support
from headwater.model.spans import UNKNOWN_END, Span, SpanSet

DATA = random.Random(20).randbytes(8 * 1024**2)
SIZE = len(DATA)


@pytest.fixture(scope="module", params=["nginx", "apache"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a file of 8 MiB on a real server."""
    folder: Path = tmp_path_factory.mktemp(request.param)
    root = folder / "root"
    root.mkdir()
    (root / "file.bin").write_bytes(DATA)
    (root / "empty.bin").write_bytes(b"")
    os.utime(root / "file.bin", (1e9, 1e9))  # Apache's marks are weak while a file is younger than a second
    base = tmp_path_factory.getbasetemp()
    own = [base, *(path for path in base.parents if path.name.startswith("pytest-"))]
    if base.name.startswith("popen-"):  # xdist adds a level
        own.append(base.parent)
    for path in (folder, root, *own):
        path.chmod(0o755)  # Apache's children are somebody else when the tests run as root
    if request.param == "nginx":
        if find_nginx() is None:
            pytest.skip("nginx is not installed")
        with NginxMirrors(root, 1, folder) as mirrors:
            yield mirrors.urls("file.bin")[0]
        return
    if find_apache() is None:
        pytest.skip("Apache is not installed")
    with apache(root, folder / "apache") as port:
        yield f"http://127.0.0.1:{port}/file.bin"


async def test_whole_and_single_ranges(url: str) -> None:
    async with opened(url) as channel:
        facts, outcome = await take(channel)
        assert bytes(outcome.data) == DATA
        assert (facts.size_bytes, facts.ranges, facts.file_name) == (SIZE, Support.YES, "file.bin")
        assert facts.validator.is_strong
        assert facts.modified_at == 1e9
        for span in (Span(0, 1), Span(SIZE - 1, SIZE), Span(12345, 6_543_210)):
            facts, outcome = await take(channel, span, size_bytes=SIZE)
            assert bytes(outcome.data[span.start :]) == DATA[span.start : span.end]
            assert facts.connect_s is None


@pytest.mark.parametrize("count", [2, 3, 40, 150])
async def test_many_ranges_in_one_request(url: str, count: int) -> None:
    step = SIZE // count
    spans = tuple(Span(number * step, number * step + min(step - 500, 40_000)) for number in range(count))
    async with opened(url) as channel:
        facts, outcome = await take(channel, *spans, size_bytes=SIZE)
        assert facts.multi_range is Support.YES
        assert facts.status == 206
        assert outcome.received == SpanSet(spans)
        assert outcome.matches(DATA)
        assert outcome.duplicates == 0
        assert outcome.reusable
        facts, outcome = await take(channel, Span(5, 10))
        assert facts.connect_s is None
        assert outcome.matches(DATA)


async def test_ranges_out_of_order_next_to_each_other_and_to_an_open_end(url: str) -> None:
    spans = (Span(5_000_000, 5_100_000), Span(0, 70_000), Span(70_000, 90_000), Span(8_000_000, UNKNOWN_END))
    async with opened(url) as channel:
        _, outcome = await take(channel, *spans, size_bytes=SIZE)
        assert outcome.received == SpanSet([*spans[:3], Span(8_000_000, SIZE)])
        assert outcome.matches(DATA)


async def test_a_size_not_known_before_shows_in_the_parts(url: str) -> None:
    spans = (Span(0, 10), Span(8_000_000, UNKNOWN_END))
    async with opened(url) as channel:
        _, outcome = await take(channel, *spans)
        assert outcome.received == SpanSet([Span(0, 10), Span(8_000_000, SIZE)])
        assert outcome.matches(DATA)


async def test_more_ranges_than_a_server_takes_are_noticed(url: str) -> None:
    spans = tuple(Span(number * 100, number * 100 + 50) for number in range(450))
    async with opened(url) as channel:
        facts, outcome = await take(channel, *spans, size_bytes=SIZE, stop_at=45_000)
        assert outcome.matches(DATA)
        assert all(outcome.received.covers(span) for span in spans)
        assert facts.multi_range in {Support.YES, Support.NO}


async def test_conditions(url: str) -> None:
    async with opened(url) as channel:
        facts, _ = await take(channel, Span(0, 10))
        response = await channel.request(ChannelRequest((Span(10, 20),), SIZE, facts.validator))
        assert response.facts.status == 206
        await response.close()
        changed = replace(facts.validator, etag='"another"')
        response = await channel.request(ChannelRequest((Span(10, 20),), SIZE, changed))
        assert response.facts.status == 200
        assert response.facts.ranges is Support.UNKNOWN
        assert not response.facts.validator.agrees_with(changed)
        await response.close()


async def test_beyond_the_end_and_empty(url: str) -> None:
    async with opened(url) as channel:
        with pytest.raises(SourceError, match=r"416|holds only") as caught:
            await take(channel, Span(SIZE, SIZE + 5))
        assert caught.value.retry is Retry.OTHER_SPAN
        assert caught.value.size_bytes in {SIZE, None}  # Apache does not tell
    async with opened(url.replace("file.bin", "empty.bin")) as channel:
        facts, outcome = await take(channel)
        assert (facts.size_bytes, facts.spans, outcome.received.total_bytes) == (0, (), 0)
    async with opened(url.replace("file.bin", "none.bin")) as channel:
        with pytest.raises(SourceError, match="404"):
            await take(channel)


async def test_a_stop_in_the_middle_of_many_ranges(url: str) -> None:
    spans = tuple(Span(number * 100_000, number * 100_000 + 50_000) for number in range(50))
    async with opened(url) as channel:
        _, outcome = await take(channel, *spans, size_bytes=SIZE, stop_at=1_020_000)
        assert outcome.received == SpanSet([*spans[:10], Span(1_000_000, 1_020_000)])
        assert outcome.matches(DATA)
