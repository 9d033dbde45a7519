"""Trying a tuning before it acts: the job's sources as measured, simulated under the old and the new values."""

from typing import TYPE_CHECKING, Final

from headwater.lab.what_if import WhatIfCurve, compare_tunings, scenario_of
from headwater.model.errors import UserError
from headwater.model.job import JobId
from headwater.model.tuning import Tuning

if TYPE_CHECKING:  # the API asks for this module
    from headwater.control.api import Api

#: Simulated no longer than this, in the simulation's time: what a knob does shows long before.
HORIZON_S: Final = 120.0


async def try_tuning(api: "Api", job_id: JobId, tuning: Tuning) -> tuple[WhatIfCurve, WhatIfCurve]:
    """Progress under the tuning in force, and under `tuning`. Raises `UserError`, `LocalError`."""
    size_bytes = api.job(job_id).size_bytes
    if not size_bytes:
        raise UserError("the size of the file is not known yet, so there is nothing to simulate")
    sources = api.sources(job_id)
    within_reach = HORIZON_S * sum(source.rate_bytes_per_s for source in sources)
    scenario = scenario_of(max(1, min(size_bytes, int(within_reach) or size_bytes)), sources)
    now, tried = await compare_tunings(scenario, [api.tuning(job_id), tuning])
    return now, tried
