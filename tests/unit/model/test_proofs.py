"""Values of proofs and of access: hash functions by name, trees of leaves, pieces, and what must stay secret."""

import hashlib
import zlib

import pytest

from headwater.model import commands, ports
from headwater.model.access import Access, Credential, split_headers
from headwater.model.errors import IntegrityError, UserError
from headwater.model.hashing import ALGORITHMS, TREE, TREE_LEAF_BYTES, digest_bytes, find_algorithm, make_hasher
from headwater.model.job import PieceHashes
from headwater.model.merkle import (
    EMPTY_ROOT,
    hash_leaves,
    leaf_count,
    nodes_at,
    pad_node,
    piece_level,
    raise_layer,
    root_of_layer,
    siblings,
    tree_height,
)
from headwater.model.spans import UNKNOWN_END, Span


@pytest.mark.parametrize(
    ("spelling", "name"),
    [("SHA256", "sha-256"), ("sha_256", "sha-256"), ("sha", "sha-1"), ("sha512/256", None), ("sha512", "sha-512")],
)
def test_hash_functions_are_found_in_common_spellings(spelling: str, name: str | None) -> None:
    found = find_algorithm(spelling)
    assert (found.name if found else None) == name


def test_hashers_compute_what_their_names_say() -> None:
    hasher = make_hasher("SHA-256")
    hasher.update(b"abc")
    assert hasher.hexdigest() == hashlib.sha256(b"abc").hexdigest()
    damage = make_hasher("crc32")
    damage.update(b"abc")
    assert damage.digest() == zlib.crc32(b"abc").to_bytes(4, "big")
    assert int(damage.hexdigest(), 16) == zlib.crc32(b"abc")
    assert digest_bytes("md5") == 16
    assert digest_bytes(TREE) == 32
    blake3 = ALGORITHMS["blake3"]
    if blake3.is_available:
        assert len(blake3.make().digest()) == 32


def test_what_cannot_be_computed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match="not known here"):
        make_hasher("rot13")
    with pytest.raises(UserError, match="not known here"):
        digest_bytes("rot13")
    monkeypatch.setattr("headwater.model.hashing.find_spec", lambda _: None)
    with pytest.raises(UserError, match="not installed"):
        make_hasher("blake3")


def test_pieces_know_their_bytes_and_digests() -> None:
    pieces = PieceHashes("sha-1", 100, bytes(range(60)), "a test")
    assert (pieces.count, pieces.digest_bytes) == (3, 20)
    assert pieces.digest_of(1) == bytes(range(20, 40))
    assert pieces.fits(250)
    assert not pieces.fits(301)
    assert pieces.span(0, 250) == Span(0, 100)
    assert pieces.span(2, 250) == Span(200, 250)
    assert pieces.span(2, None) == Span(200, UNKNOWN_END)
    with pytest.raises(IndexError):
        pieces.digest_of(3)
    with pytest.raises(IntegrityError, match="a test"):
        PieceHashes("sha-1", 100, b"short", "a test")


def test_a_tree_has_one_root_from_whichever_layer() -> None:
    data = bytes(5 * TREE_LEAF_BYTES + 7)
    leaves = hash_leaves(data)
    assert (leaf_count(len(data)), tree_height(len(data)), nodes_at(len(data), 1)) == (6, 3, 3)
    root = root_of_layer(leaves, 0, len(data))
    assert root_of_layer(raise_layer(leaves, 0, 1), 1, len(data)) == root
    beside = siblings(leaves, 0, 5, 3)
    node = leaves[5 * 32 : 6 * 32]
    for level, other in enumerate(beside):
        pair = other + node if (5 >> level) & 1 else node + other
        node = hashlib.sha256(pair).digest()
    assert node == root
    assert beside[1] == pad_node(1)
    assert root_of_layer(b"", 0, 0) == EMPTY_ROOT


def test_layers_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="are not a layer"):
        root_of_layer(bytes(32), 0, 5 * TREE_LEAF_BYTES)
    with pytest.raises(ValueError, match="above the root"):
        root_of_layer(bytes(32), 1, 10)
    with pytest.raises(ValueError, match="has no layer"):
        piece_level(1000)
    assert piece_level(4 * TREE_LEAF_BYTES) == 2


def test_secrets_are_told_apart_and_never_shown() -> None:
    plain, secret = split_headers([("Accept", "*/*"), (" Cookie ", "a=b"), ("Authorization", "Basic x")])
    assert [name for name, _ in plain] == ["Accept"]
    assert len(secret) == 2
    assert "hidden" not in repr(Access(headers=(("Cookie", "hidden"),), credentials=(Credential("*", "me", "hidden"),)))


def test_every_command_and_port_is_named() -> None:
    assert commands.Place.TOP.value == "top"
    assert ports.ChannelSettings().max_redirects == 10
