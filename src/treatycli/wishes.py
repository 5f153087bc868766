"""What a question wants that no words of a record hold: how many today, the newest or first, what is to come.

Counted and chosen from the actions, events and deadlines on a day; an idea in other words is led to its
records (`ideas.py`). `question.py` says what a question names; a wish is for those of all states.
"""

from __future__ import annotations

from treatycli import dates, entities, ideas, search, status
from treatycli.answers import counted
from treatycli.idioms import LISTED, OPENINGS, ORDINALS, STANDING, STOP_WORDS, TOPIC
from treatycli.records import Action, Completion, DeadlineRow, Event
from treatycli.values import Record
from treatycli.vocabulary import CONSENTS, MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.package import Package

_FEW = 5
"""How many records of a kind lead at most."""
_MORE = 1
"""How many words may say more than an idea does."""
_KINDS = {
    "join": ("accession", "ratification"),
    "leave": ("withdrawal_effective", "withdrawal_notified"),
    "sign": ("signature",),
}
"""The kinds of the events that tell of an act, that which counts first."""
_PLAIN = frozenset(search.stem(word) for word in STANDING | TOPIC | LISTED)
_NUMBERS = tuple(ordinal.replace("-", "") for ordinal in ORDINALS)
_MEETING = "meeting conference review"
_ALL_MEETINGS = "all: treaty timeline --kind meeting"


class Wish(Record):
    """The records that a question wants first, as the index names them, and the command that lists more.

    `age` is 1 where newer records count more than older ones that hold the words as well, -1 where older do.
    """

    records: tuple[str, ...] = ()
    hint: str = ""
    age: int = 0


class Words:
    """The words of a question as they are, and by their stems."""

    def __init__(self, words: Sequence[str]) -> None:
        self.text = f" {' '.join(words)} "
        self._stems = {word: search.stem(word) for word in words if word}
        self._held = {*self._stems.values(), *self._stems}

    def has(self, words: str) -> bool:
        """Tell whether one of some words is among these, in any form."""
        return any(word in self._held or search.stem(word) in self._held for word in words.split())

    @property
    def lists(self) -> bool:
        """Whether they begin as a list of states does: `countries that left`."""
        return self.text.split(" ", 2)[1] in ideas.LISTS

    def say(self, phrases: Iterable[str]) -> bool:
        """Tell whether one of some phrases stands here as it is written."""
        return any(f" {phrase} " in self.text for phrase in phrases)

    def beyond(self, *known: str) -> int:
        """Return how many words say more than that it is about states, the treaty, or what is known."""
        told = {search.stem(word) for words in known for word in words.split()}
        return sum(
            stem not in told and stem not in _PLAIN and word not in STOP_WORDS
            for word, stem in self._stems.items()
        )


def wish(
    package: Package, words: Words, day: str, *, spans: Sequence[str], state: str, moments: Sequence[str]
) -> Wish:
    """Return what a question of these words wants on a day (ISO 8601).

    `spans` are the tables of what it names, `moments` the dates among that; `state` is the only one named,
    where no other words are left.
    """
    if state and words.say(ideas.WHEN):
        return Wish(tuple(_act_of(package, words, state, day)))
    if any(table in ("groups", "states", "areas", "articles") for table in spans):
        return _idea(words, named=True)
    if moments:
        return (
            _acts_of(package, words, day, moments)
            or _figure(package, words, day, moments)
            or _idea(words, named=True)
        )
    return (
        _count(package, words, day)
        or _ahead(package, words, day)
        or _numbered(package, words)
        or _figure(package, words, day, ())
        or _newest(package, words, day)
        or _idea(words, named=False)
    )  # fmt: skip


def by_year(words: Words) -> bool:
    """Tell whether a question asks for the number of states of one year after another."""
    return words.say(ideas.YEARLY) and not words.beyond(ideas.IN, ideas.LEAVING, ideas.WHOLE, ideas.GROWING)


