"""When bytes are noted and when they are synced: what came fast is not worth a CRC, what came slowly is."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.storehouse import Storehouse, fill, sample_bytes
from tests.fakes.waiting import until

from headwater.content import checkpoints
from headwater.content.checkpoints import StoragePace
from headwater.content.sparse_file import SparseFile
from headwater.model.spans import Span

SIZE = 300_000
DATA = sample_bytes(SIZE)
#: Notes come by themselves; syncs only where much is to be noted.
PACE = StoragePace(flush_after_s=0.0, note_after_s=0.0, checkpoint_after_s=None, checkpoint_bytes=2**62)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[Span]:
    """Bytes whose CRC was taken."""
    spans: list[Span] = []
    take_crc = SparseFile.crc32

    def crc32(file: SparseFile, start: int, end: int) -> int:
        spans.append(Span(start, end))
        return take_crc(file, start, end)

    monkeypatch.setattr(SparseFile, "crc32", crc32)
    return spans


@pytest.mark.parametrize(("rather_bytes", "is_synced"), [(SIZE, True), (SIZE + 1, False)])
async def test_much_is_synced_when_it_is_due_to_be_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: list[Span], rather_bytes: int, is_synced: bool
) -> None:
    monkeypatch.setattr(checkpoints, "SYNC_RATHER_BYTES", rather_bytes)
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pace=PACE)
        await fill(dispatcher, DATA, step=SIZE)
        await until(lambda: dispatcher.durable.total_bytes == SIZE if is_synced else bool(taken))
        assert dispatcher.durable.total_bytes == (SIZE if is_synced else 0)
        assert bool(taken) is not is_synced


async def test_what_is_written_during_a_sync_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoints, "SYNC_RATHER_BYTES", 1)
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pace=PACE)
        async with dispatcher._checkpoints._lock:  # as a sync that takes its time holds it
            await fill(dispatcher, DATA, step=SIZE)
            await until(lambda: not dispatcher._checkpoints._unnoted)
        assert not dispatcher.durable


async def test_what_waits_for_a_short_sync_needs_no_crc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: list[Span]
) -> None:
    monkeypatch.setattr(checkpoints, "SYNC_RATHER_BYTES", 1)
    by_hand = replace(PACE, note_after_s=3600.0)
    async with Storehouse(tmp_path) as house:
        dispatcher = await house.open(SIZE, pace=by_hand)
        its = dispatcher._checkpoints
        async with its._lock:
            await fill(dispatcher, DATA, step=SIZE)
            await until(lambda: bool(its._unnoted))
            its._start_note()
            assert its._note_timer is not None, "it looks again"
        its._start_note()
        await until(lambda: dispatcher.durable.total_bytes == SIZE)
        assert not taken
