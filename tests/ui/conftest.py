"""Tests of the window without a display: Qt's `offscreen` platform, the window's own style, a loop hosted by Qt."""

import asyncio
import gc
import os
from collections.abc import Generator, Iterator

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
import qasync  # type: ignore[import-untyped]  # it ships no types
from PySide6.QtCore import QLoggingCategory
from PySide6.QtWidgets import QApplication
from tests.ui.desk import Desk

from headwater_ui import icons
from headwater_ui.language import Language, Translations
from headwater_ui.theme import Appearance, Theme


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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """As in the program (`shell.garbage`): no other thread may be the one to destroy a Qt object.

    A hook and not a fixture: pytest holds a test's fixtures, whole windows among them, until all have been torn down.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.enable()


@pytest.fixture
def qt_loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """asyncio hosted by Qt, as in the program. Run tests on it with `run_until_complete`."""
    loop = qasync.QEventLoop(qapp)
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
