"""The scheduler in random worlds: whatever happens in whatever order, its promises hold after every event.

Each rule is a fact that a driver may tell. `Desk` checks that nobody is asked for what it lacks or while it is busy,
and `invariants` that the books agree; here also: what was given to a reader is not taken back, the order is kept
within the look-ahead, the file is complete in the end, and the same events give the same decisions again, also when
somebody asks in between how things stand.
"""

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.unit.schedule.desk import MIB, Desk, Line, profile

from headwater.model.decisions import Decision, Purpose
from headwater.model.errors import Retry
from headwater.model.events import (
    BlockProven,
    BlockRejected,
    ChannelClosed,
    Event,
    LimitsChanged,
    NetworkChanged,
    OrderChanged,
    SourcesChanged,
    TuningChanged,
    WishesChanged,
)
from headwater.model.priority import OrderKind, PriorityOrder, ReaderId, Urgency, Wish
from headwater.model.source import SourceId, SourceProfile, Support
from headwater.model.spans import Span, SpanSet
from headwater.model.tuning import PRESETS, Tuning
from headwater.schedule.bulk_scheduler import walk
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.planning import PARKING_BYTES, Plan, Planner
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.schedule.source_record import SourceRecord

SIZE = 6 * MIB
#: Shrinking a world takes minutes; the failing steps are printed whole, and become a named test.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
#: The last looks so little ahead that it matters in a file that small.
TUNINGS = (*PRESETS.values(), Tuning(look_ahead_s=0.5, interval_s=0.25, min_span_bytes=16 * 1024))
CHANCE = st.floats(0, 1, exclude_max=True)


