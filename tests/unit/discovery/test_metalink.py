"""Metalinks: what honest ones say, what is written is read, and what hostile ones cost."""

import time
import tracemalloc

import pytest

from headwater.discovery.metalink import (
    MAX_DOCUMENT_BYTES,
    MetalinkFile,
    MetaUrl,
    looks_like_metalink,
    read_metalink,
)
from headwater.discovery.metalink_writer import write_metalink
from headwater.model.errors import HeadwaterError, IntegrityError, UserError
from headwater.model.hashing import TREE
from headwater.model.job import Checksum, PieceHashes
from headwater.model.source import SourceSpec

SHA256 = "ab" * 32
PIECES = PieceHashes("sha-256", 1000, bytes(range(96)), "Metalink")

METALINK_4 = f"""<?xml version="1.0" encoding="UTF-8"?>
<metalink xmlns="urn:ietf:params:xml:ns:metalink">
  <published>2026-05-15T12:23:23Z</published>
  <file name="iso/example.iso">
    <size>2500</size>
    <identity>Example</identity>
    <hash type="md5">{"0c" * 16}</hash>
    <hash type="sha-256">{SHA256.upper()}</hash>
    <hash type="whirlpool">00</hash>
    <pieces length="1000" type="sha-1"><hash>{"01" * 20}</hash><hash>{"02" * 20}</hash><hash>{"03" * 20}</hash></pieces>
    <pieces length="1000" type="sha-256">
      <hash>{PIECES.digest_of(0).hex()}</hash><hash>{PIECES.digest_of(1).hex()}</hash>
      <hash>{PIECES.digest_of(2).hex()}</hash>
    </pieces>
    <url priority="2">https://two.example/example.iso</url>
    <url>https://nowhere.example/example.iso</url>
    <url location="DE" priority="1">ftp://one.example/example.iso</url>
    <url priority="1">rsync://one.example/example.iso</url>
    <url priority="9">https://two.example/example.iso</url>
    <metaurl mediatype="torrent" priority="2">https://two.example/example.iso.torrent</metaurl>
    <signature mediatype="application/pgp-signature">-----BEGIN PGP SIGNATURE-----
x
-----END PGP SIGNATURE-----</signature>
  </file>
  <file name="second.txt"><url>second.txt</url></file>
</metalink>""".encode()

METALINK_3 = f"""<?xml version="1.0"?>
<metalink version="3.0" xmlns="http://www.metalinker.org/">
  <files><file name="example.iso">
    <size>2500</size>
    <verification>
      <hash type="sha1">{"1f" * 20}</hash>
      <pieces length="2000" type="sha1"><hash piece="0">{"0a" * 20}</hash><hash piece="1">{"0b" * 20}</hash></pieces>
    </verification>
    <resources>
      <url type="http" location="us" preference="10">http://slow.example/example.iso</url>
      <url type="ftp" preference="100">ftp://fast.example/example.iso</url>
      <url type="bittorrent" preference="100">http://fast.example/example.iso.torrent</url>
    </resources>
  </file></files>
</metalink>""".encode()


def one(inside: str, name: str = "f") -> bytes:
    return f'<metalink xmlns="urn:ietf:params:xml:ns:metalink"><file name="{name}">{inside}</file></metalink>'.encode()


def test_version_4_is_read() -> None:
    first, second = read_metalink(METALINK_4, base_url="https://base.example/pub/list.meta4")
    assert first.name == "example.iso"
    assert first.size_bytes == 2500
    assert first.checksums == (Checksum("sha-256", SHA256, "Metalink"), Checksum("md5", "0c" * 16, "Metalink"))
    assert first.pieces == PIECES
    assert first.sources == (
        SourceSpec("ftp://one.example/example.iso", priority=1, country="DE"),
        SourceSpec("https://two.example/example.iso", priority=2),
        SourceSpec("https://nowhere.example/example.iso"),
    )
    assert first.meta_urls == (MetaUrl("https://two.example/example.iso.torrent", "torrent", 2),)
    assert first.signature is not None
    assert first.signature.startswith("-----BEGIN")
    assert second == MetalinkFile("second.txt", sources=(SourceSpec("https://base.example/pub/second.txt"),))


def test_version_3_is_read() -> None:
    (file,) = read_metalink(METALINK_3, origin="Metalink of example.org")
    assert file.checksums == (Checksum("sha-1", "1f" * 20, "Metalink of example.org"),)
    assert file.pieces is not None
    assert (file.pieces.algorithm, file.pieces.piece_bytes, file.pieces.count) == ("sha-1", 2000, 2)
    assert [(source.url, source.priority, source.country) for source in file.sources] == [
        ("ftp://fast.example/example.iso", 1, None),
        ("http://slow.example/example.iso", 91, "US"),
    ]
    assert file.meta_urls == (MetaUrl("http://fast.example/example.iso.torrent", "torrent", 1),)


