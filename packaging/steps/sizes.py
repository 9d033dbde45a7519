"""What the packages' size is made of, beside the floor: Qt, FFmpeg and Python, which such a program cannot do without.

    python packaging/steps/sizes.py

Counted are the bytes of files, in the bundle and in the Debian package's tree. What the bundle took from the system it
was made on belongs to its floor where something of the floor asks for it, and to the rest where only the rest does. The
Debian package leaves these libraries to Debian: they count on neither side. `build/sizes.json` keeps the sums for
`tests/dist`.
"""

import json
import sys
from collections import Counter, deque
from pathlib import Path, PurePath

from PyInstaller.archive.readers import CArchiveReader
from PyInstaller.depend.bindepend import get_imports

from places import BUILD, BUNDLE, HOST_LIBRARIES

#: Parts that belong to the floor.
FLOOR = ("Qt", "Qt for Python", "FFmpeg", "Python")
SYSTEM = "libraries of the system that these ask for"
OTHER_SYSTEM = "libraries of the system that only the others ask for"
CODE = "Python code of Headwater and its libraries, compiled and packed"
#: What may come on top of the floor, as a part of it.
WANTED = 0.15


def measure(folder: Path, host_libraries: set[str]) -> Counter[str]:
    """Bytes of the bundle by part."""
    files = {path.relative_to(folder).as_posix().removeprefix("_internal/"): path for path in plain_files(folder)}
    of_floor = asked_by_floor(files, host_libraries)
    parts: Counter[str] = Counter()
    for name, path in files.items():
        if name in host_libraries:
            parts[SYSTEM if name in of_floor else OTHER_SYSTEM] += path.stat().st_size
        else:
            parts[part_of(PurePath(name))] += path.stat().st_size
    standard = standard_library_bytes(folder / "headwater")
    parts["Python"] += standard
    parts[CODE] -= standard
    return parts


def plain_files(folder: Path) -> list[Path]:
    """All files below a folder; links are names, not files."""
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def asked_by_floor(files: dict[str, Path], host_libraries: set[str]) -> set[str]:
    """The libraries of the system that Qt, FFmpeg and Python ask the loader for, directly or in turn."""
    waiting = deque(path for name, path in files.items() if name not in host_libraries and is_floor(name, path))
    found: set[str] = set()
    while waiting:
        for asked, _path in get_imports(str(waiting.popleft())):
            name = PurePath(asked).name
            if name in host_libraries and name not in found:
                found.add(name)
                waiting.append(files[name])
    return found


def is_floor(name: str, path: Path) -> bool:
    """Whether a file is a library or a plugin of the floor's."""
    return part_of(PurePath(name)) in FLOOR and ".so" in path.name


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


def sums(parts: Counter[str], package: Path) -> dict[str, dict[str, int]]:
    """Floor and what goes beyond it, in bytes, for the bundle and for the Debian package's tree."""
    floor = sum(parts[part] for part in FLOOR)
    installed = sum(path.stat().st_size for path in plain_files(package) if "DEBIAN" not in path.parts)
    return {
        "bundle": {"floor": floor + parts[SYSTEM], "beyond": parts.total() - floor - parts[SYSTEM]},
        "package": {"floor": floor, "beyond": installed - floor},
    }


def table(parts: Counter[str], summed: dict[str, dict[str, int]]) -> str:
    """As Markdown, largest first, with the floor and what goes beyond it."""
    rows = [f"| {part} | {size / 1e6:.1f} |" for part, size in parts.most_common()]
    for name in ("bundle", "package"):
        floor, beyond = summed[name]["floor"], summed[name]["beyond"]
        rows.append(
            f"| **{name}**: floor {floor / 1e6:.1f}, beyond it {beyond / 1e6:.1f} ({beyond / floor:.1%}, wanted "
            f"{WANTED:.0%}) | {(floor + beyond) / 1e6:.1f} |"
        )
    return "\n".join(["| part | MB |", "|---|---|", *rows]) + "\n"


if __name__ == "__main__":
    measured = measure(BUNDLE, set(HOST_LIBRARIES.read_text(encoding="utf-8").split()))
    summed_up = sums(measured, BUILD / "deb")
    (BUILD / "sizes.json").write_text(json.dumps({**summed_up, "wanted": WANTED}), encoding="utf-8")
    sys.stdout.write(table(measured, summed_up))
