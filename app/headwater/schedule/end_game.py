"""The end of a file: nobody is given more than it can bring by the time all can be done.

Pure arithmetic: when all end together, and how a rest is split in two. The rule that keeps it honest: the parts
given out at the end add up to what is left, so nobody waits for anybody else to take it.
"""

from collections.abc import Iterable


def finish_s(free_bytes: float, supplies: Iterable[tuple[float, float]]) -> float:
    """When all free bytes can be there: E with `sum r_i * max(0, E - a_i) = free`.

    `supplies` are (a_i, r_i): when a source begins to deliver its next bytes, and its rate. `inf` without any.
    """
    ordered = sorted(supplies)
    rate = weighted = 0.0
    finish = float("inf")
    for starts_s, rate_i in ordered:
        if starts_s >= finish:
            break
        rate += rate_i
        weighted += rate_i * starts_s
        if rate > 0:
            finish = (free_bytes + weighted) / rate
    return finish


def split_bytes(rest_bytes: float, own_rate: float, helper_rate: float, helper_wait_s: float) -> tuple[float, float]:
    """How a helper halves the time of a rest: (bytes the helper takes, seconds until both are done).

    `own * t + helper * (t - wait) = rest`; nothing to take when the owner is done before the helper begins.
    """
    together_s = (rest_bytes + helper_rate * helper_wait_s) / (own_rate + helper_rate)
    taken = helper_rate * (together_s - helper_wait_s)
    if taken <= 0:
        return 0.0, rest_bytes / own_rate
    return taken, together_s
