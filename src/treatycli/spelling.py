"""A misspelt name -> the one it was meant to be, or the nearest ones as suggestions.

The measure is the optimal string alignment distance: one edit is a letter added, left out, changed,
or two neighbours swapped. Only a near-certain misspelling answers: an English name, one or two edits
away by its length, nothing else near, and not an English word of its own (`pajama` is not Panama; the
table `decoys` lists such words). Two- and three-letter input is a code or nothing.
"""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from treatycli.names import SECTION, SUGGESTIONS, Found, Key, Missed
from treatycli.records import Decoy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.package import Package

_ANSWERING = ("id", "name", "alias", "form")
_ORDER = {"name": 0, "id": 1, "form": 2, "alias": 2, "ambiguous": 3, "adjective": 4, "cldr": 5}
_SMALL = frozenset(("of", "and", "or", "in", "on", "a", "an", "for", "to"))


class Candidates:
    """The lines of the names that a misspelling may mean, by length, and by their words sorted."""

    def __init__(self, lines: Iterable[list[str]]) -> None:
        self._by_length: dict[int, list[list[str]]] = {}
        for line in lines:
            self._by_length.setdefault(len(line[0]), []).append(line)
        self._by_words: dict[int, list[list[str]]] | None = None

    def near(self, folded: str, most: int) -> list[tuple[int, Key]]:
        """Return the keys within `most` edits, nearest first, each record once."""
        found = _near(self._by_length, folded, most)
        if " " in folded:
            found += [(edits + 1, key) for edits, key in self._in_any_order(folded, most)]
        found.sort(key=lambda pair: (pair[0], _ORDER[pair[1].how], -_shared(folded, pair[1].folded)))
        first: dict[str, tuple[int, Key]] = {}
        for edits, key in found:
            first.setdefault(key.id, (edits, key))
        return list(first.values())

    def _in_any_order(self, folded: str, most: int) -> list[tuple[int, Key]]:
        if self._by_words is None:
            self._by_words = {}
            for lines in self._by_length.values():
                for line in lines:
                    if " " in line[0]:
                        words = _sorted_words(line[0])
                        self._by_words.setdefault(len(words), []).append([words, *line[1:]])
        return _near(self._by_words, _sorted_words(folded), most)


def _near(groups: dict[int, list[list[str]]], folded: str, most: int) -> list[tuple[int, Key]]:
    found = []
    for length in range(len(folded) - most, len(folded) + most + 1):
        lines = groups.get(length, [])
        hits = process.extract(
            folded, [line[0] for line in lines], scorer=OSA.distance, score_cutoff=most, limit=20
        )
        found += [(int(edits), Key(*lines[i])) for _, edits, i in hits]
    return found


def _shared(a: str, b: str) -> int:
    """Return how many letters two names begin with alike."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _sorted_words(folded: str) -> str:
    return " ".join(sorted(word for word in folded.split() if word not in _SMALL))


def nearest(
    package: Package, typed: str, folded: str, tables: Sequence[str], *, exact: bool
) -> Found | Missed:
    """Answer a near-certain misspelling, or suggest: nearest first, then what begins so."""
    candidates = package.remembered(
        ("candidates", *tables), lambda: Candidates(_meant(package.listed(SECTION), tables))
    )
    near = candidates.near(folded, _most_edits(folded)) if len(folded) > 3 else []
    if near and not exact:
        edits, best = near[0]
        clear = len(near) == 1 or near[1][0] >= edits + 2
        certain = clear and 0 < edits <= _sure_edits(folded) and best.how in _ANSWERING
        if certain and not package.find(Decoy, folded):
            return Found(best, "spelling")
    begun = _beginning(package, folded, tables) if len(folded) > 2 else []
    by_spelling = [key for _, key in near]
    first = begun and (len(folded) < 6 or (near and near[0][0] > 1))
    suggested: dict[str, Key] = {}
    for key in [*begun, *by_spelling] if first else [*by_spelling, *begun]:
        suggested.setdefault(key.id, key)
    return Missed(typed, False, tuple(suggested.values())[:SUGGESTIONS])


def _beginning(package: Package, folded: str, tables: Sequence[str]) -> list[Key]:
    """Return the keys that begin so, the usual names first."""
    begun = [Key(*line) for line in _meant(package.starting(SECTION, folded), tables)]
    return sorted(begun, key=lambda key: _ORDER[key.how])


def _meant(lines: Iterable[list[str]], tables: Sequence[str]) -> Iterable[list[str]]:
    """Yield the lines that a misspelling may mean: no codes, no mere namesakes."""
    return (line for line in lines if line[1] in tables and line[3] not in ("code", "namesake"))


def _sure_edits(folded: str) -> int:
    """Return how many edits a name of this length may have and still be certain."""
    return 0 if len(folded) < 5 else 1 if len(folded) < 8 else 2


def _most_edits(folded: str) -> int:
    """Return how many edits away a name may be to be suggested."""
    return 2 if len(folded) < 6 else 3


def near_words(word: str, known: Sequence[str]) -> list[str]:
    """Return the known words nearest to a word of four letters and more: one edit, two from eight."""
    edits = 1 if len(word) < 8 else 2
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=edits, limit=5)
    return [name for name, distance, _ in near if distance == near[0][1]]


def near_commands(word: str, known: Sequence[str]) -> list[str]:
    """Return the commands within two edits of a word, best first."""
    return [name for name, _, _ in process.extract(word, known, scorer=OSA.distance, score_cutoff=2, limit=3)]
