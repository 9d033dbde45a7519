"""The feed: merged, batched, at most 20 a second; a listener that fails keeps nobody from hearing."""

import asyncio
import logging
from itertools import pairwise
from pathlib import Path

import pytest
from tests.fakes.waiting import PATIENCE_S

from headwater.control.feed import INTERVAL_S, Feed
from headwater.model.job import JobId, JobState
from headwater.model.snapshots import (
    FeedEvent,
    JobAdded,
    JobChanged,
    JobRemoved,
    JobSampled,
    JobSnapshot,
    QueueReordered,
    SchedulerActed,
    StepIn,
)

A, B = JobId("a"), JobId("b")


def snapshot(job_id: JobId) -> JobSnapshot:
    return JobSnapshot(
        job_id=job_id,
        name=job_id,
        state=JobState.RUNNING,
        position=0,
        folder=Path("/"),
        path=None,
        urls=(),
        size_bytes=None,
        received_bytes=0,
        durable_bytes=0,
        in_order_bytes=0,
        rate_bytes_per_s=0.0,
        eta_s=None,
        sources_active=0,
        channels_active=0,
        added_at=0.0,
        elapsed_s=0.0,
        error=None,
        verdict=None,
    )


@pytest.fixture
def feed() -> Feed:
    made = Feed()
    made.attach(snapshot, lambda: (A, B))
    return made


async def batches_of(feed: Feed, *, samples: bool = True) -> list[tuple[FeedEvent, ...]]:
    """A list that grows with each batch."""
    batches: list[tuple[FeedEvent, ...]] = []
    feed.subscribe(batches.append, samples=samples)
    return batches


async def test_many_reports_of_a_job_become_one_event(feed: Feed) -> None:
    batches = await batches_of(feed)
    for _ in range(100):
        feed.job_touched(A)
    feed.close()
    assert batches == [(JobChanged(snapshot(A)),)]


async def test_a_batch_tells_things_in_an_order_that_makes_sense(feed: Feed) -> None:
    batches = await batches_of(feed)
    act = SchedulerActed(A, 1.0, StepIn.HEDGED, None, "why")
    sample = JobSampled(A, 1.0, (), ())
    feed.scheduler_acted(act)
    feed.job_sampled(JobSampled(A, 0.5, (), ()))
    feed.job_sampled(sample)
    feed.queue_reordered()
    feed.job_touched(A)
    feed.job_touched(B)
    feed.job_added(B)
    feed.close()
    assert batches == [
        (JobAdded(snapshot(B)), QueueReordered((A, B)), JobChanged(snapshot(A)), sample, act),
    ]


async def test_what_was_removed_is_not_told_of_otherwise(feed: Feed) -> None:
    batches = await batches_of(feed)
    feed.job_touched(A)
    feed.scheduler_acted(SchedulerActed(A, 1.0, StepIn.HEDGED, None, "why"))
    feed.job_removed(A)
    feed.job_added(B)
    feed.job_removed(B)
    feed.close()
    assert batches == [(JobRemoved(A),)]


async def test_batches_keep_their_distance(feed: Feed) -> None:
    loop = asyncio.get_running_loop()
    times: list[float] = []
    enough = asyncio.Event()

    def listen(_: tuple[FeedEvent, ...]) -> None:
        times.append(loop.time())
        if len(times) < 5:
            feed.job_touched(A)
        else:
            enough.set()

    feed.subscribe(listen)
    feed.job_touched(A)
    await asyncio.wait_for(enough.wait(), PATIENCE_S)
    assert all(later - earlier >= INTERVAL_S * 0.9 for earlier, later in pairwise(times))
    feed.close()


async def test_a_listener_that_fails_is_logged_and_keeps_nobody_from_hearing(
    feed: Feed, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: tuple[FeedEvent, ...]) -> None:
        raise ValueError("oh")

    feed.subscribe(fail)
    batches = await batches_of(feed)
    with caplog.at_level(logging.ERROR):
        feed.job_touched(A)
        feed.close()
    assert batches
    assert "oh" in caplog.text


async def test_samples_are_only_wanted_when_somebody_wants_them(feed: Feed) -> None:
    batches = await batches_of(feed, samples=False)
    wanted = [feed.wants_samples]
    unsubscribe = feed.subscribe(lambda _: None)
    wanted.append(feed.wants_samples)
    feed.job_sampled(JobSampled(A, 0.0, (), ()))
    unsubscribe()
    wanted.append(feed.wants_samples)
    assert wanted == [False, True, False]
    feed.close()
    assert batches == []


async def test_without_listeners_nothing_is_kept(feed: Feed) -> None:
    feed.job_touched(A)
    batches = await batches_of(feed)
    feed.close()
    assert batches == []
