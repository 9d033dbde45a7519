"""HTTP addresses as they go on the wire.

Text in, text out; whoever asks knows what an address that makes no sense means.
"""

from typing import Final
from urllib.parse import urlsplit

from yarl import URL

_UNSAFE: Final = frozenset(map(chr, (*range(33), 127)))


def sendable(url: str) -> str:
    """The URL in ASCII, without fragment. Raises `ValueError` when it is no address.

    A signed link must keep its bytes; only what cannot be sent as it stands is quoted.
    """
    text = url.strip()
    parts = urlsplit(text)
    if not parts.hostname:
        raise ValueError("no host")
    if parts.port is not None and not 0 < parts.port < 65536:
        raise ValueError("no such port")
    if text.isascii() and not _UNSAFE.intersection(text):
        return text.partition("#")[0]
    return str(URL(text).with_fragment(None))
