"""A look at the folder that a download is meant for: the room in it, and the names that are taken.

Nothing is made or written: a folder that does not exist yet is judged by the one it would be made in.
"""

import os
import shutil
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
        existing = {}
        for name in names:
            path = folder / name
            if path.is_file():
                existing[name] = path.stat().st_size
        return FolderView(shutil.disk_usage(place).free, existing=existing)
    except OSError as error:
        return FolderView(
            problem=say(
                "{folder} cannot be used: {reason:clause}.",
                folder=folder,
                reason=as_sentence(error.strerror or str(error)),
            )
        )
