"""What a source can give: ranges held, Range and multi-range support, the connections it bears.

Facts about abilities live here; how good a source is and what it should fetch do not. The rule that keeps it
honest: a limit is only ever learned from an answer or announced, and every question asked of a source passes
`mask` first.
"""

from collections.abc import Iterable
from typing import Final

from headwater.model.source import SourceProfile, Support
from headwater.model.spans import UNKNOWN_END, Span, SpanSet

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
    """What one source can give. `holds` is None where nothing speaks against its holding the whole file."""

    def __init__(self, profile: SourceProfile) -> None:
        self.ranges = profile.ranges
        self.multi_range = Support.UNKNOWN
        self.announce(profile)
        self._missing = SpanSet()
        self._holds = None if profile.holds is None else SpanSet(profile.holds)

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
            self._holds = SpanSet(holds)
            self._holds.difference_update(self._missing)

    def forget(self, spans: Iterable[Span]) -> None:
        """The source answered that it does not hold these bytes."""
        for span in spans:
            self._missing.add(span)
            if self._holds is not None:
                self._holds.discard(span)

    @property
    def can_range(self) -> bool:
        return self.ranges is not Support.NO

    @property
    def holds(self) -> SpanSet | None:
        """What the source is known to hold, None for all of the file as far as is known."""
        if self._holds is not None:
            return self._holds
        if self._missing:
            return SpanSet(self._missing.gaps(Span(0, UNKNOWN_END)))
        return None

    def gives(self, span: Span) -> bool:
        """Whether every byte of `span` may be asked for."""
        if self._holds is not None:
            return self._holds.covers(span)
        return not self._missing.overlaps(span)

    def mask(self, span: Span) -> Iterable[Span]:
        """The parts of `span` that may be asked for, in order."""
        if self._holds is not None:
            return self._holds.within(span)
        if self._missing:
            return self._missing.gaps(span)
        return (span,)

    def given_bytes(self, spans: SpanSet) -> int:
        """How many bytes of `spans` may be asked for."""
        if self._holds is None and not self._missing:
            return spans.total_bytes
        return sum(part.size for span in spans for part in self.mask(span))

    def __repr__(self) -> str:
        return f"<Constraints ranges {self.ranges.value}, multi-range {self.multi_range.value}, holds {self._holds}>"
