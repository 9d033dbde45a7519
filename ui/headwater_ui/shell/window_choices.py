"""What a person chose about the window itself: looks, tray, notifications, keeping the computer awake.

Kept with the view, not with the engine's settings: another window of another program has its own.
"""

from dataclasses import dataclass

from headwater_ui.shell.view_state import ViewState
from headwater_ui.theme import Appearance, appearance_of


@dataclass(frozen=True, slots=True)
class WindowChoices:
    """`tray`: an icon with speed and quick actions. `keep_awake`: the computer does not fall asleep over a download."""

    appearance: Appearance = Appearance.SYSTEM
    tray: bool = True
    notify: bool = True
    keep_awake: bool = True


def read_choices(view: ViewState) -> WindowChoices:
    """What was remembered; what cannot be understood is as by default."""
    return WindowChoices(
        appearance_of(view.get("appearance")),
        *(on if isinstance(on := view.get(name), bool) else True for name in ("tray", "notify", "keep_awake")),
    )


def keep_choices(view: ViewState, choices: WindowChoices) -> None:
    """Remember them."""
    view.put("appearance", choices.appearance.value)
    for name in ("tray", "notify", "keep_awake"):
        view.put(name, getattr(choices, name))
