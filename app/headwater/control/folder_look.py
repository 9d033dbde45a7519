"""A look at the folder that a download is meant for: the room in it, and the names that are taken.

Nothing is made or written: a folder that does not exist yet is judged by the one it would be made in. Only where the
system tells of no room at all, neither free nor used, a folder is made and removed again: its own trees are like that
(`/proc`), where the superuser is permitted all and nothing works, and so are some of the network.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from headwater.model.probe import FolderView
from headwater.model.wording import as_sentence, say


def look_at_folder(folder: Path, names: Iterable[str]) -> FolderView:
    """What stands there. Blocks; for a worker thread. What cannot be looked at is told as a problem."""
    try:
        place = next(path for path in (folder, *folder.parents) if path.exists())
        if not place.is_dir():
            return FolderView(problem=say("{place} is a file, not a folder.", place=place))
        if not os.access(place, os.W_OK | os.X_OK):
            return FolderView(problem=say("There is no permission to write into {place}.", place=place))
        usage = shutil.disk_usage(place)
        if not usage.total and not _takes_folders(place):
            return FolderView(problem=say("Nothing can be stored in {place}.", place=place))
        existing = {}
        for name in names:
            path = folder / name
            if path.is_file():
                existing[name] = path.stat().st_size
        return FolderView(usage.free if usage.total else None, existing=existing)
    except OSError as error:
        return FolderView(
            problem=say(
                "{folder} cannot be used: {reason:clause}.",
                folder=folder,
                reason=as_sentence(error.strerror or str(error)),
            )
        )


def _takes_folders(place: Path) -> bool:
    try:
        Path(tempfile.mkdtemp(prefix=".headwater-", dir=place)).rmdir()
    except OSError:  # why, the system tells of such trees in words for nobody
        return False
    return True
