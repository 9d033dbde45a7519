"""Mirrors that lie where no hash is trusted: what was sampled is compared, disagreements are told, odds are stated."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.downloads import add, open_api, settled, sha256_of_file, source_of, told
from tests.fakes.trusted import bad_bytes
from tests.fakes.waiting import PATIENCE_S, until

from headwater.content.comparisons import Comparisons
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import Checksum, JobOptions, JobState
from headwater.model.snapshots import JobSnapshot, SchedulerActed, SourceSnapshot, StepIn
from headwater.model.source import SourceId, SourceState
from headwater.model.spans import Span
from headwater.model.tuning import Tuning
from headwater.schedule import sampling
from headwater.schedule.sampling import Sampler
from headwater.schedule.source_record import SourceRecord

FILE = SeededSample(16 * 1024**2, seed=21)
OTHER = SeededSample(FILE.size_bytes, seed=22)
SHORT = SeededSample(512 * 1024, seed=23)
LEAF = 16 * 1024
HONEST = MirrorBehaviour(rate_bytes_per_s=1.5e6)
LIAR = MirrorBehaviour(rate_bytes_per_s=1.5e6, sample=OTHER)


async def fetch_unproven(
    folder: Path, behaviours: list[MirrorBehaviour], options: JobOptions | None = None
) -> tuple[JobSnapshot, list[SourceSnapshot], list[SchedulerActed]]:
    async with MirrorLab(behaviours, FILE) as lab, open_api(folder) as api:
        job_id = await add(api, lab.urls, folder, options=options or JobOptions(tuning=Tuning(samples=64)))
        job = await settled(api, job_id)
        assert job.state is JobState.DONE, job.error
        sources = [source_of(api, job_id, lab, index) for index in range(len(behaviours))]
        return job, sources, [act for act in api.activity(job_id) if act.kind is StepIn.DISAGREED]


def compared(job: JobSnapshot) -> int:
    assert job.verdict is not None
    found = re.search(r"([\d,]+) of 1,024 blocks compared", job.verdict)
    assert found is not None, job.verdict
    return int(found[1].replace(",", ""))


async def test_honest_mirrors_end_with_odds_and_no_proof(tmp_path: Path) -> None:
    job, sources, disagreements = await fetch_unproven(tmp_path, [HONEST] * 4)
    assert compared(job) > 0
    assert job.verdict is not None
    assert "none differed" in job.verdict
    assert disagreements == []
    received = sum(source.received_bytes for source in sources)
    assert received < FILE.size_bytes + 4 * 64 * 16 * 1024


async def test_one_of_five_serves_another_version(tmp_path: Path) -> None:
    job, sources, disagreements = await fetch_unproven(tmp_path, [HONEST, HONEST, LIAR, HONEST, HONEST])
    assert job.path is not None
    assert sha256_of_file(job.path) == sha256_of(FILE), "all that the liar had brought came anew"
    assert disagreements, "what was sampled is told"
    assert all(re.search(r"\[\d+, \d+\)", act.words) for act in disagreements), "with the bytes it concerns"
    assert sources[2].state is SourceState.SET_ASIDE
    assert [source.state for source in sources].count(SourceState.SET_ASIDE) == 1


async def test_of_two_sources_that_disagree_the_better_ranked_one_is_believed(tmp_path: Path) -> None:
    job, sources, disagreements = await fetch_unproven(tmp_path, [HONEST, LIAR])
    assert disagreements
    assert {source.host in disagreements[0].words for source in sources} == {True}
    assert job.verdict is not None
    assert "which the ranking of the sources settled" in job.verdict
    aside = [source.state for source in sources].index(SourceState.SET_ASIDE)
    assert [source.state for source in sources].count(SourceState.SET_ASIDE) == 1
    assert job.path is not None
    whole = sha256_of(FILE if aside == 1 else OTHER)
    assert sha256_of_file(job.path) == whole, "never a mixture of two versions"
    assert any("ranks better" in act.words for act in disagreements)


async def test_who_lost_a_dispute_is_believed_in_nothing_that_was_not_compared(tmp_path: Path) -> None:
    """However many bad blocks a source may bring before it is set aside."""
    options = JobOptions(tuning=Tuning(bad_blocks=1000))
    job, _, disagreements = await fetch_unproven(tmp_path, [HONEST, LIAR, HONEST], options)
    assert disagreements
    assert job.path is not None
    assert sha256_of_file(job.path) == sha256_of(FILE), "never a mixture of two versions"


async def test_a_short_download_is_compared_before_it_is_over(tmp_path: Path) -> None:
    """Its last bytes are kept back: what is known by then, a file that comes at once would know in time, too."""
    end = (Span(SHORT.size_bytes - LEAF, SHORT.size_bytes),)
    liar = MirrorBehaviour(sample=SeededSample(SHORT.size_bytes, seed=24), withholds=end)
    async with MirrorLab([MirrorBehaviour(withholds=end), liar], SHORT) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await told(api, lambda event: isinstance(event, SchedulerActed) and event.kind is StepIn.DISAGREED)
        assert api.job(job_id).state is JobState.RUNNING
        lab.change(withholds=())
        job = await settled(api, job_id)
        assert job.state is JobState.DONE, job.error
        assert "which the ranking of the sources settled" in (job.verdict or "")


@pytest.mark.parametrize("size_bytes", [200_000, 700_001])
async def test_two_versions_are_not_joined_however_quickly_they_come(
    size_bytes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it is here before anybody thought of comparing it."""
    monkeypatch.setattr(sampling, "FIRST_PATIENCE_S", PATIENCE_S)
    files = [SeededSample(size_bytes, seed=seed) for seed in (25, 26)]
    held = tuple(MirrorBehaviour(sample=file, withholds=(Span(0, size_bytes),)) for file in files)
    async with MirrorLab(held) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path)
        await until(lambda: all(mirror.active_requests for mirror in lab.mirrors), "both are asked")
        lab.change(withholds=())
        job = await settled(api, job_id)
        assert job.state is JobState.DONE, job.error
        assert job.path is not None
        assert sha256_of_file(job.path) in {sha256_of(file) for file in files}, job.verdict


