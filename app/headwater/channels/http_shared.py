"""What the HTTP channels of one engine have in common: names looked up, contexts, cookies, keys, buffers.

It holds things and does nothing; `HttpConnector` makes it, channels use it.
"""

from dataclasses import dataclass, field

from headwater.channels.cookies import CookieJars
from headwater.channels.credentials import Answerer, Keys
from headwater.channels.proxy_passwords import ProxyPasswords
from headwater.channels.read_buffers import ReadBuffers
from headwater.channels.read_pace import ReadPace
from headwater.channels.redirects import RedirectMemory
from headwater.channels.resolver import Resolver
from headwater.channels.tls import TlsContexts
from headwater.model.access import Credential


@dataclass(slots=True)
class Shared:
    """What the channels of one engine have in common. `answerers` by scheme, `host:port` and credential."""

    resolver: Resolver = field(default_factory=Resolver)
    tls: TlsContexts = field(default_factory=TlsContexts)
    redirects: RedirectMemory = field(default_factory=RedirectMemory)
    cookies: CookieJars = field(default_factory=CookieJars)
    keys: Keys = field(default_factory=Keys)
    proxies: ProxyPasswords = field(default_factory=ProxyPasswords)
    buffers: ReadBuffers = field(default_factory=ReadBuffers)
    pace: ReadPace = field(default_factory=ReadPace)
    answerers: dict[tuple[str, str, Credential], Answerer] = field(default_factory=dict)
