"""Help > Check for updates: one question to the address in the settings, and its answer in words. Installs nothing."""

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from headwater import __version__
from headwater_ui.bridge import Bridge
from headwater_ui.language import engine_words


class UpdateCheck(QObject):
    """Asks while the window goes on; one question at a time."""

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window)
        self._window, self._bridge = window, bridge
        self._asks = False

    def begin(self) -> None:
        """Ask; the answer, or why there is none, comes in a box of its own."""
        if self._bridge.control is not None and not self._asks:
            self._asks = True
            self._bridge.spawn(self._ask())

    async def _ask(self) -> None:
        from headwater.control.updates import look_for_update, releases_url
        from headwater.model.errors import HeadwaterError

        try:
            if releases_url(self._bridge.settings) is None:
                words = self.tr("There is no page yet that tells of Headwater's releases.")
                self._tell(words, self.tr("If you know one, name it in the settings, under Network."))
                return
            release = await look_for_update(self._bridge.settings)
        except HeadwaterError as error:
            self._tell(self.tr("It could not be found out whether there is a newer Headwater."), engine_words(error))
            return
        finally:
            self._asks = False
        if release.is_newer:
            words = self.tr("Headwater {new} is there; you have {own}.").format(new=release.version, own=__version__)
            self._tell(words, self.tr("Nothing is installed by itself."), release.page)
        else:
            self._tell(self.tr("You have the newest Headwater, {own}.").format(own=__version__))

    def _tell(self, words: str, more: str = "", page: str | None = None) -> None:
        box = QMessageBox(self._window)
        box.setObjectName("updateBox")
        box.setWindowTitle(self.tr("Updates"))
        box.setTextFormat(Qt.TextFormat.PlainText)  # a server's words are in it
        box.setText(words)
        box.setInformativeText(more)
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        if page is not None:
            opener = box.addButton(self.tr("&Open its page"), QMessageBox.ButtonRole.AcceptRole)
            opener.setObjectName("openUpdatePage")
            opener.setToolTip(page)
            opener.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(page)))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
