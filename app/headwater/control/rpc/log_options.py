"""aria2's options of logging, put in force for the whole process. Only `serve` does that; a window has its own log."""

import logging
import sys
from pathlib import Path
from typing import Final

from headwater.control.rpc.arguments import ServeOptions

_LEVELS: Final = {"debug": "DEBUG", "info": "INFO", "notice": "WARNING", "warn": "WARNING", "error": "ERROR"}
_FORM: Final = "%(asctime)s %(levelname)s %(message)s"


def set_up_log(options: ServeOptions) -> None:
    """Begin to log as the command line says."""
    level = "CRITICAL" if options.has("quiet") else _LEVELS[options.option("log-level", "notice")]
    path = options.option("log")
    if path and path != "-":
        logging.basicConfig(filename=Path(path).expanduser(), level=level, format=_FORM)
    else:
        logging.basicConfig(stream=sys.stdout if path == "-" else sys.stderr, level=level, format=_FORM)


def set_log_level(word: str) -> None:
    """From now on, log as much as aria2's word for it says."""
    logging.getLogger().setLevel(_LEVELS[word])
