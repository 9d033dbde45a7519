"""What may be written down of the way to a server."""

import pytest

from headwater.model.access import without_link_password, without_password, without_user


@pytest.mark.parametrize(
    ("address", "written"),
    [
        (None, None),
        ("direct", "direct"),
        ("http://h:1", "http://h:1"),
        ("http://ada@h:1", "http://ada@h:1"),
        ("http://ada:x@h:1", "http://ada@h:1"),
        ("ada:x@h:1", "ada@h:1"),
        ("http://a:b@c:d@h", "http://a@h"),
        ("socks5://:x@[::1]:9", "socks5://@[::1]:9"),
        ("http://a:x://y@h", "http://a@h"),
        ("a:x://y@h", "a@h"),
    ],
)
def test_what_is_written_of_a_proxy_holds_no_password(address: str | None, written: str | None) -> None:
    assert without_password(address) == written


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("https://me:secret@h.example/a@b", "https://h.example/a@b"),
        ("ftp://me@h.example", "ftp://h.example"),
        ("https://h.example/a?b=c@d#e@f", "https://h.example/a?b=c@d#e@f"),
    ],
)
def test_a_link_is_shown_without_its_name_and_password(link: str, shown: str) -> None:
    assert without_user(link) == shown


@pytest.mark.parametrize(
    ("link", "written"),
    [
        ("https://me:secret@h.example/a@b", "https://me@h.example/a@b"),
        ("ftp://me:se:cr@et@[::1]:21/x?y:z@w", "ftp://me@[::1]:21/x?y:z@w"),
        ("  http://me:x@h", "  http://me@h"),
        ("sftp://:x@h/y", "sftp://@h/y"),
        ("ftp://me@h.example/", "ftp://me@h.example/"),
        ("ftp://me:@h.example/", "ftp://me:@h.example/"),
        ("https://h.example/a?b=c:d@e", "https://h.example/a?b=c:d@e"),
        ("data:text/plain,see ftp://me:x@h", "data:text/plain,see ftp://me:x@h"),
        ("me:x@h", "me:x@h"),
    ],
)
def test_a_link_is_written_with_its_name_and_without_its_password(link: str, written: str) -> None:
    assert without_link_password(link) == written
