"""Mirrors that hold a file compressed: `disk.img.xz` beside `disk.img`. Told by names alone. Pure.

Whether the bytes are what the name says is found when they come. The rule: a name's ending means nothing by itself,
since people fetch `.xz` files as they are; it counts where another mirror has the name without it, or a person says so.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from headwater.discovery.filename import name_from_url
from headwater.model.source import SourceSpec

#: What `SourceSpec.unwrap` is for each ending.
WRAPPINGS: Final = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".zst": "zstd"}


def split_wrapping(name: str) -> tuple[str, str | None]:
    """A name without the ending of a compressed file, and how it is compressed; None where it has no such ending."""
    for ending, wrapping in WRAPPINGS.items():
        if name.lower().endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)], wrapping
    return name, None


def unwrap_mirrors(sources: Sequence[SourceSpec], name: str | None = None) -> tuple[SourceSpec, ...]:
    """The sources, with those marked for decoding that hold the file of another source, or `name`, compressed."""
    plain = {found for source in sources if source.unwrap is None and (found := name_from_url(source.url))}
    if name is not None:
        plain.add(name)
    return tuple(source if source.unwrap is not None else _marked(source, plain) for source in sources)


def _marked(source: SourceSpec, plain: set[str]) -> SourceSpec:
    stem, wrapping = split_wrapping(name_from_url(source.url) or "")
    is_web = source.scheme in {"http", "https"}
    return replace(source, unwrap=wrapping) if wrapping is not None and is_web and stem in plain else source
