"""A sentence with a count in it -> the time that the count is of: `In 2012 the treaty had 159 parties`."""

from __future__ import annotations

from treatycli import dates
from treatycli.gloss.figures import dates_in
from treatycli.gloss.runs import Run, in_row, row_before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.gloss.figures import Date
    from treatycli.gloss.stretch import Words

_WHEN = (
    "in|on|by|as_of|since|from|during|throughout|until|between|at_end_of|towards_end_of"
    " year|spring|summer|autumn|end? of? early|mid|late?"
)
_LEADS = Run(f"and|but|yet? {_WHEN}")
"""What stands between the start of a sentence and the date that is that of all it says."""
_FOLLOWS = Run(_WHEN)
"""What stands before a date that is that of the count before it."""
_VAGUE = Run(
    "ago|peak|back_then|then_had|height|largest|once_had|used_to|last_year|next_year",
    "at time",
)
_TURN = Run(
    "before|until|till|prior_to|ahead_of|after|when|while|as_long_as|by_time|by_then|earlier|back",
)
"""What tells of a time that is no date; with the past tense nothing can be said of the number."""
_PAST = frozenset(("had", "was", "were", "counted", "numbered", "stood", "reached", "belonged", "remained"))
"""Of a time gone by that is no date: any number that there ever was may be right."""
_JOINTS = frozenset(("and", "to", "until"))
"""What stands between the two dates of an interval."""
_BEFORE, _BEHIND, _BETWEEN = 27, 20, 12
"""How many words before and behind a count are looked at, and how many there are between it and its date."""


def is_past(words: Words, first: int, last: int, most: int) -> bool:
    """Tell whether a count is told of a time gone by, by itself or so many words before it."""
    start = words.sentence(first, most).start
    return not _PAST.isdisjoint(words.folded[start : last + 1])


def time_of(words: Words, first: int, last: int) -> tuple[bool, str | None]:
    """Return whether a sentence tells of which time its count is, and the date; None: of no certain one.

    A date that leads the sentence or follows the count is the count's. With any other date, or a time that
    is no date (`ten years ago`), nothing can be said of the number.
    """
    start, stop = words.sentence(first, _BEFORE).start, words.sentence(last, _BEHIND).stop
    before, behind = words.folded[start:first], words.folded[last + 1 : stop]
    if _VAGUE.found(before) or _VAGUE.found(behind):
        return False, None
    if (_TURN.found(before) or _TURN.found(behind)) and is_past(words, first, last, 7):
        return False, None
    told = [*dates_in(words, start, first), *dates_in(words, last + 1, stop)]
    if not told:
        return True, None
    if not (_is_led(words, start, told[0]) if told[0][0] < first else _is_followed(words, last, told[0])):
        return False, None
    days = [day for _, _, day in told if day]
    if len(told) != len(days) or len(days) > 2 or (len(days) == 2 and not _are_joint(words, *told)):
        return False, None
    return True, days[0] if len(days) == 1 else f"{dates.first(days[0])}/{dates.last(days[1])}"


def _is_led(words: Words, start: int, date: Date) -> bool:
    """Tell whether a date leads the sentence that starts at a word."""
    said = row_before(words, date[0], date[0] - start)
    return _has_no_article(words, date) and start + len(said) == date[0] and _LEADS.ahead(said) == len(said)


def _is_followed(words: Words, last: int, date: Date) -> bool:
    """Tell whether a date stands behind a count, without a mark between them."""
    between = date[0] - last - 1
    said = row_before(words, date[0], between) if between <= _BETWEEN else []
    is_in_row = len(said) == between and in_row(words, last + 1)
    return _has_no_article(words, date) and is_in_row and _FOLLOWS.behind(said) is not None


def _has_no_article(words: Words, date: Date) -> bool:
    """Tell whether a date is no part of a name: `in the 2014 report`."""
    return date[0] not in words.after_the


def _are_joint(words: Words, one: Date, other: Date) -> bool:
    """Tell whether two dates are one interval: `from 2018 to 2025`, `2018-2025`."""
    between = words.folded[one[1] + 1 : other[0]]
    if not between:
        return words.gap(other[0]).strip() in ("-", "–")
    said = row_before(words, other[0], 1)
    return len(between) == 1 and said == between and between[0] in _JOINTS and in_row(words, one[1] + 1)
