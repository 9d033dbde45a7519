"""The AppImage: put into a person's folder, used, deleted; with FUSE, and where there is none."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.dist.clean_root import CleanRoot, run
from tests.dist.conftest import Artefact
from tests.dist.trials import command_by_websocket, fetch_in_terminal, fetch_in_window, see_the_demo
from tests.fakes.desktop import missing_programs, open_desktop

pytestmark = [
    pytest.mark.dist,
    pytest.mark.skipif(bool(missing_programs()), reason=missing_programs()),
    pytest.mark.timeout(600),
]


class Carried:
    """An AppImage in the person's folder; the terminal is a link to it. `environment` is given to both."""

    def __init__(self, root: CleanRoot, image: Path, **environment: str) -> None:
        self._root, self._environment = root, environment
        shutil.copy(image, root.home / "headwater.AppImage")
        (root.home / "headwater-cli").symlink_to("headwater.AppImage")

    def __call__(self, program: str, *arguments: str, display: str | None = None) -> tuple[str, ...]:
        name = {"headwater": "./headwater.AppImage", "headwater-cli": "./headwater-cli"}[program]
        return self._root.words(name, *arguments, display=display, **self._environment)

    def delete(self) -> None:
        (self._root.home / "headwater-cli").unlink()
        (self._root.home / "headwater.AppImage").unlink()


async def test_carried_used_and_deleted(clean_root: CleanRoot, artefact: Artefact, mirror_lab: LabMaker) -> None:
    await run(*clean_root.words_of_root("apt-get", "update", "-qq"))
    await run(*clean_root.words_of_root("apt-get", "install", "-qq", "--no-install-recommends", "fuse3"))
    before = clean_root.files()
    image = Carried(clean_root, artefact("Headwater-*.AppImage"))
    mounted = await run(*clean_root.words("sh", "-c", "./headwater.AppImage --version && ls -A /tmp"))
    assert mounted.startswith("Headwater ")
    assert "unpacked" not in mounted, "it was mounted, not unpacked"

    await fetch_in_terminal(image, clean_root.home, mirror_lab)
    await command_by_websocket(image)
    async with open_desktop("appimage") as desktop:
        await fetch_in_window(image, clean_root.home, desktop, mirror_lab)
        await see_the_demo(image, clean_root.home, desktop)

    image.delete()
    assert clean_root.files() == before
    assert clean_root.left_in_tmp() == set(), "no mount and no folder is left"


async def test_without_fuse_it_unpacks_itself(clean_root: CleanRoot, artefact: Artefact, mirror_lab: LabMaker) -> None:
    image = Carried(clean_root, artefact("Headwater-*.AppImage"))
    await fetch_in_terminal(image, clean_root.home, mirror_lab)
    assert clean_root.left_in_tmp() == set(), "what was unpacked is gone again"


async def test_what_tools_ask_an_appimage(clean_root: CleanRoot, artefact: Artefact) -> None:
    image = artefact("Headwater-*.AppImage")
    with image.open("rb") as file:
        assert file.read(11)[8:] == b"AI\x02"
        file.seek(int(await run(str(image), "--appimage-offset")))
        assert file.read(4) == b"hsqs", "a squashfs begins where it says"
    Carried(clean_root, image)
    await run(*clean_root.words("./headwater.AppImage", "--appimage-extract"))
    unpacked = clean_root.home / "squashfs-root"
    assert (unpacked / "AppRun").is_file()
    assert (unpacked / ".DirIcon").is_symlink()
    assert (unpacked / "usr/share/metainfo/org.headwater.Headwater.metainfo.xml").is_file()
