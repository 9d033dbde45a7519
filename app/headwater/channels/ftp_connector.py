"""FTP over aioftp, one control connection a channel, `REST` for ranges; encrypted as the address says.

`ftps` is TLS from the first byte (implicit, port 990), `ftpes` the upgrade of a plain connection before any name or
path is sent (explicit, `AUTH TLS`, RFC 4217, port 21), as FileZilla and WinSCP call them. Under both, control and data
connections are encrypted, or there is no transfer.

FTP cannot be asked for an end: a bounded span is read to its end and the data connection closed there. Servers say
that in many ways; whatever they say, the control connection is kept when they say it soon.
"""

import asyncio
import ssl
import time
from datetime import UTC, datetime
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import aioftp

from headwater.channels.adapters import PlainAdapter
from headwater.channels.address import port_of
from headwater.channels.body_response import BodyResponse
from headwater.channels.credentials import Keys, split_credential
from headwater.channels.ftp_client import FtpClient
from headwater.channels.ftp_errors import (
    FOREIGN,
    injected,
    is_stranger_refused,
    map_error,
    may_lack_restarts,
    no_encryption,
)
from headwater.channels.keyring_store import KeyringStore
from headwater.channels.resolver import Resolver
from headwater.channels.streamed import a_folder, path_of, plain_facts, span_to_send
from headwater.channels.tls import TlsContexts, is_unverified
from headwater.channels.tunnels import Tunnels
from headwater.channels.ways import DirectWay, Way
from headwater.discovery.http_fields import parse_number
from headwater.model.access import Credential
from headwater.model.errors import Retry, SourceError, UserError
from headwater.model.ports import ChannelRequest, ChannelSettings, ResponseFacts
from headwater.model.source import SourceSpec, Support
from headwater.model.spans import UNKNOWN_END, Span
from headwater.model.wording import say

_READ_BYTES: Final = 256 * 1024
_ANONYMOUS: Final = ("anonymous", "anonymous@")
_REPLY_PATIENCE_S: Final = 1.0


class _DataConnection(NamedTuple):
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    def end(self) -> None:
        """Close it; at once where the server still sends: TLS would wait for its farewell behind what nobody reads."""
        if self.reader.at_eof():
            self.writer.close()
        else:
            self.writer.transport.abort()


class FtpConnector:
    """`model.ports.Connector` for `ftp`, `ftps` and `ftpes`."""

    def __init__(self, keyring: KeyringStore | None = None, for_proxies: KeyringStore | None = None) -> None:
        self._tls = TlsContexts()
        self._keys = Keys(keyring)
        self._resolver = Resolver()
        self._tunnels = Tunnels(for_proxies, self._resolver, self._tls)
        self._channels: set[FtpChannel] = set()

    @property
    def schemes(self) -> frozenset[str]:
        return frozenset({"ftp", "ftps", "ftpes"})

    async def open(self, source: SourceSpec, settings: ChannelSettings) -> "FtpChannel":
        """A channel that connects at its first request. Raises `UserError` for an address that names no file."""
        url, own = split_credential(source.url.strip())
        path = path_of(url)
        tunnel = await self._tunnels.find(url, settings)
        credential = await self._keys.find(url, settings, own)
        tls = await self._tls.get(url, settings) if urlsplit(url).scheme.lower() != "ftp" else None
        if tls is not None and tunnel is not None and tunnel.is_encrypted:
            # asyncio's TLS within TLS does not end when a certificate is refused (Python 3.11).
            raise UserError("Encrypted FTP cannot go through a proxy that is encrypted itself; an http one would do.")
        way = tunnel or DirectWay(self._resolver)
        channel = FtpChannel(url, path, credential, settings, way=way, tls=tls, keys=self._keys)
        self._channels.add(channel)
        return channel

    async def close(self) -> None:
        for channel in tuple(self._channels):
            await channel.close()
        self._channels.clear()
        await self._resolver.close()


