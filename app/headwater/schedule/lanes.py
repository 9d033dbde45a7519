"""How many requests should flow at a source, and over which of its connections the next one goes.

Numbers of connections and nothing else: neither bytes nor when. The rule that keeps it honest: whatever is wanted here
stays within what `SourceScheduler` lets a source have.
"""

from math import inf
from typing import Final

from headwater.schedule.channel_meter import window_rate
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.job_books import JobBooks
from headwater.schedule.source_record import SourceRecord
from headwater.schedule.subinterval_smoothing import spare_channels

#: Channels opened at once to a source of which nothing is known; slow start is so many times faster.
START_LANES: Final = 8
#: A source whose latency is no longer than this (s) is near: its connections have grown before one could notice, ...
NEAR_S: Final = 0.008
#: ... so that more of them only cost work, if its first bytes come at once. Where they do not, each connection may be
#: held to a rate of its own.
NEAR_LANES: Final = 2
#: The same where they come no faster than this (bytes/s); more connections cost little work then.
QUICK_RATE: Final = 5e6
#: A host whose history says more lanes than this caps each connection: begin with what it is known to be worth.
FEW_LANES: Final = 2
#: While readers jump, a source carries no more requests than this.
HASTY_LANES: Final = 1
FLOWING_LANES: Final = 2  # once they read on: one latency is hidden behind another request


class Lanes:
    """Lanes (requests flowing at once) of the sources of one job."""

    def __init__(self, books: JobBooks) -> None:
        self.books = books

    def wanted(self, record: SourceRecord) -> int:
        """Requests that should be flowing at this source."""
        lanes = self._usual(record)
        if self.books.readers.is_hasty:
            lanes = min(lanes, FLOWING_LANES if self.books.readers.reads_on else HASTY_LANES)
        return lanes

    def _usual(self, record: SourceRecord) -> int:
        books = self.books
        cap = books.sources.channel_cap(record)
        if books.bytes.size_bytes is None or not record.constraints.can_range:
            return min(1, cap)
        if record.is_failing:
            return min(1, cap)
        if not record.is_ramped:
            known = record.profile.history.channels or 0
            start = known if known > FEW_LANES else NEAR_LANES if _is_near_and_quick(record) else START_LANES
            return min(cap, max(1, min(start, books.sources.job_cap // max(1, books.usable))))
        return min(cap, record.learner.lanes)

    def weight(self, channel: ChannelRecord, lane_rate: float, now: float) -> float:
        """What part of a lane a request fills: less than one while its connection is still growing."""
        latency_s, flight = channel.source.latency_s, channel.flight
        soon_s = latency_s if flight is not None and flight.first_byte_s is not None else 0.0
        return min(1.0, window_rate(channel.rate.body_s(now) + soon_s, latency_s) / lane_rate)

    def channel_for(self, record: SourceRecord, lanes: int, now: float) -> ChannelRecord | bool | None:
        """An idle channel; None when one may be opened; False when there is none to be had."""
        best: ChannelRecord | None = None
        for channel in record.channels.values():
            if channel.flight is None and (best is None or channel.window_rate(now) > best.window_rate(now)):
                best = channel
        if best is not None:
            return best
        if record.is_failing:
            return None if not record.channels and self.books.sources.may_open(record) else False
        piece_s = self.books.tuning.interval_s / self.books.tuning.sub_intervals
        most = lanes
        if record.is_ramped:
            lane_rate = record.capacity / lanes
            growing = sum(self.weight(channel, lane_rate, now) < 0.5 for channel in record.channels.values())
            most += spare_channels(lanes, record.latency_s, piece_s)
            if not is_near(record):
                most += min(growing, START_LANES)
        if len(record.channels) < most and self.books.sources.may_open(record):
            return None
        return False


def is_near(record: SourceRecord) -> bool:
    return record.is_proven and record.latency.least_s <= NEAR_S


def _is_near_and_quick(record: SourceRecord) -> bool:
    """Whether few connections will do: the best is thought of one of which nothing was measured yet, and what a limit
    holds back says nothing."""
    each_rate = record.each_rate
    is_quick = each_rate is None or each_rate >= QUICK_RATE or record.limit_bytes_per_s < inf
    return is_quick and is_near(record)
