"""Wheel and source archive: taken by pipx into folders of a test's own, used, and removed without a trace."""

import os
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.dist.clean_root import run
from tests.dist.conftest import Artefact
from tests.dist.trials import command_by_websocket, fetch_in_terminal, fetch_in_window, see_the_demo
from tests.fakes.desktop import missing_programs, open_desktop

pytestmark = [
    pytest.mark.dist,
    pytest.mark.skipif(bool(missing_programs()), reason=missing_programs()),
    pytest.mark.timeout(600),
]


class Piped:
    """A home with pipx in it, and an environment that holds nothing else."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.pipx = home / "pipx-itself" / "bin" / "pipx"
        kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "LANG"))}
        self._environment = {
            **kept, "HOME": str(home), "PATH": "/usr/bin:/bin", "PIPX_HOME": str(home / "pipx"),
            "PIPX_BIN_DIR": str(home / "bin"), "PIPX_MAN_DIR": str(home / "man"),
        }  # fmt: skip

    async def install_pipx(self) -> None:
        await run(sys.executable, "-m", "venv", str(self.home / "pipx-itself"))
        await run(str(self.pipx.with_name("pip")), "install", "--quiet", "pipx")

    def __call__(self, program: str, *arguments: str, display: str | None = None) -> tuple[str, ...]:
        return self.command(str(self.home / "bin" / program), *arguments, display=display)

    def command(self, *words: str, display: str | None = None) -> tuple[str, ...]:
        given = dict(self._environment)
        if display is not None:
            given |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        settings = (f"{name}={value}" for name, value in given.items())
        return ("env", "--ignore-environment", f"--chdir={self.home}", *settings, *words)


async def test_pipx_takes_the_wheel_and_lets_it_go(tmp_path: Path, artefact: Artefact, mirror_lab: LabMaker) -> None:
    piped = Piped(tmp_path)
    await piped.install_pipx()
    wheel = artefact("headwater-*.whl")
    await run(*piped.command(str(piped.pipx), "install", "--python", sys.executable, str(wheel)))
    assert {path.name for path in (tmp_path / "bin").iterdir()} == {"headwater", "headwater-cli"}

    await fetch_in_terminal(piped, tmp_path, mirror_lab)
    await command_by_websocket(piped)
    async with open_desktop("wheel") as desktop:
        await fetch_in_window(piped, tmp_path, desktop, mirror_lab)
        await see_the_demo(piped, tmp_path, desktop)

    await run(*piped.command(str(piped.pipx), "uninstall", "headwater"))
    assert list((tmp_path / "bin").iterdir()) == []
    assert not (tmp_path / "pipx" / "venvs" / "headwater").exists()


def test_the_wheel_holds_all_three_packages_and_their_files(artefact: Artefact) -> None:
    names = set(zipfile.ZipFile(artefact("headwater-*.whl")).namelist())
    root = Path(__file__).parents[2]
    for folder in ("app", "ui", "resources"):
        wanted = {
            path.relative_to(root / folder).as_posix()
            for path in (root / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
        }
        assert wanted - names == set()


def test_the_source_archive_can_make_the_same_wheel(artefact: Artefact) -> None:
    """`build` makes the wheel out of the archive; here it is seen to hold what else a packager needs."""
    with tarfile.open(artefact("headwater-*.tar.gz")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "Makefile"} <= names
    assert {"packaging/bundle/headwater.spec", "packaging/steps/deb.py", "mkdocs.yml"} <= names
