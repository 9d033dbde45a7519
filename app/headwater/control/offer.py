"""`headwater:` links, by which web pages and bookmarklets hand over what is to be fetched. Pure: text in, values out.

    headwater:add?url=URL[&mirror=URL ...][&name=NAME][&checksum=TYPE=DIGEST]
    headwater:URL

Any page may hold such a link, and a browser asks once and then no more. The rule: it says what to ask the person
about, and nothing else; who reads it opens the dialog in which links are added, and adds nothing.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

SCHEME: Final = "headwater"
#: What such a link may lead to: never a file of this computer.
_FETCHED: Final = frozenset({"http", "https", "ftp", "ftps", "ftpes", "sftp"})
_MOST_LINKS: Final = 100
_MOST_CHARACTERS: Final = 65_536


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered: `links` to one file (maybe none that could be fetched), its name and checksum if told."""

    links: tuple[str, ...]
    name: str = ""
    checksum: str = ""


def is_offer(text: str) -> bool:
    """Whether a text is a link of this scheme."""
    return text[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def read_offer(text: str) -> Offer:
    """What a link of this scheme offers; nothing of it is trusted."""
    rest = text[len(SCHEME) + 1 : _MOST_CHARACTERS].lstrip("/")
    word, mark, query = rest.partition("?")
    if word.rstrip("/").lower() != "add" or not mark:
        return Offer(_links([unquote(rest)]))
    fields = parse_qsl(query.partition("#")[0], max_num_fields=None)
    told = dict(reversed(fields))  # the first of each
    name = told.get("name", "").strip()
    return Offer(
        _links([value for key, value in fields if key in ("url", "mirror")]),
        name="" if any(mark in name for mark in "/\\\0\n") else name,
        checksum=told.get("checksum", "").strip(),
    )


def _links(texts: list[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        link = text.strip()
        try:
            parts = urlsplit(link)
        except ValueError:  # half an IPv6 address
            continue
        if parts.scheme in _FETCHED and parts.netloc and not any(mark.isspace() for mark in link):
            found[link] = None
    return tuple(found)[:_MOST_LINKS]
