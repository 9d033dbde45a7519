"""Counting hops from the loop: each trace runs on a worker thread, and ends at once when it is cancelled."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

from headwater.engine.hop_tracer import StopSign, trace_hops
from headwater.engine.host_survey import AT_ONCE

_log = logging.getLogger(__name__)


class HopProber:
    """`host_survey.Trace`. `close` after; no trace may run then."""

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None

    async def __call__(self, address: str, port: int) -> int | None:
        """The number of hops to a numeric address, None where that cannot be found out."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="count hops")
        stop = StopSign()
        work = asyncio.get_running_loop().run_in_executor(self._pool, trace_hops, address, port, stop)
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            stop.stop()
            await asyncio.wait({work})
            if not work.cancelled():
                work.exception()  # that it was interrupted is what was wanted
            raise
        except OSError as error:  # no descriptors left, a family that this computer lacks
            _log.debug("The hops to %s cannot be counted: %s", address, error)
            return None
        finally:
            stop.close()

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False)

    def __repr__(self) -> str:
        return f"<HopProber {'at work' if self._pool is not None else 'idle'}>"
