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

#: A start while the first is about to end: it says so, and waits.
LATE = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from headwater_ui.shell.single_instance import SingleInstance
app = QCoreApplication([])
other = SingleInstance(Path(sys.argv[1]))
assert not other.claim()
assert not other.hand_over(sys.argv[2:])
print("waits", flush=True)
sys.exit(0 if other.claim(waits=True) else 5)
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


def test_a_start_while_the_first_ends_takes_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    called: list[list[str]] = []
    first.called.connect(called.append)
    early = QLocalSocket()
    early.connectToServer(first._name)
    assert early.waitForConnected(PATIENCE_MS)
    first.retire()
    early.write(b'{"urls": ["https://a.example/x.iso"]}\n')
    early.flush()
    qtbot.waitUntil(lambda: early.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=PATIENCE_MS)
    late = subprocess.Popen(
        [sys.executable, "-c", LATE, str(tmp_path), "https://b.example/y.iso"], stdout=subprocess.PIPE
    )
    assert late.stdout is not None
    assert late.stdout.readline() == b"waits\n"
    first.release()
    assert late.wait(PATIENCE_MS / 1000) == 0
    late.stdout.close()
    assert called == [], "what it would have taken would be lost with it"


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
