"""The terminal's `serve`: the engine without a window, commanded through aria2's interface.

Takes aria2's own command line (`rpc.arguments`), so that it stands in wherever a tool starts `aria2c --enable-rpc`;
options of Headwater's own are `--profile`, `--allow-root`, `--allow-origin` and `--allow-host`. Under the name
`aria2c` (a link to `headwater-cli`) it is all that the program does. SIGTERM and SIGINT save the session and end with
status 0.
"""

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from headwater.control.rpc.arguments import ServeOptions, parse_arguments, read_conf
from headwater.control.rpc.listening import listen
from headwater.model.errors import HeadwaterError, UserError

EXIT_OK: Final = 0
EXIT_FAILED: Final = 1
EXIT_USAGE: Final = 2

USAGE: Final = """\
usage: headwater-cli serve [--profile DIR] [--allow-root DIR] [--allow-origin ORIGIN] [--allow-host NAME]
                           [aria2's options] [URL ...]

Runs Headwater without a window, commanded through aria2's JSON-RPC and XML-RPC interface on port 6800.
Options are aria2's: --rpc-listen-port, --rpc-secret, --rpc-listen-all, --dir, --input-file, --save-session,
--max-concurrent-downloads, --max-overall-download-limit, --conf-path and all others; docs/CONTROL.md says
what each does. Each --allow-root names one more folder that remote programs may write to beside --dir and
your home; each --allow-origin a page, and each --allow-host a name, that may command it.
"""


def main(argv: Sequence[str], *, is_stand_in: bool = False) -> int:
    """Run until told to stop; returns the exit status. `is_stand_in`: started under aria2's name."""
    if any(word in ("-h", "--help") or word.startswith("--help=") for word in argv):
        sys.stdout.write(USAGE)
        return EXIT_OK
    if is_stand_in and ("--version" in argv or "-v" in argv):
        from headwater.control.rpc.stand_in import version_text

        sys.stdout.write(version_text())
        return EXIT_OK
    try:
        options = read_command_line(argv, is_stand_in=is_stand_in)
        listener = listen(options.host, options.port)
        if options.has("daemon"):
            _leave_terminal()
        # Imported here: aiohttp and the engine are not needed to say that an option is wrong or a port taken.
        from headwater.control.rpc.service import serve

        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            return runner.run(serve(options, listener))
    except UserError as error:
        sys.stderr.write(f"headwater-cli serve: {error}\n")
        return EXIT_USAGE
    except HeadwaterError as error:
        sys.stderr.write(f"headwater-cli serve: {error}\n")
        return EXIT_FAILED


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop's where it is installed (the extra `uvloop`), else the usual one."""
    try:
        import uvloop
    except ImportError:
        return None
    factory: Callable[[], asyncio.AbstractEventLoop] = uvloop.new_event_loop
    return factory


def _leave_terminal() -> None:
    """Go on in the background, as `aria2c --daemon` does: whoever started it gets the prompt back at once."""
    if not hasattr(os, "fork"):
        raise UserError("--daemon needs a system that can fork; let a service manager start it.")
    if os.fork():
        os._exit(EXIT_OK)
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def read_command_line(argv: Sequence[str], *, is_stand_in: bool = False) -> ServeOptions:
    """Own options and aria2's, the configuration file's under them. Raises `UserError`."""
    own: dict[str, list[str]] = {"--profile": [], "--allow-root": [], "--allow-origin": [], "--allow-host": []}
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        name, equals, value = word.partition("=")
        if name not in own:
            rest.append(word)
            continue
        taken = value if equals else next(words, None)
        if taken is None:
            raise UserError(f"{name} takes a value.")
        own[name].append(taken)
    given = parse_arguments(rest)
    if given.options.get("conf-path") and given.options.get("no-conf") != "true":
        conf = read_conf(Path(given.options["conf-path"]))
        given.options = {**conf.options, **given.options}
        given.idle.extend(conf.idle)
    return ServeOptions(
        given,
        profile=Path(own["--profile"][-1]) if own["--profile"] else None,
        is_stand_in=is_stand_in,
        roots=[Path(root) for root in own["--allow-root"]],
        origins=set(own["--allow-origin"]),
        hosts={host.lower() for host in own["--allow-host"]},
    )
