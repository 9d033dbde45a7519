"""The link grabber: a page's links, narrowed by kind, host and words, ticked, and handed on as downloads or mirrors.

The page is fetched by the control interface; sizes are asked for as rows come into view, and no longer when they leave
it. What is dropped here (a piece of a page, a text) takes the place of the page.
"""

import asyncio
import re
from collections.abc import Coroutine, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from headwater.model.errors import HeadwaterError
from headwater.model.job import JobOptions
from headwater.model.probe import SourceProbe
from headwater.model.source import SourceSpec
from headwater_ui.dialogs.dialog_frame import framed_rows
from headwater_ui.dialogs.grab_table import GrabTable
from headwater_ui.icons import file_kind
from headwater_ui.language import marked, translate
from headwater_ui.links import file_name, links_in_html, links_in_text
from headwater_ui.models.link_model import LinkFilter, LinkModel
from headwater_ui.widgets.choice_box import ChoiceBox
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel
from headwater_ui.wording import count_words, error_sentence, size_words

if TYPE_CHECKING:  # read by the control interface
    from headwater.control.page_fetch import PageLinks

_KINDS: Final = (
    (None, marked("GrabDialog", "Every kind")),
    ("archive", marked("GrabDialog", "Archives")),
    ("disc", marked("GrabDialog", "Disc images")),
    ("program", marked("GrabDialog", "Programs")),
    ("text", marked("GrabDialog", "Documents")),
    ("video", marked("GrabDialog", "Videos")),
    ("audio", marked("GrabDialog", "Audio")),
    ("image", marked("GrabDialog", "Pictures")),
    ("other", marked("GrabDialog", "Pages and others")),
)


class GrabDesk(Protocol):
    """What the dialog asks; the bridge is one."""

    async def probe(self, source: SourceSpec, options: JobOptions) -> SourceProbe: ...
    async def page_links(self, place: str) -> "PageLinks": ...
    def spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]": ...


