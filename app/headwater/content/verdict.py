"""What integrity has to say of a file, in one sentence that neither hides nor boasts. Values only."""

from dataclasses import dataclass
from enum import Enum

from headwater.model.spans import Span


class Finding(Enum):
    """How far a file can be trusted."""

    PROVEN = "proven"  # every byte is covered by a trusted hash that is right
    UNPROVEN = "unproven"  # nothing speaks against it, nothing proves it
    DAMAGED = "damaged"  # a trusted hash is wrong


@dataclass(frozen=True, slots=True)
class Verdict:
    """`wrong` holds the spans whose hash was wrong (the whole file where only a hash of all of it is known)."""

    finding: Finding
    sentence: str
    wrong: tuple[Span, ...] = ()

    def __str__(self) -> str:
        return self.sentence
