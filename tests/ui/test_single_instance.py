"""A second start hands its links to the first."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS

from headwater_ui.shell.single_instance import SingleInstance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from headwater_ui.shell.single_instance import SingleInstance
app = QCoreApplication([])
other = SingleInstance(Path(sys.argv[1]))
sys.exit(0 if not other.claim() and other.hand_over(sys.argv[2:]) else 5)
"""


def test_links_reach_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    links = ["https://a.example/x.iso", "https://b.example/ünï.iso"]
    with qtbot.waitSignal(first.called, timeout=PATIENCE_MS) as called:
        second = subprocess.Popen([sys.executable, "-c", SECOND, str(tmp_path), *links])
    assert called.args == [links]
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=PATIENCE_MS)
    assert second.returncode == 0
    first.release()
    third = SingleInstance(tmp_path)
    assert third.claim()
    third.release()


def test_profiles_do_not_meet(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "one"), SingleInstance(tmp_path / "other")
    assert one.claim()
    assert other.claim()
    one.release()
    other.release()


def test_nonsense_is_hung_up_on(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    called: list[list[str]] = []
    first.called.connect(called.append)
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    assert socket.waitForConnected(PATIENCE_MS)
    socket.write(b"not json\n")
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=PATIENCE_MS)
    assert called == []
    first.release()
