"""Digests in headers: what each field says, and of which answers it speaks."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.discovery.digests import read_digests
from headwater.model.hashing import ALGORITHMS
from headwater.model.job import Checksum

URL = "https://user:secret@dl.example/file.iso"
SHA256 = hashlib.sha256(b"x").digest()
SHA512 = hashlib.sha512(b"x").digest()
MD5 = hashlib.md5(b"x", usedforsecurity=False).digest()


def b64(digest: bytes) -> str:
    return base64.b64encode(digest).decode()


@pytest.mark.parametrize(
    ("field", "value", "algorithm", "digest"),
    [
        ("Repr-Digest", f"sha-256=:{b64(SHA256)}:", "sha-256", SHA256),
        ("Repr-Digest", f"unknown=:AAAA:, sha-512=:{b64(SHA512)}:;p=1", "sha-512", SHA512),
        ("Content-Digest", f"sha-256=:{b64(SHA256)}:", "sha-256", SHA256),
        ("Digest", f"SHA-256={b64(SHA256)}", "sha-256", SHA256),
        ("Digest", f"unixsum=30637, md5={b64(MD5)}", "md5", MD5),
        ("Digest", f"sha-256={SHA256.hex()}", "sha-256", SHA256),
        ("Content-MD5", b64(MD5), "md5", MD5),
        ("x-amz-checksum-sha256", b64(SHA256), "sha-256", SHA256),
        ("x-amz-checksum-crc32", "jLFH6w==", "crc32", bytes.fromhex("8cb147eb")),
        ("x-goog-hash", f"crc32c=n03x6A==,md5={b64(MD5)}", "md5", MD5),
    ],
)
def test_each_field_is_read(field: str, value: str, algorithm: str, digest: bytes) -> None:
    expected = Checksum(algorithm, digest.hex(), f"{field} of dl.example")
    assert read_digests([(field, value)], URL) == (expected,)
    assert read_digests([(field.upper(), value)], URL)[0].hex_digest == digest.hex()


def test_an_etag_is_a_hint_only() -> None:
    (hint,) = read_digests([("ETag", f'"{MD5.hex()}"')], URL)
    assert hint == Checksum("md5", MD5.hex(), "ETag of dl.example", is_hint=True)
    for other in (f'"{MD5.hex()}-4"', f'W/"{MD5.hex()}"', '"abc"'):
        assert read_digests([("ETag", other)], URL) == ()


@pytest.mark.parametrize(
    ("headers", "status", "found"),
    [
        ([("Content-Digest", f"sha-256=:{b64(SHA256)}:")], 206, 0),
        ([("Content-MD5", b64(MD5))], 206, 0),
        ([("x-amz-checksum-sha256", b64(SHA256))], 206, 0),
        ([("Repr-Digest", f"sha-256=:{b64(SHA256)}:")], 206, 1),
        ([("Digest", f"sha-256={b64(SHA256)}")], 206, 1),
        ([("x-goog-hash", f"md5={b64(MD5)}")], 206, 1),
        ([("Repr-Digest", f"sha-256=:{b64(SHA256)}:"), ("Content-Encoding", "gzip")], 200, 0),
        ([("Repr-Digest", f"sha-256=:{b64(SHA256)}:"), ("Content-Encoding", "identity")], 200, 1),
        ([("x-goog-hash", f"md5={b64(MD5)}"), ("x-goog-stored-content-encoding", "gzip")], 200, 0),
        ([("x-goog-hash", f"md5={b64(MD5)}"), ("x-goog-stored-content-encoding", "identity")], 200, 1),
        ([("x-amz-checksum-sha256", b64(SHA256)), ("x-amz-checksum-type", "COMPOSITE")], 200, 0),
        ([("x-amz-checksum-sha256", b64(SHA256)), ("x-amz-checksum-type", "FULL_OBJECT")], 200, 1),
        ([("x-amz-checksum-sha256", b64(SHA256) + "-3")], 200, 0),
    ],
)
def test_only_what_speaks_of_the_whole_file_counts(headers: list[tuple[str, str]], status: int, found: int) -> None:
    assert len(read_digests(headers, URL, status=status)) == found


@pytest.mark.parametrize(
    "header",
    [
        ("Repr-Digest", "sha-256=abc"),
        ("Repr-Digest", "sha-256=:AAAA:"),
        ("Repr-Digest", "sha-256=(:AAAA: 1)"),
        ("Repr-Digest", "sha-256=:\u00e9:"),
        ("Repr-Digest", "sha-256=:" + "A" * 10_000 + ":"),
        ("Digest", "sha-256"),
        ("Digest", "sha-256=!!"),
        ("Content-MD5", "\u00fc"),
        ("x-goog-hash", "md5"),
        ("Content-MD5", b64(SHA256)),
    ],
)
def test_what_cannot_be_read_is_as_good_as_not_sent(header: tuple[str, str]) -> None:
    assert read_digests([header], URL) == ()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["Repr-Digest", "Content-Digest", "Digest", "Content-MD5", "ETag", "x-goog-hash", "x-amz-checksum-sha1"]
            ),
            st.text(max_size=60) | st.from_regex(r"(sha-256|md5|SHA)=:?[A-Za-z0-9+/=]{0,60}:?(, .*)?", fullmatch=True),
        ),
        max_size=4,
    ),
    st.sampled_from([200, 206]),
)
def test_headers_never_raise(headers: list[tuple[str, str]], status: int) -> None:
    for checksum in read_digests(headers, URL, status=status):
        assert len(checksum.hex_digest) == 2 * ALGORITHMS[checksum.algorithm].digest_bytes
