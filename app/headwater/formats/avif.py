"""AVIF: which bytes of a file are the coded picture, and what has to be done with them (ISO/IEC 23008-12, AV1 in HEIF).

Only boxes are read here: the AV1 inside is a decoder's. The rule: a file is whole when this is asked, and nothing in it
is trusted, neither offsets nor counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.formats.byte_view import ByteView, Malformed
from headwater.formats.mp4 import Box, walk_boxes

_ALPHA: Final = (b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1")
_IN_FILE, _IN_META = 0, 1


@dataclass(frozen=True, slots=True)
class CodedPicture:
    """What a decoder of AV1 is given, tile by tile, row by row; together they make a picture, cut to its size.

    `matrix` (ITU-T H.273) and `full_range` say how its colours are meant; None where only the AV1 itself says it.
    """

    width: int
    height: int
    columns: int
    tiles: tuple[bytes, ...]
    matrix: int | None
    full_range: bool | None


@dataclass(frozen=True, slots=True)
class AvifPicture:
    """The picture that a file is about, and the one whose brightness is its opacity."""

    colour: CodedPicture
    alpha: CodedPicture | None


def read_avif(data: bytes) -> AvifPicture:
    """The primary picture of a whole file. Raises `Malformed` where there is none, or the file contradicts itself."""
    view = ByteView(lambda offset, size: data[offset : offset + size], len(data), budget_bytes=4 * len(data))
    for box in walk_boxes(view, 0, len(data)):
        if box.kind == b"meta":
            return _Items(view, box).picture()
    raise Malformed("there is no table of pictures")


class _Fields:
    """Big-endian numbers of a box, one after the other."""

    def __init__(self, content: bytes) -> None:
        self._content, self._at = content, 0

    def take(self, size: int) -> int:
        return int.from_bytes(self.take_bytes(size), "big")

    def take_bytes(self, size: int) -> bytes:
        taken = self._content[self._at : self._at + size]
        if len(taken) < size:
            raise Malformed("a box ends within a field")
        self._at += size
        return taken


class _Items:
    """The tables of a `meta` box, as far as pictures need them."""

    def __init__(self, view: ByteView, meta: Box) -> None:
        self._view = view
        boxes = {box.kind: box for box in walk_boxes(view, meta.content + 4, meta.end)}
        missing = {b"pitm", b"iloc", b"iinf", b"iprp"} - boxes.keys()
        if missing:
            raise Malformed(f"the table of pictures lacks {sorted(missing)}")
        self._idat = boxes.get(b"idat")
        version, fields = self._open(boxes[b"pitm"])
        self._primary = fields.take(2 if version == 0 else 4)
        self._kinds = self._read_kinds(boxes[b"iinf"])
        self._extents = self._read_places(boxes[b"iloc"])
        self._properties = self._read_properties(boxes[b"iprp"])
        self._references = self._read_references(boxes[b"iref"]) if b"iref" in boxes else {}

    def picture(self) -> AvifPicture:
        """The primary picture, with the first of those that say they are its opacity."""
        for (kind, item), targets in self._references.items():
            if kind == b"auxl" and self._primary in targets and self._is_alpha(item):
                return AvifPicture(self._coded(self._primary), self._coded(item))
        return AvifPicture(self._coded(self._primary), None)

    def _coded(self, item: int) -> CodedPicture:
        properties = self._properties.get(item, {})
        matrix, full_range = _read_colour(properties.get(b"colr", b""))
        if self._kinds.get(item) == b"grid":
            fields = _Fields(self._data(item))
            fields.take(1)
            size = 4 if fields.take(1) & 1 else 2
            rows, columns = fields.take(1) + 1, fields.take(1) + 1
            width, height = fields.take(size), fields.take(size)
            parts = self._references.get((b"dimg", item), ())
            if len(parts) != rows * columns:
                raise Malformed(f"a grid of {rows} x {columns} has {len(parts)} tiles")
            tiles = tuple(self._data(part) for part in parts)
        else:
            fields = _Fields(properties.get(b"ispe", b""))
            fields.take(4)
            width, height, columns = fields.take(4), fields.take(4), 1
            tiles = (self._data(item),)
        if not width or not height:
            raise Malformed("a picture without pixels")
        return CodedPicture(width, height, columns, tiles, matrix, full_range)

    def _is_alpha(self, item: int) -> bool:
        return self._properties.get(item, {}).get(b"auxC", b"")[4:].partition(b"\0")[0] in _ALPHA

    def _data(self, item: int) -> bytes:
        """An item's bytes, wherever in the file they lie."""
        method, extents = self._extents.get(item, (_IN_FILE, ()))
        if method not in (_IN_FILE, _IN_META) or not extents or (method == _IN_META and self._idat is None):
            raise Malformed(f"the bytes of item {item} are nowhere")
        start, end = 0, self._view.size_bytes
        if method == _IN_META and self._idat is not None:
            start, end = self._idat.content, self._idat.end
        # A size of 0 means all that follows.
        return b"".join(self._view.read(start + offset, size or end - start - offset) for offset, size in extents)

    def _open(self, box: Box) -> tuple[int, _Fields]:
        """A full box's version, and its fields behind version and flags."""
        content = self._view.read(box.content, box.end - box.content)
        fields = _Fields(content)
        return fields.take(4) >> 24, fields

    def _read_kinds(self, iinf: Box) -> Mapping[int, bytes]:
        """What each item is, in four letters (8.11.6)."""
        version = self._view.read(iinf.content, 1)[0]
        kinds = {}
        for box in walk_boxes(self._view, iinf.content + (6 if version == 0 else 8), iinf.end):
            version, fields = self._open(box)
            item = fields.take(4 if version == 3 else 2)
            fields.take(2)
            kinds[item] = fields.take_bytes(4)
        return kinds

    def _read_places(self, iloc: Box) -> Mapping[int, tuple[int, tuple[tuple[int, int], ...]]]:
        """From where each item's offsets count, and its pieces as offset and size (8.11.3)."""
        version, fields = self._open(iloc)
        sizes = fields.take(2)
        offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
        index_size = sizes & 15 if version else 0
        places = {}
        for _ in range(fields.take(2 if version < 2 else 4)):
            item = fields.take(2 if version < 2 else 4)
            method = fields.take(2) & 15 if version else _IN_FILE
            fields.take(2)
            base = fields.take(base_size)
            extents = []
            for _ in range(fields.take(2)):
                fields.take(index_size)
                extents.append((base + fields.take(offset_size), fields.take(length_size)))
            places[item] = (method, tuple(extents))
        return places

    def _read_properties(self, iprp: Box) -> Mapping[int, Mapping[bytes, bytes]]:
        """Each item's properties: their content by their four letters (8.11.14)."""
        known: list[tuple[bytes, bytes]] = []
        found: dict[int, dict[bytes, bytes]] = {}
        for box in walk_boxes(self._view, iprp.content, iprp.end):
            if box.kind == b"ipco":
                known += [
                    (each.kind, self._view.read(each.content, each.end - each.content))
                    for each in walk_boxes(self._view, box.content, box.end)
                ]
            elif box.kind == b"ipma":
                is_wide = self._view.read(box.content + 3, 1)[0] & 1
                version, fields = self._open(box)
                for _ in range(fields.take(4)):
                    of_item = found.setdefault(fields.take(2 if version == 0 else 4), {})
                    for _ in range(fields.take(1)):
                        number = fields.take(2) & 0x7FFF if is_wide else fields.take(1) & 0x7F
                        if not 0 <= number <= len(known):
                            raise Malformed(f"there is no property {number}")
                        if number:
                            _keep(of_item, known[number - 1])
        return found

    def _read_references(self, iref: Box) -> Mapping[tuple[bytes, int], Sequence[int]]:
        """Which items an item is made of, or belongs to, by kind of reference (8.11.12)."""
        size = 2 if self._view.read(iref.content, 1)[0] == 0 else 4
        references = {}
        for box in walk_boxes(self._view, iref.content + 4, iref.end):
            fields = _Fields(self._view.read(box.content, box.end - box.content))
            item = fields.take(size)
            references[box.kind, item] = [fields.take(size) for _ in range(fields.take(2))]
        return references


def _keep(properties: dict[bytes, bytes], one: tuple[bytes, bytes]) -> None:
    """A picture may have two colour properties, a profile and numbers: the numbers are wanted."""
    kind, content = one
    if kind != b"colr" or content.startswith(b"nclx"):
        properties[kind] = content


def _read_colour(colr: bytes) -> tuple[int | None, bool | None]:
    """Matrix and range of a colour property (12.1.5)."""
    if len(colr) < 11:
        return None, None
    return int.from_bytes(colr[8:10], "big"), colr[10] >> 7 == 1
