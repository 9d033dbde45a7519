"""A coverage-guided fuzzer, run by hand, for the parsers that read what servers send.

    pip install atheris
    python -m tests.bench.fuzz_parsers CORPUS_FOLDER [-max_total_time=600] [-max_len=4096]

Arguments are libFuzzer's; what it begins with is put into the corpus. The first byte of an input chooses the parser,
the rest is what it reads. Anything but a value or a `SourceError` with a sentence is a find, and so is a result that
breaks what the parser promises; libFuzzer writes the input to a file `crash-*`, which as an argument reproduces it.
The properties that are checked with every test run are in `tests/property/test_fuzz_headers.py`; a find becomes a
named test there.
"""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

_SEEDS: Final = (
    b"\x00--B\r\nContent-Range: bytes 0-4/9\r\n\r\nhello\r\n--B\r\nContent-Range: bytes 6-8/9\r\n\r\nrld\r\n--B--\r\n",
    b"\x01bytes 0-4/10",
    b"\x01bytes */10",
    b'\x02attachment; filename*=UTF-8\'\'%e2%82%ac.bin; filename="a\\"b.iso"',
    b'\x03<http://a/b>; rel=duplicate; pri=1; geo=de, </c>; rel="describedby"; type="application/metalink4+xml"',
    b'\x04multipart/byteranges; boundary="B"',
    b"\x05Sun, 06 Nov 1994 08:49:37 GMT",
    b"\x06\x00%PDF-1.4 and then words",
    b"\x06\x01<?xml version='1.0'?><html>",
)


def _targets() -> tuple[Callable[[bytes], None], ...]:
    """The parsers, each with the promises it is held to; imported while the fuzzer looks on."""
    from headwater.channels import web_page
    from headwater.channels.multipart import MultipartParser, boundary_of
    from headwater.discovery.filename import file_name, name_from_disposition
    from headwater.discovery.http_fields import parse_content_range, parse_http_date, parse_retry_after
    from headwater.discovery.link_header import documents_of, mirrors_of, parse_links
    from headwater.model.errors import SourceError

    def text(data: bytes) -> str:
        return data.decode("utf-8", "surrogateescape")

    def multipart(data: bytes) -> None:
        step = max(1, data[0] if data else 1)
        parser = MultipartParser(b"B")
        came = 0
        try:
            for at in range(1, len(data), step):
                came += sum(len(piece.data) for piece in parser.feed(data[at : at + step]))
            parser.finish()
        except SourceError:
            pass  # what parsers say of nonsense
        assert came <= len(data)

    def content_range(data: bytes) -> None:
        learned = parse_content_range(text(data))
        if learned is not None and learned.span is not None and learned.size_bytes is not None:
            assert learned.span.end <= learned.size_bytes

    def disposition(data: bytes) -> None:
        name_from_disposition(text(data))
        name = file_name(text(data), "http://a.test/b")
        assert name is None or (name not in ("", ".", "..") and not set(name) & set("/\\\0"))

    def links(data: bytes) -> None:
        parsed = parse_links(text(data), "http://a.test/b/c")
        mirrors_of(parsed)
        documents_of(parsed)

    def boundary(data: bytes) -> None:
        try:
            found = boundary_of(text(data))
        except SourceError:
            return
        assert found

    def dates(data: bytes) -> None:
        parse_http_date(text(data))
        wait_s = parse_retry_after(text(data), 1e9)
        assert wait_s is None or wait_s >= 0

    def beginning(data: bytes) -> None:
        kinds = ("text/html", "text/plain", None)
        names = ("a.pdf", "a.zip", "a.txt", "a.docx", None)
        chosen = data[0] if data else 0
        web_page.fault_of(kinds[chosen % len(kinds)], data[1:], names[chosen % len(names)])

    return (multipart, content_range, disposition, links, boundary, dates, beginning)


def main() -> None:
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["headwater"]):
        targets = _targets()

    def one_input(data: bytes) -> None:
        if data:
            targets[data[0] % len(targets)](data[1:])

    for seed in _SEEDS:
        one_input(seed)
    for folder in (Path(argument) for argument in sys.argv[1:] if Path(argument).is_dir()):
        for number, seed in enumerate(_SEEDS):
            (folder / f"seed-{number}").write_bytes(seed)
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
