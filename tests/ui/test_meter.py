"""What Qt hears of metered connections reaches the engine."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtNetwork import QNetworkInformation
from tests.ui.values import NotedControl

from headwater_ui.bridge import Bridge
from headwater_ui.shell.meter import Meter


@pytest.mark.parametrize("has_backend", [True, False])
def test_the_engine_hears_what_qt_hears(
    qt_loop: asyncio.AbstractEventLoop, monkeypatch: pytest.MonkeyPatch, has_backend: bool
) -> None:
    listeners: list[Callable[[bool], None]] = []
    network = SimpleNamespace(isMetered=lambda: True, isMeteredChanged=SimpleNamespace(connect=listeners.append))
    monkeypatch.setattr(QNetworkInformation, "loadBackendByFeatures", lambda _features: has_backend)
    monkeypatch.setattr(QNetworkInformation, "instance", lambda: network)
    bridge, control = Bridge(), NotedControl()
    kept = Meter(bridge)
    bridge.attach(control)
    heard = [control.ranking.is_metered]
    for listener in listeners:
        listener(False)
        heard.append(control.ranking.is_metered)
    assert heard == ([True, False] if has_backend else [None])
    bridge.detach()
    assert kept is not None