class RandomWorld(RuleBasedStateMachine):
    """Four sources: one holds everything always, so that there is always a way to the end."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk(size_bytes=SIZE)
        self.heard: list[tuple[Event, float, tuple[Decision, ...]]] = []
        self.given = 0
        self.profiles: list[SourceProfile] = []
        handle = self.desk.scheduler.handle

        def written_down(event: Event, now: float) -> tuple[Decision, ...]:
            decisions = handle(event, now)
            self.heard.append((event, now, decisions))
            return decisions

        self.desk.scheduler.handle = written_down  # type: ignore[method-assign]  # the same door, with a protocol
        planner = self.desk.scheduler._dispatcher.planner
        choose = planner.choose

        def looked_at(record: SourceRecord, channel: ChannelRecord | None, now: float) -> Plan | None:
            plan = choose(record, channel, now)
            if plan is not None and not plan[2]:
                self.check_order(planner, record, plan, now)
            return plan

        planner.choose = looked_at  # type: ignore[method-assign]  # the same plans, looked at

    def check_order(self, planner: Planner, record: SourceRecord, plan: Plan, now: float) -> None:
        """No more free bytes are passed over, in priority order, than will be brought within the look-ahead."""
        books, (spans, purpose, _) = self.desk.scheduler._books, plan
        kept = planner.reserved.get(record.source_id)
        if kept is not None and not any(kept.overlaps(span) for span in spans):
            kept = None
        passed = 0
        for part, _ in walk(books.free_for(record, now), books.prioritizer.bands, record.constraints, kept):
            first = min((span.start for span in spans if span.overlaps(part)), default=None)
            passed += part.size if first is None else first - part.start
            if first is not None:
                break
        rate = sum(other.known_rate for other in books.ranked)
        most = 0.0 if kept is not None else rate * books.tuning.look_ahead_s
        assert passed <= (max(most, PARKING_BYTES) if purpose is Purpose.FIRST else most), f"{record} passed {passed}"

    @initialize(edge=st.integers(1, SIZE - 1), known=st.booleans())
    def start(self, edge: int, known: bool) -> None:
        ranges = Support.YES if known else Support.UNKNOWN
        self.profiles = [
            profile(0, ranges=ranges),
            profile(1, holds=(Span(0, edge),)),
            profile(2, holds=(Span(edge, SIZE),), multi_range=Support.YES),
            profile(3, max_channels=2),
        ]
        for each in self.profiles:
            if each.holds is not None:
                self.desk.holds[each.source_id] = SpanSet(each.holds)
        self.desk.tell(SourcesChanged(tuple(self.profiles)))

    def pick(self, chance: float) -> Line | None:
        lines = self.desk.busy()
        return lines[int(chance * len(lines))] if lines else None

    @rule(chance=CHANCE, size=st.integers(1, 2 * MIB), limited=st.booleans(), passed_s=st.floats(0, 0.2))
    def bytes_come(self, chance: float, size: int, limited: bool, passed_s: float) -> None:
        self.desk.now += passed_s
        line = self.pick(chance)
        if line is not None:
            self.desk.bring(line, size, limited)

    @rule(chance=CHANCE)
    def a_connection_stands(self, chance: float) -> None:
        line = self.pick(chance)
        if line is not None and not line.is_connected:
            self.desk.connect(line)

    @rule(passed_s=st.floats(0.01, 3.0))
    def time_passes(self, passed_s: float) -> None:
        self.desk.wake(passed_s)

    @rule(chance=CHANCE, retry=st.sampled_from([Retry.NOW, Retry.LATER]), status=st.sampled_from([None, 429, 503]))
    def a_connection_breaks(self, chance: float, retry: Retry, status: int | None) -> None:
        line = self.pick(chance)
        if line is not None:
            self.desk.fail(line, retry, status)

    @rule(chance=CHANCE)
    def a_source_lacks_what_it_was_asked_for(self, chance: float) -> None:
        line = self.pick(chance)
        if line is not None and line.source_id != 0:
            self.desk.lacks[line.source_id].update(line.spans)
            self.desk.fail(line, Retry.OTHER_SPAN, 416)

    @rule(chance=CHANCE)
    def a_source_is_wrong(self, chance: float) -> None:
        line = self.pick(chance)
        if line is not None and line.source_id == 3:
            self.desk.fail(line, Retry.NEVER)

    @rule()
    def the_server_closes_an_idle_connection(self) -> None:
        idle = [line for line in self.desk.lines.values() if not line.is_busy]
        if idle:
            del self.desk.lines[idle[0].channel_id]
            self.desk.tell(ChannelClosed(idle[0].channel_id))

    @rule(start=st.integers(0, SIZE - 1), size=st.integers(1, MIB), suppliers=st.sets(st.integers(1, 3), max_size=2))
    def a_block_is_bad(self, start: int, size: int, suppliers: set[int]) -> None:
        span = Span(start, min(SIZE, start + size))
        if self.desk.delivered.covers(span) and not self.desk.scheduler.is_complete:
            self.desk.delivered.discard(span)
            self.given = min(self.given, start)
            blamed = SourceId(max(suppliers)) if len(suppliers) == 1 else None
            self.desk.tell(BlockRejected(span, tuple(SourceId(each) for each in sorted(suppliers)), blamed))

    @rule(start=st.integers(0, SIZE - 1))
    def a_block_is_good(self, start: int) -> None:
        self.desk.tell(BlockProven(Span(start, min(SIZE, start + 16 * 1024))))

    @rule(position=st.integers(0, SIZE - 1), window=st.integers(0, MIB), urgency=st.sampled_from(Urgency))
    def a_reader_wishes(self, position: int, window: int, urgency: Urgency) -> None:
        self.desk.tell(WishesChanged((Wish(ReaderId(1), position, window, urgency),)))

    @rule(kind=st.sampled_from(OrderKind))
    def the_order_changes(self, kind: OrderKind) -> None:
        self.desk.tell(OrderChanged(PriorityOrder(kind, (Span(SIZE // 2, SIZE),))))

    @rule(tuning=st.sampled_from(TUNINGS))
    def the_tuning_changes(self, tuning: Tuning) -> None:
        self.desk.tell(TuningChanged(tuning))

    @rule(online=st.booleans())
    def the_network_goes_and_comes(self, online: bool) -> None:
        self.desk.tell(NetworkChanged(online))

    @rule(rate=st.sampled_from([None, 1e5, 1e7]))
    def limits_change(self, rate: float | None) -> None:
        self.desk.tell(LimitsChanged(rate, ((SourceId(1), 1e6),)))

    @rule(gone=st.sampled_from([(), (1,), (2, 3)]), disabled=st.booleans())
    def sources_change(self, gone: tuple[int, ...], disabled: bool) -> None:
        left = tuple(each for each in self.profiles if each.source_id not in gone)
        for number in gone:  # one that comes back is asked anew for what it once lacked
            self.desk.lacks.pop(SourceId(number), None)
        if disabled:
            left = tuple(profile(3, enabled=False) if each.source_id == 3 else each for each in left)
        self.desk.tell(SourcesChanged(left))

    @invariant()
    def what_was_given_is_not_taken_back(self) -> None:
        received = self.desk.scheduler._books.bytes.received
        assert received == self.desk.delivered
        assert received.run_from(0) >= self.given
        self.given = received.run_from(0)

    def teardown(self) -> None:
        self.desk.tell(NetworkChanged(True))
        self.desk.tell(TuningChanged(PRESETS["Balanced"]))
        self.desk.tell(WishesChanged(()))
        self.desk.tell(SourcesChanged(tuple(self.profiles) or (profile(0),)))
        self.desk.finish()
        assert self.desk.scheduler.is_complete, repr(self.desk.scheduler._books)
        assert self.desk.delivered == SpanSet([Span(0, SIZE)])
        assert not self.desk.lines
        replayed, asked = PrioritizationScheduler(SIZE), PrioritizationScheduler(SIZE)
        for event, now, decisions in self.heard:
            assert replayed.handle(event, now) == decisions
            assert asked.handle(event, now) == decisions
            asked.sources(now)
            asked.channels(now)
            asked.verdict(now)


RandomWorld.TestCase.settings = settings(max_examples=40, stateful_step_count=40, phases=PHASES)
TestRandomWorld = RandomWorld.TestCase
