"""Every place that trust comes from, with real servers: the file is judged by it, and a wrong file is found by it."""

import base64
import hashlib
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from tests.fakes.downloads import add, assert_done, open_api, settled
from tests.fakes.gnupg import gnupg_home, sign
from tests.fakes.list_server import ListServer
from tests.fakes.terminal import Ended, cli
from tests.fakes.torrents import encode, make_torrent
from tests.fakes.waiting import until

from headwater.discovery.metalink import MetalinkFile
from headwater.discovery.metalink_writer import write_metalink
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import BytesSample, SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob, ResumeJobs, SetOptions
from headwater.model.errors import IntegrityError
from headwater.model.job import Checksum, JobOptions, JobState, PieceHashes
from headwater.model.source import SourceSpec
from headwater.model.spans import Span

CONTENT: Final = SeededSample(700_000, seed=51).read(0, 700_000)
WRONG: Final = CONTENT[:400_000] + b"?" + CONTENT[400_001:]
BLOCK: Final = 64 * 1024
HEX: Final = {name: hashlib.new(name, CONTENT).hexdigest() for name in ("md5", "sha1", "sha256", "sha512")}
DIGEST: Final = HEX["sha256"]


def b64(name: str) -> str:
    return base64.b64encode(bytes.fromhex(HEX[name])).decode()


CRC32 = base64.b64encode(zlib.crc32(CONTENT).to_bytes(4, "big")).decode()


@pytest.mark.parametrize(
    ("header", "value", "said"),
    [
        ("Digest", f"SHA-256={b64('sha256')}", "SHA-256 from Digest of 127.0.0.1: right."),
        ("Repr-Digest", f"sha-512=:{b64('sha512')}:", "SHA-512 from Repr-Digest of 127.0.0.1: right."),
        ("Content-Digest", f"sha-256=:{b64('sha256')}:", "SHA-256 from Content-Digest of 127.0.0.1: right."),
        ("Content-MD5", b64("md5"), "MD5 from Content-MD5 of 127.0.0.1: right."),
        ("x-amz-checksum-sha256", b64("sha256"), "SHA-256 from x-amz-checksum-sha256 of 127.0.0.1: right."),
        ("x-amz-checksum-sha1", b64("sha1"), "SHA-1 from x-amz-checksum-sha1 of 127.0.0.1: right."),
        ("x-amz-checksum-crc32", CRC32, "CRC32 from x-amz-checksum-crc32 of 127.0.0.1 agrees"),
        ("x-goog-hash", f"crc32c=AAAAAA==,md5={b64('md5')}", "MD5 from x-goog-hash of 127.0.0.1: right."),
        ("ETag", f'"{HEX["md5"]}"', "MD5 from ETag of 127.0.0.1 agrees, which is a hint and no proof."),
    ],
)
async def test_a_header(header: str, value: str, said: str, tmp_path: Path) -> None:
    # This server knows no ranges, so the whole file comes in one answer, of which a header can speak.
    for content in (CONTENT, WRONG):
        server = ListServer({"/f.bin": content}, {"/f.bin": ((header, value),)})
        async with server, open_api(tmp_path) as api:
            job = await settled(api, await add(api, [f"{server.url}/f.bin"], tmp_path))
        if content is CONTENT:
            assert_done(job, DIGEST)
            assert job.verdict is not None
            assert said in job.verdict
        elif header == "ETag":
            assert job.state is JobState.DONE, "a hint never speaks against a file"
            assert job.verdict is not None
            assert "right" not in job.verdict
        else:
            assert job.state is JobState.FAILED, job
            assert job.error is not None
            assert "is wrong" in job.error


@pytest.mark.parametrize("pasted", [f"sha-256={DIGEST}", f"md5={HEX['md5']}", f"sha-512={HEX['sha512']}"])
async def test_a_pasted_hash(pasted: str, tmp_path: Path) -> None:
    for content, status in ((CONTENT, 0), (WRONG, 1)):
        async with ListServer({"/f.bin": content}) as server:
            got = await cli(tmp_path, "get", f"{server.url}/f.bin", "--checksum", pasted, "--json", "--overwrite")
        assert got.status == status, got
        assert ("as you gave it: right" in got.out) is (status == 0)


def metalink_4(url: str) -> bytes:
    pieces = PieceHashes("sha-256", BLOCK, b"".join(map(_sha256, _blocks())))
    return write_metalink(
        [MetalinkFile("f.bin", len(CONTENT), (SourceSpec(url),), (Checksum("sha-256", DIGEST),), pieces)]
    )


