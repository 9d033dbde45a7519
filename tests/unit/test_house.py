"""The house rules that no linter knows, held against the files themselves."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import headwater

ROOT = Path(__file__).parents[2]
CODE = ("app", "ui", "resources", "tests", "packaging")
TEXT = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".cfg", ".sh", ""}


def tracked() -> tuple[Path, ...]:
    """The project's files; without git it is not known which they are."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git clone")
    return tuple(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())


def modules() -> Iterator[Path]:
    return (path for path in tracked() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in CODE)


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "app/headwater/__init__.py"
    quoted = re.compile(rf"""["']{re.escape(headwater.__version__)}["']""")
    elsewhere = [shown(path) for path in modules() if quoted.search(path.read_text(encoding="utf-8"))]
    assert elsewhere == ["app/headwater/__init__.py"]


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## {headwater.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_lock_file_and_no_registry_address() -> None:
    assert [shown(path) for path in tracked() if path.suffix == ".lock" or path.name.startswith("requirements")] == []
    address = re.compile(r"(extra-)?index-url\s*[= ]|files\.pythonhosted\.org|/simple/?\s*$", re.MULTILINE)
    texts = (path for path in tracked() if path.suffix in TEXT and path != Path(__file__))
    assert [shown(path) for path in texts if address.search(path.read_text(encoding="utf-8", errors="replace"))] == []


def test_packaging_is_no_package() -> None:
    """It would shadow the distribution of that name, which build tools import."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_every_module_says_what_it_is() -> None:
    silent = [
        shown(path)
        for path in modules()
        if path.stat().st_size and ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) is None
    ]
    assert silent == []


def test_no_module_is_named_after_nothing() -> None:
    assert [shown(path) for path in modules() if path.stem in {"utils", "util", "helpers", "manager", "misc"}] == []


def test_every_suppression_has_its_reason_beside_it() -> None:
    """`# noqa: RULE  # why`, `# type: ignore[code]  # why`."""
    bare = re.compile(r"#\s*(noqa:\s*[A-Z0-9, ]+|type:\s*ignore\[[\w, -]+\]|pragma:\s*no cover)\s*$|#\s*noqa\s*(#|$)")
    found = [
        f"{shown(path)}:{number}"
        for path in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if bare.search(line)
    ]
    assert found == []


def test_imports_run_downward_only() -> None:
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize(
    ("module", "late"),
    [
        ("headwater.control.cli", ("PySide6", "qasync", "aiohttp", "sqlite3", "rich")),
        ("headwater.lab.demo", ("PySide6", "qasync", "aiohttp")),
        ("headwater.schedule.prioritization_scheduler", ("asyncio", "PySide6", "aiohttp")),
    ],
)
def test_start_up_does_not_pay_for_what_is_not_used_yet(module: str, late: tuple[str, ...]) -> None:
    """`headwater-cli --version` and completion must answer at once; the pure layers import nothing at all."""
    code = f"import sys, {module}; print(*(name for name in {late!r} if name in sys.modules))"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert asked.stdout.split() == []
