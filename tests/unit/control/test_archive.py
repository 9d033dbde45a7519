"""Archives made by Python's own packers, whole, cut off and hostile."""

import bz2
import contextlib
import gzip
import io
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest
from backports import zstd
from hypothesis import example, given
from hypothesis import strategies as st

from headwater.control.archive import ArchiveError, Member, TarMembers, ZipListing, list_tar
from headwater.formats.sniff import Container, sniff
from headwater.model.errors import LocalError


def zipped(members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(members: dict[str, bytes], format_: int = tarfile.PAX_FORMAT) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=format_) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


PACKERS = {
    Container.TAR: lambda data: data,
    Container.GZIP: gzip.compress,
    Container.BZIP2: bz2.compress,
    Container.XZ: lzma.compress,
    Container.ZSTD: zstd.compress,
}
MEMBERS = {"a/one.txt": b"1" * 10, "a/": b"", "two.bin": bytes(300_000), "ü" * 120 + ".txt": b"", "last": b"x" * 512}


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_lists_its_members_and_reads_one(packing: int) -> None:
    listing = ZipListing(io.BytesIO(zipped({"d/a.txt": b"hello" * 1000, "b.bin": bytes(9)}, packing)))
    assert [(member.path, member.size_bytes) for member in listing.members] == [("d/a.txt", 5000), ("b.bin", 9)]
    assert listing.read(listing.members[0], 10**6) == b"hello" * 1000
    assert listing.read(listing.members[0], 7) == b"hellohe"


def test_a_member_is_saved_whole_or_not_at_all(tmp_path: Path) -> None:
    data = bytes(range(256)) * 5000
    raw = bytearray(zipped({"a.bin": data}, zipfile.ZIP_STORED))
    listing = ZipListing(io.BytesIO(bytes(raw)))
    told: list[int] = []
    listing.save(listing.members[0], tmp_path / "a.bin", told.append)
    assert (tmp_path / "a.bin").read_bytes() == data
    assert told[-1] == len(data)
    raw[100_000] ^= 1
    broken = ZipListing(io.BytesIO(bytes(raw)))
    with pytest.raises(ArchiveError, match="CRC"):
        broken.save(broken.members[0], tmp_path / "b.bin", told.append)
    assert {path.name for path in tmp_path.iterdir()} == {"a.bin"}
    with pytest.raises(LocalError):
        listing.save(listing.members[0], tmp_path / "missing" / "a.bin", told.append)


def test_names_are_made_harmless() -> None:
    names = ["../../etc/passwd", "/root/x", "C:\\evil\\y.txt", "a\u202egpj.exe", "con", "\x1b[31mred"]
    listing = ZipListing(io.BytesIO(zipped(dict.fromkeys(names, b""))))
    assert [m.path for m in listing.members] == ["etc/passwd", "root/x", "evil/y.txt", "agpj.exe", "con_", "[31mred"]
    assert all("/" not in member.name and not member.name.startswith(".") for member in listing.members)


