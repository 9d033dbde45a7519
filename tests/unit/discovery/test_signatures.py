"""Signatures, made and checked with a GnuPG of the test's own."""

import asyncio
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from headwater.discovery.signatures import (
    SignatureState,
    check_clear_signed,
    check_detached,
    covered_text,
    has_gnupg,
    is_clear_signed,
)

TEXT = b"ab" * 16 + b"  a.iso\n"

needs_gpg = pytest.mark.skipif(shutil.which("gpg") is None, reason="GnuPG is optional, and not installed here")


@dataclass(frozen=True)
class Keys:
    """A GnuPG home with one key, and one that knows nobody."""

    home: Path
    stranger: Path

    def sign(self, kind: str, data: bytes) -> bytes:
        command = ["gpg", "--homedir", str(self.home), "--batch", "--quiet", "--output", "-", kind]
        return subprocess.run(command, input=data, capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def keys() -> Iterator[Keys]:
    # Not below pytest's own folder: the agent's socket must have a short path.
    with tempfile.TemporaryDirectory(prefix="hw") as folder:
        home, stranger = Path(folder) / "a", Path(folder) / "b"
        for place in (home, stranger):
            place.mkdir(mode=0o700)
        command = [
            "gpg",
            "--homedir",
            str(home),
            "--batch",
            "--quiet",
            "--pinentry-mode",
            "loopback",
            "--passphrase",
            "",
        ]
        subprocess.run([*command, "--quick-generate-key", "Tess Ter <t@a.example>", "ed25519"], check=True)
        yield Keys(home, stranger)
        for place in (home, stranger):
            subprocess.run(["gpgconf", "--homedir", str(place), "--kill", "all"], check=True)


@needs_gpg
async def test_a_detached_signature_of_bytes_and_of_a_file(keys: Keys, tmp_path: Path) -> None:
    signature = await asyncio.to_thread(keys.sign, "--detach-sign", TEXT)
    verdict = await check_detached(signature, TEXT, home=keys.home)
    assert (verdict.state, verdict.signer, verdict.is_certified) == (
        SignatureState.GOOD,
        "Tess Ter <t@a.example>",
        True,
    )
    assert verdict.sentence == "Signed by Tess Ter <t@a.example>."
    (tmp_path / "f").write_bytes(TEXT + b"x")
    verdict = await check_detached(signature, tmp_path / "f", home=keys.home)
    assert verdict.state is SignatureState.BAD
    assert "is bad" in verdict.sentence


@needs_gpg
async def test_of_a_clear_signed_text_only_what_is_covered_is_given_back(keys: Keys) -> None:
    document = await asyncio.to_thread(keys.sign, "--clear-sign", TEXT)
    assert is_clear_signed(document)
    verdict = await check_clear_signed(b"cd" * 16 + b"  a.iso\n" + document, home=keys.home)
    assert verdict.text == TEXT
    verdict = await check_clear_signed(document.replace(b"a.iso", b"b.iso"), home=keys.home)
    assert (verdict.state, verdict.text) == (SignatureState.BAD, None)


@needs_gpg
async def test_an_unknown_key_is_no_fault_of_the_file(keys: Keys) -> None:
    signature = await asyncio.to_thread(keys.sign, "--detach-sign", TEXT)
    verdict = await check_detached(signature, TEXT, home=keys.stranger)
    assert verdict.state is SignatureState.UNKNOWN_KEY
    assert "you do not have the key" in verdict.sentence


@needs_gpg
async def test_what_is_no_signature_is_unchecked(keys: Keys) -> None:
    verdict = await check_detached(b"nonsense", TEXT, home=keys.home)
    assert verdict.state is SignatureState.UNCHECKED


async def test_without_gnupg_nothing_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not has_gnupg()
    verdict = await check_detached(b"", TEXT)
    assert verdict.state is SignatureState.UNCHECKED
    assert "not installed" in verdict.sentence


def test_clear_signatures_are_recognised() -> None:
    assert is_clear_signed(b"\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n")
    assert not is_clear_signed(TEXT)


@needs_gpg
def test_the_text_of_a_clear_signature_is_read_without_its_key(keys: Keys) -> None:
    """Lines that begin with a dash are escaped in it; what stands around it is no part of it."""
    text = b"<a>\n- -- b\n-----BEGIN\n</a>\n"
    assert covered_text(keys.sign("--clear-sign", text) + b"<z/>\n") == text
    assert covered_text(b"-----BEGIN PGP SIGNED MESSAGE-----\n") == b""
