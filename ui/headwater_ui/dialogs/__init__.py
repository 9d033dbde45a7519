"""Dialogs. All are opened with `open()` and answer through `finished`: a nested loop breaks the hosted one."""
