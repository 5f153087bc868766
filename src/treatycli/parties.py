"""How many states a treaty had on which days, and whether what a text says of it is right.

Pure: actions, a treaty and a number give the periods in which the number of states bound, of
instruments deposited, of states that ever joined and of signatories was that number. A state counts
as bound from entry into force for it (Article 17) until its withdrawal takes effect (Article 20).
"""

from __future__ import annotations

from treatycli import dates, status, vocabulary
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatycli.records import Action

    Steps = list[tuple[str, int, int]]

CLOSE = 5
"""How far off `about 160` may be."""


class Period(Record):
    """Days (ISO 8601) from `start` on and before `end`; None: still so in the data."""

    start: str
    end: str | None


class PartyCounts(Record):
    """In which periods each of four counts was `number`. Where a day is not established, it may have been."""

    number: int
    bound: tuple[Period, ...]
    deposited: tuple[Period, ...]
    joined: tuple[Period, ...]
    signed: tuple[Period, ...]


class Count(Record):
    """What a text counts (`parties`, `consents`, `signatories`), how (`exact`, `over`, ...), and the year."""

    kind: str
    number: int
    how: str
    year: str | None

    @property
    def id(self) -> str:
        """A name for it from which it can be read again: `over-160-parties-in-2014`."""
        year = f"-in-{self.year}" if self.year else ""
        return f"{self.how}-{self.number}-{self.kind}{year}"

    @classmethod
    def read(cls, text: str) -> Count | None:
        """Read an id; None if it is none of a count."""
        how, number, kind, *year = [*text.split("-"), "", ""][:5]
        if how not in _HOW or not number.isdecimal() or kind not in _TITLES:
            return None
        return cls(kind, int(number), how, year[1] or None)


class Judgement(Record):
    """What the actions say of a count: verdict (confirmed, imprecise, wrong) and why."""

    claim: str
    verdict: str
    correction: str


def party_counts(actions: Sequence[Action], treaty: str, number: int) -> PartyCounts:
    """Return when each count of a treaty was this number.

    `actions` may hold those of other treaties. Withdrawals take a state off the states bound and off
    the instruments from the day on which they take effect; those who joined and signed stay counted.
    """
    bound, deposited, joined, signed = _steps(actions, treaty)
    return PartyCounts(
        number,
        _periods(bound, number),
        _periods(deposited, number),
        _periods(joined, number),
        _periods(signed, number),
    )


def _steps(actions: Iterable[Action], treaty: str) -> tuple[Steps, Steps, Steps, Steps]:
    """Return for each count its days of change: the day, the change of the least, of the most."""
    bound: Steps = []
    deposited: Steps = []
    joined: Steps = []
    signed: Steps = []
    joiners: set[str] = set()
    for action in sorted((a for a in actions if a.treaty == treaty), key=lambda a: dates.first(a.date)):
        if action.action == "signature":
            _step(signed, action.date, 1)
        elif action.action in vocabulary.CONSENTS:
            _step(bound, status.takes_effect(action), 1)
            _step(deposited, action.date, 1)
            if action.iso3 not in joiners:
                joiners.add(action.iso3)
                _step(joined, action.date, 1)
        elif action.action == "withdrawal":
            _step(bound, status.takes_effect(action), -1)
            _step(deposited, status.takes_effect(action), -1)
    return bound, deposited, joined, signed


def _step(steps: Steps, date: str, change: int) -> None:
    """Add a change: where only an interval is known, the most rises at its start and the least at its end."""
    first, last = dates.first(date), dates.last(date)
    steps.append((last if change > 0 else first, change, 0))
    steps.append((first if change > 0 else last, 0, change))


def _ranges(steps: Steps) -> Iterator[tuple[str, str | None, int, int]]:
    """Yield stretches of days with the least and the most that the count may have been."""
    least = most = 0
    days = sorted({day for day, _, _ in steps})
    by_day: dict[str, tuple[int, int]] = dict.fromkeys(days, (0, 0))
    for day, low, high in steps:
        by_day[day] = by_day[day][0] + low, by_day[day][1] + high
    for place, day in enumerate(days):
        least, most = least + by_day[day][0], most + by_day[day][1]
        yield day, days[place + 1] if place + 1 < len(days) else None, least, most


def _periods(steps: Steps, number: int, *, sure: bool = False) -> tuple[Period, ...]:
    """Return when the count was, or may have been, a number; `sure`: only when it certainly was."""
    held: list[Period] = []
    for start, end, least, most in _ranges(steps):
        if least <= number <= most and (least == most or not sure):
            if held and held[-1].end == start:
                held[-1] = held[-1].replace(end=end)
            else:
                held.append(Period(start, end))
    return tuple(held)


def _within(steps: Steps, start: str, end: str) -> list[tuple[int, int]]:
    """Return the least and the most of a count in each stretch of the days from `start` to `end`."""
    stretches = list(_ranges(steps))
    inside = [
        (least, most)
        for first, last, least, most in stretches
        if first <= end and (last is None or last > start)
    ]
    return inside if stretches and stretches[0][0] <= start else [(0, 0), *inside]


