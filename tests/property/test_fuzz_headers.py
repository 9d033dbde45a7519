"""Whatever bytes a server sends: the parsers of headers and multipart bodies raise nothing outside the error tree."""

import string
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import given, settings
from hypothesis import strategies as st
from multidict import CIMultiDict

from headwater.channels.adapters import make_adapter
from headwater.channels.codings import STEP_BYTES, codings_of, make_decoder
from headwater.channels.http_answer import Exchange, judge
from headwater.channels.multipart import MultipartParser, boundary_of
from headwater.channels.redirects import follow
from headwater.channels.web_page import looks_like_page, may_be_page
from headwater.discovery.filename import file_name, name_from_disposition, sanitize
from headwater.discovery.http_fields import parse_content_range, parse_http_date, parse_number, parse_retry_after
from headwater.discovery.link_header import mirrors_of, parse_links
from headwater.model.errors import SourceError
from headwater.model.ports import ChannelRequest
from headwater.model.spans import Span, SpanSet

BASE = "http://origin.test/folder/file.iso"
#: Header text as aiohttp hands it on: any characters but line ends, undecodable bytes as surrogates.
anything = st.one_of(
    st.text(max_size=200),
    st.binary(max_size=200).map(lambda raw: raw.decode("utf-8", "surrogateescape")),
)


@contextmanager
def at_most_source_errors() -> Iterator[None]:
    """Lets errors of sources pass, which must be a sentence, and nothing else."""
    said = None
    try:
        yield
    except SourceError as error:
        said = str(error)
    assert said is None or said.endswith(".")


def seasoned(*words: str) -> st.SearchStrategy[str]:
    """Text that is half what the grammar knows and half not."""
    return st.lists(st.one_of(st.sampled_from(words), anything), max_size=12).map("".join)


dispositions = seasoned(
    "attachment",
    ";",
    "filename",
    "filename*",
    "*0",
    "*1*",
    "=",
    '"',
    "UTF-8''",
    "%e2%82%ac",
    "%",
    "\\",
    "=?utf-8?Q?",
    "?=",
    "..",
    "/",
    " ",
)
ranges = seasoned("bytes", " ", "0", "99", "-", "/", "*", "1000", "=", "９")
links = seasoned("<", ">", "http://a.test/", ";", "rel=duplicate", '"', "\\", ",", "=", "pri=1", "[", "//")


@given(dispositions)
def test_content_disposition(value: str) -> None:
    name_from_disposition(value)
    name = file_name(value, BASE)
    assert name is not None
    assert_harmless(name)


@given(st.one_of(anything, st.text(alphabet=string.printable + "\u202e\ud800ä", max_size=600)))
def test_sanitize(name: str) -> None:
    clean = sanitize(name)
    if clean is not None:
        assert_harmless(clean)
        assert sanitize(clean) == clean


def assert_harmless(name: str) -> None:
    assert name
    assert name not in {".", ".."}
    assert not set(name) & set('/\\:\0\n\r<>"|?*')
    assert not name.startswith(".")
    assert not name.endswith((".", " "))
    assert len(name.encode()) <= 255


@given(ranges)
def test_content_range(value: str) -> None:
    learned = parse_content_range(value)
    if learned is not None and learned.span is not None and learned.size_bytes is not None:
        assert learned.span.end <= learned.size_bytes


@given(links, anything)
def test_links(value: str, base: str) -> None:
    mirrors_of(parse_links(value, BASE))
    parse_links(value, base)


@given(anything)
def test_small_fields(value: str) -> None:
    parse_number(value)
    parse_http_date(value)
    wait_s = parse_retry_after(value, 1e9)
    assert wait_s is None or wait_s >= 0
    may_be_page(value, value, True)
    looks_like_page(value, value.encode("utf-8", "replace"))


@given(anything)
def test_fields_that_may_be_refused(value: str) -> None:
    for parse in (
        lambda: codings_of(value, value),
        lambda: boundary_of(value),
        lambda: boundary_of("multipart/byteranges; boundary=" + value),
        lambda: follow(BASE, value, hops=0, max_hops=5, seen=set()),
    ):
        with at_most_source_errors():
            parse()


multipart_words = st.lists(
    st.one_of(
        st.sampled_from(
            [
                b"--B",
                b"--B--",
                b"\r\n",
                b"\n",
                b"\r\n\r\n",
                b"Content-Range: bytes 0-9/100",
                b"0123456789",
                b"content-range:bytes 5-14/100",
                b"Content-Range: bytes 0-99/*",
                b"Content-Type: x/y",
                b"--",
                b":",
                b"Content-Range: bytes 90-99/100",
                b"Content-Range: bytes 0-9/50",
            ]
        ),
        st.binary(max_size=30),
    ),
    max_size=40,
).map(b"".join)


