"""The window's languages: every word is marked, German and Japanese are complete, and plurals and numbers are right."""

import ast
import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from tests.ui.desk import Desk
from tests.ui.test_settings import CHOICES, SETTINGS
from tests.ui.values import job, running, source

from headwater.lab.what_if import WhatIfCurve
from headwater.model.errors import Retry, SourceError, UserError
from headwater.model.job import JobState
from headwater.model.snapshots import SchedulerActed, StepIn
from headwater.model.source import SourceId, SourceProfile, SourceState
from headwater.model.tuning import Tuning
from headwater.model.wording import Size, as_sentence, joined, say
from headwater.schedule.source_ranking import rank
from headwater_ui import language
from headwater_ui.dialogs.link_tree import LinkTree
from headwater_ui.dialogs.settings_dialog import SettingsDialog
from headwater_ui.dialogs.settings_values import days_words, read_days
from headwater_ui.language import (
    Language,
    Translations,
    begins_at_right,
    engine_words,
    isolated,
    language_of,
    translate,
)
from headwater_ui.models.source_model import SourceModel
from headwater_ui.models.source_words import SourceColumn, explain_score, source_text
from headwater_ui.shell.action_table import ACTIONS
from headwater_ui.shell.actions import key_words
from headwater_ui.theme import CONTRAST, Appearance, Theme, colours
from headwater_ui.widgets.cell_delegate import CellDelegate
from headwater_ui.widgets.choice_box import ChoiceBox
from headwater_ui.widgets.source_table import SourceTable
from headwater_ui.widgets.what_if_chart import WhatIfChart
from headwater_ui.wording import count_words, duration_words, error_sentence, job_line, rate_words, size_words

GONE = "The server does not have the file."
ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "ui" / "headwater_ui").rglob("*.py"))
#: Calls that show their first text to a person, or name it to one who listens.
SHOWN = {
    "setText",
    "setToolTip",
    "setWindowTitle",
    "setAccessibleName",
    "setAccessibleDescription",
    "setPlaceholderText",
    "setInformativeText",
    "setTitle",
    "addAction",
    "addMenu",
    "addRow",
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QAction",
    "QMenu",
    "notify",
    "UserError",
}
#: Words that are the same in every language.
NAMES = {"Headwater", "headwater"}


@pytest.fixture
def translations(qapp: QApplication) -> Iterator[Translations]:
    result = Translations(qapp)
    yield result
    result.choose(Language.ENGLISH)


def test_the_curves_of_a_trial_are_named_in_the_language(translations: Translations, qtbot: QtBot) -> None:
    translations.choose(Language.GERMAN)
    chart = WhatIfChart()
    qtbot.addWidget(chart)
    curve = WhatIfCurve(Tuning(), 20.0, 18.0, 1.25, ((0.0, 0.0), (10.0, 4e6), (20.0, 1e7)))
    chart.show_curves(curve, curve)
    assert {row.label for row in chart.chart.read_out(10.0)} == {"Jetzt", "Ausprobiert"}


_UPDATED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from headwater_ui import language
from headwater_resources import read_resource
copy = Path(sys.argv[1])
(copy / "translations").mkdir()
for name in ("headwater_en.qm", "headwater_de.qm"):
    (copy / "translations" / name).write_bytes(read_resource("translations", name))
app = QCoreApplication([])
language.files = lambda _package: copy
language.Translations(app).choose(language.Language.GERMAN)
for file in (copy / "translations").iterdir():
    file.write_bytes(b"")
