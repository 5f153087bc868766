"""Words -> the numbers and dates that they write: `one hundred and sixty-four`, `27 June 2025`.

For what a text says of the number of parties, and for what somebody asks of it.
"""

from __future__ import annotations

from treatycli import dates
from treatycli.folding import ONES, TENS
from treatycli.gloss.runs import Run, in_row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatycli.gloss.stretch import Words

    Date = tuple[int, int, str | None]
    """First and last word of a date, and the date in ISO 8601; None for one that does not exist."""

SPELT = Run(f"one|a hundred and? {'|'.join(TENS)} {'|'.join(ONES)}?")
"""A number from 120 to 199 in words."""
_MONTHS = {name.lower(): f"{number:02}" for number, name in enumerate(dates.MONTHS, 1)}
_NAMED_BY_YEAR = frozenset("ottawa anti mine landmine convention treaty accord pact ban".split())
"""What makes a year a part of a name: `the 1997 Ottawa Convention`."""


def spelt_out(said: Sequence[str]) -> int:
    """Return the number that the words of `SPELT` say."""
    (tens,) = (TENS.index(word) for word in said if word in TENS)
    return 120 + 10 * tens + (ONES.index(said[-1]) + 1 if said[-1] in ONES else 0)


def dates_in(words: Words, first: int, stop: int) -> Iterator[Date]:
    """Yield the dates from one word on and before another, as precise as they are told."""
    place = first
    while place < stop:
        date = _date_at(words, place)
        if date and date[1] < stop:
            yield date
            place = date[1]
        place += 1


def _date_at(words: Words, place: int) -> Date | None:
    last, told = _iso_at(words, place) or _worded_at(words, place) or (place, _year_at(words, place))
    if not told or _is_of_a_name(words, last + 1):
        return None
    return place, last, told if dates.is_date(told) else None


def _iso_at(words: Words, place: int) -> tuple[int, str] | None:
    """Return the last word of `2025-06-27` or `2025-06`, and the date."""
    last = place
    while last < place + 2 and _has_digits(words, last + 1, 2) and words.gap(last + 1) == "-":
        last += 1
    if last == place or not _has_digits(words, place, 4):
        return None
    return last, "-".join(words.folded[place : last + 1])


def _worded_at(words: Words, place: int) -> tuple[int, str] | None:
    """Return the last word of `27 June 2025`, `June 27, 2025` or `June 2025`, and the date."""
    day = words.folded[place] if _has_digits(words, place, 1, 2) else ""
    month = place + 1 if day else place
    if month >= len(words) or words.folded[month] not in _MONTHS or (day and not in_row(words, month)):
        return None
    year = month + 1
    if _has_digits(words, year, 1, 2) and in_row(words, year):
        day = day or words.folded[year]
        year += 1
    follows = in_row(words, year) or (year > month + 1 and words.gap(year).strip() == ",")
    if not _has_digits(words, year, 4) or not follows:
        return None
    told = f"{words.folded[year]}-{_MONTHS[words.folded[month]]}"
    return year, f"{told}-{int(day):02}" if day else told


def _year_at(words: Words, place: int) -> str:
    """Return the year that a word is, or ends with, as `1.12.2025` does, which is then no date to read."""
    word = words.folded[place]
    year = word.rpartition(".")[2]
    if len(year) != 4 or not year.isdecimal() or year[:2] not in ("19", "20"):
        return ""
    return word if "." in word or _has_digits(words, place, 4) else ""


def _has_digits(words: Words, place: int, *sizes: int) -> bool:
    """Tell whether a word is a number of so many digits as it stands: `2,014` is no year."""
    if place >= len(words) or not words.folded[place].isdecimal():
        return False
    size = len(words.folded[place])
    return size in sizes and words.end(place) - words.starts[place] == size


def _is_of_a_name(words: Words, place: int) -> bool:
    """Tell whether a word makes a name of the year before it; not behind a mark or `the`."""
    return (
        place < len(words)
        and words.folded[place] in _NAMED_BY_YEAR
        and place not in words.after_the
        and words.gap(place).isspace()
    )