class FtpChannel:
    """`model.ports.Channel`: one control connection."""

    def __init__(
        self,
        url: str,
        path: str,
        credential: Credential | None,
        settings: ChannelSettings,
        *,
        way: Way,
        tls: ssl.SSLContext | None,
        keys: Keys,
    ) -> None:
        self._url = url
        self._path = path
        self._credential = credential
        self._settings = settings
        self._way = way
        self._tls = tls
        self._is_explicit = urlsplit(url).scheme.lower() == "ftpes"
        self._keys = keys
        self._client: aioftp.Client | None = None
        self._response: FtpResponse | None = None

    async def request(self, request: ChannelRequest) -> "FtpResponse":
        if self._response is not None:
            await self._response.close()
            if not self._response.keeps_connection:
                self._drop()
            self._response = None
        started_at = time.monotonic()
        connected = self._client is None
        host = urlsplit(self._url).hostname or say("the server")
        try:
            client = self._client = self._client or await self._log_in()
            connected_at = time.monotonic()
            async with asyncio.timeout(self._settings.idle_timeout_s):
                size, modified_at = await _facts(client, self._path)
                spans = span_to_send(request, size)
                data, ranges = None, Support.YES
                if spans:
                    data, ranges = await _begin(client, self._path, spans[0].start)
                if ranges is Support.NO:
                    spans = (Span(0, UNKNOWN_END if size is None else size),)
        except FOREIGN as error:
            self._drop()
            raise map_error(error, host, is_plain=self._tls is None) from error
        except BaseException:
            # Cancelled half-way, or a file that does not fit: where the dialogue stands is not known.
            self._drop()
            raise
        facts = plain_facts(
            self._url,
            spans,
            size_bytes=size,
            latency_s=time.monotonic() - connected_at,
            connect_s=connected_at - started_at if connected else None,
            modified_at=modified_at,
            allow_leading_dot=self._settings.allow_leading_dot,
            is_unverified=is_unverified(self._url, self._settings),
            ranges=ranges,
        )
        span = spans[0] if spans else None
        self._response = FtpResponse(facts, span, client, data, idle_timeout_s=self._settings.idle_timeout_s, host=host)
        return self._response

    async def close(self) -> None:
        if self._response is not None:
            await self._response.close()
        self._drop()

    async def _log_in(self) -> aioftp.Client:
        """A client that may ask for files; the keyring is asked where the server takes no strangers."""
        if self._credential is not None:
            self._keys.check_readable(self._url, self._credential)
        try:
            async with asyncio.timeout(self._settings.connect_timeout_s):
                return await self._connect()
        except aioftp.StatusCodeError as error:
            if self._credential is not None or not is_stranger_refused(error):
                raise
            self._credential = await self._keys.recall(self._url)
            if self._credential is None:
                raise
            self._keys.check_readable(self._url, self._credential)
        async with asyncio.timeout(self._settings.connect_timeout_s):
            return await self._connect()

    async def _connect(self) -> aioftp.Client:
        parts = urlsplit(self._url)
        port = port_of(self._url)
        client = FtpClient(self._way, None if self._is_explicit else self._tls)
        try:
            await client.connect(parts.hostname or "", port)
            if self._is_explicit and self._tls is not None:
                await _encrypt(client, self._tls, parts.hostname or "")
            user, password = (
                (self._credential.user, self._credential.password) if self._credential is not None else _ANONYMOUS
            )
            await client.login(user, password)
        except BaseException:  # also when cancelled: nobody else knows of this connection yet
            client.close()
            raise
        return client

    def _drop(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None


class FtpResponse(BodyResponse):
    """One data connection."""

    def __init__(
        self,
        facts: ResponseFacts,
        span: Span | None,
        client: aioftp.Client,
        data: _DataConnection | None,
        *,
        idle_timeout_s: float,
        host: str,
    ) -> None:
        super().__init__(facts, PlainAdapter(span))
        self._client = client
        self._data = data
        self._left = span.size if span is not None else 0
        self._idle_timeout_s = idle_timeout_s
        self._host = host
        #: Whether the control connection can be asked again.
        self.keeps_connection = data is None

    async def _read(self) -> bytes:
        if self._data is None or self._left <= 0:
            return b""
        try:
            async with asyncio.timeout(self._idle_timeout_s):
                data = await self._data.reader.read(min(_READ_BYTES, self._left))
        except FOREIGN as error:
            if self.is_stopped():
                return b""
            raise map_error(error, self._host) from error
        self._left -= len(data)
        return data

    def _give_up(self) -> None:
        if self._data is not None:
            self._data.end()

    async def close(self) -> None:
        data, self._data = self._data, None
        if data is None:
            return
        data.end()
        try:
            async with asyncio.timeout(_REPLY_PATIENCE_S):
                # 226 complete, 425/426 aborted, 451 stopped: any of them ends the transfer's dialogue.
                await self._client.command(None, ("2xx", "4xx"), "1xx")
            self.keeps_connection = True
        except FOREIGN:
            # The bytes are here or their error was told; only the connection is lost, and made anew when needed.
            self.keeps_connection = False


async def _encrypt(client: FtpClient, tls: ssl.SSLContext, host: str) -> None:
    """Upgrade the control connection, and have data connections encrypted too. Raises `SourceError`.

    By hand, because aioftp's own upgrade believes what came before the encryption and was not read yet.
    """
    code, _ = await client.command("AUTH TLS", ("234", "4xx", "5xx"))
    if not code.matches("234"):
        raise no_encryption(host, str(code))
    await client.stream.start_tls(tls, host)
    client.is_encrypted = True
    try:
        async with asyncio.timeout(0):
            early = await client.stream.reader.read(1)
    except TimeoutError:
        early = b""  # as it should be: a server speaks when it is asked
    if early:
        raise injected(host)
    await client.command("PBSZ 0", "200")
    await client.command("PROT P", "200")


async def _begin(client: aioftp.Client, path: str, offset: int) -> tuple[_DataConnection, Support]:
    """Start the transfer of a file from `offset`, or from 0 where the server cannot begin elsewhere (`Support.NO`)."""
    try:
        return await _open_data(client, path, offset), Support.YES
    except aioftp.StatusCodeError as error:
        if not offset or not may_lack_restarts(error):
            raise
    return await _open_data(client, path, 0), Support.NO


async def _open_data(client: aioftp.Client, path: str, offset: int) -> _DataConnection:
    """Start the transfer of a file from `offset`.

    By hand, because aioftp's own stream leaves its data connection open when the server refuses the transfer.
    """
    connection = _DataConnection(*await client.get_passive_connection("I"))
    try:
        if offset:
            await client.command(f"REST {offset}", "350")
        await client.command(f"RETR {path}", "1xx")
    except BaseException:  # also when cancelled: nobody else would close it
        connection.writer.close()
        raise
    return connection


async def _facts(client: aioftp.Client, path: str) -> tuple[int | None, float | None]:
    """Size and modification time (RFC 3659); None where the server does not tell."""
    await client.command("TYPE I", "200")
    code, lines = await client.command(f"SIZE {path}", ("213", "5xx"))
    if code.matches("550"):
        raise SourceError("The server does not have the file (550).", retry=Retry.NEVER, status=550)
    if code.matches("213"):
        size = parse_number(lines[0].strip())
        code, lines = await client.command(f"MDTM {path}", ("213", "5xx"))
        return size, _moment(lines[0]) if code.matches("213") else None
    facts = await client.stat(path)
    if facts.get("type", "file") != "file":
        raise a_folder()
    return parse_number(facts.get("size")), _moment(facts.get("modify", ""))


def _moment(text: str) -> float | None:
    """Unix seconds of `YYYYMMDDHHMMSS` in UTC."""
    try:
        return datetime.strptime(text.strip()[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None
