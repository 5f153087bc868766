"""The words of somebody who asks -> the number of parties or signatories that they mean: `is 164 right`."""

from __future__ import annotations

from treatycli import dates
from treatycli.folding import NUMERALS
from treatycli.gloss.figures import SPELT, dates_in, spelt_out
from treatycli.gloss.runs import Run
from treatycli.gloss.stretch import Words
from treatycli.parties import Count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_TREATIES = {
    "CCW-AP2": Run("ccw? amended_protocol ii|2", "ccw_ap2"),
    "CCW-P5": Run("ccw? protocol v|5", "ccw_p5"),
    "CCM": Run("cluster munition|munitions|bomb|bombs convention|treaty|ban?", "ccm"),
    "CCW": Run("certain_conventional_weapons", "ccw"),
    "ATT": Run("arms_trade_treaty", "att"),
    "APMBC": Run(
        "anti_personnel|antipersonnel? mine|mines|mine_ban|landmine|landmines|landmine_ban convention|treaty",
        "ottawa|apmbc",
    ),
}
"""How the treaties are called where nothing else is said, the longer names first."""
_HOWS = {
    "over": Run("more_than|over|in_excess_of|upwards_of"),
    "from": Run("at_least|no_fewer_than|no_less_than"),
    "about": Run("about|around|some|roughly|approximately|nearly|almost|close_to"),
}
_AT_THE_END = Run("at|by end_of")
_KINDS = {
    "signatories": frozenset(("signatories", "signatory", "signed")),
    "exits": frozenset("left exited quit withdrew withdrawn departed".split()),
    "notices": frozenset("leave leaving withdrawals exits".split()),
    "consents": frozenset(
        "instruments instrument ratifications ratified accessions acceded joined deposited".split()
    ),
    "parties": frozenset(("parties", "party", "members", "member", "bound")),
}
_SAID = frozenset(
    (
        "a an all and are as at been by claim claims convention correct count countries country currently far"
        " figure had has have in is it its nations now number of on only right said says so state states"
        " still that there they this to today total treaty true was were whether with"
    ).split()
)
"""Words that say nothing more than that there are so many."""


def count_meant(text: str) -> tuple[Count, str | None] | None:
    """Return the count that a claim states, and the treaty if it names one; None if it says anything else.

    For the words of somebody who asks whether a count is right, with the treaty as the topic: `164
    parties`, `is 164 right`, `six states have left`. Every word must be understood, so that `22 NATO
    states` or `six states use mines` is no count.
    """
    if "%" in text:
        return None
    said, when = _dated(Words(text, frozenset))
    said, treaty = _without(said, _TREATIES)
    said, how = _without(said, _HOWS)
    for place, count in list(SPELT.places(said))[:1]:
        said[place : place + count] = [str(spelt_out(said[place : place + count]))]
    kind = next((kind for kind, names in _KINDS.items() if names.intersection(said)), "parties")
    if kind in ("exits", "notices"):
        said = [str(NUMERALS.index(word) + 1) if word in NUMERALS else word for word in said]
    numbers = [word for word in said if _is_count(word)]
    others = {word for word in said if word not in numbers}
    if len(numbers) != 1 or others - _SAID.union(*_KINDS.values()):
        return None
    return Count(kind, int(numbers[0]), how or "exact", when), treaty


def _is_count(word: str) -> bool:
    return word.isdecimal() and len(word) <= 3 and word[0] != "0"


def _dated(words: Words) -> tuple[list[str], str | None]:
    """Return words without their date, and the date (ISO 8601, as precise as told), if it is the only one."""
    told = list(dates_in(words, 0, len(words)))
    first, last, when = told[0] if len(told) == 1 else (0, 0, None)
    if when is None:
        return words.folded, None
    before, behind = words.folded[:first], words.folded[last + 1 :]
    ended = _AT_THE_END.behind(before)
    return (before[:-ended] + behind, dates.last(when)) if ended else (before + behind, when)


def _without(said: list[str], rules: Mapping[str, Run]) -> tuple[list[str], str | None]:
    """Return words without the first of the rules that they hold, wherever it stands, and which that is."""
    for key, rule in rules.items():
        held = list(rule.places(said))
        if held:
            inside = {i for place, count in held for i in range(place, place + count)}
            return [word for i, word in enumerate(said) if i not in inside], key
    return said, None
