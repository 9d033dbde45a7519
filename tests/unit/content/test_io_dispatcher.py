"""The dispatcher on a real disk: bytes in any order become the file, nothing is claimed early or lost easily."""

import asyncio
import errno
import hashlib
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.storehouse import Storehouse, fill, sample_bytes, turns
from tests.fakes.waiting import until

from headwater.content.checkpoints import StoragePace
from headwater.content.facts import StorageFailed
from headwater.content.io_dispatcher import IoDispatcher
from headwater.content.verdict import Finding
from headwater.model.errors import IntegrityError, LocalError
from headwater.model.job import Checksum
from headwater.model.ports import OutputStream, Sink
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

DATA = sample_bytes(700_001)
SIZE = len(DATA)


def sha256(data: bytes, origin: str = "you") -> Checksum:
    return Checksum("sha-256", hashlib.sha256(data).hexdigest(), origin)


async def test_bytes_of_several_suppliers_in_any_order_become_the_file(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, checksums=[sha256(DATA)])
        await fill(dispatcher, DATA[500_000:], 500_000, supplier=2)
        await fill(dispatcher, DATA[:100_000], supplier=1)
        await fill(dispatcher, DATA[90_000:510_000], 90_000, supplier=3, step=33_333)
        assert dispatcher.is_complete
        assert dispatcher.duplicate_bytes == 20_000
        assert dispatcher.suppliers == {
            1: SpanSet.of((0, 100_000)),
            2: SpanSet.of((500_000, SIZE)),
            3: SpanSet.of((100_000, 500_000)),
        }
        path = await dispatcher.finish(house.target, modified_at=1_600_000_000.0)
        assert path == house.target
        assert path.read_bytes() == DATA
        assert path.stat().st_mtime == 1_600_000_000.0
        assert not house.part.exists()
        assert str(dispatcher.verdict) == "SHA-256 as you gave it: right."
        assert dispatcher.proven == SpanSet.of((0, SIZE))
        assert dispatcher.durable == SpanSet.of((0, SIZE))
        assert await dispatcher.finish(house.target) == path
        assert house.disk.budget.held_bytes == 0


