"""A number or a day in a cue -> each way to write it: `68`, `sixty_eight`; `27_june`, `june_27`.

Needed only where the forms are compiled.
"""

from __future__ import annotations

from treatycli.dates import MONTHS
from treatycli.folding import NUMERALS, TENS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = frozenset(month.lower() for month in MONTHS)


def ways_of(choice: str) -> Iterator[str]:
    """Yield each way to write a choice of a cue, as it stands first."""
    yield choice
    if choice.isdecimal():
        yield from _numerals(int(choice))
    day, _, month = choice.lower().partition("_")
    if day.isdecimal() and month in _MONTHS:
        for number in (day, day + _ending(int(day))):
            yield from (f"{number}_{month}", f"{number}_of_{month}", f"{month}_{number}")


def _ending(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _numerals(number: int) -> Iterator[str]:
    """Yield a number in words, one to 999 and whole thousands: `one_hundred_and_ten`, `a_hundred_ten`."""
    hundreds, below = divmod(number, 100)
    small = _below_hundred(below)
    if number and number % 1000 == 0:
        yield from (f"{thousands}_thousand" for thousands in _numerals(number // 1000))
    elif 0 < hundreds < 10:
        for one in (NUMERALS[hundreds - 1], *("a",) * (hundreds == 1)):
            yield from (f"{one}_hundred{joint}{small}" for joint in (("_and_", "_") if below else ("",)))
    elif not hundreds and below:
        yield small


def _below_hundred(number: int) -> str:
    if number < 20:
        return NUMERALS[number - 1] if number else ""
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"_{NUMERALS[ones - 1]}" if ones else "")
