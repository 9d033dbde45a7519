"""Whatever a Metalink holds, reading it ends in values that agree with each other or in an error of our own."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.mutations import mutated

from headwater.discovery.metalink import MetalinkFile, MetaUrl, read_metalink
from headwater.discovery.metalink_writer import write_metalink
from headwater.model.errors import HeadwaterError
from headwater.model.hashing import ALGORITHMS
from headwater.model.job import Checksum, PieceHashes
from headwater.model.source import SourceSpec

HONEST = write_metalink(
    [
        MetalinkFile(
            "example.iso",
            2500,
            (SourceSpec("https://a.example/e.iso", 1, "DE"), SourceSpec("ftp://b.example/e.iso", 2)),
            (Checksum("sha-256", "ab" * 32, "Metalink"), Checksum("md5", "cd" * 16, "Metalink")),
            PieceHashes("sha-256", 1000, bytes(96), "Metalink"),
            "-----BEGIN PGP SIGNATURE-----",
            (MetaUrl("https://a.example/e.torrent", "torrent", 3),),
        )
    ]
)
OLD = (
    b'<metalink version="3.0" xmlns="http://www.metalinker.org/"><files><file name="e"><size>5</size><verification>'
    b'<pieces length="3" type="md5"><hash piece="0">'
    + b"00" * 16
    + b'</hash><hash piece="1">'
    + b"11" * 16
    + b'</hash></pieces></verification><resources><url preference="90" location="fr">http://a.example/e</url>'
    b"</resources></file></files></metalink>"
)

words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
urls = st.builds("https://{}.example/{}".format, st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.integers(0, 99))


@st.composite
def files(draw: st.DrawFn) -> MetalinkFile:
    size_bytes = draw(st.none() | st.integers(0, 5000))
    piece_bytes = draw(st.integers(100, 1000))
    count = -(-(300 if size_bytes is None else size_bytes) // piece_bytes)
    algorithm = draw(st.sampled_from([ALGORITHMS[name] for name in ("sha-256", "sha-1", "md5")]))
    chosen = draw(st.sets(st.sampled_from(list(ALGORITHMS))))
    return MetalinkFile(
        name=draw(words.filter(lambda word: not set(word) & set("/\\:") and word not in {".", ".."})),
        size_bytes=size_bytes,
        sources=tuple(
            SourceSpec(url, rank) for rank, url in enumerate(draw(st.lists(urls, unique=True, max_size=5)), start=1)
        ),
        checksums=tuple(
            Checksum(name, bytes(ALGORITHMS[name].digest_bytes).hex(), "Metalink")
            for name in ALGORITHMS
            if name in chosen
        ),
        pieces=draw(
            st.none()
            | st.just(PieceHashes(algorithm.name, piece_bytes, bytes(count * algorithm.digest_bytes), "Metalink"))
        ),
    )


@given(st.lists(files(), min_size=1, max_size=3))
def test_what_is_written_is_read(written: list[MetalinkFile]) -> None:
    assert read_metalink(write_metalink(written)) == tuple(written)


@given(mutated(HONEST, OLD) | st.binary(max_size=200))
def test_damaged_documents_are_read_or_refused(document: bytes) -> None:
    with contextlib.suppress(HeadwaterError):
        for file in read_metalink(document):
            assert "/" not in file.name
            assert file.size_bytes is None or file.size_bytes >= 0
            assert all("://" in source.url for source in file.sources)
            for checksum in file.checksums:
                assert len(checksum.hex_digest) == 2 * ALGORITHMS[checksum.algorithm].digest_bytes
            if file.pieces is not None and file.size_bytes is not None:
                assert file.pieces.fits(file.size_bytes)
