"""How many states a treaty had on which days, and whether what a text says of it is right.

Pure: actions, a treaty and a statement give a verdict, and the periods in which the number of states bound,
of instruments deposited, of states that ever joined, of exits or of signatories was that number. A state
counts as bound from entry into force for it (Article 17) until its withdrawal takes effect (Article 20).
"""

from __future__ import annotations

from treatycli import dates, status, vocabulary
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatycli.package import Package
    from treatycli.records import Action

    Stretch = tuple[str, str | None, int, int]
    """Days on which a count is the same: the first, that behind the last (None: it lasts), least, most."""

CLOSE = 5
"""How far off `about 160` may be."""


class Period(Record):
    """Days (ISO 8601) from `start` on and before `end`; None: still so in the data."""

    start: str
    end: str | None


class Count(Record):
    """What a text counts (`_TITLES`), how (`exact`, `over`), and when: a date to the day, month or year."""

    kind: str
    number: int
    how: str
    when: str | None

    @property
    def id(self) -> str:
        """A name for it from which it can be read again: `over-160-parties-in-2014`."""
        when = f"-in-{self.when}" if self.when else ""
        return f"{self.how}-{self.number}-{self.kind}{when}"

    @classmethod
    def read(cls, text: str) -> Count | None:
        """Read an id; None if it is none of a count."""
        what, _, when = text.partition("-in-")
        how, number, kind = [*what.split("-"), "", ""][:3]
        if how not in _HOW or not number.isdecimal() or kind not in _TITLES:
            return None
        return cls(kind, int(number), how, when if dates.is_date(when) else None)


class Judgement(Record):
    """What the actions say of a count: verdict (confirmed, imprecise, wrong) and why."""

    claim: str
    verdict: str
    correction: str


class Counts:
    """Each count under a treaty over the days.

    States bound, instruments deposited that stand, states that ever joined, withdrawals that have taken
    effect, withdrawals notified, states that signed.
    """

    NAMES = ("bound", "deposited", "joined", "left", "notified", "signed")

    def __init__(self) -> None:
        self.bound: list[Stretch] = []
        self.deposited: list[Stretch] = []
        self.joined: list[Stretch] = []
        self.left: list[Stretch] = []
        self.notified: list[Stretch] = []
        self.signed: list[Stretch] = []

    def series(self, name: str) -> list[Stretch]:
        """Return the count of one of NAMES."""
        stretches: list[Stretch] = getattr(self, name)
        return stretches


class _Steps:
    """The days on which a count changed: by how much the least and the most."""

    def __init__(self) -> None:
        self._changes: dict[str, tuple[int, int]] = {}

    def add(self, date: str, change: int) -> None:
        """Add a change; known to an interval, the most rises at its start and the least at its end."""
        first, last = dates.first(date), dates.last(date)
        self._change(last if change > 0 else first, change, 0)
        self._change(first if change > 0 else last, 0, change)

    def _change(self, day: str, least: int, most: int) -> None:
        held = self._changes.get(day, (0, 0))
        self._changes[day] = held[0] + least, held[1] + most

    def stretches(self) -> Iterator[Stretch]:
        """Yield each stretch of days between two changes."""
        least = most = 0
        days = sorted(self._changes)
        for place, day in enumerate(days):
            low, high = self._changes[day]
            least, most = least + low, most + high
            yield day, days[place + 1] if place + 1 < len(days) else None, least, most


def counts_of(actions: Iterable[Action], treaty: str) -> Counts:
    """Return each count under a treaty over the days.

    Withdrawals take a state off the states bound and off the instruments from the day on which they take
    effect; those who joined and signed stay counted.
    """
    steps = {name: _Steps() for name in Counts.NAMES}
    joiners: set[str] = set()
    for action in sorted((a for a in actions if a.treaty == treaty), key=lambda a: dates.first(a.date)):
        if action.action == "signature":
            steps["signed"].add(action.date, 1)
        elif action.action in vocabulary.CONSENTS:
            steps["bound"].add(status.takes_effect(action), 1)
            steps["deposited"].add(action.date, 1)
            if action.iso3 not in joiners:
                joiners.add(action.iso3)
                steps["joined"].add(action.date, 1)
        elif action.action == "withdrawal":
            steps["bound"].add(status.takes_effect(action), -1)
            steps["deposited"].add(status.takes_effect(action), -1)
            steps["left"].add(status.takes_effect(action), 1)
            steps["notified"].add(action.date, 1)
    counts = Counts()
    for name, one in steps.items():
        counts.series(name).extend(one.stretches())
    return counts


