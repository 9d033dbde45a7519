"""A mirror that says the file is empty, as one does that is being filled: not believed before the others were heard."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.downloads import add, assert_done, open_api, settled
from tests.fakes.waiting import until
from tests.net.hostile.server import Answer, HostileServer

from headwater.engine import answer_desk
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import BytesSample, SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobOptions
from headwater.model.tuning import Tuning

FILE, NOTHING = SeededSample(300_000, seed=51), BytesSample(b"")
EMPTY = MirrorBehaviour(sample=NOTHING)


@pytest.mark.parametrize("tells_size", [True, False])
async def test_one_empty_mirror_does_not_make_an_empty_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, tells_size: bool
) -> None:
    """The others cannot answer at first, and nothing is decided before they can."""
    monkeypatch.setattr(answer_desk, "_MOST_EMPTY", 1000)
    busy = MirrorBehaviour(status=503)
    async with MirrorLab([replace(EMPTY, chunked=not tells_size), busy, busy], FILE) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await until(lambda: all(mirror.requests for mirror in lab.mirrors), "all were asked")
        for mirror in lab.mirrors[1:]:
            mirror.change(status=None)
        assert_done(await settled(api, job_id), sha256_of(FILE))


@pytest.mark.parametrize(
    "others", [[], [EMPTY], [EMPTY] * 3, [MirrorBehaviour(status=404)] * 2], ids=["alone", "two", "four", "others gone"]
)
async def test_where_no_other_has_more_the_file_is_empty(others: list[MirrorBehaviour], tmp_path: Path) -> None:
    async with MirrorLab([EMPTY, *others], FILE) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        assert_done(await settled(api, job_id), sha256_of(NOTHING))
        assert max(len(mirror.requests) for mirror in lab.mirrors) < 10


async def test_one_that_never_answers_is_not_waited_for_without_end(tmp_path: Path) -> None:
    options = JobOptions(tuning=Tuning(backoff_s=0.05))
    mute = HostileServer(lambda _asked, _number: Answer(b""), greet=False)
    async with MirrorLab([EMPTY], FILE) as lab, mute, open_api(tmp_path) as api:
        job_id = await add(api, [*lab.urls, mute.url], tmp_path, options=options)
        assert_done(await settled(api, job_id), sha256_of(NOTHING))
        assert len(lab.mirrors[0].requests) < 20
