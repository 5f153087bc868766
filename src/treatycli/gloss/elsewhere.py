"""Whether words name our Convention or another instrument: `Convention on the Rights of the Child`."""

from __future__ import annotations

from treatycli.gloss.runs import Run, in_row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatycli.gloss.stretch import Words

_NAME = Run(
    "apmbc",
    "mine ban",
    "ottawa convention|conventions|treaty|accord|accords|pact",
    "1997 convention|treaty",
    "mine|mines|landmine|landmines convention|conventions|treaty|pact|accord",
    "treaty|convention|pact banning|outlawing|against|on anti_personnel|antipersonnel|land? mines|landmines",
)
"""What can only be our Convention."""
_OTHERS = Run(
    "cluster|clusters|disability|disabilities|proliferation|nonproliferation|protocol|protocols",
    "ccm|ccw|crpd|crc|npt|tpnw|cedaw|iccpr|unclos|unfccc",
    "certain conventional",
    "arms trade",
    "law of sea",
    "un member|members|membership",
    "nuclear|chemical|biological ~2 weapons|ban|treaty|convention|conventions",
    "test ban",
    "climate change|treaty|convention|accord|accords",
    "paris agreement|agreements|accord|accords",
    "rome statute",
    "geneva conventions",
    "refugee|torture|genocide convention|conventions",
    "against torture",
    "rights of child",
)
_NEVER_OURS = frozenset("covenant covenants charter charters protocol protocols statute statutes".split())
_KINDS = _NEVER_OURS | frozenset(
    "convention conventions treaty pact pacts agreement agreements accord accords".split()
)
_COLLECTED = frozenset(("collection", "series", "section"))
"""What makes `treaty` part of a publisher's name: `United Nations Treaty Series`."""
_ABOUT = Run("on|of|against|concerning|relating_to")
_BEFORE_THE = frozenset(("on", "of", "against", "concerning", "to"))
"""Behind which `the` may stand within a name: `law of the sea`, but not `in Ottawa the treaty`."""
_OURS = frozenset(
    "ottawa mine mines landmine landmines antipersonnel personnel anti ap apm apmbc ban prohibition".split()
)
_SAYING_NOTHING = frozenset(
    (
        "this that our a an any each every whole entire un 1997 international global humanitarian"
        " landmark disarmament multilateral and or of to from under by in state states key new full such same"
        " quit quits leave leaves left leaving exit exits exiting join joins joined sign signs signed ratify"
        " ratifies ratified violate violates violated breach breaches suspend suspends antimine"
    ).split()
)
"""What may stand before `treaty` without making it another one."""
_SUBJECTS = frozenset(
    (
        "climate women child children torture refugee refugees nuclear chemical"
        " biological weapons ocean sea space tax tobacco biodiversity genocide slavery labour labor maritime"
        " cluster submunition plastics antarctic rights peace trade border"
    ).split()
)
"""What does so in small letters too: `the women's convention`."""
_NOT_ABOUT = frozenset(
    (
        "day same its their his her our that this these which whom who monday tuesday wednesday thursday"
        " friday saturday sunday january february march april may june july august september october"
        " november december first last grounds ground table basis eve paper condition behalf time one all"
        " them it then now record account principle states parties"
    ).split()
)
"""What follows a treaty's name without being what it is about: `left the Convention on Friday`."""


def names_ours(words: Words, first: int, stop: int) -> bool:
    """Tell whether a stretch of words names our Convention."""
    return any(True for _ in _named(_NAME, words, first, stop))


def names_another(words: Words, first: int, stop: int) -> bool:
    """Tell whether a stretch of words names another instrument than ours."""
    return another_at(words, first, stop) is not None


def another_at(words: Words, first: int, stop: int) -> int | None:
    """Return the word at which a stretch of words first names another instrument than ours, or None."""
    named = next(_named(_OTHERS, words, first, stop), stop)
    place = min(named, next(_other_treaties(words, first, stop), stop))
    return place if place < stop else None


def others_in(words: Words, first: int, stop: int) -> int:
    """Return how many times a stretch of words names another instrument than ours."""
    named = _named(_OTHERS, words, first, stop)
    return sum(1 for _ in named) + sum(1 for _ in _other_treaties(words, first, stop))


def _named(names: Run, words: Words, first: int, stop: int) -> Iterator[int]:
    """Yield where a name begins whose words go on from one to the next."""
    for place, count in names.places(words.folded[first:stop]):
        begin = first + place
        if all(_goes_on(words, i) for i in range(begin + 1, begin + count)):
            yield begin


def _goes_on(words: Words, place: int) -> bool:
    """Tell whether a name may go on from the word before to this one."""
    return in_row(words, place) and (place not in words.after_the or words.folded[place - 1] in _BEFORE_THE)


def _other_treaties(words: Words, first: int, stop: int) -> Iterator[int]:
    """Yield where a word for a treaty stands that is another one than ours."""
    for place in range(first, stop):
        if words.folded[place] in _KINDS and _is_another(words, place, first, stop):
            yield place


def _is_another(words: Words, place: int, first: int, stop: int) -> bool:
    """Tell whether the word for a treaty is that of another one, by what stands before and behind it."""
    if place + 1 < stop and words.folded[place + 1] in _COLLECTED and _goes_on(words, place + 1):
        return False
    if words.folded[place] in _NEVER_OURS:
        return True
    said = _is_about_another(words, place, stop)
    if said is not None:
        return said
    is_called = place > first and words.gap(place) != "-" and _goes_on(words, place)
    return is_called and _makes_another(words, place - 1)


def _is_about_another(words: Words, place: int, stop: int) -> bool | None:
    """Tell whether a treaty is about another thing than mines; None if the words do not say what about."""
    count = _ABOUT.ahead(words.folded[place + 1 : place + 3])
    if count is None:
        return None
    about = place + 1 + count
    if about >= stop or not all(_goes_on(words, i) for i in range(place + 1, about + 1)):
        return None
    how, word, initial = words.folded[place + 1], words.folded[about], words.text[words.starts[about]]
    if word in _OURS or word in ("land", "use"):
        return False
    if word in _NOT_ABOUT or not initial.isalpha():
        return None
    has_article = about in words.after_the
    if how == "of":
        in_capitals = words.shown(place, place).isupper()
        return True if initial.isupper() and has_article and not in_capitals else None
    return True if initial.isupper() or how != "on" or has_article or len(word) > 4 else None


def _makes_another(words: Words, place: int) -> bool:
    """Tell whether the word before `treaty` makes it another one: `Lisbon Treaty`, not `Poland's treaty`."""
    word = words.folded[place]
    if word in _OURS or word in _SAYING_NOTHING:
        return False
    is_possessive = words.end(place) != words.ends[place]
    return word in _SUBJECTS or (words.text[words.starts[place]].isupper() and not is_possessive)
