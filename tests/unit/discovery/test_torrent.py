"""Torrents: what libtorrent makes is read as libtorrent reads it, and hostile ones get a clear error."""

import time
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.torrents import encode, make_torrent

from headwater.discovery.bencode import MAX_DEPTH, decode
from headwater.discovery.torrent import MAX_DOCUMENT_BYTES, looks_like_torrent, read_torrent
from headwater.model.errors import HeadwaterError, IntegrityError, UserError
from headwater.model.hashing import TREE
from headwater.model.job import PieceHashes
from headwater.model.merkle import hash_leaves, raise_layer, root_of_layer

PIECE = 64 * 1024
CONTENT = bytes(range(256)) * 1000
LAYER = raise_layer(hash_leaves(CONTENT), 0, 2)
ROOT = root_of_layer(LAYER, 2, len(CONTENT))


def document(**changes: Any) -> bytes:
    """A torrent of one file, with some of its parts changed (None leaves a part out)."""
    entry = {b"length": changes.pop("length", len(CONTENT)), b"pieces root": changes.pop("root", ROOT)}
    name = changes.pop("name", b"f.bin")
    info = {
        b"file tree": changes.pop("tree", {name: {b"": entry}}),
        b"meta version": changes.pop("version", 2),
        b"name": name,
        b"piece length": changes.pop("piece_length", PIECE),
    }
    top = {b"info": changes.pop("info", info), b"piece layers": changes.pop("layers", {ROOT: LAYER})}
    top[b"url-list"] = changes.pop("seeds", [])
    assert not changes
    return encode(top)


@pytest.mark.parametrize("hybrid", [False, True])
@pytest.mark.parametrize("size_bytes", [1, 16384, 16385, PIECE, PIECE + 1, len(CONTENT)])
def test_what_libtorrent_makes_is_read(tmp_path: Path, size_bytes: int, hybrid: bool) -> None:
    made = make_torrent(tmp_path, CONTENT[:size_bytes], piece_bytes=PIECE, hybrid=hybrid)
    data = encode(made)
    assert looks_like_torrent(data)
    torrent = read_torrent(data, origin="the torrent")
    (file,) = torrent.files
    assert (torrent.name, file.name, file.size_bytes) == ("f.bin", "f.bin", size_bytes)
    assert file.root == made[b"info"][b"file tree"][b"f.bin"][b""][b"pieces root"]
    assert [source.url for source in file.sources] == ["https://one.example/pub/f.bin", "https://two.example/f.bin"]
    assert file.pieces is not None
    assert file.pieces.fits(size_bytes)
    assert file.pieces.algorithm == TREE
    expected = made[b"piece layers"].get(file.root, file.root)
    assert file.pieces.digests == expected


def test_folders_of_files_have_their_paths_added_to_the_seeds(tmp_path: Path) -> None:
    torrent = read_torrent(encode(make_torrent(tmp_path, b"", piece_bytes=PIECE, beside=True)))
    empty, beside = torrent.files
    assert (empty.path, empty.size_bytes, empty.pieces, empty.root) == (("f.bin",), 0, None, bytes(32))
    assert [source.url for source in beside.sources] == [
        "https://one.example/pub/t/g.bin",
        "https://two.example/f.bin/t/g.bin",
    ]


def test_web_seeds_are_taken_where_they_can_be_fetched() -> None:
    seeds = [b"https://a.example/x y/", b"magnet:?xt=1", b"ftp://b.example/d/", b"http://[bad/", b"\xff", 5]
    (file,) = read_torrent(document(seeds=seeds)).files
    assert [source.url for source in file.sources] == ["ftp://b.example/d/f.bin"]
    (file,) = read_torrent(document(seeds=b"http://c.example/other", name="ä b.bin".encode())).files
    assert [source.url for source in file.sources] == ["http://c.example/other"]
    (file,) = read_torrent(document(seeds=b"http://c.example/", name="ä b.bin".encode())).files
    assert [source.url for source in file.sources] == ["http://c.example/%C3%A4%20b.bin"]


