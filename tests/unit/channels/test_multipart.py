"""The multipart parser by itself: what is malformed, and how much of it is read at most."""

import pytest

from headwater.channels.multipart import MultipartParser, boundary_of
from headwater.model.errors import SourceError
from headwater.model.ports import Piece

PART = b"--B\r\nContent-Range: bytes 0-3/10\r\n\r\n"


def parse(body: bytes) -> list[Piece]:
    parser = MultipartParser(b"B")
    pieces = list(parser.feed(body))
    parser.finish()
    return pieces


def test_an_empty_line_between_boundary_and_headers_is_no_header() -> None:
    assert parse(PART + b"abcd\r\n--B--") == [Piece(0, b"abcd")]
    assert parse(PART + b"abcd\n--B  \t\nContent-range:bytes 9-9/10\n\nz\n--B--") == [Piece(0, b"abcd"), Piece(9, b"z")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"x" * 70_000, "boundary does not come"),
        (b"--B" + b" " * 300, "boundary line does not end"),
        (b"--Bother\r\n", "boundary is wrong"),
        (PART + b"abcdefgh\r\n--B--", "longer than it says"),
        (PART + b"abcd--B--", "line break"),
        (PART + b"abcd\r\n\r\n\r\n--B--", "longer than it says"),
        (PART + b"ab", "2 bytes before the end of a part"),
        (b"--B\r\nContent-Ra", "before the next part"),
        (b"--B--", "before the next part"),
        (b"", "before the next part"),
        (b"--B\r\n\r\nabc", "which bytes"),
        (b"--B\r\nContent-Range: bytes */10\r\n\r\n", "which bytes"),
        (PART + b"abcd\r\n--B\r\nContent-Range: bytes 0-3/11\r\n\r\n", "disagree"),
    ],
)
def test_what_is_malformed(body: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        parse(body)


@pytest.mark.parametrize(
    ("content_type", "boundary"),
    [
        ("multipart/byteranges; boundary=abc", b"abc"),
        ("MULTIPART/BYTERANGES;BOUNDARY=abc; x=y", b"abc"),
        ('multipart/byteranges; x=y; boundary="a b;c"', b"a b;c"),
        (r'multipart/byteranges; boundary="a\"b"', b'a"b'),
    ],
)
def test_boundaries(content_type: str, boundary: bytes) -> None:
    assert boundary_of(content_type) == boundary


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "",
        "multipart/byteranges",
        "x; boundary=",
        'x; boundary=""',
        "x; boundary=" + "y" * 300,
        'x; boundary="a\nb"',
    ],
)
def test_no_boundaries(content_type: str | None) -> None:
    with pytest.raises(SourceError, match="names no boundary"):
        boundary_of(content_type)


def test_the_middle_of_a_part_is_not_copied() -> None:
    parser = MultipartParser(b"B")
    assert list(parser.feed(b"--B\r\nContent-Range: bytes 0-99999/100000\r\n\r\n")) == []
    middle = bytes(50_000)
    (piece,) = parser.feed(middle)
    assert piece.data is middle
