"""The Debian package: installed into a clean root, used there as a person would, and removed without a trace."""

import asyncio
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from tests.conftest import LabMaker
from tests.dist.clean_root import CleanRoot, run
from tests.dist.conftest import Artefact
from tests.dist.trials import command_by_websocket, fetch_in_terminal, fetch_in_window, see_the_demo
from tests.fakes.desktop import leave, missing_programs, open_desktop
from tests.fakes.waiting import until

from headwater import __version__
from headwater.discovery.metalink import MetalinkFile
from headwater.discovery.metalink_writer import write_metalink
from headwater.lab.sample import BytesSample, FileSample, SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import Checksum
from headwater.model.source import SourceSpec

pytestmark = [
    pytest.mark.dist,
    pytest.mark.skipif(bool(missing_programs()), reason=missing_programs()),
    pytest.mark.timeout(600),
]


#: A file of an older version.
NO_MORE = "left_over.so"


async def install(root: CleanRoot, package: Path) -> None:
    shutil.copyfile(package, root.folder / "tmp" / package.name)
    await run(*root.words_of_root("apt-get", "update", "-qq"))
    await run(*root.words_of_root("apt-get", "install", "-qq", "--no-install-recommends", f"/tmp/{package.name}"))


async def test_installed_used_and_removed(clean_root: CleanRoot, artefact: Artefact, mirror_lab: LabMaker) -> None:
    before = clean_root.files()
    await install(clean_root, artefact("headwater_*.deb"))
    assert (clean_root.folder / "usr/bin/headwater").is_symlink()

    await fetch_in_terminal(clean_root.words, clean_root.home, mirror_lab)
    await command_by_websocket(clean_root.words)
    async with open_desktop("package") as desktop:
        await fetch_in_window(clean_root.words, clean_root.home, desktop, mirror_lab)
        await see_the_demo(clean_root.words, clean_root.home, desktop)

    kept = clean_root.home_files()
    await run(*clean_root.words_of_root("apt-get", "purge", "-qq", "--auto-remove", "headwater"))
    assert clean_root.files() == before
    assert not (clean_root.folder / "opt" / "headwater").exists()
    assert clean_root.home_files() == kept, "a person's own data stays"


def older_than(package: Path, folder: Path) -> Path:
    """The same package as an older version, with a file that the newer one has no more."""
    tree = folder / "older"
    subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
    control = tree / "DEBIAN" / "control"
    control.write_text(control.read_text().replace(f"Version: {__version__}\n", "Version: 0.0.1\n"))
    (tree / "opt/headwater/_internal" / NO_MORE).write_text("of an older version")
    older = folder / "headwater_0.0.1.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, older], check=True)
    shutil.rmtree(tree)
    return older


async def test_an_update_keeps_what_is_the_persons_and_leaves_nothing_old(
    clean_root: CleanRoot, artefact: Artefact, mirror_lab: LabMaker, tmp_path: Path
) -> None:
    newer = artefact("headwater_*.deb")
    await install(clean_root, older_than(newer, tmp_path))
    assert (clean_root.folder / "opt/headwater/_internal" / NO_MORE).exists()
    async with open_desktop("update") as desktop:
        await fetch_in_window(clean_root.words, clean_root.home, desktop, mirror_lab)
    before = clean_root.home_files()
    assert any(path.name == "window.bin" for path in before)

    await install(clean_root, newer)
    told = await run(*clean_root.words_of_root("dpkg-query", "--show", "--showformat=${Version}", "headwater"))
    assert told == __version__
    assert not (clean_root.folder / "opt/headwater/_internal" / NO_MORE).exists()
    assert clean_root.home_files() == before
    await fetch_in_terminal(clean_root.words, clean_root.home, mirror_lab)


async def test_a_metalink_opens_with_a_double_click(
    clean_root: CleanRoot, artefact: Artefact, mirror_lab: LabMaker
) -> None:
    """`xdg-open` asks the desktop, which finds Headwater by the file's kind; the answer to its dialog fetches."""
    await install(clean_root, artefact("headwater_*.deb"))
    sample = SeededSample(2_000_000, seed=21)
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=4e6)] * 2, sample, path="/film.bin")
    described = MetalinkFile(
        name="film.bin",
        size_bytes=sample.size_bytes,
        checksums=(Checksum("sha-256", sha256_of(sample)),),
        sources=tuple(SourceSpec(url) for url in lab.urls),
    )
    document = clean_root.home / "film.meta4"
    document.write_bytes(write_metalink([described]))
    target = clean_root.home / "Downloads" / "film.bin"
    async with open_desktop("double-click") as desktop:
        # GNOME's way: other desktops look the same things up with tools of their own.
        words = clean_root.words(
            "dbus-run-session", "sh", "-c", f"xdg-open {document.name}; sleep infinity",
            display=desktop.environment["DISPLAY"], XDG_CURRENT_DESKTOP="GNOME",
        )  # fmt: skip
        async with desktop.program(*words):
            await desktop.window("Add downloads")
            await desktop.shoot("dialog")
            await desktop.keys("Return")
            await until(target.exists, "the file is complete")
            await asyncio.sleep(1.0)
            await desktop.shoot("fetched")
            await desktop.window("Headwater")
            await desktop.keys("ctrl+q")
    assert sha256_of(FileSample(target)) == sha256_of(sample)


