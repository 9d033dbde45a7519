"""Ranking lists: what a host's score is, and one sentence for every fault."""

import pytest

from headwater.discovery.host_scores import MAX_LIST_BYTES, MOST_PATTERNS, HostScores, parse_host_scores
from headwater.model.errors import UserError

LIST = b"""{"version": 1, "made": "today", "hosts":
  {"*": 0.2, "*.example.net": 0.4, "Mirror.example.net": 1, "mirror.example.net:8080": 0.0, "m?.org": 0.7}}"""


@pytest.mark.parametrize(
    ("host", "score"),
    [
        ("mirror.example.net", 1.0),
        ("mirror.example.net:80", 1.0),
        ("mirror.example.net:8080", 0.0),
        ("eu.example.net:21", 0.4),
        ("m1.org", 0.7),
        ("m12.org", 0.2),
    ],
)
def test_the_pattern_that_names_most_of_a_host_decides(host: str, score: float) -> None:
    scores = parse_host_scores(LIST)
    assert [scores.of(host), scores.of(host)] == [score, score]


def test_what_is_not_listed_has_no_score(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = parse_host_scores(b'{"hosts": {"a.org": 0.5}}')
    assert scores.of("b.org") is None
    assert len(scores) == 1
    assert HostScores().of("a.org") is None
    monkeypatch.setattr("headwater.discovery.host_scores._MOST_KNOWN", 1)
    assert [scores.of(host) for host in ("a.org", "b.org", "a.org")] == [0.5, None, 0.5]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html>", "not JSON: .* in line 1"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"[1]", "must look like"),
        (b'{"a.org": 1}', "must look like"),
        (b'{"version": 2, "hosts": {}}', "has version 2; 1 is understood"),
        (b'{"hosts": ["a.org"]}', "must be a group"),
        (b'{"hosts": {"http://a.org/": 1}}', "“http://a.org/” in the list is not a host"),
        (b'{"hosts": {"a b": 1}}', "“a b” in the list is not a host"),
        (b'{"hosts": {"": 1}}', "is not a host"),
        (b'{"hosts": {"a.org": 1.5}}', "the score of “a.org” must be a number from 0 to 1, not 1.5"),
        (b'{"hosts": {"a.org": true}}', "must be a number"),
        (b'{"hosts": {"a.org": NaN}}', "must be a number"),
        (b'{"hosts": {"a.org": "0.5"}}', "must be a number"),
        (b"[" * 100_000, "nested too deeply"),
        (b" " * (MAX_LIST_BYTES + 1), "larger than"),
        (b'{"hosts": {' + b",".join(b'"h%d": 1' % n for n in range(MOST_PATTERNS + 1)) + b"}}", "10,001 patterns"),
    ],
)
def test_every_fault_gets_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        parse_host_scores(data)
