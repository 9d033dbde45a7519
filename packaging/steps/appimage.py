"""Make the AppImage: the bundle as one file that runs where it lies.

    python packaging/steps/appimage.py

The usual tool is a download, and no package index has it. So the file system is made by `mksquashfs`, and the program
in front of it is our own (`packaging/linux/appimage_runtime.c`), linked with Debian's libsquashfuse and libfuse3. It
is static: the AppImage needs from its host what the bundle needs, and neither libfuse2 nor libfuse3.
"""

import shutil
import stat
import subprocess
from pathlib import Path
from typing import Final

from places import APP_ID, BUILD, BUNDLE, DIST, MACHINE, PACKAGING, VERSION

TARGET: Final = DIST / f"Headwater-{VERSION}-{MACHINE}.AppImage"
#: Type 2, in the padding of the ELF identification.
_MAGIC: Final = b"AI\x02"
_MAGIC_AT: Final = 8
_LIBRARIES: Final = [
    "-lsquashfuse_ll",
    "-lsquashfuse",
    "-lfuse3",
    "-lz",
    "-llzma",
    "-llzo2",
    "-llz4",
    "-lzstd",
    "-lpthread",
]

#: What the mount is entered by. Called as `headwater-cli` (a link to the AppImage), it is the terminal.
_APP_RUN: Final = """\
#!/bin/sh
case ${ARGV0##*/} in
    headwater-cli*) exec "$APPDIR/usr/lib/headwater/headwater-cli" "$@" ;;
    *) exec "$APPDIR/usr/lib/headwater/headwater" "$@" ;;
esac
"""


def make_appimage() -> Path:
    """Lay out the folder, pack it, put the runtime before it; the file."""
    folder = BUILD / "Headwater.AppDir"
    lay_out(folder)
    packed = BUILD / "headwater.squashfs"
    packed.unlink(missing_ok=True)
    subprocess.run(
        ["mksquashfs", folder, packed, "-root-owned", "-noappend", "-no-progress", "-quiet", "-comp", "zstd",
         "-Xcompression-level", "19", "-b", "128K"],
        check=True,
    )  # fmt: skip
    runtime = compile_runtime()
    with TARGET.open("wb") as image:
        image.write(runtime.read_bytes())
        with packed.open("rb") as file:
            shutil.copyfileobj(file, image)
    TARGET.chmod(0o755)
    return TARGET


def lay_out(folder: Path) -> None:
    """An AppDir: the bundle below `usr/lib`, what desktops read below `usr/share` and at the top."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BUNDLE, folder / "usr" / "lib" / "headwater", symlinks=True)
    shutil.copytree(BUILD / "share", folder / "usr" / "share")
    applications, icons = folder / "usr" / "share" / "applications", folder / "usr" / "share" / "icons" / "hicolor"
    shutil.copyfile(applications / f"{APP_ID}.desktop", folder / f"{APP_ID}.desktop")
    shutil.copyfile(icons / "256x256" / "apps" / f"{APP_ID}.png", folder / f"{APP_ID}.png")
    (folder / ".DirIcon").symlink_to(f"{APP_ID}.png")
    start = folder / "AppRun"
    start.write_text(_APP_RUN, encoding="utf-8")
    start.chmod(start.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


def compile_runtime() -> Path:
    """The program in front, marked as an AppImage's."""
    runtime = BUILD / "appimage_runtime"
    source = PACKAGING / "linux" / "appimage_runtime.c"
    # The linker warns that glibc would load modules of libfuse at run time; none is used.
    subprocess.run(
        ["gcc", "-Os", "-s", "-static", "-Wall", "-Wextra", "-Wl,--no-warnings", "-o", runtime, source, *_LIBRARIES],
        check=True,
    )
    data = bytearray(runtime.read_bytes())
    data[_MAGIC_AT : _MAGIC_AT + len(_MAGIC)] = _MAGIC
    runtime.write_bytes(data)
    return runtime


if __name__ == "__main__":
    make_appimage()
