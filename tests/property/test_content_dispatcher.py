"""Any order, any overlap, any number of restarts: the file is right and the three facts never contradict each other."""

import asyncio
import hashlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.storehouse import Storehouse, fill, sample_bytes

from headwater.content.io_dispatcher import IoDispatcher
from headwater.content.write_buffer import WriteBuffer
from headwater.model.errors import IntegrityError
from headwater.model.job import Checksum, PieceHashes
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

SIZE = 200_000
PIECE = 1 << 14
DATA = sample_bytes(SIZE)
LIES = bytes(byte ^ 0xA5 for byte in DATA)
LIAR = 9

pieces = PieceHashes(
    "sha-256", PIECE, b"".join(hashlib.sha256(DATA[at : at + PIECE]).digest() for at in range(0, SIZE, PIECE))
)
checksum = Checksum("sha-256", hashlib.sha256(DATA).hexdigest())

pieces_of_data = st.tuples(
    st.just("accept"), st.integers(0, SIZE - 1), st.integers(1, 60_000), st.sampled_from([1, 2, 3, LIAR])
)
doings = st.tuples(
    st.sampled_from(["flush", "note", "checkpoint", "restart", "crash"]), st.just(0), st.just(0), st.just(0)
)
histories = st.lists(st.one_of(pieces_of_data, pieces_of_data, doings), max_size=25)


def require_sound(dispatcher: IoDispatcher, *, is_judged: bool) -> None:
    everything = Span(0, SIZE)
    for inner, outer in (
        (dispatcher.durable, dispatcher.received),
        (dispatcher.proven, dispatcher.received),
        (dispatcher.received, SpanSet([everything])),
    ):
        assert all(outer.covers(span) for span in inner)
    owned = [span for spans in dispatcher.suppliers.values() for span in spans]
    assert SpanSet(owned) == dispatcher.received
    assert sum(span.size for span in owned) == dispatcher.received.total_bytes
    if is_judged:
        for span in dispatcher.proven:
            assert not dispatcher.suppliers.get(SourceId(LIAR), SpanSet()).overlaps(span)


async def live(history: list[tuple[str, int, int, int]], folder: Path, *, with_pieces: bool) -> None:
    trusted = {"pieces": pieces} if with_pieces else {}
    house = await Storehouse(folder).__aenter__()
    dispatcher = await house.open(SIZE, **trusted)  # type: ignore[arg-type]  # a dict of one known key
    try:
        for step, start, size, supplier in history:
            if step == "accept":
                data = (LIES if supplier == LIAR and with_pieces else DATA)[start : start + size]
                await dispatcher.accept(SourceId(supplier), start, data)
            elif step == "flush":
                await dispatcher._store.flush()
            elif step == "note":
                await dispatcher._store.flush()
                await dispatcher._checkpoints.note()
            elif step == "checkpoint":
                await dispatcher.checkpoint()
                if not with_pieces:
                    assert dispatcher.durable == dispatcher.received
            elif step == "restart":
                await dispatcher._ending.quiet()
                before = dispatcher.received.copy()
                await dispatcher.close()
                dispatcher = await house.open(None, **trusted)  # type: ignore[arg-type]  # a dict of one known key
                assert dispatcher.received == before
            else:
                await dispatcher._ending.quiet()
                durable = dispatcher.durable.copy()
                house, dispatcher = await crash(house, trusted)
                assert all(dispatcher.received.covers(span) for span in durable)
            require_sound(dispatcher, is_judged=with_pieces)
        while not dispatcher.is_complete:
            await fill(dispatcher, DATA, supplier=4)
            await dispatcher._ending.quiet()
        dispatcher.trust([checksum])
        try:
            path = await dispatcher.finish(house.target)
        except IntegrityError:
            pytest.fail(f"not right: {dispatcher!r}")
        assert path.read_bytes() == DATA
        require_sound(dispatcher, is_judged=with_pieces)
        assert house.disk.budget.held_bytes == 0
    finally:
        await house.__aexit__(None, None, None)


async def crash(house: Storehouse, trusted: dict[str, PieceHashes]) -> tuple[Storehouse, IoDispatcher]:
    """Put everything back to what a killed process would have left at this moment, and open it again."""
    names = [path.name for path in house.folder.iterdir() if path.is_file()]
    kept = {name: (house.folder / name).read_bytes() for name in names}
    await house.__aexit__(None, None, None)
    for path in list(house.folder.iterdir()):
        path.unlink()
    for name, content in kept.items():
        (house.folder / name).write_bytes(content)
    after = await Storehouse(house.folder).__aenter__()
    return after, await after.open(SIZE, **trusted)  # type: ignore[arg-type]  # a dict of one known key


@settings(max_examples=60)
@given(histories, st.booleans())
def test_the_file_is_right_whatever_happened_on_the_way(
    history: list[tuple[str, int, int, int]], with_pieces: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(live(history, Path(folder), with_pieces=with_pieces))


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60), st.integers(1, 2)), max_size=30),
    st.integers(1, 100),
    st.integers(0, 460),
    st.integers(1, 80),
    st.data(),
)
def test_the_write_buffer_gives_back_what_was_put_in(
    puts: list[tuple[int, int, int]], run_bytes: int, offset: int, size: int, choices: st.DataObject
) -> None:
    buffer, there, handed = WriteBuffer(run_bytes), SpanSet(), []
    for start, length, supplier in puts:
        for gap in list(there.gaps(Span(start, start + length))):
            run = buffer.add(SourceId(supplier), gap.start, DATA[gap.start : gap.end])
            there.add(gap)
            if run is not None:
                assert run.size >= run_bytes
                handed.append(run)
    if choices.draw(st.booleans()):
        handed += buffer.take_all()
        assert SpanSet(run.span for run in handed) == there
    for run in handed:
        assert b"".join(run.buffers) == DATA[run.start : run.end]
        if choices.draw(st.booleans()):
            buffer.settle(run)
            there.discard(run.span)
    got = buffer.read(offset, size)
    end = min(offset + size, there.run_from(offset))
    assert got == DATA[offset:end]
    following = next((span.start for span in there if span.start >= offset), None)
    if following is not None and offset not in there:
        assert buffer.next_start(offset) == following
