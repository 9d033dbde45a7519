"""What a source can give: ranges held, Range and multi-range support, the connections it bears.

Facts about abilities live here; how good a source is and what it should fetch do not. The rule that keeps it
honest: a limit is only ever learned from an answer or announced, and every question asked of a source passes
`mask` first.
"""

from collections.abc import Iterable

from headwater.model.source import SourceProfile, Support
from headwater.model.spans import UNKNOWN_END, Span, SpanSet


class Constraints:
    """What one source can give. `holds` is None where nothing speaks against its holding the whole file."""

    def __init__(self, profile: SourceProfile) -> None:
        self.ranges = profile.ranges
        self.multi_range = Support.UNKNOWN
        self.announce(profile)
        self._missing = SpanSet()
        self._holds = None if profile.holds is None else SpanSet(profile.holds)
        #: Connections the host bears at once, learned from refusals (429, 503); None while it never refused.
        self.channel_limit: int | None = None

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

    def refuse_channel(self, in_use: int) -> None:
        """The host refused while it had `in_use` connections: bear one less from now on, at least one."""
        self.channel_limit = max(1, min(self.channel_limit or in_use, in_use) - 1)

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

    def __repr__(self) -> str:
        return f"<Constraints ranges {self.ranges.value}, multi-range {self.multi_range.value}, holds {self._holds}>"
