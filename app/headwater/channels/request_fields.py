"""The header fields of a request: ranges, conditions and what the user wants sent.

Values in, a dictionary out. What a server answers is judged elsewhere (`http_answer`). The rule: credentials and
cookies go only to the server they were given for.
"""

import re
from typing import Final

from headwater import __version__
from headwater.channels.address import same_server
from headwater.model.errors import UserError
from headwater.model.ports import ChannelRequest, ChannelSettings
from headwater.model.spans import Span
from headwater.model.wording import say

USER_AGENT: Final = f"Headwater/{__version__}"
#: The value of `Referer` that stands for the address of the file itself.
OWN_ADDRESS: Final = "*"
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_VALUE: Final = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f]*\Z")
_OURS: Final = frozenset({"range", "if-range", "accept-encoding", "connection", "transfer-encoding", "content-length"})
_PRIVATE: Final = frozenset({"authorization", "cookie", "proxy-authorization"})


def check_fields(settings: ChannelSettings) -> None:
    """Raise `UserError` when something the user wants sent cannot stand in a header."""
    named = (
        *settings.headers,
        ("User-Agent", settings.user_agent or ""),
        ("Referer", settings.referer or ""),
        ("Cookie", settings.cookie or ""),
    )
    for name, value in named:
        if not _NAME.match(name) or not _VALUE.match(value):
            raise UserError(
                say("The header {name} cannot be sent: its name or value is not valid.", name=repr(name[:40]))
            )


def request_fields(
    request: ChannelRequest, settings: ChannelSettings, own_url: str, url: str, *, is_whole: bool = False
) -> dict[str, str]:
    """The fields of a request to `url`, which `own_url` may have redirected to; `is_whole` asks for no range."""
    fields = {
        "User-Agent": settings.user_agent or USER_AGENT,
        "Accept": "*/*",
        # A range of an encoded body is not a range of the file.
        "Accept-Encoding": "identity",
    }
    if request.validator is None:
        # The source's first request: some servers tell a digest only to those who ask (RFC 9530 and RFC 3230, 4.3.1).
        fields["Want-Repr-Digest"] = "sha-256=10, sha-512=9"
        fields["Want-Digest"] = "sha-256;q=1, sha-512;q=0.9"
    if settings.referer:
        fields["Referer"] = settings.referer
    at_home = same_server(own_url, url)
    if settings.cookie and at_home:
        fields["Cookie"] = settings.cookie
    for name, value in settings.headers:
        lower = name.lower()
        if lower in _OURS or (lower in _PRIVATE and not at_home):
            continue
        for known in [known for known in fields if known.lower() == lower]:
            del fields[known]
        fields[name] = own_url if lower == "referer" and value == OWN_ADDRESS else value
    if is_whole:
        return fields
    fields["Range"] = range_field(request.spans)
    condition = condition_field(request)
    if condition is not None:
        fields["If-Range"] = condition
    return fields


def range_field(spans: tuple[Span, ...]) -> str:
    """The value of `Range` for `spans`, in their order; an open span runs to the end of the file."""
    return "bytes=" + ",".join(f"{span.start}-{'' if span.is_open else span.end - 1}" for span in spans)


def condition_field(request: ChannelRequest) -> str | None:
    """The value of `If-Range`: the source's earlier validator where it is strong (RFC 9110, 13.1.5), else None."""
    validator = request.validator
    if validator is None or not validator.is_strong:
        return None
    return validator.etag if validator.etag is not None else validator.last_modified
