"""`headwater-cli get`: the command line of a download, turned into values.

Here stand the options and what they mean; the download itself is `get_session`. The rule: whatever is wrong with the
command line is said before anything is opened, and ends with status 2.
"""

import argparse
import asyncio
import os
import sys
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from headwater.channels.unsupported import reason_against
from headwater.control.get_request import GetRequest
from headwater.discovery.document_names import names_document
from headwater.discovery.filename import name_from_url
from headwater.discovery.wrapping import split_wrapping, unwrap_mirrors
from headwater.model.access import Access, Credential, split_headers
from headwater.model.errors import UserError
from headwater.model.hashing import digest_bytes, find_algorithm
from headwater.model.job import Checksum, JobOptions, JobSpec
from headwater.model.source import SourceSpec
from headwater.model.tuning import Tuning

#: Addresses of these name no host.
_LOCAL_SCHEMES: Final = frozenset({"data", "file"})
_EXIT_USAGE: Final = 2
#: A day: whoever waits longer than this for one answer waits for ever.
_LONGEST_S: Final = 86_400.0
_UNITS: Final = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3, "ki": 1024, "mi": 1024**2, "gi": 1024**3}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `get` takes."""
    parser.description = "Fetch one file from all URLs at once. A second run of the same command goes on where it was."
    parser.epilog = "Exit status: 0 complete and matching every checksum known, 1 failed, 2 usage, 130 interrupted."
    parser.add_argument(
        "urls", nargs="+", metavar="URL", help="mirrors of ONE file; also a .meta4, .metalink or .torrent, or its path"
    )
    parser.add_argument("--select", metavar="NAME", help="the file that is meant, where a document describes several")
    parser.add_argument("-o", "--output", metavar="FILE", help="the file's name; - writes it to standard output")
    parser.add_argument(
        "--proven-only",
        action=argparse.BooleanOptionalAction,
        help="with -o -: write a block when its trusted hash, if any, was right, or every byte at once, and fail where "
        "one proves wrong (default: as the settings say)",
    )
    parser.add_argument("-d", "--dir", type=Path, metavar="DIR", help="folder of the file (default: this one)")
    parser.add_argument(
        "--checksum",
        action="append",
        default=[],
        metavar="sha-256=HEX",
        help="what the file must match; may be repeated",
    )
    parser.add_argument(
        "--find-checksum", action="store_true", help="look beside the file for SHA256SUMS and the like, and use it"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but errors")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="folder of settings, list and journal")
    parser.add_argument(
        "-H", "--header", action="append", default=[], metavar="'NAME: VALUE'", help="send this header to every server"
    )
    add_access_arguments(parser)
    parser.add_argument("--limit-rate", metavar="RATE", help="bytes per second at most, like 500k or 2Mi")
    parser.add_argument("--connections", type=int, metavar="N", help="connections to one server at most")
    parser.add_argument("--connect-timeout", type=float, metavar="SECONDS", help="longest wait for a connection")
    parser.add_argument("--timeout", type=float, metavar="SECONDS", help="longest silence of a server")
    parser.add_argument(
        "--request-timeout", type=float, metavar="SECONDS", help="longest time for one request, however its bytes come"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace a file of that name instead of numbering")
    parser.add_argument(
        "--unwrap",
        action="store_true",
        help="decode what ends in .gz, .bz2, .xz or .zst on the way; where another mirror has the name without the "
        "ending, that is done anyway",
    )
    parser.add_argument("--server-time", action="store_true", help="give the file the server's modification time")


def run(args: argparse.Namespace) -> int:
    """Carry `get` out; returns the exit status."""
    try:
        request = read_request(args)
    except UserError as error:
        sys.stderr.write(f"headwater-cli get: {error}\n")
        return _EXIT_USAGE
    # Imported here: the engine is not needed to say that an option is wrong.
    from headwater.control.get_session import fetch

    return asyncio.run(fetch(request))


def read_request(args: argparse.Namespace) -> GetRequest:
    """The values of a parsed command line. Raises `UserError`."""
    to_stdout = args.output == "-"
    if to_stdout and args.json:
        raise UserError("--json and -o - would both write to standard output.")
    folder: Path = args.dir if args.dir is not None else Path()
    name = None
    if args.output is not None and not to_stdout:
        target = folder / args.output
        if args.output.endswith(os.sep) or target.name in ("", ".."):
            raise UserError(f"{args.output} is not a file's name; -d takes a folder.")
        folder, name = target.parent, target.name
    plain, secret = split_headers(_header(text) for text in args.header)
    options = JobOptions(
        headers=(*plain, *named_headers(args)),
        access=access_of(args, secret),
        rate_limit_bytes_per_s=None if args.limit_rate is None else parse_rate(args.limit_rate),
        checksums=tuple(parse_checksum(text) for text in args.checksum),
        use_server_time=args.server_time,
        allow_leading_dot=name is not None,
        overwrite=args.overwrite,
        connect_timeout_s=_seconds("--connect-timeout", args.connect_timeout),
        idle_timeout_s=_seconds("--timeout", args.timeout),
        total_timeout_s=_seconds("--request-timeout", args.request_timeout),
    )
    if args.connections is not None:
        Tuning().changed("max_channels_per_source", args.connections)  # said now where it cannot be
    documents = tuple(place for place in args.urls if names_document(place))
    sources = tuple(SourceSpec(_url(url)) for url in args.urls if url not in documents)
    if args.unwrap:
        name = name or next((split_wrapping(found)[0] for s in sources if (found := name_from_url(s.url))), None)
        sources = unwrap_mirrors(sources, name)
    spec = JobSpec(sources, folder.absolute(), name, options)
    return GetRequest(
        spec,
        documents,
        args.select,
        args.find_checksum,
        args.profile,
        to_stdout,
        args.json,
        args.quiet,
        proven_only=args.proven_only,
        connections=args.connections,
    )


def _seconds(option: str, value: float | None) -> float | None:
    """A time-out as it was given. Raises `UserError` for one that nothing could keep, or that is for ever."""
    if value is not None and not 0.1 <= value <= _LONGEST_S:
        raise UserError(f"{option} must lie between 0.1 and {_LONGEST_S:g} seconds.")
    return value


def add_access_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what servers may ask of a person, and the way to them."""
    group = parser.add_argument_group("access")
    group.add_argument("--user-agent", metavar="TEXT", help="what to call ourselves")
    group.add_argument("--referer", metavar="URL", help="the page that the links stand on")
    group.add_argument("--cookie", metavar="'NAME=VALUE; ...'", help="a Cookie header, for the URLs' own hosts")
    group.add_argument("--load-cookies", type=Path, metavar="FILE", help="cookies as Netscape and curl keep them")
    group.add_argument("--user", metavar="NAME:PASSWORD", help="for Basic and Digest authentication, FTP and SFTP")
    group.add_argument("--netrc", type=Path, metavar="FILE", help="names and passwords by host")
    group.add_argument("--proxy", metavar="URL", help="http, https, socks4 or socks5; 'direct' for none")
    group.add_argument("--ca-certificate", type=Path, metavar="FILE", help="certificates to trust beside the system's")
    group.add_argument(
        "--no-verify", action="append", default=[], metavar="HOST", help="do not check this host's certificate"
    )