async def test_the_first_bytes_win_over_later_ones(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(10)
        await dispatcher.accept(SourceId(1), 2, b"2345")
        await dispatcher.accept(SourceId(2), 0, b"XXXXXXXXXX")
        await dispatcher.finish(house.target)
        assert house.target.read_bytes() == b"XX2345XXXX"
        assert dispatcher.verdict is not None
        assert dispatcher.verdict.finding is Finding.UNPROVEN


async def test_a_file_without_bytes(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(None, checksums=[sha256(b"")])
        with pytest.raises(IntegrityError, match="still missing"):
            await dispatcher.finish(house.target)
        dispatcher.learn_size(0)
        assert dispatcher.is_complete
        assert (await dispatcher.finish(house.target)).read_bytes() == b""
        assert str(dispatcher.verdict) == "SHA-256 as you gave it: right."


async def test_the_size_may_come_last(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(None)
        await fill(dispatcher, DATA)
        assert not dispatcher.is_complete
        with pytest.raises(IntegrityError, match="are here of a file that is said to have 10"):
            dispatcher.learn_size(10)
        dispatcher.learn_size(SIZE)
        dispatcher.learn_size(SIZE)
        with pytest.raises(IntegrityError, match="were announced"):
            dispatcher.learn_size(SIZE + 1)
        with pytest.raises(IntegrityError, match="came for a file of"):
            await dispatcher.accept(SourceId(1), SIZE - 1, b"ab")
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA


async def test_a_wrong_checksum_gives_no_file_its_name(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, checksums=[sha256(b"other", "Metalink")])
        await fill(dispatcher, DATA)
        with pytest.raises(IntegrityError, match="SHA-256 from Metalink is wrong"):
            await dispatcher.finish(house.target)
        assert not house.target.exists()
        assert house.part.exists()


async def test_names_that_are_taken_are_numbered(tmp_path: Path) -> None:
    house = Storehouse(tmp_path)
    async with house:
        (tmp_path / "a.tar.gz").write_bytes(b"mine")
        dispatcher = await house.open(3)
        await dispatcher.accept(SourceId(1), 0, b"new")
        assert await dispatcher.finish(tmp_path / "a.tar.gz") == tmp_path / "a (1).tar.gz"
        assert (tmp_path / "a.tar.gz").read_bytes() == b"mine"


async def test_overwriting_is_done_when_asked_for(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        house.target.write_bytes(b"old")
        dispatcher = await house.open(3)
        await dispatcher.accept(SourceId(1), 0, b"new")
        assert await dispatcher.finish(house.target, overwrite=True) == house.target
        assert house.target.read_bytes() == b"new"


async def test_a_restart_keeps_what_was_durable_and_fetches_the_rest(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:300_000], supplier=1)
        await dispatcher.checkpoint()
        assert dispatcher.durable == SpanSet.of((0, 300_000))
        await fill(dispatcher, DATA[300_000:400_000], 300_000, supplier=2)
        crashed = house.crash_into(tmp_path / "crash")
    crashed.part.write_bytes(crashed.part.read_bytes())
    async with crashed:
        dispatcher = await crashed.open(None)
        assert dispatcher.size_bytes == SIZE
        assert dispatcher.received == dispatcher.durable == SpanSet.of((0, 300_000))
        assert dispatcher.suppliers == {1: SpanSet.of((0, 300_000))}
        await fill(dispatcher, DATA[300_000:], 300_000, supplier=3)
        assert (await dispatcher.finish(crashed.target)).read_bytes() == DATA


async def test_closing_makes_everything_durable(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:123_456])
        await dispatcher.close()
        dispatcher = await house.open(SIZE)
        assert dispatcher.durable == SpanSet.of((0, 123_456))


async def test_extents_noted_since_the_checkpoint_are_kept_when_their_crc_is_right(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:200_000], supplier=1)
        await dispatcher.checkpoint()
        await fill(dispatcher, DATA[200_000:300_000], 200_000, supplier=1)
        await fill(dispatcher, DATA[400_000:500_000], 400_000, supplier=2)
        await dispatcher._store.flush()
        await dispatcher._checkpoints.note()
        crashed = house.crash_into(tmp_path / "crash")
    with crashed.part.open("r+b") as torn:
        torn.seek(450_000)
        torn.write(bytes(10))
    async with crashed:
        dispatcher = await crashed.open(SIZE)
        assert dispatcher.received == SpanSet.of((0, 300_000)), "the torn extent is not believed"
        assert dispatcher.durable == SpanSet.of((0, 200_000)), "what was only noted is not yet durable"
        assert dispatcher.suppliers[SourceId(1)] == SpanSet.of((0, 300_000))
        await dispatcher.checkpoint()
        assert dispatcher.durable == SpanSet.of((0, 300_000))
        await fill(dispatcher, DATA, supplier=3)
        assert (await dispatcher.finish(crashed.target)).read_bytes() == DATA


async def test_a_part_file_cut_short_loses_what_was_cut(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:300_000])
        await dispatcher.close()
        os.truncate(house.part, 100_000)
        dispatcher = await house.open(SIZE)
        assert dispatcher.received == dispatcher.durable == SpanSet.of((0, 100_000))
        await dispatcher.close()
        house.part.unlink()
        dispatcher = await house.open(SIZE)
        assert not dispatcher.received


async def test_claims_on_a_lost_part_file_never_come_back(tmp_path: Path) -> None:
    """The file was removed; later bytes make it as long as before. A crash must not revive the old claims on holes."""
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:300_000])
        await dispatcher.close()
        house.part.unlink()
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[600_000:], 600_000)
        await dispatcher._store.flush()
        entry = await house.journal.load(dispatcher.job_id)
        assert entry is not None
        assert entry.stored.durable == ()


