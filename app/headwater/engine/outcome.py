"""How a run of a job ended: a value, for whoever gives the next job its turn."""

from dataclasses import dataclass
from pathlib import Path

from headwater.model.errors import Cause
from headwater.model.job import JobState


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: the job's next state, with a sentence for people where something went wrong.

    A stopped run has the state None: whoever stopped it knows what is to come.
    """

    state: JobState | None
    error: str | None = None
    verdict: str | None = None
    path: Path | None = None
    cause: Cause | None = None


def stopped_by(words: str, cause: Cause | None) -> Outcome:
    """What this computer's trouble makes of a run: a pause, as nothing is lost; only a name that is taken stays so."""
    return Outcome(JobState.FAILED if cause is Cause.EXISTS else JobState.PAUSED, error=words, cause=cause)
