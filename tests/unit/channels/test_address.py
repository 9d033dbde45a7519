"""Addresses: quoting, host patterns, one server or two."""

import pytest

from headwater.channels.address import host_names, is_named, same_server, sendable


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("http://x.test/a%2Fb?sig=%2b%28&x=a+b#top", "http://x.test/a%2Fb?sig=%2b%28&x=a+b"),
        ("  http://x.test/a  ", "http://x.test/a"),
        ("http://x.test/a b", "http://x.test/a%20b"),
        ("http://x.test/naïve", "http://x.test/na%C3%AFve"),
        ("http://bücher.test/", "http://xn--bcher-kva.test/"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("http://u:p@x.test/", "http://u:p@x.test/"),
    ],
)
def test_what_goes_on_the_wire(url: str, sent: str) -> None:
    assert sendable(url) == sent


@pytest.mark.parametrize(
    "url", ["http://", "http:///x", "http://[::1", "http://x:0/", "http://x:99999/", "http://x:y/"]
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        sendable(url)


@pytest.mark.parametrize(
    ("url", "pattern", "named"),
    [
        ("https://a.example.test/x", "*.example.test", True),
        ("https://example.test/x", "*.example.test", False),
        ("https://X.test/x", "x.TEST", True),
        ("https://x.test/", "x.test:443", True),
        ("https://x.test:8443/", "x.test:443", False),
        ("https://u@x.test:8443/", "x.test:8443", True),
        ("http://[::1]:8080/x", "[::1]:8080", True),
        ("http://[::1]:8080/x", "::1", True),
    ],
)
def test_host_patterns(url: str, pattern: str, named: bool) -> None:
    assert is_named(url, (pattern,)) is named


@pytest.mark.parametrize(
    ("url", "other", "same"),
    [
        ("http://x.test/a", "http://x.test:80/b", True),
        ("http://x.test/a", "https://x.test/a", True),
        ("https://x.test/a", "http://x.test/a", False),
        ("http://x.test:8080/a", "https://x.test/a", False),
        ("http://x.test/a", "http://y.test/a", False),
        ("http://x.test/a", "http://x.test:81/a", False),
    ],
)
def test_one_server_or_two(url: str, other: str, same: bool) -> None:
    assert same_server(url, other) is same


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("http://x.test/", ("http://x.test:80", "http://x.test", "x.test:80", "x.test")),
        ("https://X.test:8443/", ("x.test:8443", "x.test", "http://x.test:8443", "http://x.test")),
        ("ftp://x.test/", ("ftp://x.test:21", "ftp://x.test", "x.test:21", "x.test")),
        ("sftp://x.test/", ("x.test:22", "x.test")),
    ],
)
def test_what_a_server_is_called_in_a_keyring(url: str, names: tuple[str, ...]) -> None:
    assert host_names(url) == names
