"""Which of several hashes count: the better the way it came, the more it is worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.content.trust import OWN_ORIGIN, Kind, copy_origin, kind_of, weigh, worth_computing
from headwater.model.errors import IntegrityError
from headwater.model.job import Checksum, PieceHashes

PASTED = Checksum("md5", "aa" * 16)
METALINK = Checksum("sha-256", "bb" * 32, "Metalink of m.example")
LISTED = Checksum("sha-512", "cc" * 64, "checksum file SHA512SUMS of m.example")
HEADER = Checksum("sha-256", "bb" * 32, "Repr-Digest of a.example")
HINT = Checksum("md5", "dd" * 16, "ETag of a.example", is_hint=True)
PIECES = PieceHashes("sha-256", 1000, bytes(64), "torrent")


@pytest.mark.parametrize(
    ("given", "counting"),
    [
        ((), ()),
        ((HINT,), (HINT,)),
        ((HINT, HEADER), (HEADER,)),
        ((HEADER, METALINK), (METALINK,)),
        ((HEADER, LISTED), (LISTED,)),
        ((HINT, HEADER, LISTED, METALINK, PASTED), (PASTED, METALINK, LISTED)),
    ],
)
def test_the_best_way_here_counts(given: tuple[Checksum, ...], counting: tuple[Checksum, ...]) -> None:
    assert weigh(given).checksums == counting
    assert weigh(reversed(given)).checksums == counting


def test_equals_that_contradict_stop_everything() -> None:
    other = Checksum("sha-256", "0b" * 32, "Metalink of n.example")
    with pytest.raises(IntegrityError, match=r"Metalink of [mn]\.example and Metalink of [mn]\.example"):
        weigh([METALINK, other])
    agreeing = Checksum("sha-256", "BB" * 32, "Metalink of n.example")
    assert len(weigh([METALINK, agreeing]).checksums) == 1


def test_a_weaker_source_that_contradicts_is_shown_and_does_not_count() -> None:
    wrong = Checksum("sha-256", "0b" * 32, "Repr-Digest of a.example")
    trust = weigh([wrong, METALINK])
    assert trust.checksums == (METALINK,)
    assert [source.counts for source in trust.sources] == [True, False]
    assert "contradicts Metalink of m.example" in trust.sources[1].words


def test_hints_may_contradict_each_other() -> None:
    assert weigh([HINT, Checksum("md5", "ee" * 16, "ETag of b.example", is_hint=True)]).checksums


def test_pieces_stand_above_headers() -> None:
    trust = weigh([HEADER], PIECES)
    assert trust.checksums == ()
    assert trust.sources[0].kind is Kind.DOCUMENT
    assert trust.sources[0].words.startswith("2 pieces (SHA-256) from torrent")


def test_weakness_is_said() -> None:
    (source,) = weigh([PASTED]).sources
    assert source.words == "MD5 from you: given by you; files with the same digest can be made on purpose."
    (unknown,) = weigh([Checksum("tiger", "00", "you")]).sources
    assert "cannot be computed here" in unknown.words


@pytest.mark.parametrize(
    ("origin", "kind"),
    [
        ("you", Kind.PERSON),
        ("signed Metalink", Kind.SIGNED),
        ("Metalink", Kind.DOCUMENT),
        ("torrent of t.example", Kind.DOCUMENT),
        ("checksum file x.sha256 of t.example", Kind.CHECKSUM_FILE),
        ("Digest of you", Kind.HEADER),
        (copy_origin("a.example"), Kind.COPY),
        (OWN_ORIGIN, Kind.OWN),
    ],
)
def test_the_way_is_told_by_the_origin(origin: str, kind: Kind) -> None:
    assert kind_of(origin) is kind


@given(st.permutations([HINT, HEADER, LISTED, METALINK, PASTED]))
def test_the_order_told_does_not_matter(told: list[Checksum]) -> None:
    assert weigh(told) == weigh([HINT, HEADER, LISTED, METALINK, PASTED])


def told_by(origin: str, *names: str) -> tuple[Checksum, ...]:
    return tuple(Checksum(name, "ab" * 8, origin) for name in names)


def test_of_what_one_document_tells_only_the_best_is_computed() -> None:
    every = told_by("Metalink of m.example", "md5", "sha-1", "sha-512", "sha-256")
    assert worth_computing(every) == every[-1:]
    assert worth_computing(every[:3]) == every[2:3]
    assert worth_computing(every[:2]) == every[:2], "broken ones find accidents, each others'"


def test_hashes_that_others_vouch_for_are_computed_beside_each_other() -> None:
    strong, weak = told_by("Metalink of m.example", "sha-256"), told_by("checksum file MD5SUMS of m.example", "md5")
    assert worth_computing(strong + weak) == strong + weak
    given = (PASTED, *told_by("you", "sha-256"))
    assert worth_computing(given) == given
    hints = (HINT, Checksum("sha-256", "ee" * 32, HINT.origin, is_hint=True))
    assert worth_computing(hints) == hints


def test_what_cannot_be_computed_here_takes_nobodys_place() -> None:
    told = told_by("Metalink of m.example", "tiger", "md5")
    assert worth_computing(told) == told
