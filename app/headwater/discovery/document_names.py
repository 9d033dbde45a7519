"""Which names belong to documents that describe files. Told by the ending alone, so that nothing else is needed for it.

What is in them is `documents`' to read, and it may say that the name was wrong.
"""

from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

_SUFFIXES: Final = frozenset({".meta4", ".metalink", ".torrent"})


def names_document(place: str) -> bool:
    """Whether a path or URL ends like a document's name."""
    try:
        path = urlsplit(place).path if "://" in place else place
    except ValueError:  # no address at all, as whoever asks for it will hear
        return False
    return PurePosixPath(unquote(path)).suffix.lower() in _SUFFIXES
