"""`headwater-cli prove`: that one place of a file is right, told by whoever has it to whoever trusts its root only.

Made from the file (from the tree that was kept of it, where it was fetched here), sent as a line of JSON, and checked
without reading the rest, which need not even be there. Exit status: 0 made, or right; 1 wrong; 2 usage.
"""

import argparse
import asyncio
import re
import sys
from pathlib import Path
from typing import Final

from headwater.content.block_proof import (
    MAX_TEXT_BYTES,
    BlockProof,
    check_block,
    hash_file,
    prove_block,
    root_of_pieces,
    tree_of_pieces,
)
from headwater.content.hash_tree import HashTree
from headwater.control.document_fetch import Asker, choose_file, is_url, load, load_signed
from headwater.control.own_files import recall
from headwater.engine.profile import Profile
from headwater.engine.settings import saved_settings
from headwater.model.errors import HeadwaterError, UserError
from headwater.model.hashing import TREE
from headwater.model.merkle import NODE_BYTES

_EXIT_OK: Final = 0
_EXIT_WRONG: Final = 1
_EXIT_USAGE: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `prove` takes."""
    parser.description = (
        "Prove one 16 KiB block of FILE by the root of its hash tree (BitTorrent v2), or check a proof."
    )
    parser.epilog = "Exit status: 0 made, or right; 1 wrong; 2 usage."
    parser.add_argument("file", type=Path, metavar="FILE", help="all of it, or for --check a part of it")
    parser.add_argument(
        "offset", nargs="?", type=int, metavar="OFFSET", help="print a proof of the block that holds it"
    )
    parser.add_argument("--check", metavar="PROOF", help="what another computer printed: a path, a URL, or - for input")
    parser.add_argument("--against", metavar="ROOT", help="what is trusted: 64 hex digits, or a torrent of version 2")


def run(args: argparse.Namespace) -> int:
    """Carry `prove` out; returns the exit status."""
    try:
        if (args.offset is None) == (args.check is None):
            raise UserError("say either which OFFSET is to be proven, or with --check which proof is to be checked")
        return asyncio.run(_make(args.file, args.offset) if args.check is None else _check(args))
    except UserError as error:
        sys.stderr.write(f"headwater-cli prove: {error}\n")
        return _EXIT_USAGE
    except HeadwaterError as error:
        sys.stderr.write(f"headwater-cli prove: {error}\n")
        return _EXIT_WRONG


async def _make(path: Path, offset: int) -> int:
    tree = await _kept_tree(path)
    if tree is None:
        tree = await asyncio.to_thread(hash_file, path)
    made = await asyncio.to_thread(prove_block, path, tree, offset)
    sys.stdout.write(made.to_text() + "\n")
    return _EXIT_OK


async def _kept_tree(path: Path) -> HashTree | None:
    """The tree that was computed as the file came; None where the file is to be read for it."""
    known = await recall(path, Profile.find())
    if known is None or known.pieces is None or known.size_bytes is None or known.pieces.algorithm != TREE:
        return None
    return tree_of_pieces(known.pieces, known.size_bytes)


async def _check(args: argparse.Namespace) -> int:
    path: Path = args.file
    if args.against is None:
        raise UserError("a proof is worth what its root is: name with --against the root or the torrent that you trust")
    asker = Asker(await asyncio.to_thread(saved_settings))
    sent = BlockProof.from_text(await _read_proof(args.check, asker))
    root = await _trusted_root(args.against, path, sent, asker)
    is_right = await asyncio.to_thread(check_block, path, sent, root)
    words = "belong to" if is_right else "do not belong to"
    place = f"bytes {sent.span.start}-{sent.span.end - 1}"
    sys.stdout.write(f"{path.name}: {place} {words} the file with the root {root.hex()}.\n")
    return _EXIT_OK if is_right else _EXIT_WRONG


async def _read_proof(place: str, asker: Asker) -> str:
    if place == "-":
        return await asyncio.to_thread(sys.stdin.read, MAX_TEXT_BYTES)
    return (await load(place, MAX_TEXT_BYTES, asker=asker)).decode("utf-8", "replace")


async def _trusted_root(against: str, path: Path, sent: BlockProof, asker: Asker) -> bytes:
    """The root to believe in. It is that of a file of one size: a torrent tells it, else the file here must have it."""
    root = await asyncio.to_thread(_pasted_root, against, path, sent.size_bytes)
    if root is not None:
        return root
    document = await load_signed(against, asker)
    file = choose_file(document.files, path.name.removesuffix(".part"), against)
    if file.pieces is None or file.pieces.algorithm != TREE or file.size_bytes is None:
        raise UserError(f"{against} has no hash tree of {path.name}")
    if file.size_bytes != sent.size_bytes:
        raise UserError(f"the proof is of a file of {sent.size_bytes:,} bytes, and {against} of {file.size_bytes:,}")
    return root_of_pieces(file.pieces, file.size_bytes)


def _pasted_root(text: str, path: Path, size_bytes: int) -> bytes | None:
    """The root that was given as such; None for a document's place."""
    if is_url(text) or not re.fullmatch(rf"[0-9A-Fa-f]{{{2 * NODE_BYTES}}}", text) or Path(text).is_file():
        return None
    if not path.is_file() or path.stat().st_size != size_bytes:
        raise UserError(
            f"{path.name} has not the {size_bytes:,} bytes of the proof, and a root alone does not say how long its "
            "file is: name the torrent"
        )
    return bytes.fromhex(text)
