"""Progress on the button in Windows' task bar, through `ITaskbarList3`. Imported on Windows alone; parts of it lazily.

Its first caller runs on the window's thread, which Qt has put into a COM apartment. Written from the interface's
definition (shobjidl_core.h): the methods stand in the order of its table, so those before the two that are called have
to be named, too.
"""

import ctypes
from typing import Any, Final

_CLASS: Final = "{56FDF344-FD6D-11D0-958A-006097C9A090}"
_INTERFACE: Final = "{EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF}"
_NO_PROGRESS: Final = 0
_NORMAL: Final = 2


class TaskbarProgress:
    """`window_id` is the window's HWND."""

    def __init__(self, window_id: int) -> None:
        self._window_id = window_id
        self._list: Any = None

    def show(self, percent: int | None) -> None:
        """Raises `OSError` where the task bar does not answer, as in a session without a shell."""
        from comtypes import COMError

        try:
            if self._list is None:
                self._list = _task_bar_list()
            self._list.SetProgressState(self._window_id, _NO_PROGRESS if percent is None else _NORMAL)
            if percent is not None:
                self._list.SetProgressValue(self._window_id, percent, 100)
        except COMError as error:
            raise OSError(f"the task bar refuses: {error}") from error


def _task_bar_list() -> Any:
    from comtypes import COMMETHOD, GUID, HRESULT, IUnknown
    from comtypes.client import CreateObject

    window = (["in"], ctypes.c_void_p, "hwnd")

    class TaskBarList(IUnknown):  # type: ignore[misc]  # comtypes ships no types
        _iid_ = GUID(_INTERFACE)
        _methods_ = (
            COMMETHOD([], HRESULT, "HrInit"),
            COMMETHOD([], HRESULT, "AddTab", window),
            COMMETHOD([], HRESULT, "DeleteTab", window),
            COMMETHOD([], HRESULT, "ActivateTab", window),
            COMMETHOD([], HRESULT, "SetActiveAlt", window),
            COMMETHOD([], HRESULT, "MarkFullscreenWindow", window, (["in"], ctypes.c_int, "on")),
            COMMETHOD(
                [],
                HRESULT,
                "SetProgressValue",
                window,
                (["in"], ctypes.c_ulonglong, "done"),
                (["in"], ctypes.c_ulonglong, "total"),
            ),
            COMMETHOD([], HRESULT, "SetProgressState", window, (["in"], ctypes.c_int, "state")),
        )

    found = CreateObject(_CLASS, interface=TaskBarList)
    found.HrInit()
    return found
