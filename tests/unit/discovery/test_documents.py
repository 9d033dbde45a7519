"""One door for all documents: the kind is told by content, and a job is made of what is described."""

from pathlib import Path

import pytest
from tests.fakes.torrents import encode, make_torrent

from headwater.discovery.document_names import names_document
from headwater.discovery.documents import is_document, read_document
from headwater.discovery.metalink import MetalinkFile
from headwater.discovery.metalink_writer import write_metalink
from headwater.model.errors import UserError
from headwater.model.hashing import TREE
from headwater.model.job import Checksum, JobOptions, PieceHashes
from headwater.model.source import SourceSpec

PIECES = PieceHashes("sha-256", 1000, bytes(64), "Metalink of m.example")
SHA256 = Checksum("sha-256", "ab" * 32, "Metalink of m.example")
PASTED = Checksum("md5", "cd" * 16)
SOURCE = SourceSpec("https://a.example/f", 1)


def test_a_metalink_makes_a_job() -> None:
    data = write_metalink([MetalinkFile("f", 1500, (SOURCE,), (SHA256,), PIECES)])
    assert is_document(data)
    (file,) = read_document(data, base_url="https://m.example/f.meta4")
    spec = file.to_job(Path("there"), JobOptions(checksums=(PASTED,)))
    assert (spec.name, spec.sources, spec.folder) == ("f", (SOURCE,), Path("there"))
    assert spec.options.checksums == (PASTED, SHA256)
    assert spec.options.pieces == PIECES
    assert spec.options.size_bytes == 1500
    assert file.to_job(Path(), name="mine").name == "mine"


def test_a_torrent_makes_a_job(tmp_path: Path) -> None:
    data = encode(make_torrent(tmp_path, bytes(100_000), piece_bytes=65536))
    assert is_document(data)
    (file,) = read_document(data)
    spec = file.to_job(tmp_path)
    assert spec.options.pieces is not None
    assert (spec.options.pieces.algorithm, spec.options.pieces.origin) == (TREE, "torrent")
    assert len(spec.sources) == 2


def test_without_a_source_there_is_no_job() -> None:
    (file,) = read_document(write_metalink([MetalinkFile("f", 5)]))
    with pytest.raises(UserError, match="no server"):
        file.to_job(Path())


@pytest.mark.parametrize(
    ("place", "is_one"),
    [
        ("https://a.example/x.meta4?token=1", True),
        ("https://a.example/x.iso?list=x.meta4", False),
        ("https://[::1/x.meta4", False),
        ("/home/me/x.TORRENT", True),
        ("x.metalink", True),
        ("x%2Emeta4", True),
        ("x.iso", False),
    ],
)
def test_names_of_documents_are_known(place: str, is_one: bool) -> None:
    assert names_document(place) is is_one


def test_anything_else_is_refused() -> None:
    assert not is_document(b"\x7fELF")
    with pytest.raises(UserError):
        read_document(b"\x7fELF")
