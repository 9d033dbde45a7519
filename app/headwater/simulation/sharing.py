"""Fair shares: how flows that want a certain rate at most share a capacity (max-min fairness)."""

import math
from collections.abc import Sequence


def fair_level(wants: Sequence[float], capacity: float) -> float:
    """The level at which `min(want, level)` summed over all wants fills `capacity`; `inf` when all fit.

    Water filling: Bertsekas and Gallager, Data Networks, section 6.5.2.
    """
    left = capacity
    remaining = len(wants)
    for want in sorted(wants):
        if want * remaining > left:
            return left / remaining
        left -= want
        remaining -= 1
    return math.inf
