"""The formats of a command side by side, as they were last looked at: tests/golden/.

    python -m pytest tests/test_golden.py --update-golden

writes them anew; then read the diff.
"""

from __future__ import annotations

import difflib

import pytest
from commands import CALLS, TEXT
from conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
SHOWN = (
    "define",
    "country",
    "timeline",
    "search",
    "facts",
    "claims",
    "article",
    "countries",
    "compare",
    "stats",
    "map",
    "gloss",
)
FORMATS = ("table", "text", "json", "csv", "md")


@pytest.mark.parametrize("name", SHOWN)
def test_the_formats_of_a_command_are_as_recorded(name, treaty, request):
    parts = []
    for kind in FORMATS:
        done = treaty(*CALLS[name], "--format", kind, stdin=TEXT, env={"COLUMNS": "80"})
        parts.append(f"===== {kind}\n{done.stdout}")
    shown = "\n".join(parts)
    path = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.write_text(shown, "utf-8")
    recorded = path.read_text("utf-8")
    changes = difflib.unified_diff(recorded.splitlines(), shown.splitlines(), "recorded", "now", lineterm="")
    assert recorded == shown, "\n".join(list(changes)[:40])
