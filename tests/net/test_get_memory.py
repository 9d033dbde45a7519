"""Memory stays bounded whatever the network does: 4 GiB from eight quick servers onto a slow disk."""

import asyncio
import os
import sys
from pathlib import Path

import pytest
from tests.fakes.nginx import NginxMirrors, find_nginx

_GIB = 1024**3
_LIMIT_MIB = 150

#: The terminal, on a disk that takes 120 MB/s in all (two writers), telling its greatest resident size at the end.
_ON_A_SLOW_DISK = """
import sys, time
from pathlib import Path
from headwater.content.sparse_file import SparseFile
from headwater.control.cli import main

write_at, pour_at = SparseFile.write_at, SparseFile.pour_at

def slow_write_at(self, offset, buffers):
    time.sleep(sum(map(len, buffers)) / 60e6)
    write_at(self, offset, buffers)

def slow_pour_at(self, offset, size, move):
    moved = pour_at(self, offset, size, move)
    time.sleep(moved / 60e6)
    return moved

SparseFile.write_at, SparseFile.pour_at = slow_write_at, slow_pour_at
status = main(sys.argv[1:])
# Not the kernel's count for the process: that one begins with what the parent had when it forked.
print(next(int(line.split()[1]) // 1024 for line in Path("/proc/self/status").open() if line.startswith("VmHWM")))
sys.exit(status)
"""


def _make_sparse(path: Path, size_bytes: int) -> None:
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(size_bytes)


async def _peak_mib(tmp_path: Path, size_bytes: int) -> int:
    """Greatest resident size, in MiB, of a `get` of so many bytes from eight nginx servers."""
    _make_sparse(tmp_path / "root" / "big.bin", size_bytes)
    with NginxMirrors(tmp_path / "root", 8, tmp_path / "nginx") as mirrors:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", _ON_A_SLOW_DISK, "get", "-q", "-d", str(tmp_path / "out"),
            *mirrors.urls("big.bin"),
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "HEADWATER_HOME": str(tmp_path / "profile")},
        )  # fmt: skip
        stdout, _ = await process.communicate()
    assert process.returncode == 0
    assert (tmp_path / "out" / "big.bin").stat().st_size == size_bytes
    return int(stdout)


@pytest.mark.skipif(find_nginx() is None, reason="nginx is not installed")
@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
async def test_a_slow_disk_holds_the_network_back(tmp_path: Path) -> None:
    assert await _peak_mib(tmp_path, _GIB // 2) < _LIMIT_MIB


@pytest.mark.stress
@pytest.mark.timeout(600)
@pytest.mark.skipif(find_nginx() is None, reason="nginx is not installed")
@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
async def test_four_gib_onto_a_slow_disk(tmp_path: Path) -> None:
    assert await _peak_mib(tmp_path, 4 * _GIB) < _LIMIT_MIB
