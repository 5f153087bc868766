"""How many states a treaty had on which days, and what a text says of it: `164 parties`, `over 160`.

Pure: actions, a treaty and a number give the periods in which the number of states bound, of
instruments deposited, of states that ever joined and of signatories was that number. A state counts
as bound from entry into force for it (Article 17) until its withdrawal takes effect (Article 20).
"""

from __future__ import annotations

import re

from treatycli import dates, status
from treatycli.records import Record

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
    """What a text says: `parties` or `signatories`, how (`exact`, `over`, `from`, `about`), the year if told."""

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
        match = re.fullmatch(r"(exact|over|from|about)-(\d{3})-(parties|signatories)(?:-in-(\d{4}))?", text)
        return cls(match[3], int(match[2]), match[1], match[4]) if match else None


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
        elif action.action in status.CONSENTS:
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
    here = f"{_told(values[0])} states were bound and {_told(values[1])} had consented {'in' if count.year else 'on'} {said}."
    title = f"{_HOW[count.how]}{count.number} states are parties to the Convention."
    title = title[0].upper() + title[1:]
    if _agrees(count, values):
        verdict = "confirmed"
    elif _agrees(count, past):
        verdict = "imprecise"
    else:
        verdict = None if count.how == "about" else "wrong"
    if verdict is None:
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
    told = f"{_told(total)} states had signed by the end of {said}." if count.year else f"{_told(total)} states signed."
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
    return f"on {dates.words(last)}" if last == period.start else f"{dates.words(period.start)} to {dates.words(last)}"


_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "twenty": 20}
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NUMBER = re.compile(
    r"(?<![\w.,/-])(?:(?P<digits>1\d\d)(?![\w%]|[.,]\d|[-–]\d)"
    rf"|(?i:(?:one|a)[ -]hundred(?: and)?[ -](?P<tens>{'|'.join(_TENS)})(?:[ -](?P<ones>{'|'.join(_ONES)}))?)\b)"
)
_STATES = r"(?:states[\s-]{1,2}parties|state parties|parties|member[\s-]states|members|countries|states|nations|governments)"
_AND = r"(?:,? (?:and|&) (?:territories|entities|the European Union|the EU))?"
_ARE = r"(?:(?:are|were|is|have|had|has|been|become|became|now|currently|already|today|that|which|who|also|since|formally|fully)\s{1,3}){0,4}"
_JOINED = (
    r"(?:part(?:y|ies)\b|members\b|bound\b|joined|ratified|acceded|adhered|signed up|signed on|committed to the|consented)"
)
_AFTER = re.compile(
    rf"\s{{1,3}}(?:{_STATES}{_AND}\s{{1,3}}{_ARE}{_JOINED}"
    rf"|(?:states[\s-]{{1,2}}parties|state parties|parties|members|member[\s-]states)\s{{1,3}}(?:to|of)\s{{1,3}}"
    r"(?:the|this|that|its|our)\b)",
    re.I,
)
_HAS_AFTER = re.compile(r"\s{1,3}(?:states[\s-]{1,2}parties|state parties|parties|members|member[\s-]states)\b", re.I)
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
_SIGNED_AFTER = re.compile(r"\s{1,3}(?:signatory (?:states|countries)|signatories|(?:states|countries|nations|governments) (?:have |had )?signed(?! up| on))\b", re.I)
_SIGNED_BEFORE = re.compile(r"\bsigned by\s{1,3}$", re.I)
_QUALIFIED = re.compile(
    r"(?P<over>more than|over|in excess of|upwards of|beyond)?(?P<from>at least|no fewer than|no less than)?"
    r"(?P<about>about|around|some|roughly|approximately|nearly|almost|close to|near|circa)?"
    r"(?P<under>fewer than|less than|under|up to|only)?(?P<total>\b(?:all|the|a total of))?\s{1,3}$",
    re.I,
)
_OURS = re.compile(r"\bottawa (?:convention|treaty)|\b(?:anti-?\s?personnel |land)?mines?\b|\blandmines?\b|\bapmbc\b|\bmine[- ]ban\b", re.I)
_OTHERS = re.compile(
    r"cluster|disabilit|certain conventional|arms trade|nuclear|proliferation|chemical|biological|climate|\bparis\b"
    r"|\brome\b|geneva conventions|\bccm\b|\bccw\b|\bcrpd\b|\bnpt\b|\brefugee|\btorture|protocol|law of the sea|\bUN member",
    re.I,
)
_YEAR = re.compile(r"\b(?:in|by|by the end of)\s{1,3}((?:19|20)\d\d)\b", re.I)


def counts_in(text: str) -> Iterator[tuple[int, int, Count]]:
    """Yield what a text says of the number of parties or signatories, with where.

    Only statements about the whole: `164 States Parties to the Convention`, `over 160 countries have
    joined`; not `100 States Parties reported`. Another treaty's name close by speaks against it.
    """
    for match in _NUMBER.finditer(text):
        before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 120]
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
        years = {year[1] for year in _YEAR.finditer(text[max(0, start - 40) : start] + "\0" + text[end : end + 40])}
        yield start, end, Count(kind, _number(match), how, years.pop() if len(years) == 1 else None)


def _qualified(before: str) -> tuple[str | None, str]:
    """Return how a number is meant, and the text before that; None where it cannot be judged."""
    for place in range(max(0, len(before) - 22), len(before)):
        match = _QUALIFIED.match(before, place)
        if match and match.end() == len(before) and not before[place - 1 : place].isalnum():
            for how in ("over", "from", "about"):
                if match[how]:
                    return how, before[:place]
            if match["under"]:
                return None, ""
            if match["total"]:
                return "exact", before[:place]
    return "exact", before


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
    if match["digits"]:
        return int(match["digits"])
    ones = _ONES.index(match["ones"].lower()) + 1 if match["ones"] else 0
    return 100 + _TENS[match["tens"].lower()] + ones