def counts_under(package: Package, treaty: str) -> Counts:
    """Return each count under a treaty over the days, as the package has them compiled."""
    counts = Counts()
    for _, name, *cells in package.linked("counts_by_treaty", treaty):
        days = cells[::3]
        following = [*days[1:], None][: len(days)]
        stretches = zip(days, following, map(int, cells[1::3]), map(int, cells[2::3]), strict=True)
        counts.series(name).extend(stretches)
    return counts


def _periods(steps: Sequence[Stretch], number: int, *, sure: bool = False) -> tuple[Period, ...]:
    """Return when the count was, or may have been, a number; `sure`: only when it certainly was."""
    held: list[Period] = []
    for start, end, least, most in steps:
        if least <= number <= most and (least == most or not sure):
            if held and held[-1].end == start:
                held[-1] = held[-1].replace(end=end)
            else:
                held.append(Period(start, end))
    return tuple(held)


def _within(steps: Sequence[Stretch], start: str, end: str) -> list[tuple[int, int]]:
    """Return the least and the most of a count in each stretch of the days from `start` to `end`."""
    inside = [
        (least, most) for first, last, least, most in steps if first <= end and (last is None or last > start)
    ]
    return inside if steps and steps[0][0] <= start else [(0, 0), *inside]


def bound_on(counts: Counts, day: str) -> tuple[int, int]:
    """Return how many states a treaty bound on a day (ISO 8601), at least and at most."""
    return _within(counts.bound, day, day)[-1]


def judge(
    counts: Counts,
    count: Count,
    day: str,
    name: str = "the Convention",
    *,
    dated: bool = False,
) -> Judgement | None:
    """Judge what is said of the number of parties, consents, exits or signatories of a treaty.

    `day` (ISO 8601) is the day of the statement, unless it tells its own date; `name` is what the treaty
    is called; `dated` that a date told surely is that of the count, and not of another thing beside it.
    `confirmed` where the number certainly was right then, in one of its readings (`_ways`); `imprecise`
    where it may have been, or was once; `wrong` where it never was in any. None where nothing can be said,
    as of a day yet to come.
    """
    when = count.when or day
    days = dates.first(when), dates.last(when)
    stated = _agreeing(count.number, f"states {_TITLES[count.kind][bool(count.when)]}")
    title = f"{_HOW[count.how]}{count.number} {stated} {name}"
    title = f"{title[0].upper()}{title[1:]}{f' {dates.on(when)}' if count.when else ''}."
    ways = _ways(count.kind, counts)
    # Who has only given notice has not left.
    now = max(
        _agreement(count, _within(steps, *days)) for steps, _ in ways[: 1 if count.kind == "exits" else None]
    )
    whole = "0000-01-01", max(day, days[1])
    readings = [steps for steps, _ in ways]
    if count.kind in ("parties", "consents"):
        readings = [counts.bound, counts.deposited, counts.joined]
    ever = (
        now if count.when and dated else max(_agreement(count, _within(steps, *whole)) for steps in readings)
    )
    ends = day if days[0] <= day <= days[1] else days[1]
    at = f"On {dates.words(ends)}" if len(when) == 10 or ends == day else f"At the end of {dates.words(when)}"
    said = [(_within(steps, ends, ends)[-1], what) for steps, what in ways]
    here = (
        f"{at}, {' and '.join(f'{_told(*between)} {_agreeing(between[1], what)}' for between, what in said)}."
    )
    if now == _SURE:
        holds = any(between == (count.number,) * 2 for between, _ in said)
        return Judgement(title, "confirmed", here if holds else here + _explained(ways, count, day))
    if count.when and dates.first(count.when) > day and not now:
        return None
    if count.kind == "signatories" and count.when and _is_soon(count, counts.signed, days[1]):
        return None
    if count.kind == "signatories" and not ever:
        return _no_signatories(count, counts, title, here)
    if count.how == "about" and not ever:
        return None
    if count.kind == "parties":
        ways = (*ways, (counts.joined, "states had ever joined"))
    return Judgement(title, "imprecise" if ever else "wrong", here + _explained(ways, count, day))


