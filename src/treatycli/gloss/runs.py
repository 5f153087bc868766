"""Rules about words that stand in a row: `states|countries have|had* joined|signed_up`.

Read when first used, in a fraction of the time that a regular expression of the same meaning takes to
compile, of which a short text would need forty.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatycli.gloss.stretch import Words

    Choices = dict[str, list[tuple[str, ...]]]
    Step = tuple[int, int, Choices | None]
    """How many times at least and at most, and what: choices by their first word, None for any word."""

_TIMES = {"?": (0, 1), "*": (0, 4), "+": (1, 4)}
_WITHIN_ROWS = "-‐‑&"
"""What may stand between two words in a row, beside spaces."""


class Run:
    """Words in a row, in one of several ways.

    A way is a line of parts: `a|b` is one of two words, `a_b` two words as one; `a|b?` may be missing, `*`
    stands for none to four of them and `+` for one to four; `~6` is up to six words of any kind. All words
    are folded, without `the`, as `Words` has them.
    """

    __slots__ = ("_ahead", "_behind", "_firsts", "_lines")

    def __init__(self, *lines: str) -> None:
        self._lines = lines
        self._ahead: list[list[Step]] = []
        self._behind: list[list[Step]] = []
        self._firsts: frozenset[str] | None = None

    def ahead(self, said: Sequence[str]) -> int | None:
        """Return how many words a list begins with that are this; None if it does not begin so."""
        if not self._ahead:
            self._ahead = [[_step(part) for part in line.split()] for line in self._lines]
        return _longest(self._ahead, said)

    def behind(self, said: Sequence[str]) -> int | None:
        """Return how many words a list ends with that are this; None if it does not end so."""
        if not self._behind:
            self._behind = [[_step(part, turn=-1) for part in line.split()[::-1]] for line in self._lines]
        return _longest(self._behind, said[::-1])

    def places(self, said: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield where in a list this begins, and how many words it is there."""
        if self._firsts is None:
            self._firsts = frozenset(_firsts(self._lines))
        for place, word in enumerate(said):
            if not self._firsts or word in self._firsts:
                count = self.ahead(said[place:])
                if count is not None:
                    yield place, count

    def found(self, said: Sequence[str]) -> bool:
        """Tell whether a list holds this anywhere."""
        return any(True for _ in self.places(said))


def _firsts(lines: Iterable[str]) -> Iterable[str]:
    """Yield the words of which one begins each line; nothing where a line may begin with any word."""
    firsts: list[str] = []
    for line in lines:
        for part in line.split():
            least, _, choices = _step(part)
            if choices is None:
                return []
            firsts += choices
            if least:
                break
    return firsts


def _step(part: str, turn: int = 1) -> Step:
    if part[0] == "~":
        return 0, int(part[1:]), None
    least, most = _TIMES.get(part[-1], (1, 1))
    return least, most, by_first(choice[::turn] for choice in _choices(part))


def _choices(part: str) -> Iterable[tuple[str, ...]]:
    return (tuple(choice.split("_")) for choice in part.rstrip("?*+").split("|"))


def by_first(choices: Iterable[tuple[str, ...]]) -> Choices:
    """Return choices of one or more words by their first, the longer ones first."""
    ordered: Choices = {}
    for words in sorted(choices, key=len, reverse=True):
        ordered.setdefault(words[0], []).append(words)
    return ordered


def _longest(ways: Iterable[list[Step]], said: Sequence[str]) -> int | None:
    ends = [end for steps in ways if (end := _end(steps, said, 0, 0, 0)) is not None]
    return max(ends, default=None)


def _end(steps: list[Step], said: Sequence[str], place: int, index: int, done: int) -> int | None:
    """Return where the steps from `index` on end, the step there taken `done` times already."""
    if index == len(steps):
        return place
    least, most, choices = steps[index]
    if done < most and place < len(said):
        here = [(said[place],)] if choices is None else choices.get(said[place], ())
        for choice in here:
            end = place + len(choice)
            if tuple(said[place:end]) == choice:
                reached = _end(steps, said, end, index, done + 1)
                if reached is not None:
                    return reached
    return _end(steps, said, place, index + 1, 0) if done >= least else None


def in_row(words: Words, place: int) -> bool:
    """Tell whether the word before and this one stand in a row: no mark is between them but a hyphen."""
    if place == 0 or place >= len(words):
        return False
    gap = words.gap(place)
    if gap == " ":
        return True
    if place in words.after_the:
        gap = gap.lower().replace("the", "", 1)
    return gap.count("\n") < 2 and all(c.isspace() or c in _WITHIN_ROWS for c in gap)


def row_behind(words: Words, place: int, most: int) -> list[str]:
    """Return the words that follow a word in a row, at most so many, as a rule may name them."""
    last = place
    while last < place + most and in_row(words, last + 1):
        last += 1
    return [_named(words, i) for i in range(place + 1, last + 1)]


def row_before(words: Words, place: int, most: int) -> list[str]:
    """Return the words before a word, from which on all stand in a row, at most so many."""
    first = place
    while first > max(0, place - most) and in_row(words, first):
        first -= 1
    return [_named(words, i) for i in range(first, place)]


def _named(words: Words, place: int) -> str:
    """Return a word, with the sign of a possessive: `treaty’s` is no `treaty`."""
    return words.folded[place] + "'s" * (words.end(place) != words.ends[place])
