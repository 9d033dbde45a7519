"""Which bytes of an AVIF file are its picture: real files, grids in both forms of their tables, and files that lie."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.unit.formats.avif_files import box, full_box, grid_file, number

from headwater.formats.avif import read_avif
from headwater.formats.byte_view import Malformed

#: A temporal unit of AV1 begins with an empty delimiter.
DELIMITER = b"\x12\x00"


def encode(picture: Image.Image, **how: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "AVIF", **how)
    return buffer.getvalue()


@pytest.mark.parametrize(("given", "full_range"), [("full", True), ("limited", False)])
def test_a_picture_has_one_tile_and_says_how_its_colours_are_meant(given: str, full_range: bool) -> None:
    picture = read_avif(encode(Image.new("RGB", (65, 33), (10, 200, 30)), range=given))
    assert (picture.colour.width, picture.colour.height) == (65, 33)
    assert len(picture.colour.tiles) == 1
    assert picture.colour.tiles[0].startswith(DELIMITER)
    assert (picture.colour.matrix, picture.colour.full_range) == (6, full_range)
    assert picture.alpha is None


def test_opacity_is_a_picture_of_its_own() -> None:
    picture = read_avif(encode(Image.new("RGBA", (20, 10), (10, 200, 30, 77))))
    assert picture.alpha is not None
    assert (picture.alpha.width, picture.alpha.height) == (20, 10)
    assert picture.alpha.tiles != picture.colour.tiles


@pytest.mark.parametrize("wide", [False, True])
def test_a_grid_has_its_tiles_in_order(wide: bool) -> None:
    tiles = [bytes([each]) * (each + 1) for each in range(6)]
    picture = read_avif(grid_file(tiles, 3, 300, 190, wide=wide))
    assert picture.colour.tiles == tuple(tiles)
    assert (picture.colour.columns, picture.colour.width, picture.colour.height) == (3, 300, 190)
    assert (picture.colour.matrix, picture.colour.full_range) == (None, None)


def test_a_grid_that_lacks_a_tile_is_none() -> None:
    whole = grid_file([b"a", b"b"], 2, 40, 20)
    with pytest.raises(Malformed, match="grid"):
        read_avif(whole.replace(bytes([0, 0, 0, 1]) + number(40), bytes([0, 0, 1, 1]) + number(40)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        box(b"ftyp", b"avif", number(0, 4)),
        full_box(b"meta"),
        full_box(b"meta", full_box(b"pitm", number(1))),
    ],
)
def test_a_file_without_a_picture_is_none(data: bytes) -> None:
    with pytest.raises(Malformed):
        read_avif(data)


WHOLE = encode(Image.effect_noise((40, 30), 80).convert("RGBA"))
TABLE_BYTES = WHOLE.index(b"mdat")


@given(at=st.integers(0, TABLE_BYTES - 1), value=st.integers(0, 255), cut=st.integers(0, len(WHOLE)))
def test_whatever_stands_in_the_table_the_answer_is_a_picture_or_malformed(at: int, value: int, cut: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[at] = value
    for data in (bytes(damaged), bytes(damaged[:cut])):
        try:
            picture = read_avif(data)
        except Malformed:
            continue
        assert picture.colour.width > 0
        assert sum(map(len, picture.colour.tiles)) <= 4 * len(data)


def test_one_large_picture_named_for_thousands_of_tiles_is_refused() -> None:
    """All of them would be read into memory."""
    tile, tiles = b"x" * 100_000, 60 * 60
    data = grid_file([b""] * tiles, 60, 60_000, 60_000)
    # Let every piece but the first, which is the grid itself, be the same large one at the file's end.
    iloc = data.index(b"iloc") + 8 + 2 + 2
    entries = bytearray(data)
    for place in range(1, tiles + 1):
        at = iloc + place * 14 + 6
        entries[at : at + 8] = number(len(data), 4) + number(len(tile), 4)
    with pytest.raises(Malformed, match="larger than any honest"):
        read_avif(bytes(entries) + tile)