#: A colour that nothing else of the window has.
LOUD = (230, 0, 230)


async def test_avif_is_decoded_by_the_library_that_debian_has(
    clean_root: CleanRoot, artefact: Artefact, mirror_lab: LabMaker, tmp_path: Path
) -> None:
    """The package brings no decoder of its own and recommends Debian's; without it nothing else is amiss (above)."""
    await install(clean_root, artefact("headwater_*.deb"))
    told = await run(*clean_root.words_of_root("dpkg-query", "--show", "--showformat=${Recommends}", "headwater"))
    library = next(word for word in told.replace(",", " ").split() if word.startswith("libavif"))
    await run(*clean_root.words_of_root("apt-get", "install", "-qq", "--no-install-recommends", library))
    picture = io.BytesIO()
    Image.new("RGB", (640, 480), LOUD).save(picture, "AVIF")
    lab = await mirror_lab([MirrorBehaviour()], BytesSample(picture.getvalue()), path="/picture.avif")
    screen = tmp_path / "screen.png"
    async with open_desktop("avif") as desktop:
        words = clean_root.words("headwater", *lab.urls, display=desktop.environment["DISPLAY"])
        async with desktop.program(*words) as window:
            await desktop.window("Headwater")

            async def is_shown() -> bool:
                await desktop.run("import", "-window", "root", str(screen))
                with Image.open(screen) as seen:
                    unlike = ImageChops.difference(seen.convert("RGB"), Image.new("RGB", seen.size, LOUD))
                return sum(unlike.convert("L").histogram()[:8]) > 5_000

            await until(is_shown, "the picture is shown", every_s=1.0)
            await desktop.shoot("shown")
            await leave(desktop, window)


async def test_manuals_and_completions_are_where_they_are_looked_for(clean_root: CleanRoot, artefact: Artefact) -> None:
    await install(clean_root, artefact("headwater_*.deb"))
    share = clean_root.folder / "usr" / "share"
    for name in ("headwater", "headwater-cli"):
        assert (share / "man/man1" / f"{name}.1.gz").is_file()
    for checker, page in (
        ("bash", "bash-completion/completions/headwater-cli"),
        ("zsh", "zsh/vendor-completions/_headwater-cli"),
        ("fish", "fish/vendor_completions.d/headwater-cli.fish"),
    ):
        text = (share / page).read_text(encoding="utf-8")
        assert "--checksum" in text or "-l checksum" in text, f"{checker} completes options of commands"
        if shutil.which(checker) is not None:
            await run(checker, "-n", str(share / page))


async def test_data_that_libraries_read_by_name_came_along(artefact: Artefact) -> None:
    """What the freezer cannot see: no import asks for it, and it would be missed only when it is read."""
    listed = await run("dpkg-deb", "--contents", str(artefact("headwater_*.deb")))
    for name in (
        "tzdata/zoneinfo/zone.tab",
        "tzdata/zoneinfo/tzdata.zi",
        "puremagic/magic_data.json",
        "headwater_resources/translations/headwater_de.qm",
        "headwater_resources/samples/headwater.jpg",
        "PySide6/Qt/translations/qtbase_ja.qm",
    ):
        assert f"./opt/headwater/_internal/{name}\n" in listed, f"{name} is missing"
    assert "/headwater_de.ts" not in listed, "what translators work on stays in the sources"


async def test_libraries_are_looked_for_here_and_in_the_system_only(artefact: Artefact, tmp_path: Path) -> None:
    """A folder of the computer that the package was made on would be one that somebody else may own."""
    tree = tmp_path / "tree"
    await run("dpkg-deb", "--raw-extract", str(artefact("headwater_*.deb")), str(tree))
    libraries = [path for path in tree.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    assert len(libraries) > 100
    for path in libraries:
        told = await run("readelf", "--dynamic", "--wide", str(path))
        searched = [
            line.partition("[")[2].rstrip("]") for line in told.splitlines() if "RPATH)" in line or "RUNPATH)" in line
        ]
        for folder in ":".join(searched).split(":"):
            assert folder == "" or folder.startswith("$ORIGIN"), f"{path.name} looks into {folder}"
