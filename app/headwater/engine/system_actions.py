"""What is asked of the computer itself: run a command, open a file, sleep, shut down, log out.

Each platform's own commands are used, found on PATH; when and why they run is decided in `aftermath` and `end_watch`.
The rule: no shell ever reads a word that came from the network, and a command that a person wanted outlives us.
"""

import asyncio
import os
import re
import shlex
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import IO, Final, Protocol

from headwater.content.storage_errors import local_error
from headwater.model.arrangement import EndAction
from headwater.model.errors import LocalError, UserError
from headwater.model.wording import Sentence, marked, say

#: What is kept of a command's output: its end.
_TAIL_BYTES: Final = 2000

_REFUSED: Final = {
    EndAction.SLEEP: marked("The computer would not sleep: {reason}"),
    EndAction.SHUT_DOWN: marked("The computer would not shut down: {reason}"),
    EndAction.LOG_OUT: marked("The computer would not log out: {reason}"),
}


@dataclass(frozen=True, slots=True)
class CommandResult:
    """How a command ended: its status (below 0: ended by that signal), and the last line it printed."""

    status: int
    last_line: str


def command_words(command: Sequence[str], result: CommandResult) -> Sentence:
    """What became of a command, in one sentence."""
    program = command[0]
    if result.status == 0:
        return say("Ran {program}.", program=program)
    if not result.last_line:
        return say("“{program}” ended with status {status}", program=program, status=result.status)
    return say(
        "“{program}” ended with status {status}: {told}", program=program, status=result.status, told=result.last_line
    )


class System(Protocol):
    """The computer as the engine sees it; tests put their own in its place."""

    async def run(self, command: Sequence[str]) -> CommandResult:
        """Run a command to its end. Raises `LocalError` when it cannot be started."""
        ...

    async def open_file(self, path: Path) -> None:
        """Open a file with the program that the desktop has for it. Raises `LocalError`."""
        ...

    async def act(self, action: EndAction) -> None:
        """Let the computer sleep, shut down, or end the session. Raises `LocalError` when it will not."""
        ...


class PlatformSystem:
    """The platform's own commands. `platform` is `sys.platform`'s word, `environment` what names the session."""

    def __init__(self, platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> None:
        self._platform = platform
        self._environment = environment

    async def run(self, command: Sequence[str]) -> CommandResult:
        program = which(command[0], path=self._environment.get("PATH"))
        if program is None:
            raise LocalError(say("There is no program called {program}", program=command[0]))
        loop = asyncio.get_running_loop()
        status: asyncio.Future[int] = loop.create_future()

        def tell(code: int) -> None:
            if not status.done():
                status.set_result(code)

        def ended(code: int) -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(tell, code)

        with await asyncio.to_thread(tempfile.TemporaryFile) as output:
            try:
                await asyncio.to_thread(_start, [program, *command[1:]], output, ended)
            except OSError as error:
                raise local_error(error, Path(program)) from error
            return CommandResult(await status, await asyncio.to_thread(_last_line, output))

    async def open_file(self, path: Path) -> None:
        if self._platform == "win32":
            await asyncio.to_thread(_start_file, path)
            return
        opener = "open" if self._platform == "darwin" else "xdg-open"
        result = await self.run([opener, str(path)])
        if result.status != 0:
            raise LocalError(say("No program was found that opens {name}", name=path.name))

    async def act(self, action: EndAction) -> None:
        reasons = []
        for command in commands_for(action, self._platform, self._environment):
            try:
                result = await self.run(command)
            except LocalError as error:
                reasons.append(str(error))
                continue
            if result.status == 0:
                return
            reasons.append(result.last_line or command_words(command, result))
        raise LocalError(say(_REFUSED[action], reason=reasons[0] if reasons else say("no way is known here")))


def commands_for(action: EndAction, platform: str, environment: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The commands that carry an action out, to be tried one after another; none where a platform has none."""
    if platform == "win32":
        return {
            EndAction.SLEEP: (("rundll32.exe", "powrprof.dll,SetSuspendState", "0,1,0"),),
            EndAction.SHUT_DOWN: (("shutdown.exe", "/s", "/t", "0"),),
            EndAction.LOG_OUT: (("shutdown.exe", "/l"),),
        }.get(action, ())
    if platform == "darwin":
        verbs = {EndAction.SLEEP: "sleep", EndAction.SHUT_DOWN: "shut down", EndAction.LOG_OUT: "log out"}
        verb = verbs.get(action)
        return () if verb is None else (("osascript", "-e", f'tell application "System Events" to {verb}'),)
    session, user = environment.get("XDG_SESSION_ID"), environment.get("USER")
    leave = [("loginctl", "terminate-session", session)] if session else []
    leave += [("loginctl", "terminate-user", user)] if user else []
    return {
        EndAction.SLEEP: (("systemctl", "suspend"), ("loginctl", "suspend")),
        EndAction.SHUT_DOWN: (("systemctl", "poweroff"), ("loginctl", "poweroff")),
        EndAction.LOG_OUT: tuple(leave),
    }.get(action, ())


def split_command(text: str, values: Mapping[str, str], *, platform: str = sys.platform) -> list[str]:
    """A command's words, with `{name}` in each replaced by its value; a value stays one word whatever is in it.

    `values` must not be empty. Raises `UserError` for quotes that do not end, or when there is no word.
    """
    try:
        words = shlex.split(text, posix=platform != "win32")
    except ValueError as error:
        raise UserError(say("The command “{text}” cannot be read: {reason}", text=text, reason=error)) from error
    if platform == "win32":  # there a backslash is no escape, and quotes stay around what they held together
        words = [word[1:-1] if len(word) > 1 and word[0] == word[-1] == '"' else word for word in words]
    if not words:
        raise UserError("Enter the command that is to be run")
    marks = re.compile("|".join(re.escape(f"{{{name}}}") for name in values))
    return [marks.sub(lambda mark: values[mark.group()[1:-1]], word) for word in words]


def _start(command: list[str], output: IO[bytes], ended: Callable[[int], None]) -> None:
    """Start a command; `ended` is called with its status, on a thread that does not keep the program from ending."""
    # A session of its own: the end of ours, or Ctrl+C in its terminal, does not end what was wanted.
    is_posix = os.name == "posix"
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=is_posix
    )
    waiting = threading.Thread(target=lambda: ended(process.wait()), name=f"waits for {process.pid}", daemon=True)
    waiting.start()


def _last_line(output: IO[bytes]) -> str:
    end = output.seek(0, os.SEEK_END)
    output.seek(max(0, end - _TAIL_BYTES))
    lines = [line.strip() for line in output.read().decode(errors="replace").splitlines() if line.strip()]
    return lines[-1] if lines else ""


def _start_file(path: Path) -> None:
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError as error:
            raise local_error(error, path) from error
