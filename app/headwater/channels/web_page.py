"""Web pages served in the place of a file: error pages, log-in pages and "your download starts soon" with status 200.

Pure. Two questions: could this answer be such a page (from type, name and size), and does its beginning look like
one. What a file begins like is puremagic's to know: a PDF that a careless script calls `text/html` is a PDF.

What a page begins like is said here, in the tags of the WHATWG MIME sniffing standard, section 7.1, which browsers
use, and two more (`meta`, `link`) that pages without a head begin with. Libraries were tried with the cases of the
tests: puremagic 1.30 misses a script, white space before the doctype and everything behind a byte order mark, and
takes `<htmlish` for a page; xtractmime 0.2.1 (the standard to the letter, "planning" by its own word) takes XHTML for
XML and a byte order mark for text; filetype 1.2 knows no pages; python-magic needs libmagic, which Windows and macOS
do not have.
"""

import re
from pathlib import PurePosixPath
from typing import Final

from headwater.model.errors import Cause, Retry, SourceError

#: How many bytes `looks_like_page` wants to see.
SNIFF_BYTES: Final = 1024
_PAGE_SUFFIXES: Final = frozenset(
    {".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".php", ".asp", ".aspx", ".jsp", ".cgi", ".svg", ".xml"}
)
_TEXT_SUFFIXES: Final = frozenset(
    {".txt", ".md", ".csv", ".tsv", ".json", ".js", ".css", ".log", ".nfo", ".ini", ".yaml", ".yml", ".rst", ".asc"}
)
#: No file of these kinds is nothing but text.
_BINARY_SUFFIXES: Final = frozenset(
    {".zip", ".gz", ".tgz", ".xz", ".txz", ".zst", ".bz2", ".tbz2", ".7z", ".rar", ".iso", ".exe", ".msi", ".deb"}
    | {".rpm", ".apk", ".jar", ".epub", ".docx", ".xlsx", ".pptx", ".odt", ".pdf", ".jpg", ".jpeg", ".png", ".gif"}
    | {".webp", ".mp4", ".m4v", ".mkv", ".webm", ".avi", ".mov", ".mp3", ".m4a", ".flac", ".ogg", ".opus"}
)
#: In which programs word their errors.
_WORD_TYPES: Final = frozenset(
    {"text/plain", "text/xml", "text/json", "application/json", "application/problem+json", "application/xml"}
)
_PAGE_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
_TAGS: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body"
    rb"|br|p|meta|link|!--)(?:[\s/>]|\Z)",
    re.IGNORECASE,
)
_BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def may_be_page(content_type: str | None, name: str | None, size_is_known: bool) -> bool:
    """Whether a whole answer must be looked at before its bytes are believed.

    A name that is a page's own is believed. A name without a suffix says nothing: then only an answer that calls
    itself a page, while another source has told the size of a file and this one's differs, is suspect.
    """
    suffix = PurePosixPath(name).suffix.lower() if name else ""
    if suffix in _PAGE_SUFFIXES:
        return False
    return bool(suffix) or (size_is_known and is_page_type(content_type))


def guarded_name(asked: str | None, answered: str | None) -> str | None:
    """The name by which an answer is judged: its own, unless the link asked for what can be no page: whoever redirects
    that to `login.html` sends no file."""
    return asked if _suffix(asked) in _BINARY_SUFFIXES else answered


def looks_like_page(content_type: str | None, beginning: bytes, name: str | None = None) -> bool:
    """Whether a body that begins so is a page: its tags say so, or it calls itself one and is text.

    A `name` that is a text file's own speaks for text, and so does a beginning that is right for the name.
    """
    if _TAGS.match(_in_ascii(beginning)):
        return True
    suffix = _suffix(name)
    if suffix in _TEXT_SUFFIXES or not is_page_type(content_type):
        return False
    return _BINARY.search(beginning) is None and not _begins_like(suffix, beginning)


def fault_of(content_type: str | None, beginning: bytes, name: str | None) -> SourceError | None:
    """What is wrong with a whole answer that begins so; None for a file as it should be."""
    if looks_like_page(content_type, beginning, name):
        return page_instead()
    suffix = _suffix(name)
    if not beginning or suffix not in _BINARY_SUFFIXES or _bare(content_type) not in _WORD_TYPES:
        return None
    if _BINARY.search(beginning) is not None or _begins_like(suffix, beginning):
        return None
    return SourceError("The server sent words in the place of the file.", retry=Retry.NEVER, cause=Cause.PAGE)


def page_instead() -> SourceError:
    """The error for a page where a file should be."""
    return SourceError("The server sent a web page in the place of the file.", retry=Retry.NEVER, cause=Cause.PAGE)


def is_page_type(content_type: str | None) -> bool:
    """Whether an answer calls itself a web page."""
    return _bare(content_type) in _PAGE_TYPES


def _bare(content_type: str | None) -> str:
    return (content_type or "").partition(";")[0].strip().lower()


def _suffix(name: str | None) -> str:
    return PurePosixPath(name).suffix.lower() if name is not None else ""


def _in_ascii(beginning: bytes) -> bytes:
    """The same without its byte order mark, in an encoding in which ASCII is one byte a letter."""
    if beginning.startswith(_UTF16_MARKS):
        return beginning[: len(beginning) & ~1].decode("utf-16", "ignore").encode()
    return beginning.removeprefix(_UTF8_MARK)


def _begins_like(suffix: str, beginning: bytes) -> bool:
    """Whether files with this suffix begin so."""
    import puremagic  # here, because its tables take a while to read and few answers are asked about

    try:
        found = puremagic.magic_string(beginning)
    except (puremagic.PureError, ValueError):  # its words for "nothing known" and for "too short to say"
        return False
    return any(match.extension.lower() == suffix for match in found)
