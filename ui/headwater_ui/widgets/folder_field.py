"""A folder to type or to choose: a line with a button that opens the system's page for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget


class FolderField(QWidget):
    """`changed(text)`: the text is another. `name` begins the names of its parts; `is_keyed`: its button has a key."""

    changed = Signal(str)

    def __init__(self, name: str, folder: str = "", parent: QWidget | None = None, *, is_keyed: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}FolderField")
        self._name = name
        self.line = QLineEdit(folder)
        self.line.setObjectName(f"{name}Folder")
        self.line.setAccessibleName(self.tr("Folder"))
        self.button = QPushButton(self.tr("&Browse…") if is_keyed else self.tr("Browse…"))
        self.button.setObjectName(f"{name}Browse")
        self.button.setAccessibleName(self.tr("Browse for a folder"))
        self.button.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.textChanged.connect(self.changed)
        self.button.clicked.connect(self._open_browser)

    def text(self) -> str:
        return self.line.text()

    def setText(self, folder: str) -> None:
        self.line.setText(folder)

    def _open_browser(self) -> None:
        browser = QFileDialog(self, self.tr("Choose a folder"), self.line.text())
        browser.setObjectName(f"{self._name}Browser")
        browser.setFileMode(QFileDialog.FileMode.Directory)
        browser.setOption(QFileDialog.Option.ShowDirsOnly, True)
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.fileSelected.connect(self.line.setText)
        browser.open()
