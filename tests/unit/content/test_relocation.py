"""Taking a part file to another disk: all of it, or nothing."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from headwater.content import relocation
from headwater.content.disk_pool import DiskPool
from headwater.content.relocation import is_elsewhere, relocate
from headwater.content.sparse_file import SparseFile
from headwater.model.errors import LocalError

DATA = bytes(range(256)) * 4096


@pytest.fixture
def part(tmp_path: Path) -> Iterator[SparseFile]:
    file = SparseFile.open(tmp_path / "a.part")
    file.write_at(0, [DATA])
    os.utime(file.path, (1e9, 1e9))
    yield file
    file.close()


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_what_can_be_renamed_is_not_elsewhere(part: SparseFile, tmp_path: Path, other_disk: Path) -> None:
    assert not is_elsewhere(part.path, tmp_path / "new" / "folder")
    assert (tmp_path / "new" / "folder").is_dir()
    assert is_elsewhere(part.path, other_disk)
    assert list(other_disk.iterdir()) == list((tmp_path / "new" / "folder").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(part: SparseFile, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LocalError, match="file"):
        is_elsewhere(part.path, tmp_path / "file" / "folder")


async def test_the_copy_is_the_file_and_the_old_one_goes_last(
    part: SparseFile, other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relocation, "_PIECE_BYTES", 100_000)
    old, new = part.path, other_disk / "a.moved"
    new.write_bytes(b"left by a crash" * len(DATA))
    disk = DiskPool()

    async def told() -> None:
        assert await asyncio.to_thread(new.read_bytes) == DATA
        assert await asyncio.to_thread(old.exists)

    await relocate(part, new, disk, told)
    await disk.close()
    assert part.path == new
    assert not old.exists()
    assert new.stat().st_mtime == 1e9
    part.write_at(3, [b"more"])
    assert part.read_at(0, 8) == new.read_bytes()[:8] == DATA[:3] + b"more" + DATA[7:8]
    with pytest.raises(LocalError, match="another"):
        SparseFile.open(new)  # locked, as the old one was


async def test_nothing_changed_when_nobody_could_be_told(part: SparseFile, other_disk: Path) -> None:
    disk = DiskPool()

    async def told() -> None:
        raise LocalError("The list of jobs cannot be saved")

    with pytest.raises(LocalError, match="list of jobs"):
        await relocate(part, other_disk / "a.moved", disk, told)
    await disk.close()
    assert names(other_disk) == []
    assert part.read_at(0, len(DATA)) == part.path.read_bytes() == DATA


async def test_a_disk_without_room_is_left_alone(
    part: SparseFile, other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(10, 9, 1))
    disk = DiskPool()
    with pytest.raises(LocalError, match="1 B free"):
        await relocate(part, other_disk / "a.moved", disk, lambda: asyncio.sleep(0))
    await disk.close()
    assert names(other_disk) == []