print(language.translate("Wording", "Running"))
"""


def test_an_update_may_write_over_files_that_are_in_use(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _UPDATED, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "Laufend"), done.stderr


def test_the_files_are_up_to_date_and_complete() -> None:
    command = [sys.executable, str(ROOT / "packaging" / "translations"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_word_is_shown_without_being_marked(path: Path) -> None:
    bare = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        first = node.args[0]
        if name not in SHOWN:
            continue
        if isinstance(first, ast.JoinedStr):
            texts = [part.value for part in first.values if isinstance(part, ast.Constant)]
        else:
            texts = [first.value] if isinstance(first, ast.Constant) and isinstance(first.value, str) else []
        words = " ".join(str(text) for text in texts)
        if any(word[:1].isalpha() and len(word) > 1 and word not in NAMES for word in _plain(words).split()):
            bare.append(f"{path.name}:{node.lineno} {name}({words!r})")
    assert bare == []


def _plain(words: str) -> str:
    """Without tags, units and signs."""
    text = "".join(" " if sign in "<>/&;='\"#:{}()" else sign for sign in words)
    return text.replace("kB", "").replace("example.org", "")


def test_german_is_spoken_with_its_plurals_and_numbers(translations: Translations) -> None:
    translations.choose(Language.GERMAN)
    assert (count_words(1, "source"), count_words(2, "source")) == ("1 Quelle", "2 Quellen")
    assert count_words(12_345, "file") == "12.345 Dateien"
    assert size_words(1_250_000_000) == "1,25 GB"
    assert rate_words(2_500_000.0) == "2,50 MB/s"
    assert job_line(running(0)) == "Von 2 Quellen über 5 Kanäle"
    assert engine_words("taken over") == "abgelöst"
    assert days_words((0, 1, 2, 3, 4)) == "Mo-Fr"
    assert read_days("Mo-Fr, sun") == (0, 1, 2, 3, 4, 6), "English is understood, too"
    # Qt's own words, too.
    assert translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_keys_are_called_as_they_are_on_the_keyboard(translations: Translations) -> None:
    assert key_words("Ctrl+V", "Space") == "Ctrl+V or Space"
    translations.choose(Language.GERMAN)
    assert key_words("Ctrl+V", "Space") == "Strg+V oder Leertaste"
    assert key_words() == ""


def test_japanese_is_spoken(translations: Translations) -> None:
    translations.choose(Language.JAPANESE)
    assert count_words(3, "source") == "3 件のソース"
    assert duration_words(61) == "1 分 01 秒"
    assert job_line(job(0, state=JobState.PAUSED)) == "一時停止。受信したデータは保持されています"
    assert translate("QPlatformTheme", "Cancel") == "キャンセル"
    assert read_days("月-水, 日") == (0, 1, 2, 6)


def test_a_language_that_is_not_spoken_is_english_throughout(
    translations: Translations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "system_locale", lambda: QLocale("fr_FR"))
    translations.choose(Language.SYSTEM)
    assert count_words(2, "source") == "2 sources"
    assert translate("QPlatformTheme", "Cancel") == "Cancel", "no mixture"
    assert size_words(1_250_000_000) == "1,25 GB", "numbers are written as the system says"
    monkeypatch.setattr(language, "system_locale", lambda: QLocale("de_AT"))
    translations.choose(Language.SYSTEM)
    assert count_words(2, "source") == "2 Quellen"


def test_english_has_singulars_and_plurals(translations: Translations) -> None:
    translations.choose(Language.ENGLISH)
    assert (count_words(1, "file"), count_words(0, "file")) == ("1 file", "0 files")
    assert count_words(12_345, "source") == "12,345 sources"
    assert language_of("tlh") is Language.SYSTEM


DISK = say(
    "{trouble}; what was downloaded is kept",
    trouble=say("{path} cannot be used: {reason}", path="/media/a.iso", reason="stale"),
)
VERDICT = say(
    "No trusted hash was known; {compared:,} of {total:,} blocks compared, {result}.",
    compared=1_234,
    total=65_536,
    result=say("none differed"),
)


def test_sentences_of_the_engine_are_translated_with_their_values(translations: Translations) -> None:
    translations.choose(Language.GERMAN)
    assert engine_words(DISK) == "/media/a.iso ist nicht benutzbar: stale; was heruntergeladen wurde, bleibt erhalten"
    assert engine_words(VERDICT) == (
        "Keine vertrauenswürdige Prüfsumme war bekannt; 1.234 von 65.536 Blöcken verglichen, keiner wich ab."
    )
    took = say("Took over {size} that {host} would have brought late.", size=Size(1_250_000), host="b.example")
    assert engine_words(took) == "Hat 1,25 MB übernommen, die b.example zu spät gebracht hätte."
    refused = SourceError(
        say("{sentence:clause} ({status}).", sentence=as_sentence(GONE), status=404), retry=Retry.NEVER
    )
    assert engine_words(refused) == "Der Server hat die Datei nicht (404)."
    assert engine_words(UserError(GONE)) == "Der Server hat die Datei nicht.", "also what has nothing to fill in"
    assert engine_words("a.iso") == "a.iso", "what nobody worded stays as it is"
    reasons = joined([say("it fell silent"), say("{host} does not answer.", host="b.example")], "; ")
    assert engine_words(say("No source works any more: {reasons}.", reasons=reasons)) == (
        "Keine Quelle geht mehr: sie verstummte; b.example antwortet nicht."
    )
    translations.choose(Language.JAPANESE)
    assert engine_words(refused) == "サーバーにそのファイルはありません (404)。"
    assert error_sentence(UserError("no source can be asked")) == "問い合わせできるソースがありません。"


def test_sentences_of_the_engine_have_plurals(translations: Translations) -> None:
    def bad(count: int) -> str:
        words = say("it delivered {count} bad blocks", one="it delivered {count} bad block", count=count)
        return engine_words(say("Set aside: {reason:clause}.", reason=words))

    assert (bad(1), bad(2)) == ("Set aside: it delivered 1 bad block.", "Set aside: it delivered 2 bad blocks.")
    translations.choose(Language.GERMAN)
    assert bad(1) == "Beiseitegelegt: sie lieferte 1 schlechten Block."
    assert bad(2) == "Beiseitegelegt: sie lieferte 2 schlechte Blöcke."
    translations.choose(Language.JAPANESE)
    assert bad(1) == "除外しました: 壊れたブロックを 1 個渡しました。"
    translations.choose(Language.ENGLISH)
    assert (bad(1), bad(2)) == ("Set aside: it delivered 1 bad block.", "Set aside: it delivered 2 bad blocks.")


def test_what_the_engine_says_is_german_in_the_window(
    qt_loop: asyncio.AbstractEventLoop, theme: Theme, translations: Translations
) -> None:
    translations.choose(Language.GERMAN)
    desk = Desk(qt_loop, theme)
    try:
        window = desk.window
        failed = job(7, state=JobState.FAILED, error=DISK, received_bytes=10)
        assert job_line(failed).startswith("/media/a.iso ist nicht benutzbar: stale; was heruntergeladen wurde, bleibt")
        done = job(8, state=JobState.DONE, verdict=VERDICT, aftermath=say("The scan found nothing."))
        assert job_line(done).startswith("Die Prüfung fand nichts. ")
        assert job_line(done).endswith("keiner wich ab.")
        window.panes.details.show_job(failed)
        shown = " ".join(label.text() for label in window.panes.details.findChildren(QLabel))
        assert "was heruntergeladen wurde, bleibt erhalten" in shown
        why = say("Set aside: {reason:clause}.", reason=say("its file has changed since the download began"))
        act = SchedulerActed(failed.job_id, 1.0, StepIn.SET_ASIDE, SourceId(0), why)
        window.panes.activity.append([act], lambda _job: failed.name, lambda _job, _source: "a.example")
        row = window.panes.activity.rowCount() - 1
        told = [window.panes.activity.index(row, column).data() for column in (1, 2)]
        assert told == ["Beiseitegelegt", "Ihre Datei hat sich geändert, seit der Download begann."], "said once"
        meanings = [label.text() for label in window.panes.tuning.findChildren(QLabel)]
        assert "Länge des Intervalls, über das Anteile ausgeglichen werden" in meanings
        resting = source(0, state=SourceState.SET_ASIDE, reason=say("it fell silent"))
        assert source_text(resting, SourceColumn.STATE) == "Beiseitegelegt: sie verstummte"
    finally:
        desk.close()


def test_a_sources_score_is_explained_in_the_windows_language(translations: Translations) -> None:
    translations.choose(Language.GERMAN)
    profile = SourceProfile(SourceId(0), "a.example", hops=1, distance_km=1_234.0, cost_per_gb=0.5)
    words = explain_score(source(0, terms=rank(profile, 2.5e6, 5e6, None, Tuning()).terms, score=0.5))
    for part in ("Wertung 0,50", "2,50 MB/s", "1 Netzsprung", "1.234 km", "0,5 je GB", "unbekannt"):
        assert part in words


@pytest.mark.parametrize("spoken", [Language.GERMAN, Language.JAPANESE])
def test_a_window_of_another_language_works(
    qt_loop: asyncio.AbstractEventLoop, theme: Theme, translations: Translations, spoken: Language
) -> None:
    translations.choose(spoken)
    desk = Desk(qt_loop, theme)
    desk.control.settings = SETTINGS
    try:
        window = desk.window
        bar = [action.text() for action in window.menuBar().actions()]
        assert len(set(bar)) == len(bar)
        assert "&File" not in bar
        labels = [b.text() for b in window.tool_bar.findChildren(QToolButton) if b.text()]
        assert not [text for text in labels if "(" in text], "the mark of a key has no place on a button"
        dialog = SettingsDialog(desk.bridge, CHOICES, window)
        assert dialog.values().settings == SETTINGS, "what was set survives the language"
        assert dialog.values().choices == CHOICES
        dialog.close()
        window.table.customContextMenuRequested.emit(window.table.viewport().rect().center())
        menu = window.findChild(QMenu, "rowMenu")
        assert isinstance(menu, QMenu)
        menu.close()
    finally:
        desk.close()


def test_every_action_has_keys_or_an_entry_in_a_menu(qt_loop: asyncio.AbstractEventLoop, theme: Theme) -> None:
    desk = Desk(qt_loop, theme)
    try:
        entries = {
            action.objectName()
            for menu in desk.window.menuBar().findChildren(QMenu)
            for action in menu.actions()
            if action.text()
        }
        lost = [spec.name for spec in ACTIONS if not spec.keys and f"action_{spec.name}" not in entries]
        assert lost == []
        letters = [action.text() for action in desk.window.menuBar().actions()]
        assert all("&" in text for text in letters)
    finally:
        desk.close()


def test_everything_is_mirrored_from_right_to_left(
    qt_loop: asyncio.AbstractEventLoop, theme: Theme, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    desk = Desk(qt_loop, theme)
    try:
        window = desk.window
        search = window.page.groups.search
        first = window.page.groups._buttons["All"]
        assert first.x() > search.x(), "the first group is on the right"
        assert window.panes.graph.chart.layoutDirection() is Qt.LayoutDirection.LeftToRight, "time runs to the right"
        row = window.table.visualRect(window.table.model().index(0, 0))
        image = window.table.grab(row.translated(0, window.table.horizontalHeader().height())).toImage()
        right = image.copy(image.width() - 40, 0, 40, image.height())
        inks = {right.pixelColor(x, y).name() for x in range(right.width()) for y in range(right.height())}
        assert len(inks) > 4, "the file's icon is on the right"
    finally:
        desk.close()
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_high_contrast_is_black_white_and_strong(theme: Theme) -> None:
    theme.choose(Appearance.CONTRAST)
    assert colours() is CONTRAST

    def light(name: str) -> float:
        """Relative luminance (WCAG 2.2)."""
        parts = [int(name[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    ground = light(CONTRAST.window)
    for ink in (CONTRAST.text, CONTRAST.muted, CONTRAST.accent, CONTRAST.good, CONTRAST.warn, CONTRAST.bad):
        assert (light(ink) + 0.05) / (ground + 0.05) >= 7
    assert (light(CONTRAST.text) + 0.05) / (light(CONTRAST.selection) + 0.05) >= 7


def test_amounts_and_hosts_keep_their_order_in_a_window_that_is_read_from_the_right(qapp: QApplication) -> None:
    assert isolated("2.50 MB/s") == "2.50 MB/s"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert isolated("2.50 MB/s") == "\u20682.50 MB/s\u2069"
        assert isolated("") == ""
        assert not begins_at_right("12 – MB/s שלום")
        assert begins_at_right("12 – שלום MB/s")
        assert not begins_at_right("12")
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_cells_and_choices_keep_their_order_there_too(qapp: QApplication, qtbot: QtBot) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        model = SourceModel()
        model.show((source(0),))
        table = SourceTable(model)
        qtbot.addWidget(table)
        for column in (SourceColumn.SPEED, SourceColumn.SHARE):
            delegate = table.itemDelegateForIndex(model.index(0, column))
            assert isinstance(delegate, CellDelegate), column
            assert delegate.displayText("1.00 MB/s", QLocale()) == "\u20681.00 MB/s\u2069"
        assert isinstance(LinkTree().itemDelegate(), CellDelegate)
        box = ChoiceBox()
        qtbot.addWidget(box)
        box.add("1 minute", 60)
        assert (box.currentText(), box.currentData()) == ("\u20681 minute\u2069", 60)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_in_high_contrast_the_choice_at_hand_stands_out(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(Appearance.CONTRAST)
    box = ChoiceBox()
    qtbot.addWidget(box)
    for words in ("One", "Two"):
        box.add(words)
    box.show()
    box.showPopup()
    rows = box.view()
    image = rows.viewport().grab(rows.visualRect(box.model().index(0, 0))).toImage()
    inks = {image.pixelColor(x, 2).name() for x in range(4, image.width() - 4)}
    box.hidePopup()
    assert inks == {CONTRAST.accent.lower()}
