"""The link in a finished file's attributes: there when the settings say so, through the whole engine."""

import os
import sys
from pathlib import Path

import pytest
from tests.fakes.downloads import assert_done, fetch, open_api

from headwater.engine.settings import Settings
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="extended attributes of Linux")


@pytest.mark.parametrize("note_origin", [True, False])
async def test_a_finished_file_tells_where_it_came_from(tmp_path: Path, note_origin: bool) -> None:
    probe = tmp_path / "probe"
    probe.touch()
    try:
        os.setxattr(probe, "user.test", b"1")
    except OSError as error:
        pytest.skip(f"this file system has no attributes ({error})")
    sample = SeededSample(200_000)
    async with MirrorLab([MirrorBehaviour()], sample) as lab, open_api(tmp_path) as api:
        await api.change_settings(Settings(note_origin=note_origin))
        job = await fetch(api, lab.urls, tmp_path)
        assert_done(job, sha256_of(sample))
        assert job.path is not None
        names = os.listxattr(job.path)
        assert ("user.xdg.origin.url" in names) is note_origin
        if note_origin:
            assert os.getxattr(job.path, "user.xdg.origin.url").decode() == lab.urls[0]
