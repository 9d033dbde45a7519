"""The page about the control interface says what the code does."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs"


def test_the_table_of_options_is_up_to_date() -> None:
    page = (DOCS / "CONTROL.md").read_text(encoding="utf-8")
    assert runpy.run_path(str(DOCS / "generate_control.py"))["render_page"](page) == page
