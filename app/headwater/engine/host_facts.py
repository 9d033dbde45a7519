"""What is found out of a host from outside: where it stands, and how far it is away in the network."""

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
