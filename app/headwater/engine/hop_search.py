"""Counting the hops to a host with few probes: which lifetime is tried next, and what the answers come to. Pure.

A packet whose lifetime (TTL, hop limit) is as long as the way arrives, one with a shorter lifetime does not; so the
shortest that arrives is found by halving, in about six probes instead of one for each router. The rule that keeps it
honest: an answer is believed at once, silence only the second time, and a host that was never reached has no number.
"""

import struct
from enum import Enum
from typing import Final

#: No way through the internet is known to be longer.
MOST_HOPS: Final = 40
#: Where halving begins: most ways are about so long.
_FIRST_GUESS: Final = 12
#: Silence is believed after so many probes: a packet may be lost.
_PATIENCE: Final = 2
#: `struct sock_extended_err` (Linux, ip(7)): error, origin, type, code, padding, information, data.
_EXTENDED_ERROR: Final = struct.Struct("=IBBBBII")
_FROM_ICMP: Final = 2
_FROM_ICMP6: Final = 3


class ProbeEnd(Enum):
    """How a probe ended."""

    ARRIVED = "arrived"  # the host itself answered
    EXPIRED = "expired"  # a router on the way said that its lifetime was over
    SILENT = "silent"  # nobody said anything
    REFUSED = "refused"  # something on the way does not let it through: there is nothing to be learned


class HopSearch:
    """`ttl` is what to try next, None at the end; `tell` what came of it; `hops` the result, None where there is none.

    `is_sure`: everything was answered. A host may answer only so many datagrams a second, and then silence says little.
    """

    def __init__(self) -> None:
        self._too_short = 0
        self._long_enough = MOST_HOPS + 1
        self._silences = 0
        self._is_refused = False
        self.is_sure = True

    @property
    def ttl(self) -> int | None:
        if self._is_refused or self._long_enough - self._too_short <= 1:
            return None
        if self._too_short == 0 and self._long_enough > MOST_HOPS:
            return _FIRST_GUESS
        return (self._too_short + self._long_enough) // 2

    @property
    def hops(self) -> int | None:
        is_found = self._long_enough - self._too_short == 1 and self._long_enough <= MOST_HOPS
        return self._long_enough if is_found and not self._is_refused else None

    def tell(self, end: ProbeEnd) -> None:
        """What came of the probe with the lifetime `ttl`."""
        ttl = self.ttl
        if ttl is None:
            raise RuntimeError("nothing was to be tried any more")
        self._silences = self._silences + 1 if end is ProbeEnd.SILENT else 0
        self.is_sure &= end is not ProbeEnd.SILENT
        if end is ProbeEnd.ARRIVED:
            self._long_enough = ttl
        elif end is ProbeEnd.REFUSED:
            self._is_refused = True
        elif end is ProbeEnd.EXPIRED or self._silences >= _PATIENCE:
            self._too_short, self._silences = ttl, 0

    def __repr__(self) -> str:
        return f"<HopSearch in ({self._too_short}, {self._long_enough}]{' refused' if self._is_refused else ''}>"


def read_extended_error(data: bytes) -> ProbeEnd:
    """What an entry of a socket's error queue says of a datagram to a port that nobody listens at (Linux, IP_RECVERR).

    ICMP types after RFC 792 (3 unreachable, its code 3 the port; 11 time exceeded) and RFC 4443 (1, its code 4; 3).
    """
    if len(data) < _EXTENDED_ERROR.size:
        return ProbeEnd.SILENT
    _error, origin, kind, code, *_ = _EXTENDED_ERROR.unpack_from(data)
    known = {
        (_FROM_ICMP, 3): ProbeEnd.ARRIVED if code == 3 else ProbeEnd.REFUSED,
        (_FROM_ICMP, 11): ProbeEnd.EXPIRED,
        (_FROM_ICMP6, 1): ProbeEnd.ARRIVED if code == 4 else ProbeEnd.REFUSED,
        (_FROM_ICMP6, 3): ProbeEnd.EXPIRED,
    }
    return known.get((origin, kind), ProbeEnd.REFUSED)