def _count(package: Package, words: Words, day: str) -> Wish | None:
    """Return the records with how many states there are in the treaty, out of it, or gone."""
    counts = words.say(ideas.COUNTED)
    lists = words.has("who which") or words.say(("what countries", "what states")) or words.lists
    if not (counts or lists) or words.beyond(ideas.IN, ideas.OUTSIDE, ideas.WHOLE, ideas.LEAVING):
        return None
    if words.has(f"{ideas.NEWEST} {ideas.FIRST} {ideas.NEXT} can may could"):
        return None
    if words.has(ideas.LEAVING):
        gone = [act for act in _acts(package, "leave", day) if act.effective and act.effective <= day]
        told = [record for act in reversed(gone) for record in _told(package, act, day)]
        hint = f"{counted(len(gone), 'state')} have left; lists: treaty countries --status 'former party'"
        return Wish(("twithdrawals-2025", *told[:_FEW]), hint)
    if words.has(ideas.OUTSIDE) or words.say(ideas.NOT):
        facts = sorted((r for r in _world(package) if "world-outside-the-treaty" in r), reverse=True)
        return Wish((*facts[:1], "tstate-not-party"), "lists: treaty countries --status 'not party'")
    if words.has(ideas.SIGNING):
        return Wish(("csigned-by-more-than-160", "c166-signatories", "tsignatory")) if counts else None
    if not (words.has(ideas.IN) or words.say(ideas.INSIDE)) or not (
        counts or words.has("party member bound belong in")
    ):
        return None
    least, most = _parties(package, day)
    claims = [f"c{number}-parties" for number in range(least, most + 1)]
    number = f"{least} or {most}" if least < most else f"{least}"
    hint = f"{number} states are bound on {dates.words(day)}; {OPENINGS['how many'].hint}"
    return Wish((*claims, "tstate-party"), hint)


def _figure(package: Package, words: Words, day: str, moments: Sequence[str]) -> Wish | None:
    """Return the facts with a figure of the world, for the year that is named or else the newest."""
    if not (moments or words.say(ideas.COUNTED) or words.has(f"{ideas.FIGURES} {ideas.NEWEST}")):
        return None
    year = moments[0][:4] if moments else ""
    for needs, name in ideas.SERIES:
        known = (*needs, ideas.FIGURES, ideas.NEWEST, ideas.WHOLE)
        if all(map(words.has, needs)) and words.beyond(*known) <= _MORE + len(moments):
            start = f"fworld-{name}-"
            facts = [record for record in _world(package) if record.startswith(start)]
            years = {record: record[len(start) :][:4] for record in facts}
            last = year or max((y for y in years.values() if y.isdigit() and y <= day), default="")
            chosen = sorted(record for record in facts if years[record] == last)
            return Wish(tuple(chosen)) if chosen else None
    return None


def _world(package: Package) -> Iterable[str]:
    """Return the facts about the world, as the index names them."""
    return (record for record in search.held(package, search.WORLD) if record.startswith("fworld-"))


def _parties(package: Package, day: str) -> tuple[int, int]:
    """Return how many states were parties on a day, at least and at most."""
    least = most = 0
    for action in package.all(Action, treaty=MINE_BAN):
        if action.action in CONSENTS or action.action == "withdrawal":
            step = 1 if action.action in CONSENTS else -1
            effect = status.takes_effect(action)
            first, last = dates.first(effect), dates.last(effect)
            least += step * ((last if step > 0 else first) <= day)
            most += step * ((first if step > 0 else last) <= day)
    return least, most


def _ahead(package: Package, words: Words, day: str) -> Wish | None:
    """Return what is still to come, or who presides."""
    chairs = words.has(ideas.CHAIRS) and not words.beyond(ideas.CHAIRS, ideas.NEXT, ideas.NEWEST)
    if not (chairs or words.has(ideas.NEXT)) or words.beyond(
        ideas.NEXT, ideas.MEETINGS, ideas.CHAIRS, ideas.NEWEST
    ):
        return None
    if words.has("deadline due"):
        return Wish(tuple(_due(package, day)), "all: treaty deadlines --status ahead")
    hint = "all: treaty timeline --ahead"
    if words.has(f"{ideas.LEAVING} join sign"):
        return Wish((), hint)
    meets = chairs or words.has("meeting conference")
    events = _meetings(package, words) if meets else package.all(Event, treaty=MINE_BAN)
    coming = sorted((dates.last(event.date), event.id) for event in events if dates.last(event.date) > day)
    coming = coming or [("", event.id) for event in _meetings(package, words)[-1:]]
    more = ("tconvention-president",) if chairs else ("tmeeting-of-the-states-parties",)
    return Wish((*("e" + key for _, key in coming[:_FEW]), *more), hint)


