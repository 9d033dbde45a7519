"""`headwater-cli metalink`, `verify` and `get` of a Metalink, as a person runs them, against real mirrors."""

from pathlib import Path

import pytest
from tests.fakes.list_server import ListServer
from tests.fakes.terminal import cli
from tests.fakes.torrents import encode, make_torrent

from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.spans import Span

FILE = SeededSample(4 * 1024**2 + 321, seed=31)
CONTENT = FILE.read(0, FILE.size_bytes)
BLOCK = 64 * 1024


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "sample.bin"
    place.write_bytes(CONTENT)
    return place


def spoil(path: Path, *offsets: int) -> None:
    data = bytearray(path.read_bytes())
    for offset in offsets:
        data[offset] ^= 1
    path.write_bytes(data)


def put(path: Path, content: bytes | None) -> None:
    """Give the file this content; None removes it."""
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


def is_right(path: Path) -> bool:
    return path.read_bytes() == CONTENT


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir() if entry.name != "home")


async def test_a_metalink_is_written_checked_and_fetched(tmp_path: Path, path: Path) -> None:
    async with MirrorLab([MirrorBehaviour(corrupt=(Span(5, 6),)), MirrorBehaviour()], FILE) as lab:
        written = await cli(tmp_path, "metalink", "sample.bin", *lab.urls, "--piece-size", "64Ki")
        assert (written.status, written.err.strip()) == (0, "sample.bin.meta4")
        again = await cli(tmp_path, "metalink", "sample.bin", *lab.urls)
        assert again.status == 2
        assert "exists already" in again.err
        checked = await cli(tmp_path, "verify", "sample.bin")
        assert checked.status == 0, checked.err
        assert checked.out.startswith("sample.bin: SHA-256, all 65 blocks: right.")
        put(path, None)
        got = await cli(tmp_path, "get", "sample.bin.meta4", "--json")
        assert got.status == 0, got.err
        assert is_right(path)
        assert "right" in got.told["verdict"]


async def test_bad_blocks_are_listed_and_mended(tmp_path: Path, path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()] * 2, FILE) as lab:
        await cli(tmp_path, "metalink", "sample.bin", *lab.urls, "--piece-size", "64Ki")
        spoil(path, 0, 10 * BLOCK + 5, 11 * BLOCK, FILE.size_bytes - 1)
        bad = await cli(tmp_path, "verify", "sample.bin", "--json")
        assert bad.status == 1
        assert bad.told["bad_blocks"] == [0, 10, 11, 64]
        assert bad.told["bad_spans"][1] == [10 * BLOCK, 12 * BLOCK]
        before = lab.sent_bytes
        mended = await cli(tmp_path, "verify", "sample.bin", "--repair", "--json")
        assert mended.status == 0, mended.err
        assert mended.told["mended"] is True
        assert is_right(path)
        assert lab.sent_bytes - before <= 8 * BLOCK, "only what was bad was fetched"
        assert names_in(tmp_path) == ["sample.bin", "sample.bin.meta4"]


async def test_only_what_is_proven_goes_to_standard_output(tmp_path: Path, path: Path) -> None:
    liar = MirrorBehaviour(
        rate_bytes_per_s=4e6, corrupt=tuple(Span(at, at + 1) for at in range(9, len(CONTENT), BLOCK))
    )
    async with MirrorLab([liar, MirrorBehaviour(rate_bytes_per_s=4e6)], FILE) as lab:
        await cli(tmp_path, "metalink", "sample.bin", *lab.urls, "--piece-size", "64Ki")
        got = await cli(tmp_path, "get", "sample.bin.meta4", "-o", "-", "--proven-only", "--quiet")
    assert got.status == 0, got.err
    assert got.raw == CONTENT, "no bad block was passed on, though one mirror sends nothing else"


async def test_a_checksum_file_of_a_gibibyte_is_not_read(tmp_path: Path, path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()], SeededSample(2**30)) as lab:
        ended = await cli(tmp_path, "verify", "sample.bin", "--against", f"{lab.urls[0]}.sha256")
        assert lab.sent_bytes < 64 * 2**20, "what was under way when its size was seen"
    assert ended.status == 2, ended
    assert "is larger than the 8,388,608 bytes" in ended.err


async def test_a_local_checksum_file_of_a_gibibyte_is_refused(tmp_path: Path, path: Path) -> None:
    with (tmp_path / "sample.bin.sha256").open("wb") as file:
        file.truncate(2**30)
    ended = await cli(tmp_path, "verify", "sample.bin", "--against", "sample.bin.sha256")
    assert ended.status == 2, ended
    assert "is larger than the" in ended.err


async def test_a_torn_file_and_one_that_is_too_long_are_mended(tmp_path: Path, path: Path) -> None:
    torrent = tmp_path / "t.torrent"
    torrent.write_bytes(encode(make_torrent(tmp_path, CONTENT, piece_bytes=BLOCK)))
    async with MirrorLab([MirrorBehaviour()], FILE) as lab:
        for content in (CONTENT[: 20 * BLOCK], CONTENT + b"tail"):
            put(path, content)
            mended = await cli(
                tmp_path, "verify", path.name, "--against", torrent.name, "--from", lab.urls[0], "--repair"
            )
            assert mended.status == 0, mended.err
            assert is_right(path)