async def test_suppliers_stay_disjoint_over_restarts(tmp_path: Path) -> None:
    """Source 1's bytes were noted as its own and lost in a crash; source 2 brought them after."""
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:100_000], supplier=1)
        await dispatcher._store.flush()
        dispatcher._ledger.take(SourceId(1), Span(100_000, 200_000))  # in memory only when the checkpoint is made
        await dispatcher._checkpoints.run()
        dispatcher._ledger.lose(Span(100_000, 200_000))
        dispatcher._ledger.changed_suppliers.clear()
        await dispatcher.close()
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[100_000:200_000], 100_000, supplier=2)
        await dispatcher.close()
        dispatcher = await house.open(SIZE)
        assert dispatcher.suppliers == {1: SpanSet.of((0, 100_000)), 2: SpanSet.of((100_000, 200_000))}


async def test_old_notes_go_with_the_first_checkpoint_after_a_restart(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        for at in range(0, 300_000, 100_000):
            await fill(dispatcher, DATA[at : at + 100_000], at)
            await dispatcher.checkpoint()
        await fill(dispatcher, DATA[300_000:400_000], 300_000)
        await dispatcher._store.flush()
        await dispatcher._checkpoints.note()
        dispatcher._store.file.close()  # as if killed: nothing more becomes of this one
        again = await house.open(SIZE)
        assert again.received == SpanSet.of((0, 400_000))
        await again.checkpoint()
        entry = await house.journal.load(again.job_id)
        assert entry is not None
        assert entry.recent == ()
        house._dispatchers.remove(dispatcher)


async def test_a_full_journal_pauses_and_loses_nothing(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pace=StoragePace(0.0, None, 0.0))
        connection = house.journal._connection
        assert connection is not None
        full = "PRAGMA max_page_count = 1"
        await asyncio.wrap_future(house.journal._executor.submit(connection.execute, full))
        entry = SpanSet(Span(at, at + 1) for at in range(0, SIZE, 2))  # many holes need many pages
        for span in entry:
            dispatcher._ledger.restore(SourceId(1), span, durable=False)
        await fill(dispatcher, DATA[:1])
        await fill(dispatcher, DATA[1:2], 1)
        await until(lambda: bool(house.told(StorageFailed)))
        assert "journal" in str(house.told(StorageFailed)[0].error)
        assert "full" in str(house.told(StorageFailed)[0].error)
        assert not dispatcher.durable
        assert dispatcher.received.covers(Span(0, 2))


def test_the_dispatcher_is_what_the_ports_ask_for() -> None:
    """Checked by mypy: a change of either side fails the gate."""

    def takes(sink: Sink, stream: OutputStream) -> None: ...

    def gives(dispatcher: IoDispatcher) -> None:
        takes(dispatcher, dispatcher.open_stream())

    assert callable(gives)


async def test_a_part_file_of_somebody_else_is_kept(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        house.part.write_bytes(b"another program's")
        dispatcher = await house.open(3)
        assert not dispatcher.received
        assert (tmp_path / "sample.bin (1).part").read_bytes() == b"another program's"


async def test_another_size_is_another_file(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        await (await house.open(SIZE)).close()
        with pytest.raises(IntegrityError, match="belongs to a file of 700001 bytes"):
            await house.open(SIZE + 1)


async def test_a_part_file_is_found_under_its_old_name(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:1000])
        await dispatcher.close()
        house.part = tmp_path / "renamed.part"
        dispatcher = await house.open(SIZE)
        assert dispatcher.received == SpanSet.of((0, 1000))
        assert not (tmp_path / "sample.bin.part").exists()


@pytest.mark.parametrize("crash_after", ["intend", "link", "rename"])
async def test_a_crash_around_the_rename_neither_loses_nor_doubles_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, crash_after: str
) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA)
        if crash_after == "intend":
            with monkeypatch.context() as patch:

                def fault(*args: Any) -> None:
                    raise OSError(errno.EIO, "fault")

                patch.setattr(os, "link", fault)
                with pytest.raises(LocalError, match="reports a fault"):
                    await dispatcher.finish(house.target)
            await dispatcher.close()
            again = await house.open(None)
            assert again.finished_path is None
            assert again.is_complete
            assert (await again.finish(house.target)).read_bytes() == DATA
            return
        await dispatcher.finish(house.target)
        await dispatcher.close()
        if crash_after == "link":
            os.link(house.target, house.part)
        again = await house.open(None)
        assert again.finished_path == house.target
        assert again.is_complete
        assert not house.part.exists()
        assert await again.finish(house.target) == house.target
        stream = again.open_stream()
        assert await stream.read_at(SIZE - 5, 100) == DATA[-5:]
        await again.accept(SourceId(1), 0, b"late")
        assert again.duplicate_bytes == 4
        assert house.target.read_bytes() == DATA
        await again.close()
        with pytest.raises(LocalError, match="takes no more"):
            await again.accept(SourceId(1), 0, b"x")


