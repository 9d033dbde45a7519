"""Commands of the platforms, recorded by programs on a PATH of the test's own."""

import asyncio
import sys
from pathlib import Path

import pytest
from tests.fakes.commands import recorded, recording_path

from headwater.engine.system_actions import PlatformSystem, commands_for, split_command
from headwater.model.arrangement import EndAction
from headwater.model.errors import LocalError, UserError

VALUES = {"path": "/files/a b; rm -rf.iso", "folder": "/files", "name": "a b; rm -rf.iso", "url": "http://x/{path}"}


def test_words_stay_words_whatever_they_hold() -> None:
    assert split_command("scan --file={path} '{name}' {url} {other}", VALUES, platform="linux") == [
        "scan", "--file=/files/a b; rm -rf.iso", "a b; rm -rf.iso", "http://x/{path}", "{other}",
    ]  # fmt: skip


def test_backslashes_and_quotes_of_windows() -> None:
    words = split_command('"C:\\Program Files\\scan.exe" /file:{name} "{path}"', VALUES, platform="win32")
    assert words == ["C:\\Program Files\\scan.exe", "/file:a b; rm -rf.iso", "/files/a b; rm -rf.iso"]


@pytest.mark.parametrize("text", ["", "   ", "scan 'open"])
def test_a_command_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        split_command(text, VALUES, platform="linux")


@pytest.mark.parametrize(
    ("platform", "action", "first"),
    [
        ("linux", EndAction.SLEEP, "systemctl suspend"),
        ("linux", EndAction.SHUT_DOWN, "systemctl poweroff"),
        ("linux", EndAction.LOG_OUT, "loginctl terminate-session 7"),
        ("win32", EndAction.SLEEP, "rundll32.exe powrprof.dll,SetSuspendState 0,1,0"),
        ("win32", EndAction.SHUT_DOWN, "shutdown.exe /s /t 0"),
        ("win32", EndAction.LOG_OUT, "shutdown.exe /l"),
        ("darwin", EndAction.SLEEP, 'osascript -e tell application "System Events" to sleep'),
        ("darwin", EndAction.SHUT_DOWN, 'osascript -e tell application "System Events" to shut down'),
    ],
)
def test_each_platform_has_its_commands(platform: str, action: EndAction, first: str) -> None:
    assert " ".join(commands_for(action, platform, {"XDG_SESSION_ID": "7"})[0]) == first


@pytest.mark.skipif(sys.platform == "win32", reason="the recorders are shell scripts")
class TestOnPath:
    """What really runs."""

    async def test_the_first_command_that_works_ends_it(self, tmp_path: Path) -> None:
        path = recording_path(tmp_path, {"systemctl": 0, "loginctl": 0})
        await PlatformSystem("linux", {"PATH": path}).act(EndAction.SHUT_DOWN)
        assert recorded(tmp_path) == ["systemctl poweroff"]

    async def test_another_way_is_tried_where_one_fails(self, tmp_path: Path) -> None:
        path = recording_path(tmp_path, {"systemctl": 1, "loginctl": 0})
        await PlatformSystem("linux", {"PATH": path}).act(EndAction.SLEEP)
        assert recorded(tmp_path) == ["systemctl suspend", "loginctl suspend"]

    async def test_a_computer_that_will_not_is_told_of_in_a_sentence(self, tmp_path: Path) -> None:
        path = recording_path(tmp_path, {"systemctl": 1})
        with pytest.raises(LocalError, match="would not sleep: systemctl says no"):
            await PlatformSystem("linux", {"PATH": path}).act(EndAction.SLEEP)

    async def test_logging_out_where_there_is_no_session(self) -> None:
        with pytest.raises(LocalError, match="would not log out: no way is known here"):
            await PlatformSystem("linux", {"PATH": ""}).act(EndAction.LOG_OUT)

    async def test_status_and_last_line_of_a_command(self, tmp_path: Path) -> None:
        path = recording_path(tmp_path, {"scan": 3})
        result = await PlatformSystem("linux", {"PATH": path}).run(["scan", "a b"])
        assert (result.status, result.last_line) == (3, "scan says no")
        assert recorded(tmp_path) == ["scan a b"]

    async def test_a_program_that_is_missing(self) -> None:
        with pytest.raises(LocalError, match="no program called scan"):
            await PlatformSystem("linux", {"PATH": ""}).run(["scan"])

    async def test_opening_a_file(self, tmp_path: Path) -> None:
        path = recording_path(tmp_path, {"xdg-open": 0})
        await PlatformSystem("linux", {"PATH": path}).open_file(tmp_path / "a b.pdf")
        assert recorded(tmp_path) == [f"xdg-open {tmp_path}/a b.pdf"]

    async def test_a_command_outlives_the_one_who_waits(self, tmp_path: Path) -> None:
        fifo = tmp_path / "go on"
        path = recording_path(tmp_path, {"slow": 0}, waits_for=fifo)
        task = asyncio.create_task(PlatformSystem("linux", {"PATH": path}).run(["slow"]))
        with await asyncio.to_thread(fifo.open, "w") as pipe:  # opens when it reads
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            pipe.write("go on")  # would fail if nobody read any more
