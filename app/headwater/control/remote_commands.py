"""The terminal's `add`, `list`, `sources`, `pause`, `resume`, `remove`, `watch`: they talk to a running window.

Where it is, `control.json` in the profile says (`rpc.endpoint`); what is said is JSON-RPC, as any other program would.
"""

import argparse
import asyncio
import contextlib
import json
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import humanize

from headwater.control.offer import is_offer, read_offer
from headwater.control.rpc.endpoint import Endpoint, read_endpoint
from headwater.engine.profile import Profile
from headwater.model.errors import HeadwaterError, UserError

EXIT_OK: Final = 0
EXIT_FAILED: Final = 1
_TIMEOUT_S: Final = 10.0
_KEYS: Final = ["gid", "status", "totalLength", "completedLength", "downloadSpeed", "files", "errorMessage"]


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the seven commands; each sets `run`, called with the parsed arguments."""
    add = _command(commands, "add", "give a running window or server a file to fetch", _add)
    add.add_argument("urls", nargs="+", metavar="URL", help="mirrors of ONE file, or one headwater: link")
    add.add_argument("-d", "--dir", type=Path, help="folder of the file")
    add.add_argument("-o", "--out", help="name of the file")
    add.add_argument("--pause", action="store_true", help="add it paused")
    listing = _command(commands, "list", "list the jobs of a running window or server", _list)
    listing.add_argument("--json", action="store_true", help="as JSON")
    sources = _command(commands, "sources", "tell how the sources of a job are ranked, term by term", _sources)
    sources.add_argument("gid", metavar="GID", help="a job as `list` numbers it; a beginning will do")
    sources.add_argument("--json", action="store_true", help="as JSON")
    for name, words in (
        ("pause", "pause jobs"),
        ("resume", "let paused jobs go on"),
        ("remove", "take jobs off the list"),
    ):
        command = _command(commands, name, f"{words} of a running window or server", partial(_steer, name))
        command.add_argument("gids", nargs="*", metavar="GID", help="jobs as `list` numbers them; a beginning will do")
        if name != "remove":
            command.add_argument("--all", action="store_true", help="all of them")
    _command(commands, "watch", "print what happens in a running window or server, a line each", _watch)


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    words: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words.capitalize() + ".")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="the profile of the window or server")
    parser.set_defaults(run=lambda args: _report(run, args))
    return parser


def _report(run: Callable[[argparse.Namespace], int], args: argparse.Namespace) -> int:
    try:
        return run(args)
    except HeadwaterError as error:
        sys.stderr.write(f"headwater-cli: {error}\n")
        return EXIT_FAILED


class _Remote:
    """A running control interface, asked one call at a time."""

    def __init__(self, profile: Path | None) -> None:
        endpoint = read_endpoint(Profile.find(profile).data_folder)
        if endpoint is None:
            raise UserError(
                "No Headwater is running with its control interface on; start one with `headwater-cli serve`."
            )
        self.endpoint: Endpoint = endpoint

    def call(self, method: str, *params: Any) -> Any:
        """The result of a call. Raises `UserError` with the server's own words."""
        request = urllib.request.Request(
            self.endpoint.url,
            data=json.dumps(
                {"jsonrpc": "2.0", "id": "cli", "method": method, "params": [*self.token, *params]}
            ).encode(),
            headers={"Content-Type": "application/json"},
        )
        # No proxy: the interface is on this computer, whatever the environment says.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=_TIMEOUT_S) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            raise UserError(_words_of(error)) from error
        except OSError as error:
            raise UserError("Headwater does not answer; it may have ended without a goodbye.") from error
        return answer["result"]

    @property
    def token(self) -> list[str]:
        return [] if self.endpoint.secret is None else [f"token:{self.endpoint.secret}"]


def _words_of(error: urllib.error.HTTPError) -> str:
    try:
        return str(json.load(error)["error"]["message"])
    except (ValueError, KeyError, TypeError):
        return f"Headwater answers with status {error.code}."


