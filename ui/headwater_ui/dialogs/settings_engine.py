"""Settings: what new downloads begin with (the scheduler's knobs), and how much proof is asked for."""

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QCheckBox

from headwater.model.tuning import KNOBS
from headwater_ui.dialogs.settings_page import Page, Values, number_box, set_setting, tick_setting
from headwater_ui.widgets.tuning_panel import TuningPanel

#: Knobs of integrity: on a page of their own.
PROOF_KNOBS: Final = frozenset({"samples", "bad_blocks"})


class SchedulerPage(Page):
    """The knobs, as in the tuning panel."""

    def __init__(self) -> None:
        super().__init__("Scheduler")
        self.begin(self.tr("Scheduler"))
        self.add_about(self.tr("What new downloads begin with, and all that were not tuned one by one."))
        panel = TuningPanel(can_try=False, without=PROOF_KNOBS)
        panel.setObjectName("settingsTuning")
        self.add_wide(panel)
        self.add(
            lambda v: panel.show_tuning(v.settings.tuning),
            set_setting("tuning", panel.tuning),
            self.tr("tuning preset interval channels recovery look-ahead spans weights"),
        )


class IntegrityPage(Page):
    """How suspicious Headwater is."""

    def __init__(self) -> None:
        super().__init__("Integrity")
        self.begin(self.tr("Integrity"))
        self.add_about(
            self.tr(
                "Every block that has a trusted hash is checked, and what is wrong is fetched anew from another "
                "source. This is about the rest."
            )
        )
        samples, bad = KNOBS["samples"], KNOBS["bad_blocks"]
        compared = number_box(int(samples.low), int(samples.high), self.tr("None"))
        self.add_row(
            self.tr("&Compare between sources"),
            compared,
            self.tr("Blocks of 16 KiB that two sources must agree about, in a file without a trusted hash"),
            lambda v: compared.setValue(v.settings.tuning.samples),
            lambda v: _tuned(v, "samples", compared.value()),
        )
        patience = number_box(int(bad.low), int(bad.high))
        self.add_row(
            self.tr("&Bad blocks until a source is set aside"),
            patience,
            self.tr("A server that spoils more than this is not asked again for the file"),
            lambda v: patience.setValue(v.settings.tuning.bad_blocks),
            lambda v: _tuned(v, "bad_blocks", patience.value()),
        )
        strict = QCheckBox()
        strict.setObjectName("settingOnlyProven")
        self.add_row(
            self.tr("&Preview and players get only what is proven"),
            strict,
            self.tr(
                "They wait for whole blocks, which may be megabytes, or for all of the file where it has but one "
                "trusted hash; otherwise they get every byte at once, and again when it proves wrong"
            ),
            *tick_setting(strict, "only_proven"),
        )
        self.close_up()


def _tuned(values: Values, name: str, value: int) -> Values:
    settings = values.settings
    return replace(values, settings=replace(settings, tuning=settings.tuning.changed(name, value)))