def test_what_is_written_is_read() -> None:
    files = read_metalink(METALINK_4, base_url="https://base.example/")
    assert read_metalink(write_metalink(files)) == files
    awkward = MetalinkFile('a & "b" <ü>.iso', 0, (SourceSpec("https://x.example/?a=1&b=<2>", 1, "FR"),))
    assert read_metalink(write_metalink([awkward])) == (awkward,)


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://me:s3cret@x.example:8443/a@b?c=d@e", "https://x.example:8443/a@b?c=d@e"),
        ("ftp://me@x.example/f", "ftp://x.example/f"),
        ("http://a:b@c:d@x.example", "http://x.example"),
        ("http://x.example?mail=a@b.example", "http://x.example?mail=a@b.example"),
        ("https://[::1]/a", "https://[::1]/a"),
    ],
)
def test_names_and_passwords_in_addresses_are_not_written(url: str, written: str) -> None:
    document = write_metalink([MetalinkFile("f", 1, (SourceSpec(url),), meta_urls=(MetaUrl(url, "torrent"),))])
    assert b"s3cret" not in document
    (file,) = read_metalink(document)
    assert [source.url for source in file.sources] == [written]
    assert [other.url for other in file.meta_urls] == [written]


def test_trees_cannot_be_written_as_pieces() -> None:
    with pytest.raises(UserError, match="hash trees"):
        write_metalink([MetalinkFile("f", 1, pieces=PieceHashes(TREE, 16384, bytes(32)))])


@pytest.mark.parametrize(
    ("document", "error", "said"),
    [
        (b"", UserError, "well-formed"),
        (b"<metalink", UserError, "well-formed"),
        (b"<html></html>", UserError, "not a Metalink"),
        (b"<metalink/>", UserError, "no file"),
        (b'<?xml version="1.0" encoding="utf-7"?><metalink/>', UserError, "decoded|well-formed"),
        (
            b'<!DOCTYPE m [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><metalink>&c;</metalink>',
            UserError,
            "attack",
        ),
        (
            b'<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><metalink><file name="f">&x;</file></metalink>',
            UserError,
            "attack",
        ),
        (b'<!DOCTYPE metalink SYSTEM "http://evil.example/x.dtd"><metalink/>', UserError, "attack"),
        (one("", "../../etc/passwd"), UserError, "safe relative path"),
        (one("", "/etc/passwd"), UserError, "safe relative path"),
        (one("", "a/../b"), UserError, "safe relative path"),
        (one("", "C:evil"), UserError, "safe relative path"),
        (one("", r"..\..\evil.exe"), UserError, "safe relative path"),
        (one("", ""), UserError, "safe relative path"),
        (one("", "a&#10;b"), UserError, "safe relative path"),
        (one("<size>-1</size>"), UserError, "size"),
        (one("<size>1e9</size>"), UserError, "size"),
        (one("<size>99999999999999999999999</size>"), UserError, "size"),
        (one("<size>９</size>"), UserError, "size"),
        (one('<hash type="sha-256">abcd</hash>'), IntegrityError, "sha-256"),
        (one(f'<hash type="sha-256">{"zz" * 32}</hash>'), IntegrityError, "sha-256"),
        (
            one(f'<hash type="md5">{"aa" * 16}</hash><hash type="md5">{"bb" * 16}</hash>'),
            IntegrityError,
            "two different",
        ),
        (one('<pieces length="0" type="md5"/>'), UserError, "length"),
        (one('<pieces length="-5" type="md5"/>'), UserError, "length"),
        (one('<pieces length="5" type="md5"><hash>00</hash></pieces>'), IntegrityError, "md5"),
        (
            one(f'<size>11</size><pieces length="5" type="md5"><hash>{"00" * 16}</hash></pieces>'),
            IntegrityError,
            "1 pieces of 5 bytes",
        ),
        (one(f'<pieces length="5" type="md5"><hash piece="1">{"00" * 16}</hash></pieces>'), IntegrityError, "numbers"),
        (one("<url>http://[bad/</url>"), UserError, "URL"),
        (one("<url>http://host:0/</url>"), UserError, "URL"),
        (one("<url>relative</url>"), UserError, "URL"),
        (one("<url>http://a.example/b c</url>"), UserError, "URL"),
        (one("<x>" * 40 + "</x>" * 40), UserError, "nested"),
        (one(f"<identity>{'a' * 70_000}</identity>"), UserError, "characters"),
        (bytes(MAX_DOCUMENT_BYTES + 1), UserError, "refused"),
    ],
)
def test_hostile_documents_get_a_clear_error(document: bytes, error: type[HeadwaterError], said: str) -> None:
    with pytest.raises(error, match=said):
        read_metalink(document)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (one("<url>http://a.example/f</url>" * 1_000_000), "URLs"),
        (b"<metalink>" + b'<file name="f"/>' * 1_000_000 + b"</metalink>", "files"),
        (one('<pieces length="1" type="md5">' + f"<hash>{'00' * 16}</hash>" * 600_000 + "</pieces>"), "pieces"),
        (one("<x/>" * 5_000_000), "elements"),
    ],
    ids=["urls", "files", "pieces", "elements"],
)
def test_endless_repetition_costs_bounded_time_and_memory(document: bytes, said: str) -> None:
    tracemalloc.start()
    begin = time.process_time()
    try:
        with pytest.raises(UserError, match=said):
            read_metalink(document)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < 32 * 1024 * 1024
    assert time.process_time() - begin < 30  # seconds of CPU, tracing included: generous, for it is a bound


def test_beginnings_are_recognised() -> None:
    assert looks_like_metalink(METALINK_3)
    assert not looks_like_metalink(b"<html>")