@pytest.mark.parametrize("liar_at", [0, 1])
async def test_who_differs_at_the_end_is_judged_by_a_third_before_the_ranking_decides(
    liar_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All came before it was compared, and the third source was busy until then: it has to be asked all the same."""
    take, offer = Comparisons.take, Sampler.offer

    def keep(self: Comparisons, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:
        take(self, supplier, offset, data)
        if self._timer is not None:
            self._timer.cancel()  # what came is compared when something waits for it

    def offer_later(self: Sampler, record: SourceRecord, now: float) -> None:
        wanted = self._wanted
        if not self._books.bytes.is_complete:
            self._wanted = tuple(opinion for opinion in wanted if 2 not in (*opinion.known, record.source_id))
        offer(self, record, now)
        self._wanted = wanted

    monkeypatch.setattr(Comparisons, "take", keep)
    monkeypatch.setattr(Sampler, "offer", offer_later)
    end = (Span(SHORT.size_bytes - LEAF, SHORT.size_bytes),)
    behaviours = [MirrorBehaviour(withholds=(Span(0, SHORT.size_bytes),)) for _ in range(3)]
    behaviours[liar_at] = replace(behaviours[liar_at], sample=SeededSample(SHORT.size_bytes, seed=24))
    patient = JobOptions(tuning=Tuning(recovery=0, hedging=0))
    async with MirrorLab(behaviours, SHORT) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=patient)
        await until(lambda: all(mirror.active_requests for mirror in lab.mirrors), "each has bytes of its own to bring")
        lab.mirrors[2].change(withholds=end)
        await until(lambda: lab.mirrors[2].sent_bytes, "the third is known to work")
        lab.change(withholds=end)
        await until(lambda: lab.sent_bytes >= SHORT.size_bytes, "a block came twice")
        lab.change(withholds=())
        job = await settled(api, job_id)
    assert job.state is JobState.DONE, job.error
    assert "which a majority of sources settled" in (job.verdict or "")
    assert job.path is not None
    assert sha256_of_file(job.path) == sha256_of(SHORT)


def flips(part: float) -> MirrorBehaviour:
    return MirrorBehaviour(rate_bytes_per_s=1.5e6, corrupt=bad_bytes(FILE.size_bytes, LEAF, part, 3))


@pytest.mark.parametrize(
    "behaviours",
    [
        [HONEST, HONEST, flips(0.01), HONEST, HONEST],
        [HONEST, HONEST, flips(0.1), HONEST, HONEST],
        [HONEST, HONEST, flips(1.0), HONEST, HONEST],
        [HONEST, LIAR, HONEST, LIAR, HONEST],
        [HONEST, HONEST, MirrorBehaviour(sample=SeededSample(FILE.size_bytes // 2, seed=21)), HONEST, HONEST],
    ],
    ids=["1 % flipped", "10 % flipped", "100 % flipped", "two collude", "one truncates"],
)
async def test_every_disagreement_that_was_sampled_is_told_by_source_and_block(
    behaviours: list[MirrorBehaviour], tmp_path: Path
) -> None:
    job, sources, disagreements = await fetch_unproven(tmp_path, behaviours)
    assert compared(job) > 0, "the result states its odds"
    told: set[int] = set()
    for act in disagreements:
        found = re.fullmatch(r"(\S+) and (\S+) differ in the bytes \[(\d+), (\d+)\)\.", act.words)
        if found is not None:
            assert {found[1], found[2]} <= {source.host for source in sources}
            told.update(range(int(found[3]) // LEAF, -(-int(found[4]) // LEAF)))
    verdict = job.verdict or ""
    differed = re.search(r"([\d,]+) differed", verdict)
    assert len(told) == (int(differed[1].replace(",", "")) if differed is not None else 0), verdict


async def test_no_samples_are_taken_where_none_are_wanted(tmp_path: Path) -> None:
    unhurried = Tuning(samples=0, recovery=0, hedging=0)  # what comes twice in order to be in time is compared, too
    job, _, disagreements = await fetch_unproven(tmp_path, [HONEST] * 3, JobOptions(tuning=unhurried))
    assert job.verdict is not None
    assert "nothing was proven" in job.verdict
    assert disagreements == []


@pytest.mark.parametrize(
    "behaviours",
    [
        [HONEST, HONEST, flips(0.01), HONEST, HONEST],
        [HONEST, HONEST, flips(0.1), HONEST, HONEST],
        [HONEST, HONEST, flips(1.0), HONEST, HONEST],
        [HONEST, HONEST, LIAR, HONEST, HONEST],
        [HONEST, LIAR, HONEST, LIAR, HONEST],
    ],
    ids=["1 % flipped", "10 % flipped", "100 % flipped", "another version", "two collude"],
)
async def test_a_hash_of_the_whole_file_makes_it_right_at_the_price_of_one_copy_at_most(
    behaviours: list[MirrorBehaviour], tmp_path: Path
) -> None:
    digest = sha256_of(FILE)
    unhurried = Tuning(recovery=0, hedging=0)  # what comes twice in order to be in time is another matter
    options = JobOptions(checksums=(Checksum("sha-256", digest),), tuning=unhurried)
    job, sources, _ = await fetch_unproven(tmp_path, behaviours, options)
    assert job.path is not None
    assert sha256_of_file(job.path) == digest
    assert job.verdict == "SHA-256 as you gave it: right."
    assert sum(source.received_bytes for source in sources) <= 2.1 * FILE.size_bytes
