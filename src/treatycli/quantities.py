"""The words of somebody who asks -> the number of parties or signatories that they mean: `is 164 right`.

How a number and its date are written is here too, for `gloss/numbers.py`, which reads texts about anything.
"""

from __future__ import annotations

import re

from treatycli import dates
from treatycli.folding import NUMERALS, TENS, fold
from treatycli.parties import Count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_ONES = NUMERALS[:9]
SPELT = re.compile(
    rf"(?<![\w.,/-])(?:one|a)[ -]hundred(?: and)?[ -](?P<tens>{'|'.join(TENS)})"
    rf"(?:[ -](?P<ones>{'|'.join(_ONES)}))?\b",
    re.I,
)
_MONTHS = "|".join(dates.MONTHS)
DATE = re.compile(
    rf"\b(?:(?P<iso>\d{{4}}-\d\d(?:-\d\d)?)|(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{_MONTHS})"
    rf"(?:\s+(?P<second>\d{{1,2}}),?)?\s+(?P<in>\d{{4}})|(?P<year>(?:19|20)\d\d))\b"
    r"(?!\s(?:ottawa|anti|mine|landmine|convention|treaty|accord|pact|ban)\b)",
    re.I,
)
_TREATIES = {
    "CCW-AP2": r"(?:ccw )?amended protocol (?:ii|2)|ccw ap2",
    "CCW-P5": r"(?:ccw )?protocol (?:v|5)|ccw p5",
    "CCM": r"(?:convention on )?cluster (?:munitions?|bombs?)(?: (?:convention|treaty|ban))?|ccm",
    "CCW": r"(?:convention on )?certain conventional weapons(?: convention)?|ccw",
    "ATT": r"arms trade treaty|att",
    "APMBC": r"(?:ottawa|(?:anti ?personnel )?(?:land)?mine(?:s| ban)?) (?:convention|treaty)|apmbc|ottawa",
}
"""How the treaties are called where nothing else is said, the longer names first."""
_HOWS = {
    "over": "more than|over|in excess of|upwards of",
    "from": "at least|no fewer than|no less than",
    "about": "about|around|some|roughly|approximately|nearly|almost|close to",
}
_NAMED = frozenset(
    (
        "ccw protocol amended cluster ccm certain conventional arms att ottawa mine mines landmine landmines"
        " apmbc"
    ).split()
)
_QUALIFIED = frozenset(
    (
        "more over excess upwards least fewer less about around some roughly approximately nearly almost"
        " close"
    ).split()
)
"""Words of which a name of a treaty, or what qualifies a number, has one."""
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
    typed, when = _dated(text)
    said, treaty = _without(fold(typed), _TREATIES, _NAMED)
    said, how = _without(said, _HOWS, _QUALIFIED)
    written = SPELT.search(said)
    if written:
        said = f"{said[: written.start()]} {number_of(written)} {said[written.end() :]}"
    words = said.split()
    kind = next((kind for kind, names in _KINDS.items() if names.intersection(words)), "parties")
    if kind in ("exits", "notices"):
        words = [str(NUMERALS.index(word) + 1) if word in NUMERALS else word for word in words]
    numbers = [word for word in words if _IS_COUNT.fullmatch(word)]
    others = {word for word in words if word not in numbers}
    if len(numbers) != 1 or others - _SAID.union(*_KINDS.values()):
        return None
    return Count(kind, int(numbers[0]), how or "exact", when), treaty


_IS_COUNT = re.compile(r"[1-9]\d{0,2}")


def _dated(text: str) -> tuple[str, str | None]:
    """Return a text without its date, and the date (ISO 8601, as precise as told); None if none or two."""
    matches = list(DATE.finditer(text))
    if len(matches) != 1:
        return text, None
    match = matches[0]
    when = iso_of(match)
    if when is None:
        return text, None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    ended = re.sub(r"\b(?:at|by) the end of\s+$", " ", rest[: match.start()])
    return ended + rest[match.start() :], dates.last(when) if len(ended) != match.start() else when


def iso_of(match: re.Match[str]) -> str | None:
    """Return a date as ISO 8601, as precise as it is told; None if it does not exist."""
    when: str = match["iso"] or match["year"] or ""
    if match["month"]:
        month = next(i for i, name in enumerate(dates.MONTHS, 1) if name.lower() == match["month"].lower())
        day = match["day"] or match["second"]
        when = f"{match['in']}-{month:02}" + (f"-{int(day):02}" if day else "")
    return when if dates.is_date(when) else None


def _without(text: str, patterns: Mapping[str, str], begun: frozenset[str]) -> tuple[str, str | None]:
    """Return a folded text without the first of the patterns that it holds, and which that is.

    `begun` are the words without one of which none of them can match: most texts need not try them.
    """
    for key, pattern in patterns.items() if not begun.isdisjoint(text.split()) else ():
        rest, count = re.subn(rf"\b(?:{pattern})\b", " ", text)
        if count:
            return rest, key
    return text, None


def number_of(match: re.Match[str]) -> int:
    """Return the number that was found, in digits or by `SPELT`."""
    if match.re is not SPELT:
        return int(match[0])
    ones = _ONES.index(match["ones"].lower()) + 1 if match["ones"] else 0
    return 120 + 10 * TENS.index(match["tens"].lower()) + ones
