"""How far one job's file has come, for all who take its bytes, make them last or end it. State, and nothing else."""

from dataclasses import dataclass
from pathlib import Path

from headwater.model.errors import LocalError


@dataclass(slots=True)
class Standing:
    """How far one job's file has come, for all who take its bytes or end it."""

    #: Where the finished file lies.
    finished_path: Path | None
    size_bytes: int | None = None
    #: What the disk refused, until it is taken back.
    failure: LocalError | None = None
    is_closing: bool = False

    @property
    def takes_bytes(self) -> bool:
        """Whether bytes may still be written."""
        return self.failure is None and not self.is_closing and self.finished_path is None

    @property
    def word(self) -> str:
        """For people who look at objects."""
        if self.is_closing:
            return "closed"
        if self.finished_path is not None:
            return "finished"
        return "open" if self.failure is None else "failed"
