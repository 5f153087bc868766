"""What a question wants that is chosen by its day: acts, meetings, deadlines; the newest, first or next."""

from __future__ import annotations

from treatycli import dates, duties, status
from treatycli.answers import counted
from treatycli.records import Action, Event, Member
from treatycli.search import entities, idioms
from treatycli.search.idioms import ORDINALS
from treatycli.search.wording import Wish, Words
from treatycli.vocabulary import CONSENTS, MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package

FEW = 5
"""How many records of a kind lead at most."""
_KINDS = {
    "join": ("accession", "ratification"),
    "leave": ("withdrawal_effective", "withdrawal_notified"),
    "sign": ("signature",),
}
"""The kinds of the events that tell of an act, that which counts first."""
_NUMBERS = tuple(ordinal.replace("-", "") for ordinal in ORDINALS)
_MEETING = "meeting conference review"
_MEETS = "tmeeting-of-the-states-parties"
_AHEAD = "all: treaty timeline --ahead"
_ALL_MEETINGS = "all: treaty timeline --kind meeting"


def ahead(package: Package, words: Words, day: str) -> Wish | None:
    """Return what is still to come, or who presides."""
    known = (idioms.CHAIRS, idioms.NEXT, idioms.NEWEST)
    chairs = words.has(idioms.CHAIRS) and not words.beyond(*known)
    if not (chairs or words.has(idioms.NEXT)) or words.beyond(
        *known, idioms.MEETINGS, idioms.LEAVING, "sign"
    ):
        return None
    if words.has(idioms.DUTIES):
        return Wish(tuple(_due(package, day)), "all: treaty deadlines --status ahead")
    if words.has(idioms.LEAVING):
        return Wish(("twithdrawals-2025", "csix-states-considering-leaving"), _AHEAD)
    if words.has("join sign"):
        return Wish((), _AHEAD)
    meets = chairs or words.has("meeting conference")
    events = _meetings(package, words) if meets else package.all(Event, treaty=MINE_BAN)
    coming = sorted((dates.last(event.date), event.id) for event in events if dates.last(event.date) > day)
    about = ["tconvention-president" if chairs else "treview-conference" if words.has("review") else _MEETS]
    if not coming:
        return Wish((*about, *_last(_meetings(package, words), day)), _AHEAD)
    due = () if meets or words.has("review") else _due(package, day)
    return Wish((*("e" + key for _, key in coming[:FEW]), *due, *about), _AHEAD)


def _due(package: Package, day: str, codes: frozenset[str] | None = None) -> list[str]:
    """Return the deadlines that end soonest after a day: all, or those of the states with these codes."""
    dues = duties.ahead(package, day, codes)
    records = [(one.date, f"d{state.iso3}/{one.article}") for state, one, *_ in dues]
    return [record for _, record in sorted(records)[:FEW]]


def due_in(package: Package, words: Words, day: str, group: str) -> Wish | None:
    """Return the deadlines ahead of a group's members on a day: `nato deadlines`; None if not asked for."""
    if not words.has("deadline due"):
        return None
    members = frozenset(row.iso3 for row in package.all(Member, group=group) if row.holds_on(day))
    due = _due(package, day, members)
    listed = f"treaty deadlines --group {group.lower()}"
    return Wish(tuple(due), f"all: {listed}" if due else f"none of its members has one ahead; past: {listed}")


def newest(package: Package, words: Words, day: str) -> Wish | None:
    """Return the newest, or the first, states to join or leave; else that newer records count more."""
    first = words.has(idioms.FIRST)
    if not first and not words.has(idioms.NEWEST):
        return None
    if not first and words.has("meeting conference") and not words.beyond(idioms.NEWEST, _MEETING):
        return Wish(_last(_meetings(package, words), day), _ALL_MEETINGS)
    if (
        not first
        and words.has("monitor report")
        and not words.beyond(idioms.NEWEST, "landmine monitor report")
    ):
        return Wish(_last([e for e in package.all(Event, kind="report") if "monitor" in e.id], day))
    kind = _kind(words)
    if kind and not words.beyond(
        idioms.NEWEST, idioms.FIRST, idioms.IN, idioms.LEAVING, idioms.WHOLE, "notice"
    ):
        if first and kind == "sign":
            opened = sorted((event.date, event.id) for event in package.all(Event, kind="signature"))
            return Wish(tuple("e" + key for _, key in opened[:1]))
        all_acts = acts(package, kind, day)
        few = all_acts[:FEW] if first else all_acts[: -FEW - 1 : -1]
        return Wish(tuple(record for act in few for record in tells(package, act, day)), _listing(kind))
    if first:
        return Wish(age=-1) if words.say(idioms.FIRST_TO) else None
    return Wish(age=1) if words.has("newest latest last recent recently") else None


def _last(events: Sequence[Event], day: str) -> tuple[str, ...]:
    """Return the newest of some events by a day, as the index names them."""
    held = sorted((e.date, e.id) for e in events if dates.last(e.date) <= day)
    return tuple("e" + key for _, key in held[: -FEW - 1 : -1])


def _meetings(package: Package, words: Words) -> list[Event]:
    """Return the meetings of the states parties, or the review conferences, that are asked for, in time."""
    kinds = ("review_conference",) if words.has("review") else ("meeting", "review_conference")
    events = [event for event in package.all(Event, treaty=MINE_BAN) if event.kind in kinds]
    return sorted(events, key=lambda event: dates.last(event.date))