def judge(
    actions: Sequence[Action],
    treaty: str,
    count: Count,
    day: str,
    name: str = "the Convention",
    *,
    dated: bool = False,
) -> Judgement | None:
    """Judge what is said of the number of parties, consents or signatories of a treaty.

    `day` (ISO 8601) is the day of the statement, unless it tells its own year; `name` is what the treaty
    is called; `dated` that the year surely is that of the count, and not of another thing beside it.
    `confirmed` where the number certainly was right then, in one of its readings (states bound or
    instruments of consent; instruments or states that ever joined); `imprecise` where it may have been,
    or was once; `wrong` where it never was in any reading. None where nothing can be said.
    """
    bound, deposited, joined, signed = _steps(actions, treaty)
    days = (f"{count.year}-01-01", f"{count.year}-12-31") if count.year else (day, day)
    title = f"{_HOW[count.how]}{count.number} states {_TITLES[count.kind][bool(count.year)]} {name}"
    title = f"{title[0].upper()}{title[1:]}{f' in {count.year}' if count.year else ''}."
    if count.kind == "signatories":
        return _judge_signatories(count, title, (bound, deposited), signed, days)
    ways = (bound, deposited) if count.kind == "parties" else (deposited, joined)
    whole = "0000-01-01", max(day, days[1])
    now = max(_agreement(count, _within(steps, *days)) for steps in ways)
    ever = max(_agreement(count, _within(steps, *whole)) for steps in (bound, deposited, joined))
    if not ever and count.how == "about":
        return None
    if count.year and dated:
        ever = now
    verdict = "confirmed" if now == _SURE else "imprecise" if ever else "wrong"
    told = [_told(_within(steps, *days), by_year=bool(count.year)) for steps in ways]
    when = f"In {count.year}" if count.year else f"On {dates.words(day)}"
    if count.kind == "parties":
        here = f"{when}, {told[0]} states were bound and {told[1]} instruments of consent stood."
    else:
        here = f"{when}, {told[0]} instruments of consent stood; {told[1]} states had ever joined."
    return Judgement(
        title, verdict, here + (_explained(bound, deposited, joined, count) if verdict != "confirmed" else "")
    )


_HOW = {"exact": "", "over": "more than ", "from": "at least ", "about": "about "}
_TITLES = {
    "parties": ("are parties to", "were parties to"),
    "consents": ("have joined", "had joined"),
    "signatories": ("signed", "had signed"),
}
"""The kinds of counts, each with what is said of the states, now and in a year gone by."""
_NO, _PERHAPS, _SURE = range(3)


def _agreement(count: Count, stretches: Iterable[tuple[int, int]]) -> int:
    """Return whether a count is right in one of the stretches: no, perhaps, surely."""
    slack = CLOSE if count.how == "about" else 0
    best = _NO
    for least, most in stretches:
        if count.how in ("over", "from"):
            wanted = count.number + (count.how == "over")
            best = max(best, _SURE if least >= wanted else _PERHAPS if most >= wanted else _NO)
        elif least - slack <= count.number <= most + slack:
            best = max(best, _SURE if least == most or slack else _PERHAPS)
    return best


def _judge_signatories(
    count: Count, title: str, ways: tuple[Steps, Steps], signed: Steps, days: tuple[str, str]
) -> Judgement | None:
    within = _within(signed, *days)
    when = f"by the end of {count.year}" if count.year else f"by {dates.words(days[1])}"
    told = f"{_told(within[-1:], by_year=False)} states had signed {when}."
    if _agreement(count, within) == _SURE:
        return Judgement(title, "confirmed", told)
    were_parties = any(_periods(each, count.number) for each in ways)
    if count.how == "exact" and count.number > within[-1][1] and were_parties:
        counts = f" {count.number} is a number of parties, who need not have signed."
        return Judgement(title, "imprecise", told + counts)
    if count.how in ("exact", "over", "from") and not any(
        _agreement(count, _within(each, "0000-01-01", "9999-12-31")) for each in (*ways, signed)
    ):
        return Judgement(title, "wrong", told)
    return None


def _told(stretches: Sequence[tuple[int, int]], *, by_year: bool) -> str:
    """Return a number or its range; one that a day not established leaves open is said to be so."""
    low, high = min(least for least, _ in stretches), max(most for _, most in stretches)
    if low == high:
        return str(low)
    return (
        f"{low} to {high}" if by_year else f"{low} or {high}" if high == low + 1 else f"from {low} to {high}"
    )


def _explained(bound: Steps, deposited: Steps, joined: Steps, count: Count) -> str:
    """Say when an exact number certainly was right, the last two times of each reading."""
    if count.how != "exact":
        return ""
    ways = [
        (bound, "states were bound"),
        (deposited, "instruments stood"),
        (joined, "states had ever joined"),
    ]
    said: list[str] = []
    for steps, what in ways:
        perhaps = {period.end for period in _periods(steps, count.number)}
        periods = [_words(p, open_end=p.end not in perhaps) for p in _periods(steps, count.number, sure=True)]
        if periods and not (said and steps is joined):
            said.append(f"{count.number} {what} {' and '.join(periods[-2:])}")
    return f" {'; '.join(said)}." if said else f" It is not on record as {count.number} on any day."


def _words(period: Period, *, open_end: bool) -> str:
    if period.end is None:
        return f"from {dates.words(period.start)} on"
    last = dates.plus_days(period.end, -1)
    if last == period.start and not open_end:
        return f"on {dates.words(last)}"
    return f"from {dates.words(period.start)} to {'at least ' if open_end else ''}{dates.words(last)}"
