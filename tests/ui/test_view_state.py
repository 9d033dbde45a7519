"""What the window remembers survives a kill, and damage to it is no reason not to start."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS

from headwater_ui.shell.view_state import ViewState


def test_values_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    first = ViewState(tmp_path / "deep" / "window.json")
    first.put("folder", "/somewhere")
    first.put_bytes("geometry", QByteArray(b"\x00\xff"))
    first.write()
    second = ViewState(tmp_path / "deep" / "window.json")
    assert second.get("folder") == "/somewhere"
    assert second.get_bytes("geometry") == QByteArray(b"\x00\xff")
    assert second.get("missing", 7) == 7


def test_a_change_is_on_the_disk_a_moment_later(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    state = ViewState(path)
    state.put("group", "Done")
    qtbot.waitUntil(path.exists, timeout=PATIENCE_MS)
    assert json.loads(path.read_text())["group"] == "Done"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 99, "folder": "/x"}'])
def test_what_cannot_be_understood_is_ignored(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    (tmp_path / "window.json").write_text(text)
    assert ViewState(tmp_path / "window.json").get("folder") is None


def test_a_disk_that_refuses_does_not_stop_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    state = ViewState(tmp_path / "file" / "window.json")
    state.put("group", "Done")
    state.write()
    assert state.get("group") == "Done"
