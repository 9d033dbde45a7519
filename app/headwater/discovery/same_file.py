"""Which of many links lead to the same file, as far as links and their sources' first answers tell. Pure.

Links alone: the same name on different hosts. With answers: sizes that differ part them, equal digests join them,
and of equal size the name or a strong version mark does. The rule: on one host two links are two files unless their
answers say that they are one, and the parts of a series (`disk01.iso`, `disk02.iso`), which were often cut to one size
and written in one second, are never one file by a version mark: who joined them would lose all but one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from headwater.discovery.filename import name_from_url
from headwater.model.hashing import ALGORITHMS, Strength
from headwater.model.probe import SourceProbe
from headwater.model.source import Validator

#: Among more files of one name than this, older ones are not looked at any more: the work stays proportional.
_MOST_CANDIDATES: Final = 64
_NUMBERS: Final = re.compile(r"\d+")
_HEX_WORDS: Final = re.compile(r"[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of one link's file; `digests` are strong ones by algorithm."""

    host: str
    path: str
    name: str | None
    size_bytes: int | None
    validator: Validator
    digests: tuple[tuple[str, str], ...]

    @property
    def keys(self) -> Iterator[tuple[str, ...]]:
        """What links of the same file have in common, at least one of these."""
        if self.name:
            yield "name", self.name
        if self.size_bytes is not None and self.validator.etag is not None and self.validator.is_strong:
            yield "etag", str(self.size_bytes), self.validator.etag
        yield from (("digest", *digest) for digest in self.digests)


def group_same_files(
    urls: Sequence[str], probes: Mapping[str, SourceProbe] | None = None
) -> tuple[tuple[str, ...], ...]:
    """The links in groups of one file each, in the order in which they stand. `probes` by link; those that failed
    say nothing."""
    groups: list[list[str]] = []
    facts: dict[str, _Facts] = {}
    by_key: dict[tuple[str, ...], list[int]] = {}
    for url in dict.fromkeys(urls):
        facts[url] = known = _facts(url, (probes or {}).get(url))
        numbered = (number for key in known.keys for number in by_key.get(key, ())[-_MOST_CANDIDATES:])
        candidates = dict.fromkeys(numbered)
        chosen = next((n for n in candidates if all(_is_same(facts[member], known) for member in groups[n])), None)
        if chosen is None:
            chosen = len(groups)
            groups.append([])
        groups[chosen].append(url)
        for key in known.keys:
            numbers = by_key.setdefault(key, [])
            if chosen not in numbers:
                numbers.append(chosen)
    return tuple(map(tuple, groups))


def _is_same(one: _Facts, other: _Facts) -> bool:
    ours, theirs = dict(one.digests), dict(other.digests)
    common = ours.keys() & theirs.keys()
    if common:
        return all(ours[name] == theirs[name] for name in common)
    sizes = (one.size_bytes, other.size_bytes)
    if None in sizes:
        return one.host != other.host and bool(one.name) and one.name == other.name
    if sizes[0] != sizes[1]:
        return False
    same_name = one.name == other.name
    mark = one.validator
    same_mark = mark == other.validator and (mark.is_strong or mark.last_modified is not None)
    # A mark of content says more than names do, unless these count.
    same_content = same_mark and _tells_content(one) and not _are_in_series(one.name, other.name)
    if one.host != other.host:
        return same_name or same_content
    return not _are_in_series(one.path, other.path) and (same_content or (same_mark and same_name))


def _tells_content(known: _Facts) -> bool:
    """Whether an entity tag may be made of the file's bytes: nginx, Apache and others make theirs of time and size,
    which many files of one folder have in common."""
    etag = known.validator.etag
    if etag is None or not known.validator.is_strong:
        return False
    words = _HEX_WORDS.findall(etag.lower())
    size = known.size_bytes or 0
    return len(words) < 2 or not {f"{size:x}", str(size)}.intersection(words)


def _are_in_series(one: str | None, other: str | None) -> bool:
    """Whether two names differ in their numbers only."""
    return bool(one and other) and one != other and _NUMBERS.sub("0", one or "") == _NUMBERS.sub("0", other or "")


def _facts(url: str, probe: SourceProbe | None) -> _Facts:
    alone = _facts_of_link(url)
    if probe is None or probe.error is not None or probe.is_page:
        return alone
    strong = (c for c in probe.checksums if not c.is_hint and ALGORITHMS[c.algorithm].strength is Strength.STRONG)
    digests = tuple((checksum.algorithm, checksum.hex_digest) for checksum in strong)
    return _Facts(alone.host, alone.path, probe.name or alone.name, probe.size_bytes, probe.validator, digests)


@lru_cache(maxsize=20_000)
def _facts_of_link(url: str) -> _Facts:
    """What a link says by itself; asked again with every answer that comes."""
    try:
        parts = urlsplit(url)
        host, path = parts.netloc.rpartition("@")[2].lower(), parts.path
    except ValueError:  # no address; whoever asks it says so
        host, path = "", url
    return _Facts(host, path, name_from_url(url), None, Validator(), ())
