"""What is not fetched on purpose, and one sentence each that says why: swarms, streams, manifests, file hosters.

Pure. An address is judged before anybody is asked, and what an answer calls itself once it is here. The rule: every
sentence says what a person can do, or why nobody can do anything.
"""

from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from headwater.model.errors import UserError
from headwater.model.wording import say

_NOT_SUPPORTED: Final = {
    "magnet": say("Magnet links are not supported, because Headwater does not take part in BitTorrent swarms."),
    "ed2k": say("eD2k links are not supported, because Headwater does not take part in file-sharing networks."),
    "ipfs": say("IPFS addresses are not supported; use the address that an HTTP gateway has for the file."),
    "rtmp": say("Streams are not supported, because they have no fixed bytes to fetch."),
    "rtsp": say("Streams are not supported, because they have no fixed bytes to fetch."),
    "blob": say("The address exists only inside the web page that made it; copy the link of the file itself."),
    "javascript": say("The address is a script of a web page; copy the link of the file itself."),
    "mega": say(
        "Encrypted file hosters are not supported, because their files cannot be had without their own program."
    ),
}
_HLS: Final = say("HLS playlists are not supported, because they name many small files and not one.")
_DASH: Final = say("DASH manifests are not supported, because they name many small files and not one.")
_MANIFESTS: Final = {
    ".m3u8": _HLS,
    ".mpd": _DASH,
    ".f4m": say("HDS manifests are not supported, because they name many small files and not one."),
}
#: Playlists of plain links (`audio/x-mpegurl`) are files like any other.
_MANIFEST_TYPES: Final = {"application/vnd.apple.mpegurl": _HLS, "application/dash+xml": _DASH}
#: Hosts that hand out files only to a person who stands before their pages; their download hosts have other names.
_HOSTERS: Final = frozenset(
    {
        "1fichier.com",
        "alfafile.net",
        "ddownload.com",
        "hitfile.net",
        "katfile.com",
        "mega.co.nz",
        "mega.nz",
        "nitroflare.com",
        "rapidgator.net",
        "turbobit.net",
        "uploadgig.com",
    }
)


def reason_against(url: str) -> str | None:
    """Why an address cannot be fetched though it makes sense, in one sentence; None where nothing is known against it.

    Raises `UserError` for what is no address.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError as error:
        raise UserError("The address is not valid.") from error
    if host in _HOSTERS:
        return say(
            "Links of {host} are not supported, because it asks a person for captchas; use a direct link.", host=host
        )
    return _NOT_SUPPORTED.get(parts.scheme.lower()) or _MANIFESTS.get(PurePosixPath(parts.path).suffix.lower())


def reason_against_type(content_type: str | None) -> str | None:
    """The same for what an answer calls itself, whatever its address looks like."""
    return _MANIFEST_TYPES.get((content_type or "").partition(";")[0].strip().lower())