_HOW = {"exact": "", "over": "more than ", "from": "at least ", "about": "about ", "under": "fewer than "}
_TITLES = {
    "parties": ("are parties to", "were parties to"),
    "consents": ("have joined", "had joined"),
    "exits": ("have left", "had left"),
    "notices": ("have left, or given notice to leave,", "had left, or given notice to leave,"),
    "signatories": ("signed", "had signed"),
}
"""The kinds of counts, each with what is said of the states, now and at a time gone by."""
_NO, _PERHAPS, _SURE = range(3)


def _agreement(count: Count, stretches: Iterable[tuple[int, int]]) -> int:
    """Return whether a count is right in one of the stretches: no, perhaps, surely.

    What is established is right, as `stats` counts it, though a day that is not may leave room for more.
    """
    slack = CLOSE if count.how == "about" else 0
    best = _NO
    for least, most in stretches:
        if count.how in ("over", "from"):
            wanted = count.number + (count.how == "over")
            best = max(best, _SURE if least >= wanted else _PERHAPS if most >= wanted else _NO)
        elif count.how == "under":
            best = max(best, _SURE if most < count.number else _PERHAPS if least < count.number else _NO)
        elif least - slack <= count.number <= most + slack:
            best = max(best, _SURE if count.number == least or slack else _PERHAPS)
    return best


def _ways(kind: str, counts: Counts) -> tuple[tuple[Sequence[Stretch], str], ...]:
    """Return the readings of a kind of count, each with what it says."""
    if kind == "parties":
        return (counts.bound, "states were bound"), (
            counts.deposited,
            "instruments of consent stood",
        )
    if kind == "consents":
        return (counts.deposited, "instruments of consent stood"), (
            counts.joined,
            "states had ever joined",
        )
    if kind in ("exits", "notices"):
        return (counts.left, "withdrawals had taken effect"), (
            counts.notified,
            "had been notified",
        )
    return ((counts.signed, "states had signed"),)


def _is_soon(count: Count, signed: Sequence[Stretch], day: str) -> bool:
    """Tell whether so many had signed within three days: an opening for signature lasts some days."""
    return _agreement(count, _within(signed, day, dates.plus_days(day, 3))) == _SURE


def _no_signatories(count: Count, counts: Counts, title: str, here: str) -> Judgement | None:
    """Judge a number of signatories that never was one: many call the parties so."""
    whole = "0000-01-01", "9999-12-31"
    most = _within(counts.signed, *whole)[-1][1]
    if count.how == "exact" and count.number > most:
        parties = (counts.bound, counts.deposited)
        if any(_agreement(count, _within(steps, *whole)) for steps in parties):
            said = f"{here} {count.number} is a number of parties, who need not have signed."
            return Judgement(title, "imprecise", said)
    return Judgement(title, "wrong", here) if count.how != "about" and count.number > most else None


def _told(least: int, most: int) -> str:
    """Return a number, or the range that a day not established leaves open."""
    return str(least) if least == most else f"{least} {'or' if most == least + 1 else 'to'} {most}"


_ONE = {"states": "state", "are": "is", "were": "was", "have": "has", "parties": "a party",
        "instruments": "instrument", "withdrawals": "withdrawal"}  # fmt: skip


def _agreeing(number: int, what: str) -> str:
    """Return what is counted as one says it of so many."""
    return " ".join(_ONE.get(word, word) for word in what.split()) if number == 1 else what


def _explained(ways: Iterable[tuple[Sequence[Stretch], str]], count: Count, day: str) -> str:
    """Say when an exact number certainly was right, the last two times of each reading."""
    if count.how != "exact":
        return ""
    said: list[str] = []
    for steps, what in ways:
        perhaps = _periods(steps, count.number)
        sure = [p for p in _periods(steps, count.number, sure=True) if p.end or p.start <= day]
        periods = [_words(p, perhaps) for p in sure[-2:]]
        if periods and not (said and what.endswith("ever joined")):
            said.append(f"{count.number} {_agreeing(count.number, what)} {' and '.join(periods)}")
    return f" {'; '.join(said)}." if said else f" It is not on record as {count.number} on any day."


def _words(period: Period, perhaps: Iterable[Period]) -> str:
    """Return a period in words; it may have begun before, or gone on, where a longer one is possible."""
    start = dates.words(period.start)
    since = "" if any(p.start == period.start for p in perhaps) else "at the latest "
    if period.end is None:
        return f"from {since}{start} on"
    until = "" if any(p.end == period.end for p in perhaps) else "at least "
    last = dates.plus_days(period.end, -1)
    if last == period.start and not since and not until:
        return f"on {start}"
    return f"from {since}{start} to {until}{dates.words(last)}"