def _due(package: Package, day: str) -> list[str]:
    """Return the deadlines that end soonest after a day."""
    done = {row.iso3 for row in package.all(Completion)}
    last: dict[str, str] = {}
    for row in package.all(DeadlineRow):
        if (
            row.due
            and row.status in ("granted", "set-by-treaty")
            and not (row.article == "5" and row.iso3 in done)
        ):
            record = f"d{row.iso3}/{row.article}"
            last[record] = max(last.get(record, ""), row.due)
    return sorted((r for r in last if last[r] > day), key=lambda r: (last[r], r))[:_FEW]


def _newest(package: Package, words: Words, day: str) -> Wish | None:
    """Return the newest, or the first, states to join or leave; else that newer records count more."""
    first = words.has(ideas.FIRST)
    if not first and not words.has(ideas.NEWEST):
        return None
    if not first and words.has("meeting conference") and not words.beyond(ideas.NEWEST, _MEETING):
        held = [event for event in _meetings(package, words) if dates.last(event.date) <= day]
        return Wish(tuple(f"e{event.id}" for event in held[: -_FEW - 1 : -1]), _ALL_MEETINGS)
    if (
        not first
        and words.has("monitor report")
        and not words.beyond(ideas.NEWEST, "landmine monitor report")
    ):
        told = sorted(
            (e.date, e.id) for e in package.all(Event, kind="report") if e.date <= day and "monitor" in e.id
        )
        return Wish(tuple("e" + key for _, key in told[: -_FEW - 1 : -1]))
    kind = _kind(words)
    if kind and not words.beyond(ideas.NEWEST, ideas.FIRST, ideas.IN, ideas.LEAVING, ideas.WHOLE, "notice"):
        if first and kind == "sign":
            opened = sorted((event.date, event.id) for event in package.all(Event, kind="signature"))
            return Wish(tuple("e" + key for _, key in opened[:1]))
        acts = _oldest_acts(package, kind, day) if first else _newest_acts(package, kind, day)
        records = [record for act in acts for record in _told(package, act, day)]
        return Wish(tuple(records), _listing(kind))
    if first:
        return Wish(age=-1) if words.say(ideas.FIRST_TO) else None
    return Wish(age=1) if words.has("newest latest last recent recently") else None


def _meetings(package: Package, words: Words) -> list[Event]:
    """Return the meetings of the states parties, or the review conferences, that are asked for, in time."""
    kinds = ("review_conference",) if words.has("review") else ("meeting", "review_conference")
    events = [event for event in package.all(Event, treaty=MINE_BAN) if event.kind in kinds]
    return sorted(events, key=lambda event: dates.last(event.date))


def _numbered(package: Package, words: Words) -> Wish | None:
    """Return the meeting that is named by its number: `22nd meeting`."""
    numbers = [word for word in _NUMBERS if words.say((word,))]
    if not numbers or not words.has("meeting conference") or words.beyond(_MEETING, ideas.CHAIRS, *numbers):
        return None
    meetings = _meetings(package, words)
    for field in ("title", "detail"):
        told = [e.id for e in meetings if numbers[0] in entities.words_in(getattr(e, field))[0]]
        if told:
            return Wish(tuple("e" + key for key in told), _ALL_MEETINGS)
    return None


def _kind(words: Words) -> str:
    """Return the act that a question is about: leave, sign or join, nothing if none."""
    if words.has(ideas.LEAVING):
        return "leave"
    return "join" if words.has(ideas.JOINING) else "sign" if words.has(ideas.SIGNING) else ""


def _listing(kind: str) -> str:
    listed = {"leave": "countries --status 'former party'", "join": "countries --sort in_force"}
    return f"all: treaty {listed.get(kind, 'timeline --kind signature')}"


