"""The hosts that the system's keyring has passwords for: a list that is kept in the keyring itself.

A keyring cannot be asked for all entries, so that Headwater notes there what it puts in. The functions work on the
`keyring` package and are called on a thread. The rule: names of hosts alone, and what is gone is not told of.
"""

import json
from collections.abc import Iterable
from typing import Any, Final

#: No host's name holds a space.
_ENTRY: Final = "kept hosts"


def hosts_on_list(keyring: Any, service: str) -> tuple[str, ...]:
    """Hosts in the order of their names; nothing where there is no list, or another program's."""
    try:
        hosts = json.loads(keyring.get_password(service, _ENTRY) or "[]")
    except ValueError:
        return ()
    return tuple(sorted({host for host in hosts if isinstance(host, str)})) if isinstance(hosts, list) else ()


def put_on_list(keyring: Any, service: str, host: str) -> None:
    """Note that there is a password for `host`."""
    _change(keyring, service, add=(host,))


def take_off_list(keyring: Any, service: str, hosts: Iterable[str]) -> None:
    """Note that there is none any more."""
    _change(keyring, service, drop=hosts)


def _change(keyring: Any, service: str, *, add: Iterable[str] = (), drop: Iterable[str] = ()) -> None:
    before = hosts_on_list(keyring, service)
    after = sorted({*before, *add} - set(drop))
    if after:
        if after != list(before):
            keyring.set_password(service, _ENTRY, json.dumps(after))
    elif before:
        keyring.delete_password(service, _ENTRY)
