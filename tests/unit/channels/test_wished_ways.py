"""Ways that hold for some addresses only: proxies and passwords by scheme, hosts asked directly, TLS versions."""

import asyncio
import ssl

import pytest

from headwater.channels.address import is_named
from headwater.channels.credentials import Keys
from headwater.channels.proxies import Proxy, proxy_for
from headwater.channels.request_fields import request_fields
from headwater.channels.tls import TlsContexts
from headwater.model.access import Credential
from headwater.model.errors import UserError
from headwater.model.ports import ChannelRequest, ChannelSettings
from headwater.model.spans import Span


def test_a_scheme_may_have_a_proxy_of_its_own() -> None:
    settings = ChannelSettings(proxy="socks5://all:1", proxies=(("http", "http://plain:2"), ("ftp", "direct")))
    assert proxy_for("http://h/f", settings) == Proxy("http", "plain", 2)
    assert proxy_for("https://h/f", settings) == Proxy("socks5", "all", 1)
    assert proxy_for("ftp://h/f", settings) is None


@pytest.mark.parametrize(
    ("host", "is_direct"),
    [
        ("near.test", True),
        ("www.near.test", True),
        ("unnear.test", False),
        ("a.dotted.test", True),
        ("10.1.2.3", True),
        ("11.1.2.3", False),
        ("[fd00::1]", True),
    ],
)
def test_hosts_domains_and_networks_are_reached_directly(host: str, is_direct: bool) -> None:
    settings = ChannelSettings(
        proxy="http://p:1", no_proxy=("near.test", ".dotted.test", "10.0.0.0/8", "fd00::/8", "", "no/network")
    )
    assert (proxy_for(f"http://{host}/f", settings) is None) is is_direct


def test_a_pattern_with_a_scheme_is_for_that_scheme_alone() -> None:
    assert is_named("ftp://h/f", ("ftp://*",))
    assert is_named("ftp://h:2121/f", ("ftp://h:2121",))
    assert not is_named("http://h/f", ("ftp://*",))
    assert not is_named("ftps://h/f", ("ftp://*",))


async def test_a_password_for_one_scheme_is_never_told_to_another() -> None:
    settings = ChannelSettings(credentials=(Credential("ftp://*", "f", "1"), Credential("http://*", "h", "2")))
    keys = Keys()
    found = [await keys.find(f"{scheme}://host/f", settings, None) for scheme in ("ftp", "http", "https")]
    assert [None if one is None else one.user for one in found] == ["f", "h", None]


@pytest.mark.parametrize(("wished", "sent"), [("*", "http://h/a?b=1"), ("http://page/", "http://page/")])
def test_a_star_as_referer_is_the_address_itself(wished: str, sent: str) -> None:
    settings = ChannelSettings(headers=(("Referer", wished),))
    fields = request_fields(ChannelRequest((Span(0, 1),)), settings, "http://h/a?b=1", "http://elsewhere/a")
    assert fields["Referer"] == sent


async def test_the_lowest_version_of_tls_may_be_chosen() -> None:
    contexts = TlsContexts()
    usual, strict = await asyncio.gather(
        contexts.get("https://h/", ChannelSettings()), contexts.get("https://h/", ChannelSettings(min_tls="TLSv1.3"))
    )
    assert (usual is strict, strict.minimum_version) == (False, ssl.TLSVersion.TLSv1_3)
    trusting = await contexts.get("https://h/", ChannelSettings(min_tls="TLSv1.3", unverified_hosts=("*",)))
    assert (trusting.verify_mode, trusting.minimum_version) == (ssl.CERT_NONE, ssl.TLSVersion.TLSv1_3)
    with pytest.raises(UserError, match="no TLS version"):
        await contexts.get("https://h/", ChannelSettings(min_tls="SSLv9"))


async def test_all_who_ask_at_once_get_the_same_context() -> None:
    contexts = TlsContexts()
    made = await asyncio.gather(*(contexts.get("https://h/", ChannelSettings()) for _ in range(5)))
    assert len(set(map(id, made))) == 1, "connections of another context are not used again"
