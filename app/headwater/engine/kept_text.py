"""Small texts of the profile, replaced as a whole: after a crash there is the old one or the new one."""

import os
from pathlib import Path

from headwater.model.errors import LocalError
from headwater.model.wording import say


def keep_text(path: Path, text: str, what: str) -> None:
    """Write, sync, rename; only this user may read it. `what` begins the sentence of the `LocalError` that it raises.

    Blocks on the disk.
    """
    draft = path.with_name(path.name + ".new")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise LocalError(
            say("{what} cannot be saved in {path}: {reason}", what=what, path=path, reason=error.strerror or error)
        ) from error
