"""Open in player and Copy stream link: what the window's commands hand to other programs."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from tests.fakes.waiting import until
from tests.ui.desk import Desk


def test_the_stream_link_is_copied(desk: Desk) -> None:
    job = desk.window.jobs.job_at(0)
    desk.window.table.select_job(job.job_id)
    desk.settle()
    desk.window.actions_by_name["copy_stream"].trigger()
    desk.settle()
    url = desk.loop.run_until_complete(desk.control.stream_url(job.job_id))
    assert QGuiApplication.clipboard().text() == url
    assert desk.window.status.notice.startswith("Copied the stream link")


def test_the_player_that_is_installed_gets_the_link(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = tmp_path / "heard"
    player = tmp_path / "bin" / "mpv"
    player.parent.mkdir()
    player.write_text(f'#!/bin/sh\nprintf "%s" "$*" > {heard}.new && mv {heard}.new {heard}\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", f"{player.parent}:/usr/bin:/bin")
    job = desk.window.jobs.job_at(0)
    desk.window.table.select_job(job.job_id)
    desk.settle()
    desk.window.actions_by_name["play"].trigger()
    desk.settle()

    desk.loop.run_until_complete(until(heard.exists, "the player is started"))
    assert heard.read_text() == desk.loop.run_until_complete(desk.control.stream_url(job.job_id))
