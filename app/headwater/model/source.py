"""What is known of a source: who it is, what it can give, what people think of it.

Values only. What a source *is doing now* belongs to the scheduler (`schedule.source_scheduler`) and is
shown to people through `model.snapshots`.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final, NewType
from urllib.parse import SplitResult, urlsplit

from headwater.model.access import without_link_password
from headwater.model.errors import UserError
from headwater.model.spans import Span
from headwater.model.wording import say

#: Number of a source within its job; it never changes, so colours and suppliers can be keyed by it.
SourceId = NewType("SourceId", int)


class Support(Enum):
    """Whether a source can do a thing; UNKNOWN until an answer has shown it."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


class SourceState(Enum):
    """What the source scheduler does with a source now."""

    UNTRIED = "untried"
    ACTIVE = "active"
    RESTING = "resting"  # failed or asked for patience; asked again at a known time
    STANDBY = "standby"  # usable, not needed at present
    SET_ASIDE = "set aside"  # serves another file, an error page, or bad blocks; the reason is kept
    DISABLED = "disabled"  # by the user or the host preferences


@dataclass(frozen=True, slots=True)
class Validator:
    """A version mark of one source's copy; compared with earlier answers of the same source only.

    `etag` is as sent, with its quotes and `W/`; `last_modified` is the HTTP date as sent.
    """

    etag: str | None = None
    last_modified: str | None = None

    @property
    def is_strong(self) -> bool:
        """Whether it may stand in `If-Range` (RFC 9110, 13.1.5)."""
        if self.etag is not None:
            return not self.etag.startswith("W/")
        return self.last_modified is not None

    def agrees_with(self, other: "Validator") -> bool:
        """Whether nothing in the two marks says that the copies differ."""
        if self.etag is not None and other.etag is not None:
            return self.etag.removeprefix("W/") == other.etag.removeprefix("W/")
        if self.last_modified is not None and other.last_modified is not None:
            return self.last_modified == other.last_modified
        return True


@dataclass(frozen=True, slots=True)
class HostHistory:
    """What earlier jobs measured of a host; None where nothing is known.

    Rates in bytes per second, latency in seconds from request to first byte. `channels` is what a source was worth,
    `channel_limit` what the host bore when it had refused more.
    """

    rate_bytes_per_s: float | None = None
    per_channel_rate_bytes_per_s: float | None = None
    latency_s: float | None = None
    channels: int | None = None
    multi_range: Support = Support.UNKNOWN
    channel_limit: int | None = None


#: What a preference's numbers lie between, bounds included.
_PREFERENCE_BOUNDS: Final = (
    ("rank", 0.0, 1.0),
    ("cost_per_gb", 0.0, 1e6),
    ("monthly_cap_bytes", 0, 10**18),
    ("channels", 1, 128),
    ("rate_limit_bytes_per_s", 1.0, 1e12),
)


@dataclass(frozen=True, slots=True)
class HostPreference:
    """What the user or an administrator wishes for hosts that match `pattern` (a shell pattern).

    `rank` in [0, 1], 1 is best; `cost_per_gb` in the user's currency; `monthly_cap_bytes`, limits in
    bytes per second, `channels` per host. None leaves a thing to the scheduler. Raises `UserError` for a value out of
    bounds.
    """

    pattern: str
    rank: float | None = None
    cost_per_gb: float | None = None
    monthly_cap_bytes: int | None = None
    channels: int | None = None
    rate_limit_bytes_per_s: float | None = None
    country: str | None = None
    block: bool = False

    def __post_init__(self) -> None:
        for name, low, high in _PREFERENCE_BOUNDS:
            value = getattr(self, name)
            if value is not None and not low <= value <= high:
                raise UserError(
                    say(
                        "{name} of {pattern} must lie between {low:g} and {high:g}",
                        name=name,
                        pattern=self.pattern,
                        low=low,
                        high=high,
                    )
                )
        if self.country is not None and not (
            len(self.country) == 2 and self.country.isascii() and self.country.isalpha()
        ):
            raise UserError(say("country of {pattern} must be two letters, like DE", pattern=self.pattern))


@dataclass(frozen=True, slots=True)
class SourceSpec:
    """A source as a person or a document named it.

    `priority` is a Metalink's (1 is best, None unknown); `country` an ISO 3166 code; `holds` the spans it
    is announced to have, None for all of them. `pinned`, `place` (1 stands first, None leaves it to the score) and
    the limit in bytes per second are what a person wishes of it within this job. `unwrap` is `gzip`, `bzip2`, `xz` or
    `zstd` where the URL holds the same file compressed (`name.xz`), to be decoded on the way. A password in the URL is
    used and never written down.
    """

    url: str = field(metadata={"written": without_link_password})
    priority: int | None = None
    country: str | None = None
    holds: tuple[Span, ...] | None = None
    enabled: bool = True
    unwrap: str | None = None
    pinned: bool = False
    place: int | None = None
    rate_limit_bytes_per_s: float | None = None

    @property
    def host(self) -> str:
        """Host and port as they stand in the URL, lower case, without credentials."""
        return self._parts.netloc.rpartition("@")[2].lower()

    @property
    def scheme(self) -> str:
        return self._parts.scheme.lower()

    @property
    def _parts(self) -> SplitResult:
        try:
            return urlsplit(self.url)
        except ValueError:  # no address at all, like http://[::1; who asks for it says so in a sentence
            return SplitResult("", "", self.url, "", "")


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """All that the scheduler is told of one source from outside, beside what it measures itself.

    `external_rank` in [0, 1] (1 is best), `distance_km` from the user's country, `hops` on the way,
    `cost_per_gb` in the user's currency; None is unknown, and unknown is neither good nor bad. Pinned sources stand
    before all others, then those that the user gave a `place`, then the rest by their scores. `host_sharers` counts
    the running jobs that use the host, this one included: they share the connections it may have.
    `connection_cost_per_gb` is what this computer's own connection adds on the way there, None where it is not known to
    be metered; it ranks a source lower and keeps none in reserve.
    """

    source_id: SourceId
    host: str
    external_rank: float | None = None
    distance_km: float | None = None
    hops: int | None = None
    cost_per_gb: float | None = None
    connection_cost_per_gb: float | None = None
    budget_left_bytes: int | None = None
    max_channels: int | None = None
    host_sharers: int = 1
    ranges: Support = Support.UNKNOWN
    multi_range: Support = Support.UNKNOWN
    holds: tuple[Span, ...] | None = None
    enabled: bool = True
    pinned: bool = False
    place: int | None = None
    history: HostHistory = field(default_factory=HostHistory)

    @property
    def price_per_gb(self) -> float | None:
        """What a GB costs in all; None where nothing is known of it."""
        if self.connection_cost_per_gb is None:
            return self.cost_per_gb
        return (self.cost_per_gb or 0.0) + self.connection_cost_per_gb