async def test_a_full_disk_is_told_once_and_costs_only_what_was_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:100_000])
        await dispatcher.checkpoint()
        real = os.pwritev

        def full(*args: Any) -> int:
            raise OSError(errno.ENOSPC, "no space")

        monkeypatch.setattr(os, "pwritev", full)
        await fill(dispatcher, DATA[100_000:300_000], 100_000)
        assert dispatcher.received == SpanSet.of((0, 300_000))
        with pytest.raises(LocalError, match="is full"):
            await dispatcher.checkpoint()
        assert [type(fact) for fact in house.facts] == [StorageFailed]
        assert dispatcher.received == dispatcher.durable == SpanSet.of((0, 100_000))
        assert house.disk.budget.held_bytes == 0
        with pytest.raises(LocalError, match="is full"):
            await dispatcher.accept(SourceId(1), 100_000, b"more")
        monkeypatch.setattr(os, "pwritev", real)
        await dispatcher.recover()
        await fill(dispatcher, DATA[100_000:], 100_000)
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA


async def test_bytes_written_before_the_disk_was_full_become_durable_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:100_000])
        await dispatcher._store.flush()
        with monkeypatch.context() as patch:

            def full(*args: Any) -> int:
                raise OSError(errno.ENOSPC, "no space")

            patch.setattr(os, "pwritev", full)
            await fill(dispatcher, DATA[100_000:200_000], 100_000)
            await dispatcher.close()
        dispatcher = await house.open(SIZE)
        assert dispatcher.durable == SpanSet.of((0, 100_000))


async def test_a_failed_sync_unclaims_what_it_should_have_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, checksums=[sha256(DATA)])
        await fill(dispatcher, DATA[:100_000])
        await dispatcher.checkpoint()
        await fill(dispatcher, DATA[100_000:200_000], 100_000)
        with monkeypatch.context() as patch:

            def fault(descriptor: int) -> None:
                raise OSError(errno.EIO, "fault")

            patch.setattr(os, "fdatasync", fault)
            with pytest.raises(LocalError, match="reports a fault"):
                await dispatcher.checkpoint()
        assert dispatcher.received == dispatcher.durable == SpanSet.of((0, 100_000))
        await dispatcher.recover()
        await fill(dispatcher, DATA[100_000:], 100_000)
        assert (await dispatcher.finish(house.target)).read_bytes() == DATA
        assert str(dispatcher.verdict) == "SHA-256 as you gave it: right."


async def test_nothing_is_claimed_durable_before_the_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE)
        await fill(dispatcher, DATA[:100_000])
        gate, reached = threading.Event(), threading.Event()
        real = os.fdatasync

        def slow(descriptor: int) -> None:
            reached.set()
            gate.wait()
            real(descriptor)

        monkeypatch.setattr(os, "fdatasync", slow)
        task = asyncio.create_task(dispatcher.checkpoint())
        await asyncio.to_thread(reached.wait)
        await fill(dispatcher, DATA[100_000:150_000], 100_000)
        await dispatcher._store.flush()
        entry = await house.journal.load(dispatcher.job_id)
        assert entry is not None
        assert not entry.stored.durable
        assert not dispatcher.durable
        gate.set()
        await task
        assert dispatcher.durable == SpanSet.of((0, 100_000)), "what was written during the sync was not synced by it"
        entry = await house.journal.load(dispatcher.job_id)
        assert entry is not None
        assert entry.stored.durable == (Span(0, 100_000),)


