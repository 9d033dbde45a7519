"""The part file: what is written is there, two never write at once, and every refusal is a sentence."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections import namedtuple
from pathlib import Path

import pytest

from headwater.content.sparse_file import SparseFile
from headwater.model.errors import LocalError


def test_writes_land_where_they_belong_and_leave_holes(tmp_path: Path) -> None:
    file = SparseFile.open(tmp_path / "a.part")
    file.write_at(10, [b"abc", memoryview(b"defg")])
    file.write_at(1 << 24, [b"x"])
    assert file.read_at(8, 10) == b"\0\0abcdefg\0"
    assert file.read_at(1 << 24, 100) == b"x"
    assert file.read_at(1 << 30, 100) == b""
    assert file.status().st_blocks * 512 < 1 << 20, "the hole takes no room"
    file.close()


def test_more_buffers_than_one_call_takes(tmp_path: Path) -> None:
    file = SparseFile.open(tmp_path / "a.part")
    buffers = [bytes([i % 256]) * 3 for i in range(3000)]
    file.write_at(0, buffers)
    assert file.read_at(0, 9000) == b"".join(buffers)
    file.close()


def test_a_write_cut_short_by_the_system_is_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.pwritev

    def short(descriptor: int, buffers: list[bytes], offset: int) -> int:
        return real(descriptor, [memoryview(buffers[0])[:2]], offset)

    monkeypatch.setattr(os, "pwritev", short)
    file = SparseFile.open(tmp_path / "a.part")
    file.write_at(1, [b"abcde", b"f", b"ghi"])
    assert file.read_at(0, 99) == b"\0abcdefghi"
    file.close()


def test_without_positioned_calls_it_seeks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "pwritev")
    monkeypatch.delattr(os, "pread")
    file = SparseFile.open(tmp_path / "a.part")
    file.write_at(5, [b"abc", b"def"])
    assert file.read_at(4, 4) == b"\0abc"
    file.close()


def test_two_never_write_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "a.part"
    first = SparseFile.open(path)
    with pytest.raises(LocalError, match=r"a\.part is being written by another program"):
        SparseFile.open(path)
    other = "import sys; from pathlib import Path; from headwater.content.sparse_file import SparseFile; "
    other += "SparseFile.open(Path(sys.argv[1])).close()"
    locked = subprocess.run([sys.executable, "-c", other, path], capture_output=True, text=True, check=False)
    assert locked.returncode == 1
    assert "being written by another program" in locked.stderr
    first.close()
    subprocess.run([sys.executable, "-c", other, path], check=True)


def test_a_file_renamed_under_the_lock_is_not_taken_for_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.part"
    first = SparseFile.open(path)
    path.rename(tmp_path / "done")
    second = SparseFile.open(path)
    second.write_at(0, [b"new"])
    assert (tmp_path / "done").read_bytes() == b""
    first.close()
    second.close()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk of .* is full"),
        (errno.EROFS, "read-only file system"),
        (errno.EACCES, "no permission to write"),
        (errno.EIO, "reports a fault"),
        (errno.EDQUOT, "quota"),
        (errno.ENOTCONN, "cannot be used: .*not connected"),
    ],
)
def test_what_the_system_refuses_becomes_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    file = SparseFile.open(tmp_path / "a.part")
    file.write_at(0, [b"kept"])

    def refuse(*args: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "pwritev", refuse)
    with pytest.raises(LocalError, match=words) as caught:
        file.write_at(4, [b"lost"])
    assert isinstance(caught.value.__cause__, OSError)
    assert str(caught.value).endswith("what was downloaded is kept")
    assert file.read_at(0, 99) == b"kept"
    file.close()


def test_a_full_disk_is_met_for_real(tmp_path: Path) -> None:
    """A limit on file size stands in for a full disk: the kernel refuses, not a patched function."""
    code = """
import resource, signal, sys
from pathlib import Path
from headwater.content.sparse_file import SparseFile
from headwater.model.errors import LocalError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
file = SparseFile.open(Path(sys.argv[1]))
file.write_at(0, [b"a" * 60000])
try:
    file.write_at(60000, [b"b" * 60000])
except LocalError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "a"], capture_output=True, text=True, check=True)
    assert "does not allow" in done.stdout


def test_a_read_only_folder_is_met_for_real() -> None:
    """In a child that is nobody in particular, since root may write everywhere."""
    code = """
import os, sys
from pathlib import Path
from headwater.content.sparse_file import SparseFile
from headwater.model.errors import LocalError
if os.geteuid() == 0:
    os.setuid(65534)
try:
    SparseFile.open(Path(sys.argv[1], "a.part"))
except LocalError as error:
    print(error)
"""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
        Path(folder).chmod(0o755)
    assert "there is no permission to write" in done.stdout.lower()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(LocalError, match="A file stands where the folder"):
        SparseFile.open(tmp_path / "file" / "a.part")


def test_room_is_counted_without_holes_and_with_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 10, 1 << 20))
    file = SparseFile.open(tmp_path / "a.part")
    file.require_space(1 << 20)
    with pytest.raises(LocalError, match=r"a\.part needs 3\.15 MB, but the disk of .* has 1\.05 MB free"):
        file.require_space(3 << 20)
    file.write_at(0, [bytes(2 << 20)])
    file.require_space(3 << 20)
    file.write_at(1 << 30, [b"far"])
    with pytest.raises(LocalError):
        file.require_space(1 << 30)
    file.close()


def test_sealing_gives_size_and_time(tmp_path: Path) -> None:
    file = SparseFile.open(tmp_path / "a.part")
    file.write_at(0, [b"abcdef"])
    file.seal(3, 1_000_000_000.5)
    assert (tmp_path / "a.part").read_bytes() == b"abc"
    assert (tmp_path / "a.part").stat().st_mtime == 1_000_000_000.5
    file.close()
    file.close()
    assert "closed" in repr(file)
