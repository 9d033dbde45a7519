"""The hash tree against libtorrent's, and against itself with leaves in any order."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.torrents import make_torrent

from headwater.content.block_hasher import make_block_hasher
from headwater.content.hash_tree import HashTree, piece_bytes_for
from headwater.content.tree_proof import Proof
from headwater.model.errors import IntegrityError
from headwater.model.merkle import NODE_BYTES, hash_leaves, leaf_count, pad_node, root_of_layer
from headwater.model.spans import Span

LEAF = 16 * 1024
PIECE = 64 * 1024


def tree_of(content: bytes, piece_bytes: int | None = None) -> HashTree:
    tree = HashTree(len(content), piece_bytes)
    tree.add_leaves(0, hash_leaves(content))
    return tree


def content_of(size_bytes: int) -> bytes:
    return random.Random(size_bytes).randbytes(size_bytes)


@pytest.mark.parametrize(
    "size_bytes",
    [
        1,
        16383,
        16384,
        16385,
        PIECE,
        PIECE + 1,
        1024**2,
        100 * 1024**2,
        *random.Random(52).sample(range(5 * 1024**2), 12),
    ],
)
def test_root_and_piece_layer_are_those_of_libtorrent(tmp_path: Path, size_bytes: int) -> None:
    content = content_of(size_bytes)
    torrent = make_torrent(tmp_path, content, piece_bytes=PIECE)
    told = torrent[b"info"][b"file tree"][b"f.bin"][b""]
    tree = tree_of(content, PIECE)
    assert told[b"length"] == size_bytes
    assert tree.root() == told[b"pieces root"]
    if size_bytes > PIECE:
        assert tree.layer(PIECE) == torrent[b"piece layers"][tree.root()]


def test_a_file_without_bytes_has_no_root_in_a_torrent_and_zeros_here(tmp_path: Path) -> None:
    torrent = make_torrent(tmp_path, b"", piece_bytes=PIECE, beside=True)
    assert torrent[b"info"][b"file tree"][b"f.bin"][b""] == {b"length": 0}
    tree = HashTree(0)
    assert tree.is_complete
    assert tree.root() == bytes(32)
    assert tree.layer(PIECE) == b""


@pytest.mark.parametrize("piece_bytes", [LEAF, 2 * LEAF, PIECE, 16 * LEAF, 1024**2])
def test_every_layer_leads_to_the_same_root(piece_bytes: int) -> None:
    content = content_of(700_001)
    assert tree_of(content, piece_bytes).root() == tree_of(content, LEAF).root()


@given(st.data(), st.integers(1, 40 * LEAF), st.sampled_from([LEAF, PIECE, 8 * LEAF]), st.booleans())
def test_leaves_come_in_any_order(data: st.DataObject, size_bytes: int, piece_bytes: int, size_known: bool) -> None:
    content = bytes(size_bytes)
    leaves = hash_leaves(content)
    tree = HashTree(size_bytes if size_known else None, piece_bytes)
    for leaf in data.draw(st.permutations(range(leaf_count(size_bytes)))):
        assert not tree.has_leaf(leaf)
        assert not tree.is_complete
        tree.add_leaves(leaf, leaves[leaf * NODE_BYTES : (leaf + 1) * NODE_BYTES])
        assert tree.has_leaf(leaf)
    tree.learn_size(size_bytes)
    assert tree.is_complete
    assert tree.root() == root_of_layer(leaves, 0, size_bytes)


def test_proofs_of_leaves_and_pieces_are_made_sent_and_checked() -> None:
    content = content_of(11 * LEAF + 5)
    leaves = hash_leaves(content)
    tree = tree_of(content, PIECE)
    root = tree.root()
    for leaf in range(12):
        first = leaf // 4 * 4
        proof = Proof.from_bytes(
            tree.prove_leaf(leaf, leaves[first * NODE_BYTES : (first + 4) * NODE_BYTES]).to_bytes()
        )
        node = leaves[leaf * NODE_BYTES : (leaf + 1) * NODE_BYTES]
        assert proof.leads_to(root, node)
        assert not proof.leads_to(root, pad_node(0))
        assert not Proof(0, leaf ^ 1, proof.siblings).leads_to(root, node)
        assert not Proof(0, leaf + 16, proof.siblings).leads_to(root, node)
    for piece in range(3):
        assert tree.prove_piece(piece).leads_to(root, tree.piece_node(piece))


@pytest.mark.parametrize("sent", [b"", b"\0" * 8, b"\0" * 10, b"\0" * (9 + 65 * 32)])
def test_what_is_no_proof_is_refused(sent: bytes) -> None:
    with pytest.raises(IntegrityError):
        Proof.from_bytes(sent)


def test_no_proof_is_made_from_leaves_that_changed() -> None:
    content = content_of(8 * LEAF)
    tree = tree_of(content, PIECE)
    changed = bytearray(content[:PIECE])
    changed[0] ^= 1
    with pytest.raises(IntegrityError):
        tree.prove_leaf(0, hash_leaves(changed))
    with pytest.raises(IndexError):
        tree.prove_piece(2)


def test_what_is_forgotten_must_be_hashed_again() -> None:
    content = content_of(10 * LEAF)
    tree = tree_of(content, PIECE)
    root = tree.root()
    assert tree.forget(Span(PIECE, PIECE + 1)) == [1]
    assert not tree.has_leaf(4)
    assert tree.has_leaf(3)
    with pytest.raises(IntegrityError):
        tree.root()
    with pytest.raises(IntegrityError):
        tree.piece_node(1)
    tree.add_leaves(4, hash_leaves(content[PIECE : 2 * PIECE]))
    assert tree.root() == root


def test_a_folded_piece_is_not_overwritten() -> None:
    content = content_of(4 * LEAF)
    tree = tree_of(content, PIECE)
    root = tree.root()
    tree.add_leaves(0, bytes(4 * NODE_BYTES))
    assert tree.root() == root


def test_sizes_that_contradict_are_refused() -> None:
    tree = HashTree(None, PIECE)
    tree.add_leaves(0, bytes(8 * NODE_BYTES))
    with pytest.raises(IntegrityError):
        tree.learn_size(PIECE)
    tree.learn_size(2 * PIECE)
    tree.learn_size(2 * PIECE)
    with pytest.raises(IntegrityError):
        tree.learn_size(2 * PIECE + 1)
    with pytest.raises(IntegrityError):
        tree.add_leaves(8, bytes(NODE_BYTES))


def test_it_is_stored_and_restored_without_its_open_pieces() -> None:
    content = content_of(9 * LEAF + 1)
    leaves = hash_leaves(content)
    tree = HashTree(len(content), PIECE)
    tree.add_leaves(0, leaves[: 6 * NODE_BYTES])
    again = HashTree.restore(len(content), tree.store())
    assert again.has_leaf(3)
    assert not again.has_leaf(4)
    again.add_leaves(4, leaves[4 * NODE_BYTES :])
    assert again.root() == tree_of(content, PIECE).root()
    with pytest.raises(IntegrityError):
        HashTree.restore(PIECE, again.store())


def test_the_layer_as_piece_hashes_proves_each_piece_alone() -> None:
    content = content_of(5 * PIECE + 77)
    pieces = tree_of(content, PIECE).pieces("the test", 2 * PIECE)
    assert pieces.fits(len(content))
    for index in range(pieces.count):
        hasher = make_block_hasher(pieces)
        hasher.update(content[index * 2 * PIECE : (index + 1) * 2 * PIECE])
        assert pieces.digest_of(index) == hasher.digest()


def test_a_folded_layer_is_gone_below() -> None:
    with pytest.raises(ValueError, match="folded"):
        tree_of(content_of(4 * PIECE), 2 * PIECE).layer(PIECE)
    with pytest.raises(ValueError, match="no layer"):
        HashTree(5, 12345)


def test_a_hundred_gibibytes_cost_less_than_four_mebibytes() -> None:
    size_bytes = 100 * 1024**3
    tree = HashTree(size_bytes)
    per_piece = tree.piece_bytes // LEAF
    some = bytes(per_piece * NODE_BYTES)
    # Only the packed state counts here, so the leaves may be zeros, and a part of them stands for all.
    for index in range(256):
        tree.add_leaves(index * per_piece, some)
    assert tree.memory_bytes < 4 * 1024**2
    assert piece_bytes_for(size_bytes) == tree.piece_bytes