def _add(args: argparse.Namespace) -> int:
    options: dict[str, str] = {}
    if args.dir is not None:
        options["dir"] = str(args.dir.expanduser().absolute())
    if args.out is not None:
        options["out"] = args.out
    if args.pause:
        options["pause"] = "true"
    urls: list[str] = []
    for url in args.urls:
        if not is_offer(url):
            urls.append(url)
            continue
        # A link that a page offers: whoever types it here was asked by nobody else.
        offer = read_offer(url)
        urls += offer.links
        told = {"out": offer.name, "checksum": offer.checksum}
        options = {**{name: value for name, value in told.items() if value}, **options}
    sys.stdout.write(f"{_Remote(args.profile).call('aria2.addUri', urls, options)}\n")
    return EXIT_OK


def _list(args: argparse.Namespace) -> int:
    remote = _Remote(args.profile)
    jobs = remote.call("aria2.tellActive", _KEYS)
    for method in ("aria2.tellWaiting", "aria2.tellStopped"):
        jobs += remote.call(method, 0, 100_000, _KEYS)
    if args.json:
        json.dump(jobs, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return EXIT_OK
    for job in jobs:
        sys.stdout.write(_line(job) + "\n")
    return EXIT_OK


def _line(job: dict[str, Any]) -> str:
    total, had = int(job["totalLength"]), int(job["completedLength"])
    share = f"{100 * had / total:5.1f} %" if total else "      -"
    speed = humanize.naturalsize(int(job["downloadSpeed"]), binary=True) + "/s" if job["status"] == "active" else ""
    path = job["files"][0]["path"] or job["files"][0]["uris"][0]["uri"]
    why = f"  ({job['errorMessage']})" if job.get("errorMessage") else ""
    size = humanize.naturalsize(total, binary=True) if total else "?"
    return f"{job['gid']}  {job['status']:<8} {share} of {size:>10}  {speed:>12}  {path}{why}"


def _sources(args: argparse.Namespace) -> int:
    told = _Remote(args.profile).call("headwater.getSources", args.gid)
    if args.json:
        json.dump(told, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return EXIT_OK
    for source in told:
        sys.stdout.write(_source_lines(source))
    return EXIT_OK


def _source_lines(source: dict[str, Any]) -> str:
    """A source, and below it what its score is made of: each known term with its value, weight and part."""
    forms = {"country": "in {}", "hops": "{} hops", "cost_per_gb": "{:g} per GB"}
    where = ", ".join(form.format(source[name]) for name, form in forms.items() if source[name] is not None)
    head = f"{source['rank']:>3}. {source['uri']}  score {source['score']:.2f}, {source['state']}"
    lines = [f"{head} ({where})" if where else head]
    for term in source["terms"]:
        value = term["value"]
        sum_words = "" if value is None else f"{value:.2f} × {term['weight']:g} → {term['part']:.2f}"
        lines.append(f"       {term['criterion']:<16} {term['words']:<14} {sum_words}".rstrip())
    return "\n".join(lines) + "\n"


def _steer(name: str, args: argparse.Namespace) -> int:
    remote = _Remote(args.profile)
    one, every = {
        "pause": ("aria2.pause", "aria2.pauseAll"),
        "resume": ("aria2.unpause", "aria2.unpauseAll"),
        "remove": ("aria2.remove", ""),
    }[name]
    if getattr(args, "all", False):
        remote.call(every)
        return EXIT_OK
    if not args.gids:
        raise UserError("Which jobs? Give their numbers, as `headwater-cli list` shows them.")
    for gid in args.gids:
        remote.call(one, gid)
    return EXIT_OK


def _watch(args: argparse.Namespace) -> int:
    remote = _Remote(args.profile)
    with contextlib.suppress(KeyboardInterrupt):  # the way to end it
        asyncio.run(_print_notifications(remote))
    return EXIT_OK


async def _print_notifications(remote: _Remote) -> None:
    import aiohttp

    url = remote.endpoint.url.replace("http", "ws", 1)
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as socket:
        async for message in socket:
            event = json.loads(message.data)
            gid = event["params"][0]["gid"]
            sys.stdout.write(f"{gid}  {event['method'].removeprefix('aria2.on')}\n")
            sys.stdout.flush()
