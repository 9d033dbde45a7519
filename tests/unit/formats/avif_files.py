"""AVIF files put together box by box, in layouts that encoders at hand do not write: grids, data within the table."""

from collections.abc import Sequence
from itertools import accumulate


def box(kind: bytes, *content: bytes) -> bytes:
    """A box with its size."""
    joined = b"".join(content)
    return (8 + len(joined)).to_bytes(4, "big") + kind + joined


def full_box(kind: bytes, *content: bytes, version: int = 0, flags: int = 0) -> bytes:
    """A box with version and flags."""
    return box(kind, bytes([version]), flags.to_bytes(3, "big"), *content)


def number(value: int, size: int = 2) -> bytes:
    """A field."""
    return value.to_bytes(size, "big")


def size_property(width: int, height: int) -> bytes:
    """What a picture says of its pixels."""
    return full_box(b"ispe", number(width, 4), number(height, 4))


def colour_property(matrix: int, *, full_range: bool) -> bytes:
    """What a picture says of its colours."""
    return box(b"colr", b"nclx", number(1), number(13), number(matrix), bytes([0x80 if full_range else 0]))


def grid_file(tiles: Sequence[bytes], columns: int, width: int, height: int, *, wide: bool = False) -> bytes:
    """A grid of coded pictures. `wide`: with the longer forms of fields, and all data within the table of pictures."""
    rows = len(tiles) // columns
    side = 4 if wide else 2
    grid = bytes([0, 1 if wide else 0, rows - 1, columns - 1]) + number(width, side) + number(height, side)
    pieces = [grid, *tiles]

    def table(first_byte: int) -> bytes:
        offsets = list(accumulate(map(len, pieces), initial=first_byte))
        version = 2 if wide else 0
        item_size = 4 if wide else 2
        places = b"".join(
            number(place + 1, item_size) + (number(1) if wide else b"") + number(0) + number(1)
            + number(offsets[place], 4) + number(len(piece), 4)
            for place, piece in enumerate(pieces)
        )  # fmt: skip
        kinds = [
            full_box(
                b"infe", number(place + 1, 4 if wide else 2), number(0), b"av01" if place else b"grid", b"\0",
                version=3 if wide else 2,
            )
            for place in range(len(pieces))
        ]  # fmt: skip
        parts = b"".join(number(place + 2, item_size) for place in range(len(tiles)))
        associated = number(1, item_size) + b"\x01" + (number(1) if wide else b"\x01")
        content = [
            full_box(b"pitm", number(1, item_size), version=int(wide)),
            full_box(b"iloc", b"\x44\x00", number(len(pieces), item_size), places, version=version),
            full_box(b"iinf", number(len(pieces), 4 if wide else 2), *kinds, version=int(wide)),
            full_box(
                b"iref", box(b"dimg", number(1, item_size), number(len(tiles)), parts), version=int(wide)
            ),
            box(
                b"iprp",
                box(b"ipco", size_property(width, height)),
                full_box(b"ipma", number(1, 4), associated, version=int(wide), flags=int(wide)),
            ),
        ]  # fmt: skip
        if wide:
            content.append(box(b"idat", *pieces))
        return full_box(b"meta", *content)

    start = box(b"ftyp", b"avif", number(0, 4), b"mif1")
    if wide:
        return start + table(0)
    return start + table(len(start) + len(table(0)) + 8) + box(b"mdat", *pieces)
