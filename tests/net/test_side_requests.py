"""What is asked of servers beside a download goes the way the settings name: here a proxy, the only way there is."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.downloads import add, assert_done, open_api, settled
from tests.fakes.list_server import ListServer
from tests.fakes.trusted import pieces_of

from headwater.content.verdict import Finding
from headwater.control.api import Api
from headwater.discovery.metalink import MetalinkFile
from headwater.discovery.metalink_writer import write_metalink
from headwater.engine.profile import HOME_VARIABLE, Profile
from headwater.engine.settings import Settings, SettingsFile, saved_settings
from headwater.lab.sample import SeededSample
from headwater.model.job import Checksum
from headwater.model.source import SourceSpec

SAMPLE = SeededSample(300_000, seed=5)
DATA = SAMPLE.read(0, SAMPLE.size_bytes)
DIGEST = hashlib.sha256(DATA).hexdigest()
#: Names that no resolver knows: only the proxy serves them.
FILE_URL = "http://files.invalid/one.bin"
LIST_URL = "http://lists.invalid/one.meta4"


@pytest.fixture
async def api(tmp_path: Path) -> AsyncIterator[Api]:
    """An engine whose settings name a proxy."""
    listed = MetalinkFile(
        "one.bin",
        len(DATA),
        (SourceSpec(FILE_URL),),
        (Checksum("sha-256", DIGEST),),
        pieces_of(SAMPLE, 65536),
    )
    documents = {
        "/one.bin": DATA,
        "/one.meta4": write_metalink([listed]),
        "/one.bin.sha256": f"{DIGEST}  one.bin\n".encode(),
    }
    headers = {"/one.bin": (("Link", f'<{LIST_URL}>; rel=describedby; type="application/metalink4+xml"'),)}
    async with ListServer(documents, headers) as proxy, open_api(tmp_path) as opened:
        await opened.change_settings(replace(opened.settings, proxy=proxy.url))
        yield opened


async def test_a_metalink_that_an_answer_names_is_fetched_through_the_proxy(api: Api, tmp_path: Path) -> None:
    job_id = await add(api, [FILE_URL], tmp_path)
    assert_done(await settled(api, job_id), DIGEST)
    assert not any("was of no use" in act.words for act in api.activity(job_id))


async def test_documents_and_checksum_files_are_fetched_through_the_proxy(api: Api) -> None:
    files = await api.read_document(LIST_URL)
    assert not isinstance(files, str)
    assert [file.name for file in files] == ["one.bin"]
    found = await api.find_checksum([LIST_URL, FILE_URL])
    assert found is not None
    assert found.checksum.hex_digest == DIGEST


async def test_a_file_is_compared_with_its_copy_and_mended_through_the_proxy(api: Api, tmp_path: Path) -> None:
    path = tmp_path / "one.bin"
    path.write_bytes(DATA[:100_000] + b"!" + DATA[100_001:])
    found = await api.examine(path, [FILE_URL])
    assert found.is_damaged
    mended = await api.mend(found)
    assert path.read_bytes() == DATA
    assert mended.report.verdict.finding is not Finding.DAMAGED


def test_commands_without_an_engine_take_the_settings_that_were_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert saved_settings() == Settings()
    SettingsFile(Profile.find().settings_path).save(Settings(user_agent="mine"))
    assert saved_settings().user_agent == "mine"
    Profile.find().settings_path.write_text("{", encoding="utf-8")
    assert saved_settings() == Settings(), "a file that cannot be understood is left to the program that wrote it"
    assert Profile.find().settings_path.exists()
