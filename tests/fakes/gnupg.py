"""A GnuPG home of a test's own, with one key in it."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def gnupg_home() -> Iterator[Path]:
    """A home with the key of Tess Ter; skips where GnuPG is not installed."""
    if shutil.which("gpg") is None:
        pytest.skip("GnuPG is optional, and not installed here")
    # Not below pytest's own folder: the agent's socket must have a short path.
    with tempfile.TemporaryDirectory(prefix="hw") as folder:
        home = ["gpg", "--homedir", folder, "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", ""]
        subprocess.run([*home, "--quick-generate-key", "Tess Ter <t@a.example>", "ed25519"], check=True)
        yield Path(folder)
        subprocess.run(["gpgconf", "--homedir", folder, "--kill", "all"], check=True)


def sign(home: Path, data: bytes, how: str = "--detach-sign") -> bytes:
    """An armoured signature of `data`, or with `--clear-sign` the signed text."""
    command = ["gpg", "--homedir", str(home), "--batch", "--quiet", "--output", "-", "--armor", how]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout
