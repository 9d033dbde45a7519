"""aioftp's client, with connections that may go through a proxy.

Only how connections are made is changed. The rule: a data connection goes the way of the control connection, to the
very address that this has (RFC 2428, section 3), and is encrypted in the same session where servers insist on that.
"""

import asyncio
import ssl

import aioftp
from aioftp.common import SSLSessionBoundContext

from headwater.channels.tunnels import Tunnel

#: How long one of a server's addresses may take before another is tried beside it (RFC 8305).
_HAPPY_EYEBALLS_S = 0.25


class FtpClient(aioftp.Client):
    """`tls` encrypts from the first byte; `tunnel` None: directly."""

    def __init__(self, tls: ssl.SSLContext | None, tunnel: Tunnel | None) -> None:
        super().__init__()
        self._implicit_tls = tls
        self._tunnel = tunnel
        #: Whether the control connection is, and data connections have to be; the way to a proxy is another matter.
        self.is_encrypted = tls is not None

    async def _open_connection(self, host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Every connection, the control connection first; aioftp has no other door for this."""
        tls, place = self._implicit_tls, host
        if self._stream is not None:
            tls = self._session() if self.is_encrypted else None
            place = self._stream.writer.get_extra_info("peername")[0]
        if self._tunnel is None:
            name = host if tls else None
            return await asyncio.open_connection(
                place, port, ssl=tls, server_hostname=name, happy_eyeballs_delay=_HAPPY_EYEBALLS_S
            )
        reader = asyncio.StreamReader()
        transport, protocol = await self._tunnel.create_connection(
            lambda: asyncio.StreamReaderProtocol(reader), host, port
        )
        writer = asyncio.StreamWriter(transport, protocol, reader, asyncio.get_running_loop())
        if tls is not None:
            try:
                await writer.start_tls(tls, server_hostname=host)
            except BaseException:
                transport.abort()
                raise
        return reader, writer

    def _session(self) -> ssl.SSLContext:
        """What encrypts data connections: the control connection's own session."""
        encrypted = self.stream.writer.get_extra_info("ssl_object")
        return SSLSessionBoundContext(ssl.PROTOCOL_TLS_CLIENT, encrypted.context, encrypted.session)
