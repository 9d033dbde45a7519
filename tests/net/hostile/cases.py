"""The table of hostile behaviours: what a server does, and what has to come of it.

Every case asks a server that is said to hold `DATA`. `gets` says which bytes must arrive, `refuses` which error with
what advice; whatever arrives must be the file's own bytes, which the runner checks for every case.
"""

import gzip
import zlib
from dataclasses import dataclass, field
from typing import Any, Final

import brotli  # type: ignore[import-untyped]  # it has no stubs
from backports import zstd
from tests.net.hostile.harness import DATA, IMPATIENT, SETTINGS, SIZE
from tests.net.hostile.server import Answer, Behaviour, Then, in_turn

from headwater.model.errors import Retry
from headwater.model.ports import ChannelRequest, ChannelSettings
from headwater.model.source import Support, Validator
from headwater.model.spans import UNKNOWN_END, Span

ALL: Final = Span(0, UNKNOWN_END)
ETAG: Final = '"one"'


@dataclass(frozen=True)
class Gets:
    """These bytes arrive and no error; `facts` are compared by name."""

    spans: tuple[Span, ...]
    reusable: bool | None = None
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Refuses:
    """An error with this advice, whose sentence contains `words`; exactly `received` bytes came before it."""

    retry: Retry
    words: str
    received: int | None = 0
    about: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """One behaviour."""

    name: str
    behaviour: Behaviour
    expect: Gets | Refuses
    request: ChannelRequest = field(default_factory=lambda: ChannelRequest((ALL,)))
    path: str = "/file.bin"
    settings: ChannelSettings = SETTINGS


def head(status: str, *lines: str, version: str = "HTTP/1.1") -> bytes:
    return "\r\n".join((f"{version} {status}", *lines, "", "")).encode("utf-8")


def whole(*lines: str, body: bytes = DATA, then: Then = Then.KEEP, length: int | None = None) -> Answer:
    return Answer(head("200 OK", f"Content-Length: {len(body) if length is None else length}", *lines) + body, then)


def part(span: Span, *lines: str, size: int | str = SIZE, body: bytes | None = None, then: Then = Then.KEEP) -> Answer:
    data = DATA[span.start : span.end] if body is None else body
    said = f"Content-Range: bytes {span.start}-{span.end - 1}/{size}"
    return Answer(head("206 Partial Content", said, f"Content-Length: {span.size}", *lines) + data, then)


def raw(*parts: bytes, then: Then = Then.KEEP, pieces_of: int = 0) -> Answer:
    return Answer(b"".join(parts), then, pieces_of)


def status(line: str, *lines: str, body: bytes = b"no") -> Answer:
    return Answer(head(line, f"Content-Length: {len(body)}", *lines) + body)


def chunked(body: bytes, step: int = 4096, end: bytes = b"0\r\n\r\n") -> bytes:
    chunks = (body[at : at + step] for at in range(0, len(body), step))
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + end


def parts_body(spans: tuple[Span, ...], boundary: str = "B", size: int | str = SIZE) -> bytes:
    body = b""
    for span in spans:
        said = f"Content-Range: bytes {span.start}-{span.end - 1}/{size}"
        body += f"\r\n--{boundary}\r\nContent-Type: x/y\r\n{said}\r\n\r\n".encode()
        body += DATA[span.start : span.end]
    return body + f"\r\n--{boundary}--\r\n".encode()


def parts(body: bytes, content_type: str = "multipart/byteranges; boundary=B", then: Then = Then.KEEP) -> Answer:
    return Answer(
        head("206 Partial Content", f"Content-Type: {content_type}", f"Content-Length: {len(body)}") + body, then
    )


def ask(*spans: Span, size: int | None = None, validator: Validator | None = None) -> ChannelRequest:
    return ChannelRequest(spans, size, validator)


def always(answer: Answer) -> Behaviour:
    return in_turn([answer])


def without_range(whole_answer: Answer, range_answer: Answer) -> Behaviour:
    """One answer to requests without `Range`, another to those with one."""
    return lambda asked, _: range_answer if "range" in asked.fields else whole_answer


A, B, C = Span(0, 1000), Span(5000, 6000), Span(90_000, 100_000)
FILE = Span(0, SIZE)
PAGE = b"<!DOCTYPE html>\n<html><head><title>Sorry</title></head><body>expired</body></html>" * 30
GONE = {"wants_fresh_url": True}

