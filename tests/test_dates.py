"""Dates as text: which exist, what a partial one may mean, months and days ahead, and how they are said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from conftest import run
from hypothesis import given
from hypothesis import strategies as st

from treatycli import dates

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31))


@given(DAYS)
def test_every_day_of_the_calendar_is_one_and_its_parts_are_dates(day):
    text = day.isoformat()
    assert dates.is_day(text)
    assert all(dates.is_date(part) for part in (text, text[:7], text[:4]))
    assert (dates.first(text), dates.last(text)) == (text, text)


@pytest.mark.parametrize(
    "text",
    [
        "", "2025", "2025-06", "2025-6-27", "2025-06-27 ", "2025/06/27", "2025-06/27", "2025-00-10", "2025-13-10",
        "2025-06-00", "2025-06-31", "2025-02-29", "1900-02-29", "2100-02-29", "2025-01-32", "0999-12-31", "99-01-01",
        "２０２５-06-27", "2025-0x-27", "202x-06-27", "2025-06-2x", "2025-06-27T00", "2025-06-٢٧", "20250627--",
        "2025-06-027", "2025-006-27", "02025-06-27", "2025x06-27", "2025-06x27", "2025+06-27", "2025-06+27", "2025 06-27", "2025-06 27",
    ],
)  # fmt: skip
def test_what_is_no_day(text):
    assert not dates.is_day(text)


@pytest.mark.parametrize(
    "text", ["2024-02-29", "2000-02-29", "1000-01-01", "2025-01-31", "2025-12-31", "2025-04-30", "2025-02-28"]
)
def test_the_last_days_of_months_exist(text):
    assert dates.is_day(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2025", True), ("2025-06", True), ("2025-06-27", True), ("2026-02-04/2026-11-23", True),
        ("2025-06-27/2025-06-28", True), ("2025-06-27/2025-06-27", False), ("2025-06-28/2025-06-27", False),
        ("2025-06/2025-07", False), ("2025-06-27/", False), ("/2025-06-27", False), ("2025-06-27/2025-07", False),
        ("2025-13", False), ("2025-00", False), ("202", False), ("20255", False), ("", False), ("0999", False),
        ("abcd", False), ("2025-6", False), ("2025-06-27/2025-06-28/2025-06-29", False),
    ],
)  # fmt: skip
def test_a_date_is_a_day_a_month_a_year_or_two_days_in_order(text, is_one):
    assert dates.is_date(text) is is_one


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"), ("2025-06", "2025-06-01", "2025-06-30"),
        ("2025-07", "2025-07-01", "2025-07-31"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"), ("2000-02", "2000-02-01", "2000-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"), ("2025-12", "2025-12-01", "2025-12-31"),
        ("2026-02-04/2026-11-23", "2026-02-04", "2026-11-23"),
    ],
)  # fmt: skip
def test_the_first_and_last_day_that_a_date_may_mean(text, first, last):
    assert (dates.first(text), dates.last(text)) == (first, last)


@pytest.mark.parametrize("month", range(1, 13))
def test_the_last_day_of_a_month_is_the_day_before_the_next(month):
    for year in (1900, 2000, 2023, 2024):
        following = date(year + month // 12, month % 12 + 1, 1)
        assert dates.last(f"{year}-{month:02}") == (following - timedelta(1)).isoformat()


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2025-06-27", 6, "2025-12-27"), ("2025-05-31", 6, "2025-11-30"), ("2025-08-31", 6, "2026-02-28"),
        ("2023-08-31", 6, "2024-02-29"), ("2023-08-29", 6, "2024-02-29"), ("2024-02-29", 6, "2024-08-29"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2025-12-01", 1, "2026-01-01"),
        ("2025-12-31", 0, "2025-12-31"), ("2025-11-30", 1, "2025-12-30"), ("2025-01-30", 1, "2025-02-28"),
        ("2025-01-15", 12, "2026-01-15"), ("2025-01-15", 11, "2025-12-15"), ("1999-03-01", 120, "2009-03-01"),
    ],
)  # fmt: skip
def test_months_ahead_keep_the_day_or_end_with_the_month(day, months, later):
    assert dates.plus_months(day, months) == later


@given(DAYS, st.integers(0, 600))
def test_months_ahead_land_in_the_right_month(day, months):
    later = dates.plus_months(day.isoformat(), months)
    assert dates.is_day(later)
    assert int(later[:4]) * 12 + int(later[5:7]) == day.year * 12 + day.month + months
    assert int(later[8:]) <= day.day


@given(DAYS, st.integers(-400, 400))
def test_days_ahead_are_those_of_the_calendar(day, count):
    assert dates.plus_days(day.isoformat(), count) == (day + timedelta(count)).isoformat()


def test_the_calendar_ends_and_so_does_counting():
    assert dates.plus_days("9999-12-30", 1) == "9999-12-31"
    assert dates.plus_days("9999-12-31", 1) == "9999-12-31"
    assert dates.plus_days("9999-12-31", 400) == "9999-12-31"
    assert dates.plus_days("9999-01-01", 1) == "9999-01-02"


def test_two_days_span_an_interval_or_one_day():
    assert dates.span("2025-06-01", "2025-06-01") == "2025-06-01"
    assert dates.span("2025-06-01", "2025-07-01") == "2025-06-01/2025-07-01"


@pytest.mark.parametrize(
    ("date_", "said"),
    [
        ("2025", "2025"), ("2025-06", "June 2025"), ("2025-06-07", "7 June 2025"), ("2025-12-31", "31 December 2025"),
        ("2025-01", "January 2025"), ("2026-02-04/2026-11-23", "between 4 February 2026 and 23 November 2026"),
    ],
)  # fmt: skip
def test_a_date_in_words(date_, said):
    assert dates.words(date_) == said


@pytest.mark.parametrize(
    ("date_", "on", "by"),
    [
        ("2025", "in 2025", "2025"), ("2025-06", "in June 2025", "June 2025"),
        ("2025-06-07", "on 7 June 2025", "7 June 2025"),
        ("2026-02-04/2026-11-23", "between 4 February 2026 and 23 November 2026",
         "a day between 4 February 2026 and 23 November 2026"),
    ],
)  # fmt: skip
def test_a_date_in_a_sentence(date_, on, by):
    assert (dates.on(date_), dates.a_day(date_)) == (on, by)


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("2005", "for the end of 2005 write 2005-12-31"),
        ("2004-02", "for the end of February 2004 write 2004-02-29"),
        ("2005-13", "write it as 2025-06-27"),
    ],
)
def test_a_year_or_month_for_a_day_is_refused_with_its_last_day(typed, advice):
    ran = run("countries", "--as-of", typed)
    assert ran.status == 2
    assert f"{typed!r} is not a day; {advice}" in ran.err


def test_today_is_the_day_in_utc(monkeypatch):
    import time

    monkeypatch.setattr(time, "gmtime", lambda: time.struct_time((2031, 2, 3, 23, 59, 59, 0, 34, 0)))
    assert dates.today() == "2031-02-03"
