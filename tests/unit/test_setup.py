"""The set-up scripts of `make`: which Python is taken, and what happens where system packages are missing.

The scripts run as they are; the commands that would change this computer are replaced by ones that write down how
they were called.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="no POSIX shell")


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """A folder of stand-ins that go before the real commands: nothing is installed, nobody is root, no sudo."""
    folder = tmp_path / "commands"
    folder.mkdir()
    for name, body in {
        "dpkg-query": "exit 1",
        "apt-get": f'echo "apt-get $*" >>{tmp_path}/log',
        "sudo": "exit 1",
        "id": "echo 1000",
    }.items():
        stand_in(folder, name, body)
    return folder


def stand_in(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def call(commands: Path, script: str, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{commands}:{os.environ['PATH']}"
    return subprocess.run(
        [ROOT / "packaging" / script, *args],
        env={**os.environ, "PATH": path, "PYTHON": sys.executable, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_lists_are_names_of_packages() -> None:
    for path in (ROOT / "packaging").glob("system_packages*.txt"):
        names = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
        assert names
        assert len(names) == len(set(names))
        assert all(name == name.strip().lower() and " " not in name for name in names)


def test_without_rights_the_exact_command_is_printed(commands: Path, tmp_path: Path) -> None:
    (tmp_path / "list").write_text("# why\nlibone  # and this\n\nlibtwo\n")
    done = call(commands, "install_system_packages", str(tmp_path / "list"))
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].strip() == "sudo apt-get install --no-install-recommends libone libtwo"
    assert not (tmp_path / "log").exists()


def test_root_installs_what_is_missing_and_no_more(commands: Path, tmp_path: Path) -> None:
    stand_in(commands, "id", "echo 0")
    # libtwo is there under the name that its 64-bit-time transition gave it
    stand_in(commands, "dpkg-query", 'case "$*" in *libtwot64*) echo "installed " ;; *) exit 1 ;; esac')
    (tmp_path / "list").write_text("libone\nlibtwo\n")
    done = call(commands, "install_system_packages", str(tmp_path / "list"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "log").read_text().splitlines() == [
        "apt-get update -q",
        "apt-get install -q -y --no-install-recommends libone",
    ]


def test_nothing_missing_means_nothing_done(commands: Path, tmp_path: Path) -> None:
    stand_in(commands, "dpkg-query", 'echo "installed "')
    (tmp_path / "list").write_text("libone\n")
    done = call(commands, "install_system_packages", str(tmp_path / "list"))
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "log").exists()


def test_the_first_python_that_fits_is_taken(commands: Path) -> None:
    stand_in(commands, "python-old", "exit 1")
    done = call(commands, "find_python", "python-old", "no-such-python", sys.executable)
    assert done.stdout.strip() == sys.executable
    done = call(commands, "find_python", "python-old")
    assert done.returncode == 1
    assert "3.11, 3.12 or 3.13" in done.stderr
