"""First requests of sources nobody knew yet: taken back where they turn out to stand in others' way."""

from headwater.model.channel import ChannelId
from headwater.model.decisions import CloseChannel, Decision, OpenChannel, Truncate
from headwater.model.events import Event
from headwater.model.source import HostHistory, SourceId
from headwater.model.tuning import Tuning
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.schedule.starters import SLOW_LANES
from headwater.simulation.scenario import Scenario, SourceScript, SourceShape
from headwater.simulation.world import World

MIB = 1024 * 1024
SMALL = SourceShape(2e6, 0.04)
GREAT = SourceShape(20e6, 0.06)


class Watched(PrioritizationScheduler):
    """Notes the connections whose first requests were taken back, by source."""

    def __init__(self, scenario: Scenario, tuning: Tuning | None = None) -> None:
        super().__init__(size_bytes=scenario.size_bytes, tuning=tuning)
        self.taken_back: dict[SourceId, set[ChannelId]] = {}
        self._of: dict[ChannelId, SourceId] = {}

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
        decisions = super().handle(event, now)
        for decision in decisions:
            if isinstance(decision, OpenChannel):
                self._of[decision.channel_id] = decision.source_id
            elif isinstance(decision, CloseChannel | Truncate) and "its source is slow" in decision.why:
                source_id = self._of[decision.channel_id]
                self.taken_back.setdefault(source_id, set()).add(decision.channel_id)
        return decisions


def network(*shapes: SourceShape) -> Scenario:
    return Scenario(128 * MIB, tuple(SourceScript(shape) for shape in shapes))


def watch(scenario: Scenario, tuning: Tuning | None = None) -> Watched:
    scheduler = Watched(scenario, tuning)
    World(scenario, scheduler).run(60.0)
    assert scheduler.is_complete
    return scheduler


def test_of_a_source_that_brings_little_beside_the_others_the_foremost_requests_are_left() -> None:
    most = Tuning().max_channels_per_source
    taken_back = watch(network(SMALL, GREAT, GREAT)).taken_back
    assert {source_id: len(channels) for source_id, channels in taken_back.items()} == {SourceId(0): most - SLOW_LANES}


def test_nothing_is_taken_back_of_sources_that_bring_as_much_as_the_others() -> None:
    assert watch(network(GREAT, GREAT, GREAT)).taken_back == {}


def test_nothing_is_taken_back_where_recovery_is_off() -> None:
    assert watch(network(SMALL, GREAT, GREAT), Tuning(recovery=0.0)).taken_back == {}


def test_nothing_is_taken_back_of_a_source_that_earlier_jobs_knew() -> None:
    known = HostHistory(rate_bytes_per_s=2e6, latency_s=0.04)
    assert watch(network(SMALL, GREAT, GREAT).with_history([known, HostHistory(), HostHistory()])).taken_back == {}
