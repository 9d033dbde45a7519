"""`serve`, carried out: an engine, its control interface, and the session around them.

Composes and waits; what the options mean is read in `arguments`, what programs may do in `methods`.
"""

import asyncio
import logging
import os
import signal
import socket
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Final

from headwater.control.api import Api
from headwater.control.rpc.arguments import ServeOptions
from headwater.control.rpc.dispatcher import Dispatcher
from headwater.control.rpc.endpoint import Endpoint, remove_endpoint, write_endpoint
from headwater.control.rpc.hooks import Hooks
from headwater.control.rpc.listening import LOOPBACK
from headwater.control.rpc.log_options import set_up_log
from headwater.control.rpc.methods import AriaMethods
from headwater.control.rpc.option_methods import OF_ONE
from headwater.control.rpc.option_table import OPTIONS
from headwater.control.rpc.option_values import read_size
from headwater.control.rpc.security import Gate
from headwater.control.rpc.server import DEFAULT_REQUEST_BYTES, RpcServer
from headwater.control.rpc.session_file import parse_input, read_input
from headwater.control.rpc.stand_in import forget_strangers, profile_of
from headwater.model.errors import HeadwaterError, LocalError

#: How long a client has to read the answer to its `aria2.shutdown`; aria2 gives it as much.
SHUTDOWN_DELAY_S: Final = 3.0
#: Time between two looks at the process that `--stop-with-process` names.
_PROCESS_LOOK_S: Final = 1.0

_log = logging.getLogger("headwater.serve")


async def serve(options: ServeOptions, listener: socket.socket) -> int:
    """Serve who knocks at `listener` until told to stop; returns the exit status. Raises `UserError`, `LocalError`."""
    set_up_log(options)
    if options.given.idle:
        names = ", ".join(f"--{name}" for name in dict.fromkeys(options.given.idle))
        _log.warning("Accepted without effect: %s", names)
    secret = options.option("rpc-secret") or None
    if secret is None:
        _log.warning("No secret is set: every program on this computer may command Headwater (--rpc-secret)")
    if options.has("rpc-allow-origin-all"):
        options.origins.add("*")
    gate = Gate(secret, frozenset(options.hosts), frozenset(options.origins))
    limit = options.option("rpc-max-request-size")
    stopped = asyncio.Event()
    _stop_on_signals(stopped)
    async with AsyncExitStack() as stack:
        stack.callback(listener.close)
        profile = profile_of(options.port) if options.is_stand_in and options.profile is None else options.profile
        api = await Api.open(profile)
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
        server = RpcServer(
            api,
            Dispatcher(methods, gate),
            gate,
            most_request_bytes=read_size(OPTIONS["rpc-max-request-size"], limit) if limit else DEFAULT_REQUEST_BYTES,
        )
        if options.is_stand_in:
            await forget_strangers(api, options)
        hooks = Hooks(api, options.given.options)
        stack.push_async_callback(hooks.close)
        await add_input(methods, options)  # first of all, so that the first who asks is told of it
        await server.start_on(listener)
        stack.push_async_callback(server.close)
        await asyncio.to_thread(write_endpoint, api.profile.data_folder, Endpoint(LOOPBACK, server.port, secret))
        stack.callback(remove_endpoint, api.profile.data_folder)
        _log.warning("Listening on %s port %d", options.host, server.port)
        _end_as_asked(stopped, options)
        await _save_until(stopped, methods, float(options.option("save-session-interval") or 0))
        await methods.save()
    return 0


async def _apply_settings(api: Api, options: ServeOptions) -> None:
    """Global options that are settings hold for this run and the next, as they would be set by a window."""
    settings = api.settings
    # aria2 begins with its own defaults, whatever was set in an earlier run.
    usual = ("5", "0") if options.is_stand_in else ("", "")
    if at_once := options.option("max-concurrent-downloads", usual[0]):
        settings = replace(settings, running_at_once=int(at_once))
    if limit := options.option("max-overall-download-limit", usual[1]):
        settings = replace(settings, rate_limit_bytes_per_s=float(limit) or None)
    if settings != api.settings:
        await api.change_settings(settings)


async def add_input(methods: AriaMethods, options: ServeOptions) -> None:
    """The URLs of the command line (mirrors of one file, as in aria2) and the entries of the input file."""
    common = {name: options.option(name) for name in OF_ONE if options.option(name)}
    apart = options.has("force-sequential")
    for urls in [[url] for url in options.given.urls] if apart else [options.given.urls] if options.given.urls else []:
        await methods.adding.add_urls(urls, common)
    for name in ("metalink-file", "torrent-file"):
        if path := _expand(options.option(name)):
            data = await asyncio.to_thread(_read_document, path)
            await methods.adding.add_document(data, common, place=str(path))
    if source := options.option("input-file"):
        text = await asyncio.to_thread(read_input, source)
        for entry in parse_input(text):
            try:
                if methods.adding.recall(entry.options):
                    continue  # the profile has it; a session file says the same once more
                await methods.adding.add_urls(entry.urls, {"pause": options.option("pause", "false"), **entry.options})
            except HeadwaterError as error:
                _log.error("%s is left out: %s", entry.urls[0], error)


def _read_document(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LocalError(f"{path} cannot be read: {error.strerror or error}.") from error


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


def _end_as_asked(stopped: asyncio.Event, options: ServeOptions) -> None:
    """`--stop` ends after so many seconds, `--stop-with-process` with another process."""
    if seconds := int(options.option("stop") or 0):
        _stop_soon(stopped, seconds)
    if (number := int(options.option("stop-with-process") or 0)) and os.name == "posix":
        _stop_with(number, stopped)


def _stop_with(number: int, stopped: asyncio.Event) -> None:
    """Look now and then whether a process is there; nothing else tells of one that is no child."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        stopped.set()
        return
    except PermissionError:
        pass  # somebody else's, and there
    asyncio.get_running_loop().call_later(_PROCESS_LOOK_S, _stop_with, number, stopped)


def _stop_soon(stopped: asyncio.Event, delay_s: float) -> None:
    asyncio.get_running_loop().call_later(delay_s, stopped.set)


def _expand(text: str) -> Path | None:
    return Path(text).expanduser() if text else None
