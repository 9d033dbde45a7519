"""What the attributes and texts of a Metalink's elements mean; one function a kind of field.

Every text comes from a stranger: digits are ASCII digits, lengths are bounded, and an error quotes only the beginning.
"""

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from headwater.model.errors import IntegrityError, UserError
from headwater.model.hashing import Algorithm
from headwater.model.spans import UNKNOWN_END
from headwater.model.wording import say

MEDIA_TYPES: Final = frozenset({"application/metalink4+xml", "application/metalink+xml"})
NAMESPACE: Final = "urn:ietf:params:xml:ns:metalink"
WORST_PRIORITY: Final = 999_999  # RFC 5854, 4.2.14.2
_NAMESPACES: Final = frozenset({"", NAMESPACE, "http://www.metalinker.org/"})
_SCHEMES: Final = frozenset({"http", "https", "ftp", "ftps", "ftpes", "sftp"})
_NUMBER: Final = re.compile(r"[0-9]{1,19}\Z")
_HEX: Final = re.compile(r"(?:[0-9a-fA-F]{2})+\Z")


def local_name(tag: str) -> str:
    """An element's name without its namespace; empty for a foreign one, so that it means nothing here."""
    namespace, brace, name = tag.rpartition("}")
    return name if not brace or namespace.removeprefix("{") in _NAMESPACES else ""


def safe_name(name: str) -> str:
    """The last part of a relative path (RFC 5854, 4.1.2.1); raises `UserError` for one that leads elsewhere."""
    parts = name.split("/")
    hostile = (
        not name.strip()
        or len(name) > 4096
        or "\\" in name
        or any(part in {"", ".", ".."} for part in parts)
        or re.match(r"[A-Za-z]:", name) is not None
        or re.search(r"[\x00-\x1f\x7f]", name) is not None
    )
    if hostile:
        raise UserError(say("the Metalink names a file {name}, which is no safe relative path", name=repr(name[:200])))
    return parts[-1]


def read_number(text: str, what: str, *, low: int) -> int:
    if not _NUMBER.match(text) or not low <= int(text) < UNKNOWN_END:
        raise UserError(say("the Metalink gives {text} as {what}, which cannot be", text=repr(text[:40]), what=what))
    return int(text)


def read_digest(algorithm: Algorithm, text: str) -> str:
    if not _HEX.match(text) or len(text) != 2 * algorithm.digest_bytes:
        raise IntegrityError(
            say(
                "the Metalink gives {text} as a {algorithm} hash, which cannot be one",
                text=repr(text[:140]),
                algorithm=algorithm.name,
            )
        )
    return text.lower()


def read_priority(attributes: dict[str, str]) -> int | None:
    """1 is best. Version 3 says `preference` instead, 100 for the best and 1 for the worst."""
    text = attributes.get("priority", "").strip()
    if _NUMBER.match(text):
        return max(1, min(int(text), WORST_PRIORITY))
    text = attributes.get("preference", "").strip()
    return 101 - max(1, min(int(text), 100)) if _NUMBER.match(text) else None


def read_url(url: str, base_url: str | None) -> str | None:
    """The URL, absolute; None where its scheme is not one Headwater fetches; raises `UserError` for what is no URL."""
    refusal = say("the Metalink holds a URL that is none: {url}", url=repr(url[:200]))
    try:
        whole = urljoin(base_url, url) if base_url else url
        parts = urlsplit(whole)
        if parts.scheme and parts.scheme not in _SCHEMES:
            return None
        is_url = bool(parts.scheme and parts.hostname) and parts.port != 0
    except ValueError as error:
        raise UserError(refusal) from error
    if not is_url or re.search(r"[\x00-\x20\x7f]", whole):
        raise UserError(refusal)
    return whole
