"""`headwater-cli login`: a server's user name and password into the system's keyring.

Asks at the terminal and saves; which server gets them, and when, is `channels.credentials`'. The rule: a password is
typed unseen, and never stands in a command line, where other users of the computer could read it.
"""

import argparse
import asyncio
import getpass
import sys

from headwater.channels.keyring_store import KeyringStore, kept_name
from headwater.model.access import Credential
from headwater.model.errors import HeadwaterError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `login` takes."""
    parser.add_argument(
        "host",
        metavar="HOST",
        help="the server, like example.org or example.org:8080; also its URL: one with http:// or ftp:// allows that "
        "the password goes there as it is, for others on the way to read; proxy://HOST:PORT is for a proxy, which is "
        "then written as http://NAME@HOST:PORT where a proxy is set",
    )
    parser.add_argument("--user", metavar="NAME", help="the user name (asked for otherwise)")


def run(args: argparse.Namespace) -> int:
    """Carry `login` out; returns the exit status."""
    try:
        host = kept_name(args.host)
        user = args.user if args.user is not None else input(f"User name for {host}: ")
        password = getpass.getpass(f"Password of {user} for {host}: ")
        asyncio.run(KeyringStore().save(Credential(host, user, password)))
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write("\nheadwater-cli login: nothing was saved\n")
        return 1
    except HeadwaterError as error:
        sys.stderr.write(f"headwater-cli login: {error}\n")
        return 1
    return 0
