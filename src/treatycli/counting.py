"""A text -> what it says of the number of parties or signatories: `164 States Parties`, `over 160 countries`.

Apart from `parties.py`, which judges it, because only a text with such a number pays for the patterns.
"""

from __future__ import annotations

import re

from treatycli.parties import Count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_TENS = {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "twenty": 20,
}
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_DIGITS = re.compile(r"1(?<![\w.,/-]1)\d\d(?![\w%]|[.,]\d|[-–]\d)")
_SPELT = re.compile(
    rf"(?<![\w.,/-])(?:one|a)[ -]hundred(?: and)?[ -](?P<tens>{'|'.join(_TENS)})"
    rf"(?:[ -](?P<ones>{'|'.join(_ONES)}))?\b",
    re.I,
)
_PARTIES = r"(?:states[\s-]{1,2}parties|state parties|parties|member[\s-]states|members)"
_STATES = rf"(?:{_PARTIES}|countries|states|nations|governments)"
_AND = r"(?:,? (?:and|&) (?:territories|entities|the European Union|the EU))?"
_ARE = (
    r"(?:(?:are|were|is|have|had|has|been|become|became|now|currently|already|today|that|which|who|also|since"
    r"|formally|fully)\s{1,3}){0,4}"
)
_SO = _ARE.removesuffix("{0,4}") + "{1,4}"
_JOINED = (
    rf"(?:{_SO}(?:part(?:y|ies)\b|members\b|bound\b)"
    rf"|{_ARE}(?:joined|ratified|acceded|adhered|signed up|signed on|committed to the|consented))"
)
_AFTER = re.compile(
    rf"\s{{1,3}}(?:{_STATES}{_AND}\s{{1,3}}{_JOINED}"
    rf"|{_PARTIES}\s{{1,3}}(?:to|of)\s{{1,3}}(?:the|this|that|its|our)\b)",
    re.I,
)
_HAS_AFTER = re.compile(rf"\s{{1,3}}{_PARTIES}\b", re.I)
_HAS_BEFORE = re.compile(
    r"(?:\bha(?:s|d|ve)|\bwith(?: its)?|\bcounts|\bnumbers|\bnow|\btotals?|\bits|\b(?:convention|treaty)['’]s"
    r"|\bbrings?(?: the)?(?: total)?(?: number of states parties)? to)\s{1,3}$",
    re.I,
)
_BY_BEFORE = re.compile(
    r"(?:ratified|joined|acceded to|adopted and ratified|binding|binds|bind|accepted|embraced)"
    r"(?:\s{1,3}(?:by|on|upon))?\s{1,3}(?:a total of\s)?$",
    re.I,
)
_BY_AFTER = re.compile(rf"\s{{1,3}}{_STATES}\b", re.I)
_SIGNED_AFTER = re.compile(
    r"\s{1,3}(?:signatory (?:states|countries)|signatories"
    r"|(?:states|countries|nations|governments) (?:have |had )?signed(?! up| on))\b",
    re.I,
)
_SIGNED_BEFORE = re.compile(r"\bsigned by\s{1,3}$", re.I)
_QUALIFIED = re.compile(
    r"(?<![^\W_])(?=\S)"
    r"(?P<over>more than|over|in excess of|upwards of|beyond)?(?P<from>at least|no fewer than|no less than)?"
    r"(?P<about>about|around|some|roughly|approximately|nearly|almost|close to|near|circa)?"
    r"(?P<under>fewer than|less than|under|up to|only)?(?P<total>\b(?:all|the|a total of))?\s{1,3}\Z",
    re.I,
)
_OURS = re.compile(r"\bottawa (?:convention|treaty)|\b(?:land)?mines?\b|\bapmbc\b|\bmine[- ]ban\b", re.I)
_OTHERS = re.compile(
    r"cluster|disabilit|certain conventional|arms trade|nuclear|proliferation|chemical|biological"
    r"|climate|\bparis\b|\brome\b|geneva conventions|\bccm\b|\bccw\b|\bcrpd\b|\bnpt\b|\brefugee|\btorture"
    r"|protocol|law of the sea|\bUN member",
    re.I,
)
_YEAR = re.compile(
    r"\b(?:in|by|by the end of|during|as of)\s{1,3}(?:[A-Z][a-z]{2,8}\s{1,3})?((?:19|20)\d\d)\b", re.I
)


def counts_in(text: str) -> Iterator[tuple[int, int, Count]]:
    """Yield what a text says of the number of parties or signatories, with where.

    Only statements about the whole: `164 States Parties to the Convention`, `over 160 countries have
    joined`; not `100 States Parties reported`. Another treaty's name close by speaks against it.
    """
    numbers = list(_DIGITS.finditer(text))
    if "hundred" in text.lower():
        numbers = sorted([*numbers, *_SPELT.finditer(text)], key=lambda match: match.start())
    for match in numbers:
        before, after = (
            text[max(0, match.start() - 60) : match.start()],
            text[match.end() : match.end() + 120],
        )
        how, lead = _qualified(before)
        if how is None:
            continue
        kind, length = _stated(lead, after)
        if kind is None:
            continue
        start, end = match.start(), match.end() + length
        around = _around(text, start, end)
        if not _OURS.search(around) or _OTHERS.search(around):
            continue
        years = {
            year[1] for year in _YEAR.finditer(text[max(0, start - 60) : start] + "\0" + text[end : end + 40])
        }
        yield start, end, Count(kind, _number(match), how, years.pop() if len(years) == 1 else None)


def _qualified(before: str) -> tuple[str | None, str]:
    """Return how a number is meant, and the text before that; None where it cannot be judged."""
    match = _QUALIFIED.search(before, max(0, len(before) - 22))
    if match is None:
        return "exact", before
    for how in ("over", "from", "about"):
        if match[how]:
            return how, before[: match.start()]
    return (None, "") if match["under"] else ("exact", before[: match.start()])


def _stated(lead: str, after: str) -> tuple[str | None, int]:
    """Return what is counted, and how many characters behind the number say so."""
    signed = _SIGNED_AFTER.match(after)
    if signed:
        return "signatories", signed.end()
    states = _BY_AFTER.match(after)
    if states and _SIGNED_BEFORE.search(lead):
        return "signatories", states.end()
    stated = _AFTER.match(after)
    if stated:
        return "parties", stated.end()
    has = _HAS_AFTER.match(after)
    if has and _HAS_BEFORE.search(lead):
        return "parties", has.end()
    if states and _BY_BEFORE.search(lead):
        return "parties", states.end()
    return None, 0


def _around(text: str, start: int, end: int) -> str:
    """Return the paragraph around a place, at most 250 characters before and 120 behind it."""
    before = text[max(0, start - 250) : start].rpartition("\n\n")[2]
    return before + text[start:end] + text[end : end + 120].partition("\n\n")[0]


def _number(match: re.Match[str]) -> int:
    if match.re is _DIGITS:
        return int(match[0])
    ones = _ONES.index(match["ones"].lower()) + 1 if match["ones"] else 0
    return 100 + _TENS[match["tens"].lower()] + ones
