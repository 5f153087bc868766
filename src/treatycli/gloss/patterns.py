"""Patterns of words, for the cues of the claims and wordings with a gap in them:

    withdrew|quit from? ~ convention|treaty +ukraine !request

`a|b` is one of several words (`mine_affected` for two words as one), `#treaty` all the words of a class,
`word?` may be missing, `~` is up to five words of the same sentence, `+a|b` wants one of these words in
the sentence, `!a|b` none. Adverbs (already, formally) may stand between.
"""

from __future__ import annotations

from treatycli.gloss.runs import by_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from treatycli.gloss.runs import Choices
    from treatycli.gloss.stretch import Words

    ClassOf = Callable[[str], str]
    """Returns the choices of a class by its name, `convention|treaty|pact` for `#treaty`."""

CLASS = "#"
"""What the name of a class of words begins with."""

GAP = 5
"""How many words a `~` may stand for."""
DENIALS = frozenset(
    ("no", "not", "never", "without", "nor", "hasnt", "havent", "didnt", "doesnt", "isnt", "cannot")
)
"""Words that a `~` does not stand for: what is denied is not said."""
_ADVERBS = frozenset(
    (
        "already now formally officially finally recently just also both fully currently today legally too"
        " likewise since then itself quietly long all"
    ).split()
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

    `subject` is how many words of it name a state that must be the subject, or 0; `says_not` tells
    whether a denial is among its own words (`the only one that has not joined`).
    """

    def __init__(self, rest: str, more: str, target: Target, parts: Parts) -> None:
        self.target = target
        conditions = [(c[0], c[1:]) for c in more.split(" ") if c]
        self._steps = [parts.step(part) for part in rest.split(" ") if part]
        self._firsts, self._reach = _firsts(self._steps)
        self._wanted = sorted(parts.wanted(rest, more), key=len)
        needed = [parts.choices(text) for sign, text in conditions if sign == "+"]
        self._needed = [_Condition(c) for c in needed if any("_" in choice for choice in c)]
        self._refused = _Condition(parts.choices("|".join(text for sign, text in conditions if sign == "!")))
        self.subject = next((int(text) for sign, text in conditions if sign == "@"), 0)
        self.says_not = not DENIALS.isdisjoint(rest.translate(_PARTED).split())

    def may_stand(self, folded: frozenset[str]) -> bool:
        """Tell whether a stretch of these words can hold a match at all: few of all patterns can."""
        for one in self._wanted:  # noqa: SIM110 - a generator takes twice the time
            if one.isdisjoint(folded):
                return False
        return True

    def suits(self, said: str, there: frozenset[str]) -> bool:
        """Tell whether a sentence meets the conditions: its words, joined, and with those that it means."""
        if self._refused.is_met(said, there):
            return False
        return all(needed.is_met(said, there) for needed in self._needed)

    def end(self, words: Words, place: int) -> int | None:
        """Return the last word of the match that starts at a word, or None."""
        if self.subject and "," in words.gap(min(place + self.subject, len(words) - 1)):
            behind = _behind_aside(words, place + self.subject)
            if behind and self._is_named(words, place):
                last = _follow(words, behind - 1, self._steps, self.subject - 1)
                if last is not None:
                    return last
        if self._firsts.isdisjoint(words.folded[place + 1 : place + 1 + self._reach]) and self._steps:
            return None
        return _follow(words, place, self._steps, 0)

    def _is_named(self, words: Words, place: int) -> bool:
        """Tell whether the whole name of the subject stands at a word."""
        return all(
            (words.folded[place + i],) in self._steps[i - 1][1].get(words.folded[place + i], ())
            for i in range(1, self.subject)
        )


_SAYING = frozenset(
    (
        "say says said claim claims claimed write writes wrote think thinks thought according report reports"
        " reported reportedly allegedly believe believes believed some argue argues argued insist insists"
    ).split()
)
"""What makes an aside the word of somebody else: `Ukraine, some say, has left`."""
_ASIDE = 9
"""How many words may stand between commas behind a subject."""


def _behind_aside(words: Words, place: int) -> int | None:
    """Return the word behind what stands between two commas from a word on: `Ukraine, like Poland, left`.

    None if it begins with a capital, as the next of a list does, names who says it, or ends nowhere.
    """
    if place + 1 >= len(words) or not words.text[words.starts[place]].islower():
        return None
    for following in range(place + 1, min(place + 1 + _ASIDE, len(words))):
        if words.starts_sentence(following) or words.folded[following - 1] in _SAYING:
            return None
        if "," in words.gap(following):
            return following
    return None


Step = tuple[str, "Choices", frozenset[str]]
"""A part of a pattern: `~`, `?` or nothing; its choices; the first words of these."""


class _Condition:
    """Words, and rows of words, of which a sentence has one or none."""

    def __init__(self, choices: frozenset[str]) -> None:
        self._words = frozenset(choice for choice in choices if "_" not in choice)
        self._rows = [f" {choice.replace('_', ' ')} " for choice in choices if "_" in choice]

    def is_met(self, said: str, there: frozenset[str]) -> bool:
        """Tell whether one of them is in a sentence; `said` has a space before each word and at the end."""
        if not self._words.isdisjoint(there):
            return True
        for row in self._rows:  # noqa: SIM110 - a generator takes twice the time
            if row in said:
                return True
        return False


class Parts:
    """The parts of patterns, each taken apart once: many patterns have the same."""

    def __init__(self, class_of: ClassOf) -> None:
        self._class_of = class_of
        self._steps: dict[str, Step] = {}

    def choices(self, text: str) -> frozenset[str]:
        """Return the choices that a part has, those of its classes of words among them."""
        if CLASS not in text:
            return frozenset(text.split("|"))
        written = (self._class_of(choice) if choice[0] == CLASS else choice for choice in text.split("|"))
        return frozenset("|".join(written).split("|"))

    def step(self, part: str) -> Step:
        """Return a part as it is followed through a text."""
        if part not in self._steps:
            self._steps[part] = self._step(part)
        return self._steps[part]

    def _step(self, part: str) -> Step:
        if part == "~":
            return "~", {}, frozenset()
        choices = self.choices(part.rstrip("?"))
        by_word = by_first(tuple(choice.split("_")) for choice in choices if choice)
        return "?" if part[-1] == "?" else "", by_word, frozenset(by_word)

    def wanted(self, rest: str, more: str) -> list[frozenset[str]]:
        """Return the words of which a sentence must have one, for each part and condition of a pattern."""
        parts = [part for part in rest.split(" ") if part and part != "~" and part[-1] != "?"]
        parts += [part[1:] for part in more.split(" ") if part[:1] == "+"]
        return [self.step(part)[2] for part in parts]


_PARTED = str.maketrans("|_?", "   ")


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
    kind, choices, _ = steps[index]
    if kind == "~":
        return _follow(words, last, steps, index + 1, GAP)
    for skip in range((room or _adverbs(words, last)) + 1):
        place = last + 1 + skip
        if place >= len(words.folded) or words.starts_sentence(place):
            break
        if not room and not words.adjoins(place):
            break
        for choice in choices.get(words.folded[place], ()):
            end = place + len(choice)
            if tuple(words.folded[place:end]) == choice:
                reached = _follow(words, end - 1, steps, index + 1)
                if reached is not None:
                    return reached
        if words.folded[place] in DENIALS:
            break
    return _follow(words, last, steps, index + 1, room) if kind == "?" else None


def _adverbs(words: Words, last: int) -> int:
    """Return how many adverbs that say nothing against it follow a word, two at most."""
    following = words.folded[last + 1 : last + 3]
    if not following or following[0] not in _ADVERBS:
        return 0
    return 2 if len(following) > 1 and following[1] in _ADVERBS else 1
