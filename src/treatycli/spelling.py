"""A misspelt name -> the one it was meant to be, or the nearest ones as suggestions.

The measure is the optimal string alignment distance: one edit is a letter added, left out, changed,
or two neighbours swapped. Two- and three-letter input is a code or nothing.
"""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from treatycli.names import SECTION, Found, Key, Missed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.tables import Package

SUGGESTIONS = 5


def near_words(word: str, known: Sequence[str]) -> list[str]:
    """Return the known words one edit away from a word of four letters and more, two from eight."""
    edits = 1 if len(word) < 8 else 2
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=edits, limit=5)
    return [name for name, distance, _ in near if distance == near[0][1]]


def near_commands(word: str, known: Sequence[str]) -> list[str]:
    """Return the commands within two edits of a word, best first."""
    return [name for name, _, _ in process.extract(word, known, scorer=OSA.distance, score_cutoff=2, limit=3)]


def nearest(
    package: Package, typed: str, folded: str, tables: Sequence[str], *, exact: bool
) -> Found | Missed:
    """Answer a clear misspelling (one or two edits, nothing else near), or suggest."""
    keys = [key for key in (Key(*cells) for cells in package.listed(SECTION)) if key.table in tables]
    names = [key.folded for key in keys]
    near = process.extract(folded, names, scorer=OSA.distance, score_cutoff=3, limit=40)
    edits = 0 if len(folded) < 5 else 1 if len(folded) < 8 else 2
    if not exact and near and near[0][1] <= edits:
        best = keys[near[0][2]]
        others = [near_distance for _, near_distance, i in near if keys[i].id != best.id]
        if best.how != "ambiguous" and (not others or others[0] >= near[0][1] + 2):
            return Found(best, "spelling")
    suggested: dict[str, Key] = {}
    for key in keys:
        if len(folded) >= 3 and key.folded.startswith(folded):
            suggested.setdefault(key.id, key)
    if len(folded) > 3:
        for _, distance, i in near:
            if distance <= max(1, len(folded) // 3):
                suggested.setdefault(keys[i].id, keys[i])
    return Missed(typed, False, tuple(suggested.values())[:SUGGESTIONS])
