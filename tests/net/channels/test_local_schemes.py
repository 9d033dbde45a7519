"""`file:` and `data:` sources, and addresses that are not supported."""

from pathlib import Path

import pytest
from tests.net.channels.reading import SETTINGS, opened, take

from headwater.channels.connector import Connectors
from headwater.model.errors import Retry, SourceError, UserError
from headwater.model.ports import ChannelRequest
from headwater.model.source import SourceSpec
from headwater.model.spans import Span

DATA = bytes(i * 41 % 253 for i in range(3_000_000))


async def test_a_local_file_and_its_ranges(tmp_path: Path) -> None:
    path = tmp_path / "ä file.bin"
    path.write_bytes(DATA)
    async with opened(path.as_uri()) as channel:
        facts, outcome = await take(channel)
        assert bytes(outcome.data) == DATA
        assert (facts.size_bytes, facts.file_name, facts.status) == (len(DATA), "ä file.bin", 200)
        span = Span(1_500_000, 2_900_000)
        facts, outcome = await take(channel, span, size_bytes=len(DATA))
        assert bytes(outcome.data[span.start :]) == DATA[span.start : span.end]
        assert facts.status == 206
        _, outcome = await take(channel, stop_at=1_200_000)
        assert bytes(outcome.data) == DATA[:1_200_000]
        assert not outcome.reusable


async def test_a_local_file_that_shrinks_breaks_off(tmp_path: Path) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(DATA)
    async with opened(path.as_uri()) as channel:
        response = await channel.request(ChannelRequest((Span(0, len(DATA)),)))
        pieces = response.pieces()
        await anext(pieces)
        path.write_bytes(b"")
        with pytest.raises(SourceError, match="broke off"):
            async for _ in pieces:
                pass
        await response.close()


async def test_missing_files_folders_and_other_hosts(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        async with opened(path.as_uri()) as channel:
            with pytest.raises(SourceError, match="cannot be read") as caught:
                await take(channel)
            assert caught.value.retry is Retry.LATER
    with pytest.raises(UserError):
        async with opened("file://server/share/x"):
            pass


@pytest.mark.parametrize(
    ("url", "data"),
    [
        ("data:,A%20brief%20note", b"A brief note"),
        ("data:text/plain;charset=utf-8;base64,SGVsbG8=", b"Hello"),
        ("data:;BASE64,SGVs bG8", b"Hello"),
        ("data:,", b""),
    ],
)
async def test_data_addresses(url: str, data: bytes) -> None:
    async with opened(url) as channel:
        facts, outcome = await take(channel)
        assert bytes(outcome.data) == data
        assert facts.size_bytes == len(data)
        if data:
            _, outcome = await take(channel, Span(1, 3))
            assert bytes(outcome.data[1:]) == data[1:3]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("data:nothing", "no data"),
        ("data:;base64,%%%", "Base64"),
        ("magnet:?xt=urn:btih:x", "not supported, because"),
        ("https://example.invalid/live/index.m3u8?x=1", "not supported, because"),
        ("https://example.invalid/manifest.MPD", "not supported, because"),
        ("gopher://example.invalid/x", "not supported"),
        ("blob:https://example.invalid/1", "inside the web page"),
        ("no scheme at all", "not supported"),
        ("http://", "not valid: no host"),
        ("http://[::1/x", "not valid"),
        ("http://example.invalid:99999/", "not valid"),
    ],
)
async def test_addresses_that_cannot_be_served_say_why(url: str, words: str) -> None:
    connectors = Connectors()
    with pytest.raises(UserError, match=words):
        await connectors.open(SourceSpec(url), SETTINGS)
    await connectors.close()
