"""What sources are ranked by beside what is measured, through the whole engine: each acts on a job that runs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.fakes.downloads import add, assert_done, reached, settled, source_of, stands
from tests.fakes.waiting import until

from headwater.control.api import Api, Profile, Settings
from headwater.engine.ranking_settings import OnMetered, RankingSettings
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob
from headwater.model.job import JobId, JobOptions, JobSpec, JobState
from headwater.model.snapshots import ScoreTerm
from headwater.model.source import HostPreference, SourceSpec, SourceState
from headwater.model.spans import Span

SAMPLE = SeededSample(400_000, seed=12)
#: The last bytes are kept back, so that the job runs as long as the test looks.
HELD = MirrorBehaviour(withholds=(Span(200_000, 2**40),))


@asynccontextmanager
async def open_api(folder: Path, policy: str | None = None) -> AsyncIterator[Api]:
    """An engine whose administrator wrote `policy`."""
    file = folder / "policy.toml"
    if policy is not None:
        file.write_text(policy)
    api = await Api.open(Profile(folder / "profile", folder / "profile", (file,)))
    try:
        yield api
    finally:
        await api.close()


def term(api: Api, job_id: JobId, criterion: str, index: int = 0) -> ScoreTerm:
    """One term of a source's score; one of no weight while there is none."""
    by_number = sorted(api.sources(job_id), key=lambda source: source.source_id)
    return next(
        (one for one in by_number[index].terms if one.criterion == criterion), ScoreTerm(criterion, None, 0, "")
    )


async def rank_by(api: Api, **changes: object) -> None:
    await api.change_settings(replace(api.settings, ranking=replace(api.settings.ranking, **changes)))  # type: ignore[arg-type]  # names are checked at run time


