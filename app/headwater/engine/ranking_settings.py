"""What a person may set of how sources are ranked: values and their bounds, and nothing of what they do."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from headwater.discovery.countries import country_code
from headwater.model.errors import UserError

#: How often a ranking list may be fetched anew (s): a minute to a month.
LIST_EVERY_S: Final = (60.0, 30 * 86400.0)


class OnMetered(Enum):
    """What is done while this computer's connection is metered, as far as the system says so."""

    GO_ON = "go on"
    LIMIT = "limit"  # all jobs together get `metered_rate_bytes_per_s`
    WAIT = "wait"  # jobs wait for another connection, except those with a source on this computer


@dataclass(frozen=True, slots=True)
class RankingSettings:
    """How sources are ranked beside what is measured; raises `UserError` for a value out of bounds.

    `country` is the user's (ISO 3166), None: it is detected. `list_place` is the URL or the path of a ranking list,
    which is looked at every `list_every_s`. `count_hops`: hosts are probed for how far they are in the network, except
    those that fit one of `unprobed_hosts`. `metered_cost_per_gb` (in the user's currency) is what a metered connection
    adds to the cost of every source that is not near.
    """

    country: str | None = None
    list_place: str | None = None
    list_every_s: float = 86400.0
    count_hops: bool = True
    unprobed_hosts: tuple[str, ...] = ()
    metered_cost_per_gb: float = 1.0
    on_metered: OnMetered = OnMetered.GO_ON
    metered_rate_bytes_per_s: float = 500_000.0

    def __post_init__(self) -> None:
        if self.country is not None and country_code(self.country) != self.country:
            raise UserError("the country must be two capital letters, like DE")
        if not LIST_EVERY_S[0] <= self.list_every_s <= LIST_EVERY_S[1]:
            raise UserError("list_every_s must lie between a minute and 30 days")
        if not 0 <= self.metered_cost_per_gb <= 1e6:
            raise UserError("metered_cost_per_gb must lie between 0 and 1000000")
        if not 0 < self.metered_rate_bytes_per_s < float("inf"):
            raise UserError("metered_rate_bytes_per_s must be more than 0")