@given(multipart_words, st.integers(1, 50))
def test_multipart_bodies_of_nonsense(body: bytes, step: int) -> None:
    parser = MultipartParser(b"B")
    with at_most_source_errors():
        for at in range(0, len(body), step):
            for piece in parser.feed(body[at : at + step]):
                assert piece.data
        parser.finish()


@st.composite
def good_multiparts(draw: st.DrawFn) -> tuple[bytes, bytes, list[Span], bytes]:
    """A file, its body in parts, the spans in the order sent, and the boundary."""
    data = draw(st.binary(min_size=1, max_size=400))
    spans = draw(
        st.lists(
            st.tuples(st.integers(0, len(data) - 1), st.integers(1, len(data))).map(
                lambda pair: Span(pair[0], min(len(data), pair[0] + pair[1]))
            ),
            min_size=1,
            max_size=8,
        )
    )
    boundary = draw(st.text(alphabet=string.ascii_letters + string.digits + "'()+_,-./:=?", min_size=1, max_size=20))
    end = draw(st.sampled_from(["\r\n", "\n"]))
    name = draw(st.sampled_from(["Content-Range", "content-range", "CONTENT-RANGE"]))
    body = draw(st.sampled_from([b"", b"preamble" + end.encode()]))
    for span in spans:
        said = f"{name}: bytes {span.start}-{span.end - 1}/{len(data)}"
        body += f"--{boundary}{end}Content-Type: x/y{end}{said}{end}{end}".encode()
        body += data[span.start : span.end] + end.encode()
    return data, body + f"--{boundary}--{end}epilogue".encode(), spans, boundary.encode()


@given(good_multiparts(), st.integers(1, 60))
def test_good_multipart_bodies_in_any_pieces(good: tuple[bytes, bytes, list[Span], bytes], step: int) -> None:
    data, body, spans, boundary = good
    parser = MultipartParser(boundary)
    got = bytearray(len(data))
    seen = SpanSet()
    for at in range(0, len(body), step):
        for piece in parser.feed(body[at : at + step]):
            got[piece.offset : piece.offset + len(piece.data)] = piece.data
            seen.add(Span(piece.offset, piece.offset + len(piece.data)))
    parser.finish()
    assert parser.is_ended
    assert parser.size_bytes == len(data)
    assert seen == SpanSet(spans)
    assert all(got[span.start : span.end] == data[span.start : span.end] for span in seen)


@given(st.sampled_from(["gzip", "deflate", "br", "zstd", "bzip2", "xz"]), st.lists(st.binary(max_size=200), max_size=5))
def test_compressed_bodies_of_nonsense(coding: str, chunks: list[bytes]) -> None:
    decoder = make_decoder(coding)
    with at_most_source_errors():
        for chunk in chunks:
            for step in decoder.decode(chunk):
                assert 0 < len(step) <= STEP_BYTES
        decoder.finish()


header_sets = st.dictionaries(
    st.sampled_from(
        [
            "Content-Range",
            "Content-Length",
            "Content-Type",
            "Content-Encoding",
            "Content-Disposition",
            "ETag",
            "Link",
            "Last-Modified",
            "Accept-Ranges",
            "Retry-After",
            "Transfer-Encoding",
            "Repr-Digest",
        ]
    ),
    st.one_of(
        ranges, dispositions, links, st.sampled_from(["gzip", "multipart/byteranges; boundary=B", "text/html", "10"])
    ),
    max_size=6,
)


@settings(max_examples=300)
@given(
    st.sampled_from([200, 206, 416, 204, 304, 401, 404, 429, 503, 799]),
    header_sets,
    st.lists(st.binary(max_size=80), max_size=4),
    st.sampled_from([(Span(0, 10),), (Span(0, 10), Span(20, 30)), (Span(5, 2**63 - 1),)]),
    st.sampled_from([None, 0, 10, 1000]),
)
def test_whole_answers(
    status: int, fields: dict[str, str], chunks: list[bytes], spans: tuple[Span, ...], size: int | None
) -> None:
    exchange = Exchange(ChannelRequest(spans, size), status, BASE, 0.1, None, 1e9)
    promised = SpanSet()
    came = SpanSet()
    with at_most_source_errors():
        facts, body = judge(exchange, CIMultiDict(fields))
        promised.update(facts.spans)
        adapter = make_adapter(body, size_bytes=size, max_ratio=400)
        for chunk in chunks:
            if chunk and facts.spans:
                for piece in adapter.feed(chunk):
                    assert came.add(Span(piece.offset, piece.offset + len(piece.data))) == len(piece.data)
        list(adapter.finish())
    assert all(promised.covers(span) for span in came)