def named_headers(args: argparse.Namespace) -> tuple[tuple[str, str], ...]:
    """The headers that have options of their own."""
    named = (("User-Agent", args.user_agent), ("Referer", args.referer))
    return tuple((name, value) for name, value in named if value is not None)


def access_of(args: argparse.Namespace, secret_headers: tuple[tuple[str, str], ...]) -> Access:
    """What the options of `add_access_arguments` say."""
    credentials: tuple[Credential, ...] = ()
    if args.user is not None:
        user, _, password = args.user.partition(":")
        credentials = (Credential("*", user, password),)
    return Access(
        headers=secret_headers,
        credentials=credentials,
        cookie=args.cookie,
        proxy=args.proxy,
        cookie_file=args.load_cookies,
        netrc_file=args.netrc,
        ca_file=args.ca_certificate,
        unverified_hosts=tuple(args.no_verify),
    )


def parse_checksum(text: str) -> Checksum:
    """A checksum from `sha-256=HEX`. Raises `UserError`."""
    name, equals, digest = text.partition("=")
    algorithm = find_algorithm(name)
    if not equals or algorithm is None:
        raise UserError(f"{text!r} is not a checksum like sha-256=HEX.")
    if not algorithm.is_available:
        raise UserError(f"{algorithm.name} needs the Python package {algorithm.module}, which is not installed.")
    digest = digest.strip().lower()
    if len(digest) != 2 * digest_bytes(algorithm.name) or set(digest) - set("0123456789abcdef"):
        raise UserError(f"A {algorithm.name} has {2 * digest_bytes(algorithm.name)} hex digits; {digest!r} is none.")
    return Checksum(algorithm.name, digest)


def parse_rate(text: str) -> float:
    """Bytes per second from `250000`, `500k` (thousands) or `2Mi` (binary). Raises `UserError`."""
    return _parse_amount(text.strip().removesuffix("/s"), "a rate")


def parse_size(text: str) -> int:
    """Bytes from `250000`, `500k` or `2Mi`. Raises `UserError`."""
    return int(_parse_amount(text, "a size"))


def _parse_amount(text: str, what: str) -> float:
    plain = text.strip().lower().removesuffix("b")
    digits = plain.rstrip("kmgi")
    try:
        amount = float(digits) * _UNITS[plain[len(digits) :]]
    except (ValueError, KeyError) as error:
        raise UserError(f"{text!r} is not {what} like 500k or 2Mi.") from error
    if not 0 < amount < float("inf"):
        raise UserError(f"{what.capitalize()} must be more than 0.")
    return amount


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon or not name.strip() or "\n" in text or "\r" in text:
        raise UserError(f"{text!r} is not a header like 'Name: value'.")
    return name.strip(), value.strip()


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise UserError(f"{text!r} is not a URL.") from error
    reason = reason_against(text)
    if reason is not None:
        raise UserError(reason)
    if not parts.scheme or not (parts.netloc or parts.scheme.lower() in _LOCAL_SCHEMES):
        raise UserError(f"{text!r} is not a URL like https://example.org/file.")
    return text
