"""The links of a web page: where they lead and what they are called. Bytes in, values out.

Read with `html.parser`, which takes any text for HTML and never fails; nothing of a page is run. The rule: only what
Headwater can fetch is a link, each once, in the order of the page, and their number is bounded.
"""

import codecs
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urldefrag, urljoin, urlsplit

#: A page larger than this is no page that a person reads.
MAX_PAGE_BYTES: Final = 8 * 1024 * 1024
MOST_LINKS: Final = 20_000
_LONGEST_URL: Final = 8_000
_LONGEST_TEXT: Final = 200
_SCHEMES: Final = frozenset({"http", "https", "ftp", "ftps", "ftpes", "sftp"})
_META_BYTES: Final = 2048
_META_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
#: Which attribute of which tag leads to something that a person may want to have.
_LEADS: Final = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "img": ("src", "data-src"),
    "object": ("data",),
    "source": ("src",),
    "track": ("src",),
    "video": ("src", "poster"),
}


@dataclass(frozen=True, slots=True)
class PageLink:
    """One link. `text` is what a person reads there; `tag` says what shows it (`a`, `img`, `video`, ...)."""

    url: str
    text: str = ""
    tag: str = "a"


@dataclass(frozen=True, slots=True)
class PageLinks:
    """A page's links. `url` is where it came from, after redirects; `is_cut`: there are more than are listed."""

    url: str
    title: str
    links: tuple[PageLink, ...]
    is_cut: bool = False


def read_page(data: bytes, url: str, content_type: str | None = None) -> PageLinks:
    """The links of a page that came from `url`."""
    return links_of(decode_page(data, content_type), url)


def links_of(text: str, url: str = "") -> PageLinks:
    """The links of a page, or of a piece of one; relative ones count only where `url` says from where."""
    reader = _Reader(url)
    reader.feed(text)
    reader.close()
    links = tuple(
        PageLink(link, " ".join("".join(words).split())[:_LONGEST_TEXT], tag)
        for link, (tag, words) in reader.found.items()
    )
    return PageLinks(url, " ".join("".join(reader.title).split())[:_LONGEST_TEXT], links, reader.is_cut)


def decode_page(data: bytes, content_type: str | None) -> str:
    """The page's text: its own mark, what the server says, what the page says, UTF-8, else Windows' Latin 1."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    told = _CHARSET.search(content_type or "")
    written = _META_CHARSET.search(data[:_META_BYTES])
    names = [told[1]] if told is not None else [written[1].decode("ascii")] if written is not None else []
    for name in (*names, "utf-8"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")


class _Reader(HTMLParser):
    """Collects `found`: link -> (tag, pieces of its text)."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.found: dict[str, tuple[str, list[str]]] = {}
        self.title: list[str] = []
        self.is_cut = False
        self._base = url
        self._open: list[str] | None = None
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value for name, value in attrs if value}
        if tag == "base" and values.get("href"):
            self._base = _joined(self._base, values["href"]) or self._base
        elif tag == "title":
            self._in_title = True
        for name in _LEADS.get(tag, ()):
            if name in values:
                self._take(tag, values[name], values)
        if tag == "img" and "srcset" in values:
            for part in values["srcset"].split(","):
                self._take(tag, part.split()[0] if part.split() else "", values)
        if tag == "img" and self._open is not None and values.get("alt"):
            self._open.append(f" {values['alt']} ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open = None
        elif tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        elif self._open is not None:
            self._open.append(data)

    def _take(self, tag: str, target: str, values: dict[str, str]) -> None:
        url = _joined(self._base, target)
        if url is None:
            return
        if url not in self.found:
            if len(self.found) >= MOST_LINKS:
                self.is_cut = True
                return
            words = [values[name] for name in ("download", "title", "alt") if values.get(name)][:1]
            self.found[url] = (tag, [] if tag == "a" else words)
        if tag == "a":
            # Text that follows belongs to the link until it ends; a link that is there twice keeps its first words.
            had = self.found[url][1]
            self._open = [] if had else had


def _joined(base: str, target: str) -> str | None:
    """The whole address of what a link says, without its fragment; None for what cannot be fetched."""
    target = target.strip()
    if not target or target.startswith("#") or len(target) > _LONGEST_URL:
        return None
    try:
        url, _ = urldefrag(urljoin(base, target))
        parts = urlsplit(url)
        return url if parts.scheme.lower() in _SCHEMES and parts.hostname else None
    except ValueError:  # an address that is none
        return None
