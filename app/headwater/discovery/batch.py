"""Batch patterns: one text that stands for many URLs, as `https://a.example/disk[01-20].{iso,sig}`.

`[1-20]`, `[01-20]` (leading zeros are kept), `[0-100:10]` (with a step), `[a-e]`, `{one,two}`. A backslash takes the
next bracket as it is. An address in brackets (`http://[::1]/`) is no pattern, nor are words (`[Group-Name]film.mkv`):
browsers leave the brackets of a name as they are. Combinations run with the last pattern fastest, and their number is
bounded before any is made.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from math import prod
from typing import Final

from headwater.model.errors import UserError
from headwater.model.wording import say

MAX_URLS: Final = 10_000

_RANGE: Final = re.compile(r"(?P<first>\d{1,9}|[A-Za-z])-(?P<last>\d{1,9}|[A-Za-z])(?::(?P<step>\d{1,9}))?\Z", re.ASCII)
#: What somebody meant to count with, and what cannot be.
_COUNT: Final = re.compile(r"[0-9:]*-[0-9:-]*\Z", re.ASCII)
_ADDRESS: Final = re.compile(r"[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[^\]]*)?\Z|:[:0-9A-Fa-f.]+\Z")
_TOKEN: Final = re.compile(r"\\(?P<plain>.)|\[(?P<range>[^\[\]]*)\]|\{(?P<words>[^{}]*)\}", re.DOTALL)


def expand(pattern: str) -> tuple[str, ...]:
    """All texts that `pattern` stands for, itself alone where it holds no pattern.

    Raises `UserError` for a range that cannot be, or for more than `MAX_URLS`.
    """
    parts = list(_split(pattern))
    count = prod(len(part) for part in parts)
    if count > MAX_URLS:
        raise UserError(
            say("the pattern stands for {count:,} URLs; the most at once are {most:,}", count=count, most=MAX_URLS)
        )
    return tuple("".join(chosen) for chosen in itertools.product(*parts))


def _split(pattern: str) -> Iterator[Sequence[str]]:
    """What may stand at each place, one after the other."""
    at = 0
    for match in _TOKEN.finditer(pattern):
        choices = _choices(match)
        if choices is not None:
            yield (pattern[at : match.start()],)
            yield choices
            at = match.end()
    yield (pattern[at:],)


def _choices(match: re.Match[str]) -> Sequence[str] | None:
    """What a token may be; None where it means itself."""
    if match["plain"] is not None:
        return (match["plain"],) if match["plain"] in "[]{}\\" else None
    if match["words"] is not None:
        return tuple(match["words"].split(",")) if "," in match["words"] else None
    inside = match["range"]
    found = _RANGE.match(inside)
    if found is None:
        if _COUNT.match(inside) and not _ADDRESS.match(inside):
            raise UserError(say("[{inside}] is no range; write [01-20], [0-100:10] or [a-e]", inside=inside))
        return None
    return _read_range(inside, found)


def _read_range(inside: str, found: re.Match[str]) -> Sequence[str]:
    first, last, step = found["first"], found["last"], int(found["step"] or 1)
    if first.isdigit() != last.isdigit() or (first.isalpha() and first.isupper() != last.isupper()):
        raise UserError(say("[{inside}] mixes what cannot be counted through", inside=inside))
    low, high = (int(first), int(last)) if first.isdigit() else (ord(first), ord(last))
    if low > high or step < 1:
        raise UserError(say("[{inside}] counts to nowhere; the first must not be greater than the last", inside=inside))
    if (high - low) // step >= MAX_URLS:
        raise UserError(say("[{inside}] stands for more than {most:,} URLs", inside=inside, most=MAX_URLS))
    numbers = range(low, high + 1, step)
    if not first.isdigit():
        return tuple(map(chr, numbers))
    width = len(first) if first.startswith("0") else 0
    return tuple(f"{number:0{width}}" for number in numbers)
