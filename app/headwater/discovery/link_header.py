"""The Link header (RFC 8288): links and their parameters, and the mirrors among them (RFC 6249).

Text in, values out, and never an exception: a link that cannot be read is left out, the others stay.
"""

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin, urlsplit

from headwater.discovery.http_fields import parse_number
from headwater.discovery.metalink_fields import MEDIA_TYPES
from headwater.model.ports import MirrorHint

_TARGET: Final = re.compile(r"[\s,]*<([^<>]*)>")
_PARAMETER: Final = re.compile(
    r'\s*;[\s;]*(?P<name>[^\s=;,<>"]+)(?:\s*=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<token>[^\s;,"]*)))?', re.DOTALL
)
# Possessive: without going back, an unclosed quote costs one pass and not 2**n of them.
_NEXT_LINK: Final = re.compile(r'(?:[^,"]++|"(?:[^"\\]|\\.)*+"?+)*+,', re.DOTALL)
_MOST_LINKS: Final = 256
_LONGEST_VALUE: Final = 128 * 1024
_MIRROR_SCHEMES: Final = frozenset({"http", "https", "ftp", "ftps", "ftpes", "sftp"})


@dataclass(frozen=True, slots=True)
class Link:
    """One link: `url` absolute, `relations` in lower case, the first value of every other parameter by its name."""

    url: str
    relations: frozenset[str]
    parameters: dict[str, str] = field(default_factory=dict)


def parse_links(value: str | None, base_url: str) -> tuple[Link, ...]:
    """All links of a header (several joined by commas are fine), their targets resolved against `base_url`."""
    links: list[Link] = []
    text = (value or "")[:_LONGEST_VALUE]
    at = 0
    while at < len(text) and len(links) < _MOST_LINKS:
        target = _TARGET.match(text, at)
        if target is None:
            at = _skip_to_next(text, at)
            continue
        at = target.end()
        parameters: dict[str, str] = {}
        while (found := _PARAMETER.match(text, at)) is not None:
            at = found.end()
            quoted = found["quoted"]
            words = re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL) if quoted is not None else found["token"] or ""
            parameters.setdefault(found["name"].lower(), words)
        at = _skip_to_next(text, at)
        url = _resolve(base_url, target[1].strip())
        if url is not None:
            relations = frozenset(parameters.pop("rel", "").lower().split())
            links.append(Link(url, relations, parameters))
    return tuple(links)


def mirrors_of(links: tuple[Link, ...]) -> tuple[MirrorHint, ...]:
    """The links of relation `duplicate`: `pri` is the priority (1 is best), `geo` an ISO 3166 code, `depth` how much
    of the path is mirrored (RFC 6249, 3)."""
    hints: dict[str, MirrorHint] = {}
    for link in links:
        if "duplicate" not in link.relations or urlsplit(link.url).scheme.lower() not in _MIRROR_SCHEMES:
            continue
        geo = link.parameters.get("geo", "").strip().upper()
        country = geo if len(geo) == 2 and geo.isascii() and geo.isalpha() else None
        priority, depth = (parse_number(link.parameters.get(name)) for name in ("pri", "depth"))
        hints.setdefault(link.url, MirrorHint(link.url, priority, country, depth or 0))
    return tuple(hints.values())


def documents_of(links: tuple[Link, ...]) -> tuple[str, ...]:
    """URLs of Metalinks that describe the file: links of relation `describedby` and a Metalink's type (RFC 6249, 5)."""
    return tuple(
        dict.fromkeys(
            link.url
            for link in links
            if "describedby" in link.relations and link.parameters.get("type", "").lower() in MEDIA_TYPES
        )
    )


def _skip_to_next(text: str, at: int) -> int:
    """Position after the next comma outside quotes, or the end."""
    match = _NEXT_LINK.match(text, at)
    return match.end() if match is not None else len(text)


def _resolve(base_url: str, target: str) -> str | None:
    try:
        url = urljoin(base_url, target)
        return url if urlsplit(url).netloc else None
    except ValueError:
        return None
