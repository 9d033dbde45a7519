"""What earlier jobs measured of hosts.

A job's scheduler begins with this knowledge instead of none, and gives back what it measured. The rule: a measurement
replaces an older one field by field, and a field that was not measured this time keeps what was known.
"""

from collections.abc import Mapping

from headwater.model.source import HostHistory, Support

#: Hosts that are remembered; the ones measured longest ago are forgotten first.
MOST_HOSTS = 2000


class HostMemory:
    """Histories by host, newest last; `take_changed` yields what has to be saved."""

    def __init__(self, known: Mapping[str, HostHistory] | None = None) -> None:
        self._known = dict(known or {})
        self._changed: set[str] = set()

    def of(self, host: str) -> HostHistory:
        return self._known.get(host, HostHistory())

    def learn(self, measured: Mapping[str, HostHistory]) -> None:
        """Take what a job measured."""
        for host, new in measured.items():
            old = self._known.pop(host, HostHistory())
            self._known[host] = _merged(old, new)
            self._changed.add(host)
        while len(self._known) > MOST_HOSTS:
            oldest = next(iter(self._known))
            del self._known[oldest]
            self._changed.discard(oldest)

    def take_changed(self) -> dict[str, HostHistory]:
        """What changed since the last call."""
        changed = {host: self._known[host] for host in self._changed}
        self._changed.clear()
        return changed

    def __repr__(self) -> str:
        return f"<HostMemory of {len(self._known)} hosts>"


def _merged(old: HostHistory, new: HostHistory) -> HostHistory:
    return HostHistory(
        rate_bytes_per_s=old.rate_bytes_per_s if new.rate_bytes_per_s is None else new.rate_bytes_per_s,
        per_channel_rate_bytes_per_s=(
            old.per_channel_rate_bytes_per_s
            if new.per_channel_rate_bytes_per_s is None
            else new.per_channel_rate_bytes_per_s
        ),
        latency_s=old.latency_s if new.latency_s is None else new.latency_s,
        channels=old.channels if new.channels is None else new.channels,
        channel_limit=old.channel_limit if new.channel_limit is None else new.channel_limit,
        multi_range=old.multi_range if new.multi_range is Support.UNKNOWN else new.multi_range,
    )
