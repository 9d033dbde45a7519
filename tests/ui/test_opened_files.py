"""What a desktop hands over in events: a document by its path, a link as it is; other events are left alone."""

import asyncio

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent

from headwater_ui.shell.opened_files import OpenedFiles


def test_documents_and_links_become_places(qt_loop: asyncio.AbstractEventLoop) -> None:
    watched, opened = QObject(), OpenedFiles()
    got: list[list[str]] = []
    watched.installEventFilter(opened)
    opened.opened.connect(got.append)
    assert QCoreApplication.sendEvent(watched, QFileOpenEvent("/srv/film.meta4"))
    assert QCoreApplication.sendEvent(watched, QFileOpenEvent(QUrl("headwater:https%3A%2F%2Fone.example%2Ffile")))
    QCoreApplication.sendEvent(watched, QEvent(QEvent.Type.User))
    assert got == [["/srv/film.meta4"], ["headwater:https%3A%2F%2Fone.example%2Ffile"]]
