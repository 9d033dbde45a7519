"""Which links a person wants to hear of, by what is written in one line: endings of names, and patterns. Pure.

`iso, zip` are endings; `/regular expression/` is searched for in the whole link; an empty line takes every link.
"""

import re
from collections.abc import Callable
from typing import Final

from headwater.model.errors import UserError
from headwater_ui.language import translate
from headwater_ui.links import file_name

USUAL_TYPES: Final = (
    "iso img zip 7z rar gz xz bz2 zst tar tgz deb rpm exe msi dmg pkg appimage apk "
    "mp4 mkv webm avi mov mp3 flac ogg opus m4a pdf epub meta4 metalink torrent"
)
#: Longest pattern: it is run over every link that is copied.
_MOST_CHARS: Final = 500
_WORDS: Final = re.compile(r"/((?:[^/\\]|\\.)+)/|([^\s,;]+)")


def read_filter(text: str) -> Callable[[str], bool]:
    """What says of a link whether it is wanted. Raises `UserError` for a pattern that is none."""
    if len(text) > _MOST_CHARS:
        raise UserError(translate("LinkFilter", "The list of types is too long"))
    endings: list[str] = []
    patterns: list[re.Pattern[str]] = []
    for pattern, ending in _WORDS.findall(text):
        if ending:
            endings.append("." + ending.lstrip("*.").lower())
            continue
        try:
            patterns.append(re.compile(pattern.replace("\\/", "/"), re.IGNORECASE))
        except re.error as error:
            words = translate("LinkFilter", "/{pattern}/ is no regular expression: {reason}")
            raise UserError(words.format(pattern=pattern, reason=error)) from error
    if not endings and not patterns:
        return lambda _url: True
    suffixes = tuple(endings)
    return lambda url: file_name(url).lower().endswith(suffixes) or any(one.search(url) for one in patterns)
