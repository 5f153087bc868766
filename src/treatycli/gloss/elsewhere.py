"""Whether a text names our Convention or another instrument: `Convention on the Rights of the Child`."""

from __future__ import annotations

import re

from treatycli.gloss.lazily import compiled

NAME = compiled(
    r"\bottawa\s(?:convention|treaty|accord|pact)|\bapmbc\b|\bmine[\s-]ban\b|\b1997\s(?:convention|treaty)"
    r"|\b(?:land)?mines?\s(?:convention|treaty|pact|accord)"
    r"|\b(?:treaty|convention|pact) (?:banning|outlawing|against|on) (?:anti-?personnel |land)?mines",
    re.I,
)
"""What can only be our Convention."""
_OTHERS = compiled(
    r"cluster|disabilit|certain conventional|arms trade|proliferation|law of the sea|protocol|\bUN member"
    r"|\b(?:nuclear|chemical|biological)[\w -]{0,12} (?:weapons|ban|treaty|convention)"
    r"|climate (?:change|treaty|convention|accord)|paris (?:agreement|accord)|rome statute|geneva conventions"
    r"|\b(?:refugee|torture|genocide) convention|against torture|rights of the child"
    r"|\b(?:ccm|ccw|crpd|crc|npt|tpnw|cedaw|iccpr|unclos|unfccc)\b",
    re.I,
)
_KIND = compiled(
    r"\b(?:convention|covenant|charter|protocol|statute|treaty|pact|agreement|accord)s?\b"
    r"(?! (?:collection|series|section)\b)",
    re.I,
)
_NEVER_OURS = frozenset("covenant covenants charter charters protocol protocols statute statutes".split())
_BEFORE = compiled(r"([\w’'-]+)[^\S\n]{1,3}\Z")
_ABOUT = compiled(r"\s{1,3}(on|of|against|relating to|concerning)\s{1,3}((?:the\s{1,3})?)([\w-]+)", re.I)
_OURS = frozenset(
    "ottawa mine mines landmine landmines antipersonnel personnel anti ap apm apmbc ban prohibition".split()
)
_SAYING_NOTHING = frozenset(
    (
        "the this that our a an any each every whole entire un 1997 international global humanitarian"
        " landmark disarmament multilateral and or of to from under by in state states key new full such same"
        " quit quits leave leaves left leaving exit exits exiting join joins joined sign signs signed ratify"
        " ratifies ratified violate violates violated breach breaches suspend suspends antimine"
    ).split()
)
"""What may stand before `treaty` without making it another one."""
_SUBJECTS = frozenset(
    (
        "climate women women's women’s child children children's torture refugee refugees nuclear chemical"
        " biological weapons ocean sea space tax tobacco biodiversity genocide slavery labour labor maritime"
        " cluster submunition test-ban plastics antarctic rights peace trade border"
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


def others_in(text: str) -> int:
    """Return how many times a text names another instrument than ours."""
    return len(_OTHERS.findall(text)) + sum(_is_another(match) for match in _KIND.finditer(text))


def names_another(text: str) -> bool:
    """Tell whether a text names another instrument than ours."""
    return another_at(text) is not None


def another_at(text: str) -> int | None:
    """Return where a text first names another instrument than ours, or None."""
    places = [match.start() for match in _KIND.finditer(text) if _is_another(match)]
    if other := _OTHERS.search(text):
        places.append(other.start())
    return min(places, default=None)


def _is_another(match: re.Match[str]) -> bool:
    """Tell whether the word for a treaty is that of another one, by what stands before and behind it."""
    if match[0].lower() in _NEVER_OURS:
        return True
    about = _ABOUT.match(match.string, match.end())
    if about and (said := _is_about_another(about)) is not None:
        return said
    held = _BEFORE.search(match.string, max(0, match.start() - 30), match.start())
    if not held:
        return False
    word = held[1]
    folded = word.lower()
    if folded.rpartition("-")[2] in _OURS or folded in _SAYING_NOTHING:
        return False
    if word[0].isupper() and not folded.endswith(("'s", "’s")):
        return True
    return folded in _SUBJECTS


def _is_about_another(about: re.Match[str]) -> bool | None:
    """Tell whether a treaty is about another thing than mines; None if the words do not say what about."""
    how, the, word = about[1].lower(), about[2], about[3]
    folded = word.lower()
    if not _OURS.isdisjoint(folded.split("-")) or folded in ("land", "use"):
        return False
    if folded in _NOT_ABOUT or not word[0].isalpha():
        return None
    if how == "of":
        return True if word[0].isupper() and the and about.string[about.start() - 1].islower() else None
    return True if word[0].isupper() or how != "on" or the or len(folded) > 4 else None
