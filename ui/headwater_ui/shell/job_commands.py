"""What the actions do with the selected jobs: each becomes a command, a desktop call or a question.

Nothing here decides what happens to a job: the engine does, and the feed shows it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QProcess, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from headwater.model.commands import (
    AddJob,
    MoveJobs,
    PauseJobs,
    Place,
    ResumeJobs,
    SetSources,
)
from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.snapshots import JobSnapshot
from headwater.model.source import SourceSpec
from headwater_ui.bridge import Bridge
from headwater_ui.language import translate
from headwater_ui.shell.list_menus import MENU_ACTIONS
from headwater_ui.wording import count_words

#: Players that take a link, the best at unfinished files first.
_PLAYERS = ("mpv", "vlc", "celluloid", "totem", "ffplay")
_PAUSABLE = frozenset({JobState.RUNNING, JobState.WAITING, JobState.FINISHING})
_RESUMABLE = frozenset({JobState.PAUSED, JobState.FAILED})


class Remove(Protocol):
    """Takes jobs off the list, in a way that can be undone."""

    def __call__(self, jobs: Sequence[JobSnapshot], *, delete_data: bool) -> None: ...


class JobCommands:
    """`selected` gives the selected jobs, `everything` all of them, `notify` shows a sentence, `remove` removes."""

    def __init__(
        self,
        bridge: Bridge,
        window: QWidget,
        selected: Callable[[], list[JobSnapshot]],
        everything: Callable[[], Sequence[JobSnapshot]],
        notify: Callable[[str], None],
        *,
        remove: Remove,
    ) -> None:
        self._bridge = bridge
        self._remove = remove
        self._window = window
        self._selected = selected
        self._everything = everything
        self._notify = notify

    def allowed(self) -> dict[str, bool]:
        """Which actions make sense for the selection."""
        jobs = self._selected()
        one = len(jobs) == 1
        return {
            "resume": any(job.state in _RESUMABLE for job in jobs),
            "pause": any(job.state in _PAUSABLE for job in jobs),
            "toggle": bool(jobs),
            "open": one and jobs[0].state is JobState.DONE,
            "open_folder": one,
            "play": one,
            "copy_stream": one,
            "edit_sources": one and jobs[0].state is not JobState.DONE,
            "options": one and jobs[0].state is not JobState.DONE,
            "verify": any(job.received_bytes or job.state is JobState.DONE for job in jobs),
            "find_checksum": one and bool(jobs[0].urls),
            "export_metalink": one,
            "refresh_link": one and jobs[0].wants_fresh_url,
            **dict.fromkeys(MENU_ACTIONS, bool(jobs)),
            "order": any(job.state is not JobState.DONE for job in jobs),
            **dict.fromkeys(("copy_links", "top", "up", "down", "bottom", "remove", "remove_data"), bool(jobs)),
        }

    def allowed_for_all(self, counts: Mapping[JobState, int]) -> dict[str, bool]:
        """Which actions on all jobs make sense; `counts` of jobs by state."""
        return {
            "resume_all": any(counts[state] for state in _RESUMABLE),
            "pause_all": any(counts[state] for state in _PAUSABLE),
            "remove_done": counts[JobState.DONE] > 0,
        }

    def answer(self, action: str, job: JobSnapshot) -> None:
        """Do what a button of a notification says, to the job that it told of, whatever is selected."""
        if action == "open":
            self._open_files([job])
        elif action == "open_folder":
            self._open_folders([job])
        elif action == "resume":
            self._send(ResumeJobs, [job] if job.state in _RESUMABLE else [])

    def add(self, specs: Sequence[JobSpec], then: Callable[[JobId | None], None] | None = None) -> None:
        """Add jobs; `then` gets the last one's id."""
        for spec in specs:
            self._bridge.command(AddJob(spec), then if spec is specs[-1] else None)

    def add_sources(self, job_id: JobId, urls: Sequence[str]) -> None:
        """Let a job have these links, too; one that waits for a fresh link goes on with them."""
        control = self._bridge.control
        if control is not None:
            sources = (*control.spec(job_id).sources, *map(SourceSpec, urls))
            self._bridge.command(SetSources(job_id, sources))

    def resume(self) -> None:
        self._send(ResumeJobs, [job for job in self._selected() if job.state in _RESUMABLE])

    def pause(self) -> None:
        self._send(PauseJobs, [job for job in self._selected() if job.state in _PAUSABLE])

    def toggle(self) -> None:
        """Pause when any of the selected goes on, else resume."""
        if any(job.state in _PAUSABLE for job in self._selected()):
            self.pause()
        else:
            self.resume()

    def resume_all(self) -> None:
        self._send(ResumeJobs, [job for job in self._everything() if job.state in _RESUMABLE])

    def pause_all(self) -> None:
        self._send(PauseJobs, [job for job in self._everything() if job.state in _PAUSABLE])

    def move(self, place: Place) -> None:
        ids = tuple(job.job_id for job in self._selected())
        if ids:
            self._bridge.command(MoveJobs(ids, place))

    def move_to(self, job_ids: Sequence[JobId], index: int) -> None:
        self._bridge.command(MoveJobs(tuple(job_ids), Place.AT, index))

    def remove(self) -> None:
        """Take jobs off the list. Asks only when something that did not finish would be given up."""
        jobs = self._selected()
        unfinished = [job for job in jobs if job.state is not JobState.DONE and job.received_bytes]
        if not jobs:
            return
        if not unfinished:
            self._remove(jobs, delete_data=False)
            return
        what = f"“{jobs[0].name}”" if len(jobs) == 1 else count_words(len(jobs), "download")
        box = self._question(
            translate("JobCommands", "Remove {what} from the list?").format(what=what),
            translate("JobCommands", "What has arrived stays on the disk unless you delete it."),
        )
        keep = box.addButton(translate("JobCommands", "&Remove"), QMessageBox.ButtonRole.AcceptRole)
        delete = box.addButton(
            translate("JobCommands", "Remove and &delete data"), QMessageBox.ButtonRole.DestructiveRole
        )
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)

        def answered(_result: int) -> None:
            if box.clickedButton() in (keep, delete):
                self._remove(jobs, delete_data=box.clickedButton() is delete)

        box.finished.connect(answered)
        box.open()

    def remove_done(self) -> None:
        """Take all that are done off the list; their files stay where they are."""
        self._remove([job for job in self._everything() if job.state is JobState.DONE], delete_data=False)

    def remove_with_data(self) -> None:
        """The files go to the trash too: always asked."""
        jobs = self._selected()
        if not jobs:
            return
        what = f"“{jobs[0].name}”" if len(jobs) == 1 else count_words(len(jobs), "download")
        box = self._question(
            translate("JobCommands", "Remove {what} and delete the data?").format(what=what),
            translate("JobCommands", "The files go to the trash."),
        )
        delete = box.addButton(translate("JobCommands", "&Delete"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)

        def answered(_result: int) -> None:
            if box.clickedButton() is delete:
                self._remove(jobs, delete_data=True)

        box.finished.connect(answered)
        box.open()

    def open_file(self) -> None:
        self._open_files(self._selected())

    def open_folder(self) -> None:
        self._open_folders(self._selected())

    def _open_files(self, jobs: Sequence[JobSnapshot]) -> None:
        if len(jobs) == 1 and jobs[0].state is JobState.DONE and jobs[0].path is not None:
            self._open(QUrl.fromLocalFile(str(jobs[0].path)))

    def _open_folders(self, jobs: Sequence[JobSnapshot]) -> None:
        if len(jobs) == 1:
            self._open(QUrl.fromLocalFile(str(jobs[0].folder)))

    def play(self) -> None:
        """Open the selected file in a player, while it comes."""
        jobs = self._selected()
        if len(jobs) == 1:
            self.open_in_player(jobs[0].job_id)

    def open_in_player(self, job_id: str) -> None:
        """Open a job's stream link in the player that is installed, else with whatever opens links."""
        self._bridge.spawn(self._open_in_player(JobId(job_id)))

    async def _open_in_player(self, job_id: JobId) -> None:
        url = await self._bridge.stream_url(job_id)
        player = next((path for name in _PLAYERS if (path := QStandardPaths.findExecutable(name))), "")
        if not player or not QProcess.startDetached(player, [url])[0]:
            self._open(QUrl(url))

    def copy_stream_link(self) -> None:
        """Put the selected job's stream link into the clipboard."""
        jobs = self._selected()
        if len(jobs) == 1:
            self._bridge.spawn(self._copy_stream_link(jobs[0].job_id))

    async def _copy_stream_link(self, job_id: JobId) -> None:
        QGuiApplication.clipboard().setText(await self._bridge.stream_url(job_id))
        self._notify(
            translate(
                "JobCommands", "Copied the stream link; players on this computer can open it while the file comes."
            )
        )

    def copy_links(self) -> None:
        links = [url for job in self._selected() for url in job.urls]
        if links:
            QGuiApplication.clipboard().setText("\n".join(links))
            self._notify(translate("JobCommands", "Copied {links}.").format(links=count_words(len(links), "link")))

    def refresh_link(self) -> None:
        """The links of the selected job have expired: ask for fresh ones. It goes on by itself with them."""
        self.edit_sources(
            translate(
                "JobCommands", "The links have expired. Put a fresh one here; the download goes on with what it has."
            )
        )

    def edit_sources(self, why: str = "") -> None:
        jobs = self._selected()
        control = self._bridge.control
        if len(jobs) != 1 or control is None:
            return
        from headwater_ui.dialogs.sources_dialog import EditedJob, SourcesDialog

        job_id, spec = jobs[0].job_id, control.spec(jobs[0].job_id)
        known = {source.url: source for source in spec.sources}

        def replaced(urls: Sequence[str]) -> None:
            self._bridge.command(SetSources(job_id, tuple(known.get(url) or SourceSpec(url) for url in urls)))

        edited = EditedJob(jobs[0].name, tuple(known), jobs[0].size_bytes, spec.options, why)
        dialog = SourcesDialog(edited, self._bridge, self._window)
        dialog.chosen.connect(replaced)
        dialog.open()

    def choose_options(self) -> None:
        """Choose anew what was chosen for the selected job."""
        jobs, control = self._selected(), self._bridge.control
        if len(jobs) != 1 or jobs[0].state is JobState.DONE or control is None:
            return
        from headwater_ui.dialogs.options_dialog import ChosenJob, OptionsDialog

        job_id, spec = jobs[0].job_id, control.spec(jobs[0].job_id)
        chosen = ChosenJob(job_id, jobs[0].name, spec.folder, spec.options, control.tuning(job_id))
        dialog = OptionsDialog(chosen, self._bridge, self._window)
        dialog.chosen.connect(self._bridge.command)
        dialog.open()

    def _send(self, command: type[ResumeJobs] | type[PauseJobs], jobs: Sequence[JobSnapshot]) -> None:
        if jobs:
            self._bridge.command(command(tuple(job.job_id for job in jobs)))

    def _question(self, words: str, more: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setObjectName("question")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Headwater")
        box.setText(words)
        box.setInformativeText(more)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def _open(self, url: QUrl) -> None:
        if not QDesktopServices.openUrl(url):
            self._notify(
                translate("JobCommands", "No program was found that opens {file}.").format(file=url.toLocalFile())
            )
