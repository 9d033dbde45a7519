"""What a job is judged by, in sentences for its details."""

from dataclasses import replace
from pathlib import Path

from headwater.engine.job import Job, JobRecord, Owner
from headwater.model.job import Checksum, JobId, JobOptions, JobSpec, JobState
from headwater.model.source import SourceSpec


def made(*checksums: Checksum) -> Job:
    spec = JobSpec((SourceSpec("http://a/x"),), Path("folder"), "x", JobOptions(checksums=checksums))
    return Job(JobId("1"), Owner.WINDOW, JobState.WAITING, JobRecord(spec, added_at=0.0, urls=("http://a/x",)))


def test_every_hash_that_counts_is_a_sentence_the_best_first() -> None:
    own, listed = Checksum("sha-256", "aa" * 32), Checksum("sha-512", "bb" * 64, "Metalink")
    job = made(listed, own)
    first, second = job.trust
    assert first == "SHA-256 from you: given by you."
    assert second.startswith("SHA-512 from Metalink")
    assert job.trust is job.trust, "computed once"
    job.update(spec=replace(job.record.spec, options=JobOptions()))
    assert not job.trust


def test_hashes_that_contradict_each_other_are_told() -> None:
    job = made(Checksum("sha-256", "aa" * 32), Checksum("sha-256", "bb" * 32))
    assert len(job.trust) == 1
    assert "they mean different files" in job.trust[0]