def test_a_bomb_is_named_and_not_unpacked(tmp_path: Path) -> None:
    data = bytearray(zipped({"zeros": bytes(10**6)}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (2**32 - 2).to_bytes(4, "little")  # it says that it unpacks to 4 GiB
    listing = ZipListing(io.BytesIO(bytes(data)))
    with pytest.raises(ArchiveError, match="thousand times"):
        listing.save(listing.members[0], tmp_path / "zeros", lambda _written: None)
    assert not list(tmp_path.iterdir())


def test_a_hundred_archives_in_each_other_are_one_member() -> None:
    data = b"the core"
    for level in range(100):
        data = zipped({f"level{level}.zip": data}, zipfile.ZIP_STORED)
    listing = ZipListing(io.BytesIO(data))
    assert [member.path for member in listing.members] == ["level99.zip"]


@pytest.mark.parametrize("container", PACKERS)
@pytest.mark.parametrize("format_", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_a_tar_is_listed_however_it_is_packed(container: Container, format_: int) -> None:
    data = PACKERS[container](tarred(MEMBERS, format_))
    assert sniff(data) is container
    found = list(list_tar(io.BufferedReader(io.BytesIO(data)), container))
    assert [member.size_bytes for member in found] == [10, 0, 300_000, 0, 512]
    assert [member.path for member in found][::4] == ["a/one.txt", "last"]


@pytest.mark.parametrize("container", PACKERS)
def test_a_tar_that_is_cut_off_lists_what_came(container: Container) -> None:
    members = {f"{i}.bin": bytes([i]) * 40_000 + bytes(range(256)) * 400 for i in range(20)}
    data = PACKERS[container](tarred(members))
    found: list[Member] = []
    with pytest.raises(ArchiveError):
        found.extend(list_tar(io.BytesIO(data[:200]), container))
    with pytest.raises(ArchiveError):
        found.extend(list_tar(io.BytesIO(data[: len(data) * 9 // 10]), container))
    assert found or container is Container.BZIP2  # which unpacks 900 KB at a time


def test_a_compressed_file_that_is_no_tar_has_no_members() -> None:
    with pytest.raises(ArchiveError):
        list(list_tar(io.BytesIO(gzip.compress(b"just a text\n" * 1000)), Container.GZIP))


def test_a_header_that_claims_gigabytes_is_not_read() -> None:
    info = tarfile.TarInfo("././@PaxHeader")
    info.type, info.size = tarfile.XHDTYPE, 2**33
    data = gzip.compress(info.tobuf(tarfile.GNU_FORMAT) + bytes(100_000))
    with pytest.raises(ArchiveError, match="claim more"):
        list(list_tar(io.BytesIO(data), Container.GZIP))


@given(st.integers(0, 5000), st.binary(max_size=30), st.sampled_from(list(PACKERS)))
def test_damage_never_ends_in_anything_but_a_sentence(at: int, junk: bytes, container: Container) -> None:
    data = bytearray(PACKERS[container](tarred({"a": b"a" * 2000, "b/c": b"" * 9})))
    data[at : at + len(junk)] = junk
    with contextlib.suppress(ArchiveError):
        list(list_tar(io.BytesIO(bytes(data)), container))


@given(st.integers(0, 400), st.binary(min_size=1, max_size=30))
@example(172, b"\0")  # a name that is empty
def test_a_damaged_zip_never_ends_in_anything_but_a_sentence(at: int, junk: bytes) -> None:
    data = bytearray(zipped({"a.txt": b"a" * 200, "b": b"b"}))
    data[at : at + len(junk)] = junk
    with contextlib.suppress(ArchiveError):
        listing = ZipListing(io.BytesIO(bytes(data)))
        for member in listing.members:
            listing.read(member, 10**6)


@pytest.mark.parametrize("container", PACKERS)
def test_a_member_of_a_tar_is_read_and_saved(container: Container, tmp_path: Path) -> None:
    data = PACKERS[container](tarred(MEMBERS))
    listed = list(list_tar(io.BytesIO(data), container))
    big = next(member for member in listed if member.path == "two.bin")
    assert TarMembers(io.BytesIO(data), container).read(listed[0], 4) == b"1111"
    assert TarMembers(io.BytesIO(data), container).read(listed[-1], 10**6) == MEMBERS["last"]
    TarMembers(io.BytesIO(data), container).save(big, tmp_path / "two.bin", lambda _written: None)
    assert (tmp_path / "two.bin").read_bytes() == MEMBERS["two.bin"]


def test_a_member_of_a_tar_that_is_no_file_says_so_and_a_cut_one_is_not_saved(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        link = tarfile.TarInfo("outside")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    members = TarMembers(io.BytesIO(buffer.getvalue()), Container.TAR)
    with pytest.raises(ArchiveError):
        members.read(Member(0, "outside", 0), 100)
    with pytest.raises(ArchiveError):
        members.read(Member(7, "missing", 0), 100)
    cut = tarred({"a": bytes(5000)})[:3000]
    with pytest.raises(ArchiveError):
        TarMembers(io.BytesIO(cut), Container.TAR).save(Member(0, "a", 5000), tmp_path / "a", lambda _written: None)
    assert not list(tmp_path.iterdir())
