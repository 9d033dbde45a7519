"""One block proven by the root alone: whatever the file's size, and never by a proof that was made up."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.storehouse import sample_bytes
from tests.fakes.torrents import encode, make_torrent

from headwater.content.block_proof import (
    BlockProof,
    check_block,
    hash_file,
    prove_block,
    root_of_pieces,
    tree_of_pieces,
)
from headwater.content.tree_proof import Proof
from headwater.discovery.torrent import read_torrent
from headwater.model.errors import IntegrityError, UserError
from headwater.model.merkle import hash_leaves, raise_layer
from headwater.model.spans import Span

LEAF = 16 * 1024
PIECE = 64 * 1024


def file_of(folder: Path, size: int) -> Path:
    path = folder / "sample.bin"
    path.write_bytes(sample_bytes(size))
    return path


@pytest.mark.parametrize("size", [1, LEAF, LEAF + 1, PIECE, 5 * PIECE + 3 * LEAF + 7, 2**20])
def test_every_block_is_proven_by_the_root_that_libtorrent_gives(tmp_path: Path, size: int) -> None:
    path = file_of(tmp_path, size)
    (file,) = read_torrent(encode(make_torrent(tmp_path, path.read_bytes(), piece_bytes=PIECE))).files
    assert file.pieces is not None
    tree = tree_of_pieces(file.pieces, size)
    assert hash_file(path).root() == tree.root() == root_of_pieces(file.pieces, size) == file.root
    for offset in {0, size // 2, size - 1}:
        made = prove_block(path, tree, offset)
        sent = BlockProof.from_text(made.to_text())
        assert sent == made == prove_block(path, hash_file(path), offset)
        assert sent.span.start <= offset < sent.span.end
        assert check_block(path, sent, file.root)
        assert not check_block(path, sent, bytes(32))
        spoiled = bytearray(path.read_bytes())
        spoiled[offset] ^= 1
        other = tmp_path / "other.bin"
        other.write_bytes(spoiled)
        assert not check_block(other, sent, file.root)


def test_the_rest_of_the_file_need_not_be_here(tmp_path: Path) -> None:
    path = file_of(tmp_path, 10 * LEAF)
    data = path.read_bytes()
    sent = prove_block(path, hash_file(path), 3 * LEAF)
    part = tmp_path / "sample.bin.part"
    part.write_bytes(bytes(3 * LEAF) + data[3 * LEAF : 4 * LEAF])
    assert sent.span == Span(3 * LEAF, 4 * LEAF)
    assert check_block(part, sent, sent.root)
    part.write_bytes(data[: 4 * LEAF - 1])
    assert not check_block(part, sent, sent.root), "one byte is missing"


def test_an_inner_node_is_no_block(tmp_path: Path) -> None:
    """Nodes are hashed as leaves are: 64 bytes, two nodes in a row, would pass for a block of a smaller file."""
    path = file_of(tmp_path, 4 * LEAF)
    leaves = hash_leaves(path.read_bytes())
    root = hash_file(path).root()
    forged = tmp_path / "forged.bin"
    forged.write_bytes(leaves[:64])
    right_half = raise_layer(leaves, 0, 1)[32:]
    assert Proof(0, 0, (right_half,)).leads_to(root, hash_leaves(leaves[:64])), "so it would"
    told = BlockProof(root, 4 * LEAF, Proof(0, 0, (right_half,))).to_text()
    with pytest.raises(IntegrityError, match="does not fit a file of 65,536 bytes"):
        BlockProof.from_text(told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[1]",
        '"root"',
        "[" * 100_000,
        json.dumps({"root": "zz", "size_bytes": 1, "proof": "00"}),
        json.dumps({"root": "00" * 32, "size_bytes": -1, "proof": "00" * 9}),
        json.dumps({"root": "00" * 32, "size_bytes": 10**40, "proof": "00" * 9}),
        json.dumps({"root": "00" * 32, "size_bytes": "1e99", "proof": "00" * 9}),
        json.dumps({"root": "00" * 31, "size_bytes": 1, "proof": "00" * 9}),
        json.dumps({"root": "00" * 32, "size_bytes": 1, "proof": "00" * 8}),
        json.dumps({"root": "00" * 32, "size_bytes": 1, "proof": "00" * (9 + 32)}),
    ],
)
def test_what_is_no_proof_is_refused(text: str) -> None:
    with pytest.raises(IntegrityError):
        BlockProof.from_text(text)


def test_nothing_is_proven_of_a_file_that_changed(tmp_path: Path) -> None:
    path = file_of(tmp_path, 3 * PIECE)
    tree = hash_file(path)
    kept = tree_of_pieces(tree.pieces("this computer"), 3 * PIECE)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(IntegrityError, match="is not what it was"):
        prove_block(path, kept, 5)
    with pytest.raises(UserError, match="there is none at"):
        prove_block(path, kept, 3 * PIECE)
    with pytest.raises(IntegrityError, match="do not belong"):
        tree_of_pieces(replace(tree.pieces("this computer"), digests=bytes(96)), 3 * PIECE)


def test_a_file_without_bytes_has_nothing_to_prove(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no bytes"):
        hash_file(file_of(tmp_path, 0))
