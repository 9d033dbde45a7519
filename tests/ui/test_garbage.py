"""Cycles that hold Qt objects end on the window's thread, whoever allocates."""

import gc
import threading

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS

from headwater_ui.shell.garbage import GarbageKeeper


class _Ring:
    """A cycle that notes which thread ends it."""

    def __init__(self, ended_on: list[threading.Thread]) -> None:
        self.me = self
        self.ended_on = ended_on

    def __del__(self) -> None:
        self.ended_on.append(threading.current_thread())


@pytest.mark.parametrize("enabled", [True, False])
def test_what_was_before_comes_back(enabled: bool, qapp: QApplication) -> None:
    if enabled:
        gc.enable()
    keeper = GarbageKeeper()
    assert not gc.isenabled()
    keeper.close()
    assert gc.isenabled() == enabled
    gc.disable()


def test_a_cycle_ends_on_the_windows_thread(qtbot: QtBot) -> None:
    ended_on: list[threading.Thread] = []
    keeper = GarbageKeeper()
    try:
        _Ring(ended_on)

        def allocate() -> None:
            for _ in range(100):
                [[] for _ in range(1000)]

        thread = threading.Thread(target=allocate)
        thread.start()
        thread.join()
        hoard: list[list[int]] = [[] for _ in range(20_000)]
        qtbot.waitUntil(lambda: bool(ended_on), timeout=PATIENCE_MS)
        assert ended_on == [threading.current_thread()]
        assert hoard
    finally:
        keeper.close()
