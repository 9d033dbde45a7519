"""Pages of the site that lie elsewhere in the project, and tables that the code knows; read by MkDocs as a hook.

Nothing is written twice: a page says `<!-- include: FILE -->` for a file of the project, or `<!-- table: presets -->`
for what the code knows.
"""

import re
import sys
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent.parent
_INCLUDE = re.compile(r"<!-- include: (?P<name>[\w./-]+) -->")
#: How links from the project's root, or a folder below it, begin, and what they are in the site.
_LINKS = {"docs/": "", "../docs/": "", "packaging/README.md": "packaging.md", "README.md": "index.md"}
_TABLE = "<!-- table: presets -->"


def on_page_markdown(markdown: str, **_kwargs: Any) -> str:
    """The page with its inclusions; links from the project's root are turned to the site's."""
    markdown = _INCLUDE.sub(lambda found: included(_ROOT / found["name"]), markdown)
    return markdown.replace(_TABLE, presets_table()) if _TABLE in markdown else markdown


def presets_table() -> str:
    """What each preset changes, as Markdown."""
    if str(_ROOT / "app") not in sys.path:  # MkDocs takes back what a hook adds while it is loaded
        sys.path.insert(0, str(_ROOT / "app"))
    from headwater.model.tuning import KNOBS, PRESETS

    plain = PRESETS["Balanced"]
    changed = [name for name in KNOBS if any(getattr(each, name) != getattr(plain, name) for each in PRESETS.values())]
    rows = ["| knob | " + " | ".join(PRESETS) + " |", "|---" * (len(PRESETS) + 1) + "|"]
    for name in changed:
        cells = []
        for preset in PRESETS.values():
            value = getattr(preset, name)
            words = f"{value:,} {KNOBS[name].unit}" if KNOBS[name].whole else f"{value:g} {KNOBS[name].unit}"
            words = words.strip()
            cells.append(f"**{words}**" if getattr(preset, name) != getattr(plain, name) else words)
        rows.append(f"| `{name}` | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def included(path: Path) -> str:
    """A file's text below its title."""
    text = path.read_text(encoding="utf-8").partition("\n")[2]
    for there, here in _LINKS.items():
        text = text.replace(f"]({there}", f"]({here}")
    return text
