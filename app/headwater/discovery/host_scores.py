"""A list that scores hosts: what an external ranking service, or a file that somebody keeps, says of them.

    {"version": 1, "hosts": {"mirror.example.org": 0.9, "*.example.net": 0.4, "*": 0.2}}

Its form and what it comes to for a host live here; where it is fetched from does not. The rule that keeps it honest: a
list is taken whole or not at all, and for a host the pattern that names most of it decides, whatever their order.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from headwater.model.errors import UserError
from headwater.model.wording import say
from headwater.schedule.host_preferences import matches

#: Largest list that is taken, in bytes, and how many patterns it may have.
MAX_LIST_BYTES: Final = 1024**2
MOST_PATTERNS: Final = 10_000
#: The form that is understood.
VERSION: Final = 1
#: Hosts whose score is remembered.
_MOST_KNOWN: Final = 10_000


class HostScores:
    """Scores in [0, 1] (1 is best) by host pattern."""

    def __init__(self, scores: Mapping[str, float] | None = None) -> None:
        ordered = sorted((scores or {}).items(), key=lambda item: (-_letters(item[0]), item[0]))
        self._plain = {pattern: score for pattern, score in ordered if not _is_open(pattern)}
        self._open = [(pattern, score) for pattern, score in ordered if _is_open(pattern)]
        self._known: dict[str, float | None] = {}

    def __len__(self) -> int:
        return len(self._plain) + len(self._open)

    def of(self, host: str) -> float | None:
        """What is said of a host (with or without its port); None for nothing."""
        if host not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[host] = self._find(host)
        return self._known[host]

    def _find(self, host: str) -> float | None:
        for exact in (host, host.rpartition(":")[0]):
            if exact in self._plain:
                return self._plain[exact]
        return next((score for pattern, score in self._open if matches(pattern, host)), None)

    def __repr__(self) -> str:
        return f"<HostScores of {len(self)} patterns>"


def parse_host_scores(data: bytes) -> HostScores:
    """The list that a document holds. Raises `UserError`: one sentence for what is wrong with it."""
    if len(data) > MAX_LIST_BYTES:
        raise UserError(say("the list is larger than {most:,} bytes", most=MAX_LIST_BYTES))
    try:
        document: Any = json.loads(data)
    except UnicodeDecodeError as error:
        raise UserError("the list is not text in UTF-8") from error
    except json.JSONDecodeError as error:
        raise UserError(
            say("the list is not JSON: {reason} in line {line}", reason=error.msg, line=error.lineno)
        ) from error
    except RecursionError as error:
        raise UserError("the list is nested too deeply") from error
    if not isinstance(document, dict) or "hosts" not in document:
        raise UserError('the list must look like {"version": 1, "hosts": {"mirror.example.org": 0.9}}')
    if document.get("version", VERSION) != VERSION:
        raise UserError(
            say(
                "the list has version {version:.20}; {known} is understood",
                version=repr(document["version"]),
                known=VERSION,
            )
        )
    hosts = document["hosts"]
    if not isinstance(hosts, dict):
        raise UserError("“hosts” in the list must be a group of patterns with their scores")
    if len(hosts) > MOST_PATTERNS:
        raise UserError(
            say("the list has {count:,} patterns; {most:,} are taken at most", count=len(hosts), most=MOST_PATTERNS)
        )
    return HostScores({_pattern(pattern): _score(pattern, score) for pattern, score in hosts.items()})


def _pattern(pattern: str) -> str:
    if not pattern or "/" in pattern or any(letter.isspace() for letter in pattern):
        raise UserError(
            say("“{pattern:.60}” in the list is not a host or a pattern of hosts, like *.example.org", pattern=pattern)
        )
    return pattern.lower()


def _score(pattern: str, score: Any) -> float:
    if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
        raise UserError(
            say(
                "the score of “{pattern:.60}” must be a number from 0 to 1, not {score:.20}",
                pattern=pattern,
                score=repr(score),
            )
        )
    return float(score)


def _is_open(pattern: str) -> bool:
    return any(letter in pattern for letter in "*?[")


def _letters(pattern: str) -> int:
    """How much of a host a pattern names."""
    return sum(letter not in "*?[]!" for letter in pattern)
