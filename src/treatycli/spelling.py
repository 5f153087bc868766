"""A misspelt name -> the one it was meant to be, or the nearest ones as suggestions.

The measure is the optimal string alignment distance: one edit is a letter added, left out, changed,
or two neighbours swapped. Only a near-certain misspelling answers: an English name, one or two edits
away by its length, nothing else near, and not an English word of its own (`pajama` is not Panama; the
table `decoys` lists such words). Two- and three-letter input is a code or nothing.
"""

from __future__ import annotations

from bisect import bisect_left

from rapidfuzz import process
from rapidfuzz.distance import OSA

from treatycli.names import SECTION, SUGGESTIONS, Found, Key, Missed
from treatycli.records import Decoy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.tables import Package

_ANSWERING = ("id", "name", "alias", "form")
_ORDER = {"name": 0, "id": 1, "form": 2, "alias": 2, "ambiguous": 3, "adjective": 4, "cldr": 5}
_SMALL = frozenset(("of", "and", "or", "in", "on", "a", "an", "for", "to"))


class Candidates:
    """The names of some tables by their length, and by their words in alphabetical order."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._sorted = sorted(keys, key=lambda key: key.folded)
        self._folded = [key.folded for key in self._sorted]
        self._by_length: dict[int, tuple[list[Key], list[str]]] = {}
        self._by_words: dict[int, tuple[list[Key], list[str]]] = {}
        for key in self._sorted:
            _put(self._by_length, key, key.folded)
            if " " in key.folded:
                _put(self._by_words, key, _sorted_words(key.folded))

    def near(self, folded: str, most: int) -> list[tuple[int, Key]]:
        """Return the keys within `most` edits, nearest first, each record once."""
        found = _near(self._by_length, folded, most)
        if " " in folded:
            found += [(edits + 1, key) for edits, key in _near(self._by_words, _sorted_words(folded), most)]
        found.sort(key=lambda pair: (pair[0], _ORDER[pair[1].how], -_shared(folded, pair[1].folded)))
        first: dict[str, tuple[int, Key]] = {}
        for edits, key in found:
            first.setdefault(key.id, (edits, key))
        return list(first.values())

    def beginning(self, folded: str) -> list[Key]:
        """Return the keys that begin so, the usual names first."""
        start = bisect_left(self._folded, folded)
        end = bisect_left(self._folded, folded + "\U0010ffff")
        return sorted(self._sorted[start:end], key=lambda key: _ORDER[key.how])


def _put(groups: dict[int, tuple[list[Key], list[str]]], key: Key, text: str) -> None:
    keys, texts = groups.setdefault(len(text), ([], []))
    keys.append(key)
    texts.append(text)


def _near(groups: dict[int, tuple[list[Key], list[str]]], folded: str, most: int) -> list[tuple[int, Key]]:
    found = []
    for length in range(len(folded) - most, len(folded) + most + 1):
        if length in groups:
            keys, texts = groups[length]
            hits = process.extract(folded, texts, scorer=OSA.distance, score_cutoff=most, limit=20)
            found += [(int(edits), keys[i]) for _, edits, i in hits]
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
        if (
            clear
            and 0 < edits <= _sure_edits(folded)
            and best.how in _ANSWERING
            and not package.find(Decoy, folded)
        ):
            return Found(best, "spelling")
    begun = candidates.beginning(folded) if len(folded) > 2 else []
    suggested = {key.id: key for key in [*(key for _, key in near[:SUGGESTIONS]), *begun]}
    if begun and (len(folded) < 6 or (near and near[0][0] > 1)):
        suggested = {key.id: key for key in [*begun, *(key for _, key in near)]}
    return Missed(typed, False, tuple(suggested.values())[:SUGGESTIONS])


def _meant(lines: Iterable[list[str]], tables: Sequence[str]) -> Iterable[Key]:
    """Yield the keys that a misspelling may mean: no codes, no mere namesakes."""
    for cells in lines:
        key = Key(*cells)
        if key.table in tables and key.how not in ("code", "namesake"):
            yield key


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
