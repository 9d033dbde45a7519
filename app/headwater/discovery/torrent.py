"""Torrents as a source of hashes and web seeds, without a swarm: version 2 (BEP 52), hybrids, and BEP 19.

What a version 2 torrent says of a file is the root of its hash tree and one layer of it; both are checked against
each other here, so that a piece layer that gets out of this module proves what the root proves. Version 1 hashes
pieces of all files strung together with SHA-1, and is not supported.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from headwater.discovery.bencode import Value, decode
from headwater.model.errors import IntegrityError, UserError
from headwater.model.hashing import TREE, TREE_LEAF_BYTES
from headwater.model.job import PieceHashes
from headwater.model.merkle import EMPTY_ROOT, NODE_BYTES, nodes_at, piece_level, root_of_layer, tree_height
from headwater.model.source import SourceSpec
from headwater.model.spans import UNKNOWN_END
from headwater.model.wording import say

MAX_DOCUMENT_BYTES: Final = 64 * 1024 * 1024
MAX_FILES: Final = 1000
MAX_WEB_SEEDS: Final = 1000
MEDIA_TYPE: Final = "application/x-bittorrent"

_MAX_PIECE_BYTES: Final = 1024**3
_SCHEMES: Final = frozenset({"http", "https", "ftp"})


@dataclass(frozen=True, slots=True)
class TorrentFile:
    """One file of a torrent: its path inside, its root (32 bytes, zeros when empty), and where web seeds hold it.

    `pieces` are hash-tree pieces; a file no larger than a piece has one, its root.
    """

    path: tuple[str, ...]
    size_bytes: int
    root: bytes
    pieces: PieceHashes | None
    sources: tuple[SourceSpec, ...]

    @property
    def name(self) -> str:
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Torrent:
    """A version 2 or hybrid torrent."""

    name: str
    files: tuple[TorrentFile, ...]


def looks_like_torrent(document: bytes) -> bool:
    """Whether the beginning of a document speaks for a torrent."""
    return re.match(rb"d\d+:", document) is not None and b"4:info" in document


def read_torrent(document: bytes, *, origin: str = "torrent") -> Torrent:
    """The torrent in `document`.

    Raises `UserError` for what is no torrent, is beyond all measure or is of version 1 only, `IntegrityError` where
    its hashes contradict each other.
    """
    if len(document) > MAX_DOCUMENT_BYTES:
        raise UserError(
            say(
                "a torrent of {size} bytes is refused; the most that is read is {most}",
                size=len(document),
                most=MAX_DOCUMENT_BYTES,
            )
        )
    top = _dictionary(decode(document), say("the torrent"))
    info = _dictionary(top.get(b"info"), say("the torrent's info"))
    if info.get(b"meta version") != 2:
        raise UserError(
            "torrents of version 1 are not supported, because they hash pieces that run across files with SHA-1, which "
            "proves too little; ask for a version 2 or hybrid torrent, or a Metalink"
        )
    name = _path_part(info.get(b"name"))
    piece_bytes = _integer(info.get(b"piece length"), say("piece length"), TREE_LEAF_BYTES, _MAX_PIECE_BYTES)
    if piece_bytes & (piece_bytes - 1):
        raise UserError(
            say("the torrent's piece length of {piece_bytes} bytes is no power of two", piece_bytes=piece_bytes)
        )
    listed = _walk(_dictionary(info.get(b"file tree"), say("the file tree")))
    layers = _Layers(_dictionary(top.get(b"piece layers", {}), say("the piece layers")), piece_bytes, origin)
    seeds = _web_seeds(top.get(b"url-list"))
    single = len(listed) == 1 and listed[0][0] == (name,)
    files = tuple(
        _read_file(path, entry, layers, _place_on_seeds(seeds, name, path, single=single)) for path, entry in listed
    )
    return Torrent(name, files)


class _Layers:
    """The torrent's piece layers; each is proven against its root once, however many files name it."""

    def __init__(self, layers: dict[bytes, Value], piece_bytes: int, origin: str) -> None:
        self._layers = layers
        self._piece_bytes = piece_bytes
        self._level = piece_level(piece_bytes)
        self._origin = origin
        self._proven: set[bytes] = set()

    def find(self, root: bytes, size_bytes: int, name: str) -> PieceHashes:
        """The pieces of a file; raises `IntegrityError` unless they lead to its root."""
        if size_bytes <= self._piece_bytes:
            return PieceHashes(TREE, TREE_LEAF_BYTES << tree_height(size_bytes), root, self._origin)
        layer = self._layers.get(root)
        if not isinstance(layer, bytes) or len(layer) != nodes_at(size_bytes, self._level) * NODE_BYTES:
            raise IntegrityError(
                say("the torrent's piece layer of {name} is missing or has the wrong number of hashes", name=name)
            )
        if root not in self._proven:
            if root_of_layer(layer, self._level, size_bytes) != root:
                raise IntegrityError(say("the torrent's piece layer of {name} does not lead to its root", name=name))
            self._proven.add(root)
        return PieceHashes(TREE, self._piece_bytes, layer, self._origin)