def _acts_of(package: Package, words: Words, day: str, moments: Sequence[str]) -> Wish | None:
    """Return the acts since, before or in a year, month or day: `who joined since 2020`."""
    kind = _kind(words)
    told = words.beyond(ideas.IN, ideas.LEAVING, ideas.WHOLE, ideas.NEWEST) <= len(moments)
    if not (kind and told and (words.lists or words.has("who which what since after before"))):
        return None
    moment = max(moments, key=len)
    first, last = dates.first(moment), dates.last(moment)
    if words.say(ideas.BEFORE):
        first, last = "", dates.plus_days(first, -1)
    elif words.say(("after",)):
        first, last = dates.plus_days(last, 1), "~"
    elif words.say(ideas.SINCE):
        last = "~"
    acts = [(act, _since(act, day)) for act in _acts(package, kind, day)]
    chosen = [act for act, when in acts if dates.last(when) >= first and dates.first(when) <= last]
    records = [record for act in reversed(chosen) for record in _told(package, act, day)]
    return Wish(tuple(records[: 2 * _FEW]), _listing(kind))


def _act_of(package: Package, words: Words, state: str, day: str) -> list[str]:
    """Return the event of the last act of a state that a question asks the day of, then the state."""
    kind = _kind(words)
    ours = [act for act in _acts(package, kind, day) if act.iso3 == state] if kind else []
    return _told(package, ours[-1], day) if ours else []


def _acts(package: Package, kind: str, day: str) -> list[Action]:
    """Return the acts of a kind by a day, oldest first: that of a withdrawal is that it takes effect."""
    names = {"join": CONSENTS, "leave": ("withdrawal",)}.get(kind, ("signature",))
    acts = [
        act
        for act in package.all(Action, treaty=MINE_BAN)
        if act.action in names and dates.first(act.date) <= day
    ]
    return sorted(acts, key=lambda act: (dates.last(_since(act, day)), act.iso3))


def _since(act: Action, day: str) -> str:
    """Return the day of an act: of a withdrawal that from which it counts, if that has come."""
    return (
        act.effective if act.action == "withdrawal" and act.effective and act.effective <= day else act.date
    )


def _newest_acts(package: Package, kind: str, day: str) -> list[Action]:
    return _acts(package, kind, day)[: -_FEW - 1 : -1]


def _oldest_acts(package: Package, kind: str, day: str) -> list[Action]:
    return _acts(package, kind, day)[:_FEW]


def _told(package: Package, act: Action, day: str) -> list[str]:
    """Return the records that tell of an act: its event, then the state; or the state and its last turn."""
    kinds = _KINDS["leave" if act.action == "withdrawal" else "sign" if act.action == "signature" else "join"]
    events = [package.get(Event, key) for _, key in package.linked("events_by_state", act.iso3)]
    ours = [event for event in events if event.treaty == MINE_BAN and event.date <= day]
    told = [e for e in ours if e.kind in kinds and e.date in (act.date, act.effective)]
    told.sort(key=lambda event: kinds.index(event.kind))
    if told:
        return ["e" + told[0].id, "s" + act.iso3]
    turns = sorted((event.date, event.id) for event in ours if event.turning)
    return ["s" + act.iso3, *("e" + key for _, key in turns[-1:])]


def _idea(words: Words, *, named: bool) -> Wish:
    """Return the records of the idea that the words put otherwise."""
    for idea in ideas.IDEAS:
        if named and not idea.named:
            continue
        held = all(words.has(need) for need in idea.needs) and not (idea.but and words.has(idea.but))
        if held and (named or words.beyond(*idea.needs, ideas.WHOLE) <= _MORE):
            return Wish(tuple(record[0] + record.partition("/")[2] for record in idea.records))
    return Wish()


def exists(package: Package, record: str) -> bool:
    """Tell whether the package has a record, named as in the index: a table here may name one of ours."""
    section = {"f": "facts_by_id", "d": "deadlines"}.get(record[0], search.LETTERS[record[0]])
    return bool(package.linked(section, record[1:].partition("/")[0] if record[0] == "d" else record[1:]))
