"""Readers of a file that is still coming: they wait for their bytes, say what they want, and can always be woken."""

import asyncio
import hashlib
import io
import os
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from tests.fakes.storehouse import Storehouse, fill, sample_bytes, turns
from tests.fakes.waiting import PATIENCE_S, until

from headwater.content.facts import WishesMoved
from headwater.content.io_dispatcher import IoDispatcher
from headwater.content.output_stream import DEFAULT_WINDOW_BYTES, StreamAbortedError
from headwater.model.errors import HeadwaterError, LocalError, UserError
from headwater.model.job import Checksum, PieceHashes
from headwater.model.priority import Urgency, Wish
from headwater.model.source import SourceId

DATA = sample_bytes(300_000)
SIZE = len(DATA)
R = TypeVar("R")


def last_wishes(house: Storehouse) -> tuple[Wish, ...]:
    return house.told(WishesMoved)[-1].wishes


async def in_thread(step: Callable[[], R]) -> R:
    """Run in a thread that ends with the step, unlike those of the loop's executor."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[R] = loop.create_future()

    def work() -> None:
        try:
            result = step()
        except Exception as error:  # noqa: BLE001  # handed to the test
            loop.call_soon_threadsafe(future.set_exception, error)
        else:
            loop.call_soon_threadsafe(future.set_result, result)

    threading.Thread(target=work).start()
    return await future


async def test_a_read_waits_for_its_bytes_and_is_served_from_memory(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        stream = dispatcher.open_stream()
        read = asyncio.create_task(stream.read_at(1000, 50))
        await turns()
        assert last_wishes(house) == (Wish(stream.reader_id, 1000, 64 * 1024, Urgency.BLOCKED),)
        await fill(dispatcher, DATA[:1000])
        await turns()
        assert not read.done()
        await fill(dispatcher, DATA[1000:1030], 1000)
        assert await read == DATA[1000:1030], "what is there is given at once, not held back for the rest"
        assert house.part.stat().st_size == 0, "nothing had to be written for that"
        await dispatcher.checkpoint()
        assert await stream.read_at(990, 100) == DATA[990:1030]
        assert await stream.read_at(10, 0) == b""


async def test_reads_across_memory_and_file_give_the_same_bytes(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:100_000])
        await dispatcher.checkpoint()
        await fill(dispatcher, DATA[100_000:200_000], 100_000, step=999)
        stream = dispatcher.open_stream()
        got = b""
        while len(got) < 200_000:
            got += await stream.read_at(len(got), 30_001)
        assert got == DATA[:200_000]


async def test_the_end_of_the_file(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(None)
        stream = dispatcher.open_stream()
        behind = asyncio.create_task(stream.read_at(SIZE, 1))
        size = asyncio.create_task(stream.size())
        await fill(dispatcher, DATA)
        await turns()
        assert not behind.done()
        assert stream.size_bytes is None
        dispatcher.learn_size(SIZE)
        assert await behind == b""
        assert await size == SIZE
        assert await stream.read_at(SIZE - 3, 100) == DATA[-3:]
        with pytest.raises(ValueError, match="negative"):
            await stream.read_at(-1, 5)


async def test_wishes_follow_the_readers_and_are_joined(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:200_000])
        first, second = dispatcher.open_stream(), dispatcher.open_stream()
        first.wish(0, 4096)
        first.wish(50_000, 8192)
        second.wish(100_000, 1)
        await turns()
        assert house.told(WishesMoved) == [
            WishesMoved(
                (
                    Wish(first.reader_id, 50_000, 8192, Urgency.PLAYING),
                    Wish(second.reader_id, 100_000, 1, Urgency.PLAYING),
                )
            )
        ], "several changes in one turn are one report"
        for at in range(50_000, 60_000, 1000):
            await first.read_at(at, 1000)
        assert len(house.told(WishesMoved)) == 1, "moving on is joined for a while"
        await until(lambda: last_wishes(house)[0].position == 60_000)
        first.abort()
        second.wish(0, 0)
        await turns()
        assert last_wishes(house) == ()


async def test_a_reader_that_stands_still_is_told_of_at_once_and_plays_on_after(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        stream = dispatcher.open_stream()
        read = asyncio.create_task(stream.read_at(5, 100_000))
        await turns()
        assert last_wishes(house)[0] == Wish(stream.reader_id, 5, 100_000, Urgency.BLOCKED)
        await fill(dispatcher, DATA[:200_000], step=200_000)
        await read
        await until(lambda: last_wishes(house)[0].urgency is Urgency.PLAYING)
        assert last_wishes(house)[0] == Wish(stream.reader_id, 100_005, DEFAULT_WINDOW_BYTES, Urgency.PLAYING)


async def test_a_strict_reader_gets_proven_bytes_only(tmp_path: Path) -> None:
    pieces = PieceHashes(
        "sha-256", 100_000, b"".join(hashlib.sha256(DATA[at : at + 100_000]).digest() for at in range(0, SIZE, 100_000))
    )
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=pieces)
        strict, easy = dispatcher.open_stream(strict=True), dispatcher.open_stream()
        read = asyncio.create_task(strict.read_at(0, 10))
        await fill(dispatcher, DATA[:90_000])
        assert await easy.read_at(0, 10) == DATA[:10]
        await dispatcher._ending.quiet()
        assert not read.done()
        await fill(dispatcher, b"X" * 10_000, 90_000)
        await dispatcher._ending.quiet()
        assert not read.done(), "the block is wrong"
        await fill(dispatcher, DATA[:100_000])
        await dispatcher._ending.quiet()
        assert await read == DATA[:10]
        assert await strict.read_at(99_000, 5000) == DATA[99_000:100_000]


async def test_a_blocked_strict_reader_wishes_for_all_that_a_proof_needs(tmp_path: Path) -> None:
    """Its own bytes are here already; without the rest of their block it would wait for the whole file."""
    pieces = PieceHashes(
        "sha-256", 100_000, b"".join(hashlib.sha256(DATA[at : at + 100_000]).digest() for at in range(0, SIZE, 100_000))
    )
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=pieces)
        strict = dispatcher.open_stream(strict=True)
        await fill(dispatcher, DATA[120_000:130_000], 120_000)
        read = asyncio.create_task(strict.read_at(120_000, 10))
        await turns()
        assert last_wishes(house) == (Wish(strict.reader_id, 100_000, 100_000, Urgency.BLOCKED),)
        await fill(dispatcher, DATA[100_000:200_000], 100_000)
        await dispatcher._ending.quiet()
        assert await read == DATA[120_000:120_010]


async def test_with_a_hash_of_the_whole_file_a_strict_reader_waits_for_all_of_it(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, checksums=[Checksum("sha-256", hashlib.sha256(DATA).hexdigest())])
        read = asyncio.create_task(dispatcher.open_stream(strict=True).read_at(0, 10))
        await fill(dispatcher, DATA)
        await dispatcher._ending.quiet()
        assert not read.done()
        await dispatcher.finish(house.target)
        assert await read == DATA[:10]


async def test_abort_wakes_every_read_of_its_stream_and_no_other(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(None)
        stream, other = dispatcher.open_stream(), dispatcher.open_stream()
        waiting = [asyncio.create_task(stream.read_at(at, 1)) for at in (0, 10, 20)]
        size = asyncio.create_task(stream.size())
        others = asyncio.create_task(other.read_at(0, 1))
        await turns()
        stream.abort()
        stream.abort()
        for task in (*waiting, size):
            with pytest.raises(StreamAbortedError):
                await task
        with pytest.raises(StreamAbortedError):
            await stream.read_at(0, 1)
        await fill(dispatcher, b"x")
        assert await others == b"x"


async def test_a_failed_job_fails_its_readers_until_it_is_resumed(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        stream = dispatcher.open_stream()
        read = asyncio.create_task(stream.read_at(0, 1))
        await turns()
        dispatcher.fail_readers(LocalError("the disk of it is full"))
        with pytest.raises(LocalError, match="is full"):
            await read
        dispatcher.fail_readers(None)
        await fill(dispatcher, DATA[:1])
        assert await stream.read_at(0, 1) == DATA[:1]
        read = asyncio.create_task(stream.read_at(1, 1))
        await turns()
        await dispatcher.close()
        with pytest.raises(HeadwaterError, match="was closed"):
            await read


async def test_reading_goes_on_while_and_after_the_file_gets_its_name(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA)
        stream = dispatcher.open_stream()
        await dispatcher.finish(house.target)
        assert await stream.read_at(123, 456) == DATA[123:579]


async def test_the_blocking_face_reads_like_a_file(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        file = dispatcher.open_stream().blocking()
        read = asyncio.create_task(in_thread(lambda: file.read(1000)))
        await fill(dispatcher, DATA[:500])
        await turns(50)
        assert not read.done(), "a short read would be taken for the end of the file"
        await fill(dispatcher, DATA[500:], 500)
        assert await read == DATA[:1000]
        assert file.tell() == 1000

        def around() -> tuple[bytes, bytes, bytes, int]:
            file.seek(-5, os.SEEK_END)
            tail = file.read(100)
            file.seek(10)
            file.seek(10, os.SEEK_CUR)
            return tail, file.read(5), file.read_some(7), file.seek(SIZE + 10)

        assert await in_thread(around) == (DATA[-5:], DATA[20:25], DATA[25:32], SIZE + 10)
        assert await in_thread(lambda: file.read(1)) == b""
        with pytest.raises(ValueError, match="before the file"):
            file.seek(-1)
        with pytest.raises(ValueError, match="whence"):
            file.seek(0, 9)
        with pytest.raises(UserError, match="own thread"):
            file.read(1)
        assert file.readable()
        assert file.seekable()
        assert not file.writable()
        assert file.size_bytes == SIZE
        buffered = io.BufferedReader(file, 4096)
        buffered_line = await in_thread(lambda: (buffered.seek(0), buffered.read(10))[1])
        assert buffered_line == DATA[:10]
        await in_thread(buffered.close)


async def test_the_blocking_face_waits_for_the_size(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(None)
        file = dispatcher.open_stream().blocking()
        seek = asyncio.create_task(in_thread(lambda: file.seek(-1, os.SEEK_END)))
        await turns(20)
        assert not seek.done()
        dispatcher.learn_size(10)
        assert await seek == 9
        file.close()


async def test_zipfile_lists_and_reads_one_member_before_the_rest_is_there(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("first.bin", DATA)
        archive.writestr("wanted.txt", "here it is " * 1000)
    raw = packed.getvalue()
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(len(raw))
        file = dispatcher.open_stream().blocking()

        def list_and_read() -> tuple[list[str], bytes]:
            with zipfile.ZipFile(file) as archive:
                return archive.namelist(), archive.read("wanted.txt")

        reading = asyncio.create_task(in_thread(list_and_read))
        await fill(dispatcher, raw[-2000:], len(raw) - 2000)
        names, text = await reading
        assert names == ["first.bin", "wanted.txt"]
        assert text == b"here it is " * 1000


@pytest.mark.parametrize("how", ["abort", "close the file", "close the job", "fail"])
async def test_a_blocked_thread_can_always_be_woken(tmp_path: Path, how: str) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        file = dispatcher.open_stream().blocking()
        reading = asyncio.create_task(in_thread(lambda: file.read(1)))
        await until(lambda: bool(house.told(WishesMoved)))
        wake: dict[str, Callable[[], object]] = {
            "abort": file.abort,
            "close the file": file.close,
            "close the job": lambda: asyncio.ensure_future(dispatcher.close()),
            "fail": lambda: dispatcher.fail_readers(LocalError("gone")),
        }
        wake[how]()
        with pytest.raises(HeadwaterError):
            await reading
        file.close()


async def test_abort_wakes_a_thread_while_the_loop_stands_still(tmp_path: Path) -> None:
    """The window closes: its loop no longer runs, and FFmpeg's thread must end all the same."""
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        file = dispatcher.open_stream().blocking()
        ended = threading.Event()

        def read() -> None:
            with pytest.raises(HeadwaterError, match="ended the stream"):
                file.read(1)
            ended.set()

        threading.Thread(target=read).start()
        await until(lambda: bool(house.told(WishesMoved)))
        file.abort()
        assert ended.wait(PATIENCE_S), "waited for on the loop's own thread, so the loop did nothing meanwhile"
        with pytest.raises(HeadwaterError):
            await in_thread(lambda: file.read(1))


async def test_many_readers_with_places_of_their_own(tmp_path: Path) -> None:
    async def read_all(dispatcher: IoDispatcher, start: int) -> bytes:
        stream, got = dispatcher.open_stream(), b""
        while start + len(got) < SIZE:
            got += await stream.read_at(start + len(got), 7001)
        stream.abort()
        return got

    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        starts = range(0, SIZE, 30_000)
        readers = [asyncio.create_task(read_all(dispatcher, start)) for start in starts]
        for at in reversed(range(0, SIZE, 10_000)):
            await dispatcher.accept(SourceId(1), at, DATA[at : at + 10_000])
            await turns(1)
        assert await asyncio.gather(*readers) == [DATA[start:] for start in starts]
        await turns()
        assert last_wishes(house) == ()