def test_version_1_is_refused_with_its_reason() -> None:
    info = {b"name": b"f", b"length": 5, b"piece length": PIECE, b"pieces": bytes(20)}
    with pytest.raises(UserError, match="version 1 are not supported, because"):
        read_torrent(document(info=info))


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (b"", UserError, "too early"),
        (b"i5e", UserError, "dictionary"),
        (b"de", UserError, "info is missing"),
        (b"l" * 1_000_000, UserError, "nested"),
        (b"d1:a" * 1_000_000, UserError, "nested"),
        (b"i" + b"9" * 1_000_000 + b"e", UserError, "too large"),
        (b"9" * 1_000_000 + b":", UserError, "too large"),
        (b"999999999999:a", UserError, "too early"),
        (b"d1:a1:b1:a1:ce", UserError, "twice"),
        (b"di5e1:ae", UserError, "no string"),
        (b"d1:ae", UserError, "without a value"),
        (b"i-0e", UserError, "negative zero"),
        (b"i05e", UserError, "malformed"),
        (b"ie", UserError, "malformed"),
        (b"e", UserError, "byte 0"),
        (b"dede", UserError, "after its end"),
        (bytes(MAX_DOCUMENT_BYTES + 1), UserError, "refused"),
        (document(piece_length=PIECE + 1), UserError, "power of two"),
        (document(piece_length=2**40), UserError, "piece length"),
        (document(piece_length=0), UserError, "piece length"),
        (document(length=-1), UserError, "length"),
        (document(length=2**63), UserError, "length"),
        (document(length=b"5"), UserError, "length"),
        (document(root=b"short"), IntegrityError, "root"),
        (document(layers={}), IntegrityError, "piece layer"),
        (document(layers={ROOT: LAYER[:-32]}), IntegrityError, "wrong number"),
        (document(layers={ROOT: LAYER[:-32] + bytes(32)}), IntegrityError, "does not lead"),
        (document(length=len(CONTENT) + PIECE), IntegrityError, "wrong number"),
        (document(name=b".."), UserError, "safe name"),
        (document(name=b"a/b"), UserError, "safe name"),
        (document(name=b"..\\evil"), UserError, "safe name"),
        (document(name=b""), UserError, "safe name"),
        (document(tree={}), UserError, "no file"),
        (document(tree={b"": {b"length": 1}}), UserError, "folder"),
        (document(tree={b"..": {b"": {b"length": 0}}}), UserError, "safe name"),
        (document(tree={b"%d" % i: {b"": {b"length": 0}} for i in range(2000)}), UserError, "files"),
        (document(seeds=[b"http://a.example/"] * 2000), UserError, "web seeds"),
    ],
)
def test_hostile_torrents_get_a_clear_error(data: bytes, error: type[HeadwaterError], said: str) -> None:
    with pytest.raises(error, match=said):
        read_torrent(data)


def test_a_layer_is_proven_once_however_many_files_name_it() -> None:
    size_bytes = 16384 * 100_000
    layer = bytes(32 * 100_000)
    root = root_of_layer(layer, 0, size_bytes)
    entry = {b"": {b"length": size_bytes, b"pieces root": root}}
    data = document(tree={b"%d" % i: entry for i in range(900)}, layers={root: layer}, piece_length=16384)
    begin = time.process_time()
    torrent = read_torrent(data)
    assert len(torrent.files) == 900
    assert time.process_time() - begin < 10  # seconds of CPU; each proof alone takes a twentieth of one
    assert torrent.files[0].pieces == PieceHashes(TREE, 16384, layer, "torrent")


def test_bencode_knows_its_four_kinds() -> None:
    assert decode(b"d1:ai-7e1:bl0:d1:c3:xyzeee") == {b"a": -7, b"b": [b"", {b"c": b"xyz"}]}
    assert decode(b"l" * MAX_DEPTH + b"e" * MAX_DEPTH)