class GrabDialog(QDialog):
    """`chosen(urls, as_mirrors)`: the person wants these. Open with `open()`."""

    chosen = Signal(object, bool)

    def __init__(self, desk: GrabDesk, place: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("grabDialog")
        self.setWindowTitle(self.tr("Links of a page"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(860, 560)
        self._reading: asyncio.Task[None] | None = None
        self._place = QLineEdit(place)
        self._place.setPlaceholderText(self.tr("https://… or drop a piece of a page here"))
        self._read = QPushButton(self.tr("&Read"))
        self._kind, self._host = ChoiceBox(), ChoiceBox()
        for kind, words in _KINDS:
            self._kind.add(translate("GrabDialog", words), kind)
        self._host.add(self.tr("Every host"), None)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search in links and words"))
        self._search.setClearButtonEnabled(True)
        self._regex = QCheckBox(self.tr("Regular e&xpression"))
        self._model = LinkModel(self)
        self._filter = LinkFilter(self._model, self)
        self._table = GrabTable(desk, self._model, self._filter)
        self._all = QPushButton(self.tr("&Tick all shown"))
        self._none = QPushButton(self.tr("&Untick all shown"))
        about = self.tr("The links of a page: enter its address, or drop a piece of it here.")
        self._about = TonedLabel(about, "muted")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._mirrors = self._buttons.addButton(self.tr("As &mirrors…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._add = self._buttons.addButton(self.tr("&Add…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._name_all()
        self._lay_out()
        self._connect()
        self._judge()
        if place:
            self.read_page()

    def read_page(self) -> None:
        """Fetch the page of the address line."""
        place = self._place.text().strip()
        if self._reading is not None:
            self._reading.cancel()
        if place:
            self._about.say(self.tr("Reading {place}…").format(place=place))
            self._reading = self._desk.spawn(self._fetch(place))

    def show_links(self, page: "PageLinks") -> None:
        """Show the links of a page that is here already."""
        self._model.load(page.links)
        self._host.clear()
        self._host.add(self.tr("Every host"), None)
        for host in self._model.hosts():
            self._host.add(host, host)
        self.setWindowTitle(self.tr("Links of “{title}”").format(title=page.title or page.url or self.tr("a piece")))
        if not page.links:
            self._about.say(self.tr("There is no link that can be fetched."))
        self._narrow()

    def show_html(self, html: str) -> None:
        """Show the links of a page, or of a piece of one, as it stands."""
        from headwater.control.page_fetch import links_of

        self.show_links(links_of(html))

    def done(self, result: int) -> None:
        self._table.stop()
        if self._reading is not None:
            self._reading.cancel()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads the page of the address line, and adds nothing by accident out of the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() in (self._place, self._table):
            if self._place.hasFocus():
                self.read_page()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasHtml() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        mime = event.mimeData()
        event.acceptProposedAction()
        if mime.hasHtml() and links_in_html(mime.html()):
            self.show_html(mime.html())
        else:
            links = links_in_text(mime.text())
            if len(links) == 1 and file_kind(file_name(links[0])) is None:
                self._place.setText(links[0])
                self.read_page()
            else:
                self.show_html("".join(f'<a href="{escape(link)}"></a>' for link in links))

    # ---- building ----------------------------------------------------------------------------------------

    def _name_all(self) -> None:
        name_widgets(
            (self._place, "grabPlace", self.tr("Address of the page")),
            (self._read, "grabRead", self.tr("Read the page")),
            (self._kind, "grabKind", self.tr("Kind of files")),
            (self._host, "grabHost", self.tr("Host")),
            (self._search, "grabSearch", self.tr("Search in links and words")),
            (self._regex, "grabRegex", self.tr("Regular expression")),
            (self._table, "grabTable", self.tr("Links of the page")),
            (self._all, "grabAll", self.tr("Tick all shown")),
            (self._none, "grabNone", self.tr("Untick all shown")),
            (self._about, "grabAbout", self.tr("What was found")),
            (self._mirrors, "grabMirrors", self.tr("Add as mirrors of one file")),
            (self._add, "grabAccept", self.tr("Add as downloads")),
            (self._buttons, "grabButtons", self.tr("Add or cancel")),
        )
        self._mirrors.setToolTip(self.tr("The ticked links lead to one file"))

    def _lay_out(self) -> None:
        address = QHBoxLayout()
        label = QLabel(self.tr("&Page"))
        label.setBuddy(self._place)
        for part in (label, self._place, self._read):
            address.addWidget(part, 1 if part is self._place else 0)
        filters = QHBoxLayout()
        filters.addWidget(self._search, 1)
        for field in (self._regex, self._kind, self._host):
            filters.addWidget(field)
        ticks = QHBoxLayout()
        ticks.addWidget(self._all)
        ticks.addWidget(self._none)
        ticks.addWidget(self._about, 1)
        self._host.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._host.setMinimumContentsLength(18)
        layout = framed_rows(self, 10)
        layout.addLayout(address)
        layout.addLayout(filters)
        layout.addWidget(self._table, 1)
        layout.addLayout(ticks)
        layout.addWidget(self._buttons)
        for button in (self._read, self._all, self._none, *self._buttons.buttons()):
            button.setProperty("autoDefault", False)

    def _connect(self) -> None:
        self._read.clicked.connect(self.read_page)
        self._search.textChanged.connect(lambda _text: self._narrow())
        self._regex.toggled.connect(lambda _on: self._narrow())
        self._kind.currentIndexChanged.connect(lambda _index: self._narrow())
        self._host.activated.connect(lambda _index: self._narrow())
        self._all.clicked.connect(lambda: self._model.check(self._filter.shown_rows(), True))
        self._none.clicked.connect(lambda: self._model.check(self._filter.shown_rows(), False))
        self._model.dataChanged.connect(lambda *_: self._judge())
        self._mirrors.clicked.connect(lambda: self._choose(as_mirrors=True))
        self._buttons.accepted.connect(lambda: self._choose(as_mirrors=False))
        self._buttons.rejected.connect(self.reject)

    # ---- what happens ------------------------------------------------------------------------------------

    async def _fetch(self, place: str) -> None:
        try:
            page = await self._desk.page_links(place)
        except HeadwaterError as error:
            self._about.say(error_sentence(error), "bad")
            return
        self.show_links(page)

    def _narrow(self) -> None:
        text = self._search.text()
        try:
            pattern = re.compile(text if self._regex.isChecked() else re.escape(text), re.IGNORECASE)
        except re.error as error:
            self._about.say(self.tr("This is no regular expression: {reason}").format(reason=error), "bad")
            return
        self._filter.show_only(kind=self._kind.currentData(), host=self._host.currentData(), pattern=pattern)
        self._table.look_soon()
        self._judge()

    def _judge(self) -> None:
        checked = self._model.checked
        sizes = [probe.size_bytes for url in checked if (probe := self._model.probes.get(url)) is not None]
        known = sum(size for size in sizes if size is not None)
        self._add.setEnabled(bool(checked))
        self._mirrors.setEnabled(len(checked) > 1)
        words = self.tr("&Add {count}…").format(count=f"{len(checked):,}") if checked else self.tr("&Add…")
        self._add.setText(words)
        shown, total = self._filter.rowCount(), self._model.rowCount()
        if total:
            words = self.tr("{shown} of {total} shown, {ticked} ticked")
            words = words.format(ticked=f"{len(checked):,}", shown=f"{shown:,}", total=count_words(total, "link"))
            self._about.say(words + (f", {size_words(known)}" if known else ""))

    def _choose(self, *, as_mirrors: bool) -> None:
        urls: Sequence[str] = self._model.checked
        if urls:
            self.chosen.emit(urls, as_mirrors)
            self.accept()
