"""ISO 8601 dates as text: whole, to the month, to the year, or an interval of two days.

Text compares in order of time, so that no lookup pays for a date library.
"""

from __future__ import annotations

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _month_days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]


def is_day(text: str) -> bool:
    """Tell whether a text is a day that exists: `2025-06-27`."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():
        return False
    year, month, day = text[:4], text[5:7], text[8:]
    if not (year.isdigit() and month.isdigit() and day.isdigit()) or year < "1000":
        return False
    return 1 <= int(month) <= 12 and 1 <= int(day) <= _month_days(int(year), int(month))


def is_date(text: str) -> bool:
    """Tell whether a text is a day, a month, a year, or an interval `A/B` of two days in order."""
    start, slash, end = text.partition("/")
    if slash:
        return is_day(start) and is_day(end) and start < end
    if len(text) == 4:
        return is_day(text + "-01-01")
    return is_day(text + "-01") if len(text) == 7 else is_day(text)


def first(date: str) -> str:
    """Return the earliest day that a date may mean: `2025-06` gives `2025-06-01`."""
    return date if len(date) == 10 else (date.partition("/")[0] + "-01-01")[:10]


def last(date: str) -> str:
    """Return the latest day that a date may mean: `2025-06` gives `2025-06-30`."""
    if len(date) == 10:  # most are whole days
        return date
    date = date.rpartition("/")[2]
    if len(date) == 4:
        return date + "-12-31"
    if len(date) == 7:
        return f"{date}-{_month_days(int(date[:4]), int(date[5:])):02}"
    return date


def plus_months(day: str, months: int) -> str:
    """Return the same day `months` later, or the last of that month: 31 May and 6 give 30 November."""
    count = int(day[:4]) * 12 + int(day[5:7]) - 1 + months
    year, month = count // 12, count % 12 + 1
    return f"{year:04}-{month:02}-{min(int(day[8:]), _month_days(year, month)):02}"


def plus_days(day: str, days: int) -> str:
    """Return the day `days` later, or earlier where they are negative; at most the last of the year 9999."""
    year, month, left = int(day[:4]), int(day[5:7]), int(day[8:]) + days
    while left > _month_days(year, month):
        left -= _month_days(year, month)
        year, month = year + month // 12, month % 12 + 1
    while left < 1:
        year, month = year - (month == 1), (month - 2) % 12 + 1
        left += _month_days(year, month)
    return f"{year:04}-{month:02}-{left:02}" if year < 10000 else "9999-12-31"


def span(start: str, end: str) -> str:
    """Return the date that covers two days: the day itself where they are one, else an interval."""
    return start if start == end else f"{start}/{end}"


def words(date: str) -> str:
    """Return a date as people write it: `27 June 2025`, `June 2025`, `between A and B`."""
    start, slash, end = date.partition("/")
    if slash:
        return f"between {words(start)} and {words(end)}"
    parts = date.split("-")
    if len(parts) == 1:
        return date
    named = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{int(parts[2])} {named}" if len(parts) == 3 else named


def on(date: str) -> str:
    """Return a date with its preposition: `on 27 June 2025`, `in June 2025`, `between A and B`."""
    if "/" in date:
        return words(date)
    return f"{'on' if len(date) == 10 else 'in'} {words(date)}"


def a_day(date: str) -> str:
    """Return a date as it stands behind `by` or `since`: `27 June 2025`, `a day between A and B`."""
    return f"a day {words(date)}" if "/" in date else words(date)


def today() -> str:
    """Return today's date in UTC, so that one question has one answer in every time zone."""
    import time

    return time.strftime("%Y-%m-%d", time.gmtime())
