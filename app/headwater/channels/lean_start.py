"""Imports aiohttp without the system's certificates, which it reads twice while it is imported (40 ms each start).

The contexts that it makes of them are never used: whoever needs one gives its own to each request (`tls`). The rule:
only the thread that imports goes without certificates, and only for as long as that takes.
"""

import ssl
import sys
import threading


def import_aiohttp() -> None:
    """Import aiohttp, if nobody has yet."""
    if "aiohttp" in sys.modules:
        return
    importer = threading.get_ident()
    read = ssl.SSLContext.set_default_verify_paths

    def read_elsewhere(context: ssl.SSLContext) -> None:
        if threading.get_ident() != importer:
            read(context)

    ssl.SSLContext.set_default_verify_paths = read_elsewhere  # type: ignore[assignment, method-assign]  # no other way
    try:
        import aiohttp  # noqa: F401  # whoever needs it imports it again, at no cost
    finally:
        ssl.SSLContext.set_default_verify_paths = read  # type: ignore[method-assign]  # as it was
