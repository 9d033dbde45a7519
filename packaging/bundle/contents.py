"""What goes into the bundle and what stays out, by name and by need.

The rule: a plugin is in only when its pattern is listed here, and a shared library is in only when something that is
in asks the loader for it. So nothing has to be known about the parts of Qt that are left out, and a part that a later
version splits or renames is followed by itself.
"""

import os.path
from collections import deque
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path, PurePath

from PyInstaller.depend.bindepend import get_imports

from headwater_ui.language import Language

#: (destination, source, kind), as PyInstaller keeps its lists.
Entry = tuple[str, str, str]

#: Modules that libraries would import if they were there, and that nobody here misses. Some have a twin in Python that
#: is quick enough: what comes over a WebSocket is short (2 microseconds more for a call), frozen lists are few.
LEFT_OUT = [
    "IPython",
    "PIL.Image",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "_pytest",
    "_tkinter",
    "aiohttp._websocket.mask",
    "aiohttp._websocket.reader_c",
    "aiohttp.worker",
    "backports.zstd._cffi",
    "backports.zstd.tarfile",
    "backports.zstd.zipfile",
    "curses",
    "doctest",
    "ensurepip",
    "frozenlist._frozenlist",
    "idlelib",
    "lib2to3",
    "markdown_it",
    "multidict._multidict_py",
    "numpy",
    "pdb",
    "pillow_avif",
    "pip",
    "pydoc",
    "pydoc_data",
    "pygments",
    "pytest",
    "readline",
    "rich.markdown",
    "rich.syntax",
    "rich.traceback",
    "setuptools",
    "test",
    "tkinter",
    "turtle",
    "unittest",
    "uvloop",
    "wheel",
]

#: Qt's plugins that are used, below its `plugins` folder, on every system that has them.
PLUGINS = [
    "platforms/*xcb*",
    "platforms/*wayland*",
    "platforms/*offscreen*",
    "platforms/*windows*",
    "platforms/*cocoa*",
    "platformthemes/*portal*",
    "platforminputcontexts/*compose*",
    "platforminputcontexts/*ibus*",
    "wayland-shell-integration/*xdg*",
    "wayland-decoration-client/*",
    "wayland-graphics-integration-client/*egl*",
    "xcbglintegrations/*",
    "styles/*",
    "iconengines/*svg*",
    "imageformats/*gif*",
    "imageformats/*ico*",
    "imageformats/*jpeg*",
    "imageformats/*svg*",
    "imageformats/*tiff*",
    "imageformats/*webp*",
    "multimedia/*ffmpeg*",
    "networkinformation/*",
]

#: Qt's own translations that are used, the words of its standard dialogs: in the window's languages and no others.
TRANSLATIONS = [f"qtbase_{language.value}.qm" for language in Language]

#: The tables that tell which time zones, and where in the world, a country has, and what else these zones are called;
#: compiled zones are not asked for.
TIME_ZONES = ["zone.tab", "tzdata.zi"]

#: Libraries that are opened by name: nothing in the bundle asks the loader for them.
LOADED_BY_NAME = ["libpython*", "python3*.dll", "Python", "opengl32sw.dll"]

#: Data that hooks collect and nobody reads at run time.
IDLE_DATA = [
    "*/py.typed",
    "*.pyi",
    "headwater_resources/*.ts",
    "*/RECORD",
    "*/INSTALLER",
    "*/REQUESTED",
    "*/WHEEL",
    "*/direct_url.json",
    "*/sboms/*",
]

#: Compiled modules beside which their package has the same in Python: what they do happens rarely and briefly. A text
#: in an unknown encoding is looked at on a worker's thread, 64 KiB of it in 0.06 s instead of 0.03.
IN_PYTHON = ["charset_normalizer.cd", "charset_normalizer.md"]


