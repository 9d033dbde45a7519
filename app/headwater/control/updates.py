"""Whether there is a newer Headwater: asked only when a person asks, answered by one request, installed by nobody.

The request carries Headwater's name and version and nothing of the person: no cookies, no passwords of theirs. The
answer is GitHub's description of a release, or a list of them; anybody can serve such a file.
"""

import json
import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from headwater import __version__
from headwater.channels.connector import Connectors
from headwater.channels.document import fetch_document
from headwater.channels.keyring_store import KeyringStore
from headwater.engine.channel_settings import anonymous_settings
from headwater.engine.settings import Settings
from headwater.model.errors import UserError
from headwater.model.wording import say

#: Asked when the settings name no other address: GitHub's description of the latest release, or a file like it. None
#: while nobody tells of releases; whoever makes the first one puts its address here, and nowhere else.
RELEASES_URL: Final[str | None] = None
MAX_ANSWER_BYTES: Final = 4 * 1024**2

_VERSION: Final = re.compile(r"v?(\d+(?:\.\d+){1,3})(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Release:
    """The newest release that was told of. `page` is where a person gets it, None when no safe address was given."""

    version: str
    page: str | None
    is_newer: bool


def releases_url(settings: Settings) -> str | None:
    """Where to ask: the settings' address, else Headwater's own; None: there is none yet."""
    return settings.update_url or RELEASES_URL


async def look_for_update(settings: Settings, *, own_version: str = __version__) -> Release:
    """Ask once. Raises `SourceError` when there is no answer, `UserError` when nobody tells of releases."""
    place = releases_url(settings)
    if place is None:
        raise UserError("There is no page yet that tells of Headwater's releases")
    connectors = Connectors(for_proxies=KeyringStore())
    try:
        data = await fetch_document(connectors, place, MAX_ANSWER_BYTES, anonymous_settings(settings))
    finally:
        await connectors.close()
    return read_answer(data, place, own_version=own_version)


def read_answer(data: bytes, place: str, *, own_version: str = __version__) -> Release:
    """The newest release of an answer. Raises `UserError` when there is none in it."""
    try:
        answer = json.loads(data)
    except ValueError as error:  # no JSON, or no text
        raise UserError(say("{place} does not tell of releases", place=place)) from error
    told = [entry for entry in (answer if isinstance(answer, list) else [answer]) if _is_release(entry)]
    if not told:
        raise UserError(say("{place} does not tell of releases", place=place))
    newest = max(told, key=lambda entry: _numbers(entry["tag_name"]))
    version = newest["tag_name"].removeprefix("v")
    return Release(version, _safe_page(newest.get("html_url")), _numbers(version) > _numbers(own_version))


def _is_release(entry: Any) -> bool:
    if not isinstance(entry, dict) or not isinstance(entry.get("tag_name"), str):
        return False
    is_out = not entry.get("draft") and not entry.get("prerelease")
    return is_out and _VERSION.fullmatch(entry["tag_name"]) is not None


def _numbers(version: str) -> tuple[tuple[int, ...], bool]:
    """What versions are compared by; one with a suffix (`1.0.0rc1`) comes before the one without."""
    found = _VERSION.fullmatch(version)
    if found is None:
        return (), False
    numbers = [int(part) for part in found[1].split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers), not found[2]


def _safe_page(page: Any) -> str | None:
    """An address that a browser may be sent to."""
    return page if isinstance(page, str) and urlsplit(page).scheme in ("http", "https") else None
