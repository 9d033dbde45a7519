"""Checksum files next to a download: where they may lie, what they say, and which line is the file's.

Read are the lines of `sha256sum` and its kin (`DIGEST  name`, `DIGEST *name`), BSD's (`SHA256 (name) = DIGEST`), a bare
digest alone in its file, and the `\\` with which coreutils marks escaped names. A list may be clear-signed by
OpenPGP; its signature is `discovery.signatures`' matter. Size is bounded: a list of a whole archive is some MiB.
Nothing here fetches.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit, urlunsplit

from headwater.model.errors import IntegrityError, UserError
from headwater.model.hashing import ALGORITHMS, Algorithm, find_algorithm
from headwater.model.job import Checksum
from headwater.model.wording import say

MAX_FILE_BYTES: Final = 8 * 1024 * 1024
SIGNATURE_SUFFIXES: Final = (".asc", ".gpg", ".sig")
_MAX_LINE: Final = 8 * 1024

_PLAIN: Final = re.compile(r"(?P<escaped>\\?)(?P<digest>[0-9a-fA-F]{8,128})[ \t]+\*?(?P<name>\S.*)\Z")
_BSD: Final = re.compile(
    r"(?P<escaped>\\?)(?P<function>[A-Za-z0-9-]+) ?\((?P<name>.+)\) ?= ?(?P<digest>[0-9a-fA-F]+)\Z"
)
_BARE: Final = re.compile(r"[0-9a-fA-F]{32,128}\Z")
_ESCAPES: Final = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}

#: By the length of a digest in hex, what it is where nothing else says so.
_BY_LENGTH: Final = {
    2 * ALGORITHMS[name].digest_bytes: name for name in ("sha-512", "sha-384", "sha-256", "sha-224", "sha-1", "md5")
}
_LISTS: Final = ("SHA256SUMS", "SHA512SUMS", "SHA1SUMS", "MD5SUMS", "sha256sums.txt", "CHECKSUM", "checksums.txt")


@dataclass(frozen=True, slots=True)
class ListedDigest:
    """One line: `name` as it stands there, None for a bare digest."""

    name: str | None
    algorithm: str
    hex_digest: str


def candidate_urls(file_url: str) -> tuple[str, ...]:
    """Where checksums of the file at `file_url` may lie, the likeliest and strongest first; no query is kept.

    Empty for a URL that has no file name.
    """
    parts = urlsplit(file_url)
    folder, _, name = parts.path.rpartition("/")
    if not name or parts.scheme not in {"http", "https", "ftp", "ftps", "ftpes", "sftp"}:
        return ()
    beside = [f"{name}{suffix}" for suffix in (".sha256", ".sha512")]
    beside += _LISTS[:2]
    beside += [f"{name}{suffix}" for suffix in (".sha256sum", ".sha512sum", ".sha1", ".md5")]
    beside += _LISTS[2:]
    return tuple(urlunsplit((parts.scheme, parts.netloc, f"{folder}/{entry}", "", "")) for entry in beside)


def signature_urls(checksum_url: str) -> tuple[str, ...]:
    """Where a detached OpenPGP signature of a checksum file or a download may lie."""
    parts = urlsplit(checksum_url)
    return tuple(
        urlunsplit((parts.scheme, parts.netloc, f"{parts.path}{suffix}", "", "")) for suffix in SIGNATURE_SUFFIXES
    )


def names_checksum_file(place: str) -> bool:
    """Whether a path or URL ends like a checksum file's name."""
    name = PurePosixPath(unquote(urlsplit(place).path if "://" in place else place)).name
    return name in _LISTS or re.search(r"(?i)(\.(sha(1|224|256|384|512)|md5)(sums?)?|sums)(\.txt)?\Z", name) is not None


