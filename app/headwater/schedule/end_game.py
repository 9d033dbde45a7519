"""The end of a file: nobody is given more than it can bring by the time all can be done.

Pure arithmetic: when all end together, and how a rest is split in two. The rule that keeps it honest: the parts
given out at the end add up to what is left, so nobody waits for anybody else to take it.
"""

from collections.abc import Iterable
from math import inf


def finish_s(free_bytes: float, supplies: Iterable[tuple[float, float, float]]) -> float:
    """When all free bytes can be there: E with `sum min(m_i, r_i * max(0, E - a_i)) = free`.

    `supplies` are (a_i, r_i, m_i): when a source begins to deliver its next bytes, its rate, and how many of the bytes
    it can give at all. `inf` without any. A source that gives its m_i before E is done with them, and the others bring
    the rest.
    """
    left = [supply for supply in supplies if supply[2] > 0]
    while True:
        finish = together_s(free_bytes, left)
        done = [supply for supply in left if supply[2] < supply[1] * (finish - supply[0])]
        if not done or len(done) == len(left):
            return finish
        free_bytes -= sum(most for _, _, most in done)
        left = [supply for supply in left if supply not in done]


def together_s(free_bytes: float, supplies: Iterable[tuple[float, float, float]]) -> float:
    """The same where each source could give all of them."""
    rate = weighted = 0.0
    finish = inf
    for starts_s, rate_i, _ in sorted(supplies):
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
