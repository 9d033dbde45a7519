"""A small Debian of the tests' own, with nothing in it of the computer they run on, and a person who lives there.

Made once with mmdebstrap and kept as an archive in `build/`; each test unpacks a fresh one. Programs run in it by
`chroot`, in a mount namespace of their own, so that whatever they mount goes away with them. The network is the
host's, so that mirrors on loopback can be reached. Needs root; without it the tests are skipped and say so.
"""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
ARCHIVE: Final = ROOT / "build" / "clean_root.tar"
RELEASE: Final = "bookworm"
#: What any desktop has: a way to open files by their kind, a bus, a font, drivers to draw with. Nothing of Qt's.
PACKAGES: Final = (
    "ca-certificates", "dbus", "dbus-x11", "desktop-file-utils", "fonts-dejavu-core", "hicolor-icon-theme",
    "libegl1", "libgl1", "libgl1-mesa-dri", "libglib2.0-bin", "libx11-6", "shared-mime-info", "xdg-utils",
)  # fmt: skip
PERSON: Final = "person"
PERSON_ID: Final = 1000

#: What packages leave behind when they go is theirs: caches, lists and logs of the package system.
_NOT_COMPARED: Final = (
    "var/cache",
    "var/lib/apt",
    "var/lib/dpkg",
    "var/log",
    "home",
    "tmp",
    "proc",
    "dev",
    "sys",
    "run",
)
#: Made anew by the desktop's own tools whenever an application comes or goes.
_MADE_ANEW: Final = ("usr/share/applications/mimeinfo.cache", "etc/ld.so.cache", "var/lib/ucf")

_ENTER: Final = """
root=$1; who=$2; shift 2
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
mkdir -p "$root/tmp/.X11-unix"
if [ -d /tmp/.X11-unix ]; then mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"; fi
status=0
chroot --userspec="$who" "$root" "$@" || status=$?
# What was started and is about to end gets the time to clean up behind itself; then the namespace goes, with all in it.
for _ in 1 2 3 4 5 6 7 8 9 10; do
    set -- "$root"/proc/[0-9]*
    [ $# -gt 1 ] || break
    sleep 0.2
done
exit $status
"""


def why_not() -> str:
    """Why there can be no clean root here; empty when there can."""
    if os.geteuid() != 0:
        return "a clean root needs root"
    missing = [name for name in ("mmdebstrap", "unshare", "chroot") if shutil.which(name) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


def make_archive() -> Path:
    """Fetch and configure the packages, once."""
    if not ARCHIVE.exists():
        ARCHIVE.parent.mkdir(exist_ok=True)
        unfinished = ARCHIVE.with_suffix(".unfinished.tar")
        subprocess.run(
            ["mmdebstrap", "--quiet", "--variant=minbase", f"--include={','.join(PACKAGES)}", RELEASE, unfinished],
            check=True,
        )
        unfinished.rename(ARCHIVE)
    return ARCHIVE


class CleanRoot:
    """A root folder and how to run programs in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        subprocess.run(["tar", "--extract", "--file", make_archive(), "--directory", folder], check=True)
        shutil.copyfile("/etc/resolv.conf", folder / "etc" / "resolv.conf")
        # As any booted system has it; without it FUSE keeps a list of its own.
        (folder / "etc" / "mtab").symlink_to("../proc/self/mounts")
        subprocess.run(
            ["chroot", folder, "useradd", "--create-home", "--uid", str(PERSON_ID), PERSON], check=True
        )  # fmt: skip

    @property
    def home(self) -> Path:
        """The person's folder, seen from outside."""
        return self.folder / "home" / PERSON

    def home_files(self) -> set[Path]:
        """What is in it, by its place there."""
        return {path.relative_to(self.home) for path in self.home.rglob("*") if path.is_file()}

    def words(self, *command: str, display: str | None = None, **environment: str) -> tuple[str, ...]:
        """The command that runs another in here, as the person, with an environment of its own."""
        return self._enter(f"{PERSON_ID}:{PERSON_ID}", f"/home/{PERSON}", command, display, environment)

    def words_of_root(self, *command: str) -> tuple[str, ...]:
        """The same, as who may install."""
        return self._enter("0:0", "/root", command, None, {"DEBIAN_FRONTEND": "noninteractive"})

    def _enter(
        self, who: str, home: str, command: tuple[str, ...], display: str | None, environment: Mapping[str, str]
    ) -> tuple[str, ...]:
        given = {"HOME": home, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", **environment}
        if display is not None:
            given |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        return (
            "unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child",
            "sh", "-euc", _ENTER, "enter", str(self.folder), who,
            "env", "--ignore-environment", f"--chdir={home}", *(f"{name}={value}" for name, value in given.items()),
            *command,
        )  # fmt: skip

    def left_in_tmp(self) -> set[str]:
        """What programs forgot there."""
        return {path.name for path in (self.folder / "tmp").iterdir()} - {".X11-unix"}

    def files(self) -> set[str]:
        """All that is there, but for what is the package system's or the person's."""
        found = set()
        for folder, _folders, names in os.walk(self.folder):
            place = Path(folder).relative_to(self.folder)
            found |= {(place / name).as_posix() for name in names}
        return {name for name in found if not name.startswith((*_NOT_COMPARED, *_MADE_ANEW))}


async def run(*command: str, status: int = 0) -> str:
    """Run a command to its end; both its outputs. Raises `AssertionError` when it ends with another status."""
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    out, _ = await process.communicate()
    words = out.decode(errors="replace")
    assert process.returncode == status, f"{command[-1]} ended with {process.returncode}:\n{words[-3000:]}"
    return words