async def test_memory_is_bounded_when_the_disk_stands_still(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight channels bring 8 MiB each to a disk that does not move: all stop at the bound."""
    bound, piece = 4 * 1024**2, 64 * 1024
    gate = threading.Event()
    real = os.pwritev

    def gated(descriptor: int, buffers: Any, offset: int) -> int:
        gate.wait()
        return real(descriptor, buffers, offset)

    monkeypatch.setattr(os, "pwritev", gated)
    data = sample_bytes(8 * 1024**2)
    async with Storehouse(tmp_path, queue_bytes=bound) as house:
        dispatcher = await house.open(8 * len(data), checksums=[sha256(data * 8)])
        channels = [
            asyncio.create_task(fill(dispatcher, data, i * len(data), supplier=i, step=piece)) for i in range(8)
        ]
        await turns(2000)
        assert bound <= house.disk.budget.held_bytes <= bound + 8 * piece
        assert not any(channel.done() for channel in channels)
        gate.set()
        await asyncio.gather(*channels)
        await dispatcher.finish(house.target)
        assert house.disk.budget.peak_bytes <= bound + 8 * piece
        assert str(dispatcher.verdict) == "SHA-256 as you gave it: right."


async def test_a_slow_hash_holds_the_network_back_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bound = 1024**2
    async with Storehouse(tmp_path, queue_bytes=bound) as house:
        data = sample_bytes(4 * bound)
        dispatcher = await house.open(len(data), checksums=[sha256(data)])
        engine, gate = dispatcher._assurance._engine, threading.Event()
        real = engine.take

        def gated(runs: Any) -> Any:
            gate.wait()
            return real(runs)

        monkeypatch.setattr(engine, "take", gated)
        channel = asyncio.create_task(fill(dispatcher, data))
        await until(lambda: not house.disk.budget.has_room)
        await turns(500)
        assert not channel.done()
        gate.set()
        await channel
        await dispatcher.finish(house.target)
        assert house.disk.budget.peak_bytes <= bound + 50_000


async def test_bytes_become_durable_by_themselves(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        pace = StoragePace(flush_after_s=0.0, note_after_s=0.0, checkpoint_after_s=0.0)
        dispatcher = await house.open(SIZE, pace=pace)
        await fill(dispatcher, DATA[:100_000])
        await until(lambda: dispatcher.durable.covers(Span(0, 100_000)))
        by_size = StoragePace(None, None, None, checkpoint_bytes=50_000)
        await dispatcher.close()
        dispatcher = await house.open(SIZE, pace=by_size)
        await fill(dispatcher, DATA[100_000:200_000], 100_000)
        dispatcher._store.write_all()
        await until(lambda: dispatcher.durable.covers(Span(100_000, 200_000)))


async def test_too_little_room_is_told_before_the_first_byte(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        with pytest.raises(LocalError, match=r"needs .* but the disk of .* has .* free"):
            await house.open(2**60)
        dispatcher = await house.open(None)
        dispatcher.learn_size(2**60)
        await dispatcher._ending.quiet()
        (failed,) = house.told(StorageFailed)
        assert "free" in str(failed.error)
        with pytest.raises(LocalError, match="free"):
            await dispatcher.recover()


async def test_two_dispatchers_never_share_a_part_file(tmp_path: Path) -> None:
    async with Storehouse(tmp_path) as house:
        await house.open(SIZE)
        with pytest.raises(LocalError, match="is being written by another program"):
            await house.open(SIZE)
