"""Make the bundle: one folder with Python, Qt and both programs, that runs without anything installed.

    python packaging/steps/bundle.py

Runs with the Python of an environment in which the wheel is installed, so that the bundle holds what the wheel holds.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from icons import write_icns, write_ico
from places import BUILD, BUNDLE, PACKAGING

_ELF = b"\x7fELF"


def make_bundle() -> Path:
    """Freeze, take out what only debuggers read, give the terminal its name; the folder."""
    if sys.platform == "win32":
        write_ico(BUILD / "headwater.ico")
    if sys.platform == "darwin":
        write_icns(BUILD / "headwater.icns")
    subprocess.run(
        [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
            "--distpath", BUNDLE.parent, "--workpath", BUILD / "pyinstaller", PACKAGING / "bundle" / "headwater.spec",
        ],
        check=True,
        # Code without the columns of its statements, which only pictures of source lines in a traceback point to: no
        # source lies beside it, and a quarter of its size goes. Line numbers stay.
        env={**os.environ, "PYTHONNODEBUGRANGES": "1"},
    )  # fmt: skip
    if sys.platform == "linux":
        strip_debug_information(BUNDLE)
        forget_build_paths(BUNDLE)
        (BUNDLE / "headwater-cli").symlink_to("headwater")
    return BUNDLE


def strip_debug_information(folder: Path) -> None:
    """Some wheels and some Pythons come with it, up to nine tenths of their size; what the loader reads stays."""
    if shutil.which("strip") is None:
        return
    libraries = _libraries(folder)
    sections = {path: _section_names(path) for path in libraries}
    stripped = [path for path in libraries if ".debug_info" in sections[path] or ".symtab" in sections[path]]
    if stripped:
        subprocess.run(["strip", "--strip-unneeded", "--preserve-dates", *stripped], check=True)


def forget_build_paths(folder: Path) -> None:
    """Take out where libraries were to be looked for on the system that the bundle was made on.

    A Python that was built for a folder of its own asks there first; on another system nobody vouches for that folder.
    """
    if shutil.which("chrpath") is None:
        return
    for path in _libraries(folder):
        told = subprocess.run(["chrpath", "--list", path], capture_output=True, text=True, check=False).stdout
        if "PATH=/" in told:
            subprocess.run(["chrpath", "--delete", path], check=True, stdout=subprocess.DEVNULL)


def _libraries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*.so*") if path.is_file() and not path.is_symlink() and _is_elf(path)]


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF


def _section_names(path: Path) -> str:
    return subprocess.run(
        ["readelf", "--section-headers", "--wide", path], check=True, capture_output=True, text=True
    ).stdout


if __name__ == "__main__":
    make_bundle()
