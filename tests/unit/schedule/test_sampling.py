"""Second opinions: who is asked for a sample, and that none is asked where it may not be."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from tests.unit.schedule.desk import Desk, profile

from headwater.model.channel import ChannelId
from headwater.model.decisions import Decision, OpenChannel, Purpose, Request
from headwater.model.events import (
    BytesReceived,
    Connected,
    Event,
    FirstByte,
    Opinion,
    OpinionsWanted,
    RangeDone,
    SourceAnswered,
    SourceRejected,
    SourcesChanged,
    WishesChanged,
    Woken,
)
from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.source import SourceId, SourceProfile, Support
from headwater.model.spans import Span
from headwater.model.tuning import Tuning
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.schedule.sampling import FIRST_PATIENCE_S, SPACING_S

MIB = 1024**2
LEAF = Span(0, 16 * 1024)
SIZE_BYTES = 512 * MIB


class Job:
    """A scheduler whose sources all deliver the first bytes they are asked for, and then go on slowly."""

    def __init__(self, sources: int, holds: dict[int, tuple[Span, ...]] | None = None) -> None:
        self.scheduler = PrioritizationScheduler(SIZE_BYTES)
        self.source_of: dict[ChannelId, SourceId] = {}
        self.samples: list[tuple[SourceId, Span]] = []
        self.under_way: list[tuple[ChannelId, Span]] = []
        self.now = 0.0
        profiles = tuple(
            SourceProfile(SourceId(i), f"h{i}", ranges=Support.YES, holds=(holds or {}).get(i)) for i in range(sources)
        )
        self._requests: list[Request] = []
        self.tell(SourcesChanged(profiles))
        self._begin()

    def tell(self, event: Event) -> tuple[Decision, ...]:
        decisions = self.scheduler.handle(event, self.now)
        for decision in decisions:
            if isinstance(decision, OpenChannel):
                self.source_of[decision.channel_id] = decision.source_id
            elif isinstance(decision, Request):
                self._requests.append(decision)
                if decision.purpose is Purpose.SAMPLE:
                    self.samples.append((self.source_of[decision.channel_id], decision.spans[0]))
        return decisions

    @property
    def sampling(self) -> ChannelId:
        """The connection that was asked for a sample last."""
        return next(one.channel_id for one in reversed(self._requests) if one.purpose is Purpose.SAMPLE)

    def _begin(self) -> None:
        self.now = 0.05
        for channel_id in list(self.source_of):
            self.tell(Connected(channel_id, 0.02))
        self.now = 0.1
        self.tell(Woken())
        requests = list(self._requests)
        for request in requests:
            self.tell(SourceAnswered(request.channel_id, Support.YES, Support.NO))
            self.tell(FirstByte(request.channel_id, 0.02))
        self.now = 0.15
        for request in requests:
            start = request.spans[0].start
            self.tell(BytesReceived(request.channel_id, Span(start, start + 64 * 1024)))
            self.under_way.append((request.channel_id, Span(start + 64 * 1024, request.spans[0].end)))

    def pass_ticks(self, count: int = 3) -> None:
        """Time passes, and every source brings one of its first requests to an end."""
        for _ in range(count):
            self.now = self.scheduler.next_wake_s or self.now + 0.1
            self.tell(Woken())
        ending = {self.source_of[channel_id]: (channel_id, rest) for channel_id, rest in reversed(self.under_way)}
        for channel_id, rest in ending.values():
            self.under_way.remove((channel_id, rest))
            self.tell(BytesReceived(channel_id, rest))
            self.tell(RangeDone(channel_id))

    def want(self, *known: int, span: Span = LEAF) -> None:
        self.tell(OpinionsWanted((Opinion(span, tuple(SourceId(i) for i in known)),)))
        self.pass_ticks()


def test_one_other_source_is_asked_and_nobody_twice() -> None:
    job = Job(3)
    job.want(0)
    assert len(job.samples) == 1
    source, span = job.samples[0]
    assert source != 0
    assert span == LEAF
    job.want(0)
    assert len(job.samples) == 1, "the first one is still under way"


def test_a_near_source_is_asked_over_a_connection_that_is_there() -> None:
    """One is soon free, and each one more has its price."""
    desk = Desk(size_bytes=None, true_size=SIZE_BYTES)
    desk.latency_s = 0.001
    desk.tell(SourcesChanged((profile(0), profile(1))))
    for line in desk.busy():
        desk.bring(line, 96 * 1024)
    there = set(desk.lines)
    assert [len(desk.busy(number)) for number in (0, 1)] == [2, 2]
    known = next(source for source, span in desk.asked if span.overlaps(LEAF))
    other = SourceId(1 - known)
    desk.tell(OpinionsWanted((Opinion(LEAF, (known,)),)))
    assert set(desk.lines) == there
    assert (other, LEAF) not in desk.asked
    line = desk.busy(other)[0]
    desk.bring(line, sum(span.size for span in line.spans))
    assert (other, LEAF) in desk.asked
    assert set(desk.lines) == there


def test_a_dispute_goes_to_a_third_source() -> None:
    job = Job(3)
    job.want(0, 1)
    assert job.samples == [(2, LEAF)]


@pytest.mark.parametrize(
    "forbid",
    [
        lambda job: job.tell(SourceRejected(SourceId(1), "it serves another file")),
        lambda job: job.tell(OpinionsWanted(())),
    ],
    ids=["set aside", "not wanted any more"],
)
def test_nobody_is_asked_who_may_not_be(forbid: Callable[[Job], object]) -> None:
    job = Job(2)
    job.tell(OpinionsWanted((Opinion(LEAF, (SourceId(0),)),)))
    forbid(job)
    job.pass_ticks()
    assert job.samples == []


def test_a_source_is_only_asked_for_what_it_holds() -> None:
    job = Job(2, {1: (Span(MIB, SIZE_BYTES),)})
    job.want(0)
    assert job.samples == []
    job.want(0, span=Span(2 * MIB, 2 * MIB + LEAF.size))
    assert [source for source, _ in job.samples] == [1]


def test_a_dispute_that_can_be_settled_keeps_a_job_from_its_end() -> None:
    job = Job(3)
    job.tell(OpinionsWanted((Opinion(LEAF, (SourceId(0), SourceId(1)), is_disputed=True),)))
    for channel_id, rest in job.under_way:
        job.tell(BytesReceived(channel_id, rest))
    carrier = next(iter(job.under_way))[0]
    job.tell(BytesReceived(carrier, Span(0, SIZE_BYTES)))
    assert not job.scheduler.is_complete
    for channel_id, _ in job.under_way:
        job.tell(RangeDone(channel_id))
    job.now += 0.2
    job.tell(Woken())
    assert job.samples == [(2, LEAF)]
    job.tell(OpinionsWanted(()))
    assert job.scheduler.is_complete


def test_while_bytes_are_missing_a_source_is_asked_ten_times_a_second_at_most() -> None:
    """However quick it is: it is there for the download first."""
    desk = Desk(profile(0), profile(1), size_bytes=SIZE_BYTES, tuning=Tuning(max_span_bytes=256 * 1024))
    desk.flow(1.0, {0: 4e6, 1: 4e6})
    leaves = [Span(at, at + LEAF.size) for at in range(0, 8 * LEAF.size, LEAF.size)]
    desk.tell(OpinionsWanted(tuple(Opinion(leaf, (SourceId(0),)) for leaf in leaves)))
    for _ in range(100):
        desk.now += 0.01
        for line in desk.busy():
            desk.bring(line, 50_000)
        desk.wake(0.0)
    samples = [(at_s, d.spans) for at_s, d in desk.decided if isinstance(d, Request) and d.purpose is Purpose.SAMPLE]
    assert [span for _, (span,) in samples] == leaves
    pauses = [later - sooner for (sooner, _), (later, _) in pairwise(samples)]
    assert min(pauses) >= SPACING_S - 1e-9
    assert max(pauses) < 1.5 * SPACING_S, "and that often it may be asked"


def test_at_the_end_one_dispute_is_asked_about_right_after_the_other() -> None:
    """While bytes are missing a source is asked ten times a second; then nobody but the job's end waits for it."""
    job = Job(3)
    leaves = [Span(at, at + LEAF.size) for at in range(0, 20 * LEAF.size, LEAF.size)]
    job.tell(OpinionsWanted(tuple(Opinion(leaf, (SourceId(0), SourceId(1)), is_disputed=True) for leaf in leaves)))
    job.tell(BytesReceived(next(iter(job.under_way))[0], Span(0, SIZE_BYTES)))
    for channel_id, _ in job.under_way:
        job.tell(RangeDone(channel_id))
    for number, leaf in enumerate(leaves, 1):
        assert job.samples == [(2, each) for each in leaves[:number]]
        sampled = job.sampling
        job.tell(BytesReceived(sampled, leaf))
        job.tell(RangeDone(sampled))
    assert job.now == 0.15, "all of it at once, as far as the scheduler is concerned"
    job.tell(OpinionsWanted(()))
    assert job.scheduler.is_complete


