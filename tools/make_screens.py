"""Make docs/screens/*.svg: what the real commands print, whole, drawn as a terminal shows it.

    python tools/make_screens.py

The day is fixed, so that the pictures change only when the tool or the data does. Nothing in them is
fetched from elsewhere: each viewer takes a font of its own, and every line keeps its columns in it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

DAY = "2026-11-24"
WIDTH = 88
ROOT = Path(__file__).parent.parent
OUT = ROOT / "docs" / "screens"
AS_SHOWN = ["--as-of", DAY, "--format", "table", "--color", "always", "--no-pager"]
SCREENS = {
    "country": "treaty country lithuania",
    "map": "treaty map",
    "timeline": "treaty timeline",
    "gloss": "treaty gloss examples/article.txt",
}
FONTS = "DejaVu Sans Mono, Liberation Mono, Menlo, Consolas, monospace"
ASPECT = 0.602
"""The width of a character of these fonts, to its height."""
# Rich's own frame fetches a font from elsewhere, and leaves it to the viewer whether spaces count.
FRAME = re.sub(r"@font-face \{\{.*?\}\}\n", "", CONSOLE_SVG_FORMAT, flags=re.S)
FRAME = FRAME.replace("Fira Code, monospace", FONTS).replace("<svg ", '<svg xml:space="preserve" ', 1)


def draw(name: str, line: str) -> Path:
    """Run a command line as on a terminal and write what it shows as an SVG; return the path."""
    shown = subprocess.run(
        [sys.executable, "-m", "treatycli", *line.split()[1:], *AS_SHOWN],
        env={**os.environ, "COLUMNS": str(WIDTH), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
    ).stdout
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere)
        console.print(Text.from_ansi(shown.strip("\n")))
    path = OUT / f"{name}.svg"
    frame = console.export_svg(
        title=line, theme=MONOKAI, unique_id=name, code_format=FRAME, font_aspect_ratio=ASPECT
    )
    path.write_text(re.sub(r"[ \t]+$", "", frame, flags=re.M), "utf-8")
    return path


def main() -> None:
    """Draw every screen."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, line in SCREENS.items():
        sys.stdout.write(f"{draw(name, line).name}\n")


if __name__ == "__main__":
    main()
