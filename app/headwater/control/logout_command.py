"""`headwater-cli logout`: takes a server's user name and password out of the system's keyring."""

import argparse
import asyncio
import sys

from headwater.channels.keyring_store import KeyringStore
from headwater.model.errors import HeadwaterError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `logout` takes."""
    parser.add_argument("host", metavar="HOST", help="the server, as it was given to login")


def run(args: argparse.Namespace) -> int:
    """Carry `logout` out; returns the exit status."""
    try:
        asyncio.run(KeyringStore().remove(args.host))
    except HeadwaterError as error:
        sys.stderr.write(f"headwater-cli logout: {error}\n")
        return 1
    return 0
