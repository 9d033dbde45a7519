"""Content codings: bounded steps, ends, damage and bombs."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]  # it has no stubs
import pytest
from backports import zstd

from headwater.channels.adapters import CodedAdapter
from headwater.channels.codings import STEP_BYTES, codings_of, make_decoder
from headwater.model.errors import Retry, SourceError

DATA = bytes(i * 7 % 256 for i in range(50_000)) * 20
ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda data: bytes(brotli.compress(data, quality=3)),
    "zstd": zstd.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
}


@pytest.mark.parametrize("coding", ENCODERS)
@pytest.mark.parametrize("step", [1, 1000, 10**9])
def test_round_trip_in_bounded_steps(coding: str, step: int) -> None:
    data = DATA[:60_000] if step == 1 else DATA
    body = ENCODERS[coding](data)
    decoder = make_decoder(coding)
    steps = [out for at in range(0, len(body), step) for out in decoder.decode(body[at : at + step])]
    decoder.finish()
    assert b"".join(steps) == data
    assert max(map(len, steps)) <= STEP_BYTES


@pytest.mark.parametrize("coding", ["gzip", "zstd", "bzip2", "xz"])
def test_members_one_after_another(coding: str) -> None:
    body = ENCODERS[coding](b"one ") + ENCODERS[coding](b"two")
    decoder = make_decoder(coding)
    assert b"".join(decoder.decode(body)) == b"one two"
    decoder.finish()


@pytest.mark.parametrize("coding", ENCODERS)
def test_a_cut_body_is_noticed(coding: str) -> None:
    body = ENCODERS[coding](DATA)
    decoder = make_decoder(coding)
    list(decoder.decode(body[: len(body) // 2]))
    with pytest.raises(SourceError, match="before its end") as caught:
        decoder.finish()
    assert caught.value.retry is Retry.NOW


@pytest.mark.parametrize("coding", ENCODERS)
def test_an_empty_body_is_no_fault(coding: str) -> None:
    make_decoder(coding).finish()


@pytest.mark.parametrize("coding", ENCODERS)
def test_a_bomb_is_stopped_long_before_it_is_large(coding: str) -> None:
    bomb = ENCODERS[coding](bytes(16 * 1024**2))
    adapter = CodedAdapter((coding,), None, max_ratio=100)
    got = 0

    def swallow() -> None:
        nonlocal got
        for at in range(0, len(bomb), 16384):
            for piece in adapter.feed(bomb[at : at + 16384]):
                got += len(piece.data)

    with pytest.raises(SourceError, match="may be a bomb") as caught:
        swallow()
    assert caught.value.retry is Retry.NEVER
    assert got <= max(4 * 1024**2, 100 * len(bomb))


@pytest.mark.parametrize(
    ("field", "name", "codings"),
    [
        (None, "x", ()),
        ("", "x", ()),
        ("identity", "x", ()),
        ("gzip", "x.bin", ("gzip",)),
        ("x-gzip", None, ("gzip",)),
        ("GZip , br", "x", ("br", "gzip")),
        ("gzip", "x.tar.gz", ()),
        ("gzip", "x.TGZ", ()),
        ("zstd", "x.zst", ()),
        ("gzip, gzip", "x.gz", ("gzip", "gzip")),
        ("br", "x.gz", ("br",)),
    ],
)
def test_which_codings_have_to_be_undone(field: str | None, name: str | None, codings: tuple[str, ...]) -> None:
    assert codings_of(field, name) == codings
