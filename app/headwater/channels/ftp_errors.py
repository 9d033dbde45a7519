"""What goes wrong with FTP, mapped once: server replies, TLS, sockets and times become a sentence and an advice.

Values only. The rule: every foreign exception that a dialogue with a server can raise is in `FOREIGN`.
"""

import re
import ssl
from typing import Final

import aioftp

from headwater.channels.streamed import map_socket_error
from headwater.channels.tls import bad_certificate
from headwater.model.errors import Retry, SourceError
from headwater.model.wording import say

FOREIGN: Final = (aioftp.AIOFTPException, OSError, TimeoutError, EOFError, ValueError)
_NOT_LOGGED_IN: Final = ("530", "332")
#: Not known, not allowed, not now. ProFTPD takes a `REST` that it was told to refuse, and answers 451 to what follows.
_NO_RESTARTS: Final = ("451", "500", "501", "502", "503", "504", "554")
_WANTS_TLS: Final = re.compile(r"\b(?:tls|ssl|encrypt\w*|auth tls)\b", re.IGNORECASE)


def is_stranger_refused(error: aioftp.StatusCodeError) -> bool:
    """Whether the server wants to know who asks."""
    return str(error.received_codes[-1]).startswith(_NOT_LOGGED_IN) and not _wants_tls(error)


def may_lack_restarts(error: aioftp.StatusCodeError) -> bool:
    """Whether the refusal of a transfer from the middle may be one of `REST`, which not every server takes."""
    return str(error.received_codes[-1]).startswith(_NO_RESTARTS)


def map_error(error: Exception, host: str, *, is_plain: bool = False) -> SourceError:
    """The error of ours for a foreign one; `is_plain` where the connection was not encrypted."""
    if isinstance(error, aioftp.StatusCodeError):
        return _map_reply(error, host, is_plain=is_plain)
    if isinstance(error, ssl.SSLCertVerificationError):
        return bad_certificate(host, error)
    return map_socket_error(error, host)


def no_encryption(host: str, code: str) -> SourceError:
    """For a server that does not know `AUTH TLS` (RFC 4217)."""
    return SourceError(
        say(
            "{host} offers no encryption ({code}), which the address asks for; ftp: goes without.", host=host, code=code
        ),
        retry=Retry.NEVER,
    )


def injected(host: str) -> SourceError:
    """For words that came before the encryption and would have been taken for the server's own."""
    return SourceError(
        say("Somebody put words into the connection to {host} before it was encrypted.", host=host), retry=Retry.LATER
    )


def _map_reply(error: aioftp.StatusCodeError, host: str, *, is_plain: bool) -> SourceError:
    code = str(error.received_codes[-1])
    status = int(code) if code.isdecimal() else None
    if is_plain and _wants_tls(error):
        return SourceError(
            say(
                "{host} wants the connection encrypted ({code}); write ftpes: in the place of ftp: in the address.",
                host=host,
                code=code,
            ),
            retry=Retry.NEVER,
            status=status,
        )
    if code.startswith(_NOT_LOGGED_IN):
        return SourceError(
            say("{host} wants another user name or password ({code}).", host=host, code=code),
            retry=Retry.NEVER,
            status=status,
            wants_fresh_url=True,
        )
    if code.startswith("550"):
        return SourceError(
            say("{host} does not have the file ({code}).", host=host, code=code), retry=Retry.NEVER, status=status
        )
    retry = Retry.NEVER if code.startswith("5") else Retry.LATER
    return SourceError(say("{host} refuses the transfer ({code}).", host=host, code=code), retry=retry, status=status)


def _wants_tls(error: aioftp.StatusCodeError) -> bool:
    code = str(error.received_codes[-1])
    return code.startswith(("421", "5")) and _WANTS_TLS.search(" ".join(error.info)) is not None
