"""Patterns of words, for the cues of the claims and wordings with a gap in them:

    withdrew|quit from? ~ convention|treaty +ukraine !request

`a|b` is one of several words (`mine_affected` for two words as one), `word?` may be missing, `~` is
up to five words of the same sentence, `+a|b` wants one of these words in the sentence, `!a|b` none.
Adverbs (already, formally) may stand between.
"""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.gloss.tokens import Words

GAP = 5
"""How many words a `~` may stand for."""
_DENIALS = frozenset(
    ("no", "not", "never", "without", "nor", "hasnt", "havent", "didnt", "doesnt", "isnt", "cannot")
)
"""Words that a `~` does not stand for: what is denied is not said."""
_ADVERBS = frozenset(
    "already now formally officially finally recently just also both fully currently today legally".split()
)
"""What may stand between any two words of a pattern, two of it at most: `have already left`."""


class Target:
    """What a form leads to, and how it must stand in the text.

    `kind` is term, state, claim or decoy; `context` says where it counts; `spelling` is `exact`
    (capitals), `short` (an abbreviation that needs its long form or company), `capital` (the first
    letter), `initials` (the first word), `the` (behind `the`) or empty; `is_open` tells whether the
    names inside it count too, `is_proper` whether it is a proper name of several words.
    """

    __slots__ = ("context", "id", "is_open", "is_proper", "kind", "spelling")

    def __init__(self, kind: str, key: str, context: str, spelling: str, more: str) -> None:
        self.kind, self.id, self.context, self.spelling = kind, key, context, spelling
        self.is_open, self.is_proper = more == "open", more == "proper"


class Pattern:
    """A form with alternatives, gaps and conditions; it starts behind the word that it is found by.

    `subject` is how many words of it name a state that must be the subject, or 0.
    """

    __slots__ = ("firsts", "reach", "refuses", "steps", "subject", "target", "wanted")

    def __init__(self, rest: str, more: str, target: Target) -> None:
        self.target = target
        self.steps, self.firsts, self.reach, self.wanted, self.refuses, self.subject = _parsed(rest, more)

    def may_stand(self, folded: frozenset[str]) -> bool:
        """Tell whether a stretch of these words can hold a match at all: few of all patterns can."""
        for one in self.wanted:  # noqa: SIM110 - a generator takes twice the time
            if one.isdisjoint(folded):
                return False
        return True

    def end(self, words: Words, place: int) -> int | None:
        """Return the last word of the match that starts at a word, or None."""
        if self.firsts.isdisjoint(words.folded[place + 1 : place + 1 + self.reach]) and self.steps:
            return None
        return _follow(words, place, self.steps, 0)


Step = tuple[str, tuple[tuple[str, ...], ...], frozenset[str]]
"""A part of a pattern: `~`, `?` or nothing; its choices, of one or more words; the first word of each."""
Parsed = tuple[list[Step], frozenset[str], int, list[frozenset[str]], frozenset[str], int]


@cache
def _parsed(rest: str, more: str) -> Parsed:
    """Read a pattern; many begin with one of several words and share the rest."""
    steps = [_step(part) for part in rest.split(" ") if part]
    firsts, reach = _firsts(steps)
    conditions = more.split(" ") if more else []
    wanted = [_choices(c[1:]) for c in conditions if c[0] == "+"]
    wanted += [firsts_of for kind, _, firsts_of in steps if not kind]
    refuses = frozenset(w for c in conditions if c[0] == "!" for w in c[1:].split("|"))
    subject = next((int(c[1:]) for c in conditions if c[0] == "@"), 0)
    return steps, firsts, reach, sorted(wanted, key=len), refuses, subject


@cache
def _choices(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


@cache
def _step(part: str) -> Step:
    if part == "~":
        return "~", (), frozenset()
    kind = "?" if part[-1] == "?" else ""
    choices = tuple(tuple(word.split("_")) for word in part.rstrip("?").split("|"))
    return kind, choices, _choices("|".join(dict.fromkeys(choice[0] for choice in choices)))


def _firsts(steps: list[Step]) -> tuple[frozenset[str], int]:
    """Return the words of which one must stand in the next so many words, for a match to be possible."""
    firsts: set[str] = set()
    reach = 3
    for kind, _, step_firsts in steps:
        if kind == "~":
            reach += GAP
            continue
        firsts |= step_firsts
        if kind != "?":
            break
    return frozenset(firsts), reach


def _follow(words: Words, last: int, steps: list[Step], index: int, room: int = 0) -> int | None:
    """Match the steps from `index` on behind the word `last`; `room` words may be passed over."""
    if index == len(steps):
        return last
    kind, choices, firsts = steps[index]
    if kind == "~":
        return _follow(words, last, steps, index + 1, GAP)
    for skip in range((room or _adverbs(words, last)) + 1):
        place = last + 1 + skip
        if place >= len(words) or words.starts_sentence(place):
            break
        if not room and not words.adjoins(place):
            break
        for choice in choices if words.folded[place] in firsts else ():
            end = place + len(choice)
            if tuple(words.folded[place:end]) == choice:
                reached = _follow(words, end - 1, steps, index + 1)
                if reached is not None:
                    return reached
        if words.folded[place] in _DENIALS:
            break
    return _follow(words, last, steps, index + 1, room) if kind == "?" else None


def _adverbs(words: Words, last: int) -> int:
    """Return how many adverbs that say nothing against it follow a word, two at most."""
    following = [word in _ADVERBS for word in words.folded[last + 1 : last + 3]]
    return (*following, False).index(False)
