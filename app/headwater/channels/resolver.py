"""Names to addresses, so that one hung look-up holds up nobody else.

`getaddrinfo` blocks its thread for as long as the system likes, so each look-up has a daemon thread of its own
instead of a place in a shared pool; look-ups of one name are shared, and answers kept for a while. The operating
system's own resolver is used because it knows hosts files, mDNS and VPNs.
"""

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from typing import Final

from aiohttp.abc import AbstractResolver, ResolveResult

_KEEP_S: Final = 60.0
_Key = tuple[str, int, socket.AddressFamily]


class Resolver(AbstractResolver):
    """One for a whole engine. `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: dict[_Key, tuple[float, list[ResolveResult]]] = {}
        self._pending: dict[_Key, asyncio.Future[list[ResolveResult]]] = {}

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """All addresses of `host`, as aiohttp wants them. Raises `OSError`."""
        key = (host, port, family)
        kept = self._kept.get(key)
        if kept is not None and kept[0] > self._clock():
            return kept[1]
        pending = self._pending.get(key)
        if pending is None:
            pending = self._start(key)
        # Shielded: several channels wait for one look-up, and one of them may give up.
        return await asyncio.shield(pending)

    def _start(self, key: _Key) -> asyncio.Future[list[ResolveResult]]:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[list[ResolveResult]] = loop.create_future()
        self._pending[key] = future

        def settle(result: list[ResolveResult] | OSError) -> None:
            self._pending.pop(key, None)
            if future.done():
                return
            if isinstance(result, OSError):
                future.set_exception(result)
                future.exception()  # whoever asked may have given up; that is no fault
            else:
                self._kept[key] = (self._clock() + _KEEP_S, result)
                future.set_result(result)

        def look_up() -> None:
            try:
                result: list[ResolveResult] | OSError = _look_up(*key)
            except OSError as error:
                result = error
            except UnicodeError as error:
                result = OSError(f"not a host name: {error}")
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, result)

        threading.Thread(target=look_up, name=f"look up {key[0]}", daemon=True).start()
        return future

    async def close(self) -> None:
        """Forget everything; look-ups under way end in their own threads."""
        for future in self._pending.values():
            future.cancel()
        self._pending.clear()
        self._kept.clear()


def _look_up(host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
    flags = socket.AI_ADDRCONFIG
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family, flags=flags)
    numeric = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    results: list[ResolveResult] = []
    for own_family, _, protocol, _, address in found:
        # A link-local IPv6 address carries its scope only in text form.
        name = socket.getnameinfo(address, socket.NI_NUMERICHOST)[0] if len(address) == 4 else str(address[0])
        results.append(
            ResolveResult(
                hostname=host, host=name, port=int(address[1]), family=own_family, proto=protocol, flags=numeric
            )
        )
    return results
