"""One job fetched by an engine of its own, in a profile that lasts as long: for commands that need bytes on the way.

Nothing of it shows in a list. Of the user's settings those have a part in it that say how servers are asked and what
may be used: the way out, access, hosts, limits, tuning.
"""

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from headwater.control.feed import Feed
from headwater.engine.engine import Engine
from headwater.engine.job import Owner
from headwater.engine.profile import Profile
from headwater.engine.settings import Settings, SettingsFile
from headwater.model.commands import AddJob
from headwater.model.job import JobSpec
from headwater.model.snapshots import FeedEvent, JobChanged, JobSnapshot


async def fetch_apart(
    spec: JobSpec, settings: Settings, progress: Callable[[float], None] | None = None
) -> JobSnapshot:
    """The job when it is done, failed or paused. `progress` hears the part of its file that is there, 0..1."""
    with tempfile.TemporaryDirectory(prefix="headwater-") as folder:
        await asyncio.to_thread(SettingsFile(Path(folder) / "settings.json").save, _settings_apart(settings))
        feed = Feed()
        if progress is not None:
            feed.subscribe(_teller(progress))
        engine = await Engine.open(Profile.find(Path(folder)), feed, owner=Owner.TERMINAL)
        feed.attach(engine.snapshot_or_none, lambda: engine.order)
        try:
            job_id = await engine.execute(AddJob(spec))
            if job_id is None:
                raise RuntimeError("a job was added and has no number")
            return await engine.settled(job_id)
        finally:
            await engine.close()
            feed.close()


def _settings_apart(settings: Settings) -> Settings:
    """The settings without what concerns lists, folders and what follows a download."""
    usual = Settings()
    return replace(
        settings,
        interface=usual.interface,
        main_hours=usual.main_hours,
        is_main_stopped=usual.is_main_stopped,
        queues=usual.queues,
        categories=usual.categories,
        incomplete_folder=usual.incomplete_folder,
        after_each=usual.after_each,
        when_all_done=usual.when_all_done,
    )


def _teller(progress: Callable[[float], None]) -> Callable[[tuple[FeedEvent, ...]], None]:
    """A listener of the feed that tells how much of the job's file is there."""

    def hear(events: tuple[FeedEvent, ...]) -> None:
        for event in events:
            if isinstance(event, JobChanged) and event.job.size_bytes:
                progress(min(1.0, event.job.received_bytes / event.job.size_bytes))

    return hear