def read_checksum_file(data: bytes, *, file_name: str = "") -> tuple[ListedDigest, ...]:
    """All digests of a checksum file; `file_name` (its own) says which function bare lengths mean, as BLAKE2's do.

    Lines that are none are passed over. Raises `UserError` when it is too large or holds no digest at all.
    """
    if len(data) > MAX_FILE_BYTES:
        raise UserError(
            say(
                "a checksum file of {size} bytes is refused; the most that is read is {most}",
                size=len(data),
                most=MAX_FILE_BYTES,
            )
        )
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    found = tuple(_read_lines(text.splitlines(), _function_of(file_name)))
    if not found:
        raise UserError("there is no checksum in this file")
    return found


def choose_line(listed: Iterable[ListedDigest], file_name: str, *, origin: str) -> Checksum | None:
    """The digest that is `file_name`'s, strongest function first; None where no line speaks of it.

    A bare digest speaks of the file only when it stands alone. Raises `IntegrityError` where two lines of equal
    claim contradict each other.
    """
    lines = tuple(listed)
    own = [line for line in lines if line.name is not None and PurePosixPath(line.name).name == file_name]
    exact = [line for line in own if line.name is not None and line.name.removeprefix("./") == file_name]
    if not own and all(line.name is None for line in lines):
        own = list(lines) if len({line.algorithm for line in lines}) == len(lines) else []
    best = min((exact or own), key=lambda line: list(ALGORITHMS).index(line.algorithm), default=None)
    if best is None:
        return None
    rivals = {line.hex_digest for line in exact or own if line.algorithm == best.algorithm}
    if len(rivals) > 1:
        raise IntegrityError(
            say(
                "{origin} gives {count} different {algorithm} hashes of {file_name}",
                origin=origin,
                count=len(rivals),
                algorithm=best.algorithm,
                file_name=file_name,
            )
        )
    return Checksum(best.algorithm, best.hex_digest, origin)


def read_pasted(text: str) -> Checksum:
    """A hash as a person pastes it: a bare digest, `sha-256=...`, `sha256:...`, or a line of a checksum file.

    Raises `UserError` for anything that is not exactly one digest of a known length.
    """
    plain = text.strip()
    function, mark, rest = plain.partition("=" if "=" in plain and "(" not in plain else ":")
    algorithm = find_algorithm(function) if mark else None
    if algorithm is not None and _fits(algorithm, rest.strip()):
        return Checksum(algorithm.name, rest.strip().lower())
    found = tuple(_read_lines([plain], None))
    if len(found) != 1:
        raise UserError("this is no hash; paste one of MD5, SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512 in hex")
    return Checksum(found[0].algorithm, found[0].hex_digest)


def _read_lines(lines: Iterable[str], named: Algorithm | None) -> Iterator[ListedDigest]:
    for raw in lines:
        line = raw.strip()
        if not line or len(line) > _MAX_LINE or line[0] in "#;-":
            continue
        if match := _BSD.match(line):
            algorithm = find_algorithm(match["function"])
        elif match := _PLAIN.match(line):
            algorithm = _guess(match["digest"], named)
        elif _BARE.match(line):
            algorithm = _guess(line, named)
            if algorithm is not None:
                yield ListedDigest(None, algorithm.name, line.lower())
            continue
        else:
            continue
        if algorithm is not None and _fits(algorithm, match["digest"]):
            name = match["name"]
            if match["escaped"]:
                name = re.sub(r"\\[\\nr]", lambda escape: _ESCAPES[escape[0]], name)
            yield ListedDigest(name, algorithm.name, match["digest"].lower())


def _guess(digest: str, named: Algorithm | None) -> Algorithm | None:
    """What a digest without a function's name is: what the file's name says where it fits, else by its length."""
    if named is not None and _fits(named, digest):
        return named
    name = _BY_LENGTH.get(len(digest))
    return None if name is None else ALGORITHMS[name]


def _function_of(file_name: str) -> Algorithm | None:
    """The function that a checksum file's name tells of (`SHA256SUMS`, `x.iso.b2`)."""
    match = re.search(r"(?i)(sha3?[-_]?\d{1,3}|md5|blake3|b2|b3)", file_name)
    return find_algorithm(match[1]) if match else None


def _fits(algorithm: Algorithm, digest: str) -> bool:
    return len(digest) == 2 * algorithm.digest_bytes and re.fullmatch(r"[0-9a-fA-F]+", digest) is not None
