"""SFTP, over asyncssh: positioned reads, so every span is as easy as the next; the host's key is checked.

A host that is not in the known-hosts file is refused, unless the user named it among the unverified ones; then the
facts say so.
"""

import asyncio
import stat
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import asyncssh

from headwater.channels.adapters import PlainAdapter
from headwater.channels.address import is_named
from headwater.channels.body_response import BodyResponse
from headwater.channels.credentials import Keys, split_credential
from headwater.channels.keyring_store import KeyringStore
from headwater.channels.resolver import Resolver
from headwater.channels.streamed import a_folder, map_socket_error, path_of, plain_facts, span_to_send
from headwater.channels.tls import TlsContexts
from headwater.channels.tunnels import Tunnels
from headwater.channels.ways import DirectWay, Way
from headwater.model.access import Credential
from headwater.model.errors import Cause, Retry, SourceError
from headwater.model.ports import ChannelRequest, ChannelSettings, ResponseFacts
from headwater.model.source import SourceSpec
from headwater.model.spans import Span
from headwater.model.wording import say

#: One read; asyncssh splits it into many requests that are under way together.
_READ_BYTES: Final = 2 * 1024**2
_PORT: Final = 22
#: Where OpenSSH and asyncssh look, too.
_KNOWN_HOSTS: Final = Path("~/.ssh/known_hosts")
_FOREIGN: Final = (asyncssh.Error, OSError, TimeoutError, EOFError)
_GONE: Final = (asyncssh.SFTPNoConnection, asyncssh.SFTPConnectionLost)


class SftpConnector:
    """`model.ports.Connector` for `sftp`."""

    def __init__(self, keyring: KeyringStore | None = None, for_proxies: KeyringStore | None = None) -> None:
        self._keys = Keys(keyring)
        self._resolver = Resolver()
        self._tunnels = Tunnels(for_proxies, self._resolver, TlsContexts())
        self._channels: set[SftpChannel] = set()

    @property
    def schemes(self) -> frozenset[str]:
        return frozenset({"sftp"})

    async def open(self, source: SourceSpec, settings: ChannelSettings) -> "SftpChannel":
        """A channel that connects at its first request. Raises `UserError` for an address that names no file."""
        url, own = split_credential(source.url.strip())
        path_of(url)
        way = await self._tunnels.find(url, settings) or DirectWay(self._resolver)
        # Every SFTP server asks, so the keyring is asked at once.
        credential = await self._keys.find(url, settings, own) or await self._keys.recall(url)
        channel = SftpChannel(url, credential, settings, way)
        self._channels.add(channel)
        return channel

    async def close(self) -> None:
        for channel in tuple(self._channels):
            await channel.close()
        self._channels.clear()
        await self._resolver.close()


