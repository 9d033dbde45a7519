"""`headwater-cli get` as a person calls it, from real nginx servers."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fakes.nginx import NginxMirrors, find_nginx

from headwater.lab.sample import FileSample, SeededSample, sha256_of, write_sample

pytestmark = pytest.mark.skipif(find_nginx() is None, reason="nginx is not installed")

GIB = 2**30


def test_a_gibibyte_from_four_mirrors(tmp_path: Path) -> None:
    root = tmp_path / "served"
    root.mkdir()
    sample = SeededSample(GIB)
    digest = sha256_of(sample)
    write_sample(sample, root / "large.bin")
    environment = {**os.environ, "HEADWATER_HOME": str(tmp_path / "home")}
    target = tmp_path / "large.bin"
    with NginxMirrors(root, 4, tmp_path / "nginx") as servers:
        options = ["get", "--json", "--checksum", f"sha-256={digest}", "-o", str(target)]
        command = [sys.executable, "-m", "headwater.control.cli", *options, *servers.urls("large.bin")]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["size_bytes"] == GIB
    assert sum(source["bytes"] for source in told["sources"]) >= GIB
    assert all(source["bytes"] > GIB // 50 for source in told["sources"]), told["sources"]
    assert sha256_of(FileSample(target)) == digest
