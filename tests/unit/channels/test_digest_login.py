"""Challenges read, and digests made, by the examples of RFC 7616 and RFC 9110."""

import re
import secrets

import pytest

from headwater.channels.challenges import Challenge, parse_challenges
from headwater.channels.credentials import BasicAnswerer, answer_challenge
from headwater.channels.digest_login import DigestLogin, best_digest
from headwater.model.access import Credential

MUFASA = Credential("*", "Mufasa", "Circle of Life")
OFFER = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={name}, '
    'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)


def test_challenges_are_told_apart_wherever_they_stand() -> None:
    """RFC 9110, 11.6.1: several in one field, and several fields."""
    fields = (
        'Basic realm="simple, \\"really\\"", Newauth realm="apps", type=1, title="Login"',
        "NTLM",
        "Negotiate a87421==",
    )
    told = parse_challenges(fields)
    assert [challenge.scheme for challenge in told[:3]] == ["Basic", "Newauth", "NTLM"]
    assert told[0].parameters == {"realm": 'simple, "really"'}
    assert told[1].parameters == {"realm": "apps", "type": "1", "title": "Login"}
    assert told[3].speaks("negotiate")


@pytest.mark.parametrize(
    "text", ["", ",,,", '="x"', 'a="unterminated', "\x00\xff", "a=b", "x" * 100_000, '"' * 100_000]
)
def test_what_makes_no_sense_is_left_out(text: str) -> None:
    assert best_digest(parse_challenges([text])) is None


@pytest.mark.parametrize(
    ("name", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_the_example_of_the_rfc(name: str, response: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """RFC 7616, 3.9.1, whose client chose this nonce."""
    monkeypatch.setattr(secrets, "token_hex", lambda _: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ")
    chosen = best_digest(parse_challenges([OFFER.format(name=name)]))
    assert chosen is not None
    field = DigestLogin(MUFASA, chosen).field("http://www.example.org/dir/index.html")
    assert f'response="{response}"' in field
    assert 'uri="/dir/index.html"' in field
    assert "qop=auth, nc=00000001" in field


def test_a_nonce_is_counted() -> None:
    chosen = best_digest(parse_challenges([OFFER.format(name="MD5")]))
    assert chosen is not None
    login = DigestLogin(MUFASA, chosen)
    fields = [login.field("http://h/?a=b") for _ in range(3)]
    assert [re.findall(r"nc=(\w+)", field) for field in fields] == [["00000001"], ["00000002"], ["00000003"]]
    assert len({re.findall(r'cnonce="(\w+)"', field)[0] for field in fields}) == 3
    assert 'uri="/?a=b"' in fields[0]


def test_the_strongest_that_can_be_met_is_taken() -> None:
    offered = parse_challenges(
        [OFFER.format(name="MD5"), OFFER.format(name="SHA-3-FUTURE"), OFFER.format(name="SHA-256-sess")]
    )
    chosen = best_digest(offered)
    assert chosen is not None
    assert chosen.parameters["algorithm"] == "SHA-256-sess"


@pytest.mark.parametrize(
    "challenge",
    [
        'Digest realm="r", nonce="n", algorithm=NONE',
        'Digest realm="r", nonce="n", qop="auth-conf"',
        'Digest realm="r", nonce=""',
        'Digest nonce="n"',
        "Digest",
    ],
)
def test_what_cannot_be_met_gives_way_to_basic(challenge: str) -> None:
    assert answer_challenge(parse_challenges([challenge]), MUFASA) is None
    answerer = answer_challenge(parse_challenges([challenge, "Basic"]), MUFASA)
    assert isinstance(answerer, BasicAnswerer)


def test_a_refused_answer_is_given_once_more_only_where_its_nonce_may_be_too_old() -> None:
    told = {"realm": "r", "nonce": "n"}
    fresh = DigestLogin(MUFASA, Challenge("Digest", told))
    fresh.field("http://h/")
    again = (Challenge("Digest", told),)
    stale = (Challenge("Digest", {**told, "stale": "TRUE"}),)
    assert answer_challenge(again, MUFASA, fresh) is None
    assert answer_challenge(stale, MUFASA, fresh) is not None
    fresh.field("http://h/")
    assert answer_challenge(again, MUFASA, fresh) is not None
    assert answer_challenge((Challenge("Basic"),), MUFASA, BasicAnswerer(MUFASA)) is None
