"""Tests of the window without a display: Qt's `offscreen` platform, the window's own style, a loop hosted by Qt.

Nothing of Qt's may end on another thread than this one. So cycles are collected here alone, when a test is over to the
last of its fixtures; and loops, which threads that look a name up know of for as long as that takes, are kept.
"""

import asyncio
import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QLoggingCategory, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.desk import Desk

from headwater_ui import icons
from headwater_ui.hosted_loop import make_loop
from headwater_ui.language import Language, Translations
from headwater_ui.theme import Appearance, Theme

#: All that there were: see above.
_loops: Final[list[asyncio.AbstractEventLoop]] = []


@pytest.fixture(scope="session")
def _one_theme(qapp: QApplication) -> Theme:
    QLoggingCategory.setFilterRules("qt.gui.imageio*=false")
    qapp.setStyle("Fusion")
    Translations(qapp).choose(Language.ENGLISH)
    return Theme(qapp, Appearance.LIGHT)


@pytest.fixture(autouse=True)
def theme(_one_theme: Theme) -> Theme:
    """The window's style in its light colours, whatever a test before chose."""
    if _one_theme.appearance is not Appearance.LIGHT:
        _one_theme.choose(Appearance.LIGHT)
        icons.refresh()
    return _one_theme


@pytest.fixture(params=[Language.ENGLISH, Language.GERMAN, Language.JAPANESE])
def each_language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Language]:
    """The window's words in one language after the other."""
    translations = Translations(qapp)
    translations.choose(request.param)
    yield request.param
    translations.choose(Language.ENGLISH)


@pytest.fixture(autouse=True)
def _no_key_held(qapp: QApplication) -> Iterator[None]:
    """`QTest.keyClick` leaves Shift or Alt held when it is over, and the next test's rows would be chosen with it."""
    yield
    if qapp.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """As in the program (`shell.garbage`): no other thread may be the one to destroy a Qt object.

    A hook and not a fixture: pytest holds a test's fixtures, whole windows among them, until all have been torn down.
    Between two tests of the window nothing is switched on: the threads of who hands tests out allocate then. It is
    called for tests of all folders, once this one is known.
    """
    if not _is_here(item):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        if nextitem is None or not _is_here(nextitem):
            gc.enable()


def _is_here(item: pytest.Item) -> bool:
    return Path(__file__).parent in item.path.parents


@pytest.fixture
def qt_loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """asyncio hosted by Qt, as in the program. Run tests on it with `run_until_complete`."""
    loop = make_loop(qapp)
    _loops.append(loop)
    asyncio.set_event_loop(loop)
    yield loop
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
    asyncio.set_event_loop(None)


@pytest.fixture
def desk(qt_loop: asyncio.AbstractEventLoop, theme: Theme) -> Iterator[Desk]:
    """A window with four downloads."""
    result = Desk(qt_loop, theme)
    yield result
    result.close()
