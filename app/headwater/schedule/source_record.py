"""What is known of one source of a job and of its connections: estimates, failures, patience, counters.

Measured facts and what follows from them alone live here; how sources stand to each other is `source_scheduler`'s, and
which bytes they fetch is `planning`'s. The rule that keeps it honest: nothing here knows of another source.
"""

from collections.abc import Iterator
from enum import Enum
from math import ceil, exp, inf
from typing import Final
from zlib import crc32

from headwater.model.channel import ChannelId
from headwater.model.errors import Retry
from headwater.model.source import HostHistory, SourceProfile, SourceState
from headwater.model.spans import SpanSet
from headwater.model.tuning import Tuning
from headwater.schedule.advanced_scheduler import Supply
from headwater.schedule.byte_book import Flight
from headwater.schedule.channel_learning import LaneLearner
from headwater.schedule.channel_meter import SAMPLE_S, LatencyMeter, RateMeter, RateSpread, window_rate
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.constraint_scheduler import Constraints
from headwater.schedule.proportional_allocator import Budget
from headwater.schedule.source_ranking import Ranking

#: Longest back-off between two attempts at a failing source (s).
MAX_BACKOFF_S: Final = 30.0
#: A source that has delivered gets so many times the attempts of one that never did.
PROVEN_PATIENCE: Final = 3
#: Latency assumed while nothing is known (s).
UNKNOWN_LATENCY_S: Final = 0.1
#: No source is ever reckoned slower than this (bytes/s): one at zero would never be asked again.
MIN_RATE: Final = 1024.0
#: Slow start is over when the windows would let through so many times what comes.
RAMPED_FACTOR: Final = 2.0
#: And that in so many samples in a row (bytes of a fresh request are reported late).
RAMPED_SAMPLES: Final = 2
#: A proven source that fails is asked again this much sooner and with a slower growing pause, about a third of the
#: time that it has been gone: it often returns.
PROVEN_HASTE: Final = 0.3
PROVEN_GROWTH: Final = 1.3
#: A rate below this part of what a source brings by the clock is not believed.
PESSIMISM: Final = 0.25
#: Time constant of that (s).
BROUGHT_S: Final = 0.5
#: Time constant of the part of the time in which something flows (s); the least that is believed of it, since who comes
#: back after a pause flows again; and the part above which its pauses are chance.
FLOWING_S: Final = 1.0
LEAST_FLOWING: Final = 0.3
MOSTLY_FLOWING: Final = 0.9
#: A whole number of connections is meant where so little is over.
ROUNDING: Final = 0.25


class Starters(Enum):
    """What has become of a source's first requests, which were made before its rate was known."""

    UNSEEN = "not looked at since"
    SEEN = "cut to what fits, but still in others' way"
    THROUGH = "in nobody's way"


