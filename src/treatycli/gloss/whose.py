"""Words with a count in them -> whether it is that of our treaty, and not of a body or another instrument."""

from __future__ import annotations

from treatycli.gloss.elsewhere import names_another, names_ours, others_in
from treatycli.gloss.runs import Run, row_behind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.gloss.stretch import Words

_NAMING = "ottawa|1997|global|international|anti|personnel|antipersonnel|landmine|landmines|mine|mines|ban"
TREATY = f"this|that|our? {_NAMING}* {_NAMING}* convention|treaty|pact|accord|agreement|ban"
"""Our treaty, as a part of a rule: `the Ottawa Convention`, `our treaty`."""
_OF_OURS = Run(f"of|to|in? {TREATY}")
_OURS = Run("mine|mines|landmine|landmines|apmbc", "ottawa convention|treaty")
_MEMBERS = frozenset(("member", "members"))
_SUBJECTS = frozenset("convention treaty pact accord ban membership regime apmbc it".split())
"""What may have members beside a body: `Interpol has 196 members`."""
_BODIES = frozenset("nations union council organisation organization assembly court commonwealth".split())
_CALLED_THE_TREATY = frozenset(("convention", "treaty", "ban", "pact", "accord"))
_PLAUSIBLE = range(150, 168)
"""What the Convention has had since 2006; the treaties named beside it have fewer or more."""
MOST = 168
"""What it may have had at most; more is the number of another treaty, if ours is not said to have it."""
_BEFORE, _BEHIND, _FAR_BEFORE = 40, 20, 250
"""How many words before and behind a count are looked at, and before it where ours is not named there."""
_CLAUSE = 6
"""In how many words behind a count, up to a comma, ours may be named as that which has it."""


def is_ours(words: Words, first: int, last: int, number: int) -> bool:
    """Tell whether a count is of our treaty: named in the paragraph, or before as what `the treaty` means.

    Where another treaty is named in another sentence, ours must be named in that of the count, or mines
    much oftener than it, and the number be one that ours may have.
    """
    own = range(words.sentence(first, _BEFORE).start, words.sentence(last, _BEHIND).stop)
    if names_another(words, own.start, own.stop):
        return False
    if number > MOST and not _is_named_beside(words, own.start, first, last):
        return False
    if not (_MEMBERS.isdisjoint(words.folded[first : last + 1]) or _are_ours(words, own.start, first, last)):
        return False
    near = _around(words, first, last)
    before = range(max(0, first - _FAR_BEFORE), first)
    if not names_another(words, near.start, near.stop):
        if _times_named(words, near):
            return True
        if not _times_named(words, before):
            return False
        if not names_another(words, before.start, before.stop):
            return number in _PLAUSIBLE or _says_the_treaty(words, near)
    elif names_ours(words, own.start, own.stop):
        return True
    if number not in _PLAUSIBLE or not _says_the_treaty(words, own):
        return False
    return _times_named(words, before) >= 2 * others_in(words, before.start, before.stop)


def _is_named_beside(words: Words, start: int, first: int, last: int) -> bool:
    """Tell whether ours is named before a count in its sentence, or behind it up to a comma."""
    stop = last + 1
    while stop < words.sentence(last, _CLAUSE).stop and "," not in words.gap(stop):
        stop += 1
    return names_ours(words, start, first) or names_ours(words, first, stop)


def _around(words: Words, first: int, last: int) -> range:
    """Return the words near a count in its paragraph."""
    start, stop = first, last + 1
    while start > max(0, first - _BEFORE) and "\n\n" not in words.gap(start):
        start -= 1
    while stop < min(len(words), last + 1 + _BEHIND) and "\n\n" not in words.gap(stop):
        stop += 1
    return range(start, stop)


def _times_named(words: Words, stretch: range) -> int:
    """Return how many times mines or our treaty are named."""
    return sum(1 for _ in _OURS.places(words.folded[stretch.start : stretch.stop]))


def _says_the_treaty(words: Words, stretch: range) -> bool:
    """Tell whether `the treaty` or `this Convention` stands among words."""
    return any(
        words.folded[i] in _CALLED_THE_TREATY and (i in words.after_the or words.folded[i - 1] == "this")
        for i in stretch
        if i
    )


def _are_ours(words: Words, start: int, first: int, last: int) -> bool:
    """Tell whether members are those of a treaty, by what is said with them, behind or before them."""
    if _OF_OURS.behind(words.folded[first : last + 1]) or _OF_OURS.ahead(row_behind(words, last, 12)):
        return True
    return named_last(words, start, first) == "treaty"


def named_last(words: Words, start: int, stop: int) -> str:
    """Return whether what is named last among words is a `treaty` or a `body`; nothing if neither is."""
    for place in range(stop - 1, start - 1, -1):
        if words.folded[place] in _SUBJECTS:
            return "treaty"
        if _is_body(words, place):
            return "body"
    return ""


def _is_body(words: Words, place: int) -> bool:
    """Tell whether a word is an abbreviation, or the name of a body with its capital: `OSCE`, `Union`."""
    shown = words.shown(place, place)
    if words.folded[place] in _BODIES:
        return shown[0].isupper()
    return shown.isalpha() and shown.isupper() and 2 <= len(shown) <= 6
