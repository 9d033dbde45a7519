"""What was chosen for a job, chosen anew: options, folder and name of one that waits, rests or runs.

What a channel is opened with is read when it is opened; those that are open keep what they have, so that a job that
runs begins anew where that matters. The rule: when it returns, the choice is on the disk and in force.
"""

from dataclasses import replace
from typing import Final

from headwater.engine.destination import chosen_name
from headwater.engine.job import Job
from headwater.engine.roster import Roster
from headwater.engine.services import Services
from headwater.model.commands import SetOptions
from headwater.model.errors import UserError
from headwater.model.events import OrderChanged, TuningChanged
from headwater.model.job import JobOptions, JobState
from headwater.model.wording import say

#: What a job that runs takes up without beginning anew; all the rest its connections, or its file, were opened with.
_LIVE: Final = (
    *("tuning", "order", "rate_limit_bytes_per_s", "priority", "after"),
    *("overwrite", "may_number", "use_server_time", "signature"),
)


async def set_options(job: Job, command: SetOptions, roster: Roster, services: Services) -> None:
    """Carry the command out. Raises `UserError` for a job that is done or a name that is none, `LocalError`."""
    if job.state is JobState.DONE:
        raise UserError(say("{name} is complete; nothing can be chosen for it any more", name=job.display_name))
    before, spec = job.record.spec.options, job.record.spec
    spec = replace(spec, options=command.options, folder=(command.folder or spec.folder).expanduser().absolute())
    if command.name is not None:
        spec = replace(spec, name=command.name)
        job.update(name=chosen_name(spec))
    job.update(spec=replace(spec, name=job.record.name if command.name is not None else spec.name))
    driver = roster.driver(job.job_id)
    if driver is not None and job.state is JobState.RUNNING:
        if _without_live(before) != _without_live(command.options):
            await roster.stop(job, JobState.WAITING)
        else:
            tuning = command.options.tuning
            driver.tell(TuningChanged(services.settings.tuning if tuning is None else tuning))
            driver.tell(OrderChanged(command.options.order))
            driver.limits_changed()
    services.observer.job_touched(job.job_id)
    await services.keeper.save(job)


def _without_live(options: JobOptions) -> JobOptions:
    usual = JobOptions()
    return replace(options, **{name: getattr(usual, name) for name in _LIVE})
