"""Finding links in what people paste, drop or type, and what can be told from a link alone.

Pure text and `QMimeData`; nothing here asks the network. The rule: a link is only what starts with a scheme that
Headwater can fetch, and trailing punctuation of the sentence around it never belongs to it. A line that is a batch
pattern and nothing else (`https://a.example/disk[01-20].{iso,sig}`) is one link here; who asks for it counts it out.
"""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QMimeData

from headwater.control.offer import is_offer

SCHEMES: Final = ("http", "https", "ftp", "ftps", "ftpes", "sftp")
#: Links that end so lead to what describes files. Known here too, because the window may be dropped upon before
#: whoever reads such documents is imported.
DESCRIPTION_SUFFIXES: Final = (".meta4", ".metalink", ".torrent")
#: Local files that are read for what they say, when they are dropped or opened.
DOCUMENT_SUFFIXES: Final = (*DESCRIPTION_SUFFIXES, ".txt", ".html", ".htm")
#: Local files that another program did not complete; they are gone on with.
PARTIAL_SUFFIXES: Final = (".part", ".crdownload", ".opdownload", ".download", ".partial", ".aria2")
_LINK: Final = re.compile(r"\b(?:" + "|".join(SCHEMES) + r")://[^\s<>\"'`{}|\\^]+", re.IGNORECASE)
#: A line that is a batch pattern: with a range or a choice, which no link that a program wrote holds unescaped.
_PATTERN: Final = re.compile(
    r"(?:" + "|".join(SCHEMES) + r")://\S*(?:\[(?:\d+-\d+|[a-z]-[a-z])(?::\d+)?\]|\{[^{}\s]*,[^{}\s]*\})\S*",
    re.IGNORECASE | re.ASCII,
)
_TRAILING: Final = ".,;:!?'\"…"
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}


class _Hrefs(HTMLParser):
    """Collects the targets of links in a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]


def links_in_text(text: str) -> tuple[str, ...]:
    """The links in `text`, in order, each once."""
    return _unique(_trimmed(link) for line in text.splitlines() for link in _links_of_line(line))


def links_in_html(html: str) -> tuple[str, ...]:
    """The targets of links in a page or a piece of one, in order, each once."""
    parser = _Hrefs()
    parser.feed(html)
    return links_in_text("\n".join(parser.found))


def places_in_mime(mime: QMimeData) -> tuple[str, ...]:
    """The same as `links_in_mime`, and the paths of local files that say what to fetch, or that are partial downloads,
    which come first.

    A `headwater:` link, alone, is one place: what it offers is asked about as a whole.
    """
    alone = mime.urls()[0].toString() if len(mime.urls()) == 1 else mime.text().strip() if mime.hasText() else ""
    if is_offer(alone) and "\n" not in alone:
        return (alone,)
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []
    documents = tuple(path for path in files if path.lower().endswith((*DOCUMENT_SUFFIXES, *PARTIAL_SUFFIXES)))
    return documents + links_in_mime(mime)


def links_in_mime(mime: QMimeData) -> tuple[str, ...]:
    """The links in something dropped or pasted: listed addresses first, else links in HTML, else in plain text."""
    if mime.hasUrls():
        listed = links_in_text("\n".join(url.toString() for url in mime.urls()))
        if listed:
            return listed
    if mime.hasHtml():
        inside = links_in_html(mime.html())
        if inside:
            return inside
    return links_in_text(mime.text()) if mime.hasText() else ()


def file_name(url: str) -> str:
    """The last part of a link's path, decoded; empty where there is none."""
    try:
        return unquote(PurePosixPath(urlsplit(url).path).name)
    except ValueError:  # a pattern for hosts
        return unquote(url.rpartition("/")[2])


def _links_of_line(line: str) -> Iterator[str]:
    alone = line.strip()
    if _PATTERN.fullmatch(alone):
        yield alone
    else:
        yield from (match.group() for match in _LINK.finditer(line))


def _trimmed(link: str) -> str:
    while link:
        last = link[-1]
        if last in _TRAILING or (last in _PAIRS and link.count(last) > link.count(_PAIRS[last])):
            link = link[:-1]
        else:
            break
    return link


def _unique(links: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link for link in links if _has_host(link)))


def _has_host(link: str) -> bool:
    try:
        return bool(urlsplit(link).netloc)
    except ValueError:  # brackets around what is no address: a pattern for hosts, or no link at all
        return bool(_PATTERN.fullmatch(link))
