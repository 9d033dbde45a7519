"""Where sources' redirects led: remembered for a while, so that later ranges go straight there.

Pure bookkeeping on a clock that is passed in. A target that fails is forgotten and the source's own URL asked again,
because the links that load balancers hand out expire.
"""

from typing import Final
from urllib.parse import urljoin, urlsplit

from headwater.channels.address import sendable
from headwater.model.errors import Cause, Retry, SourceError
from headwater.model.wording import say

#: Statuses that point elsewhere.
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_KEEP_S: Final = 300.0
_MOST: Final = 1024  # entries before those that expired are cleared away
_SCHEMES: Final = frozenset({"http", "https"})


class RedirectMemory:
    """Final URLs by the URL they were reached from."""

    def __init__(self) -> None:
        self._targets: dict[str, tuple[float, str]] = {}

    def target(self, url: str, now: float) -> str:
        """Where to ask for `url` now."""
        until, target = self._targets.get(url, (0.0, url))
        return target if until > now else url

    def remember(self, url: str, target: str, now: float) -> None:
        if target == url:
            return
        if len(self._targets) >= _MOST:
            self._targets = {source: kept for source, kept in self._targets.items() if kept[0] > now}
        self._targets[url] = (now + _KEEP_S, target)

    def forget(self, url: str) -> None:
        self._targets.pop(url, None)


def follow(url: str, location: str | None, *, hops: int, max_hops: int, seen: set[str]) -> str:
    """The absolute URL that a redirect from `url` points to. Raises `SourceError` when it must not be followed."""
    if not location:
        raise SourceError("The server points elsewhere without saying where.", retry=Retry.NEVER)
    try:
        target = urljoin(url, _readable(location))
        scheme = urlsplit(target).scheme.lower()
        if scheme in _SCHEMES:
            target = sendable(target)
    except ValueError as error:
        raise SourceError("The server points to an address that is not valid.", retry=Retry.NEVER) from error
    if scheme not in _SCHEMES:
        kind = scheme or say("strange")
        words = say("The server points to a {scheme} address, which is not followed.", scheme=kind)
        raise SourceError(words, retry=Retry.NEVER)
    if hops >= max_hops:
        # Not at the first repetition: a server may set a cookie and point to the same address again.
        words = say("The server's redirects are more than {most}.", most=max_hops)
        if target in seen:
            words = say("The server's redirects go round in a circle.")
        raise SourceError(words, retry=Retry.NEVER, cause=Cause.REDIRECTS)
    return target


def _readable(location: str) -> str:
    """A Location whose bytes were not ASCII, as UTF-8 text (aiohttp passes them on as surrogates)."""
    return location.strip().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
