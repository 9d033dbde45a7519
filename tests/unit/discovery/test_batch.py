"""Batch patterns: what they stand for, and what is none."""

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.discovery.batch import MAX_URLS, expand
from headwater.model.errors import UserError


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("http://a/[8-11].iso", ["http://a/8.iso", "http://a/9.iso", "http://a/10.iso", "http://a/11.iso"]),
        ("[08-10]", ["08", "09", "10"]),
        ("[0-10:5]", ["0", "5", "10"]),
        ("[c-e]", ["c", "d", "e"]),
        ("{a,b,}x", ["ax", "bx", "x"]),
        ("{a,b}[1-2]", ["a1", "a2", "b1", "b2"]),
        (r"\[1-2\]\{a,b\}", ["[1-2]{a,b}"]),
        (r"C:\temp", [r"C:\temp"]),
        ("{one}", ["{one}"]),
        ("http://[::1]:80/", ["http://[::1]:80/"]),
        ("http://[fe80::1%25eth-0]/", ["http://[fe80::1%25eth-0]/"]),
        ("http://[2001:db8::5]/[1-2]", ["http://[2001:db8::5]/1", "http://[2001:db8::5]/2"]),
        ("x[]y", ["x[]y"]),
        ("http://a/[Group-Name]_film_[1080p-x265].mkv", ["http://a/[Group-Name]_film_[1080p-x265].mkv"]),
        ("", [""]),
    ],
)
def test_what_patterns_stand_for(pattern: str, texts: list[str]) -> None:
    assert list(expand(pattern)) == texts


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("[9-1]", "nowhere"),
        ("[1-5:0]", "nowhere"),
        ("[a-5]", "mixes"),
        ("[a-F]", "mixes"),
        ("[1-]", "no range"),
        ("[-]", "no range"),
        ("[0-999999999]", "more than"),
        ("[1-9999][1-9999]", "99,980,001"),
        ("{a,b}" * 40, "the most"),
        ("[1-99999999999]", "no range"),
    ],
)
def test_impossible_patterns_are_refused(pattern: str, said: str) -> None:
    with pytest.raises(UserError, match=re.escape(said)):
        expand(pattern)


@given(st.text(alphabet="a1:-,[]{}\\%0", max_size=30))
def test_every_text_is_expanded_or_refused(pattern: str) -> None:
    with contextlib.suppress(UserError):
        texts = expand(pattern)
        assert 1 <= len(texts) <= MAX_URLS
        if not set(pattern) & set("[{\\"):
            assert texts == (pattern,)
