"""Taking out of a text what is nobody else's business: links, hosts, names, passwords, places on the disk.

Pure. The rule: a report is meant for strangers, so that what looks like a secret counts as one.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_LINK: Final = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://[^\s'\"<>)\]]+", re.IGNORECASE)
_MAGNET: Final = re.compile(r"\bmagnet:\?\S+", re.IGNORECASE)
#: `token: abc`, `"password": "abc"`, `Cookie: a=b; c=d`, `secret=abc`.
_SECRET: Final = re.compile(
    r"(?i)\b((?:proxy-)?authorization|set-cookie|cookie|password|passwd|passphrase|secret|token|api[_-]?key)"
    r"(['\"]?\s*[:=]\s*)(?:(?:basic|bearer|digest)\s+)?('[^']*'|\"[^\"]*\"|[^\s,;]+(?:;\s*[^\s=;]+=[^\s;]+)*)"
)
_ADDRESS: Final = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])")
_ADDRESS_6: Final = re.compile(r"(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", re.IGNORECASE)
_HOST: Final = re.compile(
    r"(?<![\w.@-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|edu|gov|io|dev|info|example|test|[a-z]{2})(?::\d+)?(?![\w.(-])",
    re.IGNORECASE,
)
#: Endings of names that look like a country's, and are files of the program.
_FILES: Final = frozenset({"py", "so", "js", "md", "ts", "qm", "sh", "db"})


def redact(text: str, home: Path | None = None, names: Sequence[str] = ()) -> str:
    """`text` without links, hosts, addresses, secrets and the person's folder; `names` are words to take out, too."""
    text = _MAGNET.sub("<link>", _LINK.sub(_kind_of_link, text))
    text = _SECRET.sub(r"\1\2<secret>", text)
    for word in names:
        if len(word) > 2:
            text = text.replace(word, "<name>")
    folder = str(home if home is not None else Path.home())
    if len(folder) > 1:
        text = text.replace(folder, "~").replace(folder.replace("\\", "\\\\"), "~")
    text = re.sub(r"(?i)((?:/home|/Users|[A-Z]:\\+Users)[/\\]+)[^/\\\s'\"]+", r"\1<user>", text)
    text = _ADDRESS_6.sub(_kind_of_address, _ADDRESS.sub("<address>", text))
    return _HOST.sub(_kind_of_host, text)


def _kind_of_link(match: re.Match[str]) -> str:
    return f"<{match[0].partition('://')[0].lower()} link>"


def _kind_of_address(match: re.Match[str]) -> str:
    """A time of day has colons, too."""
    return "<address>" if "::" in match[0] or match[0].count(":") == 7 else match[0]


def _kind_of_host(match: re.Match[str]) -> str:
    return match[0] if match[0].rpartition(".")[2].lower() in _FILES else "<host>"
