"""The formats of every command side by side, as they were last looked at: tests/golden/.

They are taken from the small package of the tests, so that an edit of our tables breaks none.

    python -m pytest tests/test_golden.py --update-golden

writes them anew; then read the diff.
"""

from __future__ import annotations

import difflib

import pytest
from conftest import FIXTURE, ROOT, run_fixture

from treatycli.commands import COMMANDS

GOLDEN = ROOT / "tests" / "golden"
TEXT = """The Kingdom of Belmark left the Mine Ban Convention (Article 20).
In Arvania landmines lie in store; three states are parties.
"""
SHOWN = {
    "define": ["define", "mine"],
    "country": ["country", "belmark"],
    "article": ["article", "5", "--country", "arvania"],
    "search": ["search", "mine"],
    "timeline": ["timeline", "--all"],
    "countries": ["countries"],
    "compare": ["compare", "arvania", "belmark"],
    "stats": ["stats"],
    "map": ["map"],
    "deadlines": ["deadlines"],
    "groups": ["groups", "--as-of", "2010-01-01"],
    "terms": ["terms"],
    "facts": ["facts"],
    "claims": ["claims", "three", "states"],
    "gloss": ["gloss", "-"],
    "annotate": ["annotate", "-"],
    "source": ["source", "survey-2024"],
    "cite": ["cite", "notice"],
    "data info": ["data", "info"],
    "data check": ["data", "check", str(FIXTURE)],
}
MADE = {"data export", "data path", "schema", "completion"}
"""Answers that are a path, or are made of what other tests hold."""
LOOKS = {
    "text": (["--format", "text"], 80),
    "table at 80 columns": (["--format", "table"], 80),
    "table at 40 columns": (["--format", "table"], 40),
    "json": (["--format", "json"], 80),
    "csv": (["--format", "csv"], 80),
    "md": (["--format", "md"], 80),
}


def test_every_command_has_a_golden_or_is_made_of_what_others_hold():
    assert set(SHOWN) | MADE == set(COMMANDS)
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {name.replace(" ", "-") for name in SHOWN}


@pytest.mark.parametrize("name", SHOWN)
def test_the_formats_of_a_command_are_as_recorded(name, request):
    parts = []
    for look, (options, width) in LOOKS.items():
        ran = run_fixture(*SHOWN[name], *options, stdin=TEXT, width=width)
        assert ran.status == 0, ran.err
        parts.append(f"===== {look}\n{ran.text}")
    parts.append(f"===== stderr\n{ran.err}")
    shown = "\n".join(parts)
    path = GOLDEN / f"{name.replace(' ', '-')}.txt"
    if request.config.getoption("--update-golden"):
        path.write_text(shown, "utf-8")
    recorded = path.read_text("utf-8")
    changes = difflib.unified_diff(recorded.splitlines(), shown.splitlines(), "recorded", "now", lineterm="")
    assert recorded == shown, "\n".join(list(changes)[:40])