def numbered(package: Package, words: Words) -> Wish | None:
    """Return the meeting that is named by its number: `22nd meeting`."""
    numbers = [word for word in _NUMBERS if words.say((word,))]
    if not numbers or not words.has("meeting conference") or words.beyond(_MEETING, idioms.CHAIRS, *numbers):
        return None
    meetings = _meetings(package, words)
    for field in ("title", "detail"):
        named = [e.id for e in meetings if numbers[0] in entities.words_in(getattr(e, field))[0]]
        if named:
            return Wish(tuple("e" + key for key in named), _ALL_MEETINGS)
    return None


def _kind(words: Words) -> str:
    """Return the act that a question is about: leave, sign or join, nothing if none."""
    if words.has(idioms.LEAVING):
        return "leave"
    return "join" if words.has(idioms.JOINING) else "sign" if words.has(idioms.SIGNING) else ""


def _listing(kind: str) -> str:
    listed = {"leave": "countries --status 'former party'", "join": "countries --sort in_force"}
    return f"all: treaty {listed.get(kind, 'timeline --kind signature')}"


def within(package: Package, words: Words, day: str, moments: Sequence[str]) -> Wish | None:
    """Return what was in, since or before a year, month or day: `who joined since 2020`, `2025 meeting`."""
    moment = max(moments, key=len)
    first, last = dates.first(moment), dates.last(moment)
    bounded = True
    if words.say(idioms.BEFORE):
        first, last = "", dates.plus_days(first, -1)
    elif words.say(("after",)):
        first, last = dates.plus_days(last, 1), "~"
    elif words.say(idioms.SINCE):
        last = "~"
    else:
        bounded = False
    kind, many = _kind(words), len(moments)
    if words.has(idioms.CONFERENCE) and words.beyond(_MEETING, idioms.CHAIRS) <= many:
        return Wish(_held(_meetings(package, words), first, last), _ALL_MEETINGS)
    if bounded and words.has("event happen") and words.beyond("event happen") <= many:
        return Wish(
            _held(package.all(Event, treaty=MINE_BAN), first, last), "all: treaty timeline --since DATE"
        )
    asks = words.lists or bounded or words.say(idioms.COUNTED) or words.has(f"who which what {idioms.NEWEST}")
    asks = asks or words.has("anybody anyone")
    if not (kind and asks) or words.beyond(idioms.IN, idioms.LEAVING, idioms.WHOLE, idioms.NEWEST) > many:
        return None
    if kind == "sign":
        return Wish(_held(package.all(Event, kind="signature"), first, last), _listing(kind))
    dated = [(act, _since(act, day)) for act in acts(package, kind, day)]
    fit = [act for act, when in dated if dates.last(when) >= first and dates.first(when) <= last]
    records = [record for act in reversed(fit) for record in tells(package, act, day)]
    return Wish(tuple(records[: 2 * FEW]), f"{counted(len(fit), 'state')}; {_listing(kind)}")


def _held(events: Sequence[Event], first: str, last: str) -> tuple[str, ...]:
    """Return the events between two days, the newest first, as the index names them."""
    held = sorted(
        (e.date, e.id) for e in events if dates.last(e.date) >= first and dates.first(e.date) <= last
    )
    return tuple("e" + key for _, key in held[: -2 * FEW - 1 : -1])


def act_of(package: Package, words: Words, state: str, day: str) -> list[str]:
    """Return the event of the last act of a state that a question asks the day of, then the state."""
    kind = _kind(words)
    ours = [act for act in acts(package, kind, day) if act.iso3 == state] if kind else []
    return tells(package, ours[-1], day) if ours else []


def acts(package: Package, kind: str, day: str) -> list[Action]:
    """Return the acts of a kind by a day, oldest first: that of a withdrawal is that it takes effect."""
    names = {"join": CONSENTS, "leave": ("withdrawal",)}.get(kind, ("signature",))
    ours = [
        act
        for act in package.all(Action, treaty=MINE_BAN)
        if act.action in names and dates.first(act.date) <= day
    ]
    return sorted(ours, key=lambda act: (dates.last(_since(act, day)), act.iso3))


def _since(act: Action, day: str) -> str:
    """Return the day of an act: of a withdrawal that from which it counts, if that has come."""
    effective = status.takes_effect(act)
    return effective if act.action == "withdrawal" and dates.last(effective) <= day else act.date


def tells(package: Package, act: Action, day: str) -> list[str]:
    """Return the records that tell of an act: its event, then the state; or the state and its last turn."""
    kinds = _KINDS["leave" if act.action == "withdrawal" else "sign" if act.action == "signature" else "join"]
    events = package.events_of(act.iso3)
    ours = [event for event in events if event.treaty == MINE_BAN and event.date <= day]
    of_the_act = [e for e in ours if e.kind in kinds and e.date in (act.date, act.effective)]
    of_the_act.sort(key=lambda event: kinds.index(event.kind))
    if of_the_act:
        return ["e" + of_the_act[0].id, "s" + act.iso3]
    turns = sorted((event.date, event.id) for event in ours if event.turning)
    return ["s" + act.iso3, *("e" + key for _, key in turns[-1:])]
