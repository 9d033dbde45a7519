"""What a job waits for while none of its sources may be asked: said in one sentence, to the window and in terminals.

Pure: standings and times in, words out. The rule: who is being asked, or will be in a moment, is not worth a word.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from headwater.model.source import SourceId, SourceSpec, SourceState
from headwater.model.wording import Sentence, say
from headwater.schedule.standings import SourceStanding

#: A shorter rest is over before anybody has read why (s).
_WORTH_TELLING_S: Final = 5.0
#: Up to here (s) seconds count to whoever reads a time of day.
_SECONDS_COUNT_S: Final = 120.0
_NO_REASON: Final = say("The server asks for patience.")


def reason_to_wait(
    standings: Iterable[SourceStanding], sources: Mapping[SourceId, SourceSpec], now: float, now_unix_s: float
) -> Sentence | None:
    """Who said what, and when it is asked again: of the source whose turn comes first. None while any may be asked now.

    `now` is on the scheduler's clock, `now_unix_s` the same moment on the wall's.
    """
    resting = []
    for one in standings:
        if one.state in (SourceState.SET_ASIDE, SourceState.DISABLED):
            continue
        if one.state is not SourceState.RESTING or one.next_try_s is None:
            return None
        resting.append((one.next_try_s, one.source_id, one.reason))
    if not resting:
        return None
    at_s, source_id, reason = min(resting, key=lambda one: one[:2])
    wait_s = at_s - now
    if wait_s < _WORTH_TELLING_S or source_id not in sources:
        return None
    return say(
        "Waiting: {host} is asked again at {time}. {reason}",
        host=sources[source_id].host,
        time=_time_of_day(wait_s, now_unix_s),
        reason=reason or _NO_REASON,
    )


def _time_of_day(wait_s: float, now_unix_s: float) -> str:
    """Local time, with its day where that is another one."""
    today = datetime.fromtimestamp(now_unix_s, UTC).astimezone()
    moment = datetime.fromtimestamp(now_unix_s, UTC) + timedelta(seconds=wait_s)
    moment = moment.astimezone()
    day = "" if moment.date() == today.date() else f"{moment:%Y-%m-%d} "
    return f"{day}{moment:%H:%M:%S}" if wait_s <= _SECONDS_COUNT_S else f"{day}{moment:%H:%M}"
