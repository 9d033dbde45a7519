"""aioftp's client, with connections that go the way they are told.

Only how connections are made is changed. The rule: a data connection goes the way of the control connection, to the
very address that this has (RFC 2428, section 3), and is encrypted in the same session where servers insist on that.
"""

import asyncio
import ssl

import aioftp
from aioftp.common import SSLSessionBoundContext

from headwater.channels.ways import DirectWay, Way


class FtpClient(aioftp.Client):
    """`tls` encrypts from the first byte."""

    def __init__(self, way: Way, tls: ssl.SSLContext | None) -> None:
        super().__init__()
        self._way = way
        self._implicit_tls = tls
        #: Whether the control connection is, and data connections have to be; the way to a proxy is another matter.
        self.is_encrypted = tls is not None

    async def _open_connection(self, host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Every connection, the control connection first; aioftp has no other door for this."""
        tls, place = self._implicit_tls, host
        if self._stream is not None:
            tls = self._session() if self.is_encrypted else None
            # To a proxy the name is told again: it knows which address it took.
            place = self._stream.writer.get_extra_info("peername")[0] if isinstance(self._way, DirectWay) else host
        reader = asyncio.StreamReader()
        transport, protocol = await self._way.create_connection(
            lambda: asyncio.StreamReaderProtocol(reader), place, port
        )
        writer = asyncio.StreamWriter(transport, protocol, reader, asyncio.get_running_loop())
        if tls is not None:
            try:
                await writer.start_tls(tls, server_hostname=host)
            except BaseException:  # also when cancelled: nobody else knows of this connection yet
                transport.abort()
                raise
        return reader, writer

    def _session(self) -> ssl.SSLContext:
        """What encrypts data connections: the control connection's own session."""
        encrypted = self.stream.writer.get_extra_info("ssl_object")
        return SSLSessionBoundContext(ssl.PROTOCOL_TLS_CLIENT, encrypted.context, encrypted.session)
