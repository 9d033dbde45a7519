"""Web pages served in the place of a file: error pages, log-in pages and "your download starts soon" with status 200.

Pure. Two questions: could this answer be such a page (from type, name and size), and does its beginning look like
one. The tag list is that of the WHATWG MIME sniffing standard, section 7.1, which browsers use.
"""

import re
from pathlib import PurePosixPath
from typing import Final

from headwater.model.errors import Retry, SourceError

#: How many bytes `looks_like_page` wants to see.
SNIFF_BYTES: Final = 1024
_PAGE_SUFFIXES: Final = frozenset(
    {".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".php", ".asp", ".aspx", ".jsp", ".cgi", ".svg", ".xml"}
)
_TEXT_SUFFIXES: Final = frozenset(
    {".txt", ".md", ".csv", ".tsv", ".json", ".js", ".css", ".log", ".nfo", ".ini", ".yaml", ".yml", ".rst", ".asc"}
)
_PAGE_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
_TAGS: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body"
    rb"|br|p|meta|link|!--)(?:[\s/>]|\Z)",
    re.IGNORECASE,
)
_BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKS: Final = (b"\xef\xbb\xbf",)


def may_be_page(content_type: str | None, name: str | None, size_is_known: bool) -> bool:
    """Whether a whole answer must be looked at before its bytes are believed.

    A name that is a page's own is believed. A name without a suffix says nothing: then only an answer that calls
    itself a page, while another source has told the size of a file and this one's differs, is suspect.
    """
    suffix = PurePosixPath(name).suffix.lower() if name else ""
    if suffix in _PAGE_SUFFIXES:
        return False
    return bool(suffix) or (size_is_known and is_page_type(content_type))


def looks_like_page(content_type: str | None, beginning: bytes, name: str | None = None) -> bool:
    """Whether a body that begins so is a page: its tags say so, or it calls itself one and is text.

    A `name` that is a text file's own speaks for text.
    """
    for mark in _MARKS:
        beginning = beginning.removeprefix(mark)
    if _TAGS.match(beginning):
        return True
    if name is not None and PurePosixPath(name).suffix.lower() in _TEXT_SUFFIXES:
        return False
    return is_page_type(content_type) and _BINARY.search(beginning) is None


def page_instead() -> SourceError:
    """The error for a page where a file should be."""
    return SourceError("The server sent a web page in the place of the file.", retry=Retry.NEVER)


def is_page_type(content_type: str | None) -> bool:
    """Whether an answer calls itself a web page."""
    return (content_type or "").partition(";")[0].strip().lower() in _PAGE_TYPES