_STATUS = [
    Case("not found", always(status("404 Not Found")), Refuses(Retry.NEVER, "404", about={"status": 404})),
    Case("gone", always(status("410 Gone")), Refuses(Retry.NEVER, "gone", about=GONE)),
    Case("forbidden", always(status("403 Forbidden")), Refuses(Retry.NEVER, "403", about=GONE)),
    Case("unauthorized", always(status("401 Unauthorized")), Refuses(Retry.NEVER, "password", about=GONE)),
    Case(
        "too many requests, in seconds",
        always(status("429 Too Many Requests", "Retry-After: 7")),
        Refuses(Retry.LATER, "patience", about={"retry_after_s": 7.0, "status": 429}),
    ),
    Case(
        "too many requests, by a date to come",
        always(status("429 Too Many Requests", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT")),
        Refuses(Retry.LATER, "patience", about={"status": 429}),
    ),
    Case("misdirected", always(status("421 Misdirected Request")), Refuses(Retry.LATER, "wrong connection")),
    Case(
        "switched to another protocol",
        always(raw(head("101 Switching Protocols", "Upgrade: x"))),
        Refuses(Retry.NEVER, "brings no file (101)"),
    ),
    Case(
        "unavailable, by a date long past",
        always(status("503 Service Unavailable", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT")),
        Refuses(Retry.LATER, "overloaded", about={"retry_after_s": 0.0}),
    ),
    Case(
        "unavailable, Retry-After that means nothing",
        always(status("503 Service Unavailable", "Retry-After: soon")),
        Refuses(Retry.LATER, "503", about={"retry_after_s": None}),
    ),
    Case("server error", always(status("500 Internal Server Error")), Refuses(Retry.LATER, "500")),
    Case("bad gateway", always(status("502 Bad Gateway")), Refuses(Retry.LATER, "502")),
    Case("unknown 5xx", always(status("599 Odd")), Refuses(Retry.LATER, "599")),
    Case("unknown 4xx", always(status("499 Odd")), Refuses(Retry.NEVER, "499")),
    Case("status that does not exist", always(status("799 Odd")), Refuses(Retry.NEVER, "799")),
    Case("no content", always(raw(head("204 No Content"))), Refuses(Retry.NEVER, "no content")),
    Case("not modified", always(raw(head("304 Not Modified"))), Refuses(Retry.NEVER, "304")),
    Case(
        "not satisfiable, with the size",
        always(status("416 Range Not Satisfiable", "Content-Range: bytes */1234")),
        Refuses(Retry.OTHER_SPAN, "holds only 1234 bytes", about={"size_bytes": 1234}),
        ask(B),
    ),
    Case(
        "not satisfiable, without the size",
        always(status("416 Range Not Satisfiable")),
        Refuses(Retry.OTHER_SPAN, "does not hold", about={"size_bytes": None}),
        ask(B),
    ),
    Case(
        "no range at all, only the whole file",
        without_range(whole("Accept-Ranges: bytes"), status("416 Range Not Satisfiable", "Content-Range: bytes */*")),
        Gets((FILE,), True, {"size_bytes": SIZE, "ranges": Support.NO}),
        ask(A),
    ),
    Case(
        "a part without a word which, but the whole file where no range is asked for",
        without_range(whole("Accept-Ranges: bytes"), status("206 Partial Content", body=DATA[5000:6000])),
        Gets((FILE,), True, {"size_bytes": SIZE, "ranges": Support.NO}),
        ask(B),
    ),
    Case(
        "neither a range nor the whole file",
        without_range(status("404 Not Found"), status("416 Range Not Satisfiable")),
        Refuses(Retry.OTHER_SPAN, "does not hold"),
        ask(A),
    ),
    Case(
        "empty file, as a 416",
        always(status("416 Range Not Satisfiable", "Content-Range: bytes */0", body=b"an error page")),
        Gets((), facts={"size_bytes": 0, "spans": ()}),
    ),
    Case("empty file, as a 200", always(whole(body=b"")), Gets((), True, {"size_bytes": 0, "spans": ()})),
]

_RANGES = [
    Case(
        "an honest range",
        always(part(B, f"ETag: {ETAG}")),
        Gets((B,), True, {"size_bytes": SIZE, "ranges": Support.YES, "validator": Validator(ETAG)}),
        ask(B),
    ),
    Case(
        "a range in mixed case",
        always(
            raw(
                b"HTTP/1.1 206 x\r\ncOnTeNt-rAnGe: BYTES 5000-5999/100000\r\n"
                b"CONTENT-LENGTH: 1000\r\n\r\n" + DATA[5000:6000]
            )
        ),
        Gets((B,), True),
        ask(B),
    ),
    Case("a range of unknown size", always(part(B, size="*")), Gets((B,), True, {"size_bytes": None}), ask(B)),
    Case("the whole file in one range", always(part(FILE)), Gets((FILE,), True, {"size_bytes": SIZE})),
    Case("a shorter range than asked for", always(part(A)), Gets((A,), True, {"spans": (A,)}), ask(Span(0, 5000))),
    Case("another range", always(part(C)), Refuses(Retry.NEVER, "where [5000, 6000) was asked for"), ask(B)),
    Case("a wider range", always(part(Span(5000, 7000))), Refuses(Retry.NEVER, "was asked for"), ask(B)),
    Case("another size", always(part(B, size=99_999)), Refuses(Retry.NEVER, "another file"), ask(B, size=SIZE)),
    Case(
        "no Content-Range",
        always(raw(head("206 Partial Content", "Content-Length: 1000"), DATA[5000:6000])),
        Refuses(Retry.NEVER, "without saying which"),
        ask(B),
    ),
    Case(
        "a Content-Range that contradicts itself",
        always(status("206 x", "Content-Range: bytes 6000-5000/100000")),
        Refuses(Retry.NEVER, "without saying which"),
        ask(B),
    ),
    Case(
        "a Content-Range beyond its size",
        always(status("206 x", "Content-Range: bytes 5000-5999/5500")),
        Refuses(Retry.NEVER, "without saying which"),
        ask(B),
    ),
    Case(
        "two Content-Ranges",
        always(part(B, "Content-Range: bytes 0-999/100000")),
        Refuses(Retry.NEVER, "without saying which"),
        ask(B),
    ),
    Case(
        "a Content-Range in other units",
        always(status("206 x", "Content-Range: lines 5000-5999/100000")),
        Refuses(Retry.NEVER, "without saying which"),
        ask(B),
    ),
    Case(
        "a Content-Range of absurd numbers",
        always(status("206 x", "Content-Range: bytes 5000-99999999999999999999/*")),
        Refuses(Retry.NEVER, "without saying which"),
        ask(B),
    ),
    Case(
        "a length that is not the range's",
        always(raw(head("206 x", "Content-Range: bytes 5000-5999/100000", "Content-Length: 900"), DATA[5000:5900])),
        Refuses(Retry.NEVER, "promised 900 bytes"),
        ask(B),
    ),
    Case("Range ignored", always(whole()), Gets((FILE,), True, {"ranges": Support.NO, "spans": (FILE,)}), ask(B)),
    Case(
        "Range ignored although announced",
        always(whole("Accept-Ranges: bytes")),
        Gets((FILE,), True, {"ranges": Support.NO}),
        ask(B),
    ),
    Case(
        "the whole file asked for and sent",
        always(whole("Accept-Ranges: bytes")),
        Gets((FILE,), True, {"ranges": Support.YES, "size_bytes": SIZE}),
    ),
    Case("ranges refused in words", always(whole("Accept-Ranges: none")), Gets((FILE,), True, {"ranges": Support.NO})),
    Case(
        "the file changed (If-Range)",
        always(whole('ETag: "two"')),
        Gets((FILE,), True, {"ranges": Support.UNKNOWN, "validator": Validator('"two"')}),
        ask(B, validator=Validator(ETAG)),
    ),
    Case("another size, whole", always(whole(body=DATA[:-1])), Refuses(Retry.NEVER, "another file"), ask(B, size=SIZE)),
]

_BODIES = [
    Case(
        "fewer bytes than the range",
        always(part(B, body=DATA[5000:5400], then=Then.CLOSE)),
        Refuses(Retry.NOW, "broke off", 400),
        ask(B),
    ),
    Case(
        "fewer bytes than the length",
        always(whole(body=DATA[:7777], length=SIZE, then=Then.CLOSE)),
        Refuses(Retry.NOW, "broke off", 7777),
    ),
    Case(
        "no byte of the body", always(whole(body=b"", length=SIZE, then=Then.CLOSE)), Refuses(Retry.NOW, "broke off", 0)
    ),
    Case(
        "reset in the body",
        always(part(B, body=DATA[5000:5500], then=Then.RESET)),
        Refuses(Retry.NOW, "broke off", None),
        ask(B),
    ),
    Case(
        "stall in the body",
        always(part(B, body=DATA[5000:5500], then=Then.HANG)),
        Refuses(Retry.NOW, "sent nothing for", 500),
        ask(B),
        settings=IMPATIENT,
    ),
    Case(
        "stall before the body",
        always(part(B, body=b"", then=Then.HANG)),
        Refuses(Retry.NOW, "sent nothing for", 0),
        ask(B),
        settings=IMPATIENT,
    ),
    Case(
        "garbage at once after the body",
        always(raw(part(B).raw, b"GARBAGE\r\n\r\n")),
        Refuses(Retry.NEVER, "not proper HTTP"),
        ask(B),
    ),
    Case("a second answer after the body", always(raw(part(B).raw, part(A).raw)), Gets((B,)), ask(B)),
    Case(
        "more bytes than the range, chunked",
        always(
            raw(
                head("206 x", "Content-Range: bytes 5000-5999/100000", "Transfer-Encoding: chunked"),
                chunked(DATA[5000:6500]),
            )
        ),
        Refuses(Retry.NEVER, "more bytes", 1000),
        ask(B),
    ),
    Case(
        "more bytes than the range, until the end",
        always(
            raw(
                head("206 x", "Content-Range: bytes 5000-5999/100000", "Connection: close"),
                DATA[5000:7000],
                then=Then.CLOSE,
            )
        ),
        Refuses(Retry.NEVER, "more bytes", 1000),
        ask(B),
    ),
    Case(
        "a range in chunks",
        always(
            raw(
                head("206 x", "Content-Range: bytes 5000-5999/100000", "Transfer-Encoding: chunked"),
                chunked(DATA[5000:6000], 7),
            )
        ),
        Gets((B,), True),
        ask(B),
    ),
    Case(
        "a range in chunks whose end never comes",
        always(
            raw(
                head("206 x", "Content-Range: bytes 5000-5999/100000", "Transfer-Encoding: chunked"),
                chunked(DATA[5000:6000], end=b""),
                then=Then.HANG,
            )
        ),
        Gets((B,)),
        ask(B),
    ),
    Case(
        "chunked, size unknown",
        always(raw(head("200 OK", "Transfer-Encoding: chunked"), chunked(DATA))),
        Gets((FILE,), True, {"size_bytes": None, "spans": (ALL,)}),
    ),
    Case(
        "chunked, broken off",
        always(raw(head("200 OK", "Transfer-Encoding: chunked"), chunked(DATA[:8192], end=b""), then=Then.CLOSE)),
        Refuses(Retry.NOW, "broke off", 8192),
    ),
    Case(
        "a chunk size that is no number",
        always(raw(head("200 OK", "Transfer-Encoding: chunked"), chunked(DATA[:4096], end=b"zz\r\nabc"))),
        Refuses(Retry.NEVER, "not proper HTTP"),
    ),
    Case(
        "a negative chunk size",
        always(raw(head("200 OK", "Transfer-Encoding: chunked"), chunked(DATA[:4096], end=b"-5\r\nabc"))),
        Refuses(Retry.NEVER, "not proper HTTP"),
    ),
    Case(
        "an endless chunk size",
        always(raw(head("200 OK", "Transfer-Encoding: chunked"), b"f" * 40 + b"\r\nabc")),
        Refuses(Retry.NEVER, "not proper HTTP"),
    ),
    Case(
        "a chunk size that is no number, later",
        always(
            Answer(head("200 OK", "Transfer-Encoding: chunked") + chunked(DATA, end=b"zz\r\nabc"), pieces_of=20_000)
        ),
        Refuses(Retry.NEVER, "not proper HTTP", None),
    ),
    Case(
        "chunk extensions and trailers",
        always(
            raw(head("200 OK", "Transfer-Encoding: chunked"), b"5;x=y\r\n" + DATA[:5] + b"\r\n0\r\nX-End: 1\r\n\r\n")
        ),
        Gets((Span(0, 5),), True),
    ),
    Case(
        "HTTP/1.0 until the end",
        always(raw(head("200 OK", version="HTTP/1.0"), DATA, then=Then.CLOSE)),
        Gets((FILE,), None, {"size_bytes": None, "ranges": Support.NO}),
    ),
    Case(
        "HTTP/1.0 with a length",
        always(raw(head("200 OK", f"Content-Length: {SIZE}", version="HTTP/1.0"), DATA, then=Then.CLOSE)),
        Gets((FILE,), None, {"size_bytes": SIZE}),
    ),
    Case("Connection: close", always(part(B, "Connection: close", then=Then.CLOSE)), Gets((B,)), ask(B)),
    Case(
        "more bytes than the range, a moment later",
        always(
            Answer(
                head("206 x", "Content-Range: bytes 5000-5999/100000", "Transfer-Encoding: chunked")
                + chunked(DATA[5000:6000], 1000, end=b"")
                + chunked(DATA[6000:6500]),
                pieces_of=1100,
            )
        ),
        Refuses(Retry.NEVER, "more bytes", 1000),
        ask(B),
    ),
    Case("slow drip", always(Answer(part(A).raw, pieces_of=9)), Gets((A,), True), ask(A)),
]

_HEADERS = [
    Case("closes without a word", always(raw(b"", then=Then.CLOSE)), Refuses(Retry.NOW, "broke off before")),
    Case("resets without a word", always(raw(b"", then=Then.RESET)), Refuses(Retry.NOW, "broke off before")),
    Case("says nothing", always(raw(b"", then=Then.HANG)), Refuses(Retry.LATER, "does not answer"), settings=IMPATIENT),
    Case(
        "breaks off in the headers",
        always(raw(b"HTTP/1.1 200 OK\r\nContent-Le", then=Then.CLOSE)),
        Refuses(Retry.NOW, "broke off before"),
    ),
    Case("not HTTP", always(raw(b"SSH-2.0-OpenSSH_9.2\r\n", then=Then.CLOSE)), Refuses(Retry.NEVER, "not proper HTTP")),
    Case(
        "a header of a megabyte",
        always(raw(head("200 OK", "X: " + "y" * 2**20))),
        Refuses(Retry.NEVER, "not proper HTTP"),
    ),
    Case(
        "ten thousand headers",
        always(raw(head("200 OK", *(f"X-{i}: {i}" for i in range(10_000))), DATA)),
        Refuses(Retry.NEVER, "not proper HTTP"),
    ),
    Case("a status that is no number", always(raw(b"HTTP/1.1 OK OK\r\n\r\n")), Refuses(Retry.NEVER, "not proper HTTP")),
    Case(
        "two lengths that differ",
        always(raw(head("200 OK", "Content-Length: 5", "Content-Length: 7"), DATA[:7])),
        Refuses(Retry.NEVER, "not proper HTTP"),
    ),
    Case(
        "a negative length",
        always(raw(head("200 OK", "Content-Length: -1"), DATA)),
        Refuses(Retry.NEVER, "not proper HTTP"),
    ),
    Case(
        "a length that is no number",
        always(raw(head("200 OK", "Content-Length: many"), DATA)),
        Refuses(Retry.NEVER, "not proper HTTP"),
    ),
    Case(
        "length and chunks at once",
        always(raw(head("200 OK", "Content-Length: 5", "Transfer-Encoding: chunked"), chunked(DATA))),
        Refuses(Retry.NEVER, "not proper HTTP"),
    ),
    Case("100 Continue first", always(raw(head("100 Continue"), part(B).raw)), Gets((B,), True), ask(B)),
    Case(
        "103 Early Hints first",
        always(raw(head("103 Early Hints", "Link: </x>; rel=preload"), part(B).raw)),
        Gets((B,), True),
        ask(B),
    ),
    Case(
        "UTF-8 in headers",
        always(part(B, 'Content-Disposition: attachment; filename="naïve.bin"')),
        Gets((B,), True, {"file_name": "naïve.bin"}),
        ask(B),
    ),
    Case(
        "a thousand times 100 Continue first",
        always(raw(head("100 Continue") * 1000, part(B).raw)),
        Gets((B,), True),
        ask(B),
    ),
    Case(
        "two lengths that agree",
        always(part(B, "Content-Length: 1000")),
        Refuses(Retry.NEVER, "not proper HTTP"),
        ask(B),
    ),
    Case(
        "a length with a plus sign",
        always(raw(head("200 OK", "Content-Length: +5"), b"12345")),
        Refuses(Retry.NEVER, "not proper HTTP"),
    ),
    Case(
        "a header folded over lines",
        always(
            raw(
                b"HTTP/1.1 206 x\r\nContent-Range: bytes\r\n 5000-5999/100000\r\nContent-Length: 1000\r\n\r\n"
                + DATA[5000:6000]
            )
        ),
        Gets((B,), True),
        ask(B),
    ),
    Case(
        "a space before the colon",
        always(
            raw(
                b"HTTP/1.1 206 x\r\nContent-Range : bytes 5000-5999/100000\r\nContent-Length: 1000\r\n\r\n"
                + DATA[5000:6000]
            )
        ),
        Refuses(Retry.NEVER, "not proper HTTP"),
        ask(B),
    ),
    Case(
        "a zero byte in a header",
        always(raw(b"HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 5\r\n\r\n12345")),
        Refuses(Retry.NEVER, "not proper HTTP"),
    ),
    Case(
        "an extended name in an unknown alphabet",
        always(part(B, "Content-Disposition: attachment; filename=x.bin; filename*=klingon''%e2%82%ac.bin")),
        Gets((B,), True, {"file_name": "€.bin"}),
        ask(B),
    ),
    Case(
        "an extended name",
        always(part(B, "Content-Disposition: attachment; filename=x; filename*=UTF-8''%e2%82%ac.bin")),
        Gets((B,), True, {"file_name": "€.bin"}),
        ask(B),
    ),
    Case(
        "a name that climbs",
        always(part(B, r'Content-Disposition: attachment; filename="..\\..\\evil.exe"')),
        Gets((B,), True, {"file_name": "evil.exe"}),
        ask(B),
    ),
    Case(
        "bare line feeds",
        always(
            raw(b"HTTP/1.1 206 x\nContent-Range: bytes 5000-5999/100000\nContent-Length: 1000\n\n" + DATA[5000:6000])
        ),
        Gets((B,), True),
        ask(B),
    ),
    Case(
        "mirrors in a Link",
        always(part(B, "Link: <http://m.example/f>; rel=duplicate; pri=2; geo=de")),
        Gets((B,), True),
        ask(B),
    ),
]

_PAGES = [
    Case(
        "a page in the file's place",
        always(whole("Content-Type: text/html", body=PAGE)),
        Refuses(Retry.NEVER, "web page"),
    ),
    Case(
        "a page in the file's place, size known",
        always(whole("Content-Type: text/html", body=PAGE)),
        Refuses(Retry.NEVER, "web page"),
        ask(B, size=SIZE),
    ),
    Case(
        "a page that says it is a file",
        always(whole("Content-Type: application/octet-stream", body=PAGE)),
        Refuses(Retry.NEVER, "web page"),
    ),
    Case(
        "a page in chunks, byte by byte",
        always(raw(head("200 OK", "Transfer-Encoding: chunked"), chunked(PAGE, 1))),
        Refuses(Retry.NEVER, "web page"),
    ),
    Case(
        "a short page", always(whole("Content-Type: text/html", body=b"\n <HTML>no")), Refuses(Retry.NEVER, "web page")
    ),
    Case(
        "a page that lies on the server as files do, its first bytes",
        always(part(Span(0, len(PAGE)), "Content-Type: text/html", size=len(PAGE), body=PAGE)),
        Refuses(Retry.NEVER, "web page"),
        ask(Span(0, 98304)),
    ),
    Case(
        "a file that calls itself a page, its first bytes",
        always(part(Span(0, SIZE), "Content-Type: text/html")),
        Gets((FILE,), True),
        ask(Span(0, SIZE)),
    ),
    Case(
        "a sentence that calls itself a page",
        always(whole("Content-Type: text/html", body=b"link expired")),
        Refuses(Retry.NEVER, "web page"),
    ),
    Case(
        "a page without a suffix where a file is known",
        always(whole("Content-Type: text/html", body=PAGE)),
        Refuses(Retry.NEVER, "web page"),
        ask(B, size=SIZE),
        path="/download",
    ),
    Case(
        "an error in JSON in the file's place",
        always(whole("Content-Type: application/json", body=b'{"error": "expired"}')),
        Refuses(Retry.NEVER, "words in the place"),
        path="/file.zip",
    ),
    Case(
        "an error in words in the file's place, in chunks",
        always(
            raw(
                head("200 OK", "Content-Type: text/plain", "Transfer-Encoding: chunked"), chunked(b"too many users" * 9)
            )
        ),
        Refuses(Retry.NEVER, "words in the place"),
        path="/file.iso",
    ),
    Case(
        "an HLS playlist behind any address",
        always(whole("Content-Type: application/vnd.apple.mpegurl; charset=utf-8", body=b"#EXTM3U\n")),
        Refuses(Retry.NEVER, "HLS playlists are not supported, because"),
        path="/watch",
    ),
    Case(
        "a DASH manifest behind any address, asked for in part",
        always(part(A, "Content-Type: application/dash+xml")),
        Refuses(Retry.NEVER, "DASH manifests are not supported, because"),
        ask(A),
        path="/watch",
    ),
    Case("a file that calls itself a page", always(whole("Content-Type: text/html")), Gets((FILE,), True)),
    Case(
        "a page for a page",
        always(whole("Content-Type: text/html", body=DATA)),
        Gets((FILE,), True),
        path="/index.html",
    ),
]

_CODINGS = [
    Case(
        f"compressed with {name}",
        always(raw(head("200 OK", f"Content-Encoding: {name}", f"Content-Length: {len(body)}"), body)),
        Gets((FILE,), True, {"size_bytes": None, "ranges": Support.NO, "spans": (ALL,)}),
    )
    for name, body in {
        "gzip": gzip.compress(DATA),
        "x-gzip": gzip.compress(DATA),
        "deflate": zlib.compress(DATA),
        "br": brotli.compress(DATA, quality=4),
        "zstd": zstd.compress(DATA),
        "gzip, br": brotli.compress(gzip.compress(DATA), quality=1),
        "GZIP": gzip.compress(DATA[:500]) + gzip.compress(DATA[500:]),
    }.items()
] + [
    Case(
        "deflate without its wrapper",
        always(whole("Content-Encoding: deflate", body=zlib.compress(DATA)[2:-4])),
        Gets((FILE,), True),
    ),
    Case(
        "a gzip file without a suffix that is called gzip-encoded",
        always(whole("Content-Encoding: gzip", "Content-Type: application/gzip")),
        Gets((FILE,), True, {"size_bytes": SIZE}),
        path="/download",
    ),
    Case(
        "compressed in transfer",
        always(raw(head("200 OK", "Transfer-Encoding: gzip, chunked"), chunked(gzip.compress(DATA)))),
        Refuses(Retry.NEVER, "transfer coding"),
    ),
    *(
        Case(
            f"what is no compression: {name}",
            always(part(B, f"Content-Encoding: {name}")),
            Gets((B,), True, {"size_bytes": SIZE, "ranges": Support.YES}),
            ask(B),
        )
        for name in ("none", "binary", "UTF-8", "aws-chunked")
    ),
    Case("identity in words", always(whole("Content-Encoding: identity")), Gets((FILE,), True, {"size_bytes": SIZE})),
    Case(
        "a .gz that is called gzip-encoded",
        always(whole("Content-Encoding: gzip")),
        Gets((FILE,), True, {"size_bytes": SIZE}),
        path="/file.tar.gz",
    ),
    Case(
        "compression cut off",
        always(whole("Content-Encoding: gzip", body=gzip.compress(DATA)[:-20])),
        Refuses(Retry.NOW, "ended before its end", None),
    ),
    Case(
        "compression damaged",
        always(whole("Content-Encoding: gzip", body=b"\x1f\x8b\x08\x00" + b"\xff" * 500)),
        Refuses(Retry.LATER, "damaged", None),
    ),
    Case("an unknown compression", always(whole("Content-Encoding: exi")), Refuses(Retry.NEVER, "not known: exi")),
    Case(
        "a compressed range of what comes whole where no range is asked for",
        without_range(
            whole("Content-Encoding: gzip", body=gzip.compress(DATA)), part(B, "Content-Encoding: gzip", size=99_000)
        ),
        Gets((FILE,), facts={"ranges": Support.NO}),
        ask(B),
    ),
    Case(
        "a compressed range", always(part(B, "Content-Encoding: gzip")), Refuses(Retry.NEVER, "compressed form"), ask(B)
    ),
    Case(
        "a bomb beyond the known size",
        always(whole("Content-Encoding: gzip", body=gzip.compress(DATA + bytes(2**20)))),
        Refuses(Retry.NEVER, "grows beyond", None),
        ask(ALL, size=SIZE),
    ),
    Case(
        "a body smaller than the known size",
        always(whole("Content-Encoding: gzip", body=gzip.compress(DATA[:500]))),
        Refuses(Retry.NEVER, "not the file's", 500),
        ask(ALL, size=SIZE),
    ),
]

ABC = (A, B, C)
MANY = tuple(Span(at, at + 10) for at in range(0, 3000, 20))

_PARTS = [
    Case("three parts", always(parts(parts_body(ABC))), Gets(ABC, True, {"multi_range": Support.YES}), ask(*ABC)),
    Case("parts out of order", always(parts(parts_body((C, A, B)))), Gets(ABC, True), ask(*ABC)),
    Case("150 parts", always(parts(parts_body(MANY))), Gets(MANY, True), ask(*MANY)),
    Case(
        "a quoted boundary",
        always(parts(parts_body(ABC, "a b(c):?"), 'Multipart/ByteRanges; boundary="a b(c):?"')),
        Gets(ABC, True),
        ask(*ABC),
    ),
    Case(
        "a boundary that stands in the data",
        always(parts(parts_body(ABC, DATA[10:12].hex()), f"multipart/byteranges; boundary={DATA[10:12].hex()}")),
        Gets(ABC, True),
        ask(*ABC),
    ),
    Case(
        "a preamble and an epilogue",
        always(parts(b"ignore --B me" + parts_body(ABC) + b"and me too")),
        Gets(ABC, True),
        ask(*ABC),
    ),
    Case(
        "parts byte by byte", always(Answer(parts(parts_body((A, B))).raw, pieces_of=3)), Gets((A, B), True), ask(A, B)
    ),
    Case("parts merged into one", always(parts(parts_body((Span(0, 6000),)))), Gets((A, B), True), ask(A, B)),
    Case(
        "parts merged into a single range",
        always(part(Span(0, 6000))),
        Gets((A, B), True, {"multi_range": Support.NO, "spans": (A, B)}),
        ask(A, B),
    ),
    Case("only the first of several ranges", always(part(A)), Gets((A,), True, {"spans": (A,)}), ask(A, B)),
    Case("several ranges ignored", always(whole()), Gets((FILE,), True, {"multi_range": Support.NO}), ask(A, B)),
    Case(
        "parts that overlap",
        always(parts(parts_body((Span(0, 800), Span(500, 1000), B)))),
        Gets((A, B), True),
        ask(A, B),
    ),
    Case("a part that was not asked for", always(parts(parts_body((A, C, B)))), Gets((A, B), True), ask(A, B)),
    Case("a part left out", always(parts(parts_body((A, C)))), Refuses(Retry.NOW, "left out 1000", 11_000), ask(*ABC)),
    Case(
        "broken off in a part",
        always(
            raw(
                head("206 x", "Content-Type: multipart/byteranges; boundary=B", "Content-Length: 99999"),
                parts_body((A, B))[:1600],
                then=Then.CLOSE,
            )
        ),
        Refuses(Retry.NOW, "broke off", None),
        ask(A, B),
    ),
    Case("a wrong boundary", always(parts(parts_body(ABC, "X"))), Refuses(Retry.NOW, "", 0), ask(*ABC)),
    Case(
        "no boundary named",
        always(parts(parts_body(ABC), "multipart/byteranges")),
        Refuses(Retry.NEVER, "names no boundary"),
        ask(*ABC),
    ),
    Case(
        "a part without Content-Range",
        always(parts(b"--B\r\nContent-Type: x/y\r\n\r\nabc\r\n--B--\r\n")),
        Refuses(Retry.NEVER, "which bytes"),
        ask(A, B),
    ),
    Case(
        "a part longer than it says",
        always(parts(parts_body((A,)).replace(b"0-999/", b"0-989/"))),
        Refuses(Retry.NEVER, "longer than it says", None),
        ask(A, B),
    ),
    Case(
        "parts of different files",
        always(parts(parts_body((A,))[:-7] + parts_body((B,), size=SIZE + 1))),
        Refuses(Retry.NEVER, "disagree", 1000),
        ask(A, B),
    ),
    Case(
        "parts of another file",
        always(parts(parts_body((A, B), size=SIZE + 1))),
        Refuses(Retry.NEVER, "another file", 0),
        ask(A, B, size=SIZE),
    ),
    Case("parts without a last boundary", always(parts(parts_body((A, B))[:-7])), Gets((A, B)), ask(A, B)),
    Case(
        "headers of a part without end",
        always(parts(b"--B\r\n" + b"X: y\r\n" * 10_000)),
        Refuses(Retry.NEVER, "do not end"),
        ask(A, B),
    ),
    Case(
        "line feeds only, any case",
        always(parts(parts_body((A,)).replace(b"\r\n", b"\n").replace(b"Content-Range", b"CONTENT-range"))),
        Gets((A,), True),
        ask(A),
    ),
]

CASES: Final = [*_STATUS, *_RANGES, *_BODIES, *_HEADERS, *_PAGES, *_CODINGS, *_PARTS]