def choose(binaries: Iterable[Entry], data: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """What is wanted of what PyInstaller found: `(binaries, data)`, links among them without loose ends."""
    binaries = [entry for entry in binaries if _is_wanted_plugin(entry) and _module(entry) not in IN_PYTHON]
    needed = _needed([entry for entry in binaries if entry[2] != "SYMLINK"])
    kept_data = [entry for entry in data if entry[2] != "SYMLINK" and _is_wanted_data(entry)]
    names = {entry[0] for entry in (*needed, *kept_data)}
    links = [entry for entry in (*binaries, *data) if entry[2] == "SYMLINK" and _target(entry) in names]
    return needed, kept_data + links


def find_sources(binaries: Iterable[Entry]) -> list[Entry]:
    """The modules that take the place of those of `IN_PYTHON`, for the list of modules that are packed."""
    return [
        (name, str(PurePath(entry[1]).parent / f"{name.rpartition('.')[2]}.py"), "PYMODULE")
        for entry in binaries
        if (name := _module(entry)) in IN_PYTHON
    ]


def keep_links_of_zones(data: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same data, of the rules of time zones only those lines that say which name stands for another.

    `folder` takes the shorter file. When clocks are changed, nobody here asks.
    """
    kept = []
    for destination, source, kind in data:
        if PurePath(destination).name == "tzdata.zi":
            lines = Path(source).read_text(encoding="utf-8").splitlines(keepends=True)
            shorter = folder / "tzdata.zi"
            shorter.write_text("".join(line for line in lines if line.startswith(("#", "L "))), encoding="utf-8")
            source = str(shorter)  # noqa: PLW2901  # the same entry, from another place
        kept.append((destination, source, kind))
    return kept


def find_host_libraries(binaries: Iterable[Entry]) -> list[str]:
    """Destinations of the libraries that were taken from the system on which the bundle is made.

    A Debian package leaves them out and asks for the packages that bring them instead.
    """
    return sorted(
        entry[0]
        for entry in binaries
        if entry[2] == "BINARY" and entry[1].startswith(("/lib/", "/usr/lib/")) and not _is_loaded_by_name(entry)
    )


def _needed(entries: Sequence[Entry]) -> list[Entry]:
    """Python's extension modules, Qt's plugins, and the libraries that these need, directly or in turn."""
    by_name = {PurePath(entry[0]).name: entry for entry in entries}
    kept = [
        entry
        for entry in entries
        if entry[2] == "EXTENSION" or _plugin(entry[0]) is not None or _is_loaded_by_name(entry)
    ]
    seen = {entry[0] for entry in kept}
    waiting = deque(kept)
    while waiting:
        for name, _path in get_imports(waiting.popleft()[1]):
            needed = by_name.get(PurePath(name).name)
            if needed is not None and needed[0] not in seen:
                seen.add(needed[0])
                kept.append(needed)
                waiting.append(needed)
    return kept


def _module(entry: Entry) -> str:
    """The module that an extension is: `PACKAGE/NAME.cpython-311-x86_64-linux-gnu.so` is `PACKAGE.NAME`."""
    path = PurePath(entry[0])
    return ".".join((*path.parts[:-1], path.name.partition(".")[0]))


def _target(link: Entry) -> str:
    """The destination that a link points to. PyInstaller keeps links relative to the folder they lie in."""
    return os.path.normpath(PurePath(link[0]).parent / link[1])


def _is_wanted_plugin(entry: Entry) -> bool:
    name = _plugin(entry[0])
    return name is None or _matches(name, PLUGINS)


def _is_wanted_data(entry: Entry) -> bool:
    path = PurePath(entry[0])
    if _matches(path.as_posix(), IDLE_DATA) or "qml" in path.parts:
        return False
    if "translations" in path.parts and "PySide6" in path.parts:
        return _matches(path.name, TRANSLATIONS)
    if path.parts[0] == "tzdata":
        return _matches(path.name, TIME_ZONES)
    return _is_wanted_plugin(entry)


def _is_loaded_by_name(entry: Entry) -> bool:
    """Python itself, and what is opened by `dlopen` rather than asked for in a header."""
    return _matches(PurePath(entry[0]).name, LOADED_BY_NAME)


def _plugin(destination: str) -> str | None:
    """`folder/file` below Qt's `plugins`, or None for everything else."""
    parts = PurePath(destination).parts
    if "PySide6" not in parts or "plugins" not in parts:
        return None
    return "/".join(parts[parts.index("plugins") + 1 :])


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)
