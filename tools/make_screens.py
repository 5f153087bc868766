"""Make docs/screens/*.svg: what the real commands print, drawn as a terminal shows it.

    python tools/make_screens.py

The day is fixed, so that the pictures change only when the tool or the data does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

DAY = "2026-11-24"
WIDTH = 92
OUT = Path(__file__).parent.parent / "docs" / "screens"
SCREENS: dict[str, tuple[list[str], int]] = {
    "map": (["map", "--as-of", DAY], 33),
    "country": (["country", "lithuania", "--as-of", DAY], 24),
    "define": (["define", "notice", "of", "withdrawal"], 30),
    "timeline": (["timeline", "--since", "2025-06", "--as-of", DAY], 32),
}


def draw(name: str, arguments: list[str], lines: int) -> Path:
    """Run one command, keep its first lines, and write them as an SVG; return the path."""
    shown = subprocess.run(
        [sys.executable, "-m", "treatycli", *arguments, "--format", "table", "--color", "always"],
        env={**os.environ, "COLUMNS": str(WIDTH), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    kept = shown.strip("\n").split("\n")
    more = [f"\x1b[2m... {len(kept) - lines} more lines\x1b[0m"] if len(kept) > lines else []
    console = Console(record=True, width=WIDTH, file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    console.print(Text.from_ansi("\n".join([*kept[:lines], *more])))
    path = OUT / f"{name}.svg"
    title = f"treaty {' '.join(arguments)}"
    path.write_text(console.export_svg(title=title, theme=MONOKAI, unique_id=name), "utf-8")
    return path


def main() -> None:
    """Draw every screen."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, (arguments, lines) in SCREENS.items():
        sys.stdout.write(f"{draw(name, arguments, lines).name}\n")


if __name__ == "__main__":
    main()