async def test_with_only_a_hash_the_file_is_fetched_once_more(tmp_path: Path, path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_text(f"{sha256_of(FILE)}  sample.bin\n", encoding="ascii")
    spoil(path, 7)
    assert (await cli(tmp_path, "verify", "sample.bin")).status == 1
    async with MirrorLab([MirrorBehaviour()], FILE) as lab:
        mended = await cli(tmp_path, "verify", "sample.bin", "--repair", "--from", lab.urls[0])
    assert mended.status == 0, mended.err
    assert is_right(path)


async def test_a_file_is_compared_with_mirrors_and_mended_from_them(tmp_path: Path, path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()] * 2, FILE) as lab:
        equal = await cli(tmp_path, "verify", "sample.bin", "--against", *lab.urls)
        assert equal.status == 0, equal.err
        assert equal.out.startswith("sample.bin: all 65 blocks: right.")
        assert "from the copy at 127.0.0.1" in equal.out
        assert "equal bytes are all that can be said" in equal.out
        assert "No trusted hash was known" in equal.out
        spoil(path, 5, 33 * BLOCK)
        bad = await cli(tmp_path, "verify", "sample.bin", "--against", lab.urls[0], "--json")
        assert (bad.status, bad.told["bad_blocks"]) == (1, [0, 33])
        before = lab.sent_bytes
        mended = await cli(tmp_path, "verify", "sample.bin", "--against", lab.urls[0], "--repair", "--json")
        assert mended.status == 0, mended.err
        assert mended.told["mended"] is True
        assert is_right(path)
        assert lab.sent_bytes - before <= FILE.size_bytes + 6 * BLOCK, "one copy, and what was bad once more"
        put(path, CONTENT[:-1000])
        short = await cli(tmp_path, "verify", "sample.bin", "--against", lab.urls[0], "--json")
        assert (short.status, short.told["expected_bytes"]) == (1, FILE.size_bytes)
    assert names_in(tmp_path) == ["sample.bin"]


async def test_a_mirror_that_has_no_copy_is_told(tmp_path: Path, path: Path) -> None:
    async with ListServer({}) as server:
        ended = await cli(tmp_path, "verify", "sample.bin", "--against", f"{server.url}/sample.bin")
    assert ended.status == 1
    assert "no copy of sample.bin could be fetched" in ended.err
    assert is_right(path)


async def test_a_block_is_proven_to_whoever_trusts_the_root_alone(tmp_path: Path, path: Path) -> None:
    torrent = tmp_path / "t.torrent"
    torrent.write_bytes(encode(make_torrent(tmp_path, CONTENT, piece_bytes=BLOCK)))
    proof = tmp_path / "proof.json"
    made = await cli(tmp_path, "prove", path.name, "1000000")
    assert made.status == 0, made.err
    proof.write_bytes(made.raw)
    root = made.told["root"]
    for against in (torrent.name, root):
        right = await cli(tmp_path, "prove", path.name, "--check", proof.name, "--against", against)
        assert (right.status, "bytes 999424-1015807 belong to" in right.out) == (0, True), right
    spoil(path, 1_000_001)
    wrong = await cli(tmp_path, "prove", path.name, "--check", proof.name, "--against", root)
    assert (wrong.status, "do not belong to" in wrong.out) == (1, True), wrong
    (tmp_path / "f.bin.part").write_bytes(CONTENT[:1_100_000])
    part = await cli(tmp_path, "prove", "f.bin.part", "--check", proof.name, "--against", torrent.name)
    assert part.status == 0, part
    bare = await cli(tmp_path, "prove", "f.bin.part", "--check", proof.name, "--against", root)
    assert (bare.status, "name the torrent" in bare.err) == (2, True), bare


async def test_usage_errors_end_with_2(tmp_path: Path, path: Path) -> None:
    for words, said in (
        (("verify", "sample.bin"), "nothing is known"),
        (("verify", "sample.bin", "--against", "rubbish"), "no file here, no URL and no hash"),
        (("verify", "sample.bin", "--against", "sample.bin"), "no checksum"),
        (("metalink", "sample.bin", "rubbish"), "not a URL"),
        (("metalink", "sample.bin", "--piece-size", "5"), "pieces of less"),
        (("metalink", "sample.bin", "http://[::1"), "not a URL"),
        (("verify", "sample.bin", "--against", "http://[::1"), "no file here, no URL and no hash"),
        (("get", "http://[::1"), "is not a URL"),
        (("verify", "sample.bin", "--against", "0" * 64, "--repair", "--from", "http://[::1"), "address is not valid"),
        (("metalink", "absent.bin"), "there is no file absent.bin"),
        (("metalink", "."), "there is no file ."),
        (("prove", "sample.bin"), "say either which OFFSET"),
        (("prove", "sample.bin", "--check", "proof.json"), "name with --against"),
        (("prove", "sample.bin", "99999999"), "there is none at"),
    ):
        ended = await cli(tmp_path, *words)
        assert (ended.status, said in ended.err) == (2, True), ended


async def test_a_checksum_file_beside_the_download_is_found_and_used(tmp_path: Path) -> None:
    """The mirrors of the lab serve one file under any path, so the list has a server of its own."""
    listed = f"{sha256_of(FILE)}  sample.bin\n".encode()
    async with ListServer({"/sample.bin": CONTENT, "/SHA256SUMS": listed}) as server:
        got = await cli(tmp_path, "get", f"{server.url}/sample.bin", "--find-checksum", "--json")
        assert got.status == 0, got.err
        assert "SHA-256 from checksum file SHA256SUMS of 127.0.0.1: right" in got.told["verdict"]
        assert server.url + "/SHA256SUMS" in got.err
    wrong = f"{'ab' * 32}  sample.bin\n".encode()
    async with ListServer({"/sample.bin": CONTENT, "/SHA256SUMS": wrong}) as server:
        got = await cli(tmp_path, "get", f"{server.url}/sample.bin", "--find-checksum", "-o", "other.bin")
        assert got.status == 1
        assert "is wrong" in got.err
