"""An encrypted connection's TLS, taken out of asyncio's hands for a while, so that a worker may decrypt.

asyncio decrypts on the loop's thread, record by record, and offers nothing else; what does it is private to it, and
all that touches it is here. The rule is possession: what one side holds the other does not have, because OpenSSL's
objects bear one user at a time.
"""
# ruff: noqa: SLF001  # asyncio's private members are what this module is about

import os
import socket
import ssl
import sys
from asyncio import BaseTransport, selector_events, sslproto
from asyncio.trsock import TransportSocket
from typing import Any, Final

#: While it is claimed, whoever waits for the network is woken for so much, or by their own patience: each waking costs.
WAKE_BYTES: Final = 256 * 1024
#: What of asyncio's protocol is used; another loop's has other names, or none.
_NEEDED: Final = frozenset(
    {
        "_incoming",
        "_outgoing",
        "_ssl_reading_paused",
        "_ssl_writing_paused",
        "_sslobj",
        "_state",
        "_transport",
        "_write_backlog",
    }
)
#: In this state asyncio's protocol does not touch its TLS: reads do nothing, writes wait, a close is an abort.
_AWAY: Final = sslproto.SSLProtocolState.DO_HANDSHAKE


def claim(transport: BaseTransport) -> "TlsClaim | None":
    """Take the TLS of `transport`; None where that cannot be done, now or ever.

    The application must have paused its reading, and resume it after `TlsClaim.give_back`.
    """
    protocol = _protocol_of(transport)
    if protocol is None or protocol._state is not sslproto.SSLProtocolState.WRAPPED:
        return None
    is_writing = protocol._write_backlog or protocol._outgoing.pending or protocol._transport.get_write_buffer_size()
    if is_writing or protocol._ssl_writing_paused:
        return None
    told: TransportSocket = protocol._transport.get_extra_info("socket")
    try:
        descriptor = os.dup(told.fileno())
        told.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, WAKE_BYTES)
    except OSError:
        return None  # this process has too many files; the loop can do it, too
    return TlsClaim(protocol, descriptor)


def can_claim(transport: BaseTransport) -> bool:
    """Whether `transport` is of the kind whose TLS may be claimed."""
    return _protocol_of(transport) is not None


def _protocol_of(transport: BaseTransport) -> Any:
    """asyncio's TLS protocol (Python 3.11 to 3.13, on a selector loop), None for anything else.

    `Any`, because nothing of it is declared. Loops that wait for completions have a read under way that cannot be
    taken back, and TLS within TLS has no socket of its own.
    """
    if sys.platform == "win32" or type(transport) is not sslproto._SSLProtocolTransport:
        return None
    protocol: Any = transport._ssl_protocol
    if type(protocol) is not sslproto.SSLProtocol or not vars(protocol).keys() >= _NEEDED:
        return None
    return protocol if type(protocol._transport) is selector_events._SelectorSocketTransport else None  # type: ignore[attr-defined]  # private


class TlsClaim:
    """The parts of one connection's TLS. They are the holder's until `give_back`, also when it is closed meanwhile."""

    def __init__(self, protocol: Any, descriptor: int) -> None:
        """Use `claim`."""
        self._protocol = protocol
        #: Of the socket; a handle of its own: a worker may outlive the connection that asked it.
        self.descriptor = descriptor
        protocol._transport.pause_reading()
        self.tls: ssl.SSLObject = protocol._sslobj
        #: What came from the network and was not decrypted yet.
        self.incoming: ssl.MemoryBIO = protocol._incoming
        self._outgoing: ssl.MemoryBIO = protocol._outgoing
        protocol._sslobj, protocol._incoming, protocol._outgoing = None, ssl.MemoryBIO(), ssl.MemoryBIO()
        protocol._state = _AWAY

    def give_back(self, error: ssl.SSLError | None) -> None:
        """Let asyncio go on, on the loop's thread; nobody may use the parts any more.

        `error` is what broke the encryption meanwhile: the connection ends with it, as if asyncio had met it.
        """
        protocol = self._protocol
        self._let_go()
        if protocol._state is not _AWAY:
            return  # closed meanwhile: asyncio wants nothing of it any more
        protocol._sslobj, protocol._incoming, protocol._outgoing = self.tls, self.incoming, self._outgoing
        protocol._state = sslproto.SSLProtocolState.WRAPPED
        protocol._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1)
        if error is not None:
            protocol._fatal_error(error, "Fatal error on SSL protocol")
            return
        protocol._process_outgoing()  # answers to a change of keys
        if not protocol._ssl_reading_paused:
            protocol._transport.resume_reading()

    def _let_go(self) -> None:
        """Close our handle: the connection ends for the other side only when none is left."""
        descriptor, self.descriptor = self.descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def __del__(self) -> None:
        self._let_go()

    def __repr__(self) -> str:
        return f"<TlsClaim of {self.descriptor}>"
