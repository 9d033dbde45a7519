"""What the add dialog asks, turned into jobs, or into one sentence that says what to change. Pure."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from headwater.control.batch import expand
from headwater.model.errors import UserError
from headwater.model.job import Checksum, JobOptions, JobSpec
from headwater.model.source import SourceSpec
from headwater_ui.dialogs.more_form import MoreForm, read_more
from headwater_ui.language import engine_words, translate
from headwater_ui.links import SCHEMES, links_in_text

#: Digest sizes in hexadecimal digits, the usual algorithm of that length.
_BY_LENGTH: Final = {32: "md5", 40: "sha-1", 64: "sha-256", 96: "sha-384", 128: "sha-512"}
_KNOWN: Final = frozenset(_BY_LENGTH.values()) | {"sha-224", "sha3-256", "sha3-512"}
#: A line that is one link and may hold a batch pattern.
_PATTERN: Final = re.compile(rf"(?:{'|'.join(SCHEMES)})://\S*[\[{{]\S*\Z", re.IGNORECASE)
_FORBIDDEN_IN_NAMES: Final = re.compile(r'[/\\:*?"<>|\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class AddForm:
    """The fields as they were filled in; `groups` are the links of one file each, `replaced` those of files that are to
    take the place of what stands there. `found` lay on a server; it counts while it is what stands in the field."""

    groups: tuple[tuple[str, ...], ...]
    folder: str
    name: str = ""
    checksum: str = ""
    start_now: bool = True
    more: MoreForm = field(default_factory=MoreForm)
    replaced: frozenset[tuple[str, ...]] = frozenset()
    found: Checksum | None = None


def read_links(text: str) -> tuple[str, ...]:
    """The links of the field. Raises `UserError` when there is none, or for a line that is not one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise UserError(translate("AddForm", "Enter at least one link, for example https://example.org/file.iso"))
    links: list[str] = []
    for line in lines:
        found = _expanded(line) if _PATTERN.match(line) else links_in_text(line)
        if not found:
            short = line if len(line) <= 60 else line[:57] + "…"
            raise UserError(
                translate("AddForm", "“{short}” is not a link. Links begin with {schemes}").format(
                    short=short, schemes=", ".join(f"{s}://" for s in SCHEMES)
                )
            )
        links += found
    return tuple(dict.fromkeys(links))


def _expanded(line: str) -> tuple[str, ...]:
    """The links that a line with a batch pattern stands for: `https://a.example/disk[01-20].{iso,sig}`."""
    try:
        texts = expand(line)
    except UserError as error:
        words = engine_words(error)
        raise UserError(words[:1].upper() + words[1:]) from error
    return tuple(link for text in texts for link in links_in_text(text))


def read_checksum(text: str) -> Checksum | None:
    """`HEX` or `algorithm=HEX`; None when empty. Raises `UserError`."""
    words = text.strip()
    if not words:
        return None
    algorithm, found, digest = words.rpartition("=") if "=" in words else words.rpartition(":")
    digest = re.sub(r"\s", "", digest).lower()
    if not re.fullmatch(r"[0-9a-f]+", digest):
        raise UserError(translate("AddForm", "The checksum must be hexadecimal: digits 0 to 9 and letters a to f"))
    if not found:
        if len(digest) not in _BY_LENGTH:
            raise UserError(
                translate("AddForm", "No checksum has {count} digits; SHA-256 has 64, SHA-1 40, MD5 32").format(
                    count=len(digest)
                )
            )
        return Checksum(_BY_LENGTH[len(digest)], digest)
    name = _canonical(algorithm)
    if name not in _KNOWN:
        raise UserError(
            translate("AddForm", "The checksum “{name}” is not known; use sha-256, sha-512, sha-1 or md5").format(
                name=algorithm.strip()
            )
        )
    wanted = 2 * hashlib.new(_hashlib_name(name)).digest_size
    if len(digest) != wanted:
        raise UserError(
            translate("AddForm", "A {name} checksum has {wanted} digits, this one has {count}").format(
                name=name, wanted=wanted, count=len(digest)
            )
        )
    return Checksum(name, digest)


def checksum_text(checksum: Checksum) -> str:
    """How a checksum stands in the field."""
    return f"{checksum.algorithm}={checksum.hex_digest}"


def proof_text(options: JobOptions) -> str:
    """How the checksum that a job is judged by stands in the field; empty where it has none of the whole file."""
    return next((checksum_text(checksum) for checksum in options.checksums if not checksum.is_hint), "")


def put_proof(text: str, options: JobOptions) -> JobOptions:
    """A job's options with what the field says. Raises `UserError`.

    Who takes a checksum away, or gives another, believes nothing more of what came with it: hashes of blocks go, too,
    where no file that is here is to be mended by them.
    """
    before = proof_text(options)
    if text.strip() == before:
        return options
    checksum = read_checksum(text)
    pieces = None if before and options.mend is None else options.pieces
    return replace(options, checksums=(checksum,) if checksum else (), pieces=pieces)


def read_name(text: str) -> str | None:
    """A file name; None when empty. Raises `UserError` for one that no folder can hold."""
    name = text.strip()
    if not name:
        return None
    if _FORBIDDEN_IN_NAMES.search(name) or name in (".", ".."):
        raise UserError(translate("AddForm", 'The name must not contain / \\ : * ? " < > |'))
    if len(name.encode()) > 255:
        raise UserError(translate("AddForm", "The name is too long; 255 bytes at most"))
    return name


def read_folder(text: str) -> Path:
    """An absolute folder, which need not exist yet. Raises `UserError`. Looks at the disk."""
    if not text.strip():
        raise UserError(translate("AddForm", "Choose the folder that the file goes to"))
    folder = Path(text.strip()).expanduser()
    if not folder.is_absolute():
        raise UserError(translate("AddForm", "The folder must be a whole path, for example ~/Downloads"))
    if folder.exists() and not folder.is_dir():
        raise UserError(translate("AddForm", "{folder} is a file, not a folder").format(folder=folder))
    return folder


def read_form(form: AddForm) -> tuple[JobSpec, ...]:
    """The jobs that the form asks for, one a group. Raises `UserError`."""
    folder, name, checksum = read_folder(form.folder), read_name(form.name), form.found
    if checksum is None or form.checksum.strip() != checksum_text(checksum):
        checksum = read_checksum(form.checksum)
    if len(form.groups) > 1 and name is not None:
        raise UserError(translate("AddForm", "A name fits one file; leave it empty, or join the links"))
    if len(form.groups) > 1 and checksum is not None:
        raise UserError(translate("AddForm", "A checksum fits one file; leave it empty, or join the links"))
    options = replace(read_more(form.more), checksums=(checksum,) if checksum else (), start_paused=not form.start_now)
    over = replace(options, overwrite=True)
    return tuple(
        JobSpec(tuple(map(SourceSpec, group)), folder, name, over if group in form.replaced else options)
        for group in form.groups
    )


def _canonical(algorithm: str) -> str:
    name = algorithm.strip().lower().replace("_", "-")
    match = re.fullmatch(r"sha-?(1|224|256|384|512)", name)
    return f"sha-{match.group(1)}" if match else name


def _hashlib_name(name: str) -> str:
    return name.replace("sha-", "sha").replace("sha3-", "sha3_")
