"""Make the Debian package: the bundle below `/opt/headwater`, launchers in `/usr/bin`, what desktops read.

    python packaging/steps/deb.py

Libraries that Debian has are left out of it: the package asks for Debian's, which get security fixes. Which ones,
`dpkg-shlibdeps` finds out from the programs themselves; what Qt opens by name at run time is added here. The decoder of
AVIF pictures is one of them: Pillow's copy of libavif goes, and a binding that was linked with Debian's comes.
"""

import gzip
import os
import shutil
import subprocess
import textwrap
from email.utils import format_datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PyInstaller.depend.bindepend import get_imports

from bundle import forget_build_paths, strip_debug_information
from changelog import read_releases
from places import BUILD, BUNDLE, DIST, HOST_LIBRARIES, PACKAGING, ROOT, VERSION

_MAINTAINER: Final = "The Headwater founders <maintainers@headwater.example.org>"
#: Opened by name: nothing in the bundle asks the loader for them.
_OPENED_BY_NAME: Final = ("libegl1", "libgl1", "ca-certificates")
_RECOMMENDED: Final = ("desktop-file-utils", "shared-mime-info", "hicolor-icon-theme", "gnome-keyring | keepassxc")

_CONTROL: Final = """\
Package: headwater
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size_kib}
Depends: {depends}
Recommends: {recommends}
Section: net
Priority: optional
Description: download manager that uses many mirrors at once
 Headwater takes one file from many servers at the same time and brings the
 bytes wanted first, first: a film plays, a picture sharpens and an archive
 opens long before the last byte is here.
 .
 It proves what it can with hashes, Metalinks and torrents, mends bad blocks
 from another server, loses nothing in a crash, and is commanded as aria2 is.
"""


def make_deb() -> Path:
    """Lay out the tree, ask what it depends on, pack it; the package."""
    tree = BUILD / "deb"
    lay_out(tree)
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], check=True, capture_output=True, text=True
    ).stdout.strip()
    size_kib = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    depends, recommends = find_dependencies(tree)
    control = _CONTROL.format(
        version=VERSION,
        architecture=architecture,
        maintainer=_MAINTAINER,
        size_kib=size_kib,
        depends=", ".join(sorted({*_OPENED_BY_NAME, *depends})),
        recommends=", ".join((*_RECOMMENDED, *recommends)),
    )
    (tree / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    target = DIST / f"headwater_{VERSION}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--threads-max=2", "--build", tree, target], check=True
    )
    return target


def lay_out(tree: Path) -> None:
    """Every file where the package puts it."""
    shutil.rmtree(tree, ignore_errors=True)
    (tree / "DEBIAN").mkdir(parents=True)  # by which the dependencies' finder knows a package's root
    program = tree / "opt" / "headwater"
    shutil.copytree(BUNDLE, program, symlinks=True)
    for name in HOST_LIBRARIES.read_text(encoding="utf-8").split():
        (program / "_internal" / name).unlink()
    take_debians_avif(program / "_internal")
    share = tree / "usr" / "share"
    shutil.copytree(BUILD / "share", share)
    commands = tree / "usr" / "bin"
    commands.mkdir()
    for name in ("headwater", "headwater-cli"):
        (commands / name).symlink_to(f"/opt/headwater/{name}")
    _write_documents(share / "doc" / "headwater")
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or (os.access(path, os.X_OK) and ".so" not in path.name) else 0o644)


def take_debians_avif(internal: Path) -> None:
    """Pillow's decoder and its libavif go; in their place comes the binding (`pillow_avif`) to Debian's library.

    Raises `RuntimeError` where the binding that is installed brings a library of its own, as its wheels do.
    """
    binding = find_spec("pillow_avif")
    if binding is None or binding.origin is None:
        raise RuntimeError("pillow-avif-plugin is not installed here")
    (compiled,) = Path(binding.origin).parent.glob("_avif.*.so")
    linked = [path for name, path in get_imports(str(compiled)) if name.startswith("libavif")]
    if not linked or not str(linked[0]).startswith(("/lib/", "/usr/lib/")):
        raise RuntimeError(f"{compiled} is linked with {linked}: install it with --no-binary pillow-avif-plugin")
    for folder in ("PIL", "pillow.libs"):
        shutil.rmtree(internal / folder)
    for link in internal.glob("libavif*"):
        link.unlink()
    target = internal / "pillow_avif"
    target.mkdir()
    shutil.copy(compiled, target)
    strip_debug_information(target)
    forget_build_paths(target)


def find_dependencies(tree: Path) -> tuple[list[str], list[str]]:
    """The packages with the libraries that the programs ask for and the tree does not hold: `(needed, recommended)`.

    Recommended is what brings the decoder of AVIF: later releases rename it, and all but these pictures works without.
    """
    work = BUILD / "deb-dependencies"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian" / "control").write_text("Source: headwater\n\nPackage: headwater\nArchitecture: any\n")
    internal = tree / "opt" / "headwater" / "_internal"
    programs = [path for path in internal.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    own = {path.parent for path in programs}
    avif = {path for path in programs if path.parent.name == "pillow_avif"}
    needed = [tree / "opt" / "headwater" / "headwater", *(path for path in programs if path not in avif)]
    told = subprocess.run(
        ["dpkg-shlibdeps", "-O", "--warnings=0", "--ignore-missing-info", *(f"-l{folder}" for folder in sorted(own)),
         "-dRecommends", *avif, "-dDepends", *needed],
        check=True, stdout=subprocess.PIPE, text=True, cwd=work,
    ).stdout  # fmt: skip
    named = dict(line.split("=", 1) for line in told.splitlines())
    depends, recommends = (named[f"shlibs:{kind}"].split(", ") for kind in ("Depends", "Recommends"))
    return depends, recommends


def _write_documents(folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copyfile(PACKAGING / "linux" / "copyright", folder / "copyright")
    changelog = ROOT / "CHANGELOG.md"
    releases = read_releases(changelog)
    lines = []
    for release in releases:
        lines.append(f"headwater ({release.version}) unstable; urgency=medium\n")
        for change in release.changes:
            lines += textwrap.wrap(change, 78, initial_indent="  * ", subsequent_indent="    ")
        lines.append(f"\n -- {_MAINTAINER}  {format_datetime(release.moment())}\n")
    with gzip.GzipFile(folder / "changelog.gz", "wb", mtime=0) as file:
        file.write("\n".join(lines).encode())


if __name__ == "__main__":
    make_deb()
