"""Print the precision and recall of `treaty gloss` on the texts in tests/gloss/.

    python tools/score_gloss.py

A text `NAME.txt` or `NAME.md` has a list `NAME.expected` of what an editor would list (kind and id);
texts named `off-*` are about something else and should yield nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

from treatycli import gloss
from treatycli.package import open_package

TEXTS = Path(__file__).parent.parent / "tests" / "gloss"


def scores() -> dict[str, tuple[set[str], set[str]]]:
    """Return for each text what is found and what is expected, as `kind id`."""
    tree = gloss.tree_of(open_package())
    result = {}
    for path in sorted([*TEXTS.glob("*.txt"), *TEXTS.glob("*.md")]):
        found = {f"{kind} {key}" for kind, key in gloss.tally(tree, [path.read_text("utf-8")]).counts}
        listed = path.with_suffix(".expected")
        expected = set(listed.read_text("utf-8").splitlines()) if listed.exists() else set()
        result[path.name] = found, expected
    return result


def main() -> None:
    """Print a line a text, what is missing or too many, and the whole."""
    right = listed = wanted = 0
    for name, (found, expected) in scores().items():
        right, listed, wanted = right + len(found & expected), listed + len(found), wanted + len(expected)
        sys.stdout.write(
            f"{name}: {len(found & expected)} right of {len(found)} listed, {len(expected)} expected\n"
        )
        for label, items in (("missing", expected - found), ("too many", found - expected)):
            if items:
                sys.stdout.write(f"  {label}: {', '.join(sorted(items))}\n")
    sys.stdout.write(f"precision {right / listed:.3f}, recall {right / wanted:.3f}\n")


if __name__ == "__main__":
    main()