class SftpChannel:
    """`model.ports.Channel`: one SSH connection with one open file."""

    def __init__(
        self,
        url: str,
        credential: Credential | None,
        settings: ChannelSettings,
        way: Way,
    ) -> None:
        self._url = url
        self._way = way
        self._credential = credential
        self._settings = settings
        self._stack = AsyncExitStack()
        self._file: Any = None
        self._is_unverified = is_named(url, settings.unverified_hosts)

    async def request(self, request: ChannelRequest) -> "SftpResponse":
        started_at = time.monotonic()
        connected = self._file is None
        host = urlsplit(self._url).hostname or say("the server")
        try:
            if self._file is None:
                async with asyncio.timeout(self._settings.connect_timeout_s):
                    self._file = await self._connect()
            connected_at = time.monotonic()
            async with asyncio.timeout(self._settings.idle_timeout_s):
                attributes = await self._file.stat()
            if stat.S_ISDIR(attributes.permissions or 0):
                raise a_folder()
        except asyncssh.HostKeyNotVerifiable as error:
            await self._drop()
            raise await self._foreign_key(host) from error
        except _FOREIGN as error:
            await self._drop()
            raise _mapped(error, host) from error
        except BaseException:
            # Cancelled half-way: nobody will use what was connected.
            await self._drop()
            raise
        spans = span_to_send(request, attributes.size)
        facts = plain_facts(
            self._url,
            spans,
            size_bytes=attributes.size,
            latency_s=time.monotonic() - connected_at,
            connect_s=connected_at - started_at if connected else None,
            modified_at=attributes.mtime,
            allow_leading_dot=self._settings.allow_leading_dot,
            is_unverified=self._is_unverified,
        )
        return SftpResponse(facts, spans[0] if spans else None, self._file, self._settings.idle_timeout_s, host)

    async def close(self) -> None:
        await self._drop()

    async def _connect(self) -> Any:
        parts = urlsplit(self._url)
        options: dict[str, Any] = {"tunnel": self._way}
        if self._credential is not None:
            options["username"] = self._credential.user
            if self._credential.password:
                options["password"] = self._credential.password
        if self._is_unverified:
            options["known_hosts"] = None
        elif self._settings.known_hosts_file is not None:
            options["known_hosts"] = str(self._settings.known_hosts_file)
        host, port = parts.hostname or "", parts.port or _PORT
        connection = await self._stack.enter_async_context(asyncssh.connect(host, port, **options))
        sftp = await self._stack.enter_async_context(connection.start_sftp_client())
        # The path is from the root, as every SFTP client reads such addresses; `/~/` means the home folder.
        path = path_of(self._url)
        return await self._stack.enter_async_context(
            sftp.open(path.removeprefix("~/") if path.startswith("~/") else f"/{path}", "rb", encoding=None)
        )

    async def _foreign_key(self, host: str) -> SourceError:
        """The error for a host whose key is not the one that is known, or that nobody knows."""
        port = urlsplit(self._url).port or _PORT
        if await asyncio.to_thread(_is_known, self._settings.known_hosts_file, host, port):
            words = say(
                "The key of {host} is not the one among the known hosts: it changed, or somebody stands in between.",
                host=host,
            )
        else:
            words = say("The key of {host} is not among the known hosts.", host=host)
        return SourceError(words, retry=Retry.NEVER, cause=Cause.CERTIFICATE)

    async def _drop(self) -> None:
        self._file = None
        stack, self._stack = self._stack, AsyncExitStack()
        try:
            async with asyncio.timeout(2.0):
                await stack.aclose()
        except _FOREIGN:
            # The connection is gone already; there is nothing left to close.
            return


class SftpResponse(BodyResponse):
    """Reads of one span, one after another, each split into many by asyncssh."""

    def __init__(self, facts: ResponseFacts, span: Span | None, file: Any, idle_timeout_s: float, host: str) -> None:
        super().__init__(facts, PlainAdapter(span))
        self._file = file
        self._at = span.start if span is not None else 0
        self._end = span.end if span is not None else 0
        self._idle_timeout_s = idle_timeout_s
        self._host = host

    async def _read(self) -> bytes:
        size = min(_READ_BYTES, self._end - self._at)
        if size <= 0 or self._file is None:
            return b""
        try:
            async with asyncio.timeout(self._idle_timeout_s):
                data: bytes = await self._file.read(size, self._at)
        except _FOREIGN as error:
            raise _mapped(error, self._host) from error
        self._at += len(data)
        return data

    def _give_up(self) -> None:
        self._file = None

    async def close(self) -> None:
        self._file = None


def _is_known(path: Path | None, host: str, port: int) -> bool:
    """Whether the known hosts say anything of a host, be it right, revoked or another's."""
    try:
        told = asyncssh.match_known_hosts(str(path or _KNOWN_HOSTS.expanduser()), host, host, port)
    except (asyncssh.Error, OSError, ValueError):
        return False  # nothing can be read there, so nothing is known
    return any(told)


def _mapped(error: Exception, host: str) -> SourceError:
    if isinstance(error, asyncssh.PermissionDenied):
        words = say("{host} wants another user name, password or key.", host=host)
        return SourceError(words, retry=Retry.NEVER, wants_fresh_url=True, cause=Cause.AUTHORIZATION)
    if isinstance(error, asyncssh.SFTPNoSuchFile):
        return SourceError(say("{host} does not have the file.", host=host), retry=Retry.NEVER, cause=Cause.NOT_FOUND)
    if isinstance(error, asyncssh.SFTPPermissionDenied):
        return SourceError(say("{host} forbids access to the file.", host=host), retry=Retry.NEVER)
    if isinstance(error, asyncssh.SFTPError) and not isinstance(error, _GONE):
        words = say("{host} refuses to give the file: {reason}.", host=host, reason=error.reason.rstrip("."))
        return SourceError(words, retry=Retry.LATER)
    return map_socket_error(error, host)
