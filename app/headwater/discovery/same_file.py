"""Which of many links lead to the same file, as far as links and their sources' first answers tell. Pure.

Links alone: the same name on different hosts. With answers: sizes that differ part them, equal digests join them,
and of equal size the name or a strong version mark does. The rule: on one host two links are two files unless their
answers say that they are one.
"""

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


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of one link's file; `digests` are strong ones by algorithm."""

    host: str
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
    same_etag = one.validator.etag is not None and one.validator == other.validator and one.validator.is_strong
    if one.host != other.host:
        return same_etag or one.name == other.name
    same_time = one.validator.last_modified is not None and one.validator == other.validator
    return same_etag or (same_time and one.name == other.name)


def _facts(url: str, probe: SourceProbe | None) -> _Facts:
    alone = _facts_of_link(url)
    if probe is None or probe.error is not None or probe.is_page:
        return alone
    strong = (c for c in probe.checksums if not c.is_hint and ALGORITHMS[c.algorithm].strength is Strength.STRONG)
    digests = tuple((checksum.algorithm, checksum.hex_digest) for checksum in strong)
    return _Facts(alone.host, probe.name or alone.name, probe.size_bytes, probe.validator, digests)


@lru_cache(maxsize=20_000)
def _facts_of_link(url: str) -> _Facts:
    """What a link says by itself; asked again with every answer that comes."""
    try:
        host = urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:  # no address; whoever asks it says so
        host = ""
    return _Facts(host, name_from_url(url), None, Validator(), ())