def _read_file(
    path: tuple[str, ...], entry: dict[bytes, Value], layers: _Layers, sources: tuple[SourceSpec, ...]
) -> TorrentFile:
    size_bytes = _integer(entry.get(b"length"), say("length of {name}", name=path[-1]), 0, UNKNOWN_END - 1)
    if size_bytes == 0:
        return TorrentFile(path, 0, EMPTY_ROOT, None, sources)
    root = entry.get(b"pieces root")
    if not isinstance(root, bytes) or len(root) != NODE_BYTES:
        raise IntegrityError(
            say("the torrent gives {name} a root that is not {wanted} bytes long", name=path[-1], wanted=NODE_BYTES)
        )
    return TorrentFile(path, size_bytes, root, layers.find(root, size_bytes, path[-1]), sources)


def _walk(tree: dict[bytes, Value]) -> list[tuple[tuple[str, ...], dict[bytes, Value]]]:
    """Paths and entries of all files, in the tree's order (BEP 52: a file is the value of an empty key)."""
    found: list[tuple[tuple[str, ...], dict[bytes, Value]]] = []
    waiting: list[tuple[tuple[str, ...], dict[bytes, Value]]] = [((), tree)]
    while waiting:
        path, node = waiting.pop()
        if b"" in node:
            if len(node) != 1 or not path:
                raise UserError("the torrent's file tree has a file where a folder is")
            found.append((path, _dictionary(node[b""], say("a file of the torrent"))))
            if len(found) > MAX_FILES:
                raise UserError(say("the torrent holds more than {most} files", most=MAX_FILES))
            continue
        waiting.extend(
            ((*path, _path_part(part)), _dictionary(node[part], say("the file tree")))
            for part in sorted(node, reverse=True)
        )
    if not found:
        raise UserError("the torrent holds no file")
    return found


def _web_seeds(value: Value | None) -> list[str]:
    """BEP 19's `url-list`: one URL or a list of them; those of other schemes are passed over."""
    listed = value if isinstance(value, list) else [value]
    if len(listed) > MAX_WEB_SEEDS:
        raise UserError(say("the torrent lists more than {most} web seeds", most=MAX_WEB_SEEDS))
    texts = [entry.decode("utf-8", "replace").strip() for entry in listed if isinstance(entry, bytes)]
    return [text for text in dict.fromkeys(texts) if _is_web_url(text)]


def _is_web_url(text: str) -> bool:
    if re.search(r"[\x00-\x20\x7f\ufffd]", text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _place_on_seeds(seeds: list[str], name: str, path: tuple[str, ...], *, single: bool) -> tuple[SourceSpec, ...]:
    """BEP 19: a seed that ends in a slash has the torrent's name, and a folder its files' paths, added to it."""
    inside = (name,) if single else (name, *path)
    ending = "/".join(quote(part, safe="") for part in inside)
    urls = [seed + ending if seed.endswith("/") else seed if single else f"{seed}/{ending}" for seed in seeds]
    return tuple(SourceSpec(url) for url in urls)


def _dictionary(value: Value | None, what: str) -> dict[bytes, Value]:
    if not isinstance(value, dict):
        raise UserError(say("this is no usable torrent: {what} is missing or not a dictionary", what=what))
    return value


def _integer(value: Value | None, what: str, low: int, high: int) -> int:
    if not isinstance(value, int) or not low <= value <= high:
        raise UserError(say("the torrent's {what} is not a number from {low} to {high}", what=what, low=low, high=high))
    return value


def _path_part(value: Value | None) -> str:
    """A file's or folder's name; raises `UserError` for one that could lead elsewhere."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else ""
    if text.strip() in {"", ".", ".."} or len(text) > 1024 or re.search(r"[/\\\x00-\x1f\x7f]", text):
        raise UserError(say("the torrent names a file {name}, which is no safe name", name=repr(text[:100])))
    return text
