"""A misspelt text -> the texts nearest to it, and whether a misspelling is so small that it is certain.

The measure is the optimal string alignment distance: one edit is a letter added, left out, changed,
or two neighbours swapped. This module knows letters only: it takes lines with the text to compare
them by, and gives back lines.
"""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONG_NAME = 10
"""The fewest letters of a name with two certain edits: Swizilandi may be Switzerland as well as Swaziland."""
_SMALL = frozenset(("of", "and", "or", "in", "on", "a", "an", "for", "to"))


class Candidates:
    """Lines that a misspelling may mean, by the text to compare them by."""

    def __init__(self, lines: Iterable[tuple[str, list[str]]]) -> None:
        self._lines: dict[str, list[list[str]]] = {}
        for text, line in lines:
            self._lines.setdefault(text, []).append(line)
        self._by_length = _by_length(self._lines)
        self._by_words: dict[str, list[str]] = {}
        self._words_by_length: dict[int, list[str]] = {}

    def near(self, text: str, most: int) -> list[tuple[int, list[str]]]:
        """Return the lines within `most` edits, nearest first; the words may stand in any order for one."""
        distances = _near(self._by_length, text, most)
        if " " in text:
            for known, distance in self._near_in_any_order(text, most):
                distances[known] = min(distances.get(known, distance), distance)
        ranked = sorted(distances, key=lambda known: distances[known])
        return [(distances[known], line) for known in ranked for line in self._lines[known]]

    def _near_in_any_order(self, text: str, most: int) -> Iterator[tuple[str, int]]:
        """Yield the texts whose words, sorted, are near the words of a text, sorted: one edit more."""
        if not self._by_words:
            for known in self._lines:
                if " " in known:
                    self._by_words.setdefault(_sorted_words(known), []).append(known)
            self._words_by_length = _by_length(self._by_words)
        for words, distance in _near(self._words_by_length, _sorted_words(text), most).items():
            for known in self._by_words[words]:
                yield known, distance + 1


def _by_length(texts: Iterable[str]) -> dict[int, list[str]]:
    lengths: dict[int, list[str]] = {}
    for text in texts:
        lengths.setdefault(len(text), []).append(text)
    return lengths


def _near(groups: dict[int, list[str]], text: str, most: int) -> dict[str, int]:
    """Return the texts within `most` edits; only those of about the same length can be."""
    near: dict[str, int] = {}
    for length in range(len(text) - most, len(text) + most + 1):
        if length in groups:
            for known, edits, _ in process.extract(
                text, groups[length], scorer=OSA.distance, score_cutoff=most, limit=None
            ):
                near[known] = int(edits)
    return near


def _sorted_words(text: str) -> str:
    return " ".join(sorted(word for word in text.split() if word not in _SMALL))


def edits(a: str, b: str) -> int:
    """Return how many edits lie between two texts."""
    return int(OSA.distance(a, b))


def shared(a: str, b: str) -> int:
    """Return how many letters two texts begin with alike."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def most_edits(text: str) -> int:
    """Return how many edits away a text may be to be suggested."""
    return 2 if len(text) < 6 else 3


def sure_edits(text: str, long: int = 8) -> int:
    """Return how many edits a text of this length may have and still be certain: two, from `long`."""
    return 0 if len(text) < 5 else 1 if len(text) < long else 2


def is_slip(typed: str, meant: str) -> bool:
    """Tell whether a text is another but for a slip of the fingers, so small that it is certain.

    The words may stand in another order, or else first letters stand. A name of one word of five
    letters or less has all its letters, swapped or doubled (`eygpt`; but `indio` is not India). Of several
    words each has at most the edits that its length allows, and one where it is short; all of them no more
    than the length of the whole allows.
    """
    a, b = typed.split(), meant.split()
    if sorted(a) == sorted(b):
        return True
    distance = edits(typed, meant)
    if typed[:1] != meant[:1] or distance > sure_edits(min(typed, meant, key=len), _LONG_NAME):
        return False
    if len(a) != len(b):
        return True
    if len(a) == 1 and min(len(typed), len(meant)) < 6:
        return sorted(typed) == sorted(meant) or _undoubled(typed) == _undoubled(meant)
    return all(x == y or _is_slip_of_a_word(x, y) for x, y in zip(a, b, strict=True))


def _is_slip_of_a_word(typed: str, meant: str) -> bool:
    shorter = min(typed, meant, key=len)
    return typed[0] == meant[0] and edits(typed, meant) <= max(
        sure_edits(shorter, _LONG_NAME), len(shorter) > 3
    )


def _undoubled(word: str) -> str:
    return "".join(c for i, c in enumerate(word) if c != word[i - 1 : i])


def mended(word: str, known: Sequence[str]) -> str:
    """Return the known word that a word of five letters and more misspells by one edit, or the word."""
    if len(word) < 5:
        return word
    near = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=1)
    return near[0] if near else word


def near_words(word: str, known: Sequence[str]) -> list[str]:
    """Return the known words nearest to a word of four letters and more: one edit, two from eight."""
    most = 1 if len(word) < 8 else 2
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=5)
    return [name for name, distance, _ in near if distance == near[0][1]]


def near_commands(word: str, known: Sequence[str]) -> list[str]:
    """Return the commands within two edits of a word, best first."""
    return [name for name, _, _ in process.extract(word, known, scorer=OSA.distance, score_cutoff=2, limit=3)]
