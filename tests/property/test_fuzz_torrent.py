"""Whatever a torrent holds, reading it ends in hashes that agree with each other or in an error of our own."""

import contextlib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.mutations import mutated
from tests.fakes.torrents import encode

from headwater.discovery.bencode import decode
from headwater.discovery.torrent import read_torrent
from headwater.model.errors import HeadwaterError
from headwater.model.merkle import hash_leaves, piece_level, raise_layer, root_of_layer

CONTENT = bytes(5 * 16384 + 1)
LAYER = raise_layer(hash_leaves(CONTENT), 0, 1)
ROOT = root_of_layer(LAYER, 1, len(CONTENT))
INFO = {
    b"file tree": {b"a": {b"x": {b"": {b"length": len(CONTENT), b"pieces root": ROOT}}}, b"b": {b"": {b"length": 0}}},
    b"meta version": 2,
    b"name": b"n",
    b"piece length": 32768,
}
HONEST = encode({b"info": INFO, b"piece layers": {ROOT: LAYER}, b"url-list": [b"http://a.example/"]})

values: st.SearchStrategy[Any] = st.recursive(
    st.integers(-(10**18), 10**18) | st.binary(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.binary(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_bencode_reads_what_was_encoded(value: Any) -> None:
    assert decode(encode(value)) == value


@given(mutated(HONEST) | st.binary(max_size=100) | values.map(encode))
def test_damaged_torrents_are_read_or_refused(document: bytes) -> None:
    with contextlib.suppress(HeadwaterError):
        for file in read_torrent(document).files:
            assert all(part and "/" not in part and part != ".." for part in file.path)
            if file.size_bytes:
                assert file.pieces is not None
                assert file.pieces.fits(file.size_bytes)
                level = piece_level(file.pieces.piece_bytes)
                assert root_of_layer(file.pieces.digests, level, file.size_bytes) == file.root
