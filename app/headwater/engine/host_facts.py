"""What is found out of a host from outside: where it stands, how far away, and what its address says at once. Pure."""

import ipaddress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HostFacts:
    """None is not known. `country` is that of the address; `hops` the routers on the way and the host itself.

    `is_near`: this computer itself, or one of the same private network, so that the way there costs nothing.
    `found_at` and `traced_at` (Unix seconds) tell when the address and the hops were last looked for, found or not.
    """

    address: str | None = None
    country: str | None = None
    hops: int | None = None
    is_near: bool = False
    found_at: float = 0.0
    traced_at: float = 0.0


def is_near(address: str) -> bool:
    """Whether a numeric address belongs to this computer or to a private network."""
    try:
        plain = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return plain.is_loopback or plain.is_private or plain.is_link_local


def is_own(address: str) -> bool:
    """Whether a numeric address is this computer's own: no hop leads there."""
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_loopback
    except ValueError:
        return False
