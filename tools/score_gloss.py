"""Score `treaty gloss` on a folder of texts with lists of what an editor would note, by kind.

    python tools/score_gloss.py [DIR] [--quiet]

For each text `NAME.txt` or `NAME.md` (and each page `NAME.html`, `NAME.a.html` ... of the same text)
there is a `NAME.expected.json` with the lists `terms`, `states`, `articles`, `claims`; what stands in
`terms_ok`, `states_ok` ... is neither asked for nor counted as false. Names that start with `off-` are
texts about something else, in which nothing should be found. Counts of parties that the tool computes
itself are shown and not scored. DIR is `tests/gloss` where it is left out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from treatycli import parties
from treatycli.package import Package, open_package
from treatycli.topics import gloss
from treatycli.topics.gloss import GlossItem

TEXTS = Path(__file__).parent.parent / "tests" / "gloss"
DAY = "2026-11-24"
KINDS = ("term", "state", "article", "claim")
SUFFIXES = (".txt", ".md", ".html", ".htm")


class Score:
    """Right, false and missed mentions of one kind in one sort of text."""

    def __init__(self) -> None:
        self.right = self.false = self.missed = 0

    @property
    def precision(self) -> float:
        """How many of those listed are right; 1 where nothing is listed."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """How many of those expected are listed; 1 where nothing is expected."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def texts(folder: Path) -> list[tuple[Path, Path]]:
    """Return the texts of a folder, each with its list."""
    lists = sorted(folder.glob("*.expected.json"))
    found = []
    for expected in lists:
        name = expected.name.removesuffix(".expected.json")
        paths = sorted(p for p in folder.glob(name + ".*") if p.suffix in SUFFIXES)
        found += [(path, expected) for path in paths if path.name.split(".")[0] == name]
    return found


def sort_of(path: Path) -> str:
    """Return what a text is scored under: `off topic`, `text`, or the ending of its page."""
    if path.name.startswith("off-"):
        return "off topic"
    return "text" if path.suffix in (".txt", ".md") else path.name.partition(".")[2]


def mentioned(package: Package, path: Path) -> list[GlossItem]:
    """Return what a text mentions."""
    answer = gloss.gloss(package, [str(path)], day=DAY)
    return [item for item in answer.items if isinstance(item, GlossItem)]


def differences(package: Package, path: Path, expected: Path) -> dict[str, tuple[set[str], ...]]:
    """Return for each kind what is right, false and missing in a text."""
    wanted = json.loads(expected.read_text("utf-8"))
    items = mentioned(package, path)
    result: dict[str, tuple[set[str], ...]] = {}
    for kind in KINDS:
        listed = {i.id for i in items if i.kind == kind and parties.Count.read(i.id) is None}
        asked, allowed = set(wanted[kind + "s"]), set(wanted.get(kind + "s_ok", ()))
        result[kind] = (listed & asked, listed - asked - allowed, asked - listed)
    return result


def scores(folder: Path = TEXTS) -> tuple[dict[tuple[str, str], Score], list[str]]:
    """Return the scores by sort of text and kind, and a line for each miss and each false hit."""
    package = open_package()
    result: dict[tuple[str, str], Score] = {}
    lines = []
    for path, expected in texts(folder):
        for kind, (right, false, missed) in differences(package, path, expected).items():
            score = result.setdefault((sort_of(path), kind), Score())
            score.right += len(right)
            score.false += len(false)
            score.missed += len(missed)
            lines += [f"{path.name}: missed {kind} {key}" for key in sorted(missed)]
            lines += [
                f"{path.name}: false {kind} {key}: {context(package, path, kind, key)}"
                for key in sorted(false)
            ]
    return result, lines


def context(package: Package, path: Path, kind: str, key: str) -> str:
    """Return the words around the first place of a mention."""
    text = path.read_text("utf-8")
    items = mentioned(package, path)
    place = next(i.occurrences[0] for i in items if (i.kind, i.id) == (kind, key))
    before, after = text[max(0, place.start - 30) : place.start], text[place.end : place.end + 30]
    return " ".join(f"...{before}[{text[place.start : place.end]}]{after}...".split())


def main(arguments: list[str]) -> int:
    """Print misses, false hits and a line of figures for each sort of text and kind."""
    folders = [Path(a) for a in arguments if not a.startswith("-")] or [TEXTS]
    for folder in folders:
        result, lines = scores(folder)
        if "--quiet" not in arguments:
            print("\n".join(lines))
        for (sort, kind), score in sorted(result.items()):
            print(
                f"{sort:10} {kind:8} precision {score.precision:.3f}  recall {score.recall:.3f}"
                f"  right {score.right}  false {score.false}  missed {score.missed}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
