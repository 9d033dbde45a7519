"""Torrents made by libtorrent: the oracle for our own trees and our own reading of metainfo."""

from pathlib import Path
from typing import Any

import pytest


def make_torrent(folder: Path, content: bytes, *, piece_bytes: int, hybrid: bool = False, beside: bool = False) -> Any:
    """Metainfo (a dictionary of bytes, as libtorrent gives it) of one file `f.bin` with `content` in `folder`.

    `beside` puts a second file into the torrent, which libtorrent needs to take a file without bytes. Skips the
    test where libtorrent is not installed.
    """
    libtorrent = pytest.importorskip("libtorrent", reason="libtorrent is the oracle of hash trees")
    top = folder / "t"
    top.mkdir()
    (top / "f.bin").write_bytes(content)
    if beside:
        (top / "g.bin").write_bytes(b"beside")
    what = top if beside else top / "f.bin"
    flags = 0 if hybrid else libtorrent.create_torrent.v2_only
    maker = libtorrent.create_torrent(libtorrent.list_files(str(what)), piece_bytes, flags)
    libtorrent.set_piece_hashes(maker, str(what.parent))
    maker.add_url_seed("https://one.example/pub/")
    maker.add_url_seed("https://two.example/f.bin")
    return maker.generate()


def encode(value: Any) -> bytes:
    """Bencode what `make_torrent` gave, or a hostile variation of it."""
    if isinstance(value, int):
        return b"i%de" % value
    if isinstance(value, bytes):
        return b"%d:%s" % (len(value), value)
    if isinstance(value, list):
        return b"l" + b"".join(map(encode, value)) + b"e"
    return b"d" + b"".join(encode(key) + encode(value[key]) for key in sorted(value)) + b"e"
