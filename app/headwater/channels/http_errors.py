"""The edge to aiohttp and the operating system: their exceptions, mapped once to the error tree.

Nothing else in this package may name an aiohttp exception. The rule: the message is one sentence for people, says
nothing of Python, and never shows what a URL's user part or query holds.
"""

import errno
import ssl
from typing import Final

import aiohttp
from aiohttp.http_exceptions import HttpProcessingError

from headwater.channels.refusal import proxy_refusal
from headwater.model.errors import Cause, HeadwaterError, LocalError, Retry, SourceError
from headwater.model.wording import say

#: What a request or a read may raise; everything else is a fault of ours and goes through.
FOREIGN: Final = (aiohttp.ClientError, HttpProcessingError, OSError, TimeoutError, ValueError)
_OUT_OF_FILES: Final = frozenset({errno.EMFILE, errno.ENFILE})
_UNREACHABLE: Final = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL})


class BrokenBodyError(aiohttp.ClientPayloadError):
    """A body broke HTTP's own rules, so that aiohttp gave it up."""


def map_request_error(error: Exception, host: str) -> HeadwaterError:  # one line a case
    """The error for what went wrong before the headers of an answer were in."""
    os_error = getattr(error, "os_error", error)
    number = getattr(os_error, "errno", None)
    if number in _OUT_OF_FILES:
        return LocalError("This computer has too many files and connections open.")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return SourceError(
            say("The name {host} cannot be found.", host=host), retry=Retry.LATER, cause=Cause.NO_SUCH_HOST
        )
    if isinstance(error, aiohttp.ClientConnectorCertificateError) or isinstance(os_error, ssl.SSLCertVerificationError):
        return SourceError(
            say("The certificate of {host} is not valid{detail}.", host=host, detail=_detail(error)),
            retry=Retry.NEVER,
            cause=Cause.CERTIFICATE,
        )
    if isinstance(error, (aiohttp.ClientSSLError, ssl.SSLError)):
        return SourceError(say("No secure connection to {host} could be made.", host=host), retry=Retry.LATER)
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return SourceError(say("The proxy on the way to {host} cannot be reached.", host=host), retry=Retry.LATER)
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return proxy_refusal(host, error.status)
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return SourceError(say("{host} cannot be reached in time.", host=host), retry=Retry.LATER, cause=Cause.TIMEOUT)
    if isinstance(error, TimeoutError):
        return SourceError(say("{host} does not answer.", host=host), retry=Retry.LATER, cause=Cause.TIMEOUT)
    if isinstance(error, ConnectionRefusedError) or number == errno.ECONNREFUSED:
        return SourceError(say("{host} refuses connections.", host=host), retry=Retry.LATER)
    if number in _UNREACHABLE:
        return SourceError(say("There is no way to {host} now.", host=host), retry=Retry.LATER)
    if isinstance(error, (aiohttp.ClientResponseError, HttpProcessingError)):
        return SourceError(
            say("{host} sent an answer that is not proper HTTP.", host=host), retry=Retry.NEVER, cause=Cause.BAD_ANSWER
        )
    if isinstance(error, ValueError):
        return SourceError(say("The address of the file at {host} is not valid.", host=host), retry=Retry.NEVER)
    return SourceError(say("{host} broke off before it answered.", host=host), retry=Retry.NOW)


def map_body_error(error: Exception, host: str, idle_timeout_s: float) -> HeadwaterError:
    """The error for what went wrong while a body was read."""
    if isinstance(error, TimeoutError):
        words = say("{host} has sent nothing for {seconds:g} seconds.", host=host, seconds=idle_timeout_s)
        return SourceError(words, retry=Retry.NOW, cause=Cause.TIMEOUT)
    if isinstance(error, (BrokenBodyError, HttpProcessingError)):
        return SourceError(
            say("{host} sent an answer that is not proper HTTP.", host=host), retry=Retry.NEVER, cause=Cause.BAD_ANSWER
        )
    return SourceError(say("{host} broke off in the middle of the file.", host=host), retry=Retry.NOW)


def _detail(error: Exception) -> str:
    cause = getattr(error, "certificate_error", error)
    message = getattr(cause, "verify_message", "").rstrip(".")
    return f": {message}" if message else ""
