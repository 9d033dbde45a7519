"""Looking at the hosts of running jobs: when, how often, and what is given up."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.waiting import PATIENCE_S, until

from headwater.engine.host_facts import HostFacts
from headwater.engine.host_survey import KEEP_NOTHING_S, KEEP_S, HostAsk, HostSurvey, Means
from headwater.model.job import JobId

ASK = HostAsk("far.example", 80, may_probe=True)
ONE, TWO = JobId("one"), JobId("two")


class World:
    """Hosts, and a clock that a test turns. `gate` holds traces back while it is closed."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.addresses: dict[str, str] = {"far.example": "198.51.100.7", "here.example": "127.0.0.1"}
        self.resolved: list[str] = []
        self.traced: list[tuple[str, int]] = []
        self.given_up: list[str] = []
        self.hops: int | None = 9
        self.gate = asyncio.Event()
        self.gate.set()

    def monotonic_s(self) -> float:
        return self.now

    def unix_s(self) -> float:
        return self.now

    async def resolve(self, name: str, _port: int) -> list[str]:
        self.resolved.append(name)
        if name not in self.addresses:
            raise OSError("no such name")
        return [self.addresses[name]]

    async def trace(self, address: str, port: int) -> int | None:
        self.traced.append((address, port))
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.given_up.append(address)
            raise
        return self.hops

    @property
    def means(self) -> Means:
        is_own = "127.0.0.1".__eq__
        return Means(self.resolve, {"198.51.100.7": "NZ"}.get, is_own, is_own, self.trace)


@pytest.fixture
def world() -> World:
    return World()


def survey_of(world: World, folder: Path, *, after_s: float = 0.0) -> HostSurvey:
    return HostSurvey(world.means, world, folder / "hosts.json", after_s=after_s)


def heard() -> tuple[Callable[[], None], list[int]]:
    calls: list[int] = []
    return lambda: calls.append(1), calls


async def test_a_host_is_placed_and_its_hops_are_counted(world: World, tmp_path: Path) -> None:
    survey = survey_of(world, tmp_path)
    changed, calls = heard()
    survey.join(ONE, {"far.example:80": ASK}, changed)
    assert survey.of("far.example:80") == HostFacts()
    await until(lambda: survey.of("far.example:80").hops == 9)
    facts = survey.of("far.example:80")
    assert (facts.address, facts.country, facts.is_near) == ("198.51.100.7", "NZ", False)
    assert world.traced == [("198.51.100.7", 80)]
    assert len(calls) == 2, "once for the place, once for the hops"
    await survey.close()


async def test_once_a_day_is_enough_also_over_restarts(world: World, tmp_path: Path) -> None:
    survey = survey_of(world, tmp_path)
    survey.join(ONE, {"far.example": ASK}, lambda: None)
    await until(lambda: survey.of("far.example").hops == 9)
    survey.leave(ONE)
    survey.join(TWO, {"far.example": ASK}, lambda: None)
    await survey.close()
    world.now += KEEP_S - 1
    again = survey_of(world, tmp_path)
    await again.load()
    assert again.of("far.example").hops == 9
    again.join(ONE, {"far.example": ASK, "here.example": replace(ASK, name="here.example")}, lambda: None)
    await until(lambda: again.of("here.example").hops == 0)
    assert world.traced == [("198.51.100.7", 80)], "nothing leads to this computer, and the other is known"
    await again.close()
    world.now += 2
    later = survey_of(world, tmp_path)
    await later.load()
    assert later.of("far.example") == HostFacts()
    await later.close()


async def test_a_short_download_asks_nothing(world: World, tmp_path: Path) -> None:
    survey = survey_of(world, tmp_path, after_s=PATIENCE_S)
    survey.join(ONE, {"far.example": ASK}, lambda: None)
    survey.leave(ONE)
    await survey.close()
    assert world.resolved == []
    assert not (tmp_path / "hosts.json").exists()


async def test_what_nobody_wants_any_more_is_given_up(world: World, tmp_path: Path) -> None:
    world.gate.clear()
    survey = survey_of(world, tmp_path)
    for job_id in (ONE, TWO):
        survey.join(job_id, {"far.example": ASK}, lambda: None)
    await until(lambda: world.traced)
    survey.leave(ONE)
    await asyncio.sleep(0)
    assert world.given_up == []
    survey.leave(TWO)
    await until(lambda: world.given_up)
    assert survey.of("far.example").country == "NZ"
    assert survey.of("far.example").hops is None
    survey.join(ONE, {"far.example": ASK}, lambda: None)
    world.gate.set()
    await until(lambda: survey.of("far.example").hops == 9)
    await survey.close()


async def test_a_host_that_may_not_be_probed_is_only_placed(world: World, tmp_path: Path) -> None:
    world.gate.clear()
    survey = survey_of(world, tmp_path)
    quiet = replace(ASK, may_probe=False)
    survey.join(ONE, {"far.example": quiet}, lambda: None)
    await until(lambda: survey.of("far.example").country == "NZ")
    assert world.traced == []
    survey.join(ONE, {"far.example": ASK}, lambda: None)
    await until(lambda: world.traced)
    survey.join(ONE, {"far.example": quiet}, lambda: None)
    await until(lambda: world.given_up)
    await survey.close()


async def test_unknown_is_an_answer_and_is_not_asked_again_soon(world: World, tmp_path: Path) -> None:
    world.hops = None
    survey = survey_of(world, tmp_path)
    nowhere = replace(ASK, name="nowhere.example")
    hosts = {"far.example": ASK, "nowhere.example": nowhere}
    survey.join(ONE, hosts, lambda: None)
    await until(lambda: survey.of("far.example").traced_at and survey.of("nowhere.example").found_at)
    assert survey.of("far.example").hops is None
    survey.join(ONE, hosts, lambda: None)
    world.now += KEEP_NOTHING_S + 1
    world.addresses["nowhere.example"] = "198.51.100.7"
    survey.join(ONE, hosts, lambda: None)
    await until(lambda: survey.of("nowhere.example").country == "NZ")
    assert world.resolved == ["far.example", "nowhere.example", "nowhere.example"]
    await survey.close()


async def test_another_network_has_other_ways(world: World, tmp_path: Path) -> None:
    survey = survey_of(world, tmp_path)
    survey.join(ONE, {"far.example": ASK}, lambda: None)
    await until(lambda: survey.of("far.example").hops == 9)
    world.hops = 14
    survey.forget_ways()
    assert survey.of("far.example").hops is None
    await until(lambda: survey.of("far.example").hops == 14)
    await survey.close()


async def test_a_file_that_cannot_be_used_is_no_loss(
    world: World, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "hosts.json").write_text('{"far.example": 3}')
    survey = survey_of(world, tmp_path)
    await survey.load()
    assert survey.of("far.example") == HostFacts()
    assert "cannot be read" in caplog.text
    await survey.close()
