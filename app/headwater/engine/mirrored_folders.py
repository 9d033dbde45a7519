"""Folders that servers said are mirrored elsewhere (the `depth` of RFC 6249, 3.4), for the next files out of them.

Pure state, kept as long as the engine runs. The rule: a server speaks for folders of its own only, and whoever is
found this way is a source like any other, to be judged by its bytes.
"""

from typing import Final
from urllib.parse import urlsplit, urlunsplit

from headwater.model.ports import MirrorHint
from headwater.model.source import SourceSpec

#: So many folders are remembered, those told last, and so many mirrors of each.
_MOST_FOLDERS: Final = 256
_MOST_MIRRORS: Final = 32


class MirroredFolders:
    """What is known: by a folder's URL, the folders that mirror it."""

    def __init__(self) -> None:
        self._mirrors: dict[str, dict[str, MirrorHint]] = {}

    def learn(self, url: str, hint: MirrorHint) -> None:
        """The server of `url` named a mirror of it. Nothing is learned where the mirrored parts differ in name."""
        here, there = _folder(url, hint.depth), _folder(hint.url, hint.depth)
        if here is None or there is None or here[1] != there[1] or here[0] == there[0]:
            return
        known = self._mirrors.pop(here[0], {})
        if len(known) < _MOST_MIRRORS:
            known.setdefault(there[0], hint)
        self._mirrors[here[0]] = known
        if len(self._mirrors) > _MOST_FOLDERS:
            del self._mirrors[next(iter(self._mirrors))]

    def mirrors_of(self, url: str) -> tuple[SourceSpec, ...]:
        """Where else the file at `url` should lie."""
        found: dict[str, SourceSpec] = {}
        for folder, mirrors in self._mirrors.items():
            if url.startswith(folder):
                for mirror, hint in mirrors.items():
                    place = mirror + url.removeprefix(folder)
                    found.setdefault(place, SourceSpec(place, hint.priority, hint.country))
        return tuple(found.values())

    def __repr__(self) -> str:
        return f"<MirroredFolders {len(self._mirrors)} folders>"


def _folder(url: str, depth: int) -> tuple[str, str] | None:
    """The URL of the folder that lies `depth` parts above the path's end, and those parts; None where there is none."""
    parts = urlsplit(url)
    names = parts.path.rsplit("/", depth)
    if depth < 1 or parts.query or parts.username is not None or len(names) != depth + 1:
        return None
    return urlunsplit((parts.scheme, parts.netloc, names[0] + "/", "", "")), "/".join(names[1:])