def metalink_3(url: str) -> bytes:
    hashes = "".join(f'<hash piece="{i}">{hashlib.sha1(part).hexdigest()}</hash>' for i, part in enumerate(_blocks()))
    return f"""<?xml version="1.0"?>
<metalink version="3.0" xmlns="http://www.metalinker.org/"><files><file name="f.bin">
<size>{len(CONTENT)}</size>
<verification>
<hash type="sha1">{HEX["sha1"]}</hash><pieces length="{BLOCK}" type="sha1">{hashes}</pieces>
</verification>
<resources><url type="http" preference="90">{url}</url></resources>
</file></files></metalink>""".encode()


def _blocks() -> list[bytes]:
    return [CONTENT[at : at + BLOCK] for at in range(0, len(CONTENT), BLOCK)]


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


async def _get_document(folder: Path, suffix: str, make: Callable[[str], bytes], said: str) -> None:
    """Fetch by a document that lies on a server beside a right mirror, then beside one with a bad block."""
    for content, status in ((CONTENT, 0), (WRONG, 1)):
        async with (
            MirrorLab([MirrorBehaviour()], BytesSample(content)) as lab,
            ListServer({f"/f{suffix}": make(lab.urls[0])}) as lists,
        ):
            got = await cli(folder, "get", f"{lists.url}/f{suffix}", "--json", "--overwrite")
        assert got.status == status, got
        if status == 0:
            assert said in got.told["verdict"]
            assert (folder / "f.bin").read_bytes() == CONTENT
        else:
            assert "bad block" in got.err or "wrong" in got.err


async def test_a_metalink_4(tmp_path: Path) -> None:
    await _get_document(tmp_path, ".meta4", metalink_4, "SHA-256 from Metalink of 127.0.0.1: right")


async def test_a_metalink_3(tmp_path: Path) -> None:
    await _get_document(tmp_path, ".metalink", metalink_3, "SHA-1 from Metalink of 127.0.0.1: right")


@pytest.mark.parametrize("hybrid", [False, True], ids=["version 2", "hybrid"])
async def test_a_torrent_and_its_web_seed(hybrid: bool, tmp_path: Path) -> None:
    torrent = make_torrent(tmp_path, CONTENT, piece_bytes=BLOCK, hybrid=hybrid)

    def document(url: str) -> bytes:
        return encode({**torrent, b"url-list": [url.encode()]})

    await _get_document(tmp_path, ".torrent", document, "piece hashes (SHA-256-TREE, from torrent of 127.0.0.1): right")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("SHA256SUMS", f"{DIGEST} *f.bin"),
        ("f.bin.sha256", DIGEST),
        ("f.bin.sha512", f"{HEX['sha512']}  f.bin"),
        ("f.bin.md5", f"{HEX['md5']}  f.bin"),
        ("f.bin.sha1", f"{HEX['sha1']}  f.bin"),
        ("f.bin.sha256sum", f"SHA256 (f.bin) = {DIGEST}"),
    ],
)
async def test_a_checksum_file_beside_it(name: str, line: str, tmp_path: Path) -> None:
    for content, status in ((CONTENT, 0), (WRONG, 1)):
        async with ListServer({"/d/f.bin": content, f"/d/{name}": f"{line}\n".encode()}) as server:
            got = await cli(tmp_path, "get", f"{server.url}/d/f.bin", "--find-checksum", "--json", "--overwrite")
        assert got.status == status, got
        assert f"/d/{name}" in got.err, "it is said where the checksum came from"
        if status == 0:
            assert f"from checksum file {name} of 127.0.0.1: right" in got.told["verdict"]


@pytest.fixture
def gnupg() -> Iterator[Path]:
    with gnupg_home() as home:
        yield home


async def test_a_signed_checksum_file(gnupg: Path, tmp_path: Path) -> None:
    listed = f"{DIGEST}  f.bin\n".encode()
    signature = sign(gnupg, listed)
    for text, status in ((listed, 0), (listed + b"\n", 1)):
        served = {"/f.bin": CONTENT, "/SHA256SUMS": text, "/SHA256SUMS.asc": signature}
        async with ListServer(served) as server:
            got = await _with_key(gnupg, tmp_path, f"{server.url}/f.bin", "--find-checksum")
        assert got.status == status, got
        if status == 0:
            assert "from signed checksum file SHA256SUMS of 127.0.0.1: right" in got.told["verdict"]
            assert "Tess Ter" in got.err


