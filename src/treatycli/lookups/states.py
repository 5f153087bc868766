"""A state's profile: its status on a day, and everything the tables hold on it."""

from __future__ import annotations

from treatycli import dates, names, status
from treatycli.answers import Answer
from treatycli.items import (
    ActionItem,
    ContestedItem,
    DeadlineItem,
    EventItem,
    FactItem,
    Profile,
    StateRow,
    TreatyStatus,
)
from treatycli.lookups import misses
from treatycli.lookups.events import in_order
from treatycli.lookups.facts import disagreeing_together, newest_first
from treatycli.records import Action, Contested, Event, Fact, Source, State, Treaty

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from treatycli.package import Package


def country(
    package: Package,
    words: Sequence[str],
    *,
    today: str,
    exact: bool = False,
    as_of: str | None = None,
) -> Answer:
    """Answer with the profile of the state that the words name together, on the day `as_of`.

    `as_of` is a day (ISO 8601), `today` where None; `exact` turns spelling off.
    """
    typed, day = " ".join(words), as_of or today
    found = names.resolve(package, typed, "states", exact=exact)
    if isinstance(found, names.Missed):
        return misses.missed("country", package, found)
    if found.key.table == "areas":
        return misses.not_a_state("country", package, found.key.id)
    state = package.get(State, found.key.id)
    profile = package.remembered(("country", state.iso3, day), lambda: _profile(package, state, day))
    profile = profile.replace(matched=found.matched, query=typed)
    notes = list(misses.spelling_note(found, typed))
    if found.namesakes:
        others = ", ".join(dict.fromkeys(misses.title(package, key) for key in found.namesakes))
        notes.append(f"{profile.short_name} is meant; there is also {others}")
    if day < status.OPENED:
        notes.append(f"on {dates.words(day)} the Convention was not yet open for signature (3 December 1997)")
    return Answer("country", (profile,), notes=tuple(notes), as_of=day, data_version=package.version)


def state_row(state: State, actions: Iterable[Action], treaty: str, day: str) -> StateRow:
    """Return one state under one treaty on a day: its status and the dates that lead there."""
    ours = [a for a in actions if a.treaty == treaty]
    return StateRow(
        **{name: value for name, value in state.pairs() if name != "m49"},
        as_of=day,
        treaty=treaty,
        status=status.status_on(ours, treaty, day).status,
        **status.milestones(ours),
    )


def _profile(package: Package, state: State, day: str) -> Profile:
    actions = sorted(package.find(Action, state.iso3), key=lambda a: (a.date, a.treaty, a.action))
    ban = [a for a in actions if a.treaty == status.MINE_BAN]
    facts = package.find(Fact, state.iso3)
    contested = package.find(Contested, state.iso3)
    events = [package.get(Event, cells[1]) for cells in package.linked("events_by_state", state.iso3)]
    events.sort(key=in_order)
    whole = _whole(package, (actions, contested, events, facts))

    def sourced(row: Action | Contested | Event | Fact) -> dict[str, Any]:
        return {**dict(row.pairs()), "sources": tuple(whole[key] for key in row.sources)}

    return Profile(
        **dict(state_row(state, ban, status.MINE_BAN, day).pairs()),
        data_version=package.version,
        status_note=status.status_on(ban, status.MINE_BAN, day).note,
        actions=tuple(ActionItem(**sourced(action)) for action in actions),
        treaties=tuple(_treaties(package, actions, day)),
        deadlines=tuple(DeadlineItem(**dict(d.pairs())) for d in status.deadlines(actions, facts, day)),
        contested=tuple(ContestedItem(**sourced(act)) for act in contested),
        neighbours=_same_move(package, ban, state.iso3),
        events=tuple(EventItem(**sourced(event)) for event in events),
        facts=tuple(FactItem(**sourced(fact)) for fact in disagreeing_together(newest_first(facts))),
        matched="id",
        query=state.iso3,
        sources=tuple(whole.values()),
    )


def _whole(package: Package, tables: Iterable[Sequence[Any]]) -> dict[str, Source]:
    """Return the sources that rows of several tables name, each read once, in order."""
    keys = dict.fromkeys(key for rows in tables for row in rows for key in row.sources)
    return {key: package.get(Source, key) for key in keys}


def _treaties(package: Package, actions: Sequence[Action], day: str) -> Iterable[TreatyStatus]:
    for treaty in package.all(Treaty):
        if treaty.id != status.MINE_BAN:
            standing = status.status_on(actions, treaty.id, day)
            yield TreatyStatus(treaty.id, treaty.short_name, standing.status, standing.note)


def _same_move(package: Package, actions: Sequence[Action], iso3: str) -> tuple[str, ...]:
    """Return the other states that notified a withdrawal from the mine ban, if this one did."""
    if not any(a.action == "withdrawal" for a in actions):
        return ()
    left = [cells[1] for cells in package.linked("withdrawals_by_treaty", status.MINE_BAN)]
    return tuple(code for code in left if code != iso3)
