"""Tree hashing on one core against `openssl speed -evp sha256` at 16 KiB, in turns within one run.

Run: python tests/bench/hash_tree.py [MiB]. Ends with status 1 when the median ratio is under the promised 0.85.
"""

import re
import statistics
import subprocess
import sys
import time
from typing import Final

from headwater.content.hash_tree import HashTree
from headwater.model.hashing import TREE_LEAF_BYTES
from headwater.model.merkle import hash_leaves

PROMISED: Final = 0.85
ROUNDS: Final = 5
CHUNK_BYTES: Final = 1024 * 1024  # what one task of the worker pool hashes


def measure_openssl() -> float:
    """Bytes per second."""
    command = ["openssl", "speed", "-evp", "sha256", "-bytes", str(TREE_LEAF_BYTES), "-seconds", "1"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures = re.findall(r"([\d.]+)k\s*$", shown, flags=re.MULTILINE)
    return float(figures[-1]) * 1000


def measure_tree(content: bytearray) -> float:
    """Bytes per second of CPU (as openssl counts) for the whole tree: leaves in chunks, folding, root."""
    view = memoryview(content)
    begin = time.process_time()
    tree = HashTree(len(content))
    for at in range(0, len(content), CHUNK_BYTES):
        tree.add_leaves(at // TREE_LEAF_BYTES, hash_leaves(view[at : at + CHUNK_BYTES]))
    tree.root()
    return len(content) / (time.process_time() - begin)


def main() -> int:
    size_mib = int(sys.argv[1]) if len(sys.argv) > 1 else 512
    content = bytearray(size_mib * 1024 * 1024)
    content[::4096] = b"\x5a" * (len(content) // 4096)  # every page is touched before the clock starts
    ratios: list[float] = []
    for _ in range(ROUNDS):
        openssl, tree = measure_openssl(), measure_tree(content)
        ratios.append(tree / openssl)
        print(f"openssl {openssl / 1e6:7.0f} MB/s   tree {tree / 1e6:7.0f} MB/s   {ratios[-1]:.3f}")
    median = statistics.median(ratios)
    print(f"median {median:.3f}, promised {PROMISED}")
    return 0 if median >= PROMISED else 1


if __name__ == "__main__":
    raise SystemExit(main())
