"""File names from the outside world: found in Content-Disposition or a URL, made harmless before anyone uses them.

`sanitize` is the only door: every name that a server, a document or a person's link brings goes through it, and
what comes out is one path component that is safe on Linux, macOS and Windows. Numbering an existing target belongs
to `content`, not here.
"""

import re
import unicodedata
from email.errors import HeaderParseError
from email.header import decode_header
from typing import Final
from urllib.parse import unquote_to_bytes, urlsplit

_LONGEST_BYTES: Final = 255
_LONGEST_SUFFIX_BYTES: Final = 32
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\Z", re.IGNORECASE)
_FORBIDDEN: Final = re.compile(r'[<>:"|?*]')
_DRIVE: Final = re.compile(r"\A[A-Za-z]:")
_PARAMETER: Final = re.compile(
    r';\s*(?P<name>[^\s=;"]+)\s*=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"?|(?P<token>[^;]*))', re.DOTALL
)
_EXTENDED: Final = re.compile(r"(?P<charset>[^']*)'[^']*'(?P<value>.*)\Z", re.DOTALL)
_CONTINUED: Final = re.compile(r"filename\*(?P<index>[0-9]{1,3})(?P<coded>\*?)\Z")
_LONGEST_VALUE: Final = 16 * 1024


def sanitize(name: str, *, allow_leading_dot: bool = False) -> str | None:
    """One harmless path component made of `name`, or None when nothing of it is left.

    Takes the last component whichever separator was meant; drops drive letters, control and direction-changing
    characters, trailing dots and blanks, and leading dots unless allowed; replaces what Windows forbids; marks
    reserved device names; cuts to 255 bytes of UTF-8 in front of the suffixes, never inside a character.
    """
    text = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
    text = "".join(
        character for character in text if unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    text = re.split(r"[/\\\u2044\u2215\u29f8\uff0f\uff3c]", text)[-1]
    text = _FORBIDDEN.sub("_", _DRIVE.sub("", text)).strip()
    text = text.rstrip(". ") if set(text) - {"."} else ""
    if not allow_leading_dot:
        text = text.lstrip(". ")
    if not text:
        return None
    stem, dot, rest = text.partition(".")
    if _RESERVED.match(stem.rstrip()):
        text = f"{stem.rstrip()}_{dot}{rest}"
    return _cut(text)


def name_from_disposition(value: str | None) -> str | None:
    """The raw file name in a Content-Disposition (RFC 6266), not sanitized; None when there is none.

    `filename*` wins over `filename`; RFC 2231 continuations, raw UTF-8 or Latin-1, percent-encoded and RFC 2047
    encoded plain names, which servers send all the same, are read as meant.
    """
    if value is None:
        return None
    parameters: dict[str, str] = {}
    text = _mend(value[:_LONGEST_VALUE])
    for found in _PARAMETER.finditer(text if ";" in text.partition('"')[0] else ";" + text):
        quoted = found["quoted"]
        words = re.sub(r"\\([\"\\])", r"\1", quoted) if quoted is not None else found["token"].strip()
        parameters.setdefault(found["name"].lower(), words)
    extended = _decode_extended(parameters.get("filename*", ""))
    continued = _join_continued(parameters)
    plain = parameters.get("filename")
    return extended or continued or (_decode_plain(plain) if plain else None)


def name_from_url(url: str) -> str | None:
    """The last component of a URL's path, decoded, not sanitized; None when the path ends in a slash."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    last = path.rpartition("/")[2]
    return _decode_bytes(unquote_to_bytes(last)) or None


def file_name(disposition: str | None, url: str, *, allow_leading_dot: bool = False) -> str | None:
    """The sanitized name of what `url` gave: what the server calls it, else the URL's last component."""
    for name in (name_from_disposition(disposition), name_from_url(url)):
        if name is not None and (clean := sanitize(name, allow_leading_dot=allow_leading_dot)) is not None:
            return clean
    return None


def _cut(name: str) -> str:
    """`name` in at most 255 bytes of UTF-8, its last two short suffixes kept (`.tar.gz`)."""
    if len(name.encode()) <= _LONGEST_BYTES:
        return name
    stem, suffixes = name, ""
    for _ in range(2):
        head, dot, suffix = stem.rpartition(".")
        if not head or not dot or len((dot + suffix + suffixes).encode()) > _LONGEST_SUFFIX_BYTES:
            break
        stem, suffixes = head, dot + suffix + suffixes
    room = _LONGEST_BYTES - len(suffixes.encode())
    return stem.encode()[:room].decode("utf-8", "ignore").rstrip(". ") + suffixes


def _mend(value: str) -> str:
    """A header value whose bytes were not ASCII, read as UTF-8 or, failing that, as Latin-1."""
    try:
        return _decode_bytes(value.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode("utf-8")


def _decode_bytes(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _decode_extended(value: str) -> str | None:
    """The value of `filename*` (RFC 8187): charset'language'percent-encoded."""
    match = _EXTENDED.match(value.strip('"'))
    if match is None:
        return None
    try:
        return unquote_to_bytes(match["value"]).decode(match["charset"].strip() or "utf-8")
    except (LookupError, UnicodeError, ValueError):
        return _decode_bytes(unquote_to_bytes(match["value"]))


def _join_continued(parameters: dict[str, str]) -> str | None:
    """`filename*0*`, `filename*1` ... put together (RFC 2231, 3)."""
    parts: dict[int, tuple[bool, str]] = {}
    for name, value in parameters.items():
        if (match := _CONTINUED.match(name)) is not None:
            parts[int(match["index"])] = (bool(match["coded"]), value)
    if 0 not in parts:
        return None
    charset, raw = "utf-8", b""
    for index in range(len(parts)):
        if index not in parts:
            break
        coded, value = parts[index]
        if coded and index == 0 and (match := _EXTENDED.match(value)) is not None:
            charset, value = match["charset"].strip() or "utf-8", match["value"]
        raw += unquote_to_bytes(value) if coded else value.encode("utf-8", "replace")
    try:
        return raw.decode(charset)
    except (LookupError, UnicodeError, ValueError):
        return _decode_bytes(raw)


def _decode_plain(value: str) -> str:
    """A plain `filename`, with the two encodings undone that do not belong there but are met."""
    if "=?" in value:
        try:
            parts = decode_header(value)
            return "".join(
                part if isinstance(part, str) else part.decode(charset or "ascii", "replace") for part, charset in parts
            )
        except (HeaderParseError, LookupError, ValueError):
            return value
    if re.search(r"%[0-9A-Fa-f]{2}", value):
        try:
            return unquote_to_bytes(value).decode("utf-8")
        except UnicodeDecodeError:
            return value
    return value
