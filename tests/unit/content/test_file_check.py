"""Finished and foreign files against pieces, hashes and sizes."""

import hashlib
import random
from pathlib import Path

import pytest

from headwater.content.file_check import check_file, describe_file
from headwater.content.hash_tree import HashTree
from headwater.content.verdict import Finding
from headwater.model.errors import IntegrityError, LocalError
from headwater.model.job import Checksum, PieceHashes
from headwater.model.merkle import hash_leaves
from headwater.model.spans import Span

CONTENT = random.Random(5).randbytes(3_333_333)
SHA256 = Checksum("sha-256", hashlib.sha256(CONTENT).hexdigest())
MD5 = Checksum("md5", hashlib.md5(CONTENT, usedforsecurity=False).hexdigest(), "Metalink")
STEP = 100_000
FLAT = PieceHashes(
    "sha-256", STEP, b"".join(hashlib.sha256(CONTENT[at : at + STEP]).digest() for at in range(0, len(CONTENT), STEP))
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "f.bin"
    place.write_bytes(CONTENT)
    return place


def tree_pieces() -> PieceHashes:
    tree = HashTree(len(CONTENT), 65536)
    tree.add_leaves(0, hash_leaves(CONTENT))
    return tree.pieces("torrent")


def spoil(path: Path, *offsets: int) -> None:
    data = bytearray(path.read_bytes())
    for offset in offsets:
        data[offset] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("pieces", [FLAT, tree_pieces(), None], ids=["flat", "tree", "none"])
def test_a_right_file_is_proven(path: Path, pieces: PieceHashes | None) -> None:
    heard: list[int] = []
    report = check_file(path, [SHA256, MD5], pieces, len(CONTENT), heard.append)
    assert report.verdict.finding is Finding.PROVEN
    assert report.bad == ()
    assert heard[-1] == len(CONTENT)


@pytest.mark.parametrize("pieces", [FLAT, tree_pieces()], ids=["flat", "tree"])
def test_each_bad_block_is_found(path: Path, pieces: PieceHashes) -> None:
    spoil(path, 0, 777_777, len(CONTENT) - 1)
    report = check_file(path, [SHA256], pieces, len(CONTENT))
    step = pieces.piece_bytes
    assert report.bad == (0, 777_777 // step, (len(CONTENT) - 1) // step)
    assert report.wrong == (SHA256,)
    assert report.verdict.finding is Finding.DAMAGED
    assert report.verdict.wrong[0] == Span(0, step)
    assert report.verdict.wrong[-1].end == len(CONTENT)


def test_what_is_missing_is_bad_and_what_is_too_much_is_said(path: Path) -> None:
    path.write_bytes(CONTENT[: 5 * STEP + 1])
    report = check_file(path, [], FLAT, len(CONTENT))
    assert report.bad == tuple(range(5, FLAT.count))
    assert report.bad_spans == (Span(5 * STEP, len(CONTENT)),)
    path.write_bytes(CONTENT + b"x")
    report = check_file(path, [], FLAT, len(CONTENT))
    assert report.bad == (FLAT.count - 1,)
    assert "should have 3,333,333" in report.verdict.sentence


def test_a_wrong_hash_condemns_the_whole(path: Path) -> None:
    spoil(path, 5)
    report = check_file(path, [SHA256], None, None)
    assert report.verdict.wrong == (Span(0, len(CONTENT)),)
    assert "SHA-256 is wrong" in report.verdict.sentence


def test_nothing_known_proves_nothing(path: Path) -> None:
    assert check_file(path, [], None, None).verdict.finding is Finding.UNPROVEN
    assert check_file(path, [], None, 5).verdict.finding is Finding.DAMAGED


def test_pieces_of_another_size_are_refused(path: Path) -> None:
    with pytest.raises(IntegrityError, match="do not belong"):
        check_file(path, [], FLAT, 5)
    with pytest.raises(LocalError):
        check_file(path.with_name("none"), [], FLAT, None)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    assert describe_file(path)[0] == 0
    size_bytes, checksum, pieces = describe_file(path)
    assert check_file(path, [checksum], pieces, size_bytes).verdict.finding is Finding.PROVEN


@pytest.mark.parametrize("piece_bytes", [STEP, None])
def test_what_is_described_is_proven(path: Path, piece_bytes: int | None) -> None:
    size_bytes, checksum, pieces = describe_file(path, piece_bytes=piece_bytes)
    assert size_bytes == len(CONTENT)
    assert checksum.hex_digest == SHA256.hex_digest
    if piece_bytes == STEP:
        assert pieces.digests == FLAT.digests
    assert check_file(path, [checksum], pieces, size_bytes).verdict.finding is Finding.PROVEN
