"""Where settings, list and journal live: one profile is one set of files.

Only paths are made here; what is inside belongs to `settings`, `catalog` and `content.journal`. With a folder
chosen (`--profile DIR` or HEADWATER_HOME) everything lies in that folder; else the platform's own places are used.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import platformdirs

from headwater.model.errors import LocalError
from headwater.model.wording import say

HOME_VARIABLE: Final = "HEADWATER_HOME"


def policy_files() -> tuple[Path, ...]:
    """Where an administrator's policy for hosts may lie; the first that is there counts."""
    folder = platformdirs.site_config_path("headwater", appauthor=False)
    folders = (folder,) if sys.platform in ("win32", "darwin") else (Path("/etc/headwater"), folder)
    return tuple(place / name for place in folders for name in ("hosts.json", "hosts.toml"))


@dataclass(frozen=True, slots=True)
class Profile:
    """The files of one profile; `config_folder` and `data_folder` may be the same.

    `policy_files` are the system's, whatever the profile: a person cannot get around them by choosing another one.
    """

    config_folder: Path
    data_folder: Path
    policy_files: tuple[Path, ...] = field(default_factory=policy_files)

    @classmethod
    def find(cls, chosen: Path | None = None, environment: Mapping[str, str] | None = None) -> "Profile":
        """The profile in `chosen`, else in HEADWATER_HOME, else in the platform's folders."""
        variables = os.environ if environment is None else environment
        folder = chosen if chosen is not None else variables.get(HOME_VARIABLE)
        if folder:
            home = Path(folder).expanduser().absolute()
            return cls(home, home)
        places = platformdirs.PlatformDirs("headwater", appauthor=False)
        return cls(places.user_config_path, places.user_data_path)

    @property
    def settings_path(self) -> Path:
        return self.config_folder / "settings.json"

    @property
    def catalog_path(self) -> Path:
        return self.data_folder / "catalog.sqlite3"

    @property
    def journal_path(self) -> Path:
        return self.data_folder / "journal.sqlite3"

    @property
    def spool_folder(self) -> Path:
        """Where files lie that are only passed on (to standard output) and then removed."""
        return self.data_folder / "spool"

    @property
    def ranking_path(self) -> Path:
        """The last good list of an external ranking service."""
        return self.data_folder / "ranking.json"

    @property
    def survey_path(self) -> Path:
        """What was found out of hosts today."""
        return self.data_folder / "hosts.json"

    @property
    def leases_folder(self) -> Path:
        """Where the locks of running jobs lie."""
        return self.data_folder / "running"

    def make_folders(self) -> None:
        """Make the folders that are missing, for this user alone. Raises `LocalError`. Blocks on the disk."""
        for folder in (self.config_folder, self.data_folder):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise LocalError(
                    say(
                        "The profile folder {folder} cannot be made: {reason}",
                        folder=folder,
                        reason=error.strerror or error,
                    )
                ) from error
