"""Headwater's own methods for the list, through HTTP on a real engine."""

from datetime import date

import pytest
from tests.conftest import LabMaker

from headwater.control.rpc.list_methods import METHODS
from headwater.engine.codec import encode
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.arrangement import Category
from headwater.model.job import JobId, JobState

from .conftest import Rpc

NOWHERE = "http://127.0.0.1:9/file.bin"


async def test_the_page_names_what_is_there(rpc: Rpc) -> None:
    own = {name for name in await rpc.call("system.listMethods") if name.startswith("headwater.")}
    told = {f"headwater.{signature.partition('(')[0]}" for signature, _ in METHODS}
    assert told < own
    assert len(told) == len(METHODS)


async def test_queues_are_read_and_made(rpc: Rpc) -> None:
    queues = await rpc.call("headwater.getQueues")
    assert queues == [{"name": "", "running_at_once": 3, "hours": [], "is_stopped": False}]
    night = {"name": "Night", "hours": [{"start_minute": 1320, "end_minute": 420}], "is_stopped": True}
    assert await rpc.call("headwater.setQueues", [{"name": "", "running_at_once": 5}, night]) == "OK"
    assert rpc.api.settings.running_at_once == 5
    assert [queue.name for queue in rpc.api.settings.queues] == ["Night"]
    assert (await rpc.call("headwater.getQueues"))[1]["hours"][0]["weekdays"] == [0, 1, 2, 3, 4, 5, 6]
    for wrong in ([], [night], [{"name": ""}, {"name": ""}], [{"name": "", "running_at_once": 0}], ["Night"]):
        assert await rpc.complaint("headwater.setQueues", wrong)


async def test_a_download_is_arranged(rpc: Rpc) -> None:
    await rpc.call("headwater.setQueues", [{"name": ""}, {"name": "Night", "is_stopped": True}])
    gid = await rpc.call("aria2.addUri", [NOWHERE], {"pause": "true"})
    wishes = {"priority": "high", "queue": "Night", "category": "Films"}
    assert await rpc.call("headwater.setArrangement", gid, wishes) == "OK"
    await rpc.call("aria2.unpause", gid)
    assert await rpc.call("headwater.getArrangement", gid) == {**wishes, "is_queue_open": False, "aftermath": None}
    assert rpc.api.job(JobId(gid)).state is JobState.WAITING
    assert "priority" in await rpc.complaint("headwater.setArrangement", gid, {"priority": "highest"})
    assert "no queue called" in await rpc.complaint("headwater.setArrangement", gid, {"queue": "Day"})
    assert "no wish called" in await rpc.complaint("headwater.setArrangement", gid, {"after": "rm"})
    assert "not found" in await rpc.complaint("headwater.getArrangement", "0123456789abcdef")


async def test_sources_are_steered(rpc: Rpc) -> None:
    gid = await rpc.call("aria2.addUri", [NOWHERE, "http://127.0.0.2:9/file.bin"], {"pause": "true"})
    wishes = {"pinned": True, "enabled": False, "rate_limit_bytes_per_s": 50_000}
    assert await rpc.call("headwater.setSource", gid, 1, wishes) == "OK"
    assert await rpc.call("headwater.rankSources", gid, [1, 0]) == "OK"
    assert await rpc.call("headwater.askSource", gid, 1) == "OK"
    second = rpc.api.spec(JobId(gid)).sources[1]
    assert (second.pinned, second.enabled, second.rate_limit_bytes_per_s, second.place) == (True, True, 50_000.0, 1)
    assert "no source number 7" in await rpc.complaint("headwater.askSource", gid, 7)
    assert "whole number" in await rpc.complaint("headwater.rankSources", gid, ["one"])
    assert "no wish called" in await rpc.complaint("headwater.setSource", gid, 0, {"colour": "red"})
    assert "true or false" in await rpc.complaint("headwater.setSource", gid, 0, {"pinned": 1})


async def test_what_came_is_told(rpc: Rpc, mirror_lab: LabMaker) -> None:
    assert await rpc.call("headwater.getTraffic") == []
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(300_000))
    gid = await rpc.call("aria2.addUri", list(lab.urls))
    await rpc.api.settled(JobId(gid))
    (row,) = await rpc.call("headwater.getTraffic")
    assert row["received_bytes"] == 300_000
    assert date.fromisoformat(row["day"]) <= date.today()  # noqa: DTZ011  # the calendar of this computer, as in the row
    assert row["host"] in lab.urls[0]


@pytest.mark.parametrize(
    "wish", [{"action": "command"}, {"command": "rm -rf /"}, {"action": "command", "command": "x"}]
)
async def test_no_command_comes_from_outside(rpc: Rpc, wish: dict[str, str]) -> None:
    assert "never from outside" in await rpc.complaint("headwater.setWhenAllDone", wish)


async def test_the_end_is_chosen(rpc: Rpc) -> None:
    assert (await rpc.call("headwater.getWhenAllDone"))["action"] == "nothing"
    assert await rpc.call("headwater.setWhenAllDone", {"action": "sleep", "countdown_s": 30}) == "OK"
    now = await rpc.call("headwater.getWhenAllDone")
    assert now == {"action": "sleep", "command": "", "countdown_s": 30.0, "once": True}
    assert await rpc.complaint("headwater.setWhenAllDone", {"action": "explode"})
    assert await rpc.complaint("headwater.setWhenAllDone", {"countdown_s": -1})
    assert await rpc.call("headwater.stopEndAction") == "OK"


async def test_categories_are_read(rpc: Rpc) -> None:
    films = Category("Films", rpc.folder, (".mkv",), ("*.example.org",))
    await rpc.api.change_settings(type(rpc.api.settings)(categories=(films,)))
    assert await rpc.call("headwater.getCategories") == [encode(films)]
