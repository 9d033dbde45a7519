"""`serve`, carried out: an engine, its control interface, and the session around them.

Composes and waits; what the options mean is read in `arguments`, what programs may do in `methods`.
"""

import asyncio
import logging
import signal
import sys
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Final

from headwater.control.api import Api
from headwater.control.rpc.arguments import ServeOptions
from headwater.control.rpc.dispatcher import Dispatcher
from headwater.control.rpc.endpoint import Endpoint, remove_endpoint, write_endpoint
from headwater.control.rpc.methods import AriaMethods
from headwater.control.rpc.option_table import OPTIONS
from headwater.control.rpc.option_values import read_size
from headwater.control.rpc.security import Gate
from headwater.control.rpc.server import DEFAULT_PORT, DEFAULT_REQUEST_BYTES, RpcServer
from headwater.control.rpc.session_file import parse_input
from headwater.model.errors import HeadwaterError, LocalError, UserError

#: How long a client has to read the answer to its `aria2.shutdown`; aria2 gives it as much.
SHUTDOWN_DELAY_S: Final = 3.0

_log = logging.getLogger("headwater.serve")


async def serve(options: ServeOptions) -> int:
    """Serve until told to stop; returns the exit status. Raises `UserError`, `LocalError`."""
    _set_up_log(options)
    for name in options.given.idle:
        _log.info("--%s is accepted without effect", name)
    secret = options.option("rpc-secret") or None
    everywhere = options.has("rpc-listen-all")
    if everywhere and secret is None:
        raise UserError(
            "--rpc-listen-all lets everyone in the network command this computer; set --rpc-secret as well."
        )
    if options.has("rpc-allow-origin-all"):
        options.origins.add("*")
    gate = Gate(secret, frozenset(options.hosts), frozenset(options.origins))
    limit = options.option("rpc-max-request-size")
    stopped = asyncio.Event()
    async with AsyncExitStack() as stack:
        api = await Api.open(options.profile)
        stack.push_async_callback(api.close)
        for complaint in api.complaints:
            _log.warning("%s", complaint)
        await _apply_settings(api, options)
        folder, home = _expand(options.option("dir")) or api.settings.download_folder, _expand("~")
        methods = AriaMethods(
            api,
            roots=[root for root in (folder, home, *options.roots) if root is not None],
            options={**options.given.options, "dir": str(folder)},
            stop=lambda force: _stop_soon(stopped, 0.0 if force else SHUTDOWN_DELAY_S),
        )
        host = "0.0.0.0" if everywhere else "127.0.0.1"  # all: asked for, and only with a secret
        server = RpcServer(
            api,
            Dispatcher(methods, gate),
            gate,
            most_request_bytes=read_size(OPTIONS["rpc-max-request-size"], limit) if limit else DEFAULT_REQUEST_BYTES,
        )
        await server.start(host, int(options.option("rpc-listen-port") or DEFAULT_PORT))
        stack.push_async_callback(server.close)
        await asyncio.to_thread(write_endpoint, api.profile.data_folder, Endpoint("127.0.0.1", server.port, secret))
        stack.callback(remove_endpoint, api.profile.data_folder)
        _stop_on_signals(stopped)
        await _add_input(methods, options)
        _log.warning("Listening on %s port %d", host, server.port)
        await _save_until(stopped, methods, float(options.option("save-session-interval") or 0))
        await methods.save()
    return 0


async def _apply_settings(api: Api, options: ServeOptions) -> None:
    """Global options that are settings hold for this run and the next, as they would be set by a window."""
    settings = api.settings
    if options.option("max-concurrent-downloads"):
        settings = replace(settings, running_at_once=max(1, int(options.option("max-concurrent-downloads"))))
    if options.option("max-overall-download-limit"):
        settings = replace(settings, rate_limit_bytes_per_s=float(options.option("max-overall-download-limit")) or None)
    if settings != api.settings:
        await api.change_settings(settings)


async def _add_input(methods: AriaMethods, options: ServeOptions) -> None:
    """The URLs of the command line (mirrors of one file, as in aria2) and the entries of the input file."""
    common = {name: options.option(name) for name in ("out", "pause") if options.option(name)}
    if options.given.urls:
        await methods.add_urls(options.given.urls, common)
    if source := options.option("input-file"):
        text = await asyncio.to_thread(_read_input, source)
        for entry in parse_input(text):
            if methods.knows(entry.options.get("gid")):
                continue  # the profile has it; a session file says the same once more
            try:
                await methods.add_urls(entry.urls, {"pause": options.option("pause", "false"), **entry.options})
            except HeadwaterError as error:
                _log.error("%s is left out: %s", entry.urls[0], error)


def _read_input(source: str) -> str:
    if source == "-":
        return sys.stdin.read()
    try:
        return Path(source).expanduser().read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""  # the first start of a tool that gives one path for reading and saving
    except (OSError, UnicodeDecodeError) as error:
        raise LocalError(f"The input file {source} cannot be read: {error}.") from error


async def _save_until(stopped: asyncio.Event, methods: AriaMethods, interval_s: float) -> None:
    """Wait for the end, saving the session now and then when that was asked for."""
    while not stopped.is_set():
        try:
            async with asyncio.timeout(interval_s or None):
                await stopped.wait()
        except TimeoutError:
            await methods.save()


def _stop_on_signals(stopped: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stopped.set)
        except NotImplementedError:  # Windows' loop has none
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopped.set))


def _stop_soon(stopped: asyncio.Event, delay_s: float) -> None:
    asyncio.get_running_loop().call_later(delay_s, stopped.set)


def _set_up_log(options: ServeOptions) -> None:
    levels = {"debug": "DEBUG", "info": "INFO", "notice": "WARNING", "warn": "WARNING", "error": "ERROR"}
    level = "CRITICAL" if options.has("quiet") else levels.get(options.option("log-level", "notice"), "WARNING")
    path = options.option("log")
    form = "%(asctime)s %(levelname)s %(message)s"
    if path and path != "-":
        logging.basicConfig(filename=Path(path).expanduser(), level=level, format=form)
    else:
        logging.basicConfig(stream=sys.stdout if path == "-" else sys.stderr, level=level, format=form)


def _expand(text: str) -> Path | None:
    return Path(text).expanduser() if text else None
