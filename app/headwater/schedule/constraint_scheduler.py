"""What a source can give: ranges held, Range and multi-range support, the connections it bears.

Facts about abilities live here; how good a source is and what it should fetch do not. The rule that keeps it
honest: a limit is only ever learned from an answer or announced, and every question asked of a source passes
`mask` first.
"""

from collections.abc import Iterable
from typing import Final

from headwater.model.source import SourceProfile, Support
from headwater.model.spans import Span, SpanSet
from headwater.schedule.holdings import Holdings

#: A host that refused connections is tried with one more after so long (s).
RELAX_S: Final = 60.0


class HostLimits:
    """How many connections hosts bear, learned from what they refuse; asked for anew, one by one, as time passes."""

    def __init__(self) -> None:
        self._limits: dict[str, tuple[int, float | None]] = {}  # and since when; None: since an earlier job

    def of(self, host: str) -> int | None:
        known = self._limits.get(host)
        return None if known is None else known[0]

    def recall(self, host: str, limit: int) -> None:
        """An earlier job was refused more than `limit`."""
        self._limits.setdefault(host, (limit, None))

    def refuse(self, host: str, in_use: int, now: float) -> None:
        """The host refused while it had `in_use` connections: it bears one less, one at least."""
        self._limits[host] = (max(1, min(self.of(host) or in_use, in_use) - 1), now)

    def relax(self, now: float) -> None:
        """Try one connection more with hosts that did not refuse for `RELAX_S`."""
        for host, (limit, since_s) in self._limits.items():
            if since_s is None:
                self._limits[host] = (limit, now)
            elif now - since_s >= RELAX_S:
                self._limits[host] = (limit + 1, now)

    def forget(self, host: str) -> None:
        """The user wants it tried again."""
        self._limits.pop(host, None)

    def __repr__(self) -> str:
        return f"<HostLimits {self._limits}>"


class Constraints:
    """What one source can give."""

    def __init__(self, profile: SourceProfile) -> None:
        self.ranges = profile.ranges
        self.multi_range = Support.UNKNOWN
        self.announce(profile)
        self.holdings = Holdings(profile.holds)

    def announce(self, profile: SourceProfile) -> None:
        """Take over what was told from outside, where answers have not shown better."""
        if self.ranges is Support.UNKNOWN:
            self.ranges = profile.ranges
        if self.multi_range is Support.UNKNOWN:
            self.multi_range = profile.multi_range
            if self.multi_range is Support.UNKNOWN:
                self.multi_range = profile.history.multi_range

    def learn(self, ranges: Support, multi_range: Support, holds: Iterable[Span] | None) -> None:
        """An answer's headers showed this."""
        if ranges is not Support.UNKNOWN:
            self.ranges = ranges
        if multi_range is not Support.UNKNOWN:
            self.multi_range = multi_range
        if holds is not None:
            self.holdings.announce(holds)

    @property
    def can_range(self) -> bool:
        return self.ranges is not Support.NO

    @property
    def holds(self) -> SpanSet | None:
        """What may be asked of the source, None for all of the file as far as is known."""
        return self.holdings.known

    def gives(self, span: Span) -> bool:
        """Whether every byte of `span` may be asked for."""
        return self.holdings.covers(span)

    def mask(self, span: Span) -> Iterable[Span]:
        """The parts of `span` that may be asked for, in order."""
        return (span,) if self.holdings.is_whole else self.holdings.parts(span)

    def given_bytes(self, spans: SpanSet) -> int:
        """How many bytes of `spans` may be asked for."""
        if self.holdings.is_whole:
            return spans.total_bytes
        return sum(part.size for span in spans for part in self.holdings.parts(span))

    def __repr__(self) -> str:
        return f"<Constraints ranges {self.ranges.value}, multi-range {self.multi_range.value}, {self.holdings!r}>"
