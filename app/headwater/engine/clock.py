"""Time as the engine sees it on a real computer.

Here live the only readings of the system's clocks; everything else takes `model.ports.Clock` or a `now`.
"""

import time
from typing import final


@final
class SystemClock:
    """`model.ports.Clock` on the system's clocks; monotonic seconds agree with asyncio's loops."""

    def monotonic_s(self) -> float:
        return time.monotonic()

    def unix_s(self) -> float:
        return time.time()
