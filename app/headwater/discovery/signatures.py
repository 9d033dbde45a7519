"""OpenPGP signatures of checksum files, Metalinks and downloads, checked by GnuPG where it is installed.

GnuPG is never required, never asked to fetch a key, and judges by the keys that the user has: an unknown key is no
fault of the file. Of a clear-signed text only what the signature covers is given back, never what stands around it.
"""

import asyncio
import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from headwater.model.errors import LocalError
from headwater.model.wording import say

_TIME_LIMIT_S: Final = 300.0  # a signature of a whole download hashes all of it
_CLEAR_SIGNED: Final = b"-----BEGIN PGP SIGNED MESSAGE-----"
_SIGNATURE: Final = b"-----BEGIN PGP SIGNATURE-----"
_PROGRAM: Final = "gpg"
_OPTIONS: Final = ("--batch", "--no-tty", "--no-auto-key-retrieve", "--status-fd", "2")
_TRUSTED: Final = frozenset({"TRUST_FULLY", "TRUST_ULTIMATE"})


class SignatureState(Enum):
    """What GnuPG says of a signature."""

    GOOD = "good"
    BAD = "bad"  # the text or file is not what was signed, or the key was revoked
    UNKNOWN_KEY = "unknown key"  # the user does not have the signer's key
    UNCHECKED = "unchecked"  # GnuPG is not installed, or cannot read the signature


@dataclass(frozen=True, slots=True)
class SignatureVerdict:
    """`signer` is the key's user id, or its id where that is all there is; `is_certified` whether the user has
    vouched for the key. `text` is what a clear signature covers. `sentence` is for people.
    """

    state: SignatureState
    sentence: str
    signer: str | None = None
    is_certified: bool = False
    text: bytes | None = None


def is_clear_signed(document: bytes) -> bool:
    """Whether a text carries its signature in itself."""
    return document.lstrip().startswith(_CLEAR_SIGNED)


def covered_text(document: bytes) -> bytes:
    """The text inside a clear-signed document, unproven, for where its signature cannot be checked (RFC 9580, 7)."""
    lines = document.lstrip().splitlines(keepends=True)
    begin = next((at for at, line in enumerate(lines) if not line.strip()), len(lines)) + 1
    end = next((at for at, line in enumerate(lines) if line.startswith(_SIGNATURE)), len(lines))
    return b"".join(line.removeprefix(b"- ") for line in lines[begin:end])


def has_gnupg() -> bool:
    """Whether signatures can be checked here."""
    return shutil.which(_PROGRAM) is not None


async def check_detached(signature: bytes, signed: bytes | Path, *, home: Path | None = None) -> SignatureVerdict:
    """Check a signature (armoured or binary) of some bytes or of a file. `home` is GnuPG's folder, None the user's own.

    Raises `LocalError` when temporary files cannot be written.
    """
    with _workplace() as place:
        note = place / "signature"
        data = signed if isinstance(signed, Path) else place / "signed"
        await asyncio.to_thread(note.write_bytes, signature)
        if isinstance(signed, bytes):
            await asyncio.to_thread(data.write_bytes, signed)
        return await _run(["--verify", str(note), str(data.absolute())], home)


async def check_clear_signed(document: bytes, *, home: Path | None = None) -> SignatureVerdict:
    """Check a clear-signed text; `text` of a good verdict is what was signed. Raises `LocalError` as above."""
    with _workplace() as place:
        note, out = place / "document", place / "text"
        await asyncio.to_thread(note.write_bytes, document)
        verdict = await _run(["--output", str(out), "--decrypt", str(note)], home)
        if verdict.state is not SignatureState.GOOD:
            return verdict
        text = await asyncio.to_thread(out.read_bytes)
        return SignatureVerdict(verdict.state, verdict.sentence, verdict.signer, verdict.is_certified, text)


@contextmanager
def _workplace() -> Iterator[Path]:
    try:
        with tempfile.TemporaryDirectory(prefix="headwater-") as folder:
            yield Path(folder)
    except OSError as error:
        raise LocalError(say("a signature could not be checked: {reason}", reason=error.strerror or error)) from error


async def _run(arguments: list[str], home: Path | None) -> SignatureVerdict:
    program = shutil.which(_PROGRAM)
    if program is None:
        return SignatureVerdict(SignatureState.UNCHECKED, say("The signature was not checked: GnuPG is not installed."))
    environment = {**os.environ, "LC_ALL": "C"}
    if home is not None:
        environment["GNUPGHOME"] = str(home)
    process = await asyncio.create_subprocess_exec(
        program,
        *_OPTIONS,
        *arguments,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        env=environment,
    )
    try:
        async with asyncio.timeout(_TIME_LIMIT_S):
            _, said = await process.communicate()
    except TimeoutError:
        return SignatureVerdict(SignatureState.UNCHECKED, say("The signature was not checked: GnuPG took too long."))
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):  # it ended in this moment
                process.kill()
            await process.wait()
    return _judge(said.decode("utf-8", "replace"))


def _judge(said: str) -> SignatureVerdict:
    """From GnuPG's status lines (`[GNUPG:] WORD arguments`, doc/DETAILS of GnuPG)."""
    lines = [line.removeprefix("[GNUPG:] ") for line in said.splitlines() if line.startswith("[GNUPG:] ")]
    told = {word: rest for word, _, rest in (line.partition(" ") for line in lines)}
    for word in ("BADSIG", "REVKEYSIG"):
        if word in told:
            signer = told[word].partition(" ")[2]
            sentence = say("The signature of {signer} is bad: the key was revoked.", signer=signer)
            if word == "BADSIG":
                sentence = say("The signature of {signer} is bad: what was signed is not what is here.", signer=signer)
            return SignatureVerdict(SignatureState.BAD, sentence, signer)
    good = next((told[word] for word in ("GOODSIG", "EXPSIG", "EXPKEYSIG") if word in told), None)
    if good is not None and "VALIDSIG" in told:
        return _describe_good(good.partition(" ")[2], told)
    if "NO_PUBKEY" in told:
        key = told["NO_PUBKEY"].split(" ")[0]
        sentence = say("The signature could not be checked: you do not have the key {key}.", key=key)
        return SignatureVerdict(SignatureState.UNKNOWN_KEY, sentence, key)
    return SignatureVerdict(SignatureState.UNCHECKED, say("The signature was not checked: GnuPG cannot read it."))


def _describe_good(signer: str, told: dict[str, str]) -> SignatureVerdict:
    is_certified = not _TRUSTED.isdisjoint(told)
    sentence = say("Signed by {signer}.", signer=signer)
    if not is_certified:
        sentence = say("Signed by {signer}, with a key that you have not certified as theirs.", signer=signer)
    if "EXPSIG" in told or "EXPKEYSIG" in told:
        sentence = say("{sentence:clause}; signature or key has expired since.", sentence=sentence)
    return SignatureVerdict(SignatureState.GOOD, sentence, signer, is_certified)
