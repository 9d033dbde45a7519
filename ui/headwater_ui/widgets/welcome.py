"""The page of the first start, in the place of the list: where files go, and browser extensions let in at a click.

It goes with the first download, or when it is told to; it never comes back. What its buttons do is the shell's.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Welcome(QFrame):
    """`let_in_wanted`: extensions may command Headwater. `folder_wanted`, `session_wanted(on)`, `done`."""

    let_in_wanted = Signal()
    folder_wanted = Signal()
    session_wanted = Signal(bool)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Welcome to Headwater"))
        title = QLabel(self.tr("Welcome to Headwater"))
        title.setObjectName("welcomeTitle")
        title.setProperty("tone", "title")
        about = _words(
            "welcomeAbout",
            self.tr(
                "Drop a link on this window, paste one with Ctrl+V, or press Add. Name several servers that hold the "
                "same file, and it comes from all of them at once, the beginning first."
            ),
        )
        self._folder = _words("welcomeFolder", "")
        self._change = self._button("welcomeChange", self.tr("&Change…"))
        self._browsers = _words(
            "welcomeBrowsers",
            self.tr("Extensions of browsers that know aria2 can hand their downloads to Headwater."),
        )
        self._let_in = self._button("welcomeLetIn", self.tr("&Let browser extensions in"))
        self._session = QCheckBox(self.tr("&Start with the session, and go on with what was not done"))
        self._session.setObjectName("welcomeSession")
        self._session.setAccessibleName(self.tr("Start with the session"))
        self._done = self._button("welcomeDone", self.tr("D&one"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        rows = ((self._folder, self._change), (self._browsers, self._let_in), (self._session, self._done))
        for row, (words, button) in enumerate(rows):
            grid.addWidget(words, row, 0)
            grid.addWidget(button, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(about)
        layout.addLayout(grid)
        layout.addStretch(1)
        self._change.clicked.connect(self.folder_wanted)
        self._let_in.clicked.connect(self.let_in_wanted)
        self._session.toggled.connect(self.session_wanted)
        self._done.clicked.connect(self.done)

    def show_folder(self, folder: Path) -> None:
        """Where downloads go now."""
        self._folder.setText(self.tr("Downloads go to {folder}.").format(folder=folder))

    def show_interface(self, port: int) -> None:
        """Extensions are let in: what to tell them."""
        self._browsers.setText(
            self.tr(
                "Let in. The secret is in the clipboard: paste it into the extension's settings as the token of "
                "aria2's RPC, with the address http://localhost:{port}/jsonrpc."
            ).format(port=port)
        )
        self._let_in.setText(self.tr("Copy the secret a&gain"))

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text.replace("&", "").removesuffix("…"))
        button.setAutoDefault(False)
        return button


def _words(name: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setProperty("tone", "muted")
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
