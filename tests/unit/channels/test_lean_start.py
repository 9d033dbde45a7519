"""aiohttp is imported without certificates, and nobody else goes without them."""

import subprocess
import sys
from typing import Final

_PROGRAM: Final = """
import ssl
from headwater.channels.lean_start import import_aiohttp
before = ssl.create_default_context().cert_store_stats()
import_aiohttp()
import aiohttp.connector
assert not aiohttp.connector._SSL_CONTEXT_VERIFIED.cert_store_stats()["x509"]
assert ssl.create_default_context().cert_store_stats() == before
import_aiohttp()
"""


def test_only_what_aiohttp_makes_for_itself_lacks_certificates() -> None:
    subprocess.run([sys.executable, "-c", _PROGRAM], check=True)
