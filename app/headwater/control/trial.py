"""Trying a tuning before it acts: the job's sources as measured, simulated under the old and the new values."""

from typing import Final

from headwater.engine.engine import Engine
from headwater.lab.what_if import WhatIfCurve, compare_tunings, scenario_of
from headwater.model.errors import UserError
from headwater.model.job import JobId
from headwater.model.tuning import Tuning

#: Simulated no longer than this, in the simulation's time: what a knob does shows long before.
HORIZON_S: Final = 120.0
#: Where sources vary, a shorter time is simulated so many times, with as many chances.
VARIED_HORIZON_S: Final = 30.0
VARIED_RUNS: Final = 4


async def try_tuning(engine: Engine, job_id: JobId, tuning: Tuning) -> tuple[WhatIfCurve, WhatIfCurve]:
    """Progress under the tuning in force, and under `tuning`. Raises `UserError`, `LocalError`."""
    size_bytes = engine.snapshot(job_id).size_bytes
    if not size_bytes:
        raise UserError("the size of the file is not known yet, so there is nothing to simulate")
    sources = engine.sources(job_id)
    varies = any(source.rate_sigma or source.latency_jitter_s for source in sources)
    horizon_s, runs = (VARIED_HORIZON_S, VARIED_RUNS) if varies else (HORIZON_S, 1)
    within_reach = horizon_s * sum(source.rate_bytes_per_s for source in sources)
    scenario = scenario_of(max(1, min(size_bytes, int(within_reach) or size_bytes)), sources)
    now, tried = await compare_tunings(scenario, [engine.tuning(job_id), tuning], runs=runs)
    return now, tried
