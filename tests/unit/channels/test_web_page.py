"""Web pages in the place of files: who is suspected, and who is one."""

import pytest

from headwater.channels.web_page import fault_of, looks_like_page, may_be_page


@pytest.mark.parametrize(
    ("content_type", "name", "size_is_known", "suspect"),
    [
        ("text/html", "file.iso", False, True),
        (None, "file.iso", False, True),
        ("text/html", "index.html", True, False),
        ("text/html", "get.php", True, False),
        ("text/html", "download", False, False),
        ("text/html; charset=utf-8", "download", True, True),
        ("application/octet-stream", "download", True, False),
        ("text/html", None, True, True),
    ],
)
def test_who_is_suspected(content_type: str | None, name: str | None, size_is_known: bool, suspect: bool) -> None:
    assert may_be_page(content_type, name, size_is_known) is suspect


@pytest.mark.parametrize(
    ("content_type", "beginning", "name", "page"),
    [
        (None, b"<!DOCTYPE html><html>", None, True),
        (None, b"\xef\xbb\xbf \r\n\t<HTML lang=en>", None, True),
        (None, b'<?xml version="1.0"?>\n<html xmlns="x">', None, True),
        (None, b"<!-- a comment --><html>", None, True),
        (None, b"<script>location='/login'</script>", None, True),
        (None, b"<htmlish", None, False),
        (None, b'<?xml version="1.0"?><metalink>', None, False),
        (None, b"PK\x03\x04", None, False),
        (None, b"", None, False),
        ("text/html", b"link expired", "file.iso", True),
        ("text/html", b"link expired", "notes.txt", False),
        ("text/html", b"<html>", "notes.txt", True),
        ("text/html", b"\x7fELF\x02\x01\x01\x00", "file", False),
        ("text/plain", b"plain words", "file.iso", False),
        (None, "<!DOCTYPE html><html>".encode("utf-16"), None, True),
        (None, b"\xff\xfe<", None, False),
        (None, b"\n\n  <!doctype HTML PUBLIC '-//W3C//DTD'>", None, True),
        (None, b"<meta http-equiv=refresh>", None, True),
        ("text/html", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>", "paper.pdf", False),
        ("text/html", b"{\\rtf1\\ansi words", "letter.rtf", False),
        ("text/html", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>", "file.zip", True),
    ],
)
def test_who_is_one(content_type: str | None, beginning: bytes, name: str | None, page: bool) -> None:
    assert looks_like_page(content_type, beginning, name) is page


@pytest.mark.parametrize(
    ("content_type", "beginning", "name", "words"),
    [
        ("text/html", b"<html>", "file.zip", "web page"),
        ("application/json", b'{"error": "expired"}', "file.zip", "words in the place"),
        ("text/plain; charset=utf-8", "Verkehrsgrenze überschritten".encode(), "file.iso", "words in the place"),
        ("application/xml", b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "a.mp4", "words in the"),
        ("application/json", b'{"a": 1}', "file.json", None),
        ("text/plain", b"PK\x03\x04 and more", "file.zip", None),
        ("text/plain", b"%PDF-1.4\n1 0 obj", "paper.pdf", None),
        ("text/plain", b"", "file.zip", None),
        ("application/octet-stream", b"as long as it says so", "file.zip", None),
        ("text/plain", b"who knows what this holds", "file.bin", None),
        ("text/plain", b"plain words", None, None),
    ],
)
def test_what_is_wrong_with_an_answer(content_type: str, beginning: bytes, name: str | None, words: str | None) -> None:
    fault = fault_of(content_type, beginning, name)
    assert (fault is None) == (words is None)
    assert fault is None or str(words) in str(fault)
