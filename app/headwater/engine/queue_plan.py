"""What a queue is: its name, how many of its jobs run at once, and when it is open.

The main queue has no name; its number is the settings' own. Which of a queue's jobs start is `engine.queue`'s. The
rule: every job is in exactly one queue, and one whose queue is gone is in the main one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from headwater.engine.timetable import OpenHours, entry_at
from headwater.model.arrangement import QUEUE_NAME, require_name
from headwater.model.errors import UserError
from headwater.model.wording import say

#: Most jobs that may run at once in one queue; more than this is a slip of the finger.
MOST_RUNNING: Final = 64
#: The name by which jobs mean the main queue.
MAIN: Final = ""


@dataclass(frozen=True, slots=True)
class QueueSpec:
    """One named queue. `hours` empty: always open. `is_stopped`: closed by a person, whatever the hours say.

    Raises `UserError` for a value out of bounds.
    """

    name: str
    running_at_once: int = 1
    hours: tuple[OpenHours, ...] = ()
    is_stopped: bool = False

    def __post_init__(self) -> None:
        if self.name != MAIN:
            require_name(self.name, QUEUE_NAME)
        if not 1 <= self.running_at_once <= MOST_RUNNING:
            raise UserError(say("A queue must run between 1 and {most} jobs at once", most=MOST_RUNNING))

    def is_open(self, now: datetime) -> bool:
        """Whether its jobs may run at `now` (local time)."""
        return not self.is_stopped and (not self.hours or entry_at(self.hours, now) is not None)


def require_distinct(names: Iterable[str], template: str) -> None:
    """Raises `UserError`, which says `template`, when two of them could be taken for each other."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise UserError(say(template, name=name))
        seen.add(name.casefold())