async def test_a_signed_metalink(gnupg: Path, tmp_path: Path) -> None:
    (tmp_path / "f.bin").write_bytes(CONTENT)
    document = metalink_4("http://127.0.0.1:9/f.bin")
    served = {"/f.meta4": document, "/f.meta4.asc": sign(gnupg, document)}
    async with ListServer(served) as server:
        checked = await cli(
            tmp_path, "verify", "f.bin", "--against", f"{server.url}/f.meta4", environment={"GNUPGHOME": str(gnupg)}
        )
    assert checked.status == 0, checked
    assert "from signed Metalink of 127.0.0.1: covered by a signature" in checked.out


async def test_a_signed_metalink_is_fetched_by_and_a_forged_one_refused(gnupg: Path, tmp_path: Path) -> None:
    async with MirrorLab([MirrorBehaviour()], BytesSample(CONTENT)) as lab:
        document = metalink_4(lab.urls[0])
        signature = sign(gnupg, document)
        for text, status in ((document, 0), (document + b"\n", 1)):
            async with ListServer({"/f.meta4": text, "/f.meta4.asc": signature}) as server:
                got = await _with_key(gnupg, tmp_path, f"{server.url}/f.meta4")
            assert got.status == status, got
            assert "Tess Ter" in got.err
            if status == 0:
                assert "from signed Metalink of 127.0.0.1: right" in got.told["verdict"]
                (tmp_path / "f.bin").unlink()
        assert "is refused" in got.err
        assert not (tmp_path / "f.bin").exists(), "nothing was fetched by it"


@pytest.mark.parametrize("has_key", [True, False])
async def test_a_clear_signed_metalink(gnupg: Path, tmp_path: Path, has_key: bool) -> None:
    """Whoever has no key, or no GnuPG, still has the document."""
    async with MirrorLab([MirrorBehaviour()], BytesSample(CONTENT)) as lab:
        (tmp_path / "f.meta4").write_bytes(sign(gnupg, metalink_4(lab.urls[0]), "--clear-sign"))
        home = gnupg if has_key else tmp_path / "none"
        home.mkdir(mode=0o700, exist_ok=True)
        got = await _with_key(home, tmp_path, str(tmp_path / "f.meta4"))
    assert got.status == 0, got
    assert ("from signed Metalink: right" in got.told["verdict"]) is has_key
    assert "from " in got.told["verdict"]
    assert "Metalink: right" in got.told["verdict"]


