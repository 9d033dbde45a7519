"""What a Linux desktop wants to know of a program: everything that goes below `/usr/share`.

    python packaging/steps/share.py FOLDER

Desktop entry, MIME types, icons, AppStream's description with the releases of `CHANGELOG.md`, manual pages and shell
completions. The same files go into the Debian package, the AppImage and the Flatpak.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from changelog import Release, read_releases
from icons import write_hicolor
from places import APP_ID, PACKAGING, ROOT, VERSION
from terminal_pages import write_pages

_LINUX = PACKAGING / "linux"


def write_share(share: Path) -> None:
    """Write everything below `share`; raises `subprocess.CalledProcessError` when a check finds fault with it."""
    releases = read_releases(ROOT / "CHANGELOG.md")
    if releases[0].version != VERSION:
        raise SystemExit(f"CHANGELOG.md begins with {releases[0].version}, but this is {VERSION}")
    released = releases[0].moment().date()
    _copy(_LINUX / f"{APP_ID}.desktop", share / "applications" / f"{APP_ID}.desktop")
    _copy(_LINUX / "headwater-mime.xml", share / "mime" / "packages" / "headwater.xml")
    metainfo = share / "metainfo" / f"{APP_ID}.metainfo.xml"
    metainfo.parent.mkdir(parents=True, exist_ok=True)
    template = (_LINUX / f"{APP_ID}.metainfo.xml").read_text(encoding="utf-8")
    metainfo.write_text(fill_releases(template, releases), encoding="utf-8")
    write_hicolor(share)
    write_pages(share, released)
    _check(share)


def fill_releases(template: str, releases: Sequence[Release]) -> str:
    """AppStream's description with a list of releases in place of the empty one."""
    mark = "  <releases/>\n"
    if mark not in template:
        raise ValueError("the description has lost its place for releases")
    lines = ["  <releases>"]
    for release in releases:
        lines.append(f'    <release version="{release.version}" date="{release.moment():%Y-%m-%d}">')
        lines.append("      <description>")
        lines.append("        <ul>")
        lines += [f"          <li>{escape(change)}</li>" for change in release.changes]
        lines.append("        </ul>")
        lines.append("      </description>")
        lines.append("    </release>")
    lines.append("  </releases>\n")
    return template.replace(mark, "\n".join(lines))


def _check(share: Path) -> None:
    """Ask the desktop's own checkers, where they are installed."""
    commands: list[list[str | Path]] = [
        ["desktop-file-validate", share / "applications" / f"{APP_ID}.desktop"],
        ["appstreamcli", "validate", "--no-net", share / "metainfo" / f"{APP_ID}.metainfo.xml"],
        ["xmllint", "--noout", share / "mime" / "packages" / "headwater.xml"],
    ]
    for command in commands:
        if shutil.which(str(command[0])) is not None:
            subprocess.run(command, check=True)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


if __name__ == "__main__":
    write_share(Path(sys.argv[1]))
