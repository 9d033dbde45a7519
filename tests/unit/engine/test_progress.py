"""The rate that is shown of a job: calm while bytes come, right from the first sample, and none once nothing comes."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from headwater.engine.job import Job, JobRecord, Owner
from headwater.engine.progress import Progress
from headwater.engine.snapshots import job_snapshot
from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.source import SourceSpec
from headwater.model.spans import SpanSet

SIZE = 1_000_000


class Run:
    """A run that brings bytes by a clock of its own."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.received_bytes = 0
        spec = JobSpec((SourceSpec("http://a.example/x"),), Path("folder"), "x")
        record = JobRecord(spec, added_at=0.0, urls=("http://a.example/x",), size_bytes=SIZE)
        self.job = Job(JobId("1"), Owner.WINDOW, JobState.RUNNING, record)
        services: Any = SimpleNamespace(clock=SimpleNamespace(monotonic_s=lambda: self.now_s))
        self._progress = Progress(self.job, services)
        self.bring(0, 0.0)

    def bring(self, rate_bytes_per_s: float, seconds: float) -> float:
        """So many bytes a second for so long, looked at ten times a second; the rate that is shown then."""
        for _ in range(max(1, round(10 * seconds))):
            self.now_s += 0.1
            self.received_bytes += round(rate_bytes_per_s / 10)
            here = SpanSet.of((0, self.received_bytes)) if self.received_bytes else SpanSet()
            dispatcher: Any = SimpleNamespace(received=here, durable=here)
            self._progress.measure(dispatcher)
        return self.job.rate_bytes_per_s


def test_the_rate_is_right_from_the_first_sample() -> None:
    run = Run()
    assert run.bring(50_000, 0.1) == pytest.approx(50_000)
    assert run.bring(50_000, 2.0) == pytest.approx(50_000)


def test_a_pause_lets_the_rate_fall_calmly() -> None:
    run = Run()
    run.bring(50_000, 5.0)
    assert 20_000 < run.bring(0, 1.0) < 30_000
    assert run.bring(50_000, 6.0) == pytest.approx(50_000, rel=0.03)


def test_where_nothing_comes_there_is_no_rate_and_no_end_is_foretold() -> None:
    run = Run()
    run.bring(50_000, 5.0)
    assert job_snapshot(run.job, 0).eta_s is not None
    assert run.bring(0, 7.0) == 0.0
    assert job_snapshot(run.job, 0).eta_s is None
    assert run.bring(80_000, 0.1) == pytest.approx(80_000), "what was before its silence says nothing"
