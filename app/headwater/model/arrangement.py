"""How a person arranges jobs: priorities, categories, and what is done when one job, or all of them, are over.

Values only. Which job starts is `engine.queue`'s, which category fits `engine.categories`', and how an action is
carried out `engine.system_actions`'. The rule: a value that could not be carried out cannot be made.
"""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from headwater.model.errors import UserError
from headwater.model.wording import marked, say

#: Longest name of a queue or a category.
MOST_NAME_CHARS: Final = 60
#: What is said of a name that cannot be, by what it is the name of.
CATEGORY_NAME: Final = marked("A category needs a name of at most {most} letters")
QUEUE_NAME: Final = marked("A queue needs a name of at most {most} letters")
#: Longest time that one has to stop an action of the whole computer.
MOST_COUNTDOWN_S: Final = 3600.0


class Priority(Enum):
    """Which jobs of a queue start first; among equals the queue's order decides."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"

    @property
    def place(self) -> int:
        """0 starts first."""
        return _PLACES[self]


_PLACES: Final = {priority: place for place, priority in enumerate(Priority)}


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of files, with the folder they go to (None: the one for all).

    A job belongs to the first category whose rules fit: its name ends in one of `suffixes` (`.iso`, `.tar.gz`), where
    there are some, and one of its hosts fits one of the shell patterns `hosts`, where there are some. One without any
    rule is given by hand only. Raises `UserError` for a name or suffix that is none.
    """

    name: str
    folder: Path | None = None
    suffixes: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_name(self.name, CATEGORY_NAME)
        if self.folder is not None and not self.folder.is_absolute():
            raise UserError(say("The folder of “{name}” must be a whole path", name=self.name))
        for suffix in self.suffixes:
            if not suffix.startswith(".") or len(suffix) < 2 or any(sign in suffix for sign in "/\\ \t"):
                raise UserError(say("“{suffix}” is no ending of a file's name; write one as .iso", suffix=suffix))


class AfterKind(Enum):
    """What is done with a file that is done."""

    OPEN = "open"
    COMMAND = "command"
    SCAN = "scan"


@dataclass(frozen=True, slots=True)
class AfterJob:
    """What is done when a job is done. `command` is a program with its arguments, in which `{path}`, `{folder}`,
    `{name}` and `{url}` stand for the job's; no shell reads it. A scan tells with a status other than 0 that it found
    something. Raises `UserError` where a command is missing."""

    kind: AfterKind
    command: str = ""

    def __post_init__(self) -> None:
        if self.kind is not AfterKind.OPEN and not self.command.strip():
            raise UserError("Enter the command that is to be run")


class EndAction(Enum):
    """What is done when all jobs are over."""

    NOTHING = "nothing"
    NOTIFY = "notify"
    SLEEP = "sleep"
    SHUT_DOWN = "shut down"
    LOG_OUT = "log out"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class EndPlan:
    """What is done when all jobs are over, after `countdown_s` in which it can be stopped; `once` only the next time.

    Raises `UserError` where a command is missing or the countdown is out of bounds.
    """

    action: EndAction = EndAction.NOTHING
    command: str = ""
    countdown_s: float = 60.0
    once: bool = True

    def __post_init__(self) -> None:
        if self.action is EndAction.COMMAND and not self.command.strip():
            raise UserError("Enter the command that is to be run when all is done")
        if not 0 <= self.countdown_s <= MOST_COUNTDOWN_S:
            raise UserError(say("countdown_s must lie between 0 and {most:g} s", most=MOST_COUNTDOWN_S))


def require_name(name: str, template: str) -> None:
    """Raises `UserError` for a name that cannot be told from others or shown in a line."""
    if not name.strip() or name != name.strip() or len(name) > MOST_NAME_CHARS or not name.isprintable():
        raise UserError(say(template, most=MOST_NAME_CHARS))
