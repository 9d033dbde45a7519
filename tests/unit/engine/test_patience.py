"""What is said of a job none of whose sources may be asked now: of whom, until when, and when nothing is said."""

import re
from datetime import datetime

import pytest

from headwater.engine.patience import reason_to_wait
from headwater.model.source import SourceId, SourceSpec, SourceState, Support
from headwater.schedule.standings import SourceStanding

A, B = SourceId(0), SourceId(1)
SOURCES = {A: SourceSpec("http://a.example/f"), B: SourceSpec("http://b.example/f")}
NOON = datetime(2026, 3, 2, 12, 0, 0).astimezone().timestamp()


def standing(source_id: SourceId, state: SourceState, next_try_s: float | None, reason: str | None) -> SourceStanding:
    return SourceStanding(
        source_id=source_id,
        rank=1,
        score=0.0,
        terms=(),
        state=state,
        reason=reason,
        next_try_s=next_try_s,
        share=0.0,
        received_bytes=0,
        wasted_bytes=0,
        rate_bytes_per_s=0.0,
        rate_sigma=None,
        latency_s=None,
        latency_jitter_s=0.0,
        channels=0,
        lanes=1,
        requests=1,
        errors=1,
        bad_blocks=0,
        ranges=Support.UNKNOWN,
        multi_range=Support.UNKNOWN,
        holds=None,
    )


def resting(source_id: SourceId, next_try_s: float, reason: str | None = "It is busy (503).") -> SourceStanding:
    return standing(source_id, SourceState.RESTING, next_try_s, reason)


@pytest.mark.parametrize(
    ("wait_s", "time"),
    [(3600.0, "13:00"), (30.0, "12:00:30"), (26 * 3600.0, "2026-03-03 14:00")],
)
def test_the_time_is_told_as_exactly_as_it_matters(wait_s: float, time: str) -> None:
    words = reason_to_wait([resting(A, 100.0 + wait_s)], SOURCES, 100.0, NOON)
    assert words == f"Waiting: a.example is asked again at {time}. It is busy (503)."


def test_of_several_the_one_whose_turn_comes_first_is_named() -> None:
    gone = standing(SourceId(2), SourceState.SET_ASIDE, None, "gone")
    words = reason_to_wait([resting(A, 900.0), resting(B, 700.0, None), gone], SOURCES, 100.0, NOON)
    assert words is not None
    assert re.match(r"Waiting: b\.example .* asks for patience\.$", words)


@pytest.mark.parametrize(
    "standings",
    [
        [],
        [resting(A, 102.0)],
        [resting(A, 900.0), standing(B, SourceState.ACTIVE, None, None)],
        [resting(A, 900.0), standing(B, SourceState.STANDBY, None, None)],
        [resting(SourceId(7), 900.0)],
        [standing(A, SourceState.SET_ASIDE, None, "gone")],
    ],
    ids=["none", "in a moment", "one is asked", "one may be asked", "one that was removed", "nobody ever"],
)
def test_else_nothing_is_said(standings: list[SourceStanding]) -> None:
    assert reason_to_wait(standings, SOURCES, 100.0, NOON) is None