class SourceRecord:
    """One source: what is measured, what it did wrong, and the connections it has."""

    def __init__(self, profile: SourceProfile) -> None:
        self.profile = profile
        self.source_id = profile.source_id
        self.constraints = Constraints(profile)
        self.rate = RateMeter(profile.history.rate_bytes_per_s)
        self.spread = RateSpread()
        self.latency = LatencyMeter(profile.history.latency_s)
        self.channels: dict[ChannelId, ChannelRecord] = {}
        self.ranking = Ranking(0.5, ())
        self.learner = LaneLearner(profile.history.channels or 1)
        self.budget = Budget()
        self.is_ramped = False
        self.starters = Starters.UNSEEN
        self._levels = 0
        self.tried_multi_range = False
        #: Number of the newest entry in the dispatcher's list of what is nearly done.
        self.due_ticket = 0
        self.limit_bytes_per_s = inf
        self.supply = Supply(0.0, 0, 1.0)
        self.best_channel_rate: float | None = None
        #: What each of its connections brought on average while in a body (bytes/s), None before anything is measured.
        self.each_rate: float | None = None
        self.failures_in_row = 0
        #: Whether it has to show that it is back before more than a little is asked of it.
        self.is_failing = False
        self.failed_s = -inf
        self.last_byte_s = -inf
        self.not_before_s = 0.0
        self.set_aside: str | None = None
        #: Why it is not used now although it could be.
        self.reserve: str | None = None
        #: Whether it may be asked for more than the user wants to pay for: no other can be.
        self.may_overspend = False
        #: What it is not asked for, since others that are to be used before it hold it.
        self.left_to_others: SpanSet | None = None
        self.trouble: str | None = None
        self.received_bytes = 0
        self.brought_rate = 0.0
        self._flowing_part = 1.0
        self._flowed_s = 0.0
        self._counted_bytes = 0
        self.wasted_bytes = 0
        self.requests = 0
        self.errors = 0
        self.bad_blocks = 0

    @property
    def is_proven(self) -> bool:
        """Whether it ever delivered a byte of this file."""
        return self.received_bytes > 0

    @property
    def latency_s(self) -> float:
        """Expected time from a request to its first byte."""
        mean_s = self.latency.mean_s
        return UNKNOWN_LATENCY_S if mean_s is None else mean_s

    @property
    def capacity(self) -> float:
        """Bytes per second to count on; unbounded while slow start has not shown an end."""
        rate = self.known_rate if self.is_ramped else self.profile.history.rate_bytes_per_s
        return min(self.limit_bytes_per_s, inf if rate is None else max(rate, MIN_RATE))

    @property
    def known_rate(self) -> float:
        """Bytes per second as measured, 0 while nothing is; where it brings many times as much, with all its waiting,
        that: of a source thought to be slow so little is asked that it comes at once and teaches the meter nothing."""
        measured = self.rate.rate
        if measured is None:
            return 0.0
        return self.brought_rate if measured < PESSIMISM * self.brought_rate else measured

    @property
    def clock_rate(self) -> float:
        """Bytes per second by the clock, 0 while nothing is measured: where no connection is to spare, each request is
        followed by a pause in which nothing comes, and who counts on what a source brings has to count that, too."""
        part = self._flowing_part
        return self.known_rate * (1.0 if part >= MOSTLY_FLOWING else max(LEAST_FLOWING, part))

    @property
    def helping_rate(self) -> float:
        """Bytes per second to count on in a rescue, 0 for a source that never delivered.

        One that brought all it was asked for before a sample ended has no measured rate, and is quick."""
        if self.rate.rate is not None:
            return self.rate.rate
        shown = max((channel.seen_rate for channel in self.channels.values()), default=0.0)
        return shown or self.received_bytes / SAMPLE_S

    def rest_s(self, channel: ChannelRecord, flight: Flight, now: float, hopeful: bool = False) -> float:
        """Seconds until a channel's request is done, as things stand; `hopeful` reckons with the better rate."""
        return channel.rest_s(flight, now, self.latency_s, self._rate_of_each(hopeful))

    def rests_s(self, now: float, hopeful: bool = False) -> list[tuple[ChannelRecord, Flight, float]]:
        """The same of all its requests; what is the same for each is reckoned once."""
        latency_s, rate = self.latency_s, self._rate_of_each(hopeful)
        return [
            (channel, flight, channel.rest_s(flight, now, latency_s, rate))
            for channel in self.channels.values()
            if (flight := channel.flight) is not None
        ]

    def _rate_of_each(self, hopeful: bool) -> float:
        """What each request that flows will have of the rate, once its connection has grown."""
        capacity = self.capacity
        if hopeful and capacity < inf:
            capacity = max(capacity, self.rate.hopeful or 0.0)
        # Hand-over lets one more flow than there are lanes; the one that ends has most of the rate to itself then.
        flowing, lanes = max(1, self.rate.bodies), self.learner.lanes
        return max(MIN_RATE, capacity / (flowing if flowing > lanes + 1 else min(flowing, lanes)))

    def wait_s(self, now: float) -> float:
        """Seconds until the next byte comes: 0 while one flows, one latency when nothing is asked for."""
        waits = []
        for channel in self.channels.values():
            flight = channel.flight
            if flight is not None:
                if flight.first_byte_s is not None:
                    return 0.0
                waits.append(max(0.0, channel.due_s(flight) - now))
        return min(waits, default=self.latency_s)

    @property
    def flights(self) -> Iterator[Flight]:
        for channel in self.channels.values():
            if channel.flight is not None:
                yield channel.flight

    @property
    def is_asked(self) -> bool:
        """Whether anything is asked of it."""
        return any(channel.flight is not None for channel in self.channels.values())

    @property
    def is_usable(self) -> bool:
        """Whether it may be asked now or later."""
        return self.profile.enabled and self.set_aside is None

    @property
    def is_over_budget(self) -> bool:
        """Whether it brought, or was asked for, all that the user wants to pay for."""
        return self._unspent_bytes <= 0

    @property
    def affordable_bytes(self) -> float:
        """How much more it may be asked for as things stand, `inf` where nothing is counted."""
        return inf if self.may_overspend else max(0.0, self._unspent_bytes)

    @property
    def _unspent_bytes(self) -> float:
        budget = self.profile.budget_left_bytes
        if budget is None:
            return inf
        return budget - self.received_bytes - sum(flight.remaining_bytes for flight in self.flights)

    def may_be_asked(self, now: float) -> bool:
        """Whether nothing but bytes and connections stands against a request now."""
        return now >= self.not_before_s and self.reserve is None and self.is_usable

    def is_hopeless(self, tuning: Tuning) -> bool:
        """Whether it should no longer keep a job alive."""
        if not self.profile.enabled or self.set_aside is not None:
            return True
        patience = tuning.attempts * (PROVEN_PATIENCE if self.is_proven else 1)
        return self.failures_in_row >= patience

    def fail(
        self,
        channel: ChannelRecord,
        now: float,
        retry: Retry,
        reason: str,
        *,
        retry_after_s: float | None,
        tuning: Tuning,
    ) -> None:
        """A channel failed: count it, and decide when to ask again.

        Channels that were open when another failed are part of that failure. The back-off is base x 2^n (RFC 9110's
        Retry-After is a lower bound), spread by a quarter with a hash, so that jobs do not knock in step.
        """
        self.errors += 1
        self.trouble = reason
        if retry is Retry.NEVER:
            self.set_aside = reason
            return
        if channel.opened_s < self.failed_s and retry_after_s is None:
            return
        # Not moved by failures that are part of one: else those that follow each other closely would never count.
        self.failed_s = now
        self.failures_in_row += 1
        if retry is Retry.NOW and self.failures_in_row == 1:
            return
        self.is_failing = True
        growth, haste = (PROVEN_GROWTH, PROVEN_HASTE) if self.is_proven else (2.0, 1.0)
        base_s = tuning.backoff_s * haste * growth ** min(self.failures_in_row - 1, 30)
        chance = crc32(f"{self.source_id}/{self.failures_in_row}".encode()) / 2**32
        delay_s = min(MAX_BACKOFF_S, base_s) * (0.75 + 0.5 * chance)
        self.not_before_s = max(self.not_before_s, now + max(delay_s, retry_after_s or 0.0))

    def deliver(self, size_bytes: int, now: float, *, are_new: bool = True) -> None:
        """Bytes came. Those that were here before forgive nothing: a server that begins at 0 each time, and breaks off
        at the same place each time, would be asked for ever."""
        self.last_byte_s = now
        self.received_bytes += size_bytes
        if are_new:
            self.forgive()

    def forgive(self) -> None:
        """It did what it was asked for: whatever went wrong before counts no longer."""
        self.failures_in_row = 0
        self.is_failing = False
        self.trouble = None

    def sample(self, now: float, passed_s: float, is_hasty: bool = False) -> None:
        """A tick: close a sample of every meter, and see whether slow start is over.

        `is_hasty`: it was asked for little, so that nothing can be learned of how many lanes it is worth.
        """
        self._follow_what_comes(now, passed_s)
        windows = lanes_s = told_s = 0.0
        for channel in self.channels.values():
            if channel.rate.advance(now):
                self.best_channel_rate = max(self.best_channel_rate or 0.0, channel.rate.measured or 0.0)
                channel.seen_rate = max(channel.seen_rate, channel.rate.last or 0.0)
            body_s = channel.rate.body_s(now)
            flowed_s = body_s - channel.body_seen_s
            channel.body_seen_s = body_s
            told_s += channel.told_s(now)
            lanes_s += flowed_s
            if flowed_s > 0:
                windows += window_rate(body_s - flowed_s / 2, self.latency_s) * min(
                    1.0, flowed_s / max(passed_s, 0.001)
                )
        if told_s > 0:
            self.each_rate = sum(channel.received_bytes for channel in self.channels.values()) / told_s
        measured = self.rate.measured
        if not self.rate.advance(now, may_only_rise=measured is not None and windows < 2 * measured):
            return
        self.spread.look(
            self.received_bytes, self.rate.body_s(now), counts=self.is_ramped and self.limit_bytes_per_s == inf
        )
        last = self.rate.last or 0.0
        self._levels = self._levels + 1 if 0 < RAMPED_FACTOR * last < windows else 0
        if is_hasty:
            return
        if not self.is_ramped and self._levels >= RAMPED_SAMPLES:
            self.is_ramped = True
            self.learner.lanes = self.profile.history.channels or max(1, sum(1 for _ in self.flights))
            self.learner.restart()
        elif self.is_ramped and last > 0 and windows > 2 * last and passed_s > 0:
            self.learner.push(lanes_s / passed_s, last, passed_s)

    def _follow_what_comes(self, now: float, passed_s: float) -> None:
        """Bytes over time by the clock, waiting and all: less than the rate, never more. And, once it has grown, for
        which part of the time anything flows."""
        if passed_s > 0:
            flowed_s, self._flowed_s = self.rate.body_s(now) - self._flowed_s, self.rate.body_s(now)
            if self.is_ramped:
                part = min(1.0, flowed_s / passed_s)
                self._flowing_part += (part - self._flowing_part) * (1.0 - exp(-passed_s / FLOWING_S))
            came, self._counted_bytes = self.received_bytes - self._counted_bytes, self.received_bytes
            self.brought_rate += (came / passed_s - self.brought_rate) * (1.0 - exp(-passed_s / BROUGHT_S))

    def state(self, now: float) -> SourceState:
        if not self.profile.enabled:
            return SourceState.DISABLED
        if self.set_aside is not None:
            return SourceState.SET_ASIDE
        if self.is_asked:
            return SourceState.ACTIVE
        if now < self.not_before_s:
            return SourceState.RESTING
        return SourceState.STANDBY if self.requests else SourceState.UNTRIED

    def history(self) -> HostHistory:
        """What was measured of the host."""
        known = self.profile.history
        # What other jobs left of the host says little of it.
        is_shared = self.profile.host_sharers > 1
        rate = known.rate_bytes_per_s if is_shared else None
        channels = self._worth_lanes() if self.is_proven and not is_shared else known.channels
        return HostHistory(
            rate_bytes_per_s=rate or self.rate.measured or known.rate_bytes_per_s,
            per_channel_rate_bytes_per_s=self.best_channel_rate or known.per_channel_rate_bytes_per_s,
            latency_s=self.latency.mean_s,
            channels=channels,
            multi_range=self.constraints.multi_range,
        )

    def _worth_lanes(self) -> int:
        """How many connections bring its whole rate: as many times one's best as that is, else what was learned.

        What was learned last is a matter of chance: at the end of a job there is hardly anything to learn from.
        """
        whole, one = self.rate.measured, self.best_channel_rate
        times = ceil(whole / one - ROUNDING) if whole and one else 1
        return times if times > 1 else self.learner.lanes

    def __repr__(self) -> str:
        return f"<SourceRecord {self.source_id} at {self.profile.host}: {self.rate!r}, {len(self.channels)} channels>"
