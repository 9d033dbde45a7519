"""Names: a number before the suffixes, never over a file, whatever the file system can do."""

import errno
import os
from pathlib import Path

import pytest

from headwater.content.file_placing import free_name, numbered, rename_exclusive, replace, split_suffixes, sync_folder
from headwater.model.errors import LocalError


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("archive.tar.gz", "archive (1).tar.gz"),
        ("archive.tar.zst.asc", "archive (1).tar.zst.asc"),
        ("film.mkv", "film (1).mkv"),
        ("linux-6.1.tar.xz", "linux-6.1 (1).tar.xz"),
        ("linux-6.1.gz", "linux-6.1 (1).gz"),
        ("debian-12.5.0-amd64.iso", "debian-12.5.0-amd64 (1).iso"),
        ("debian.iso.zst", "debian (1).iso.zst"),
        (".profile", ".profile (1)"),
        ("README", "README (1)"),
        ("Mr. Smith goes", "Mr. Smith goes (1)"),
        ("version 1.5", "version 1.5 (1)"),
        ("odd.", "odd. (1)"),
        ("straße.tar.bz2", "straße (1).tar.bz2"),
    ],
)
def test_the_number_stands_before_the_suffixes(name: str, expected: str) -> None:
    assert numbered(name, 1) == expected
    assert numbered(name, 0) == name
    assert "".join(split_suffixes(name)) == name


def test_a_name_at_the_limit_is_cut_and_keeps_its_suffixes() -> None:
    name = numbered("ü" * 123 + ".tar.gz", 12)
    assert len(name.encode()) <= 255
    assert name.endswith("ü (12).tar.gz")


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"old")
    (tmp_path / "a (1).zip").symlink_to(tmp_path / "nowhere")
    assert free_name(tmp_path / "a.zip") == tmp_path / "a (2).zip"
    part = tmp_path / "a.part"
    part.write_bytes(b"new")
    with pytest.raises(FileExistsError):
        rename_exclusive(part, tmp_path / "a.zip")
    rename_exclusive(part, tmp_path / "a (2).zip")
    assert not part.exists()
    assert (tmp_path / "a (2).zip").read_bytes() == b"new"
    assert (tmp_path / "a.zip").read_bytes() == b"old"
    replace(tmp_path / "a (2).zip", tmp_path / "a.zip")
    assert (tmp_path / "a.zip").read_bytes() == b"new"
    sync_folder(tmp_path)


def test_file_systems_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*args: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    part, target = tmp_path / "a.part", tmp_path / "a"
    part.write_bytes(b"new")
    rename_exclusive(part, target)
    assert target.read_bytes() == b"new"
    part.write_bytes(b"newer")
    with pytest.raises(FileExistsError):
        rename_exclusive(part, target)
    assert target.read_bytes() == b"new"


def test_refusals_are_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LocalError, match="is gone"):
        rename_exclusive(tmp_path / "missing", tmp_path / "b")
    with pytest.raises(LocalError, match="is gone"):
        replace(tmp_path / "missing", tmp_path / "b")
    with pytest.raises(LocalError, match="is gone"):
        sync_folder(tmp_path / "missing")

    def fail(descriptor: int) -> None:
        raise OSError(errno.EIO, "fault")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(LocalError, match="reports a fault"):
        sync_folder(tmp_path)
