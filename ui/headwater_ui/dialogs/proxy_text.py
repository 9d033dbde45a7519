"""A proxy as people write it, read into what is kept. Pure."""

from typing import Final
from urllib.parse import urlsplit

from headwater.model.errors import UserError
from headwater_ui.language import translate

_SCHEMES: Final = ("http", "https", "socks4", "socks4a", "socks5", "socks5h")


def read_proxy(text: str) -> str | None:
    """A proxy, or `direct` for none; None for an empty text, which leaves it to who is asked next.

    Raises `UserError` for one that cannot be used.
    """
    plain = text.strip()
    if not plain or plain == "direct":
        return plain or None
    try:
        parts = urlsplit(plain)
        is_proxy = parts.scheme.lower() in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number
        is_proxy = False
    if not is_proxy:
        raise UserError(translate("ProxyText", "Proxy: write http://host:port, socks5://host:port or “direct”"))
    return plain
