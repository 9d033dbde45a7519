"""Hostile documents given to the terminal: one clear sentence, bounded memory and time, nothing written anywhere."""

import time
import tracemalloc
from pathlib import Path

import pytest

from headwater.control.cli import main

HEAD = b'<?xml version="1.0"?>'
OPEN = b'<metalink xmlns="urn:ietf:params:xml:ns:metalink">'
MEBIBYTE = 1024**2


def metalink(inside: bytes, name: bytes = b"sample.bin") -> bytes:
    return HEAD + OPEN + b'<file name="' + name + b'">' + inside + b"<url>http://127.0.0.1:9/f</url></file></metalink>"


def bomb() -> bytes:
    entities = b"".join(
        b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 100 if level else b"a" * 100) for level in range(10)
    )
    return HEAD + b"<!DOCTYPE metalink [" + entities + b"]>" + OPEN + b'<file name="&e9;"/></metalink>'


DOCUMENTS = {
    "entity bomb.meta4": bomb(),
    "external entity.meta4": HEAD
    + b'<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + OPEN
    + b'<file name="f"><identity>&x;</identity></file></metalink>',
    "path traversal.meta4": metalink(b"", b"../outside.bin"),
    "absolute path.meta4": metalink(b"", b"/tmp/outside.bin"),
    "million urls.meta4": metalink(b"<url>http://127.0.0.1:9/f</url>" * 1_000_000),
    "negative size.meta4": metalink(b"<size>-1</size>"),
    "short hash.meta4": metalink(b'<hash type="sha-256">abcd</hash>'),
    "wrong piece count.meta4": metalink(
        b'<size>100</size><pieces length="10" type="sha-256"><hash>' + b"00" * 32 + b"</hash></pieces>"
    ),
    "deep.torrent": b"d4:info" + b"l" * MEBIBYTE,
    "huge integer.torrent": b"d4:infod6:lengthi" + b"9" * MEBIBYTE + b"eee",
    "huge string.torrent": b"d4:info99999999999999:aee",
}


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("command", ["get", "verify"])
def test_a_hostile_document_is_refused_with_a_sentence(
    command: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "target"
    target.mkdir()
    monkeypatch.chdir(target)
    monkeypatch.setenv("HEADWATER_HOME", str(tmp_path / "home"))
    (tmp_path / name).write_bytes(DOCUMENTS[name])
    document = str(tmp_path / name)
    (target / "sample.bin").write_bytes(b"what is here stays")
    before = {entry.name for entry in tmp_path.iterdir()} | {"home"}
    words = ["get", document, "-q"] if command == "get" else ["verify", "sample.bin", "--against", document]
    tracemalloc.start()
    began_s = time.process_time()
    try:
        status = main(words)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    said = capsys.readouterr()
    assert status != 0
    assert "Traceback" not in said.err
    assert len(said.err.strip().splitlines()) == 1, said.err
    assert len(said.err) < 1000
    assert peak_bytes < 192 * MEBIBYTE, "the document itself, and what reading it may cost"
    assert time.process_time() - began_s < 60, "seconds of CPU, tracing included"
    assert {entry.name for entry in tmp_path.iterdir()} <= before
    assert [entry.name for entry in target.iterdir()] == ["sample.bin"]
    assert (target / "sample.bin").read_bytes() == b"what is here stays"


def test_a_checksum_file_of_a_gibibyte_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEADWATER_HOME", str(tmp_path / "home"))
    (tmp_path / "sample.bin").write_bytes(b"x")
    listed = tmp_path / "SHA256SUMS"
    with listed.open("wb") as file:
        file.truncate(2**30)
    tracemalloc.start()
    try:
        assert main(["verify", str(tmp_path / "sample.bin"), "--against", str(listed)]) == 2
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "is larger than" in capsys.readouterr().err
    assert peak_bytes < 96 * MEBIBYTE, "as much as the largest document may have"