@pytest.mark.parametrize("is_forged", [False, True])
async def test_a_signed_metalink_that_an_answer_names(
    gnupg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_forged: bool
) -> None:
    monkeypatch.setenv("GNUPGHOME", str(gnupg))
    document = metalink_4("http://127.0.0.1:9/f.bin")
    served = {"/f.meta4": document + b"\n" * is_forged, "/f.meta4.asc": sign(gnupg, document)}
    async with ListServer(served) as lists:
        link = ("Link", f'<{lists.url}/f.meta4>; rel=describedby; type="application/metalink4+xml"')
        held = MirrorBehaviour(headers=(link,), withholds=(Span(len(CONTENT) // 2, len(CONTENT)),))
        async with MirrorLab([held], BytesSample(CONTENT)) as lab, open_api(tmp_path) as api:
            job_id = await add(api, lab.urls, tmp_path)
            told = "was of no use" if is_forged else "from signed Metalink of 127.0.0.1 are known now"
            await until(lambda: any(told in act.words for act in api.activity(job_id)))
            lab.change(withholds=())
            assert_done(await settled(api, job_id), DIGEST)
            assert bool(api.spec(job_id).options.checksums) is not is_forged


@pytest.mark.parametrize("is_forged", [False, True])
async def test_a_metalink_with_a_signature_of_the_file(gnupg: Path, tmp_path: Path, is_forged: bool) -> None:
    """The document itself is unsigned; the signature in it speaks when all of the file is here."""
    signature = sign(gnupg, WRONG if is_forged else CONTENT).decode()
    element = f"<signature mediatype='application/pgp-signature'>{signature}</signature></file>"
    async with MirrorLab([MirrorBehaviour()], BytesSample(CONTENT)) as lab:
        (tmp_path / "f.meta4").write_bytes(metalink_4(lab.urls[0]).replace(b"</file>", element.encode()))
        got = await _with_key(gnupg, tmp_path, str(tmp_path / "f.meta4"))
        if is_forged:
            assert got.status == 1, got
            assert "The signature of Tess Ter <t@a.example> is bad" in got.err
            assert not (tmp_path / "f.bin").exists(), "what is not what was signed gets no name"
            return
        assert got.status == 0, got
        assert "Metalink: right" in got.told["verdict"]
        assert "Signed by Tess Ter" in got.told["verdict"]


async def test_a_good_signature_of_the_file_vouches_for_the_hashes(
    gnupg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GNUPGHOME", str(gnupg))
    known = (Checksum("sha-256", DIGEST, "Metalink"), Checksum("md5", HEX["md5"]))
    options = JobOptions(checksums=known, signature=sign(gnupg, CONTENT).decode())
    async with MirrorLab([MirrorBehaviour()], BytesSample(CONTENT)) as lab, open_api(tmp_path) as api:
        job_id = await add(api, lab.urls, tmp_path, options=options)
        assert_done(await settled(api, job_id), DIGEST)
        assert [one.origin for one in api.spec(job_id).options.checksums] == ["signed Metalink", "you"]


async def test_a_checksum_that_was_found_later_judges_a_paused_job(tmp_path: Path) -> None:
    """As the window does it: nothing is put in before somebody says so."""
    served = {"/d/f.bin": WRONG, "/d/SHA256SUMS": f"{DIGEST}  f.bin\n".encode()}
    async with ListServer(served) as server, open_api(tmp_path) as api:
        job_id = await add(api, [f"{server.url}/d/f.bin"], tmp_path, options=JobOptions(start_paused=True))
        found = await api.find_checksum(api.job(job_id).urls, api.spec(job_id).options)
        assert found is not None
        assert found.url == f"{server.url}/d/SHA256SUMS"
        assert api.spec(job_id).options.checksums == ()
        options = api.spec(job_id).options
        await api.execute(SetOptions(job_id, replace(options, checksums=(found.checksum,))))
        await api.execute(ResumeJobs((job_id,)))
        job = await settled(api, job_id)
    assert job.state is JobState.FAILED
    assert job.error is not None
    assert "checksum file SHA256SUMS of 127.0.0.1" in job.error


async def test_the_window_reads_a_signed_metalink_and_refuses_a_forged_one(
    gnupg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GNUPGHOME", str(gnupg))
    document = metalink_4("http://127.0.0.1:9/f.bin")
    path = tmp_path / "f.meta4"
    (tmp_path / "f.meta4.sig").write_bytes(sign(gnupg, document))
    async with open_api(tmp_path) as api:
        path.write_bytes(document)
        files = await api.read_document(str(path))
        assert not isinstance(files, str)
        (file,) = files
        assert [one.origin for one in file.checksums] == ["signed Metalink"]
        assert file.pieces is not None
        assert file.pieces.origin == "signed Metalink"
        path.write_bytes(document + b"\n")
        with pytest.raises(IntegrityError, match="refused"):
            await api.read_document(str(path))


async def test_without_gnupg_nobody_is_asked_for_signatures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    async with MirrorLab([MirrorBehaviour()], BytesSample(CONTENT)) as lab:
        document = metalink_4(lab.urls[0]).replace(b"</file>", b"<signature>nonsense</signature></file>")
        async with ListServer({"/f.meta4": document}) as server, open_api(tmp_path) as api:
            files = await api.read_document(f"{server.url}/f.meta4")
            assert not isinstance(files, str)
            job_id = await api.execute(AddJob(files[0].to_job(tmp_path)))
            assert job_id is not None
            job = await settled(api, job_id)
            assert_done(job, DIGEST)
            assert job.verdict is not None
            assert "ignature" not in job.verdict
            assert [one.origin for one in api.spec(job_id).options.checksums] == ["Metalink of 127.0.0.1"]
            assert server.asked == ["/f.meta4"]


async def _with_key(home: Path, folder: Path, *words: str) -> Ended:
    return await cli(folder, "get", *words, "--json", "--overwrite", environment={"GNUPGHOME": str(home)})


@pytest.fixture
async def wrong_lab() -> AsyncIterator[MirrorLab]:
    async with MirrorLab(
        [MirrorBehaviour(headers=(("Repr-Digest", f"sha-256=:{b64('sha256')}:"),))], BytesSample(WRONG)
    ) as lab:
        yield lab


async def test_what_a_person_pasted_goes_before_what_headers_say(wrong_lab: MirrorLab, tmp_path: Path) -> None:
    pasted = Checksum("sha-256", hashlib.sha256(WRONG).hexdigest())
    async with open_api(tmp_path) as api:
        job = await settled(api, await add(api, wrong_lab.urls, tmp_path, options=JobOptions(checksums=(pasted,))))
    assert_done(job, pasted.hex_digest)
    assert job.verdict == "SHA-256 as you gave it: right."
