"""One simulated source at work: its realised rate, who is connected, and what each connection would have of it.

It moves no bytes and knows no scheduler. The rule: chance is drawn from the seed and the source's number alone.
"""

import math
import random
from collections.abc import Iterable

from headwater.model.channel import ChannelId
from headwater.model.source import SourceId, SourceProfile, Support
from headwater.model.spans import Span
from headwater.simulation.connection import Connection
from headwater.simulation.realised_rates import RealisedSource
from headwater.simulation.sharing import fair_level


class Server:
    """`shape` and `rate` (bytes per second) are those in force; `version` tells apart what was planned before."""

    def __init__(self, realised: RealisedSource, seed: int, number: int) -> None:
        self.number = number
        self.realised = realised
        self.shape = realised.shape_at(0.0)
        self.rate = realised.rate_at(0.0)
        self.connections: dict[ChannelId, Connection] = {}
        self.flowing: list[Connection] = []
        self.version = 0
        self._random = random.Random(f"{seed}/{number}/latency")

    def change(self, now: float) -> None:
        """An event of the scenario, or a new second with its own chance."""
        self.shape = self.realised.shape_at(now)
        self.rate = self.realised.rate_at(now)

    def latency_s(self) -> float:
        """One latency, with its jitter (evenly between 0 and `jitter_s` more)."""
        if self.shape.jitter_s > 0:
            return self.shape.latency_s + self._random.uniform(0.0, self.shape.jitter_s)
        return self.shape.latency_s

    def profile(self) -> SourceProfile:
        """What the scheduler is told of the source at the start."""
        return SourceProfile(
            source_id=SourceId(self.number),
            host=f"source{self.number + 1}.sim",
            ranges=Support.UNKNOWN,
            holds=self.shape.holds,
            history=self.realised.script.history,
        )

    @property
    def is_full(self) -> bool:
        """Whether it refuses one more connection; those that it refused do not count."""
        limit = self.shape.max_connections
        return limit is not None and len(self.connections) >= limit

    def holds(self, spans: Iterable[Span]) -> bool:
        """Whether it has every byte of these spans."""
        holds = self.shape.holds
        return holds is None or all(any(hold.covers(span) for hold in holds) for span in spans)

    def share(self) -> None:
        """What each flowing connection wants of the access link: its max-min share of this source."""
        latency_s = self.shape.latency_s
        per_connection = self.shape.per_connection_rate_bytes_per_s or math.inf
        wants = [min(per_connection, connection.window_rate(latency_s)) for connection in self.flowing]
        level = fair_level(wants, self.rate)
        for connection, want in zip(self.flowing, wants, strict=True):
            connection.wants = min(want, level)

    def __repr__(self) -> str:
        return f"<Server {self.number}: {self.rate:.0f} bytes/s, {len(self.flowing)} of {len(self.connections)} flow>"
