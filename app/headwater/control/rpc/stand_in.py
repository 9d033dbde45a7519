"""Started under aria2's name: what `aria2c` does that `serve` does not.

A program that starts `aria2c` gives it all there is to know on the command line, and expects nothing of an earlier
run but what a session file says. So each port has a profile of its own, which remembers what is durable of files that
are not done, and jobs that the session file does not name are taken off its list.
"""

import asyncio
from pathlib import Path
from typing import Final

from headwater.control.api import Api, Profile
from headwater.control.rpc.arguments import ServeOptions
from headwater.control.rpc.methods import ARIA2_VERSION, FEATURES
from headwater.control.rpc.session_file import Entry, parse_input, read_input
from headwater.model.commands import RemoveJobs
from headwater.model.job import JobSpec

NAME: Final = "aria2c"


def profile_of(port: int) -> Path:
    """The folder of what is remembered for the `aria2c` on this port."""
    return Profile.find().data_folder / f"{NAME}-{port}"


def version_text() -> str:
    """What `aria2c --version` begins with; tools read the number and the features."""
    return f"aria2 version {ARIA2_VERSION}\n\n** Configuration **\nEnabled Features: {', '.join(FEATURES)}\n"


async def forget_strangers(api: Api, options: ServeOptions) -> None:
    """Take off the list what the session file does not ask for; no data is deleted. Raises `LocalError`."""
    source = options.option("input-file")
    # Standard input can be read once only, and nobody gives numbers there.
    text = await asyncio.to_thread(read_input, source) if source and source != "-" else ""
    asked = {entry.options.get("gid"): entry for entry in parse_input(text)}
    folder = Path(options.option("dir") or api.settings.download_folder)
    strangers = tuple(
        job_id
        for job_id in api.job_ids()
        if job_id not in asked or not _is_same(api.spec(job_id), asked[job_id], folder)
    )
    if strangers:
        await api.execute(RemoveJobs(strangers))


def _is_same(spec: JobSpec, entry: Entry, folder: Path) -> bool:
    """Whether a job of an earlier run is the one that a session file's entry asks for."""
    place = Path(entry.options.get("dir", folder)).expanduser()
    name = entry.options.get("out")
    urls = {source.url for source in spec.sources}
    return urls >= set(entry.urls) and spec.folder == place and name in (None, spec.name)
