"""Who was given bytes that prove wrong is told which, once, and reads the right ones after; nobody else hears of it."""

import asyncio
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fakes.storehouse import Storehouse, fill, sample_bytes

from headwater.content.deliveries import Deliveries
from headwater.content.facts import SpoilerNamed
from headwater.content.part_store import PartStore
from headwater.model.job import Checksum, PieceHashes
from headwater.model.source import SourceId
from headwater.model.spans import Span

PIECE = 64 * 1024
DATA = sample_bytes(4 * PIECE + 777)
SIZE = len(DATA)
PIECES = PieceHashes(
    "sha-256", PIECE, b"".join(hashlib.sha256(DATA[at : at + PIECE]).digest() for at in range(0, SIZE, PIECE))
)
WHOLE = Checksum("sha-256", hashlib.sha256(DATA).hexdigest())


def spoiled(*positions: int) -> bytes:
    data = bytearray(DATA)
    for position in positions:
        data[position] ^= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        (lambda book: book.revoke([Span(0, 100)]), ()),
        (
            lambda book: (book.give(Span(10, 20)), book.revoke([Span(0, 15), Span(18, 99)])),
            (Span(10, 15), Span(18, 20)),
        ),
        (lambda book: (book.give(Span(10, 20)), book.revoke([Span(0, 5)])), ()),
        (lambda book: (book.give(Span(0, 9)), book.revoke([Span(0, 9)]), book.revoke([Span(0, 9)])), (Span(0, 9),)),
        (lambda book: (book.give(Span(0, 9)), book.doubt([Span(0, 9)])), ()),
        (lambda book: (book.give(Span(0, 9)), book.doubt([Span(3, 6)]), book.differ([Span(0, 5)])), (Span(3, 5),)),
        (lambda book: (book.give(Span(0, 9)), book.differ([Span(0, 9)])), ()),
        (lambda book: (book.give(Span(0, 9)), book.doubt([Span(0, 9)]), book.revoke([Span(2, 4)])), (Span(2, 4),)),
        # Read again while it was doubted: the reader has the new copy.
        (
            lambda book: (
                book.give(Span(0, 9)),
                book.doubt([Span(0, 9)]),
                book.give(Span(0, 9)),
                book.differ([Span(0, 9)]),
            ),
            (),
        ),
    ],
)
async def test_only_what_was_given_and_is_wrong_is_told(
    steps: Callable[[Deliveries], object], told: tuple[Span, ...]
) -> None:
    book = Deliveries()
    steps(book)
    news = asyncio.create_task(book.until_revoked())
    await asyncio.sleep(0)
    assert news.done() == bool(told)
    assert book.take_revoked() == told
    assert book.take_revoked() == (), "once"
    news.cancel()


async def test_at_once_means_wrong_bytes_that_are_taken_back_and_right_ones_after(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=PIECES)
        hasty, elsewhere, strict = (dispatcher.open_stream(strict=is_strict) for is_strict in (False, False, True))
        waiting = asyncio.create_task(strict.read_at(PIECE, 10))
        wrong = spoiled(PIECE + 5)
        await fill(dispatcher, wrong[: 2 * PIECE - 1])
        assert await hasty.read_at(PIECE, 10) == wrong[PIECE : PIECE + 10] != DATA[PIECE : PIECE + 10]
        assert await elsewhere.read_at(0, PIECE) == DATA[:PIECE]
        assert hasty.take_revoked() == ()
        await fill(dispatcher, wrong[2 * PIECE - 1 : 2 * PIECE], 2 * PIECE - 1)
        await dispatcher._ending.quiet()  # its block is judged
        await hasty.until_revoked()
        assert hasty.take_revoked() == (Span(PIECE, PIECE + 10),), "what it was given of the block, and no more"
        assert elsewhere.take_revoked() == ()
        again = asyncio.create_task(hasty.read_at(PIECE, 10))
        await dispatcher._ending.quiet()
        assert not again.done()
        assert not waiting.done(), "the strict one never sees a wrong byte"
        await fill(dispatcher, DATA[PIECE : 2 * PIECE], PIECE, supplier=2)
        await dispatcher._ending.quiet()
        assert await again == await waiting == DATA[PIECE : PIECE + 10]
        assert hasty.take_revoked() == strict.take_revoked() == ()


async def test_what_is_being_read_while_it_is_given_up_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=PIECES)
        wrong = spoiled(5)
        await fill(dispatcher, wrong[: PIECE - 1])
        stream = dispatcher.open_stream()
        real, began, may_end = PartStore.read, asyncio.Event(), asyncio.Event()

        async def slow(store: PartStore, offset: int, size: int) -> bytes:
            data = await real(store, offset, size)
            began.set()
            await may_end.wait()
            return data

        monkeypatch.setattr(PartStore, "read", slow)
        reading = asyncio.create_task(stream.read_at(0, 10))
        await began.wait()
        await fill(dispatcher, wrong[PIECE - 1 : PIECE], PIECE - 1)
        await dispatcher._ending.quiet()
        may_end.set()
        await fill(dispatcher, DATA[:PIECE], supplier=2)
        assert await reading == DATA[:10]
        assert stream.take_revoked() == ()


@pytest.mark.parametrize("differs", [True, False], ids=["read before", "of others only"])
async def test_with_a_hash_of_the_whole_file_only_what_differs_is_taken_back(tmp_path: Path, differs: bool) -> None:
    wrong = spoiled(2 * PIECE + 5)
    place = 2 * PIECE if differs else 0
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, checksums=[WHOLE])
        await fill(dispatcher, wrong)
        stream = dispatcher.open_stream()
        assert await stream.read_at(place, PIECE) == wrong[place : place + PIECE]
        await dispatcher.verify()  # every byte is doubted, since one supplier brought them all
        await dispatcher._ending.quiet()
        assert stream.take_revoked() == (), "nobody knows yet what is wrong"
        await fill(dispatcher, DATA, supplier=2)
        await dispatcher.verify()
        await dispatcher._ending.quiet()
        assert stream.take_revoked() == ((Span(place, place + 16 * 1024),) if differs else ())
        assert house.told(SpoilerNamed)[0].source_id == SourceId(1)


async def test_a_reader_with_several_streams_has_one_book(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pieces=PIECES)
        first = dispatcher.open_stream()
        second = dispatcher.open_stream(deliveries=first.deliveries)
        await fill(dispatcher, spoiled(5)[: PIECE - 1])
        await second.read_at(3, 10)
        second.abort()
        await fill(dispatcher, DATA[PIECE - 1 : PIECE], PIECE - 1)
        await dispatcher._ending.quiet()
        assert first.take_revoked() == (Span(3, 13),)
