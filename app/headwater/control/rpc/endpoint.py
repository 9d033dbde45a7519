"""Where a running server is found by the other commands: `control.json` in the profile.

Written when a server starts, taken away when it ends; readable by its owner only, since the secret stands in it.
Its methods block on the disk for a moment: they are used at the start and the end, and by short commands.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

FILE_NAME: Final = "control.json"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Address of a control interface; `secret` None where none is needed."""

    host: str
    port: int
    secret: str | None

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/jsonrpc"


def write_endpoint(folder: Path, endpoint: Endpoint) -> None:
    """Replace the file as a whole. Raises `OSError`."""
    draft = folder / (FILE_NAME + ".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(endpoint), file)
    draft.replace(folder / FILE_NAME)


def read_endpoint(folder: Path) -> Endpoint | None:
    """What a server wrote, None when none did or nobody can make sense of it."""
    try:
        return Endpoint(**json.loads((folder / FILE_NAME).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def remove_endpoint(folder: Path) -> None:
    (folder / FILE_NAME).unlink(missing_ok=True)
