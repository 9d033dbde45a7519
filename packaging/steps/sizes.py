"""What the bundle's size is made of, beside the floor: Qt, FFmpeg and Python as no program of this kind can avoid them.

    python packaging/steps/sizes.py [FOLDER]

Counted are the bytes of files. What the bundle took from the system it was made on is a part of its own: Qt, FFmpeg and
Python ask for these libraries, so they belong to the bundle's floor; the Debian package leaves them to Debian.
"""

import sys
from collections import Counter
from pathlib import Path, PurePath

from PyInstaller.archive.readers import CArchiveReader

from places import BUNDLE, HOST_LIBRARIES

#: Parts that belong to the floor.
FLOOR = ("Qt", "Qt for Python", "FFmpeg", "Python")
SYSTEM = "libraries of the system that these ask for"
CODE = "Python code of Headwater and its libraries, compiled and packed"
#: What may come on top of the floor, as a part of it.
WANTED = 0.15


def measure(folder: Path, host_libraries: set[str]) -> Counter[str]:
    """Bytes by part."""
    parts: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            name = path.relative_to(folder).as_posix().removeprefix("_internal/")
            parts[SYSTEM if name in host_libraries else part_of(PurePath(name))] += path.stat().st_size
    standard = standard_library_bytes(folder / "headwater")
    parts["Python"] += standard
    parts[CODE] -= standard
    return parts


def standard_library_bytes(program: Path) -> int:
    """How much of the code that is packed into the program is Python's own."""
    packed = CArchiveReader(str(program))
    modules = packed.open_embedded_archive(next(name for name in packed.toc if name.startswith("PYZ")))
    return sum(size for name, (_, _, size) in modules.toc.items() if name.split(".")[0] in sys.stdlib_module_names)


def part_of(path: PurePath) -> str:
    """To which part a file of the bundle belongs; `path` is relative to its inner folder."""
    first, name = path.parts[0], path.name
    if name.startswith(("libav", "libsw", "libQt6FFmpegStub", "libffmpegmediaplugin")) and first == "PySide6":
        return "FFmpeg"
    if first == "PySide6" and path.parts[1:2] == ("Qt",):
        return "Qt"
    if first in ("PySide6", "shiboken6"):
        return "Qt for Python"
    if first.startswith("python3.") or name.startswith("libpython") or name == "base_library.zip":
        return "Python"
    if name == "headwater":
        return CODE
    if first.startswith("headwater"):
        return "Headwater's own pictures and scenarios"
    if first in ("PIL", "pillow.libs"):
        return "Pillow (AVIF pictures)"
    if first.startswith("cryptography") or name.startswith("_cffi"):
        return "cryptography (SFTP, signatures, keyring)"
    return "other libraries (HTTP, codings, ...)"


def table(parts: Counter[str]) -> str:
    """As Markdown, largest first, with the floor and what goes beyond it, for the bundle and for the Debian package."""
    rows = [f"| {part} | {size / 1e6:.1f} |" for part, size in parts.most_common()]
    beyond = sum(size for part, size in parts.items() if part not in (*FLOOR, SYSTEM))
    package_floor = sum(parts[part] for part in FLOOR)
    for name, floor in (("bundle", package_floor + parts[SYSTEM]), ("Debian package", package_floor)):
        rows.append(
            f"| **{name}**: floor {floor / 1e6:.1f}, beyond it {beyond / 1e6:.1f} ({beyond / floor:.1%}, wanted "
            f"{WANTED:.0%}) | {(floor + beyond) / 1e6:.1f} |"
        )
    return "\n".join(["| part | MB |", "|---|---|", *rows]) + "\n"


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else BUNDLE
    sys.stdout.write(table(measure(where, set(HOST_LIBRARIES.read_text(encoding="utf-8").split()))))
