"""Answers that are no file: each HTTP status turned into a `SourceError` with what to do next and one sentence why.

Pure: status and headers in, an error out. A status not listed is judged by its class.
"""

from collections.abc import Mapping
from typing import Final

from headwater.channels.challenges import Challenge
from headwater.discovery.http_fields import parse_content_range, parse_retry_after
from headwater.model.errors import Retry, SourceError
from headwater.model.wording import Sentence, say

_SENTENCES: Final[dict[int, tuple[Retry, Sentence]]] = {
    204: (Retry.NEVER, say("The server says there is no content.")),
    400: (Retry.NEVER, say("The server does not understand the request.")),
    401: (Retry.NEVER, say("The server wants a user name and password, or a fresh link.")),
    402: (Retry.NEVER, say("The server wants to be paid.")),
    403: (Retry.NEVER, say("The server forbids access; the link may have expired.")),
    404: (Retry.NEVER, say("The server does not have the file.")),
    407: (Retry.NEVER, say("The proxy wants a user name and password.")),
    408: (Retry.LATER, say("The server gave up waiting for the request.")),
    410: (Retry.NEVER, say("The file is gone from the server; the link may have expired.")),
    421: (Retry.LATER, say("The server says that the request came over the wrong connection.")),
    425: (Retry.LATER, say("The server asks to come again later.")),
    429: (Retry.LATER, say("The server has had too many requests and asks for patience.")),
    451: (Retry.NEVER, say("The server may not give out the file for legal reasons.")),
    500: (Retry.LATER, say("The server met an error of its own.")),
    501: (Retry.NEVER, say("The server cannot do what was asked.")),
    502: (Retry.LATER, say("The server's own source does not answer.")),
    503: (Retry.LATER, say("The server is overloaded or being looked after.")),
    504: (Retry.LATER, say("The server's own source takes too long.")),
    505: (Retry.NEVER, say("The server does not speak HTTP/1.1.")),
    509: (Retry.LATER, say("The server has used up its traffic.")),
}
_WANT_FRESH_URL: Final = frozenset({401, 403, 410})
#: Answers of proxies that allow only some ports, hosts or methods.
_PROXY_FORBIDS: Final = frozenset({403, 405, 501})
#: What a proxy says that wants a name and password, or others.
PROXY_ASKS: Final = 407


def refusal(status: int, headers: Mapping[str, str], now_unix_s: float) -> SourceError:
    """The error that an answer with this status means; `Retry-After` is honoured on 413, 429 and every 5xx."""
    if status == 416:
        return _not_satisfiable(headers)
    retry, sentence = _SENTENCES.get(status) or _by_class(status)
    patience_s = parse_retry_after(headers.get("Retry-After"), now_unix_s)
    if patience_s is not None and status == 413:
        retry = Retry.LATER
    return SourceError(
        say("{sentence:clause} ({status}).", sentence=sentence, status=status),
        retry=retry,
        status=status,
        retry_after_s=patience_s if retry is Retry.LATER else None,
        wants_fresh_url=status in _WANT_FRESH_URL,
    )


def proxy_refusal(host: str, status: int) -> SourceError:
    """The error that a proxy's answer to `CONNECT` means."""
    if status == PROXY_ASKS:
        return refusal(status, {}, 0.0)
    return SourceError(
        say("The proxy refuses to connect to {host} ({status}).", host=host, status=status),
        retry=Retry.NEVER if status in _PROXY_FORBIDS else Retry.LATER,
        status=status,
    )


def require_size(wanted: int | None, size_bytes: int) -> None:
    """Raise `SourceError` where a job's file has `wanted` bytes, and the server's, of `size_bytes`, is another one."""
    if wanted is not None and wanted != size_bytes:
        raise SourceError(
            say(
                "The server's file has {size_bytes} bytes, not {wanted}: it is another file.",
                size_bytes=size_bytes,
                wanted=wanted,
            ),
            retry=Retry.NEVER,
            size_bytes=size_bytes,
        )


def unknown_login(challenges: tuple[Challenge, ...]) -> SourceError:
    """The error that a 401 means whose challenges nobody here can meet, although a name and a password are known."""
    offered = ", ".join(dict.fromkeys(challenge.scheme[:20] for challenge in challenges[:5]))
    return SourceError(
        say("The server wants a kind of login that is not supported: {offered} (401).", offered=offered),
        retry=Retry.NEVER,
        status=401,
    )


def _by_class(status: int) -> tuple[Retry, Sentence]:
    if 500 <= status < 600:
        return Retry.LATER, say("The server met an error.")
    if 400 <= status < 500:
        return Retry.NEVER, say("The server refuses the request.")
    if 300 <= status < 400:
        return Retry.NEVER, say("The server points elsewhere in a way that leads to no file.")
    return Retry.NEVER, say("The server answered with a status that brings no file.")


def _not_satisfiable(headers: Mapping[str, str]) -> SourceError:
    learned = parse_content_range(headers.get("Content-Range"))
    size = learned.size_bytes if learned is not None and learned.span is None else None
    words = say("The server holds only {size} bytes (416).", size=size)
    if size is None:
        words = say("The server does not hold the bytes asked for (416).")
    return SourceError(words, retry=Retry.OTHER_SPAN, status=416, size_bytes=size)
