"""Taking a job's file away: into the trash, from where a person can have it back, or for good. For a worker thread."""

from pathlib import Path

from headwater.model.errors import LocalError
from headwater.model.wording import say


def discard(path: Path, *, to_trash: bool) -> None:
    """Take the file at `path` away; harmless when it is gone already. Raises `LocalError`."""
    try:
        if not to_trash:
            path.unlink(missing_ok=True)
        elif path.exists():
            _move_to_trash(path)
    except OSError as error:
        reason = error.strerror or error
        words = say("{path} could not be deleted: {reason}", path=path, reason=reason)
        if to_trash:
            words = say("{path} could not be moved to the trash: {reason}", path=path, reason=reason)
        raise LocalError(words) from error


def _move_to_trash(path: Path) -> None:
    # Imported with the first file that goes there: few sessions need it.
    from send2trash import send2trash
    from send2trash.exceptions import TrashPermissionError

    try:
        send2trash(path)
    except TrashPermissionError as error:
        raise LocalError(
            say("{path} could not be moved to the trash: its folder has none that may be written to", path=path)
        ) from error
