"""Checksum files as the world writes them, and the line that is the file's."""

import pytest

from headwater.discovery.checksums import (
    MAX_FILE_BYTES,
    ListedDigest,
    candidate_urls,
    choose_line,
    names_checksum_file,
    read_checksum_file,
    read_pasted,
    signature_urls,
)
from headwater.model.errors import IntegrityError, UserError
from headwater.model.job import Checksum

SHA256 = "ab" * 32
OTHER = "cd" * 32
MD5 = "0f" * 16
SHA512 = "12" * 64


@pytest.mark.parametrize(
    ("text", "file_name", "expected"),
    [
        (f"{SHA256}  a.iso", "", ListedDigest("a.iso", "sha-256", SHA256)),
        (f"{SHA256} *a b.iso\r", "", ListedDigest("a b.iso", "sha-256", SHA256)),
        (f"{SHA256.upper()}\t./a.iso", "", ListedDigest("./a.iso", "sha-256", SHA256)),
        (f"SHA256 (a (1).iso) = {SHA256}", "", ListedDigest("a (1).iso", "sha-256", SHA256)),
        (f"SHA2-256(a.iso)= {SHA256}", "", None),
        (f"MD5 (a.iso) = {MD5}", "", ListedDigest("a.iso", "md5", MD5)),
        (f"MD5 (a.iso) = {SHA256}", "", None),
        (f"BLAKE2b (a.iso) = {SHA512}", "", ListedDigest("a.iso", "blake2b-512", SHA512)),
        (f"{SHA512}  a.iso", "x.b2", ListedDigest("a.iso", "blake2b-512", SHA512)),
        (f"{SHA512}  a.iso", "SHA256SUMS", ListedDigest("a.iso", "sha-512", SHA512)),
        (f"{SHA256}  a.iso", "b3sums.b3", ListedDigest("a.iso", "blake3", SHA256)),
        (SHA256, "", ListedDigest(None, "sha-256", SHA256)),
        (f"\\{SHA256}  a\\nb\\\\c", "", ListedDigest("a\nb\\c", "sha-256", SHA256)),
        (f"\ufeff{SHA256}  a.iso", "", ListedDigest("a.iso", "sha-256", SHA256)),
        ("deadbeef  a.iso", "", None),
        ("# " + SHA256, "", None),
        ("Hash: SHA256", "", None),
        (f"{SHA256}  " + "a" * 9000, "", None),
    ],
)
def test_lines(text: str, file_name: str, expected: ListedDigest | None) -> None:
    data = f"-----BEGIN PGP SIGNED MESSAGE-----\n\n{text}\n".encode()
    if text.startswith("\ufeff"):
        data = text.encode()
    if expected is None:
        with pytest.raises(UserError, match="no checksum"):
            read_checksum_file(data, file_name=file_name)
    else:
        assert read_checksum_file(data, file_name=file_name) == (expected,)


def test_the_line_of_the_file_is_chosen() -> None:
    listed = read_checksum_file(
        f"{OTHER}  b.iso\n{SHA256}  iso/a.iso\nMD5 (iso/a.iso) = {MD5}\n{SHA512}  a.iso.torrent\n".encode()
    )
    assert choose_line(listed, "a.iso", origin="o") == Checksum("sha-256", SHA256, "o")
    assert choose_line(listed, "c.iso", origin="o") is None
    assert choose_line(listed, "iso", origin="o") is None


def test_an_exact_name_goes_before_one_in_a_folder() -> None:
    listed = (ListedDigest("old/a.iso", "sha-256", OTHER), ListedDigest("./a.iso", "sha-256", SHA256))
    assert choose_line(listed, "a.iso", origin="o") == Checksum("sha-256", SHA256, "o")
    with pytest.raises(IntegrityError, match="2 different"):
        choose_line((listed[0], ListedDigest("new/a.iso", "sha-256", SHA256)), "a.iso", origin="o")


def test_a_bare_digest_speaks_only_alone() -> None:
    bare = ListedDigest(None, "sha-256", SHA256)
    assert choose_line((bare,), "a.iso", origin="o") == Checksum("sha-256", SHA256, "o")
    assert choose_line((bare, ListedDigest(None, "md5", MD5)), "a.iso", origin="o") is not None
    assert choose_line((bare, ListedDigest(None, "sha-256", OTHER)), "a.iso", origin="o") is None
    assert choose_line((bare, ListedDigest("b.iso", "sha-256", OTHER)), "a.iso", origin="o") is None


def test_size_is_bounded() -> None:
    with pytest.raises(UserError, match="refused"):
        read_checksum_file(bytes(MAX_FILE_BYTES + 1))


def test_candidates_lie_beside_the_file() -> None:
    urls = candidate_urls("https://u:p@a.example/pub/a%20b.iso?token=1#x")
    assert urls[0] == "https://u:p@a.example/pub/a%20b.iso.sha256"
    assert "https://u:p@a.example/pub/SHA256SUMS" in urls
    assert len(set(urls)) == len(urls)
    assert candidate_urls("https://a.example/") == ()
    assert candidate_urls("magnet:?xt=1") == ()
    assert signature_urls("https://a.example/SHA256SUMS?x=1")[0] == "https://a.example/SHA256SUMS.asc"


@pytest.mark.parametrize(
    "name", ["SHA256SUMS", "x.sha256", "/a/x.MD5", "https://a.example/sha512sums.txt?x", "x.sha256sum"]
)
def test_names_of_checksum_files_are_known(name: str) -> None:
    assert names_checksum_file(name)
    assert not names_checksum_file(name.removesuffix("?x") + ".iso")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f" {SHA256.upper()} \n", Checksum("sha-256", SHA256)),
        (f"sha-256={SHA256}", Checksum("sha-256", SHA256)),
        (f"SHA256:{SHA256}", Checksum("sha-256", SHA256)),
        (f"blake3={SHA256}", Checksum("blake3", SHA256)),
        ("crc32:deadbeef", Checksum("crc32", "deadbeef")),
        (f"{MD5}  a.iso", Checksum("md5", MD5)),
        (f"SHA256 (a=b:c.iso) = {SHA256}", Checksum("sha-256", SHA256)),
    ],
)
def test_what_people_paste(text: str, expected: Checksum) -> None:
    assert read_pasted(text) == expected


@pytest.mark.parametrize("text", ["", "abc", "sha256=abc", f"md5={SHA256}", "ab" * 21, "deadbeef"])
def test_what_is_no_hash_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="no hash"):
        read_pasted(text)
