"""A text -> what it says of the number of parties or signatories: `164 States Parties`, `over 160 countries`.

Apart from the rest, because only a text with such a number pays for the patterns.
"""

from __future__ import annotations

import re

from treatycli import dates
from treatycli.gloss import elsewhere
from treatycli.gloss.lazily import compiled
from treatycli.gloss.tokens import Words
from treatycli.parties import Count
from treatycli.quantities import DATE, SPELT, iso_of, number_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = compiled(r"1(?<![\w.,/-]1)\d\d(?![\w%]|[.,]\d|[-–]\d)")
_PARTIES = r"(?:states[\s-]{1,2}parties|state parties|parties|member[\s-]states|members)"
_STATES = rf"(?:{_PARTIES}|countries|states|nations|governments)"
_AND = r"(?:,? (?:and|&) (?:territories|entities|the European Union|the EU))?"
_ARE = (
    r"(?:(?:are|were|is|have|had|has|been|become|became|now|currently|already|today|that|which|who|also|since"
    r"|formally|fully)\s{1,3}){0,4}"
)
_SO = _ARE.removesuffix("{0,4}") + "{1,4}"
_OF_TREATY = (
    r"(?:(?:the|this|that|our)\s{1,3})?"
    r"(?:(?:ottawa|1997|global|international|anti|personnel|antipersonnel|landmines?|mines?|ban)[\s-]{1,3}){0,7}?"
    r"(?:convention|treaty|pact|accord|agreement|ban)\b(?!['’])"
)
_NO_OTHER = (
    rf"(?!\s{{1,3}}(?!(?:(?:of|to|by|in)\s{{1,3}})?(?:it\b|{_OF_TREATY}))(?:of|to|by|in|the|a|an|UN|NATO)\b)"
)
"""Not joined, bound by or party to another thing: `193 states are bound by customary law`."""
_JOINED = (
    rf"(?:{_SO}(?:part(?:y|ies)\b|members\b|bound\b)"
    rf"|{_ARE}(?:joined|ratified|acceded|adhered|signed up|signed on|committed to the|consented)\b)"
    rf"{_NO_OTHER}"
)
_AFTER = compiled(
    rf"\s{{1,3}}(?:{_STATES}{_AND}\s{{1,3}}{_JOINED}"
    rf"|{_PARTIES}\s{{1,3}}(?:to|of)\s{{1,3}}(?:the|this|that|its|our)\b)",
    re.I,
)
_WITHIN = rf"(?:in|inside|within|to)\s{{1,3}}(?:it\b|{_OF_TREATY})"
_REMAIN_AFTER = compiled(
    rf"\s{{1,3}}{_STATES}{_AND}\s{{1,3}}{_ARE}(?:are|were|remain(?:ed|s)?|stay(?:ed)?|stand|belong(?:ed)?|left)\s{{1,3}}"
    rf"(?:{_ARE}(?:{_PARTIES}|party|bound)\b{_NO_OTHER}|{_WITHIN})",
    re.I,
)
"""`161 states remain in the Convention`, `164 countries that belong to it`."""
_IN_AFTER = compiled(
    rf"\s{{1,3}}{_STATES}{_AND}\s{{1,3}}{_WITHIN}(?!\s{{1,3}}(?:that|which|who|with|without|report))", re.I
)
_THERE_BEFORE = compiled(r"\bthere (?:are|were)(?: now| still| currently)?\s{1,3}$", re.I)
_MEMBERSHIP_BEFORE = compiled(
    r"\b(?:membership|number of (?:states )?(?:parties|members|member states))"
    rf"(?:\s{{1,3}}(?:of|in|to)\s{{1,3}}{_OF_TREATY})?\s{{1,3}}"
    r"(?:now |currently |still |had |has |is |was )*"
    r"(?:to|at|of|is|was|(?:stands|stood) at|(?:rose|grew|grown|fell|fallen) to|reached)\s{1,3}$",
    re.I,
)
_MEMBERS_AFTER = compiled(rf"(?:\s{{1,3}}{_STATES})?", re.I)
_HAS_AFTER = compiled(rf"\s{{1,3}}{_PARTIES}\b", re.I)
_HAS_BEFORE = compiled(
    r"(?:\bha(?:s|d|ve)|\bwith(?: its)?|\bcounts|\bnumbers|\bnow|\btotals?|\bits|\b(?:convention|treaty)['’]s"
    r"|\bbrings?(?: the)?(?: total)?(?: number of states parties)? to)\s{1,3}$",
    re.I,
)
_BY_BEFORE = compiled(
    r"(?:ratified|joined|acceded to|adopted and ratified|binding|binds|bind|accepted|embraced)"
    r"(?:\s{1,3}(?:by|on|upon))?\s{1,3}(?:a total of\s)?$",
    re.I,
)
_BY_AFTER = compiled(rf"\s{{1,3}}{_STATES}\b", re.I)
_SIGNED_AFTER = compiled(
    r"\s{1,3}(?:signatory (?:states|countries)|signatories"
    r"|(?:states|countries|nations|governments) (?:have |had )?signed(?! up| on))\b",
    re.I,
)
_SIGNED_BEFORE = compiled(r"\bsigned by\s{1,3}$", re.I)
_QUALIFIED = compiled(
    r"(?<![^\W_])(?=\S)"
    r"(?P<over>more than|over|in excess of|upwards of|beyond)?(?P<from>at least|no fewer than|no less than)?"
    r"(?P<about>about|around|some|roughly|approximately|nearly|almost|close to|near|circa)?"
    r"(?P<under>fewer than|less than|under|below)?(?P<at_most>up to|at most)?(?P<only>only)?"
    r"(?P<total>\b(?:all|the|a total of))?\s{1,3}\Z",
    re.I,
)
_OURS = compiled(r"\bottawa\s(?:convention|treaty)|\b(?:land)?mines?\b|\bapmbc\b|\bmine[\s-]ban\b", re.I)
_PLAUSIBLE = range(150, 168)
"""What the Convention has had since 2006; the treaties named beside it have fewer or more."""
_HAD = range(40, 169)
"""What it may ever have had; another number is that of another treaty, if ours is not said to have it."""
_MEMBERS = compiled(r"\bmembers?\b", re.I)
_SUBJECT = compiled(r"\b(?:convention|treaty|pact|accord|ban|membership|regime|apmbc|it)\b", re.I)
"""What may have members beside a body: `Interpol has 196 members`."""
_BODY = compiled(
    r"\b(?!APMBC)[A-Z]{2,6}\b"
    r"|\b(?:United Nations|Union|Council|Organi[sz]ation|Assembly|Court|Commonwealth)\b"
)
_HOPED = compiled(
    r"\b(?:may|might|could|would|should|is to|are to|aims?|goal|target|hopes?|dreams?)\b[\w ]{0,50}\Z", re.I
)
"""What makes a number one that is not yet."""
_CORRECTED = compiled(
    r"[^.!?;]{0,80}[.;]\s(?:but |in fact |in truth )?(?:it|there|they|the (?:convention|treaty))"
    r" (?:has|have|are|is|had|counts)(?: only| just| in fact)? 1\d\d(?! signator)\b",
    re.I,
)
"""How the next sentence gives another number."""
_OF_OURS = compiled(rf"\s*(?:(?:of|to|in)\s+)?{_OF_TREATY}", re.I)
_LOST = compiled(r"\b(?:lost|loses|lose|losing|shed)\b[\w ]{0,20}\Z", re.I)
"""What makes a number that of before: `has lost five of its 166 parties`."""
_THE_TREATY = compiled(r"\b(?:the|this) (?:convention|treaty|ban|pact|accord)\b", re.I)
_WHEN = (
    r"(?:(?:in|on|by|as of|since|from|during|throughout|until|between|(?:at|by|towards) the end of)\s+)"
    r"(?:the (?:year|spring|summer|autumn|end) (?:of )?)?(?:early|mid|late)?[ -]?"
)
_LEADS = compiled(rf"\s*(?:and |but |yet )?{_WHEN}\Z", re.I)
"""What stands between the start of a sentence and the date that is that of all it says."""
_FOLLOWS = compiled(rf"[\w ]{{0,40}}?\b{_WHEN}\Z", re.I)
"""What stands between a count and the date that is its own."""
_VAGUE = compiled(
    r"\b(?:ago|peak|at the time|back then|then had|height|largest|once had|used to|last year|next year)\b",
    re.I,
)
_TURN = compiled(
    r"\b(?:before|until|till|prior to|ahead of|after|when|while|as long as|by the time|by then|earlier"
    r"|back)\b",
    re.I,
)
_PAST = compiled(r"\b(?:had|was|were|counted|numbered|stood|reached|belonged|remained)\b", re.I)
"""Of a time gone by that is no date: any number that there ever was may be right."""
_STARTS, _ENDS = compiled(r"[.!?;:]\s|\n"), compiled(r"[.!?;]\s|\n\s*\n")