async def test_hops_are_counted_and_explained_and_can_be_left_alone(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await until(lambda: source_of(api, job_id, lab, 0).hops == 0)
        hops = term(api, job_id, "hops")
        assert (hops.raw, hops.value, hops.words) == (0, 1.0, "0 hops")
        assert hops.part > 0
        source = source_of(api, job_id, lab, 0)
        assert source.score == pytest.approx(sum(one.part for one in source.terms))
        await rank_by(api, unprobed_hosts=("127.*",))
        assert term(api, job_id, "hops").value is None
        await rank_by(api, unprobed_hosts=())
        await until(lambda: term(api, job_id, "hops").value == 1.0)
        await rank_by(api, count_hops=False)
        assert (term(api, job_id, "hops").value, source_of(api, job_id, lab, 0).hops) == (None, None)


async def test_what_goes_through_a_proxy_is_not_looked_at(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([HELD, HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        options = JobOptions()
        through = replace(options, access=replace(options.access, proxy=f"http://{SourceSpec(lab.urls[0]).host}"))
        hidden = await add(api, (lab.urls[0],), tmp_path, name="hidden", options=through)
        shown = await add(api, (lab.urls[1],), tmp_path, name="shown")
        await until(lambda: source_of(api, shown, lab, 1).hops == 0)
        assert source_of(api, hidden, lab, 0).hops is None


async def test_distance_is_counted_from_the_users_country(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        await rank_by(api, country="DE")
        spec = JobSpec((SourceSpec(lab.urls[0], country="fr"),), tmp_path / "out")
        job_id = await api.execute(AddJob(spec))
        assert job_id is not None
        await until(lambda: term(api, job_id, "distance").raw)
        assert source_of(api, job_id, lab, 0).country == "FR"
        near = term(api, job_id, "distance").raw or 0.0
        await rank_by(api, country="NZ")
        far = term(api, job_id, "distance").raw or 0.0
        assert near < 1000
        assert far > 15_000
        own = HostPreference("*", country="NZ")
        await api.change_settings(replace(api.settings, host_preferences=(own,)))
        assert (term(api, job_id, "distance").raw, source_of(api, job_id, lab, 0).country) == (0.0, "NZ")


async def test_a_ranking_list_reaches_jobs_that_run(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([HELD, HELD], SAMPLE)
    first, second = (SourceSpec(url).host for url in lab.urls)
    listed = tmp_path / "scores.json"
    listed.write_text(f'{{"hosts": {{"{first}": 0.125, "{second}": 1}}}}')
    async with open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await stands(api, lambda: api.sources(job_id)[0].terms)
        assert term(api, job_id, "outside ranking").raw is None
        await rank_by(api, list_place=str(listed))
        await until(lambda: term(api, job_id, "outside ranking", 0).raw == 0.125)
        assert term(api, job_id, "outside ranking", 1).raw == 1.0
        assert api.ranking_view().patterns == 2
        own = HostPreference(first, rank=0.75)
        await api.change_settings(replace(api.settings, host_preferences=(own,)))
        assert term(api, job_id, "outside ranking", 0).raw == 0.75, "what a person says comes first"
        await rank_by(api, list_place=None)
        assert term(api, job_id, "outside ranking", 1).raw is None


async def test_the_administrators_policy_comes_first_and_blocks(mirror_lab: LabMaker, tmp_path: Path) -> None:
    lab = await mirror_lab([HELD, HELD], SAMPLE)
    first, second = (SourceSpec(url).host for url in lab.urls)
    policy = f"""
        [[hosts]]
        pattern = "{first}"
        rank = 0.125
        [[hosts]]
        pattern = "{second}"
        block = true
    """
    async with open_api(tmp_path, policy) as api:
        assert api.complaints == ()
        own = (HostPreference(first, rank=1.0, cost_per_gb=0.5), HostPreference(second, rank=1.0))
        await api.change_settings(Settings(host_preferences=own))
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, 200_000)
        told = source_of(api, job_id, lab, 0)
        assert (told.external_rank, told.cost_per_gb) == (0.125, 0.5)
        assert source_of(api, job_id, lab, 1).state is SourceState.DISABLED
        assert lab.mirrors[1].requests == []
        assert [one.pattern for one in api.ranking_view().policy] == [first, second]


async def test_a_policy_with_a_fault_is_complained_of(tmp_path: Path) -> None:
    async with open_api(tmp_path, "hosts = 3") as api:
        (complaint,) = api.complaints
        assert "policy.toml is not in force: hosts should be a list" in complaint
        assert api.ranking_view().policy == ()


async def test_a_metered_connection_costs_but_not_on_the_way_to_this_computer(
    mirror_lab: LabMaker, tmp_path: Path
) -> None:
    lab = await mirror_lab([HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        await rank_by(api, metered_cost_per_gb=0.25)
        job_id = await add(api, lab.urls, tmp_path)
        await stands(api, lambda: api.sources(job_id)[0].terms)
        assert term(api, job_id, "cost").raw is None
        api.told_metered(True)
        await until(lambda: term(api, job_id, "cost").raw == 0.0)
        assert api.ranking_view().is_metered is True
        api.told_metered(None)
        assert term(api, job_id, "cost").raw is None


async def test_jobs_wait_for_another_connection_where_the_settings_say_so(
    mirror_lab: LabMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("headwater.engine.job_driver.needs_network", lambda _url: True)
    lab = await mirror_lab([HELD], SAMPLE)
    async with open_api(tmp_path) as api:
        await api.change_settings(Settings(ranking=RankingSettings(on_metered=OnMetered.WAIT)))
        job_id = await add(api, lab.urls, tmp_path)
        await reached(api, job_id, 200_000)
        api.told_metered(True)
        assert "metered" in (api.job(job_id).error or "")
        lab.mirrors[0].change(withholds=())
        waiting = await add(api, lab.urls, tmp_path, name="later")
        await stands(api, lambda: "metered" in (api.job(waiting).error or ""))
        assert api.channels(job_id) == api.channels(waiting) == (), "what was under way was given up"
        asked = len(lab.mirrors[0].requests)
        await rank_by(api, metered_cost_per_gb=3.0)
        assert (api.job(job_id).state, len(lab.mirrors[0].requests)) == (JobState.RUNNING, asked)
        await rank_by(api, on_metered=OnMetered.GO_ON)
        for each in (job_id, waiting):
            assert_done(await settled(api, each), sha256_of(SAMPLE))


async def test_a_metered_connection_may_have_a_limit_of_its_own(mirror_lab: LabMaker, tmp_path: Path) -> None:
    async with open_api(tmp_path) as api:
        await rank_by(api, on_metered=OnMetered.LIMIT, metered_rate_bytes_per_s=1000.0)
        limits = api._engine._services.limits
        seen = [limits.rate_bytes_per_s]
        api.told_metered(True)
        seen.append(limits.rate_bytes_per_s)
        await api.change_settings(replace(api.settings, rate_limit_bytes_per_s=500.0))
        seen.append(limits.rate_bytes_per_s)
        api.told_metered(False)
        await api.change_settings(replace(api.settings, rate_limit_bytes_per_s=None))
        seen.append(limits.rate_bytes_per_s)
        assert seen == [None, 1000.0, 500.0, None], "a slower one stays"


async def test_where_the_user_seems_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headwater.engine.geography._zone_of_this_computer", lambda: "Europe/Berlin")
    async with open_api(tmp_path) as api:
        view = await api.find_country()
        assert (view.country, view.country_from) == ("DE", "time zone")
