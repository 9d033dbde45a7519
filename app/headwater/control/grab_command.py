"""`headwater-cli grab`: the links of a web page, one a line, for other programs and for `get`.

Which links count is said by their names and by a pattern; nothing is downloaded but the page.
"""

import argparse
import asyncio
import json
import re
import sys
from dataclasses import asdict
from urllib.parse import urlsplit

from headwater.channels.connector import Connectors
from headwater.channels.keyring_store import KeyringStore
from headwater.control.get_command import access_of, add_access_arguments, named_headers
from headwater.control.page_fetch import PageLink, PageLinks, fetch_links
from headwater.engine.settings import saved_settings
from headwater.model.errors import HeadwaterError
from headwater.model.job import JobOptions

_EXIT_USAGE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `grab` takes."""
    parser.epilog = "Exit status: 0 links were found, 1 none or the page could not be read, 2 usage."
    parser.add_argument("page", metavar="URL", help="the page; also the path of one on this computer")
    parser.add_argument(
        "--type", action="append", default=[], metavar="ENDING", help="names that end so, like iso; may be repeated"
    )
    parser.add_argument(
        "--match", metavar="PATTERN", help="a regular expression that the link or its text must contain"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a link, with its text")
    add_access_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Carry `grab` out; returns the exit status."""
    try:
        pattern = re.compile(args.match or "", re.IGNORECASE)
    except re.error as error:
        sys.stderr.write(f"headwater-cli grab: {args.match!r} is no regular expression: {error}\n")
        return _EXIT_USAGE
    options = JobOptions(headers=named_headers(args), access=access_of(args, ()))
    try:
        page = asyncio.run(_fetch(args.page, options))
    except HeadwaterError as error:
        sys.stderr.write(f"headwater-cli grab: {error}\n")
        return 1
    endings = tuple("." + ending.lstrip("*.").lower() for ending in args.type)
    chosen = [link for link in page.links if _is_wanted(link, endings, pattern)]
    for link in chosen:
        sys.stdout.write((json.dumps(asdict(link), ensure_ascii=False) if args.json else link.url) + "\n")
    return 0 if chosen else 1


def _is_wanted(link: PageLink, endings: tuple[str, ...], pattern: re.Pattern[str]) -> bool:
    has_type = not endings or urlsplit(link.url).path.lower().endswith(endings)
    return has_type and bool(pattern.search(link.url) or pattern.search(link.text))


async def _fetch(place: str, options: JobOptions) -> PageLinks:
    connectors = Connectors(for_proxies=KeyringStore())
    try:
        return await fetch_links(connectors, place, await asyncio.to_thread(saved_settings), options)
    finally:
        await connectors.close()
