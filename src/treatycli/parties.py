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
    """What a text says: `parties` or `signatories`, how (exact, over, from, about), the year if told."""

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
        if how not in _HOW or not number.isdecimal() or kind not in ("parties", "signatories"):
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


def _periods(steps: Steps, number: int) -> tuple[Period, ...]:
    held: list[Period] = []
    for start, end, least, most in _ranges(steps):
        if least <= number <= most:
            if held and held[-1].end == start:
                held[-1] = held[-1].replace(end=end)
            else:
                held.append(Period(start, end))
    return tuple(held)


def _between(steps: Steps, start: str, end: str) -> range:
    """Return from the least to the most of a count in the days from `start` to `end`."""
    low = high = None
    for first, last, least, most in _ranges(steps):
        if first <= end and (last is None or last > start):
            low = least if low is None else min(low, least)
            high = most if high is None else max(high, most)
    return range(low or 0, (high or 0) + 1)


def judge(actions: Sequence[Action], treaty: str, count: Count, day: str) -> Judgement | None:
    """Judge what a text says of the number of parties or signatories, as of a day (ISO 8601).

    None where nothing can be said. `wrong` only where the number was never right in any reading:
    bound, deposited, ever joined, or signed; an at-least statement that is or was true never.
    """
    bound, deposited, joined, signed = _steps(actions, treaty)
    start, end = (f"{count.year}-01-01", f"{count.year}-12-31") if count.year else (day, day)
    said = count.year or dates.words(day)
    if count.kind == "signatories":
        return _judge_signatories(count, (bound, deposited), signed, said, (start, end))
    values = [_between(steps, start, end) for steps in (bound, deposited)]
    whole = "0000-01-01", max(day, end)
    past = [_between(steps, *whole) for steps in (bound, deposited, joined)]
    when = f"{'in' if count.year else 'on'} {said}"
    here = f"{_told(values[0])} states were bound and {_told(values[1])} had consented {when}."
    title = f"{_HOW[count.how]}{count.number} states are parties to the Convention."
    title = title[0].upper() + title[1:]
    verdict = "confirmed" if _agrees(count, values) else "imprecise" if _agrees(count, past) else "wrong"
    if verdict == "wrong" and count.how == "about":
        return None
    counts = party_counts(actions, treaty, count.number)
    periods = _explained(counts) if count.how == "exact" else ""
    return Judgement(title, verdict, f"{here}{periods}")


_HOW = {"exact": "", "over": "more than ", "from": "at least ", "about": "about "}


def _agrees(count: Count, values: Iterable[range]) -> bool:
    most = [v[-1] for v in values]
    if count.how == "over":
        return max(most) > count.number
    if count.how == "from":
        return max(most) >= count.number
    slack = CLOSE if count.how == "about" else 0
    return any(v[0] - slack <= count.number <= v[-1] + slack for v in values)


def _judge_signatories(
    count: Count, steps: tuple[Steps, Steps], signed: Steps, said: str, days: tuple[str, str]
) -> Judgement | None:
    total = _between(signed, *days)
    title = f"{_HOW[count.how]}{count.number} states signed the Convention."
    title = title[0].upper() + title[1:]
    told = (
        f"{_told(total)} states had signed by the end of {said}."
        if count.year
        else f"{_told(total)} states signed."
    )
    if _agrees(count, [total]):
        return Judgement(title, "confirmed", told)
    were_parties = any(_periods(each, count.number) for each in steps)
    if count.how == "exact" and count.number > total[-1] and were_parties:
        counts = f" {count.number} is a number of parties, who need not have signed."
        return Judgement(title, "imprecise", told + counts)
    return None


def _told(values: range) -> str:
    return str(values[0]) if len(values) == 1 else f"{values[0]} to {values[-1]}"


def _explained(counts: PartyCounts) -> str:
    """Say when a number was right: ` 164 were bound from 1 June 2018 to 31 August 2025; ...`."""
    said = []
    for what, periods in (("bound", counts.bound), ("parties by deposit", counts.deposited)):
        if periods:
            said.append(f"{what} {' and '.join(_words(p) for p in periods[-2:])}")
    return f" {counts.number}: {'; '.join(said)}." if said else f" It was never {counts.number}."


def _words(period: Period) -> str:
    if period.end is None:
        return f"from {dates.words(period.start)} on"
    last = dates.plus_days(period.end, -1)
    return (
        f"on {dates.words(last)}"
        if last == period.start
        else f"{dates.words(period.start)} to {dates.words(last)}"
    )
