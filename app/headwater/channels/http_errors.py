"""The edge to aiohttp and the operating system: their exceptions, mapped once to the error tree.

Nothing else in this package may name an aiohttp exception. The rule: the message is one sentence for people, says
nothing of Python, and never shows what a URL's user part or query holds.
"""

import errno
import ssl
from typing import Final

import aiohttp
from aiohttp.http_exceptions import HttpProcessingError

from headwater.model.errors import Cause, HeadwaterError, LocalError, Retry, SourceError

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
        return SourceError(f"The name {host} cannot be found.", retry=Retry.LATER, cause=Cause.NO_SUCH_HOST)
    if isinstance(error, aiohttp.ClientConnectorCertificateError) or isinstance(os_error, ssl.SSLCertVerificationError):
        return SourceError(f"The certificate of {host} is not valid{_detail(error)}.", retry=Retry.NEVER)
    if isinstance(error, (aiohttp.ClientSSLError, ssl.SSLError)):
        return SourceError(f"No secure connection to {host} could be made.", retry=Retry.LATER)
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return SourceError(f"The proxy on the way to {host} cannot be reached.", retry=Retry.LATER)
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return SourceError(
            f"The proxy refuses to connect to {host} ({error.status}).",
            retry=Retry.NEVER if error.status in {403, 407} else Retry.LATER,
            status=error.status,
        )
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return SourceError(f"{host} cannot be reached in time.", retry=Retry.LATER, cause=Cause.TIMEOUT)
    if isinstance(error, TimeoutError):
        return SourceError(f"{host} does not answer.", retry=Retry.LATER, cause=Cause.TIMEOUT)
    if isinstance(error, ConnectionRefusedError) or number == errno.ECONNREFUSED:
        return SourceError(f"{host} refuses connections.", retry=Retry.LATER)
    if number in _UNREACHABLE:
        return SourceError(f"There is no way to {host} now.", retry=Retry.LATER)
    if isinstance(error, (aiohttp.ClientResponseError, HttpProcessingError)):
        return SourceError(f"{host} sent an answer that is not proper HTTP.", retry=Retry.NEVER, cause=Cause.BAD_ANSWER)
    if isinstance(error, ValueError):
        return SourceError(f"The address of the file at {host} is not valid.", retry=Retry.NEVER)
    return SourceError(f"{host} broke off before it answered.", retry=Retry.NOW)


def map_body_error(error: Exception, host: str, idle_timeout_s: float) -> HeadwaterError:
    """The error for what went wrong while a body was read."""
    if isinstance(error, TimeoutError):
        words = f"{host} has sent nothing for {idle_timeout_s:g} seconds."
        return SourceError(words, retry=Retry.NOW, cause=Cause.TIMEOUT)
    if isinstance(error, (BrokenBodyError, HttpProcessingError)):
        return SourceError(f"{host} sent an answer that is not proper HTTP.", retry=Retry.NEVER, cause=Cause.BAD_ANSWER)
    return SourceError(f"{host} broke off in the middle of the file.", retry=Retry.NOW)


def _detail(error: Exception) -> str:
    cause = getattr(error, "certificate_error", error)
    message = getattr(cause, "verify_message", "")
    return f": {message}" if message else ""
