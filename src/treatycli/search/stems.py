"""Words reduced to what their forms have in common: `leaves`, `left` and `withdrawal` are one word."""

from __future__ import annotations

from treatycli.search import entities
from treatycli.search.idioms import SAME, STOP_WORDS

_ENDINGS = (
    ("isation", 3),
    ("ization", 3),
    ("ing", 3),
    ("ed", 3),
    ("ment", 5),
    ("ance", 4),
    ("ence", 4),
    ("ion", 5),
    ("e", 4),
)
"""Endings that a stem is without, and the fewest letters that they leave."""


def stems_of(text: str) -> list[str]:
    """Return the words of a text that count, those that are one word for a search alike."""
    return [stem(word) for word in entities.words_in(text)[0] if word not in STOP_WORDS]


def stem(word: str) -> str:
    """Return what a word has in common with its other forms, and with the words that mean the same."""
    cut = _cut(_singular(word))
    return _SAME.get(cut, cut)


def stems_begun(word: str) -> set[str]:
    """Return the stems of the words with others of their meaning that begin with a word."""
    return {first for same, first in _SAME.items() if same.startswith(word)}


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and word[-2] not in "suix":
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    return word


def _cut(word: str) -> str:
    if len(word) > 5:
        word = word.replace("our", "or")  # neighbour, neighbor
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            doubled = ending in ("ing", "ed") and word[-1] == word[-2] and word[-1] not in "ls"
            return word[:-1] if doubled else word.removesuffix("e") if len(word) > 3 else word
    return word


_SAME = {_cut(word): first for one in map(str.split, SAME) for first in (_cut(one[0]),) for word in one}