def counts_in(text: str) -> Iterator[tuple[int, int, Count]]:
    """Yield what a text says of the number of parties or signatories, with where.

    Only statements about the whole: `164 States Parties to the Convention`, `over 160 countries have
    joined`; not `100 States Parties reported`. Another treaty's name close by speaks against it.
    """
    numbers = list(_DIGITS.finditer(text))
    if "hundred" in text.lower():
        numbers = sorted([*numbers, *SPELT.finditer(text)], key=lambda match: match.start())
    for match in numbers:
        number = number_of(match)
        before = text[max(0, match.start() - 60) : match.start()]
        after = text[match.end() : match.end() + 120]
        how, lead = _qualified(before)
        if how is None or _LOST.search(lead) or _HOPED.search(lead) or _CORRECTED.match(text, match.end()):
            continue
        kind, length = _stated(lead, after)
        if kind is None:
            continue
        start, end = match.start(), match.end() + length
        start -= len(before) - len(lead) if how == "under" else 0
        if not _is_ours(text, start, end, number):
            continue
        is_told, when = _when(text, start, end)
        is_past = when is None and number in _HAD and kind == "parties"
        if is_told and not (is_past and _PAST.search(before[-12:] + text[start:end])):
            yield start, end, Count(kind, number, how, when)


def _when(text: str, start: int, end: int) -> tuple[bool, str | None]:
    """Return whether a sentence tells of which time its count is, and the date; None: of no certain one.

    A date that leads the sentence or follows the count is the count's. With any other date, or a time that
    is no date (`ten years ago`), nothing can be said of the number.
    """
    before, after = _around(text, start, end, 160)
    if _VAGUE.search(before) or _VAGUE.search(after):
        return False, None
    if (_TURN.search(before) or _TURN.search(after)) and _PAST.search(before[-40:] + text[start:end]):
        return False, None
    days_told = [*DATE.finditer(before), *DATE.finditer(after)]
    if not days_told:
        return True, None
    own = days_told[0]
    place = own.string[: own.start()]
    if not (_LEADS.match(place) if own.string is before else _FOLLOWS.match(place)):
        return False, None
    days = [iso_of(match) for match in days_told]
    if len(days_told) == 1:
        return days[0] is not None, days[0]
    joint = own.string[own.end() : days_told[1].start()]
    if (
        len(days_told) > 2
        or not re.fullmatch(r"\s*(?:and|to|until|[-–])\s*", joint)
        or not (days[0] and days[1])
    ):
        return False, None
    return True, f"{dates.first(days[0])}/{dates.last(days[1])}"