def test_what_was_never_compared_keeps_a_job_from_its_end_for_a_moment() -> None:
    job = Job(3)
    leaves = (LEAF, Span(LEAF.end, 2 * LEAF.end))
    job.tell(OpinionsWanted((Opinion(leaves[0], (SourceId(0),), is_first=True), Opinion(leaves[1], (SourceId(0),)))))
    job.tell(BytesReceived(next(iter(job.under_way))[0], Span(0, SIZE_BYTES)))
    for channel_id, _ in job.under_way:
        job.tell(RangeDone(channel_id))
    assert [span for _, span in job.samples] == [LEAF], "one source is asked, and for nothing else"
    is_complete = []
    for passed_s in (FIRST_PATIENCE_S - 0.1, 0.2):
        job.now += passed_s
        job.tell(Woken())
        is_complete.append(job.scheduler.is_complete)
    assert is_complete == [False, True]
    assert len(job.samples) == 1


def test_once_it_came_a_first_comparison_keeps_a_job_no_longer() -> None:
    job = Job(3)
    job.tell(OpinionsWanted((Opinion(LEAF, (SourceId(0),), is_first=True),)))
    job.tell(BytesReceived(next(iter(job.under_way))[0], Span(0, SIZE_BYTES)))
    for channel_id, _ in job.under_way:
        job.tell(RangeDone(channel_id))
    sampled = job.sampling
    job.tell(BytesReceived(sampled, LEAF))
    job.tell(RangeDone(sampled))
    assert job.scheduler.is_complete, "what came of it is content's to say"


def test_a_dispute_that_nobody_can_settle_does_not() -> None:
    job = Job(2)
    job.tell(OpinionsWanted((Opinion(LEAF, (SourceId(0), SourceId(1)), is_disputed=True),)))
    job.tell(BytesReceived(next(iter(job.under_way))[0], Span(0, SIZE_BYTES)))
    assert job.scheduler.is_complete


def test_a_reader_in_haste_goes_before_second_copies() -> None:
    job = Job(2)
    job.tell(WishesChanged((Wish(ReaderId(1), 200 * MIB, MIB, Urgency.BLOCKED),)))
    job.want(0)
    assert job.samples == []
    job.tell(WishesChanged(()))
    for _ in range(20):
        job.pass_ticks()
    assert job.samples == [(1, LEAF)]
