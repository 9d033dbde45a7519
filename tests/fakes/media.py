"""Small media files made by FFmpeg, and what a player can see of a file of which only some spans have come."""

import shutil
import subprocess
from pathlib import Path

import pytest

from headwater.formats.byte_view import ByteView
from headwater.formats.plan import Plan, plan_spans
from headwater.model.spans import Span, SpanSet

needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="FFmpeg is not installed")

VIDEO = ["-f", "lavfi", "-i", "testsrc2=size=320x240:rate=25:duration={s}"]
AUDIO = ["-f", "lavfi", "-i", "sine=frequency=440:duration={s}"]


def make_sample(path: Path, *options: str, seconds: int = 20, video: bool = True, audio: bool = True) -> Path:
    """A film or sound of `seconds`, encoded with FFmpeg's `options`, at `path` (its suffix names the container)."""
    sources = [part.format(s=seconds) for part in (VIDEO if video else []) + (AUDIO if audio else [])]
    command = ["ffmpeg", "-v", "error", "-y", *sources, *options, str(path)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return path


class ComingFile:
    """A file whose bytes come as the plan asks for them; counts the rounds a plan needed to settle."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.here = SpanSet()
        self.rounds = 0

    def fetch(self, offset: int, size: int) -> bytes | None:
        if not self.here.covers(Span(offset, offset + size)):
            return None
        return self.data[offset : offset + size]

    def settle(self) -> Plan:
        """Plan, fetch, plan again, until nothing more can be learnt; every span asked for must lie in the file."""
        while True:
            plan = plan_spans(ByteView(self.fetch, len(self.data)))
            for span in plan.spans:
                assert span.end <= len(self.data)
            had = self.here.total_bytes
            self.here.update(plan.spans)
            if plan.is_settled:
                return plan
            self.rounds += 1
            assert self.here.total_bytes > had, "the plan asks again for what has come"

    def write_sparse(self, path: Path) -> Path:
        """The file as it is on disk now: holes where nothing has come."""
        with path.open("wb") as file:
            file.truncate(len(self.data))
            for span in self.here:
                file.seek(span.start)
                file.write(self.data[span.start : span.end])
        return path


def decodes_first_frame(path: Path, stream: str = "v") -> bool:
    """Whether FFmpeg decodes a frame of the file as it is."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", f"0:{stream}:0", f"-frames:{stream}", "1"]
    done = subprocess.run([*command, "-f", "framemd5", "-"], capture_output=True, check=False, stdin=subprocess.DEVNULL)
    return any(line and not line.startswith(b"#") for line in done.stdout.splitlines())