def _qualified(before: str) -> tuple[str | None, str]:
    """Return how a number is meant, and the text before that; None where it cannot be judged."""
    match = _QUALIFIED.search(before, max(0, len(before) - 22))
    if match is None:
        return "exact", before
    for how in ("over", "from", "about", "under"):
        if match[how]:
            return how, before[: match.start()]
    return (None, "") if match["at_most"] else ("exact", before[: match.start()])


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
    remain = _REMAIN_AFTER.match(after) or (_THERE_BEFORE.search(lead) and _IN_AFTER.match(after))
    if remain:
        return "parties", remain.end()
    if _MEMBERSHIP_BEFORE.search(lead) and (members := _MEMBERS_AFTER.match(after)):
        return "parties", members.end()
    has = _HAS_AFTER.match(after)
    if has and _HAS_BEFORE.search(lead):
        return "parties", has.end()
    if states and _BY_BEFORE.search(lead):
        return "parties", states.end()
    return None, 0


def _is_ours(text: str, start: int, end: int, number: int) -> bool:
    """Tell whether a count is of our treaty: named in the paragraph, or before as what `the treaty` means.

    Looks at most 250 characters before and 120 behind it in its paragraph, else 1,500 before. Where
    another treaty is named in another sentence, ours must be named in that of the count, or mines much
    oftener than it, and the number be one that ours may have.
    """
    behind = text[end : end + 120].partition("\n\n")[0]
    near = text[max(0, start - 250) : start].rpartition("\n\n")[2] + text[start:end] + behind
    before = text[max(0, start - 1_500) : start]
    own = _sentence(text, start, end)
    if _names_another(own):
        return False
    lead = own[: own.find(text[start:end])]
    if number not in _HAD and not (
        _names_ours(lead) or _names_ours(re.split(r"[,;]", text[start : end + 40])[0])
    ):
        return False
    if _MEMBERS.search(text[start:end]) and not (_is_said_of_ours(lead) or _OF_OURS.match(text, end)):
        return False
    if not _names_another(near):
        if _OURS.search(near):
            return True
        if not _OURS.search(before):
            return False
        if not _names_another(before):
            return number in _PLAUSIBLE or _THE_TREATY.search(near) is not None
    elif _names_ours(own):
        return True
    if number not in _PLAUSIBLE or not _THE_TREATY.search(own):
        return False
    return len(_OURS.findall(before)) >= 2 * _others_in(before)


def _names_ours(text: str) -> bool:
    words = Words(text, frozenset)
    return elsewhere.names_ours(words, 0, len(words))


def _names_another(text: str) -> bool:
    words = Words(text, frozenset)
    return elsewhere.names_another(words, 0, len(words))


def _others_in(text: str) -> int:
    words = Words(text, frozenset)
    return elsewhere.others_in(words, 0, len(words))


def _is_said_of_ours(lead: str) -> bool:
    """Tell whether what is named last before a number of members is a treaty, and not a body."""
    named = [match.end() for match in _SUBJECT.finditer(lead)]
    return bool(named) and not _BODY.search(lead, named[-1])


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a stretch of text, at most 250 characters before it and 120 behind."""
    before, after = _around(text, start, end, 250)
    return before + text[start:end] + after


def _around(text: str, start: int, end: int, most: int) -> tuple[str, str]:
    """Return what stands before a stretch in its sentence, at most so many characters, and 120 behind it."""
    before, after = text[max(0, start - most) : start], text[end : end + 120]
    starts = [match.end() for match in _STARTS.finditer(before)]
    ends = _ENDS.search(after)
    return before[starts[-1] if starts else 0 :], after[: ends.start()] if ends else after
