"""How links and documents become jobs: from the dialog, the clipboard, a drop, the command line or another start."""

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from headwater.control.offer import Offer, is_offer, read_offer
from headwater.model.errors import HeadwaterError
from headwater.model.job import JobId, JobSpec
from headwater.model.probe import Adopted
from headwater.model.source import SourceSpec
from headwater.model.tuning import Tuning
from headwater_ui.bridge import Bridge
from headwater_ui.language import engine_words, translate
from headwater_ui.links import (
    DESCRIPTION_SUFFIXES,
    DOCUMENT_SUFFIXES,
    PARTIAL_SUFFIXES,
    file_name,
    links_in_html,
    links_in_text,
    places_in_mime,
)
from headwater_ui.shell.job_commands import JobCommands
from headwater_ui.shell.status_strip import StatusStrip
from headwater_ui.shell.view_state import ViewState
from headwater_ui.widgets.job_table import JobTable
from headwater_ui.widgets.offer_bar import OfferBar
from headwater_ui.wording import size_words

#: A page with more links than this is chosen from; fewer are asked about at once.
_MANY_LINKS: Final = 12

if TYPE_CHECKING:  # the dialog is imported when it is opened
    from headwater_ui.dialogs.additions import Additions


class Adding:
    """Asks where a person is there to ask, and puts the cursor on what was added. A place is a link or a local path.

    `in_list(job_id)` hears of what was added when the list has it, whether it is shown there or not.
    """

    def __init__(
        self,
        window: QWidget,
        *,
        bridge: Bridge,
        commands: JobCommands,
        table: JobTable,
        status: StatusStrip,
        view: ViewState,
        offers: OfferBar,
        in_list: Callable[[JobId], object],
    ) -> None:
        self._window, self._bridge, self._commands, self._offers = window, bridge, commands, offers
        self._table, self._status, self._view = table, status, view
        self._awaited: JobId | None = None
        self._in_list = in_list

    def default_folder(self) -> Path:
        """Where a new job goes: the folder chosen last, else the one of the settings."""
        last = self._view.get("folder")
        control = self._bridge.control
        # Categories lead to folders of their own, but only from the one for all.
        if isinstance(last, str) and not (control is not None and control.settings.categories):
            return Path(last)
        return control.settings.download_folder if control is not None else Path.home() / "Downloads"

    def open_dialog(
        self, links: Sequence[str] = (), *, as_mirrors: bool = False, name: str = "", checksum: str = ""
    ) -> None:
        """Ask about links; `as_mirrors`: they lead to one file. `name` and `checksum` stand in the fields."""
        from headwater_ui.dialogs.add_dialog import AddDialog, AddStart

        self._offers.forget(links)
        queues, categories = self._arrangement()
        control = self._bridge.control
        tuning = Tuning() if control is None else control.settings.tuning
        start = AddStart(str(self.default_folder()), links, as_mirrors, queues, categories, name, checksum, tuning)
        dialog = AddDialog(start, self._bridge, self._window)
        dialog.chosen.connect(self._chosen)
        dialog.grab_wanted.connect(self.open_grabber)
        dialog.open()

    def open_grabber(self, place: str = "") -> None:
        """Let the person choose from what a page links to; what was chosen goes to the add dialog."""
        self._open_grab_dialog(place)

    def open_adoption(self, path: str = "") -> None:
        """Go on with a partial file that another program left: with this one, where it is known which."""
        from headwater_ui.dialogs.adopt_dialog import AdoptDialog

        dialog = AdoptDialog(self._bridge, str(self.default_folder()), self._window, path)
        dialog.adopted.connect(self._adopted)
        dialog.open()

    def offer(self, links: Sequence[str], announce: Callable[[str], None]) -> None:
        """Offer copied links in the window; where nobody sees that, with a notification too."""
        self._offers.offer(links)
        if self._window.isMinimized() or not self._window.isVisible():
            announce(self._offers.words)

    def known_links(self) -> Container[str]:
        """The links that are in the list already."""
        return self._names_by_url()

    def open_places(self, places: Sequence[str]) -> None:
        """Ask about links, about what documents describe, and where partial files go on (dropped, pasted)."""
        documents, links = _split(self._ask_about_offers(places))
        self._open_files(documents)
        if links:
            self.open_dialog(links)

    def add_places(self, places: Sequence[str]) -> None:
        """Add links without a question (from the command line or another start).

        Documents are asked about, and so is what a web page offers (`headwater:`), whoever handed it over.
        """
        documents, links = _split(self._ask_about_offers(places))
        self._open_files(documents)
        names = self._names_by_url()
        fresh = [link for link in links if link not in names]
        if len(fresh) < len(links):
            twice = next(link for link in links if link in names)
            self._status.notify(translate("Adding", "“{name}” is in the list already.").format(name=names[twice]))
        from headwater.control.same_file import group_same_files

        folder = self.default_folder()
        self._start([JobSpec(tuple(map(SourceSpec, group)), folder) for group in group_same_files(fresh)])

    def _open_files(self, places: Sequence[str]) -> None:
        """Read documents; ask for the links of partial files."""
        for place in places:
            if "://" not in place and place.lower().endswith(PARTIAL_SUFFIXES):
                self.open_adoption(place)
            else:
                self._bridge.spawn(self._read(place))

    def _ask_about_offers(self, places: Sequence[str]) -> list[str]:
        """Open the dialog for each `headwater:` link; the other places."""
        for offer in (read_offer(place) for place in places if is_offer(place)):
            self._ask_about(offer)
        return [place for place in places if not is_offer(place)]

    def _ask_about(self, offer: Offer) -> None:
        if not offer.links:
            self._status.notify(translate("Adding", "There is no link in what the web page offers."))
            return
        self.open_dialog(offer.links, as_mirrors=len(offer.links) > 1, name=offer.name, checksum=offer.checksum)

    def open_file_browser(self) -> None:
        """Choose a document or a text with links."""
        browser = QFileDialog(self._window, translate("Adding", "Add from a file"), str(Path.home()))
        browser.setObjectName("addFileBrowser")
        browser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in DOCUMENT_SUFFIXES)
        browser.setNameFilters(
            [
                translate("Adding", "Metalinks, torrents and lists of links ({patterns})").format(patterns=patterns),
                translate("Adding", "All files (*)"),
            ]
        )
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.filesSelected.connect(self.open_places)
        browser.open()

    def paste(self) -> None:
        """Ask about the links, or the documents, in the clipboard."""
        deed = self.deed_for(QGuiApplication.clipboard().mimeData())
        if deed is not None:
            deed()
        else:
            self._status.notify(translate("Adding", "There is no link in the clipboard."))

    def deed_for(self, mime: QMimeData | None) -> Callable[[], None] | None:
        """What to do about something dropped or pasted, once the drag is over; None where there is nothing in it."""
        places = self.places_in(mime)
        if not places or mime is None:
            return None
        html = mime.html() if mime.hasHtml() else ""
        if len(places) > _MANY_LINKS and len(links_in_html(html)) > _MANY_LINKS:
            return lambda: self._open_grab_dialog("", html)
        return lambda: self.open_places(places)

    def places_in(self, mime: QMimeData | None) -> tuple[str, ...]:
        """What could be added of something dropped or pasted."""
        return places_in_mime(mime) if mime is not None else ()

    def select_soon(self, job_id: JobId | None) -> None:
        """Put the cursor on a job that was just added: the feed tells of its row in the next batch."""
        self._awaited = job_id
        self.select_awaited()

    def select_awaited(self) -> None:
        """Call after each batch."""
        if self._awaited is not None and self._table.select_job(self._awaited):
            self._in_list(self._awaited)
            self._awaited = None

    async def _read(self, place: str) -> None:
        """Ask which of a document's files are wanted; a text's links go to the add dialog."""
        name = file_name(place) if "://" in place else PurePath(place).name
        found = await self._bridge.read_document(place)
        if isinstance(found, str):
            links = links_in_html(found) or links_in_text(found)
            if not links:
                raise HeadwaterError(translate("Adding", "There is no link in {name}.").format(name=name))
            if len(links) > _MANY_LINKS and links_in_html(found):
                self._open_grab_dialog("", found)
            else:
                self.open_dialog(links)
            return
        from headwater_ui.dialogs.document_dialog import DocumentDialog, DocumentStart

        queues, categories = self._arrangement()
        start = DocumentStart(name, found, str(self.default_folder()), queues, categories)
        dialog = DocumentDialog(start, self._bridge, self._window)
        dialog.chosen.connect(self._start_all)
        dialog.open()

    def _open_grab_dialog(self, place: str, html: str = "") -> None:
        from headwater_ui.dialogs.grab_dialog import GrabDialog

        dialog = GrabDialog(self._bridge, place, self._window)
        dialog.chosen.connect(lambda urls, as_mirrors: self.open_dialog(urls, as_mirrors=as_mirrors))
        if html:
            dialog.show_html(html)
        dialog.open()

    def _adopted(self, adopted: Adopted, folder: str) -> None:
        self._view.put("folder", folder)
        self.select_soon(adopted.job_id)
        words = translate("Adding", "{size} of it are taken over: {why}.")
        self._status.notify(words.format(size=size_words(adopted.kept_bytes), why=engine_words(adopted.words)))

    def _chosen(self, additions: "Additions") -> None:
        """A link to a document stands for what the document describes."""
        plain = []
        for spec in additions.specs:
            documents, _ = _split([source.url for source in spec.sources])
            if documents:
                self._bridge.spawn(self._read(documents[0]))
            else:
                plain.append(spec)
        self._start_all(replace(additions, specs=tuple(plain)))

    def _start_all(self, additions: "Additions") -> None:
        """New jobs, and links for those that are there."""
        if additions.specs:
            self._view.put("folder", str(additions.specs[0].folder))
        self._start(additions.specs)
        for job_id, urls in additions.mirrors:
            self._commands.add_sources(job_id, urls)

    def _arrangement(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of the queues and of the categories."""
        control = self._bridge.control
        if control is None:
            return (), ()
        settings = control.settings
        return tuple(one.name for one in settings.queues), tuple(one.name for one in settings.categories)

    def _start(self, specs: Sequence[JobSpec]) -> None:
        if specs:
            self._commands.add(specs, self.select_soon)

    def _names_by_url(self) -> dict[str, str]:
        """Which job of the list has a link already."""
        control = self._bridge.control
        return {} if control is None else {url: job.name for job in control.jobs() for url in job.urls}


def _split(places: Sequence[str]) -> tuple[list[str], list[str]]:
    """Documents (local paths, and links that end like one), and plain links."""
    documents = [
        place for place in places if "://" not in place or file_name(place).lower().endswith(DESCRIPTION_SUFFIXES)
    ]
    return documents, [place for place in places if place not in documents]
