"""Cookies for HTTP sources: a Netscape cookie file's, and those that servers set on the way.

One jar serves all channels with the same file, so that what a redirect set is there for the next channel. Nothing is
written back to the file.
"""

import asyncio
from http.cookies import CookieError, Morsel
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

from headwater.model.errors import UserError
from headwater.model.wording import say

if TYPE_CHECKING:  # imported with the first file
    from http.cookiejar import Cookie


class CookieJars:
    """Jars by the file they were filled from."""

    def __init__(self) -> None:
        self._jars: dict[Path | None, aiohttp.CookieJar] = {}

    async def get(self, path: Path | None) -> aiohttp.CookieJar:
        """The jar for a file (None: one that begins empty). Raises `UserError` when the file cannot be read."""
        jar = self._jars.get(path)
        if jar is None:
            cookies = await asyncio.to_thread(_read_cookies, path) if path is not None else ()
            # Cookies of numbered hosts too: mirrors in a local network have no names.
            jar = self._jars[path] = aiohttp.CookieJar(unsafe=True)
            for cookie in cookies:
                _put(jar, cookie)
        return jar


def _read_cookies(path: Path) -> "tuple[Cookie, ...]":
    """What the file holds, without what has expired."""
    from http.cookiejar import LoadError, MozillaCookieJar

    jar = MozillaCookieJar()
    try:
        jar.load(str(path), ignore_discard=True, ignore_expires=True)
    except (OSError, LoadError, UnicodeDecodeError) as error:
        raise UserError(
            say("The cookie file {path} cannot be read; it must be in Netscape's format.", path=path)
        ) from error
    # An expiry of 0 means "with the session" in files that curl and browsers' helpers write.
    return tuple(cookie for cookie in jar if not cookie.expires or not cookie.is_expired())


def _put(jar: aiohttp.CookieJar, cookie: "Cookie") -> None:
    morsel: Morsel[str] = Morsel()
    try:
        morsel.set(cookie.name, cookie.value or "", cookie.value or "")
    except CookieError:
        # A name that means something in a Set-Cookie header ("path") or breaks its rules; no server relies on one.
        return
    host = cookie.domain.lstrip(".")
    if cookie.domain_specified or cookie.domain.startswith("."):
        morsel["domain"] = host
    morsel["path"] = cookie.path
    morsel["secure"] = cookie.secure
    url = URL.build(scheme="https" if cookie.secure else "http", host=host, path="/")
    jar.update_cookies([(cookie.name, morsel)], url)
