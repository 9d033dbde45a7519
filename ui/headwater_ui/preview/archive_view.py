"""The contents of an archive that is still coming: its listing, and one member's inside when asked for.

Shows what `archive_browser` brings, and says what a person wants of it. Nothing here reads.
"""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from headwater.control.archive import Member
from headwater_ui.icons import file_icon, icon
from headwater_ui.language import marked
from headwater_ui.preview.image_decoder import Picture
from headwater_ui.preview.image_view import ImageView
from headwater_ui.preview.text_view import TextView
from headwater_ui.wording import size_words

_TITLES: Final = (marked("MemberModel", "Name"), marked("MemberModel", "Size"))
_ALIGNMENTS: Final = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
)


class MemberModel(QAbstractTableModel):
    """The members in the archive's order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._members: list[Member] = []

    def clear(self) -> None:
        self.beginResetModel()
        self._members = []
        self.endResetModel()

    def add(self, members: Sequence[Member]) -> None:
        if members:
            self.beginInsertRows(QModelIndex(), len(self._members), len(self._members) + len(members) - 1)
            self._members.extend(members)
            self.endInsertRows()

    def member(self, row: int) -> Member:
        return self._members[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's form
        return 0 if parent.isValid() else len(self._members)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's form
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS[section]
        return self.tr(_TITLES[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        member = self._members[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == 0:
                return f"{member.path}/" if member.is_folder else member.path
            return "" if member.is_folder else size_words(member.size_bytes)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return icon("folder") if member.is_folder else file_icon(member.path)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return (
                self.tr("{path}, locked with a password").format(path=member.path) if member.is_locked else member.path
            )
        return _ALIGNMENTS[index.column()] if role == Qt.ItemDataRole.TextAlignmentRole else None


class ArchiveView(QWidget):
    """`look_wanted(Member)`, `save_wanted(Member)`, `left`: back to the listing."""

    look_wanted = Signal(object)
    save_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("archiveView")
        self.setAccessibleName(self.tr("Archive"))
        self.model = MemberModel(self)
        self.table = QTableView(self)
        self._look = QPushButton(self.tr("Look inside"), self)
        self._save = QPushButton(self.tr("Save member as…"), self)
        self._image = ImageView(self)
        self._text = TextView("memberText", self.tr("Text of the member"), self)
        self._message = QLabel(self)
        self._name = QLabel(self)
        self._inside = QStackedWidget(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._build_list())
        self._pages.addWidget(self._build_inside())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.show_listing)

    def begin(self) -> None:
        """An archive of which nothing is known yet."""
        self.model.clear()
        self._pages.setCurrentIndex(0)
        self._follow_selection()

    def show_listing(self) -> None:
        if self._pages.currentIndex() != 0:
            self._pages.setCurrentIndex(0)
            self.table.setFocus()
            self.left.emit()

    @property
    def chosen(self) -> Member | None:
        """The member that is selected."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.member(rows[0].row()) if rows else None

    # ---- one member --------------------------------------------------------------------------------------

    def begin_member(self, member: Member) -> None:
        self._name.setText(member.path)
        self._name.setToolTip(member.path)
        self._image.clear()
        self._text.begin()
        self.say(self.tr("Fetching what this member needs"))
        self._pages.setCurrentIndex(1)

    def show_picture(self, picture: Picture) -> None:
        self._image.show_picture(picture)
        self._inside.setCurrentWidget(self._image)

    def show_text(self, text: str) -> None:
        self._text.grow(text)
        self._inside.setCurrentWidget(self._text)

    def say(self, words: str) -> None:
        self._message.setText(words)
        self._inside.setCurrentWidget(self._message)

    # ---- the inside --------------------------------------------------------------------------------------

    def _build_list(self) -> QWidget:
        page = QWidget(self)
        self.table.setObjectName("memberTable")
        self.table.setAccessibleName(self.tr("Members of the archive"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, 90)
        header.setHighlightSections(False)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        self.table.activated.connect(lambda _index: self._want_look())
        self._look.setObjectName("memberLook")
        self._look.clicked.connect(lambda _checked: self._want_look())
        self._save.setObjectName("memberSave")
        self._save.clicked.connect(lambda _checked: self._want_save())
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(self._look)
        row.addWidget(self._save)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        return page

    def _build_inside(self) -> QWidget:
        page = QWidget(self)
        back = QToolButton(self)
        back.setObjectName("memberBack")
        back.setAccessibleName(self.tr("Back to the listing"))
        back.setToolTip(self.tr("Back to the listing (Esc)"))
        back.setIcon(icon("previous"))
        back.setAutoRaise(True)
        back.clicked.connect(lambda _checked: self.show_listing())
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setMargin(16)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(back)
        row.addWidget(self._name, 1)
        for view in (self._message, self._image, self._text):
            self._inside.addWidget(view)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._inside, 1)
        return page

    def _follow_selection(self) -> None:
        chosen = self.chosen
        can_open = chosen is not None and not chosen.is_folder and not chosen.is_locked
        self._look.setEnabled(can_open)
        self._save.setEnabled(can_open)

    def _want_look(self) -> None:
        if self._look.isEnabled() and self.chosen is not None:
            self.look_wanted.emit(self.chosen)

    def _want_save(self) -> None:
        if self.chosen is not None:
            self.save_wanted.emit(self.chosen)
