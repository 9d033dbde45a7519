"""Who is used now and who is kept in reserve: as many of the best as the user wants, nobody who costs without need.

Sources are looked at in the order of their rank. One is kept in reserve while enough better ones are used, or, where it
costs money or scores less than the user wants, while any other can be asked. The rule that keeps it honest: whoever
holds missing bytes that none of those in use holds is used, whatever it costs.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from headwater.model.source import SourceId
from headwater.model.spans import SpanSet
from headwater.model.tuning import Tuning
from headwater.model.wording import marked, say
from headwater.schedule.source_record import SourceRecord
from headwater.schedule.source_scheduler import wished_place

#: A source in use stays unless another's score is so much better: connections that were made have grown.
LOYALTY: Final = 0.1


class Objection(IntEnum):
    """Why a source is used only where no other can be; the greater, the weightier."""

    NONE = 0
    SCORE = 1
    COST = 2
    BUDGET = 3


_WORDS: Final = {
    Objection.SCORE: marked("in reserve: its score is below the least wanted"),
    Objection.COST: marked("in reserve: it costs, and others are free"),
    Objection.BUDGET: marked("in reserve: it brought as much as you want to pay for"),
}


def choose_sources(ranked: Sequence[SourceRecord], free: SpanSet, now: float, tuning: Tuning) -> list[SourceRecord]:
    """Say of every source why it is not used now (`reserve`), or what it is not asked for (`left_to_others`).

    Returns those that are in reserve from now on.
    `ranked` are best first, `free` the bytes that nobody was asked for yet.
    """
    crowd = _Crowd(free)
    able = [one for one in ranked if one.is_usable and now >= one.not_before_s and not one.is_failing]
    objections = {record.source_id: _objection(record, tuning) for record in able}
    # Where all cost, or none scores well, that is no reason to hold anybody back.
    least = min(objections.values(), default=Objection.NONE)
    willing = [record for record in able if objections[record.source_id] is least]
    if len(willing) > tuning.max_sources:
        willing.sort(key=_order)
    reasons: dict[SourceId, str] = {}
    left: dict[SourceId, SpanSet] = {}
    for record in willing:
        if crowd.count < tuning.max_sources or crowd.lacks(record):
            crowd.take(record)
        else:
            reasons[record.source_id] = say("in reserve: {count} that rank better are in use", count=crowd.count)
    for record in able:
        objection = objections[record.source_id]
        record.may_overspend = objection is Objection.BUDGET  # where that does not hold it back altogether
        if objection is not least and crowd.lacks(record):
            left[record.source_id] = crowd.held.copy()
            crowd.take(record)
        elif objection is not least:
            reasons[record.source_id] = say(_WORDS[objection])
    fresh = [record for record in able if record.reserve is None and record.source_id in reasons]
    for record in ranked:
        record.reserve, record.left_to_others = reasons.get(record.source_id), left.get(record.source_id)
    return fresh


def _order(record: SourceRecord) -> tuple[bool, float, float]:
    return *wished_place(record.profile), -record.ranking.score - (LOYALTY if record.channels else 0.0)


def _objection(record: SourceRecord, tuning: Tuning) -> Objection:
    profile = record.profile
    if record.is_over_budget:
        return Objection.BUDGET
    if profile.cost_per_gb and tuning.weight_cost and not profile.pinned:
        return Objection.COST
    if record.ranking.score < tuning.least_score and not profile.pinned:
        return Objection.SCORE
    return Objection.NONE


class _Crowd:
    """The sources in use so far, what those `held` that hold parts, and the bytes that none can be asked for."""

    def __init__(self, free: SpanSet) -> None:
        self.count = 0
        self.held = SpanSet()
        self._uncovered: SpanSet | None = free  # None: there is one for everything

    def take(self, record: SourceRecord) -> None:
        self.count += 1
        holds = record.constraints.holds
        if self._uncovered is None or not record.constraints.can_range:
            return
        if holds is None:
            self._uncovered = None
        else:
            self.held.update(holds)
            self._uncovered = self._uncovered.copy()
            self._uncovered.difference_update(holds)

    def lacks(self, record: SourceRecord) -> bool:
        """Whether a source holds missing bytes that none of the crowd can be asked for."""
        gives = record.constraints.mask
        return self._uncovered is not None and any(True for span in self._uncovered for _ in gives(span))
