"""What a person chose about the window itself: looks, language, tray, notifications, keys, the preview.

Kept with the view, not with the engine's settings: another window of another program has its own. Whether Headwater
starts with the session is kept by the system (`session_start`), which is asked and told where the choice is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from headwater_ui.language import Language, language_of
from headwater_ui.link_filter import USUAL_TYPES
from headwater_ui.shell.view_state import ViewState
from headwater_ui.theme import Appearance, appearance_of

_TICKS: Final = ("start_hidden", "tray", "close_to_tray", "notify", "keep_awake", "preview", "watch_clipboard")


@dataclass(frozen=True, slots=True)
class WindowChoices:
    """`tray`: an icon with speed and quick actions; with `close_to_tray` a window that is closed goes there, and
    downloads go on. `keep_awake`: the computer does not fall asleep over a download.

    `preview`: the selected download is looked into while it comes. `shortcuts` are pairs of an action's name and its
    keys, where they are not the defaults. `with_session` and `start_hidden`: Headwater starts with the session, and
    waits without a window. `watch_clipboard`: links that are copied elsewhere are offered, where `watched` fits them
    (`headwater_ui.link_filter`).
    """

    appearance: Appearance = Appearance.SYSTEM
    tray: bool = True
    close_to_tray: bool = True
    notify: bool = True
    keep_awake: bool = True
    language: Language = Language.SYSTEM
    with_session: bool = False
    start_hidden: bool = False
    preview: bool = True
    shortcuts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    watch_clipboard: bool = False
    watched: str = USUAL_TYPES


def read_choices(view: ViewState) -> WindowChoices:
    """What was remembered; what cannot be understood is as by default."""
    return choices_in({name: view.get(name) for name in ("appearance", "language", "shortcuts", "watched", *_TICKS)})


def keep_choices(view: ViewState, choices: WindowChoices) -> None:
    """Remember them."""
    for name, value in choices_out(choices).items():
        view.put(name, value)


def choices_in(values: Mapping[str, Any]) -> WindowChoices:
    """Choices as they are kept in JSON; what cannot be understood is as by default."""
    shortcuts, watched = values.get("shortcuts"), values.get("watched")
    return replace(
        WindowChoices(),
        appearance=appearance_of(values.get("appearance")),
        language=language_of(values.get("language")),
        shortcuts=tuple(
            (name, tuple(key for key in keys if isinstance(key, str)))
            for name, keys in (shortcuts.items() if isinstance(shortcuts, dict) else ())
            if isinstance(keys, list)
        ),
        watched=watched if isinstance(watched, str) else USUAL_TYPES,
        **{name: values[name] for name in _TICKS if isinstance(values.get(name), bool)},
    )


def choices_out(choices: WindowChoices) -> dict[str, Any]:
    """The form that `choices_in` reads."""
    return {
        "appearance": choices.appearance.value,
        "language": choices.language.value,
        "watched": choices.watched,
        "shortcuts": {name: list(keys) for name, keys in choices.shortcuts},
        **{name: getattr(choices, name) for name in _TICKS},
    }
