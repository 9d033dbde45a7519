"""A download as the command line of `get` asks for it: what `get_command` reads and `get_session` carries out."""

from dataclasses import dataclass, replace
from pathlib import Path

from headwater.model.job import JobSpec
from headwater.model.tuning import Tuning


@dataclass(frozen=True, slots=True)
class GetRequest:
    """A download as the command line asks for it. With `to_stdout` the job's folder is chosen later.

    `documents` are Metalinks and torrents (paths or URLs) that are to be read first; `selected` is the name of the
    one file that is meant where they describe several. With `find_checksum` the servers are asked for checksum files,
    with `proven_only` standard output waits for the hashes of what is written to it, where hashes are known (None: as
    the settings say).
    `connections` are the most to one source, in place of the settings'.
    """

    spec: JobSpec
    documents: tuple[str, ...]
    selected: str | None
    find_checksum: bool
    profile: Path | None
    to_stdout: bool
    as_json: bool
    is_quiet: bool
    proven_only: bool | None = None
    connections: int | None = None

    def tuned(self, usual: Tuning) -> JobSpec:
        """The job with what the command line says of its knobs, the others as `usual`."""
        if self.connections is None:
            return self.spec
        tuning = usual.changed("max_channels_per_source", self.connections)
        return replace(self.spec, options=replace(self.spec.options, tuning=tuning))
